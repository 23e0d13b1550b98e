"""The options that several commands share, what they mean, and which record a command is about."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sayso.errors import UsageError
from sayso.record.filters import Filters
from sayso.terms import EntityKind, EventType, SignalKind, SpeechAct, TimeType, ZoneKind

if TYPE_CHECKING:
    from sayso.record.store import Record

DEFAULT_RECORD: Final = "sayso.db"

RecordBefore = Annotated[
    str | None,
    typer.Option(
        "--record",
        "-r",
        metavar="PATH|URL",
        envvar="SAYSO_RECORD",
        help=f"The record: a SQLite file or postgresql+psycopg://…; {DEFAULT_RECORD} unless said otherwise.",
    ),
]
RecordOption = Annotated[
    str | None, typer.Option("--record", "-r", metavar="PATH|URL", help="The record; also before the command's name.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for machines, one object a line.")]

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, globs, or - for standard input.")]
Published = Annotated[
    str | None, typer.Option(metavar="EDTF", help="Publication date of input that does not say so itself.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published input that does not say so itself.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where input was published that does not say so itself.")]

FromOutlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Only what this outlet published.")]
Source = Annotated[
    str | None,
    typer.Option("--source", "--sender", metavar="NAME|ID", help="Only what this source said or this sender sent."),
]
Actor = Annotated[str | None, typer.Option(metavar="NAME|ID", help="Only events that this actor does.")]
Target = Annotated[
    str | None, typer.Option(metavar="NAME|ID", help="Only what is aimed at: addressee, recipient or target.")
]
Kind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="Only one kind; a wrong one is answered with them all.")
]
Since = Annotated[str | None, typer.Option(metavar="EDTF", help="Nothing before this, nothing without a date.")]
Until = Annotated[str | None, typer.Option(metavar="EDTF", help="Nothing after this, nothing without a date.")]
Zone = Annotated[str | None, typer.Option(metavar="ZONE", help="Only what was read in zones of this kind.")]
Asides = Annotated[
    bool, typer.Option("--asides/--no-asides", help="With or without captions, credits, comments and boilerplate.")
]
InArticle = Annotated[
    str | None,
    typer.Option("--article", metavar="ID", help="Only from this article; the beginning of its id is enough."),
]
Rejected = Annotated[bool, typer.Option("--rejected", help="What people rejected or retracted too, marked.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", envvar="SAYSO_BY", help="Who says so; also SAYSO_BY.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="For which reason; it stands beside what is said.")]
Versions = Annotated[bool, typer.Option("--versions", help="Older versions of a page too.")]


# Which parties each kind of entry has, for an option that could never match is a mistake.
PARTIES: Final = {
    "statement": ("source", "target"),
    "event": ("source", "actor", "target"),
    "signal": ("source", "target"),
    "figure": ("source",),
    "sentence": ("source",),
}


def record_name(context: typer.Context, own: str | None) -> str:
    """Return which record is meant: named after the command, before it, by SAYSO_RECORD, or the default."""
    return own or (context.obj or {}).get("record") or DEFAULT_RECORD


def named_record(context: typer.Context, own: str | None) -> str | None:
    """Return the record that the command line names, None where only the environment or nothing does."""
    source = context.find_root().get_parameter_source("record")
    before = (context.obj or {}).get("record") if source is not None and source.name == "COMMANDLINE" else None
    return own or before


def opened(context: typer.Context, own: str | None) -> Record:
    """
    Return the record that is meant, open.

    Raises:
        RecordError: There is none, or it cannot be opened.
    """
    from sayso.record.store import open_record

    return open_record(record_name(context, own), create=False)


def checked(kind: str, asked: Filters) -> Filters:
    """
    Return what was asked of a list of a kind, with kinds and zones as we spell them and dates as days.

    Raises:
        UsageError: A kind, zone or date is none, or the list has no such party; the message says what would do.
    """
    for party in ("source", "actor", "target"):
        if getattr(asked, party) is not None and party not in PARTIES.get(kind, ()):
            raise UsageError(f"--{party} does not go with {kind}s; they have no {party}")
    return replace(
        asked,
        kind=one_of("kind", asked.kind, _kinds(kind)),
        since=_day("since", asked.since, last=False),
        until=_day("until", asked.until, last=True),
        zone=one_of("zone", asked.zone, [zone.value for zone in ZoneKind]),
    )


def one_of(name: str, given: str | None, known: list[str]) -> str | None:
    """
    Return a word of a closed list as the list spells it.

    Raises:
        UsageError: It is not in the list.
    """
    if given is None or not known:
        return given
    spelled = {word.lower(): word for word in known}
    if given.lower() in spelled:
        return spelled[given.lower()]
    near = get_close_matches(given.lower(), spelled, n=1)
    hint = f"; did you mean {spelled[near[0]]}?" if near else ""
    raise UsageError(f"there is no {name} {given!r} (there are {', '.join(known)}){hint}")


def _kinds(kind: str) -> list[str]:
    """Return the closed list of kinds of a kind of entry; empty where it is open, as units are."""
    from sayso.acts.taxonomy import acts

    if kind == "event":
        return [*(one.value for one in EventType), *acts()]
    closed = {"statement": SpeechAct, "signal": SignalKind, "time": TimeType, "entity": EntityKind}.get(kind)
    return [one.value for one in closed] if closed else []


def _day(name: str, given: str | None, *, last: bool) -> str | None:
    """Return the first or last day of a date given as EDTF."""
    from sayso.resolve.edtf import bounds

    if given is None:
        return None
    found = bounds(given)[last]
    if found is None:
        raise UsageError(f"--{name} takes a date such as 2022-03-23 or 2022-03, not {given!r}")
    return found.isoformat()

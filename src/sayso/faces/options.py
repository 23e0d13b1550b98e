"""The options that several commands share, what they mean, and which record a command is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from sayso.faces.narrowing import NARROWINGS

if TYPE_CHECKING:
    from sayso.record.store import Record

DEFAULT_RECORD: Final = "sayso.db"


def narrowing(name: str) -> Any:
    """Return the option of a filter, as the one table of them has it (`narrowing`)."""
    one = NARROWINGS[name]
    yes_or_no = f"--{name}/--no-{name}" if one.otherwise else f"--{name}"
    spelled = (f"--{each}" for each in (name, *one.also)) if one.takes else (yes_or_no,)
    return typer.Option(*spelled, metavar=one.takes or None, help=one.help)


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
OutletsBefore = Annotated[
    str | None,
    typer.Option(
        "--outlets",
        metavar="PATH",
        envvar="SAYSO_OUTLETS",
        help="What you know of outlets: owners, state media, other names, grades; outlets.toml beside the record.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for machines, one object a line.")]

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, globs, or - for standard input.")]
Published = Annotated[
    str | None, typer.Option(metavar="EDTF", help="Publication date of input that does not say so itself.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published input that does not say so itself.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where input was published that does not say so itself.")]

FromOutlet = Annotated[str | None, narrowing("outlet")]
Source = Annotated[str | None, narrowing("source")]
Actor = Annotated[str | None, narrowing("actor")]
Target = Annotated[str | None, narrowing("target")]
Kind = Annotated[str | None, narrowing("kind")]
Since = Annotated[str | None, narrowing("since")]
Until = Annotated[str | None, narrowing("until")]
Zone = Annotated[str | None, narrowing("zone")]
Asides = Annotated[bool, narrowing("asides")]
InArticle = Annotated[str | None, narrowing("article")]
Rejected = Annotated[bool, narrowing("rejected")]
Versions = Annotated[bool, narrowing("versions")]
By = Annotated[str, typer.Option("--by", metavar="NAME", envvar="SAYSO_BY", help="Who says so; also SAYSO_BY.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="For which reason; it stands beside what is said.")]


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

    return open_record(record_name(context, own), create=False, outlets=(context.obj or {}).get("outlets"))


def ready(context: typer.Context, own: str | None) -> Record:
    """
    Return the record that is meant, open, with what was added since told apart, so that reports can be counted.

    A record that may not be written is left as it is.

    Raises:
        RecordError: There is none, or it cannot be opened.
    """
    from sayso.errors import RecordError
    from sayso.faces.printing import tell
    from sayso.faces.stages import settled

    record = opened(context, own)
    if record.utterances.is_behind:
        try:
            return settled(record)
        except RecordError:
            tell("this record may not be written: what was added last is not compared with the rest")
    return record

"""
One table of what lists can be narrowed by, for the command line, the URL and the API alike; and what makes it exact.

A filter is a field of `record.filters.Filters`. Its name there is its name in a URL and in the API, and with two dashes
before it an option of the command line: `--source Lavrov` is `?source=Lavrov`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from sayso.errors import UsageError
from sayso.record.filters import Filters
from sayso.terms import EntityKind, EventType, Outcome, SignalKind, SpeechAct, TimeType, ZoneKind

if TYPE_CHECKING:
    from sayso.ask.ledgers import Wished


@dataclass(frozen=True, slots=True)
class Narrowing:
    """
    A filter as people name it.

    Attributes:
        takes: What its value is, in a word; empty where it is yes or no.
        help: What it leaves.
        also: Other names of it.
        otherwise: What holds where it is not given, for one that is yes or no.
    """

    takes: str
    help: str
    also: tuple[str, ...] = ()
    otherwise: bool = False


NARROWINGS: Final[Mapping[str, Narrowing]] = {
    "outlet": Narrowing("NAME", "Only what this outlet published."),
    "source": Narrowing("NAME|ID", "Only what this source said or this sender sent.", also=("sender",)),
    "actor": Narrowing("NAME|ID", "Only events that this actor does."),
    "target": Narrowing("NAME|ID", "Only what is aimed at: addressee, recipient or target."),
    "kind": Narrowing("KIND", "Only one kind; a wrong one is answered with them all."),
    "since": Narrowing("EDTF", "Nothing before this, nothing without a date."),
    "until": Narrowing("EDTF", "Nothing after this, nothing without a date."),
    "zone": Narrowing("ZONE", "Only what was read in zones of this kind."),
    "asides": Narrowing("", "With or without captions, credits, comments and boilerplate.", otherwise=True),
    "article": Narrowing("ID", "Only from this article; the beginning of its id is enough."),
    "versions": Narrowing("", "Older versions of a page too."),
    "rejected": Narrowing("", "What people rejected or retracted too, marked."),
}

PARTIES: Final[Mapping[str, tuple[str, ...]]] = {
    "statement": ("source", "target"),
    "event": ("source", "actor", "target"),
    "signal": ("source", "target"),
    "figure": ("source",),
    "sentence": ("source",),
}
"""Which parties each kind of entry has, for a filter that could never match is a mistake."""

_WHOLE: Final = ("since", "until", "zone", "asides", "article", "versions", "rejected")

TAKES: Final[Mapping[str, tuple[str, ...]]] = {
    **{kind: ("outlet", *PARTIES.get(kind, ()), "kind", *_WHOLE) for kind in ("statement", "event", "signal")},
    **{kind: ("outlet", *PARTIES.get(kind, ()), "kind", *_WHOLE) for kind in ("figure", "time")},
    "article": ("outlet", "since", "until", "versions", "rejected"),
    "entity": ("kind", "outlet", "since", "until"),
    "sentence": ("outlet", "source", "since", "until", "zone", "asides"),
}
"""Which filters each list takes."""


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
        kind=one_of("kind", asked.kind, kinds_of(kind)),
        since=day("since", asked.since, last=False),
        until=day("until", asked.until, last=True),
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


def kinds_of(kind: str) -> list[str]:
    """Return the closed list of kinds of a kind of entry; empty where it is open, as units are."""
    from sayso.acts.taxonomy import acts

    if kind == "event":
        return [*(one.value for one in EventType), *acts()]
    closed = {"statement": SpeechAct, "signal": SignalKind, "time": TimeType, "entity": EntityKind}.get(kind)
    return [one.value for one in closed] if closed else []


def day(name: str, given: str | None, *, last: bool) -> str | None:
    """
    Return the first or last day of a date given as EDTF.

    Raises:
        UsageError: It is none.
    """
    from sayso.resolve.edtf import bounds

    if given is None:
        return None
    found = bounds(given)[last]
    if found is None:
        raise UsageError(f"--{name} takes a date such as 2022-03-23 or 2022-03, not {given!r}")
    return found.isoformat()


def wished(
    sender: str | None, target: str | None, kind: str | None, status: str | None, since: date | None, *, asides: bool
) -> Wished:
    """
    Return what is asked of the ledger, with kinds and outcomes as we spell them.

    Raises:
        UsageError: A kind or an outcome is none; the message says what would do.
    """
    from sayso.ask.ledgers import Wished

    told_kind = one_of("kind", kind, [one.value for one in SignalKind])
    told_status = one_of("outcome", status, [one.value for one in Outcome])
    return Wished(
        sender=sender,
        target=target,
        kind=SignalKind(told_kind) if told_kind else None,
        status=Outcome(told_status) if told_status else None,
        since=since,
        asides=asides,
    )


def day_of(name: str, given: str | None) -> date | None:
    """
    Return the day that a field of a query or an option holds, None where it is not given.

    Args:
        name: As people know it: `as_of`, `--as-of`.
        given: What they wrote.

    Raises:
        UsageError: It is none.
    """
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"{name} takes a day such as 1962-10-24, not {given!r}") from error

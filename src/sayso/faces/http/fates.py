"""
A record as of a day to its ledger as pages need it: weighed in the background, kept until the record changes.

The whole of a large ledger takes hours. There only those signals are weighed that a page shows: the newest that are
asked for, or the one that it is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from sayso.ask.ledgers import Weighed, Wished, narrowed, weighed, weighed_of
from sayso.faces.http.explorer import Explorer
from sayso.faces.http.room import Room
from sayso.knowledge.knowledge import knowledge
from sayso.record.filters import Filters
from sayso.weigh.views import as_of

MANY: Final = 3_000
"""Signals of a record from which it is not weighed as a whole: a signal takes some hundredths of a second. By hand."""
NEWEST: Final = 60
"""Signals of a large record that a ledger weighs: the newest that are asked for. Set by hand."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """
    What became of signals.

    Attributes:
        day: As of when; None where no article has a date.
        lines: The newest signal first.
        by_id: The same, by the id of the signal.
        is_whole: Whether it holds every signal of the record.
    """

    day: date | None
    lines: tuple[Weighed, ...]
    by_id: Mapping[str, Weighed]
    is_whole: bool = True


def ledger_of(explorer: Explorer, day: date | None, asked: Wished) -> Ledger | None:
    """
    Return what answers a question to the ledger of a record, before it is narrowed to an outcome and to a first day.

    Args:
        explorer: The record.
        day: As of when; None for the latest publication.
        asked: What is asked.

    Returns:
        The whole ledger, of a large record the newest signals that are asked for; None while they are being weighed.
    """
    if is_whole(explorer):
        name = ("ledger", day, asked.asides)
        return explorer.wholes.of(name, partial(_weighed, day=day, asides=asked.asides), explorer.patience)
    named = ("newest", day, asked.sender, asked.target, asked.kind, asked.asides)
    return explorer.fates.of(named, partial(_newest, day=day, asked=asked), explorer.patience)


def glance(explorer: Explorer, day: date | None, signal: str | None = None) -> tuple[Ledger | None, bool]:
    """
    Return the ledger for a page that shows more than it, and whether it is being weighed.

    Args:
        explorer: The record.
        day: As of when; None for the latest publication.
        signal: The one that the page is about; of a large record only its line is weighed. None for the whole, for
            which no page waits.

    Returns:
        None and False where the record holds so many signals that the whole is not weighed.
    """
    if is_whole(explorer):
        patience = None if signal is None else explorer.patience
        made = explorer.wholes.of(("ledger", day, False), partial(_weighed, day=day, asides=False), patience)
        return made, made is None
    if signal is None:
        return None, False
    made = explorer.fates.of(("line", day, signal), partial(_lines, day=day, ids=[signal]), explorer.patience)
    return made, made is None


def is_whole(explorer: Explorer) -> bool:
    """Tell whether the whole of a record's ledger is weighed."""
    return not explorer.pages.holds("signal", MANY)


def _weighed(room: Room, *, day: date | None, asides: bool) -> Ledger:
    on = as_of(room.record, day)
    found = weighed(room.record, knowledge(), on, asides=asides) if on is not None else []
    return _ledger(on, found, is_whole=True)


def _newest(room: Room, *, day: date | None, asked: Wished) -> Ledger:
    narrowed(room.record, (), asked)  # says where nobody has a name that is asked for
    filters = Filters(
        source=asked.sender,
        target=asked.target,
        kind=asked.kind.value if asked.kind is not None else None,
        until=day.isoformat() if day is not None else None,
        asides=asked.asides,
    )
    page = room.pages.entries("signal", filters, None, NEWEST)
    return _lines(room, day=day, ids=[one.entry.id for one in page.listed])


def _lines(room: Room, *, day: date | None, ids: list[str]) -> Ledger:
    on = as_of(room.record, day)
    found = weighed_of(room.record, knowledge(), on, ids) if on is not None and ids else []
    return _ledger(on, found, is_whole=False)


def _ledger(on: date | None, found: list[Weighed], *, is_whole: bool) -> Ledger:
    lines = tuple(reversed(found))
    return Ledger(on, lines, {one.row["id"]: one for one in lines}, is_whole)

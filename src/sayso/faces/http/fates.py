"""A record as of a day to its ledger as pages need it: weighed in the background, kept until the record changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.ask.ledgers import Weighed, weighed
from sayso.faces.http.explorer import Explorer
from sayso.knowledge.knowledge import knowledge
from sayso.weigh.views import as_of

MANY: Final = 20_000
"""Signals of a record from which its ledger is weighed only for whoever opens it, for that takes minutes and slows all
other pages meanwhile. Set by hand; a ledger of a few hundred signals takes a second or two."""
PATIENCE: Final = 5.0
"""Seconds that a page waits for a ledger without which it has nothing to show. Set by hand."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """
    What became of every signal.

    Attributes:
        day: As of when; None where no article has a date.
        lines: The newest signal first.
        by_id: The same, by the id of the signal.
    """

    day: date | None
    lines: tuple[Weighed, ...]
    by_id: Mapping[str, Weighed]


def ledger_of(explorer: Explorer, day: date | None, *, asides: bool = False) -> Ledger | None:
    """
    Return the ledger of a record, None while it is being weighed for the first time.

    Args:
        explorer: The record.
        day: As of when; None for the latest publication.
        asides: With what stands in captions, credits, comments and boilerplate.
    """
    return explorer.wholes.of(_name(day, asides), lambda: _weighed(explorer, day, asides), PATIENCE)


def glance(explorer: Explorer, day: date | None, *, waits: bool) -> tuple[Ledger | None, bool]:
    """
    Return the ledger for a page that shows more than it, and whether it is being weighed.

    Args:
        explorer: The record.
        day: As of when; None for the latest publication.
        waits: Whether the page rather waits a while.

    Returns:
        None and False where the record holds so many signals that only opening the ledger weighs it.
    """
    totals = explorer.tallies.of("totals", explorer.counting.totals)
    if totals is None or totals.entries.get("signal", 0) >= MANY:
        found: Ledger | None = explorer.wholes.known(_name(day, asides=False))
        return found, found is None and totals is None
    patience = PATIENCE if waits else None
    made = explorer.wholes.of(_name(day, asides=False), lambda: _weighed(explorer, day, asides=False), patience)
    return made, made is None


def _name(day: date | None, asides: bool) -> tuple[str, date | None, bool]:
    return ("ledger", day, asides)


def _weighed(explorer: Explorer, day: date | None, asides: bool) -> Ledger:
    on = as_of(explorer.record, day)
    found = weighed(explorer.record, knowledge(), on, asides=asides) if on is not None else []
    lines = tuple(reversed(found))
    return Ledger(on, lines, {one.row["id"]: one for one in lines})

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


def ledger_of(explorer: Explorer, day: date | None, *, asides: bool = False, waits: bool = True) -> Ledger | None:
    """
    Return the ledger of a record, None while it is being weighed for the first time.

    Args:
        explorer: The record.
        day: As of when; None for the latest publication.
        asides: With what stands in captions, credits, comments and boilerplate.
        waits: Whether the page is nothing without it, and rather waits a while.
    """
    patience = PATIENCE if waits else None
    return explorer.tallies.of(("ledger", day, asides), lambda: _weighed(explorer, day, asides), patience)


def _weighed(explorer: Explorer, day: date | None, asides: bool) -> Ledger:
    on = as_of(explorer.record, day)
    found = weighed(explorer.record, knowledge(), on, asides=asides) if on is not None else []
    lines = tuple(reversed(found))
    return Ledger(on, lines, {one.row["id"]: one for one in lines})

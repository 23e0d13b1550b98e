"""A record as of a day to what answers moves: one look at it, however many moves are asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sayso.ask.exposure import Exposed, exposure
from sayso.ask.fates import outcomes
from sayso.ask.matched import Matched
from sayso.ask.query import Query
from sayso.ask.shelf import Recorded
from sayso.ask.whatif import NEAREST, Answer, whatif
from sayso.encode.matcher import shipped_matcher
from sayso.encode.pairs import Names, Rule
from sayso.record.store import Record
from sayso.terms import Outcome
from sayso.weigh.compare import Comparer
from sayso.weigh.frames import Knows, SignalView
from sayso.weigh.views import as_of


@dataclass(frozen=True)
class Asking:
    """
    A record that moves can be asked about.

    Attributes:
        record: The record.
        shelf: Its signals.
        comparer: Compares by what was known on the day.
        day: As of when it is read, None where it has no date.
        matched: Reads moves and signals together.
    """

    record: Record
    shelf: Recorded
    comparer: Comparer
    day: date | None
    matched: Matched

    def answer(self, query: Query, *, include_lapsed: bool = False, nearest: int = NEAREST) -> Answer:
        """Return what was said would follow a move; see `whatif.whatif`."""
        return whatif(
            query, self.shelf, self.comparer, self._fates,
            matched=self.matched, include_lapsed=include_lapsed, nearest=nearest,
        )  # fmt: skip

    def exposure(self, actors: frozenset[str], *, include_lapsed: bool = False) -> list[Exposed]:
        """Return the signals that an actor's own moves could set off; see `exposure.exposure`."""
        return exposure(actors, self.shelf, self.comparer, self._fates, include_lapsed=include_lapsed)

    def _fates(self, views: Sequence[SignalView]) -> Mapping[str, Outcome]:
        return outcomes(self.record, self.comparer.known, self.day, views) if self.day is not None else {}


class _Shipped:
    """The matcher that ships, loaded when it is first asked."""

    def score(self, move: str, rule: Rule, names: tuple[Names, Names]) -> float:
        """Return how surely a move meets a rule; see `Matcher.score`."""
        return shipped_matcher().score(move, rule, names)


@contextmanager
def asking(record: Record, known: Knows, day: date | None) -> Iterator[Asking]:
    """
    Give a record to ask moves of.

    Args:
        record: The record.
        known: The tables.
        day: What was published after it is left out; None reads as of the latest publication date.
    """
    on = as_of(record, day)
    comparer = Comparer(known, on)
    with record.prospects(day.isoformat() if day else None) as prospects:
        yield Asking(record, Recorded(prospects, comparer), comparer, on, Matched(_Shipped(), comparer))

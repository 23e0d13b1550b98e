"""What is known of a signal on a day, and what became of it: the values that the rules read and return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from sayso.ledger.claims import Turn
from sayso.ledger.evidence import Evidence, Shows
from sayso.resolve.edtf import days_later
from sayso.terms import Outcome, SignalKind

GRACE: Final = timedelta(days=21)
"""CONTRACT: what is due stays open "until the text says what came of it or 21 days have gone"."""


@dataclass(frozen=True, slots=True)
class Findings:
    """
    What is known of a signal on a day.

    Attributes:
        kind: Of the signal.
        turn: How it hangs on its condition.
        abstains: Whether what it announces is that something is not done.
        is_own: Whether the sender's side is the one that acts.
        is_known: Whether anything could be looked for that shows its condition to come.
        follows: Whether anything is said to follow at all (a bare demand says nothing).
        made: First day on which it may have been made.
        due: Last day on which it is in time, None where its words set no end.
        day: The day that is asked for.
        evidence: All that was shown by then, by day.
        is_negative: Whether the condition is that something is not done.
        waits: Whether what is announced lasts until the condition comes.
    """

    kind: SignalKind
    turn: Turn
    abstains: bool
    is_own: bool
    is_known: bool
    follows: bool
    made: date
    due: date | None
    day: date
    evidence: tuple[Evidence, ...] = field(default=())
    is_negative: bool = False
    waits: bool = False

    def shown(self, *shows: Shows) -> tuple[Evidence, ...]:
        """Return the evidence that shows any of these."""
        return tuple(one for one in self.evidence if one.shows in shows)

    @property
    def came(self) -> tuple[Evidence, ...]:
        """Evidence that the condition came, before its time was over where it has one."""
        found = self.shown(Shows.CAME)
        if self.turn is Turn.IF_NOT and self.deadline is not None:
            in_time = days_later(self.deadline, GRACE.days)
            return tuple(one for one in found if one.first <= in_time)
        if self.turn is not Turn.IF or self.deadline is None:
            return found
        told = [one.last for one in self.shown(Shows.STAYED, Shows.EXPIRED) if one.last >= self.deadline]
        over = min([days_later(self.deadline, GRACE.days), *told])
        return tuple(one for one in found if one.first <= over)

    @property
    def as_announced(self) -> tuple[Evidence, ...]:
        """Evidence that what was announced was done, or left undone where that was announced."""
        return self.shown(Shows.UNDONE if self.abstains else Shows.DONE)

    @property
    def contrary(self) -> tuple[Evidence, ...]:
        """Evidence of the contrary of what was announced; taking it back is part of it."""
        return self.shown(Shows.DONE if self.abstains else Shows.UNDONE, Shows.WITHDRAWN)

    @property
    def deadline(self) -> date | None:
        """Last day on which it is in time, later where it was put off."""
        later = [one.until for one in self.shown(Shows.EXTENDED) if one.until is not None]
        return max([*later, self.due]) if self.due is not None else None

    @property
    def is_past(self) -> bool:
        """Whether its deadline has passed."""
        return self.deadline is not None and self.day > self.deadline

    @property
    def lapsed_on(self) -> date | None:
        """Day on which an "if not" ran out: its deadline, or the day that a report says so; None where it has not."""
        told = [one.last for one in self.shown(Shows.EXPIRED)]
        if self.deadline is not None:
            told += [one.last for one in self.shown(Shows.STAYED) if one.last > self.deadline]
            told += [self.deadline] if self.is_past else []
        return min(told, default=None)

    def is_long_after(self, day: date | None) -> bool:
        """Tell whether 21 days have gone since a day."""
        return day is not None and self.day - day > GRACE


@dataclass(frozen=True, slots=True)
class Fate:
    """
    What became of a signal, as of a day.

    Attributes:
        outcome: One of five.
        condition_met: Whether the condition as worded came; None where nothing shows it, or there is none.
        rule: Name of the rule that decided.
        reason: That rule in words.
        evidence: All that was shown by then, by day.
        due: Last day on which it is in time, None where its words set no end.
    """

    outcome: Outcome
    condition_met: bool | None
    rule: str
    reason: str
    evidence: tuple[Evidence, ...]
    due: date | None


def first_day(found: Iterable[Evidence]) -> date | None:
    """Return the day by which the first of some evidence had happened."""
    return min((one.last for one in found), default=None)


def any_since(found: Iterable[Evidence], day: date | None) -> bool:
    """Tell whether any of some evidence may have happened on a day or after it."""
    return any(day is None or one.last >= day for one in found)

"""A question to the ledger: whose signals, at whom, of which kind, with what outcome; the lines that answer it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sayso.errors import UsageError
from sayso.ledger.claims import Claim, side_of, targets_of
from sayso.ledger.ledger import Line, ledger, ledger_of
from sayso.ledger.rows import row
from sayso.record.entries import Json
from sayso.record.store import Record
from sayso.terms import Outcome, SignalKind
from sayso.weigh.frames import Knows


@dataclass(frozen=True, slots=True)
class Wished:
    """
    What a ledger is narrowed to; None narrows nothing.

    Attributes:
        sender: Name or id of whose signals, those who speak for it among them.
        target: Name or id of whom they aim at, those who speak for it among them.
        kind: Kind of signal.
        status: Outcome.
        since: Only signals that were said, or of which something was reported, on this day or after it.
        asides: Take in what stands in captions, credits, comments and boilerplate.
    """

    sender: str | None = None
    target: str | None = None
    kind: SignalKind | None = None
    status: Outcome | None = None
    since: date | None = None
    asides: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """
    A line of the ledger without its article, so that a whole ledger can be kept and narrowed again and again.

    Attributes:
        row: As `sayso ledger --json` prints it.
        kind: Kind of the signal.
        outcome: What became of it.
        side: Ids of the sender and of all that it speaks for.
        targets: Ids of whom it aims at, with all that they speak for.
        last: Last day on which it was said, or anything was reported of it.
    """

    row: dict[str, Json]
    kind: SignalKind
    outcome: Outcome
    side: frozenset[str]
    targets: frozenset[str]
    last: date


def weighed(record: Record, known: Knows, day: date, *, asides: bool) -> list[Weighed]:
    """Return the whole ledger of a record as of a day, to be kept."""
    return [_kept(line, known, day) for line in ledger(record, known, day, asides=asides)]


def weighed_of(record: Record, known: Knows, day: date, ids: Collection[str]) -> list[Weighed]:
    """
    Return the lines of some signals alone, in the order of the ledger.

    It costs what they cost, however large the record is: they are weighed with all other reports of their utterances,
    but what was said again on another occasion is no part of their life here.

    Args:
        record: The record.
        known: The tables.
        day: As of when.
        ids: Of the signals.
    """
    return [_kept(line, known, day) for line in ledger_of(record, known, day, ids)]


def _kept(line: Line, known: Knows, day: date) -> Weighed:
    return Weighed(
        row=row(line, day),
        kind=line.claim.signal.kind,
        outcome=line.fate.outcome,
        side=side_of(line.claim, known),
        targets=targets_of(line.claim, known),
        last=last_day(line),
    )


def narrowed(record: Record, kept: Iterable[Weighed], wished: Wished) -> list[Weighed]:
    """
    Return what answers a question of a ledger that was kept, in its order; `asides` are the ledger's own matter.

    Raises:
        UsageError: Nobody in the record has a name that is asked for.
    """
    asked = _Asked.of(record, wished)
    return [one for one in kept if asked.wants(one.kind, one.side, one.targets) and asked.passes(one.outcome, one.last)]


def lines(record: Record, known: Knows, day: date, wished: Wished) -> list[Line]:
    """
    Return the lines of the ledger that answer a question.

    Raises:
        UsageError: Nobody in the record has a name that is asked for.
    """
    asked = _Asked.of(record, wished)

    def chosen(claim: Claim) -> bool:
        return asked.wants(claim.signal.kind, side_of(claim, known), targets_of(claim, known))

    found = ledger(record, known, day, asides=wished.asides, chosen=chosen)
    return [line for line in found if asked.passes(line.fate.outcome, last_day(line))]


@dataclass(frozen=True, slots=True)
class _Asked:
    """
    A question with its names read.

    Attributes:
        wished: What is asked.
        sender: Ids that the sender's name stands for, None for anybody.
        target: Ids that the target's name stands for, None for anybody.
    """

    wished: Wished
    sender: frozenset[str] | None
    target: frozenset[str] | None

    @classmethod
    def of(cls, record: Record, wished: Wished) -> _Asked:
        sender, target = (named(record, name) if name else None for name in (wished.sender, wished.target))
        return cls(wished, sender, target)

    def wants(self, kind: SignalKind, side: frozenset[str], targets: frozenset[str]) -> bool:
        """Tell whether a signal is asked for, whatever became of it."""
        if self.wished.kind not in (None, kind) or (self.sender is not None and self.sender.isdisjoint(side)):
            return False
        return self.target is None or not self.target.isdisjoint(targets)

    def passes(self, outcome: Outcome, last: date) -> bool:
        """Tell whether what became of a signal, and its last day, are asked for."""
        return self.wished.status in (None, outcome) and (self.wished.since is None or last >= self.wished.since)


def named(record: Record, name: str) -> frozenset[str]:
    """
    Return the ids that a name stands for.

    Raises:
        UsageError: Nobody in the record has it.
    """
    found = frozenset(record.named(name))
    if not found:
        raise UsageError(f"nobody in this record is named {name!r}; `sayso entities` lists who is")
    return found


def last_day(line: Line) -> date:
    """Return the last day on which a signal was said, or anything was reported of it."""
    return max([line.life.sayings[-1].made[1], line.claim.made[1], *(one.last for one in line.fate.evidence)])


def once(found: Iterable[Line]) -> list[Line]:
    """Return one line for each signal, its last saying in its first report, those first that were last spoken of."""
    last: dict[str, Line] = {}
    for line in found:
        key = line.life.made.group
        old = last.get(key)
        if old is None or _rank(line) > _rank(old):
            last[key] = line
    return sorted(last.values(), key=lambda line: (-last_day(line).toordinal(), line.claim.signal.id))


def _rank(line: Line) -> tuple[bool, date, float, str]:
    claim = line.claim
    is_first = line.life.sayings[-1].id == claim.signal.id
    return is_first, claim.made[1], claim.signal.probability, claim.signal.id

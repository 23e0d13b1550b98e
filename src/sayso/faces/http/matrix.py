"""
A ledger to a matrix: how many signals that are open somebody sent somebody, of which kinds; each number leads to them.

A row counts what the ledger finds under its sender, so that a state's row holds its ministers' signals too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.ask.ledgers import Weighed
from sayso.terms import Outcome

SENDERS: Final = 14
TARGETS: Final = 8
"""Rows and columns; the rest is a link away."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many signals somebody sent somebody, by kind."""

    amount: int
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Sender:
    """
    A row of the matrix.

    Attributes:
        id: Of the sender.
        side: Id of whom it acts for, None where that is itself.
        cells: A cell for each target, None for none.
        untargeted: Of its signals those that aim at nobody named.
        amount: Of all its signals, to whomever.
    """

    id: str
    side: str | None
    cells: tuple[Cell | None, ...]
    untargeted: int
    amount: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """
    Who signals what to whom, as far as it is open.

    Attributes:
        targets: Id of each column.
        senders: The rows, those of one side together.
        left: Senders that have no row.
        unnamed: Signals whose sender the text does not name.
        amount: Of all that are open.
    """

    targets: tuple[str, ...]
    senders: tuple[Sender, ...]
    left: int
    unnamed: int
    amount: int

    @property
    def ids(self) -> set[str]:
        """Everybody in it."""
        return {*self.targets, *(row.id for row in self.senders), *(row.side for row in self.senders if row.side)}


def matrix(lines: Iterable[Weighed]) -> Matrix:
    """Return the matrix of the lines that are open."""
    held = [one for one in lines if one.outcome is Outcome.OPEN]
    by = Counter(who for one in held for who in one.side)
    side = _sides(held, by)
    shown = _ordered([key for key, _ in by.most_common(SENDERS)], by, side)
    to = Counter(whom for one in held if not one.side.isdisjoint(shown) for whom in one.targets)
    targets = tuple(key for key, _ in to.most_common(TARGETS))
    cells: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in held:
        for who in one.side:
            for whom in one.targets:
                cells[who, whom][one.kind.value] += 1
    untargeted = Counter(who for one in held if not one.targets for who in one.side)
    return Matrix(
        targets=targets,
        senders=tuple(
            Sender(
                key, side.get(key), tuple(_cell(cells.get((key, whom))) for whom in targets), untargeted[key], by[key]
            )
            for key in shown
        ),
        left=len(by) - len(shown),
        unnamed=sum(not one.side for one in held),
        amount=len(held),
    )


def _sides(held: Collection[Weighed], by: Mapping[str, int]) -> dict[str, str]:
    """Return for each sender the one for which it speaks that most signals come from; those who speak for none out."""
    found: dict[str, str] = {}
    for one in held:
        sender = one.row["sender"]
        others = [key for key in one.side if key != sender]
        if sender is not None and others:
            found[sender] = max(others, key=lambda key: (by[key], key))
    return found


def _ordered(senders: Sequence[str], by: Mapping[str, int], side: Mapping[str, str]) -> list[str]:
    """Return senders, those of one side together, the side that signals most first and itself before its people."""
    whole = {key: side.get(key, key) for key in senders}
    return sorted(senders, key=lambda key: (-by[whole[key]], whole[key], whole[key] != key, -by[key], key))


def _cell(kinds: Counter[str] | None) -> Cell | None:
    return None if kinds is None else Cell(kinds.total(), tuple(kinds.most_common()))

"""
The names of two texts to how each stands to those of the other: the same, a part, a whole, or not there.

The tables decide: a capital that acts is its state, a navy is its state's, a state is a member of its alliance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sayso.encode.pairs import Shared
from sayso.knowledge.known import Hit
from sayso.spans import Span
from sayso.weigh.frames import Knows


def namesakes(
    first: Sequence[Hit], second: Sequence[Hit], known: Knows, on: date | None
) -> tuple[list[tuple[Span, Shared]], list[tuple[Span, Shared]]]:
    """
    Return each name of two texts with how it stands to the names of the other.

    Args:
        first: The names of one text, in text order.
        second: Those of the other.
        known: The tables.
        on: The day by which members belong.
    """
    ours, theirs = [_meant(hit, known) for hit in first], [_meant(hit, known) for hit in second]
    mine, yours = frozenset[str]().union(*ours), frozenset[str]().union(*theirs)
    return (
        [(hit.span, _stands(ids, yours, known, on)) for hit, ids in zip(first, ours, strict=True)],
        [(hit.span, _stands(ids, mine, known, on)) for hit, ids in zip(second, theirs, strict=True)],
    )


def _meant(hit: Hit, known: Knows) -> frozenset[str]:
    """Return what a name may stand for, and whose organ that is."""
    ids = {sense.known.id for sense in hit.senses}
    return frozenset(ids | {whole for one in ids if (whole := known.organ_of(one)) is not None})


def _stands(ids: frozenset[str], others: Iterable[str], known: Knows, on: date | None) -> Shared:
    if not ids.isdisjoint(others):
        return Shared.SAME
    pairs = [(one, other) for one in ids for other in others]
    if any(_is_part(one, other, known, on) for one, other in pairs):
        return Shared.PART
    if any(_is_part(other, one, known, on) for one, other in pairs):
        return Shared.WHOLE
    return Shared.ELSEWHERE


def _is_part(one: str, other: str, known: Knows, on: date | None) -> bool:
    return known.is_member(one, other, on) or known.inside(one, other) is True

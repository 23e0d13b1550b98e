"""
A gap between two stories to pairs of pieces: which part of a sentence became which, and what has no counterpart.

A gap may hold the end of one sentence, whole sentences and the beginning of another. Ends belong to ends and
beginnings to beginnings; whole sentences belong together where they share enough words, in one order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sayso.merge.alignment import Gap
from sayso.merge.stories import Word

# Share of their words that two pieces must have in common to be two wordings of one sentence; set by hand.
_ALIKE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Piece:
    """
    Words of one sentence, or of several that stand or fall together, inside a gap.

    Attributes:
        range: From which to which word of the story, half-open.
        forms: Their normal forms.
        opens: Whether it begins where a sentence begins.
        closes: Whether it ends where a sentence ends.
    """

    range: tuple[int, int]
    forms: tuple[str, ...]
    opens: bool
    closes: bool

    @property
    def is_whole(self) -> bool:
        """Whether it is a sentence or several."""
        return self.opens and self.closes and not self.is_empty

    @property
    def is_empty(self) -> bool:
        """Whether it holds no word."""
        return not self.forms


def paired(before: Sequence[Word], after: Sequence[Word], gap: Gap) -> Iterator[tuple[Piece, Piece]]:
    """
    Yield the pieces of a gap in pairs, an empty piece for what has no counterpart.

    Args:
        before: The words of the one story.
        after: The words of the other.
        gap: What differs between them.
    """
    left, right = _pieces(before, gap.before), _pieces(after, gap.after)
    i = j = 0
    for k, m in [*_matches(left, right), (len(left), len(right))]:
        yield from _lone(left[i:k], gap.after[0] if j == 0 else right[j - 1].range[1], first=True)
        yield from _lone(right[j:m], gap.before[0] if k == 0 else left[k - 1].range[1], first=False)
        if k < len(left):
            yield left[k], right[m]
        i, j = k + 1, m + 1


def slid(before: Sequence[Word], after: Sequence[Word], gap: Gap) -> Gap:
    """
    Return a gap moved to where a sentence begins, or at least into one sentence, if the words allow it.

    Of `We shall see. We fear nothing. We go.` it is the sentence that was left out, and not `fear nothing. We`.
    """
    words, (start, end) = (before, gap.before) if gap.after[0] == gap.after[1] else (after, gap.after)
    if gap.before[0] != gap.before[1] and gap.after[0] != gap.after[1]:
        return gap
    slides = [0, *_slides(before, after, gap)]
    whole = (by for by in slides if _begins(words, start + by) and _begins(words, end + by))
    within = (by for by in slides if words[start + by].sentence == words[end + by - 1].sentence)
    by = next(whole, next(within, 0))
    return Gap((gap.before[0] + by, gap.before[1] + by), (gap.after[0] + by, gap.after[1] + by))


def _slides(before: Sequence[Word], after: Sequence[Word], gap: Gap) -> Iterator[int]:
    """Yield by how many words a gap may be moved, back or on, so that what is between stays the same."""
    words, (start, end) = (before, gap.before) if gap.after[0] == gap.after[1] else (after, gap.after)
    at = gap.before[0], gap.after[0]
    by = 0
    while start - by > 0 and min(at) - by > 0 and words[start - by - 1].form == words[end - by - 1].form:
        if before[at[0] - by - 1].form != after[at[1] - by - 1].form:
            break
        by += 1
        yield -by
    by = 0
    ends = gap.before[1], gap.after[1]
    while end + by < len(words) and ends[0] + by < len(before) and ends[1] + by < len(after):
        if words[start + by].form != words[end + by].form or before[ends[0] + by].form != after[ends[1] + by].form:
            break
        by += 1
        yield by


def _begins(words: Sequence[Word], at: int) -> bool:
    """Tell whether a sentence begins with a word, or would behind the last one."""
    return at in (0, len(words)) or words[at].sentence != words[at - 1].sentence


def _pieces(words: Sequence[Word], within: tuple[int, int]) -> list[Piece]:
    return [_piece(words, [*some]) for _, some in groupby(range(*within), key=lambda n: words[n].sentence)]


def _piece(words: Sequence[Word], numbers: Sequence[int]) -> Piece:
    first, last = numbers[0], numbers[-1]
    forms = tuple(words[n].form for n in numbers)
    return Piece((first, last + 1), forms, opens=_begins(words, first), closes=_begins(words, last + 1))


def _lone(some: Sequence[Piece], at: int, *, first: bool) -> Iterator[tuple[Piece, Piece]]:
    """Yield pieces without a counterpart, whole sentences that follow one another as one."""
    nothing = Piece((at, at), (), opens=False, closes=False)
    for whole, group in groupby(some, key=lambda piece: piece.is_whole):
        held = list(group)
        together = [_joined(held)] if whole else held
        yield from ((piece, nothing) if first else (nothing, piece) for piece in together)


def _joined(pieces: Sequence[Piece]) -> Piece:
    forms = tuple(form for piece in pieces for form in piece.forms)
    return Piece((pieces[0].range[0], pieces[-1].range[1]), forms, opens=True, closes=True)


def _matches(left: Sequence[Piece], right: Sequence[Piece]) -> list[tuple[int, int]]:
    """Return which piece became which: the chain in one order that has most in common."""
    best: list[list[tuple[float, tuple[tuple[int, int], ...]]]] = [[(0.0, ())] * (len(right) + 1)]
    for i, one in enumerate(left):
        row: list[tuple[float, tuple[tuple[int, int], ...]]] = [(0.0, ())]
        for j, other in enumerate(right):
            alike = _likeness(one, other, (i, j), (len(left), len(right)))
            score, chain = best[i][j]
            paired_up = (score + alike, (*chain, (i, j))) if alike else (0.0, ())
            row.append(max(row[j], best[i][j + 1], paired_up, key=lambda found: found[0]))
        best.append(row)
    return list(best[-1][-1][1])


def _likeness(one: Piece, other: Piece, at: tuple[int, int], of: tuple[int, int]) -> float:
    """Return how much two pieces have in common, from 0 to 1, or more where their places alone make them a pair."""
    shared = sum((Counter(one.forms) & Counter(other.forms)).values())
    share = shared / min(len(one.forms), len(other.forms))
    starts = at == (0, 0) and not one.opens and not other.opens
    ends = at == (of[0] - 1, of[1] - 1) and not one.closes and not other.closes
    if starts or ends:
        return 1 + share
    return share if share >= _ALIKE else 0.0

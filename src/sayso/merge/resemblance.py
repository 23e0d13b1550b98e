"""
Two wordings to what they have in common: a copy, a passage taken over, a quotation that both carry, or nothing.

Counted are the words that stand in shingles of both. What stands between quotation marks is the source's, and two
reporters who heard the same speech wrote it down alike: only the outlet's own words tell a copy. So two independent
reports of a long quotation share a quotation, reports that print the same article of a treaty share a passage, and two
reports that share half of the own words of one of them are copies, be the one cut short, set into a longer article or
headed by another lead.

It looks at the two wordings and at nothing else, so that it says the same whenever and in whatever order it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from sayso.merge.alignment import SHINGLE
from sayso.merge.signatures import CLOSE, OPEN
from sayso.record.resemblances import Resemblance
from sayso.terms import Relation

Shingle: TypeAlias = tuple[str, ...]

# Share of one side's own words that a copy has in common with the other, and how many words that must be at least.
# In crisis-a, crisis-c and crisis-d copies share .84 and more, other pairs at most .14 and 24 words; in the pairs of
# tests/merge/copies.yaml copies share .55 and more, near misses at most .45.
COPIED: Final = 0.5
LEAST_OWN: Final = 20

# Share of all words of both sides above which even a text that is one long quotation is a copy; set by hand.
VERBATIM: Final = 0.9

# Words in a row from which on a quotation is long, or a passage was taken over. No pair of other reports in crisis-a,
# crisis-c and crisis-d has more than 13 own words in a row in common: offices with their holders' names.
QUOTATION: Final = 15
PASSAGE: Final = 20


@dataclass(frozen=True, slots=True)
class _Side:
    """
    One wording, taken apart.

    Attributes:
        forms: Its words.
        quoted: Of each word whether it stands in a quotation.
        shingles: Its shingles, in order.
    """

    forms: Sequence[str]
    quoted: Sequence[bool]
    shingles: Sequence[Shingle]

    @property
    def in_quotes(self) -> list[str]:
        """The words in quotations."""
        return [form for form, quoted in zip(self.forms, self.quoted, strict=True) if quoted]


@dataclass(frozen=True, slots=True)
class _Share:
    """
    What one side has in common with the other, in words.

    Attributes:
        held: In shared shingles.
        own: Outside quotations.
        own_held: Both.
        longest: Held in a row, the longest such stretch.
        quoted: Of that stretch, in quotations.
    """

    held: int
    own: int
    own_held: int
    longest: int
    quoted: int


def resemblance(left: str, right: str) -> Resemblance | None:
    """
    Judge two wordings, as `record.copies.Wording.words` has them.

    Returns:
        What they have in common, None where that is nothing to speak of.
    """
    one, other = _side(left), _side(right)
    mine, theirs = set(one.shingles), set(other.shingles)
    common = mine & theirs
    if not common:
        return None
    shares = _share(one, common), _share(other, common)
    words = len(one.forms), len(other.forms)
    relation = _relation(*shares, words) or _quotation(one, other)
    if relation is None:
        return None
    return Resemblance(relation, len(common), len(mine | theirs), words, (shares[0].held, shares[1].held))


def _relation(one: _Share, other: _Share, words: tuple[int, int]) -> Relation | None:
    is_told = any(side.own_held >= COPIED * side.own > 0 for side in (one, other))
    is_verbatim = one.held >= VERBATIM * words[0] and other.held >= VERBATIM * words[1]
    if is_verbatim or (is_told and min(one.own_held, other.own_held) >= LEAST_OWN):
        return Relation.COPY
    longest = min(one.longest, other.longest)
    if longest >= QUOTATION and any(2 * side.quoted >= side.longest for side in (one, other)):
        return Relation.QUOTATION
    return Relation.PASSAGE if longest >= PASSAGE else None


def forms_of(words: str) -> list[str]:
    """Return the words of a wording without the borders of quotations."""
    return [word for word in words.split(" ") if word not in (OPEN, CLOSE)]


def _quotation(one: _Side, other: _Side) -> Relation | None:
    """Tell whether a long quotation is shared, wherever either reporter put "he said"."""
    sides = [_Side(forms, [True] * len(forms), list(_shingles(forms))) for forms in (one.in_quotes, other.in_quotes)]
    common = set(sides[0].shingles) & set(sides[1].shingles)
    is_long = min(_share(side, common).longest for side in sides) >= QUOTATION
    return Relation.QUOTATION if is_long else None


@lru_cache(maxsize=256)
def _side(words: str) -> _Side:
    forms: list[str] = []
    quoted: list[bool] = []
    inside = False
    for word in words.split(" "):
        if word in (OPEN, CLOSE):
            inside = word == OPEN
        else:
            forms.append(word)
            quoted.append(inside)
    return _Side(forms, quoted, list(_shingles(forms)))


def _shingles(forms: Sequence[str]) -> Iterator[Shingle]:
    return zip(*(forms[n:] for n in range(SHINGLE)), strict=False)


def _share(side: _Side, common: set[Shingle]) -> _Share:
    held = bytearray(len(side.forms))
    for n, shingle in enumerate(side.shingles):
        if shingle in common:
            held[n : n + SHINGLE] = b"\1" * SHINGLE
    start, end = _longest(held)
    return _Share(
        held=sum(held),
        own=side.quoted.count(False),
        own_held=sum(1 for is_held, is_quoted in zip(held, side.quoted, strict=True) if is_held and not is_quoted),
        longest=end - start,
        quoted=sum(side.quoted[start:end]),
    )


def _longest(held: bytearray) -> tuple[int, int]:
    """Return where the longest stretch of held words stands."""
    stretches = held.split(b"\0")
    longest = max(stretches, key=len)
    start = sum(len(one) + 1 for one in stretches[: stretches.index(longest)])
    return start, start + len(longest)

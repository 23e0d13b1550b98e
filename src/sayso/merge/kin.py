"""
Articles whose stories hang together to the steps between them: what each may have been copied from, and by what sign.

Of the articles that print one wording the earliest few are looked at, and those of the outlets that are credited: the
rest print the same words. Where the stories are so many that not all were compared, the earliest article of all is
looked at too, and compared when it is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from sayso.merge.credits import Outlets, folded
from sayso.merge.precedence import Precedences
from sayso.merge.resemblance import forms_of, resemblance
from sayso.record.clocks import FIRST_DAY, LAST_DAY
from sayso.record.copies import BANDS, Member
from sayso.record.resemblances import Pair, Resemblance
from sayso.terms import Ground, Relation

WordsOf: TypeAlias = Callable[[Iterable[int]], Mapping[int, str]]

# Of the articles that print one wording, or that an outlet has in a family, so many are tried as originals.
_EARLIEST: Final = 3

# Share of the words of both, or of the shorter one, that two articles of one outlet have in common to be copies.
# Set by hand: a background paragraph that an outlet prints below all its reports fills a short one to four fifths.
_SAME_OUTLET: Final = 0.8
_SAME_OUTLET_WHOLE: Final = 0.95


@dataclass(frozen=True, slots=True)
class Descent:
    """
    Who had a text from whom, or may have.

    Attributes:
        original: The article that was first, or, where that is open, either.
        copy: The other.
        resemblance: What they have in common, the original's side first.
        ground: What tells which was first; None where it is open.
        reason: In words.
    """

    original: Member
    copy: Member
    resemblance: Resemblance
    ground: Ground | None
    reason: str


def order(member: Member) -> tuple[str, str]:
    """Return what articles are ordered by: the first day that is known of them, then their id; without a date last."""
    first = member.last if member.first == FIRST_DAY else member.first
    return first or LAST_DAY, member.article


class Kin:
    """
    Articles whose stories hang together.

    Args:
        members: In the order of `order`.
        pairs: The copies among their stories.
        words_of: Returns the words of stories by key.
    """

    def __init__(self, members: Sequence[Member], pairs: Iterable[Pair], words_of: WordsOf) -> None:
        self.members = members
        self._words_of = words_of
        self._judged: dict[tuple[int, int], Resemblance | None] = {}
        self._beside: defaultdict[int, set[int]] = defaultdict(set)
        for pair in pairs:
            self._judged[pair.one, pair.other] = pair.resemblance
            self._beside[pair.one].add(pair.other)
            self._beside[pair.other].add(pair.one)
        self._by_wording: defaultdict[int, list[Member]] = defaultdict(list)
        self._by_outlet: defaultdict[str, list[Member]] = defaultdict(list)
        for member in members:
            self._by_wording[member.wording].append(member)
            if member.outlet is not None:
                self._by_outlet[folded(member.outlet)].append(member)
        self._all_compared = len(self._by_wording) <= BANDS.crowded
        outlets = Outlets((member.outlet, member.url) for member in members if member.outlet is not None)
        self._precedences = Precedences(outlets, set(self._by_outlet), self._forms)

    def steps(self, member: Member) -> Iterator[Descent]:
        """Yield the steps that lead to an article, and those with it of which it is open where they lead, once each."""
        for other in self._near(member):
            found = self._resemblance(other, member)
            if found is None or not _is_copy(other, member, found):
                continue
            said = self._precedences.of(other, member)
            if said.first == 0 or (said.first is None and order(other) < order(member)):
                yield Descent(other, member, found, said.ground, said.reason)

    def _near(self, member: Member) -> list[Member]:
        """Return the articles that may be the original of one, or its copy where nobody knows."""
        beside = {member.wording, *self._beside[member.wording]}
        found = {one.article: one for key in sorted(beside) for one in self._by_wording[key][: _EARLIEST + 1]}
        for outlet in self._precedences.named(member):
            own = self._by_outlet[outlet]
            credited = own if not self._all_compared else [one for one in own if one.wording in beside]
            found.update((one.article, one) for one in credited[:_EARLIEST])
        if not self._all_compared:
            found.update((one.article, one) for one in self.members[:_EARLIEST])
        found.pop(member.article, None)
        return list(found.values())

    def _resemblance(self, one: Member, other: Member) -> Resemblance | None:
        """Return what two articles have in common, the one's side first; compared now where it never was."""
        keys = (one.wording, other.wording)
        ordered = (min(keys), max(keys))
        if ordered not in self._judged:
            words = self._words_of(ordered)
            self._judged[ordered] = resemblance(words[ordered[0]], words[ordered[1]])
        found = self._judged[ordered]
        return found if found is None or keys == ordered else found.turned()

    def _forms(self, wording: int) -> list[str]:
        return forms_of(self._words_of([wording])[wording])


def _is_copy(one: Member, other: Member, found: Resemblance) -> bool:
    """Tell whether what two articles have in common makes them copies; versions of one page are none."""
    if found.relation is not Relation.COPY or (one.page is not None and one.page == other.page):
        return False
    if one.outlet is None or other.outlet is None or folded(one.outlet) != folded(other.outlet):
        return True
    shares = found.containment
    shorter = int(found.words[1] < found.words[0])
    return min(shares) >= _SAME_OUTLET or shares[shorter] >= _SAME_OUTLET_WHOLE

"""
Articles of one story to who had it from whom: each copy hangs on the original nearest to it, or it is left open.

The nearest is the article before it that shares most of its words, so that a copy of a copy hangs on the copy whose
changes it repeats, and not on the dispatch at the beginning. What is before what, `precedence` tells. Versions of one
page are no copies of each other, and two articles of one outlet are not for what the outlet prints below all of them.

All of it follows from the articles that are there, so that it is the same in whatever order they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.merge.kin import Descent, Kin, WordsOf, order
from sayso.merge.parts import Parts
from sayso.record.copies import Member
from sayso.record.resemblances import Pair
from sayso.terms import Ground, Relation

# An original may share this many shingles less than the best one has, and a credit or an earlier date decides: fewer
# than the four that one changed word costs.
_AS_NEAR: Final = 2


@dataclass(frozen=True, slots=True)
class Family:
    """
    The articles that print one story, changed or not.

    Attributes:
        members: In order of publication; those without a date last.
        descents: One for each member but one.
        first: The one that all others have it from, None where that is open.
        reason: Why it is open, empty where it is not.
    """

    members: tuple[Member, ...]
    descents: tuple[Descent, ...]
    first: Member | None
    reason: str


def families(members: Sequence[Member], pairs: Iterable[Pair], words_of: WordsOf) -> list[Family]:
    """
    Return the families of some articles, in order of their first publication.

    Args:
        members: All articles that print any of the stories that the pairs connect.
        pairs: What stories have in common; only copies count.
        words_of: Returns the words of stories by key, for what was never compared.
    """
    copied = [pair for pair in pairs if pair.resemblance.relation is Relation.COPY]
    parts = Parts[int]()
    for pair in copied:
        parts.join(pair.one, pair.other)
    by_root: defaultdict[int, tuple[list[Member], list[Pair]]] = defaultdict(lambda: ([], []))
    for member in sorted(members, key=order):
        by_root[parts.root(member.wording)][0].append(member)
    for pair in copied:
        by_root[parts.root(pair.one)][1].append(pair)
    kin = (Kin(some, own, words_of) for some, own in by_root.values() if len(some) > 1)
    return sorted((family for one in kin for family in _families(one)), key=lambda one: order(one.members[0]))


def _families(kin: Kin) -> Iterator[Family]:
    """Yield the families among articles whose stories hang together."""
    told: list[Descent] = []
    open_: list[Descent] = []
    for member in kin.members:
        for step in kin.steps(member):
            (open_ if step.ground is None else told).append(step)
    lineage = _Lineage(kin.members)
    by_copy: defaultdict[str, list[Descent]] = defaultdict(list)
    for step in told:
        by_copy[step.copy.article].append(step)
    for member in kin.members:
        lineage.descend(nearest_first(by_copy[member.article]))
    for step in sorted(told, key=_closest):
        lineage.join(step)
    for step in sorted(open_, key=_closest):
        lineage.join(step)
    yield from lineage.families()


def nearest_first(steps: Sequence[Descent]) -> list[Descent]:
    """Return the possible originals of one copy, the nearest first; of those as near, who is credited, the earliest."""
    best = max((step.resemblance.shared for step in steps), default=0)
    return sorted(
        steps,
        key=lambda step: (
            max(best - step.resemblance.shared, _AS_NEAR),
            step.ground is not Ground.CREDIT,
            order(step.original),
        ),
    )


def _closest(step: Descent) -> tuple[int, tuple[str, str], tuple[str, str]]:
    return -step.resemblance.shared, order(step.original), order(step.copy)


class _Lineage:
    """Who had the story from whom so far: no page has it from itself, over whatever steps."""

    def __init__(self, members: Sequence[Member]) -> None:
        self._members = members
        self._parts = Parts[str]()
        self._above: defaultdict[str, set[str]] = defaultdict(set)
        self._descents: list[Descent] = []
        for member in members:
            self._parts.join(_unit(member), member.article)

    def descend(self, steps: Iterable[Descent]) -> None:
        """Take the first step that leads to no circle."""
        for step in steps:
            if _unit(step.copy) not in self._ancestors(_unit(step.original)):
                self._add(step)
                return

    def join(self, step: Descent) -> None:
        """Take a step that connects what hung apart: a copy of two originals, or two copies of what is not here."""
        if self._parts.root(_unit(step.original)) != self._parts.root(_unit(step.copy)):
            self._add(step)

    def _add(self, step: Descent) -> None:
        self._descents.append(step)
        self._parts.join(_unit(step.original), _unit(step.copy))
        if step.ground is not None:
            self._above[_unit(step.copy)].add(_unit(step.original))

    def _ancestors(self, unit: str) -> set[str]:
        found, new = {unit}, [unit]
        while new:
            for above in self._above[new.pop()] - found:
                found.add(above)
                new.append(above)
        return found

    def families(self) -> Iterator[Family]:
        """Yield what hangs together, where that is more than versions of one page."""
        descents: defaultdict[str, list[Descent]] = defaultdict(list)
        for step in self._descents:
            descents[self._parts.root(step.copy.article)].append(step)
        members: defaultdict[str, list[Member]] = defaultdict(list)
        for member in self._members:
            members[self._parts.root(member.article)].append(member)
        for root, own in descents.items():
            yield self._family(members[root], own)

    def _family(self, members: Sequence[Member], descents: Sequence[Descent]) -> Family:
        tops = [member for member in members if not self._above[_unit(member)]]
        unknown = next((step.reason for step in descents if step.ground is None), None)
        ordered = tuple(sorted(descents, key=lambda step: (order(step.copy), order(step.original))))
        if unknown is None and len({_unit(member) for member in tops}) == 1:
            return Family(tuple(members), ordered, tops[0], "")
        return Family(tuple(members), ordered, None, unknown or "it is put together from several originals")


def _unit(member: Member) -> str:
    """Return what has one origin: a page with all its versions, or an article without an address."""
    return member.page or member.article

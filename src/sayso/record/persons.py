"""
Sightings of one name in several articles to persons: who is the same, who is another, and where nobody can tell.

The tables know presidents and ministers; everybody else has an id made of how the name sounds, which two people may
share. A full name joins articles where what they say agrees: the state or body that the person acts for, the office,
the time. Those who act for different states stay apart, and where nothing speaks for either the answer is "unsure".
A surname alone joins nobody. All of it follows from the set of sightings, in whatever order they came.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from typing import Final

from sayso.knowledge.knowledge import Knowledge
from sayso.record.sightings import QUALIFIED, Judged, Named, Person, Profile, Sighting, by_day, named, year
from sayso.resolve.roles import Role, read_role
from sayso.terms import EntityKind, Judgement

CAREER: Final = 15
"""Years between two sightings with the same affiliation or office within which they are one person. Set by hand."""
PASSING: Final = 2
"""Years within which a full name is one person's though nothing but the name is known. Set by hand."""
LIFETIME: Final = 50
"""Years in public after which a namesake is another person. Set by hand."""

# Nouns that too many people are called by to tell them apart.
_BROAD: Final = frozenset(
    "official leader chief head representative member aide expert director deputy candidate activist lawyer".split()
)
# Callings that few people change between.
_CALLINGS: Final = {
    "observes": "analyst expert professor historian strategist economist correspondent reporter editor journalist "
    "photographer columnist author",
    "prays": "imam rabbi bishop archbishop cardinal patriarch pope ayatollah cleric",
    "rules": "president premier minister chancellor secretary ambassador envoy commander general colonel admiral "
    "marshal governor mayor senator congressman congresswoman lawmaker king queen captain sergeant lieutenant major "
    "brigadier diplomat speaker consul warlord",
}
_CALLING_OF: Final = {noun: calling for calling, nouns in _CALLINGS.items() for noun in nouns.split()}


class Bench:
    """
    Where sightings of one name are judged.

    Args:
        known: The tables: which body is whose, which state came of which.
    """

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._role = lru_cache(maxsize=4096)(self._read)

    def persons(self, name: str, sightings: Iterable[Sighting]) -> tuple[Person, ...]:
        """
        Return the persons behind an id that is made of a name, by id.

        Args:
            name: The id.
            sightings: One for each article that has it.
        """
        found = self._profiles(set(sightings), named(name))
        lone = [frozenset((one,)) for one in found if one.is_lone]
        rest = [frozenset((one,)) for one in found if not one.is_lone]
        groups = [*lone, *self._joined(rest, shared=bool(lone))]
        if len(groups) == 1:
            return (Person(name, _in_order(groups[0])),)
        held = [Person("", _in_order(group)) for group in groups]
        often = Counter(affiliation for one in held for affiliation in one.affiliations)
        told = (Person(f"{name}{QUALIFIED}{_qualifier(one, often)}", one.profiles) for one in held)
        return tuple(sorted(told, key=lambda one: one.id))

    def compare(self, one: Person, other: Person) -> Judged:
        """Return whether two persons are one: what speaks against it goes before what speaks for it."""
        found = [self.judge(a, b) for a in one.profiles for b in other.profiles]
        against = [judged for judged in found if judged.judgement is Judgement.NEGATIVE]
        doubts = [judged for judged in found if judged.judgement is Judgement.UNSURE]
        if against or doubts:
            return min(against or doubts, key=lambda judged: judged.reason)
        return Judged(Judgement.UNSURE, "what speaks for it speaks for another person of the name too")

    def judge(self, one: Profile, other: Profile) -> Judged:
        """Return whether two profiles of one name are one person's."""
        if one.texts & other.texts:
            return Judged(Judgement.POSITIVE, "the same text", 3)
        gap = _gap(one, other)
        if gap is not None and gap > LIFETIME:
            return Judged(Judgement.NEGATIVE, f"{gap:.0f} years apart")
        sided = self._sides(one.affiliation, other.affiliation)
        if sided is not None and sided.judgement is not Judgement.POSITIVE:
            return sided
        if one.named is Named.OFFICE:
            is_near = gap is not None and gap <= PASSING
            return Judged(Judgement.POSITIVE if is_near else Judgement.UNSURE, "the same office, no name", int(is_near))
        office = self._office(one.role, other.role)
        if one.named is Named.SURNAME:
            if sided and office == 2 and gap is not None and gap <= PASSING:
                return Judged(Judgement.POSITIVE, "the same surname in the same office", 3)
            return Judged(Judgement.UNSURE, "a surname alone")
        if office < 0:
            return Judged(Judgement.UNSURE, f"the same name, but {one.role} here and {other.role} there")
        return _by_time(gap, sided, office)

    def _sides(self, one: str, other: str) -> Judged | None:
        """Return whether two act for the same side, None where an article does not say for whom."""
        if not one or not other:
            return None
        if self._side(one) == self._side(other):
            return Judged(Judgement.POSITIVE, "both act for the same side", 3)
        if self._succeeds(one, other):
            return Judged(Judgement.POSITIVE, "both act for states of one land", 1)
        told = f"acts for {self._name(one)} here and for {self._name(other)} there"
        if self._known.is_member(one, other) or self._known.is_member(other, one):
            return Judged(Judgement.UNSURE, f"{told}, and the one belongs to the other")
        return Judged(Judgement.NEGATIVE, told)

    def _side(self, key: str) -> str:
        return self._known.organ_of(key) or key

    def _succeeds(self, one: str, other: str) -> bool:
        """Tell whether one is a state of the other's land at another time: Russia and the Soviet Union."""
        found = [self._known.get(one), self._known.get(other)]
        if any(known is None or known.kind is not EntityKind.COUNTRY for known in found):
            return False
        return self._known.inside(one, other) is not False and self._known.inside(other, one) is not False

    def _name(self, key: str) -> str:
        return self._known.name_of(key) or key

    def _office(self, one: str, other: str) -> int:
        """Return 2 for an office with one holder, 1 for a calling that both have, -1 for two that clash, else 0."""
        if not one or not other:
            return 0
        first, second = self._role(one), self._role(other)
        if first is None or second is None:
            return 0
        if first.offices and second.offices and first.offices[0] is second.offices[0]:
            return 1 if first.noun in _BROAD else 2
        if first.noun == second.noun and first.noun not in _BROAD:
            return 1
        callings = {_CALLING_OF.get(role.noun) for role in (first, second)}
        return -1 if len(callings) == 2 and None not in callings else 0

    def _read(self, role: str) -> Role | None:
        return read_role(role, self._known)

    def _calling(self, role: str) -> tuple[str, str]:
        """Return what a role comes to, however it is worded: its office and its noun."""
        read = self._role(role) if role else None
        return (read.offices[0].value if read and read.offices else "", read.noun if read else role)

    def _profiles(self, sightings: Iterable[Sighting], made_of: Named) -> list[Profile]:
        """Return sightings grouped by what they say, cut where years lie between them."""
        groups: defaultdict[tuple[str, ...], list[Sighting]] = defaultdict(list)
        for one in sorted(sightings, key=by_day):
            office, noun = self._calling(one.role)
            is_lone = made_of is Named.SURNAME and not (one.affiliation and office and noun not in _BROAD)
            is_apart = is_lone or not (one.first or one.affiliation or made_of is Named.OFFICE)
            text = one.text_sha256 if is_apart else ""
            groups[one.affiliation, office, noun, text, "lone" if is_lone else ""].append(one)
        found = []
        for (affiliation, *_, lone), held in sorted(groups.items()):
            is_told = made_of is Named.FULL and bool(affiliation or held[0].role)
            runs = _runs(held, CAREER if is_told else PASSING)
            found += [Profile(affiliation, run[0].role, made_of, bool(lone), tuple(run)) for run in runs]
        return found

    def _joined(self, groups: list[frozenset[Profile]], *, shared: bool) -> list[frozenset[Profile]]:
        """
        Join groups of profiles, by the weightiest evidence first.

        What hangs together by evidence of one weight becomes one person, unless somebody in it is held to be another
        than somebody else in it: then none of it is joined, for nobody can tell to whom the rest belongs.

        Args:
            groups: A profile each.
            shared: Whether others besides them have the name.
        """
        verdicts = {
            frozenset((a, b)): self.judge(a, b) for a, b in combinations((p for group in groups for p in group), 2)
        }
        for weight in (3, 2, 1):
            joined: list[frozenset[Profile]] = []
            for heap in _heaps(groups, verdicts, weight):
                pairs = combinations((p for group in heap for p in group), 2)
                clash = any(verdicts[frozenset(pair)].judgement is Judgement.NEGATIVE for pair in pairs)
                joined += heap if clash else [frozenset(p for group in heap for p in group)]
            groups = joined
        is_shared = shared or len(groups) > 1
        return [part for group in groups for part in (_parted(group) if is_shared else (group,))]


def is_one(name: str, first: str | None, last: str | None) -> bool:
    """
    Tell whether a name is one person's where every article has the same affiliation and role for it.

    Args:
        name: The id that is made of it.
        first: Earliest day (ISO) of publication, None where no article is dated.
        last: Latest, likewise.
    """
    return named(name) is Named.FULL and (not first or not last or year(last) - year(first) <= CAREER)


def _runs(held: Sequence[Sighting], apart: int) -> Iterator[list[Sighting]]:
    """Yield sightings in runs without a gap of more than some years; each that has no date goes with the others."""
    run: list[Sighting] = []
    last = ""
    for one in held:
        if run and one.first and last and year(one.first) - year(last) > apart:
            yield run
            run = []
        run.append(one)
        last = one.first or last
    yield run


def _parted(group: frozenset[Profile]) -> Iterator[frozenset[Profile]]:
    """
    Yield a group whole, or text by text where nothing but a shared name holds it together.

    Where another person of the name is about, two articles that say nothing of whom they mean may each mean either.
    """
    (one, *others) = group
    if others or one.affiliation or one.role or one.named is Named.OFFICE:
        yield group
        return
    texts: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in one.sightings:
        texts[sighting.text_sha256].append(sighting)
    yield from (frozenset((replace(one, sightings=tuple(held)),)) for held in texts.values())


def _heaps(
    groups: Sequence[frozenset[Profile]], verdicts: Mapping[frozenset[Profile], Judged], weight: int
) -> list[list[frozenset[Profile]]]:
    """Return the groups in heaps that hang together by positive judgements of some weight or more."""
    left, heaps = list(groups), []
    while left:
        heap, reached = [left.pop(0)], 0
        while reached < len(heap):
            near = [one for one in left if _touch(heap[reached], one, verdicts, weight)]
            left = [one for one in left if one not in near]
            heap += near
            reached += 1
        heaps.append(heap)
    return heaps


def _touch(
    one: frozenset[Profile], other: frozenset[Profile], verdicts: Mapping[frozenset[Profile], Judged], weight: int
) -> bool:
    return any(verdicts[frozenset((a, b))].weight >= weight for a in one for b in other)


def _by_time(gap: float | None, sided: Judged | None, office: int) -> Judged:
    """Judge two full names that nothing sets apart, by what they share and the years between them."""
    shared = sided.reason if sided else "the same calling" if office > 0 else "nobody else of the full name"
    limit = CAREER if sided or office > 0 else PASSING
    if gap is None:
        known = Judgement.POSITIVE if sided else Judgement.UNSURE
        return Judged(known, f"the same full name, {shared}, no date", sided.weight if sided else 0)
    told = f"the same full name, {shared}, {gap:.0f} years apart" if gap >= 1 else f"the same full name, {shared}"
    if gap > limit:
        return Judged(Judgement.UNSURE, told)
    return Judged(Judgement.POSITIVE, told, sided.weight if sided else 2 if office > 0 else 1)


def _gap(one: Profile, other: Profile) -> float | None:
    """Return the years between two profiles, 0 where they overlap, None where one is not dated."""
    if one.years is None or other.years is None:
        return None
    return max(0.0, one.years[0] - other.years[1], other.years[0] - one.years[1])


def _in_order(group: Iterable[Profile]) -> tuple[Profile, ...]:
    return tuple(sorted(group, key=lambda one: by_day(one.sightings[0])))


def _qualifier(person: Person, often: Counter[str]) -> str:
    """Return what tells a person from all others of the name: an affiliation of its own, else its first article."""
    own = min((one for one in person.affiliations if often[one] == 1), default=None)
    return own or person.sightings[0].article

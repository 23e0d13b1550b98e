"""
Persons of a record two by two to whether they are one, with the reason: what people are asked to look at.

Looked at are those whom the tables do not know: namesakes, a surname beside full names that end so, given names that
may be one (initials, short forms, another tongue), and a name that sounds like somebody in the tables. The rules join
only whom evidence joins (`persons`); here stands what they decided and where they could not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from sqlalchemy import Connection, func, select

from sayso.knowledge.knowledge import knowledge
from sayso.knowledge.spelling import name_words
from sayso.record.entries import Json
from sayso.record.identities import Identities, standing_entities
from sayso.record.overlays import held
from sayso.record.persons import Bench
from sayso.record.schema import entities
from sayso.record.sightings import LOCAL, Judged, Named, Person, base_of, named
from sayso.resolve.naming import given_agrees
from sayso.terms import Judgement, OverlayKind

MANY: Final = 50
"""Profiles of a person that are compared with another's: of whom more is told the first tell enough. Set by hand."""

_ORDER: Final = (Judgement.UNSURE, Judgement.NEGATIVE, Judgement.POSITIVE)


@dataclass(frozen=True, slots=True)
class Doubt:
    """
    Two ids and whether they stand for one person.

    Attributes:
        one: An id; a person joined over articles stands on both sides.
        other: Another.
        judged: Whether they are one, and why.
        by: The person who says so, None where the rules do.
    """

    one: str
    other: str
    judged: Judged
    by: str | None = None


def judgements(connection: Connection) -> list[dict[str, Json]]:
    """
    Return the pairs of persons that were judged, the unsure first.

    Returns:
        `one`, `other`, `names` and `articles` of each, `judgement`, `reason`, `by` (None where the rules judged).
    """
    made = held(connection)
    who = Identities(connection, made)
    names = _names(connection)
    who.learn(names)
    found = list(_between(who, names))
    said = {
        frozenset((one.target, other)): one
        for one in made
        if one.kind is OverlayKind.APART
        for other in one.value["ids"]
    }
    people = {frozenset(min(who.resolved(each)) for each in pair): one for pair, one in said.items()}
    done = []
    for doubt in found:
        apart = people.get(frozenset((doubt.one, doubt.other)))
        if apart is not None:
            done.append(Doubt(doubt.one, doubt.other, Judged(Judgement.NEGATIVE, apart.why), apart.by))
        elif doubt.one == doubt.other or who.final(doubt.one) != who.final(doubt.other):
            done.append(doubt)
    rows = [_row(doubt, who, names) for doubt in done]
    order = [one.value for one in _ORDER]
    return sorted(rows, key=lambda row: (order.index(row["judgement"]), row["one"], row["other"]))


def _between(who: Identities, names: Mapping[str, str]) -> Iterator[Doubt]:
    bench = Bench(knowledge())
    behind = {base: _told(base, who.persons(base)) for base in names}
    for base, persons in behind.items():
        yield from _joined(bench, who.persons(base))
        yield from _namesakes(bench, persons)
    yield from _alike(bench, behind, names)
    yield from _in_tables(behind, names)


def _joined(bench: Bench, persons: Iterable[Person]) -> Iterator[Doubt]:
    """Yield each person whom several articles have, with the evidence that joins them."""
    for one in persons:
        articles = {s.article for s in one.sightings}
        reasons = sorted({bench.judge(a, b).reason for a, b in combinations(one.profiles, 2)})
        if len(articles) > 1:
            told = "; ".join(reasons) or "the same name, and all articles say the same of it"
            yield Doubt(one.id, one.id, Judged(Judgement.POSITIVE, told))


def _told(base: str, persons: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return the persons of a name, all those of whom nothing but the name is known as one under the bare name."""
    rest = [one for one in persons if not one.affiliations and not any(p.role for p in one.profiles)]
    if len(rest) < 2:
        return persons
    known = [one for one in persons if one.affiliations or any(p.role for p in one.profiles)]
    return (*known, Person(base, tuple(p for one in rest for p in one.profiles)))


def _namesakes(bench: Bench, persons: tuple[Person, ...]) -> Iterator[Doubt]:
    """Yield the persons of one name two by two."""
    for one, other in combinations(persons, 2):
        yield Doubt(one.id, other.id, bench.compare(one, other))


def _alike(bench: Bench, behind: Mapping[str, tuple[Person, ...]], names: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield persons of one surname whose given names may be one, or of whom one has none."""
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for base in behind:
        if named(base) is not Named.OFFICE:
            heads[base.removeprefix(LOCAL).partition("-")[0]].append(base)
    for group in heads.values():
        for first, second in combinations(sorted(group), 2):
            reason = _likeness(names[first], names[second])
            if reason is None:
                continue
            for one in behind[first]:
                for other in behind[second]:
                    if bench.compare(_some(one), _some(other)).judgement is not Judgement.NEGATIVE:
                        yield Doubt(one.id, other.id, Judged(Judgement.UNSURE, reason))


def _some(person: Person) -> Person:
    """Return a person with so many profiles as two can be compared by."""
    return replace(person, profiles=person.profiles[:MANY])


def _likeness(one: str, other: str) -> str | None:
    first, second = name_words(one), name_words(other)
    if len(first) == 1 or len(second) == 1:
        return "a surname alone"
    return "the same surname, and given names that may be one" if given_agrees(first[0], second[0]) else None


def _in_tables(behind: Mapping[str, tuple[Person, ...]], names: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield persons whose full name sounds like that of somebody whom the tables know."""
    for base, persons in behind.items():
        if named(base) is Named.FULL and len(name_words(names[base])) > 1:
            for known in knowledge().same_sounding(names[base]):
                for one in persons:
                    reason = f"sounds like {known.name}, whom the tables know in other offices or at other times"
                    yield Doubt(one.id, known.id, Judged(Judgement.UNSURE, reason))


def _names(connection: Connection) -> dict[str, str]:
    """Return the persons whom no table knows, each with the longest name that articles give it."""
    rows = select(entities.c.id, entities.c.name, func.count()).group_by(entities.c.id, entities.c.name)
    rows = standing_entities(rows).where(entities.c.id.startswith(LOCAL), ~entities.c.id.contains("/unnamed-"))
    found: dict[str, str] = {}
    for row in connection.execute(rows):
        if knowledge().get(row.id) is None:
            found[row.id] = max(found.get(row.id, ""), row.name, key=lambda name: (len(name), name))
    return found


def _row(doubt: Doubt, who: Identities, names: Mapping[str, str]) -> dict[str, Json]:
    ids = (doubt.one, doubt.other)
    people = {one.id: one for key in ids for one in _told(base_of(key), who.persons(base_of(key)))}
    return {
        "one": doubt.one,
        "other": doubt.other,
        "judgement": doubt.judged.judgement.value,
        "reason": doubt.judged.reason,
        "by": doubt.by,
        "names": [names.get(base_of(key)) or who.name(key) for key in ids],
        "articles": [sorted({s.article for s in people[key].sightings}) if key in people else [] for key in ids],
    }

"""Places compared: what a name itself tells of where it lies, beside what the tables know."""

from __future__ import annotations

import pytest

from sayso.knowledge.knowledge import knowledge
from sayso.record.entries import Entity
from sayso.terms import EntityKind, Match
from sayso.weigh.compare import Comparer


def place(name: str, key: str | None = None) -> Entity:
    """A place, by default one that no table knows."""
    return Entity(key or f"local:place/{name.lower()}", EntityKind.PLACE, name, (), None, None)


@pytest.mark.parametrize(
    ("asked", "found", "expected", "why"),
    [
        (place("Berlin", "Q64"), place("West Berlin"), Match.NARROWER, "a side of a town is part of it"),
        (place("West Berlin"), place("Berlin", "Q64"), Match.BROADER, "and the town more than its side"),
        (place("Beirut"), place("southern Beirut"), Match.NARROWER, "also where no table knows the town"),
        (place("East Beirut"), place("West Beirut"), Match.CLASH, "two sides lie apart"),
        (place("Sudan", "Q1049"), place("South Sudan", "Q958"), Match.CLASH, "states are no sides of one another"),
        (place("Kariba"), place("Kariba dam"), Match.NARROWER, "what is built there is named after it"),
        (place("Kariba"), place("Kariba Lake Hotel"), Match.CLASH, "another name that begins alike"),
        (place("York"), place("New York"), Match.CLASH, "a new town lies elsewhere"),
    ],
)
def test_a_name_may_tell_what_a_place_is_part_of(asked: Entity, found: Entity, expected: Match, why: str) -> None:
    """Unless both are states."""
    compared = Comparer(knowledge(), None).where(asked.id, found.id, {asked.id: asked, found.id: found})

    assert compared is expected, why

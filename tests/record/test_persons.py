"""Sightings of one name to persons: joined on evidence, apart where something clashes, unsure where nobody can tell."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.knowledge.knowledge import knowledge
from sayso.record.persons import Bench, is_one
from sayso.record.sightings import Person, Sighting

FULL = "local:person/hulm-adar"
BARE = "local:person/hulm"
OFFICE = "local:person/q189-defence"

BENCH = Bench(knowledge())


def ids(*names: str) -> list[str]:
    """Return the ids of states and bodies by their names."""
    return [knowledge().known(name).id if name else "" for name in names]


def sighting(article: str, day: str = "1994-05-12", of: str = "", role: str = "", text: str = "") -> Sighting:
    return Sighting(article, day, text or article, *ids(of), role)


def groups(name: str, *sightings: Sighting) -> list[str]:
    """Return the persons, each as the articles that tell of it: "a b" is one person in two articles."""
    return sorted(" ".join(sorted(s.article for s in one.sightings)) for one in persons(name, *sightings))


def persons(name: str, *sightings: Sighting) -> tuple[Person, ...]:
    return BENCH.persons(name, sightings)


@pytest.mark.parametrize(
    ("first", "second", "expected", "why"),
    [
        ({"of": "Norway"}, {"of": "Norway", "day": "1995-01-01"}, True, "the same state, months apart"),
        ({"of": "Norway"}, {"of": "Sweden"}, False, "two states"),
        ({"of": "Russia"}, {"of": "Soviet Union", "day": "1990-01-01"}, True, "a state and its successor"),
        ({"of": "Norway"}, {"of": "NATO"}, False, "a member and the whole: nobody can tell"),
        ({"of": "Norway"}, {}, True, "a full name, the same year, nothing against it"),
        ({"of": "Norway"}, {"day": "2003-01-01"}, False, "nine years, and nothing but the name"),
        ({"of": "Norway"}, {"of": "Norway", "day": "2024-01-01"}, False, "thirty years, though the same state"),
        ({"role": "finance minister"}, {"role": "Finance Minister", "day": "1999-01-01"}, True, "one calling"),
        ({"role": "journalist"}, {"role": "army general"}, False, "callings that few change between"),
        ({"role": "General"}, {"role": "President"}, True, "a general may become president"),
        ({}, {"day": "1960-01-01"}, False, "more than thirty years"),
        ({"day": ""}, {"day": ""}, False, "no dates, nothing but the name"),
        ({"of": "Norway", "day": ""}, {"of": "Norway"}, True, "no date, but the same state"),
    ],
)
def test_a_full_name_joins_where_what_is_said_agrees(
    first: dict[str, str], second: dict[str, str], expected: bool, why: str
) -> None:
    """Two articles of one full name tell of one person where state, office and time agree."""
    found = groups(FULL, sighting("a", **first), sighting("b", **second))
    assert (["a b"] if expected else ["a", "b"]) == found, why


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, False),
        ({"of": "Norway"}, {"of": "Norway"}, False),
        ({"of": "Norway", "role": "spokesman"}, {"of": "Norway", "role": "spokesman"}, False),
        ({"of": "Norway", "role": "foreign minister"}, {"of": "Norway", "role": "Foreign Minister"}, True),
        ({"of": "Norway", "role": "foreign minister"}, {"of": "Sweden", "role": "foreign minister"}, False),
        ({"text": "one"}, {"text": "one"}, True),
    ],
)
def test_a_surname_joins_nobody_but_the_holder_of_an_office(
    first: dict[str, str], second: dict[str, str], expected: bool
) -> None:
    """Holm here and Holm there are two, unless both hold the one same office of a state, or the text is the same."""
    found = groups(BARE, sighting("a", **first), sighting("b", **second))
    assert (["a b"] if expected else ["a", "b"]) == found


def test_an_office_without_a_name_joins_for_a_short_time() -> None:
    """The unnamed defence minister of a state is the same for months, and somebody else ten years later."""
    told = [sighting("a"), sighting("b", "1995-01-10"), sighting("c", "2005-01-10")]
    assert groups(OFFICE, *told) == ["a b", "c"]


def test_who_may_be_either_of_two_is_joined_to_neither() -> None:
    """Where two persons of a name are about, an article that says nothing of whom it means is left alone."""
    told = [sighting("a", of="Norway"), sighting("b", of="Canada"), sighting("c"), sighting("d")]
    assert groups(FULL, *told) == ["a", "b", "c", "d"]


def test_an_office_tells_which_of_two_is_meant() -> None:
    """The office that only one of two namesakes holds joins an article that names no state."""
    told = [
        sighting("a", of="Norway", role="finance minister"),
        sighting("b", of="Canada", role="ice hockey coach"),
        sighting("c", role="finance minister"),
    ]
    assert groups(FULL, *told) == ["a c", "b"]


def test_an_id_says_what_sets_a_person_apart() -> None:
    """Alone a person keeps the id of the name; of two, each is told by its state or else by its first article."""
    alone = persons(FULL, sighting("a", of="Norway"))
    assert [one.id for one in alone] == [FULL]
    several = persons(FULL, sighting("a", of="Norway"), sighting("b", of="Canada"), sighting("c", "2031-01-01"))
    norway, canada = ids("Norway", "Canada")
    assert sorted([f"{FULL}@{norway}", f"{FULL}@{canada}", f"{FULL}@c"]) == [one.id for one in several]


def test_the_order_of_sightings_leaves_no_trace() -> None:
    """The same sightings in any order are the same persons."""
    told = [
        sighting("a", of="Norway", role="spokesman"),
        sighting("b", "1990-01-01", of="Norway"),
        sighting("c", of="Sweden"),
        sighting("d", "2001-01-01"),
        sighting("e", text="a"),
    ]
    assert len({persons(FULL, *order) for order in permutations(told)}) == 1


TOLD = st.builds(
    sighting,
    st.text("abcdefghij", min_size=1, max_size=2),
    st.sampled_from(["", "1960-05-01", "1994-05-12", "1995-01-01", "2003-01-01"]),
    st.sampled_from(["", "Norway", "Sweden", "NATO", "Russia", "Soviet Union", "Ukraine"]),
    st.sampled_from(["", "General", "journalist", "foreign minister", "official"]),
    st.sampled_from(["", "same"]),
)


@given(st.lists(TOLD, max_size=9, unique_by=lambda one: one.article), st.sampled_from([FULL, BARE, OFFICE]))
@settings(max_examples=150, deadline=None)
def test_every_sighting_is_of_one_person_and_nobody_clashes_with_themselves(told: list[Sighting], name: str) -> None:
    """Each article's person is one; no person acts for two states that were never of one land."""
    found = persons(name, *told)
    assert sorted(told) == sorted(s for one in found for s in one.sightings)
    assert len(found) == len({one.id for one in found})
    assert found == persons(name, *told[::-1])
    norway, sweden, russia, ukraine = ids("Norway", "Sweden", "Russia", "Ukraine")
    for one in found:
        if not any(s.text_sha256 == "same" for s in one.sightings):
            assert not {norway, sweden} <= one.affiliations
            assert not {russia, ukraine} <= one.affiliations


@settings(max_examples=50, deadline=None)
@given(
    days=st.lists(st.one_of(st.just(""), st.dates().map(str)), min_size=1, max_size=6),
    role=st.sampled_from(["", "finance minister"]),
)
def test_a_name_that_is_one_without_a_look_is_one(days: list[str], role: str) -> None:
    """What pages take for granted, where all articles say the same, is what looking at every article gives."""
    told = sorted(filter(None, days))
    first, last = (told[0], told[-1]) if told else (None, None)
    made = [sighting(f"a{n}", day, "Norway", role) for n, day in enumerate(days)]

    if is_one(FULL, first, last):
        assert [one.id for one in persons(FULL, *made)] == [FULL]
    assert not is_one(BARE, first, last)
    assert not is_one(OFFICE, first, last)

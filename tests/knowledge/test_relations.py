"""Who belongs to what on which day, what lies where, who held which office."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.knowledge import Office, knowledge
from sayso.knowledge.relations import organ_id, organ_state

KNOWN = knowledge()


def key(name: str, on: date | None = None) -> str:
    """The id of what a name names first: a city before the state that sits in it."""
    return KNOWN.lookup(name, on)[0].id


@pytest.mark.parametrize(
    ("part", "whole", "on", "expected", "why"),
    [
        ("Poland", "NATO", date(1999, 3, 12), True, "the day of accession"),
        ("Poland", "NATO", date(1999, 3, 11), False, "the day before"),
        ("Poland", "Warsaw Pact", date(1981, 12, 13), True, "a member then"),
        ("Albania", "Warsaw Pact", date(1975, 1, 1), False, "left in 1968"),
        ("Finland", "NATO", date(2023, 4, 3), False, "one day early"),
        ("Sweden", "NATO", date(2024, 3, 7), True, "the newest member"),
        ("United Kingdom", "European Union", date(2020, 1, 31), True, "its last day"),
        ("United Kingdom", "European Union", date(2020, 2, 1), False, "gone"),
        ("West Germany", "NATO", date(1962, 10, 22), True, "before the two became one"),
        ("Pakistan", "SEATO", date(1960, 1, 1), True, "a founding member"),
        ("Iraq", "CENTO", date(1960, 1, 1), False, "left after its revolution"),
        ("Niger", "ECOWAS", date(2025, 6, 1), False, "left with the Sahel states"),
        ("Egypt", "Arab League", date(1967, 6, 5), True, "by year"),
        ("Norway", "European Union", date(2022, 1, 1), False, "never joined"),
        ("Russia", "United Nations Security Council", date(2022, 2, 25), True, "a permanent member"),
        ("Vietnam", "ASEAN", date(1979, 1, 1), False, "joined in 1995"),
        ("Kuwait", "Gulf Cooperation Council", date(1990, 8, 2), True, "a founding member"),
    ],
)
def test_membership_goes_by_the_day(part, whole, on, expected, why):
    """Joining and leaving are known to the day where history is."""
    assert KNOWN.is_member(key(part, on), key(whole, on), on) is expected, why


@pytest.mark.parametrize(
    ("part", "whole", "expected", "why"),
    [
        ("Quds Force", "Iran", True, "a force of a force of the state"),
        ("North Atlantic Council", "NATO", True, "an organ"),
        ("Bundeswehr", "NATO", True, "an army belongs to its state's alliance"),
        ("Poland", "Quartet on the Middle East", False, "a member of the EU has not joined what the Union has"),
        ("Hamas", "Palestine", False, "a movement is no organ of a state"),
        ("Poland", "the West", True, "a group by its rule"),
        ("Japan", "the West", True, "named in the rule"),
        ("Russia", "the West", False, "not in it"),
        ("Turkey", "the West", False, "taken out of the rule"),
        ("Brazil", "the American states", True, "a state in the group's place"),
        ("France", "the American states", False, "a state elsewhere"),
        ("Kenya", "African states", True, "another place"),
    ],
)
def test_belonging_is_followed_as_far_as_it_leads(part, whole, expected, why):
    """Organs and forces belong to all that their state belongs to; members of members do not."""
    on = date(2022, 3, 1)

    assert KNOWN.is_member(key(part, on), key(whole, on), on) is expected, why


def test_a_minister_belongs_to_the_state_while_in_office():
    """An office holder is a part of the state and of its alliances on the days in office, not before."""
    lavrov, russia, csto = (KNOWN.known(name).id for name in ("Sergey Lavrov", "Russia", "CSTO"))

    assert KNOWN.is_member(lavrov, csto, date(2022, 1, 1))
    assert russia not in KNOWN.wholes(lavrov, date(1990, 1, 1))


def test_an_alliance_has_the_members_of_the_day():
    """The members of NATO when the Cuban crisis broke."""
    members = KNOWN.members(key("NATO"), date(1962, 10, 22))

    assert {KNOWN.name_of(m) for m in members} >= {"West Germany", "Turkey", "Iceland"}
    assert len(members) == 15


def test_an_organ_carries_its_state_in_its_id():
    """Every army and ministry has a whole without a row of its own."""
    states = [key("Russia"), key("South Vietnam")]

    assert [organ_state(organ_id(state, "foreign-ministry")) for state in states] == states
    assert organ_state(key("NATO")) is None


@pytest.mark.parametrize(
    ("place", "other", "expected", "why"),
    [
        ("Kharkiv", "Ukraine", True, "a city in its state"),
        ("Kharkiv", "Europe", True, "and in the continent"),
        ("Kharkiv", "Poland", False, "two states share no land"),
        ("Kharkiv", "Soviet Union", None, "it lay there once"),
        ("Crimea", "Russia", None, "held and claimed"),
        ("Crimea", "Ukraine", None, "claimed and lost"),
        ("Crimea", "Poland", False, "neither claimant is Poland"),
        ("Black Sea", "Turkey", None, "the sea has no state"),
        ("Ukraine", "Donbas", None, "the whole is not in its part"),
        ("Vladivostok", "Asia", None, "a state on two continents"),
        ("Gaza", "Israel", False, "Palestine and Israel are two"),
        ("Middle East", "Syria", None, "a region is not in one of its states"),
    ],
)
def test_a_place_lies_inside_outside_or_is_not_known_to(place, other, expected, why):
    """Disputed and borderless places are neither in nor out."""
    assert KNOWN.inside(key(place), key(other)) is expected, why


@pytest.mark.parametrize(
    ("office", "of", "on", "name"),
    [
        (Office.FOREIGN, "Russia", date(2022, 3, 23), "Sergey Lavrov"),
        (Office.HEAD, "NATO", date(1999, 3, 24), "Javier Solana"),
        (Office.HEAD, "United Nations", date(1962, 10, 22), "U Thant"),
        (Office.PRESIDENT, "United States", date(1962, 10, 22), "John F. Kennedy"),
        (Office.PRIME_MINISTER, "Israel", date(1967, 6, 5), "Levi Eshkol"),
        (Office.FOREIGN, "Soviet Union", date(1983, 9, 1), "Andrei Gromyko"),
        (Office.DEFENCE, "United Kingdom", date(1982, 5, 2), "John Nott"),
        (Office.SUPREME_LEADER, "Iran", date(2020, 1, 3), "Ali Khamenei"),
        (Office.UN_AMBASSADOR, "United States", date(2022, 3, 1), "Linda Thomas-Greenfield"),
        (Office.FOREIGN, "Rhodesia", date(1970, 1, 1), None),
        (Office.PRESIDENT, "France", date(1890, 1, 1), None),
    ],
)
def test_an_office_has_one_holder_on_a_day_or_none_known(office, of, on, name):
    """The tables name one person or nobody."""
    holder = KNOWN.holder(office, KNOWN.known(of, on).id, on)

    assert (holder and holder.name) == name


def test_a_holder_last_seen_long_ago_is_not_taken_to_be_in_office():
    """A table of 2022 says nothing of 2040."""
    eritrea = KNOWN.known("Eritrea").id

    assert KNOWN.holder(Office.FOREIGN, eritrea, date(2022, 9, 1)) is not None
    assert KNOWN.holder(Office.FOREIGN, eritrea, date(2040, 1, 1)) is None


@pytest.mark.parametrize(("place", "government"), [("Kyiv", "Ukraine"), ("Oslo", "Norway"), ("Mariupol", None)])
def test_a_capital_has_a_government(place, government):
    """A city without one has none."""
    state = KNOWN.government_of(key(place), date(2022, 1, 1))

    assert (KNOWN.name_of(state) if state else None) == government


def test_a_place_has_the_states_of_the_day():
    """A group by place holds what existed; a place without a group has none."""
    americans = KNOWN.states_of(key("Western Hemisphere"))

    assert americans == KNOWN.known("the American states")
    assert {key("Cuba"), key("Canada")} <= KNOWN.members(americans.id, date(1962, 10, 22))
    assert key("Kosovo") not in KNOWN.members(key("European countries"), date(1980, 1, 1))
    assert key("Kosovo") in KNOWN.members(key("European countries"), date(2020, 1, 1))
    assert KNOWN.states_of(key("Baltic Sea")) is None


def test_a_parliament_or_agency_is_an_organ_of_its_state():
    """It has an id of its own, which carries the state; two of one name are told apart by the day."""
    now = KNOWN.known("Supreme People's Assembly")
    then = KNOWN.lookup("GRU", date(1970, 1, 1))

    assert KNOWN.organ_of(now.id) == key("North Korea")
    assert [KNOWN.organ_of(one.id) for one in then] == [key("Soviet Union", date(1970, 1, 1))]

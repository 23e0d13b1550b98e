"""What the tables know of the world by date: states under their names of the time, alliances, leaders, seats."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.knowledge import Office, Use, knowledge
from sayso.knowledge.tables import rows
from sayso.terms import EntityKind

KNOWN = knowledge()


def day(iso: str) -> date:
    return date.fromisoformat(iso)


def test_sixty_organisations_have_dated_members() -> None:
    """Of at least sixty organisations and treaties it is known since when each member belongs to them."""
    dated = {whole for _, whole, relation, start, end, _ in rows("belonging") if relation == "member" and start + end}
    assert len(dated) >= 60


def test_every_row_of_every_table_has_its_source() -> None:
    """No fact stands in a table without where it is from."""
    for table in ("entities", "names", "belonging", "inside", "groups", "offices"):
        assert all(row[-1] for row in rows(table)), table


@pytest.mark.parametrize(
    ("part", "whole", "on", "expected"),
    [
        ("Czechoslovakia", "Visegrad Group", "1992-06-01", True),
        ("Slovakia", "Visegrad Group", "1994-06-01", True),
        ("Yugoslavia", "Little Entente", "1930-06-01", True),
        ("Italy", "Axis powers", "1944-06-01", False),
        ("Russia", "Triple Entente", "1914-08-05", True),
        ("Russia", "Council of the Baltic Sea States", "2023-01-01", False),
        ("Japan", "US-Japan Security Treaty", "1996-03-01", True),
        ("Taiwan", "Sino-American Mutual Defense Treaty", "1958-08-23", True),
        ("Taiwan", "Sino-American Mutual Defense Treaty", "1996-03-08", False),
        ("Vietnam", "Soviet-Vietnamese Treaty", "1979-02-17", True),
        ("Iraq", "Arab Cooperation Council", "1990-03-01", True),
        ("Qatar", "Saudi-led coalition", "2018-01-01", False),
        ("Croatia", "eurozone", "2022-01-01", False),
        ("Mali", "G5 Sahel", "2021-01-01", True),
        ("United States", "Joint Comprehensive Plan of Action", "2019-01-01", False),
        ("Germany", "League of Nations", "1930-06-01", True),
        ("Egypt", "Non-Aligned Movement", "1970-06-01", True),
    ],
)
def test_membership_holds_for_its_time(part: str, whole: str, on: str, expected: bool) -> None:
    """A member counts from the day it joined until the day it left."""
    when = day(on)
    assert expected == KNOWN.is_member(KNOWN.known(part, when).id, KNOWN.known(whole, when).id, when)


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Burma", "1988-08-08", "Myanmar"),
        ("Rangoon", "1988-08-08", "Myanmar"),
        ("Ceylon", "1960-01-01", "Sri Lanka"),
        ("Persia", "1930-01-01", "Iran"),
        ("Rhodesia", "1975-01-01", "Rhodesia"),
        ("Zaire", "1990-01-01", "Zaire"),
        ("Transvaal", "1899-10-11", "South African Republic"),
        ("Manchukuo", "1937-07-07", "Manchukuo"),
        ("the Kremlin", "1983-09-01", "Soviet Union"),
        ("the Kremlin", "2014-03-01", "Russia"),
        ("Moscow", "1968-08-21", "Soviet Union"),
        ("Bonn", "1983-11-22", "West Germany"),
        ("the Quai d'Orsay", "1956-11-01", "France"),
        ("Ballhausplatz", "1955-05-15", "Austria"),
        ("Merdeka Palace", "1965-10-01", "Indonesia"),
        ("Zhongnanhai", "1996-03-08", "China"),
        ("the Blue House", "1994-06-15", "South Korea"),
    ],
)
def test_a_name_or_a_seat_is_the_state_of_its_time(name: str, on: str, expected: str) -> None:
    """The same word names other states in other years, and a palace names who governs there."""
    senses = [s for s in KNOWN.senses(name, day(on)) if s.known.kind is EntityKind.COUNTRY and s.use is not Use.PEOPLE]
    assert [expected] == list(dict.fromkeys(s.known.name for s in senses))


@pytest.mark.parametrize(
    ("office", "of", "on", "expected"),
    [
        (Office.PRIME_MINISTER, "Australia", "1956-11-01", "Robert Menzies"),
        (Office.PRESIDENT, "Turkey", "1983-11-15", "Kenan Evren"),
        (Office.PRESIDENT, "Argentina", "1978-12-22", "Jorge Rafael Videla"),
        (Office.PRESIDENT, "Guatemala", "1954-06-20", "Jacobo Árbenz"),
        (Office.PRIME_MINISTER, "France", "1956-10-30", "Guy Mollet"),
        (Office.SUPREME_LEADER, "Romania", "1968-08-21", "Nicolae Ceaușescu"),
        (Office.PRESIDENT, "South Korea", "1994-06-15", "Kim Young-sam"),
        (Office.PRESIDENT, "Nigeria", "1967-07-06", "Yakubu Gowon"),
        (Office.PRIME_MINISTER, "Iceland", "1976-02-19", "Geir Hallgrímsson"),
        (Office.PRESIDENT, "Ecuador", "1995-01-26", "Sixto Durán Ballén"),
    ],
)
def test_an_office_on_a_day_is_one_person(office: Office, of: str, on: str, expected: str) -> None:
    """ "The president" of a state on a day is who held the office then."""
    holder = KNOWN.holder(office, KNOWN.known(of, day(on)).id, day(on))
    assert holder is not None
    assert expected == holder.name


@pytest.mark.parametrize("name", ["Denmark", "Netherlands"])
def test_a_kingdom_has_the_id_of_the_open_list_of_states(name: str) -> None:
    """The id of a state is the one of qids.csv, which for two states is that of the kingdom with its islands."""
    assert {"Denmark": "Q756617", "Netherlands": "Q29999"}[name] == KNOWN.known(name).id


@pytest.mark.parametrize(
    "name", ["Warsaw", "Paris", "Nairobi", "Tehran", "Canberra", "Hanoi", "Lima", "Minsk", "Baku", "Tokyo"]
)
def test_a_capital_has_a_wikidata_id_and_a_government(name: str) -> None:
    """A capital is a place under its own id, and the seat of one state."""
    (place,) = [one for one in KNOWN.lookup(name) if one.kind is EntityKind.PLACE]
    assert place.id.startswith("Q")
    assert KNOWN.government_of(place.id) == KNOWN.state_of_place(place.id)

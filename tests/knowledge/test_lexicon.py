"""Names in a text: longest first, at whole words, with regard to case and to the day."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.knowledge import Use, knowledge
from sayso.terms import EntityKind

KNOWN = knowledge()
COLD_WAR, NOW = date(1968, 8, 21), date(2022, 6, 1)


def found(text: str, on: date | None = NOW) -> list[tuple[str, str]]:
    """Each name found with the usual name of what it names first."""
    return [(span.of(text), known[0].name) for span, known in KNOWN.find(text, on)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("The US told us.", [("US", "United States")], "case tells a name from a pronoun"),
        ("WHO knows who will pay?", [("WHO", "World Health Organization")], "an acronym must stand in capitals"),
        ("RUSSIA SHELLS KHARKIV", [("RUSSIA", "Russia"), ("KHARKIV", "Kharkiv")], "headlines shout ordinary names"),
        ("the UN Security Council met", [("UN Security Council", "United Nations Security Council")], "longest first"),
        ("Chinatown and Polandia", [], "a part of a word is no name"),
        ("Russia\u2019s neighbours", [("Russia", "Russia")], "a possessive is none of the name"),
        ("the West is wary", [("West", "the West")], "an article is no part of a mention"),
        ("They went west in time.", [], "common words are no names"),
        ("A Nice split in Time", [], "shy names are not found in running text"),
        ("Russian and Polish jets", [], "adjectives mention nothing"),
        ("Kiev or Kyiv", [("Kiev", "Kyiv"), ("Kyiv", "Kyiv")], "one city in two spellings"),
        ("Côte d’Ivoire, Ivory Coast", [("Côte d’Ivoire", "Ivory Coast"), ("Ivory Coast", "Ivory Coast")], "accents"),
    ],
)
def test_names_are_found_where_they_are_names(text, expected, why):
    """What is found is what a careful reader would call a name."""
    assert found(text) == expected, why


@pytest.mark.parametrize(
    ("name", "on", "state"),
    [
        ("Russia", COLD_WAR, "Soviet Union"),
        ("Russia", NOW, "Russia"),
        ("Yugoslavia", date(1999, 3, 24), "Yugoslavia"),
        ("Austria", date(1914, 7, 24), "Austria-Hungary"),
        ("United Arab Republic", date(1967, 6, 5), "Egypt"),
        ("Burma", NOW, "Myanmar"),
        ("Upper Volta", date(1974, 12, 25), "Burkina Faso"),
        ("Soviet Union", NOW, "Soviet Union"),
        ("Union of Soviet Socialist Republics", NOW, "Soviet Union"),
    ],
)
def test_a_name_is_read_in_its_time(name, on, state):
    """Names that changed hands go by the day; a name of the past is still known after it."""
    assert KNOWN.known(name, on).name == state


def test_two_states_of_one_name_are_told_apart_by_the_day():
    """Yugoslavia before and after 1992 are two states."""
    assert KNOWN.known("Yugoslavia", date(1990, 1, 1)).id != KNOWN.known("Yugoslavia", date(1999, 1, 1)).id


@pytest.mark.parametrize(
    ("seat", "on", "state"),
    [
        ("Moscow", COLD_WAR, "Soviet Union"),
        ("Moscow", NOW, "Russia"),
        ("the Kremlin", NOW, "Russia"),
        ("Bonn", COLD_WAR, "West Germany"),
        ("Saigon", COLD_WAR, "South Vietnam"),
        ("Downing Street", NOW, "United Kingdom"),
        ("the Pentagon", NOW, "United States"),
        ("Peking", COLD_WAR, "China"),
        ("Islamabad", NOW, "Pakistan"),
    ],
)
def test_a_seat_stands_for_its_government(seat, on, state):
    """A capital, a palace or a ministry's address points to the state that sat there then."""
    owners = {s.known.name for s in KNOWN.senses(seat, on) if s.use is Use.SEAT}

    assert owners == {state}


def test_a_seat_of_several_is_left_open():
    """Brussels seats a kingdom and two organisations; nobody is chosen here."""
    owners = {s.known.kind for s in KNOWN.senses("Brussels", NOW) if s.use is Use.SEAT}

    assert owners == {EntityKind.COUNTRY, EntityKind.ORGANIZATION}


@pytest.mark.parametrize(
    ("adjective", "on", "owner"),
    [
        ("Russian", COLD_WAR, "Soviet Union"),
        ("Russian", NOW, "Russia"),
        ("Dutch", NOW, "Netherlands"),
        ("Iraqi", NOW, "Iraq"),
        ("Pakistani", NOW, "Pakistan"),
        ("Japanese", NOW, "Japan"),
        ("East German", COLD_WAR, "East Germany"),
        ("EU", NOW, "European Union"),
        ("Korean", NOW, None),
        ("Martian", NOW, None),
    ],
)
def test_an_adjective_belongs_to_one_state_or_to_none(adjective, on, owner):
    """Where two states share an adjective it decides nothing."""
    state = KNOWN.state_of_adjective(adjective, on)

    assert (state and state.name) == owner


@pytest.mark.parametrize(
    ("slip", "meant", "why"),
    [
        ("Valetta", "Valletta", "one letter short"),
        ("Kharkiff", None, "two letters off"),
        ("Malta", None, "known as it stands"),
        ("Dakkar", None, "too short to tell"),
    ],
)
def test_a_misspelt_place_is_known_where_one_letter_is_off(slip, meant, why):
    """A slip in a long name is read, a short or far one is not."""
    near = KNOWN.nearly(slip)

    assert (near and near.name) == meant, why

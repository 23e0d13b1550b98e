"""Bodies of states to the state: by their own name, by whoever acts, or nobody where two may be meant."""

from __future__ import annotations

import pytest
from told import Told


@pytest.mark.parametrize(
    ("words", "name", "on", "owner"),
    [
        ("The [o Royal Navy] sailed.", "Royal Navy", "1973-05-01", "United Kingdom"),
        ("The [o State Department] denied it.", "State Department", "1973-05-01", "United States"),
        ("The [o IDF] withdrew.", "IDF", "1982-07-01", "Israel"),
        ("The [o Bundeswehr] trained.", "Bundeswehr", "1975-07-01", "West Germany"),
        ("The [o Bundeswehr] trained.", "Bundeswehr", "2015-07-01", "Germany"),
        ("The [o Luftwaffe] came.", "Luftwaffe", "1940-07-01", "Germany"),
        ("The [o Black Sea Fleet] sailed.", "Black Sea Fleet", "1985-07-01", "Soviet Union"),
        ("The [o Black Sea Fleet] sailed.", "Black Sea Fleet", "2014-03-01", "Russia"),
        ("The [l Casa Rosada] answered.", "Casa Rosada", "1978-12-20", "Argentina"),
        ("The [o Royal Thai Army] fired.", "Royal Thai Army", "2011-02-05", "Thailand"),
    ],
)
def test_forces_and_ministries_are_their_state_by_name_and_time(words, name, on, owner):
    """CONTRACT: a state's forces, ministries and seats count as the state."""
    assert Told(words, on).who(name) == owner


@pytest.mark.parametrize(
    ("words", "name", "owner", "why"),
    [
        ("The German [o Foreign Office] denied it.", "Foreign Office", "Germany", "the owner before it counts"),
        ("The [o Foreign Office] denied it.", "Foreign Office", "United Kingdom", "the name alone tells"),
        ("The [o Norwegian Navy] sailed.", "Norwegian Navy", "Norway", "owner and body in one name"),
        ("The [o Free Norwegian Army] rose.", "Free Norwegian Army", "Free Norwegian Army", "an army of its own"),
    ],
)
def test_an_owner_in_the_words_outweighs_a_names_usual_owner(words, name, owner, why):
    """What the text says of a body comes before what its name means elsewhere."""
    assert Told(words, "1914-08-01").who(name) == owner, why


@pytest.mark.parametrize(
    ("words", "body", "owner", "why"),
    [
        (
            "The Danish navy sailed past [c Sweden].\nThe navy fired.",
            "The navy",
            "Denmark",
            "named with its owner before",
        ),
        ("President [p John F. Kennedy] spoke of [c Cuba] and called the [o Navy].", "Navy", "United States", "his"),
        (
            "[c Chile] and [c Peru] met.\nIn [l Paris], the government wept.",
            "the government",
            "France",
            "where it sits",
        ),
        ("[c Chile] rose.\nA day passed.\nThe army fired.", "The army", "Chile", "the only state there is"),
        ("dateline: [l LIMA], May 2\nUncles and aunts.\nThe cabinet met.", "The cabinet", "Peru", "the dateline's"),
        ("[c Chile] objected to [c Peru].\nThe government wept.", "The government", None, "either may be meant"),
        ("[p Olaf Scholz] wept.\nHis country was proud.", "His country", "Germany", "he serves it"),
        ("[c Chile] wept.\nIts fleet sailed.", "Its fleet", "Chile", "its own"),
        ("The junta in [l Buenos Aires] wept.", "The junta in Buenos Aires", "Argentina", "a junta in a capital"),
        ("The embassy in [l Buenos Aires] wept.", "The embassy in Buenos Aires", None, "an embassy is another's"),
        ("Soviet technicians left.", "Soviet technicians", "Soviet Union", "sent by their state"),
    ],
)
def test_a_body_without_an_owner_is_the_only_states_or_nobodys(words, body, owner, why):
    """Nearest evidence first; where two states may be meant, none is."""
    told = Told(words, "1962-10-22" if "Kennedy" in words or "Soviet" in words else "2022-03-23")

    assert told.who(body) == owner, why


@pytest.mark.parametrize(
    ("words", "half", "on", "expected"),
    [
        ("South Korean guns fired.\nThen the [l North] rested.", "North", "2010-11-23", "North Korea"),
        ("[c North Vietnam] fired.\nThen the [l South] rested.", "South", "1966-11-23", "South Vietnam"),
        ("Guns fired in [c Italy].\nThen the [l South] rested.", "South", "2010-11-23", "South"),
    ],
)
def test_a_point_of_the_compass_is_a_half_of_a_divided_country(words, half, on, expected):
    """ "The North" is a state only where the text names either half."""
    assert Told(words, on).who(half) == expected


@pytest.mark.parametrize(
    ("words", "phrase", "expected"),
    [
        ("A blow at any nation in the [l Western Hemisphere] is war.", "any nation in the Western Hemisphere", True),
        ("A blow at [g any American state] is war.", "any American state", True),
        ("Storms crossed the [l Western Hemisphere].", "Western Hemisphere", False),
    ],
)
def test_any_state_of_a_place_is_a_party_the_place_is_not(words, phrase, expected):
    """The states of a place are a group with members, the place by itself stays a place."""
    assert (Told(words, "1962-10-22").who(phrase) == "the American states") is expected

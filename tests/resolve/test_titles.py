"""Titles, appositions and complements of names to whom somebody serves."""

from __future__ import annotations

import pytest
from told import Told

from sayso.knowledge import knowledge


def serves(marked: str, name: str, published: str = "1999-05-03") -> str | None:
    """Whom the person of a name serves, by name; the test fails where nobody has that name."""
    one = next(one for one in Told(marked, published).resolved.entities if one.name == name)
    return knowledge().name_of(one.affiliation) if one.affiliation else None


@pytest.mark.parametrize(
    ("words", "serves_whom", "why"),
    [
        ("Peru's chief military spokesman, Major General [p Luis Quiroga], wept.", "Peru", "a rank between"),
        ("The Danish commandant, Colonel [p Luis Quiroga], wept.", "Denmark", "a commandant"),
        ("[p Luis Quiroga], the Spanish charge d'affaires, wept.", "Spain", "an envoy of a lower rank"),
        ("Colonel [p Luis Quiroga] of the Danish army wept.", "Denmark", "a body behind the name"),
        ("Foreign Minister [p Luis Quiroga] of Peru wept.", "Peru", "a state behind the name"),
        ("Peruvian oil minister [p Luis Quiroga] wept.", "Peru", "a field in small letters"),
        ("Peruvian Adm. [p Luis Quiroga] wept.", "Peru", "a rank cut short"),
        ("[c Peru] sent its fisheries minister [p Luis Quiroga].", "Peru", "a possessive before the title"),
        ("[c Peru] balked. Its police chief, General [p Luis Quiroga], wept.", "Peru", "a possessive and a rank"),
        ("The North China army wept. Colonel [p Luis Quiroga] of the North China army slept.", None, "no part of it"),
        ("Commander [p Luis Quiroga] of the Red Dawn Brigade wept.", None, "a band that no table knows"),
        ("Senator [p Luis Quiroga] of Georgia wept.", None, "a state of a union"),
        ("The Danish historian [p Luis Quiroga] wept.", None, "a scholar acts for nobody"),
        ("In [l Lima] General [p Luis Quiroga] wept.", None, "where he speaks is no title"),
    ],
)
def test_whom_somebody_serves_is_read_from_the_words_beside_the_name(words, serves_whom, why):
    """A state in the title, in the apposition or behind the name; a calling is no office."""
    assert serves(words, "Luis Quiroga") == serves_whom, why


@pytest.mark.parametrize(
    ("words", "name", "why"),
    [
        ("On Friday [o Home Minister Luis Quiroga] wept.", "Luis Quiroga", "an office and a name"),
        ("Foreign Minister [o Luis Quiroga of Peru] wept.", "Luis Quiroga", "a state taken into the name"),
        ("The plant belongs to [o General Motors].", "General Motors", "a firm"),
        ("They sailed past [o Prince Rupert].", "Prince Rupert", "a port"),
    ],
)
def test_a_name_with_its_title_in_it_is_the_persons(words, name, why):
    """What the encoder took for a body is a person where an office opens it; a rank that firms bear opens nothing."""
    assert name in {one.name for one in Told(words).resolved.entities}, why


def test_a_state_taken_into_a_persons_name_is_a_mention_of_its_own():
    """ "Luis Quiroga of Peru" names the man and his state."""
    assert Told("Foreign Minister [o Luis Quiroga of Peru] wept.").who("Peru") == "Peru"


def test_an_office_without_a_name_serves_whose_it_is():
    """The Peruvian fisheries minister of whom no table knows acts for Peru."""
    told = Told("[c Peru] balked.\nThe Peruvian [p* interior minister] wept.", "1931-05-03")
    resolved = told.resolved
    key = resolved.entity_of(told.span("The Peruvian interior minister"))

    assert key is not None
    assert knowledge().name_of(resolved.side_of(key) or "") == "Peru"

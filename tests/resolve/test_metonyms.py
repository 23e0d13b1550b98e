"""A capital's name to the city or to the government in it."""

from __future__ import annotations

import pytest
from told import Told

PLACE, STATE = "Warsaw", "Poland"


@pytest.mark.parametrize(
    ("sentence", "meant", "why"),
    [
        ("Talks were held in [l Warsaw] on Monday.", PLACE, "a preposition of place"),
        ("[l Warsaw] warned that it would close the border.", STATE, "it speaks"),
        ("The demands that [l Warsaw] made are old.", STATE, "it demands"),
        ("[l Warsaw]'s demands are old.", STATE, "it owns demands"),
        ("[l Warsaw]'s suburbs were flooded.", PLACE, "it has suburbs"),
        ("A [l Warsaw] court heard the case.", PLACE, "what stands there"),
        ("The siege of [l Warsaw] went on.", PLACE, "a siege has a place"),
        ("They flew to [l Warsaw] at noon.", PLACE, "a way has an end"),
        ("They sent a note to [l Warsaw] at noon.", STATE, "a note has a reader"),
        ("The capital, [l Warsaw], was quiet.", PLACE, "a capital by name"),
        ("He lives in [l Warsaw], Poland.", PLACE, "an address"),
        ("Relations with [l Warsaw] are good.", STATE, "relations are with states"),
        ("dateline: [l WARSAW], Jan. 5", PLACE, "a dateline"),
    ],
)
def test_a_capital_is_the_city_or_the_state_by_its_sentence(sentence, meant, why):
    """What happens there happens in the city; what it does the government does."""
    told = Told(f"The Polish army is on alert.\n{sentence}")
    name = "WARSAW" if "WARSAW" in sentence else "Warsaw"

    assert told.who(name) == meant, why


@pytest.mark.parametrize(
    ("tree", "meant", "why"),
    [
        (
            "Rebels/NOUN/2/nsubj captured/VERB/0/root Tripoli/PROPN/2/obj ./PUNCT/2/punct",
            "Tripoli",
            "a city is captured",
        ),
        ("Rebels/NOUN/2/nsubj accused/VERB/0/root Tripoli/PROPN/2/obj ./PUNCT/2/punct", "Libya", "a state is accused"),
        (
            "Tripoli/PROPN/3/nsubj:pass was/AUX/3/aux:pass shelled/VERB/0/root ./PUNCT/3/punct",
            "Tripoli",
            "a city is shelled",
        ),
        (
            "Tripoli/PROPN/3/nsubj:pass was/AUX/3/aux:pass urged/VERB/0/root ./PUNCT/3/punct",
            "Libya",
            "a state is urged",
        ),
    ],
)
def test_the_verb_over_a_capital_tells_who_is_meant(tree, meant, why):
    """Where the tree knows the verb, the verb decides."""
    words = " ".join(row.rsplit("/", 3)[0] for row in tree.split()).replace("Tripoli", "[l Tripoli]")
    told = Told(f"The Libyan war goes on.\n{words}", trees={1: tree})

    assert told.who("Tripoli") == meant, why


def test_a_town_of_a_capitals_name_is_the_town_where_no_one_names_the_state():
    """An article about a barrio of Santo Domingo in another land does not speak of the Dominican Republic."""
    told = Told(
        """
        Shops in [l Santo Domingo] were looted.
        Stalls in [l Santo Domingo] were burnt.
        [l Santo Domingo] fears more.
        """
    )

    assert told.who("Santo Domingo", 3) == "Santo Domingo"


def test_a_palace_acts_as_the_state_and_is_a_place_after_a_preposition():
    """The Kremlin speaks for Russia; what happens at the Kremlin happens in a building."""
    told = Told("The [l Kremlin] denied it.\nThe two met at the [l Kremlin] on Monday.")

    assert told.who("Kremlin") == "Russia"
    assert told.who("Kremlin", 2) == "Kremlin"


def test_brussels_is_whoever_was_named_before():
    """A seat of several is read as the one that the article speaks of."""
    told = Told("The [o European Union] met.\n[l Brussels] warned that it would act.")

    assert told.who("Brussels") == "European Union"

"""Phrases to roles, and where they stand beside a name."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.knowledge import Office, knowledge
from sayso.resolve.appositions import apposition_after, apposition_before, title_before
from sayso.resolve.roles import read_role
from sayso.spans import Span

KNOWN = knowledge()


@pytest.mark.parametrize(
    ("phrase", "office", "of", "why"),
    [
        ("Russian Foreign Minister", Office.FOREIGN, "Russia", "an adjective"),
        ("Ukraine's president", Office.PRESIDENT, "Ukraine", "a possessive"),
        ("the prime minister of Japan", Office.PRIME_MINISTER, "Japan", "a complement"),
        (
            "U.S. Ambassador to the United Nations",
            Office.UN_AMBASSADOR,
            "United States",
            "where it is sent is not whose",
        ),
        ("Iranian ambassador to Moscow", None, "Iran", "an ambassador is no office of one"),
        ("NATO Secretary General", Office.HEAD, "NATO", "of an organisation"),
        ("EU foreign policy chief", Office.FOREIGN, "European Union", "of a union"),
        ("spokesman for the Iranian army", None, "Iran", "a spokesman speaks for another"),
        ("Kremlin spokesman", None, "Russia", "the owner by its seat"),
        ("deputy defence minister of Israel", None, "Israel", "a deputy does not hold it"),
        ("Secretary of State for Defence", Office.DEFENCE, None, "the British title"),
        ("head of the US-led bloc", Office.HEAD, None, "who leads a bloc is not the bloc"),
        ("the minister", None, None, "any minister"),
    ],
)
def test_a_role_names_an_office_and_whose(phrase, office, of, why):
    """The head noun tells the office, the names tell whom it serves."""
    role = read_role(phrase, KNOWN, date(2022, 6, 1))

    assert role is not None
    assert (role.offices[:1] or (None,))[0] is office, why
    assert (role.of and role.of.name) == of, why


@pytest.mark.parametrize("phrase", ["a major dispute", "the Polish outlet", "general elections", "three tanks"])
def test_what_names_no_person_is_no_role(phrase):
    """A word that may name a rank decides nothing unless it heads the phrase."""
    assert read_role(phrase, KNOWN) is None


def test_a_former_office_is_marked():
    """Former holders are told from those in office."""
    assert read_role("the former German chancellor", KNOWN).is_former
    assert not read_role("the German chancellor", KNOWN).is_former


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        ("It was Norwegian Foreign Minister Anna Berg who spoke.", "Anna Berg", "Norwegian Foreign Minister "),
        ("But the bloc's Secretary General Anna Berg spoke.", "Anna Berg", "bloc's Secretary General "),
        (
            "Then U.S. Ambassador to the United Nations Anna Berg left.",
            "Anna Berg",
            "U.S. Ambassador to the United Nations ",
        ),
        ("The talks failed, said Gen. Anna Berg.", "Anna Berg", "Gen. "),
        ("Troops under Anna Berg left.", "Anna Berg", ""),
        ("He met Olaf Holm and Anna Berg.", "Anna Berg", ""),
    ],
)
def test_a_title_stands_before_a_name(sentence, name, title):
    """What stands directly before a name and names a role is its title, however long."""
    start = sentence.index(name)
    found = title_before(sentence, Span(start, start + len(name)), 0)

    assert found.of(sentence).removeprefix("Then ") == title


@pytest.mark.parametrize(
    ("sentence", "before", "after"),
    [
        ("The foreign minister, Anna Berg, left.", "The foreign minister", None),
        ("Anna Berg, Norway's foreign minister, left.", None, "Norway's foreign minister"),
        ("On Friday Anna Berg, who had spoken, left.", None, None),
        ("The leader of the Red Star militia, Anna Berg, left.", "The leader of the Red Star militia", None),
        ("In Oslo, Anna Berg left.", None, None),
        ("Anna Berg, 52, a spokeswoman for the navy, left.", None, None),
    ],
)
def test_an_apposition_stands_on_either_side(sentence, before, after):
    """A phrase between commas that names a role describes the name beside it."""
    start = sentence.index("Anna Berg")
    name = Span(start, start + len("Anna Berg"))
    ahead, behind = apposition_before(sentence, name, 0), apposition_after(sentence, name, len(sentence))

    assert (ahead and ahead.of(sentence)) == before
    assert (behind and behind.of(sentence)) == after

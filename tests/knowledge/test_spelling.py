"""Names in every dress: case, accents and marks for finding, sound for persons from other scripts, slips of the pen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.spelling import distance, fold, in_sentence, name_words, person_key, sound_key


@given(st.text(max_size=80))
def test_folding_keeps_every_place(text):
    """What is found in the folded text stands at the same place in the original."""
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "folded", "why"),
    [
        ("Élysée", "elysee", "accents go"),
        ("Sana\u2019a", "sana'a", "a curly apostrophe is a plain one"),
        ("Tel\u00a0Aviv", "tel aviv", "a no-break space is a space"),
        ("U.S.\u2011led", "u.s.-led", "a no-break hyphen is a hyphen"),
        ("Łódź", "lodz", "strokes go"),
    ],
)
def test_folding_makes_marks_plain(written, folded, why):
    """Typography never hides a name."""
    assert fold(written) == folded, why


@pytest.mark.parametrize(
    "spellings",
    [
        "Sergey Sergei Serge Serguei",
        "Mohammed Muhammad Mohamed Mohammad",
        "Zelensky Zelenskyy Zelenskiy Zelenskyi",
        "Gadhafi Gaddafi Gadafi",
        "Qaddafi Kadafi Khadafy",
        "Hussein Husayn Hussain Hossein",
        "Yevgeny Evgeny Evgeni",
        "Assad al-Assad Asad",
        "Dmitry Dmitri Dmitriy",
        "Shoigu Shoygu",
        "Milosevic Milošević",
        "Netanyahu Netanjahu",
    ],
)
def test_one_name_has_one_sound(spellings):
    """Romanisations of one name come to one key."""
    assert len({sound_key(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize("names", ["Putin Patten", "Ivan Ian", "Kerry Kern", "Lee Li", "Castro Castor", "Rabin Robin"])
def test_other_names_sound_otherwise(names):
    """The key is no coarser than it must be."""
    one, other = names.split()

    assert sound_key(one) != sound_key(other)


def test_a_person_has_one_key_in_every_spelling():
    """Initials, titles of descent and romanisation do not count, the last name comes first."""
    assert person_key("Sergei V. Lavrov") == person_key("Serge Lavrov") == person_key("Sergey Lavrov")
    assert person_key("Anna Berg") != person_key("Berta Anna")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("George W. Bush Jr.", ("george", "bush")),
        ("Osama bin Laden", ("osama", "laden")),
        ("Marcel de Souza", ("marcel", "souza")),
        ("U Thant", ("thant",)),
        ("Thomas-Greenfield", ("thomas-greenfield",)),
    ],
)
def test_words_of_a_name_leave_out_what_outlets_leave_out(name, words):
    """Initials and particles come and go between reports of one person."""
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("merkel", "merkle", 1),
        ("lavrov", "lavrof", 1),
        ("barrow", "barow", 1),
        ("putin", "petain", 2),
        ("xi", "erdogan", 3),
    ],
)
def test_slips_are_counted_up_to_a_limit(one, other, steps):
    """A swap of neighbours is one slip; what is further apart than the limit is just further."""
    assert distance(one, other) == steps


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("United Kingdom", "the United Kingdom"),
        ("Netherlands", "the Netherlands"),
        ("Republic of Korea", "the Republic of Korea"),
        ("Democratic Republic of the Congo", "the Democratic Republic of the Congo"),
        ("the Arab League", "the Arab League"),
        ("Norway", "Norway"),
        ("NATO", "NATO"),
        ("Congress", "Congress"),
        ("Sergey Lavrov", "Sergey Lavrov"),
        ("", ""),
    ],
)
def test_a_name_has_its_article_in_a_sentence(name, expected):
    """Common nouns at its end, or before "of", ask for one; it is not put twice."""
    assert in_sentence(name) == expected

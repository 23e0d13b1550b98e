"""Two names to whether they may be one person's."""

from __future__ import annotations

import pytest

from sayso.resolve.naming import Likeness, bare_name, given_agrees, likeness, same_person


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        ("Sergey Lavrov", "Lavrov", Likeness.SAME, "a surname alone"),
        ("Sergey Lavrov", "Serge Lavrov", Likeness.SAME, "one given name in two spellings"),
        ("Volodymyr Zelensky", "Vladimir Zelenskyy", Likeness.SOUND, "one name in two tongues"),
        ("Adama Barrow", "Adama Barow", Likeness.SOUND, "a doubled letter"),
        ("Angela Merkel", "Merkle", Likeness.NEAR, "two letters swapped"),
        ("Xi Jinping", "Xi", Likeness.SOUND, "the family name comes first"),
        ("Tony Blair", "Anthony Blair", Likeness.SAME, "a short form"),
        ("J. Smith", "John Smith", Likeness.SAME, "an initial is no word of the name"),
        ("Alec Douglas-Home", "Home", Likeness.SAME, "the last part of a double surname"),
        ("Alec Douglas-Home", "Douglas-Home", Likeness.SAME, "all of it"),
        ("Fidel Castro", "Raul Castro", Likeness.NONE, "two brothers"),
        ("George Bush", "Kate Bush", Likeness.NONE, "given names object"),
        ("King Hussein", "Saddam Hussein", Likeness.NONE, "a title that tells apart"),
        ("", "Saddam Hussein", Likeness.NONE, "no word at all"),
        ("Barrow", "Nasser", Likeness.NONE, "two surnames"),
        ("Rice", "Reid", Likeness.NONE, "short names are not guessed at"),
        ("Prince Saud al-Faisal", "Saud al-Faisal", Likeness.SAME, "a title that comes and goes"),
    ],
)
def test_names_of_one_person_agree(one, other, expected, why):
    """Surnames decide, given names may object, the order of the two does not count."""
    assert same_person(one, other) is expected, why
    assert same_person(other, one) is expected, why


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("President Anna Berg", "Anna Berg"),
        ("Lt. Gen. Jonas Holm", "Jonas Holm"),
        ("Mr Holm's", "Holm"),
        ("Sir Anthony Eden", "Anthony Eden"),
        ("Signor Berg", "Berg"),
        ("King Hussein", "King Hussein"),
        ("General", "General"),
    ],
)
def test_titles_are_no_part_of_a_name_unless_they_tell_two_apart(name, bare):
    """A name keeps at least one word."""
    assert bare_name(name) == bare


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [("bill", "william", True), ("alex", "alexander", True), ("s", "sergey", True), ("anna", "berta", False)],
)
def test_given_names_agree_by_form_or_by_tongue(one, other, agree):
    """Short forms and initials are their long names."""
    assert given_agrees(one, other) is agree


def test_short_words_are_alike_only_where_equal():
    """Below five letters a slip is another name."""
    assert likeness("bush", "busch") is Likeness.NONE
    assert likeness("holm", "holm") is Likeness.SAME

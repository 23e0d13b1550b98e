"""Other ways of saying a move: its verb told of what is to come, with the way back to the words that were asked."""

from __future__ import annotations

import pytest

from sayso.ask.headlines import LEAD, said_otherwise


@pytest.mark.parametrize(
    ("move", "expected", "why"),
    [
        ("India blockades Karachi.", ["India will blockade Karachi."], "a verb that is a noun as well"),
        ("A court in Hale convicts Brandt.", ["A court in Hale will convict Brandt."], "behind a name"),
        ("The talks in Hale collapse.", ["The talks in Hale will collapse."], "a subject in the plural"),
        ("The strikes on Hale end the truce.", ["The strikes on Hale will end the truce."], "no verb behind `the`"),
        ("India to blockade Karachi.", ["India will blockade Karachi."], "a headline's infinitive"),
        ("Fog in the strait.", [], "no verb at all"),
    ],
)
def test_each_word_that_may_be_the_verb_is_told_of_what_is_to_come(move: str, expected: list[str], why: str) -> None:
    """The lead comes last, for moves whose verb is not in doubt."""
    assert [one.text for one in said_otherwise(move)] == [*expected, LEAD + move], why


@pytest.mark.parametrize("move", ["India blockades Karachi.", "The talks in Hale collapse."])
def test_every_word_but_the_verb_leads_back_to_itself(move: str) -> None:
    """And the verb to the verb."""
    for other in said_otherwise(move):
        for word in move.rstrip(".").split():
            if word in other.text:
                start = other.text.index(word)
                assert move[other.back(start) : other.back(start + len(word))] == word
    will = next(said_otherwise(move))
    told = will.text.index("will ")
    end = will.text.index(" ", told + 5) if " " in will.text[told + 5 :] else len(will.text) - 1
    assert move[will.back(told) : will.back(end)] in ("blockades", "collapse")

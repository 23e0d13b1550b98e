"""What a sentence says of a verb in it, by the order of its words alone."""

from __future__ import annotations

import pytest
from worlds import World

from sayso.ledger.tokens import Token, Told, tokens, told, told_of_noun


def cut(text: str) -> tuple[Token, ...]:
    return tokens(text, 0, {}, World())


def place(words: tuple[Token, ...], wanted: str) -> int:
    return next(i for i, word in enumerate(words) if word.text == wanted)


@pytest.mark.parametrize(
    ("text", "verb", "expected", "why"),
    [
        ("The army left the port on Monday", "left", Told.DONE, "a plain past"),
        ("The army has left the port", "left", Told.DONE, "a perfect"),
        ("The army did not leave the port", "leave", Told.NOT_DONE, "a negated past"),
        ("The army never left the port", "left", Told.NOT_DONE, "never"),
        ("No soldier has left the port", "left", Told.NOT_DONE, "nobody did"),
        ("None of the forty men on the list has ever been handed over", "handed", Told.NOT_DONE, "none, far before"),
        ("The army will leave the port", "leave", Told.TO_COME, "a future"),
        ("The army won't leave the port", "leave", Told.NOT_TO_COME, "a negated future"),
        ("Not one soldier will leave the port", "leave", Told.NOT_TO_COME, "not one"),
        ("The army could leave the port", "leave", Told.UNREAL, "only possible"),
        ("If the army leaves the port, all is lost", "leaves", Told.UNREAL, "a condition"),
        ("Should the army leave the port, all is lost", "leave", Told.UNREAL, "a condition by word order"),
        ("The army began on Monday to leave the port", "leave", Told.DONE, "what is begun is done"),
        ("The army refused to leave the port", "leave", Told.NOT_DONE, "what is refused is not done"),
        ("The army did not hesitate to leave the port", "leave", Told.DONE, "two negations"),
        ("The army promised to leave the port", "leave", Told.UNREAL, "what is promised is neither"),
        ("The general, who had left the port, was silent", "left", Told.DONE, "a relative clause is one of its own"),
        ("Its army leaves the port", "leaves", Told.DONE, "a present that tells"),
        ("The mayor warned that leaving the port risks a famine", "leaving", None, "a gerund only names what is done"),
        ("Ships leave the port", "leave", None, "a bare form outside a headline tells nothing for certain"),
    ],
)
def test_a_verb_is_told_of_as_its_words_say(text: str, verb: str, expected: Told | None, why: str) -> None:
    """Auxiliaries, negations and the verb that an infinitive hangs on decide."""
    words = cut(text)

    assert expected == told(words, place(words, verb)), why


def test_in_a_headline_the_present_tells_what_was_done() -> None:
    """ "Ships leave port" is news there."""
    words = cut("Ships leave the port")

    assert told(words, place(words, "leave"), is_headline=True) == Told.DONE


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The strike that the unions had threatened did not take place", "strike", Told.NOT_DONE),
        ("The strike was called off", "strike", Told.NOT_DONE),
        ("The withdrawal was completed on Friday", "withdrawal", Told.DONE),
        ("Freedonia lifted its ban on ships", "ban", Told.NOT_DONE),
        ("The last bomber left in May, and the others never came", "bomber", None),
        ("The strike worried nobody", "strike", None),
    ],
)
def test_a_noun_is_told_of_by_what_its_clause_says(text: str, noun: str, expected: Told | None) -> None:
    """Taking place, being called off, being lifted; what the next clause says is not about it."""
    words = cut(text)

    assert expected == told_of_noun(words, place(words, noun))

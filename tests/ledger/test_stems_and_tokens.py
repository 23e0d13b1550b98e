"""What a sentence says of a verb in it, by the order of its words alone."""

from __future__ import annotations

import pytest
from worlds import World

from sayso.ledger.nouns import told_of_noun
from sayso.ledger.tokens import Token, Told, meet, tokens, told


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
        ("The guards let five of the lorries go at dawn", "let", Told.DONE, "a verb with its particle far behind"),
        ("The general prepared to leave the port", "leave", Told.UNREAL, "what is prepared is not yet done"),
        ("The army dropped no bombs on the port", "bombs", None, "behind a determiner stands a noun"),
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
        ("The council put an arms embargo on both islands", "embargo", Told.DONE),
        ("The council never imposed the embargo", "embargo", Told.NOT_DONE),
        ("The council will not impose an embargo", "embargo", Told.NOT_TO_COME),
        ("The council spoke of an embargo", "embargo", None),
    ],
)
def test_a_noun_is_told_of_by_what_its_clause_says(text: str, noun: str, expected: Told | None) -> None:
    """Taking place, being called off, being lifted; what the next clause says is not about it."""
    words = cut(text)

    assert expected == told_of_noun(words, place(words, noun))


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Its troops took the old town back", "took", "retake"),
        ("Drakonia gave up the fort", "gave", "surrender"),
        ("The engineers turned the pumps off", "turned", "cut"),
        ("The captors set the pilots free", "set", "release"),
        ("The tanks turned away from the river", "turned", "leave"),
        ("The council took notes from the back", "took", "take"),
    ],
)
def test_a_verb_says_what_it_does_with_its_particle(text: str, word: str, verb: str) -> None:
    """Also where its object stands between."""
    words = cut(text)

    assert verb == words[place(words, word)].verb


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        ("local:person/holm", "local:person/holm-andars", True, "a surname alone"),
        ("local:person/holm-andars", "local:person/holm-berit", False, "two of one surname"),
        ("local:person/holm", "local:person/holmes-ada", False, "another surname"),
        ("Q20", "Q20", True, "the same"),
    ],
)
def test_people_may_be_one_by_their_surname(one: str, other: str, expected: bool, why: str) -> None:
    """Where one article gives no more of the name."""
    assert meet(frozenset({one}), frozenset({other})) is expected, why
    assert meet(frozenset({other}), frozenset({one})) is expected, why

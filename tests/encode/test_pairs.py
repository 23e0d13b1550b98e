"""A move and a rule to the pieces that are read together: which are marked as what, and which are left out."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encode.encoder import shipped_encoder
from sayso.encode.pairs import AFTER, BEFORE, MOST, MOVE, Pair, Part, Rule, Shared, lay_out
from sayso.spans import Span, Spans

TEXT = "The harbour was quiet. If Lusonia mines the sound, we will sink its trawlers, the admiral said."
CONDITION, CONSEQUENCE = "Lusonia mines the sound", "we will sink its trawlers"


def spans(text: str, *pieces: str) -> Spans:
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in pieces)


def rule(text: str = TEXT, condition: str | None = CONDITION, *, if_not: bool = False) -> Rule:
    return Rule(text, spans(text, condition) if condition else (), spans(text, CONSEQUENCE), if_not)


def laid(move: str, asked: Rule, *names: list[tuple[Span, Shared]]) -> Pair:
    mine, yours = names or ([], [])
    return lay_out(move, asked, (mine, yours), shipped_encoder().vocabulary)


def runs(pair: Pair) -> list[Part]:
    """The parts of a pair one after the other, each stretch once."""
    return [Part(part) for part, _ in groupby(pair.parts)]


def ids(words: str) -> list[int]:
    """The piece ids of some words alone."""
    return [
        one
        for one, part in zip(*_columns(laid(words, rule())), strict=True)
        if part == Part.MOVE and one not in (shipped_encoder().vocabulary.cls, shipped_encoder().vocabulary.sep)
    ]


def _columns(pair: Pair) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return pair.ids, pair.parts


def of_part(pair: Pair, part: Part) -> list[int]:
    """The piece ids of one part."""
    return [one for one, held in zip(*_columns(pair), strict=True) if held == part]


def test_the_pieces_of_a_rule_are_marked_in_its_passage() -> None:
    """First the move, then what stands around the rule with its condition and its consequence in their places."""
    pair = laid("Lusonia lays mines", rule())

    assert runs(pair) == [Part.MOVE, Part.AROUND, Part.CONDITION, Part.AROUND, Part.CONSEQUENCE, Part.AROUND]
    assert of_part(pair, Part.CONDITION) == ids(CONDITION)
    assert of_part(pair, Part.CONSEQUENCE) == ids(CONSEQUENCE)


def test_the_separators_stand_at_the_start_behind_the_move_and_at_the_end() -> None:
    """As the layers were taught to see two texts."""
    vocabulary = shipped_encoder().vocabulary
    pair = laid("Lusonia lays mines", rule())

    assert (pair.ids[0], pair.ids[-1]) == (vocabulary.cls, vocabulary.sep)
    assert pair.ids[pair.parts.index(Part.AROUND) - 1] == vocabulary.sep
    assert pair.ids.count(vocabulary.sep) == 2


def test_every_piece_has_one_of_each() -> None:
    """Ids, shapes, parts and names are rows of one length."""
    pair = laid("Lusonia lays mines", rule())

    assert len({len(row) for row in (pair.ids, pair.shapes, pair.parts, pair.shared)}) == 1


def test_a_condition_that_must_not_fail_is_marked_as_such() -> None:
    """Behind "unless" stands what keeps the consequence away."""
    pair = laid("Lusonia lays mines", rule(if_not=True))

    assert Part.CONDITION not in runs(pair)
    assert of_part(pair, Part.UNLESS) == ids(CONDITION)


@pytest.mark.parametrize("if_not", [False, True])
def test_a_rule_whose_condition_was_not_read_is_laid_out_all_the_same(if_not: bool) -> None:
    """Nothing is marked as one."""
    assert runs(laid("Lusonia lays mines", rule(condition=None, if_not=if_not))) == [
        Part.MOVE,
        Part.AROUND,
        Part.CONSEQUENCE,
        Part.AROUND,
    ]


def test_a_condition_in_two_pieces_is_marked_in_both() -> None:
    """What stands between belongs to neither."""
    text = f"If Lusonia, the admiral said, mines the sound, {CONSEQUENCE}."
    asked = Rule(text, spans(text, "Lusonia", "mines the sound"), spans(text, CONSEQUENCE), if_not=False)

    assert runs(laid("Lusonia lays mines", asked)).count(Part.CONDITION) == 2


def test_only_the_words_around_a_rule_are_read() -> None:
    """An article of any length before and behind it does not count, and no word is cut in two."""
    text = f"{'Beforehand ' * 200}{TEXT}{' afterwards' * 200}"
    held = rule(text).passage
    words = held.of(text)

    assert words.split() == text.split()[text[: held.start].count(" ") :][: len(words.split())]
    assert 0 <= text.index(CONDITION) - held.start <= BEFORE
    assert 0 <= held.end - text.index(CONSEQUENCE) - len(CONSEQUENCE) <= AFTER


def test_of_what_is_too_long_the_words_farthest_before_the_rule_are_left_out() -> None:
    """The rule itself is kept as long as it has room."""
    asked = rule("o k " * 100 + TEXT)
    pair = laid("word " * 40, asked)

    assert len(pair.ids) == MOST
    assert of_part(pair, Part.CONDITION) == ids(CONDITION)
    assert of_part(pair, Part.CONSEQUENCE) == ids(CONSEQUENCE)


def test_of_a_rule_that_is_too_long_itself_its_beginning_is_read() -> None:
    """A condition of a whole paragraph is read from its first word on."""
    condition = "Lusonia " + "again and " * 150 + "mines the sound"
    text = f"Hear this. If {condition}, {CONSEQUENCE}."
    pair = laid("Lusonia lays mines", rule(text, condition))

    assert len(pair.ids) == MOST
    assert of_part(pair, Part.CONDITION)[: len(ids("Lusonia again and"))] == ids("Lusonia again and")


def test_a_long_move_is_cut() -> None:
    """So that the rule has room."""
    assert len(of_part(laid("word " * 300, rule()), Part.MOVE)) == MOVE + 2


def test_names_are_told_by_how_they_stand_to_the_other_text() -> None:
    """In the move by their places there, in the passage by those in the whole article."""
    text = f"{'Beforehand ' * 200}{TEXT}"
    mine, yours = [(Span(0, 7), Shared.SAME)], [(*spans(text, "Lusonia"), Shared.WHOLE)]
    pair = laid("Lusonia lays mines", rule(text), mine, yours)
    told = {
        (Part(part), Shared(how)) for part, how in zip(pair.parts, pair.shared, strict=True) if how != Shared.NO_NAME
    }

    assert told == {(Part.MOVE, Shared.SAME), (Part.CONDITION, Shared.WHOLE)}


@given(
    move=st.text(max_size=200),
    before=st.text(alphabet="ab .,\n”’", max_size=600),
    behind=st.text(alphabet="ab .,\n”’", max_size=200),
    if_not=st.booleans(),
)
def test_whatever_is_said_a_pair_is_laid_out(move: str, before: str, behind: str, if_not: bool) -> None:
    """No words are too strange or too many, and the rule is among what is read."""
    pair = laid(move, rule(f"{before} {TEXT} {behind}", if_not=if_not))

    assert len(pair.ids) <= MOST
    assert of_part(pair, Part.CONSEQUENCE) == ids(CONSEQUENCE)

"""A recorded signal to the rule that the matcher reads, and the names that it has in common with a move."""

from __future__ import annotations

from datetime import date

from worlds import deed, view

from sayso.encode.pairs import Rule, Shared
from sayso.knowledge.knowledge import knowledge
from sayso.spans import Span
from sayso.weigh.matching import names_of, rule_of

TEXT = "Kenya kept out of it. If NATO patrols the Barents Sea, Russia will answer, Moscow said."


def test_a_signal_is_read_where_it_was_said() -> None:
    """Its text with the spans of its condition and consequence, and whether it is an "unless"."""
    one = view("s", "threat", "drago", deed("deploy"), deed("strike"), words="if they come we strike", if_not=True)
    rule = rule_of(one)

    assert rule == Rule(one.text, one.signal.condition, one.signal.consequence, if_not=True)


def test_a_signal_without_a_condition_has_an_empty_one() -> None:
    """Nothing is None to the matcher."""
    assert rule_of(view("s", "refusal", "ava", None, deed("deploy"), bare=True)).condition == ()


def test_names_of_a_passage_lie_where_they_stand_in_the_whole_article() -> None:
    """However far behind its beginning the passage is."""
    text = f"{'Beforehand ' * 90}{TEXT}"
    start = text.index("NATO patrols")
    rule = Rule(text, (Span(start, start + 28),), (Span(start + 30, start + 48),), if_not=False)
    mine, yours = names_of("Norway patrols the Barents Sea", rule, knowledge(), date(2020, 1, 1))

    assert {span.of(text) for span, _ in yours} >= {"NATO", "Russia", "Moscow"}
    assert {span.of(text): how for span, how in yours}["NATO"] is Shared.WHOLE
    assert mine[0] == (Span(0, 6), Shared.PART)


def test_names_outside_a_passage_do_not_count() -> None:
    """What the article names elsewhere is nothing that the rule was said about."""
    text = f"Japan wrote a note. {'Beforehand ' * 90}{TEXT}"
    start = text.index("NATO patrols")
    mine, _ = names_of(
        "Japan writes notes", Rule(text, (Span(start, start + 28),), (), if_not=False), knowledge(), None
    )

    assert [how for _, how in mine] == [Shared.ELSEWHERE]

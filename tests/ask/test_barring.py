"""What no likeness of words outweighs: the contrary of a deed, and the same deed upon somebody else's things."""

from __future__ import annotations

import pytest

from sayso.ask.barring import is_barred, is_reversed
from sayso.knowledge.knowledge import knowledge
from sayso.terms import Match
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked
from sayso.weigh.frames import Frame

LIBYA, USA = "Q1016", "Q30"


def frame(act: str, actor: str, thing: str, *, happens: bool = True) -> Frame:
    """A deed of one state upon a thing."""
    return Frame(act, happens, frozenset((actor,)), frozenset(), None, thing, None, None, things=(thing,))


@pytest.mark.parametrize(
    ("condition", "move", "reversed_"),
    [
        (frame("release", LIBYA, "the airmen"), frame("release", LIBYA, "the airmen"), False),
        (frame("release", LIBYA, "the airmen"), frame("release", LIBYA, "the airmen", happens=False), True),
        (frame("release", LIBYA, "the airmen"), frame("detain", LIBYA, "the airmen"), True),
        (frame("release", LIBYA, "the airmen"), frame("detain", USA, "the airmen"), False),
        (frame("attack", LIBYA, "American aircraft"), frame("attack", LIBYA, "American aircraft"), False),
        (frame("attack", LIBYA, "American aircraft"), frame("attack", LIBYA, "French aircraft"), True),
        (frame("attack", LIBYA, "American aircraft"), frame("attack", LIBYA, "aircraft"), False),
        (frame("attack", LIBYA, "American aircraft"), frame("meet", LIBYA, "French aircraft"), False),
    ],
)
def test_a_deed_is_not_its_contrary_nor_one_upon_another(condition: Frame, move: Frame, reversed_: bool) -> None:
    """Where the act was read on both sides; whoever does it besides is not asked here."""
    comparer = Comparer(knowledge(), None)
    asked = Asked(condition, False, frozenset(), False, False)
    made = comparer.compare(asked, move)
    assert (made.slots["actor"] is Match.CLASH) is condition.actors.isdisjoint(move.actors)

    assert is_reversed(made, asked, move, comparer) is reversed_


@pytest.mark.parametrize(
    ("act", "mover", "bars"),
    [("attack", USA, True), ("attack", LIBYA, False), ("ceasefire", USA, False)],
)
def test_of_nobody_named_the_sender_s_own_side_is_not_meant(act: str, mover: str, bars: bool) -> None:
    """Who warns of an attack does not warn of its own; what two sides do together it may do as well."""
    comparer = Comparer(knowledge(), None)
    condition = Frame(act, True, frozenset(), frozenset(), None, None, None, None)
    move = Frame(act, True, frozenset((mover,)), frozenset(), None, None, None, None)
    asked = Asked(condition, False, frozenset((USA,)), False, False)

    assert is_barred(comparer.compare(asked, move), asked, move, comparer.known) is bars

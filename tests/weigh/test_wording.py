"""Conditions and moves compared by their words, where no act was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from worlds import World, deed, view

from sayso.spans import Span
from sayso.terms import Match
from sayso.weigh.compare import Comparer
from sayso.weigh.terms import terms
from sayso.weigh.wording import Worded, Wording, compare_wording

CASES = [
    ("the ferry service ends", False, "stop", "Elbonia", "the ferry service", True, "another verb for ending"),
    ("the ferry service ends", False, "resume", "Elbonia", "the ferry service", False, "the contrary"),
    ("the ferry service ends", False, "stop", "Freedonia", "the ferry service", False, "nobody whom the article names"),
    ("the permits are abolished by May 3", True, "abolish", "Elbonia", "the permits", False, "it is done"),
    ("Elbonia mends the dykes by May 3", False, "mend", "Elbonia", "the dykes", True, "the deadline is unknown"),
    ("Elbonia mends the dykes", False, "mend", "Elbonia", "the roofs", False, "another thing"),
    ("Elbonia mends the dykes", False, "mend", "Avalon", "the dykes", False, "somebody else"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "if_not", "verb", "doer", "thing", "fires", "why"), CASES)
def test_every_word_of_a_condition_must_be_met(
    condition: str, if_not: bool, verb: str, doer: str, thing: str, fires: bool, why: str
) -> None:
    """A move meets a condition in all its telling words, or is another matter."""
    named = f"{condition} | elbonia avalon"
    signal = view("s", "threat", "drakonia", deed("deploy"), deed("strike", "drakonia"), words=named, if_not=if_not)
    asked = replace(
        signal, condition=(), signal=replace(signal.signal, condition=(Span(0, len(condition)),)),
        entities={key: one for key, one in signal.entities.items() if key in ("elbonia", "avalon", "drakonia")},
    )  # fmt: skip
    who = terms(doer, Span(0, len(doer)), {})
    done = Wording(
        verb=verb,
        happens=True,
        doer=tuple(replace(one, name=doer.lower()) for one in who),
        rest=tuple(one for one in terms(thing, Span(0, len(thing)), {}) if one.tells),
        entities={},
    )

    found = compare_wording(Worded.of(asked), done, Comparer(World(), date(2001, 6, 1)))

    assert (found is not None and found.stopped_by(1) is None) is fires, why


def test_a_deadline_that_a_move_does_not_name_is_unknown() -> None:
    """What comes after the day would not set the signal off, and nobody says when it comes."""
    condition = "Elbonia mends the dykes by May 3"
    signal = view("s", "threat", "drakonia", deed("deploy"), deed("strike", "drakonia"), words=condition)
    asked = replace(signal, condition=())
    done = Wording(
        "mend", True, tuple(replace(one, name="elbonia") for one in terms("Elbonia", Span(0, 7), {})),
        terms("dykes", Span(0, 5), {}), {},
    )  # fmt: skip

    found = compare_wording(Worded.of(asked), done, Comparer(World(), date(2001, 6, 1)))

    assert found is not None
    assert found.slots["time"] is Match.UNKNOWN

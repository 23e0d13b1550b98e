"""How firmly a signal is put, on one ordered scale."""

from __future__ import annotations

import pytest

from sayso.ledger.firmness import LEVELS, NAMES, graded


@pytest.mark.parametrize(
    ("words", "level", "why"),
    [
        ("this could lead to war", 1, "what is only possible"),
        ("we do not rule out force; it cannot be ruled out", 1, "not ruled out"),
        ("such a step risks war", 2, "a risk"),
        ("we reserve the right to answer", 2, "a right kept open"),
        ("such a step would lead to war", 3, "a conditional"),
        ("we are ready to answer", 3, "readiness"),
        ("such a step will lead to war", 4, "a prediction"),
        ("we answer with force", 4, "a plain statement"),
        ("such a step means war", 5, "an equation"),
        ("we will answer at once", 5, "will, and at once"),
        ("such a step may well mean war", 1, "a weaker mark outweighs a firmer one"),
        ("we shall decide in May", 4, "the month is no modal"),
    ],
)
def test_a_wording_has_its_step(words: str, level: int, why: str) -> None:
    """Risks, then would, then will, then means."""
    assert level == graded(words).level, why


def test_in_reported_speech_would_is_the_past_of_will() -> None:
    """ "He said that it would lead to war" tells what "it will lead to war" told."""
    direct = graded("it will lead to war")

    assert direct.level == graded("it would lead to war", is_indirect=True).level
    assert direct.level > graded("it would lead to war").level


def test_every_step_has_marks_and_a_name() -> None:
    """The scale has no gap."""
    assert list(range(1, 6)) == sorted(LEVELS) == sorted(NAMES)

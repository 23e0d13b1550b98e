"""Passages with their signals as sayso reads them, for the labels whose halves they share."""

from __future__ import annotations

from typing import Any

from lab.train.reread import read

TEXT = (
    "MOSCOW (Reuters) - Russia warned on Tuesday that it would respond with military force if NATO deploys troops to "
    "Ukraine. Talks on fish were held in Oslo."
)


def passage(condition: str, consequence: str) -> dict[str, Any]:
    """A passage with one label."""
    label = {"id": "s1", "condition": [condition], "consequence": [consequence], "if_not": False}
    return {"date": "1995-06-12", "text": TEXT, "signals": [label]}


def test_a_label_gets_the_halves_that_are_read_there() -> None:
    """Wherever they begin and end; the text is the passage's."""
    rule = read(passage("deploys troops", "respond with military force"))["s1"]

    assert rule.text == TEXT
    assert "NATO deploys troops to Ukraine" in [span.of(TEXT) for span in rule.condition]
    assert any("would respond with military force" in span.of(TEXT) for span in rule.consequence)


def test_a_label_of_which_nothing_is_read_has_no_rule() -> None:
    """It keeps its own halves in training."""
    assert read(passage("Talks on fish", "held in Oslo")) == {}

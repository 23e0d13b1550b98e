"""docs/ledger.md tells the rules that decide, in their order and their words."""

from __future__ import annotations

from pathlib import Path

from sayso.ledger.firmness import NAMES
from sayso.ledger.outcomes import RULES

PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")
MET = {True: "yes", False: "no", None: "-"}


def test_every_rule_stands_on_the_page_in_the_order_in_which_it_is_asked() -> None:
    """A rule that changes without its line fails here."""
    lines = [f"| {rule.name} | {rule.outcome.value} | {MET[rule.condition_met]} | {rule.words} |" for rule in RULES]

    assert "\n".join(lines) in PAGE


def test_every_step_of_firmness_stands_on_the_page() -> None:
    """With the word that is shown."""
    assert all(f"| {level} | {name} |" in PAGE for level, name in NAMES.items())

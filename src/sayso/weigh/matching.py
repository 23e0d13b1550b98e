"""A recorded signal to the rule that the matcher reads, and the names that a move and a rule have in common."""

from __future__ import annotations

from datetime import date

from sayso.encode.pairs import Names, Rule
from sayso.knowledge.known import Hit
from sayso.weigh.frames import Knows, SignalView
from sayso.weigh.namesakes import namesakes


def rule_of(view: SignalView) -> Rule:
    """Return a signal as the matcher reads it."""
    signal = view.signal
    return Rule(view.text, signal.condition or (), signal.consequence or (), signal.if_not)


def names_of(move: str, rule: Rule, known: Knows, on: date | None) -> tuple[Names, Names]:
    """Return the known names of a move and of a rule's passage, each as it stands to the other text."""
    held = rule.passage
    theirs = known.hits(rule.text[held.start : held.end], on)
    moved = [Hit(hit.span.shifted(held.start), hit.senses) for hit in theirs]
    return namesakes(known.hits(move, on), moved, known, on)

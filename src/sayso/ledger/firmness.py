"""
The words of a signal to how firmly it is put, on an ordered scale, so that two wordings of one signal can be compared.

Five steps, each with the modals, verbs and adverbs that mark it: what *could* happen, what one *risks*, what *would*
follow, what *will*, and what *means war* or comes *at once*. The order is that of epistemic strength in grammars of
English (possibility, likelihood, prediction, certainty), with risk between possibility and likelihood, for who names a
risk asks to be heeded. A weaker mark outweighs a firmer one beside it: "may well mean war" only may. In reported speech
*would* is the past of *will*, so that it counts as that where the statement is indirect.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sayso.ledger.claims import Claim
from sayso.spans import cover
from sayso.terms import Form, SignalKind


@dataclass(frozen=True, slots=True)
class Firmness:
    """
    How firmly a signal is put.

    Attributes:
        level: 1 (could) to 5 (is certain).
        words: The words that mark it, empty where none does and the plain statement counts.
    """

    level: int
    words: str


LEVELS: Final[Mapping[int, tuple[str, ...]]] = {
    1: ("(?-i:may)", "might", "could", "possibl[ey]", "perhaps", "not (?:be )?ruled? out", r"hint\w*", r"suggest\w*"),
    2: (r"risk\w*", r"danger\w*", r"consider\w*(?! an?)", "reserves? the right", "options? open", "should", r"urge\w*",
        "call(?:s|ed)? (?:on|for)"),
    3: ("would", "'d", "likely", "probably", r"expect\w*", "ready to", "prepared to", r"plan\w* to", r"intend\w*",
        "ask(?:s|ed)?"),
    4: ("will", "shall", "'ll", "going to", "must", "ha(?:s|ve) to", "(?:is|are) to", r"vow\w*", r"promis\w*",
        r"pledg\w*", r"demand\w*", r"insist\w*"),
    5: ("means?", "never", "certainly", "surely", "inevitabl[ey]", "undoubtedly", "under no circumstances", "at once",
        "immediately", "instantly", "without (?:delay|hesitation|warning)", "no choice but", r"guarantee\w*",
        r"within (?:an|the|\w+) (?:hours?|minutes?)", "(?:considered|regarded as|treated as) an?", "an act of war",
        "at any (?:price|cost)"),
}  # fmt: skip
"""What marks each step, as regular expressions. Our own table, by hand; nothing is swept."""
NAMES: Final = {1: "possible", 2: "a risk", 3: "likely", 4: "announced", 5: "certain"}
"""A word for each step, as it is shown."""
PLAIN: Final = 4
"""The step of what is stated without any mark: "we answer with force"."""
FUTURE: Final = ("will", "would", "'d", "'ll")
BACKSHIFTED: Final = re.compile(r"\bwould\b", re.I)
LEFT: Final = 40
"""Code points before a consequence in which its modal may stand; set by hand."""

_MARKS: Final = {level: re.compile(rf"(?<!\w)(?:{'|'.join(marks)})(?!\w)", re.I) for level, marks in LEVELS.items()}


def firmness(claim: Claim) -> Firmness:
    """Return how firmly a claim puts what is to follow; of a demand that names nothing, what it asks for."""
    return graded(
        _stretch(claim), is_indirect=claim.form is Form.INDIRECT, is_demand=claim.signal.kind is SignalKind.DEMAND
    )


def graded(words: str, *, is_indirect: bool = False, is_demand: bool = False) -> Firmness:
    """
    Return the step that some words stand on.

    Args:
        words: Of the consequence, with its modal.
        is_indirect: A reporter tells it in the past, so that "would" may be the past of "will".
        is_demand: They say what another must do, where "would" and "will" tell nothing.
    """
    words = words.replace("’", "'")
    found = [(level, match) for level, marks in _MARKS.items() for match in marks.finditer(words)]
    if is_indirect:
        found = [(4 if BACKSHIFTED.fullmatch(match.group()) else level, match) for level, match in found]
    if is_demand:
        found = [
            (level, match) for level, match in found if match.group().lower() not in ("will", "would", "'d", "'ll")
        ]
    if not found:
        return Firmness(PLAIN, "")
    weak = [(level, match) for level, match in found if level <= 2]
    level, match = min(weak, key=_place) if weak else max(found, key=lambda one: (one[0], -one[1].start()))
    return Firmness(level, match.group().lower())


def _place(one: tuple[int, re.Match[str]]) -> tuple[int, int]:
    return one[0], one[1].start()


def _stretch(claim: Claim) -> str:
    """Return the words of what is to follow with what stands before them in its clause, the condition left out."""
    signal, text = claim.signal, claim.view.text
    spans = signal.consequence or signal.condition or ()
    if not spans:
        return ""
    whole = cover(spans)
    start = max(0, whole.start - LEFT)
    other = cover(signal.condition) if signal.consequence and signal.condition else None
    if other is not None and other.end <= whole.start:
        start = max(start, other.end)
    before = re.split(r"[.!?;“\"]\s|\n\n", text[start : whole.start])[-1]
    held = " ".join(span.of(text) for span in spans)
    return " ".join(f"{before} {held}".split())

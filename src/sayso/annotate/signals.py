"""Trees and numbers to signals: the spans of condition and consequence, and which of warning, threat, … it is."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.spans import Spans
from sayso.terms import SignalKind


@dataclass(frozen=True, slots=True)
class SignalMention:
    """
    A condition and a consequence as written.

    Attributes:
        kind: Which signal it is.
        condition: Widest clause or noun phrase, without its connective; None where there is none.
        consequence: Likewise.
        if_not: True where the consequence follows when the condition does not come.
        sentence: Index of the sentence in `Article.sentences` (of the consequence where both are there).
        score: Raw; higher is surer.
    """

    kind: SignalKind
    condition: Spans | None
    consequence: Spans | None
    if_not: bool
    sentence: int
    score: float

"""Numbers to attributions: who, by what words, said what, as spans (PolNeAR), also over sentence borders."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.spans import Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """
    A source, a cue and a content, as written.

    Attributes:
        source: None where the text names none (passives, "reports say").
        cue: With auxiliaries, adverbs and particles; None only where a quotation stands without one.
        content: With its quotation marks and a leading `that`.
        score: Raw model margin, comparable only within this head; higher is surer.
    """

    source: Spans | None
    cue: Spans | None
    content: Spans
    score: float

"""Trees and numbers to events: an act's cue with the spans of its actor, recipient, object and place, and its standing."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.spans import Span, Spans
from sayso.terms import Standing


@dataclass(frozen=True, slots=True)
class EventMention:
    """
    An act as it is written, its parties still spans.

    Attributes:
        act: Id in the act taxonomy.
        cue: The words that name the act ("sending", "ruled out", "air strikes").
        actor: Noun phrases of who does it (the whole phrase, one span each).
        recipient: Noun phrases of whom it is done to.
        object: What is sent, struck, withdrawn, frozen, asked for.
        place: Noun phrase of where, or None.
        time: Span of the time expression that dates it, or None.
        standing: Whether the text says it happened, statement contexts left aside.
        head: The word that heads the cue (predicate).
        sentence: Index of the sentence in `Article.sentences`.
        score: Raw; higher is surer.
    """

    act: str
    cue: Spans
    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]
    object: Spans | None
    place: Span | None
    time: Span | None
    standing: Standing
    head: Span
    sentence: int
    score: float

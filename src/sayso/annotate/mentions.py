"""Numbers to mentions: people, organisations, states, places and groups as they are written, not yet who they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.spans import Span
from sayso.terms import EntityKind


class Mentioned(StrEnum):
    """How a mention refers (ACE): by name, by a common noun, or by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """
    A span that refers to an entity.

    Attributes:
        span: The whole phrase of a name with its title ("Foreign Minister Sergey Lavrov"), without a leading "the".
        head: The name or head noun inside it ("Sergey Lavrov", "minister").
        kind: What the words look like; resolution may know better.
        form: Name, nominal or pronoun.
        sentence: Index of the sentence in `Article.sentences`.
    """

    span: Span
    head: Span
    kind: EntityKind
    form: Mentioned
    sentence: int

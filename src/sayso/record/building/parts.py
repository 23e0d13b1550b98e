"""
What the builders of entries share: the parts of one article's reading, looked up by span.

Nothing is decided here. A span belongs to the innermost statement whose content holds most of it, to the sentence
that holds its start, and to the entity that resolution says it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.annotate.syntax import Word
from sayso.record.entries import Statement
from sayso.resolve.dates import ResolvedTime
from sayso.resolve.setting import Parsed
from sayso.spans import Span, Spans
from sayso.terms import ZoneKind


def nobody(span: Span) -> tuple[str, ...]:  # noqa: ARG001 - the default of a field that is called with a span
    """Return no ids."""
    return ()


def no_side(key: str) -> str | None:  # noqa: ARG001 - the default of a field that is called with an id
    """Return no side."""
    return None


@dataclass(frozen=True)
class Parts(Parsed):
    """
    One article's annotations and what was resolved, for builders to ask.

    Attributes:
        times: Time expressions with their dates.
        entity_of: The id that a noun phrase stands for, None where it stands for nobody known.
        place_of: Likewise, where the phrase is a place and not a party.
        both_of: The ids of the two that "both sides" means, none where a phrase does not say so.
        side_of: The state or organisation that an id speaks or acts for, None where that is not known.
    """

    times: Sequence[ResolvedTime]
    entity_of: Callable[[Span], str | None]
    place_of: Callable[[Span], str | None]
    both_of: Callable[[Span], tuple[str, ...]] = nobody
    side_of: Callable[[str], str | None] = no_side

    def zone(self, span: Span) -> ZoneKind:
        """Return the kind of the zone that a span starts in."""
        return self.article.zone_at(span.start)

    def words(self, spans: Spans | None) -> tuple[Word, ...]:
        """Return the words of some spans."""
        found: list[Word] = []
        for span in spans or ():
            tree = self.tree(span)
            found += tree.words_in(span) if tree else ()
        return tuple(found)

    def entities(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Return the ids that some noun phrases stand for, each once, in text order."""
        found: list[str] = []
        for span in spans:
            one = self.entity_of(span)
            found += self.both_of(span) if one is None else [one]
        return tuple(dict.fromkeys(found))


def innermost(statements: Sequence[Statement], spans: Spans) -> Statement | None:
    """
    Return the statement with the shortest content that holds most of some spans, None where none does.

    Statements whose zone is another than where the spans stand never hold them.
    """
    size = sum(map(len, spans)) or 1
    best: tuple[int, Statement] | None = None
    for statement in statements:
        shared = sum(
            max(0, min(span.end, content.end) - max(span.start, content.start))
            for span in spans
            for content in statement.content
        )
        if shared * 2 > size:
            length = sum(map(len, statement.content))
            if best is None or length < best[0]:
                best = (length, statement)
    return best[1] if best else None

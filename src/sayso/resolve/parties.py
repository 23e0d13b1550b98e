"""
Noun phrases to parties: who acts or is acted upon, also where only an adjective says whose they are.

"British frigates" names no country, but who sends them is the United Kingdom. Such an adjective becomes a mention only
where it is somebody's part in an event.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.article.article import Article
from sayso.knowledge.knowledge import Knowledge
from sayso.resolve.entities import ResolvedEntity
from sayso.resolve.sources import Sources
from sayso.spans import Span
from sayso.terms import EntityKind

_BOTH: Final = re.compile(
    r"(?:both|(?:the )?two|each|either)(?: of the)? (?:sides?|part(?:y|ies)|governments?|countr(?:y|ies)|states?"
    r"|nations?|neighbou?rs?|capitals?|armies|navies|powers|foes|rivals|camps)",
    re.IGNORECASE,
)


class Parties:
    """
    Who noun phrases stand for as parties, in one article.

    Args:
        article: The article.
        sources: Its resolved sources, all of them asked for before.
        known: The tables.
        on: Date against which adjectives are read.
    """

    def __init__(self, article: Article, sources: Sources, known: Knowledge, on: date | None) -> None:
        self._article, self._sources, self._known, self._on = article, sources, known, on
        self._adjectives: dict[str, set[Span]] = {}

    def entity_of(self, span: Span) -> str | None:
        """Return the id that a phrase stands for, a nameless group among them; None where it stands for nobody."""
        found = self._sources.entity_of(span)
        if found is not None:
            return found
        state = self._known.state_of_adjective(span.of(self._article.text), self._on)
        if state is None:
            return self._sources.band_of(span)
        self._adjectives.setdefault(state.id, set()).add(span)
        return state.id

    def both_of(self, span: Span) -> tuple[str, ...]:
        """
        Return the two states that "both sides" or "the two governments" means, or the sides as a nameless group.

        The states are the two that the article names most up to the end of that sentence, if no third is named as
        often. A phrase of any other kind means nobody.
        """
        if not _BOTH.fullmatch(span.of(self._article.text).strip()):
            return ()
        counts = {
            one.id: sum(mention.start < span.start for mention in one.mentions)
            for one in self.entities
            if one.kind is EntityKind.COUNTRY
        }
        ranked = sorted(((count, key) for key, count in counts.items() if count), key=lambda row: (-row[0], row[1]))
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][0] >= ranked[1][0]):
            sides = self._sources.sides_of(span)
            return (sides,) if sides is not None else ()
        return tuple(sorted(key for _, key in ranked[:2]))

    @property
    def entities(self) -> tuple[ResolvedEntity, ...]:
        """The article's entities, with those that only adjectives named."""
        found = {one.id: one for one in self._sources.entities}
        for key, spans in self._adjectives.items():
            known = self._known.get(key)
            one = found.get(key) or (ResolvedEntity(key, known.kind, known.name, ()) if known else None)
            if one is not None:
                apart = [s for s in spans if not any(s.overlaps(m) for m in one.mentions)]
                found[key] = replace(one, mentions=tuple(sorted({*one.mentions, *apart})))
        return tuple(found.values())

"""
The one file that knows the order: a capture to a reading, and the words of a move to its events.

Each stage gets what the stages before it returned and never changes it. Bad input ends in an InputError, which whoever
calls puts into quarantine and counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

import numpy as np

from sayso import __version__
from sayso.acquire.capture import Capture
from sayso.annotate.attributions import attributions
from sayso.annotate.events import events
from sayso.annotate.figures import figures
from sayso.annotate.mentions import mentions
from sayso.annotate.signals import SignalTags, signals
from sayso.annotate.subjects_of_saying import with_sources
from sayso.annotate.syntax import Tree, trees
from sayso.annotate.times import times
from sayso.article.article import Article, Sentence, Zone, article_id
from sayso.article.extract import extract
from sayso.ask.headlines import said_otherwise
from sayso.ask.query import Query, query_of
from sayso.encode.encoder import Array, Encoder, shipped_encoder
from sayso.encode.streams import Stream, encode_article
from sayso.knowledge.knowledge import Knowledge, knowledge
from sayso.record.building import quantities
from sayso.record.building.events import events as build_events
from sayso.record.building.parts import Parts
from sayso.record.building.signals import signals as build_signals
from sayso.record.building.statements import Said, statements, with_signals
from sayso.record.entries import Entity, Reading
from sayso.resolve import dates
from sayso.resolve.edtf import bounds
from sayso.resolve.entities import ResolvedEntity, resolve_entities
from sayso.resolve.governing import governing_tense
from sayso.resolve.parties import Parties
from sayso.resolve.sources import Sources
from sayso.spans import Span
from sayso.terms import ZoneKind


class Reader:
    """
    Reads captures, one at a time; holds the model and the tables and nothing of what it has read.

    Args:
        encoder: The model, the shipped one by default.
        known: The tables, the shipped ones by default.

    Raises:
        ModelMismatch: The model file is not the one this code was made for.
    """

    def __init__(self, encoder: Encoder | None = None, known: Knowledge | None = None) -> None:
        self.encoder = encoder or shipped_encoder()
        self.known = known or knowledge()

    @cached_property
    def run(self) -> str:
        """What makes the readings: version and model."""
        return f"sayso {__version__} model {self.encoder.digest[:12]}"

    def read(self, capture: Capture) -> Reading:
        """
        Read an article.

        Raises:
            InputError: The bytes hold no article that can be read; `reason` says why.
        """
        return self.read_article(extract(capture))

    def read_article(self, article: Article) -> Reading:
        """Annotate and resolve an article that was extracted before."""
        return self._resolved(article, *self._parsed(article))

    def _parsed(self, article: Article) -> tuple[Sequence[Stream], Mapping[int, Tree]]:
        """Return the model's numbers of an article's streams, and the tree of each sentence."""
        streams = encode_article(article, self.encoder)
        return streams, trees(streams, article.text)

    def _resolved(self, article: Article, streams: Sequence[Stream], parsed: Mapping[int, Tree]) -> Reading:
        order = [parsed[i] for i in sorted(parsed)]
        on = _day(article.published)
        named = mentions(article, streams, parsed, self.encoder, self.known, on)
        spans = [s.span for s in article.sentences]
        tense = governing_tense(parsed, article.sentences)
        placed = dates.resolve(times(article.text, spans), article.text, article.published, tense)
        resolved = resolve_entities(article, named, order, self.known)
        said = with_sources(attributions(streams, article, self.encoder), article, parsed)
        sources = Sources(article, order, resolved, self.known)
        heard = [Said(a, sources.source(a), sources.addressees(a), sources.via(a)) for a in said]
        sources.settle()
        party = Parties(article, sources, self.known, on)
        parts = Parts(article, parsed, placed, party.entity_of, resolved.place_of, party.both_of, sources.side_of)
        spoken = statements(heard, parts)
        acted = build_events(events(order, article, [t.span for t in placed]), spoken, parts)
        tagged = _signal_tags(streams, self.encoder)
        signalled = build_signals(signals(article, order, tagged), spoken, acted, parts)
        return Reading(
            article=article,
            run=self.run,
            entities=_entities(party.entities),
            statements=tuple(with_signals(spoken, signalled, parts)),
            events=tuple(acted),
            signals=tuple(signalled),
            figures=tuple(
                quantities.figures(figures(article.text, spans, order, [t.span for t in placed]), spoken, parts)
            ),
            times=tuple(quantities.times(parts)),
        )

    def read_move(self, words: str, on: date | None = None) -> Query:
        """
        Read the words of a move ("NATO sends peacekeepers to Ukraine") as an article of one sentence.

        Args:
            words: A plain sentence; a full stop is thought at its end where it has none.
            on: The day of the move, against which names and memberships are read.
        """
        text = words.strip()
        text += "." if text and text[-1].isalnum() else ""
        plain = self._read_move(words, text, on)
        has_actor = any(event.actor for event in plain.events)
        if not text or (has_actor and not plain.left_out):
            return plain
        for other in said_otherwise(text):
            again = self._read_move(words, other.text, on).moved(other.back)
            if has_actor and len(again.left_out) >= len(plain.left_out):
                continue
            if again.events and (not plain.events or any(event.actor for event in again.events)):
                return again
        return plain

    def _read_move(self, words: str, text: str, on: date | None) -> Query:
        span = Span(0, len(text))
        article = Article(
            id=article_id("move", None, text), path="-", sha256="", url=None, outlet=None, title=None, byline=None,
            published=on.isoformat() if on else None, language="en", text=text,
            zones=(Zone(ZoneKind.BODY, span),) if text else (), sentences=(Sentence(span, 0, 0),) if text else (),
        )  # fmt: skip
        streams, parsed = self._parsed(article)
        reading = self._resolved(article, streams, parsed)
        return query_of(words, reading, [parsed[i] for i in sorted(parsed)])


def _day(published: str | None) -> date | None:
    """Return the last day that a publication date may mean, for names and memberships; None where it is open."""
    low, high = bounds(published)
    return high or low


def _entities(resolved: Sequence[ResolvedEntity]) -> tuple[Entity, ...]:
    return tuple(Entity(one.id, one.kind, one.name, one.mentions, one.affiliation, one.role) for one in resolved)


def _signal_tags(streams: Sequence[Stream], encoder: Encoder) -> Mapping[int, SignalTags]:
    """Return the signal head's numbers by sentence; the lines of a long sentence are joined."""
    rows: dict[int, list[tuple[Array, Array]]] = {}
    for stream in streams:
        encoded = stream.encoded
        for line, sentence in enumerate(stream.sentences):
            first, last = encoded.starts[line], encoded.starts[line + 1]
            found = (encoded.labels["signal"][first:last], encoded.labels["signal_kind"][first:last])
            rows.setdefault(sentence, []).append(found)
    moves = encoder.transitions("signal")
    return {
        sentence: SignalTags(np.concatenate([t for t, _ in found]), np.concatenate([k for _, k in found]), moves)
        for sentence, found in rows.items()
    }

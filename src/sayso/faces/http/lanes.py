"""
A sheet to the text of an article with lanes: zones, paragraphs, sentences in pieces, and what rests on each sentence.

Each layer has a lane of its own under the words (or a tint, where it is short), so that five of them can lie over one
another and each be seen. What an aside says stands in its own zone and looks like it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sayso.faces.http.quoting import Mark, Piece, cut
from sayso.record.entries import Entity, Event, Figure, Signal, Statement, Time, spans_by_field, spans_in
from sayso.record.listing import Listed
from sayso.record.sheets import Sheet
from sayso.spans import Span
from sayso.terms import ZoneKind

LAYERS: Final[Mapping[str, str]] = {
    "statements": "who said what",
    "signals": "what was warned, threatened, promised",
    "events": "what was done or might be",
    "figures": "how much",
    "times": "when",
    "mentions": "who is named",
}
"""The layers of a text, with what each shows."""

_OF_KIND: Final[Mapping[type, str]] = {Statement: "st", Signal: "si", Event: "ev", Figure: "fi", Time: "ti"}


@dataclass(frozen=True, slots=True)
class Line:
    """
    A sentence on the page.

    Attributes:
        number: Counted from 1.
        start: Where it stands in the text.
        pieces: Its words.
        gap: White space behind it, before the next one.
        notes: The entries that touch it, signals first.
        names: Those named in it, with their ids.
    """

    number: int
    start: int
    pieces: tuple[Piece, ...]
    gap: str
    notes: tuple[Listed, ...]
    names: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences of one zone."""

    lines: tuple[Line, ...]

    @property
    def signals(self) -> tuple[tuple[int, Listed], ...]:
        """The signals that begin in it, each with the number of its sentence."""
        seen: dict[str, tuple[int, Listed]] = {}
        for line in self.lines:
            for one in line.notes:
                if isinstance(one.entry, Signal):
                    seen.setdefault(one.entry.id, (line.number, one))
        return tuple(seen.values())


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    A zone on the page.

    Attributes:
        kind: What it is.
        element: Path of the element that it came from, None in plain text.
        paragraphs: Its sentences.
    """

    kind: ZoneKind
    element: str | None
    paragraphs: tuple[Paragraph, ...]


def stretches(sheet: Sheet) -> list[Stretch]:
    """Return the zones of an article as a page shows them."""
    article, marks = sheet.article, _marks(sheet)
    lines = list(_lines(sheet, marks))
    found = []
    for number, zone in enumerate(article.zones):
        own = [(line, one) for line, one in zip(lines, article.sentences, strict=True) if one.zone == number]
        paragraphs = (
            Paragraph(tuple(line for line, _ in some)) for _, some in groupby(own, key=lambda pair: pair[1].paragraph)
        )
        found.append(Stretch(zone.kind, zone.element, tuple(paragraphs)))
    return found


def _lines(sheet: Sheet, marks: Sequence[Mark]) -> Iterator[Line]:
    article = sheet.article
    following = [one.span.start for one in article.sentences[1:]] + [len(article.text)]
    for number, (sentence, after) in enumerate(zip(article.sentences, following, strict=True), 1):
        span = sentence.span
        yield Line(
            number=number,
            start=span.start,
            pieces=tuple(cut(span.of(article.text), span.start, marks)),
            gap=article.text[span.end : after],
            notes=_touching(sheet.listed, span),
            names=tuple(one for one in sheet.entities if any(at.overlaps(span) for at in one.mentions)),
        )


def _touching(listed: Sequence[Listed], span: Span) -> tuple[Listed, ...]:
    order = (Signal, Statement, Event, Figure, Time)
    found = [one for one in listed if any(own.overlaps(span) for own in spans_in(one.entry))]
    return tuple(sorted(found, key=lambda one: order.index(type(one.entry))))


def _marks(sheet: Sheet) -> list[Mark]:
    marks = [
        Mark(span, f"{_OF_KIND[type(one.entry)]}-{name}", one.entry.id)
        for one in sheet.listed
        for name, span in spans_by_field(one.entry)
    ]
    return [*marks, *(Mark(span, "me", one.id) for one in sheet.entities for span in one.mentions)]

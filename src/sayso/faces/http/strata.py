"""
A walk to strata: what a page shows from an entry at the top down to the bytes at the bottom, and their digest.

Every layer rests on the one below it and shows the same words again: as fields, in their sentence, in their zone, as a
stretch of the text, as bytes. Each says whether it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.faces.http.quoting import Mark, Piece, cut
from sayso.record.ground import Kept, Stretch, stretch
from sayso.record.walk import Step, Walk
from sayso.spans import Span, cover

ROW: Final = 16
"""Bytes of a line of the dump, as `xxd` has it."""
MOST: Final = 12
"""Lines of the dump at most; a longer stretch shows its beginning and its end."""
CONTEXT: Final = 420
"""Code points of a zone that are shown before and behind its sentence."""


@dataclass(frozen=True, slots=True)
class Dumped:
    """
    A line of the dump.

    Attributes:
        offset: Of its first byte in the file.
        cells: Two hexadecimal digits and a character a byte, and whether the byte says the words of the entry.
    """

    offset: int
    cells: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Bedrock:
    """
    The bytes under an entry.

    Attributes:
        at: The bytes of its words; None where the text was made of a page's elements.
        lines: The bytes around them in lines, a None where some were left out.
        share: Where they begin and how much of the file they are, as percentages, None likewise.
    """

    at: Stretch | None
    lines: tuple[Dumped | None, ...]
    share: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Strata:
    """
    The layers of a walk.

    Attributes:
        sentence: The sentences that hold it, in pieces.
        zones: The zones around them: kind, element, and the words around the sentence in pieces.
        share: Where the entry begins in the text and how much of it it is, as percentages.
        places: Every span as such a pair, with the name of its field.
        bedrock: The bytes, None where what is kept does not unpack.
    """

    sentence: tuple[tuple[Piece, ...], ...]
    zones: tuple[tuple[Step, str | None, tuple[Piece, ...]], ...]
    share: tuple[float, float]
    places: tuple[tuple[str, float, float], ...]
    bedrock: Bedrock | None


def strata(way: Walk, text: str, kept: Kept | None) -> Strata:
    """
    Return the layers of a walk.

    Args:
        way: The walk.
        text: The canonical text of its article.
        kept: The bytes.
    """
    fields = [Mark(Span(step.start, step.end), f"f-{step.name}") for step in way.spans]
    own = [Mark(Span(step.start, step.end), "f-sentence") for step in way.sentences]
    whole = cover([mark.span for mark in fields])
    return Strata(
        sentence=tuple(tuple(cut(step.words, step.start, fields)) for step in way.sentences),
        zones=tuple(
            (step, element, _zone(step, own, fields)) for step, element in zip(way.zones, way.elements, strict=True)
        ),
        share=_share(whole, len(text)),
        places=tuple((step.name, *_share(Span(step.start, step.end), len(text))) for step in way.spans),
        bedrock=None if kept is None or kept.data is None else bedrock(kept.data, text, whole),
    )


def bedrock(data: bytes, text: str, whole: Span) -> Bedrock:
    """Return the bytes of a stretch of a text with those around it, the head of the file where none say the words."""
    at = stretch(data, text, whole)
    if at is None:
        return Bedrock(None, _lines(data, 0, min(len(data), 4 * ROW), range(0)), None)
    first, last = at.start // ROW * ROW, min(len(data), -(-at.end // ROW) * ROW)
    shown = _lines(data, max(0, first - ROW), min(len(data), last + ROW), range(at.start, at.end))
    return Bedrock(at, shown, _share(Span(at.start, at.end), len(data)))


def _lines(data: bytes, first: int, last: int, own: range) -> tuple[Dumped | None, ...]:
    lines: list[Dumped | None] = [_line(data, offset, own) for offset in range(first, last, ROW)]
    if len(lines) > MOST:
        return (*lines[: MOST // 2], None, *lines[-(MOST // 2) + 1 :])
    return tuple(lines)


def _line(data: bytes, offset: int, own: range) -> Dumped:
    cells = (
        (f"{byte:02x}", _character(byte), at in own) for at, byte in enumerate(data[offset : offset + ROW], offset)
    )
    return Dumped(offset, tuple(cells))


def _character(byte: int) -> str:
    return chr(byte) if 32 <= byte < 127 else "·"


def _zone(step: Step, own: Sequence[Mark], fields: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return the words of a zone around its sentence, shortened where the zone is long."""
    inside = [mark.span for mark in own if step.start <= mark.span.start and mark.span.end <= step.end]
    held = cover(inside) if inside else Span(step.start, step.start)
    first, last = max(step.start, held.start - CONTEXT), min(step.end, held.end + CONTEXT)
    first, last = _at_blank(step, first, forward=True), _at_blank(step, last, forward=False)
    pieces = cut(step.words[first - step.start : last - step.start], first, [*own, *fields])
    before = [Piece("… ")] if first > step.start else []
    after = [Piece(" …")] if last < step.end else []
    return (*before, *pieces, *after)


def _at_blank(step: Step, offset: int, *, forward: bool) -> int:
    """Return the nearest border of a word inside the zone, itself at the zone's own ends."""
    if offset in (step.start, step.end):
        return offset
    at = offset - step.start
    found = step.words.find(" ", at) + 1 if forward else step.words.rfind(" ", 0, at)
    return step.start + found if found > 0 else offset


def _share(span: Span, length: int) -> tuple[float, float]:
    """Return where a span begins and how long it is, in hundredths of the whole."""
    total = max(length, 1)
    return round(100 * span.start / total, 3), round(100 * max(len(span), 1) / total, 3)

"""
Pieces with a kind to zones: a piece is cut where two kinds share a line, and neighbours of one kind become one zone.

A dateline and the story, a caption and its credit, a paragraph and the caption that was pasted behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.article import captions, credit_lines, datelines
from sayso.article.article import Zone
from sayso.article.sentences import sentences_of
from sayso.spans import Span, trim
from sayso.terms import ZoneKind

CAPTION_MAX: Final = 300
"""Code points of a caption glued to its credit with nothing else to tell it; set by hand on the corpora's articles."""


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A stretch of the canonical text that is to be typed.

    Attributes:
        span: Without white space at its ends.
        element: Path of its element in a web page, None in plain text.
        roles: What the markup around it says, innermost first; empty in plain text.
        main: Whether it is part of the story, None in plain text.
    """

    span: Span
    element: str | None = None
    roles: tuple[ZoneKind, ...] = ()
    main: bool | None = None


def caption_start(described: str, *, is_signed: bool) -> int | None:
    """
    Return where the caption begins in the words before a credit, None where they are no caption.

    A page that was pasted without care glues a caption to the paragraph above it: then only its last sentence is one.
    """
    if not described:
        return None
    if captions.says_so(described) or (is_signed and captions.is_scene(described)):
        return 0
    if not is_signed:
        return None
    last = sentences_of(described, Span(0, len(described)))[-1]
    if last.start and captions.is_scene(last.of(described)):
        return last.start
    return 0 if len(described) <= CAPTION_MAX and not re.search(r"[“\"]", described) else None


def cut(text: str, piece: Piece, kind: ZoneKind, *, is_first: bool, spoken: bool) -> Iterator[Zone]:
    """Yield the zones of one piece: its dateline, its words, its caption, its credit; `spoken` words have speakers."""
    start, end = piece.span.start, piece.span.end
    if kind not in (ZoneKind.BODY, ZoneKind.CAPTION):
        yield Zone(kind, piece.span, piece.element)
        return
    dateline = datelines.opening(text, piece.span, is_first=is_first) if kind is ZoneKind.BODY else None
    if dateline is not None and not (spoken and dateline.of(text).endswith(":")):
        yield Zone(ZoneKind.DATELINE, trim(text, dateline), piece.element)
        start = dateline.end
    credit = credit_lines.trailing(text, Span(start, end))
    at = end if credit is None else credit[0].start
    if kind is ZoneKind.BODY and credit is not None:
        caption = caption_start(text[start:at].rstrip(), is_signed=True) if credit[1] else None
        if caption:
            yield from _zone(text, ZoneKind.BODY, start, start + caption, piece)
            start, kind = start + caption, ZoneKind.CAPTION
    yield from _zone(text, kind, start, at, piece)
    yield from _zone(text, ZoneKind.CREDIT, at, end, piece)


def _zone(text: str, kind: ZoneKind, start: int, end: int, piece: Piece) -> Iterator[Zone]:
    """Yield a zone without white space at its ends, nothing where nothing is left."""
    span = trim(text, Span(start, end))
    if len(span):
        yield Zone(kind, span, piece.element)


_JOINED: Final = (ZoneKind.BODY, ZoneKind.COMMENT, ZoneKind.BOILERPLATE, ZoneKind.HEADLINE)


def joined(found: Sequence[Zone]) -> Iterator[Zone]:
    """Yield zones with neighbours of one kind joined."""
    held: Zone | None = None
    for zone in found:
        if held is not None and zone.kind is held.kind and zone.element == held.element and zone.kind in _JOINED:
            held = Zone(held.kind, Span(held.span.start, zone.span.end), held.element)
            continue
        if held is not None:
            yield held
        held = zone
    if held is not None:
        yield held

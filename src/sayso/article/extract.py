"""
A capture to an article: its bytes to canonical text, zones, sentences and publication data.

The canonical text of plain text is the decoded file, unchanged but for a byte order mark. Of a web page it is every
visible block in document order, blocks set apart by a blank line. Of a line of JSON Lines it is its `text`, unchanged,
or the blocks of its `html`. What cannot be read ends as an `InputError` with its reason, never as a traceback.
"""

from __future__ import annotations

import json
import re
from typing import Final

from sayso.acquire.capture import Capture
from sayso.article.article import Article, Sentence, Zone, article_id
from sayso.article.cutting import Piece
from sayso.article.decode import clean, decode
from sayso.article.head import PageHead
from sayso.article.language import language_of
from sayso.article.metadata import publication
from sayso.article.page import LIMIT_TEXT
from sayso.article.reader import read_page
from sayso.article.sentences import paragraphs, sentences_of
from sayso.article.zones import zones
from sayso.errors import InputError
from sayso.spans import Span
from sayso.terms import ZoneKind

# Paragraphs above which a text is no article: fifty times the longest of the corpora.
LIMIT_PARAGRAPHS: Final = 10_000
_BETWEEN_BLOCKS: Final = "\n\n"
_LETTER: Final = re.compile(r"[^\W\d_]")


def extract(capture: Capture) -> Article:
    """
    Read a capture.

    Raises:
        InputError: It cannot be read; the reason is one of `QUARANTINE_REASONS`.
    """
    text, pieces, head = _canonical(capture)
    if not _LETTER.search(text):
        raise InputError("no_article", "the text holds no word")
    borders = paragraphs(text, 0, len(text))
    if len(borders) > LIMIT_PARAGRAPHS:
        raise InputError("too_large", f"{len(borders):,} paragraphs, more than {LIMIT_PARAGRAPHS:,}")
    whole = pieces if pieces is not None else [Piece(border) for border in borders]
    typed = zones(text, whole, capture.hints.title, capture.hints.outlet or (head.outlet if head else None))
    if pieces is not None and not any(zone.kind is ZoneKind.BODY for zone in typed):
        raise InputError("no_article", "no block of the page is part of a story")
    language = _language(text, typed, head)
    known = publication(text, typed, capture.hints, head)
    return Article(
        id=article_id(capture.sha256, known.outlet, known.url),
        path=capture.path,
        sha256=capture.sha256,
        url=known.url,
        outlet=known.outlet,
        title=known.title,
        byline=known.byline,
        published=known.published,
        language=language,
        text=text,
        zones=typed,
        sentences=tuple(_sentences(text, typed, borders)),
    )


def _canonical(capture: Capture) -> tuple[str, list[Piece] | None, PageHead | None]:
    """Return the canonical text, for a page with its pieces and head."""
    if capture.media_type == "application/json":
        values = json.loads(capture.data)
        if isinstance(values.get("text"), str):
            return _plain(clean(values["text"])), None, None
        return _page(clean(values["html"]))
    if capture.media_type == "text/html":
        return _page(decode(capture.data, is_page=True))
    return _plain(decode(capture.data)), None, None


def _plain(text: str) -> str:
    if not text.strip():
        raise InputError("empty", "only white space")
    if "\0" in text:
        raise InputError("binary", "the text holds NUL characters")
    if len(text) > LIMIT_TEXT:
        raise InputError("too_large", f"{len(text):,} characters, more than {LIMIT_TEXT:,}")
    return text


def _page(html: str) -> tuple[str, list[Piece], PageHead]:
    """Return a page's canonical text, with a piece for each paragraph of each block."""
    page = read_page(html)
    if not any(block.main for block in page.blocks):
        raise InputError("no_article", f"{len(page.blocks)} blocks of text, none of them a story")
    text = _BETWEEN_BLOCKS.join(block.text for block in page.blocks)
    pieces: list[Piece] = []
    start = 0
    for block in page.blocks:
        end = start + len(block.text)
        pieces += [Piece(span, block.element, block.roles, block.main) for span in paragraphs(text, start, end)]
        start = end + len(_BETWEEN_BLOCKS)
    return text, pieces, page.head


def _language(text: str, typed: tuple[Zone, ...], head: PageHead | None) -> str | None:
    """Return the language of the story; InputError (`language`) where it is not English."""
    story = [zone.span.of(text) for zone in typed if zone.kind is ZoneKind.BODY]
    language = language_of("\n".join(story) or text)
    if language not in (None, "en"):
        declared = f", declared as {head.language}" if head and head.language else ""
        raise InputError(
            "language", f"it reads like {'no language known here' if language == 'und' else language}{declared}"
        )
    return language


def _sentences(text: str, typed: tuple[Zone, ...], borders: list[Span]) -> list[Sentence]:
    """Return the sentences of every zone; a paragraph keeps its number where a zone's border cuts it."""
    found: list[Sentence] = []
    number = 0
    for index, zone in enumerate(typed):
        while number and borders[number - 1].end > zone.span.start:
            number -= 1
        while number < len(borders) and borders[number].start < zone.span.end:
            part = Span(max(borders[number].start, zone.span.start), min(borders[number].end, zone.span.end))
            if part.start < part.end and borders[number].end > zone.span.start:
                found += [Sentence(span, index, number) for span in sentences_of(text, part)]
            number += 1
    return found

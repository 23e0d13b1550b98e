"""
A stretch of an article's text to the bytes that it was decoded from, found and compared, never supposed.

Of plain text the canonical text is the decoded file, so that the bytes of any stretch can be pointed at: what stands
before it, encoded, tells where it begins. Of a page the text is made of many elements; there the way ends at the
element and the digest of the whole.
"""

from __future__ import annotations

import codecs
import zlib
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from sayso.record.schema import articles, readings, stored_bytes
from sayso.spans import Span

_ENCODINGS: Final = ("utf-8", "cp1252", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "latin-1")
_MARKS: Final = {
    "utf-8": (codecs.BOM_UTF8,),
    "utf-16-le": (codecs.BOM_UTF16_LE,),
    "utf-16-be": (codecs.BOM_UTF16_BE,),
    "utf-32-le": (codecs.BOM_UTF32_LE,),
    "utf-32-be": (codecs.BOM_UTF32_BE,),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    The bytes of a stretch of text.

    Attributes:
        start: First byte, counted from 0 in the file.
        end: One past the last.
        data: The bytes themselves.
        encoding: In which they say the words.
        is_decoded: Whether the text before them is what the bytes before them say; else they are the only place of
            the file that says the words.
    """

    start: int
    end: int
    data: bytes
    encoding: str
    is_decoded: bool = True


@dataclass(frozen=True, slots=True)
class Kept:
    """
    Bytes as a record keeps them.

    Attributes:
        sha256: As recorded.
        data: The bytes, unpacked; None where what is kept does not unpack.
        media_type: What they were last read as.
    """

    sha256: str
    data: bytes | None
    media_type: str


def kept(connection: Connection, sha256: str) -> Kept | None:
    """Return the bytes of a digest; None where no article has them."""
    rows = (
        select(stored_bytes.c.packed, readings.c.media_type)
        .join(articles, articles.c.sha256 == stored_bytes.c.sha256)
        .join(readings, readings.c.article == articles.c.id)
        .where(stored_bytes.c.sha256 == sha256)
        .order_by(readings.c.retracted_at.is_not(None), readings.c.key.desc())
    )
    row = connection.execute(rows.limit(1)).first()
    if row is None:
        return None
    try:
        data = zlib.decompress(row.packed)
    except (zlib.error, TypeError):
        data = None
    return Kept(sha256, data, row.media_type)


def stretch(data: bytes, text: str, span: Span) -> Stretch | None:
    """
    Return the bytes that say a stretch of a text.

    Args:
        data: Of the file.
        text: Canonical text of the article.
        span: The stretch.

    Returns:
        None where no encoding puts just these words at the place where the text before them ends, and they stand
        nowhere or in several places in the file.
    """
    return _decoded(data, text, span) or _only(data, span.of(text))


def _only(data: bytes, words: str) -> Stretch | None:
    """Return the only bytes that say some words: in a page, whose text is made of its elements."""
    for encoding in _ENCODINGS[:2]:
        try:
            said = words.encode(encoding)
        except UnicodeEncodeError:
            continue
        start = data.find(said)
        if said and start >= 0 and data.find(said, start + 1) < 0:
            return Stretch(start, start + len(said), said, encoding, is_decoded=False)
    return None


def _decoded(data: bytes, text: str, span: Span) -> Stretch | None:
    for encoding in _ENCODINGS:
        try:
            before, words = text[: span.start].encode(encoding), span.of(text).encode(encoding)
        except UnicodeEncodeError:
            continue
        for mark in (*_MARKS.get(encoding, ()), b""):
            start = len(mark) + len(before)
            end = start + len(words)
            if data.startswith(mark) and data[len(mark) : end] == before + words:
                return Stretch(start, end, data[start:end], encoding)
    return None

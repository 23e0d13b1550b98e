"""
An article: one canonical text, its typed zones and sentences, and what is known of its publication.

The canonical text of plain text is the decoded file, unchanged; of HTML it is every visible block in document order
(`extract.py`). Zones cover every non-blank character exactly once. Nothing here is ever changed by a later stage.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sayso.spans import Span
from sayso.terms import ZoneKind


@dataclass(frozen=True, slots=True)
class Zone:
    """
    A typed stretch of an article.

    Attributes:
        kind: What it is.
        span: Where it stands; starts and ends on a non-blank character.
        element: Path of the element it came from in HTML (`/html/body/div[2]/p[3]`), None in plain text.
    """

    kind: ZoneKind
    span: Span
    element: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    One sentence of a zone.

    Attributes:
        span: Without white space at its ends. Sentences never cross a zone's border nor a paragraph's.
        zone: Index into `Article.zones`.
        paragraph: Number of its paragraph in the article, counted from 0.
    """

    span: Span
    zone: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """
    One story as it was published in one place.

    Attributes:
        id: Made of bytes, outlet and URL (`article_id`): the same wire text in another outlet is another article.
        path: Where the bytes were read from, as given.
        sha256: Of the bytes.
        url: Where it was published, or None.
        outlet: Who published it, or None where nothing says so.
        title: Headline, or None.
        byline: As printed, without "By", or None.
        published: EDTF; an open interval where only bounds are known (`2022-02-26/..`), None where nothing bounds it.
        language: ISO 639-1, or None where it could not be told.
        text: The canonical text.
        zones: In text order.
        sentences: In text order, of every zone.
    """

    id: str
    path: str
    sha256: str
    url: str | None
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None
    language: str | None
    text: str
    zones: tuple[Zone, ...]
    sentences: tuple[Sentence, ...]

    def zone_kind(self, sentence: Sentence) -> ZoneKind:
        """Return the kind of the zone that a sentence stands in."""
        return self.zones[sentence.zone].kind

    def zone_at(self, offset: int) -> ZoneKind:
        """Return the kind of the zone at a code point; `body` between zones, where only white space stands."""
        for zone in self.zones:
            if zone.span.start <= offset < zone.span.end:
                return zone.kind
        return ZoneKind.BODY

    def sentence_at(self, span: Span) -> Sentence | None:
        """Return the sentence that holds the first code point of a span, or None between sentences."""
        for sentence in self.sentences:
            if sentence.span.start <= span.start < sentence.span.end:
                return sentence
        return None


def article_id(sha256: str, outlet: str | None, url: str | None) -> str:
    """Return an article's id: its bytes, its outlet and its URL, hashed to `a` and 16 hexadecimal digits."""
    whole = "\x1f".join((sha256, outlet or "", url or ""))
    return "a" + hashlib.sha256(whole.encode()).hexdigest()[:16]

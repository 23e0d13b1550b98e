"""
An article to the streams in which it is encoded: its own voice first, then each aside by itself.

Headline, dateline and body are one stream, so that a photo caption in mid-text does not come between a quotation and
its speaker; each run of caption, credit, comment, byline or boilerplate is a stream of its own, so that nothing said
in it can be tied to the article's own words.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.article.article import Article
from sayso.encode.encoder import Encoded, Encoder
from sayso.encode.leadin import encode
from sayso.encode.tokens import MAX_PIECES, words
from sayso.terms import ZoneKind

OWN = (ZoneKind.HEADLINE, ZoneKind.DATELINE, ZoneKind.BODY)
"""Zones in which the article speaks."""


@dataclass(frozen=True)
class Stream:
    """
    Sentences that were encoded together.

    Attributes:
        encoded: The numbers, line by line.
        sentences: Index in `Article.sentences` for each line; a sentence longer than a window is several lines.
    """

    encoded: Encoded
    sentences: tuple[int, ...]


def encode_article(article: Article, encoder: Encoder) -> tuple[Stream, ...]:
    """Return the streams of an article, encoded; sentences without a word are left out."""
    found = []
    for group in _groups(article):
        lines, numbers = [], []
        for number in group:
            span = article.sentences[number].span
            cut = words(article.text, span.start, span.end)
            if cut:
                parts = list(encoder.vocabulary.line(article.text, cut).cut(MAX_PIECES))
                lines += parts
                numbers += [number] * len(parts)
        if lines:
            found.append(Stream(encode(lines, encoder), tuple(numbers)))
    return tuple(found)


def _groups(article: Article) -> list[list[int]]:
    own: list[int] = []
    asides: list[list[int]] = []
    before: tuple[int, ZoneKind] | None = None
    for number, sentence in enumerate(article.sentences):
        kind = article.zone_kind(sentence)
        if kind in OWN:
            own.append(number)
        elif before is not None and before == (number - 1, kind):
            asides[-1].append(number)
        else:
            asides.append([number])
        if kind not in OWN:
            before = (number, kind)
    return [own, *asides]

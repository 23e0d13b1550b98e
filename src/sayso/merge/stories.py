"""
An article to its story: the words of its body with their places, quotations and sentences, all that copies share.

Headline, byline, dateline, credits, captions, comments and boilerplate are an outlet's own and left out. A word is
compared by its normal form: case, accents, hyphens, the dots of `U.S.` and the commas of `4,000` make no difference;
neither do punctuation, white space and where paragraphs are cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sayso.article.article import Article, Sentence
from sayso.merge.quotations import quotations
from sayso.spans import Span, cover
from sayso.terms import ZoneKind

_WORD: Final = re.compile(
    r"[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])"  # U.S, U.N
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|[$€£¥%]"
)
_ACCENTS: Final = dict.fromkeys(range(0x300, 0x370))


@dataclass(frozen=True, slots=True)
class Word:
    """
    One word of a story.

    Attributes:
        form: Its normal form.
        span: Where it stands in the article's text.
        quotation: Number of the quotation that it stands in, counted from 0 in the story; None outside of all.
        sentence: Number of its sentence in the article.
    """

    form: str
    span: Span
    quotation: int | None
    sentence: int


@dataclass(frozen=True, slots=True)
class Story:
    """
    What an article tells, without what its outlet put around it.

    Attributes:
        text: The article's canonical text, which all spans count in.
        words: In text order.
        quotations: The stretches between quotation marks, in text order, marks included.
    """

    text: str
    words: tuple[Word, ...]
    quotations: tuple[Span, ...]

    @property
    def forms(self) -> list[str]:
        """The normal forms of the words."""
        return [word.form for word in self.words]


def story(article: Article) -> Story:
    """Return the story of an article; without words where it has no body."""
    told = [(n, one) for n, one in enumerate(article.sentences) if article.zones[one.zone].kind is ZoneKind.BODY]
    quoted = quotations(article.text, _paragraphs([one for _, one in told]))
    words: list[Word] = []
    at = 0
    for number, sentence in told:
        for found in _WORD.finditer(article.text, sentence.span.start, sentence.span.end):
            while at < len(quoted) and quoted[at].end <= found.start():
                at += 1
            within = at if at < len(quoted) and quoted[at].start <= found.start() else None
            words.append(Word(normal(found.group()), Span(*found.span()), within, number))
    return Story(article.text, tuple(words), tuple(quoted))


def normal(word: str) -> str:
    """Return the form in which a word is compared."""
    if word[0].isdigit():
        return re.sub(r",(?=\d{3})", "", word)
    plain = word.replace("’", "'").replace(".", "")
    return unicodedata.normalize("NFKD", plain.casefold()).translate(_ACCENTS)


def _paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    """Return the stretches of the sentences of each paragraph."""
    parts = groupby(sentences, key=lambda one: (one.zone, one.paragraph))
    return [cover(one.span for one in part) for _, part in parts]

"""
Spans: where words stand in an article's canonical text, and the only place that does arithmetic with offsets.

Offsets are half-open ranges of Unicode code points counted from 0, never bytes and never UTF-16 units. A list of
spans in text order, `Spans`, is one discontinuous stretch ("X", he said, "Y"). Everything that quotes the text holds
spans, not copies of it, so that `text[start:end]` is always what is quoted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """
    A stretch of an article's canonical text.

    Attributes:
        start: First code point, counted from 0.
        end: One past the last, so that `text[start:end]` are the words.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0 on, not from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the words themselves."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return the stretch of the same length that many code points farther on, or back where it is negative."""
        return Span(self.start + by, self.end + by)


Spans: TypeAlias = tuple[Span, ...]


def cover(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all of them; ValueError where there are none."""
    found = list(spans)
    if not found:
        raise ValueError("nothing to cover")
    return Span(min(s.start for s in found), max(s.end for s in found))


def merge(spans: Iterable[Span], gap: int = 0) -> Spans:
    """Return them in text order, joined where they overlap or stand at most `gap` code points apart."""
    done: list[Span] = []
    for span in sorted(spans):
        if done and span.start <= done[-1].end + gap:
            done[-1] = Span(done[-1].start, max(done[-1].end, span.end))
        else:
            done.append(span)
    return tuple(done)


INVISIBLE: Final = "\u200b\u2060\ufeff"
"""Characters of no width that are no white space to Python and separate like it."""


def is_blank(text: str) -> bool:
    """Tell whether a text has only white space and characters of no width."""
    return not text.translate(dict.fromkeys(map(ord, INVISIBLE))).strip()


def trim(text: str, span: Span, characters: str = " \t\r\n\u00a0") -> Span:
    """Return the span without these characters at its ends; an empty span at its start where nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in characters:
        start += 1
    while end > start and text[end - 1] in characters:
        end -= 1
    return Span(start, end)


_INNER: Final = str.maketrans({"\u201c": "\u2018", "\u201d": "\u2019", '"': "'"})


def in_quotes(words: str) -> str:
    """Return words in quotation marks; what stands in such marks within them has single ones, as in print."""
    return f"\u201c{words.translate(_INNER)}\u201d"


def words_of(text: str, spans: Iterable[Span]) -> str:
    """Return the quoted words for a person to read, white space squeezed, gaps marked with an ellipsis."""
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def ranges(spans: Iterable[Span] | None) -> list[list[int]] | None:
    """Return the contract's form, `[[start, end], …]`; null stays null."""
    return None if spans is None else [[span.start, span.end] for span in spans]


def spans_from(pairs: Iterable[Iterable[int]] | None) -> Spans | None:
    """Read the contract's form back."""
    return None if pairs is None else tuple(Span(*pair) for pair in pairs)


def within(spans: Iterable[Span], outer: Span) -> bool:
    """Tell whether every one of them lies inside `outer`."""
    return all(span in outer for span in spans)


def overlapping(spans: Iterable[Span], other: Span) -> Iterator[Span]:
    """Yield those that share a code point with `other`."""
    return (span for span in spans if span.overlaps(other))

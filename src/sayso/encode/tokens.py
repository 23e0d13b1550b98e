"""
Text to words, word pieces and windows, with the exact way back to characters; no numbers are computed here.

A word is a syntactic word as UD English cuts it ("don't" is `do` + `n't`, "US-led" is `US` + `-` + `led`). Words become
word pieces of the encoder's vocabulary, which lowercases, so each piece carries a *shape* beside its id: case, digits,
kind of quotation mark, and what kind of white space came before. Whole sentences are packed into windows that overlap;
every sentence is read from the one window in which it stands farthest from an edge. Windows depend on one article
alone, so that its reading cannot depend on what else is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tokenizers import Tokenizer

from sayso.errors import ModelMismatch
from sayso.spans import Span

MAX_PIECES: Final = 254
"""Pieces of text in a window; with [CLS] and [SEP] the encoder sees 256, the length it was pretrained on."""

OVERLAP: Final = 64
"""Pieces that two windows of one stream share at most: a quarter, as context for sentences at their borders."""

SHAPES: Final = (
    "pad", "lower", "title", "upper", "mixed", "digit", "number",
    "open-quote", "close-quote", "straight-quote", "single-quote", "punctuation", "other",
)  # fmt: skip
BREAKS: Final = ("none", "space", "line", "paragraph")
N_SHAPES: Final = len(SHAPES) * len(BREAKS)

_ABBREVIATIONS: Final = (
    "mr|mrs|ms|dr|prof|gen|lt|col|maj|capt|sgt|cmdr|adm|brig|cpl|sen|rep|gov|pres|amb|rev|hon|st|mt|ft|jr|sr|"
    "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|vs|etc|inc|ltd|co|corp|dept|est|approx"
)
_TOKEN: Final = re.compile(
    rf"""
      (?:[^\W\d_]\.){{2,}}                       # U.S.  a.m.
    | \b(?:{_ABBREVIATIONS})\.(?=\s)             # Gen.  Jan.
    | \bno\.(?=\s\d)                            # No. 3
    | \b[A-Z]\.(?=\s)                            # an initial
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|bn|mn|m|k)?\b   # 40,000  2.5  1960s  10th
    | [^\W\d_]+(?:['’][^\W\d_]+)*                # a word with its clitics
    | \w+                                        # what is left of letters and digits: 155mm
    | \.{{2,}} | -{{2,}}                         # ellipsis, dashes
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLITIC: Final = re.compile(r"(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_CANNOT: Final = re.compile(r"(can)(not)$", re.IGNORECASE)


def words(text: str, start: int, end: int) -> list[Span]:
    """Cut a stretch of text into syntactic words; their spans are code points of the whole text."""
    found: list[Span] = []
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span()
        whole = match.group()
        parts = _CLITIC.match(whole) or _CANNOT.match(whole)
        if parts:
            cut = at + len(parts.group(1))
            found += [Span(at, cut), Span(cut, stop)]
        else:
            found.append(Span(at, stop))
    return found


def shape(word: str) -> int:
    """Return the index in `SHAPES` of what a word looks like."""
    if word in "“„«‹":
        name = "open-quote"
    elif word in "”»›":
        name = "close-quote"
    elif word in ('"', "``", "''"):
        name = "straight-quote"
    elif word in "'‘’`":
        name = "single-quote"
    elif word.isdigit():
        name = "digit"
    elif word[0].isdigit():
        name = "number"
    elif word.islower():
        name = "lower"
    elif word.isupper():
        name = "upper"
    elif word.istitle():
        name = "title"
    elif any(c.isalpha() for c in word):
        name = "mixed"
    elif not any(c.isalnum() for c in word):
        name = "punctuation"
    else:
        name = "other"
    return SHAPES.index(name)


def gap(text: str, before: int, start: int) -> int:
    """Return the index in `BREAKS` of the white space between two words (from `before` to `start`)."""
    between = text[before:start]
    lines = between.count("\n")
    return 3 if lines > 1 else 2 if lines == 1 else 1 if between else 0


@dataclass(frozen=True, slots=True)
class Line:
    """
    One sentence as words and pieces.

    Attributes:
        spans: Of the words, in the text they were cut from.
        pieces: Piece ids of each word, at least one a word.
        shapes: Shape id of each word, `shape * len(BREAKS) + gap`.
    """

    spans: tuple[Span, ...]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]

    @property
    def length(self) -> int:
        """Number of pieces."""
        return sum(map(len, self.pieces))

    def cut(self, most: int) -> Iterator[Line]:
        """Yield the sentence in stretches of at most `most` pieces; nearly always just itself."""
        first, total = 0, 0
        for at, one in enumerate(self.pieces):
            if total + len(one) > most and at > first:
                yield Line(self.spans[first:at], self.pieces[first:at], self.shapes[first:at])
                first, total = at, 0
            total += len(one)
        yield Line(self.spans[first:], self.pieces[first:], self.shapes[first:])


@dataclass(frozen=True, slots=True)
class Window:
    """
    Neighbouring sentences that are encoded together.

    Attributes:
        first: Index of its first line in the stream.
        last: One past its last line.
    """

    first: int
    last: int


class Vocabulary:
    """
    The encoder's word pieces.

    The package's tokenizer file pads and truncates to 128 pieces; both are switched off here, for a reading may lose
    nothing.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self.cls, self.sep, self.unknown = (_id(tokenizer, t) for t in ("[CLS]", "[SEP]", "[UNK]"))
        self._pieces = lru_cache(maxsize=50_000)(self._cut)

    def _cut(self, word: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(word[:100], add_special_tokens=False).ids[:8]) or (self.unknown,)

    def line(self, text: str, spans: Sequence[Span]) -> Line:
        """Turn the words of one sentence into pieces and shapes; the gap before the first word counts as well."""
        pieces, shapes = [], []
        for span in spans:
            word = span.of(text)
            before = span.start
            while before > 0 and text[before - 1].isspace():
                before -= 1
            pieces.append(self._pieces(word))
            shapes.append(shape(word) * len(BREAKS) + gap(text, before, span.start))
        return Line(tuple(spans), tuple(pieces), tuple(shapes))


def _id(tokenizer: Tokenizer, token: str) -> int:
    found = tokenizer.token_to_id(token)
    if found is None:
        raise ModelMismatch(f"the tokenizer has no {token}; reinstall sayso")
    return found


@dataclass(frozen=True, slots=True)
class Batch:
    """
    What the encoder takes for one window; a batch is always one window (docs/decisions).

    Attributes:
        ids: Piece ids with [CLS] and [SEP]. *Shape:* `(pieces,)`.
        shapes: Shape id of each piece. *Shape:* `(pieces,)`.
        first: Position of the first piece of each word. *Shape:* `(words,)`.
        line: Number of its line in the window for each word. *Shape:* `(words,)`.
    """

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    first: tuple[int, ...]
    line: tuple[int, ...]


def assemble(lines: Sequence[Line], vocabulary: Vocabulary) -> Batch:
    """Lay the lines of a window out as the encoder takes them."""
    ids, shapes, first, numbers = [vocabulary.cls], [0], [], []
    for number, line in enumerate(lines):
        for pieces, look in zip(line.pieces, line.shapes, strict=True):
            first.append(len(ids))
            numbers.append(number)
            ids += pieces
            shapes += [look] * len(pieces)
    return Batch((*ids, vocabulary.sep), (*shapes, 0), tuple(first), tuple(numbers))


def windows(lengths: Sequence[int], most: int = MAX_PIECES, overlap: int = OVERLAP) -> list[Window]:
    """
    Pack the lines of a stream into overlapping windows.

    Args:
        lengths: Pieces of each line, none above `most`.
        most: Pieces in a window at most.
        overlap: Pieces shared by neighbouring windows at most.

    Returns:
        Windows in order; every line is in at least one, and no window is inside another.
    """
    found: list[Window] = []
    first = 0
    while first < len(lengths):
        last, total = first, 0
        while last < len(lengths) and (last == first or total + lengths[last] <= most):
            total += lengths[last]
            last += 1
        found.append(Window(first, last))
        if last == len(lengths):
            break
        start, shared = last, 0
        while start - 1 > first and shared + lengths[start - 1] <= overlap:
            start -= 1
            shared += lengths[start]
        first = start
    return found


def owners(lengths: Sequence[int], packed: Sequence[Window]) -> list[int]:
    """
    Choose for each line the window to read it from: the one where it stands farthest from an edge.

    The edges of the whole stream are no edges: nothing is missing there.
    """
    best = [(-1, 0)] * len(lengths)
    for index, window in enumerate(packed):
        total = sum(lengths[window.first : window.last])
        before = 0
        for line in range(window.first, window.last):
            after = total - before - lengths[line]
            left = MAX_PIECES if window.first == 0 else before
            right = MAX_PIECES if window.last == len(lengths) else after
            if min(left, right) > best[line][0]:
                best[line] = (min(left, right), index)
            before += lengths[line]
    return [window for _, window in best]

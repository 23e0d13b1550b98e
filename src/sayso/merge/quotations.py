"""
A text to its quotations: what stands between marks, whichever marks an outlet's house style has.

Double and single, straight and typographic marks and guillemets are one thing here. A quotation that runs over
paragraphs, each opened anew, is one quotation; an opening mark without a close ends with its sentence; apostrophes are
no marks. Quotations inside quotations are part of the outer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from sayso.spans import Span

_Marked: TypeAlias = tuple[int, int | None]  # from an opening mark to behind the closing one, None where there is none

_DOUBLE: Final = re.compile(r"``|''|[“”„«»\"]")
_ALWAYS_OPENS: Final = frozenset(("``", "„", "«"))
_NEVER_OPENS: Final = frozenset(("''", "”", "»"))
_SINGLE: Final = re.compile(r"[‘’']")
_BEFORE_OPENING: Final = re.compile(r"[\s(\[{—–\-/:…]?")
_ELISION: Final = re.compile(r"'(?:\d|(?:tis|twas|em|til|cause|round|n)\b)", re.IGNORECASE)  # '90s, 'tis
_SENTENCE_END: Final = re.compile(r"[.!?…](?=\s+[^\sa-z]|\s*$)")


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """
    Return the stretches between quotation marks, marks included, in text order.

    Args:
        text: The canonical text.
        paragraphs: Those to look in, in text order.
    """
    marked = [_marked(text, paragraph) for paragraph in paragraphs]
    found: list[Span] = []
    carried: int | None = None  # where a quotation began that goes on in this paragraph
    for n, paragraph in enumerate(paragraphs):
        following = marked[n + 1][:1] if n + 1 < len(paragraphs) else []
        goes_on = any(start == paragraphs[n + 1].start for start, _ in following)
        for own_start, end in marked[n]:
            start, carried = own_start if carried is None else carried, None
            if end is None and goes_on:
                carried = start
            else:
                found.append(Span(start, _end(text, own_start, paragraph) if end is None else end))
    return [span for span in found if any(character.isalnum() for character in span.of(text))]


def _end(text: str, start: int, paragraph: Span) -> int:
    """Return where a quotation ends that nobody closed: with its sentence."""
    stop = _SENTENCE_END.search(text, start, paragraph.end)
    return stop.end() if stop else paragraph.end


def _marked(text: str, paragraph: Span) -> list[_Marked]:
    """Return what marks enclose; single ones are looked at where there are no double ones."""
    return list(_doubles(text, paragraph)) or list(_singles(text, paragraph))


def _doubles(text: str, paragraph: Span) -> Iterator[_Marked]:
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if opened is not None and _closes(text, mark, opened):
            yield opened.start(), mark.end()
            opened = None
        elif _opens(text, mark, paragraph):
            if opened is not None:
                yield opened.start(), _end(text, opened.start(), Span(paragraph.start, mark.start()))
            opened = mark
    if opened is not None:
        yield opened.start(), None


def _closes(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    if mark.group() in _NEVER_OPENS or (opened.group() == "„" and mark.group() == "“"):
        return True
    return mark.group() == '"' and not text[mark.start() - 1].isspace()


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() in _ALWAYS_OPENS:
        return True
    return mark.group() not in _NEVER_OPENS and _stands_before_a_word(text, mark, paragraph)


def _stands_before_a_word(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    before, after = text[paragraph.start : mark.start()][-1:], text[mark.end() : paragraph.end][:1]
    return bool(after.strip()) and bool(_BEFORE_OPENING.fullmatch(before))


def _singles(text: str, paragraph: Span) -> Iterator[_Marked]:
    """Yield what single marks enclose; what is not closed is none of them, but an apostrophe."""
    marks = list(_SINGLE.finditer(text, paragraph.start, paragraph.end))
    at = 0
    while at < len(marks):
        closing = _closing(text, marks[at + 1 :], paragraph) if _opens_single(text, marks[at], paragraph) else None
        if closing is not None:
            yield marks[at].start(), closing.end()
            at = marks.index(closing)
        at += 1


def _opens_single(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    is_elision = mark.group() == "'" and _ELISION.match(text, mark.start())
    return mark.group() != "’" and not is_elision and _stands_before_a_word(text, mark, paragraph)


def _closing(text: str, marks: Sequence[re.Match[str]], paragraph: Span) -> re.Match[str] | None:
    """Return the mark that closes; `the ministers’ call` does so only where no later one can."""
    doubtful: re.Match[str] | None = None
    for mark in marks:
        before, after = text[mark.start() - 1], text[mark.end() : paragraph.end][:2]
        if _opens_single(text, mark, paragraph):
            return doubtful
        if before.isspace() or after[:1].isalnum():
            continue
        if before != "s" or after[:1] != " " or not after[1:].islower():
            return mark
        doubtful = doubtful or mark
    return doubtful

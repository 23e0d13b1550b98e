"""
Spans to pieces of text: a stretch cut wherever anything begins or ends, each piece with all that covers it.

Cutting is what makes overlaps readable: nothing has to lie inside anything else, and every piece knows its layers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.record.entries import span_fields, spans_by_field
from sayso.record.listing import Listed
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """
    Something that covers a stretch.

    Attributes:
        span: The stretch.
        name: Of its class on the page.
        entry: Id of the entry, empty for what is none.
    """

    span: Span
    name: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A piece of text.

    Attributes:
        text: The words.
        names: Classes of all that covers it, each once, in a fixed order.
        entries: Ids of the entries among them.
    """

    text: str
    names: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


def cut(text: str, start: int, marks: Iterable[Mark]) -> list[Piece]:
    """
    Return a stretch in pieces.

    Args:
        text: The words of the stretch.
        start: Where its first code point stands.
        marks: What may cover it.
    """
    whole = Span(start, start + len(text))
    here = [mark for mark in marks if mark.span.overlaps(whole)]
    edges = {whole.start, whole.end}
    for mark in here:
        edges |= {max(mark.span.start, whole.start), min(mark.span.end, whole.end)}
    ordered = sorted(edges)
    return [
        _piece(text[left - start : right - start], [mark for mark in here if Span(left, right) in mark.span])
        for left, right in pairwise(ordered)
    ]


def _piece(text: str, over: Sequence[Mark]) -> Piece:
    names = sorted({mark.name for mark in over})
    twice = sorted(f"{name}-twice" for name in names if len({m.entry for m in over if m.name == name}) > 1)
    return Piece(text, (*names, *twice), tuple(dict.fromkeys(mark.entry for mark in over if mark.entry)))


def quoted(listed: Listed) -> list[list[Piece]]:
    """Return the sentences that hold an entry, each in pieces, with the words of its fields marked."""
    marks = [Mark(span, f"f-{name}", listed.entry.id) for name, span in spans_by_field(listed.entry)]
    return [cut(one.words, one.start, marks) for one in listed.quoted]


def field_words(listed: Listed) -> dict[str, str | None]:
    """Return the words of each field of an entry that rests on words, None where the field is empty."""
    found: dict[str, str | None] = dict.fromkeys(span_fields(type(listed.entry)))
    for name, span in spans_by_field(listed.entry):
        pieces = [one.words[max(0, span.start - one.start) : span.end - one.start] for one in listed.quoted
                  if span.end > one.start and span.start < one.start + len(one.words)]  # fmt: skip
        said = " ".join(" ".join(pieces).split())
        found[name] = said if found[name] is None else f"{found[name]} … {said}"
    return found

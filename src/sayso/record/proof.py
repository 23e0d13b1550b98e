"""
A reading to its faults: what a record refuses to take, and what `sayso verify` looks for in one that it took.

A record keeps evidence only. A span outside the text, an id that its own spans don't give, or a reference to an entry
that isn't there would each break the walk from an entry back to its bytes, and nobody would see it until they walked.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from sayso.article.article import Article, article_id
from sayso.record.entries import Entity, Entry, Reading, id_of, spans_by_field
from sayso.spans import Span, is_blank


def faults(reading: Reading) -> Iterator[str]:
    """Yield in words all that breaks the walk from an entry of this reading to its bytes; nothing where it holds."""
    yield from _of_article(reading.article)
    length = len(reading.article.text)
    for one in (*reading.entities, *reading.entries()):
        yield from _of_spans(one, length)
    yield from _of_ids(reading)
    yield from _of_references(reading)


def digest(text: str) -> str:
    """Return the SHA-256 of a text as UTF-8; of a text that no UTF-8 can hold, of its escaped form."""
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


def uncovered(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return the stretches of non-blank characters that no span covers, in text order."""
    left: list[Span] = []
    reached = 0
    for start, end in [*sorted((span.start, span.end) for span in spans), (len(text), len(text))]:
        if not is_blank(text[reached:start]):
            left.append(Span(reached, start))
        reached = max(reached, end)
    return left


def _of_article(article: Article) -> Iterator[str]:
    if article.id != article_id(article.sha256, article.outlet, article.url):
        yield f"article {article.id}: its bytes, outlet and URL give another id"
    if "\0" in article.text or not _is_utf8(article.text):
        yield f"article {article.id}: its text holds characters that no database takes"
    length, stretches = len(article.text), [zone.span for zone in article.zones]
    if any(span.end > length for span in [*stretches, *(one.span for one in article.sentences)]):
        yield f"article {article.id}: a zone or sentence runs past the end of the text"
    for before, after in pairwise(stretches):
        if after.start < before.end:
            yield f"article {article.id}: zones overlap or stand out of order at {after.start}"
    for gap in uncovered(article.text, stretches):
        yield f"article {article.id}: no zone covers {gap.start} to {gap.end}"
    if any(not 0 <= one.zone < len(stretches) or one.span not in stretches[one.zone] for one in article.sentences):
        yield f"article {article.id}: a sentence stands outside its zone"


def _is_utf8(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _of_spans(one: Entity | Entry, length: int) -> Iterator[str]:
    held = list(spans_by_field(one))
    if not held:
        yield f"{one.id}: it rests on no words"
    for name, span in held:
        if not span.start < span.end <= length:
            yield f"{one.id}: {name} {span.start} to {span.end} is empty or runs past the end of the text"


def _of_ids(reading: Reading) -> Iterator[str]:
    ids = Counter(one.id for one in (*reading.entities, *reading.entries()))
    yield from (f"{one}: {count} of this id in one reading" for one, count in ids.items() if count > 1)
    for entry in reading.entries():
        if entry.id != id_of(reading.article.id, entry):
            yield f"{entry.id}: its article, kind and spans give another id"


def _of_references(reading: Reading) -> Iterator[str]:
    """Entries must be there; an entity may be meant by its id alone, as the state that a minister speaks for."""
    known = {entry.id for entry in reading.entries()}
    for entry in reading.entries():
        for name in ("statement", "condition_event", "consequence_event"):
            referred = getattr(entry, name, None)
            if referred is not None and referred not in known:
                yield f"{entry.id}: {name} {referred} is not there"

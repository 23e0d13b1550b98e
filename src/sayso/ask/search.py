"""Words to an answer: the sentences of a record that hold them, best first, each with what was read from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.ask.listings import Rows
from sayso.record.entries import Json
from sayso.record.filters import Filters
from sayso.record.searching import Hit
from sayso.record.store import Record


def search(
    record: Record, words: str, kinds: Collection[str] = (), filters: Filters | None = None
) -> Iterator[dict[str, Json]]:
    """
    Search a record.

    Args:
        record: The record.
        words: Words that a sentence must hold; "words in quotation marks" stand together, -word must be absent.
        kinds: Only sentences with entries of these kinds (`statement`, `event`, …); empty for all sentences.
        filters: What else to narrow it to.

    Yields:
        `sentence`, `start` (in the article's text), `zone`, `article`, `outlet`, `title`, `url`, `published`, `score`
        and `entries`: what rests on the sentence, in the form of the lists.

    Raises:
        UsageError: No word is named that could be there.
    """
    rows = Rows(record)
    yield from (_answer(hit, rows) for hit in record.search(words, kinds, filters or Filters()))


def _answer(hit: Hit, rows: Rows) -> dict[str, Json]:
    return {
        "sentence": hit.sentence,
        "start": hit.start,
        "zone": hit.zone,
        "article": hit.publication.id,
        "outlet": hit.publication.outlet,
        "title": hit.publication.title,
        "url": hit.publication.url,
        "published": hit.publication.published,
        "score": round(hit.score, 6),
        "entries": [rows.of(one) for one in hit.entries],
    }

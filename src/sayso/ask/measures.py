"""
A record's figures to what several articles count of one thing: numbers by source, outlet and date, with their range.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.knowledge import Knowledge
from sayso.merge.counts import Count, counts
from sayso.merge.measures import Measure
from sayso.merge.measures import measures as measured
from sayso.record.entries import Json, as_json
from sayso.record.filters import Filters
from sayso.record.store import Record


def measures(
    record: Record, filters: Filters, known: Knowledge, *, disagree: bool = False
) -> Iterator[dict[str, Json]]:
    """
    Yield what is counted in several articles, by first publication.

    Args:
        record: The record.
        filters: Which figures count.
        known: The tables of names.
        disagree: Only what numbers of one day, or of the next, cannot stand together about.

    Yields:
        `what` (in words), `head`, `fate`, `unit`, `low` and `high` over all, `series` (the numbers only grow from day
        to day), `disagree`, `pairs` (ids of figures that cannot stand together) and `values`: each figure with
        `source`, `source_name`, `outlet`, `published`, `article`, `sentence`.
    """
    wanted = {one.entry.id: one.publication.id for one in record.listed("figure", filters)}
    held = (reading for article in sorted(set(wanted.values())) if (reading := record.reading(article)) is not None)
    found = (one for reading in held for one in counts(reading, known) if one.figure.id in wanted)
    for measure in measured(found):
        if measure.disagreeing or not disagree:
            yield _row(measure)


def _row(measure: Measure) -> dict[str, Json]:
    ids = [one.figure.id for one in measure.counts]
    return {
        "what": measure.what,
        "head": measure.head,
        "fate": measure.fate or None,
        "unit": measure.unit,
        "low": _number(measure.low),
        "high": _number(measure.high),
        "series": measure.is_series,
        "disagree": bool(measure.disagreeing),
        "pairs": [[ids[n], ids[m]] for n, m in measure.disagreeing],
        "values": [_value(one) for one in measure.counts],
    }


def _value(one: Count) -> dict[str, Json]:
    figure = as_json(one.figure)
    return {
        **{name: figure[name] for name in ("id", "value", "low", "high", "unit")},
        "source": one.source,
        "source_name": one.source_name,
        "outlet": one.outlet,
        "published": one.published,
        "article": one.article,
        "sentence": one.sentence,
    }


def _number(value: float) -> float | int:
    return int(value) if value.is_integer() else value

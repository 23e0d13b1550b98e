"""
A record's figures to what several articles count of one thing: numbers by source, outlet and date, with their range.

A copy counts nothing anew: what only an article and its copies count is no measure, unless a number was changed on the
way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.ask.copying import all_families
from sayso.knowledge.knowledge import Knowledge
from sayso.merge.counts import Count, counts
from sayso.merge.measures import Measure
from sayso.merge.measures import measures as measured
from sayso.record.entries import Json, as_json
from sayso.record.filters import Filters
from sayso.record.listing import Listed
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
        `source`, `source_name`, `outlet`, `published`, `article`, `copy_of` (id of the article that its article
        copied, or null), `sentence`.
    """
    return measures_of(record, record.listed("figure", filters), known, disagree=disagree)


def measures_of(
    record: Record, figures: Iterable[Listed], known: Knowledge, *, disagree: bool = False
) -> Iterator[dict[str, Json]]:
    """Yield what is counted in several articles by some figures alone, as `measures` does."""
    wanted = {one.entry.id: one.publication.id for one in figures}
    held = record.readings_of(sorted(set(wanted.values())))
    found = (one for reading in held for one in counts(reading, known) if one.figure.id in wanted)
    copied = {step.copy.article: step.original.article for family in all_families(record) for step in family.descents}
    for measure in measured(found):
        if measure.disagreeing or not (disagree or _is_copied(measure, copied)):
            yield _row(measure, copied)


def _is_copied(measure: Measure, copied: Mapping[str, str]) -> bool:
    """Tell whether all articles that count a thing go back to one."""
    return len({_first(one.article, copied) for one in measure.counts}) == 1


def _first(article: str, copied: Mapping[str, str]) -> str:
    """Return the article at the other end of a chain of copies."""
    while article in copied:
        article = copied[article]
    return article


def _row(measure: Measure, copied: Mapping[str, str]) -> dict[str, Json]:
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
        "values": [_value(one, copied.get(one.article)) for one in measure.counts],
    }


def _value(one: Count, copied: str | None) -> dict[str, Json]:
    figure = as_json(one.figure)
    return {
        **{name: figure[name] for name in ("id", "value", "low", "high", "unit")},
        "source": one.source,
        "source_name": one.source_name,
        "outlet": one.outlet,
        "published": one.published,
        "article": one.article,
        "copy_of": copied,
        "sentence": one.sentence,
    }


def _number(value: float) -> float | int:
    return int(value) if value.is_integer() else value

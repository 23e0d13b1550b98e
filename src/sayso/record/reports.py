"""
Statements and signals to reports: who is said to have said what in which article, all that corroboration asks for.

One row for each entry that stands, without building the entries themselves: a whole record goes through here whenever
a list tells how many independent outlets carry something.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from sayso.record.conditions import standing
from sayso.record.filters import ASIDES, Filters
from sayso.record.lens import Lens
from sayso.record.rows import batches
from sayso.record.schema import articles, entries, readings, signals, spans, statements
from sayso.record.withdrawn import unrejected


@dataclass(frozen=True, slots=True)
class Report:
    """
    One report of an utterance.

    Attributes:
        entry: Id of the statement or signal.
        article: Id of the article.
        outlet: Who published it, or None.
        published_first: First day that its publication date may mean, or None.
        text_sha256: The same for articles of the same text.
        place: Where the entry stands in the text: two articles of one text have it in the same place.
        aside: Whether it was read in a caption, credit, comment or boilerplate.
        who: Entity id of the source or sender as people have it, or None.
        what: The words of content, or of condition and consequence; a signal's kind leads them.
    """

    entry: str
    article: str
    outlet: str | None
    published_first: str | None
    text_sha256: str
    place: tuple[int, int]
    aside: bool
    who: str | None
    what: tuple[str, ...]


def reports(connection: Connection, kind: str, among: Collection[int] | None = None) -> list[Report]:
    """
    Return a report for every statement or signal that stands, by publication date, article and id.

    Args:
        connection: To the record.
        kind: `statement` or `signal`.
        among: Rows to look at, all where it is None.
    """
    if among is not None:
        found = [one for some in batches(sorted(among)) for one in _reports(connection, kind, some)]
        return sorted(
            found, key=lambda one: (one.published_first is None, one.published_first or "", one.article, one.entry)
        )
    return _reports(connection, kind, None)


def _reports(connection: Connection, kind: str, among: Sequence[int] | None) -> list[Report]:
    detail, who, fields = (
        (statements, statements.c.source, ("content",))
        if kind == "statement"
        else (signals, signals.c.sender, ("condition", "consequence"))
    )
    chosen = [] if among is None else [entries.c.key.in_(among)]
    words = _words(connection, kind, fields, chosen)
    lens = Lens(connection)
    if among is None:
        lens.who.learn_all()
    rows = (
        select(entries.c.key, entries.c.id, entries.c.start, entries.c.end, entries.c.zone, who.label("who"))
        .add_columns(articles.c.id.label("article"), articles.c.outlet)
        .add_columns(readings.c.published_first, readings.c.text_sha256)
        .add_columns(*([signals.c.kind.label("lead")] if kind == "signal" else []))
        .join(readings, readings.c.key == entries.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .join(detail, detail.c.entry == entries.c.key)
        .where(*standing(connection, Filters()), unrejected(), *chosen)
        .order_by(readings.c.published_first.is_(None), readings.c.published_first, articles.c.id, entries.c.id)
    )
    return [_report(row, words[row.key], fields, lens) for row in connection.execute(rows)]


def _report(row: Any, held: Mapping[str, list[str]], fields: tuple[str, ...], lens: Lens) -> Report:
    said = lens.values(row.id)
    lead = (said.get("kind", row.lead),) if hasattr(row, "lead") else ()
    who = said.get("sender" if lead else "source", row.who)
    return Report(
        entry=row.id,
        article=row.article,
        outlet=row.outlet,
        published_first=row.published_first,
        text_sha256=row.text_sha256,
        place=(row.start, row.end),
        aside=said.get("zone", row.zone) in ASIDES,
        who=who and lens.who.of(row.article, who),
        what=(*lead, *(" ".join(held.get(name, [])) for name in fields)),
    )


def _words(
    connection: Connection, kind: str, fields: tuple[str, ...], chosen: Sequence[ColumnElement[bool]]
) -> Mapping[int, dict[str, list[str]]]:
    found: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)
    rows = (
        select(spans.c.entry, spans.c.field, spans.c.words)
        .join(entries, entries.c.key == spans.c.entry)
        .where(entries.c.kind == kind, spans.c.field.in_(fields), *chosen)
        .order_by(spans.c.entry, spans.c.field, spans.c.position)
    )
    for row in connection.execute(rows):
        found[row.entry].setdefault(row.field, []).append(row.words)
    return found

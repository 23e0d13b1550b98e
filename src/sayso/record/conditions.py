"""
Filters to the conditions of a query.

What stands is the reading of each article that is not retracted, and of each page its newest version; `versions`
brings the older ones back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, func, null, or_, select

from sayso.record.filters import ASIDES, Filters
from sayso.record.naming import ids_named, outlets_named
from sayso.record.schema import (
    articles,
    entries,
    events,
    figures,
    parties,
    readings,
    signals,
    statements,
    times,
)

Conditions: TypeAlias = list[ColumnElement[bool]]


def standing(connection: Connection, filters: Filters) -> Conditions:
    """Return the conditions under which a reading stands and its article passes."""
    wanted: Conditions = [readings.c.retracted_at.is_(None)]
    if not filters.versions:
        wanted.append(articles.c.superseded_by.is_(None))
    if filters.outlet is not None:
        wanted.append(articles.c.outlet.in_(outlets_named(connection, filters.outlet)))
    if filters.article is not None:
        wanted.append(articles.c.id.startswith(filters.article, autoescape=True))
    return wanted


def in_zone(column: ColumnElement[str], filters: Filters) -> Conditions:
    """Return the conditions that the kind of a zone has to meet."""
    wanted: Conditions = [] if filters.asides else [column.not_in(ASIDES)]
    return [*wanted, column == filters.zone] if filters.zone else wanted


def dated(filters: Filters, kind: str | None = None) -> Conditions:
    """
    Return the conditions under which some day of an interval lies between `since` and `until`.

    Args:
        filters: What is asked for.
        kind: Of entry, which is dated by its own clock and else by publication; None for whole articles.
    """
    own = {
        "statement": (statements.c.said_first, statements.c.said_last),
        "event": (events.c.happened_first, events.c.happened_last),
        "time": (times.c.low, times.c.high),
    }.get(kind or "", (null(), null()))
    wanted: Conditions = []
    if filters.since is not None:
        wanted.append(func.coalesce(own[1], readings.c.published_last) >= filters.since)
    if filters.until is not None:
        wanted.append(func.coalesce(own[0], readings.c.published_first) <= filters.until)
    return wanted


def of_entry(connection: Connection, kind: str, filters: Filters) -> Conditions:
    """Return the conditions that an entry of this kind has to meet by itself, its date left aside."""
    wanted = in_zone(entries.c.zone, filters)
    if filters.kind is not None:
        wanted.append(_of_kind(kind, filters.kind))
    if filters.source is not None:
        wanted.append(_said_by(kind, ids_named(connection, filters.source)))
    for name, roles in ((filters.actor, ["actor"]), (filters.target, ["addressee", "recipient", "target"])):
        if name is not None:
            held = parties.c.role.in_(roles) & parties.c.entity.in_(ids_named(connection, name))
            wanted.append(entries.c.key.in_(select(parties.c.entry).where(held)))
    return wanted


def _of_kind(kind: str, wanted: str) -> ColumnElement[bool]:
    columns: Mapping[str, list[Any]] = {
        "statement": [statements.c.act],
        "event": [events.c.act, events.c.event_type],
        "signal": [signals.c.kind],
        "figure": [figures.c.unit],
        "time": [times.c.type],
    }
    return or_(*(func.lower(column) == wanted.lower() for column in columns[kind]))


def _said_by(kind: str, ids: Sequence[str]) -> ColumnElement[bool]:
    if kind == "statement":
        return statements.c.source.in_(ids)
    if kind == "signal":
        return signals.c.sender.in_(ids)
    holding, said = entries.alias("holding"), statements.alias("said")
    same = (holding.c.reading == entries.c.reading) & (holding.c.id == entries.c.statement)
    held = select(said.c.entry).join(holding, holding.c.key == said.c.entry)
    return held.where(same, said.c.source.in_(ids)).exists()

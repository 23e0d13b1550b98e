"""
Filters to the conditions of a query.

What stands is the reading of each article that is not retracted, and of each page its newest version; `versions`
brings the older ones back. What a person rejected or retracted is left out, unless it is asked for. Conditions speak of
what was read: where people corrected an entry, `passing` decides.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, func, null, or_, select

from sayso.record.filters import ASIDES, Filters
from sayso.record.identities import Identities, Meant
from sayso.record.naming import meant, outlets_named
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
from sayso.record.withdrawn import kept, unrejected

Conditions: TypeAlias = list[ColumnElement[bool]]

AIMED_AT: Final = ("addressee", "recipient", "target")
"""Roles of those whom something is aimed at."""


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What a list is narrowed to, with who is meant by its names.

    Attributes:
        filters: As given.
        source: Whom the name of a source means, None where none is given.
        actor: Likewise.
        target: Likewise.
    """

    filters: Filters
    source: Meant | None
    actor: Meant | None
    target: Meant | None

    @property
    def is_exact(self) -> bool:
        """Whether the ids in an article tell by themselves who is meant."""
        return all(one is None or one.exact for one in (self.source, self.actor, self.target))


def asked(connection: Connection, filters: Filters, who: Identities) -> Asked:
    """Return what a list is narrowed to, with whom its names mean."""
    named = (filters.source, filters.actor, filters.target)
    return Asked(filters, *(None if name is None else meant(connection, name, who) for name in named))


def standing(connection: Connection, filters: Filters) -> Conditions:
    """Return the conditions under which a reading stands and its article passes."""
    wanted: Conditions = [readings.c.retracted_at.is_(None)]
    if not filters.rejected:
        wanted += kept()
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


def unless_rejected(filters: Filters) -> Conditions:
    """Return the condition under which no person rejected an entry, none where those are asked for too."""
    return [] if filters.rejected else [unrejected()]


def of_entry(kind: str, wanted: Asked, *, by_row: bool = False) -> Conditions:
    """
    Return the conditions that an entry of this kind has to meet by itself, its date left aside.

    Args:
        kind: Of entry.
        wanted: What is asked for.
        by_row: Ask each entry for its parties, rather than the parties for their entries: for who has the entries.
    """
    found = in_zone(entries.c.zone, wanted.filters)
    if wanted.filters.kind is not None:
        found.append(_of_kind(kind, wanted.filters.kind))
    if wanted.source is not None:
        found.append(_said_by(kind, wanted.source.raw))
    for one, roles in ((wanted.actor, ("actor",)), (wanted.target, AIMED_AT)):
        if one is not None:
            found.append(_has_party(roles, one.raw, by_row=by_row))
    return found


def _has_party(roles: Collection[str], ids: Collection[str], *, by_row: bool) -> ColumnElement[bool]:
    in_role = select(parties.c.entry).where(parties.c.role.in_(roles))
    if not by_row:
        return entries.c.key.in_(in_role.where(parties.c.entity.in_(ids)))
    # with nothing put behind it, a database would look a frequent entity up in its index, once for each entry
    same = parties.c.entity.concat("").in_(ids)
    return in_role.where(parties.c.entry == entries.c.key, same).exists()


def _of_kind(kind: str, wanted: str) -> ColumnElement[bool]:
    columns: Mapping[str, list[Any]] = {
        "statement": [statements.c.act],
        "event": [events.c.act, events.c.event_type],
        "signal": [signals.c.kind],
        "figure": [figures.c.unit],
        "time": [times.c.type],
    }
    return or_(*(func.lower(column) == wanted.lower() for column in columns[kind]))


def _said_by(kind: str, ids: Collection[str]) -> ColumnElement[bool]:
    if kind == "statement":
        return statements.c.source.in_(ids)
    if kind == "signal":
        return signals.c.sender.in_(ids)
    holding, said = entries.alias("holding"), statements.alias("said")
    same = (holding.c.reading == entries.c.reading) & (holding.c.id == entries.c.statement)
    held = select(said.c.entry).join(holding, holding.c.key == said.c.entry)
    return held.where(same, said.c.source.in_(ids)).exists()

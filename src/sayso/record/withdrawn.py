"""
What people took out of lists to the conditions of a query: rejected entries, retracted articles and outlets.

It stays in the record, and whoever asks for it gets it; nothing that counts, weighs or lists sees it otherwise.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, func, or_, select

from sayso.record.overlays import ARTICLE, OUTLET, VERDICT
from sayso.record.schema import articles, entries
from sayso.record.schema_overlays import overlays
from sayso.terms import OverlayKind


def kept() -> list[ColumnElement[bool]]:
    """Return the conditions under which neither an article nor its outlet is retracted by a person."""
    is_named = or_(articles.c.outlet.is_(None), articles.c.outlet.not_in(_retracted(OUTLET)))
    return [articles.c.id.not_in(_retracted(ARTICLE)), is_named]


def unrejected(entry: ColumnElement[str] = entries.c.id) -> ColumnElement[bool]:
    """Return the condition under which no person's last word on an entry, given by its id, is that it is wrong."""
    later = overlays.alias("later")
    outdone = select(later.c.key).where(
        later.c.target == overlays.c.target,
        later.c.field == VERDICT,
        later.c.undone_at.is_(None),
        later.c.key > overlays.c.key,
    )
    rejected = select(overlays.c.target).where(
        overlays.c.kind == OverlayKind.REJECT.value, overlays.c.undone_at.is_(None), ~outdone.exists()
    )
    return entry.not_in(rejected)


def is_corrected() -> ColumnElement[bool]:
    """
    Return the condition under which people corrected an entry or the statement that holds it.

    What the rows say of such an entry is not what is shown, so that no condition on them decides.
    """
    corrected = select(overlays.c.target).where(
        overlays.c.kind == OverlayKind.CORRECT.value, overlays.c.undone_at.is_(None)
    )
    return or_(entries.c.id.in_(corrected), func.coalesce(entries.c.statement, "").in_(corrected))


def _retracted(field: str) -> Select[tuple[str]]:
    return select(overlays.c.target).where(
        overlays.c.kind == OverlayKind.RETRACT.value, overlays.c.field == field, overlays.c.undone_at.is_(None)
    )

"""Figures and times as written to entries, with the statement and the zone that hold them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.figures import FigureMention
from sayso.record.building.parts import Parts, innermost
from sayso.record.entries import Figure, Statement, Time, identified


def figures(mentions: Sequence[FigureMention], statements: Sequence[Statement], parts: Parts) -> list[Figure]:
    """Return a figure for each mention, in order."""
    found = []
    for mention in mentions:
        holder = innermost(statements, (mention.span,))
        entry = Figure(
            id="",
            span=mention.span,
            value=mention.value,
            low=mention.low,
            high=mention.high,
            unit=mention.unit,
            of=mention.of,
            statement=holder.id if holder else None,
            zone=parts.zone(mention.span),
        )
        found.append(identified(parts.article.id, entry))
    return found


def times(parts: Parts) -> list[Time]:
    """Return an entry for each time expression, in order."""
    found = []
    for time in parts.times:
        entry = Time(
            id="",
            span=time.span,
            type=time.expression.type,
            value=time.value,
            edtf=time.edtf,
            low=time.low,
            high=time.high,
            anchor=time.anchor,
            zone=parts.zone(time.span),
        )
        found.append(identified(parts.article.id, entry))
    return found

"""Signals that would fire to what became of them, by the ledger: asked for those alone, as of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sayso.ask.firing import group_of
from sayso.ledger.claims import claims
from sayso.ledger.ledger import weighed
from sayso.ledger.wanted import wanted
from sayso.merge.corroboration import Corroboration
from sayso.record.store import Record
from sayso.terms import Outcome
from sayso.weigh.frames import Knows, SignalView


def outcomes(record: Record, known: Knows, day: date, views: Sequence[SignalView]) -> Mapping[str, Outcome]:
    """
    Return the outcomes of some signals by the id that all reports of each share; none for what is dated nowhere.

    Args:
        record: The record.
        known: The tables.
        day: As of when.
        views: The signals.
    """
    groups = {view.signal.id: group_of(view) for view in views}
    told = {view.signal.id: Corroboration(_others(view), view.reports) for view in views}
    articles = sorted({str(view.article["id"]) for view in views})
    held = (claim for reading in record.readings_of(articles) for claim in claims(reading, told))
    found = [claim for claim in held if claim.signal.id in groups]
    verdicts = record.verdicts(day.isoformat())
    done = {}
    for claim, what in weighed(record, [wanted(claim, known) for claim in found], known, day):
        verdict = next((verdicts[one] for one in (claim.signal.id, *claim.same_as) if one in verdicts), None)
        done[groups[claim.signal.id]] = verdict.outcome if verdict is not None else what.outcome
    return done


def _others(view: SignalView) -> tuple[str, ...]:
    group = group_of(view)
    return () if group == view.signal.id else (group,)

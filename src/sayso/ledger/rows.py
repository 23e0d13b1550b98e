"""A line of the ledger to the form of CONTRACT: the signal's keys, what became of it, by which rule, on what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sayso.ledger.deadlines import Due
from sayso.ledger.evidence import Evidence, Shows
from sayso.ledger.firmness import NAMES
from sayso.ledger.ledger import Line
from sayso.ledger.lives import Saying
from sayso.record.entries import Json, as_json


def row(line: Line, day: date) -> dict[str, Json]:
    """Return a line as `sayso ledger --json` prints it."""
    claim, fate = line.claim, line.fate
    article: Mapping[str, str | None] = claim.view.article
    return {
        **as_json(claim.signal),
        "article": article["id"],
        "sentence": claim.view.sentence,
        "run": claim.run,
        "outlet": article["outlet"],
        "published": article["published"],
        "same_as": list(claim.same_as),
        "reports": claim.view.reports,
        "outcome": fate.outcome.value,
        "condition_met": fate.condition_met,
        "evidence": [evidence_json(one) for one in fate.evidence],
        "as_of": day.isoformat(),
        "made": saying_json(line.life.made),
        "restated": [saying_json(one) for one in line.life.restated],
        "hardened": [saying_json(one) for one in line.life.hardened],
        "softened": [saying_json(one) for one in line.life.softened],
        "withdrawn": [evidence_json(one) for one in fate.evidence if one.shows is Shows.WITHDRAWN],
        "deadline": _deadline(claim.due, fate.due),
        "rule": fate.rule,
        "reason": fate.reason,
        "verdict": line.verdict and {"by": line.verdict.by, "why": line.verdict.why, "as_of": line.verdict.as_of},
    }


def evidence_json(one: Evidence) -> dict[str, Json]:
    """Return a piece of evidence: the event (null where none was read), its sentence, what it shows and how."""
    return {
        "id": one.id,
        "sentence": one.sentence,
        "article": one.article,
        "outlet": one.outlet,
        "published": one.published,
        "date": one.when,
        "shows": one.shows.value,
        "alike": one.alike,
    }


def saying_json(one: Saying) -> dict[str, Json]:
    """Return when a signal was said, by which entry, and how firmly."""
    firm = one.firmness
    return {
        "date": one.made_at,
        "id": one.id,
        "firmness": firm.level,
        "firmness_name": NAMES[firm.level],
        "marked_by": firm.words or None,
    }


def _deadline(due: Due | None, last: date | None) -> Json:
    """Return a deadline with its bounds; `put_off` where it ends later than its words say."""
    if due is None or last is None:
        return None
    return {
        "edtf": due.edtf,
        "low": due.first.isoformat() if due.first else None,
        "high": last.isoformat(),
        "words": due.words,
        "put_off": last > due.last,
    }

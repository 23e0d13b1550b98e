"""
A record as of a day to its ledger: every signal with what became of it, pooled over all reports of one utterance.

What one report of an utterance shows holds for the others: one utterance has one fate, however many papers carry it
and however well each was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.ledger.claims import Claim, Turn, claims
from sayso.ledger.evidence import Evidence, deeds, evidence, order
from sayso.ledger.findings import Fate, Findings
from sayso.ledger.hearing import heard
from sayso.ledger.outcomes import fate
from sayso.ledger.retelling import retold
from sayso.ledger.search import Shelf, in_lots
from sayso.ledger.wanted import Wanted, wanted
from sayso.merge.corroboration import corroborate
from sayso.record.store import Record
from sayso.weigh.frames import Knows

LOT: Final = 200
"""Claims for which a record is asked at once; bounds memory, changes nothing. Set by hand."""


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line of the ledger.

    Attributes:
        claim: The signal as one article reports it.
        fate: What became of it.
    """

    claim: Claim
    fate: Fate


def ledger(record: Record, known: Knows, day: date, *, asides: bool = False) -> list[Line]:
    """
    Return the ledger of a record.

    Args:
        record: The record.
        known: Tables of who belongs to whom and what lies where.
        day: Only what was published by then counts; what is dated nowhere never does.
        asides: Take in what stands in captions, credits, comments and boilerplate.

    Returns:
        By the day on which each signal was made, its article and its id.
    """
    corroborated = corroborate(record.reports("signal"))
    found = [
        claim
        for reading in record.readings(until=day.isoformat(), holding="signal")
        for claim in claims(reading, corroborated)
        if asides or not claim.signal.zone.is_aside
    ]
    lines = weighed(record, [wanted(claim, known) for claim in found], known, day)
    return sorted(lines, key=lambda line: (line.claim.made, line.claim.view.article["id"] or "", line.claim.signal.id))


def weighed(record: Record, found: Sequence[Wanted], known: Knows, day: date) -> Iterator[Line]:
    """Yield a line for each claim."""
    shown: defaultdict[str, set[Evidence]] = defaultdict(set)
    for lot in in_lots([one for one in found if one.acts], LOT):
        named = {act for one in lot for act in one.acts}
        involved = {party for one in lot for party in one.parties}
        shelf = Shelf(deeds(record.happenings(named, involved, until=day.isoformat()), known))
        for one in lot:
            shown[one.claim.group].update(evidence(one, shelf.of(one), known))
    for one in found:
        since = one.claim.made[0].isoformat()
        spoken = record.passages(one.said.look_for, since=since, until=day.isoformat())
        shown[one.claim.group].update(heard(one, spoken, known))
        shown[one.claim.group].update(retold(one, spoken, known))
    yield from settled(found, shown, day)


def settled(found: Iterable[Wanted], shown: Mapping[str, Iterable[Evidence]], day: date) -> Iterator[Line]:
    """Yield a line for each claim from what was shown of its group."""
    dues = {one.claim.group: one.claim.due for one in found if one.claim.due is not None}
    for one in found:
        claim = one.claim
        ends = claim.due or dues.get(claim.group)
        implied = claim.turn is Turn.ALWAYS and bool(one.condition)
        ordered = sorted(shown.get(claim.group, ()), key=order)
        findings = Findings(
            kind=claim.signal.kind,
            turn=Turn.IF if implied else claim.turn,
            abstains=claim.abstains,
            is_own=claim.is_own,
            is_known=claim.signal.condition is not None or bool(one.condition),
            follows=claim.signal.consequence is not None,
            made=claim.made[0],
            due=ends.last if ends and one.is_told else None,
            day=day,
            evidence=tuple(ordered),
        )
        yield Line(claim, fate(findings))

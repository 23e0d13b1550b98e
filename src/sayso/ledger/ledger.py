"""
A record as of a day to its ledger: every signal with what became of it, pooled over all reports of one utterance.

What one report of an utterance shows holds for the others: one utterance has one fate, however many papers carry it
and however well each was read. A person's verdict goes before every rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sayso.ledger.claims import Claim, Turn, claims
from sayso.ledger.evidence import CONTRARY, Evidence, Shows, agreed, evidence, order
from sayso.ledger.extensions import put_off
from sayso.ledger.findings import Fate, Findings
from sayso.ledger.hearing import Ear, heard
from sayso.ledger.lives import Life, lives
from sayso.ledger.outcomes import fate
from sayso.ledger.recognising import recognised
from sayso.ledger.retelling import retold
from sayso.ledger.search import Shelf
from sayso.ledger.wanted import Wanted, wanted
from sayso.merge.corroboration import corroborate
from sayso.record.overlays import Verdict
from sayso.record.store import Record
from sayso.weigh.frames import Knows

VERDICT: Final = "verdict"
"""The name of the rule that a person's verdict is."""


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line of the ledger.

    Attributes:
        claim: The signal as one article reports it.
        fate: What became of it.
        life: When it was said, and said again.
        verdict: The person's verdict that decided, None where a rule did.
    """

    claim: Claim
    fate: Fate
    life: Life
    verdict: Verdict | None = None


def ledger(
    record: Record,
    known: Knows,
    day: date,
    *,
    asides: bool = False,
    chosen: Callable[[Claim], bool] | None = None,
) -> list[Line]:
    """
    Return the ledger of a record.

    Args:
        record: The record.
        known: Tables of who belongs to whom and what lies where.
        day: Only what was published by then counts; what is dated nowhere never does.
        asides: Take in what stands in captions, credits, comments and boilerplate.
        chosen: Tells which claims to return; all that are of one utterance with them are weighed.

    Returns:
        By the day on which each signal was made, its article and its id.
    """
    found = [wanted(claim, known) for claim in claims_of(record, day) if asides or not claim.signal.zone.is_aside]
    return _lines(record, known, day, found, chosen or (lambda _: True))


def ledger_of(record: Record, known: Knows, day: date, ids: Collection[str]) -> list[Line]:
    """
    Return the lines of some signals of a record, in the order of its ledger, without weighing all others.

    Args:
        record: The record.
        known: As for `ledger`.
        day: Likewise.
        ids: Of the signals; those of articles that are dated nowhere, or published after the day, have no line.

    Returns:
        Their lines, in whose lives only the reports of the utterances asked for are sayings.
    """
    reports = record.reports("signal", ids)
    among = {one.entry for one in reports.rows}
    corroborated = corroborate(reports)
    articles = sorted({one.article for one in reports.rows})
    held = [claim for reading in record.readings_of(articles) for claim in claims(reading, corroborated)]
    found = [wanted(one, known) for one in held if one.signal.id in among and one.published[0] <= day]
    return _lines(record, known, day, found, lambda claim: claim.signal.id in ids)


def _lines(
    record: Record, known: Knows, day: date, found: Sequence[Wanted], chosen: Callable[[Claim], bool]
) -> list[Line]:
    """Return the lines of the claims that are chosen, weighed with all others of their utterances."""
    told = lives(found, known)
    groups = {one.claim.group for one in found if chosen(one.claim)}
    picked = [one for one in found if one.claim.group in groups]
    verdicts = record.verdicts(day.isoformat())
    lines = [
        judged(Line(claim, what, told[claim.group]), verdicts) for claim, what in weighed(record, picked, known, day)
    ]
    wanted_lines = (line for line in lines if chosen(line.claim))
    return sorted(wanted_lines, key=lambda line: (line.claim.made, _article(line.claim), line.claim.signal.id))


def _article(claim: Claim) -> str:
    return claim.view.article["id"] or ""


def claims_of(record: Record, day: date) -> Iterator[Claim]:
    """Yield every claim of the articles published by a day."""
    corroborated = corroborate(record.reports("signal"))
    for reading in record.readings(until=day.isoformat(), holding="signal"):
        yield from claims(reading, corroborated)


def weighed(record: Record, found: Sequence[Wanted], known: Knows, day: date) -> Iterator[tuple[Claim, Fate]]:
    """Yield what became of each claim."""
    shown: defaultdict[str, set[Evidence]] = defaultdict(set)
    spoken_of: defaultdict[str, set[Evidence]] = defaultdict(set)
    plainest = _plainest(found)
    with record.happenings(until=day.isoformat()) as happenings:
        shelf = Shelf(happenings, known)
        for one in sorted(found, key=lambda each: (sorted(each.parties), sorted(each.acts))):  # what was listed is kept
            shown[one.claim.group].update(_as_told(one, plainest[one.claim.group], evidence(one, shelf)))
    ear = Ear(known)
    with record.passages(until=day.isoformat()) as passages:
        for one in found:
            spoken = ear.hear(passages.holding(one.look_for, since=one.claim.made[0].isoformat()))
            for reader in (heard, retold, put_off):
                spoken_of[one.claim.group].update(_as_told(one, plainest[one.claim.group], reader(one, spoken, known)))
        told = {group: agreed(shown[group], spoken_of[group]) for group in plainest}
        for group, one in plainest.items():
            spoken = ear.hear(passages.holding(one.look_for, since=one.claim.made[0].isoformat()))
            told[group] += recognised(one, spoken, known, told[group])
    yield from settled(found, told, day)


def settled(
    found: Iterable[Wanted], shown: Mapping[str, Iterable[Evidence]], day: date
) -> Iterator[tuple[Claim, Fate]]:
    """Yield what became of each claim from what was shown of its group."""
    held = list(found)
    dues = {one.claim.group: one.claim.due for one in held if one.claim.due is not None}
    fates: dict[str, Fate] = {}
    for group, one in _plainest(held).items():
        claim = one.claim
        ends = claim.due or dues.get(claim.group)
        implied = claim.turn is Turn.ALWAYS and bool(one.condition)
        findings = Findings(
            kind=claim.signal.kind,
            turn=Turn.IF if implied else claim.turn,
            abstains=one.abstains,
            is_own=claim.is_own,
            is_known=claim.weighed.signal.condition is not None or bool(one.condition),
            follows=claim.weighed.signal.consequence is not None,
            made=claim.made[0],
            due=ends.last if ends and one.is_told else None,
            day=day,
            evidence=_once(shown.get(claim.group, ())),
            is_negative=one.said.condition is not None and one.said.condition.negative,
            waits=claim.waits,
        )
        fates[group] = fate(findings)
    yield from ((one.claim, fates[one.claim.group]) for one in held)


def _plainest(found: Iterable[Wanted]) -> dict[str, Wanted]:
    """Return of each group the report that lets its utterance be followed best."""
    best: dict[str, Wanted] = {}
    for one in found:
        if one.claim.group not in best or _clarity(one) > _clarity(best[one.claim.group]):
            best[one.claim.group] = one
    return best


def _as_told(one: Wanted, plainest: Wanted, shown: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield evidence as it is for another report: what breaks "will not move" is the contrary of "will stay"."""
    turned = one.abstains is not plainest.abstains
    for each in shown:
        yield replace(each, shows=CONTRARY[each.shows]) if turned and each.shows in (Shows.DONE, Shows.UNDONE) else each


def _clarity(one: Wanted) -> tuple[bool, bool, float]:
    """Return how well a report lets its utterance be followed: with both halves, and surely a signal."""
    signal = one.claim.weighed.signal
    return signal.condition is not None, signal.consequence is not None, one.claim.signal.probability


def _once(shown: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence by day, what one sentence shows of one thing once: with its event and earliest day."""
    best: dict[tuple[str, str, str], Evidence] = {}
    for one in sorted(shown, key=lambda each: (each.id is None, order(each), each.id or "")):
        best.setdefault((one.article, one.sentence, one.shows), one)
    return tuple(sorted(best.values(), key=order))


def judged(line: Line, verdicts: Mapping[str, Verdict]) -> Line:
    """Return a line with the verdict that a person gave on it or on another report of the same utterance."""
    claim = line.claim
    verdict = verdicts.get(claim.signal.id) or next((verdicts[one] for one in claim.same_as if one in verdicts), None)
    if verdict is None:
        return line
    met = line.fate.condition_met if verdict.condition_met is None else verdict.condition_met
    reason = f"{verdict.by} judged so: {verdict.why}"
    what = replace(line.fate, outcome=verdict.outcome, condition_met=met, rule=VERDICT, reason=reason)
    return replace(line, fate=what, verdict=verdict)

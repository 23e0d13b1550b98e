"""
Findings to an outcome: the rules by which a signal is open, kept, broken, averted or lapsed, first to last.

The first rule that holds decides, and its sentence is what a reader is shown. Deeds go before words, and words before
silence. Each rule looks only at evidence of articles published by the day that is asked for, and at that day; never at
the clock. `condition_met` tells whether the condition as worded came, also where the consequence follows when it does
not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from sayso.ledger.claims import DETERRENT, Turn
from sayso.ledger.evidence import Evidence, Shows
from sayso.ledger.findings import GRACE, Fate, Findings, any_since, first_day
from sayso.resolve.edtf import days_later
from sayso.terms import Outcome, SignalKind

LATE: Final = re.compile(
    r"\b(?:(?:hours?|days?|weeks?|months?|years?) (?:too )?late|belated(?:ly)?|"
    r"(?:past|after) (?:the|its|his|her|their) deadline)\b",
    re.I,
)
"""How a sentence says that a thing was done after its time; by hand."""
Test: TypeAlias = Callable[[Findings], bool]
TURNED: Final[Mapping[Shows, Shows]] = {Shows.CAME: Shows.STAYED, Shows.STAYED: Shows.CAME}
"""What is shown of "unless he goes" by what shows of "if he does not go" that it came, or that it did not."""


TAKEN_BACK: Final = "taken back"


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One rule.

    Attributes:
        name: How it is called in lists.
        outcome: What it decides.
        condition_met: What it says of the condition where no report does.
        words: The rule as a reader is told it.
        test: Whether it holds.
    """

    name: str
    outcome: Outcome
    condition_met: bool | None
    words: str
    test: Test


def fate(findings: Findings) -> Fate:
    """Return what became of a signal by the first rule that holds."""
    if findings.turn is Turn.IF and findings.is_negative and findings.deadline is not None:
        return _by_silence(findings)
    rule = next(rule for rule in RULES if rule.test(findings))
    hangs = findings.turn in (Turn.IF, Turn.IF_NOT) and findings.is_known
    met = (True if findings.came else rule.condition_met) if hangs else None
    return Fate(rule.outcome, met, rule.name, rule.words, findings.evidence, findings.deadline)


def _by_silence(findings: Findings) -> Fate:
    """Return what became of "if he does not go by May": that of "unless he goes by May", its condition turned."""
    shown = tuple(replace(one, shows=TURNED.get(one.shows, one.shows)) for one in findings.evidence)
    found = fate(replace(findings, turn=Turn.IF_NOT, evidence=shown))
    is_early = found.outcome is Outcome.OPEN and not findings.is_past
    met = None if found.condition_met is None else not (found.condition_met or is_early or found.rule == TAKEN_BACK)
    return replace(found, condition_met=met, evidence=findings.evidence)


# ---- where the consequence follows when the condition does not come: demands, unless, until


def _met_in_time(f: Findings) -> bool:
    came = first_day(f.came)
    if f.turn is not Turn.IF_NOT or came is None:
        return False
    if f.deadline is not None and came > days_later(f.deadline, GRACE.days):
        return False
    before = first_day(f.shown(Shows.DONE))
    return before is None or before >= came


def _demand_met(f: Findings) -> bool:
    return _met_in_time(f) and not _is_patient(f)


def _held_until(f: Findings) -> bool:
    return _met_in_time(f) and _is_patient(f)


def _is_patient(f: Findings) -> bool:
    """Tell whether the sender only waits: what it withholds is not held over anybody's head."""
    return f.abstains and f.kind not in DETERRENT


def _carried_out(f: Findings) -> bool:
    return f.turn is Turn.IF_NOT and not f.abstains and bool(f.as_announced)


def _gave_in_early(f: Findings) -> bool:
    if f.turn is not Turn.IF_NOT:
        return False
    return bool(f.shown(Shows.DONE)) if f.abstains else f.waits and bool(f.shown(Shows.UNDONE))


def _backed_down(f: Findings) -> bool:
    day = f.lapsed_on
    return f.turn is Turn.IF_NOT and day is not None and f.follows and not f.abstains and any_since(f.contrary, day)


def _held_out(f: Findings) -> bool:
    day = f.lapsed_on
    if f.turn is not Turn.IF_NOT or day is None or not f.abstains:
        return False
    return any_since(f.as_announced, day) or f.is_long_after(day)


def _empty_threat(f: Findings) -> bool:
    return f.turn is Turn.IF_NOT and f.follows and not f.abstains and f.is_long_after(f.lapsed_on)


def _not_met(f: Findings) -> bool:
    day = f.lapsed_on
    return f.turn is Turn.IF_NOT and not f.follows and day is not None and any_since(f.shown(Shows.STAYED), day)


def _ran_out(f: Findings) -> bool:
    return f.turn is Turn.IF_NOT and not f.follows and f.is_long_after(f.lapsed_on)


# ---- where it follows when the condition comes


def _came_and_followed(f: Findings) -> bool:
    return f.turn is Turn.IF and bool(f.came) and any_since(f.as_announced, min(one.first for one in f.came))


def _followed(f: Findings) -> bool:
    return f.turn is Turn.IF and f.is_own and not f.abstains and bool(f.as_announced)


def _came_and_not(f: Findings) -> bool:
    return f.turn is Turn.IF and bool(f.came) and any_since(f.contrary, first_day(f.came))


def _came_and_held(f: Findings) -> bool:
    return f.turn is Turn.IF and f.abstains and f.is_long_after(first_day(f.came))


def _came_and_nothing(f: Findings) -> bool:
    return f.turn is Turn.IF and not f.abstains and f.is_long_after(first_day(f.came))


def _gave_way(f: Findings) -> bool:
    return f.turn is Turn.IF and not f.came and f.kind in DETERRENT and bool(f.shown(Shows.STAYED))


def _never_came(f: Findings) -> bool:
    if f.turn is not Turn.IF or f.came or not f.is_past:
        return False
    return f.is_long_after(f.deadline) or any_since(f.shown(Shows.STAYED, Shows.EXPIRED), f.deadline)


def _called_off(f: Findings) -> bool:
    good = f.kind in (SignalKind.PROMISE, SignalKind.COMMITMENT) and f.turn is Turn.IF
    off = any(not one.by_contrary for one in f.shown(Shows.UNDONE))
    return good and not f.came and not f.abstains and off


# ---- without a condition, or for as long as something lasts


def _plain(f: Findings) -> bool:
    return f.turn in (Turn.ALWAYS, Turn.WHILE)


def _done(f: Findings) -> bool:
    return _plain(f) and not f.abstains and any(_is_in_time(f, one) for one in f.as_announced)


def _too_late(f: Findings) -> bool:
    return _plain(f) and not f.abstains and bool(f.as_announced)


def _is_in_time(f: Findings, one: Evidence) -> bool:
    """Tell whether a thing may have been done before its time was over; what is told without a day may."""
    if f.deadline is None or one.first <= f.deadline:
        return True
    return not one.is_dated and LATE.search(one.sentence) is None


def _breached(f: Findings) -> bool:
    if not _plain(f) or not f.abstains:
        return False
    end = first_day(f.shown(Shows.STAYED)) if f.turn is Turn.WHILE else None
    ends = [day for day in (f.deadline, end) if day is not None]
    return any(all(one.first <= day for day in ends) for one in f.shown(Shows.DONE))


def _not_done(f: Findings) -> bool:
    if not _plain(f) or f.abstains:
        return False
    return any_since(f.shown(Shows.UNDONE), f.deadline) and (f.deadline is None or f.is_past)


def _not_in_time(f: Findings) -> bool:
    return _plain(f) and not f.abstains and f.is_long_after(f.deadline)


def _held_to(f: Findings) -> bool:
    if not _plain(f) or not f.abstains:
        return False
    over = f.turn is Turn.WHILE and bool(f.shown(Shows.STAYED))
    is_told = any(not one.by_contrary for one in f.as_announced)
    told = (f.is_past and bool(f.as_announced)) or (is_told and f.deadline is None and f.turn is Turn.ALWAYS)
    return told or over or f.is_long_after(f.deadline)


# ---- all of them


def _taken_back(f: Findings) -> bool:
    back = first_day(f.shown(Shows.WITHDRAWN))
    if back is None:
        return False
    turned = f.lapsed_on if f.turn is Turn.IF_NOT else first_day(f.came) if f.turn is Turn.IF else None
    return turned is None or back <= turned


def _waiting(f: Findings) -> bool:
    return bool(f.came) if f.turn is Turn.IF else f.is_past


def _not_due(f: Findings) -> bool:
    return f.deadline is not None


def _unsettled(f: Findings) -> bool:
    return bool(f.evidence)


def _always(_: Findings) -> bool:
    return True


RULES: Final = (
    Rule("demand met", Outcome.AVERTED, True, "what was asked for came before what was threatened did", _demand_met),
    Rule("held until", Outcome.KEPT, True, "the sender did not do it until what it waited for came", _held_until),
    Rule("carried out", Outcome.KEPT, False, "what was asked for had not come, and the sender did it", _carried_out),
    Rule(
        "gave in early",
        Outcome.BROKEN,
        False,
        "the sender did it, or ended what was to last, before what it waited for had come",
        _gave_in_early,
    ),
    Rule(
        "came and followed", Outcome.KEPT, True, "the condition came, and what was to follow came", _came_and_followed
    ),
    Rule(
        "came, not followed", Outcome.BROKEN, True, "the condition came, and what was to follow did not", _came_and_not
    ),
    Rule("followed", Outcome.KEPT, True, "the sender did it, so that it took the condition to have come", _followed),
    Rule("done", Outcome.KEPT, None, "what was announced was done", _done),
    Rule("too late", Outcome.BROKEN, None, "what was announced was done only after its time", _too_late),
    Rule("breached", Outcome.BROKEN, None, "what was ruled out was done", _breached),
    Rule(TAKEN_BACK, Outcome.LAPSED, False, "the sender took it back before anything hung on it", _taken_back),
    Rule("backed down", Outcome.BROKEN, False, "the deadline passed, and the threat was not carried out", _backed_down),
    Rule("held out", Outcome.KEPT, False, "the deadline passed, and what was ruled out was not done", _held_out),
    Rule("empty threat", Outcome.BROKEN, False, "the deadline passed, and in 21 days nothing followed", _empty_threat),
    Rule("not met", Outcome.BROKEN, False, "the deadline passed, and what was asked for had not come", _not_met),
    Rule("ran out", Outcome.LAPSED, False, "the deadline passed 21 days ago, and nothing was to follow", _ran_out),
    Rule("came and held", Outcome.KEPT, True, "the condition came, and in 21 days it was not done", _came_and_held),
    Rule(
        "came, nothing", Outcome.BROKEN, True, "the condition came, and in 21 days nothing followed", _came_and_nothing
    ),
    Rule("gave way", Outcome.AVERTED, False, "the condition is told not to have come", _gave_way),
    Rule("called off", Outcome.LAPSED, False, "it was called off before its condition came", _called_off),
    Rule("never came", Outcome.LAPSED, False, "its time passed without the condition", _never_came),
    Rule("not done", Outcome.BROKEN, None, "what was announced was not done", _not_done),
    Rule("not in time", Outcome.BROKEN, None, "its time passed, and in 21 days it was not done", _not_in_time),
    Rule("held to", Outcome.KEPT, None, "what was ruled out was not done while it counted", _held_to),
    Rule(
        "waiting",
        Outcome.OPEN,
        False,
        "the condition came or the deadline passed; what came of it is not told",
        _waiting,
    ),
    Rule("not due", Outcome.OPEN, False, "its deadline has not passed", _not_due),
    Rule("unsettled", Outcome.OPEN, False, "reports tell of it, and none settles what came of it", _unsettled),
    Rule("pending", Outcome.OPEN, False, "no report shows that anything came of it", _always),
)
"""Deeds first, then words, then silence; the order in which they are asked."""

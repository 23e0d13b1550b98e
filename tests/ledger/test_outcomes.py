"""From what is known of a signal on a day to what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.claims import Turn
from sayso.ledger.evidence import Evidence, Shows, order
from sayso.ledger.findings import GRACE, Findings
from sayso.ledger.outcomes import RULES, fate
from sayso.terms import Outcome, SignalKind

MADE = date(2031, 5, 1)
CAME, STAYED, DONE, UNDONE = Shows.CAME, Shows.STAYED, Shows.DONE, Shows.UNDONE
WITHDRAWN, EXPIRED, EXTENDED = Shows.WITHDRAWN, Shows.EXPIRED, Shows.EXTENDED
_numbers = count()


def on(shows: Shows, day: int, until: int | None = None) -> Evidence:
    """Make evidence of the day so many days after the making."""
    when = MADE + timedelta(days=day)
    end = MADE + timedelta(days=until) if until is not None else None
    return Evidence(f"ev{day}", shows, when, when, when.isoformat(), f"{shows} {day}", "a", None, None, 1.0, end)


def findings(
    turn: Turn, shown: Sequence[Evidence], *, day: int, due: int | None = None, abstains: bool = False,
    kind: SignalKind = SignalKind.THREAT, follows: bool = True,
) -> Findings:  # fmt: skip
    return Findings(
        kind=kind,
        turn=turn,
        abstains=abstains,
        is_own=kind not in (SignalKind.WARNING, SignalKind.DEMAND),
        is_known=turn in (Turn.IF, Turn.IF_NOT),
        follows=follows,
        made=MADE,
        due=MADE + timedelta(days=due) if due is not None else None,
        day=MADE + timedelta(days=day),
        evidence=tuple(sorted(shown, key=order)),
    )


IF, IF_NOT, WHILE, ALWAYS = Turn.IF, Turn.IF_NOT, Turn.WHILE, Turn.ALWAYS


@pytest.mark.parametrize(
    ("given", "outcome", "met", "rule"),
    [
        (findings(IF_NOT, [on(CAME, 5)], day=6, due=10), "averted", True, "demand met"),
        (findings(IF_NOT, [on(CAME, 12)], day=13, due=10), "averted", True, "demand met"),
        (findings(IF_NOT, [on(DONE, 11)], day=11, due=10), "kept", False, "carried out"),
        (findings(IF_NOT, [on(DONE, 11), on(CAME, 15)], day=16, due=10), "kept", True, "carried out"),
        (findings(IF_NOT, [], day=9, due=10), "open", False, "not due"),
        (findings(IF_NOT, [], day=25, due=10), "open", False, "waiting"),
        (findings(IF_NOT, [], day=32, due=10), "broken", False, "empty threat"),
        (findings(IF_NOT, [on(UNDONE, 12)], day=13, due=10), "broken", False, "backed down"),
        (findings(IF_NOT, [on(WITHDRAWN, 12)], day=13, due=10), "broken", False, "backed down"),
        (findings(IF_NOT, [on(WITHDRAWN, 8)], day=13, due=10), "lapsed", False, "taken back"),
        (findings(IF_NOT, [on(EXTENDED, 9, 20)], day=25, due=10), "open", False, "waiting"),
        (findings(IF_NOT, [on(EXTENDED, 9, 20)], day=19, due=10), "open", False, "not due"),
        (findings(IF_NOT, [on(EXPIRED, 9)], day=31), "broken", False, "empty threat"),
        (findings(IF_NOT, [], day=32, due=10, follows=False), "lapsed", False, "ran out"),
        (findings(IF_NOT, [on(CAME, 8)], day=32, due=10, follows=False), "averted", True, "demand met"),
        (findings(IF_NOT, [on(CAME, 8)], day=9, abstains=True, kind=SignalKind.REFUSAL), "kept", True, "held until"),
        (findings(IF_NOT, [on(CAME, 8)], day=9, abstains=True), "averted", True, "demand met"),
        (findings(IF_NOT, [on(STAYED, 12)], day=13, due=10, follows=False), "broken", False, "not met"),
        (findings(IF_NOT, [on(DONE, 8)], day=9, abstains=True), "broken", False, "gave in early"),
        (findings(IF_NOT, [], day=32, due=10, abstains=True), "kept", False, "held out"),
        (findings(IF, [], day=300), "open", False, "pending"),
        (findings(IF, [on(CAME, 5)], day=6), "open", True, "waiting"),
        (findings(IF, [on(CAME, 5), on(DONE, 9)], day=9), "kept", True, "came and followed"),
        (findings(IF, [on(DONE, 2), on(CAME, 5)], day=9, kind=SignalKind.WARNING), "open", True, "waiting"),
        (findings(IF, [on(CAME, 5), on(UNDONE, 9)], day=9), "broken", True, "came, not followed"),
        (findings(IF, [on(CAME, 5), on(WITHDRAWN, 9)], day=9), "broken", True, "came, not followed"),
        (findings(IF, [on(CAME, 5)], day=27), "broken", True, "came, nothing"),
        (findings(IF, [on(CAME, 5)], day=27, abstains=True), "kept", True, "came and held"),
        (findings(IF, [on(DONE, 9)], day=9), "kept", True, "followed"),
        (findings(IF, [on(DONE, 9)], day=9, kind=SignalKind.WARNING), "open", False, "unsettled"),
        (findings(IF, [on(STAYED, 9)], day=9), "averted", False, "gave way"),
        (findings(IF, [on(STAYED, 9)], day=9, kind=SignalKind.PROMISE), "open", False, "unsettled"),
        (findings(IF, [on(WITHDRAWN, 9)], day=9), "lapsed", False, "taken back"),
        (findings(IF, [], day=32, due=10), "lapsed", False, "never came"),
        (findings(IF, [], day=31, due=10), "open", False, "not due"),
        (findings(ALWAYS, [on(DONE, 9)], day=9, kind=SignalKind.PROMISE), "kept", None, "done"),
        (findings(ALWAYS, [on(UNDONE, 9)], day=9, kind=SignalKind.PROMISE), "broken", None, "not done"),
        (findings(ALWAYS, [on(UNDONE, 9)], day=9, due=20, kind=SignalKind.PROMISE), "open", None, "not due"),
        (findings(ALWAYS, [], day=32, due=10, kind=SignalKind.PROMISE), "broken", None, "not in time"),
        (findings(ALWAYS, [on(WITHDRAWN, 9)], day=9, kind=SignalKind.PROMISE), "lapsed", None, "taken back"),
        (findings(ALWAYS, [on(DONE, 9)], day=9, abstains=True), "broken", None, "breached"),
        (findings(ALWAYS, [on(DONE, 19)], day=19, due=10, abstains=True), "open", None, "waiting"),
        (findings(ALWAYS, [on(UNDONE, 9)], day=9, abstains=True), "kept", None, "held to"),
        (findings(ALWAYS, [replace(on(DONE, 9), is_dated=True)], day=40, due=5), "broken", None, "too late"),
        (findings(ALWAYS, [on(DONE, 9)], day=40, due=5), "kept", None, "done"),
        (
            findings(ALWAYS, [replace(on(DONE, 9), sentence="Two weeks late")], day=40, due=5),
            "broken",
            None,
            "too late",
        ),
        (findings(ALWAYS, [on(DONE, 30)], day=40, due=5), "kept", None, "done"),
        (findings(ALWAYS, [replace(on(UNDONE, 9), by_contrary=True)], day=9, abstains=True), "open", None, "unsettled"),
        (findings(ALWAYS, [], day=32, due=10, abstains=True), "kept", None, "held to"),
        (findings(WHILE, [on(DONE, 9)], day=9, abstains=True), "broken", None, "breached"),
        (findings(WHILE, [on(STAYED, 5), on(DONE, 9)], day=9, abstains=True), "kept", None, "held to"),
        (findings(WHILE, [on(UNDONE, 9)], day=9, abstains=True), "open", None, "unsettled"),
    ],
)
def test_each_rule_decides_as_its_sentence_says(given: Findings, outcome: str, met: bool | None, rule: str) -> None:
    """Deeds before words, words before silence, silence after 21 days."""
    found = fate(given)

    assert (outcome, met, rule) == (found.outcome.value, found.condition_met, found.rule)


def test_the_last_of_the_21_days_is_still_open() -> None:
    """CONTRACT: "or 21 days have gone"."""
    last = findings(IF_NOT, [], day=10 + GRACE.days, due=10)

    assert Outcome.OPEN is fate(last).outcome
    assert Outcome.BROKEN is fate(replace(last, day=last.day + timedelta(days=1))).outcome


def test_rules_have_names_and_sentences_of_their_own() -> None:
    """A reader can tell them apart."""
    assert len(RULES) == len({rule.name for rule in RULES}) == len({rule.words for rule in RULES})


shown = st.lists(
    st.builds(on, st.sampled_from([CAME, STAYED, DONE, UNDONE, WITHDRAWN, EXPIRED]), st.integers(0, 90)), max_size=5
)
turns, kinds, dues = st.sampled_from(Turn), st.sampled_from(SignalKind), st.none() | st.integers(0, 60)


def as_of(given: Findings, day: int) -> Findings:
    """Return what was known on an earlier day: only what had been reported by then."""
    when = MADE + timedelta(days=day)
    return replace(given, day=when, evidence=tuple(one for one in given.evidence if one.last <= when))


@given(turns, kinds, st.booleans(), dues, shown, st.integers(0, 120), st.integers(0, 60))
def test_what_is_known_only_grows(
    turn: Turn, kind: SignalKind, abstains: bool, due: int | None, evidence: list[Evidence], day: int, more: int
) -> None:
    """What was decided on a day is never undecided on a later one, and a condition that came stays met."""
    whole = findings(turn, evidence, day=day + more, due=due, abstains=abstains, kind=kind)
    before, after = fate(as_of(whole, day)), fate(as_of(whole, day + more))

    assert set(before.evidence) <= set(after.evidence)
    if before.outcome is not Outcome.OPEN:
        assert after.outcome is not Outcome.OPEN
    if before.condition_met is True and before.rule != "followed":
        assert after.condition_met is True


@given(turns, kinds, st.booleans(), dues, shown, st.integers(0, 120), st.randoms())
def test_the_order_of_evidence_does_not_matter(
    turn: Turn, kind: SignalKind, abstains: bool, due: int | None, evidence: list[Evidence], day: int, random: object
) -> None:
    """Articles may be added in any order."""
    mixed = list(evidence)
    random.shuffle(mixed)  # type: ignore[attr-defined]

    one = fate(findings(turn, evidence, day=day, due=due, abstains=abstains, kind=kind))
    other = fate(findings(turn, mixed, day=day, due=due, abstains=abstains, kind=kind))

    assert one == other


@pytest.mark.parametrize(
    ("shown", "day", "outcome", "met", "rule"),
    [
        ([], 9, "open", False, "not due"),
        ([], 11, "open", True, "waiting"),
        ([], 40, "broken", True, "empty threat"),
        ([on(STAYED, 5)], 6, "averted", False, "demand met"),
        ([on(CAME, 11), on(DONE, 12)], 13, "kept", True, "carried out"),
        ([on(CAME, 11), on(UNDONE, 20)], 21, "broken", True, "backed down"),
        ([on(WITHDRAWN, 5)], 6, "lapsed", False, "taken back"),
        ([on(EXTENDED, 8, until=30)], 20, "open", False, "not due"),
    ],
)  # fmt: skip
def test_what_is_not_done_by_a_day_comes_with_that_day(
    shown: list[Evidence], day: int, outcome: str, met: bool, rule: str
) -> None:
    """What "if they do not leave by Friday" says is what "unless they leave" says, but for its condition."""
    found = fate(replace(findings(IF, shown, day=day, due=10), is_negative=True))

    assert (found.outcome.value, found.condition_met, found.rule) == (outcome, met, rule)
    assert found.evidence == tuple(sorted(shown, key=order))

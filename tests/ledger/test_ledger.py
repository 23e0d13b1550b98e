"""A record as of a day to its ledger."""

from __future__ import annotations

from datetime import date
from itertools import islice, pairwise, permutations
from pathlib import Path

import pytest
from stories import Story, closing, keep, told, ultimatum, withdrawal
from worlds import World

from sayso.ledger.ledger import Line, ledger
from sayso.ledger.rows import row
from sayso.record.store import Record, open_record
from sayso.terms import Outcome, SignalKind, SpeechAct

KNOWN = World()


def threat(record: Record, day: str) -> Line:
    """The line of the ultimatum."""
    lines = [line for line in ledger(record, KNOWN, date.fromisoformat(day)) if line.claim.signal.if_not]
    return lines[0]


@pytest.mark.parametrize(
    ("stories", "day", "outcome", "met", "why"),
    [
        ([], "2031-05-12", "open", False, "the deadline lies ahead"),
        ([withdrawal()], "2031-05-17", "open", False, "the report is not out yet"),
        ([withdrawal()], "2031-05-18", "averted", True, "the demand was met"),
        ([closing()], "2031-05-22", "kept", False, "the threat was carried out"),
        ([], "2031-06-10", "open", False, "21 days have not gone"),
        ([], "2031-06-11", "broken", False, "21 days have gone"),
        ([withdrawal(published=None)], "2031-05-30", "open", False, "what is dated nowhere tells nothing"),
        ([withdrawal(happened="2031-04-02")], "2031-05-30", "open", False, "it was done before the threat was made"),
        ([told("Avalon dropped its threat to close its ports.", "2031-05-15")], "2031-05-15", "lapsed", False,
         "the sender took it back"),
        ([told("Avalon extended its deadline for Drakonia until June 1.", "2031-05-19")], "2031-05-25", "open", False,
         "without a date read from it nothing is put off, and 21 days have not gone"),
    ],
)  # fmt: skip
def test_what_became_of_an_ultimatum(
    record: Record, stories: list[Story], day: str, outcome: str, met: bool, why: str
) -> None:
    """Each by reports that were out by then."""
    keep(record, ultimatum(), *stories)

    found = threat(record, day).fate

    assert (outcome, met) == (found.outcome.value, found.condition_met), why


def test_a_deadline_that_is_put_off_ends_later(record: Record) -> None:
    """Its new end counts."""
    longer = told("Avalon extended its deadline for Drakonia to June 1.", "2031-05-19")
    longer.time("June 1", "2031-06-01")
    keep(record, ultimatum(), longer)

    found = threat(record, "2031-06-15")

    assert Outcome.OPEN is found.fate.outcome
    assert str(found.fate.due) == "2031-06-01"
    assert row(found, date(2031, 6, 15))["deadline"]["put_off"] is True


def test_evidence_is_quoted_with_its_sentence_and_date(record: Record) -> None:
    """So that a reader can follow it."""
    keep(record, ultimatum(), withdrawal())

    found = row(threat(record, "2031-05-20"), date(2031, 5, 20))

    (proof,) = found["evidence"]
    assert (proof["sentence"], proof["date"]) == (
        "Drakonia withdrew its troops from Elbonia on Saturday.",
        "2031-05-17",
    )
    assert proof["shows"] == "the condition came"
    assert found["reason"] == "what was asked for came before what was threatened did"
    assert found["deadline"] == {
        "edtf": "../2031-05-20",
        "low": None,
        "high": "2031-05-20",
        "words": "May 20",
        "put_off": False,
    }


@pytest.mark.parametrize(
    ("text", "outcome", "why"),
    [
        ("Avalon closed its ports to all ships of Drakonia.", "kept", "the same words, done"),
        ("Avalon did not close its ports to Drakonia.", "open", "not done, but the deadline has not passed"),
        ("Freedonia closed its ports to Drakonia.", "open", "another doer"),
        ("Avalon may close its ports to Drakonia.", "open", "only possible"),
        ("If Avalon closes its ports to Drakonia, trade will suffer.", "open", "a condition"),
        ("Avalon closed its ports to Drakonia, as it had threatened.", "kept", "told of again"),
        ("Avalon made good on its threat to close its ports to Drakonia.", "kept", "told of again in other words"),
        ("Avalon has not carried out its threat to close its ports.", "open", "not carried out, before the deadline"),
        ("Avalon shut down its ports to the ships of Drakonia.", "kept", "a verb with its particle"),
        ("Avalon quietly dropped its threat to close its ports.", "lapsed", "taken back"),
        ("Avalon has not dropped its threat to close its ports to Drakonia.", "open", "not taken back"),
        ("Avalon prepared to close its ports to Drakonia.", "open", "only prepared"),
        ("Avalon denied that it had closed its ports to Drakonia.", "open", "the sender does not stand behind it"),
    ],
)
def test_what_no_act_was_read_from_is_known_by_its_words(record: Record, text: str, outcome: str, why: str) -> None:
    """A sentence speaks of the signal again, and says what came of it."""
    keep(record, ultimatum(), told(text, "2031-05-15"))

    assert outcome == threat(record, "2031-05-16").fate.outcome.value, why


def test_what_stands_in_an_aside_is_no_evidence_and_no_line(record: Record) -> None:
    """A caption is not the article's own word; asked for, its signals are listed."""
    aside = Story("Photo: Drakonia withdrew its troops from Elbonia on Saturday.", "2031-05-18", path="aside.txt")
    aside.event("withdraw", "withdrew", ("drakonia",), object="its troops", happened="2031-05-17")
    aside.signal(SignalKind.PROMISE, None, "withdrew its troops from Elbonia", sender="drakonia")
    keep(record, ultimatum(), aside)
    day = date(2031, 5, 20)

    assert Outcome.OPEN is threat(record, "2031-05-20").fate.outcome
    assert len(ledger(record, KNOWN, day)) == 1
    assert len(ledger(record, KNOWN, day, asides=True)) == 2


def test_a_person_s_verdict_goes_before_the_rules(record: Record) -> None:
    """From its day on, with who and why."""
    keep(record, ultimatum(), withdrawal())
    signal = threat(record, "2031-05-20").claim.signal.id
    record.desk.judge(signal, Outcome.BROKEN, date(2031, 5, 19), by="M. Reyes", why="two units stayed behind")

    before, after = threat(record, "2031-05-18"), threat(record, "2031-05-20")

    assert Outcome.AVERTED is before.fate.outcome
    assert (after.fate.outcome, after.fate.rule) == (Outcome.BROKEN, "verdict")
    assert after.fate.reason == "M. Reyes judged so: two units stayed behind"


def test_one_utterance_has_one_fate(record: Record) -> None:
    """However many papers carry it."""
    keep(record, ultimatum(), ultimatum("2031-05-08", "Lake Post", more=" Nobody else spoke."), withdrawal())

    lines = ledger(record, KNOWN, date(2031, 5, 20))

    assert len(lines) == 2
    assert {Outcome.AVERTED} == {line.fate.outcome for line in lines}
    assert [line.claim.view.reports for line in lines] == [1, 1], "the one copied the other"


def test_the_order_of_adding_changes_nothing(tmp_path: Path) -> None:
    """Of four articles every third order, so that each stands in every place, gives the same ledger."""
    stories = [ultimatum(), withdrawal(), closing("2031-05-26"), told("Avalon kept its word.", "2031-05-27")]
    seen = set()
    for number, order in enumerate(islice(permutations(stories), 0, None, 3)):
        with open_record(str(tmp_path / f"{number}.db")) as record:
            keep(record, *order)
            seen.add(str([row(line, date(2031, 6, 1)) for line in ledger(record, KNOWN, date(2031, 6, 1))]))

    assert len(seen) == 1


def test_later_days_know_more(record: Record) -> None:
    """What was shown on a day is shown on every later one."""
    keep(record, ultimatum(), withdrawal(), closing("2031-05-26"))
    shown = [
        {(one.sentence, one.shows) for one in threat(record, f"2031-05-{day}").fate.evidence}
        for day in range(10, 31, 4)
    ]

    assert all(earlier <= later for earlier, later in pairwise(shown))
    assert shown[0] != shown[-1]


def restated(published: str, said_at: str, words: str, verb: str) -> Story:
    """Avalon speaks of war again."""
    story = Story(f"Avalon said that any blockade of Elbonia {words}.", published, path=f"{published}.txt")
    said = story.said("avalon", "said", f"that any blockade of Elbonia {words}", said_at, act=SpeechAct.WARN)
    story.signal(
        SignalKind.WARNING, "any blockade of Elbonia", words.removeprefix(verb).strip(), sender="avalon", statement=said
    )
    return story


def test_a_signal_said_again_is_one_life_that_hardens_and_softens(record: Record) -> None:
    """Risks war, will lead to war, means war; then could lead to it."""
    keep(
        record,
        restated("2031-05-02", "2031-05-01", "risks war with Avalon", "risks"),
        restated("2031-05-12", "2031-05-11", "will lead to war with Avalon", "will lead to"),
        restated("2031-05-22", "2031-05-21", "means war with Avalon", "means"),
        restated("2031-06-02", "2031-06-01", "could lead to war with Avalon", "could lead to"),
    )

    lines = ledger(record, KNOWN, date(2031, 6, 30))

    (life,) = {id(line.life): line.life for line in lines}.values()
    assert [saying.firmness.level for saying in life.sayings] == [2, 4, 5, 1]
    assert [saying.made_at for saying in life.hardened] == ["2031-05-11", "2031-05-21"]
    assert [saying.made_at for saying in life.softened] == ["2031-06-01"]

"""When a signal falls due, from the times in it and around it."""

from __future__ import annotations

from datetime import date

import pytest
from drafts import Draft

from sayso.ledger.deadlines import due
from sayso.record.entries import Signal, Time
from sayso.resolve.edtf import bounds
from sayso.spans import Span
from sayso.terms import SignalKind, TimeType, ZoneKind

MADE = (date(2031, 5, 7), date(2031, 5, 7))  # a Wednesday


def time_of(draft: Draft, words: str, edtf: str | None, kind: TimeType) -> Time:
    first, last = bounds(edtf)
    ends = (first.isoformat() if first else None, last.isoformat() if last else None)
    return Time("t", draft.at(words)[0], kind, edtf, edtf, *ends, None, ZoneKind.BODY)


@pytest.mark.parametrize(
    ("text", "condition", "time", "edtf", "kind", "expected", "why"),
    [
        ("Leave by June 1 or we close the strait.", "Leave by June 1", "June 1", "../2031-06-01", TimeType.DATE,
         "2031-06-01", "a date in the condition"),
        ("Unless they leave within 48 hours, we close it.", "they leave within 48 hours", "48 hours", "PT48H",
         TimeType.DURATION, "2031-05-09", "a length counts from the making"),
        ("Unless they leave within two weeks, we close it.", "they leave within two weeks", "two weeks", "P2W",
         TimeType.DURATION, "2031-05-21", "in weeks"),
        ("Unless they leave by Friday, we close it.", "they leave by Friday", "Friday", "../2031-05-02", TimeType.DATE,
         "2031-05-09", "a weekday that limits lies ahead, however it was read"),
        ("Unless they leave before the end of the month, we close it.", "they leave before the end of the month",
         "the end of the month", "../2031-05-31", TimeType.DATE, "2031-05-31", "an edge of the calendar"),
        ("Unless they leave what they took in March, we close it.", "they leave what they took in March", "March",
         "2031-03", TimeType.DATE, None, "what lies before the making is background"),
        ("Unless they leave for two years, we close it.", "they leave for two years", "two years", "P2Y",
         TimeType.DURATION, None, "how long is not when"),
        ("Unless they leave by 2040, we close it.", "they leave by 2040", "2040", "../2040", TimeType.DATE, None,
         "a term of many years is no deadline"),
        ("We gave them six days. Unless they leave, we close it.", "they leave", "six days", "P6D", TimeType.DURATION,
         "2031-05-13", "time that is given in the same breath"),
    ],
)  # fmt: skip
def test_the_words_of_a_signal_set_its_deadline(
    text: str, condition: str, time: str, edtf: str, kind: TimeType, expected: str | None, why: str
) -> None:
    """By, within, before the end of; not when they tell of the past or of a length."""
    draft = Draft(text=text, published="2031-05-07")
    signal = Signal(
        "s", SignalKind.THREAT, draft.at(condition), None, None, None, True, None, (), None, ZoneKind.BODY, 1.0
    )

    found = due(signal, text, [Span(0, len(text))], [time_of(draft, time, edtf, kind)], MADE)

    assert expected == (found and found.last.isoformat()), why


def test_by_then_points_to_the_last_date_ahead() -> None:
    """The date itself stands in another sentence."""
    text = "The talks end on June 3. If no ship has left by then, we close the strait."
    draft = Draft(text=text, published="2031-05-07")
    condition = draft.at("no ship has left by then")
    signal = Signal("s", SignalKind.THREAT, condition, None, None, None, False, None, (), None, ZoneKind.BODY, 1.0)

    found = due(signal, text, [Span(25, len(text))], [time_of(draft, "June 3", "2031-06-03", TimeType.DATE)], MADE)

    assert found is not None
    assert (date(2031, 6, 3), "condition") == (found.last, found.of)


def test_a_length_in_what_follows_an_if_is_no_deadline() -> None:
    """It counts from the day on which the condition comes."""
    text = "If they land, we strike within 48 hours."
    draft = Draft(text=text, published="2031-05-07")
    signal = Signal(
        "s", SignalKind.THREAT, draft.at("they land"), draft.at("we strike within 48 hours"), None, None, False, None,
        (), None, ZoneKind.BODY, 1.0,
    )  # fmt: skip

    assert (
        due(signal, text, [Span(0, len(text))], [time_of(draft, "48 hours", "PT48H", TimeType.DURATION)], MADE) is None
    )

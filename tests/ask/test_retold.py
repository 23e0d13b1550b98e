"""An entry to the other reports of its utterance: which, why, how sure, and in what they disagree."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import Draft
from reported import drafted

from sayso.ask.retold import other_reports
from sayso.merge.settling import settle
from sayso.record.listing import Listed
from sayso.record.store import Record
from sayso.terms import EntityKind, SignalKind

DAY = "1994-05-12 said 1994-05-11 | holm/Q20 |"
THREAT = f"{DAY} threaten | Holm said <Norway will sink any ship that lands troops on the islands>."
WARNED = f"{DAY} warn | <Norway may sink ships landing troops on the islands>, Holm warned."
PARTLY = f"{DAY} threaten | Holm said <troops landing from any Russian ship will be shot>."


@pytest.fixture
def kept(record: Record) -> Record:
    drafts = [drafted(THREAT, "Fjord Herald"), drafted(WARNED, "Skerry Times"), drafted(THREAT, "Bay Echo")]
    for draft in drafts:
        record.add(draft.capture, draft.reading)
    settle(record)
    return record


def by_outlet(record: Record, outlet: str, kind: str = "statement") -> Listed:
    (found,) = (one for one in record.listed(kind) if one.publication.outlet == outlet)
    return found


def others(record: Record, outlet: str) -> dict[str, dict[str, Any]]:
    return {one["outlet"]: one for one in other_reports(record, by_outlet(record, outlet))}


def test_each_other_report_says_why_it_is_one(kept: Record) -> None:
    """A reprint is the same report; what has the same telling words is the same utterance."""
    found = others(kept, "Fjord Herald")

    assert {outlet: (one["judgement"], one["reason"]) for outlet, one in found.items()} == {
        "Bay Echo": ("positive", "the same report"),
        "Skerry Times": ("positive", "the same words"),
    }


def test_what_reports_disagree_in_is_shown(kept: Record) -> None:
    """Field by field, what stands here and what stands there; what agrees is left out."""
    found = others(kept, "Fjord Herald")

    assert found["Bay Echo"]["differs"] == {}
    assert found["Skerry Times"]["differs"] == {
        "act": {"here": "threaten", "there": "warn"},
        "content": {
            "here": "Norway will sink any ship that lands troops on the islands",
            "there": "Norway may sink ships landing troops on the islands",
        },
    }


@pytest.mark.xfail(
    strict=True,
    reason="three words in common on one day are taken for one utterance, though another deed is threatened",
)
def test_what_nobody_can_tell_stands_last(record: Record) -> None:
    """Unsure is shown, and joins nothing."""
    for row, outlet in ((THREAT, "A"), (PARTLY, "B"), (WARNED, "C")):
        draft = drafted(row, outlet)
        record.add(draft.capture, draft.reading)
    settle(record)

    assert [(one["outlet"], one["judgement"]) for one in other_reports(record, by_outlet(record, "A"))] == [
        ("C", "positive"),
        ("B", "unsure"),
    ]


def test_what_people_took_out_is_not_shown(kept: Record) -> None:
    """Before it is settled anew, too."""
    kept.desk.reject(by_outlet(kept, "Skerry Times").entry.id, by="Ann", why="another speech")
    kept.desk.retract_outlet("Bay Echo", by="Ann", why="a parody")

    assert others(kept, "Fjord Herald") == {}


def test_signals_are_reported_too(record: Record) -> None:
    """Condition and consequence are compared, and shown where they differ."""
    for outlet, verb in (("Herald", "sink"), ("Times", "seize")):
        draft = Draft(text=f"Norway will {verb} every ship if troops land on the islands.", outlet=outlet, url=None)
        draft.signal(SignalKind.THREAT, "troops land on the islands", f"{verb} every ship", sender="Q20")
        draft.entity("Q20", EntityKind.COUNTRY, "Norway", "Norway")
        record.add(draft.capture, draft.reading)
    settle(record)
    (one,) = other_reports(record, by_outlet(record, "Herald", "signal"))

    assert one["judgement"] == "positive"
    assert one["differs"] == {"consequence": {"here": "sink every ship", "there": "seize every ship"}}


def test_what_is_not_settled_has_no_others(record: Record) -> None:
    """And an entry of another kind has none either."""
    draft = drafted(THREAT)
    record.add(draft.capture, draft.reading)

    assert list(other_reports(record, by_outlet(record, "Fjord Herald"))) == []

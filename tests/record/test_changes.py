"""The feed of what changed: articles in, readings replaced, what people said and what they took back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from drafts import TAKEN, TEXT, norland

from sayso.errors import UsageError
from sayso.record.store import Record
from sayso.terms import Outcome

SIGNED = {"by": "M. Reyes", "why": "checked against the transcript"}
URL = "https://fjord.example/strait"


def feed(record: Record, since: str = "1") -> list[tuple[str, str, str]]:
    return [(row["change"], row["of"], row["id"]) for row in record.changes(since)]


def test_the_feed_tells_of_articles_versions_and_readings(record: Record) -> None:
    """A new article is added, a changed page a version, a newer reading takes the place of the one before."""
    first, second = norland(url=URL), norland(url=URL, text=f"{TEXT}\nMore.\n", taken=TAKEN + timedelta(hours=2))
    again = norland(url=URL, run="sayso 0.2.0 model fedcba987654")
    lost = again.entries.pop().id
    for draft in (first, second, again):
        record.add(draft.capture, draft.reading)

    assert sorted(feed(record)) == [
        ("added", "article", first.id),
        ("read again", "article", first.id),
        ("retracted", "reading", first.id),
        ("version", "article", second.id),
    ]
    (replaced,) = [row for row in record.changes("1") if row["of"] == "reading"]
    assert ([lost], []) == (replaced["lost"], replaced["gained"])
    assert record.changes("1")[0]["entries"] == {"event": 3, "figure": 1, "signal": 2, "statement": 3, "time": 2}


def test_the_feed_tells_what_people_said_and_took_back(record: Record) -> None:
    """Each decision is there with who, why, what was read and what is said; undoing it is a line of its own."""
    draft = norland()
    record.add(draft.capture, draft.reading)
    threat = draft.reading.signals[1].id
    (corrected,) = record.desk.correct(threat, {"kind": "promise"}, **SIGNED)
    record.desk.judge(threat, Outcome.LAPSED, date(2031, 6, 1), **SIGNED)
    record.desk.retract_outlet("fjord herald", **SIGNED)
    record.desk.undo(corrected.id, by="A. Osei", why="it is a threat after all")

    rows = record.changes("1")[1:]
    assert [(row["change"], row["of"]) for row in rows] == [
        ("corrected", "entry"),
        ("judged", "entry"),
        ("retracted", "outlet"),
        ("undone", "overlay"),
    ]
    assert tuple(rows[0][key] for key in ("field", "was", "value", "by")) == ("kind", "threat", "promise", "M. Reyes")
    assert (threat, "A. Osei") == (rows[3]["undid"]["target"], rows[3]["by"])


def test_the_feed_begins_where_it_is_asked_to(record: Record) -> None:
    """A run's number, a date or a moment of the feed itself; what came before is left out."""
    first, second = norland(), norland(outlet="Skerry Times")
    record.add(first.capture, first.reading)
    record.add(second.capture, second.reading)
    record.desk.reject(first.reading.signals[0].id, **SIGNED)

    assert [("added", second.id), ("rejected", first.reading.signals[0].id)] == [
        (a, c) for a, _, c in feed(record, "2")
    ]
    moment = record.changes("1")[-1]["at"]
    assert "rejected" in {change for change, _, _ in feed(record, moment)}
    assert feed(record, "2999-01") == []
    assert len(feed(record, "2001-09-11")) == 3
    for wrong, expected in (("7", "there is no run 7"), ("lately", "takes a date")):
        with pytest.raises(UsageError, match=expected):
            record.changes(wrong)

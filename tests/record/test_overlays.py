"""Overlays: added, undone, never rewritten; which of several holds; what the ledger is told of people's verdicts."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from drafts import norland

from sayso.errors import UsageError
from sayso.record.engine import looking, open_engine, writing
from sayso.record.overlays import held, holding, journal, undo, write
from sayso.record.store import Record
from sayso.terms import Outcome, OverlayKind

SIGNED = {"by": "M. Reyes", "why": "checked against the transcript"}


@pytest.fixture
def kept(record: Record) -> Record:
    record.add(norland().capture, norland().reading)
    return record


def signal() -> str:
    return norland().reading.signals[0].id


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2031-05-31", None),
        ("2031-06-01", Outcome.OPEN),
        ("2031-06-19", Outcome.OPEN),
        ("2031-07-01", Outcome.KEPT),
        (None, Outcome.KEPT),
    ],
)
def test_a_verdict_holds_from_its_day_on(kept: Record, day: str | None, expected: Outcome | None) -> None:
    """A ledger of a day takes the last verdict as of a day before it, in whatever order they were given."""
    kept.desk.judge(signal(), Outcome.KEPT, date(2031, 6, 20), **SIGNED)
    kept.desk.judge(signal(), Outcome.OPEN, date(2031, 6, 1), **SIGNED)

    found = kept.verdicts(day).get(signal())
    assert expected == (found and found.outcome)


def test_of_two_verdicts_for_a_day_the_later_holds_until_it_is_undone(kept: Record) -> None:
    """Changing one's mind adds an overlay; undoing it brings the one before back."""
    kept.desk.judge(signal(), Outcome.KEPT, date(2031, 6, 1), condition_met=True, **SIGNED)
    later = kept.desk.judge(signal(), Outcome.AVERTED, date(2031, 6, 1), by="A. Osei", why="the landing was called off")
    assert kept.verdicts()[signal()].outcome is Outcome.AVERTED

    kept.desk.undo(later.id, by="A. Osei", why="the report was of another island")
    found = kept.verdicts()[signal()]
    assert (found.outcome, found.condition_met, found.by) == (Outcome.KEPT, True, "M. Reyes")


def test_what_is_said_twice_has_two_ids(kept: Record) -> None:
    """The same words by the same person after an undoing are another overlay, so that each can be undone by itself."""
    first = kept.desk.reject(signal(), **SIGNED)
    kept.desk.undo(first.id, **SIGNED)
    second = kept.desk.reject(signal(), **SIGNED)

    assert first.kind is OverlayKind.REJECT
    assert first.id != second.id


@pytest.mark.parametrize(("by", "why", "expected"), [("", "because", "--by"), ("M. Reyes", " \n", "--why")])
def test_nothing_is_said_without_name_and_reason(kept: Record, by: str, why: str, expected: str) -> None:
    """A decision that nobody signs, or that gives no reason, is not taken."""
    with pytest.raises(UsageError, match=expected):
        kept.desk.accept(signal(), by=by, why=why)
    assert [line for line in kept.dump() if '"row":"overlay"' in line] == []


def test_only_what_is_there_can_be_judged(kept: Record) -> None:
    """An id that no reading has, an outcome for a statement, and an overlay undone before are refused."""
    with pytest.raises(UsageError, match="no entry in this record has the id si00"):
        kept.desk.reject("si00", **SIGNED)
    with pytest.raises(UsageError, match="is no signal"):
        kept.desk.judge(norland().reading.statements[0].id, Outcome.KEPT, date(2031, 6, 1), **SIGNED)
    made = kept.desk.accept(signal(), **SIGNED)
    kept.desk.undo(made.id, **SIGNED)
    with pytest.raises(UsageError, match="stands"):
        kept.desk.undo(made.id, **SIGNED)


def test_what_holds_is_known_anew_after_every_change(place: str) -> None:
    """What another connection adds, what is undone, and what was taken back before it was kept."""
    engine = open_engine(place, create=True)
    other = open_engine(place, create=False)

    def holds() -> list[str]:
        with looking(engine) as connection:
            assert held(connection) == tuple(holding(journal(connection)))
            return [one.target for one in held(connection)]

    assert holds() == []
    with writing(other) as connection:
        made = [
            write(connection, OverlayKind.REJECT, target, "verdict", None, **SIGNED) for target in ("st1", "st2", "st3")
        ]
    assert holds() == ["st1", "st2", "st3"]
    with suppress(UsageError), writing(engine) as connection:
        undo(connection, made[0].id, **SIGNED)
        assert [one.target for one in held(connection)] == ["st2", "st3"]
        raise UsageError("not meant")
    with writing(other) as connection:
        undo(connection, made[1].id, **SIGNED)
    assert holds() == ["st1", "st3"]
    engine.dispose()
    other.dispose()

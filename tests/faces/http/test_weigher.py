"""Moves weighed in another process: the same answers, errors that say what happened, and an end with whoever asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from threading import Timer
from typing import Any

import pytest
from handreader import HandReader, StumblingReader

from sayso.errors import RecordError, UsageError
from sayso.faces import stages
from sayso.faces.http.weigher import Question, Weigher
from sayso.record.store import Record

MOVE = "Sudmark lands on the Skerry Islands"


@pytest.fixture(scope="module")
def weigher(record: Record) -> Iterator[Weigher]:
    made = Weigher(record.name, HandReader)  # type: ignore[arg-type]
    yield made
    made.close()


def question(record: Record, about: str, *, is_move: bool = True, day: date | None = None) -> Question:
    return Question(record.pages.known(), about, is_move, day, include_lapsed=False)


def test_another_process_answers_as_this_one(weigher: Weigher, record: Record) -> None:
    """A move and an actor, word for word."""
    move, actor = question(record, MOVE), question(record, "Q-sudmark", is_move=False)
    here: Any = HandReader()

    told = weigher.ask(move)
    assert told["fired"]
    assert told == stages.answer(record, MOVE, None, False, here)
    assert weigher.ask(actor) == list(stages.exposed(record, "Q-sudmark", None, False))


def test_an_error_there_is_the_same_error_here(weigher: Weigher, record: Record) -> None:
    """And the process goes on."""
    with pytest.raises(UsageError, match="nobody"):
        weigher.ask(question(record, "nobody", is_move=False))
    assert weigher.ask(question(record, MOVE))["understood"]


def test_a_process_that_died_is_followed_by_another(weigher: Weigher, record: Record) -> None:
    """Whoever asks next notices nothing."""
    weigher.ask(question(record, MOVE))
    assert weigher._child is not None
    weigher._child.kill()
    weigher._child.join()

    assert weigher.ask(question(record, MOVE))["fired"]


def test_a_fault_of_ours_says_where_it_is_and_an_end_breaks_off(record: Record) -> None:
    """The place in the code for the log; nobody waits for what is closed, and nothing is started after it."""
    made = Weigher(record.name, StumblingReader)  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match="handreader"):
        made.ask(question(record, "stumble"))
    Timer(0.2, made.close).start()
    with pytest.raises(RecordError, match="broken off"):
        made.ask(question(record, "dawdle"))
    with pytest.raises(RecordError, match="closed"):
        made.ask(question(record, MOVE))

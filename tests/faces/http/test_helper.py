"""Questions answered in another process: the same answers, errors that say what happened, an end with whoever asked."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Listener
from pathlib import Path
from threading import Thread, Timer
from typing import Any

import pytest
from conftest import HERE
from fastapi.testclient import TestClient
from handreader import HandReader, StumblingReader
from works import ask_and_wait, dawdled, move, spellings, stumbled, who

from sayso.errors import RecordError, UsageError
from sayso.faces import stages
from sayso.faces.http import explorer
from sayso.faces.http.app import explorer_app
from sayso.faces.http.helper import Helper, Helpers, _serve
from sayso.faces.http.rendering import environment
from sayso.faces.http.room import Work
from sayso.record import pages
from sayso.record.acquaintance import Acquaintance
from sayso.record.store import Record, open_record

MOVE = "Sudmark lands on the Skerry Islands"
NOBODY = Acquaintance()


@pytest.fixture(scope="module")
def helper(record: Record) -> Iterator[Helper]:
    made = Helper(record.name, HandReader)  # type: ignore[arg-type]
    yield made
    made.close()


def test_another_process_answers_as_this_one(helper: Helper, record: Record) -> None:
    """A move and a count, word for word."""
    here: Any = HandReader()

    told = helper.ask(partial(move, words=MOVE), NOBODY)
    assert told["fired"]
    assert told == stages.answer(record, MOVE, None, False, here)
    assert helper.ask(partial(spellings, of="Q-sudmark"), NOBODY) == record.spellings("Q-sudmark") != {}


def test_another_process_knows_who_is_known(helper: Helper) -> None:
    """As of the last question, and nothing is told twice."""
    holm, ode = "local:person/holm", "local:person/ode"
    known = Acquaintance()
    known.note(holm, {"a1": f"{holm}@Q1"})
    assert helper.ask(partial(who, name=holm), known) == {"a1": f"{holm}@Q1"}
    assert helper.ask(partial(who, name=ode), known) == "unknown"
    known.note(ode, None)
    assert helper.ask(partial(who, name=ode), known) is None
    assert helper.ask(partial(who, name=holm), known) == {"a1": f"{holm}@Q1"}
    known.under(frozenset(("split",)))
    assert helper.ask(partial(who, name=holm), known) == "unknown"


def test_a_record_that_could_not_be_opened_costs_nothing_that_was_told(tmp_path: Path) -> None:
    """Once it is there, the process knows what it was told before, and learns on."""
    place = str(tmp_path / "later.db")
    made, known = Helper(place, HandReader), Acquaintance()  # type: ignore[arg-type]
    known.note("local:person/holm", None)
    with pytest.raises(RecordError, match="there is no record"):
        made.ask(partial(who, name="local:person/holm"), known)
    open_record(place).close()
    assert made.ask(partial(who, name="local:person/holm"), known) is None
    known.note("local:person/ode", None)
    assert made.ask(partial(who, name="local:person/ode"), known) is None
    made.close()


def test_a_question_ends_with_the_process_that_asked(record: Record) -> None:
    """Though that was killed and could tell nobody."""
    with Listener() as listener:
        asking = get_context("spawn").Process(target=ask_and_wait, args=(record.name, listener.address))
        asking.start()
        with listener.accept() as line:
            assert line.recv() == "begun"
            asking.kill()
            assert line.poll(20)
            with pytest.raises(EOFError):
                line.recv()
        asking.join()


def test_an_error_there_is_the_same_error_here(helper: Helper) -> None:
    """And the process goes on."""
    with pytest.raises(UsageError, match="no such thing"):
        helper.ask(partial(stumbled, error=UsageError("no such thing")), NOBODY)
    assert helper.ask(partial(move, words=MOVE), NOBODY)["understood"]


def test_a_process_that_died_is_followed_by_another(helper: Helper) -> None:
    """Whoever asks next notices nothing."""
    helper.ask(partial(move, words=MOVE), NOBODY)
    assert helper._child is not None
    helper._child.kill()
    helper._child.join()

    assert helper.ask(partial(move, words=MOVE), NOBODY)["fired"]


def test_a_fault_of_ours_says_where_it_is_and_an_end_breaks_off(record: Record) -> None:
    """The place in the code for the log; nobody waits for what is closed, and nothing is started after it."""
    made = Helper(record.name, StumblingReader)  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match="handreader"):
        made.ask(partial(move, words=MOVE), NOBODY)
    Timer(0.2, made.close).start()
    with pytest.raises(RecordError, match="broken off"):
        made.ask(dawdled, NOBODY)
    with pytest.raises(RecordError, match="closed"):
        made.ask(partial(move, words=MOVE), NOBODY)


def test_a_helper_answers_where_no_process_can_stand_back(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows; here it is a thread that answers."""
    monkeypatch.delattr(os, "nice", raising=False)
    monkeypatch.setattr(signal, "signal", lambda *_: None)  # which a thread may not call
    line, other = Pipe()
    serving = Thread(target=_serve, args=(other, record.name, HandReader, 5))
    serving.start()
    line.send((partial(spellings, of="Q-sudmark"), None))
    assert line.poll(20)
    assert line.recv() == record.spellings("Q-sudmark") != {}
    line.close()
    serving.join()


def test_any_helper_that_is_free_answers(record: Record) -> None:
    """One that is busy for an hour holds nobody up."""
    made = Helpers(2, record.name, HandReader)  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        made.ask(partial(stumbled, error=ZeroDivisionError()), NOBODY)
    with ThreadPoolExecutor(1) as pool:
        busy = pool.submit(made.ask, dawdled, NOBODY)
        time.sleep(0.2)
        assert made.ask(partial(spellings, of="Q-sudmark"), NOBODY)
        assert not busy.done()
        made.close()
    with pytest.raises(RecordError, match="broken off"):
        busy.result()


def test_a_large_record_is_counted_elsewhere(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page says the same as where it is counted here."""
    names = ("overview", "entities", "outlets", "copies", "ledger", "measures", "review", "statements")
    asked: list[Work] = []
    ask = Helpers.ask
    monkeypatch.setattr(Helpers, "ask", lambda self, work, known: asked.append(work) or ask(self, work, known))
    told = []
    for large in (pages.LARGE, 1):
        monkeypatch.setattr(pages, "LARGE", large)
        app = explorer_app(record.name, new_reader=HandReader, patience=60)  # type: ignore[arg-type]
        with TestClient(app, HERE) as client:
            assert not asked
            told.append([client.get(f"/{name}.json").json() for name in names])
    assert told[0] == told[1]
    assert all(one["rows"] for one in told[0])
    assert len(asked) >= len(names)


@pytest.mark.parametrize("address", ["/", "/about", "/ledger", "/changes"])
def test_a_page_that_is_there_does_not_come_again(record: Record, address: str) -> None:
    """Neither by itself nor by a header."""
    app = explorer_app(record.name, new_reader=HandReader, patience=60)  # type: ignore[arg-type]
    with TestClient(app, HERE) as client:
        page = client.get(address)
    assert "Retry-After" not in page.headers
    assert "refresh" not in page.text
    assert "data-again" not in page.text


@pytest.fixture(scope="module", params=["/static/islands.js?v=1", None], ids=["scripts", "no scripts"])
def hurried(request: pytest.FixtureRequest, record: Record) -> Iterator[tuple[TestClient, bool]]:
    """An explorer of a record that counts as large, and waits for nothing; whether its pages have scripts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(environment().globals, "islands", lambda: request.param)
        patch.setattr(pages, "LARGE", 1)
        patch.setattr(explorer, "SHORT", 0.0)
        app = explorer_app(record.name, new_reader=HandReader, patience=0)  # type: ignore[arg-type]
        with TestClient(app, HERE) as client:
            yield client, request.param is not None


@pytest.mark.parametrize(
    "address", ["/measures", "/ledger", "/review", "/copies", "/entities", "/outlets", "/changes", "/whatif"]
)
def test_a_page_that_is_still_being_made_says_so_and_comes_again_by_itself(
    hurried: tuple[TestClient, bool], address: str
) -> None:
    """Programs are told by a header; a browser without scripts by the page's head, one with scripts by the note."""
    client, scripted = hurried
    asked = {"move": MOVE} if address == "/whatif" else {}
    twin, page = client.get(f"{address}.json", params=asked), client.get(address, params=asked)

    assert twin.headers.get("Retry-After") == page.headers.get("Retry-After") == "5"
    assert asked or twin.json()["truncated"]
    assert f'<a href="{page.request.url.raw_path.decode()}">look again</a>' in page.text
    refresh = '<meta http-equiv="refresh" content="5">'
    assert (f"<noscript>{refresh}</noscript>" if scripted else f"\n{refresh}") in page.text
    assert 'data-again="5"' in page.text

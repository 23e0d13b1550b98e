"""The explorer over a record that was read by hand: no model, no network, no browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from dispatches import TEXTS, Print
from drafts import Draft, norland
from fastapi.testclient import TestClient
from handreader import HandReader

from sayso.faces.http import app as app_module
from sayso.faces.http import rendering
from sayso.faces.http.app import explorer_app
from sayso.merge.settling import settle
from sayso.record.filters import Filters
from sayso.record.store import Record, open_record
from sayso.terms import EntityKind, SignalKind, Standing

HERE = "http://localhost"
NUMBERED = 25
"""Articles besides the two that all tests know, so that lists have pages."""


STRAIT = TEXTS["strait"]
CHANGED = STRAIT.replace("its own door", "its door").replace("have reportedly been", "have been")
"""A dispatch, and what the outlet made of it that copied it."""


def numbered(number: int) -> Draft:
    """An article of one statement and one signal, one of many."""
    text = f"Captain {number} said that he would fire if ship {number} came closer than {number + 1} miles."
    day = f"2031-04-{1 + number % 5:02d}" if number % 7 else None
    draft = Draft(text=text, path=f"{number}.txt", outlet=f"Outlet {number % 3}", published=day)
    draft.entity(f"local:person/captain-{number}", EntityKind.PERSON, f"Captain {number}", f"Captain {number}")
    said = draft.statement(f"local:person/captain-{number}", "said", f"that he would fire if ship {number} came closer")
    draft.event("strike", "fire", (f"local:person/captain-{number}",), standing=Standing.HYPOTHETICAL, statement=said)
    draft.signal(
        SignalKind.THREAT,
        f"ship {number} came closer",
        "he would fire",
        sender=f"local:person/captain-{number}",
        statement=said,
    )
    draft.figure(f"{number + 1} miles", number + 1, statement=said)
    return draft


def toll(number: int, outlet: str, day: str) -> Draft:
    """An article that counts the dead of a market, about whom outlets do not agree."""
    text = f"Mortar shells killed {number} people in the market of Vareva, doctors there said."
    draft = Draft(text=text, path=f"toll {outlet}.txt", outlet=outlet, published=day)
    draft.figure(str(number), number, "people")
    return draft


TOLLS = ((41, "Fjord Herald", "2031-06-02"), (68, "Skerry Times", "2031-06-02"), (43, "Gulf Wire", "2031-06-03"))


def filled(path: Path, empty: Path) -> Record:
    """A record at a path with articles, a run that met bad input, and a word of a person."""
    shutil.copy(empty, path)
    record = open_record(str(path))
    first = norland(url="https://fjord.example/1")
    with record.run() as run:
        for draft in (first, norland(outlet="Skerry Times", path="times.txt"), *map(numbered, range(NUMBERED)),
                      *(toll(*one) for one in TOLLS)):  # fmt: skip
            run.take()
            run.add(draft.capture, draft.reading)
        run.take()
        run.quarantine("broken.txt", None, "empty", "0 bytes")
    for text, outlet, day in ((STRAIT, "Gulf Wire", "2031-03-01"), (CHANGED, "Cape Mail", "2031-03-02")):
        Print(text, outlet, day, path=f"{outlet}.txt").add(record)
    settle(record)
    (said, *_) = record.listed("statement", Filters(article=first.id))
    record.desk.accept(said.entry.id, by="M. Reyes", why="checked by hand")
    return record


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory, empty: Path) -> Iterator[Record]:
    """The record, filled once."""
    with filled(tmp_path_factory.mktemp("explorer") / "record.db", empty) as made:
        yield made


@pytest.fixture(scope="session", autouse=True)
def static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Our files as a checkout has them, whether or not somebody has built the scripts in this one."""
    copied = tmp_path_factory.mktemp("static")
    for one in rendering.STATIC.iterdir():
        if one.is_file() and one.name != "islands.js":
            shutil.copy(one, copied)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(rendering, "STATIC", copied)
        patched.setattr(app_module, "STATIC", copied)
        yield copied


@pytest.fixture(scope="session")
def client(record: Record) -> Iterator[TestClient]:
    """A browser without JavaScript, on this machine."""
    app = explorer_app(record.name, new_reader=HandReader, patience=60)  # type: ignore[arg-type]
    with TestClient(app, HERE, follow_redirects=False) as made:
        yield made


@pytest.fixture(scope="session")
def ids(record: Record) -> dict[str, str]:
    """An id of each kind in the record, by the name that addresses have for it."""
    article = norland(url="https://fjord.example/1")
    found = {
        "article": article.id,
        "sha256": article.capture.sha256,
        "original": Print(STRAIT, "Gulf Wire", "2031-03-01").id,
        "copy": Print(CHANGED, "Cape Mail", "2031-03-02").id,
        "entity": "local:ada-holm",
        "outlet": "Fjord Herald",
    }
    for kind in ("statement", "event", "signal", "figure", "time"):
        found[kind] = next(iter(record.listed(kind, Filters(article=article.id)))).entry.id
    return found


@pytest.fixture(scope="session")
def rows(client: TestClient) -> Callable[[str], list[dict[str, Any]]]:
    """The rows of an address as JSON."""
    return lambda address: client.get(address).json()["rows"]  # type: ignore[no-any-return]

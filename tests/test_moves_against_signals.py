"""Moves against signals, from the article's bytes to the answer: each fires as it should, or meets silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.acquire.capture import Capture, Hints
from sayso.ask.shelf import Held
from sayso.ask.whatif import whatif
from sayso.knowledge.knowledge import knowledge
from sayso.pipeline import Reader
from sayso.weigh.compare import Comparer
from sayso.weigh.frames import SignalView
from sayso.weigh.views import signal_views

CASES = Path(__file__).parent / "cases"
FILES = ("moves", "moves_later", "moves_third")
SILENT = ("silent", "breaks")
"""What stands in a row whose move fires nothing; `breaks` is what its own side has said that it would not do."""


def loaded(name: str) -> Any:
    """What a file of cases holds."""
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))


MISREAD: dict[str, str] = loaded("moves_misread")
"""Why rows come out wrong, by article and number of the move."""


def rows() -> Iterator[Any]:
    """Yield article and move; those that come out wrong are expected to, and say why."""
    for name in FILES:
        for article in loaded(name):
            for number, move in enumerate(article["moves"]):
                key = f"{article['id']}-{number}"
                marks = [pytest.mark.xfail(strict=True, reason=MISREAD[key])] if key in MISREAD else []
                yield pytest.param(article, move, id=key, marks=marks)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the shipped model."""
    return Reader()


@pytest.fixture(scope="module")
def shelves() -> dict[str, list[SignalView]]:
    """What was read of each article so far."""
    return {}


def signals_of(article: dict[str, Any], reader: Reader, shelves: dict[str, list[SignalView]]) -> list[SignalView]:
    """Read an article, once."""
    if article["id"] not in shelves:
        published = str(article["published"])
        when = datetime.combine(date.fromisoformat(published), datetime.min.time(), UTC)
        capture = Capture(
            article["text"].encode(), f"{article['id']}.txt", when, "text/plain", Hints(published=published)
        )
        shelves[article["id"]] = list(signal_views(reader.read(capture), {}))
    return shelves[article["id"]]


@pytest.mark.parametrize(("article", "move"), list(rows()))
def test_a_move_fires_what_it_should(
    article: dict[str, Any], move: list[Any], reader: Reader, shelves: dict[str, list[SignalView]]
) -> None:
    """Something, nothing, or what its own side would break."""
    on = date.fromisoformat(str(article["published"]))
    views = signals_of(article, reader, shelves)
    answer = whatif(reader.read_move(move[0], on), Held(views), Comparer(knowledge(), on))

    assert bool(answer.fired) is (move[1] not in SILENT), move[2]
    assert bool(answer.breaks) or move[1] != "breaks", move[2]

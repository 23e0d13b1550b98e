"""The command line with a reader that reads by hand, so that no model is loaded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drafts import RUN, TEXT, Draft, moved, norland
from typer.testing import CliRunner

from sayso.acquire.capture import Capture
from sayso.ask.query import Query
from sayso.errors import InputError
from sayso.faces import stages
from sayso.faces.cli import app
from sayso.knowledge import knowledge
from sayso.record.entries import Reading

Sayso = Callable[..., Any]


class HandReader:
    """Reads the text of `drafts` and what begins like it; refuses and crashes where the text asks for it."""

    def __init__(self) -> None:
        self.known = knowledge()
        self.run = RUN

    def read(self, capture: Capture) -> Reading:
        text, hints = capture.data.decode(), capture.hints
        if "REFUSE" in text:
            raise InputError("no_article", "the text asks for it")
        if "CRASH" in text:
            raise ZeroDivisionError("the text asks for it")
        if "BREAK OFF" in text:
            raise KeyboardInterrupt
        given = {"text": text, "path": capture.path, "outlet": hints.outlet, "url": hints.url}
        make = norland if text.startswith(TEXT) else Draft
        return make(**given, published=hints.published).reading

    def read_move(self, words: str, _on: date | None) -> Query:
        return moved(words)


@pytest.fixture
def sayso(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Sayso:
    """Run `sayso` in an empty folder; what it printed and its exit code come back."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_RECORD", raising=False)
    monkeypatch.setattr(stages, "new_reader", HandReader)
    runner = CliRunner()
    return lambda *words, **more: runner.invoke(app, list(words), **more)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with an article, its reprint under another outlet, and a sidecar for each."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, outlet in (("herald", "Fjord Herald"), ("times", "Skerry Times")):
        (folder / f"{name}.txt").write_text(TEXT)
        (folder / f"{name}.meta.json").write_text(f'{{"outlet": "{outlet}", "published": "2031-05-07"}}')
    return folder

"""Dispatches of our own invention and what outlets make of them: articles without a model, for tests of copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from drafts import RUN

from sayso.acquire.capture import Capture, Hints
from sayso.article.article import Article
from sayso.article.extract import extract
from sayso.record.entries import Reading
from sayso.record.store import Record

CASES: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "cases" / "copies.yaml").read_text(encoding="utf-8"))
TEXTS: Mapping[str, str] = CASES["dispatches"]
TAKEN = datetime(2031, 5, 7, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Print:
    """A text as an outlet printed it."""

    text: str
    outlet: str | None = "Fjord Herald"
    published: str | None = None
    url: str | None = None
    path: str = "print.txt"

    @property
    def capture(self) -> Capture:
        """Its bytes, with what is known from outside."""
        hints = Hints(published=self.published, outlet=self.outlet, url=self.url)
        return Capture(self.text.encode(), self.path, TAKEN, "text/plain", hints)

    @property
    def article(self) -> Article:
        """The article, extracted as any other."""
        return _extracted(self)

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    def add(self, record: Record) -> str:
        """Add it to a record, without entries; return the article's id."""
        article = self.article
        record.add(self.capture, Reading(article, RUN, (), (), (), (), (), ()))
        return article.id


@cache
def _extracted(one: Print) -> Article:
    return extract(one.capture)


@cache
def article_of(text: str) -> Article:
    """The article of a text."""
    return Print(text).article


def changed(case: Mapping[str, Any]) -> str:
    """Return a dispatch as `copies` of the cases say that it was printed."""
    text = TEXTS[case["of"]]
    for before, after in case.get("edits", ()):
        assert before in text, before
        text = text.replace(before, after, 1)
    paragraphs = text.strip().split("\n\n")
    paragraphs = [one for n, one in enumerate(paragraphs) if n not in case.get("drop", ())][: case.get("keep")]
    if "lead" in case:
        paragraphs[0] = case["lead"]
    if case.get("moved"):
        paragraphs = [paragraphs[-1], *paragraphs[:-1]]
    if case.get("recut"):
        paragraphs = [" ".join(paragraphs[n : n + 2]) for n in range(0, len(paragraphs), 2)]
    around = [case[key] for key in ("before",) if key in case], [case[key] for key in ("after",) if key in case]
    return _remarked("\n\n".join([*around[0], *paragraphs, *around[1]]), case.get("marks"))


def _remarked(text: str, marks: str | None) -> str:
    styles: Mapping[str | None, Sequence[str]] = {
        None: "“”", "straight": '""', "single": "‘’", "none": ("", ""),
    }  # fmt: skip
    return text.replace("“", styles[marks][0]).replace("”", styles[marks][1])

"""Papers of a line or two, each an outlet of its own, read by the model: what a record's ledger makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeAlias

from sayso.acquire.capture import Capture, Hints
from sayso.acquire.files import captures
from sayso.knowledge.knowledge import knowledge
from sayso.ledger.ledger import Line, ledger
from sayso.merge.settling import settle
from sayso.pipeline import Reader
from sayso.record.store import open_record

Printed: TypeAlias = tuple[str, str]
"""A day and what a paper printed on it."""


@cache
def reader() -> Reader:
    """One reader for all rows: loading the model takes longer than reading them."""
    return Reader()


def first_line(folder: Path, printed: Sequence[Printed], day: str) -> Line:
    """The ledger's line, as of a day, of the signal that the first of some papers holds."""
    with open_record(str(folder / "papers.db")) as record:
        with record.run() as run:
            for number, one in enumerate(printed):
                run.take()
                capture = paper(folder / f"{number}.txt", one)
                run.add(capture, reader().read(capture))
        settle(record)
        lines = ledger(record, knowledge(), date.fromisoformat(day))
    return next(one for one in lines if one.claim.view.article["outlet"] == "0.txt")


def paper(file: Path, printed: Printed) -> Capture:
    """Print an article in a paper of its own."""
    file.write_text(printed[1], encoding="utf-8")
    (found,) = captures([str(file)], Hints(published=printed[0], outlet=file.name), stdin=None)
    assert isinstance(found, Capture)
    return found

"""
A record of a million statements, made once and asked many times: long articles, of which the newest are settled.

To add so many and to settle them takes hours; what pages, searches and moves cost depends on how much there is. So
articles hold forty statements instead of five, some are added as ever and then multiplied (`multiplying`), and only the
newest are compared with one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from lab.bench.multiplying import multiplied
from lab.bench.printing import articles
from lab.bench.stories import Press
from sayso.acquire.capture import Capture
from sayso.merge.resemblance import resemblance
from sayso.merge.settling import AT_ONCE, signed
from sayso.merge.signatures import SCHEME
from sayso.merge.utterances import METHOD
from sayso.record.entries import Reading
from sayso.record.store import Record, open_record

LENGTH: Final = 8
"""Times that an article is as long as those of the growing record."""
STATEMENTS: Final = 5 * LENGTH
A_DAY: Final = 20
SETTLED: Final = 100
"""How many of the newest articles are settled."""
TIMES: Final = 13
"""How many times as large the record is as what was added."""
LOT: Final = 100


def made(path: Path, statements: int, times: int = TIMES) -> None:
    """Make a record of about so many statements where there is none."""
    if path.exists():
        return
    with open_record(str(path)) as record:
        drawn = further(0, max(1, statements // STATEMENTS // times))
        while lot := list(islice(drawn, LOT)):
            add(record, lot)
    multiplied(path, times)
    with open_record(str(path)) as record:
        settle_newest(record)


def further(first: int, amount: int) -> Iterator[tuple[Capture, Reading]]:
    """Yield so many articles of the record, the first of which has this number."""
    return articles(amount, Press(seed=11 + first, length=LENGTH, a_day=A_DAY), first)


def add(record: Record, some: list[tuple[Capture, Reading]]) -> None:
    """Add articles in one run, each in a transaction of its own."""
    with record.run() as run:
        for capture, reading in some:
            run.take()
            run.add(capture, reading)


def settle_newest(record: Record) -> None:
    """Settle the newest articles."""
    copies = record.copies.waiting(SCHEME)[-SETTLED:]
    reports = record.utterances.waiting(METHOD.scheme)[-SETTLED:]
    for start in range(0, len(copies), AT_ONCE):
        record.copies.settle(copies[start : start + AT_ONCE], SCHEME, signed, resemblance)
    for start in range(0, len(reports), AT_ONCE):
        record.utterances.settle(reports[start : start + AT_ONCE], METHOD)

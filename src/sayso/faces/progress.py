"""
How far a long piece of work is, on standard error: a line that moves on a screen, a line now and then elsewhere.

Standard output stays clean, so that JSON can be piped. How many inputs there are is not known before they are read
(a glob, a stream, a JSON Lines file), so that no total is promised.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

from sayso.faces.printing import aside
from sayso.faces.words import plain

# Seconds between two lines where there is no screen: a log of an hour's work has some hundred lines.
EVERY_SECONDS: Final = 30.0


class Advance(Protocol):
    """Takes note of one more piece done."""

    def __call__(self, name: str, failed: bool = False) -> None:
        """Say which piece was done, and whether it failed."""


@contextmanager
def progress(doing: str) -> Iterator[Advance]:
    """Show how far the work is, with its speed, what failed so far, and what was done last."""
    yield from _bar(doing) if aside().is_terminal else _lines(doing)


def _bar(doing: str) -> Iterator[Advance]:
    from rich.progress import Progress, SpinnerColumn, TextColumn

    told = "{task.description} {task.completed:,.0f} {task.fields[rate]} {task.fields[note]}"
    with Progress(SpinnerColumn(), TextColumn(told, markup=False), console=aside(), transient=True) as bar:
        task = bar.add_task(doing, total=None, rate="", note="")
        counted = _Counted()

        def advance(name: str, failed: bool = False) -> None:
            counted.take(failed)
            bar.update(task, advance=1, rate=counted.rate, note=f"{counted.failures}{plain(name)[-40:]}")

        yield advance


def _lines(doing: str) -> Iterator[Advance]:
    counted = _Counted()
    console = aside()
    last = time.monotonic()

    def advance(name: str, failed: bool = False) -> None:
        nonlocal last
        counted.take(failed)
        if time.monotonic() - last >= EVERY_SECONDS:
            last = time.monotonic()
            console.print(f"{doing}: {counted.done}, {counted.rate}, {counted.failures}now at {plain(name)}")

    yield advance


class _Counted:
    """What was done so far."""

    def __init__(self) -> None:
        self.done = 0
        self.failed = 0
        self._started = time.monotonic()

    def take(self, failed: bool) -> None:
        self.done += 1
        self.failed += failed

    @property
    def rate(self) -> str:
        return f"{self.done / max(time.monotonic() - self._started, 1e-3):.1f}/s"

    @property
    def failures(self) -> str:
        return f"{self.failed} failed, " if self.failed else ""

"""
What the parts of the battery measured, kept as docs/bench.json, to docs/bench.md.

Each part writes its own figures when it has some, with the machine and the day, so that no figure is on the page that
was not measured by the program that wrote it.
"""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import sayso

ROOT: Final = Path(__file__).parents[2]
KEPT: Final = ROOT / "docs" / "bench.json"
"""Where figures are kept; the page stands beside it."""


@dataclass(frozen=True, slots=True)
class Table:
    """
    A table of figures.

    Attributes:
        heads: Of its columns.
        rows: Its cells.
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Section:
    """
    What a part says on the page.

    Attributes:
        title: Its heading.
        text: Its paragraphs.
        table: Its figures.
    """

    title: str
    text: Sequence[str]
    table: Table


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of some values lies, the nearest by rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def machine() -> dict[str, str]:
    """Return on what and when something is measured, and how busy the machine is with other work."""
    busy = os.getloadavg()[0]
    return {
        "machine": f"{os.cpu_count()} cores, {_processor()}, {_memory()}",
        "software": f"sayso {sayso.__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "load": f"{busy:.1f}",
    }


def keep(part: str, figures: Mapping[str, Any], kept: Path = KEPT) -> None:
    """Keep what a part measured in the place of what it had measured before, and write the page anew."""
    held = load(kept)
    held[part] = {**machine(), **figures}
    kept.write_text(json.dumps(dict(sorted(held.items())), indent=1) + "\n", encoding="utf-8")


def load(kept: Path = KEPT) -> dict[str, Any]:
    """Return what was measured, by part."""
    return dict(json.loads(kept.read_text(encoding="utf-8"))) if kept.exists() else {}


def page(sections: Sequence[tuple[Section, Mapping[str, Any]]]) -> str:
    """Return the page: each section with what it was measured on."""
    return "\n".join(["# What it costs", "", *_HEAD, *(line for one in sections for line in _lines(*one))]) + "\n"


_HEAD: Final = (
    "<!-- Written by `python -m lab.bench`; do not edit. -->",
    "",
    "Measured on generated records (`lab/bench/stories.py` says what they are like) by `make bench`, which writes this "
    "page.",
    "Reading articles is not among it: it is linear, and so much slower than all else that it hides what grows.",
    "Where the machine was busy with other work, processor time says more than time on the clock.",
)


def _lines(section: Section, told: Mapping[str, Any]) -> Iterator[str]:
    yield from ("", f"## {section.title}", "")
    yield f"{told['date']}, {told['machine']}, {told['software']}; load when it ended {told['load']}."
    yield from section.text
    yield ""
    yield f"| {' | '.join(section.table.heads)} |"
    yield f"| {' | '.join('---' for _ in section.table.heads)} |"
    yield from (f"| {' | '.join(row)} |" for row in section.table.rows)


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "unknown processor")


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"

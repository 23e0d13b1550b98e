"""
Files to rows: reads the shipped tables, one fact a line, each with its source as the last column.

The tables are made by `python -m lab.knowledge.build`; nobody edits them. A line is tab-separated, the first names the
columns. Days are written as precisely as the source gives them: `1991`, `1991-12` or `1991-12-26`.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from importlib.resources import files

from sayso.knowledge.known import ALWAYS, Days


def rows(table: str) -> Iterator[list[str]]:
    """Yield the rows of a table without its header, each as its columns."""
    text = (files("sayso.knowledge") / "tables" / f"{table}.tsv").read_text(encoding="utf-8")
    lines = iter(text.splitlines())
    next(lines)
    for line in lines:
        yield line.split("\t")


@lru_cache(maxsize=8192)
def first_day(value: str) -> date | None:
    """Return the first day that a year, month or day may mean; None for an empty value."""
    if not value:
        return None
    parts = [int(part) for part in value.split("-")]
    return date(parts[0], *(parts[1:] + [1] * (3 - len(parts))))


@lru_cache(maxsize=8192)
def last_day(value: str) -> date | None:
    """Return the last day that a year, month or day may mean; None for an empty value."""
    if not value:
        return None
    parts = [int(part) for part in value.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else monthrange(parts[0], month)[1])


def days(start: str, end: str) -> Days:
    """Return the stretch between two values of a table, either of which may be empty."""
    return Days(first_day(start), last_day(end)) if start or end else ALWAYS

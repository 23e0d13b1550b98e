"""What people said, what waits for them and what changed, as tables for a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from rich.table import Table
from rich.text import Text

from sayso.faces.matters import about, matter
from sayso.faces.tables import plain_table, table
from sayso.faces.words import plain, short, whole
from sayso.record.entries import KINDS
from sayso.record.listing import Listed

_STYLES: Final = {"positive": "green", "negative": "red", "unsure": "yellow"}


def queue_tables(waiting: Sequence[Listed]) -> list[Table]:
    """Return the entries of a queue, a table for each kind, each in the order of the queue."""
    kinds = dict.fromkeys(type(one.entry) for one in waiting)
    made = []
    for kind in kinds:
        found = table(kind, [one for one in waiting if type(one.entry) is kind], lambda _: None)
        found.title, found.title_justify = f"{KINDS[kind]}s, the least certain first", "left"
        made.append(found)
    return made


def overlays_table(rows: Iterable[Mapping[str, Any]]) -> Table:
    """Return what people said, with what became of it."""
    cells = (
        (whole(row["id"]), row["kind"], row["target"], matter(row), _state(row), f"{row['by']}: {row['why']}")
        for row in rows
    )
    return plain_table(("overlay", "does", "to", "what", "state", "who and why"), cells, wide="who and why")


def changes_table(rows: Iterable[Mapping[str, Any]]) -> Table:
    """Return a feed of changes, a line each."""
    cells = (
        (row["at"][:16].replace("T", " "), Text(row["change"], "bold"), f"{row['of']} {row['id'][:40]}", about(row))
        for row in rows
    )
    return plain_table(("when (UTC)", "change", "of", "what"), cells, wide="what")


def judgements_table(rows: Iterable[Mapping[str, Any]]) -> Table:
    """Return pairs of persons with the judgement and its reason."""
    return plain_table(("one", "other", "judgement", "because"), map(_judged, rows), wide="because")


def _state(row: Mapping[str, Any]) -> Text:
    if row["undone"]:
        return Text(plain(f"undone by {row['undone']['by']}: {row['undone']['why']}"), "dim")
    if row["orphan"]:
        return Text("orphan: no reading has it now", "magenta")
    return Text("holds", "green") if row["holds"] else Text("outdone by a later one", "dim")


def _judged(row: Mapping[str, Any]) -> tuple[Any, ...]:
    one, other = (
        Text("\n").join([Text(plain(name)), short(key) if key.startswith("Q") else Text(plain(key), "dim")])
        for name, key in zip(row["names"], (row["one"], row["other"]), strict=True)
    )
    by = f" ({row['by']})" if row["by"] else ""
    return one, other, Text(row["judgement"], _STYLES[row["judgement"]]), f"{row['reason']}{by}"

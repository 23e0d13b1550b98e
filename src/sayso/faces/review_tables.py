"""What people said, what waits for them and what changed, as tables for a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from rich.table import Table
from rich.text import Text

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
        (row["at"][:16].replace("T", " "), Text(row["change"], "bold"), f"{row['of']} {row['id'][:40]}", _about(row))
        for row in rows
    )
    return plain_table(("when (UTC)", "change", "of", "what"), cells, wide="what")


def judgements_table(rows: Iterable[Mapping[str, Any]]) -> Table:
    """Return pairs of persons with the judgement and its reason."""
    return plain_table(("one", "other", "judgement", "because"), map(_judged, rows), wide="because")


def matter(row: Mapping[str, Any]) -> str:
    """Return what an overlay says, in words: the field and its value, the ids, the articles."""
    value = row["value"]
    if row["kind"] == "correct":
        return f"{row['field']} is {_value(value)}"
    if row["kind"] == "outcome":
        return f"{value['outcome']} as of {value['as_of']}"
    if row["kind"] in ("merge", "apart"):
        return f"{'with' if row['kind'] == 'merge' else 'from'} {', '.join(value['ids'])}"
    if row["kind"] == "split":
        return f"{value['into']} in {', '.join(one[:8] for one in value['articles'])}"
    return "—"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "nobody"
    return "null" if value is None else str(value)


def _state(row: Mapping[str, Any]) -> Text:
    if row["undone"]:
        return Text(plain(f"undone by {row['undone']['by']}: {row['undone']['why']}"), "dim")
    if row["orphan"]:
        return Text("orphan: no reading has it now", "magenta")
    return Text("holds", "green") if row["holds"] else Text("outdone by a later one", "dim")


def _about(row: Mapping[str, Any]) -> str:
    if row["of"] == "article" and "entries" in row:
        counts = ", ".join(f"{count} {kind}" for kind, count in row["entries"].items())
        return (
            f"{row['outlet'] or 'unknown outlet'} · {row['published'] or 'no date'} · {row['title'] or '—'} ({counts})"
        )
    if row["of"] == "reading":
        return f"{row['why']}: {len(row['lost'])} entries gone, {len(row['gained'])} new (read by {row['read_by']})"
    if row["of"] == "overlay":
        undid = row["undid"]
        return f"{undid['kind']} {undid['target'][:40]} by {undid['by']}; {row['by']}: {row['why']}"
    was = f"{row['field']} was {_value(row['was'])}, is {_value(row['value'])}; " if "was" in row else ""
    return f"{was}{row['by']}: {row['why']}"


def _judged(row: Mapping[str, Any]) -> tuple[Any, ...]:
    one, other = (
        Text("\n").join([Text(plain(name)), short(key) if key.startswith("Q") else Text(plain(key), "dim")])
        for name, key in zip(row["names"], (row["one"], row["other"]), strict=True)
    )
    by = f" ({row['by']})" if row["by"] else ""
    return one, other, Text(row["judgement"], _STYLES[row["judgement"]]), f"{row['reason']}{by}"

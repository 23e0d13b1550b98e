"""What people said and what changed, to words: the matter of an overlay, what a line of the feed is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


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


def about(row: Mapping[str, Any]) -> str:
    """Return what a line of the feed of changes is about."""
    if row["of"] == "article" and "entries" in row:
        counts = ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in row["entries"].items())
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


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "nobody"
    return "null" if value is None else str(value)

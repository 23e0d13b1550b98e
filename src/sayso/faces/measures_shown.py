"""Measures to tables for a person: what is counted, the range, and each number with whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from sayso.faces.amounts import bounded, number
from sayso.faces.tables import plain_table
from sayso.faces.words import plain, short


def measure_parts(row: Mapping[str, Any]) -> Iterator[RenderableType]:
    """Yield the head of a measure and its numbers, those that cannot stand beside another marked."""
    unit = f" {row['unit']}" if row["unit"] else ""
    span = number(row["low"]) if row["low"] == row["high"] else f"{number(row['low'])} to {number(row['high'])}"
    head = Text.assemble((plain(row["what"]), "bold"), f"  {span}{unit}")
    if row["disagree"]:
        head.append("  disagree", "bold red")
    if row["series"]:
        head.append("  grows from day to day", "dim")
    yield head
    against = {one for pair in row["pairs"] for one in pair}
    cells = (
        (
            short(one["id"]),
            Text(bounded(one["value"], one["low"], one["high"]), "red" if one["id"] in against else ""),
            one["source_name"] or "the article",
            f"{one['outlet']} (copy)" if one["copy_of"] else one["outlet"],
            one["published"],
            one["sentence"],
        )
        for one in row["values"]
    )
    yield plain_table(("id", "number", "who says so", "outlet", "published", "sentence"), cells, wide="sentence")

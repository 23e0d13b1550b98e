"""Lines of the ledger to a table for a person: who to whom, the words in colour, what became of it and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich import box
from rich.table import Table
from rich.text import Text

from sayso.faces.words import name_of, names_of, plain, sentence, short
from sayso.ledger.evidence import Evidence
from sayso.ledger.ledger import Line
from sayso.record.store import Record
from sayso.terms import Outcome

COLOURS: Final = {
    Outcome.OPEN: "cyan",
    Outcome.KEPT: "green",
    Outcome.BROKEN: "red",
    Outcome.AVERTED: "blue",
    Outcome.LAPSED: "dim",
}


def ledger_table(record: Record, lines: Iterable[Line]) -> Table:
    """Return a table of the lines; the record gives each signal's sentence with its words in colour."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, leading=1)
    made.add_column("who to whom", max_width=26)
    made.add_column("in the words of the article", ratio=1)
    made.add_column("what became of it", ratio=1)
    for line in lines:
        made.add_row(_who(line), sentence(record.walk(line.claim.signal.id).listed), _fate(line))
    return made


def _who(line: Line) -> Text:
    signal = line.claim.signal
    names = {one.id: one.name for one in line.claim.view.entities.values()}
    whom = f" → {names_of(signal.target, names)}" if signal.target else ""
    made = f"{line.claim.made_at}{f', said {len(line.life.sayings)} times' if line.life.restated else ''}"
    lines = [short(signal.id), Text(f"{name_of(signal.sender, names)}{whom}", "bold")]
    return Text("\n").join([*lines, Text(signal.kind.value, "yellow"), Text(made, "dim")])


def _fate(line: Line) -> Text:
    fate = line.fate
    head = Text(fate.outcome.value, f"bold {COLOURS[fate.outcome]}").append(f": {plain(fate.reason)}", "not bold")
    if fate.due is not None:
        head.append(f"\ndue by {fate.due.isoformat()}", "dim")
    return Text("\n").join([head, *(_evidence(one) for one in fate.evidence)])


def _evidence(one: Evidence) -> Text:
    where = f" ({one.outlet or 'outlet unknown'}, {one.published or 'no date'}{', by likeness' if one.alike else ''})"
    return Text(f"{one.when} {one.shows}: ", "dim").append(plain(one.sentence), "not dim").append(plain(where), "dim")

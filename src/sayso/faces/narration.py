"""The demo, told: what went into a record, what was warned, two moves, and the way back to the bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from rich.rule import Rule
from rich.text import Text

from sayso.ask.listings import Rows
from sayso.faces import stages
from sayso.faces.answers import answer_parts
from sayso.faces.asking import quote_from
from sayso.faces.panels import counts_line
from sayso.faces.printing import show
from sayso.faces.tables import table
from sayso.faces.walks import walk_tree
from sayso.pipeline import Reader
from sayso.record.entries import Signal
from sayso.record.filters import Filters
from sayso.record.rounds import Counts
from sayso.record.store import Record


def narrate(record: Record, counts: Counts, moves: Sequence[str], reader: Reader) -> None:
    """Print the demo: the record, its signals, an answer to each move, and one walk."""
    show(Text("Invented dispatches on the Cuban missile crisis of October 1962; no historical source."))
    show(counts_line(asdict(counts), record.name))
    show(Rule("Who warned, threatened, promised, refused, demanded"))
    signals = list(record.listed("signal", Filters(asides=False)))
    show(table(Signal, signals, Rows(record).corroboration))
    show(Text("Each line rests on words of an article. Suppose now that somebody moves:\n"))
    proof = signals[0].entry.id if signals else None
    for move in moves:
        answer = stages.answer(record, move, None, False, reader)
        show(Rule(move), *answer_parts(answer, quote_from(record)))
        proof = next((one["signal"]["id"] for one in answer["fired"]), proof)
    show(Text("\nNone of this is a forecast: it is what was said would follow, and by whom."))
    if proof is not None:
        show(Rule("And how do we know? The way from a signal back to the bytes"))
        show(walk_tree(record.walk(proof)))
    show(Text("\nKeep the record and ask it yourself: sayso demo --record demo.db"))
    show(Text("Then open it in the browser:          sayso --record demo.db serve --open"))

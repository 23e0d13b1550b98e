"""The queue one by one: an entry, a question, the answer to an overlay; whoever stops goes on there next time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import typer

from sayso.errors import UsageError
from sayso.faces.panels import entry_panel
from sayso.faces.printing import show, tell
from sayso.faces.sayings import say
from sayso.record.corrections import correctable

if TYPE_CHECKING:
    from sayso.record.listing import Listed
    from sayso.record.store import Record

QUESTION: Final = "[a]ccept, [r]eject, [s]et a field, [n]ext, [q]uit"


def ask_each(record: Record, waiting: Iterable[Listed], by: str) -> None:
    """
    Ask a person for a decision on each of some entries.

    Args:
        record: Where the decisions go.
        waiting: The entries.
        by: Who answers; asked for where empty.
    """
    who = by or typer.prompt("who are you")
    for one in list(waiting):
        show(entry_panel(one))
        answer = typer.prompt(QUESTION, default="n").strip().lower()[:1]
        if answer == "q":
            return
        if answer in ("a", "r", "s"):
            try:
                _decide(record, one, answer, who)
            except UsageError as error:
                tell(f"sayso: {error}")


def _decide(record: Record, one: Listed, answer: str, by: str) -> None:
    entry = one.entry.id
    if answer == "s":
        field = typer.prompt(f"field ({', '.join(correctable(type(one.entry)))})")
        value = typer.prompt("value (null for what the text does not say)")
        return say(record.desk.correct(entry, {field: value}, by=by, why=typer.prompt("why"))[0], json=False)
    decide = record.desk.accept if answer == "a" else record.desk.reject
    return say(decide(entry, by=by, why=typer.prompt("why")), json=False)

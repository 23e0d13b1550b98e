"""
What a person decides to overlays, checked: what is not there can't be judged, and what a field cannot hold is refused.

The desk writes overlays and nothing else; what they do to lists is `lens`'s.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, Engine, select

from sayso.errors import UsageError
from sayso.record.engine import writing
from sayso.record.overlays import VERDICT, Overlay, undo, write
from sayso.record.schema import entries
from sayso.terms import Outcome, OverlayKind


class Desk:
    """Where people accept, correct and reject; every decision is one overlay in a transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def accept(self, entry: str, *, by: str, why: str) -> Overlay:
        """Note that a person found an entry right."""
        return self._on_entry(OverlayKind.ACCEPT, entry, by, why)

    def reject(self, entry: str, *, by: str, why: str) -> Overlay:
        """Take an entry out of lists, counts, what-if and ledger; it stays in the record."""
        return self._on_entry(OverlayKind.REJECT, entry, by, why)

    def judge(
        self, signal: str, outcome: Outcome, as_of: date, *, by: str, why: str, condition_met: bool | None = None
    ) -> Overlay:
        """
        Say what became of a signal, from a day on.

        Raises:
            UsageError: There is no such signal.
        """
        day = as_of.isoformat()
        value = {"outcome": outcome.value, "as_of": day, "condition_met": condition_met}
        with writing(self._engine) as connection:
            if kind_of(connection, signal) != "signal":
                raise UsageError(f"{signal} is no signal; only signals have an outcome")
            return write(connection, OverlayKind.OUTCOME, signal, f"outcome {day}", value, by=by, why=why)

    def undo(self, overlay: str, *, by: str, why: str) -> Overlay:
        """Undo an overlay by its id, as `overlays.undo` does."""
        with writing(self._engine) as connection:
            return undo(connection, overlay, by=by, why=why)

    def _on_entry(self, kind: OverlayKind, entry: str, by: str, why: str) -> Overlay:
        with writing(self._engine) as connection:
            kind_of(connection, entry)
            return write(connection, kind, entry, VERDICT, None, by=by, why=why)


def kind_of(connection: Connection, entry: str) -> str:
    """
    Return the kind of an entry that some reading has, standing or not.

    Raises:
        UsageError: None has it.
    """
    kind: str | None = connection.execute(select(entries.c.kind).where(entries.c.id == entry).limit(1)).scalar()
    if kind is None:
        raise UsageError(f"no entry in this record has the id {entry}")
    return kind

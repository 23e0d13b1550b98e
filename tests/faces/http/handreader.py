"""What reads a move by hand, in a module of its own, for the process that weighs moves imports it."""

from __future__ import annotations

from datetime import date

from drafts import moved

from sayso.ask.query import Query
from sayso.knowledge.knowledge import knowledge


class HandReader:
    """Reads a move as `drafts` reads articles: whoever lands, lands on the Skerry Islands."""

    known = knowledge()

    def read_move(self, words: str, _on: date | None) -> Query:
        return moved(words)


class StumblingReader(HandReader):
    """Fails over every move."""

    def read_move(self, words: str, _on: date | None) -> Query:
        raise ZeroDivisionError(words)

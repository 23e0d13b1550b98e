"""What questions that take long are answered with, in this process or another: a record and a reader of moves."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from sayso.record.acquaintance import Acquaintance
from sayso.record.pages import Pages
from sayso.record.store import Record

if TYPE_CHECKING:
    from sayso.pipeline import Reader

T = TypeVar("T")


class Room:
    """
    A record without a limit of time.

    Args:
        record: The record.
        known: Who is known to be who; what is found out besides is noted in it.
        new_reader: Makes what reads a move; called when the first move is asked about.
    """

    def __init__(self, record: Record, known: Acquaintance, new_reader: Callable[[], Reader]) -> None:
        self.record = record.knowing(known)
        self.pages: Pages = record.pages.knowing(known)
        self._known = known
        self._new_reader = new_reader

    def learn(self, known: Acquaintance) -> None:
        """Know who is who as of another look at the record."""
        self._known.become(known)

    @cached_property
    def reader(self) -> Reader:
        """What reads moves, one at a time."""
        return self._new_reader()


Work: TypeAlias = Callable[[Room], Any]
"""A question: a function of a module, or a `partial` of one, so that it can be told to another process."""

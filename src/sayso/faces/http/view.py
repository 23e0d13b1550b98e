"""
A page and what it answers, before it has a form: what is asked, what a template shows, what programs get.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from sayso.faces.http.asked import Wanted
from sayso.faces.http.explorer import Explorer
from sayso.record.entries import Json

Row: TypeAlias = Mapping[str, Json]
W = TypeVar("W", bound=Wanted)


@dataclass(frozen=True)
class Visit:
    """
    A page being asked for.

    Attributes:
        explorer: The record and what is kept of it.
        wanted: The query.
        named: What the address names, by name.
    """

    explorer: Explorer
    wanted: Any
    named: Mapping[str, str] = field(default_factory=dict)

    def asks(self, kind: type[W]) -> W:
        """Return the query as the page declared it."""
        assert isinstance(self.wanted, kind)
        return self.wanted


@dataclass(frozen=True, slots=True)
class View:
    """
    What a page answers, before it has a form.

    Attributes:
        template: Name of the template that shows it.
        shown: What the template gets.
        rows: What programs get.
        next: The word for the next page, None where there is none.
        truncated: Whether the page ends before it is full.
        every: Yields the rows of all pages; None where this page holds them all.
        table: What stands in CSV instead of `rows`, where those are no table.
        is_making: Whether what it is nothing without is still being made: whoever asked is to come again, and its
            page does so by itself.
    """

    template: str
    shown: Mapping[str, Any]
    rows: Sequence[Row]
    next: str | None = None
    truncated: bool = False
    every: Callable[[], Iterable[Row]] | None = None
    table: Sequence[Row] | None = None
    is_making: bool = False


Page: TypeAlias = Callable[[Visit], View]

"""`/`: what the record holds, what is new, who signals what to whom, deadlines ahead, and how the last run went."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from fastapi import APIRouter

from sayso.ask.upcoming import Upcoming, upcoming
from sayso.faces.http.asked import Wanted, day_of, words
from sayso.faces.http.pages.runs import TOGETHER
from sayso.faces.http.routes import add
from sayso.faces.http.view import View, Visit
from sayso.record.census import Exchange
from sayso.record.entries import Json
from sayso.weigh.views import as_of

SENDERS: Final = 14
TARGETS: Final = 8
"""Rows and columns of the matrix; the rest is a link away."""
NEW: Final = 6
DUE: Final = 8


class OverviewWanted(Wanted):
    """
    What the overview can be asked for.

    Attributes:
        as_of: The day from which deadlines lie ahead.
    """

    as_of: str | None = words("The day from which deadlines lie ahead; else the latest publication in the record.")


@dataclass(frozen=True, slots=True)
class Cell:
    """How many signals somebody sent somebody, by kind."""

    amount: int
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Sender:
    """
    A row of the matrix.

    Attributes:
        id: Of the sender.
        name: Its name.
        side: The name of whom it acts for, None where that is itself.
        cells: A cell for each target, None for none.
        untargeted: Of its signals those that aim at nobody named.
        amount: Of all its signals, to whomever.
    """

    id: str
    name: str
    side: str | None
    cells: tuple[Cell | None, ...]
    untargeted: int
    amount: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """
    Who signals what to whom.

    Attributes:
        targets: Id and name of each column.
        senders: The rows, those of one side together.
        left: Senders that have no row.
        unnamed: Signals whose sender the text does not name.
    """

    targets: tuple[tuple[str, str], ...]
    senders: tuple[Sender, ...]
    left: int
    unnamed: int


def page(visit: Visit) -> View:
    """Return the overview."""
    explorer = visit.explorer
    totals = explorer.tallies.of("totals", explorer.counting.totals)
    exchanged = explorer.tallies.of("exchanges", explorer.counting.exchanges)
    day = day_of("as_of", visit.asks(OverviewWanted).as_of)
    due = explorer.tallies.of(("upcoming", day), lambda: _upcoming(visit, day))
    newest = explorer.pages.newest(NEW)
    found, _ = explorer.pages.runs(None, 1)
    last = found[0] if found else None
    matrix = _matrix(visit, exchanged) if exchanged else None
    return View(
        template="overview.html",
        shown={
            "totals": totals,
            "newest": newest,
            "matrix": matrix,
            "is_counting": totals is None or exchanged is None,
            "due": due,
            "day": _as_of(visit, day) if due is not None else day,
            "last": last,
            "adds_up": last is not None and last["read"] == sum(last[name] for name in TOGETHER),
        },
        rows=[
            {
                "record": explorer.name,
                "totals": asdict(totals) if totals is not None else None,
                "exchanges": [asdict(one) for one in exchanged or ()],
                "due": [_due_row(one) for one in due or ()],
                "newest": newest,
                "last_run": last,
            }
        ],
        truncated=totals is None or exchanged is None or due is None,
        table=[asdict(one) for one in exchanged or ()],
    )


def _upcoming(visit: Visit, day: date | None) -> list[Upcoming]:
    on = as_of(visit.explorer.record, day)
    return upcoming(visit.explorer.counting, on)[:DUE] if on is not None else []


def _as_of(visit: Visit, day: date | None) -> date | None:
    return day or visit.explorer.tallies.of("latest", lambda: as_of(visit.explorer.record, None))


def _due_row(one: Upcoming) -> dict[str, Json]:
    return {
        "signal": one.signal,
        "due": one.due,
        "last": one.last.isoformat(),
        "words": one.words,
        "sentence": one.sentence,
        "sender": one.sender,
    }


def _matrix(visit: Visit, exchanged: Sequence[Exchange]) -> Matrix:
    by, untargeted = Counter[str](), Counter[str]()
    cells: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    side: dict[str, str] = {}
    for one in exchanged:
        if one.sender is not None:
            by[one.sender] += one.amount
            side.setdefault(one.sender, one.side or one.sender)
            if one.target is None:
                untargeted[one.sender] += one.amount
            else:
                cells[one.sender, one.target][one.kind] += one.amount
    shown = _ordered([key for key, _ in by.most_common(SENDERS)], by, side)
    targets = _aimed_at(cells, shown)
    names = visit.explorer.pages.names({*targets, *shown, *side.values()})
    return Matrix(
        targets=tuple((key, names[key]) for key in targets),
        senders=tuple(
            Sender(
                id=key,
                name=names[key],
                side=names[side[key]] if side[key] != key else None,
                cells=tuple(_cell(cells.get((key, target))) for target in targets),
                untargeted=untargeted[key],
                amount=by[key],
            )
            for key in shown
        ),
        left=len(by) - len(shown),
        unnamed=sum(one.amount for one in exchanged if one.sender is None),
    )


def _ordered(senders: Sequence[str], by: Mapping[str, int], side: Mapping[str, str]) -> list[str]:
    """Return senders, those of one side together, the side that signals most first and itself before its people."""
    weight = Counter[str]()
    for key in senders:
        weight[side[key]] += by[key]
    return sorted(senders, key=lambda key: (-weight[side[key]], side[key], side[key] != key, -by[key], key))


def _aimed_at(cells: Mapping[tuple[str, str], Counter[str]], senders: Sequence[str]) -> list[str]:
    """Return whom these senders aim at most."""
    to = Counter[str]()
    for (sender, target), kinds in cells.items():
        if sender in senders:
            to[target] += kinds.total()
    return [key for key, _ in to.most_common(TARGETS)]


def _cell(kinds: Counter[str] | None) -> Cell | None:
    return None if kinds is None else Cell(kinds.total(), tuple(kinds.most_common()))


def routes(router: APIRouter) -> None:
    """Give the overview its address."""
    add(router, "/", page, OverviewWanted, "What the record holds, what is new, and what lies ahead.")

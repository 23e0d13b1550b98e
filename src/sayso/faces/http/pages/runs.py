"""`/runs`, `/run/NUMBER` and `/quarantine`: what was added when, at which rate, and what could not be read and why."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter

from sayso.errors import QUARANTINE_REASONS
from sayso.faces.http import links
from sayso.faces.http.asked import Paged
from sayso.faces.http.cursors import parts, word
from sayso.faces.http.routes import add
from sayso.faces.http.told import NotFound
from sayso.faces.http.view import Row, View, Visit

TOGETHER = ("stored", "merged", "unchanged", "quarantined")
"""What becomes of an input: these add up to what was read."""


def runs(visit: Visit) -> View:
    """Return the runs, the latest first."""
    wanted = visit.asks(Paged)
    found, after = visit.explorer.pages.runs(_key(wanted.after), wanted.size)
    rows = [_row(row) for row in found]
    return View(
        "runs.html", {"runs": rows, "is_first": wanted.after is None}, rows, next=None if after is None else word(after)
    )


def run(visit: Visit) -> View:
    """Return a run with what it could not read."""
    given = visit.named["key"]
    wanted = visit.asks(Paged)
    found = visit.explorer.pages.run(int(given)) if given.isascii() and given.isdigit() and len(given) < 16 else None
    if found is None:
        raise NotFound(f"there is no run {given}; /runs lists them")
    refused = visit.explorer.pages.refused(_key(wanted.after), wanted.size, int(given))
    return View(
        template="run.html",
        shown={"run": _row(found), "refused": refused.rows, "reasons": QUARANTINE_REASONS},
        rows=[{**_row(found), "refused": list(refused.rows)}],
        next=None if refused.after is None else word(refused.after),
        table=list(refused.rows),
    )


def quarantine(visit: Visit) -> View:
    """Return what could not be read, the latest first."""
    wanted = visit.asks(Paged)
    refused = visit.explorer.pages.refused(_key(wanted.after), wanted.size)
    return View(
        template="quarantine.html",
        shown={"refused": refused.rows, "reasons": QUARANTINE_REASONS, "is_first": wanted.after is None},
        rows=[{"schema": "sayso/quarantine/1", **row} for row in refused.rows],
        next=None if refused.after is None else word(refused.after),
    )


def _key(after: str | None) -> int | None:
    if after is None:
        return None
    (key,) = parts(after, int)
    return int(key)


def _row(row: Row) -> dict[str, object]:
    """Return a run with its rate, and whether it adds up."""
    seconds = _seconds(row["recorded_at"], row["ended_at"])
    done = sum(row[name] for name in TOGETHER)
    return {
        **row,
        "seconds": seconds,
        "per_second": round(done / seconds, 2) if seconds and done else None,
        "adds_up": row["read"] == done if row["read"] is not None else None,
        "page": links.run(row["key"]),
    }


def _seconds(began: str, ended: str | None) -> float | None:
    if ended is None:
        return None
    return round((datetime.fromisoformat(ended) - datetime.fromisoformat(began)).total_seconds(), 3)


def routes(router: APIRouter) -> None:
    """Give runs their addresses."""
    add(router, "/runs", runs, Paged, "Each time that input was added, with its counts.")
    add(router, "/run/{key}", run, Paged, "One run with what it could not read.")
    add(router, "/quarantine", quarantine, Paged, "What could not be read, with the reason.")

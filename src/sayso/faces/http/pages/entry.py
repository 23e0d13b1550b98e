"""`/statement/ID`, `/signal/ID`, …: one entry with its proof, its fields, what stands in it, what people said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from fastapi import APIRouter

from sayso.errors import UsageError
from sayso.faces.http import links
from sayso.faces.http.asked import Wanted, words
from sayso.faces.http.fates import glance
from sayso.faces.http.life import drawn, moments
from sayso.faces.http.links import KINDS
from sayso.faces.http.phrases import kind_of
from sayso.faces.http.quoting import field_words, quoted
from sayso.faces.http.routes import add
from sayso.faces.http.rows import entry_rows
from sayso.faces.http.told import Elsewhere, NotFound
from sayso.faces.http.view import Page, View, Visit
from sayso.faces.narrowing import day_of
from sayso.record.entries import Event, Signal

OTHERS: Final = 12
"""Other reports of an utterance that are shown; the row has the ids of all."""


class SignalWanted(Wanted):
    """
    What the page of a signal can be asked for.

    Attributes:
        as_of: The day as of which its life is told.
    """

    as_of: str | None = words("Tell its life as of this day; else as of the latest publication in the record.")


def entry_page(kind: str) -> Page:
    """Return the page of an entry of a kind."""

    def page(visit: Visit) -> View:
        given = visit.named["id"]
        found = visit.explorer.pages.kin(given)
        if found is None:
            raise elsewhere(visit, given)
        listed = found.listed
        if kind_of(listed.entry) != kind:
            raise Elsewhere(links.entry(kind_of(listed.entry), given))
        rows = visit.explorer.rows([listed])
        told = rows.corroboration(listed)
        others, _ = visit.explorer.pages.listed(told.same_as[:OTHERS] if told is not None else ())
        conditions = {one.entry.id: one for one in found.parts if isinstance(one.entry, Event)}
        holding = next((one for one in found.parts if one.entry.id == getattr(listed.entry, "statement", None)), None)
        life = _life(visit, given) if isinstance(listed.entry, Signal) else {}
        return View(
            template="entry.html",
            shown={
                "kind": kind,
                "listed": listed,
                "entry": listed.entry,
                "around": found.around,
                "pieces": quoted(listed),
                "words": field_words(listed),
                "within": found.within,
                "holding": holding,
                "events": conditions,
                "used_by": found.used_by,
                "told": told,
                "others": [others[key] for key in (told.same_as if told is not None else ()) if key in others],
                "move": _move(listed.entry, field_words(listed)),
                **life,
            },
            rows=[
                {
                    **entry_rows(rows, [listed])[0],
                    "within": [one.entry.id for one in found.within],
                    **({"ledger": life["fate"]} if life else {}),
                }
            ],
            truncated=bool(life) and life["is_weighing"],
        )

    return page


def _life(visit: Visit, signal: str) -> dict[str, Any]:
    """Return the line of the ledger of a signal and its drawing; None each where it is not weighed, or has none."""
    wanted = visit.asks(SignalWanted)
    day = day_of("as_of", wanted.as_of)
    ledger, is_weighing = glance(visit.explorer, day, signal)
    line = ledger.by_id.get(signal) if ledger is not None else None
    shown: dict[str, Any] = {
        "fate": None,
        "life": None,
        "is_weighing": is_weighing,
    }
    shown["day"] = ledger.day if ledger else day
    if line is None:
        return shown
    row: Mapping[str, Any] = line.row
    said, _ = visit.explorer.pages.listed([one["id"] for one in (row["made"], *row["restated"])])
    told = {key: (one.sentence, one.publication.outlet, one.publication.id) for key, one in said.items()}
    return {**shown, "fate": row, "life": drawn(moments(row, told))}


def _move(entry: object, words: dict[str, str | None]) -> str | None:
    """Return the words of a condition that can be asked about as a move, None where there is none."""
    return words.get("condition") if isinstance(entry, Signal) and entry.condition_event else None


def elsewhere(visit: Visit, given: str) -> Exception:
    """Return where what an id begins may be found, or that nothing has it."""
    try:
        kind, whole = visit.explorer.pages.whole(given)
    except UsageError as error:
        return NotFound(str(error))
    return Elsewhere(links.article(whole) if kind == "article" else links.entry(kind, whole))


def routes(router: APIRouter) -> None:
    """Give the entries their addresses."""
    for kind in KINDS:
        wanted = SignalWanted if kind == "signal" else Wanted
        about = f"One {kind} with its proof{', and what became of it' if kind == 'signal' else ''}."
        add(router, f"/{kind}/{{id}}", entry_page(kind), wanted, about)

"""`/whatif`: a move, and which recorded signals it would set off, step by step, drawn and in words, with proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from fastapi import APIRouter
from pydantic import Field

from sayso.faces.http.asked import Wanted, words
from sayso.faces.http.graph import drawing
from sayso.faces.http.quoting import field_words
from sayso.faces.http.routes import add
from sayso.faces.http.view import Row, View, Visit
from sayso.faces.narrowing import day_of
from sayso.record.entries import Signal
from sayso.record.filters import Filters
from sayso.record.listing import Listed

SHOWN: Final = 40
"""Signals of a step, and of those that are contradicted, that a page shows: the surest. Set by hand."""
SUGGESTED: Final = 8
LOOKED_AT: Final = 60
"""Signals among which moves to suggest are looked for."""


class WhatifWanted(Wanted):
    """
    What the what-if can be asked.

    Attributes:
        move: Who does what to whom.
        as_of: The day that the record is read as of.
        include_lapsed: Whether what was withdrawn or whose time has passed may fire.
    """

    move: str | None = words("Who does what to whom, as in a headline.")
    as_of: str | None = words("Read the record as of this day; else as of the latest publication in it.")
    include_lapsed: bool = Field(default=False, description="Let signals fire that lapsed or were withdrawn.")


def page(visit: Visit) -> View:
    """Return the answer to a move; the form alone where none is asked about."""
    wanted = visit.asks(WhatifWanted)
    day = day_of("as_of", wanted.as_of)
    move = (wanted.move or "").strip()
    shown: dict[str, Any] = {"wanted": wanted, "move": move, "answer": None, "is_weighing": False, "suggested": []}
    if not move:
        return View("whatif.html", {**shown, "suggested": suggested(visit)}, [])
    whole = visit.explorer.answer(move, day, wanted.include_lapsed)
    if whole is None:
        return View("whatif.html", {**shown, "is_weighing": True}, [], truncated=True, is_making=True)
    answer = surest(whole)
    ids = [one["signal"]["id"] for name in ("fired", "breaks", "nearest") for one in answer[name]]
    listed, arounds = visit.explorer.pages.listed(ids)
    told = {key: field_words(one) for key, one in listed.items()}
    return View(
        template="whatif.html",
        shown={
            **shown,
            "answer": answer,
            "amounts": Counter(one["step"] for one in whole["fired"]),
            "total": len(whole["fired"]),
            "contradicted": len(whole["breaks"]),
            "here": frozenset(ids),
            "listed": listed,
            "arounds": arounds,
            "words": told,
            "names": _names(visit, answer, listed.values()),
            "steps": _steps(answer["fired"]),
            "drawing": drawing(answer, {key: _said(one) for key, one in told.items()}) if _draws(answer) else None,
        },
        rows=[whole],
        table=_table(whole),
    )


def surest(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return an answer as a page shows it: of each step, and of what is contradicted, no more than the surest."""
    fired = [one for _, some in _steps(answer["fired"]) for one in some[:SHOWN]]
    return {**answer, "fired": fired, "breaks": answer["breaks"][:SHOWN]}


def suggested(visit: Visit) -> list[str]:
    """Return moves worth asking about: conditions that signals of this record hang on, as their articles word them."""
    found = visit.explorer.pages.entries("signal", Filters(asides=False), None, LOOKED_AT).listed
    conditions = [
        field_words(one)["condition"]
        for one in found
        if isinstance(one.entry, Signal) and one.entry.condition_event and not one.entry.if_not
    ]
    clauses = [one for one in dict.fromkeys(conditions) if one and " " in one and len(one) < 90]
    return [f"{one[0].upper()}{one[1:]}" for one in clauses[:SUGGESTED]]


def _said(words: Mapping[str, str | None]) -> str:
    return words.get("consequence") or words.get("condition") or ""


def _draws(answer: Mapping[str, Any]) -> bool:
    return bool(answer["fired"] or answer["breaks"])


def _steps(fired: Sequence[Mapping[str, Any]]) -> list[tuple[int, list[Mapping[str, Any]]]]:
    steps: dict[int, list[Mapping[str, Any]]] = {}
    for one in fired:
        steps.setdefault(one["step"], []).append(one)
    return sorted(steps.items())


def _names(visit: Visit, answer: Mapping[str, Any], listed: Any) -> dict[str, str]:
    """Return the names of those whom the move and the signals speak of."""
    known: dict[str, str] = {}
    for one in listed:
        held: Listed = one
        known.update(held.names)
    asked = {one for event in answer["events"] for one in (*event["actor"], *event["recipient"], event["place"]) if one}
    return {**known, **visit.explorer.pages.names(asked - known.keys())}


def _table(answer: Mapping[str, Any]) -> list[Row]:
    """Return the answer as a table, a signal a line."""
    return [
        {
            "answer": name,
            "step": one.get("step"),
            "because": " ".join(one.get("because", [])),
            "signal": one["signal"]["id"],
            "kind": one["signal"]["kind"],
            "source": one["source"],
            "match": one.get("match"),
            **{f"slot.{slot}": match for slot, match in one["slots"].items()},
            "stopped_by": one.get("stopped_by"),
            "probability": one.get("probability"),
            "caveat": one.get("caveat"),
            "outcome": one["outcome"],
            "reports": one["reports"],
            "sentence": one["sentence"],
            **{key: one["article"][key] for key in ("outlet", "published", "title", "url")},
            "article": one["article"]["id"],
        }
        for name in ("fired", "breaks", "nearest")
        for one in answer[name]
    ]


def routes(router: APIRouter) -> None:
    """Give the what-if its address."""
    add(router, "/whatif", page, WhatifWanted, "Which recorded signals a move would set off, step by step.")

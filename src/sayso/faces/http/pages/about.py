"""`/about`: what sayso is and how exact, with the figures that were measured and the card of the model that ships."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import APIRouter

from sayso.faces.http.asked import Wanted
from sayso.faces.http.blocks import Block, blocks
from sayso.faces.http.rendering import WEB
from sayso.faces.http.routes import add
from sayso.faces.http.view import View, Visit


def page(visit: Visit) -> View:
    """Return the page about sayso and this record."""
    measured = evaluation()
    return View(
        template="about.html",
        shown={"measured": measured, "card": card(), "state": visit.explorer.pages.state()},
        rows=list(measured["rows"]),
    )


@cache
def evaluation() -> Mapping[str, Any]:
    """Return the measured figures: `about` (sentences) and `rows` (what, measured, target, floor, corpus)."""
    held: Mapping[str, Any] = json.loads((WEB / "evaluation.json").read_text(encoding="utf-8"))
    return held


@cache
def card() -> tuple[Block, ...]:
    """Return the card of the model that ships, without its title."""
    text = files("sayso.encode").joinpath("model", "CARD.md").read_text(encoding="utf-8")
    return tuple(block for block in blocks(text) if block.level != 1)


def routes(router: APIRouter) -> None:
    """Give the page its address."""
    add(router, "/about", page, Wanted, "What sayso is, how exact it was measured to be, and its model.")

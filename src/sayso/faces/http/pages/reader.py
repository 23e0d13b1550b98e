"""`/article/ID`: an article with lanes for all that was read from it, its zones apart, notes beside each sentence."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import Field

from sayso.faces.http.asked import Wanted
from sayso.faces.http.citing import cited
from sayso.faces.http.lanes import LAYERS, stretches
from sayso.faces.http.pages.entry import elsewhere
from sayso.faces.http.phrases import kind_of
from sayso.faces.http.routes import add
from sayso.faces.http.view import Row, View, Visit
from sayso.record.entries import Json, as_json
from sayso.record.sheets import Sheet


class ReaderWanted(Wanted):
    """
    What a reader can be asked for.

    Attributes:
        layers: The layers that are on at first; all where none is named, no layer for `none`.
    """

    layers: list[str] = Field(
        default_factory=list,
        description=f"Layers that are on at first: {', '.join(LAYERS)}; all where none is named, or `none`.",
    )


def page(visit: Visit) -> View:
    """Return the page of an article."""
    wanted = visit.asks(ReaderWanted)
    sheet = visit.explorer.pages.sheet(visit.named["id"])
    if sheet is None:
        raise elsewhere(visit, visit.named["id"])
    held = stretches(sheet)
    chosen = [name for name in wanted.layers or LAYERS if name in LAYERS]
    return View(
        template="article.html",
        shown={
            "sheet": sheet,
            "article": sheet.article,
            "about": sheet.about,
            "names": {one.id: one.name for one in sheet.entities},
            "stretches": held,
            "layers": LAYERS,
            "chosen": chosen,
            "counts": _counts(sheet),
            "has_headline": any(one.kind.value == "headline" for one in held),
            "by_kind": _by_kind(sheet),
        },
        rows=[_row(sheet)],
        table=[*_sentences(sheet)],
    )


def _counts(sheet: Sheet) -> dict[str, int]:
    found = {f"{kind}s": len(some) for kind, some in _by_kind(sheet).items()}
    return {**found, "mentions": sum(len(one.mentions) for one in sheet.entities)}


def _by_kind(sheet: Sheet) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {kind: [] for kind in ("statement", "signal", "event", "figure", "time")}
    for one in sheet.listed:
        found[kind_of(one.entry)].append(one)
    return found


def _row(sheet: Sheet) -> dict[str, Json]:
    """Return an article with all that was read from it, in the form of `sayso read --json`."""
    about = {name: value for name, value in sheet.about.items() if name not in ("entries", "characters")}
    return {
        "article": {**about, "text": sheet.article.text, "text_sha256": sheet.text_sha256},
        "citation": cited(sheet.article, sheet.article.id, sheet.article.sha256),
        "captures": [{"path": path, "captured_at": at} for path, at in sheet.captures],
        "versions": list(sheet.versions),
        "zones": [{**as_json(zone), "element": zone.element} for zone in sheet.article.zones],
        "entities": [as_json(one) for one in sheet.entities],
        **{f"{kind}s": [as_json(one.entry) for one in some] for kind, some in _by_kind(sheet).items()},
    }


def _sentences(sheet: Sheet) -> list[Row]:
    """Return the sentences as a table, with the ids of what rests on each."""
    lines = [line for zone in stretches(sheet) for paragraph in zone.paragraphs for line in paragraph.lines]
    return [
        {
            "article": sheet.article.id,
            "number": line.number,
            "start": one.span.start,
            "end": one.span.end,
            "zone": sheet.article.zone_kind(one).value,
            "paragraph": one.paragraph,
            "sentence": one.span.of(sheet.article.text),
            **{f"{kind}s": " ".join(note.entry.id for note in line.notes if kind_of(note.entry) == kind)
               for kind in ("statement", "signal", "event", "figure", "time")},
        }
        for line, one in zip(lines, sheet.article.sentences, strict=True)
    ]  # fmt: skip


def routes(router: APIRouter) -> None:
    """Give articles their address."""
    add(router, "/article/{id}", page, ReaderWanted, "An article with all that was read from it.")

"""`/walk/ID`: from an entry down to its bytes and their digest, layer under layer, each proved as it is shown."""

from __future__ import annotations

from fastapi import APIRouter

from sayso.errors import UsageError
from sayso.faces.http.asked import Wanted
from sayso.faces.http.citing import cited
from sayso.faces.http.pages.entry import elsewhere
from sayso.faces.http.phrases import kind_of
from sayso.faces.http.quoting import field_words
from sayso.faces.http.routes import add
from sayso.faces.http.strata import Bedrock, strata
from sayso.faces.http.told import Elsewhere
from sayso.faces.http.view import Row, View, Visit
from sayso.record.walk import Walk, walk_json


def page(visit: Visit) -> View:
    """Return the page of a walk."""
    given = visit.named["id"]
    try:
        way, text, kept = visit.explorer.pages.walk(given)
    except UsageError:
        found = elsewhere(visit, given)
        if isinstance(found, Elsewhere) and not found.address.startswith("/article/"):
            found = Elsewhere(f"/walk/{found.address.rsplit('/', 1)[-1]}")
        raise found from None
    layers = strata(way, text, kept)
    citation = _citation(way)
    return View(
        template="walk.html",
        shown={
            "way": way,
            "kind": kind_of(way.listed.entry),
            "entry": way.listed.entry,
            "listed": way.listed,
            "words": field_words(way.listed),
            "strata": layers,
            "citation": citation,
        },
        rows=[{**walk_json(way), "bytes": _bytes(layers.bedrock), "citation": citation}],
        table=_steps(way, layers.bedrock),
    )


def _citation(way: Walk) -> str:
    place = f"{way.listed.entry.id}, code points {way.spans[0].start}–{way.spans[-1].end}"
    words = " ".join(one.words for one in way.sentences)
    return cited(way.listed.publication, place, way.ground.sha256, words)


def _bytes(found: Bedrock | None) -> Row | None:
    if found is None or found.at is None:
        return None
    return {"start": found.at.start, "end": found.at.end, "encoding": found.at.encoding, "hex": found.at.data.hex()}


def _steps(way: Walk, found: Bedrock | None) -> list[Row]:
    """Return the way as a table, a step a line."""
    entry, about, ground = way.listed.entry, way.listed.publication, way.ground

    def step(name: str, value: str, holds: bool, start: int | None = None, end: int | None = None) -> Row:
        return {"step": name, "start": start, "end": end, "value": value, "holds": holds}

    at = found.at if found is not None else None
    return [
        step("entry", entry.id, way.id_holds),
        *(step(f"span {one.name}", one.words, one.holds, one.start, one.end) for one in way.spans),
        *(step(one.name, one.words, one.holds, one.start, one.end) for one in way.sentences),
        *(step(f"zone {one.name}", one.words, one.holds, one.start, one.end) for one in way.zones),
        step("article", about.id, True),
        step("text SHA-256", way.text_sha256, way.text_holds, 0, way.text_length),
        *([step(f"bytes {at.encoding}", at.data.hex(), True, at.start, at.end)] if at is not None else []),
        step("bytes SHA-256", ground.sha256, ground.holds, 0, ground.size),
    ]


def routes(router: APIRouter) -> None:
    """Give walks their address."""
    add(router, "/walk/{id}", page, Wanted, "The way from an entry to its bytes and their SHA-256.")

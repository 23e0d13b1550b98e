"""`/search`: the sentences that hold some words, with the words marked, facets, and what was read from each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter
from pydantic import Field

from sayso.ask.listings import Rows
from sayso.errors import UsageError
from sayso.faces.http import links
from sayso.faces.http.asked import MOST, Narrowed, narrowed, words
from sayso.faces.http.cursors import parts, word
from sayso.faces.http.fields import chips, fields
from sayso.faces.http.routes import add
from sayso.faces.http.rows import entry_rows
from sayso.faces.http.view import Row, View, Visit
from sayso.faces.narrowing import one_of
from sayso.record.search_pages import WINDOW, Found, SearchPage

FACET: Final = 8
"""Values of a facet that are shown."""

SearchWanted: Final = narrowed(
    "sentence",
    q=(str | None, words('Words that a sentence must hold; "a phrase" stands together, -word is absent.')),
    kinds=(list[str], Field(default_factory=list, alias="in", description="Only sentences with such an entry.")),
)


def page(visit: Visit) -> View:
    """Return a page of what was found; the form alone where nothing is looked for."""
    wanted = visit.asks(Narrowed)
    asked, kinds = _asked(wanted)
    found = _found(visit, asked, kinds, wanted.after, wanted.size) if asked else None
    after = word(found.newest, found.at) if found is not None and found.at is not None else None
    return View(
        template="search.html",
        shown={
            "asked": asked or "",
            "kinds": kinds,
            "all_kinds": links.KINDS,
            "found": found,
            "window": WINDOW,
            "fields": fields(visit, "sentence"),
            "chips": chips(visit, "sentence", "/search", [("q", asked or ""), *(("in", one) for one in kinds)]),
            "facets": _facets(wanted, asked, kinds, found) if found is not None else {},
            "is_first": wanted.after is None,
        },
        rows=_rows(visit, found.found) if found is not None else [],
        next=after,
        truncated=found is not None and found.is_window,
        every=lambda: _every(visit, asked, kinds),
    )


def _asked(wanted: Any) -> tuple[str | None, list[str]]:
    held = [one for one in wanted.kinds if one]
    return wanted.q, [one_of("kind of entry", one, list(links.KINDS)) or one for one in held]


def _found(visit: Visit, asked: str, kinds: list[str], after: str | None, size: int) -> SearchPage:
    filters = visit.asks(Narrowed).filters("sentence")
    newest, at = parts(after, int, int) if after is not None else (None, 0)
    if at < 0:
        raise UsageError("_next is no word that a page of this list ended with; begin at the first page")
    return visit.explorer.pages.search(asked, kinds, filters, size, newest, at)


def _every(visit: Visit, asked: str | None, kinds: list[str]) -> Iterator[Row]:
    after: str | None = None
    while asked:
        found = _found(visit, asked, kinds, after, MOST)
        yield from _rows(visit, found.found)
        if found.at is None:
            return
        after = word(found.newest, found.at)


def _rows(visit: Visit, found: Sequence[Found]) -> list[Row]:
    rows = visit.explorer.rows(entry for one in found for entry in one.hit.entries)
    return [_row(one, rows) for one in found]


def _row(one: Found, rows: Rows) -> dict[str, Any]:
    hit = one.hit
    about = hit.publication
    return {
        "sentence": hit.sentence,
        "number": one.number,
        "start": hit.start,
        "zone": hit.zone,
        "article": about.id,
        "outlet": about.outlet,
        "title": about.title,
        "url": about.url,
        "published": about.published,
        "score": round(hit.score, 6),
        "entries": entry_rows(rows, hit.entries),
        "page": links.article(about.id, one.number),
    }


def _facets(
    wanted: Narrowed, asked: str | None, kinds: list[str], found: SearchPage
) -> Mapping[str, list[tuple[str, int, str]]]:
    """Return each facet's values with how many sentences have them, and the address that narrows to them."""
    set_to = wanted.narrows("sentence")
    base = [("q", asked or ""), *(("in", one) for one in kinds)]
    shown: dict[str, list[tuple[str, int, str]]] = {}
    for name, values in found.facets.items():
        if name not in set_to and len(values) > 1:
            shown[name] = [
                (value, amount, "?" + urlencode([*base, *{**set_to, **_narrowing(name, value)}.items()]))
                for value, amount in values[:FACET]
            ]
    return shown


def _narrowing(name: str, value: str) -> dict[str, str]:
    return {"since": value, "until": value} if name == "year" else {name: value}


def routes(router: APIRouter) -> None:
    """Give the search its address."""
    add(router, "/search", page, SearchWanted, "Sentences by their words, with what was read from each.")

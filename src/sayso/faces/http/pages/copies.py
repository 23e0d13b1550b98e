"""`/copies`, `/trace/ID` and `/beside/ONE/OTHER`: who had a text from whom, and the words that changed on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from fastapi import APIRouter
from pydantic import Field as Described

from sayso.ask.beside import Beside, Pair, beside
from sayso.ask.copying import Stories, copy_json
from sayso.ask.copying import Wanted as Copied
from sayso.ask.trace import trace
from sayso.errors import UsageError
from sayso.faces.http import links
from sayso.faces.http.asked import Paged, Wanted, words
from sayso.faces.http.chain import chain
from sayso.faces.http.counts import copied
from sayso.faces.http.cursors import offset_of, word
from sayso.faces.http.fields import Chip, Field
from sayso.faces.http.quoting import Mark, Piece, cut
from sayso.faces.http.room import Room
from sayso.faces.http.routes import add
from sayso.faces.http.told import Elsewhere, NotFound
from sayso.faces.http.view import Row, View, Visit
from sayso.faces.narrowing import NARROWINGS
from sayso.merge.kin import Descent
from sayso.merge.settling import is_settled

SIZE: Final = 12
"""Copies of a page: each is compared with its original word by word."""


class CopiesWanted(Paged):
    """What the list of copies can be asked for: the options of `sayso copies`, under their names."""

    size: int = Described(default=SIZE, ge=1, le=50, alias="_size", description="Rows of a page.")
    outlet: str | None = words("Only copies by this outlet, or of its texts.")
    article: str | None = words(NARROWINGS["article"].help)
    versions: bool = Described(default=False, description=NARROWINGS["versions"].help)


def copies(visit: Visit) -> View:
    """Return who printed whose text, by the first publication of each story."""
    wanted = visit.asks(CopiesWanted)
    asked = Copied(wanted.outlet, wanted.article, wanted.versions)
    found = visit.explorer.tallies.of("families", copied, visit.explorer.patience)
    steps = [step for family in found or () for step in family.descents if asked.passes(step)]
    begins = offset_of(wanted.after)
    some = steps[begins : begins + wanted.size]
    stories = visit.explorer.stories
    rows = [_copy_row(step, stories) for step in some]
    more = begins + len(some) < len(steps)
    return View(
        template="copies.html",
        shown={
            "copies": rows,
            "amount": len(steps),
            "is_comparing": found is None,
            "is_settled": is_settled(visit.explorer.record),
            "fields": _fields(wanted),
            "chips": _chips(wanted),
            "is_first": wanted.after is None,
        },
        rows=rows,
        next=word(begins + len(some)) if more else None,
        truncated=found is None,
        is_making=found is None,
        every=lambda: _every(steps, stories),
    )


def _every(steps: Sequence[Descent], stories: Stories) -> Iterator[Row]:
    for step in steps:
        yield _copy_row(step, stories)


def _copy_row(step: Descent, stories: Stories) -> dict[str, Any]:
    row = copy_json(step, stories)
    return {**row, "page": links.trace(row["copy"]), "beside": links.beside(row["original"], row["copy"])}


def _fields(wanted: CopiesWanted) -> list[Field]:
    article = Field("article", "Article", NARROWINGS["article"].help, wanted.article or "")
    outlet = Field("outlet", "Outlet", "Only copies by this outlet, or of its texts.", wanted.outlet or "")
    older = "true" if wanted.versions else ""
    versions = Field("versions", "Older versions too", NARROWINGS["versions"].help, older, is_switch=True)
    return [outlet, versions, article]


def _chips(wanted: CopiesWanted) -> list[Chip]:
    held = {
        "outlet": ("Outlet", wanted.outlet or ""),
        "article": ("Article", wanted.article or ""),
        "versions": ("Older versions too", "true" if wanted.versions else ""),
    }
    set_to = {name: (label, value) for name, (label, value) in held.items() if value}
    return [
        Chip(
            label,
            "" if name == "versions" else value,
            links.queried("/copies", {other: told for other, (_, told) in set_to.items() if other != name}),
        )
        for name, (label, value) in set_to.items()
    ]


# ---- one text, followed


def traced(visit: Visit) -> View:
    """Return where an article, or an entry of one, was first, and through whom it came."""
    given = visit.named["id"]
    kind, whole = _whole(visit, given)
    if whole != given:
        raise Elsewhere(links.trace(whole))
    record = visit.explorer.record
    answer = visit.explorer.answers.of(("trace", whole), partial(_trace, whole=whole), visit.explorer.patience)
    shown, _ = visit.explorer.pages.listed([whole]) if kind != "article" else ({}, {})
    sheet = visit.explorer.pages.sheet(answer["article"]) if answer is not None else None
    links_of = answer["chain"] if answer is not None else []
    return View(
        template="trace.html",
        shown={
            "id": whole,
            "kind": kind,
            "listed": shown.get(whole),
            "answer": answer,
            "about": sheet.article if sheet is not None else None,
            "versions": [one for one in sheet.versions if one != answer["article"]] if sheet and answer else [],
            "drawing": chain(answer) if answer is not None and len(links_of) > 1 else None,
            "outlets": {link["article"]["id"]: link["article"]["outlet"] for link in links_of},
            "is_settled": is_settled(record),
        },
        rows=[] if answer is None else [answer],
        truncated=answer is None,
        is_making=answer is None,
        table=[] if answer is None else list(_steps(answer)),
    )


def _trace(room: Room, *, whole: str) -> dict[str, Any]:
    return trace(room.record, whole)


def _whole(visit: Visit, given: str) -> tuple[str, str]:
    try:
        return visit.explorer.pages.whole(given)
    except UsageError as error:
        raise NotFound(str(error)) from error


def _steps(answer: Mapping[str, Any]) -> Iterator[Row]:
    """Yield a trace as a table, an article of the chain a line, once for each article that it may have it from."""
    for link in answer["chain"]:
        article = link["article"]
        head = {name: article[name] for name in ("id", "outlet", "published", "title", "url")}
        for step in link["from"] or [None]:
            yield {
                **head,
                "from": step and step["article"],
                "direction": step and step["direction"],
                "reason": step and step["reason"],
                "similarity": step and step["similarity"],
                "edits": step["edits"] if step else [],
                "words": link.get("words"),
                "entry": link.get("entry"),
            }


# ---- two texts, next to one another


def side_by_side(visit: Visit) -> View:
    """Return two articles next to one another, sentence beside sentence."""
    one, other = visit.named["one"], visit.named["other"]
    (_, left), (_, right) = _article(visit, one), _article(visit, other)
    if (left, right) != (one, other):
        raise Elsewhere(links.beside(left, right))
    found = visit.explorer.answers.of(
        ("beside", left, right), partial(_beside, left=left, right=right), visit.explorer.patience
    )
    return View(
        template="beside.html",
        shown={
            "beside": found,
            "lines": list(_lines(found)) if found is not None else [],
            "in_quote": sum(edit.in_quote for edit in found.edits) if found is not None else 0,
        },
        rows=list(found.rows()) if found is not None else [],
        truncated=found is None,
        is_making=found is None,
    )


def _beside(room: Room, *, left: str, right: str) -> Beside | None:
    return beside(room.record, left, right)


def _article(visit: Visit, given: str) -> tuple[str, str]:
    kind, whole = _whole(visit, given)
    if kind != "article":
        raise NotFound(f"{whole} is a {kind}; only articles stand next to one another")
    return kind, whole


def _lines(found: Beside) -> Iterator[tuple[Pair, list[Piece], list[Piece]]]:
    """Yield the pairs with the words of either side, what was changed marked."""
    gone = [_mark(edit.before_span, "gone", edit.in_quote) for edit in found.edits if edit.before_span]
    come = [_mark(edit.after_span, "come", edit.in_quote) for edit in found.edits if edit.after_span]
    for pair in found.pairs:
        yield pair, _pieces(found.left, pair.left, gone), _pieces(found.right, pair.right, come)


def _mark(span: Any, name: str, in_quote: bool) -> Mark:
    return Mark(span, f"{name} in-quote" if in_quote else name)


def _pieces(article: Any, number: int | None, marks: Sequence[Mark]) -> list[Piece]:
    if number is None:
        return []
    span = article.sentences[number].span
    return cut(span.of(article.text), span.start, marks)


def routes(router: APIRouter) -> None:
    """Give copies and traces their addresses."""
    add(router, "/copies", copies, CopiesWanted, "Who printed whose text, and what was changed in it.")
    add(router, "/trace/{id}", traced, Wanted, "Where a text was first, and through whom it came.")
    add(router, "/beside/{one}/{other}", side_by_side, Wanted, "Two articles next to one another.")

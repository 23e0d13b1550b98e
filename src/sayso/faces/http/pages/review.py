"""`/review` and `/review/ID`: what waits for people, the least certain first, and the forms by which they say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import Field as Described
from starlette.concurrency import run_in_threadpool

from sayso.errors import UsageError
from sayso.faces.http import links
from sayso.faces.http.asked import LONGEST, Paged, Wanted, words
from sayso.faces.http.cursors import offset_of, word
from sayso.faces.http.explorer import Explorer
from sayso.faces.http.fields import Chip, Field
from sayso.faces.http.phrases import kind_of
from sayso.faces.http.quoting import field_words
from sayso.faces.http.rendering import render
from sayso.faces.http.room import Room
from sayso.faces.http.routes import add
from sayso.faces.http.rows import entry_rows
from sayso.faces.http.signing import sent
from sayso.faces.http.told import PAGES_OF_ERRORS, Elsewhere, NotFound
from sayso.faces.http.view import View, Visit
from sayso.faces.matters import matter
from sayso.faces.narrowing import NARROWINGS, checked, day_of, one_of
from sayso.record.corrections import correctable
from sayso.record.filters import GUESSED, Filters
from sayso.record.listing import Listed
from sayso.terms import Outcome

WAITING: Final = 400
"""Entries of the queue that are looked up: more than anybody goes through before it is made anew."""
SIZE: Final = 15
YEAR: Final = 365 * 24 * 3600
SIGNED: Final = "sayso_by"
"""The cookie that keeps the name of who signed last."""
LABELS: Final = {"kind": "Kind", "source": "Source", "outlet": "Outlet", "article": "Article", "asides": "With asides"}


class QueueWanted(Paged):
    """What the queue can be asked for: the options of `sayso review`, under their names."""

    size: int = Described(default=SIZE, ge=1, le=100, alias="_size", description="Rows of a page.")
    kind: str | None = words("Only statements, events or signals.")
    source: str | None = words(NARROWINGS["source"].help)
    outlet: str | None = words(NARROWINGS["outlet"].help)
    article: str | None = words(NARROWINGS["article"].help)
    asides: bool = Described(default=False, description="With captions, credits, comments and boilerplate.")

    def narrows(self) -> dict[str, str]:
        """Return what is set, as an address has it."""
        held = {name: getattr(self, name) for name in LABELS if getattr(self, name)}
        return {name: "true" if value is True else value for name, value in held.items()}


# ---- the queue


def queue(visit: Visit) -> View:
    """Return what nobody has looked at, the least certain first."""
    wanted = visit.asks(QueueWanted)
    waiting = _waiting(visit, wanted)
    begins = offset_of(wanted.after)
    listed = (waiting or [])[begins : begins + wanted.size]
    rows = visit.explorer.rows(listed)
    more = waiting is not None and begins + len(listed) < len(waiting)
    return View(
        template="queue.html",
        shown={
            "listed": listed,
            "amount": len(waiting or ()),
            "is_bounded": len(waiting or ()) >= WAITING,
            "is_looking": waiting is None,
            "fields": _fields(wanted),
            "chips": _chips(visit, wanted),
            "is_first": wanted.after is None,
        },
        rows=[{**row, "review": links.review(row["id"])} for row in entry_rows(rows, listed)],
        next=word(begins + len(listed)) if more else None,
        truncated=waiting is None,
        is_making=waiting is None,
    )


def _waiting(visit: Visit, wanted: QueueWanted) -> list[Listed] | None:
    """Return the queue, without what was looked at since it was made; None while it is being made."""
    given = wanted.kind.rstrip("s") if wanted.kind else None
    kind = one_of("kind of entry", given, list(GUESSED))
    kinds = [kind] if kind else list(GUESSED)
    asked = Filters(outlet=wanted.outlet, source=wanted.source, article=wanted.article, asides=wanted.asides)
    narrowed = checked("sentence", asked)
    name = ("queue", tuple(kinds), narrowed)
    work = partial(_queue, kinds=kinds, narrowed=narrowed)
    found = visit.explorer.wholes.of(name, work, visit.explorer.patience)
    if found is None:
        return None
    said = {row["target"] for row in visit.explorer.record.overlays() if not row["undone"]}
    return [one for one in found if one.entry.id not in said]


def _queue(room: Room, *, kinds: Sequence[str], narrowed: Filters) -> list[Listed]:
    return list(room.record.queue(kinds, narrowed, WAITING))


def _fields(wanted: QueueWanted) -> list[Field]:
    set_to = wanted.narrows()
    return [
        Field(
            name=name,
            label=label,
            help=QueueWanted.model_fields["asides" if name == "asides" else name].description or "",
            value=set_to.get(name, ""),
            choices=tuple(GUESSED) if name == "kind" else (),
            is_switch=name == "asides",
        )
        for name, label in LABELS.items()
    ]


def _chips(visit: Visit, wanted: QueueWanted) -> list[Chip]:
    set_to = wanted.narrows()
    names = visit.explorer.pages.names([set_to["source"]]) if "source" in set_to else {}
    return [
        Chip(
            LABELS[name],
            "" if name == "asides" else names.get(value, value),
            links.queried("/review", {other: told for other, told in set_to.items() if other != name}),
        )
        for name, value in set_to.items()
    ]


# ---- one entry


def one(visit: Visit) -> View:
    """Return an entry with what people said of it, and the forms to say more."""
    return entry_view(visit.explorer, visit.named["id"], {}, [])


def entry_view(explorer: Explorer, given: str, typed: Mapping[str, str], errors: list[str]) -> View:
    """
    Return the page of an entry under review.

    Args:
        explorer: The record.
        given: Id of the entry.
        typed: What was sent and could not be done, to be shown again.
        errors: Why not.

    Raises:
        NotFound: No entry has this id.
        Elsewhere: It is the beginning of an id.
    """
    found = explorer.pages.kin(given)
    if found is None:
        raise _elsewhere(explorer, given)
    listed = found.listed
    said = [row for row in explorer.record.overlays() if row["target"] == given]
    rows = explorer.rows([listed])
    return View(
        template="review.html",
        shown={
            "listed": listed,
            "entry": listed.entry,
            "kind": kind_of(listed.entry),
            "around": found.around,
            "words": field_words(listed),
            "said": [{**row, "matter": matter(row)} for row in reversed(said)],
            "correctable": correctable(type(listed.entry)),
            "outcomes": [one.value for one in Outcome],
            "typed": typed,
            "errors": errors,
            "writes": explorer.writes,
        },
        rows=[{**entry_rows(rows, [listed])[0], "said": said}],
    )


def _elsewhere(explorer: Explorer, given: str) -> Exception:
    try:
        kind, whole = explorer.pages.whole(given)
    except UsageError as error:
        return NotFound(str(error))
    if kind == "article":
        return NotFound(f"{whole} is an article; only entries are reviewed here. sayso retract takes an article out")
    return Elsewhere(links.review(whole))


def decide(explorer: Explorer, entry: str, told: Mapping[str, str]) -> None:
    """
    Do what a form says.

    Raises:
        UsageError: It asks for what cannot be; the message says what would do.
    """
    by, why, does = told.get("by", ""), told.get("why", ""), told.get("do", "")
    if not by:
        raise UsageError("say who you are: the name stands beside what you say")
    if not why:
        raise UsageError("say why: the reason stands beside what you say")
    desk = explorer.desk
    if does == "accept":
        desk.accept(entry, by=by, why=why)
    elif does == "reject":
        desk.reject(entry, by=by, why=why)
    elif does == "correct":
        desk.correct(entry, {told.get("field", ""): told.get("value", "")}, by=by, why=why)
    elif does == "outcome":
        outcome, day = _outcome(told)
        met = {"came": True, "missed": False}.get(told.get("met", ""))
        desk.judge(entry, outcome, day, by=by, why=why, condition_met=met)
    elif does == "undo":
        if told.get("overlay") not in {one.id for one in desk.standing(entry)}:
            raise UsageError("that was undone already")
        desk.undo(told["overlay"], by=by, why=why)
    else:
        raise UsageError("say whether it is right or wrong")


def _outcome(told: Mapping[str, str]) -> tuple[Outcome, date]:
    named = one_of("outcome", told.get("outcome", ""), [one.value for one in Outcome])
    day = day_of("as of", told.get("as_of") or None)
    if not named or day is None:
        raise UsageError("say what became of it, and from which day on")
    return Outcome(named), day


async def say(request: Request, id: Annotated[str, Path(max_length=LONGEST, pattern=r"^[^\x00]*$")]) -> Response:  # noqa: A002 - as the address names it
    """Take what a person says of an entry, and go back to its page."""
    explorer: Explorer = request.app.state.explorer
    told = await sent(request, request.app.state.key)

    def done() -> Response:
        entry_view(explorer, id, {}, [])  # there has to be such an entry before anything is said of it
        try:
            decide(explorer, id, told)
            explorer.renew()
        except UsageError as error:
            view = entry_view(explorer, id, told, [str(error)])
            return HTMLResponse(render(request, view.template, view.shown), 400)
        return RedirectResponse(f"{links.review(id)}#said", status_code=303)

    answer = await run_in_threadpool(done)
    if answer.status_code == 303:
        name = told["by"][:100].encode("ascii", "ignore").decode()
        answer.set_cookie(SIGNED, name, max_age=YEAR, samesite="strict", httponly=True, path="/review")
    return answer


def routes(router: APIRouter) -> None:
    """Give the queue and the entries under review their addresses."""
    add(router, "/review", queue, QueueWanted, "What nobody has looked at, the least certain first.")
    add(router, "/review/{id}", one, Wanted, "An entry with what people said of it.")
    router.add_api_route(
        "/review/{id}",
        say,
        methods=["POST"],
        summary="Accept, reject or correct an entry, say what became of a signal, or undo; from a page of ours only.",
        operation_id="review_say",
        tags=["html"],
        response_class=Response,
        status_code=303,
        responses={
            **PAGES_OF_ERRORS,
            403: {"content": {"text/html": {}}, "description": "The form was sent by no page of this server."},
        },
    )

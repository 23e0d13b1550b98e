"""`/entities` and `/entity/ID`: whom the articles name, and what one of them said, did, signalled and was told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Final

from fastapi import APIRouter

from sayso.faces.http import links
from sayso.faces.http.asked import MOST, Narrowed, Wanted, narrowed, words
from sayso.faces.http.cursors import parts, word
from sayso.faces.http.fields import chips, fields
from sayso.faces.http.room import Room
from sayso.faces.http.routes import add
from sayso.faces.http.rows import entry_rows, reported
from sayso.faces.http.told import NotFound
from sayso.faces.http.view import Row, View, Visit
from sayso.knowledge.knowledge import knowledge
from sayso.record.census import Counted
from sayso.record.filters import Filters

SOME: Final = 6
"""Entries of each kind that the page of an actor shows; the list has them all."""

SECTIONS: Final = (
    ("signalled", "signal", "source", "What it warned, threatened, promised, refused, demanded"),
    ("told", "signal", "target", "What it was warned of, promised, asked for"),
    ("said", "statement", "source", "What it said"),
    ("done", "event", "actor", "What it did or would do"),
    ("suffered", "event", "target", "What was done to it or would be"),
)
"""What a page of somebody shows: a name, the kind of entry, the filter that finds it, the heading."""

EntitiesWanted: Final = narrowed("entity", q=(str | None, words("Only those whose name holds these letters.")))


def entities(visit: Visit) -> View:
    """Return the list of all that is named, the most often mentioned first."""
    wanted = visit.asks(Narrowed)
    filters = wanted.filters("entity")
    counted = visit.explorer.tallies.of(("counted", filters), partial(_counted, filters=filters))
    named = _named(counted or (), getattr(wanted, "q", None))
    rest = _behind(named, wanted.after)
    shown = rest[: wanted.size]
    more = word(shown[-1].mentions, shown[-1].id) if len(rest) > wanted.size else None
    return View(
        template="entities.html",
        shown={
            "counted": shown,
            "amount": len(named),
            "is_counting": counted is None,
            "asked": getattr(wanted, "q", None) or "",
            "fields": fields(visit, "entity"),
            "chips": chips(visit, "entity", "/entities"),
            "is_first": wanted.after is None,
            "affiliations": visit.explorer.pages.names({one.affiliation for one in shown if one.affiliation}),
        },
        rows=[_row(one) for one in shown],
        next=more,
        truncated=counted is None,
        is_making=counted is None,
        every=lambda: _every(visit, filters, getattr(wanted, "q", None)),
    )


def _counted(room: Room, *, filters: Filters) -> list[Counted]:
    return room.pages.counted(filters)


def _spellings(room: Room, *, given: str) -> Mapping[str, int]:
    return room.pages.spellings(given)


def _named(counted: Sequence[Counted], letters: str | None) -> list[Counted]:
    if not letters:
        return list(counted)
    held = letters.casefold()
    return [one for one in counted if any(held in name.casefold() for name in (one.name, *one.names, one.id))]


def _behind(named: Sequence[Counted], after: str | None) -> list[Counted]:
    if after is None:
        return list(named)
    mentions, entity = parts(after, int, str)
    return [one for one in named if (-one.mentions, one.id) > (-mentions, entity)]


def _every(visit: Visit, filters: Filters, letters: str | None) -> Iterator[Row]:
    yield from map(_row, _named(visit.explorer.counting.counted(filters), letters))


def _row(one: Counted) -> Row:
    told = asdict(one)
    return {**told, "names": list(one.names), "roles": list(one.roles), "page": links.entity(one.id)}


def entity(visit: Visit) -> View:
    """Return the page of somebody or something."""
    given = visit.named["id"]
    pages = visit.explorer.pages
    profile = pages.profile(given)
    if profile is None:
        raise NotFound(f"nobody in this record has the id {given}; /entities lists who is named")
    found = {name: pages.entries(kind, _by(given)[by], None, SOME) for name, kind, by, _ in SECTIONS}
    every = [one for page in found.values() for one in page.listed]
    rows = visit.explorer.rows(every)
    written = visit.explorer.answers.of(("spelled", given), partial(_spellings, given=given)) or {}
    often = sorted(written.items(), key=lambda pair: (-pair[1], pair[0]))
    affiliation = profile["affiliation"]
    members = knowledge().members(given)
    return View(
        template="entity.html",
        shown={
            "entity": profile,
            "written": often,
            "reported": reported(rows, every),
            "sections": [(title, kind, by, found[name]) for name, kind, by, title in SECTIONS],
            "names": pages.names([affiliation] if affiliation else []),
            "members": sorted(knowledge().name_of(one) or one for one in members) if len(members) < MOST else [],
            "wikidata": given if given.startswith("Q") and given[1:].isdigit() else None,
        },
        rows=[
            {
                **profile,
                "written": [{"words": spelled, "mentions": amount} for spelled, amount in often],
                **{name: entry_rows(rows, page.listed) for name, page in found.items()},
            }
        ],
        table=entry_rows(rows, found["said"].listed),
    )


def _by(entity_id: str) -> dict[str, Filters]:
    """Return the filters that find what somebody has to do with, asides left out."""
    return {
        "source": Filters(source=entity_id, asides=False),
        "actor": Filters(actor=entity_id, asides=False),
        "target": Filters(target=entity_id, asides=False),
    }


def routes(router: APIRouter) -> None:
    """Give entities their addresses."""
    add(router, "/entities", entities, EntitiesWanted, "Whom and what the articles name, most often first.")
    add(router, "/entity/{id:path}", entity, Wanted, "What somebody said, did, signalled and was told.")

"""Counts that several pages show, as questions that may be asked of another process."""

from __future__ import annotations

from sayso.ask.copying import all_families
from sayso.faces.http.room import Room
from sayso.merge.origins import Family
from sayso.record.census import Published, Totals


def totals(room: Room) -> Totals:
    """Count what stands."""
    return room.pages.totals()


def published(room: Room) -> list[Published]:
    """Return the outlets with what they published."""
    return room.pages.published()


def copied(room: Room) -> list[Family]:
    """Return the families of the articles that print a story that another prints."""
    return all_families(room.record)

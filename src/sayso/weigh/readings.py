"""
A move to the ways in which it may be read against a condition: turned round, as forces sent, by another calendar.

What goes both ways is read in both directions; who crosses into a land is sent there; who walks out of a treaty
suspends it. None of it adds anything that the move does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.acts.objects import classify, lineage
from sayso.acts.taxonomy import Frame as Kind
from sayso.acts.taxonomy import act
from sayso.resolve.edtf import bounds
from sayso.weigh.comparison import Asked
from sayso.weigh.frames import Frame, moves_itself

ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "leave_organization": ("suspend_treaty",),
    "deport": ("expel_diplomats",),
    "expel_diplomats": ("deport", "suspend_member"),
    "suspend_member": ("expel_diplomats",),
    "blockade": ("close_border", "close_facility"),
    "close_border": ("blockade", "close_facility"),
    "close_facility": ("blockade", "close_border"),
    "bombing": ("destroy",),
    "supply_energy": ("trade",),
    "trade": ("supply_energy",),
    "supply_arms": ("deploy",),
}
"""Acts by which another may be told, so that what it is done to must decide: a treaty is left as a union is."""
SHUT: Final = frozenset(("blockade", "close_border", "close_facility"))
"""Acts that are one where a thing is named that can be shut: a strait, a bridge, a port."""
SHUTTABLE: Final = frozenset(("line", "facilities"))
"""Classes of what can be shut."""
SENT: Final = frozenset("send ship fly airlift rush dispatch despatch ferry move".split())
"""Verbs that leave open whether a weapon goes to whoever is in a land, or into it: "sends missiles to Freedonia"."""
PLAIN: Final = re.compile(r"(\d{4})(-\d\d(?:-\d\d)?)")
"""A month or a day in EDTF."""
ARTICLE: Final = re.compile(r"^the\s+", re.I)


def readings(asked: Asked, found: Frame) -> Iterator[Frame]:
    """Yield a move in each way in which it may be read against a condition."""
    found = in_time(asked, _by_calendar(asked, found))
    for one in (*_entering(asked, found), *_by_another_name(asked, found)):
        yield from _directions(one)


def _directions(found: Frame) -> Iterator[Frame]:
    """Yield a move in each direction that it can be read in: as it is, and turned where it is symmetric."""
    if not act(found.act).symmetric:
        yield found
        return
    if found.actors == found.recipients and len(found.actors) > 1:
        for one in sorted(found.actors):
            yield replace(found, actors=frozenset({one}), recipients=found.recipients - {one})
        return
    yield found
    yield replace(found, actors=found.recipients, recipients=found.actors)


def _entering(asked: Asked, found: Frame) -> Iterator[Frame]:
    """Yield a move, and as forces sent where it crosses into a land, or the line that the condition names."""
    yield found
    mover = next((one for one in (*found.things, found.doer or "") if one and moves_itself(one)), None)
    crosses = act(found.act).frame is Kind.CROSS and act(asked.frame.act).frame is Kind.SEND
    if crosses and mover is not None:
        line = next((one for one in found.things if one != mover), None)
        place = found.entities.get(found.place or "")
        into = found.place is not None and (place is None or line is None or place.name not in line)
        into = into or (
            place is not None and place.id == asked.frame.place and ARTICLE.sub("", line or "") == place.name
        )
        if into or (found.place is None and line is not None and classify(line) is not None):
            spot = None if into else line
            yield replace(found, act="deploy", object=classify(mover), thing=mover, things=(mover,), spot=spot)


def _by_another_name(asked: Asked, found: Frame) -> Iterator[Frame]:
    """Yield a move as another act by which it may be told, if it is asked for so and what it is done to allows it."""
    other = asked.frame.act
    if other not in ALSO.get(found.act, ()):
        return
    kinds = lineage(found.object) if found.object is not None else frozenset()
    if other == "suspend_treaty":
        if found.object == "documents":
            yield replace(found, act=other, recipients=frozenset())
    elif found.act == "supply_arms":
        yield from _into(found)
    elif found.act not in SHUT or not (SHUTTABLE.isdisjoint(kinds) or asked.frame.object is None):
        yield replace(found, act=other)


def _into(found: Frame) -> Iterator[Frame]:
    """Yield arms that are sent to a land as brought into it."""
    if len(found.recipients) == 1 and not SENT.isdisjoint(found.said):
        (land,) = found.recipients
        yield replace(found, act="deploy", recipients=frozenset(), place=found.place or land)


def _by_calendar(asked: Asked, found: Frame) -> Frame:
    """Return a move that names a day without a year as done on the first such day since a signal was made."""
    plain = PLAIN.fullmatch(found.time or "")
    if not found.recurs or plain is None or asked.since is None:
        return found
    for year in (asked.since.year, asked.since.year + 1):
        time = f"{year}{plain.group(2)}"
        last = bounds(time)[1]
        if last is not None and last >= asked.since:
            return replace(found, time=time)
    return found


def in_time(asked: Asked, found: Frame) -> Frame:
    """Return a move as not done where it comes after the last day that a condition gives."""
    last: date | None = bounds(asked.frame.time)[1]
    first = bounds(found.time)[0]
    late = (asked.frame.time or "").startswith("../") and last is not None and first is not None and first > last
    return replace(found, happens=False, time=None) if late and found.happens else found

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
    "seize_property": ("obstruct", "blockade"),
    "obstruct": ("blockade",),
}
"""Acts by which another may be told, so that what it is done to must decide: a treaty is left as a union is."""
SHUT: Final = frozenset(("blockade", "close_border", "close_facility"))
"""Acts that are one where a thing is named that can be shut: a strait, a bridge, a port."""
SHUTTABLE: Final = frozenset(("line", "facilities"))
"""Classes of what can be shut."""
STOPPED: Final = frozenset(("vessels", "aircraft", "aid_goods", "trade_goods", "energy", "arms", "facilities"))
"""Classes of what is stopped on its way, and seized by whoever stops it for good."""
SKY: Final = "airspace"
"""What a plane over a land flies in."""
BORDER: Final = "the border"
"""What is crossed by who comes into a land from outside."""
MARCHING: Final = frozenset("march roll pour invade drive push advance storm".split())
"""Verbs for forces that come into a land over its border."""
CONVERSE: Final[Mapping[str, str]] = {"join_organization": "admit_member", "admit_member": "join_organization"}
"""Acts that are one, told of the body and of its member."""
TAKEN: Final = frozenset(("invade", "seize_territory"))
"""Acts by which a land is taken."""
TAKING: Final = frozenset("occupy seize capture overrun storm conquer invade".split())
"""Verbs for a land that nobody can take without sending troops into it."""
SENT: Final = frozenset("send ship fly airlift rush dispatch despatch ferry move".split())
"""Verbs that leave open whether a weapon goes to whoever is in a land, or into it: "sends missiles to Freedonia"."""
PLAIN: Final = re.compile(r"(\d{4})(-\d\d(?:-\d\d)?)")
"""A month or a day in EDTF."""
ARTICLE: Final = re.compile(r"^the\s+", re.I)


def readings(asked: Asked, found: Frame) -> Iterator[Frame]:
    """Yield a move in each way in which it may be read against a condition."""
    found = in_time(asked, _by_calendar(asked, found))
    for one in (
        *_entering(asked, found),
        *_taking(asked, found),
        *_crossing(asked, found),
        *_by_another_name(asked, found),
        *_joined(asked, found),
    ):
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


def read_as(name: str) -> frozenset[str]:
    """Return the acts that a move of an act may be read as, beside those that its place in the tree makes it."""
    turned = (CONVERSE[name],) if name in CONVERSE else ()
    return frozenset(
        (
            *ALSO.get(name, ()),
            *turned,
            *(("deploy", "land_forces") if name in TAKEN else ()),
            *(("cross_line",) if name in ("deploy", "invade") else ()),
        )
    )


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


def _taking(asked: Asked, found: Frame) -> Iterator[Frame]:
    """Yield the taking of a land as troops sent into it, and the flight of a warplane over it as one into its sky."""
    if found.place is None or not found.happens:
        return
    if act(asked.frame.act).frame is Kind.SEND and not TAKING.isdisjoint(found.said) and found.act in TAKEN:
        yield replace(found, act="deploy", object="troops", thing=None, things=(), recipients=frozenset())
    mover = found.doer if found.doer is not None and "aircraft" in lineage(classify(found.doer) or "money") else None
    if asked.frame.act == "violate_airspace" and found.act == "cross_line" and mover is not None:
        whose = asked.frame.recipients if found.place == asked.frame.place else found.recipients
        yield replace(found, act="violate_airspace", object="line", thing=SKY, things=(SKY,), recipients=whose)


def _crossing(asked: Asked, found: Frame) -> Iterator[Frame]:
    """Yield forces that march into a land from outside as ones that cross its border, where that is asked for."""
    into = found.place is not None and act(found.act).frame in (Kind.SEND, Kind.TARGET)
    is_border = bool(asked.frame.recipients) and asked.frame.object == "line"
    if asked.frame.act == "cross_line" and into and is_border and found.happens and not MARCHING.isdisjoint(found.said):
        hit = frozenset({found.place or ""})
        mover = next((one for one in (*found.things, found.doer or "") if one and moves_itself(one)), "troops")
        made = replace(found, act="cross_line", object="line", thing=BORDER, things=(BORDER,), doer=mover)
        yield replace(made, recipients=hit, place=None, spot=None)


def _joined(asked: Asked, found: Frame) -> Iterator[Frame]:
    """Yield who joins a body as one whom it takes in, and the other way round."""
    other = CONVERSE.get(found.act)
    if other is not None and asked.frame.act == other and found.actors and found.recipients:
        yield replace(found, act=other, actors=found.recipients, recipients=found.actors)


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
    elif found.act in ("seize_property", "obstruct"):
        if not STOPPED.isdisjoint(kinds):
            yield replace(found, act=other)
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

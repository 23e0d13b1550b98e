"""
Names of acts to their place in one small tree: what is a kind of what, what undoes what, what goes both ways.

The table is `acts.tsv`, our own. An act is broader than its descendants and than what it `covers`; nothing else makes
two acts alike, above all not their PLOVER type, so that sending food never counts as sending guns.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from sayso.terms import EventType, Match


class Frame(StrEnum):
    """Which dependents of a predicate are recipient, object and place (`ROLES` says it word for word)."""

    SEND = "send"
    PLACE = "place"
    CROSS = "cross"
    OBJECT = "object"
    TARGET = "target"
    SEIZE = "seize"
    RECALL = "recall"
    EXPEL = "expel"
    TALK = "talk"
    FREEZE = "freeze"
    CLOSE = "close"
    GIVE = "give"
    TRAIN = "train"
    HOST = "host"
    LEAVE = "leave"
    RELEASE = "release"
    ALLOW = "allow"
    SIGN = "sign"
    ACCEPT = "accept"
    TELL = "tell"
    VISIT = "visit"
    MEDIATE = "mediate"
    WITHDRAW = "withdraw"
    LIFT = "lift"
    ASK = "ask"
    ACCUSE = "accuse"
    REJECT = "reject"
    AGAINST = "against"
    HINDER = "hinder"
    LAPSE = "lapse"
    """Letting a term pass: not doing whatever was to be done by it."""


@dataclass(frozen=True, slots=True)
class Roles:
    """
    Where a frame finds its parts; `obj`, `iobj` and `of` besides the prepositions themselves.

    Attributes:
        recipient: Dependents that name whom it is done to.
        object: Dependents that name what is sent, struck, withdrawn, frozen, asked for.
        place: Dependents that name where; location in, at, near and the like is read for every frame.
    """

    recipient: frozenset[str]
    object: frozenset[str]
    place: frozenset[str]


def _roles(recipient: str = "", obj: str = "", place: str = "") -> Roles:
    return Roles(frozenset(recipient.split()), frozenset(obj.split()), frozenset(place.split()))


ROLES: Final[Mapping[Frame, Roles]] = {
    Frame.SEND: _roles("against", "obj of", "to into onto toward towards for through"),
    Frame.PLACE: _roles("against", "", "obj over of through"),
    Frame.CROSS: _roles("", "obj of", "into over across through along past to"),
    Frame.OBJECT: _roles("against", "obj of from"),
    Frame.TARGET: _roles("obj on against upon of at into toward towards between among", "obj"),
    Frame.SEIZE: _roles("from", "obj of over", "obj of over"),
    Frame.RECALL: _roles("from to in", "obj of", "from in"),
    Frame.EXPEL: _roles("", "obj of", "from"),
    Frame.TALK: _roles("obj with between among to against", "on about over of"),
    Frame.CLOSE: _roles("to for against with", "obj of"),
    Frame.FREEZE: _roles("against of", "obj of"),
    Frame.GIVE: _roles("iobj to for with against", "obj of with"),
    Frame.TRAIN: _roles("obj of", "obj of"),
    Frame.HOST: _roles("iobj to", "obj for of"),
    Frame.LEAVE: _roles("obj from to out of into", "obj from out of"),
    Frame.RELEASE: _roles("obj of to", "obj of"),
    Frame.ALLOW: _roles("obj iobj to", "for"),
    Frame.SIGN: _roles("with between", "obj of to on"),
    Frame.ACCEPT: _roles("from", "obj of to"),
    Frame.TELL: _roles("obj iobj to against", ""),
    Frame.VISIT: _roles("obj to with by", "", "obj to"),
    Frame.MEDIATE: _roles("between with", "obj"),
    Frame.WITHDRAW: _roles("", "obj of", "from out of"),
    Frame.LIFT: _roles("on against from of", "obj of"),
    Frame.ASK: _roles("obj iobj on upon of to from", "for"),
    Frame.ACCUSE: _roles("obj at against on", "of for over"),
    Frame.REJECT: _roles("iobj from to", "obj of"),
    Frame.AGAINST: _roles("against at to", "obj for"),
    Frame.HINDER: _roles("against", "obj of with"),
    Frame.LAPSE: _roles("iobj from to", "obj of"),
}


SPEECH: Final = frozenset({EventType.AGREE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN})
"""Types of acts of speech, which say nothing without what they are about."""


@dataclass(frozen=True, slots=True)
class Act:
    """
    One kind of thing that states and others do.

    Attributes:
        id: Its name in entries and URLs.
        parent: The next broader act, None at a top of the tree.
        opposite: The act that undoes it or is its contrary, or None.
        symmetric: True where what A does with B, B does with A (talks, war).
        event_type: Its PLOVER type.
        mode: Its PLOVER mode, or None.
        frame: Where its parties stand in a sentence.
        implies: Object class meant where the words name none, or None.
        covers: Further acts that count as this one, beside its descendants.
        meaning: In a few words, for people.
    """

    id: str
    parent: str | None
    opposite: str | None
    symmetric: bool
    event_type: EventType
    mode: str | None
    frame: Frame
    implies: str | None
    covers: tuple[str, ...]
    meaning: str


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table beside this file, comments left out."""
    text = files("sayso.acts").joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def acts() -> Mapping[str, Act]:
    """Return every act by its id, a parent before its children."""
    return {row["act"]: _act(row) for row in rows("acts.tsv")}


def _act(row: Mapping[str, str]) -> Act:
    def known(key: str) -> str | None:
        return None if row[key] == "-" else row[key]

    return Act(
        id=row["act"],
        parent=known("parent"),
        opposite=known("opposite"),
        symmetric=row["symmetric"] == "yes",
        event_type=EventType(row["event_type"]),
        mode=known("mode"),
        frame=Frame(row["frame"]),
        implies=known("implies"),
        covers=tuple((known("covers") or "").split(",")) if known("covers") else (),
        meaning=row["meaning"],
    )


def is_listed(id: str) -> bool:  # noqa: A002 - as below
    """Tell whether there is an act of that name; a record may hold some that an older table had."""
    return id in acts()


def act(id: str) -> Act:  # noqa: A002 - the id of an act is called id everywhere
    """Return an act; KeyError where there is none of that name."""
    return acts()[id]


def opposite(id: str) -> str | None:  # noqa: A002 - as above
    """Return the id of the contrary act, or None."""
    return act(id).opposite


def contraries(id: str) -> frozenset[str]:  # noqa: A002 - as above
    """Return the acts by which one does not do an act: the contrary of it, and of every broader act."""
    found = (act(one).opposite for one in (id, *ancestors(id)))
    return frozenset(one for one in found if one is not None)


def ancestors(id: str) -> Iterator[str]:  # noqa: A002 - as above
    """Yield the ids of the broader acts, nearest first."""
    above = act(id).parent
    while above is not None:
        yield above
        above = act(above).parent


def compare(asked: str, found: str) -> Match:
    """
    Tell how an act that happens compares with the act that a condition names.

    Returns:
        `SAME`; `NARROWER` where `found` is a kind of `asked`; `BROADER` where it is the other way round; else `CLASH`.
    """
    if asked == found:
        return Match.SAME
    if _within(found, asked):
        return Match.NARROWER
    return Match.BROADER if _within(asked, found) else Match.CLASH


def _within(narrow: str, broad: str) -> bool:
    line = {narrow, *ancestors(narrow)}
    return broad in line or any(covered in line for covered in act(broad).covers)

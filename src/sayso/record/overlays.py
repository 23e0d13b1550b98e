"""
What people say, written down over what was read: overlays, added one after another and undone, never rewritten.

An overlay has who, when, why, a target and the matter it speaks to. Of several on one matter of one target the last
that is not undone holds; merges, splits and judgements of difference all hold. Targets are ids made of article, kind
and spans, so that an overlay outlives a new reading; where the new reading lacks the entry it is an orphan, and stays.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Pool, Select, case, func, insert, select, update

from sayso.errors import UsageError
from sayso.record.entries import Json
from sayso.record.keeping import canonical, now
from sayso.record.schema_overlays import overlays
from sayso.terms import Outcome, OverlayKind

VERDICT: Final = "verdict"
"""The matter of accepting and rejecting an entry."""
ARTICLE: Final = "article"
OUTLET: Final = "outlet"
"""The matters of retracting: an article by its id, all of an outlet's by its name as articles spell it."""

_TOGETHER: Final = (OverlayKind.MERGE, OverlayKind.SPLIT, OverlayKind.APART)


@dataclass(frozen=True, slots=True)
class Undone:
    """
    That an overlay was undone.

    Attributes:
        at: When (UTC).
        by: Who undid it.
        why: The reason given.
    """

    at: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """
    What a person says over what was read.

    Attributes:
        id: `ov` and 16 hexadecimal digits, made of what it says; no clock goes into it.
        recorded_at: When it was made (UTC).
        by: Who made it.
        why: The reason given.
        kind: What it does.
        target: Id of the entry, article or entity, or the name of an outlet.
        field: On what matter: a field of the entry, `verdict`, `outcome DAY`, …
        value: What is said to hold, in the form of CONTRACT.
        undone: None while it stands.
    """

    id: str
    recorded_at: str
    by: str
    why: str
    kind: OverlayKind
    target: str
    field: str
    value: Json
    undone: Undone | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    A person's verdict on what became of a signal.

    Attributes:
        signal: Id of the signal.
        outcome: What became of it.
        as_of: Day (ISO) from which on it holds, until a later verdict.
        condition_met: Whether the condition as worded came; None where the person leaves that open.
        by: Whose verdict it is.
        why: The reason given.
        overlay: Id of the overlay that says so.
    """

    signal: str
    outcome: Outcome
    as_of: str
    condition_met: bool | None
    by: str
    why: str
    overlay: str


def write(
    connection: Connection, kind: OverlayKind, target: str, field: str, value: Json, *, by: str, why: str
) -> Overlay:
    """
    Add an overlay.

    Raises:
        UsageError: Who or why is missing: what a person says over a text is worth as much as its reason.
    """
    who, reason = _signed(by, why)
    told = None if value is None else canonical(value)
    key = _id(connection, (kind.value, target, field, told or "", who, reason))
    row = {"id": key, "recorded_at": now(), "by": who, "why": reason, "kind": kind.value, "target": target}
    connection.execute(insert(overlays), {**row, "field": field, "value": told})
    return Overlay(key, row["recorded_at"], who, reason, kind, target, field, value)


def undo(connection: Connection, overlay: str, *, by: str, why: str) -> Overlay:
    """
    Undo an overlay, which is kept with who undid it and why.

    Raises:
        UsageError: There is none of this id that stands, or who or why is missing.
    """
    who, reason = _signed(by, why)
    found = next(iter(journal(connection, overlay=overlay)), None)
    if found is None or found.undone is not None:
        raise UsageError(f"no overlay {overlay} stands; sayso review --made lists them all")
    done = {"undone_at": now(), "undone_by": who, "undone_why": reason}
    connection.execute(update(overlays).where(overlays.c.id == overlay, overlays.c.undone_at.is_(None)).values(done))
    return next(iter(journal(connection, overlay=overlay)))


def journal(
    connection: Connection,
    *,
    kinds: Iterable[OverlayKind] = (),
    target: str | None = None,
    overlay: str | None = None,
    standing: bool = False,
) -> list[Overlay]:
    """
    Return overlays in the order in which they were made.

    Args:
        connection: To the record.
        kinds: Only of these kinds; empty for all.
        target: Only on this target.
        overlay: Only the one of this id.
        standing: Leave out what was undone.
    """
    rows: Select[Any] = select(overlays).order_by(overlays.c.key)
    if wanted := [kind.value for kind in kinds]:
        rows = rows.where(overlays.c.kind.in_(wanted))
    if target is not None:
        rows = rows.where(overlays.c.target == target)
    if overlay is not None:
        rows = rows.where(overlays.c.id == overlay)
    if standing:
        rows = rows.where(overlays.c.undone_at.is_(None))
    return [_read(row) for row in connection.execute(rows)]


def held(connection: Connection) -> tuple[Overlay, ...]:
    """
    Return the overlays that hold, as `holding` has them.

    Every look at a record begins with them, so that they are read again only where one was made or undone since.
    """
    undone = case((overlays.c.undone_at.is_not(None), overlays.c.key))
    newest = select(overlays.c.id).order_by(overlays.c.key.desc()).limit(1).scalar_subquery()
    state = tuple(connection.execute(select(newest, func.count(undone), func.sum(undone)).select_from(overlays)).one())
    before, found = _HELD.get(connection.engine.pool, (None, ()))
    if state != before:
        found = tuple(holding(journal(connection, standing=True)))
        _HELD[connection.engine.pool] = state, found
    return found


_HELD: Final[WeakKeyDictionary[Pool, tuple[tuple[Any, ...] | None, tuple[Overlay, ...]]]] = WeakKeyDictionary()
"""
What `held` found last in each record that is open, with the state that it was found in: the newest overlay, how many
were undone, and the sum of their rows, which no undoing of another gives.
"""


def holding(made: Iterable[Overlay]) -> Iterator[Overlay]:
    """Yield those of some overlays, given in the order of making, that hold: on each matter the last not undone."""
    last: dict[tuple[str, str], Overlay] = {}
    for one in made:
        if one.undone is None:
            matter = one.id if one.kind in _TOGETHER else one.field
            last[one.target, matter] = one
    yield from last.values()


def verdicts(connection: Connection, day: str | None = None) -> dict[str, Verdict]:
    """
    Return people's verdicts on what became of signals, by the signal's id.

    Args:
        connection: To the record.
        day: ISO day that is asked for; verdicts as of later days are left out. None takes the last of each signal.
    """
    found: dict[str, Verdict] = {}
    made = holding(journal(connection, kinds=[OverlayKind.OUTCOME], standing=True))
    for one in sorted(made, key=lambda overlay: overlay.value["as_of"]):
        if day is None or one.value["as_of"] <= day:
            told = (Outcome(one.value["outcome"]), one.value["as_of"], one.value["condition_met"])
            found[one.target] = Verdict(one.target, *told, one.by, one.why, one.id)
    return found


def dumped(connection: Connection) -> list[dict[str, Json]]:
    """Return every overlay for the logical dump: what it says and whether it holds, without row numbers and clocks."""
    made = journal(connection)
    held = {one.id for one in holding(made)}
    names = ("id", "by", "why", "target", "field", "value")
    return [
        {
            **{name: getattr(one, name) for name in names},
            "kind": one.kind.value,
            "holds": one.id in held,
            "undone": None if one.undone is None else {"by": one.undone.by, "why": one.undone.why},
        }
        for one in made
    ]


def _signed(by: str, why: str) -> tuple[str, str]:
    who, reason = " ".join(by.split()), " ".join(why.split())
    if not who:
        raise UsageError("say who you are: --by NAME")
    if not reason:
        raise UsageError("say why: --why TEXT")
    return who, reason


def _id(connection: Connection, told: tuple[str, ...]) -> str:
    """Return the id of an overlay: what it says, hashed with how often the same was said before."""
    names = ("kind", "target", "field", "value", "by", "why")
    same = [func.coalesce(overlays.c[name], "") == value for name, value in zip(names, told, strict=True)]
    before = connection.execute(select(func.count()).select_from(overlays).where(*same)).scalar_one()
    return "ov" + hashlib.sha256("\x1f".join((*told, str(before))).encode()).hexdigest()[:16]


def _read(row: Any) -> Overlay:
    undone = None if row.undone_at is None else Undone(row.undone_at, row.undone_by, row.undone_why)
    value = None if row.value is None else json.loads(row.value)
    kind = OverlayKind(row.kind)
    return Overlay(row.id, row.recorded_at, row.by, row.why, kind, row.target, row.field, value, undone)

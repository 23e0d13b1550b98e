"""What is judged of two gists, to rows and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select

from sayso.record.rows import batches
from sayso.record.schema_utterances import likenesses
from sayso.terms import Judgement


@dataclass(frozen=True, slots=True)
class Alike:
    """
    What is judged of two gists.

    Attributes:
        one: The lower key.
        other: The higher key.
        judgement: Whether they report one utterance.
        reason: In words.
        score: Likeness of their contents, raw.
    """

    one: int
    other: int
    judgement: Judgement
    reason: str
    score: float


def keep(connection: Connection, made: Collection[Alike]) -> None:
    """Write judgements that are not there."""
    if made:
        connection.execute(insert(likenesses), [asdict(one) | {"judgement": one.judgement.value} for one in made])


def drop_of(connection: Connection, gist: int) -> set[int]:
    """Drop all judgements on a gist; return the others that were of one utterance with it."""
    touching = or_(likenesses.c.one == gist, likenesses.c.other == gist)
    gone = delete(likenesses).where(touching).returning(likenesses.c.one, likenesses.c.other, likenesses.c.judgement)
    rows = connection.execute(gone).all()
    return {key for row in rows if row.judgement == Judgement.POSITIVE.value for key in (row.one, row.other)} - {gist}


def within(connection: Connection, pairs: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return those of some pairs, the lower key first, that are judged."""
    by_one: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        by_one[one].append(other)
    found: set[tuple[int, int]] = set()
    for some in batches(sorted(by_one)):
        rows = select(likenesses.c.one, likenesses.c.other).where(likenesses.c.one.in_(some))
        found |= {(row.one, row.other) for row in connection.execute(rows)}
    return found & set(pairs)


def load(connection: Connection, gists: Collection[int], judgement: Judgement | None = None) -> list[Alike]:
    """Return what is judged of any of some gists, in the order of keys; only one judgement where that is given."""
    found: dict[tuple[int, int], Alike] = {}
    for some in batches(sorted(gists)):
        for column in (likenesses.c.one, likenesses.c.other):
            rows = select(likenesses).where(column.in_(some))
            if judgement is not None:
                rows = rows.where(likenesses.c.judgement == judgement.value)
            found |= {(row.one, row.other): _alike(row) for row in connection.execute(rows)}
    return [found[keys] for keys in sorted(found)]


def _alike(row: Any) -> Alike:
    return Alike(row.one, row.other, Judgement(row.judgement), row.reason, row.score)

"""
An entry to the other reports of its utterance, and those of which nobody can tell, each with judgement and reason.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from sayso.record.conditions import standing
from sayso.record.filters import Filters
from sayso.record.lens import Lens
from sayso.record.likenesses import Alike, load
from sayso.record.listing import Listed, listed_by_key
from sayso.record.rows import batches
from sayso.record.schema import articles, entries, readings
from sayso.record.schema_utterances import gists, tellings
from sayso.record.withdrawn import unrejected
from sayso.terms import Judgement

VERBATIM = "the same report"
INDIRECTLY = "through another report"
AMBIGUOUS = "its time may be that of another utterance as like it"


@dataclass(frozen=True, slots=True)
class Retold:
    """
    Another entry, as it is judged beside the one asked about.

    Attributes:
        listed: The entry.
        judgement: Whether it reports the same utterance; negative only where it is alike and yet is not.
        reason: In words.
        score: Likeness of the contents, 0 to 1, raw; None where the two were not compared.
    """

    listed: Listed
    judgement: Judgement
    reason: str
    score: float | None


def retold(connection: Connection, entry: str) -> list[Retold]:
    """
    Return what stands beside an entry: the other reports of its utterance first, then those that are only alike.

    Args:
        connection: To the record.
        entry: Its id.

    Returns:
        Each by publication date, article and place in the text; nothing where it is not settled, or is an aside.
    """
    own = connection.execute(
        select(tellings.c.gist, gists.c.utterance)
        .join(gists, gists.c.key == tellings.c.gist)
        .where(tellings.c.entry == entry)
    ).first()
    if own is None:
        return []
    alike = {_other(one, own.gist): one for one in load(connection, {own.gist})}
    told = select(gists.c.key).where(or_(gists.c.utterance == own.utterance, gists.c.key.in_(alike)))
    within = set(connection.execute(select(gists.c.key).where(gists.c.utterance == own.utterance)).scalars())
    gist_of = _entries(connection, set(connection.execute(told).scalars()))
    found = [
        Retold(listed, *_judged(gist_of[listed.entry.id], own.gist, alike, within))
        for listed in listed_by_key(connection, _keys(connection, gist_of.keys() - {entry}), Lens(connection))
    ]
    return sorted(found, key=lambda one: _ORDER.index(one.judgement))


_ORDER = (Judgement.POSITIVE, Judgement.UNSURE, Judgement.NEGATIVE)


def _other(pair: Alike, gist: int) -> int:
    return pair.other if pair.one == gist else pair.one


def _judged(
    gist: int, own: int, alike: Mapping[int, Alike], within: Collection[int]
) -> tuple[Judgement, str, float | None]:
    if gist == own:
        return Judgement.POSITIVE, VERBATIM, 1.0
    found = alike.get(gist)
    if gist in within:
        is_direct = found is not None and found.judgement is Judgement.POSITIVE
        return Judgement.POSITIVE, found.reason if found and is_direct else INDIRECTLY, found.score if found else None
    assert found is not None
    if found.judgement is Judgement.POSITIVE:
        return Judgement.UNSURE, AMBIGUOUS, found.score
    return found.judgement, found.reason, found.score


def _entries(connection: Connection, keys: Collection[int]) -> dict[str, int]:
    """Return the gist of each entry that comes to one of some gists."""
    rows = select(tellings.c.entry, tellings.c.gist)
    return {
        row.entry: row.gist
        for some in batches(sorted(keys))
        for row in connection.execute(rows.where(tellings.c.gist.in_(some)))
    }


def _keys(connection: Connection, ids: Collection[str]) -> list[int]:
    """Return the rows of the entries of some ids that stand, by publication date, article and place in the text."""
    rows = (
        select(entries.c.key, readings.c.published_first, articles.c.id, entries.c.start)
        .join(readings, readings.c.key == entries.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .where(*standing(connection, Filters()), unrejected())
    )
    found = [row for some in batches(sorted(ids)) for row in connection.execute(rows.where(entries.c.id.in_(some)))]
    ordered = sorted(found, key=lambda row: (row.published_first or "9999", row.id, row.start, row.key))
    return [row.key for row in ordered]

"""
What a person decides to overlays, checked: what is not there can't be judged, and what a field cannot hold is refused.

The desk writes overlays and nothing else; what they do to lists is the `lens`'s and `identities`' business.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from sayso.errors import UsageError
from sayso.record.corrections import Typed
from sayso.record.engine import looking, writing
from sayso.record.entries import Entry, as_json
from sayso.record.identities import Identities
from sayso.record.lens import Lens
from sayso.record.naming import find, outlets_named, persons_named
from sayso.record.overlays import ARTICLE, OUTLET, VERDICT, Overlay, journal, undo, write
from sayso.record.rows import load_entries
from sayso.record.schema import entities, entries, mentions, readings
from sayso.record.sightings import base_of
from sayso.terms import Outcome, OverlayKind

SPLIT_OFF = "~"
"""In an id: what follows is the first article of a person that people split off."""


class Desk:
    """Where people accept, correct, reject, retract, merge and split; every decision is a transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    # ---- entries

    def accept(self, entry: str, *, by: str, why: str) -> Overlay:
        """Note that a person found an entry right."""
        return self._on_entry(OverlayKind.ACCEPT, entry, by, why)

    def reject(self, entry: str, *, by: str, why: str) -> Overlay:
        """Take an entry out of lists, counts, what-if and ledger; it stays in the record."""
        return self._on_entry(OverlayKind.REJECT, entry, by, why)

    def correct(self, entry: str, given: Mapping[str, str], *, by: str, why: str) -> list[Overlay]:
        """
        Set fields of an entry, all or none, typed as `corrections` reads them; what was read stays beside them.

        Raises:
            UsageError: There is no such entry or field, the field can't hold that, or it holds it already.
        """
        with writing(self._engine) as connection:
            lens = Lens(connection)
            read = _entry(connection, entry)
            typed = Typed(connection, lens.who)
            done = []
            for field, told in given.items():
                value = typed.value(read, field, told)
                if as_json(read)[field] == value and field not in lens.values(entry):
                    raise UsageError(f"{field} is {told} already")
                done.append(write(connection, OverlayKind.CORRECT, entry, field, value, by=by, why=why))
            return done

    def judge(
        self, signal: str, outcome: Outcome, as_of: date, *, by: str, why: str, condition_met: bool | None = None
    ) -> Overlay:
        """
        Say what became of a signal, from a day on.

        Raises:
            UsageError: There is no such signal.
        """
        day = as_of.isoformat()
        value = {"outcome": outcome.value, "as_of": day, "condition_met": condition_met}
        with writing(self._engine) as connection:
            if _kind(connection, signal) != "signal":
                raise UsageError(f"{signal} is no signal; only signals have an outcome")
            return write(connection, OverlayKind.OUTCOME, signal, f"outcome {day}", value, by=by, why=why)

    # ---- articles

    def retract_article(self, article: str, *, by: str, why: str) -> Overlay:
        """Take an article and all that was read from it out of lists and counts; it stays in the record."""
        with writing(self._engine) as connection:
            kind, whole = find(connection, article, Lens(connection).who)
            if kind != "article":
                raise UsageError(f"{whole} is no article; reject a single entry with: sayso review {whole} --reject")
            return write(connection, OverlayKind.RETRACT, whole, ARTICLE, None, by=by, why=why)

    def retract_outlet(self, outlet: str, *, by: str, why: str) -> list[Overlay]:
        """Take all that an outlet published, or will have published, out of lists and counts, under every spelling."""
        with writing(self._engine) as connection:
            spelled = outlets_named(connection, outlet)
            if not spelled:
                raise UsageError(f"no article in this record was published by {outlet!r}")
            return [write(connection, OverlayKind.RETRACT, one, OUTLET, None, by=by, why=why) for one in spelled]

    # ---- entities

    def merge(self, ids: Sequence[str], *, by: str, why: str) -> Overlay:
        """
        Say that several ids stand for one: the Wikidata id among them, else the first, goes on standing for it.

        Raises:
            UsageError: There are fewer than two, one is unknown or stands for several, or their kinds differ.
        """
        with writing(self._engine) as connection:
            who = Lens(connection).who
            meant = _distinct(connection, ids, who)
            kinds = {_entity_kind(connection, one) for one in meant}
            if len(kinds) > 1:
                raise UsageError(f"a {' and a '.join(sorted(kinds))} cannot be one; merge entities of one kind")
            first, *others = meant
            return write(connection, OverlayKind.MERGE, first, "same", {"ids": others}, by=by, why=why)

    def part(self, ids: Sequence[str], *, by: str, why: str) -> Overlay:
        """Say that several ids stand for different persons, so that nobody is asked again."""
        with writing(self._engine) as connection:
            first, *others = _distinct(connection, ids, Lens(connection).who)
            return write(connection, OverlayKind.APART, first, "other", {"ids": others}, by=by, why=why)

    def split(
        self,
        given: str,
        *,
        by: str,
        why: str,
        articles: Collection[str] = (),
        words: Collection[str] = (),
        into: str | None = None,
    ) -> Overlay:
        """
        Say that an id stands for another person in some articles.

        Args:
            given: The id.
            by: Who says so.
            why: For which reason.
            articles: Those articles, by id or the beginning of one.
            words: Or those where the person is mentioned in just these words.
            into: Whom it stands for there; a new id where that is nobody known.

        Raises:
            UsageError: The id is unknown or stands for several, or no article has it so.
        """
        with writing(self._engine) as connection:
            who = Lens(connection).who
            target = who.specific(_one(connection, given, who))
            found = sorted(_sighted(connection, target, who, articles, words))
            if not found:
                raise UsageError(f"no article has {given} so; sayso show {given} --json lists its articles")
            new = into and _one(connection, into, who)
            value = {"articles": found, "into": new or f"{base_of(target)}{SPLIT_OFF}{found[0]}"}
            return write(connection, OverlayKind.SPLIT, target, "articles", value, by=by, why=why)

    # ---- undoing

    def undo(self, overlay: str, *, by: str, why: str) -> Overlay:
        """Undo an overlay by its id, as `overlays.undo` does."""
        with writing(self._engine) as connection:
            return undo(connection, overlay, by=by, why=why)

    def standing(self, target: str) -> list[Overlay]:
        """Return the overlays on an entry, article, outlet or entity that are not undone, the last made first."""
        with looking(self._engine) as connection:
            return journal(connection, target=target, standing=True)[::-1]

    def retractions(self, article: str | None, outlet: str | None) -> list[Overlay]:
        """Return the overlays by which an article, or an outlet under any spelling, is retracted."""
        with looking(self._engine) as connection:
            lens = Lens(connection)
            targets = outlets_named(connection, outlet) if outlet else [find(connection, article or "", lens.who)[1]]
            made = journal(connection, kinds=[OverlayKind.RETRACT], standing=True)
            return [one for one in made if one.target in targets]

    def _on_entry(self, kind: OverlayKind, entry: str, by: str, why: str) -> Overlay:
        with writing(self._engine) as connection:
            _kind(connection, entry)
            return write(connection, kind, entry, VERDICT, None, by=by, why=why)


def _kind(connection: Connection, entry: str) -> str:
    """
    Return the kind of an entry that some reading has, standing or not.

    Raises:
        UsageError: None has it.
    """
    kind: str | None = connection.execute(select(entries.c.kind).where(entries.c.id == entry).limit(1)).scalar()
    if kind is None:
        raise UsageError(f"no entry in this record has the id {entry}")
    return kind


def _entry(connection: Connection, entry: str) -> Entry:
    """Return an entry as it was read, by the reading that stands or else the last that had it."""
    _kind(connection, entry)
    rows = select(entries.c.key).join(readings, readings.c.key == entries.c.reading).where(entries.c.id == entry)
    key = (
        connection.execute(rows.order_by(readings.c.retracted_at.is_not(None), entries.c.key.desc())).scalars().first()
    )
    assert key is not None
    return load_entries(connection, [key])[key]


def _one(connection: Connection, given: str, who: Identities) -> str:
    found = persons_named(connection, given, who)
    if len(found) != 1:
        raise UsageError(f"{given} is the name of {', '.join(found) if found else 'nobody in this record'}")
    return found[0]


def _distinct(connection: Connection, ids: Sequence[str], who: Identities) -> list[str]:
    """Return several ids in the form that goes on meaning the same, each once."""
    found = list(dict.fromkeys(who.specific(_one(connection, one, who)) for one in ids))
    if len(found) < 2:
        raise UsageError(f"{' and '.join(ids)} are one already; name at least two")
    return found


def _entity_kind(connection: Connection, given: str) -> str:
    rows = select(entities.c.kind, func.count()).where(entities.c.id == base_of(given)).group_by(entities.c.kind)
    found = connection.execute(rows.order_by(func.count().desc(), entities.c.kind)).first()
    return found.kind if found else "person"


def _sighted(
    connection: Connection, target: str, who: Identities, articles: Collection[str], words: Collection[str]
) -> set[str]:
    """Return the articles, of some or with a mention in some words, in which an article's id means a target."""
    wanted = who.meant([target])
    rows: Any = select(readings.c.article, entities.c.id).join(readings, readings.c.key == entities.c.reading)
    rows = rows.where(entities.c.id.in_(wanted.raw), readings.c.retracted_at.is_(None))
    if words:
        written = select(mentions.c.entity).where(func.lower(mentions.c.words).in_([one.lower() for one in words]))
        rows = rows.where(entities.c.key.in_(written))
    found = {row.article for row in connection.execute(rows) if who.of(row.article, row.id) in wanted.ids}
    return {one for one in found if not articles or any(one.startswith(each) for each in articles)}

"""
What pages ask of a record: each question is answered from one look at it, and costs what it shows.

What cannot help looking at every article (`totals`, `counted`, `exchanges`, …) says so in `census`; whoever shows it
keeps it for as long as `state` says the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Engine, func, select

from sayso.errors import UsageError
from sayso.knowledge.knowledge import knowledge
from sayso.record import census, ground, sheets
from sayso.record.acquaintance import OPTION, Acquaintance
from sayso.record.article_pages import ArticlePage, article_page, newest
from sayso.record.beginnings import from_beginning
from sayso.record.catalogue import spellings
from sayso.record.conditions import standing
from sayso.record.engine import looking
from sayso.record.entries import Json, Reading
from sayso.record.filters import Filters
from sayso.record.identities import Meant
from sayso.record.lens import Lens
from sayso.record.listing import Listed
from sayso.record.naming import SHORTEST_ID, learn_spellings
from sayso.record.order import Place
from sayso.record.paging import Page, page
from sayso.record.rows import load_reading
from sayso.record.schema import DETAILS, articles, entities, entries, quarantine, readings, runs
from sayso.record.search_pages import SearchPage, search_page
from sayso.record.sightings import base_of
from sayso.record.walk import Walk, walk

LARGE: Final = 2000
"""Readings from which a record is large. Set by hand."""
EVERYTHING = Filters(versions=True, rejected=True)


@dataclass(frozen=True, slots=True)
class Refused:
    """
    A page of what could not be read.

    Attributes:
        rows: `key`, `run`, `recorded_at`, `path`, `sha256`, `reason`, `detail`; the latest first.
        after: Key of the last where there are more, else None.
    """

    rows: tuple[dict[str, Json], ...]
    after: int | None


class Pages:
    """
    A record as pages look at it.

    Args:
        engine: Of the record; nothing is written.
    """

    def __init__(self, engine: Engine, acquainted: Acquaintance | None = None) -> None:
        self._acquainted = acquainted or Acquaintance()
        self._engine = self.acquainting(engine)

    def knowing(self, known: Acquaintance) -> Pages:
        """Return pages of this record that know who is who from what others of the same record do, and tell them."""
        return Pages(self._engine, known)

    def acquainting(self, engine: Engine) -> Engine:
        """Return an engine of this record whose looks know who is who from these pages, and tell them too."""
        return engine.execution_options(**{OPTION: self._acquainted})

    @property
    def known(self) -> Acquaintance:
        """Who is known to be who."""
        return self._acquainted

    def learn(self) -> None:
        """Find out who is behind every name that several articles have, and how all are named, for looks to come."""
        with looking(self._engine) as connection:
            Lens(connection).who.learn_anew()
            learn_spellings(connection, self._acquainted)

    # ---- lists

    def entries(self, kind: str, filters: Filters, after: Place | None, size: int) -> Page:
        """Return a page of the entries of a kind, as `paging.page` does."""
        with looking(self._engine) as connection:
            return page(connection, kind, filters, after, size)

    def articles(self, filters: Filters, after: Place | None, size: int) -> ArticlePage:
        """Return a page of articles, as `article_pages.article_page` does."""
        with looking(self._engine) as connection:
            return article_page(connection, filters, after, size)

    def newest(self, size: int) -> list[dict[str, Json]]:
        """Return the articles that were recorded last."""
        with looking(self._engine) as connection:
            return newest(connection, size)

    def search(
        self, words: str, kinds: Collection[str], filters: Filters, size: int, newest: int | None, at: int
    ) -> SearchPage:
        """Return a page of what was found, as `search_pages.search_page` does."""
        with looking(self._engine) as connection:
            return search_page(connection, words, kinds, filters, size, newest, at)

    def runs(self, after: int | None, size: int) -> tuple[list[dict[str, Json]], int | None]:
        """Return the runs before one, the latest first, and the last of them where there are more."""
        rows = select(runs).order_by(runs.c.key.desc()).limit(size + 1)
        with looking(self._engine) as connection:
            found = connection.execute(rows if after is None else rows.where(runs.c.key < after)).all()
        return [dict(row._mapping) for row in found[:size]], found[size - 1].key if len(found) > size else None

    def refused(self, after: int | None, size: int, run: int | None = None) -> Refused:
        """Return a page of what could not be read, of one run or of all."""
        told = [quarantine.c[name] for name in ("key", "run", "path", "sha256", "reason", "detail")]
        rows = select(*told, runs.c.recorded_at).join(runs, runs.c.key == quarantine.c.run)
        rows = rows.order_by(quarantine.c.key.desc()).limit(size + 1)
        rows = rows if after is None else rows.where(quarantine.c.key < after)
        rows = rows if run is None else rows.where(quarantine.c.run == run)
        with looking(self._engine) as connection:
            found = connection.execute(rows).all()
        more = found[size - 1].key if len(found) > size else None
        return Refused(tuple(dict(row._mapping) for row in found[:size]), more)

    # ---- one thing

    def sheet(self, article: str) -> sheets.Sheet | None:
        """Return an article with all that was read from it, None where there is none of this id."""
        with looking(self._engine) as connection:
            return sheets.sheet(connection, article)

    def kin(self, entry: str) -> sheets.Kin | None:
        """Return an entry with what belongs to it, None where there is none of this id."""
        with looking(self._engine) as connection:
            return sheets.kin(connection, entry)

    def listed(self, ids: Collection[str]) -> tuple[Mapping[str, Listed], Mapping[str, sheets.Around]]:
        """Return entries by id, and the neighbours of their sentences."""
        with looking(self._engine) as connection:
            return sheets.listed_of(connection, ids), sheets.arounds(connection, ids)

    def walk(self, entry: str) -> tuple[Walk, str, ground.Kept | None]:
        """
        Return the way from an entry to its bytes, the text of its article, and the bytes.

        Raises:
            UsageError: No entry has this id.
        """
        with looking(self._engine) as connection:
            way = walk(connection, entry)
            text = select(readings.c.text).where(readings.c.text_sha256 == way.text_sha256).limit(1)
            kept = ground.kept(connection, way.ground.sha256)
            return way, connection.execute(text).scalar() or "", kept

    def bytes(self, sha256: str) -> ground.Kept | None:
        """Return the bytes of a digest, None where no article has them."""
        with looking(self._engine) as connection:
            return ground.kept(connection, sha256)

    def run(self, key: int) -> dict[str, Json] | None:
        """Return a run with its counts, None where there is none of this number."""
        with looking(self._engine) as connection:
            row = connection.execute(select(runs).where(runs.c.key == key)).first()
        return None if row is None else dict(row._mapping)

    def whole(self, beginning: str) -> tuple[str, str]:
        """
        Return what the beginning of an id names: `article` or a kind of entry, and the whole id.

        Raises:
            UsageError: Nothing begins so, or several things do.
        """
        if len(beginning) < SHORTEST_ID:
            raise UsageError(f"{beginning!r} is too short for the beginning of an id; give {SHORTEST_ID} characters")
        in_articles = select(articles.c.id).where(from_beginning(articles.c.id, beginning)).limit(2)
        in_entries = select(entries.c.id, entries.c.kind).where(from_beginning(entries.c.id, beginning)).distinct()
        with looking(self._engine) as connection:
            found = dict.fromkeys(connection.execute(in_articles).scalars(), "article")
            found.update((row.id, row.kind) for row in connection.execute(in_entries.limit(2)))
        if len(found) == 1 or beginning in found:
            one = beginning if beginning in found else next(iter(found))
            return found[one], one
        if found:
            raise UsageError(f"{beginning} is the beginning of several ids; give more of it")
        raise UsageError(f"nothing in this record has the id {beginning}")

    # ---- who

    def meant(self, entity: str) -> Meant | None:
        """Return whom an id means, None where no article has them."""
        with looking(self._engine) as connection:
            found = Lens(connection).who.meant([entity])
            there = connection.execute(select(entities.c.key).where(entities.c.id.in_(found.raw)).limit(1)).first()
        return found if there is not None else None

    def profile(self, entity: str) -> dict[str, Json] | None:
        """Return `id`, `name`, `kind`, `role` and `affiliation` of the latest article that names somebody, or None."""
        with looking(self._engine) as connection:
            who = Lens(connection).who
            raw = who.meant([entity]).raw
            rows = select(entities).where(entities.c.id.in_(raw)).order_by(entities.c.key.desc()).limit(1)
            row = connection.execute(rows).first()
            if row is None:
                return None
            name = knowledge().name_of(entity) or row.name
            return {"id": entity, "name": name, **{key: row._mapping[key] for key in ("kind", "role", "affiliation")}}

    def names(self, ids: Collection[str]) -> dict[str, str]:
        """Return what the tables or else the articles call somebody, by id."""
        known = {one: knowledge().name_of(one) for one in ids}
        found = {one: name for one, name in known.items() if name is not None}
        with looking(self._engine) as connection:
            for one in set(ids) - found.keys():
                rows = select(entities.c.name).where(entities.c.id == base_of(one)).order_by(entities.c.key.desc())
                found[one] = connection.execute(rows.limit(1)).scalar() or one
        return found

    def outlet(self, name: str) -> bool:
        """Tell whether an outlet of just this name published anything."""
        with looking(self._engine) as connection:
            rows = select(articles.c.id).where(articles.c.outlet == name).limit(1)
            return connection.execute(rows).first() is not None

    # ---- what looks at every article

    def state(self) -> str:
        """Return a word that changes with the record, as `census.state` does."""
        with looking(self._engine) as connection:
            return census.state(connection)

    def is_large(self) -> bool:
        """Tell whether so much was read that whatever weighs all of it takes longer than a page can wait for."""
        with looking(self._engine) as connection:
            return (connection.execute(select(func.max(readings.c.key))).scalar() or 0) >= LARGE

    def holds(self, kind: str, many: int) -> bool:
        """Tell whether so many entries of a kind were ever read."""
        with looking(self._engine) as connection:
            rows = select(DETAILS[kind].c.entry).limit(1).offset(many - 1)
            return connection.execute(rows).first() is not None

    def totals(self) -> census.Totals:
        """Count what stands."""
        with looking(self._engine) as connection:
            return census.totals(connection)

    def published(self) -> list[census.Published]:
        """Return the outlets with what they published."""
        with looking(self._engine) as connection:
            return census.published(connection)

    def counted(self, filters: Filters) -> list[census.Counted]:
        """Return everybody and everything that is named, counted."""
        with looking(self._engine) as connection:
            return census.counted(connection, filters)

    def exchanges(self) -> list[census.Exchange]:
        """Return who signals what to whom, counted."""
        with looking(self._engine) as connection:
            return census.exchanges(connection)

    def spellings(self, entity: str) -> Mapping[str, int]:
        """Return how often somebody is mentioned in which words."""
        with looking(self._engine) as connection:
            return spellings(connection, entity)

    def recent(self, until: str | None, holding: str, limit: int) -> Iterator[Reading]:
        """Yield the readings that hold a kind of entry, the latest published first, as people have them."""
        with looking(self._engine) as connection:
            lens = Lens(connection)
            rows = select(readings.c.key).join(articles, articles.c.id == readings.c.article)
            held = select(entries.c.key).where(entries.c.reading == readings.c.key, entries.c.kind == holding).exists()
            wanted: list[Any] = [*standing(connection, Filters()), readings.c.published_first.is_not(None), held]
            if until is not None:
                wanted.append(readings.c.published_first <= until)
            rows = rows.where(*wanted).order_by(readings.c.published_first.desc(), readings.c.key).limit(limit)
            for key in connection.execute(rows).scalars().all():
                yield lens.reading(load_reading(connection, key))

"""
The record: opened by path or URL, added to by runs, asked for lists, walks, a dump and its own proof.

Every write is one transaction an article: after a crash, an article is there whole or not at all, and adding the same
input again finishes the work. Every question sees the record as it was when the question began.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import Event
from typing import Final

from sqlalchemy import Engine, insert, select

from sayso.acquire.capture import Capture
from sayso.record.acquaintance import Acquaintance
from sayso.record.catalogue import (
    article_rows,
    entity_rows,
    merged_entities,
    publication_dates,
    quarantined_rows,
    run_rows,
    spellings,
    standing_keys,
)
from sayso.record.changes import changes, moment, overlay_rows
from sayso.record.copies import Copies
from sayso.record.desk import Desk
from sayso.record.doubts import judgements
from sayso.record.dump import dump
from sayso.record.engine import looking, open_engine, shown, writing
from sayso.record.entries import Json, Reading
from sayso.record.filters import GUESSED, Filters
from sayso.record.happenings import Happenings
from sayso.record.keeping import Added, now
from sayso.record.lens import Lens
from sayso.record.listing import Listed, listed
from sayso.record.naming import find, persons_named
from sayso.record.outlets import NO_OUTLETS, OUTLETS_OPTION, KnownOutlets, outlets_for
from sayso.record.overlays import Verdict, verdicts
from sayso.record.pages import Pages
from sayso.record.passages import Passages
from sayso.record.prospects import Prospects
from sayso.record.queue import queue
from sayso.record.reports import Reports, keys_of_ids, reports
from sayso.record.restraint import restrain
from sayso.record.retold import Retold, retold
from sayso.record.rounds import Run
from sayso.record.rows import load_reading
from sayso.record.schema import readings, runs
from sayso.record.searching import Hit, search
from sayso.record.utterances import Utterances
from sayso.record.verify import Checked, Extract, verify
from sayso.record.walk import Walk, walk

NOTHING: Final = Filters()


class Record:
    """A record, open. Use it as a context manager, or close it."""

    def __init__(self, engine: Engine, name: str, outlets: KnownOutlets = NO_OUTLETS) -> None:
        self._engine = engine.execution_options(**{OUTLETS_OPTION: outlets})
        self.name = name
        self.outlets = outlets

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def run(self) -> Iterator[Run]:
        """
        Give a run to add with, and end it; an error or an interruption leaves it without an end, as it was.

        Raises:
            IntegrityError: At the end some input is not accounted for.
        """
        started = self.begin()
        yield started
        started.end()

    def begin(self) -> Run:
        """Begin a run, whose end the caller sees to."""
        row = {"recorded_at": now(), "stored": 0, "versions": 0, "merged": 0, "unchanged": 0, "quarantined": 0}
        with writing(self._engine) as connection:
            return Run(self._engine, connection.execute(insert(runs).returning(runs.c.key), row).scalar_one())

    def add(self, capture: Capture, reading: Reading) -> Added:
        """Store one capture and its reading, in a run of its own."""
        with self.run() as run:
            run.take()
            return run.add(capture, reading)

    def quarantine(self, path: str, sha256: str | None, reason: str, detail: str) -> None:
        """Note one input that could not be read, in a run of its own."""
        with self.run() as run:
            run.take()
            run.quarantine(path, sha256, reason, detail)

    def listed(self, kind: str, filters: Filters = NOTHING) -> Iterator[Listed]:
        """Yield the entries of a kind (`statement`, `event`, …) that stand and pass, by date, article and place."""
        with looking(self._engine) as connection:
            yield from listed(connection, kind, filters)

    def articles(self, filters: Filters = NOTHING) -> Iterator[dict[str, Json]]:
        """Yield the articles that pass, as `catalogue.article_rows` has them."""
        with looking(self._engine) as connection:
            yield from article_rows(connection, filters)

    def publication_dates(self) -> list[str]:
        """Return the publication dates (EDTF) of the articles that stand, sorted, each once."""
        with looking(self._engine) as connection:
            return publication_dates(connection)

    def entities(self, filters: Filters = NOTHING) -> Iterator[dict[str, Json]]:
        """Yield the entities of every article that passes, as `catalogue.entity_rows` has them."""
        with looking(self._engine) as connection:
            yield from entity_rows(connection, filters)

    def merged_entities(self, filters: Filters = NOTHING) -> list[dict[str, Json]]:
        """Return one row for each entity over all articles, as `catalogue.merged_entities` has them."""
        with looking(self._engine) as connection:
            return merged_entities(connection, filters)

    def spellings(self, entity: str) -> Mapping[str, int]:
        """Return how often an entity is mentioned in which words, over all readings that stand."""
        with looking(self._engine) as connection:
            return spellings(connection, entity)

    def quarantined(self) -> Iterator[dict[str, Json]]:
        """Yield what could not be read, the latest run first."""
        with looking(self._engine) as connection:
            yield from quarantined_rows(connection)

    def runs(self) -> list[dict[str, Json]]:
        """Return every run with its counts."""
        with looking(self._engine) as connection:
            return run_rows(connection)

    def reports(self, kind: str, ids: Collection[str] | None = None) -> Reports:
        """
        Return what corroboration needs to know of the statements or signals that stand.

        Args:
            kind: `statement` or `signal`.
            ids: Of those asked for, which come with all that report the same utterances; None for all.
        """
        with looking(self._engine) as connection:
            among = None if ids is None else keys_of_ids(connection, ids)
            return reports(connection, kind, among, self.outlets)

    def retold(self, entry: str) -> list[Retold]:
        """Return the other reports of an entry's utterance, and those that are alike, as `retold.retold` does."""
        with looking(self._engine) as connection:
            return retold(connection, entry)

    @contextmanager
    def happenings(self, until: str | None = None) -> Iterator[Happenings]:
        """Give what was done or not done by what was published by an ISO day, to be asked for many times."""
        with looking(self._engine) as connection:
            yield Happenings(connection, until)

    @contextmanager
    def passages(self, until: str | None = None) -> Iterator[Passages]:
        """Give the passages of what was published by an ISO day, to be asked for many times in one look."""
        with looking(self._engine) as connection:
            yield Passages(connection, until)

    def overlays(self) -> list[dict[str, Json]]:
        """Return all that people said over what was read, as `changes.overlay_rows` has it."""
        with looking(self._engine) as connection:
            return overlay_rows(connection)

    def judgements(self) -> list[dict[str, Json]]:
        """Return the persons of unknown name that were held to be one, two, or nobody can tell, as `doubts` does."""
        with looking(self._engine) as connection:
            return judgements(connection)

    def changes(self, since: str) -> list[dict[str, Json]]:
        """Return what changed from a date or a run on, as `changes.changes` does."""
        with looking(self._engine) as connection:
            return changes(connection, moment(connection, since))

    def queue(
        self, kinds: Collection[str] = GUESSED, filters: Filters = NOTHING, limit: int | None = None
    ) -> Iterator[Listed]:
        """Yield the entries that nobody has looked at, the least certain first, as `queue.queue` does."""
        with looking(self._engine) as connection:
            yield from queue(connection, kinds, filters, limit)

    def verdicts(self, day: str | None = None) -> Mapping[str, Verdict]:
        """Return people's verdicts on signals by id, those of an ISO day or the last, as `overlays.verdicts` does."""
        with looking(self._engine) as connection:
            return verdicts(connection, day)

    def named(self, name: str) -> list[str]:
        """Return the ids of the entities that an id or a name stands for, sorted, as lists have them."""
        with looking(self._engine) as connection:
            return persons_named(connection, name, Lens(connection).who)

    def reading(self, article: str) -> Reading | None:
        """Return the reading of an article that stands as people have it, or None where there is no such article."""
        with looking(self._engine) as connection:
            rows = select(readings.c.key).where(readings.c.article == article, readings.c.retracted_at.is_(None))
            key = connection.execute(rows).scalar()
            return None if key is None else Lens(connection).reading(load_reading(connection, key))

    def readings_of(self, articles: Iterable[str]) -> Iterator[Reading]:
        """Yield the readings of some articles that stand, as people have them, in one look."""
        with looking(self._engine) as connection:
            lens = Lens(connection)
            rows = select(readings.c.key).where(readings.c.retracted_at.is_(None))
            for article in articles:
                key = connection.execute(rows.where(readings.c.article == article)).scalar()
                if key is not None:
                    yield lens.reading(load_reading(connection, key))

    def readings(self, until: str | None = None, holding: str | None = None) -> Iterator[Reading]:
        """
        Yield every reading that stands of the newest version of every page, as people have it, by date and article.

        Args:
            until: ISO day: leaves out what was published for certain after it, and what is dated nowhere.
            holding: Kind of entry that a reading must have.
        """
        with looking(self._engine) as connection:
            lens = Lens(connection)
            lens.who.learn_all()
            for key in standing_keys(connection, Filters(until=until), holding):
                yield lens.reading(load_reading(connection, key))

    @contextmanager
    def prospects(self, until: str | None = None) -> Iterator[Prospects]:
        """Give the signals of the record, to be asked for by what may set them off; `until` as for readings."""
        with looking(self._engine) as connection:
            yield Prospects(connection, until, self.outlets)

    def knowing(self, known: Acquaintance) -> Record:
        """Return this record, whose looks know who is who from what others found out, and tell them too."""
        return Record(Pages(self._engine, known).acquainting(self._engine), self.name, self.outlets)

    @property
    def pages(self) -> Pages:
        """What pages ask: each question costs what it shows."""
        return Pages(self._engine)

    @property
    def copies(self) -> Copies:
        """Where signatures of readings are kept, and what was found to be copied."""
        return Copies(self._engine)

    @property
    def utterances(self) -> Utterances:
        """Where reports of one utterance are found."""
        return Utterances(self._engine)

    @property
    def desk(self) -> Desk:
        """Where people lay over what was read what they know better."""
        return Desk(self._engine)

    def find(self, given: str) -> tuple[str, str]:
        """Return what an id or its beginning names, as `naming.find` does."""
        with looking(self._engine) as connection:
            return find(connection, given, Lens(connection).who)

    def search(self, words: str, kinds: Collection[str] = (), filters: Filters = NOTHING) -> list[Hit]:
        """Return the sentences that answer a query, best first, as `searching.search` does."""
        with looking(self._engine) as connection:
            return search(connection, words, kinds, filters)

    def walk(self, entry: str) -> Walk:
        """Return the way from an entry to its bytes, each step proved."""
        with looking(self._engine) as connection:
            return walk(connection, entry)

    def dump(self) -> Iterator[str]:
        """Yield the logical dump, line by line: the same for the same input, however it was added."""
        with looking(self._engine) as connection:
            yield from dump(connection)

    def verify(self, extract: Extract | None, version: str) -> Iterator[Checked]:
        """Check the whole record from its bytes up, as `verify.verify` does."""
        with looking(self._engine) as connection:
            yield from verify(connection, extract, version)


def open_record(path_or_url: str, *, create: bool = True, outlets: str | None = None) -> Record:
    """
    Open a record, made or brought to the newest schema where needed.

    Args:
        path_or_url: A SQLite file, or `postgresql+psycopg://USER@HOST/DATABASE`.
        create: Make one where there is none; otherwise that is an error.
        outlets: Path of the file that tells of outlets; None for the one that `outlets.outlets_for` finds.

    Raises:
        RecordError: It cannot be opened, is no record, or was made by a newer sayso.
        UsageError: The file of outlets cannot be read, or says what it cannot mean.
    """
    known = outlets_for(path_or_url, outlets)
    return Record(open_engine(path_or_url, create=create), shown(path_or_url), known)


def open_to_look(path_or_url: str, seconds: float | None = None, closing: Event | None = None) -> Record:
    """
    Open a record that is there for looking only, for so many seconds a question where that is said, until `closing`.

    Raises:
        RecordError: There is none, or it cannot be opened.
    """
    engine = restrain(open_engine(path_or_url, create=False), seconds, closing)
    return Record(engine, shown(path_or_url), outlets_for(path_or_url))

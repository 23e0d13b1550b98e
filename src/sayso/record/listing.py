"""
Rows to lists: the entries that stand, filtered, each with its article, the sentence that holds it, and its run.

Nothing is ever cut off: whoever wants fewer asks for fewer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select, true

from sayso.record.conditions import Asked, asked, dated, of_entry, standing, unless_rejected
from sayso.record.entries import Entry, Json, Reading, as_json, spans_in
from sayso.record.filters import Filters
from sayso.record.lens import UNMARKED, Lens, Marks, ids_in
from sayso.record.passing import passing
from sayso.record.proof import digest
from sayso.record.rows import in_batches
from sayso.record.schema import DETAILS, articles, entities, entries, readings, sentences, spans
from sayso.record.withdrawn import is_corrected


@dataclass(frozen=True, slots=True)
class Publication:
    """
    What is told of an article wherever one of its entries is shown.

    Attributes:
        id: The article's.
        outlet: Who published it, or None.
        title: Headline, or None.
        url: Where, or None.
        published: EDTF, or None.
        text_sha256: The same for articles of the same text.
    """

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """
    A sentence as it stands in its article.

    Attributes:
        start: Where its first code point stands in the text.
        words: The sentence.
    """

    start: int
    words: str


@dataclass(frozen=True, slots=True)
class Listed:
    """
    An entry as a list shows it.

    Attributes:
        entry: The entry, as people have it.
        publication: The article that it was read from.
        quoted: The sentences that hold it, in text order.
        run: What read it: `sayso VERSION model SHA-256[:12]`.
        names: Names of the entities of its article by id.
        marks: What people said of it.
    """

    entry: Entry
    publication: Publication
    quoted: tuple[Quoted, ...]
    run: str
    names: Mapping[str, str] = field(repr=False, compare=False)
    marks: Marks = UNMARKED

    @property
    def sentence(self) -> str:
        """The sentences that hold it, as one string."""
        return " ".join(one.words for one in self.quoted)


def listed_json(listed: Listed) -> dict[str, Json]:
    """Return a listed entry in the form of CONTRACT's listing commands."""
    return {
        **as_json(listed.entry),
        "article": listed.publication.id,
        "sentence": listed.sentence,
        "run": listed.run,
        "outlet": listed.publication.outlet,
        "published": listed.publication.published,
        **listed.marks.as_json(),
    }


def listed(connection: Connection, kind: str, filters: Filters) -> Iterator[Listed]:
    """Yield the entries of a kind that pass, by publication date, article and place in the text."""
    lens = Lens(connection)
    yield from listed_by_key(connection, keys_of(connection, kind, filters, lens), lens)


def listed_by_key(connection: Connection, keys: Sequence[int], lens: Lens) -> Iterator[Listed]:
    """Yield the entries of these rows as people have them, in this order, whether they stand or not."""
    for some in in_batches(connection, keys):
        held = list(some)
        about, quoted = _about(connection, held), quoted_of(connection, held)
        lens.learn(some.values())
        meant = {one for entry in some.values() for one in ids_in(entry)}
        names = _names(connection, {row.reading for row in about.values()}, meant, lens)
        for key, entry in (
            (key, some[key]) for key in sorted(held, key={k: i for i, k in enumerate(keys)}.__getitem__)
        ):
            row = about[key]
            publication = Publication(row.id, row.outlet, row.title, row.url, row.published, row.text_sha256)
            known = {**lens.names(entry), **names[row.reading]}
            seen, marks = lens.entry(row.id, entry), lens.marks(entry, row.id, row.outlet)
            yield Listed(seen, publication, tuple(quoted[key]), row.made_by, known, marks)


def of_reading(reading: Reading, kind: type[Entry]) -> Iterator[Listed]:
    """Yield the entries of a kind of one reading as a list would show them, without a record."""
    article = reading.article
    about = Publication(article.id, article.outlet, article.title, article.url, article.published, digest(article.text))
    names = {entity.id: entity.name for entity in reading.entities}
    for entry in reading.entries():
        if isinstance(entry, kind):
            own = spans_in(entry)
            held = (one.span for one in article.sentences if any(one.span.overlaps(span) for span in own))
            quoted = tuple(Quoted(span.start, span.of(article.text)) for span in held)
            yield Listed(entry, about, quoted, reading.run, names)


def keys_of(connection: Connection, kind: str, filters: Filters, lens: Lens) -> Sequence[int]:
    """Return the rows of the entries of a kind that pass, by publication date, article and place in the text."""
    undated = readings.c.published_first.is_(None)
    wanted = asked(connection, filters, lens.who)
    rows = rows_of(connection, kind, wanted).order_by(
        undated, readings.c.published_first, articles.c.id, entries.c.start, entries.c.end, entries.c.id
    )
    return passed(connection, connection.execute(rows).all(), wanted, lens)


def rows_of(connection: Connection, kind: str, wanted: Asked) -> Select[Any]:
    """Select the entries of a kind that pass by their rows, or may, for people corrected them; see `passed`."""
    filters = wanted.filters
    as_read = and_(true(), *dated(filters, kind), *of_entry(kind, wanted))
    return (
        select(entries.c.key, is_corrected().label("is_corrected"))
        .join(readings, readings.c.key == entries.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .join(DETAILS[kind], DETAILS[kind].c.entry == entries.c.key)
        .where(*standing(connection, filters), *unless_rejected(filters), or_(as_read, is_corrected()))
    )


def passed(connection: Connection, found: Sequence[Any], wanted: Asked, lens: Lens) -> list[int]:
    """Return the keys of those of `rows_of` that pass as people have them, in their order."""
    doubtful = [row.key for row in found if row.is_corrected or not wanted.is_exact]
    left = set(doubtful) - passing(connection, doubtful, wanted, lens)
    return [row.key for row in found if row.key not in left]


def _about(connection: Connection, keys: Sequence[int]) -> dict[int, Any]:
    rows = (
        select(entries.c.key, entries.c.reading, readings.c.made_by, readings.c.title, readings.c.published)
        .add_columns(readings.c.text_sha256, articles.c.id, articles.c.outlet, articles.c.url)
        .join(readings, readings.c.key == entries.c.reading)
        .join(articles, articles.c.id == readings.c.article)
        .where(entries.c.key.in_(keys))
    )
    return {row.key: row for row in connection.execute(rows)}


def quoted_of(connection: Connection, keys: Sequence[int]) -> Mapping[int, list[Quoted]]:
    """Return the sentences that hold some entries, in text order, by row."""
    touching = (sentences.c.start < spans.c.end) & (sentences.c.end > spans.c.start)
    rows = (
        select(entries.c.key, sentences.c.start, sentences.c.words)
        .join(spans, spans.c.entry == entries.c.key)
        .join(sentences, (sentences.c.reading == entries.c.reading) & touching)
        .where(entries.c.key.in_(keys))
        .distinct()
        .order_by(entries.c.key, sentences.c.start)
    )
    found: defaultdict[int, list[Quoted]] = defaultdict(list)
    for row in connection.execute(rows):
        found[row.key].append(Quoted(row.start, row.words))
    return found


def _names(
    connection: Connection, keys: set[int], meant: Collection[str], lens: Lens
) -> Mapping[int, Mapping[str, str]]:
    """Return the names of those whom some readings name and some entries mean, by reading."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    rows = select(entities.c.reading, readings.c.article, entities.c.id, entities.c.name).join(readings)
    for row in connection.execute(rows.where(entities.c.reading.in_(sorted(keys)))):
        if row.id in meant:
            found[row.reading][lens.who.of(row.article, row.id)] = row.name
    return found

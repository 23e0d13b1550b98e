"""
The tables of a record, each column with its comment (docs/schema.md is made from them); nothing here runs SQL.

Evidence goes in once and stays: bytes, articles, readings and entries are only ever added. What changes later stands
in columns of its own: when and why a reading was retracted, which newer version supersedes an article, and the counts
of a run. Whatever quotes the text keeps the words beside the offsets, so that `sayso verify` can prove the one against
the other. Dates are EDTF; beside each stand its first and last day (ISO) for comparing, with the ends of the calendar,
0001-01-01 and 9999-12-31, for an open end.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _offsets() -> tuple[Column[int], Column[int], Column[str]]:
    """Return the columns of whatever quotes the text."""
    return (
        Column("start", Integer, nullable=False, comment="First code point in the reading's text, counted from 0."),
        Column("end", Integer, nullable=False, comment="One past the last code point."),
        Column("words", Text, nullable=False, comment="The words quoted: text[start:end], kept to prove the offsets."),
    )


def _entry() -> Column[int]:
    """Return the key of a table that holds one kind of entry."""
    return Column(
        "entry", ForeignKey("entries.key"), primary_key=True, autoincrement=False, comment="The row of `entries`."
    )


runs: Final = Table(
    "runs",
    metadata,
    Column("key", Integer, primary_key=True, comment="Number of the run, in order of starting."),
    Column("recorded_at", Text, nullable=False, comment="When the run began (UTC): the clock of all that it recorded."),
    Column("ended_at", Text, comment="When it ended (UTC); null while it goes on and where it was killed."),
    Column("read", Integer, comment="Inputs taken, as counted by the reader of files; null until the run ends."),
    Column("stored", Integer, nullable=False, comment="Articles stored, new versions and newer readings among them."),
    Column("versions", Integer, nullable=False, comment="Of those stored: versions of a page or article known before."),
    Column("merged", Integer, nullable=False, comment="Inputs with the bytes, outlet and URL of an article kept."),
    Column("unchanged", Integer, nullable=False, comment="Inputs recorded before, from this path, with this reading."),
    Column("quarantined", Integer, nullable=False, comment="Inputs that could not be read."),
    comment="One row for each time that input was added; read = stored + merged + unchanged + quarantined.",
)

stored_bytes: Final = Table(
    "stored_bytes",
    metadata,
    Column("sha256", Text, primary_key=True, comment="SHA-256 of the bytes, 64 hexadecimal digits."),
    Column("size", Integer, nullable=False, comment="How many bytes there are, unpacked."),
    Column("packed", LargeBinary, nullable=False, comment="The bytes, unchanged, packed with zlib."),
    comment="The bytes that every claim finally rests on, each kept once.",
)

articles: Final = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True, comment="Made of bytes, outlet and URL: `a` and 16 hexadecimal digits."),
    Column("sha256", ForeignKey("stored_bytes.sha256"), nullable=False, index=True, comment="The bytes."),
    Column("outlet", Text, index=True, comment="Who published it; null where nothing says so."),
    Column("url", Text, comment="Where it was published, or null."),
    Column("page", Text, index=True, comment="Digest of outlet and URL, the same for all versions; null without URL."),
    Column("superseded_by", ForeignKey("articles.id"), comment="Next version of the same page; null in the newest."),
    comment="One story as it was published in one place; another text on the same page is another version.",
)

readings: Final = Table(
    "readings",
    metadata,
    Column("key", Integer, primary_key=True, comment="Row number."),
    Column("article", ForeignKey("articles.id"), nullable=False, comment="The article that was read."),
    Column("digest", Text, nullable=False, comment="SHA-256 of the whole reading and of what it was made from."),
    Column("made_by", Text, nullable=False, comment="What made it: `sayso VERSION model SHA-256[:12]`."),
    Column("run", ForeignKey("runs.key"), nullable=False, index=True, comment="The run that recorded it."),
    Column("media_type", Text, nullable=False, comment="What the bytes were read as, `text/plain` or `text/html`, …"),
    Column("hints", Text, nullable=False, comment="JSON: what a sidecar or an option said of the bytes."),
    Column("title", Text, comment="Headline, or null."),
    Column("byline", Text, comment="Author line as printed, without `By`, or null."),
    Column("published", Text, comment="Publication date (EDTF): the clock published_at; null where nothing bounds it."),
    Column("published_first", Text, index=True, comment="First day that `published` may mean."),
    Column("published_last", Text, comment="Last day that `published` may mean."),
    Column("language", Text, comment="ISO 639-1, or null where it could not be told."),
    Column("text", Text, nullable=False, comment="The canonical text, which all offsets count in."),
    Column("text_sha256", Text, nullable=False, index=True, comment="SHA-256 of the text (UTF-8)."),
    Column("retracted_at", Text, comment="When another reading of the article took its place (UTC), or null."),
    Column("retracted_why", Text, comment="Why, in words; the reading and its entries are kept."),
    UniqueConstraint("article", "digest"),
    comment="All that one version of sayso read from an article; one reading of each article stands, the others are "
    "retracted and kept.",
)

captures: Final = Table(
    "captures",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True, comment="The article that the bytes were read as."),
    Column("path", Text, primary_key=True, comment="Where the bytes were taken from, as given."),
    Column("captured_at", Text, nullable=False, comment="When they were taken (UTC), the earliest if more than once."),
    Column("reading", ForeignKey("readings.key"), nullable=False, comment="What was last read from that path."),
    comment="Every place that an article's bytes were taken from.",
)

zones: Final = Table(
    "zones",
    metadata,
    Column("reading", ForeignKey("readings.key"), primary_key=True, comment="The reading."),
    Column("position", Integer, primary_key=True, autoincrement=False, comment="Order in the text, counted from 0."),
    Column("kind", Text, nullable=False, comment="headline, byline, dateline, body, caption, credit, comment, …"),
    Column("start", Integer, nullable=False, comment="First code point."),
    Column("end", Integer, nullable=False, comment="One past the last code point."),
    Column("element", Text, comment="Path of the HTML element that it came from; null in plain text."),
    comment="What each stretch of the text is; together they cover every non-blank character once.",
)

sentences: Final = Table(
    "sentences",
    metadata,
    Column("key", Integer, primary_key=True, comment="Row number, the rowid of the full-text index."),
    Column("reading", ForeignKey("readings.key"), nullable=False, comment="The reading."),
    Column("position", Integer, nullable=False, comment="Order in the text, counted from 0."),
    Column("zone", Integer, nullable=False, comment="Position of the zone that it stands in."),
    Column("paragraph", Integer, nullable=False, comment="Number of its paragraph in the article, counted from 0."),
    *_offsets(),
    UniqueConstraint("reading", "position"),
    comment="The sentences of every zone; what full-text search looks in.",
)

entities: Final = Table(
    "entities",
    metadata,
    Column("key", Integer, primary_key=True, comment="Row number."),
    Column("reading", ForeignKey("readings.key"), nullable=False, comment="The reading."),
    Column("position", Integer, nullable=False, comment="Order in the reading, counted from 0."),
    Column("id", Text, nullable=False, index=True, comment="Wikidata QID where known, else `local:…`."),
    Column("kind", Text, nullable=False, comment="person, organization, country, place, group or outlet."),
    Column("name", Text, nullable=False, comment="The fullest proper name known."),
    Column("affiliation", Text, comment="Entity id of the state or organisation that it acts for, or null."),
    Column("role", Text, comment="The office as written, or null."),
    UniqueConstraint("reading", "id"),
    comment="Who and what an article names, under one id across spellings.",
)

mentions: Final = Table(
    "mentions",
    metadata,
    Column("entity", ForeignKey("entities.key"), primary_key=True, comment="The row of `entities`."),
    Column("position", Integer, primary_key=True, autoincrement=False, comment="Order of mention, counted from 0."),
    *_offsets(),
    comment="Every place where an entity is named or meant.",
)

entries: Final = Table(
    "entries",
    metadata,
    Column("key", Integer, primary_key=True, comment="Row number."),
    Column("reading", ForeignKey("readings.key"), nullable=False, comment="The reading that it belongs to."),
    Column("position", Integer, nullable=False, comment="Order among its kind in the reading, counted from 0."),
    Column("id", Text, nullable=False, index=True, comment="Made of article, kind and spans; stays across readings."),
    Column("kind", Text, nullable=False, index=True, comment="statement, event, signal, figure or time."),
    Column("zone", Text, nullable=False, comment="The kind of zone that it was read in."),
    Column("statement", Text, index=True, comment="Id of the statement that holds it; null where the article says it."),
    Column("probability", Float, comment="Calibrated, 0 to 1; null for figures and times, which are read by rule."),
    Column("start", Integer, nullable=False, comment="First code point of its first span."),
    Column("end", Integer, nullable=False, comment="One past the last code point of its last span."),
    UniqueConstraint("reading", "id"),
    comment="What every entry has, whatever its kind; the rest stands in the table of its kind.",
)

statements: Final = Table(
    "statements",
    metadata,
    _entry(),
    Column("form", Text, nullable=False, comment="direct, indirect or mixed."),
    Column("source", Text, index=True, comment="Entity id of who is said to have said it, or null."),
    Column("act", Text, nullable=False, comment="What the source does by saying it: assert, warn, threaten, …"),
    Column("certainty", Text, nullable=False, comment="certain, probable, possible or hearsay."),
    Column("said_at", Text, comment="When it was said (EDTF), or null."),
    Column("said_first", Text, comment="First day that `said_at` may mean."),
    Column("said_last", Text, comment="Last day that `said_at` may mean."),
    comment="Who said what: an attribution resolved.",
)

events: Final = Table(
    "events",
    metadata,
    _entry(),
    Column("act", Text, nullable=False, index=True, comment="Id in the act taxonomy."),
    Column("event_type", Text, nullable=False, index=True, comment="The PLOVER type, which follows from the act."),
    Column("mode", Text, comment="PLOVER mode, or null."),
    Column("place", Text, comment="Entity id of where, or null."),
    Column("happened", Text, comment="When (EDTF), or null."),
    Column("happened_first", Text, comment="First day that `happened` may mean."),
    Column("happened_last", Text, comment="Last day that `happened` may mean."),
    Column("standing", Text, nullable=False, comment="actual, historical, future, hypothetical or negated."),
    comment="What was done by whom to whom, and whether it happened or only might.",
)

signals: Final = Table(
    "signals",
    metadata,
    _entry(),
    Column("kind", Text, nullable=False, index=True, comment="warning, threat, promise, commitment, refusal, demand."),
    Column("condition_event", Text, comment="Id of the event that heads the condition, or null."),
    Column("consequence_event", Text, comment="Id of the event that heads the consequence, or null."),
    Column("if_not", Boolean, nullable=False, comment="True where it follows when the condition does not come."),
    Column("sender", Text, index=True, comment="Entity id of whose signal it is, or null."),
    comment="Warnings, threats, promises, commitments, refusals and demands.",
)

figures: Final = Table(
    "figures",
    metadata,
    _entry(),
    Column("value", Float, comment="The number stated; null where only bounds are."),
    Column("low", Float, comment="Lower bound; null where the text leaves it open."),
    Column("high", Float, comment="Upper bound, likewise; an exact figure has low = high = value."),
    Column("unit", Text, comment="USD, km, %, times, …; null for plain counts."),
    comment="Quantities with what they count.",
)

times: Final = Table(
    "times",
    metadata,
    _entry(),
    Column("type", Text, nullable=False, comment="TIMEX3 type: DATE, TIME, DURATION or SET."),
    Column("value", Text, comment="TIMEX3 value, or null."),
    Column("edtf", Text, comment="The date or interval meant (EDTF), or null."),
    Column("low", Text, comment="First day that it may mean (ISO), or null."),
    Column("high", Text, comment="Last day that it may mean (ISO), or null."),
    Column("anchor", Text, comment="The date that it was read against, or null."),
    comment="Time expressions placed on the calendar.",
)

spans: Final = Table(
    "spans",
    metadata,
    Column("entry", ForeignKey("entries.key"), primary_key=True, comment="The row of `entries`."),
    Column("field", Text, primary_key=True, comment="Which field: source_span, cue, content, condition, object, …"),
    Column("position", Integer, primary_key=True, autoincrement=False, comment="Order in the field, counted from 0."),
    *_offsets(),
    comment="Every stretch of text that an entry holds; several of one field are one discontinuous span.",
)

parties: Final = Table(
    "parties",
    metadata,
    Column("entry", ForeignKey("entries.key"), primary_key=True, comment="The row of `entries`."),
    Column("role", Text, primary_key=True, comment="addressee, via, actor, recipient or target."),
    Column("position", Integer, primary_key=True, autoincrement=False, comment="Order in the role, counted from 0."),
    Column("entity", Text, nullable=False, index=True, comment="Entity id."),
    comment="Entities that an entry lists under a role; a single one (source, sender, place) has its own column.",
)

quarantine: Final = Table(
    "quarantine",
    metadata,
    Column("key", Integer, primary_key=True, comment="Row number."),
    Column("run", ForeignKey("runs.key"), nullable=False, index=True, comment="The run that met it."),
    Column("path", Text, nullable=False, comment="Where the input was taken from, as given."),
    Column("sha256", Text, comment="SHA-256 of its bytes; null where they could not be had."),
    Column("reason", Text, nullable=False, comment="A key of the closed list in `sayso.errors`."),
    Column("detail", Text, nullable=False, comment="What was found, in words, or empty."),
    comment="Every input that could not be read, with the reason.",
)

Index("ix_readings_article_standing", readings.c.article, readings.c.retracted_at)

# The table of each kind of entry.
DETAILS: Final = {"statement": statements, "event": events, "signal": signals, "figure": figures, "time": times}

# The one index that is not the same in both databases; `fulltext.py` asks it, the migrations make it.
SENTENCE_INDEX: Final = "sentence_index"

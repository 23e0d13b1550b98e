"""The tables by which copies are found: signatures, wordings, bands, credits, and what wordings have in common."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text

from sayso.record.schema import metadata

wordings: Final = Table(
    "wordings",
    metadata,
    Column(
        "key",
        BigInteger,
        primary_key=True,
        autoincrement=False,
        comment="First 63 bits of the SHA-256 of `words`: verbatim reprints share it.",
    ),
    Column(
        "words",
        Text,
        nullable=False,
        comment="Words of the body in their normal forms, with “ and ” where quotations begin and end.",
    ),
    comment="Every story word by word, once however many articles print it.",
)

signatures: Final = Table(
    "signatures",
    metadata,
    Column(
        "reading",
        ForeignKey("readings.key"),
        primary_key=True,
        autoincrement=False,
        comment="The reading, one that stands.",
    ),
    Column("scheme", Text, nullable=False, comment="How it was made; a reading with another is signed anew."),
    Column(
        "wording",
        ForeignKey("wordings.key"),
        index=True,
        comment="Its story; null where that is too short to be told apart.",
    ),
    comment="Which readings have been compared; those that stand and are not here wait to be settled.",
)

bands: Final = Table(
    "bands",
    metadata,
    Column(
        "value",
        BigInteger,
        primary_key=True,
        autoincrement=False,
        comment="Hash of one band of a MinHash, or of six words: a bucket.",
    ),
    Column(
        "state",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="0 compared with all in the bucket, 1 likewise in a crowded one, 2 only with those of state 1.",
    ),
    Column(
        "wording",
        ForeignKey("wordings.key"),
        primary_key=True,
        autoincrement=False,
        comment="A story that has the value.",
    ),
    comment="Buckets: stories that share one are candidates for copies. In a crowded one a few stand for all.",
    sqlite_with_rowid=False,
)

resemblances: Final = Table(
    "resemblances",
    metadata,
    Column(
        "one", ForeignKey("wordings.key"), primary_key=True, autoincrement=False, comment="The story of the lower key."
    ),
    Column(
        "other",
        ForeignKey("wordings.key"),
        primary_key=True,
        autoincrement=False,
        index=True,
        comment="The story of the higher key.",
    ),
    Column("relation", Text, nullable=False, comment="copy, passage or quotation."),
    Column("shared", Integer, nullable=False, comment="Shingles of four words that stand in both."),
    Column("either", Integer, nullable=False, comment="Shingles that stand in one of them or both."),
    Column("words", Integer, nullable=False, comment="Words of the one."),
    Column("other_words", Integer, nullable=False, comment="Words of the other."),
    Column("held", Integer, nullable=False, comment="Words of the one that stand in shared shingles."),
    Column("other_held", Integer, nullable=False, comment="Words of the other that do."),
    comment="What two candidates have in common, judged by their words alone; candidates with nothing are not here.",
)

credit_lines: Final = Table(
    "credit_lines",
    metadata,
    Column(
        "reading", ForeignKey("readings.key"), primary_key=True, autoincrement=False, comment="The reading, as signed."
    ),
    Column("position", Integer, primary_key=True, autoincrement=False, comment="Order in the text, counted from 0."),
    Column("kind", Text, nullable=False, comment="agency, dateline, byline, credit or body: where it stands."),
    Column("start", Integer, nullable=False, comment="First code point in the reading's text, counted from 0."),
    Column("end", Integer, nullable=False, comment="One past the last code point."),
    Column("words", Text, nullable=False, comment="The words quoted: text[start:end], kept to prove the offsets."),
    comment="Where an article says whose text it is, as written.",
)

Index("ix_bands_wording", bands.c.wording)

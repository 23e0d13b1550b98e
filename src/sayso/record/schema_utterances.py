"""The tables by which reports of one utterance are found: gists, buckets, and what is judged of two gists."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, Table, Text

from sayso.record.schema import metadata


def _key(name: str, target: str, comment: str) -> Column[int]:
    return Column(name, ForeignKey(target), primary_key=True, autoincrement=False, comment=comment)


gists: Final = Table(
    "gists",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False, comment="First 63 bits of the SHA-256 of `gist`."),
    Column("gist", Text, nullable=False, comment="JSON: who, for whom, when, what is done by saying it, the content."),
    Column(
        "utterance",
        BigInteger,
        nullable=False,
        index=True,
        comment="Lowest key of the gists that are judged to report one utterance, this one among them.",
    ),
    comment="What statements and signals come to, once however many articles have it.",
)

told: Final = Table(
    "told",
    metadata,
    _key("reading", "readings.key", "The reading, one that stands."),
    Column("scheme", Text, nullable=False, comment="How its gists were made and judged; another is settled anew."),
    Column(
        "overlays", Text, nullable=False, comment="Digest of what people said of its entries and entities, or empty."
    ),
    comment="Which readings have been settled; those that stand and are not here wait for it.",
)

tellings: Final = Table(
    "tellings",
    metadata,
    _key("reading", "told.reading", "The reading, as settled."),
    Column("entry", Text, primary_key=True, index=True, comment="Id of the statement or signal."),
    Column("gist", ForeignKey("gists.key"), nullable=False, index=True, comment="What it comes to."),
    comment="The statements and signals of every settled reading, asides and rejected ones left out.",
)

blocks: Final = Table(
    "blocks",
    metadata,
    Column(
        "value",
        BigInteger,
        primary_key=True,
        autoincrement=False,
        comment="Hash of a speaker, some days and perhaps a word, or of the rarest words: a bucket.",
    ),
    Column(
        "state",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="0 compared with all in the bucket, 1 likewise in a crowded one, 2 only with those of state 1.",
    ),
    _key("gist", "gists.key", "A gist that has the value."),
    comment="Buckets: gists that share one are compared. In a crowded one a few stand for all.",
    sqlite_with_rowid=False,
)

likenesses: Final = Table(
    "likenesses",
    metadata,
    _key("one", "gists.key", "The gist of the lower key."),
    _key("other", "gists.key", "The gist of the higher key."),
    Column(
        "judgement", Text, nullable=False, comment="positive, negative or unsure: whether they report one utterance."
    ),
    Column("reason", Text, nullable=False, comment="Why, in words."),
    Column("score", Float, nullable=False, comment="Likeness of the contents, 0 to 1, raw."),
    comment="What is judged of two gists that are alike; those compared and found unlike are not here.",
)

Index("ix_blocks_gist", blocks.c.gist)
Index("ix_likenesses_other", likenesses.c.other)

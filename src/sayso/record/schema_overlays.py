"""The table of what people say of entries, entities and articles: added to, never rewritten."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Index, Integer, Table, Text

from sayso.record.schema import metadata

overlays: Final = Table(
    "overlays",
    metadata,
    Column("key", Integer, primary_key=True, comment="Row number: of two on one matter the later holds."),
    Column("id", Text, nullable=False, unique=True, comment="`ov` and 16 hexadecimal digits, made of what it says."),
    Column("recorded_at", Text, nullable=False, comment="When it was made (UTC)."),
    Column("by", Text, nullable=False, comment="Who made it."),
    Column("why", Text, nullable=False, comment="The reason given."),
    Column("kind", Text, nullable=False, comment="accept, reject, correct, outcome, retract, merge, split or apart."),
    Column("target", Text, nullable=False, comment="Id of the entry, article or entity, or the name of the outlet."),
    Column("field", Text, nullable=False, comment="On what matter: a field of the entry, `verdict`, `outcome DAY`, …"),
    Column("value", Text, comment="JSON: what is said to hold; null where the kind says it all."),
    Column("undone_at", Text, comment="When it was undone (UTC), or null; set once."),
    Column("undone_by", Text, comment="Who undid it, or null."),
    Column("undone_why", Text, comment="The reason for undoing it, or null."),
    comment="What people say over what was read: verdicts, corrections, outcomes, retractions, merges and splits. The "
    "readings below stay as they are.",
)

Index("ix_overlays_target", overlays.c.target)
Index("ix_overlays_kind", overlays.c.kind)

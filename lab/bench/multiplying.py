"""
A record to one many times as large: every article printed again and again, at other addresses, on later days.

Adding a million statements one by one takes hours, and what a page costs depends on what is there, not on how it came.
So the rows of what was added are copied inside the database, with keys, ids, addresses and days of their own. Ids are
then those of no spans, so that nothing is to be proved of such a record; it is there to be measured.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from sayso.record.schema import DETAILS, SENTENCE_INDEX, metadata

TABLES: Final = (
    "articles", "readings", "captures", "zones", "sentences", "entities", "mentions", "entries", *sorted(
        table.name for table in DETAILS.values()
    ), "spans", "parties",
)  # fmt: skip
"""What an article consists of, besides its bytes."""
KEYS: Final[Mapping[str, str]] = {"reading": "readings", "entry": "entries"}
"""The columns that hold a row number, by the table that it is of, besides `key` itself."""
NUMBERED: Final = ("readings", "sentences", "entities", "entries")
IDS: Final = ("id", "article", "statement", "condition_event", "consequence_event", "page")
DAYS: Final = ("published", "published_first", "published_last")


def multiplied(path: Path, times: int) -> None:
    """Make a record so many times as large; SQLite only."""
    with sqlite3.connect(path) as connection:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -1000000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.create_function("other_id", 2, _other, deterministic=True)
        indexes = _put_aside(connection)
        numbers = {name: _last(connection, name) for name in ("articles", *NUMBERED)}
        first, last = connection.execute("SELECT min(published_first), max(published_last) FROM readings").fetchone()
        span = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
        for n in range(1, times):
            for name in TABLES:
                connection.execute(_copying(name, n, numbers, span))
        for made in indexes:
            connection.execute(made)
        connection.execute(f"INSERT INTO {SENTENCE_INDEX} ({SENTENCE_INDEX}) VALUES ('rebuild')")
        connection.commit()
        connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def _put_aside(connection: sqlite3.Connection) -> list[str]:
    """Drop what is quicker made at the end; return how it is made."""
    found = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN ({}) AND type IN ({})"
    asked = found.format(", ".join(f"'{name}'" for name in TABLES), "'index', 'trigger'")
    rows = connection.execute(asked).fetchall()
    for kind, name, _ in rows:
        connection.execute(f"DROP {kind} {name}")
    return [made for _, _, made in rows]


def _last(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"SELECT max(rowid) FROM {name}").fetchone()[0])


def _copying(name: str, n: int, numbers: Mapping[str, int], span: int) -> str:
    """Return the statement that copies the first articles of a table for the n-th time."""
    columns = [column.name for column in metadata.tables[name].columns]
    given = ", ".join(_copied(name, column, n, numbers, span) for column in columns)
    owner = _owner(name, columns)
    return (
        f"INSERT INTO {name} ({', '.join(map(_quoted, columns))}) SELECT {given} FROM {name} "
        f"WHERE {owner[0]} <= {numbers[owner[1]]}"
    )


def _owner(name: str, columns: Sequence[str]) -> tuple[str, str]:
    """Return the column that tells the first rows of a table, and the table that numbers it."""
    if name == "articles":
        return "rowid", "articles"
    if name == "mentions":
        return "entity", "entities"
    if "key" in columns:
        return "key", name
    return next((column, table) for column, table in KEYS.items() if column in columns)


def _copied(name: str, column: str, n: int, numbers: Mapping[str, int], span: int) -> str:
    """Return what stands in a column of a copy."""
    owner = name if column == "key" else "entities" if (name, column) == ("mentions", "entity") else KEYS.get(column)
    if owner is not None:
        return f"{column} + {n * numbers[owner]}"
    if column in IDS and name != "entities":
        return f"other_id({column}, {n})"
    if column == "url":
        return f"url || '?{n}'"
    if column in DAYS:
        return f"date({column}, '+{n * span} days')"
    return _quoted(column)


def _quoted(column: str) -> str:
    return f'"{column}"'


def _other(given: str | None, n: int) -> str | None:
    """Return another id of the same kind and length."""
    return given and given[:2] + hashlib.sha256(f"{given}|{n}".encode()).hexdigest()[: len(given) - 2]

"""
Words to the sentences that hold them: FTS5 in SQLite, `tsvector` in PostgreSQL, one way of asking for both.

A query is words that a sentence must hold, whatever their order and their English endings; "words in quotation
marks" must stand together; -word must be absent. Nothing in it is syntax of the database: every word is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    bindparam,
    column,
    func,
    literal_column,
    select,
    table,
    text,
)

from sayso.errors import UsageError
from sayso.record.schema import SENTENCE_INDEX, sentences

# Stand for the ends of a word that answers: private characters, which no text is taken to hold (U+E000 and U+E001).
_LEFT, _RIGHT = "\ue000", "\ue001"
_MARK: Final = re.compile(f"[{_LEFT}{_RIGHT}]")
_TERM: Final = re.compile(r'(?P<absent>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Query:
    """
    What a sentence has to hold.

    Attributes:
        present: Words and phrases that must be there.
        absent: Words and phrases that must not.
    """

    present: tuple[str, ...]
    absent: tuple[str, ...]


def query(words: str) -> Query:
    """
    Read a query as a person types it.

    Raises:
        UsageError: It names no word that could be there.
    """
    present: list[str] = []
    absent: list[str] = []
    for term in _TERM.finditer(words):
        given = term["phrase"] if term["phrase"] is not None else term["word"]
        if any(character.isalnum() for character in given):
            (absent if term["absent"] else present).append(given)
    if not present:
        raise UsageError(f"nothing to look for in {words!r}; give at least one word that has to be there")
    return Query(tuple(present), tuple(absent))


def matching(connection: Connection, asked: Query) -> FromClause:
    """Return a table of the sentences that answer a query: `key` of the sentence and `score`, higher is better."""
    found = _postgres(asked) if connection.dialect.name == "postgresql" else _sqlite(asked)
    return found.subquery("matching")


def newest_matching(connection: Connection, asked: Query, top: int, limit: int) -> FromClause:
    """Return a table as `matching` does of the newest sentences that answer, those behind the row `top` left out."""
    found = _postgres(asked) if connection.dialect.name == "postgresql" else _sqlite(asked)
    key = found.selected_columns[0]
    return found.where(key <= top).order_by(key.desc()).limit(limit).subquery("matching")


def marked(connection: Connection, asked: Query, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the words of some sentences in pieces, every second one of which answers the query."""
    if not keys:
        return {}
    if connection.dialect.name == "postgresql":
        rows = _headlines(asked).where(sentences.c.key.in_(keys))
    else:
        index = table(SENTENCE_INDEX, column("rowid"))
        shown: ColumnElement[str] = func.highlight(literal_column(SENTENCE_INDEX), 0, _LEFT, _RIGHT)
        held = text(f"{SENTENCE_INDEX} MATCH :asked").bindparams(asked=_must(asked))
        rows = select(index.c.rowid, shown).where(held, index.c.rowid.in_(keys))
    return {row[0]: tuple(_MARK.split(row[1])) for row in connection.execute(rows)}


def matching_best(connection: Connection, words: Sequence[str], begin: int, limit: int) -> dict[int, float]:
    """Return the sentences from a row on that hold any of some words, by row, with their scores, the best `limit`."""
    if connection.dialect.name == "postgresql":
        english: ColumnElement[str] = literal_column("'english'")
        held = _vectors(reduce(func.tsquery_or, [func.phraseto_tsquery(english, word) for word in words]))
    else:
        held = _indexed(" OR ".join(map(_quoted, words)))
    key, score = held.selected_columns
    best = held.where(key >= begin).order_by(score.desc(), key).limit(limit)
    return {row.key: row.score for row in connection.execute(best)}


def _sqlite(asked: Query) -> Select[Any]:
    return _indexed(_must(asked))


def _must(asked: Query) -> str:
    must = " AND ".join(map(_quoted, asked.present))
    return " NOT ".join([f"({must})", *map(_quoted, asked.absent)])


def _indexed(asked: str) -> Select[Any]:
    index = table(SENTENCE_INDEX, column("rowid"), column("rank"))
    held = text(f"{SENTENCE_INDEX} MATCH :asked").bindparams(bindparam("asked", asked))
    return select(index.c.rowid.label("key"), (-index.c.rank).label("score")).where(held)


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _headlines(asked: Query) -> Select[Any]:
    english: ColumnElement[str] = literal_column("'english'")
    whole = reduce(func.tsquery_or, [func.phraseto_tsquery(english, term) for term in asked.present])
    how = f"StartSel={_LEFT}, StopSel={_RIGHT}, HighlightAll=true"
    return select(sentences.c.key, func.ts_headline(english, sentences.c.words, whole, how))


def _postgres(asked: Query) -> Select[Any]:
    english: ColumnElement[str] = literal_column("'english'")
    must = [func.phraseto_tsquery(english, term) for term in asked.present]
    never = [func.tsquery_not(func.phraseto_tsquery(english, term)) for term in asked.absent]
    return _vectors(reduce(func.tsquery_and, [*must, *never]))


def _vectors(whole: ColumnElement[Any]) -> Select[Any]:
    english: ColumnElement[str] = literal_column("'english'")
    vector = func.to_tsvector(english, sentences.c.words)
    return select(sentences.c.key, func.ts_rank(vector, whole).label("score")).where(vector.op("@@")(whole))

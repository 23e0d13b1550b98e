"""The beginning of an id to the condition that a column begins so, to the letter, in either database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Text, and_, collate
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


def from_beginning(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    """
    Return the condition that an id begins so, to the letter.

    The index of its column answers it in SQLite. PostgreSQL reads the whole column, for its index sorts as the
    database does, which need not be letter by letter.
    """
    letters = _Letters(column)
    return and_(letters >= beginning, letters < beginning + "\U0010ffff")


class _Letters(FunctionElement[str]):
    """A text that is compared letter by letter, as SQLite does anyhow; PostgreSQL would as the database sorts."""

    type = Text()
    inherit_cache = True


@compiles(_Letters)
def _as_it_is(letters: _Letters, compiler: SQLCompiler, **how: Any) -> str:
    return compiler.process(letters.clauses, **how)


@compiles(_Letters, "postgresql")
def _in_c(letters: _Letters, compiler: SQLCompiler, **how: Any) -> str:
    (column,) = letters.clauses
    return compiler.process(collate(column, "C"), **how)

"""
A path or URL to an engine: SQLite or PostgreSQL, brought to the newest schema, with transactions that mean it.

SQLite runs in WAL mode, so that readers never wait for the writer; a writer takes its lock when its transaction
begins, not when it first writes, so that two writers wait for one another instead of failing. The busy timeout says
how long. A file that may not be written (an archive's, a colleague's) can still be looked into.

In PostgreSQL an advisory lock does the same: what takes long is reading articles, not storing them, and one writer at
a time is what makes versions come out the same in any order.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlalchemy.schema import SetColumnComment, SetTableComment

from sayso.errors import RecordError
from sayso.record.migrations import HEAD, upgrade
from sayso.record.schema import metadata

# How long a connection waits for another's write before it gives up. Storing one article takes some milliseconds.
BUSY_TIMEOUT_MS: Final = 30_000

# Any number will do, as long as nobody else's advisory lock in the same database has it.
_WRITER_LOCK: Final = 0x5A950

_POSTGRES: Final = "postgresql+psycopg://"


def is_url(path_or_url: str) -> bool:
    """Tell whether a record is named by URL rather than by path."""
    return "://" in path_or_url


def shown(path_or_url: str) -> str:
    """Return a record's path or URL as it may be printed: without a password."""
    return make_url(path_or_url).render_as_string(hide_password=True) if is_url(path_or_url) else path_or_url


def open_engine(path_or_url: str, *, create: bool) -> Engine:
    """
    Open a record's database and bring it to the newest schema.

    Args:
        path_or_url: Path of a SQLite file or `postgresql+psycopg://…`.
        create: Make it where there is none yet; otherwise that is an error.

    Raises:
        RecordError: It cannot be opened, is no record, or was made by a newer sayso; the message says what to do.
    """
    engine = _postgres(path_or_url) if is_url(path_or_url) else _sqlite(path_or_url, create)
    try:
        _bring_up(engine, shown(path_or_url), create)
    except SQLAlchemyError as error:
        engine.dispose()
        raise RecordError(f"{shown(path_or_url)} cannot be opened as a record: {_first_line(error)}") from error
    except RecordError:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection in one transaction that holds the writer's lock; all of it is kept, or nothing."""
    try:
        with engine.connect().execution_options(sayso_writes=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
            yield connection
    except DatabaseError as error:
        engine.dispose()  # after a full disk or a lost server the old connections are not to be trusted
        raise RecordError(f"the record could not be written: {_first_line(error)}") from error


@contextmanager
def looking(engine: Engine) -> Iterator[Connection]:
    """Give a connection in one transaction that only reads: it sees the record as it was when it began."""
    options = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    try:
        with engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection
    except DatabaseError as error:
        raise RecordError(f"the record could not be read: {_first_line(error)}") from error


def _sqlite(path: str, create: bool) -> Engine:
    file = Path(path)
    if not create and not file.exists():
        raise RecordError(f"there is no record at {path}; make one with: sayso --record {path} add FILE…")
    if not file.parent.is_dir():
        raise RecordError(f"there is no folder {file.parent} to keep a record in; make it first")
    if file.is_dir():
        raise RecordError(f"{path} is a folder; a record is a file or a {_POSTGRES}… URL")
    sealed = file.exists() and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))
    engine = create_engine(_sealed_url(file) if sealed else URL.create("sqlite", database=str(file)))
    event.listen(engine, "connect", _prepare_sealed if sealed else _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _sealed_url(file: Path) -> URL:
    """Return the URL of a file that may only be read; SQLite needs to hear that nobody else is writing it either."""
    has_writer = file.with_name(f"{file.name}-wal").exists()
    said = {"uri": "true", "mode": "ro", **({} if has_writer else {"immutable": "1"})}
    return URL.create("sqlite", database=file.absolute().as_uri(), query=said)


def _prepare_sqlite(connection: Any, record: object) -> None:
    _prepare_sealed(connection, record)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_sealed(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # sqlite3 begins no transaction of its own: `_begin_sqlite` does
    for pragma in ("foreign_keys=ON", f"busy_timeout={BUSY_TIMEOUT_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("sayso_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgres(url: str) -> Engine:
    if not url.startswith(_POSTGRES):
        raise RecordError(f"{url} is no kind of record; use a file's path or {_POSTGRES}HOST/DATABASE")
    try:
        return create_engine(url)
    except ModuleNotFoundError as error:
        raise RecordError("PostgreSQL needs one package more: pip install 'sayso[postgres]'") from error


def _bring_up(engine: Engine, name: str, create: bool) -> None:
    with engine.connect() as connection:
        revision, empty = _revision(connection), not inspect(connection).get_table_names()
    if revision == HEAD:
        return
    if revision is None and not empty:
        raise RecordError(f"{name} holds other tables and no record; name another file or database")
    if revision is None and not create:
        raise RecordError(f"{name} holds no record yet; make one with: sayso --record {name} add FILE…")
    with writing(engine) as connection:
        upgrade(connection)
        if connection.dialect.supports_comments:
            _comment(connection)


def _comment(connection: Connection) -> None:
    """Write the comments of `schema.py` to the tables and columns, so that a database explains itself."""
    for table in metadata.sorted_tables:
        connection.execute(SetTableComment(table))
        for column in table.columns:
            connection.execute(SetColumnComment(column))


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _first_line(error: SQLAlchemyError) -> str:
    said = str(getattr(error, "orig", None) or error).strip().splitlines()
    return said[0] if said else type(error).__name__

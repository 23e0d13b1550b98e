"""
An engine to one that only looks: whoever reads for strangers cannot write by mistake, nor look for longer than allowed.

SQLite refuses writes by `PRAGMA query_only` and asks every some thousand steps whether to go on; PostgreSQL has a
setting for each. A question that takes too long ends in a RecordError that says so, and so does one that is asked while
whoever looks is being closed, so that nobody waits for an answer that nobody wants.
"""

from __future__ import annotations

import time
from threading import Event
from typing import Any, Final

from sqlalchemy import Connection, Engine, event

from sayso.errors import RecordError

STEPS: Final = 20_000
"""Steps of SQLite's machine between two looks at the clock, about a millisecond."""
UNTIL: Final = "sayso_until"


def restrain(engine: Engine, seconds: float | None, closing: Event | None = None) -> Engine:
    """
    Let every connection of an engine only look, for so many seconds a transaction; None for as long as it takes.

    Args:
        engine: The engine.
        seconds: How long a transaction may take.
        closing: Ends what is being asked when it is set; on PostgreSQL only what is asked from then on.

    Returns:
        The engine.
    """
    over = closing or Event()
    event.listen(engine, "begin", _refusing(over))
    if engine.dialect.name == "postgresql":
        event.listen(engine, "connect", _restrain_postgres(seconds))
    else:
        event.listen(engine, "connect", _restrain_sqlite(over))
        if seconds is not None:
            event.listen(engine, "begin", _winding(seconds))
    engine.dispose()  # connections that were made before know nothing of it
    return engine


def _refusing(over: Event) -> Any:
    def refuse(_: Connection) -> None:
        if over.is_set():
            raise RecordError("the record is being closed")

    return refuse


def _restrain_sqlite(over: Event) -> Any:
    def limit(connection: Any, record: Any) -> None:
        def ends() -> bool:
            return over.is_set() or time.monotonic() > record.info.get(UNTIL, float("inf"))

        connection.execute("PRAGMA query_only=ON")
        connection.set_progress_handler(ends, STEPS)

    return limit


def _winding(seconds: float) -> Any:
    def wind(connection: Connection) -> None:
        connection.info[UNTIL] = time.monotonic() + seconds

    return wind


def _restrain_postgres(seconds: float | None) -> Any:
    def limit(connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = on")
            if seconds is not None:
                cursor.execute(f"SET statement_timeout = {int(seconds * 1000)}")
        connection.commit()

    return limit

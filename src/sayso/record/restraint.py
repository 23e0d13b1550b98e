"""
An engine to one that only looks: whoever reads for strangers cannot write by mistake, nor look for longer than allowed.

SQLite refuses writes by `PRAGMA query_only` and asks every some thousand steps whether to go on; PostgreSQL has a
setting for each. A question that takes too long ends in a RecordError that says so.
"""

from __future__ import annotations

import time
from typing import Any, Final

from sqlalchemy import Connection, Engine, event

STEPS: Final = 20_000
"""Steps of SQLite's machine between two looks at the clock, about a millisecond."""
UNTIL: Final = "sayso_until"


def restrain(engine: Engine, seconds: float | None) -> Engine:
    """
    Let every connection of an engine only look, for so many seconds a transaction; None for as long as it takes.

    Returns:
        The engine.
    """
    if engine.dialect.name == "postgresql":
        event.listen(engine, "connect", _restrain_postgres(seconds))
    else:
        event.listen(engine, "connect", _restrain_sqlite)
        if seconds is not None:
            event.listen(engine, "begin", _winding(seconds))
    engine.dispose()  # connections that were made before know nothing of it
    return engine


def _restrain_sqlite(connection: Any, record: Any) -> None:
    connection.execute("PRAGMA query_only=ON")
    connection.set_progress_handler(lambda: time.monotonic() > record.info.get(UNTIL, float("inf")), STEPS)


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

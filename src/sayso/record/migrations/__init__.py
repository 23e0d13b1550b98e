"""
A schema of any age to the newest: Alembic from the first table on, run when a record is opened.

No ini file is needed: the configuration is made here, so that it works from an installed wheel. A new revision goes
into `versions/` and its name into `HEAD`; a test compares what the revisions make with `schema.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sayso.errors import RecordError

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

# The newest revision. Stated, so that opening a record that has it needs no Alembic (a third of a second).
HEAD: Final = "0004"


def upgrade(connection: Connection) -> None:
    """
    Run every revision that the database lacks, in the transaction of this connection.

    Raises:
        RecordError: The database has a revision that this sayso does not know: a newer one made it.
    """
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(configuration(connection), "head")
    except CommandError as error:
        raise RecordError(f"this record was made by a newer sayso; upgrade the package ({error})") from error


def configuration(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for these revisions, over a connection where there is one."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made

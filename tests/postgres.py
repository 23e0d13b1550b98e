"""
A PostgreSQL server for tests: the one that SAYSO_TEST_POSTGRES names, or a throw-away one from Debian's package.

Tests that need it run only where they are asked for (`make test-services`); without a server they fail, for a test that
was asked for and passed over in silence proves nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import make_url


@dataclass(frozen=True)
class Server:
    """
    A server on which databases may be made.

    Attributes:
        url: `postgresql+psycopg://USER:PASSWORD@HOST/DATABASE`; its user may make databases; that one is left as it is.
    """

    url: str

    @classmethod
    @contextmanager
    def found_or_started(cls) -> Iterator[Server]:
        """Give a server; fail where there is none to be had."""
        if url := os.environ.get("SAYSO_TEST_POSTGRES"):
            yield cls(url)
        elif programs := _programs():
            with TemporaryDirectory(prefix="sayso-postgres-") as folder, _started(programs, Path(folder)) as url:
                yield cls(url)
        else:
            pytest.fail("no PostgreSQL: install Debian's postgresql, or let SAYSO_TEST_POSTGRES name a server")

    def new_database(self, name: str) -> str:
        """Make an empty database and return its URL."""
        import psycopg

        url = make_url(self.url)
        address = url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {name}")
        return url.set(database=name).render_as_string(hide_password=False)


def clear(url: str) -> None:
    """Empty every table of a database but the one that tells its revision, whoever is still connected to it."""
    import psycopg

    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        connection.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
        found = connection.execute(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        names = ", ".join(name for (name,) in found if name != "alembic_version")
        connection.execute(f"TRUNCATE {names} RESTART IDENTITY CASCADE")


def _programs() -> Path | None:
    """Return the folder of `initdb` and `pg_ctl`: on the path, or where Debian keeps the newest version's."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((one.parent for one in versions), key=lambda one: int(one.parent.name), default=None)


@contextmanager
def _started(programs: Path, folder: Path) -> Iterator[str]:
    initdb, pg_ctl = str(programs / "initdb"), str(programs / "pg_ctl")
    data, user = folder / "data", _plain_user()
    if user:
        shutil.chown(folder, user)
    _run(
        [initdb, "-D", str(data), "-A", "trust", "-U", "sayso", "--no-sync", "-E", "UTF8", "--locale", "C.UTF-8"],
        user,
    )
    options = f"-k {folder} -c listen_addresses= -c fsync=off"
    _run([pg_ctl, "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start"], user)
    try:
        yield f"postgresql+psycopg://sayso@/postgres?host={folder}"
    finally:
        _run([pg_ctl, "-D", str(data), "-m", "immediate", "-w", "stop"], user)


def _plain_user() -> str | None:
    """PostgreSQL refuses to run as root; its package makes a user for it."""
    return "postgres" if os.geteuid() == 0 else None


def _run(command: list[str], user: str | None) -> None:
    subprocess.run(command, user=user, check=True, stdout=subprocess.DEVNULL, cwd="/")

"""A PostgreSQL server for tests: the one that SAYSO_TEST_POSTGRES names, or a throw-away one from `initdb` here."""

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


@dataclass(frozen=True)
class Server:
    """
    A server on which databases may be made.

    Attributes:
        url: `postgresql+psycopg://…/postgres`, the database to make others from.
    """

    url: str

    @classmethod
    @contextmanager
    def found_or_started(cls) -> Iterator[Server]:
        """Give a server; skip the test where there is none to be had."""
        if url := os.environ.get("SAYSO_TEST_POSTGRES"):
            yield cls(url)
        elif shutil.which("initdb") and shutil.which("pg_ctl"):
            with TemporaryDirectory(prefix="sayso-postgres-") as folder, _started(Path(folder)) as url:
                yield cls(url)
        else:
            pytest.skip("no PostgreSQL: set SAYSO_TEST_POSTGRES or put initdb on the path")

    def new_database(self, name: str) -> str:
        """Make an empty database and return its URL."""
        import psycopg

        address = self.url.replace("postgresql+psycopg", "postgresql")
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {name}")
        return self.url.replace("/postgres", f"/{name}", 1)


@contextmanager
def _started(folder: Path) -> Iterator[str]:
    data, user = folder / "data", _plain_user()
    if user:
        shutil.chown(folder, user)
    _run(
        ["initdb", "-D", str(data), "-A", "trust", "-U", "sayso", "--no-sync", "-E", "UTF8", "--locale", "C.UTF-8"],
        user,
    )
    options = f"-k {folder} -c listen_addresses= -c fsync=off"
    _run(["pg_ctl", "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start"], user)
    try:
        yield f"postgresql+psycopg://sayso@/postgres?host={folder}"
    finally:
        _run(["pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop"], user)


def _plain_user() -> str | None:
    """PostgreSQL refuses to run as root; its package makes a user for it."""
    return "postgres" if os.geteuid() == 0 else None


def _run(command: list[str], user: str | None) -> None:
    subprocess.run(command, user=user, check=True, stdout=subprocess.DEVNULL, cwd="/")

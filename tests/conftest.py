"""What every test may ask for: records of both kinds, and PostgreSQL where it is wanted and there."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from postgres import Server, clear

from sayso.record.engine import is_url
from sayso.record.store import Record, open_record

sys.path.insert(0, str(Path(__file__).parents[1]))  # `lab` is not installed; it is imported from the checkout

# What a property test tries is the same in every run, so that a run tells of the change and not of chance; to look for
# new cases, set SAYSO_TEST_EXPLORE.
settings.register_profile("same", derandomize=True)
settings.register_profile("explore", max_examples=1000)
settings.load_profile("explore" if os.environ.get("SAYSO_TEST_EXPLORE") else "same")

_numbers = count()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Pass by the tests in a browser unless services are asked for: what drives it comes with `make test-services`."""
    is_asked = config.option.markexpr and not config.option.markexpr.startswith("not ")
    return True if collection_path.name == "browser" and not is_asked else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs services unless `-m` asks for it (make test-services)."""
    if not config.option.markexpr:
        for item in items:
            if item.get_closest_marker("services"):
                item.add_marker(pytest.mark.skip(reason="needs a service: make test-services"))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server of our own, or the one that SAYSO_TEST_POSTGRES names."""
    with Server.found_or_started() as found:
        yield found


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.services)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new record may be made: a file, and a database of its own; for `record` one that is emptied."""
    if request.param == "sqlite":
        return str(tmp_path / "record.db")
    if "record" in request.fixturenames:
        kept: str = request.getfixturevalue("kept_database")
        clear(kept)
        return kept
    found: Server = request.getfixturevalue("server")
    return found.new_database(f"sayso_test_{next(_numbers)}")


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty record that is copied rather than made anew for each test."""
    file = tmp_path_factory.mktemp("empty") / "record.db"
    open_record(str(file)).close()
    return file


@pytest.fixture(scope="session")
def kept_database(server: Server) -> str:
    """A record in PostgreSQL that is emptied rather than made anew: a database is 7 MB of files, and there are many."""
    url = server.new_database("sayso_kept")
    open_record(url).close()
    return url


@pytest.fixture
def record(place: str, empty: Path) -> Iterator[Record]:
    """A new record, once of each kind."""
    if not is_url(place):
        shutil.copy(empty, place)
    with open_record(place) as made:
        yield made

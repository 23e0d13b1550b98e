"""The explorer in Debian's Chromium; all of it needs a browser, so that it runs where services are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from addresses import pages
from driven import chromium
from playwright.sync_api import Browser
from served import fill, serving


@pytest.fixture(scope="session")
def explorer_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the demo corpus and a crisis."""
    record = tmp_path_factory.mktemp("browser") / "record.db"
    fill(record)
    return record


@pytest.fixture(scope="session")
def explorer(explorer_record: Path) -> Iterator[str]:
    """The address of an explorer over it, in a process of its own."""
    with serving(explorer_record) as address:
        yield address


@pytest.fixture(scope="session")
def every_page(explorer: str) -> dict[str, list[str]]:
    """For each route the paths at which it shows something."""
    return pages(explorer)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """
    The browser, let go of after each module.

    Playwright keeps a loop of asyncio running in this thread for as long as it lives; other tests may want their own.
    """
    with chromium() as started:
        yield started

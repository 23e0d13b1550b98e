"""`sayso serve`: open to this machine alone unless there is a token, and loaded only when it is asked for."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sayso = Callable[..., Any]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What was asked of the server, which does not start."""
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr("uvicorn.run", lambda app, **more: asked.append({"app": app, **more}))
    return asked


def test_it_listens_on_this_machine_unless_told_otherwise(
    sayso: Sayso, news: Path, served: list[dict[str, Any]]
) -> None:
    """And says where."""
    sayso("add", str(news))
    result = sayso("serve", "--port", "8765")

    assert result.exit_code == 0
    assert "http://127.0.0.1:8765/" in result.stderr
    (asked,) = served
    assert (asked["host"], asked["port"]) == ("127.0.0.1", 8765)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "crisis.example"])
def test_others_are_let_in_only_with_a_token(sayso: Sayso, news: Path, served: list[dict[str, Any]], host: str) -> None:
    """An address that others reach is refused without one."""
    sayso("add", str(news))
    result = sayso("serve", "--host", host)

    assert result.exit_code == 2
    assert "--token" in result.stderr
    assert not served


def test_a_port_that_is_taken_is_told_of(sayso: Sayso, news: Path, served: list[dict[str, Any]]) -> None:
    """In a line, with what would do."""
    sayso("add", str(news))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = sayso("serve", "--port", str(taken.getsockname()[1]))

    assert result.exit_code == 2
    assert "is taken" in result.stderr
    assert not served


def test_a_record_that_is_not_there_is_told_of(sayso: Sayso) -> None:
    """As for every other command."""
    result = sayso("serve", "--record", "none.db")

    assert result.exit_code == 1
    assert "there is no record" in result.stderr


def test_no_other_command_loads_the_server() -> None:
    """`sayso --help` is quick."""
    check = "import sys, sayso.faces.cli; sys.exit(any(one in sys.modules for one in ('fastapi', 'jinja2', 'uvicorn')))"

    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0

"""
`sayso serve` as its users start it: a process of its own over a record that was filled by the command line.

The record holds the demo corpus and a crisis of twenty-five articles, one input that could not be read, and words of a
person, so that no page is empty.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "src/sayso/demo"
CRISIS = ROOT / "tests/gold/crisis-c"
SECONDS = 120.0
"""How long an answer may take, on a machine that has much else to do too."""
CLIENT = httpx2.Client(timeout=SECONDS, limits=httpx2.Limits(max_keepalive_connections=0))
"""Asks for pages without a browser; one for all, for each new one reads the certificates that it will not need."""


def sayso(record: Path, *words: str, may_end_in: tuple[int, ...] = (0,)) -> str:
    """Run a command on a record and return what it prints."""
    given = {**os.environ, "SAYSO_RECORD": str(record), "SAYSO_BY": "M. Reyes"}
    told = subprocess.run([sys.executable, "-m", "sayso", *words], env=given, capture_output=True, text=True)
    assert told.returncode in may_end_in, told.stderr
    return told.stdout


def fill(record: Path) -> None:
    """Make the record that every page is looked at with."""
    broken = record.parent / "broken.txt"
    broken.write_bytes(b"")
    sayso(record, "add", f"{DEMO}/*-*.txt", f"{CRISIS}/*.txt")
    sayso(record, "add", str(broken), may_end_in=(3,))
    first, second, third, *_ = (json.loads(line)["id"] for line in sayso(record, "signals", "--json").splitlines())
    sayso(record, "review", first, "--accept", "--why", "so in the transcript")
    sayso(record, "review", second, "--reject", "--why", "a forecast, not a threat")
    sayso(record, "review", third, "--set", "kind=warning", "--why", "he will not do it himself")


@contextmanager
def serving(record: Path, *words: str) -> Iterator[str]:
    """Serve a record and give the address of its explorer, without the last slash."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    command = [sys.executable, "-m", "sayso", "--record", str(record), "serve", "--port", str(port), *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address, process)
            yield address
        finally:
            process.terminate()


def rows(address: str) -> list[dict[str, Any]]:
    """Return the rows of a page as programs get them."""
    return CLIENT.get(address).raise_for_status().json()["rows"]  # type: ignore[no-any-return]


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, process.stderr and process.stderr.read().decode()
        try:
            CLIENT.get(f"{address}/about")
        except httpx2.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"no server at {address} after {SECONDS} s")

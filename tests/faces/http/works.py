"""Questions that tests ask of another process, in a module of their own, for that process imports them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial
from multiprocessing.connection import Client
from typing import Any, Never

from handreader import HandReader

from sayso.faces import stages
from sayso.faces.http.helper import Helper
from sayso.faces.http.room import Room
from sayso.record.acquaintance import Acquaintance


def move(room: Room, *, words: str) -> dict[str, Any]:
    return stages.answer(room.record, words, None, False, room.reader)


def spellings(room: Room, *, of: str) -> Mapping[str, int]:
    return room.pages.spellings(of)


def who(room: Room, *, name: str) -> Mapping[str, str] | str | None:
    known = room.pages.known
    return known.behind(name) if known.knows(name) else "unknown"


def stumbled(_: Room, *, error: Exception) -> Never:
    raise error


def dawdled(_: Room) -> None:
    time.sleep(3600)


def lingered(_: Room, *, by: str) -> None:
    with Client(by) as line:
        line.send("begun")
        line.poll(60)


def ask_and_wait(record: str, by: str) -> None:
    """Ask from a process of its own what takes a minute."""
    Helper(record, HandReader).ask(partial(lingered, by=by), Acquaintance())  # type: ignore[arg-type]

"""Questions that tests ask of another process, in a module of their own, for that process imports them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Never

from sayso.faces import stages
from sayso.faces.http.room import Room


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

"""Things to their addresses: one place that knows how a statement, an article, somebody or an outlet is reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urlencode

KINDS: Final = ("statement", "event", "signal", "figure", "time")


def article(article_id: str, sentence: int | None = None) -> str:
    """Return the address of an article, or of one of its sentences, counted from 1."""
    return f"/article/{_safe(article_id)}" + (f"#s{sentence}" if sentence else "")


def entry(kind: str, entry_id: str) -> str:
    """Return the address of an entry."""
    return f"/{kind}/{_safe(entry_id)}"


def walk(entry_id: str) -> str:
    """Return the address of the way from an entry to its bytes."""
    return f"/walk/{_safe(entry_id)}"


def entity(entity_id: str) -> str:
    """Return the address of somebody or something."""
    return f"/entity/{_safe(entity_id)}"


def outlet(name: str) -> str:
    """Return the address of an outlet."""
    return f"/outlet/{_safe(name)}"


def run(key: int) -> str:
    """Return the address of a run."""
    return f"/run/{key}"


def kept_bytes(sha256: str) -> str:
    """Return the address of the bytes of a digest."""
    return f"/bytes/{_safe(sha256)}"


def listing(kind: str, filters: Mapping[str, str | None]) -> str:
    """Return the address of a list of a kind, narrowed."""
    held = {name: value for name, value in filters.items() if value}
    plural = "entities" if kind == "entity" else f"{kind}s"
    return f"/{plural}" + (f"?{urlencode(held)}" if held else "")


def trace(identifier: str) -> str:
    """Return the address of what is known of where a text, or something in it, came from."""
    return f"/trace/{_safe(identifier)}"


def beside(one: str, other: str) -> str:
    """Return the address of two articles next to one another."""
    return f"/beside/{_safe(one)}/{_safe(other)}"


def ledger(filters: Mapping[str, str | None]) -> str:
    """Return the address of the ledger, narrowed."""
    return queried("/ledger", {name: value for name, value in filters.items() if value})


def review(entry_id: str) -> str:
    """Return the address at which people say what they know better of an entry."""
    return f"/review/{_safe(entry_id)}"


def exposure(entity_id: str) -> str:
    """Return the address of what somebody's own moves could set off."""
    return f"/exposure/{_safe(entity_id)}"


def queried(path: str, held: Mapping[str, str]) -> str:
    """Return an address with a query, without one where nothing is asked."""
    return f"{path}?{urlencode(held)}" if held else path


def whatif(move: str) -> str:
    """Return the address of a move."""
    return f"/whatif?{urlencode({'move': move})}"


def _safe(name: str) -> str:
    return quote(name, safe=":@")

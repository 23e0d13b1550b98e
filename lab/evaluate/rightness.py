"""
Readings and gold to which entries are right: the scorer's rules for statements, signals and events, entry by entry.

The scorer beside the corpora counts; a calibration needs to know which. Entries read in asides, and those that gold
calls optional, are neither.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from lab.evaluate.gold import GOLD, SCRIPTS

Row: TypeAlias = Mapping[str, Any]

ASIDES: Final = frozenset(("caption", "credit", "comment", "boilerplate"))
ENOUGH: Final = 0.5
"""Jaccard index of letters from which two stretches are the same (the scorer's rule)."""


def gold_of(folder: str) -> dict[str, Row]:
    """Return the gold readings of a folder by the SHA-256 of their articles."""
    with tempfile.TemporaryDirectory() as home:
        out = Path(home) / "gold.jsonl"
        command = [sys.executable, str(SCRIPTS / "build_gold.py"), str(GOLD / folder), "-o", str(out)]
        subprocess.run(command, check=True, capture_output=True)
        rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return {row["article"]["sha256"]: row for row in rows}


def judged(found: Row, gold: Row, section: str) -> Iterator[tuple[float, bool]]:
    """
    Yield probability and rightness of each entry of a section, the surest first taking its match.

    Args:
        found: What was read, as `sayso read --json` prints it.
        gold: What should have been.
        section: `statements`, `signals` or `events`.
    """
    text, same = gold["article"]["text"], SAME[section]
    left = list(gold[section])
    for row in sorted(found[section], key=lambda one: -one["probability"]):
        if row["zone"] in ASIDES:
            continue
        match = next((one for one in left if same(text, one, row)), None)
        if match is not None:
            left.remove(match)
        if match is None or not match.get("optional"):
            yield row["probability"], match is not None


def _options(gold: Row, field: str) -> list[Any]:
    return [gold.get(field), *(gold.get("also") or {}).get(field, [])]


def _letters(text: str, spans: Any) -> frozenset[int]:
    return frozenset(at for start, end in spans or () for at in range(start, end) if text[at].isalnum())


def _alike(text: str, gold: Row, found: Row, field: str) -> bool:
    """Tell whether a field of spans shares half its letters with one of gold's; a half that neither has agrees."""
    given = found[field]
    for one in _options(gold, field):
        if one is None or given is None:
            if one is None and given is None:
                return True
            continue
        a, b = _letters(text, one), _letters(text, given)
        if a and len(a & b) >= ENOUGH * len(a | b):
            return True
    return False


def _same_statement(text: str, gold: Row, found: Row) -> bool:
    return _alike(text, gold, found, "content")


def _same_signal(text: str, gold: Row, found: Row) -> bool:
    halves = all(_alike(text, gold, found, field) for field in ("condition", "consequence"))
    return found["kind"] in _options(gold, "kind") and halves


def _same_event(text: str, gold: Row, found: Row) -> bool:
    cues = any(_letters(text, one) & _letters(text, found["cue"]) for one in _options(gold, "cue"))
    return found["event_type"] in _options(gold, "event_type") and cues


SAME: Final[Mapping[str, Callable[[str, Row, Row], bool]]] = {
    "statements": _same_statement,
    "signals": _same_signal,
    "events": _same_event,
}
"""By section, whether an entry is what a gold row says."""

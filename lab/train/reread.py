"""
Passages to their signals as sayso reads them, beside those that were written down: halves cut, left out, mistaken.

What ships is asked about what was read and never about labels; a matcher taught on labels alone trusts halves too far.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sayso.acquire.capture import Capture, Hints
from sayso.encode.pairs import Rule
from sayso.errors import InputError
from sayso.pipeline import Reader
from sayso.record.entries import Signal
from sayso.spans import Span


@cache
def _reader() -> Reader:
    return Reader()


def read(passage: dict[str, Any]) -> dict[str, Rule]:
    """
    Return the signals of a passage as they are read, by the id of the label whose halves they share.

    Args:
        passage: A record of `lab/labels/moves_*.jsonl`; signals of it that are not read are left out.
    """
    text: str = passage["text"]
    capture = Capture(text.encode(), "passage.txt", datetime.now(UTC), "text/plain", Hints(published=passage["date"]))
    try:
        reading = _reader().read(capture)
    except InputError:
        return {}
    shift = text.find(reading.article.text.strip())
    if shift < 0 or reading.article.text != reading.article.text.strip():
        return {}
    found = {}
    for label in passage["signals"]:
        best = max(reading.signals, key=lambda one: _common(text, label, one, shift), default=None)
        if best is not None and _common(text, label, best, shift) > 0:
            condition, consequence = (_moved(half, shift) for half in (best.condition, best.consequence))
            found[label["id"]] = Rule(text, condition, consequence, best.if_not)
    return found


def _moved(spans: Iterable[Span] | None, by: int) -> tuple[Span, ...]:
    return tuple(one.shifted(by) for one in spans or ())


def _common(text: str, label: dict[str, Any], signal: Signal, shift: int) -> int:
    """Count the code points that are the same half in both."""
    return sum(
        max(0, min(span.end, at + len(piece)) - max(span.start, at))
        for half in ("condition", "consequence")
        for piece in label[half] or ()
        for at in (text.index(piece),)
        for span in _moved(getattr(signal, half), shift)
    )

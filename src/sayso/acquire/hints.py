"""
A sidecar's or a JSON line's keys to `Hints`: what is known of an input from outside its text.

Nothing is guessed and nothing is mended: a publication date that is no EDTF date refuses the input, because a wrong
date would put every "on Friday" of the article in the wrong week without a word. Unknown keys are left alone, so that
other tools may keep theirs in the same file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Final

from sayso.acquire.capture import Hints
from sayso.errors import InputError

HINT_KEYS: Final = tuple(field.name for field in fields(Hints))

# ISO 8601-2 level 1, as far as a publication date needs it: a year, a month or a day, perhaps with unspecified
# digits and a qualifier, or an interval of two such with `..` or nothing for an open end.
_YEAR: Final = r"\d{4}|\d{3}X|\d{2}XX"
_DAY: Final = rf"(?:{_YEAR})(?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[?~%]?"
_EDTF: Final = re.compile(rf"(?:{_DAY})|(?:{_DAY}|\.\.)?/(?:{_DAY}|\.\.)?")
_INSTANT: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?")


def hints_from(values: Mapping[str, object]) -> Hints:
    """
    Read hints from the keys of a sidecar or of a JSON line.

    Args:
        values: Any mapping; keys other than `HINT_KEYS` are ignored, null and blank values are unknown.

    Raises:
        InputError: A value is not a string, or `published` is not EDTF (reason `metadata`).
    """
    found: dict[str, str] = {}
    for key in HINT_KEYS:
        value = values.get(key)
        if key == "published" and type(value) is int:
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise InputError("metadata", f"{key} must be a string, not {type(value).__name__}")
        if value is not None and value.strip():
            found[key] = " ".join(value.split())
    if "published" in found:
        found["published"] = publication_date(found["published"])
    return Hints(**found)


def publication_date(value: str) -> str:
    """
    Return a named publication date as EDTF; an instant is cut to its day, as printed, in its own time zone.

    Raises:
        InputError: It is not EDTF (reason `metadata`); the message shows what would do.
    """
    instant = _INSTANT.fullmatch(value)
    text = instant.group(1) if instant else value
    if text in ("/", "../..", "../", "/..") or not (
        _EDTF.fullmatch(text) and _runs_forward(text) and _is_in_calendar(text)
    ):
        raise InputError(
            "metadata", f"published is {value!r}, not an EDTF date such as 1962-10-22, 1962-10 or 1962-10~"
        )
    return text


def _is_in_calendar(text: str) -> bool:
    """Tell whether every whole day in a date or interval is one: no month has a 30th of February."""
    for day in re.findall(r"\d{4}-\d\d-\d\d", text):
        try:
            date.fromisoformat(day)
        except ValueError:
            return False
    return True


def _runs_forward(text: str) -> bool:
    """Tell whether an interval's bounds stand in order; single dates and open ends always do."""
    low, _, high = text.partition("/")
    first, last = low.rstrip("?~%"), high.rstrip("?~%")
    length = min(len(first), len(last))
    return "X" in text or ".." in text or not first or not last or first[:length] <= last[:length]


def overlay(under: Hints, over: Hints) -> Hints:
    """Return hints in which what `over` knows wins: options win over sidecars, a JSON line's own keys over both."""
    known = {key: getattr(over, key) for key in HINT_KEYS if getattr(over, key) is not None}
    return replace(under, **known)

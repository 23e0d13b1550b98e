"""Where a page ended to an opaque word for the next one's address, and back; what was not made here is refused."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any, Final

from sayso.errors import UsageError
from sayso.record.order import Place

NO_WORD: Final = "_next is no word that a page of this list ended with; begin at the first page"


def word(*parts: str | int | None) -> str:
    """Return an opaque word for some values."""
    held = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(held).decode().rstrip("=")


def parts(given: str, *kinds: type | tuple[type, ...]) -> list[Any]:
    """
    Return the values of a word.

    Args:
        given: The word.
        kinds: What each value has to be.

    Raises:
        UsageError: No page of ours ends with this word.
    """
    try:
        held = json.loads(base64.urlsafe_b64decode(given + "=" * (-len(given) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        held = None
    fits = isinstance(held, list) and len(held) == len(kinds)
    if not fits or not all(_is(one, kind) for one, kind in zip(held, kinds, strict=True)):
        raise UsageError(NO_WORD)
    return list(held)


def _is(value: object, kind: type | tuple[type, ...]) -> bool:
    if isinstance(value, bool) or (isinstance(value, int) and not 0 <= value + 1 < 2**63):
        return False
    return isinstance(value, kind) and not (isinstance(value, str) and "\0" in value)


def word_of(place: Place | None) -> str | None:
    """Return the word for a place, None for none."""
    if place is None:
        return None
    return word(place.published, place.article, place.start, place.end, place.id)


def place_of(given: str | None) -> Place | None:
    """
    Return the place of a word, None for none.

    Raises:
        UsageError: No page of ours ends with this word.
    """
    if given is None:
        return None
    day, article, start, end, entry = parts(given, (str, type(None)), str, int, int, str)
    if day is not None and not _is_day(day):
        raise UsageError(NO_WORD)
    return Place(day, article, start, end, entry)


def _is_day(given: str) -> bool:
    held = given.split("-")
    return len(given) == 10 and len(held) == 3 and all(one.isascii() and one.isdigit() for one in held)


def offset_of(given: str | None) -> int:
    """
    Return how many rows were shown before, of a list that is kept whole; none for no word.

    Raises:
        UsageError: No page of ours ends with this word.
    """
    if given is None:
        return 0
    (shown,) = parts(given, int)
    if shown < 0:
        raise UsageError(NO_WORD)
    return int(shown)

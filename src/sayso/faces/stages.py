"""The one place where faces call the stages: inputs to readings, a move to an answer; all of it loaded when needed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.acquire.capture import Capture
    from sayso.article.article import Article
    from sayso.pipeline import Reader
    from sayso.record.entries import Reading
    from sayso.record.store import Record


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What became of one input.

    Attributes:
        path: As given.
        capture: The bytes, or None where there were none to be had.
        reading: What was read, or None where nothing could be.
        reason: Why not, a key of `errors.QUARANTINE_REASONS`, else None.
        detail: In words.
    """

    path: str
    capture: Capture | None
    reading: Reading | None
    reason: str | None = None
    detail: str = ""

    @property
    def refusal(self) -> dict[str, Any]:
        """The form of CONTRACT for what could not be read."""
        return {"schema": "sayso/quarantine/1", "path": self.path, "reason": self.reason, "detail": self.detail}


def new_reader() -> Reader:
    """Return a reader with the shipped model and tables."""
    from sayso.pipeline import Reader

    return Reader()


def read_all(
    paths: Sequence[str], published: str | None, outlet: str | None, url: str | None, reader: Reader | None = None
) -> Iterator[Outcome]:
    """
    Read everything that some names stand for, one outcome an input.

    Raises:
        UsageError: The publication date given is none.
    """
    from sayso.acquire.capture import Hints
    from sayso.acquire.files import Refused, captures
    from sayso.acquire.hints import publication_date
    from sayso.errors import InputError, UsageError

    try:
        hints = Hints(published=publication_date(published) if published else None, outlet=outlet, url=url)
    except InputError as error:
        raise UsageError(f"--published: {error.detail}") from error
    for one in captures(paths, hints, stdin=getattr(sys.stdin, "buffer", None)):
        if isinstance(one, Refused):
            yield Outcome(one.path, None, None, one.reason, one.detail)
        else:
            reader = reader or new_reader()
            yield _read(one, reader)


def _read(capture: Capture, reader: Reader) -> Outcome:
    from sayso.errors import InputError, SaysoError

    try:
        return Outcome(capture.path, capture, reader.read(capture))
    except InputError as error:
        return Outcome(capture.path, capture, None, error.reason, error.detail)
    except SaysoError:
        raise
    except (
        Exception
    ) as error:  # one article that trips the reader must not end a run of thousands: it is named, counted
        return Outcome(capture.path, capture, None, "crashed", f"{type(error).__name__}: {error}")


def extractor() -> Callable[[Capture], Article]:
    """Return what makes an article's text of its bytes, for `verify`."""
    from sayso.article.extract import extract

    return extract


def answer(record: Record, move: str, day: date | None, lapsed: bool, reader: Reader | None = None) -> dict[str, Any]:
    """Return what was said would follow a move, as of a day or of the latest publication, in the form of CONTRACT."""
    from sayso.ask.views import as_of, views
    from sayso.ask.whatif import Query, whatif

    reader = reader or new_reader()
    on = as_of(record, day)
    read = reader.read_move(move, on)
    query = Query(move, read.events, {one.id: one for one in read.reading.entities}, read.has_clause)
    return whatif(query, views(record, day), reader.known, on, with_lapsed=lapsed).as_json()

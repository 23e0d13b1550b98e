"""The one place where faces call the stages: inputs to readings, a move to an answer; all of it loaded when needed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sayso.errors import InputError, SaysoError, UsageError

if TYPE_CHECKING:
    from sayso.acquire.capture import Capture
    from sayso.acquire.files import Refused
    from sayso.article.article import Article
    from sayso.pipeline import Reader
    from sayso.record.entries import Reading
    from sayso.record.store import Record


def new_reader() -> Reader:
    """Return a reader with the shipped model and tables."""
    from sayso.pipeline import Reader

    return Reader()


def inputs(
    paths: Sequence[str], published: str | None, outlet: str | None, url: str | None
) -> Iterator[Capture | Refused]:
    """
    Yield everything that some names stand for, what is known of all of it laid over what each says itself.

    Raises:
        UsageError: The publication date given is none.
    """
    from sayso.acquire.capture import Hints
    from sayso.acquire.files import captures
    from sayso.acquire.hints import publication_date

    try:
        hints = Hints(published=publication_date(published) if published else None, outlet=outlet, url=url)
    except InputError as error:
        raise UsageError(f"--published: {error.detail}") from error
    yield from captures(paths, hints, stdin=getattr(sys.stdin, "buffer", None))


def read_one(reader: Reader, capture: Capture) -> Reading:
    """
    Read one capture.

    Raises:
        InputError: It cannot be read; whatever trips the reader over one article is `crashed`, so that it does not
            end a run of thousands.
    """
    try:
        return reader.read(capture)
    except SaysoError:
        raise
    except Exception as error:
        raise InputError("crashed", f"{type(error).__name__}: {error}") from error


def settled(record: Record) -> Record:
    """Return a record whose judgements are up to date, with progress where something had to be settled."""
    from sayso.faces.progress import progress
    from sayso.merge.settling import is_settled, settle

    if not is_settled(record):
        with progress("comparing") as advance:
            settle(record, advance)
    return record


def extractor() -> Callable[[Capture], Article]:
    """Return what makes an article's text of its bytes, for `verify`."""
    from sayso.article.extract import extract

    return extract


def answer(
    record: Record, move: str, day: date | None, include_lapsed: bool, reader: Reader | None = None
) -> dict[str, Any]:
    """Return what was said would follow a move, as of a day or of the latest publication, in the form of CONTRACT."""
    return next(answers(record, [move], day, include_lapsed, reader))


def answers(
    record: Record,
    moves: Iterable[str],
    day: date | None,
    include_lapsed: bool,
    reader: Reader | None = None,
    nearest: int = 5,
) -> Iterator[dict[str, Any]]:
    """Yield what was said would follow each of some moves, one look at the record for all."""
    from sayso.ask.recorded import asking

    reader = reader or new_reader()
    with asking(record, reader.known, day) as found:
        for move in moves:
            query = reader.read_move(move, found.day)
            yield found.answer(query, include_lapsed=include_lapsed, nearest=nearest).as_json()


def exposed(record: Record, actor: str, day: date | None, include_lapsed: bool) -> Iterator[dict[str, Any]]:
    """
    Yield the signals that an actor's own moves could set off, by act.

    Raises:
        UsageError: Nobody in the record has this name.
    """
    from sayso.ask.ledgers import named
    from sayso.ask.recorded import asking
    from sayso.knowledge.knowledge import knowledge

    with asking(record, knowledge(), day) as found:
        for one in found.exposure(named(record, actor), include_lapsed=include_lapsed):
            yield one.as_json()

"""The commands that take articles in: `read` prints what was read, `add` keeps it, `demo` shows both."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from sayso.errors import InputError, IntegrityError
from sayso.faces import stages
from sayso.faces.options import JsonOption, Outlet, Paths, Published, RecordOption, Url, named_record, record_name
from sayso.faces.printing import print_json, print_json_lines, show, tell

if TYPE_CHECKING:
    from sayso.acquire.capture import Capture
    from sayso.acquire.files import Refused
    from sayso.pipeline import Reader
    from sayso.record.entries import Reading
    from sayso.record.rounds import Counts, Run
    from sayso.record.store import Record

EXIT_QUARANTINED: Final = 3

# What `sayso demo` reads: the corpus that comes with the package, and the moves it runs.
DEMO: Final = Path(__file__).parents[1] / "demo"


@dataclass(frozen=True, slots=True)
class Refusal:
    """
    Why an input could not be read.

    Attributes:
        path: As given.
        reason: A key of `errors.QUARANTINE_REASONS`.
        detail: In words.
    """

    path: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Added:
    """
    What became of an input.

    Attributes:
        path: As given.
        became: `stored`, `version`, `merged`, `unchanged` or `quarantined`.
        article: Id of the article, or None where there is none.
        refusal: Why it was quarantined, or None.
    """

    path: str
    became: str
    article: str | None
    refusal: Refusal | None = None


def read(
    paths: Paths,
    json: JsonOption = False,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
) -> None:
    """
    Read articles and print what was read; no record is needed or touched.
    """
    refused = 0
    reader = cache(stages.new_reader)
    for one in stages.inputs(paths, published, outlet, url):
        found = _read(one, reader)
        refused += isinstance(found, Refusal)
        _print_read(found) if json else _show_read(found)
    if refused:
        raise typer.Exit(EXIT_QUARANTINED)


def add(
    context: typer.Context,
    paths: Paths,
    json: JsonOption = False,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
    record: RecordOption = None,
) -> None:
    """
    Read articles into a record; what is there already is left as it is, so it may be repeated and interrupted.
    """
    from sayso.record.store import open_record

    taken = stages.inputs(paths, published, outlet, url)
    with open_record(record_name(context, record)) as found:
        counts = add_all(found, taken, cache(stages.new_reader), _print_added if json else lambda _: None)
        _close(counts, found.name, json)


def demo(context: typer.Context, json: JsonOption = False, record: RecordOption = None) -> None:
    """
    Add the corpus that comes with sayso to a record, list its signals and run two moves on it.
    """
    from sayso.faces.narration import narrate

    moves = [line for line in (DEMO / "moves.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    reader = stages.new_reader()
    with _demo_record(named_record(context, record)) as found:
        taken = stages.inputs([str(DEMO / "*-*.txt")], None, None, None)
        counts = add_all(found, taken, lambda: reader, lambda _: None)
        if json:
            return print_json_lines(stages.answer(found, move, None, False, reader) for move in moves)
        return narrate(found, counts, moves, reader)


def add_all(
    record: Record,
    taken: Iterable[Capture | Refused],
    reader: Callable[[], Reader],
    told: Callable[[Added], None],
) -> Counts:
    """
    Add inputs to a record in one run, and settle it; what is there already, read by the same reader, is not read again.

    Args:
        record: Where to.
        taken: Captures, and what gave none.
        reader: Gives the reader, when the first capture is there.
        told: Is told what became of each input.

    Raises:
        IntegrityError: Some input is not accounted for.
    """
    from sayso.faces.progress import progress

    with progress("reading") as advance:
        run = record.begin()
        for one in taken:
            run.take()
            added = _add(run, one, reader)
            told(added)
            advance(added.path, failed=added.refusal is not None)
        counts = run.end()
    stages.settled(record)
    return counts


def _add(run: Run, one: Capture | Refused, reader: Callable[[], Reader]) -> Added:
    """Store one input or set it aside."""
    from sayso.acquire.capture import Capture

    if not isinstance(one, Capture):
        return _set_aside(run, Refusal(one.path, one.reason, one.detail), None)
    article = run.knows(one, reader().run)
    if article is not None:
        return Added(one.path, "unchanged", article)
    try:
        reading = stages.read_one(reader(), one)
        return Added(one.path, run.add(one, reading), reading.article.id)
    except InputError as error:
        return _set_aside(run, Refusal(one.path, error.reason, error.detail), one.sha256)
    except IntegrityError as error:  # a reading that does not hold is a crash of the reader, not of the run
        return _set_aside(run, Refusal(one.path, "crashed", str(error)), one.sha256)


def _set_aside(run: Run, refusal: Refusal, sha256: str | None) -> Added:
    run.quarantine(refusal.path, sha256, refusal.reason, refusal.detail)
    tell(f"quarantined {refusal.path}: {refusal.reason}, {refusal.detail}")
    return Added(refusal.path, "quarantined", None, refusal)


def _read(one: Capture | Refused, reader: Callable[[], Reader]) -> Reading | Refusal:
    from sayso.acquire.files import Refused

    if isinstance(one, Refused):
        return Refusal(one.path, one.reason, one.detail)
    try:
        return stages.read_one(reader(), one)
    except InputError as error:
        return Refusal(one.path, error.reason, error.detail)


def _print_read(found: Reading | Refusal) -> None:
    from sayso.record.entries import reading_json

    print_json(refusal_json(found) if isinstance(found, Refusal) else reading_json(found))


def _show_read(found: Reading | Refusal) -> None:
    from sayso.faces.panels import reading_panels, refused_table

    show(*([refused_table([refusal_json(found)])] if isinstance(found, Refusal) else reading_panels(found)))


def refusal_json(refusal: Refusal) -> dict[str, Any]:
    """Return the form of CONTRACT for what could not be read."""
    return {"schema": "sayso/quarantine/1", **asdict(refusal)}


def _print_added(added: Added) -> None:
    if added.refusal is not None:
        return print_json(refusal_json(added.refusal))
    return print_json({"schema": "sayso/added/1", "path": added.path, "article": added.article, "became": added.became})


def _close(counts: Counts, name: str, json: bool) -> None:
    """Print the counts of a run, and exit with 3 where some input was quarantined."""
    if json:
        print_json({"schema": "sayso/run/1", **asdict(counts)})
    else:
        from sayso.faces.panels import counts_line

        show(counts_line(asdict(counts), name))
    if counts.quarantined:
        raise typer.Exit(EXIT_QUARANTINED)


@contextmanager
def _demo_record(name: str | None) -> Iterator[Record]:
    """Give the record that was named, or a new one that is thrown away."""
    from sayso.record.store import open_record

    if name is not None:
        with open_record(name) as record:
            yield record
        return
    with tempfile.TemporaryDirectory(prefix="sayso-demo-") as folder, open_record(f"{folder}/demo.db") as record:
        yield record

"""The commands that take articles in: `read` prints what was read, `add` keeps it, `demo` shows both."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from sayso.errors import IntegrityError
from sayso.faces import stages
from sayso.faces.options import JsonOption, Outlet, Paths, Published, RecordOption, Url, named_record, record_name
from sayso.faces.printing import print_json, show, tell
from sayso.faces.stages import Outcome, answer, read_all

if TYPE_CHECKING:
    from sayso.pipeline import Reader
    from sayso.record.store import Counts, Record

EXIT_QUARANTINED: Final = 3

# What `sayso demo` reads: the corpus that comes with the package, and the moves it runs.
DEMO: Final = Path(__file__).parents[1] / "demo"


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
    for outcome in read_all(paths, published, outlet, url):
        refused += outcome.reading is None
        if json:
            _print_outcome(outcome)
        else:
            _show_outcome(outcome)
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

    def told(outcome: Outcome, became: str) -> None:
        if json:
            print_json(_added_json(outcome, became))

    with open_record(record_name(context, record)) as found:
        counts = add_all(found, read_all(paths, published, outlet, url), told)
        _close(counts, found.name, json)


def demo(context: typer.Context, json: JsonOption = False, record: RecordOption = None) -> None:
    """
    Add the corpus that comes with sayso to a record, list its signals and run two moves on it.
    """
    moves = (DEMO / "moves.txt").read_text(encoding="utf-8").splitlines()
    reader = stages.new_reader()
    with _demo_record(named_record(context, record)) as found:
        tell(f"Eighteen invented dispatches on the Cuban missile crisis of 1962 go into {found.name}.")
        counts = add_all(found, read_all([str(DEMO / "*-*.txt")], None, None, None, reader), lambda *_: None)
        if json:
            for move in filter(None, moves):
                print_json(answer(found, move, None, False, reader))
            return
        _close(counts, found.name, json=False)
        _narrate(found, [move for move in moves if move.strip()], reader)


def add_all(record: Record, outcomes: Iterator[Outcome], told: Callable[[Outcome, str], None]) -> Counts:
    """
    Add outcomes to a record in one run.

    Args:
        record: Where to.
        outcomes: What was read, and what could not be.
        told: Is told of each outcome and what became of it.

    Raises:
        IntegrityError: Some input is not accounted for.
    """
    from sayso.faces.progress import progress

    with progress("reading") as advance:
        run = record.begin()
        for outcome in outcomes:
            run.take()
            became = "quarantined"
            if outcome.reading is not None and outcome.capture is not None:
                try:
                    became = run.add(outcome.capture, outcome.reading)
                except IntegrityError as error:  # a reading that does not hold is the reader's crash, not the run's
                    outcome = Outcome(outcome.path, outcome.capture, None, "crashed", str(error))
            if outcome.reading is None:
                sha256 = outcome.capture.sha256 if outcome.capture else None
                run.quarantine(outcome.path, sha256, outcome.reason or "crashed", outcome.detail)
                tell(f"quarantined {outcome.path}: {outcome.reason}, {outcome.detail}")
            told(outcome, became)
            advance(outcome.path, failed=outcome.reading is None)
        return run.end()


def _print_outcome(outcome: Outcome) -> None:
    from sayso.record.entries import reading_json

    print_json(outcome.refusal if outcome.reading is None else reading_json(outcome.reading))


def _show_outcome(outcome: Outcome) -> None:
    from sayso.faces.panels import reading_panels, refused_table

    if outcome.reading is None:
        show(refused_table([outcome.refusal]))
    else:
        show(*reading_panels(outcome.reading))


def _added_json(outcome: Outcome, became: str) -> dict[str, object]:
    if outcome.reading is None:
        return outcome.refusal
    return {"schema": "sayso/added/1", "path": outcome.path, "article": outcome.reading.article.id, "became": became}


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


def _narrate(record: Record, moves: list[str], reader: Reader) -> None:
    from rich.rule import Rule
    from rich.text import Text

    from sayso.ask.listings import Rows
    from sayso.faces.answers import answer_parts
    from sayso.faces.asking import quote_from
    from sayso.faces.tables import table
    from sayso.record.entries import Signal
    from sayso.record.filters import Filters

    show(Rule("What was warned, threatened, promised, refused and demanded"))
    show(table(Signal, record.listed("signal", Filters(asides=False)), Rows(record).corroboration))
    show(Text("Every line rests on words of an article. Now suppose somebody moves:"))
    for move in moves:
        show(Rule(move))
        show(*answer_parts(answer(record, move, None, False, reader), quote_from(record)))
    show(Rule())
    show(Text("Nothing of this is a forecast: it is what was said would follow, and by whom."))
    show(Text("Any id leads back to the bytes: sayso --record RECORD show ID --walk"))

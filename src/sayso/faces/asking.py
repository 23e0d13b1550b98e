"""The commands that run a record: `whatif` and `exposure`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sayso.errors import UsageError
from sayso.faces.narrowing import day_of
from sayso.faces.options import JsonOption, RecordOption, opened
from sayso.faces.printing import print_json_lines, show
from sayso.faces.stages import answers, exposed

if TYPE_CHECKING:
    from sayso.faces.answers import Quote
    from sayso.record.store import Record

NEAREST: Final = 5
EXPLAINED: Final = 12
"""How many signals that did not fire are shown, and how many where it is asked why; set by hand."""

AsOf = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Read the record as of this day; else as of the latest publication in it."),
]
IncludeLapsed = Annotated[
    bool, typer.Option("--include-lapsed", help="Take in signals that were withdrawn or whose time has passed.")
]


def whatif(
    context: typer.Context,
    move: Annotated[str | None, typer.Argument(help="Who does what to whom, as in a headline.")] = None,
    batch: Annotated[
        str | None,
        typer.Option("--batch", metavar="FILE", help="Ask for many moves, one a line; - for standard input."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why the nearest silent ones did not fire, slot by slot.")
    ] = False,
    as_of: AsOf = None,
    include_lapsed: IncludeLapsed = False,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    Name a move, and see which recorded warnings and commitments it would set off, step by step.
    """
    day, moves = day_of("--as-of", as_of), _moves(move, batch)
    with opened(context, record) as found:
        said = answers(found, moves, day, include_lapsed, nearest=EXPLAINED if explain else NEAREST)
        from sayso.faces.answers import answer_parts, batch_table

        if json:
            print_json_lines(said)
        elif batch is not None:
            show(batch_table(said))
        else:
            for one in said:
                show(*answer_parts(one, quote_from(found), explain=explain))


def exposure(
    context: typer.Context,
    actor: Annotated[str, typer.Argument(metavar="NAME|ID", help="Whose own moves are meant.")],
    as_of: AsOf = None,
    include_lapsed: IncludeLapsed = False,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    List every recorded signal that an actor's own moves could set off, by the act that would do it.
    """
    day = day_of("--as-of", as_of)
    with opened(context, record) as found:
        rows = exposed(found, actor, day, include_lapsed)
        if json:
            return print_json_lines(rows)
        from sayso.faces.answers import exposure_parts

        return show(*exposure_parts(rows, actor, quote_from(found)))


def quote_from(record: Record) -> Quote:
    """Return how a signal's sentence is shown: with the words of condition and consequence in colour."""
    from sayso.faces.words import sentence

    return lambda entry, _words: sentence(record.walk(entry).listed)


def _moves(move: str | None, batch: str | None) -> Iterator[str]:
    if (move is None) is (batch is None):
        raise UsageError("name one move, or a file of moves with --batch, one a line")
    moves = [move] if move is not None else list(_lines(batch or ""))
    if not any(one.strip() for one in moves):
        raise UsageError("no move is named" if batch is None else f"{batch} names no move, one a line")
    return iter(moves)


def _lines(name: str) -> Iterator[str]:
    """Yield the moves of a file; empty lines and lines that begin with # are none."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name} is no UTF-8 text: {error.reason}") from error
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from error
    yield from (line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))

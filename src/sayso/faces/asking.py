"""The command that runs a record: `whatif`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.errors import UsageError
from sayso.faces.options import JsonOption, RecordOption, opened
from sayso.faces.printing import print_json, show
from sayso.faces.stages import answer

if TYPE_CHECKING:
    from sayso.faces.answers import Quote
    from sayso.record.store import Record


def whatif(
    context: typer.Context,
    move: Annotated[str, typer.Argument(help="Who does what to whom, as in a headline.")],
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Read the record as of this day; else as of the latest publication in it."),
    ] = None,
    lapsed: Annotated[bool, typer.Option("--lapsed", help="Let signals fire that lapsed or were withdrawn.")] = False,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    Name a move, and see which recorded warnings and commitments it would set off, step by step.
    """
    day = _day(as_of)
    with opened(context, record) as found:
        said = answer(found, move, day, lapsed)
        if json:
            return print_json(said)
        from sayso.faces.answers import answer_parts

        return show(*answer_parts(said, quote_from(found)))


def quote_from(record: Record) -> Quote:
    """Return how a signal's sentence is shown: with the words of condition and consequence in colour."""
    from sayso.faces.words import sentence

    return lambda entry, _words: sentence(record.walk(entry).listed)


def _day(given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"--as-of takes a day such as 1962-10-24, not {given!r}") from error

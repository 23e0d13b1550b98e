"""The commands on who had a text from whom: `copies` lists them with what was changed, `trace` follows one thing."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.faces.options import FromOutlet, InArticle, JsonOption, RecordOption, Versions, opened
from sayso.faces.printing import print_json, print_json_lines, show, tell
from sayso.faces.stages import settled


def copies(
    context: typer.Context,
    outlet: FromOutlet = None,
    article: InArticle = None,
    versions: Versions = False,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    List who printed whose text, and what was changed in it: inside quotations first.
    """
    from sayso.ask.copying import Wanted
    from sayso.ask.copying import copies as ask

    with opened(context, record) as found:
        rows = ask(settled(found), Wanted(outlet, article, versions))
        if json:
            return print_json_lines(rows)
        from sayso.faces.copies_shown import copy_lines

        count = 0
        for row in rows:
            show(copy_lines(row))
            count += 1
    return tell(f"{count} cop{'y' if count == 1 else 'ies'}" if count else "no article is a copy of another")


def trace(
    context: typer.Context,
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="Of an article, a statement or a signal; the beginning is enough.")
    ],
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    Follow a text through its copies: where it was first, who had it from whom, and how its words changed on the way.
    """
    from sayso.ask.trace import trace as ask

    with opened(context, record) as found:
        answer = ask(settled(found), identifier)
    if json:
        return print_json(answer)
    from sayso.faces.copies_shown import trace_lines

    return show(trace_lines(answer))

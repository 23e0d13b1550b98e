"""The commands that tell what became of signals: `ledger`, and the red-line sheet, `brief`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.errors import UsageError
from sayso.faces.narrowing import day_of, one_of, wished
from sayso.faces.options import (
    JsonOption,
    RecordOption,
    opened,
)
from sayso.faces.printing import print_json_lines, show, tell

if TYPE_CHECKING:
    from sayso.knowledge.knowledge import Knowledge
    from sayso.record.store import Record

AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="As of this day; else as of the latest publication in the record."),
]


def ledger(
    context: typer.Context,
    as_of: AsOf = None,
    sender: Annotated[
        str | None, typer.Option(metavar="NAME|ID", help="Only signals of this sender and of those who speak for it.")
    ] = None,
    target: Annotated[str | None, typer.Option(metavar="NAME|ID", help="Only signals that aim at this one.")] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Only warnings, threats, promises, ….")] = None,
    status: Annotated[
        str | None, typer.Option(metavar="OUTCOME", help="Only what is open, kept, broken, averted or lapsed.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what was said, or reported on, on this day or after it.")
    ] = None,
    asides: Annotated[
        bool, typer.Option("--asides/--no-asides", help="With captions, credits, comments and boilerplate.")
    ] = False,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    Tell what became of every warning, threat, promise, commitment, refusal and demand, by which rule, on what evidence.
    """
    from sayso.ask.ledgers import lines, once

    asked = wished(sender, target, kind, status, day_of("--since", since), asides=asides)
    with opened(context, record) as found:
        day = _as_of(found, as_of)
        told = lines(found, _known(), day, asked) if day is not None else []
        if json:
            from sayso.ledger.rows import row

            return print_json_lines(row(line, day) for line in told if day is not None)
        from sayso.faces.ledger_table import ledger_table

        shown = {line.claim.signal.id for line in once(told)}
        signals = [line for line in told if line.claim.signal.id in shown]
        if signals:
            show(ledger_table(found, signals))
        amount = f"{len(signals)} signal{'' if len(signals) == 1 else 's'}"
        reports = f", in {len(told)} reports" if len(told) > len(signals) else ""
        return tell(f"{amount}{reports}, as of {day or 'no date at all'}")


def brief(
    context: typer.Context,
    actor: Annotated[str, typer.Option(metavar="NAME|ID", help="By and towards whom.")],
    towards: Annotated[
        str | None, typer.Option(metavar="NAME|ID", help="Only what passed between the two of them.")
    ] = None,
    as_of: AsOf = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Tell what changed since this day; else in the last 21 days.")
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="md|html", help="Markdown, or one page of HTML.")] = "md",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it there instead of printing it.")] = None,
    record: RecordOption = None,
) -> None:
    """
    Write the red-line sheet of an actor: what it said it would and would not do, what was said to it, what came of it.
    """
    from sayso.ask.brief import brief as sheet_of
    from sayso.faces.sheets import html, markdown

    forms = {"md": markdown, "html": html}
    chosen = forms[one_of("format", form, list(forms)) or "md"]
    with opened(context, record) as found:
        day = _as_of(found, as_of)
        if day is None:
            raise UsageError("no article in this record has a date, so that there is no day to tell of")
        text = chosen(sheet_of(found, _known(), actor, towards, day, day_of("--since", since)))
    if out is None:
        return typer.echo(text, nl=False)
    out.write_text(text, encoding="utf-8")
    return tell(f"written to {out}")


def _known() -> Knowledge:
    from sayso.knowledge.knowledge import knowledge

    return knowledge()


def _as_of(record: Record, given: str | None) -> date | None:
    from sayso.weigh.views import as_of

    return as_of(record, day_of("--as-of", given))

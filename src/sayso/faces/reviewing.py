"""The commands by which people set a record right: `review` an entry, `retract` an article, and see what `changes`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sayso.errors import UsageError
from sayso.faces.narrowing import checked, one_of
from sayso.faces.options import (
    Asides,
    By,
    FromOutlet,
    InArticle,
    JsonOption,
    RecordOption,
    Source,
    Why,
    opened,
)
from sayso.faces.printing import print_json, print_json_lines, show, tell
from sayso.faces.sayings import say
from sayso.record.filters import GUESSED, Filters
from sayso.terms import Outcome

SCREEN: Final = 20
"""Entries of the queue that a person is shown unless more are asked for; machines get them all."""

if TYPE_CHECKING:
    from sayso.record.overlays import Overlay
    from sayso.record.store import Record


def review(
    context: typer.Context,
    identifier: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Of an entry, or of an overlay to undo; without one the queue.")
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="The entry is right.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="The entry is wrong: it leaves lists and counts.")] = False,
    set_to: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="The field has this value; repeatable, null for none."),
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Option(metavar="OUTCOME", help="What became of a signal, as of a day; --came or --missed if known."),
    ] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="The day from which on the outcome holds.")] = None,
    came: Annotated[
        bool | None, typer.Option("--came/--missed", help="Whether the condition of the signal came, as worded.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was last said of it, or this overlay.")] = False,
    why: Why = "",
    by: By = "",
    ask: Annotated[bool, typer.Option("--ask", help="Go through the queue one by one, asking for each.")] = False,
    made: Annotated[bool, typer.Option("--made", help="List all that people said, undone and orphaned too.")] = False,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Only statements, events or signals in the queue.")
    ] = None,
    source: Source = None,
    outlet: FromOutlet = None,
    article: InArticle = None,
    asides: Asides = False,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many in the queue.")] = None,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    Accept, correct or reject entries, the least certain first; what was read stays, and all of it can be undone.
    """
    with opened(context, record) as found:
        if identifier is not None:
            verdict = _outcome(outcome, as_of)
            _decide(found, identifier, (accept, reject, undo), set_to or [], verdict, came, by, why, json)
        elif accept or reject or undo or set_to or outcome:
            raise UsageError("name the entry: sayso review ID …")
        elif made:
            _made(found, json)
        else:
            kinds = [one_of("kind of entry", kind.rstrip("s"), list(GUESSED)) or kind] if kind else list(GUESSED)
            narrowed = checked("sentence", Filters(outlet=outlet, source=source, article=article, asides=asides))
            _queue(found, kinds, narrowed, limit, json, by if ask else None)


def retract(
    context: typer.Context,
    article: Annotated[str | None, typer.Argument(metavar="[ARTICLE]", help="Id of the article.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="All that this outlet published.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Bring it back.")] = False,
    why: Why = "",
    by: By = "",
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    Take an article, or all of an outlet's, out of lists, counts, what-if and ledger; it stays in the record.
    """
    if (article is None) == (outlet is None):
        raise UsageError("name an article, or --outlet NAME")
    with opened(context, record) as found:
        desk = found.desk
        if undo:
            said = [desk.undo(one.id, by=by, why=why) for one in desk.retractions(article, outlet)]
            if not said:
                raise UsageError(f"{article or outlet} is not retracted")
        elif outlet is not None:
            said = desk.retract_outlet(outlet, by=by, why=why)
        else:
            said = [desk.retract_article(article or "", by=by, why=why)]
        for one in said:
            say(one, json)


def changes(
    context: typer.Context,
    since: Annotated[
        str, typer.Option(metavar="DATE|RUN", help="From this day (UTC), moment of the feed, or number of a run on.")
    ],
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    Tell what changed: articles in, readings replaced, what people corrected, rejected, retracted, merged and undid.
    """
    with opened(context, record) as found:
        rows = found.changes(since)
    if json:
        return print_json_lines(rows)
    if not rows:
        return tell(f"nothing changed since {since}")
    from sayso.faces.review_tables import changes_table

    return show(changes_table(rows))


def _decide(
    record: Record,
    identifier: str,
    flags: tuple[bool, bool, bool],
    set_to: Sequence[str],
    verdict: tuple[Outcome, date] | None,
    came: bool | None,
    by: str,
    why: str,
    json: bool,
) -> None:
    accept, reject, undo = flags
    if accept + reject + undo + bool(set_to) + bool(verdict) > 1:
        raise UsageError("one thing at a time: --accept, --reject, --set, --outcome or --undo")
    if undo:
        return say(_undone(record, identifier, by, why), json)
    kind, entry = record.find(identifier)
    if kind in ("article", "entity"):
        raise UsageError(f"{entry} is an {kind}; articles are retracted, entities merged and split")
    desk = record.desk
    said: list[Overlay] = []
    if accept or reject:
        said = [(desk.accept if accept else desk.reject)(entry, by=by, why=why)]
    elif set_to:
        said = desk.correct(entry, dict(map(_pair, set_to)), by=by, why=why)
    elif verdict:
        said = [desk.judge(entry, *verdict, condition_met=came, by=by, why=why)]
    else:
        return _shown(record, entry, json)
    for one in said:
        say(one, json)
    return None


def _pair(given: str) -> tuple[str, str]:
    field, equals, value = given.partition("=")
    if not equals:
        raise UsageError(f"--set takes FIELD=VALUE, not {given!r}")
    return field.strip(), value


def _outcome(outcome: str | None, as_of: str | None) -> tuple[Outcome, date] | None:
    if outcome is None:
        return None
    named = one_of("outcome", outcome, [one.value for one in Outcome]) or outcome
    if as_of is None:
        raise UsageError("say from which day on: --as-of DATE")
    try:
        return Outcome(named), date.fromisoformat(as_of)
    except ValueError as error:
        raise UsageError(f"--as-of takes a day such as 1962-10-24, not {as_of!r}") from error


def _undone(record: Record, identifier: str, by: str, why: str) -> Overlay:
    """Undo an overlay by its id, or what was last said of an entry."""
    if identifier.startswith("ov"):
        return record.desk.undo(identifier, by=by, why=why)
    said = record.desk.standing(record.find(identifier)[1])
    if not said:
        raise UsageError(f"nobody has said anything of {identifier} that stands")
    return record.desk.undo(said[0].id, by=by, why=why)


def _shown(record: Record, entry: str, json: bool) -> None:
    said = [row for row in record.overlays() if row["target"] == entry]
    if json:
        return print_json_lines(said)
    from sayso.faces.panels import entry_panel
    from sayso.faces.review_tables import overlays_table

    return show(entry_panel(record.walk(entry).listed), *([overlays_table(said)] if said else []))


def _made(record: Record, json: bool) -> None:
    rows = record.overlays()
    if json:
        return print_json_lines(rows)
    if not rows:
        return tell("nobody has said anything over what was read")
    from sayso.faces.review_tables import overlays_table

    return show(overlays_table(rows))


def _queue(
    record: Record, kinds: Sequence[str], filters: Filters, limit: int | None, json: bool, asked_by: str | None
) -> None:
    from sayso.record.listing import listed_json

    if asked_by is not None:
        from sayso.faces.asking_each import ask_each

        return ask_each(record, record.queue(kinds, filters, limit), asked_by)
    if json:
        for one in record.queue(kinds, filters, limit):
            print_json(listed_json(one))
        return None
    waiting = list(record.queue(kinds, filters, None))
    if not waiting:
        return tell("nothing waits to be looked at")
    from sayso.faces.review_tables import queue_tables

    shown = waiting[: limit or SCREEN]
    show(*queue_tables(shown))
    return tell(f"{len(shown)} of {len(waiting)} that nobody has looked at, the least certain first")

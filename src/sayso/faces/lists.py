"""The commands that list what is in a record: entries, articles, entities, what was quarantined, runs, and search."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final

import typer

from sayso.faces.narrowing import checked, one_of
from sayso.faces.options import (
    Actor,
    Asides,
    FromOutlet,
    InArticle,
    JsonOption,
    Kind,
    RecordOption,
    Rejected,
    Since,
    Source,
    Target,
    Until,
    Versions,
    Zone,
    opened,
    ready,
)
from sayso.faces.printing import print_json_lines, show, tell
from sayso.record.filters import Filters

_KINDS: Final = ("statement", "event", "signal", "figure", "time")


def entries_command(kind: str, help_text: str) -> Callable[..., None]:
    """Return the command that lists the entries of a kind."""

    def command(
        context: typer.Context,
        outlet: FromOutlet = None,
        source: Source = None,
        actor: Actor = None,
        target: Target = None,
        kind_of: Kind = None,
        since: Since = None,
        until: Until = None,
        zone: Zone = None,
        asides: Asides = True,
        article: InArticle = None,
        versions: Versions = False,
        rejected: Rejected = False,
        json: JsonOption = False,
        record: RecordOption = None,
    ) -> None:
        asked = Filters(
            outlet=outlet,
            source=source,
            actor=actor,
            target=target,
            kind=kind_of,
            since=since,
            until=until,
            zone=zone,
            asides=asides,
            article=article,
            versions=versions,
            rejected=rejected,
        )
        _print_entries(context, record, kind, checked(kind, asked), json)

    command.__doc__ = help_text
    command.__name__ = f"{kind}s"
    return command


statements = entries_command("statement", "List who said what, in whose words, through whom.")
events = entries_command("event", "List what was done by whom to whom, and whether it happened or only might.")
signals = entries_command("signal", "List warnings, threats, promises, commitments, refusals and demands.")
figures = entries_command("figure", "List quantities with their bounds and what they count.")
times = entries_command("time", "List time expressions with the dates that they mean.")


def measures(
    context: typer.Context,
    disagree: Annotated[
        bool, typer.Option("--disagree", help="Only where the numbers of one day cannot stand together.")
    ] = False,
    outlet: FromOutlet = None,
    source: Source = None,
    since: Since = None,
    until: Until = None,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    List what several articles count of one thing: casualties, troops, money, shares, by source, outlet and date.
    """
    from sayso.ask.measures import measures as ask
    from sayso.knowledge.knowledge import knowledge

    filters = checked("figure", Filters(outlet=outlet, source=source, since=since, until=until, asides=False))
    with opened(context, record) as found:
        rows = list(ask(found, filters, knowledge(), disagree=disagree))
    if json:
        return print_json_lines(rows)
    from sayso.faces.measures_shown import measure_parts

    for row in rows:
        show(*measure_parts(row))
    return tell(f"{len(rows)} measure{'' if len(rows) == 1 else 's'}" if rows else "nothing is counted twice")


def articles(
    context: typer.Context,
    outlet: FromOutlet = None,
    since: Since = None,
    until: Until = None,
    versions: Versions = False,
    rejected: Rejected = False,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    List the articles of a record, with how much was read from each.
    """
    narrowed = Filters(outlet=outlet, since=since, until=until, versions=versions, rejected=rejected)
    filters = checked("article", narrowed)
    with opened(context, record) as found:
        if json:
            return print_json_lines(found.articles(filters))
        from sayso.faces.panels import articles_table

        return show(articles_table(found.articles(filters)))


def quarantine(context: typer.Context, json: JsonOption = False, record: RecordOption = None) -> None:
    """
    List what could not be read, with the reason, the latest run first.
    """
    with opened(context, record) as found:
        rows = list(found.quarantined())
    if json:
        return print_json_lines(rows)
    from sayso.faces.panels import refused_table

    return show(refused_table(rows)) if rows else tell("nothing was quarantined")


def runs(context: typer.Context, json: JsonOption = False, record: RecordOption = None) -> None:
    """
    List each time that input was added, with its counts; a run without an end was interrupted.
    """
    with opened(context, record) as found:
        rows = found.runs()
    if json:
        return print_json_lines(rows)
    from sayso.faces.tables import plain_table

    names = ("key", "recorded_at", "read", "stored", "versions", "merged", "unchanged", "quarantined")
    cells = ((*(row[name] for name in names), row["ended_at"] or "interrupted") for row in rows)
    return show(plain_table((*names, "ended_at"), cells))


def search(
    context: typer.Context,
    words: Annotated[
        str, typer.Argument(help='Words a sentence must hold; "a phrase" stands together, -word is absent.')
    ],
    kinds: Annotated[
        list[str] | None,
        typer.Option("--in", metavar="KIND", help="Only sentences with such an entry; repeatable."),
    ] = None,
    outlet: FromOutlet = None,
    source: Source = None,
    since: Since = None,
    until: Until = None,
    asides: Asides = True,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    Find sentences by their words, each with what was read from it.
    """
    from sayso.ask.search import search as ask

    wanted = [one_of("kind of entry", one, list(_KINDS)) or one for one in kinds or ()]
    filters = checked("sentence", Filters(outlet=outlet, source=source, since=since, until=until, asides=asides))
    with ready(context, record) as found:
        if json:
            return print_json_lines(ask(found, words, wanted, filters))
        from sayso.faces.hits import hits_table

        hits = found.search(words, wanted, filters)
        if not hits:
            return tell("no sentence holds these words")
        return show(hits_table(hits))


def _print_entries(context: typer.Context, record: str | None, kind: str, filters: Filters, json: bool) -> None:
    from sayso.ask.listings import Rows

    with ready(context, record) as found:
        rows = Rows(found)
        if json:
            return print_json_lines(rows.all_of(found.listed(kind, filters)))
        from sayso.faces.tables import table
        from sayso.record.rows import CLASSES

        listed = list(found.listed(kind, filters))
        if listed:
            rows.look_up(listed)
            show(table(CLASSES[kind], listed, rows.corroboration))
            return tell(f"{len(listed)} {kind}{'' if len(listed) == 1 else 's'}")
        asked = dict.fromkeys(name for name in (filters.source, filters.actor, filters.target) if name is not None)
        unknown = [name for name in asked if not found.named(name)]
        why = "".join(f"; nobody in this record is named {name!r}, `sayso entities` lists who is" for name in unknown)
        return tell(f"no {kind} passes{why}")

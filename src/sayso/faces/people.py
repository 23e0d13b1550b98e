"""The commands about who is who: `entities` lists them; `merge`, `split`, `apart` and `undo` are a person's word."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from sayso.errors import UsageError
from sayso.faces.examples import with_examples
from sayso.faces.narrowing import checked, one_of
from sayso.faces.options import (
    By,
    FromOutlet,
    JsonOption,
    Kind,
    RecordOption,
    Since,
    Until,
    Why,
    opened,
)
from sayso.faces.printing import print_json_lines, show, tell
from sayso.faces.sayings import say
from sayso.record.filters import Filters
from sayso.terms import Judgement

Ids = Annotated[list[str], typer.Argument(metavar="ID…", help="Ids or names of entities, as the list shows them.")]

app: Final = typer.Typer(
    invoke_without_command=True, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]}
)


@app.callback()
def entities(
    context: typer.Context,
    kind: Kind = None,
    outlet: FromOutlet = None,
    since: Since = None,
    until: Until = None,
    merged: Annotated[
        bool, typer.Option("--merged", help="With --json: one line an entity over all articles, as the table has it.")
    ] = False,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    List who and what the articles name, the most often mentioned first; as JSON for each article by itself.
    """
    if context.invoked_subcommand is not None:
        context.obj = {**(context.obj or {}), **({"record": record} if record else {})}
        return
    filters = checked("entity", Filters(kind=kind, outlet=outlet, since=since, until=until))
    with opened(context, record) as found:
        if json:
            print_json_lines(found.merged_entities(filters) if merged else found.entities(filters))
        else:
            from sayso.faces.panels import entities_table

            show(entities_table(found.merged_entities(filters)))


def merge(
    context: typer.Context, ids: Ids, why: Why, by: By, json: JsonOption = False, record: RecordOption = None
) -> None:
    """
    Say that several ids stand for one; the Wikidata id among them, else the first, goes on standing for it.
    """
    with opened(context, record) as found:
        say(found.desk.merge(ids, by=by, why=why), json)


def apart(
    context: typer.Context, ids: Ids, why: Why, by: By, json: JsonOption = False, record: RecordOption = None
) -> None:
    """
    Say that several ids stand for different persons, so that the pair is settled.
    """
    with opened(context, record) as found:
        say(found.desk.part(ids, by=by, why=why), json)


def split(
    context: typer.Context,
    entity: Annotated[str, typer.Argument(metavar="ID", help="Id or name of the entity that stands for two.")],
    why: Why,
    by: By,
    articles: Annotated[
        list[str] | None,
        typer.Option("--article", metavar="ID", help="An article in which it is somebody else; repeatable."),
    ] = None,
    mentions: Annotated[
        list[str] | None,
        typer.Option("--mentions", metavar="WORDS", help="Or the words by which the other is mentioned; repeatable."),
    ] = None,
    into: Annotated[
        str | None, typer.Option(metavar="ID", help="Who it is there; a new id where that is nobody known.")
    ] = None,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    Say that an id stands for somebody else in some articles.
    """
    if not articles and not mentions:
        raise UsageError("say where it is somebody else: --article ID, or --mentions WORDS")
    with opened(context, record) as found:
        done = found.desk.split(entity, articles=articles or (), words=mentions or (), into=into, by=by, why=why)
        say(done, json)


def undo(
    context: typer.Context,
    overlay: Annotated[str, typer.Argument(metavar="OVERLAY", help="Id of the merge or split, as it was printed.")],
    why: Why,
    by: By,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    Undo a merge, a split, or that ids were told apart; it is kept with who undid it and why.
    """
    with opened(context, record) as found:
        say(found.desk.undo(overlay, by=by, why=why), json)


def judgements(
    context: typer.Context,
    only: Annotated[
        str | None, typer.Option(metavar="JUDGEMENT", help="Only pairs judged positive, negative or unsure.")
    ] = None,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    List the persons whom no table knows two by two: who was held to be one, who is not, and where nobody can tell.
    """
    wanted = one_of("judgement", only, [one.value for one in Judgement])
    with opened(context, record) as found:
        rows = [row for row in found.judgements() if wanted in (None, row["judgement"])]
    if json:
        print_json_lines(rows)
    elif rows:
        from sayso.faces.review_tables import judgements_table

        show(judgements_table(rows))
    else:
        tell("no two persons were compared")


for _command in (merge, split, apart, undo, judgements):
    _name = _command.__name__
    app.command(_name, help=with_examples(f"entities {_name}", _command.__doc__))(_command)

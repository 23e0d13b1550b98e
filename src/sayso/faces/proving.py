"""The commands that lead back: `show` one thing or walk it down to its bytes, `verify` the whole record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso import __version__
from sayso.errors import IntegrityError, UsageError
from sayso.faces.options import JsonOption, RecordOption, opened, ready
from sayso.faces.printing import print_json, print_json_lines, show, tell
from sayso.faces.stages import extractor
from sayso.record.filters import Filters

if TYPE_CHECKING:
    from sayso.record.store import Record


def show_one(
    context: typer.Context,
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="Of an entry, an article or an entity; the beginning of it is enough.")
    ],
    walk: Annotated[bool, typer.Option("--walk", help="Walk from an entry down to its bytes.")] = False,
    json: JsonOption = False,
    record: RecordOption = None,
) -> None:
    """
    Show an entry, an article or an entity; with --walk the way from an entry to its bytes.
    """
    with ready(context, record) as found:
        kind, whole = found.find(identifier)
        if walk:
            if kind in ("article", "entity"):
                raise UsageError(f"only an entry can be walked to its bytes, and {whole} is an {kind}")
            _walk(found, whole, json)
        elif kind == "article":
            _article(found, whole, json)
        elif kind == "entity":
            _entity(found, whole, json)
        else:
            _entry(found, whole, json)


def verify(context: typer.Context, json: JsonOption = False, record: RecordOption = None) -> None:
    """
    Prove a whole record: every span, id, text and byte string is what it claims to be; exit code 4 otherwise.
    """
    from sayso.faces.progress import progress

    counts = {"bytes": 0, "reading": 0, "run": 0, "database": 0, "spans": 0}
    faults: list[str] = []
    with opened(context, record) as found, progress("verifying") as advance:
        for one in found.verify(extractor(), __version__):
            counts[one.what] += 1
            counts["spans"] += one.spans
            faults += one.faults
            advance(one.name, failed=bool(one.faults))
            if not json:
                for fault in one.faults:
                    tell(f"✗ {fault}")
    if json:
        print_json({"schema": "sayso/verified/1", "holds": not faults, **counts, "faults": faults})
    elif not faults:
        texts = f"{counts['spans']:,} spans of {counts['reading']:,} readings stand in their texts"
        show(f"✓ {found.name} holds: {texts}, {counts['bytes']:,} byte strings have their SHA-256")
    if faults:
        raise IntegrityError(f"{len(faults)} faults in {found.name}")


def _walk(record: Record, entry: str, json: bool) -> None:
    way = record.walk(entry)
    if json:
        from sayso.record.walk import walk_json

        print_json(walk_json(way))
    else:
        from sayso.faces.walks import walk_tree

        show(walk_tree(way))
    if not way.holds:
        raise IntegrityError(f"a step of the way from {entry} to its bytes does not hold")


def _entry(record: Record, entry: str, json: bool) -> None:
    from sayso.ask.listings import Rows, is_uttered
    from sayso.ask.retold import other_reports

    listed = record.walk(entry).listed
    others = list(other_reports(record, listed))
    if json:
        return print_json({**Rows(record).of(listed), **({"others": others} if is_uttered(listed) else {})})
    from sayso.faces.panels import entry_panel
    from sayso.faces.retold_shown import others_lines

    return show(entry_panel(listed), *others_lines(others, Rows(record).corroboration(listed)))


def _article(record: Record, article: str, json: bool) -> None:
    rows = record.articles(Filters(article=article, versions=True, rejected=True))
    if json:
        return print_json_lines(rows)
    from sayso.faces.panels import article_panel

    return show(*map(article_panel, rows))


def _entity(record: Record, entity: str, json: bool) -> None:
    (row,) = [row for row in record.merged_entities(Filters(versions=True)) if row["id"] == entity]
    if json:
        return print_json(row)
    from sayso.faces.panels import entity_panel

    return show(entity_panel(row, record.spellings(entity)))

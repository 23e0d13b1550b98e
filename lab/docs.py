"""
The code to its reference pages: docs/cli.md from the commands, docs/schema.md from the tables and the vocabularies.

    python -m lab.docs

The pages are committed, so that they can be read without running anything; tests/test_docs.py fails where they are
stale.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import typer

import sayso.record.store  # noqa: F401 - with it every module of tables is loaded
from sayso import terms
from sayso.article.article import Article
from sayso.errors import QUARANTINE_REASONS
from sayso.faces import cli
from sayso.faces.examples import EXAMPLES
from sayso.faces.options import DEFAULT_RECORD
from sayso.record.entries import Entity, Event, Figure, Signal, Statement, Time
from sayso.record.schema import metadata

DOCS: Final = Path(__file__).parents[1] / "docs"

EXIT_CODES: Final = (
    (0, "all done"),
    (1, "an error"),
    (2, "wrong usage"),
    (3, "done, but some input was quarantined"),
    (4, "an integrity check failed"),
    (130, "interrupted"),
)


# How a field of a value is printed, by its annotation; what is not here is not printed.
JSON_TYPES: Final = {
    "str": "string",
    "str | None": "string or null",
    "float": "number",
    "float | None": "number or null",
    "bool": "true or false",
    "Span": "range",
    "Spans": "list of ranges",
    "Spans | None": "list of ranges or null",
    "tuple[str, ...]": "list of strings",
    **{name: f"[{name}](#{name.lower()})" for name, one in inspect.getmembers(terms, inspect.isclass)},
}

JSON_LINES: Final = (
    (
        "`sayso/reading/1`",
        "`read`",
        "`article`, `run` (what read it), `zones` (`kind`, `start`, `end`), `entities`, `statements`, `events`, "
        "`signals`, `figures`, `times`",
    ),
    ("`sayso/quarantine/1`", "`read`, `add`, `quarantine`", "`path`, `reason`, `detail`"),
    ("`sayso/added/1`", "`add`", "`path`, `article` (id), `became`: `stored`, `version`, `merged` or `unchanged`"),
    (
        "`sayso/run/1`",
        "`add`, its last line",
        "`read`, `stored`, `versions` (of those stored), `merged`, `unchanged`, `quarantined`",
    ),
    ("`sayso/verified/1`", "`verify`", "`holds`, what was counted, `faults` in words"),
    ("an entry", "the lists, `show`", "the entry's keys and those below"),
    (
        "an article",
        "`articles`, `show`",
        "the article's keys, `captured_at`, `paths`, `superseded_by`, `entries` (counts)",
    ),
    ("an entity", "`entities`", "the entity's keys in one article; with `--merged` over all of them"),
    ("a sentence", "`search`", "`sentence`, `start`, `zone`, `article`, `score`, `entries`"),
    ("a walk", "`show --walk`", "`entry`, `spans`, `sentences`, `zones`, `text_sha256`, `ground` (bytes), `holds`"),
    (
        "`sayso/overlay/1`",
        "`review`, `retract`, `entities merge`, …",
        "`kind`, `of`, `id`, `target`, `field`, `value`, `by`, `why`, `recorded_at`, `undone`; in `review --made` also "
        "`holds` and `orphan`",
    ),
    (
        "a change",
        "`changes`",
        "`at`, `change`, `of`, `id`, `by` and `why` where a person did it, and what it is about (docs/review.md)",
    ),
    (
        "a judgement",
        "`entities judgements`",
        "`one`, `other`, `judgement`, `reason`, `by`, `names`, `articles` of both",
    ),
    (
        "an answer",
        "`whatif`",
        "`query`, `understood`, `why`, `events`, `fired`, `breaks`, `silent`, `nearest`",
    ),
)

LISTED_KEYS: Final = (
    ("article", "Id of the article."),
    ("sentence", "The sentence or sentences that hold it."),
    ("run", "What read it: version and model."),
    ("outlet", "Who published the article, or null."),
    ("published", "When it was published, or null."),
    ("corrected", "Fields that people corrected: `{field: {was, by, why}}`; the field itself has the person's value."),
    ("review", "The last that people said of it (accept, reject, retract), with `by` and `why`, or null."),
    ("same_as", "Statements and signals: ids of the entries judged to report the same utterance."),
    ("reports", "Statements and signals: how many independent outlets carry it, copies folded."),
)


def cli_page() -> str:
    """Return docs/cli.md."""
    group = typer.main.get_command(cli.app)
    lines = ["# Commands", "", "Made from the commands by `python -m lab.docs`; do not edit.", ""]
    lines += ["```sh", *EXAMPLES["sayso"], "```", ""]
    lines += [
        "`--record PATH|URL` is taken before or after a command's name, or from `SAYSO_RECORD`; "
        f"it is `{DEFAULT_RECORD}` otherwise.",
        "With `--json` standard output holds JSON and nothing else; progress and remarks go to standard error.",
        "`NO_COLOR` turns colour off.",
        "",
        "| exit code | means |",
        "| --- | --- |",
        *(f"| {code} | {meaning} |" for code, meaning in EXIT_CODES),
        "",
    ]
    for name, command in commands(group):
        lines += _command(name, command)
    return "\n".join(lines).rstrip() + "\n"


def commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command with its name, those of a group after the group itself: `entities`, `entities merge`."""
    for name, command in group.commands.items():
        yield f"{before}{name}", command
        if hasattr(command, "commands"):
            yield from commands(command, f"{before}{name} ")


def _command(name: str, command: Any) -> Iterator[str]:
    told = command.help.split("\n\n")[0]
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and one.name != "help"]
    usage = " ".join(["sayso", name, *(one.metavar or one.name.upper() for one in arguments), "[OPTIONS]"])
    yield from (f"## {name}", "", f"`{usage}`", "", told, "", "```sh", *EXAMPLES[name], "```", "")
    if arguments or options:
        yield from ("| | |", "| --- | --- |")
        yield from (f"| `{one.metavar or one.name.upper()}` | {one.help} |" for one in arguments)
        yield from (f"| {_spelling(one)} | {_escaped(one.help or '')} |" for one in options)
        yield ""


def _spelling(option: Any) -> str:
    names = ", ".join(f"`{name}`" for name in [*option.opts, *option.secondary_opts])
    return f"{names} `{_escaped(option.metavar)}`" if option.metavar and not option.is_flag else names


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def schema_page() -> str:
    """Return docs/schema.md."""
    lines = ["# Schema", "", "Made from the code by `python -m lab.docs`; do not edit.", ""]
    lines += [
        "What is printed as JSON and what is kept in the tables have the same words.",
        "Offsets are half-open ranges of Unicode code points in the article's text, counted from 0.",
        "A list of ranges, `[[start, end], …]`, is one discontinuous span; in `mentions` each range is one mention.",
        "What the text does not say is null. Dates are EDTF (ISO 8601-2).",
        "",
        *_json_section(),
        *_tables_section(),
        *_vocabularies_section(),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _json_section() -> Iterator[str]:
    yield from ("## JSON", "", "| line | printed by | holds |", "| --- | --- | --- |")
    yield from (f"| {line} | {command} | {_escaped(holds)} |" for line, command, holds in JSON_LINES)
    yield from ("", "Every entry of a list has these keys besides its own:", "", "| key | |", "| --- | --- |")
    yield from (f"| `{key}` | {meaning} |" for key, meaning in LISTED_KEYS)
    yield ""
    for kind in (Article, Entity, Statement, Event, Signal, Figure, Time):
        yield from (f"### {kind.__name__}", "", (inspect.getdoc(kind) or "").split("\n\n")[0], "")
        yield from ("| key | type | |", "| --- | --- | --- |")
        types = {one.name: str(one.type) for one in fields(kind)}
        for name, meaning in _attributes(kind):
            if types[name] in JSON_TYPES:
                yield f"| `{name}` | {JSON_TYPES[types[name]]} | {_escaped(meaning)} |"
        yield ""


def _attributes(kind: type) -> Iterator[tuple[str, str]]:
    """Yield the attributes that a class's docstring tells of."""
    told = (inspect.getdoc(kind) or "").partition("Attributes:\n")[2]
    for found in re.finditer(r"^    (\w+): (.*(?:\n     +.*)*)", told, re.M):
        yield found[1], re.sub(r"\bNone\b", "null", " ".join(found[2].split()))


def _tables_section() -> Iterator[str]:
    yield from ("## Tables", "", "A record is a database of these tables, the same in SQLite and in PostgreSQL.", "")
    for table in metadata.sorted_tables:
        yield from (f"### {table.name}", "", table.comment or "", "", "| column | type | |", "| --- | --- | --- |")
        yield from (f"| `{column.name}` | {_type(column)} | {column.comment} |" for column in table.columns)
        yield ""


def _vocabularies_section() -> Iterator[str]:
    yield from ("## Vocabularies", "")
    for name, enum in inspect.getmembers(terms, inspect.isclass):
        if issubclass(enum, StrEnum) and enum is not StrEnum:
            words = " ".join(f"`{one.value}`" for one in enum)
            yield from (f"### {name}", "", inspect.getdoc(enum) or "", "", words, "")
    yield from ("### Why something is quarantined", "", "| reason | |", "| --- | --- |")
    yield from (f"| `{reason}` | {meaning} |" for reason, meaning in QUARANTINE_REASONS.items())


def _type(column: Any) -> str:
    kind = str(column.type).lower()
    target = next(iter(column.foreign_keys), None)
    points = f", → {target.column.table.name}" if target is not None else ""
    return f"{kind}{'' if not column.nullable else ' or null'}{points}{', key' if column.primary_key else ''}"


PAGES: Final = {"cli.md": cli_page, "schema.md": schema_page}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

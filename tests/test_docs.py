"""The reference pages are what the code says today, and leave nothing out."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import typer

from lab.docs import DOCS, EXIT_CODES, PAGES, commands
from sayso.errors import QUARANTINE_REASONS
from sayso.faces import cli
from sayso.faces.examples import EXAMPLES
from sayso.record.schema import metadata

COMMANDS = dict(commands(typer.main.get_command(cli.app)))


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_is_what_the_code_says(name: str) -> None:
    """A page that was not made again after a change fails here: python -m lab.docs."""
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_has_help_examples_and_a_place_in_the_docs(name: str) -> None:
    """Every command and every option says what it does, and shows how it is used."""
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    command = COMMANDS[name]

    assert f"\n## {name}\n" in page
    assert EXAMPLES[name]
    assert command.help
    for one in command.params:
        assert one.help or one.name == "help", f"{name} {one.name}"
        assert all(f"`{spelling}`" in page for spelling in one.opts if one.param_type_name == "option" and one.help)


def test_examples_name_commands_and_options_that_exist() -> None:
    """Nothing is shown that would be refused."""
    for line in (line for lines in EXAMPLES.values() for line in lines):
        words = re.sub(r"^.*\|\s*(?=sayso)|\s[|>].*$", "", line).split()
        named = [word for word in words[1:] if word in COMMANDS]
        assert named, line
        inner = [" ".join(pair) for pair in pairwise(words) if " ".join(pair) in COMMANDS]
        meant = COMMANDS[(inner or named)[0]]
        spelled = {spelling for one in meant.params for spelling in (*one.opts, *one.secondary_opts)}
        assert {word for word in words if word.startswith("--")} <= spelled, line


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_a_table_and_its_columns_say_what_they_hold(table: object) -> None:
    """Every table and column has a comment, and it stands in the docs."""
    page = (DOCS / "schema.md").read_text(encoding="utf-8")

    assert table.comment in page  # type: ignore[attr-defined]
    for column in table.columns:  # type: ignore[attr-defined]
        assert column.comment
        assert f"| `{column.name}` | " in page
        assert column.comment in page


def test_every_reason_and_exit_code_is_documented() -> None:
    """What a script may meet is told."""
    schema, commands = ((DOCS / name).read_text(encoding="utf-8") for name in ("schema.md", "cli.md"))

    assert all(f"`{reason}`" in schema for reason in QUARANTINE_REASONS)
    codes = {0, cli.EXIT_ERROR, cli.EXIT_USAGE, 3, cli.EXIT_INTEGRITY, cli.EXIT_INTERRUPTED}
    assert {code for code, _ in EXIT_CODES} == codes
    assert all(f"| {code} |" in commands for code in codes)

"""The pages that are written by hand lead nowhere that is not, and show no command that would be refused."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
import typer

from lab.docs import commands as every_command
from lab.readme import BLOCK, README, ROOT
from sayso.faces import cli

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
COMMANDS = dict(every_command(typer.main.get_command(cli.app)))
BEFORE = {"--record", "-r", "--version", "--help", "-h"}


def headings(page: Path) -> set[str]:
    """The anchors of a page, as GitHub makes them of its headings."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def commands(page: Path) -> list[list[str]]:
    """The words of every line of a shell block that calls sayso, and of every command that makes an output block."""
    text = page.read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    lines += [found["command"] for found in BLOCK.finditer(text)]
    calls = [re.search(r"(?:^|\| )(sayso .*)", line) for line in lines]
    return [shlex.split(re.split(r" [>|] ", call[1])[0], comments=True) for call in calls if call]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """The file is there, and where a heading is named, the heading too."""
    links = re.findall(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", page.read_text(encoding="utf-8"))
    there = [(page.parent / file if file else page, heading) for file, heading in links]

    assert [str(file) for file, _ in there if not file.exists()] == []
    assert [heading for file, heading in there if heading and heading not in headings(file)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_that_is_shown_exists(page: Path) -> None:
    """Its name and its options are those of the command line."""
    for words in commands(page):
        name = next((word for word in words[1:] if word in COMMANDS), None)
        assert name, words
        name = next((" ".join(pair) for pair in pairwise(words) if " ".join(pair) in COMMANDS), name)
        known = {option for one in COMMANDS[name].params for option in (*one.opts, *one.secondary_opts)} | BEFORE
        assert {word for word in words if word.startswith("-") and len(word) > 1} <= known, words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_target_of_make_that_is_named_exists(page: Path) -> None:
    """What a reader is told to make can be made."""
    named = set(re.findall(r"`make ([a-z-]+)|^make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert {first or second for first, second in named} <= set(targets)


def test_the_readme_shows_what_its_commands_print() -> None:
    """Every block begins with its command and goes on with an answer: python -m lab.readme."""
    text = README.read_text(encoding="utf-8")
    blocks = [(found["command"], found.group().splitlines()) for found in BLOCK.finditer(text)]

    assert len(blocks) == text.count("<!-- output")
    assert all(lines[2] == f"$ {command}" and len(lines) > 4 for command, lines in blocks)

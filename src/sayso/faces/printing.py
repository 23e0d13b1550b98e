"""Lines and renderables to the screen: JSON and answers to standard output, progress and errors to standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import typer

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# A list that is not printed to a screen has nobody to fit it to, unless COLUMNS says how wide it may be: wide enough
# for a sentence beside its columns.
WIDTH_OF_A_FILE: Final = 140


def print_json(row: Mapping[str, Any]) -> None:
    """Print one JSON object on one line, every letter itself."""
    typer.echo(json.dumps(row, ensure_ascii=False))


def print_json_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print JSON Lines, each as soon as it is there."""
    for row in rows:
        print_json(row)


def show(*renderables: RenderableType) -> None:
    """Print to standard output for a person."""
    for one in renderables:
        screen().print(one)


def tell(remark: str) -> None:
    """Print to standard error what is no part of an answer, as one line; file names and errors may hold anything."""
    from sayso.faces.words import plain

    aside().print(plain(remark), soft_wrap=True)


def screen() -> Console:
    """Return standard output; words from articles are never read as markup, and NO_COLOR is respected."""
    return _console(_own(sys.stdout))


def aside() -> Console:
    """Return standard error, likewise."""
    return _console(_own(sys.stderr))


def _own(stream: Any) -> Any:
    """Return the stream itself where a progress line has put a stand-in before it."""
    return getattr(stream, "rich_proxied_file", stream)


@lru_cache(maxsize=2)
def _console(stream: Any) -> Console:
    """Return the one console of a stream: only so is a remark printed above a progress line and not into it."""
    from rich.console import Console

    width = None if stream.isatty() or os.environ.get("COLUMNS") else WIDTH_OF_A_FILE
    return Console(file=stream, markup=False, highlight=False, emoji=False, width=width)

"""
A Markdown page of ours to blocks: headings, paragraphs, lists and tables, with code and strong words in their text.

Only what our own pages use is known, and nothing of it becomes HTML here: templates do that, escaped like all else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_RUN: Final = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|\[(?P<label>[^\]]+)\]\([^)]*\)")
_HEADING: Final = re.compile(r"(?P<marks>#{1,4}) (?P<text>.+)")


@dataclass(frozen=True, slots=True)
class Text:
    """A run of a line: `plain`, `code` or `strong`."""

    words: str
    looks: str = "plain"


@dataclass(frozen=True, slots=True)
class Block:
    """
    A block.

    Attributes:
        kind: `heading`, `paragraph`, `list` or `table`.
        rows: Its lines, each a row of cells, each cell some runs; of a table the first is the head.
        level: Of a heading, 1 for the highest.
    """

    kind: str
    rows: tuple[tuple[tuple[Text, ...], ...], ...]
    level: int = 0


def blocks(markdown: str) -> Iterator[Block]:
    """Yield the blocks of a page."""
    for chunk in re.split(r"\n\s*\n", re.sub(r"<!--.*?-->", "", markdown, flags=re.DOTALL)):
        lines = [line.rstrip() for line in chunk.strip("\n").splitlines() if line.strip()]
        while lines and (found := _HEADING.fullmatch(lines[0])):
            yield Block("heading", ((runs(found["text"]),),), len(found["marks"]))
            lines = lines[1:]
        if lines:
            yield _block(lines)


def _block(lines: Sequence[str]) -> Block:
    if lines[0].startswith("|"):
        return Block("table", tuple(map(_cells, (line for line in lines if not _is_rule(line)))))
    if lines[0].startswith("- "):
        items: list[str] = []
        for line in lines:
            if line.startswith("- "):
                items.append(line[2:])
            else:
                items[-1] += f" {line.strip()}"
        return Block("list", tuple((runs(item),) for item in items))
    return Block("paragraph", ((runs(" ".join(line.strip() for line in lines)),),))


def _is_rule(line: str) -> bool:
    return set(line) <= set("|-: ")


def _cells(line: str) -> tuple[tuple[Text, ...], ...]:
    return tuple(runs(cell.strip()) for cell in line.strip().strip("|").split("|"))


def runs(line: str) -> tuple[Text, ...]:
    """Return a line in runs."""
    found: list[Text] = []
    at = 0
    for one in _RUN.finditer(line):
        found.append(Text(line[at : one.start()]))
        looks = "code" if one["code"] else "strong" if one["strong"] else "plain"
        found.append(Text(one["code"] or one["strong"] or one["label"], looks))
        at = one.end()
    return tuple(run for run in (*found, Text(line[at:])) if run.words)

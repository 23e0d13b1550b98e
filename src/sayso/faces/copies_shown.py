"""Copies and chains of copies to lines for a person: `[-left out-] {+put in+}`, with the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.faces.words import place_of, plain, short

Row = Mapping[str, Any]

_LONGEST: Final = 200
"""Letters shown of a sentence that was left out or put in."""


def copy_lines(row: Row) -> RenderableType:
    """Return a copy beside its original, with what was changed, a line each."""
    head = _article(row["original_article"]).append(" → " if row["direction"] else " ↔ ", "bold")
    head.append(_article(row["copy_article"]))
    told = Text(f"{row['similarity']:.0%} alike, {row['containment']['copy']:.0%} of the copy's words; ", "dim")
    told.append(plain(row["reason"]))
    return Padding(Group(head, told, *_edits(row["edits"])), (0, 0, 1, 0))


def trace_lines(answer: Row) -> RenderableType:
    """Return where something was first and every article that had it, in order of publication."""
    first = answer["first"]
    head = Text("first: ", "bold")
    head.append(_article(first) if first else Text("left open", "magenta"))
    head.append(f" · {plain(answer['reason'])}" if answer["reason"] else "", "dim")
    links = (line for link in answer["chain"] for line in _link(link))
    shared = (line for one in answer["shared"] for line in _shared(one))
    return Group(head, Text(), *links, *shared)


def _link(link: Row) -> Iterator[RenderableType]:
    line = _article(link["article"])
    if link["article"]["superseded_by"]:
        line.append(" (an older version)", "dim")
    yield line
    for credit in link["credits"]:
        yield Padding(Text(f"says: {plain(credit)}", "dim"), (0, 0, 0, 2))
    for step in link["from"]:
        how = Text("from " if step["direction"] else "like ").append(short(step["article"]))
        yield Padding(how.append(f" · {plain(step['reason'])}", "dim"), (0, 0, 0, 2))
        yield Padding(Group(*_edits(step["edits"])), (0, 0, 0, 4))
    if "words" in link:
        entry = Text(f" {link['entry']}", "cyan") if link.get("entry") else Text()
        words = plain(link["words"]) if link["words"] else "left out"
        yield Padding(Text(words, "bold" if link["words"] else "magenta").append(entry), (0, 0, 0, 2))


def _shared(one: Row) -> Iterator[RenderableType]:
    yield Text()
    yield Text(f"the same {one['relation']}, no copy: ", "yellow").append(_article(one["article"]))
    yield Padding(Text(plain(_cut(one["words"]))), (0, 0, 0, 2))


def _article(article: Row) -> Text:
    about = {"outlet": article["outlet"], "published": article["published"]}
    return short(article["id"]).append(f" {place_of(about)}", "not bold default")


def _edits(edits: list[Row]) -> Iterator[Text]:
    for edit in edits:
        line = Text("“ ” " if edit["in_quote"] else "    ", "bold yellow")
        left, right = edit["around"] if edit["kind"] == "wording" else ("", "")
        line.append(plain(left), "dim")
        if edit["before"]:
            line.append(f"[-{plain(_cut(edit['before']))}-]", "red")
        line.append(" " if edit["before"] and edit["after"] else "")
        if edit["after"]:
            line.append(f"{{+{plain(_cut(edit['after']))}+}}", "green")
        line.append(plain(right), "dim")
        if edit["hedge"]:
            line.append(f"  hedge {edit['hedge']}", "magenta")
        yield line


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"

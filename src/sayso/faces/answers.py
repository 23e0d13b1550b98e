"""A what-if's answer to a tree for a person: what fires, step by step, what would be broken, and what came near."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from sayso.faces.tables import plain_table
from sayso.faces.words import place_of, plain, short

# How an entry's sentence is shown: with its words in colour where the record can tell them.
Quote = Callable[[str, str], Text]

_SLOTS: Final = ("actor", "act", "object", "recipient", "place", "time")


def answer_parts(answer: Mapping[str, Any], quote: Quote) -> Iterator[RenderableType]:
    """
    Yield the parts of an answer.

    Args:
        answer: In the form of CONTRACT.
        quote: Gives a signal's sentence in colour, from its id and the sentence.
    """
    move = Text(plain(answer["query"]), "bold")
    if not answer["understood"]:
        yield Text.assemble("Not understood: ", move, "\n", (plain(answer["why"] or ""), "yellow"))
        return
    tree = Tree(Text.assemble("If ", move), guide_style="dim")
    _fired(tree, answer["fired"], quote)
    if answer["silent"]:
        tree.add(Text("nothing in this record was said to follow", "yellow"))
    yield tree
    if answer["why"]:
        yield Text(plain(answer["why"]), "yellow")
    if answer["breaks"]:
        broken = Tree(Text("It would contradict what its own side has said", "bold"), guide_style="dim")
        for one in answer["breaks"]:
            broken.add(_signal(one, quote))
        yield broken
    if answer["nearest"]:
        yield _nearest(answer["nearest"])


def _fired(tree: Tree, fired: list[Mapping[str, Any]], quote: Quote) -> None:
    """Hang each signal under what set it off."""
    branches: dict[str, Tree] = {"query": tree}
    for one in fired:
        above = next((branches[cause] for cause in one["because"] if cause in branches), tree)
        branches[one["signal"]["id"]] = above.add(_signal(one, quote))


def _signal(one: Mapping[str, Any], quote: Quote) -> Text:
    """Return a fired signal: kind, source, match and probability, then the sentence that proves it, then where."""
    signal = one["signal"]
    head = Text.assemble(short(signal["id"]), "  ", (signal["kind"], "bold yellow"))
    head.append(f" by {plain(one['source'] or 'nobody named')}", "bold")
    head.append(f"  step {one['step']}, match {one['match']}, probability {one['probability']:.2f}", "dim")
    where = Text(place_of(one["article"]), "dim")
    if one["reports"] and one["reports"] > 1:
        where.append(f", {one['reports']} outlets", "green")
    if one["outcome"] and one["outcome"] != "open":
        where.append(f", {one['outcome']}", "magenta")
    lines = [head, quote(signal["id"], one["sentence"]), where]
    if one["caveat"]:
        lines.append(Text(plain(one["caveat"]), "yellow"))
    return Text("\n").join(lines)


def _nearest(rows: list[Mapping[str, Any]]) -> RenderableType:
    cells = (
        (short(row["signal"]["id"]), row["signal"]["kind"], row["sentence"], _stopped(row), _where(row["article"]))
        for row in rows
    )
    made = plain_table(("nearest", "kind", "what was said", "stopped by", "where"), cells, wide="what was said")
    made.leading = 1
    return made


def _where(article: Mapping[str, Any]) -> Text:
    return Text("\n").join(Text(plain(article[key])) for key in ("outlet", "published") if article[key])


def _stopped(row: Mapping[str, Any]) -> str:
    unknown = [name for name in _SLOTS if row["slots"].get(name) == "unknown" and name != row["stopped_by"]]
    return "; ".join([row["stopped_by"], *([f"{', '.join(unknown)} unknown"] if unknown else [])])

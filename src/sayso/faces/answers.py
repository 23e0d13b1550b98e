"""A what-if's answers to what a person reads: what fires, step by step, what would be broken, and what came near."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from sayso.ask.exposure import UNNAMED
from sayso.faces.tables import plain_table
from sayso.faces.words import place_of, plain, short
from sayso.knowledge.spelling import in_sentence

# How an entry's sentence is shown: with its words in colour where the record can tell them.
Quote = Callable[[str, str], Text]

_SLOTS: Final = ("actor", "act", "object", "recipient", "place", "time")


def answer_parts(answer: Mapping[str, Any], quote: Quote, *, explain: bool = False) -> Iterator[RenderableType]:
    """
    Yield the parts of an answer.

    Args:
        answer: In the form of CONTRACT.
        quote: Gives a signal's sentence in colour, from its id and the sentence.
        explain: Show the slots of what came near side by side.
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
        yield _explained(answer["nearest"], quote) if explain else _nearest(answer["nearest"])


def batch_table(answers: Iterable[Mapping[str, Any]]) -> RenderableType:
    """Return a table of many moves: what each sets off and would break, or that it is met with silence."""
    made = plain_table(("move", "sets off", "would break"), map(_batch_row, answers), wide="sets off")
    made.leading = 1
    return made


def _batch_row(answer: Mapping[str, Any]) -> tuple[str | Text, ...]:
    if not answer["understood"]:
        return answer["query"], Text(plain(answer["why"] or ""), "yellow"), ""
    silent = Text("nothing" + (f": {plain(answer['why'])}" if answer["why"] else ""), "dim")
    fired = Text("\n").join(_batch_line(one) for one in answer["fired"])
    return answer["query"], silent if answer["silent"] else fired, Text("\n").join(map(_batch_line, answer["breaks"]))


def _batch_line(one: Mapping[str, Any]) -> Text:
    head = f"{short(one['signal']['id'])}  {one['step']}  {one['match']}  {one['probability']:.2f}  "
    return Text.assemble(
        (head, "dim"), (one["signal"]["kind"], "bold yellow"), f" by {plain(one['source'] or 'nobody')}"
    )


def exposure_parts(rows: Iterable[Mapping[str, Any]], actor: str, quote: Quote) -> Iterator[RenderableType]:
    """Yield what an actor's own moves could set off, a tree for each act."""
    has_any = False
    for (meaning, does), some in groupby(rows, key=lambda row: (row["meaning"], row["does"] or not row["meaning"])):
        has_any = True
        head = f"If {plain(in_sentence(actor))} were {'' if does else 'not '}to "
        title = Text.assemble(head, (meaning, "bold")) if meaning else Text(UNNAMED, "bold")
        tree = Tree(title, guide_style="dim")
        for row in some:
            tree.add(_exposed(row, quote))
        yield tree
    if not has_any:
        yield Text("nothing in this record was said to follow from its moves", "yellow")


def _exposed(row: Mapping[str, Any], quote: Quote) -> Text:
    signal = row["signal"]
    head = Text.assemble(short(signal["id"]), "  ", (signal["kind"], "bold yellow"))
    head.append(f" by {plain(row['source'] or 'nobody named')}", "bold")
    head.append("  open to anyone" if row["open"] else f"  as {row['match']}", "dim")
    return Text("\n").join([head, quote(signal["id"], row["sentence"]), _source(row)])


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
    lines = [head, quote(signal["id"], one["sentence"]), _source(one)]
    if one["caveat"]:
        lines.append(Text(plain(one["caveat"]), "yellow"))
    return Text("\n").join(lines)


def _source(one: Mapping[str, Any]) -> Text:
    """Return where a signal stands, how many independent outlets carry it, and what became of it."""
    where = Text(place_of(one["article"]), "dim")
    if one["reports"] and one["reports"] > 1:
        where.append(f", {one['reports']} outlets", "green")
    if one["outcome"] and one["outcome"] != "open":
        where.append(f", {one['outcome']}", "magenta")
    return where


def _explained(rows: list[Mapping[str, Any]], quote: Quote) -> RenderableType:
    tree = Tree(Text("Nearest, and what stopped them", "bold"), guide_style="dim")
    for row in rows:
        signal = row["signal"]
        head = Text.assemble(short(signal["id"]), "  ", (signal["kind"], "bold yellow"))
        lines = [head, quote(signal["id"], row["sentence"]), Text(place_of(row["article"]), "dim")]
        branch = tree.add(Text("\n").join(lines))
        for one in row["reasons"]:
            style = "red" if one["stops"] else "dim"
            branch.add(
                Text(
                    f"{one['slot']}: asked for {plain(one['asked'])}; found {plain(one['found'])}: {one['match']}",
                    style,
                )
            )
    return tree


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

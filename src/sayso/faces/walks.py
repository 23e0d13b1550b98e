"""A walk to a tree: from an entry down to its bytes, each step resting on the next and marked with whether it holds."""

from __future__ import annotations

from rich.text import Text
from rich.tree import Tree

from sayso.faces.words import STYLES, place_of, plain, sentence
from sayso.record.entries import KINDS
from sayso.record.walk import Step, Walk

# A zone can be a whole article: only as much of it is shown as says which it is.
_SHOWN: int = 80


def walk_tree(way: Walk) -> Tree:
    """Return the tree of a walk."""
    entry = way.listed.entry
    top = Text.assemble(
        (entry.id, "bold cyan"), f"  {KINDS[type(entry)]}", _mark(way.id_holds, "id follows from its spans")
    )
    tree = Tree(top, guide_style="dim")
    tree.add(sentence(way.listed))
    if way.retracted:
        tree.add(Text(f"retracted {way.retracted[0]}: {plain(way.retracted[1])}", "bold red"))
    branch = tree.add(Text("spans", "bold"))
    for step in way.spans:
        branch.add(_line(step, STYLES[step.name]))
    below = branch
    for step in way.sentences:
        below = branch.add(_line(step, ""))
    for step, element in zip(way.zones, way.elements, strict=True):
        below = below.add(_line(step, "", element))
    _ground(below, way)
    return tree


def _line(step: Step, style: str, element: str | None = None) -> Text:
    words = plain(step.words) if len(step.words) <= _SHOWN or style else f"{plain(step.words[:_SHOWN])}…"
    line = Text.assemble((step.name, "bold"), (f"  {step.start}–{step.end}  ", "dim"), (words, style))
    if element:
        line.append(f"  {element}", "dim")
    return line.append_text(_mark(step.holds))


def _ground(below: Tree, way: Walk) -> None:
    """Add article, text and bytes."""
    about, ground = way.listed.publication, way.ground
    known = {"outlet": about.outlet, "published": about.published}
    title = f"  {plain(about.title)}" if about.title else ""
    article = below.add(Text.assemble(("article", "bold"), f"  {about.id}  {place_of(known)}", (title, "italic")))
    if about.url:
        article.add(Text(plain(about.url), "dim"))
    article.add(Text(f"read by {plain(way.listed.run)}, recorded {way.recorded_at}", "dim"))
    text = Text.assemble(("text", "bold"), f"  {way.text_length:,} code points  SHA-256 {way.text_sha256}")
    under = article.add(text.append_text(_mark(way.text_holds)))
    size = Text.assemble(("bytes", "bold"), f"  {ground.size:,} of {ground.media_type}")
    last = under.add(size)
    for path, moment in ground.paths:
        last.add(Text(f"{plain(path)}  taken {moment}", "dim"))
    last.add(
        Text.assemble(("SHA-256", "bold"), f"  {ground.sha256}").append_text(_mark(ground.holds, "computed again"))
    )


def _mark(holds: bool, what: str = "") -> Text:
    """Return a mark that says whether a step holds; in words too, for whoever sees no colour."""
    if holds:
        return Text(f"  ✓{' ' + what if what else ''}", "green")
    return Text("  ✗ does not hold", "bold red")

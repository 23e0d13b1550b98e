"""One thing at a time for a person: an article as it was read, an entry, an entity, the counts of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from sayso.errors import QUARANTINE_REASONS
from sayso.faces.tables import marks, plain_table, table
from sayso.faces.words import name_of, names_of, place_of, plain, sentence, short, whole
from sayso.record.entries import KINDS, Event, Figure, Reading, Signal, Statement, Time, party_fields
from sayso.record.listing import Listed, of_reading

# In the order in which a person asks: who said what, who warned, what happened, how much, when.
ORDER: Final = (Statement, Signal, Event, Figure, Time)


def reading_panels(reading: Reading) -> Iterator[RenderableType]:
    """Yield what was read from one article: its head, then a table for each kind of entry that it has."""
    article = reading.article
    title = article.title or article.path
    known = {"outlet": article.outlet, "published": article.published}
    zones = Text(", ").join(Text(f"{count} {kind}") for kind, count in _counted([z.kind.value for z in article.zones]))
    lines = [
        Text(place_of(known)),
        Text(plain(article.path), "dim"),
        zones.append(f", {len(article.sentences)} sentences"),
    ]
    yield Panel(Text("\n").join(lines), title=Text(plain(title), "bold"), title_align="left")
    for kind in ORDER:
        rows = list(of_reading(reading, kind))
        if rows:
            yield Text(f"{len(rows)} {KINDS[kind]}{'s' if len(rows) > 1 else ''}", "bold")
            yield table(kind, rows, lambda _: None)


def entry_panel(listed: Listed) -> RenderableType:
    """Return an entry with all its fields, names beside ids, and the sentence that holds it."""
    grid = Table.grid(padding=(0, 2))
    for name, value in _fields(listed):
        grid.add_row(Text(name, "dim"), value)
    about = {"outlet": listed.publication.outlet, "published": listed.publication.published}
    title = Text(f"{KINDS[type(listed.entry)]} {listed.entry.id}", "bold cyan")
    body = Group(Padding(sentence(listed), (0, 0, 1, 0)), grid)
    return Panel(body, title=title, title_align="left", subtitle=Text(place_of(about)), subtitle_align="right")


def _fields(listed: Listed) -> Iterator[tuple[str, Text]]:
    entry = listed.entry
    entities = {"source", "sender", "place"}
    for name in type(entry).__dataclass_fields__:
        value = getattr(entry, name)
        if name == "id" or value is None or value == ():
            continue
        if name in entities:
            yield name, Text(f"{name_of(value, listed.names)}  ({value})")
        elif name in party_fields(type(entry)):
            yield name, Text(f"{names_of(value, listed.names)}  ({', '.join(value)})")
        elif isinstance(value, (str, float, bool)):
            yield name, Text(plain(str(value)))
    for line in marks(listed):
        yield "people", line
    yield "article", Text(listed.publication.id)
    yield "read by", Text(plain(listed.run))


def article_panel(row: Mapping[str, Any]) -> RenderableType:
    """Return what is known of an article of a record, and its text."""
    grid = Table.grid(padding=(0, 2))
    for name in ("outlet", "published", "byline", "url", "path", "sha256", "captured_at", "superseded_by", "run"):
        if row[name]:
            grid.add_row(Text(name, "dim"), Text(plain(row[name])))
    grid.add_row(Text("entries", "dim"), Text(", ".join(f"{count} {kind}" for kind, count in row["entries"].items())))
    text = Text("\n").join(Text(plain(line)) for line in row["text"].splitlines())
    title = Text(plain(row["title"] or row["id"]), "bold")
    return Panel(Group(grid, Padding(text, (1, 0, 0, 0))), title=title, title_align="left", subtitle=Text(row["id"]))


def entity_panel(row: Mapping[str, Any], spellings: Mapping[str, int]) -> RenderableType:
    """Return what is known of an entity over all articles of a record."""
    grid = Table.grid(padding=(0, 2))
    often = sorted(spellings.items(), key=lambda pair: (-pair[1], pair[0]))
    grid.add_row(Text("kind", "dim"), Text(row["kind"]))
    if row["affiliation"]:
        grid.add_row(Text("acts for", "dim"), Text(row["affiliation"]))
    if row["roles"]:
        grid.add_row(Text("roles", "dim"), Text(plain("; ".join(row["roles"]))))
    grid.add_row(Text("written", "dim"), Text(plain(", ".join(f"{words} ({count})" for words, count in often))))
    grid.add_row(Text("in", "dim"), Text(f"{len(row['articles'])} articles, {row['count']} mentions"))
    return Panel(grid, title=Text(plain(row["name"]), "bold"), title_align="left", subtitle=Text(row["id"]))


def articles_table(rows: Iterable[Mapping[str, Any]]) -> Table:
    """Return a list of articles with how many entries of each kind were read from them."""
    kinds = [KINDS[kind] for kind in ORDER]
    heads = ("id", "published", "outlet", "title", *(f"{kind}s" for kind in kinds))
    return plain_table(heads, (_article_cells(row, kinds) for row in rows), wide="title")


def _article_cells(row: Mapping[str, Any], kinds: Sequence[str]) -> tuple[Any, ...]:
    title = row["title"] or row["path"]
    return short(row["id"]), row["published"], row["outlet"], title, *(row["entries"].get(kind, 0) for kind in kinds)


def entities_table(rows: Iterable[Mapping[str, Any]]) -> Table:
    """Return a list of entities over all articles."""
    cells = (
        (whole(row["id"]), row["kind"], row["name"], "; ".join(row["roles"]), row["count"], len(row["articles"]))
        for row in rows
    )
    return plain_table(("id", "kind", "name", "roles", "mentions", "articles"), cells, wide="roles")


def counts_line(counts: Mapping[str, int], record: str) -> Text:
    """Return the counts of a run as the sum that has to come out."""
    parts = [f"{counts['stored']} stored"]
    if counts["versions"]:
        parts[0] += f" ({counts['versions']} of them versions)"
    parts += [f"{counts[name]} {name}" for name in ("merged", "unchanged", "quarantined") if counts[name]]
    return Text(f"{counts['read']} read = {' + '.join(parts)}, in ").append(plain(record), "bold")


def refused_table(rows: Sequence[Mapping[str, Any]]) -> Table:
    """Return what could not be read, each with its reason in words."""
    cells = ((row["path"], Text(row["reason"], "bold red"), _found(row)) for row in rows)
    return plain_table(("input", "reason", "what was found"), cells, wide="what was found")


def _found(row: Mapping[str, Any]) -> str:
    meaning = QUARANTINE_REASONS[row["reason"]]
    return f"{meaning}: {row['detail']}" if row["detail"] else meaning


def _counted(kinds: Sequence[str]) -> list[tuple[str, int]]:
    return [(kind, kinds.count(kind)) for kind in dict.fromkeys(kinds)]

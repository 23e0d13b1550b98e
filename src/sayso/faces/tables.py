"""Entries to a table for a person: who, what, the sentence with the quoted words in colour, outlet and date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from rich import box
from rich.table import Table
from rich.text import Text

from sayso.faces.amounts import amount
from sayso.faces.printing import screen
from sayso.faces.words import legend, name_of, names_of, plain, sentence, short
from sayso.merge.corroboration import Corroboration
from sayso.record.entries import Event, Figure, Signal, Statement, Time, span_fields
from sayso.record.listing import Listed
from sayso.terms import Certainty, OverlayKind, Standing

Corroborated = Callable[[Listed], Corroboration | None]

# Below this many columns four side by side leave the sentence too little room to be read.
NARROW: Final = 110

_VERDICTS: Final = {
    OverlayKind.ACCEPT: "✓ accepted",
    OverlayKind.REJECT: "✗ rejected",
    OverlayKind.RETRACT: "✗ article retracted",
}
_HEADS: Final[Mapping[type, str]] = {
    Statement: "who says",
    Event: "who does what",
    Signal: "who to whom",
    Figure: "how much",
    Time: "when",
}


def table(kind: type, rows: Iterable[Listed], corroborated: Corroborated) -> Table:
    """Return a table of entries of one kind; on a narrow screen what is told of each stands in one column."""
    colours = legend(span_fields(kind))
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, leading=1, caption=colours, caption_justify="left")
    narrow = screen().width < NARROW
    heads = (_HEADS[kind],) if narrow else ("id", _HEADS[kind])
    for head in heads:
        made.add_column(head, no_wrap=head == "id", max_width=30)
    made.add_column("in the words of the article", ratio=1)
    if not narrow:
        made.add_column("where and when", min_width=14, max_width=26)
    for one in rows:
        told, where = [short(one.entry.id), *_who(one), *marks(one)], _where(one, corroborated(one))
        if narrow:
            made.add_row(Text("\n").join([*told, where]), sentence(one))
        else:
            made.add_row(told[0], Text("\n").join(told[1:]), sentence(one), where)
    return made


def _who(listed: Listed) -> list[Text]:
    """Return the lines that tell what an entry says, in the fields of its kind."""
    entry, names = listed.entry, listed.names
    if isinstance(entry, Statement):
        return _statement(entry, names)
    if isinstance(entry, Event):
        return _event(entry, names)
    if isinstance(entry, Signal):
        return _signal(entry, names)
    if isinstance(entry, Figure):
        return [Text(amount(entry), "bold")]
    return [Text(entry.edtf or entry.value or "—", "bold"), Text(entry.type.value.lower(), "dim")]


def marks(listed: Listed) -> list[Text]:
    """Return what people said of an entry, a line each."""
    lines = []
    for one in listed.marks.corrected:
        was = ", ".join(map(str, one.was)) if isinstance(one.was, list) else one.was
        lines.append(Text(plain(f"✎ {one.field} was {'—' if was in (None, '') else was} ({one.by})"), "magenta"))
    if said := listed.marks.verdict:
        style = "green" if said.kind is OverlayKind.ACCEPT else "red"
        lines.append(Text(plain(f"{_VERDICTS[said.kind]} by {said.by}"), style))
    return lines


def _statement(entry: Statement, names: Mapping[str, str]) -> list[Text]:
    sure = "" if entry.certainty is Certainty.CERTAIN else f", {entry.certainty.value}"
    lines = [Text(name_of(entry.source, names), "bold"), Text(f"{entry.act.value}{sure}", "yellow")]
    if entry.addressee:
        lines.append(Text(f"to {names_of(entry.addressee, names)}", "dim"))
    if entry.via:
        lines.append(Text(f"via {names_of(entry.via, names)}", "dim"))
    return lines


def _event(entry: Event, names: Mapping[str, str]) -> list[Text]:
    whom = f" → {names_of(entry.recipient, names)}" if entry.recipient else ""
    lines = [Text(f"{names_of(entry.actor, names) or '—'}{whom}", "bold")]
    lines.append(Text(f"{entry.act} ({entry.event_type.value})", "yellow"))
    if entry.standing is not Standing.ACTUAL:
        lines.append(Text(entry.standing.value, "magenta"))
    if entry.place:
        lines.append(Text(f"in {name_of(entry.place, names)}", "dim"))
    return lines


def _signal(entry: Signal, names: Mapping[str, str]) -> list[Text]:
    whom = f" → {names_of(entry.target, names)}" if entry.target else ""
    kind = Text(entry.kind.value, "yellow")
    if entry.if_not:
        kind.append(", if it does not come", "magenta")
    return [Text(f"{name_of(entry.sender, names)}{whom}", "bold"), kind]


def _where(listed: Listed, corroboration: Corroboration | None) -> Text:
    """Return outlet and date, what kind of aside it stands in, and how many outlets carry it."""
    entry, about = listed.entry, listed.publication
    when = getattr(entry, "said_at", None) or getattr(entry, "happened", None)
    lines = [Text(plain(about.outlet or "unknown outlet")), Text(plain(about.published or "no date"), "dim")]
    if when and when != about.published:
        lines.insert(1, Text(f"{'said' if isinstance(entry, Statement) else 'happened'} {when}"))
    if entry.zone.is_aside:
        lines.append(Text(f"in a {entry.zone.value}", "magenta"))
    if corroboration is not None and corroboration.reports > 1:
        lines.append(Text(f"{corroboration.reports} outlets", "green"))
    return Text("\n").join(lines)


def plain_table(heads: Iterable[str], rows: Iterable[Iterable[Any]], wide: str | None = None) -> Table:
    """Return a table of plain cells; `wide` names the column that takes what room is left."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        made.add_column(head, ratio=1 if head == wide else None)
    for row in rows:
        made.add_row(
            *(cell if isinstance(cell, Text) else Text(plain("" if cell is None else str(cell))) for cell in row)
        )
    return made

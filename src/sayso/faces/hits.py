"""Hits of a search to a table: the sentence, where it stands, and the entries that rest on it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from sayso.faces.tables import plain_table
from sayso.faces.words import place_of, plain, short
from sayso.record.entries import KINDS
from sayso.record.searching import Hit


def hits_table(hits: Sequence[Hit]) -> Table:
    """Return a table of the sentences that answer a query, best first."""
    made = plain_table(("sentence", "where", "what was read from it"), (), wide="sentence")
    made.leading = 1
    for hit in hits:
        made.add_row(Text(plain(hit.sentence)), _where(hit), _entries(hit))
    return made


def _where(hit: Hit) -> Text:
    about = {"outlet": hit.publication.outlet, "published": hit.publication.published}
    return Text("\n").join([Text(place_of(about)), Text(f"{hit.publication.id[:8]}, {hit.zone}", "dim")])


def _entries(hit: Hit) -> Text:
    lines = [short(one.entry.id).append(f" {KINDS[type(one.entry)]}", "not bold default") for one in hit.entries]
    return Text("\n").join(lines) if lines else Text("—", "dim")

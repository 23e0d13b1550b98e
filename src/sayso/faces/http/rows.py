"""Entries to the rows that programs get: CONTRACT's keys, the words behind the spans, the names behind the ids."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.ask.listings import Rows
from sayso.faces.http import links
from sayso.faces.http.phrases import kind_of
from sayso.faces.http.quoting import field_words
from sayso.merge.corroboration import Corroboration
from sayso.record.entries import Json, entity_fields, party_fields
from sayso.record.listing import Listed


def entry_rows(rows: Rows, listed: Iterable[Listed]) -> list[dict[str, Json]]:
    """Return the rows of some entries: what `sayso … --json` prints, `words` by field, `names` by id, `page`."""
    return [_row(rows, one) for one in listed]


def reported(rows: Rows, listed: Iterable[Listed]) -> dict[str, Corroboration]:
    """Return who else reports some entries, by id, for those that somebody utters."""
    found = {one.entry.id: rows.corroboration(one) for one in listed}
    return {key: told for key, told in found.items() if told is not None}


def _row(rows: Rows, listed: Listed) -> dict[str, Json]:
    return {
        **rows.of(listed),
        "words": field_words(listed),
        "names": named(listed),
        "page": links.entry(kind_of(listed.entry), listed.entry.id),
    }


def named(listed: Listed) -> dict[str, str]:
    """Return the names of those whom an entry speaks of, by id."""
    entry = listed.entry
    single = (getattr(entry, name) for name in entity_fields(type(entry)))
    several = (one for name in party_fields(type(entry)) for one in getattr(entry, name))
    return {one: listed.names.get(one, one) for one in (*single, *several) if one is not None}

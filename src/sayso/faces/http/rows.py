"""Entries to the rows that programs get: CONTRACT's keys, the words behind the spans, the names behind the ids."""

from __future__ import annotations

from sayso.faces.http import links
from sayso.faces.http.phrases import kind_of
from sayso.faces.http.quoting import field_words
from sayso.record.entries import Json, entity_fields, party_fields
from sayso.record.listing import Listed, listed_json


def entry_row(listed: Listed) -> dict[str, Json]:
    """Return the row of an entry: what `sayso … --json` prints, `words` by field, `names` by id, `page`."""
    told = listed_json(listed)
    return {
        **told,
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

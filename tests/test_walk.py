"""The walk: from every kind of entry through spans, sentence, zone and text to the bytes and their SHA-256."""

from __future__ import annotations

import hashlib
import json

import pytest
from drafts import norland

from sayso.errors import UsageError
from sayso.record.entries import KINDS, Entry, spans_by_field
from sayso.record.store import Record
from sayso.record.walk import walk_json

ENTRIES = norland().reading.entries()


@pytest.fixture
def filled(record: Record) -> Record:
    record.add(norland().capture, norland().reading)
    return record


def test_every_kind_of_entry_is_walked() -> None:
    """The cases below leave no kind out."""
    assert {type(entry) for entry in ENTRIES} == set(KINDS)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{KINDS[type(entry)]} {entry.id}")
def test_an_entry_leads_back_to_the_bytes(filled: Record, entry: Entry) -> None:
    """Each step lies in the next: spans in sentences, sentences in zones, zones in the text; the text is the bytes."""
    draft = norland()
    data = draft.capture.data
    text = data.decode()
    way = filled.walk(entry.id)

    assert way.holds
    assert way.listed.entry == entry
    assert sorted((s.name, s.start, s.end) for s in way.spans) == sorted(
        (name, span.start, span.end) for name, span in spans_by_field(entry)
    )
    assert [text[s.start : s.end] for s in (*way.spans, *way.sentences)] == [
        s.words for s in (*way.spans, *way.sentences)
    ]
    for inner, outer in ((way.spans, way.sentences), (way.sentences, way.zones)):
        assert all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)
    assert [zone.name for zone in way.zones][-1:] == [entry.zone.value]
    assert way.text_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (way.ground.sha256, way.ground.size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert way.ground.paths == (("norland.txt", "2031-05-07T12:00:00.000+00:00"),)


@pytest.mark.parametrize("entry", ENTRIES[:1] + ENTRIES[-1:], ids=lambda entry: KINDS[type(entry)])
def test_a_walk_prints_as_json(filled: Record, entry: Entry) -> None:
    """A machine gets the same steps, each with whether it holds."""
    printed = json.loads(json.dumps(walk_json(filled.walk(entry.id))))

    assert printed["holds"] is True
    assert printed["entry"]["id"] == entry.id
    assert {step["holds"] for part in ("spans", "sentences", "zones") for step in printed[part]} == {True}
    assert printed["ground"]["holds"] is True


def test_an_unknown_entry_cannot_be_walked(filled: Record) -> None:
    """The message names the id."""
    with pytest.raises(UsageError, match="st0000"):
        filled.walk("st0000")

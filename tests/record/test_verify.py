"""Verify: everything that was tampered with is named, and what was not holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drafts import norland
from sqlalchemy import text

from sayso.acquire.capture import Capture
from sayso.article.article import Article
from sayso.record.store import Record

VERSION = "0.1.0"


def extract(capture: Capture) -> Article:
    """The text that the draft had, as an extractor gives it."""
    return replace(norland().article, text=capture.data.decode())


@pytest.fixture
def filled(record: Record) -> Record:
    draft = norland()
    record.add(draft.capture, draft.reading)
    return record


def faults(record: Record) -> list[str]:
    return [fault for one in record.verify(extract, VERSION) for fault in one.faults]


def test_a_sound_record_holds(filled: Record) -> None:
    """Nothing is wrong, and every stretch of text was compared."""
    checked = list(filled.verify(extract, VERSION))
    draft = norland()
    spans = sum(len(one.mentions) for one in draft.entities) + len(draft.article.sentences)
    spans += sum(1 for entry in draft.reading.entries() for _ in _spans(entry))

    assert faults(filled) == []
    assert sum(one.spans for one in checked) == spans


def _spans(entry: object) -> tuple[object, ...]:
    from sayso.record.entries import spans_in

    return spans_in(entry)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tampering", "expected"),
    [
        ("UPDATE stored_bytes SET packed = '\\x00'", "another digest or size"),
        ("UPDATE stored_bytes SET size = size + 1", "another digest or size"),
        ("UPDATE readings SET text = replace(text, 'war', 'tea')", "its text has another digest"),
        ("UPDATE readings SET text = replace(text, 'war', 'tea')", "is not 'that any landing on the Skerry Islands"),
        ("UPDATE readings SET text = text || 'x'", "another text comes out of its bytes"),
        ("UPDATE spans SET start = start - 1 WHERE field = 'content'", "span"),
        ("UPDATE spans SET words = 'peace' WHERE words = 'war'", "is not 'peace'"),
        ("UPDATE mentions SET words = 'Holmes' WHERE words = 'Ada Holm'", "mention"),
        ("UPDATE sentences SET words = 'All is well.' WHERE position = 1", "sentence"),
        ("UPDATE entries SET id = 'st0000000000000000' WHERE kind = 'statement' AND position = 0", "give another id"),
        ("UPDATE entries SET statement = 'st9' WHERE kind = 'figure'", "statement st9 is not there"),
        ("UPDATE statements SET act = 'sing'", "cannot be put together"),
        ("UPDATE articles SET outlet = 'Other'", "its bytes, outlet and URL give another id"),
        ("DELETE FROM zones WHERE position = 2", "no zone covers"),
        ("UPDATE runs SET stored = stored + 1", "1 inputs were read and 2 accounted for"),
    ],
)
def test_tampering_is_named(filled: Record, tampering: str, expected: str) -> None:
    """Whatever is changed behind the record's back, verify says what no longer holds."""
    with filled._engine.begin() as connection:
        connection.execute(text(tampering))

    assert any(expected in fault for fault in faults(filled)), faults(filled)


def test_another_version_s_text_is_not_extracted_again(filled: Record) -> None:
    """An extractor that has changed since is no fault of the record's."""
    found = [
        one for one in filled.verify(lambda capture: replace(extract(capture), text="other"), "9.9.9") if one.faults
    ]

    assert found == []

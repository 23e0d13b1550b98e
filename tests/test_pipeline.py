"""The whole way from bytes to a reading, with the model that ships; the sentences are our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sayso.acquire.capture import Capture, Hints
from sayso.pipeline import Reader
from sayso.record.entries import Reading, reading_json, spans_in
from sayso.record.proof import faults
from sayso.spans import words_of
from sayso.terms import SignalKind, SpeechAct, Standing, ZoneKind

DISPATCH = """\
Harbour talks fail in Tallinn

By Mari Lepik

TALLINN, May 4 — Latvia's foreign minister, Ilze Ozola, warned on Tuesday that any boarding of Latvian tankers by the
Estonian navy would lead to a trade war, according to the Baltic News Service.

"We will close our ports if a single ship is stopped," Ozola told reporters. She ruled out sending warships.

In this photo taken on Monday, a crane stands idle in the harbour of Riga. A docker said Latvia will attack at dawn.
(Photo: Harbour Press)

Estonia has deployed 400 sailors to the islands, three times as many as a year ago. Its prime minister urged Riga to
return to the table.

Comments

Janis P.
May 5, 2010 at 10:14
Estonia will invade us, the admiral said.
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the shipped model."""
    return Reader()


def captured(text: str, **hints: str) -> Capture:
    """A capture of plain text."""
    return Capture(text.encode(), "dispatch.txt", datetime(2010, 5, 6, tzinfo=UTC), "text/plain", Hints(**hints))


@pytest.fixture(scope="module")
def reading(reader: Reader) -> Reading:
    """The dispatch as it was read."""
    return reader.read(captured(DISPATCH, published="2010-05-04", outlet="Gulf Herald"))


def names(reading: Reading) -> dict[str, str]:
    """Names of entities by id."""
    return {one.id: one.name for one in reading.entities}


def test_a_reading_proves_itself(reading):
    """Ids recompute, spans stand in the text, and every id that an entry names is in the reading."""
    assert list(faults(reading)) == []


def test_a_warning_is_its_senders_with_condition_and_consequence(reading):
    """Who warned, of what, if what."""
    text = reading.article.text
    found = next(s for s in reading.signals if s.kind is SignalKind.WARNING)

    assert names(reading)[found.sender or ""] == "Ilze Ozola"
    assert "boarding of Latvian tankers" in words_of(text, found.condition or ())
    assert "a trade war" in words_of(text, found.consequence or ())
    assert "would lead" not in words_of(text, found.consequence or ())


def test_a_statement_has_its_source_date_and_carrier(reading):
    """The relative date is read against publication, the agency is the carrier."""
    found = next(s for s in reading.statements if s.act is SpeechAct.WARN)

    assert names(reading)[found.source or ""] == "Ilze Ozola"
    assert found.said_at == "2010-05-04"
    (carrier,) = [one for one in reading.entities if one.id in found.via]
    assert {"Baltic News Service"} == {span.of(reading.article.text) for span in carrier.mentions}


def test_a_pronoun_is_who_spoke_last(reading):
    """She who ruled it out is the minister."""
    found = next(s for s in reading.signals if s.kind is SignalKind.REFUSAL)

    assert names(reading)[found.sender or ""] == "Ilze Ozola"


def test_what_may_happen_is_not_what_happened(reading):
    """The deployment is actual, what the conditions name is not."""
    by_act = {}
    for event in reading.events:
        if event.zone is ZoneKind.BODY:
            by_act.setdefault(event.act, set()).add(event.standing)

    assert {Standing.ACTUAL} == by_act["deploy"] - {Standing.NEGATED, Standing.HYPOTHETICAL}
    assert all(
        event.standing is not Standing.ACTUAL
        for event in reading.events
        if any("boarding" in span.of(reading.article.text) for span in event.cue)
    )


def test_what_a_caption_or_a_comment_says_is_marked_as_theirs(reading):
    """Nothing that stands in an aside is the article's own."""
    text = reading.article.text
    for entry in (*reading.statements, *reading.events, *reading.signals):
        quoted = " ".join(span.of(text) for span in spans_in(entry))
        if "attack at dawn" in quoted or "invade" in quoted:
            assert entry.zone.is_aside


def test_figures_and_times_are_read(reading):
    """A count, a relative figure, and a time against publication."""
    text = reading.article.text

    assert {400.0, 3.0} <= {figure.value for figure in reading.figures}
    assert "2010-05-04" in {time.edtf for time in reading.times if time.span.of(text) == "Tuesday"}


def test_reading_twice_gives_the_same_to_the_byte(reader, reading):
    """Nothing of what was read before or after changes a reading."""
    reader.read(captured("The king said nothing. Denmark sent two ships to the strait."))
    again = reader.read(captured(DISPATCH, published="2010-05-04", outlet="Gulf Herald"))

    assert reading_json(reading) == reading_json(again)


def test_the_same_words_in_another_outlet_are_another_article(reader, reading):
    """An article is its bytes, its outlet and its URL; its entries' ids follow."""
    other = reader.read(captured(DISPATCH, published="2010-05-04", outlet="Sound Courier"))

    assert reading.article.id != other.article.id
    assert reading.statements[0].id != other.statements[0].id
    assert reading.statements[0] == replace(other.statements[0], id=reading.statements[0].id)


def test_what_a_treaty_speaks_of_is_not_who_speaks(reader):
    """The attack that "shall be considered" one on all has no side and sends nothing."""
    text = "Under Article 3 of the pact, an armed attack by any state on a member shall be considered an attack on all."
    reading = reader.read(captured(text, published="2010-05-04"))

    (signal,) = reading.signals
    assert signal.kind is SignalKind.COMMITMENT
    assert signal.sender is None or "attack" not in signal.sender


MOVES = [
    ("Norway sends warships to the strait", ("deploy", "Norway"), "a plain move"),
    ("Turkey withdraws its troops from Cyprus", ("withdraw", "Turkey"), "the opposite of sending"),
    ("Iran is attacked by Israel", ("attack", "Israel"), "a passive names who does it last"),
    ("India blockades Karachi", ("blockade", "India"), "a verb that may be a noun"),
]


@pytest.mark.parametrize(("words", "expected", "why"), MOVES, ids=[why for *_, why in MOVES])
def test_a_move_is_read_by_the_same_pipeline(reader, words, expected, why):
    """A query is one sentence, read like any other."""
    move = reader.read_move(words)

    assert expected == (move.events[0].act, move.entities[move.events[0].actor[0]].name), why


def test_words_without_a_move_are_told_from_a_move_that_nothing_is_about(reader):
    """Whether somebody acts at all is known, even where the taxonomy has no name for it."""
    assert reader.read_move("Sweden paints its railway stations").has_clause
    assert not reader.read_move("mostly harmless").has_clause
    assert reader.read_move("").events == ()


def test_a_name_that_the_tagger_cut_short_is_whole(reader):
    """A given name that is also a ruler's surname, with its own surname behind it, is nobody's but its bearer's."""
    said = "Kenyan troops will march on Moyale if Hussein Odhiak hands weapons to the rebels, General Njoroge warned."
    names_of = {one.name for one in reader.read(captured(said, published="1999-09-06")).entities}

    assert "Hussein Odhiak" in names_of
    assert "Saddam Hussein" not in names_of

"""What pages draw: texts in lanes, walks in layers, answers as graphs; and the words for what is spelled in one."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from drafts import norland

from sayso.faces.http import phrases
from sayso.faces.http.graph import LINES, drawing
from sayso.faces.http.lanes import stretches
from sayso.faces.http.quoting import Mark, Piece, cut
from sayso.faces.http.strata import MOST, bedrock
from sayso.record.store import Record
from sayso.spans import Span
from sayso.terms import ZoneKind


def test_pieces_are_cut_wherever_anything_begins_or_ends() -> None:
    """Overlapping marks need not nest, and the pieces are the text again."""
    text = "if ships cross the line"
    pieces = cut(text, 10, [Mark(Span(13, 24), "a", "one"), Mark(Span(19, 40), "b", "two"), Mark(Span(0, 9), "c")])

    assert pieces == [
        Piece("if "),
        Piece("ships ", ("a",), ("one",)),
        Piece("cross", ("a", "b"), ("one", "two")),
        Piece(" the line", ("b",), ("two",)),
    ]
    assert "".join(piece.text for piece in pieces) == text


def test_two_of_one_kind_over_one_another_are_told_apart() -> None:
    """A statement within a statement has a lane that says so."""
    pieces = cut("she said", 0, [Mark(Span(0, 8), "st", "outer"), Mark(Span(4, 8), "st", "inner")])

    assert pieces[1].names == ("st", "st-twice")


def test_the_lanes_hold_the_whole_text(record: Record) -> None:
    """Zone by zone and sentence by sentence every letter is there once, asides as what they are."""
    sheet = record.pages.sheet(norland(url="https://fjord.example/1").id)
    assert sheet is not None
    zones = stretches(sheet)
    lines = [line for zone in zones for paragraph in zone.paragraphs for line in paragraph.lines]

    assert [line.number for line in lines] == list(range(1, len(sheet.article.sentences) + 1))
    shown = "".join(piece.text for line in lines for piece in line.pieces)
    assert "".join(shown.split()) == "".join(sheet.article.text.split())
    assert [zone.kind for zone in zones][-1] is ZoneKind.CAPTION
    caption = zones[-1].paragraphs[0].lines[-1]
    assert {one.entry.zone for one in caption.notes} == {ZoneKind.CAPTION}


def test_bytes_are_pointed_at_only_where_they_say_the_words() -> None:
    """In any encoding of a plain file; of anything else the beginning of the file is shown and nothing claimed."""
    text = "Ünter dem Strich: “we will close the strait”"
    span = Span(text.index("we"), len(text) - 1)
    for encoding in ("utf-8", "cp1252", "utf-16-le"):
        found = bedrock(text.encode(encoding), text, span).at
        assert found is not None
        assert (found.data.decode(found.encoding), found.encoding) == ("we will close the strait", encoding)
    nothing = bedrock(b"<p>Something else</p>", text, span)
    assert nothing.at is None
    assert nothing.lines


def test_a_long_stretch_shows_its_ends() -> None:
    """What lies between is left out, and that is shown."""
    lines = bedrock(b"x" * 5000, "x" * 5000, Span(100, 4900)).lines

    assert len(lines) == MOST
    assert lines.count(None) == 1
    assert [own for _, _, own in lines[0].cells] == [False] * 16  # type: ignore[union-attr]


def fired(key: str, step: int, *because: str, **more: Any) -> dict[str, Any]:
    """A signal of an answer, in the keys that a drawing looks at."""
    return {
        "signal": {"id": key, "kind": "threat"}, "step": step, "because": list(because), "source": "Norland",
        "match": "same", "probability": 0.5, "sentence": "word " * 90, **more,
    }  # fmt: skip


def test_a_drawing_runs_from_the_move_step_by_step() -> None:
    """A box for each signal in the column of its step, a line from each cause, and no box over another."""
    answer = {
        "query": "Sudmark lands",
        "fired": [fired("a", 1, "query"), fired("b", 1, "query"), fired("c", 2, "a", "b")],
        "breaks": [fired("d", 1, "query", source=None)],
    }
    made = drawing(answer, {"a": "war"})
    at = {box.key: box for box in made.boxes}

    assert at["query"].x < at["a"].x == at["b"].x == at["d"].x < at["c"].x
    assert [f"{one.start}>{one.end}" for one in made.edges] == ["query>a", "query>b", "query>d", "a>c", "b>c"]
    assert at["d"].breaks
    assert at["a"].lines == ("war",)
    assert len(at["b"].lines) == LINES
    column = sorted((at[key] for key in "abd"), key=lambda box: box.y)
    assert all(one.y + one.height < two.y for one, two in pairwise(column))
    assert all(box.x + box.width <= made.width and box.y + box.height <= made.height for box in made.boxes)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1962-10-24", "24 Oct 1962"),
        ("1962-10", "Oct 1962"),
        ("1962", "1962"),
        ("1962-10-24~", "c. 24 Oct 1962"),
        ("1962-11/..", "from Nov 1962 on"),
        ("../1962-11-05", "until 5 Nov 1962"),
        ("1962-10-16/1962-10-28", "16 Oct 1962 – 28 Oct 1962"),
        ("1962-22", "1962-22"),
        ("-0044-03-15", "15 Mar -0044"),
        (None, "no date"),
        ("", "no date"),
    ],
)
def test_a_date_is_written_as_people_write_it(edtf: str | None, expected: str) -> None:
    """What is of another form stands as it is."""
    assert phrases.date(edtf) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("P13D", "13 days"),
        ("P1M", "1 month"),
        ("PT48H", "48 hours"),
        ("PXY", "some years"),
        ("PRESENT_REF", "now"),
        ("2022-W12", "2022-W12"),
        (None, "not placed"),
    ],
)
def test_a_length_is_said_as_people_say_it(value: str | None, expected: str) -> None:
    """TIMEX3's letters are for programs."""
    assert phrases.lasting(value) == expected

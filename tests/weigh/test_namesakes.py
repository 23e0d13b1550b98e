"""The names of two texts to how each stands to the other's, by the tables and on a day."""

from __future__ import annotations

from datetime import date

import pytest
from worlds import World

from sayso.encode.pairs import Shared
from sayso.knowledge.knowledge import knowledge
from sayso.knowledge.known import Hit, Known, Sense, Use
from sayso.spans import Span
from sayso.terms import EntityKind
from sayso.weigh.namesakes import namesakes

DAY = date(2015, 6, 1)


def stands(first: str, second: str, on: date | None = DAY) -> tuple[dict[str, Shared], dict[str, Shared]]:
    """Each name of two texts, as it is written, with how it stands."""
    known = knowledge()
    found = namesakes(known.hits(first, on), known.hits(second, on), known, on)
    mine, yours = ({span.of(text): how for span, how in one} for text, one in zip((first, second), found, strict=True))
    return mine, yours


@pytest.mark.parametrize(
    ("ours", "theirs", "expected", "why"),
    [
        ("Russia", "Russia", Shared.SAME, "a name"),
        ("Moscow", "Russia", Shared.SAME, "a capital that acts is its state"),
        ("Russia", "the Kremlin", Shared.SAME, "where its government sits"),
        ("Russian", "Russia", Shared.SAME, "an adjective"),
        ("the Royal Navy", "Britain", Shared.SAME, "a force is its state's"),
        ("Norway", "NATO", Shared.PART, "a member"),
        ("NATO", "Norway", Shared.WHOLE, "an alliance"),
        ("Oslo", "NATO", Shared.PART, "a member's capital"),
        ("Bergen", "Norway", Shared.PART, "a place inside"),
        ("Sweden", "NATO", Shared.ELSEWHERE, "no member then"),
        ("Kenya", "Norway", Shared.ELSEWHERE, "strangers"),
    ],
)
def test_the_tables_say_how_a_name_stands(ours: str, theirs: str, expected: Shared, why: str) -> None:
    """By what each may stand for, whichever it means here."""
    told, _ = stands(f"{ours} sends ships", f"any ship that {theirs} sends")

    assert list(told.values()) == [expected], why


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1998, 1, 1), Shared.ELSEWHERE),
        (date(2005, 1, 1), Shared.PART),
        (None, Shared.PART),
    ],
)
def test_a_member_belongs_to_its_alliance_on_a_day(day: date | None, expected: Shared) -> None:
    """Poland joined NATO in March 1999; without a day whoever ever was one is a member."""
    told, others = stands("Poland moves tanks", "NATO moves tanks", day)

    assert told == {"Poland": expected}
    assert others == {"NATO": Shared.WHOLE if expected is Shared.PART else Shared.ELSEWHERE}


def test_each_side_is_told_of_the_other() -> None:
    """A text with several names has a word for each, in its order."""
    told, others = stands("Norway and Kenya warn Moscow", "Russia told NATO")

    assert told == {"Norway": Shared.PART, "Kenya": Shared.ELSEWHERE, "Moscow": Shared.SAME}
    assert others == {"Russia": Shared.SAME, "NATO": Shared.WHOLE}
    assert list(told) == ["Norway", "Kenya", "Moscow"]


def test_a_force_that_has_an_id_of_its_own_is_its_state_too() -> None:
    """By whose organ it is, where the tables know it apart."""
    hits = [
        [Hit(Span(0, len(key)), (Sense(Known(key, EntityKind.ORGANIZATION, key), Use.NAME),))]
        for key in ("drakonia-army", "drakonia", "avalon")
    ]

    assert namesakes(hits[0], hits[1], World(), DAY) == ([(Span(0, 13), Shared.SAME)], [(Span(0, 8), Shared.SAME)])
    assert namesakes(hits[0], hits[2], World(), DAY)[0] == [(Span(0, 13), Shared.ELSEWHERE)]


def test_where_a_text_has_no_names_the_other_stands_alone() -> None:
    """Nothing is in common with nothing."""
    assert stands("a crowd gathers", "Norway and NATO") == ({}, {"Norway": Shared.ELSEWHERE, "NATO": Shared.ELSEWHERE})

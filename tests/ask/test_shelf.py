"""A record's signals that are like a move in words, or about its parties: which are taken, and which come first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from drafts import Draft

from sayso.ask.shelf import WHOLE, Held, Recorded, stems
from sayso.knowledge.knowledge import knowledge
from sayso.record.entries import Entity
from sayso.record.prospects import Prospects
from sayso.record.store import Record
from sayso.spans import Span
from sayso.terms import EntityKind, SignalKind, Standing
from sayso.weigh.compare import Comparer
from sayso.weigh.terms import terms
from sayso.weigh.wording import Worded, Wording, compare_wording

CONDITIONS = (
    "the convoy enters the harbour",
    "the convoy enters the lagoon",
    "the convoy turns back",
    "trawlers fish off Norland",
    "its pilots strike",
)


def article(number: int, condition: str, *, published: str | None = None) -> Draft:
    draft = Draft(text=f"If {condition}, we will fire, Ada Holm said.", path=f"{number}.txt", title=None)
    draft.published = published or f"2031-05-{number + 1:02}"
    event = None
    if "Norland" in condition:
        draft.entity("Q-norland", EntityKind.COUNTRY, "Norland", "Norland")
        event = draft.event("trade", "fish", ("Q-norland",), standing=Standing.HYPOTHETICAL)
    draft.signal(SignalKind.THREAT, condition, "we will fire", condition_event=event)
    return draft


@pytest.fixture
def filled(record: Record) -> Record:
    """A record with a signal for each of `CONDITIONS`."""
    for number, condition in enumerate(CONDITIONS):
        draft = article(number, condition)
        record.add(draft.capture, draft.reading)
    return record


@contextmanager
def shelf(record: Record) -> Iterator[tuple[Recorded, Prospects]]:
    with record.prospects(None) as prospects:
        yield Recorded(prospects, Comparer(knowledge(), date(2031, 6, 1))), prospects


def resembling(record: Record, words: str, most: int, whole: int = 0) -> list[str]:
    """The conditions that resemble a move, as the record orders them."""
    with shelf(record) as (_, prospects):
        keys = prospects.resembling(stems(words), most, whole)
        said = {
            prospects.ids(keys)[one.id]: "".join(span.of(reading.article.text) for span in one.condition or ())
            for reading in prospects.load(keys)
            for one in reading.signals
        }
        return [said[key] for key in keys]


@pytest.mark.parametrize(
    ("words", "most", "expected", "why"),
    [
        ("A convoy reaches the lagoon", 1, [CONDITIONS[1]], "a word that one signal has counts more than one of three"),
        ("The CONVOY entered the lagoons", 1, [CONDITIONS[1]], "letters and endings do not matter"),
        ("convoy entering", 3, [CONDITIONS[0], CONDITIONS[1], CONDITIONS[2]], "two words before one"),
        ("pilots in a convoy", 2, [CONDITIONS[4], CONDITIONS[0]], "the rarest first, then the earliest"),
        ("the sea is off", 9, [], "short words tell nothing"),
        ("interest rates fall", 9, [], "nor do words that no signal has"),
    ],
)
def test_of_a_large_record_those_come_first_that_have_the_rarest_words(
    filled: Record, words: str, most: int, expected: list[str], why: str
) -> None:
    """And no more than are asked for; the others are not looked at."""
    assert resembling(filled, words, most) == expected, why


def test_a_small_record_is_looked_through_whole(filled: Record) -> None:
    """Signals that share no word with a move too: it may say the same in others."""
    assert set(resembling(filled, "interest rates fall", 1, whole=len(CONDITIONS))) == set(CONDITIONS)


def test_a_record_with_one_signal_more_is_not(filled: Record) -> None:
    """The bound is exact."""
    assert resembling(filled, "interest rates fall", 1, whole=len(CONDITIONS) - 1) == []


def test_a_signal_without_a_condition_is_like_nothing(record: Record) -> None:
    """There is nothing that a move could be like."""
    draft = Draft(text="We will never leave, Ada Holm said.", path="never.txt")
    draft.signal(SignalKind.REFUSAL, None, "We will never leave")
    record.add(draft.capture, draft.reading)

    assert resembling(record, "We leave", 9, whole=9) == []


def like(record: Record, words: str, parties: Collection[str] = (), most: int = 1) -> set[str]:
    with shelf(record) as (held, _):
        return {view.text for view in held.like(words, frozenset(parties), most)}


def test_a_shelf_takes_a_small_record_whole(filled: Record) -> None:
    """Each signal with all that is weighed."""
    assert len(CONDITIONS) <= WHOLE
    assert like(filled, "interest rates fall") == {f"If {one}, we will fire, Ada Holm said." for one in CONDITIONS}


def test_of_a_large_record_a_shelf_takes_what_is_about_the_parties_too(
    filled: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever their words: a name in common may be all that two texts have."""
    monkeypatch.setattr("sayso.ask.shelf.WHOLE", 0)

    assert like(filled, "a lagoon", ["Q-norland"]) == {
        f"If {one}, we will fire, Ada Holm said." for one in (CONDITIONS[1], CONDITIONS[3])
    }
    assert like(filled, "a lagoon", ["Q-sudmark"]) == {f"If {CONDITIONS[1]}, we will fire, Ada Holm said."}


def test_signals_in_memory_are_all_taken() -> None:
    """There are few."""
    assert Held(()).like("a lagoon", frozenset(), 1) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peacekeepers enter", {"peace", "enter"}),
        ("PEACE, entering peace", {"peace", "enter"}),
        ("in 1991 an EU map", set()),
        ("", set()),
    ],
)
def test_words_are_told_by_their_beginnings(text: str, expected: set[str]) -> None:
    """Of the longer ones, whatever their ending and letters."""
    assert stems(text) == expected


NORLAND = Entity("Q-norland", EntityKind.COUNTRY, "Norland", (Span(18, 25),))


def wording(verb: str, doer: str, rest: str, *entities: Entity) -> Wording:
    """A clause as worded, cut at its verb."""
    said = f"{doer} {verb} {rest}"
    named = {one.id: one for one in entities}
    told = [one for one in terms(said, Span(0, len(said)), named) if one.tells]
    before, after = ([one for one in told if (one.start < len(doer)) is first] for first in (True, False))
    return Wording(verb, True, tuple(before), tuple(one for one in after if one.low != verb), named)


MOVES = (
    (wording("enter", "the convoy", "the harbour"), {CONDITIONS[0]}, "its own words, whatever others share with it"),
    (wording("enter", "the convoy", "the lagoon"), {CONDITIONS[1]}, "likewise"),
    (wording("fish", "trawlers", "off Norland", NORLAND), {CONDITIONS[3]}, "a name is a word, whatever act was read"),
    (wording("enter", "the convoy", "the strait"), set[str](), "a word that no condition has"),
    (wording("strike", "pilots", ""), {CONDITIONS[4]}, "a condition of one word beside its verb"),
)


@pytest.mark.parametrize(("said", "expected", "why"), MOVES)
def test_only_what_may_be_worded_like_a_clause_is_built(
    filled: Record, said: Wording, expected: set[str], why: str
) -> None:
    """A signal costs much to build, and a word in common is had by thousands."""
    with shelf(filled) as (held, _):
        found = {view.text for view in held.of([], [said])}

    assert found == {f"If {one}, we will fire, Ada Holm said." for one in expected}, why


@pytest.mark.parametrize("merged", [False, True])
def test_what_is_not_built_is_not_worded_like_it(filled: Record, merged: bool) -> None:
    """Whether people merged somebody, so that all of an article tells who is meant, or not."""
    if merged:
        other = Draft(text="Norlandia is calm.", path="calm.txt")
        other.entity("Q-norlandia", EntityKind.COUNTRY, "Norlandia", "Norlandia")
        filled.add(other.capture, other.reading)
        filled.desk.merge(["Q-norland", "Q-norlandia"], by="Ada Holm", why="one state")
    with shelf(filled) as (held, _):
        every = held.like("anything", frozenset(), 9)
        comparer = Comparer(knowledge(), date(2031, 6, 1))
        for said, *_ in MOVES:
            alike = {view.text for view in every if compare_wording(Worded.of(view), said, comparer) is not None}
            assert alike <= {view.text for view in held.of([], [said])}

"""Figures to what they count, and counts to measures: what is one thing, what disagrees, what only grows."""

from __future__ import annotations

from typing import Any

import pytest
from drafts import Draft

from sayso.ask.measures import measures as listed
from sayso.knowledge.knowledge import knowledge
from sayso.merge.counts import Count, counts
from sayso.merge.measures import Measure, is_one_thing, measures
from sayso.record.filters import Filters
from sayso.record.store import Record
from sayso.terms import EntityKind


def counted(text: str, words: str, value: float | None, of: str | None = None, **more: Any) -> list[Count]:
    """Return what a figure of a sentence counts."""
    published, outlet = more.pop("published", "1994-08-04"), more.pop("outlet", "Vareva Mail")
    draft = Draft(text=text, published=published, outlet=outlet, path=f"{outlet}-{published}.txt")
    draft.figure(words, value, of, **more)
    for word, day in (("Wednesday", "1994-08-03"), ("Monday", "1994-08-01")):
        if word in text:
            draft.time(word, day)
    return list(counts(draft.reading, knowledge()))


@pytest.mark.parametrize(
    ("text", "words", "of", "expected", "why"),
    [
        ("Mortar shells killed 41 people in Vareva.", "41", "people", ("killed", "people"), "the verb before"),
        ("In Vareva 41 people were killed.", "41", "people", ("killed", "people"), "a passive behind"),
        ("Doctors counted 68 dead in Vareva.", "68", "dead", ("killed", "people"), "the noun says it"),
        ("Shells killed 41 and wounded 120 in Vareva.", "120", None, ("wounded", "people"), "the nearest verb"),
        ("In Vareva 41 were killed and 120 wounded.", "120", None, ("wounded", "people"), "a bare participle"),
        ("The death toll of 75 shocked Vareva.", "75", None, ("killed", "people"), "a toll"),
        ("Police arrested 14 gunmen in Vareva.", "14", "gunmen", ("held", "gunman"), "who they are"),
        ("Nine gunmen killed a guard in Vareva.", "Nine", "gunmen", ("", "gunman"), "who kills is not killed"),
        ("Nine children died in Vareva.", "Nine", "children", ("killed", "child"), "the verb tells of its subject"),
        ("A bomb could kill 12,000 people in Vareva.", "12,000", "people", None, "nobody is killed yet"),
        ("Some 300 soldiers reached Vareva.", "300", "soldiers", ("", "troops"), "soldiers are troops"),
        ("Some 300 troops reached Vareva.", "300", "troops", ("", "troops"), "and troops troops"),
        ("Some 40 tanks reached Vareva.", "40", "tanks", ("", "tank"), "arms"),
        ("Two roads lead to Vareva.", "Two", "roads", None, "nothing that states arm, move or hold"),
        ("One soldier walked to Vareva.", "One", "soldier", None, "one is no number of things"),
    ],
)
def test_what_a_figure_counts(
    text: str, words: str, of: str | None, expected: tuple[str, str] | None, why: str
) -> None:
    """What is counted, and what happened to it."""
    value = {"Nine": 9.0, "Two": 2.0, "One": 1.0, "12,000": 12000.0}.get(words) or float(words)
    found = counted(text, words, value, of)

    assert [(one.fate, one.head) for one in found] == ([expected] if expected else []), why


@pytest.mark.parametrize(
    ("unit", "of", "expected"),
    [("USD", "aid", [("", "aid")]), ("USD", None, [("", "money")]), ("%", "vote", [("", "vote")]), ("km", None, [])],
)
def test_units_are_kept_apart(unit: str, of: str | None, expected: list[tuple[str, str]]) -> None:
    """Money and shares are counted, lengths are not."""
    found = counted("Vareva got 80 in aid and cast the vote.", "80", 80.0, of, unit=unit)

    assert [(one.fate, one.head) for one in found] == expected


MARKET = "Shells killed 41 people in the market of Vareva on Wednesday."


def one_of(text: str, words: str, **more: Any) -> Count:
    (found,) = counted(text, words, float(words), "people", **more)
    return found


@pytest.mark.parametrize(
    ("text", "words", "more", "expected", "why"),
    [
        ("The shelling of Vareva on Wednesday killed 68 people.", "68", {}, True, "another number for one event"),
        ("The shelling of Vareva on Monday killed 68 people.", "68", {}, False, "the text names another day"),
        ("A mine near Port Hale killed 9 people on Wednesday.", "9", {}, False, "elsewhere on the same day"),
        ("Shells killed 68 people in Vareva.", "68", {"published": "1994-09-20"}, False, "weeks later"),
        ("Shells killed 68 people in Vareva.", "68", {"published": None}, False, "an article without a date"),
    ],
)
def test_one_thing_is_known_by_place_day_and_words(
    text: str, words: str, more: dict[str, Any], expected: bool, why: str
) -> None:
    """Two counts of killed people are compared."""
    assert is_one_thing(one_of(MARKET, "41"), one_of(text, words, outlet="Coast Tribune", **more)) is expected, why


def test_other_states_are_other_things() -> None:
    """The soldiers of one state are not those of another."""
    (norse,) = counted("In Vareva 41 Norwegian soldiers died.", "41", 41.0, "Norwegian soldiers")
    (danes,) = counted("In Vareva 68 Danish soldiers died.", "68", 68.0, "Danish soldiers")

    assert not is_one_thing(norse, danes)


def told(*numbers: tuple[str, str, dict[str, Any]]) -> Measure:
    """Return the one measure of the dead of Vareva that outlets give on some days of August."""
    found: list[Count] = []
    for n, (words, day, more) in enumerate(numbers):
        text = f"Shells killed {words} people in the market of Vareva."
        given = {"value": float(words.split()[-1]), **more}
        value = given.pop("value")
        found += counted(text, words, value, "people", published=f"1994-08-{day}", outlet=f"Paper {n}", **given)
    (measure,) = measures(found)
    return measure


@pytest.mark.parametrize(
    ("numbers", "disagreeing", "why"),
    [
        ([("41", "04", {}), ("68", "04", {})], ((0, 1),), "two numbers of one day"),
        ([("41", "04", {}), ("68", "05", {})], (), "a toll that has grown the next day"),
        ([("68", "04", {}), ("41", "05", {})], ((0, 1),), "fewer the next day"),
        ([("41", "04", {}), ("68", "07", {})], (), "days later more are known"),
        ([("41", "04", {}), ("41", "04", {})], (), "the same number"),
        ([("41", "04", {}), ("about 43", "04", {"low": None, "high": None})], (), "about as many"),
        ([("41", "04", {}), ("about 68", "04", {"low": None, "high": None})], ((0, 1),), "about half as many more"),
        ([("41", "04", {}), ("more than 40", "04", {"value": None, "low": 40.0, "high": None})], (), "above a bound"),
        ([("41", "04", {}), ("more than 60", "04", {"value": None, "low": 60.0, "high": None})], ((0, 1),), "below it"),
    ],
)
def test_numbers_disagree_where_no_number_could_be_both(
    numbers: list[tuple[str, str, dict[str, Any]]], disagreeing: tuple[tuple[int, int], ...], why: str
) -> None:
    """Bounds and rounding are respected; a later number is no contradiction."""
    assert len(told(*numbers).disagreeing) == len(disagreeing), why


def test_a_toll_that_grows_is_a_series() -> None:
    """With its range over all days, and nobody contradicted."""
    measure = told(("41", "04", {}), ("68", "06", {}), ("75", "08", {}))

    assert (measure.what, measure.low, measure.high) == ("people killed", 41, 75)
    assert measure.is_series
    assert measure.disagreeing == ()
    assert not told(("68", "04", {}), ("41", "06", {})).is_series


def article(words: str, outlet: str, source: str | None = None) -> Draft:
    draft = Draft(text=f"Holm said that shells killed {words} people in Vareva.", outlet=outlet, published="1994-08-04")
    draft.entity("local:person/holm-a", EntityKind.PERSON, "Anders Holm", "Holm")
    said = draft.statement(source, "said", f"that shells killed {words} people in Vareva") if source else None
    draft.figure(words, float(words), "people", statement=said)
    return draft


def test_a_record_tells_what_is_counted_differently(record: Record) -> None:
    """Each number with whose it is; what one article counts alone is no measure."""
    alone = Draft(text="Police arrested 14 gunmen near Port Hale.", outlet="Isle Courier", published="1994-08-04")
    alone.figure("14", 14, "gunmen")
    for draft in (article("41", "Vareva Mail", "local:person/holm-a"), article("68", "Coast Tribune"), alone):
        record.add(draft.capture, draft.reading)
    (row,) = listed(record, Filters(), knowledge(), disagree=True)

    assert (row["what"], row["low"], row["high"], row["series"]) == ("people killed", 41, 68, False)
    assert [
        (one["source_name"], one["outlet"], one["value"]) for one in sorted(row["values"], key=lambda v: v["value"])
    ] == [
        ("Anders Holm", "Vareva Mail", 41),
        (None, "Coast Tribune", 68),
    ]
    assert {frozenset(pair) for pair in row["pairs"]} == {frozenset(one["id"] for one in row["values"])}
    assert list(listed(record, Filters(outlet="Vareva Mail"), knowledge())) == []

"""A record to the views that the what-if weighs."""

from __future__ import annotations

from datetime import date

import pytest
from drafts import Draft, norland

from sayso.knowledge.knowledge import knowledge
from sayso.merge.gist import gists
from sayso.record.store import Record
from sayso.terms import Outcome, SignalKind, Standing
from sayso.weigh.asking import asked_of
from sayso.weigh.compare import Comparer
from sayso.weigh.views import as_of, views


def add(record: Record, *drafts: Draft) -> None:
    for draft in drafts:
        record.add(draft.capture, draft.reading)


def test_a_view_holds_all_that_is_weighed_and_shown(record: Record) -> None:
    """The signal with its events and its proof, its source by name, and the reports folded."""
    first, copy = norland(), norland(outlet="Skerry Times", path="b.txt")
    add(record, first, copy)
    view = next(one for one in views(record, None) if one.signal.id == first.reading.signals[0].id)

    assert view.signal == first.reading.signals[0]
    assert [event.act for event in view.condition] == ["land_forces"]
    assert view.consequence == ()
    assert view.sentence.endswith("would lead to war.")
    assert view.article == {
        "id": first.id,
        "outlet": "Fjord Herald",
        "title": None,
        "url": None,
        "published": "2031-05-07",
    }
    assert (view.source, view.outcome, view.reports) == ("Ada Holm", Outcome.OPEN, 1)
    assert view.group == min(first.reading.signals[0].id, copy.reading.signals[0].id)


@pytest.mark.parametrize(("day", "expected"), [(date(2031, 5, 6), 0), (date(2031, 5, 7), 2), (None, 2)])
def test_what_was_published_later_is_not_yet_known(record: Record, day: date | None, expected: int) -> None:
    """As of a day, the record is what had been published by then."""
    add(record, norland())

    assert len(views(record, day)) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [(["2031-05-07", "2031-06"], date(2031, 6, 30)), (["2031-05-07", None], date(2031, 5, 7)), ([None], None)],
)
def test_without_a_day_the_latest_publication_is_meant(
    record: Record, published: list[str | None], expected: date | None
) -> None:
    """Never the clock; nothing where nothing is dated."""
    add(record, *(norland(published=one, outlet=f"Outlet {i}") for i, one in enumerate(published)))

    assert as_of(record, None) == expected
    assert as_of(record, date(2000, 1, 1)) == date(2000, 1, 1)


@pytest.mark.parametrize(
    ("condition", "other", "expected"),
    [
        ("if the fleet lands or shells the port", "shells", ["land_forces", "strike"]),
        ("if the fleet lands and shells the port", "shells", ["land_forces"]),
    ],
)
def test_alternatives_of_a_condition_go_with_its_head(
    record: Record, condition: str, other: str, expected: list[str]
) -> None:
    """Either of two acts joined by "or" meets a condition; of two joined by "and" neither alone does."""
    draft = Draft(text=f"War will come {condition}.", outlet="Post")
    head = draft.event("land_forces", "lands", ("Q-sudmark",), standing=Standing.HYPOTHETICAL)
    draft.event("strike", other, ("Q-sudmark",), standing=Standing.HYPOTHETICAL)
    draft.signal(SignalKind.WARNING, condition.removeprefix("if "), "War will come", condition_event=head)
    add(record, draft)

    assert [event.act for event in views(record, None)[0].condition] == expected


def test_an_act_that_the_taxonomy_no_longer_has_sets_nothing_off(record: Record) -> None:
    """A record outlives the table of acts: what it tells of an act that was dropped is kept, and weighed as unknown."""
    draft = Draft(text="War will come if the fleet moonwalks.", outlet="Post")
    head = draft.event("moonwalk", "moonwalks", ("Q-sudmark",), standing=Standing.HYPOTHETICAL)
    draft.signal(SignalKind.WARNING, "the fleet moonwalks", "War will come", condition_event=head)
    add(record, draft)
    found = views(record, None)

    assert [one.condition for one in found] == [()]
    assert asked_of(found[0], Comparer(knowledge(), None)) == ()
    assert [gist.tokens for _, gist in gists(draft.reading, draft.text, knowledge())]


def test_a_consequence_that_says_upon_whom_it_comes_asks_for_what_he_does(record: Record) -> None:
    """As in "any member that leaves will find": its relative clause is the condition, whatever stands behind it."""
    draft = Draft(text="Any member that walks out of the union will find the port of Selm closed.", outlet="Post")
    act = draft.event("leave_organization", "walks out", standing=Standing.HYPOTHETICAL)
    draft.signal(SignalKind.WARNING, None, draft.text.removesuffix("."), consequence_event=act)
    add(record, draft)

    asked = asked_of(views(record, None)[0], Comparer(knowledge(), None))
    assert [(one.frame.act, one.frame.happens) for one in asked] == [("leave_organization", True)]

"""A move in the ways in which it may be read against a condition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from worlds import World, entities

from sayso.record.entries import Entity
from sayso.terms import EntityKind, Match
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import Asked
from sayso.weigh.frames import Frame
from sayso.weigh.readings import readings

LINE = Entity("grey-line", EntityKind.PLACE, "Grey Line", ())
HERE = {**entities(), "grey-line": LINE}


def frame(act: str, actors: str = "", recipients: str = "", thing: str | None = None, **more: object) -> Frame:
    things = (thing,) if thing else ()
    made = Frame(act, True, frozenset(actors.split()), frozenset(recipients.split()), None, thing, None, None)
    return replace(made, things=things, entities=HERE, **more)  # type: ignore[arg-type]


def asked(one: Frame, side: str = "avalon", **more: object) -> Asked:
    return Asked(one, False, frozenset(side.split()), allied=False, treaty=False, **more)  # type: ignore[arg-type]


CALENDAR = [
    ("1961-05-27", date(1958, 12, 17), "1959-05-27", "the first such day since"),
    ("1961-12-20", date(1958, 12, 17), "1958-12-20", "still in the same year"),
    ("1961-05", date(1958, 12, 17), "1959-05", "a month"),
    ("1961-12-17", date(1958, 12, 17), "1958-12-17", "the very day"),
    ("../1961-05-27", date(1958, 12, 17), "../1961-05-27", "an interval is left alone"),
    ("1961-05-27", None, "1961-05-27", "a signal without a day tells nothing"),
]


@pytest.mark.parametrize(("time", "since", "read", "why"), CALENDAR, ids=[row[3] for row in CALENDAR])
def test_a_day_without_a_year_is_the_next_since_the_signal(time: str, since: date, read: str, why: str) -> None:
    """Who asks in 1961 about "May 27" of a warning of 1958 means the May after it."""
    condition = asked(frame("concede", "drakonia"), since=since)

    assert [one.time for one in readings(condition, frame("concede", "drakonia", time=time, recurs=True))] == [read]
    assert [one.time for one in readings(condition, frame("concede", "drakonia", time=time))] == [time]


def test_walking_out_of_a_treaty_suspends_it() -> None:
    """A treaty is left as an organisation is, and a condition may call it either; an organisation is not."""
    condition = asked(frame("suspend_treaty", "drakonia"))
    leaving = frame("leave_organization", "drakonia", "grey-pact", "the Grey Treaty", object="documents")
    quitting = frame("leave_organization", "drakonia", "pact", "the Pact", object="organizations")

    assert [one.act for one in readings(condition, leaving)] == ["leave_organization", "suspend_treaty"]
    assert [one.act for one in readings(condition, quitting)] == ["leave_organization"]


def test_who_crosses_the_line_that_a_condition_names_is_sent_there() -> None:
    """ "Sending commandos across the Grey Line" is met by commandos who cross it, not by those who cross another."""
    condition = asked(frame("deploy", "drakonia", thing="commandos", object="commandos", place="grey-line"))
    crossing = frame("cross_line", "drakonia", thing="the Grey Line", place="grey-line", doer="commandos")

    assert [one.act for one in readings(condition, crossing)] == ["cross_line", "deploy"]
    assert [one.act for one in readings(condition, replace(crossing, place=None, things=("the line",)))][1:] == [
        "deploy"
    ]
    elsewhere = replace(condition, frame=replace(condition.frame, place="elbonia"))
    assert [one.act for one in readings(elsewhere, crossing)] == ["cross_line"]


COMPARED = [
    (
        frame("attack", recipients="avalon"), frame("attack", recipients="avalon", doer="mob"), "actor",
        Match.NARROWER, "somebody who is only described is anyone",
    ),
    (
        frame("attack"), frame("attack", recipients="avalon", doer="mob"), "actor",
        Match.UNKNOWN, "not where the victim is unsaid too",
    ),
    (
        frame("intervene", place="elbonia"), frame("deploy", "drakonia-army", place="elbonia"), "actor",
        Match.SAME, "an army steps in from outside",
    ),
    (
        frame("intervene", place="elbonia"), frame("deploy", "borderlands", place="elbonia"), "actor",
        Match.CLASH, "who is no state and speaks for none does not",
    ),
    (
        frame("leave_organization", recipients="pact"),
        frame("leave_organization", "drakonia", "league"),
        "recipient",
        Match.CLASH,
        "who leaves a union leaves none of those within it",
    ),
    (
        frame("seize_territory", recipients="avalon", thing="any island", object="territory"),
        frame("seize_territory", "drakonia", "avalon", "the island of Grey", object="territory", place="grey-isle"),
        "place",
        None,
        "what is taken is no place besides",
    ),
    (
        frame("leave_organization", recipients="pact"),
        frame("leave_organization", "avalon", "pact"),
        "recipient",
        Match.SAME,
        "the union itself",
    ),
    (
        frame("deploy", "drakonia-army"), frame("deploy", "league"), "actor",
        Match.CLASH, "all of some states are no army of one",
    ),
    (
        frame("deploy", thing="troops", spot="our border"),
        frame("deploy", "drakonia", thing="troops", spot="the border"),
        "place", Match.SAME, "a border of which nothing more is said",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "found", "slot", "match", "why"), COMPARED, ids=[row[4] for row in COMPARED])
def test_a_slot_compares(wanted: Frame, found: Frame, slot: str, match: Match | None, why: str) -> None:
    """One slot of a condition of Avalon's and a move, in 2001."""
    made = Comparer(World(), date(2001, 6, 1)).compare(asked(wanted), found)

    assert made.slots[slot] is match


def test_what_is_met_in_context_names_nobody_from_elsewhere() -> None:
    """ "Once the sanctions are lifted" is about those of its article, and not about sanctions on a third."""
    article = {one: entity for one, entity in entities().items() if one in ("avalon", "drakonia")}
    wanted = replace(frame("lift_sanctions", thing="the sanctions", object="sanctions"), unsaid=(), entities=article)
    comparer = Comparer(World(), date(2001, 6, 1))
    lifted = frame("lift_sanctions", "drakonia", "avalon", "sanctions", object="sanctions")

    assert comparer.compare(asked(wanted, "borduria", near=frozenset(article)), lifted).in_context is True
    elsewhere = replace(lifted, recipients=frozenset({"freedonia"}))
    assert comparer.compare(asked(wanted, "borduria", near=frozenset(article)), elsewhere).in_context is False


def test_arms_that_are_sent_to_a_land_are_put_there() -> None:
    """Missiles sent to a land are given to it or stationed in it; sold ones are only given."""
    condition = asked(frame("deploy", thing="missiles", place="drakonia"))
    told = {"recipients": "drakonia", "thing": "missiles", "object": "missiles"}
    sent = frame("supply_arms", "avalon", **told, said=frozenset({"send"}))  # type: ignore[arg-type]
    sold = frame("supply_arms", "avalon", **told, said=frozenset({"sell"}))  # type: ignore[arg-type]

    assert [(one.act, one.place) for one in readings(condition, sent)] == [
        ("supply_arms", None),
        ("deploy", "drakonia"),
    ]
    assert [one.act for one in readings(condition, sold)] == ["supply_arms"]


SHUT = [
    ("the strait", "line", True, "a strait is blockaded and closed"),
    ("the bridges", "facilities", True, "so are bridges"),
    ("cotton", "trade_goods", False, "goods are not closed"),
    (None, None, False, "where nothing is named, it is another act"),
]


@pytest.mark.parametrize(("thing", "kind", "both", "why"), SHUT, ids=[row[3] for row in SHUT])
def test_what_can_be_shut_is_closed_or_blockaded(thing: str | None, kind: str | None, both: bool, why: str) -> None:
    """Which of the two words a move and a condition choose for the same thing tells nothing."""
    condition = asked(frame("close_border", thing=thing, object=kind))
    found = frame("blockade", "avalon", thing=thing, object=kind)

    assert [one.act for one in readings(condition, found)] == ["blockade", *(["close_border"] if both else [])], why
    anything = asked(frame("close_border"))
    assert [one.act for one in readings(anything, found)] == ["blockade"], "the condition must name it too"

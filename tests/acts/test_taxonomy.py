"""The tree of acts: it is sound, and it tells a kind of something from its like."""

from __future__ import annotations

import pytest

from sayso.acts.objects import classes
from sayso.acts.taxonomy import ROLES, Frame, act, acts, ancestors, compare, opposite
from sayso.terms import EventType, Match


def test_every_act_is_sound() -> None:
    """Parents stand before children, and all that an act names exists."""
    seen: set[str] = set()
    for one in acts().values():
        assert one.parent is None or one.parent in seen, one.id
        assert one.opposite is None or one.opposite in acts(), one.id
        assert one.implies is None or one.implies in classes(), one.id
        assert set(one.covers) <= set(acts()), one.id
        assert one.id.islower() and one.meaning, one.id
        seen.add(one.id)


def test_every_type_and_frame_is_used() -> None:
    """All 16 types of PLOVER have acts, and all frames have roles and acts."""
    assert {one.event_type for one in acts().values()} == set(EventType)
    assert {one.frame for one in acts().values()} == set(Frame) == set(ROLES)


def test_no_act_is_its_own_contrary() -> None:
    """The contrary of an act is neither a kind of it nor broader than it."""
    for one in acts().values():
        if one.opposite is not None:
            assert compare(one.id, one.opposite) is Match.CLASH, one.id


COMPARED = [
    ("deploy", "deploy", Match.SAME, "the same act"),
    ("attack", "invade", Match.NARROWER, "an invasion is an attack"),
    ("invade", "attack", Match.BROADER, "an attack need not be an invasion"),
    ("attack", "war", Match.NARROWER, "a war is an attack, at two removes"),
    ("intervene", "deploy", Match.NARROWER, "sending forces is one way to intervene"),
    ("intervene", "strike", Match.NARROWER, "and so is a kind of what intervening covers"),
    ("deploy", "supply_arms", Match.CLASH, "arms are not forces"),
    ("supply_arms", "send_aid", Match.CLASH, "of one PLOVER type and yet not alike"),
    ("deploy", "withdraw", Match.CLASH, "contraries"),
    ("sanction", "embargo", Match.NARROWER, "an embargo is a sanction"),
]


@pytest.mark.parametrize(("asked", "found", "expected", "why"), COMPARED, ids=[row[3] for row in COMPARED])
def test_acts_compare_by_the_tree(asked: str, found: str, expected: Match, why: str) -> None:
    """Only descent, and what an act covers, makes one act a case of another."""
    assert compare(asked, found) is expected


CONVENTIONS = [
    ("deploy", EventType.MOBILIZE, "stationing forces"),
    ("supply_arms", EventType.AID, "giving arms"),
    ("train_forces", EventType.AID, "training"),
    ("cross_line", EventType.MOBILIZE, "crossing a line"),
    ("sue", EventType.ACCUSE, "going to court"),
    ("leave_organization", EventType.SANCTION, "leaving an organisation"),
    ("clash", EventType.ASSAULT, "an armed clash"),
    ("allow_strikes", EventType.SUPPORT, "allowing an ally's strikes"),
]


@pytest.mark.parametrize(("name", "expected", "why"), CONVENTIONS, ids=[row[2] for row in CONVENTIONS])
def test_types_follow_the_contract(name: str, expected: EventType, why: str) -> None:
    """The types that the contract settles are those of the taxonomy."""
    assert act(name).event_type is expected


def test_unknown_acts_are_refused() -> None:
    """Asking for an act that is none raises a KeyError."""
    with pytest.raises(KeyError):
        act("dance")


def test_ancestors_run_upwards() -> None:
    """The broader acts come nearest first."""
    assert list(ancestors("war")) == ["clash", "attack", "violence"]
    assert opposite("withdraw") == "deploy"

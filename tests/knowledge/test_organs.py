"""Phrases that stand for a state by its forces, ministries and government, and those that do not."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.knowledge import knowledge
from sayso.knowledge.organs import OrganKind, organs, owners

KNOWN = knowledge()
NOW = date(2022, 6, 1)


@pytest.mark.parametrize(
    ("phrase", "expected", "why"),
    [
        ("Russian ground forces", ["Russia"], "an adjective and an army"),
        ("the armed forces of the Russian Federation", ["Russia"], "the owner after it"),
        ("Poland's Ministry of National Defense", ["Poland"], "a possessive and a ministry"),
        ("the German defence ministry", ["Germany"], "a ministry by its field"),
        ("NATO peacekeepers", ["NATO"], "an alliance's force"),
        ("French and British warplanes", ["France", "United Kingdom"], "two owners joined"),
        ("the Biden administration", ["United States"], "a leader's government"),
        ("Putin's troops", ["Russia"], "a leader's army"),
        ("Kremlin officials", ["Russia"], "the owner by its seat"),
        ("some 3,000 Turkish soldiers", ["Turkey"], "a number before it"),
        ("US-backed rebels", [], "whom it backs is not its own"),
        ("pro-Russian separatists", [], "an inclination is no owner"),
        ("Syrian rebel forces", [], "rebels are not the state's"),
        ("a Russian army officer", [], "one man is not the army"),
        ("Iranian-made drones", [], "made there, not owned"),
        ("an Israeli army spokesman", [], "who speaks is a person"),
        ("Russian military bases", [], "the army only tells which bases"),
        ("the Ukrainian capital", [], "a city is no organ"),
        ("Martian troops", [], "nobody known"),
    ],
)
def test_an_organ_stands_for_its_owner(phrase, expected, why):
    """CONTRACT: a state's forces, ministries and seats of government count as the state."""
    assert [organ.owner.name for organ in owners(phrase, KNOWN, NOW)] == expected, why


def test_an_organ_is_found_in_a_sentence_with_its_kind():
    """Spans leave the article out; kinds tell forces from those who speak for a state."""
    text = "On Friday the Israeli navy fired on a boat, Lebanese officials said."

    found = [(organ.span.of(text), organ.kind) for organ in organs(text, KNOWN, NOW)]

    assert found == [("Israeli navy", OrganKind.FORCES), ("Lebanese officials", OrganKind.OFFICIALS)]


def test_a_leaders_government_goes_by_the_day():
    """The Reagan administration ruled the United States; a namesake today rules nothing."""
    assert [o.owner.name for o in owners("the Reagan administration", KNOWN, date(1983, 9, 1))] == ["United States"]
    assert owners("the Smithers administration", KNOWN, NOW) == ()

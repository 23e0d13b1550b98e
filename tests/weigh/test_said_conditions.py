"""Sentences as they stand in the paper are read to what their conditions ask for: act, who, to whom, what, where."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

import pytest

from sayso.acquire.capture import Capture, Hints
from sayso.pipeline import Reader
from sayso.weigh.conditions import conditions
from sayso.weigh.frames import Frame
from sayso.weigh.views import signal_views

READ = (
    (1936, "Italy will recall its ambassador from London if he is still in prison on Friday, a spokesman in Rome said "
     "of the arrested attaché.",
     "not release, -, -, -, -", "a state that somebody is in"),
    (1990, "Germany will recall its ambassador from Tehran if the pilot is still a captive in May, it said.",
     "not release, -, -, troops, -", "what somebody still is"),
    (1978, "Any further shelling of the town of Kiryat Shmona will be answered, Israel's defence minister warned.",
     "strike, -, -, territory, Kiryat Shmona", "a noun, and the name of the town that it strikes"),
    (1995, "For every village that is shelled, Croatia will close one border crossing, the interior minister said.",
     "strike, -, -, territory, -", "a relative clause whose pronoun is its subject"),
    (1973, "Libya said it would stop selling oil to the United States the moment that American planes landed in Sinai.",
     "land_forces, United States, -, aircraft, Sinai", "the moment, in mid-sentence"),
    (1938, "France would come to the aid of Czechoslovakia if it were invaded, Mr Daladier repeated.",
     "invade, -, Czechoslovakia, -, -", "a participle that the tagger lost"),
    (1980, "Yugoslavia would fight if it was invaded, its new leaders said.",
     "invade, -, Yugoslavia, -, -", "it, whoever's consequence it is"),
    (1950, "China would not stand idly by if American troops crossed the 38th parallel, Chou En-lai said.",
     "cross_line, United States, -, line, -", "a denial before the if is none behind it"),
    (1980, "Ghana would not take part in the Games as long as Soviet troops remained in Afghanistan, it said.",
     "not withdraw, Soviet Union, -, military, Afghanistan", "who remains does not leave"),
    (1970, "King Hussein promised to release the prisoners once the hijacked airliners were returned.",
     "return_property, -, -, facilities, -", "a passive behind a word that was taken for a copula"),
    (2009, "Honduras would be expelled from the Organization of American States if Mr Zelaya was not reinstated.",
     "not reinstate, -, Manuel Zelaya, -, -", "a participle that was taken for a number"),
    (1990, "If Iraq refuses to withdraw from Kuwait, America will attack, President Bush warned.",
     "not withdraw, Iraq, -, military, Kuwait", "what is refused, and not the refusing"),
    (2005, "Syria's refusal to withdraw from Lebanon will bring sanctions, Ms Rice said.",
     "not withdraw, Syria, -, military, Lebanon", "a refusal as a noun"),
    (1998, "Pakistan will test a bomb if India does, its foreign minister said.",
     "test_weapon, India, -, arms, -", "does so"),
    (1990, "If their talks fail, Syria will close the border with Iraq, its foreign minister said.",
     "break_off_talks, Syria, -, talks, -", "a noun that was taken for a verb"),
    (1990, "When the president is back in office, Kenya will reopen its border, its foreign minister said.",
     "reinstate, -, -, leaders, -", "back in office"),
    (1990, "If the missiles are gone by June, the United States will lift its sanctions on Cuba, President Bush said.",
     "withdraw, -, -, missiles, -", "gone is taken away"),
    (1946, "The Soviet Union would take the matter to the Security Council unless British troops were out of Greece.",
     "withdraw, United Kingdom, -, troops, Greece", "who is out of a place has left it"),
    (1990, "If she dies in custody, the opposition will call a general strike, its leader said.",
     "kill, -, -, -, -", "who dies in custody is killed there"),
    (1955, "West Germany would break off relations with any state that recognised East Germany.",
     "recognize, -, East Germany, -, -", "a condition behind a preposition"),
    (1913, "Bulgaria demanded that Serbia evacuate Monastir within a week, failing which its army would march.",
     "withdraw, Serbia, -, -, Monastir", "failing which"),
    (1984, "\"Let one Honduran soldier cross the river and our army will fire,\" Nicaragua's defence minister said.",
     "cross_line, Honduras, -, line, -", "let one of them do it"),
    (1982, "Argentina would regard any attack on its ships as an act of war, President Galtieri said.",
     "attack, -, Argentina, vessels, -", "what is regarded as something"),
    (2023, "They warn that every armed intervention against Niger would be equivalent to a declaration of war.",
     "intervene, -, Niger, -, -", "equivalent to"),
    (1990, "The charter was signed by Mali, Niger and Chad. An attack on one or more of the parties shall "
     "be considered an attack on the others, the charter says.",
     "attack, -, Chad+Mali+Niger, -, -", "the parties of a pact that only the article tells of"),
    (1990, "The summit of the Arab League opened. Any member that quits the bloc will lose its loans, an envoy warned.",
     "leave_organization, -, Arab League, -, -", "the bloc that was named before"),
)  # fmt: skip


@cache
def reader() -> Reader:
    """The shipped model, loaded once."""
    return Reader()


def asked(text: str, year: int) -> list[str]:
    """Return what the conditions of a text ask for, in the short form of the rows."""
    when = datetime(year, 6, 1, tzinfo=UTC)
    capture = Capture(text.encode(), "dispatch.txt", when, "text/plain", Hints(published=f"{year}-06-01"))
    reading = reader().read(capture)
    known, on = reader().known, date(year, 6, 1)
    return [told(one) for view in signal_views(reading, {}) for one in conditions(view, known, on)]


def told(frame: Frame) -> str:
    """Return a frame in the short form of the rows."""

    def named(ids: frozenset[str]) -> str:
        return "+".join(sorted(_name(one, frame) for one in ids if _name(one, frame)))

    place = _name(frame.place, frame) if frame.place else ""
    polarity = "" if frame.happens else "not "
    slots = (polarity + frame.act, named(frame.actors), named(frame.recipients), frame.object or "", place)
    return ", ".join(one or "-" for one in slots)


def _name(key: str, frame: Frame) -> str:
    known = reader().known.name_of(key)
    return known or (frame.entities[key].name if key in frame.entities else "")


@pytest.mark.parametrize(("year", "text", "expected", "why"), READ)
def test_a_condition_is_read(year: int, text: str, expected: str, why: str) -> None:
    """The condition of a sentence asks for what it says."""
    assert expected in asked(text, year), why

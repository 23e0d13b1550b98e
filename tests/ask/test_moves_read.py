"""Moves in all the ways that people type them to what the program understands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from sayso.pipeline import Reader
from sayso.weigh.frames import Told, frame_of, is_hollow

DAY = date(2000, 6, 1)
MOVES = [
    ("Russian forces invade Georgia", "invade; Russia; Georgia; -; Georgia"),
    ("The Russian invasion of Georgia", "invade; Russia; Georgia; -; Georgia"),
    ("Russian invasion of Georgia", "invade; Russia; Georgia; -; Georgia"),
    ("Georgia is invaded by Russia", "invade; Russia; Georgia; -; Georgia"),
    ("Russia has invaded Georgia", "invade; Russia; Georgia; -; Georgia"),
    ("Russia to invade Georgia", "invade; Russia; Georgia; -; Georgia"),
    ("Russia will invade Georgia", "invade; Russia; Georgia; -; Georgia"),
    ("A coup in Mali", "coup; -; -; -; Mali"),
    ("Soldiers overthrow the government of Mali", "coup; Soldiers; Mali; the government of Mali; -"),
    ("Sanctions on Iran by the European Union", "sanction; European Union; Iran; -; -"),
    ("The European Union imposes sanctions on Iran", "sanction; European Union; Iran; sanctions; -"),
    ("Sanctions are imposed on Iran by the European Union", "sanction; European Union; Iran; Sanctions; -"),
    ("The European Union to lift its sanctions on Iran", "lift_sanctions; European Union; Iran; its sanctions; -"),
    ("Israel strikes Natanz", "strike; Israel; -; -; Natanz"),
    ("Israeli jets bomb the reactor at Bushehr", "strike; Israel; -; the reactor; Bushehr"),
    ("The junta tries Mohamed Bazoum", "detain; junta; Mohamed Bazoum; -; -"),
    ("Mohamed Bazoum is put on trial", "detain; -; Mohamed Bazoum; -; -"),
    ("Rebels storm the base at Goma", "attack; Rebels; -; the base; Goma"),
    ("Rebels capture Goma", "seize_territory; Rebels; -; Goma; Goma"),
    ("The town of Goma falls to the rebels", "seize_territory; rebels; -; The town of Goma; Goma"),
    ("Goma is taken by rebels", "seize_territory; rebels; -; Goma; Goma"),
    ("Iran lets the deadline pass", "miss_deadline; Iran; -; -; -"),
    ("Iran misses the deadline", "miss_deadline; Iran; -; -; -"),
    ("Eritrea frees the prisoners", "release; Eritrea; -; the prisoners; -"),
    ("The prisoners are freed by Eritrea", "release; Eritrea; -; The prisoners; -"),
    ("Syria does not withdraw its troops from Lebanon", "not withdraw; Syria; -; its troops; Lebanon"),
    ("Syria keeps its troops in Lebanon", "not withdraw; Syria; -; its troops; Lebanon"),
    ("Syrian troops leave Lebanon", "withdraw; Syria; -; Syrian troops; Lebanon"),
    ("Syria pulls its soldiers out of Lebanon", "withdraw; Syria; -; its soldiers; Lebanon"),
    ("A Syrian withdrawal from Lebanon", "withdraw; Syria; -; -; Lebanon"),
    ("The closure of the Suez Canal by Egypt", "blockade; Egypt; -; the Suez Canal; Suez Canal"),
    ("Egypt nationalises the Suez Canal", "seize_property; Egypt; -; the Suez Canal; Suez Canal"),
    ("A British tanker is seized by Iran", "seize_property; Iran; United Kingdom; A British tanker; -"),
    ("China blockades Taiwan", "blockade; China; Taiwan; -; Taiwan"),
    ("A Chinese blockade of Taiwan", "blockade; China; Taiwan; -; Taiwan"),
    ("China's navy blockades Taiwan", "blockade; China; Taiwan; -; Taiwan"),
    ("North Korea tests a missile", "test_weapon; North Korea; -; a missile; -"),
    ("North Korea conducts a nuclear test", "test_weapon; North Korea; -; -; -"),
    ("Moscow expels ten British diplomats", "expel_diplomats; Russia; United Kingdom; ten British diplomats; -"),
    ("Moscow to expel British diplomats", "expel_diplomats; Russia; United Kingdom; British diplomats; -"),
    ("Russia cuts off gas to Ukraine", "cut_supplies; Russia; Ukraine; gas; -"),
    ("Russia turns off the gas for Ukraine", "cut_supplies; Russia; Ukraine; the gas; -"),
    ("Gas deliveries to Ukraine are stopped by Russia", "cut_supplies; Russia; Ukraine; Gas deliveries; -"),
    ("Saudi Arabia breaks off relations with Iran", "break_relations; Saudi Arabia; Iran; -; -"),
    ("Sudan walks out of the talks", "break_off_talks; Sudan; -; the talks; -"),
    ("Ethiopia accepts the cease-fire", "accept; Ethiopia; -; the cease-fire; -"),
    ("Ethiopia rejects the peace plan", "reject; Ethiopia; -; the peace plan; -"),
    ("Eritrea breaks the truce", "break_truce; Eritrea; -; -; -"),
    ("War between India and Pakistan", "war; India,Pakistan; India,Pakistan; -; -"),
    ("India masses troops on the border with Pakistan", "deploy; India; -; troops; Pakistan"),
    ("The United States sends two carriers to the Gulf", "deploy; United States; -; two carriers; Persian Gulf"),
    ("American marines land in Lebanon", "land_forces; United States; -; American marines; Lebanon"),
    ("The United States arms the Kurds", "supply_arms; United States; Kurds; -; -"),
    ("Germany delivers tanks to Ukraine", "supply_arms; Germany; Ukraine; tanks; -"),
    ("The delivery of tanks to Ukraine by Germany", "supply_arms; Germany; Ukraine; tanks; -"),
    ("Germany to send tanks to Ukraine", "supply_arms; Germany; Ukraine; tanks; -"),
    ("Uganda sends food to South Sudan", "send_aid; Uganda; South Sudan; food; -"),
    ("Britain leaves the European Union", "leave_organization; United Kingdom; European Union; the European Union; -"),
    ("Poland leaves the Warsaw Pact", "leave_organization; Poland; Warsaw Pact; the Warsaw Pact; -"),
    ("Finland joins NATO", "join_organization; Finland; NATO; NATO; -"),
    ("Kenya shuts its border with Somalia", "close_border; Kenya; Somalia; its border; -"),
    ("The general is arrested by Serbia", "detain; Serbia; -; The general; -"),
    ("A bomb goes off in Beirut", "bombing; -; -; -; Beirut"),
    ("Venezuela's assets are frozen by Spain", "freeze_assets; Spain; Venezuela; Venezuela's assets; -"),
    ("Serb guns shell Sarajevo", "strike; Serbia; -; -; Sarajevo"),
    ("Croatian soldiers cross the Sava", "cross_line; Croatia; -; the Sava; -"),
    ("A Turkish plane enters Greek airspace", "violate_airspace; Turkey; Greece; Greek airspace; -"),
    ("A Russian jet is shot down by Turkey", "strike; Turkey; Russia; A Russian jet; -"),
    ("Argentina lands troops on the Falkland Islands", "land_forces; Argentina; -; troops; Falkland Islands"),
    ("Peru recaptures the post", "seize_territory; Peru; -; the post; -"),
    ("Russia asks China for weapons", "ask; Russia; China; weapons; -"),
    ("Iran throws out the inspectors", "expel_diplomats; Iran; -; the inspectors; -"),
    ("Iran lets the inspectors in", "allow_access; Iran; -; -; -"),
    ("Washington backs Taiwan", "support; United States; Taiwan; -; -"),
    ("Poland imposes martial law", "emergency_rule; Poland; -; -; -"),
]
UNREAD = [
    ("Nobody withdraws from the buffer zone", "not withdraw; -; -; -; -", "nobody as who does not do it"),
    ("Libya pays France", "pay; Libya; France; -; -", "paying without a sum"),
    ("Soviet ships carry missiles to Cuba", "deploy; Soviet Union; -; missiles; Cuba", "carrying what is sent"),
    ("Finland applies to join NATO", "ask; Finland; NATO; -; -", "applying"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("words", "expected"),
    [*MOVES, *(pytest.param(*row[:2], marks=pytest.mark.xfail(strict=True, reason=row[2])) for row in UNREAD)],
    ids=[row[0] for row in (*MOVES, *UNREAD)],
)
def test_a_move_is_read_however_it_is_worded(reader: Reader, words: str, expected: str) -> None:
    """Active or passive, now or to come, as a noun or a verb, by whoever and wherever: act, parties, thing, place."""
    assert expected in told(reader, words)


def told(reader: Reader, words: str) -> list[str]:
    """Return each act that a move is read as, with who, whom, what and where."""
    query = reader.read_move(words, DAY)

    def named(ids: Iterable[str | None]) -> str:
        return ",".join(sorted(reader.known.name_of(one) or query.entities[one].name for one in ids if one)) or "-"

    frames = [frame_of(one) for event in query.events if not is_hollow(one := Told(event, query.text, query.entities))]
    return [
        "; ".join(
            (
                f"{'' if one.happens else 'not '}{one.act}",
                named(one.actors) if one.actors else one.doer or "-",
                named(one.recipients),
                ", ".join(one.things) or "-",
                named([one.place]),
            )
        )
        for one in frames
    ]

"""The what-if over hand-made entries: what fires, what stays silent by one slot, chains, breaks and what is nearest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from worlds import Deed, World, deed, query, view

from sayso.ask import chains
from sayso.ask.query import NO_MOVE, UNLISTED, Query
from sayso.ask.shelf import Held
from sayso.ask.whatif import UNWEIGHED, Answer, whatif
from sayso.spans import Span
from sayso.terms import Outcome, ZoneKind
from sayso.weigh.compare import Comparer
from sayso.weigh.frames import SignalView

TODAY = date(2001, 6, 1)


def ask(move: Deed | Query, *signals: SignalView, on: date = TODAY, with_lapsed: bool = False) -> Answer:
    asked = move if isinstance(move, Query) else query(move)
    return whatif(asked, Held(signals), Comparer(World(), on), include_lapsed=with_lapsed)


def fired(answer: Answer) -> list[tuple[str, int]]:
    return [(one.view.signal.id, one.step) for one in answer.fired]


PEACEKEEPERS = view(
    "warning",
    "warning",
    "drago",
    deed("deploy", "pact", thing="peacekeepers", place="elbonia"),
    deed("clash", "drakonia pact", "drakonia pact"),
)
HEAVY_WEAPONS = view(
    "arms",
    "warning",
    "drakonia",
    deed("supply_arms", "pact", "elbonia", thing="heavy weapons"),
    deed("clash", "drakonia pact", "drakonia pact"),
)
TREATY = view(
    "treaty",
    "commitment",
    "pact",
    deed("attack"),
    deed("attack", recipient="pact"),
    words="an armed attack on one member state",
)
REFUSAL = view(
    "refusal", "refusal", "ava", None, deed("deploy", "avalon", thing="troops", place="elbonia", no=True), bare=True
)
ULTIMATUM = view(
    "ultimatum",
    "demand",
    "pact",
    deed("withdraw", "drakonia", thing="forces", place="elbonia"),
    deed("strike", recipient="drakonia"),
    if_not=True,
    target="drakonia",
)

MOVES = [
    (deed("deploy", "pact", thing="peacekeepers", place="elbonia"), "same", "the thing itself"),
    (deed("deploy", "avalon", thing="peacekeepers", place="elbonia"), "narrower", "a member for the whole"),
    (deed("land_forces", "pact", thing="peacekeepers", place="elbonia"), "narrower", "a kind of deploying"),
    (deed("deploy", "pact", thing="peacekeepers", place="elbonia-port"), "narrower", "a place inside"),
    (deed("deploy", "pact", thing="peacekeepers"), "similar", "one unknown slot"),
    (deed("deploy", "drakonia", thing="peacekeepers", place="elbonia"), None, "another actor"),
    (deed("deploy", "freedonia", thing="peacekeepers", place="elbonia"), None, "an outsider"),
    (deed("deploy", "pact", thing="tents", place="elbonia"), None, "another object"),
    (deed("deploy", "pact", thing="troops", place="elbonia"), None, "a broader object"),
    (deed("deploy", "pact", place="elbonia"), None, "no object: broader than peacekeepers"),
    (deed("deploy", "pact", thing="peacekeepers", place="freedonia"), None, "another place"),
    (deed("withdraw", "pact", thing="peacekeepers", place="elbonia"), None, "the other direction"),
    (deed("deploy", "pact", thing="peacekeepers", place="elbonia", no=True), None, "not doing it"),
    (deed("mobilize", "pact", thing="peacekeepers", place="elbonia"), None, "a broader act"),
    (deed("send_aid", "pact", "elbonia", thing="food"), None, "food is no force"),
    (deed("deploy", thing="peacekeepers"), None, "two unknown slots"),
]


@pytest.mark.parametrize(("move", "match", "why"), MOVES, ids=[why for _, _, why in MOVES])
def test_one_swapped_slot_is_enough_for_silence(move: Deed, match: str | None, why: str) -> None:
    """The warning fires on its own move and on cases of it, and one clash anywhere silences it."""
    answer = ask(move, PEACEKEEPERS)

    assert [one["match"] for one in answer.as_json()["fired"]] == ([] if match is None else [match])
    assert answer.silent is (match is None)


def test_objects_keep_two_warnings_apart() -> None:
    """Peacekeepers set off the one warning, heavy weapons the other, food neither."""
    both = (PEACEKEEPERS, HEAVY_WEAPONS)

    assert fired(ask(deed("deploy", "pact", thing="peacekeepers", place="elbonia"), *both)) == [("warning", 1)]
    assert fired(ask(deed("supply_arms", "avalon", "elbonia", thing="tanks"), *both)) == [("arms", 1)]
    assert ask(deed("send_aid", "pact", "elbonia", thing="food aid"), *both).silent is True


AREA = "place not stated; the treaty covers its members' territory"
RECIPIENTS = [
    (deed("invade", "drakonia", "avalon"), "narrower", None, "a member of the alliance"),
    (
        deed("strike", "drakonia", "pact"),
        "broader",
        "place not stated; the treaty covers its members' territory",
        "all",
    ),
    (deed("strike", "drakonia", "avalon", place="avalon-city"), "narrower", None, "a place in a member's land"),
    (deed("strike", "drakonia", "avalon", place="elbonia"), None, None, "a place known to lie outside"),
    (deed("invade", "drakonia", "elbonia"), None, None, "an outsider as victim"),
    (deed("invade", "avalon", "elbonia"), None, None, "the alliance's own side attacks"),
    (deed("sanction", "drakonia", "avalon"), None, None, "pressure is no attack"),
    (deed("accuse", "drakonia", "avalon"), None, None, "words are no attack"),
]


@pytest.mark.parametrize(("move", "match", "caveat", "why"), RECIPIENTS, ids=[row[3] for row in RECIPIENTS])
def test_an_alliance_stands_for_its_members(move: Deed, match: str | None, caveat: str | None, why: str) -> None:
    """Any member is meant by "one member state", within the members' lands, and with a caveat where none is stated."""
    answer = ask(move, TREATY).as_json()["fired"][:1]

    assert [(one["match"], one["caveat"]) for one in answer] == ([] if match is None else [(match, caveat)])


def test_membership_counts_by_date() -> None:
    """Who joined in 2000 is covered in 2001 and was not in 1995."""
    move = deed("invade", "drakonia", "cyldavia")

    assert fired(ask(move, TREATY)) == [("treaty", 1)]
    assert ask(move, TREATY, on=date(1995, 1, 1)).silent is True


def test_an_army_and_a_minister_act_for_their_state() -> None:
    """What the state's army does, or its minister orders, the state does."""
    warning = view(
        "w", "warning", "ava", deed("blockade", "drakonia", "elbonia"), deed("sanction", "avalon", "drakonia")
    )

    assert fired(ask(deed("blockade", "drakonia-army", "elbonia"), warning)) == [("w", 1)]
    assert fired(ask(deed("blockade", "drago", "elbonia"), warning)) == [("w", 1)]
    assert ask(deed("blockade", "ava", "elbonia"), warning).silent is True


SYMMETRIC = [
    (deed("war", "avalon", "drakonia"), True, "as it is put"),
    (deed("war", "drakonia", "avalon"), True, "the other way round"),
    (deed("war", "avalon drakonia", "avalon drakonia"), True, "between the two"),
    (deed("war", "avalon", "elbonia"), False, "with somebody else"),
    (deed("attack", "drakonia", "avalon"), False, "an attack need not be war"),
]


@pytest.mark.parametrize(("move", "fires", "why"), SYMMETRIC, ids=[row[2] for row in SYMMETRIC])
def test_what_goes_both_ways_counts_both_ways(move: Deed, fires: bool, why: str) -> None:
    """A condition of war between two holds whoever is named first."""
    warning = view("w", "warning", "pact", deed("war", "avalon", "drakonia"), deed("sanction", "pact", "drakonia"))

    assert (not ask(move, warning).silent) is fires


POLARITIES = [
    (deed("withdraw", "drakonia", thing="forces", place="elbonia"), False, "the demand is met"),
    (deed("withdraw", "drakonia", thing="forces", place="elbonia", no=True), True, "the forces are kept"),
    (deed("deploy", "drakonia", thing="troops", place="elbonia"), True, "more are sent instead"),
    (deed("withdraw", "pact", thing="forces", place="elbonia", no=True), False, "somebody else keeps his"),
    (deed("withdraw", "drakonia", thing="forces", place="freedonia", no=True), False, "they are kept elsewhere"),
    (deed("miss_deadline", "drakonia"), True, "the deadline passes"),
    (deed("miss_deadline", "freedonia"), False, "somebody else's deadline passes"),
]


@pytest.mark.parametrize(("move", "fires", "why"), POLARITIES, ids=[row[2] for row in POLARITIES])
def test_a_demand_fires_when_it_is_not_met(move: Deed, fires: bool, why: str) -> None:
    """Where the consequence follows when the condition does not come, the polarity that is wanted is turned."""
    assert (not ask(move, ULTIMATUM).silent) is fires


def test_a_negated_condition_is_the_same_without_if_not() -> None:
    """ "If they do not withdraw" wants what "unless they withdraw" wants."""
    condition = deed("withdraw", "drakonia", thing="forces", place="elbonia", no=True)
    threat = view("t", "threat", "pact", condition, deed("strike", "pact", "drakonia"))

    assert fired(ask(condition, threat)) == [("t", 1)]
    assert ask(deed("withdraw", "drakonia", thing="forces", place="elbonia"), threat).silent is True


def test_a_condition_without_an_actor_is_anyone_but_the_senders_side() -> None:
    """ "Any landing" is meant for others, not for those who warn of it."""
    warning = view("w", "threat", "drago", deed("deploy", thing="troops", place="elbonia"), deed("strike", "drakonia"))

    assert fired(ask(deed("deploy", "avalon", thing="troops", place="elbonia"), warning)) == [("w", 1)]
    assert ask(deed("deploy", "drakonia", thing="troops", place="elbonia"), warning).silent is True
    assert ask(deed("deploy", "drakonia-army", thing="troops", place="elbonia"), warning).silent is True


def test_whoever_does_what_nobody_in_particular_is_asked_not_to_is_the_same() -> None:
    """ "Any landing" asks for nobody, so that whoever lands is no narrower case of it."""
    warning = view("w", "threat", "drago", deed("deploy", thing="troops", place="elbonia"), deed("strike", "drakonia"))

    (one,) = ask(deed("deploy", "avalon", thing="troops", place="elbonia"), warning).as_json()["fired"]

    assert (one["match"], one["slots"]["actor"]) == ("same", "same")


@pytest.mark.parametrize(
    ("mover", "fires", "why"),
    [
        ("drakonia avalon", True, "both of them"),
        ("drakonia", False, "one of two"),
        ("drakonia freedonia", False, "another in place of one"),
    ],
)
def test_who_is_named_together_must_do_it_together(mover: str, fires: bool, why: str) -> None:
    """A promise that hangs on two armies is not set off by one."""
    both = view(
        "both", "promise", "freedonia",
        deed("withdraw", "drakonia avalon", thing="forces", place="elbonia"), deed("send_aid", "freedonia"),
        words="Drakonia and Avalon pull back",
    )  # fmt: skip

    assert (not ask(deed("withdraw", mover, thing="forces", place="elbonia"), both).silent) is fires, why


def test_no_state_acts_for_a_body_of_the_whole_world() -> None:
    """What the league is to do is not done by one of its members, nor the other way round."""
    awaited = view("l", "promise", "freedonia", deed("deploy", "league", thing="peacekeepers", place="elbonia"),
                   deed("withdraw", "freedonia"))  # fmt: skip
    feared = view("m", "threat", "drago", deed("deploy", "avalon", thing="peacekeepers", place="elbonia"),
                  deed("strike", "drakonia"))  # fmt: skip

    assert fired(ask(deed("deploy", "league", thing="peacekeepers", place="elbonia"), awaited)) == [("l", 1)]
    assert ask(deed("deploy", "avalon", thing="peacekeepers", place="elbonia"), awaited).silent is True
    assert ask(deed("deploy", "league", thing="peacekeepers", place="elbonia"), feared).silent is True


def test_an_attack_on_nobody_named_is_one_on_the_sender() -> None:
    """ "Any attack will be answered" is about attacks on whoever says it, and the answer says so."""
    threat = view("t", "threat", "drago", deed("attack"), deed("strike", "drakonia"))

    (one,) = ask(deed("strike", "avalon", "drakonia"), threat).as_json()["fired"]

    assert (one["match"], one["caveat"]) == ("broader", "victim not stated; taken as the sender's own side")
    assert ask(deed("strike", "avalon", "elbonia"), threat).silent is True


def test_a_world_organisation_has_no_side() -> None:
    """A warning by a league of all states is not silenced for each of them as its own member."""
    warning = view("w", "warning", "league", deed("invade", recipient="elbonia"), deed("sanction", "league"))

    assert fired(ask(deed("invade", "drakonia", "elbonia"), warning)) == [("w", 1)]


def test_a_chain_goes_on_from_what_would_follow() -> None:
    """The clash that the warning foretells sets off the treaty, with a caveat, and names the warning as its cause."""
    answer = ask(deed("deploy", "avalon", thing="peacekeepers", place="elbonia"), PEACEKEEPERS, TREATY)

    first, second = answer.as_json()["fired"]

    assert (first["signal"]["id"], first["step"], first["because"]) == ("warning", 1, ["query"])
    assert (second["signal"]["id"], second["step"], second["because"]) == ("treaty", 2, ["warning"])
    assert second["caveat"] is not None
    assert second["probability"] < first["probability"]


def test_a_chain_may_hold_one_unknown_only() -> None:
    """A step that used up the unknown slot leaves none for the next."""
    sent = deed("deploy", "pact", thing="troops", place="elbonia")
    answered = view("1", "threat", "drakonia", sent, deed("deploy", "drakonia", thing="tanks"))
    placed = view("2", "threat", "pact", deed("deploy", "drakonia", place="avalon"), deed("invade", "pact", "drakonia"))

    assert fired(ask(sent, answered, placed)) == [("1", 1), ("2", 2)]
    assert fired(ask(deed("deploy", "pact", thing="troops"), answered, placed)) == [("1", 1)]


def test_cycles_end() -> None:
    """Two threats that answer one another fire once each."""
    one = view("1", "threat", "drakonia", deed("strike", "avalon", "drakonia"), deed("strike", "drakonia", "avalon"))
    two = view("2", "threat", "avalon", deed("strike", "drakonia", "avalon"), deed("strike", "avalon", "drakonia"))

    assert fired(ask(deed("strike", "avalon", "drakonia"), one, two)) == [("1", 1), ("2", 2)]


def test_six_steps_are_the_most() -> None:
    """The seventh signal in a row stays unfired."""
    row = ("train_forces", "sanction", "accuse", "expel_diplomats", "visit", "cyber_attack", "recognize", "fund")
    moves = [deed(name, "avalon", "elbonia") for name in row]
    signals = [view(str(n), "warning", "freedonia", moves[n], moves[n + 1]) for n in range(7)]

    assert fired(ask(moves[0], *signals)) == [(str(n), n + 1) for n in range(6)]


def test_the_surest_firings_of_a_step_lead_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that a step sets off is shown; what leads on to the next is bounded."""
    first = deed("train_forces", "avalon", "elbonia")
    ways = [deed(name, "avalon", "elbonia") for name in ("sanction", "accuse", "recognize")]
    signals = [view(f"first {n}", "warning", "freedonia", first, way) for n, way in enumerate(ways)]
    signals += [view(f"then {n}", "warning", "freedonia", way, deed("fund")) for n, way in enumerate(ways)]
    monkeypatch.setattr(chains, "FOLLOWED", 2)

    steps = [step for _, step in fired(ask(first, *signals))]
    assert steps == [1, 1, 1, 2, 2]


def test_reports_of_one_signal_fire_once() -> None:
    """Of several reports of a signal the best match fires, the others do not."""
    move = deed("deploy", "pact", thing="peacekeepers", place="elbonia")
    broad = deed("deploy", "pact", thing="troops", place="elbonia")
    near = view("a", "warning", "drago", move, deed("clash"), group="g")
    far = view("b", "warning", "drago", broad, deed("clash"), group="g")

    assert fired(ask(move, far, near)) == [("a", 1)]


def test_vague_consequences_start_nothing() -> None:
    """A consequence in which nobody is named is shown and sets off nothing."""
    vague = view("v", "warning", "freedonia", deed("deploy", "pact", place="elbonia"), deed("war"))
    eager = view("e", "threat", "pact", deed("war", "drakonia"), deed("strike", "pact", "drakonia"))

    assert fired(ask(deed("deploy", "pact", thing="troops", place="elbonia"), vague, eager)) == [("v", 1)]


def test_a_threat_without_an_actor_is_carried_out_by_its_sender() -> None:
    """Who says "there will be strikes" will strike."""
    threat = view("t", "threat", "drago", deed("deploy", "pact", place="elbonia"), deed("strike", recipient="avalon"))
    answer = ask(deed("deploy", "pact", thing="troops", place="elbonia"), threat, TREATY)

    assert fired(answer)[:2] == [("t", 1), ("treaty", 2)]


def test_a_promise_to_defend_presupposes_an_attack() -> None:
    """A bare promise to defend fires when those are attacked, and on nothing else."""
    promise = view("p", "promise", "pacta", None, deed("defend", "pact", "avalon"), bare=True)

    assert fired(ask(deed("invade", "drakonia", "avalon"), promise)) == [("p", 1)]
    assert ask(deed("invade", "drakonia", "elbonia"), promise).silent is True
    assert ask(deed("sanction", "drakonia", "avalon"), promise).silent is True


BREAKS = [
    (deed("deploy", "avalon", thing="troops", place="elbonia"), True, "what was refused"),
    (deed("deploy", "avalon", thing="peacekeepers", place="elbonia"), True, "a kind of it"),
    (deed("deploy", "ava", thing="troops", place="elbonia"), True, "by who refused it"),
    (deed("deploy", "borduria", thing="troops", place="elbonia"), False, "another member's move"),
    (deed("deploy", "pact", thing="troops", place="elbonia"), False, "the whole alliance's move"),
    (deed("supply_arms", "avalon", "elbonia", thing="tanks"), False, "another act"),
    (deed("withdraw", "avalon", thing="troops", place="elbonia"), False, "the contrary"),
    (deed("deploy", "avalon", thing="troops", place="elbonia", no=True), False, "keeping to it"),
]


@pytest.mark.parametrize(("move", "breaks", "why"), BREAKS, ids=[row[2] for row in BREAKS])
def test_a_move_against_ones_own_word_is_shown_apart(move: Deed, breaks: bool, why: str) -> None:
    """A refusal stands under `breaks`, never under `fired`, when its own side does the thing refused."""
    answer = ask(move, REFUSAL)

    assert [one.view.signal.id for one in answer.breaks] == (["refusal"] if breaks else [])
    assert answer.silent is True


def test_a_promise_is_broken_by_not_doing_it_or_by_its_contrary() -> None:
    """A promise to withdraw is broken by staying and by sending more, not by leaving."""
    leaving = deed("withdraw", "drakonia", thing="troops", place="elbonia")
    promise = view("p", "promise", "drago", None, leaving, bare=True)

    def broken(move: Deed) -> bool:
        return bool(ask(move, promise).breaks)

    assert broken(deed("withdraw", "drakonia", thing="troops", place="elbonia", no=True))
    assert broken(deed("deploy", "drakonia", thing="troops", place="elbonia"))
    assert not broken(leaving)


def test_asides_never_fire() -> None:
    """What stands in a caption or comment fires nothing and is not even near."""
    move = deed("deploy", "pact", thing="peacekeepers", place="elbonia")
    for zone in (ZoneKind.CAPTION, ZoneKind.COMMENT, ZoneKind.CREDIT, ZoneKind.BOILERPLATE):
        aside = view("w", "warning", "drago", move, deed("clash"), zone=zone)
        answer = ask(move, aside)
        assert (answer.silent, answer.nearest) == (True, ())


def test_lapsed_signals_fire_only_when_asked_for() -> None:
    """Lapsed signals are silent, and kept, broken and averted ones still fire and say so."""
    move = deed("deploy", "pact", thing="peacekeepers", place="elbonia")
    for outcome in Outcome:
        signal = view("w", "warning", "drago", move, deed("clash"), outcome=outcome)
        assert ask(move, signal).silent is (outcome is Outcome.LAPSED)
        (one,) = ask(move, signal, with_lapsed=True).as_json()["fired"]
        assert one["outcome"] == outcome.value


def test_of_many_firings_the_outcome_of_the_surest_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others say that it was not; what a chain follows is weighed however much fires."""
    monkeypatch.setattr("sayso.ask.whatif.WEIGHED", 2)
    monkeypatch.setattr("sayso.ask.chains.FOLLOWED", 1)
    asked: list[str] = []

    def fates(views: Sequence[SignalView]) -> dict[str, Outcome]:
        asked.extend(view.signal.id for view in views)
        return {view.signal.id: Outcome.KEPT for view in views}

    move = deed("train_forces", "avalon", "elbonia")
    signals = [view(f"s{n}", "warning", "freedonia", move, deed("fund")) for n in range(4)]
    answer = whatif(query(move), Held(signals), Comparer(World(), TODAY), fates)

    assert len(asked) == len(set(asked)) == 2
    told = {one.view.signal.id: (one.view.outcome, one.comparison.caveat) for one in answer.fired}
    assert {outcome for one, (outcome, _) in told.items() if one in asked} == {Outcome.KEPT}
    assert {outcome for one, (outcome, _) in told.items() if one not in asked} == {None}
    assert all((caveat == UNWEIGHED) is (one not in asked) for one, (_, caveat) in told.items())


def test_what_lapsed_is_not_followed_and_the_next_takes_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger is asked before a step leads on, and asked again of whatever moves up."""
    monkeypatch.setattr("sayso.ask.chains.FOLLOWED", 1)
    lapsed: list[str] = []

    def fates(views: Sequence[SignalView]) -> dict[str, Outcome]:
        lapsed.extend(view.signal.id for view in views if not lapsed)
        return {view.signal.id: Outcome.LAPSED if view.signal.id in lapsed else Outcome.OPEN for view in views}

    move, second = deed("train_forces", "avalon", "elbonia"), deed("attack", "freedonia", "avalon")
    firsts = [view(f"s{n}", "warning", "freedonia", move, second) for n in range(2)]
    leads = view("t", "warning", "avalon", second, deed("fund"))
    answer = whatif(query(move), Held([*firsts, leads]), Comparer(World(), TODAY), fates)

    assert len(lapsed) == 1
    (kept,) = {one.signal.id for one in firsts} - set(lapsed)
    assert [(one.view.signal.id, one.because) for one in answer.fired] == [(kept, ("query",)), ("t", (kept,))]


def test_the_nearest_say_what_stopped_them() -> None:
    """What did not fire is shown nearest first, each with the slot that kept it from firing."""
    answer = ask(deed("supply_arms", "pact", "elbonia", thing="rifles"), PEACEKEEPERS, HEAVY_WEAPONS)

    assert [(one.view.signal.id, one.stopped_by) for one in answer.nearest] == [("arms", "object"), ("warning", "act")]


def test_what_became_of_the_nearest_is_told_only_where_it_was_looked_for() -> None:
    """Where outcomes are looked for, those of the nearest may not have been: they are unknown then, not open."""
    asked = query(deed("supply_arms", "pact", "elbonia", thing="rifles"))
    told = whatif(asked, Held((HEAVY_WEAPONS,)), Comparer(World(), TODAY), lambda _: {})
    plain = whatif(asked, Held((HEAVY_WEAPONS,)), Comparer(World(), TODAY))

    assert [one["outcome"] for one in told.as_json()["nearest"]] == [None]
    assert [one["outcome"] for one in plain.as_json()["nearest"]] == ["open"]


def test_no_move_is_not_silence() -> None:
    """Words without a move are not understood; a move that is no act of ours is, and nothing fires."""
    nothing = ask(Query("purple ideas", (), {}), PEACEKEEPERS)
    other = ask(Query("Avalon paints its trains", (), {}, has_clause=True), PEACEKEEPERS)

    assert (nothing.understood, nothing.why, nothing.silent) == (False, NO_MOVE, None)
    assert (other.understood, other.why, other.silent) == (True, UNLISTED, True)


def test_the_answer_is_the_contracts() -> None:
    """The answer has the keys that scripts rely on, and JSON can hold it."""
    answer = ask(deed("deploy", "pact", thing="peacekeepers", place="elbonia"), PEACEKEEPERS, TREATY, REFUSAL).as_json()

    assert set(answer) >= {"query", "understood", "events", "fired", "breaks", "silent", "nearest"}
    keys = {"step", "because", "signal", "match", "slots", "probability", "caveat", "sentence", "article", "source"}
    assert all(set(one) >= keys | {"outcome", "reports"} for one in answer["fired"])
    assert set(answer["fired"][0]["slots"]) == {"actor", "act", "object", "recipient", "place", "time"}
    assert json.loads(json.dumps(answer)) == answer


def test_order_of_the_record_does_not_matter() -> None:
    """The same signals in any order give the same answer."""
    move = deed("deploy", "avalon", thing="peacekeepers", place="elbonia")
    signals = (PEACEKEEPERS, TREATY, REFUSAL, HEAVY_WEAPONS)

    assert ask(move, *signals).as_json() == ask(move, *reversed(signals)).as_json()


BLOWS = [
    (deed("strike", "drakonia", "elbonia"), True, "the land of whoever strikes"),
    (deed("strike", "freedonia", "elbonia"), False, "another land"),
    (deed("strike", recipient="elbonia"), True, "nobody is said to strike: one unknown"),
]


@pytest.mark.parametrize(("move", "fires", "why"), BLOWS, ids=[row[2] for row in BLOWS])
def test_a_blow_comes_from_a_land(move: Deed, fires: bool, why: str) -> None:
    """ "Launched from drakonia" wants the land itself to strike, or somebody there; never somebody elsewhere."""
    warning = view("w", "warning", "ava", deed("strike", recipient="elbonia"), deed("sanction", "avalon", "drakonia"))
    told = replace(warning, text="s from drakonia")
    entity = replace(told.entities["drakonia"], mentions=(Span(7, 15),))
    asked = replace(told, entities={**told.entities, "drakonia": entity})

    assert (not ask(move, asked).silent) is fires


def test_whom_a_condition_names_behind_against_is_hit() -> None:
    """Where the event lacks its victim, the words have it."""
    rule = view("r", "commitment", None, deed("attack"), deed("sanction", "pact"), words="an attack against elbonia")

    assert fired(ask(deed("invade", "drakonia", "elbonia"), rule)) == [("r", 1)]
    assert ask(deed("invade", "drakonia", "freedonia"), rule).silent is True


def test_what_is_deemed_an_attack_on_all_is_the_movers() -> None:
    """The attack on all that a treaty speaks of is made by whoever attacked one, not by the alliance."""
    treaty = replace(TREATY, signal=replace(TREATY.signal, consequence=(Span(0, len(TREATY.text)),)))
    by_mover = view("m", "threat", "freedonia", deed("attack", "drakonia", "borduria"), deed("sanction", "freedonia"))
    by_pact = view("p", "threat", "freedonia", deed("attack", "pact", "borduria"), deed("sanction", "freedonia"))

    answer = ask(deed("invade", "drakonia", "avalon"), treaty, by_mover, by_pact)

    assert fired(answer) == [("treaty", 1), ("m", 2)]

"""Moves and signals read together: what may fire beside the rules, what may be doubted, and what nothing outweighs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import Deed, World, deed, query, view

from sayso.ask import matched as module
from sayso.ask.barring import is_barred
from sayso.ask.chains import run
from sayso.ask.firing import Firing
from sayso.ask.matched import ALIKE, BY_RULE, BY_TABLE, FIRES, MIDDLE, SCORE, Matched, by_words
from sayso.ask.shelf import Held
from sayso.ask.whatif import whatif
from sayso.encode.pairs import Names, Rule
from sayso.knowledge.known import Hit, Known, Sense, Use
from sayso.spans import Span, words_of
from sayso.terms import EntityKind, Match, Outcome, SignalKind, ZoneKind
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import SLOTS, Asked, Comparison
from sayso.weigh.frames import Frame, SignalView, Told, frame_of

TODAY = date(2001, 6, 1)
SURE, UNSURE, NO = 30.0, (0.0 - MIDDLE - BY_RULE) / SCORE, -30.0
"""Scores by which anything fires, by which a rule's firing is as likely as not, and by which nothing fires."""


class Fake:
    """
    A matcher that was told what to think.

    Args:
        scores: Of moves with conditions, both in words; `other` of what is not among them.
    """

    def __init__(self, scores: dict[tuple[str, str], float] | None = None, other: float = NO) -> None:
        self.scores = scores or {}
        self.other = other
        self.asked: list[tuple[str, str]] = []

    def score(self, move: str, rule: Rule, names: tuple[Names, Names]) -> float:
        pair = move, words_of(rule.text, rule.condition)
        self.asked.append(pair)
        return self.scores.get(pair, self.other)


def signal(
    key: str, condition: str, consequence: str = "ruin follows", *, act: Deed | None = None, then: Deed | None = None
) -> SignalView:
    """A signal whose condition and consequence have words of their own; without an act none was read."""
    found = view(key, "warning", "freedonia", act or deed("deploy"), then, words=condition)
    text = f"{found.text} | {consequence}"
    parts = replace(
        found.signal,
        condition=(Span(0, len(condition)),),
        consequence=(Span(len(text) - len(consequence), len(text)),),
    )
    return replace(found, signal=parts, text=text, condition=found.condition if act else (), source=None)


def fired(
    move: str, deeds: Sequence[Deed], signals: Sequence[SignalView], scorer: Fake | None, on: date = TODAY
) -> list[Firing]:
    comparer = Comparer(World(), on)
    asked = query(*deeds)
    frames = [frame_of(Told(event, asked.text, asked.entities)) for event in asked.events]
    matched = Matched(scorer, comparer) if scorer is not None else None
    return run(frames, (), Held(signals), comparer, lambda _: True, move, matched)


def ids(found: Sequence[Firing]) -> list[tuple[str, int]]:
    return [(one.view.signal.id, one.step) for one in found]


LANDS = deed("deploy", "pact", thing="peacekeepers", place="elbonia")
ASKED = deed("deploy", thing="peacekeepers", place="elbonia")
"""What a move meets in one name alone, so that the matcher may doubt it."""
RULED = signal("ruled", "peacekeepers enter elbonia", act=ASKED)
NAMED = signal("named", "pact peacekeepers enter elbonia", act=LANDS)
WORDED = signal("worded", "the lads from the pact come back")
MOVE = "Pact peacekeepers come to elbonia"


# ---- what rules fire


@pytest.mark.parametrize(("score", "fires"), [(SURE, True), (UNSURE, False), (NO, False)])
def test_a_firing_by_rule_may_be_doubted(score: float, fires: bool) -> None:
    """One that the matcher holds for less likely than `FIRES` is not shown, nor found again by its words."""
    assert ids(fired(MOVE, [LANDS], [RULED], Fake(other=score))) == ([("ruled", 1)] if fires else [])


def test_a_firing_that_is_met_in_full_by_two_names_is_not_doubted() -> None:
    """Whatever the matcher makes of the words: such firings are right nearly always."""
    assert ids(fired(MOVE, [LANDS], [NAMED], Fake(other=-10.0))) == [("named", 1)]


def test_without_a_matcher_the_rules_alone_decide() -> None:
    """Nothing is doubted, and nothing is found by its words."""
    assert ids(fired(MOVE, [LANDS], [RULED, WORDED], None)) == [("ruled", 1)]


def test_a_firing_by_rule_keeps_what_the_rules_say_of_it() -> None:
    """Slot by slot, and once, however well its words match too; only its probability is another."""
    plain, *_ = fired(MOVE, [LANDS], [RULED], None)
    found = fired(MOVE, [LANDS], [RULED], Fake(other=0.5))

    assert found == [replace(plain, probability=1 / (1 + math.exp(-MIDDLE - SCORE * 0.5 - BY_RULE)))]
    assert found[0].comparison.worst is Match.SAME
    assert found[0].comparison.caveat is None


def test_a_doubted_signal_is_among_the_nearest() -> None:
    """What stops it is its act, which is not known to be the same: no slot clashes."""
    comparer = Comparer(World(), TODAY)
    answer = whatif(query(LANDS), Held([RULED]), comparer, matched=Matched(Fake(other=NO), comparer))

    assert [(one.view.signal.id, one.stopped_by) for one in answer.nearest] == [("ruled", "act")]
    assert answer.nearest[0].comparison.slots["act"] is Match.UNKNOWN
    assert Match.CLASH not in answer.nearest[0].comparison.slots.values()


@pytest.mark.parametrize("kind", SignalKind)
def test_tables_that_tell_who_is_bound_weigh_more_than_other_rules(kind: SignalKind) -> None:
    """A score that silences any other firing does not silence a standing obligation."""
    one = replace(RULED, signal=replace(RULED.signal, kind=kind))
    even = (math.log(FIRES / (1 - FIRES)) - MIDDLE - (BY_RULE + BY_TABLE) / 2) / SCORE

    assert bool(fired(MOVE, [LANDS], [one], Fake(other=even))) is (kind is SignalKind.COMMITMENT)


def test_rules_weigh_more_in_later_steps() -> None:
    """There a move is a clause of somebody's, and no headline such as the matcher was taught on."""
    strikes = deed("attack", "drakonia", "pact")
    first = signal("first", "pact peacekeepers enter elbonia", act=LANDS, then=strikes)
    second = signal("second", "anybody attacks the pact", act=deed("attack", recipient="pact"))
    even = (math.log(FIRES / (1 - FIRES)) - MIDDLE - (BY_RULE + BY_TABLE) / 2) / SCORE
    scorer = Fake({(MOVE, words(first)): SURE}, other=even)

    assert ids(fired(MOVE, [LANDS], [first, second], scorer)) == [("first", 1), ("second", 2)]
    assert fired("Drakonia attacks", [strikes], [second], scorer) == []


def test_every_report_is_weighed_before_the_best_is_taken() -> None:
    """One that is doubted does not take the others of its signal with it."""
    doubted = signal("a", "the peacekeepers pact", act=LANDS)
    held = signal("b", "pact peacekeepers enter elbonia", act=LANDS)
    scorer = Fake({(MOVE, words(held)): SURE})

    assert ids(fired(MOVE, [LANDS], [replace(one, group="a") for one in (doubted, held)], scorer)) == [("b", 1)]


# ---- what no rule fires


def test_a_signal_of_which_no_act_was_read_fires_by_its_words() -> None:
    """Where the matcher is sure; it is called similar, and says how it was found."""
    found = fired(MOVE, [LANDS], [WORDED], Fake(other=SURE))
    shown = found[0]

    assert ids(found) == [("worded", 1)]
    assert shown.because == ("query",)
    assert (shown.comparison.worst, shown.comparison.caveat, shown.unknown) == (Match.UNKNOWN, ALIKE, 0)
    assert shown.comparison.slots == {**dict.fromkeys(SLOTS), "act": Match.UNKNOWN}
    assert shown.probability > FIRES


def test_the_answer_calls_it_similar_with_its_caveat() -> None:
    """As CONTRACT has it."""
    comparer = Comparer(World(), TODAY)
    asked = replace(query(LANDS), text=f"peacekeepers {MOVE}")
    answer = whatif(asked, Held([WORDED]), comparer, matched=Matched(Fake(other=SURE), comparer)).as_json()

    assert [(one["match"], one["caveat"]) for one in answer["fired"]] == [("similar", ALIKE)]
    assert answer["silent"] is False


def test_a_move_of_which_no_act_was_read_sets_off_by_its_words() -> None:
    """Words are read together with words; the rules need an act on both sides."""
    assert ids(fired(MOVE, [], [RULED, WORDED], Fake(other=SURE))) == [("ruled", 1), ("worded", 1)]


@pytest.mark.parametrize(("over", "fires"), [(0.01, True), (-0.01, False)])
def test_it_fires_from_a_probability_on(over: float, fires: bool) -> None:
    """And below it is silent."""
    score = (math.log(FIRES / (1 - FIRES)) - MIDDLE) / SCORE + over
    found = fired(MOVE, [LANDS], [WORDED], Fake(other=score))

    assert bool(found) is fires
    assert all(one.probability == pytest.approx(FIRES, abs=0.01) for one in found)


@pytest.mark.parametrize(
    ("asked", "fires", "why"),
    [
        (deed("seize_territory", "pact", place="elbonia"), True, "another act: it may be the same in other words"),
        (deed("deploy", "pact", thing="tents", place="elbonia"), True, "another object, likewise"),
        (deed("seize_territory", "drakonia", place="elbonia"), False, "another actor"),
        (deed("attack", "pact", "borduria"), False, "another recipient"),
        (deed("deploy", "pact", thing="tents", place="freedonia"), False, "another place"),
    ],
)
def test_no_words_outweigh_another_party_or_place(asked: Deed, fires: bool, why: str) -> None:
    """However sure the matcher is: a clash means silence."""
    move = deed("deploy", "pact", "elbonia", thing="peacekeepers", place="elbonia")
    found = fired(MOVE, [move], [signal("s", "if pact peacekeepers come", act=asked)], Fake(other=SURE))

    assert bool(found) is fires, why
    assert all(one.comparison.worst is Match.UNKNOWN for one in found)


@pytest.mark.parametrize(
    ("slot", "asked", "found", "bars"),
    [
        ("actor", "pact", "drakonia", True),
        ("actor", "local:group/the-lads", "drakonia", False),
        ("actor", None, "drakonia", False),
        ("recipient", "elbonia", "borduria", True),
        ("recipient", "elbonia", "local:person/somebody", False),
        ("place", "elbonia", "freedonia", True),
        ("place", "elbonia", "local:place/nowhere", False),
    ],
)
def test_a_clash_bars_where_the_tables_know_both_names(slot: str, asked: str | None, found: str, bars: bool) -> None:
    """What only an article names may be the same under another name, and is for the words to say."""

    def frame(name: str | None) -> Frame:
        ids = frozenset(()) if name is None else frozenset((name,))
        actors, recipients = (ids if slot == one else frozenset[str]() for one in ("actor", "recipient"))
        return Frame("deploy", True, actors, recipients, None, None, name if slot == "place" else None, None)

    clash = Comparison({**dict.fromkeys(SLOTS, Match.SAME), slot: Match.CLASH})
    condition = Asked(frame(asked), False, frozenset(), False, False)

    assert is_barred(clash, condition, frame(found), World()) is bars


@pytest.mark.parametrize(("slot", "bars"), [("act", False), ("object", False), ("time", True)])
def test_another_day_bars_and_another_act_or_thing_does_not(slot: str, bars: bool) -> None:
    """Acts and objects may be one thing in other words."""
    clash = Comparison({**dict.fromkeys(SLOTS, Match.SAME), slot: Match.CLASH})
    nobody = Frame("deploy", True, frozenset(), frozenset(), None, None, None, None)

    assert is_barred(clash, Asked(nobody, False, frozenset(), False, False), nobody, World()) is bars


@pytest.mark.parametrize("slot", SLOTS)
def test_what_is_shown_of_it_hides_no_match_and_claims_none(slot: str) -> None:
    """Its act is unknown, and nothing else is: one unknown slot, as the contract has it for a similar match."""
    shown = by_words(Comparison({**dict.fromkeys(SLOTS, Match.NARROWER), slot: Match.UNKNOWN}, names=1))

    assert [one for one, match in shown.slots.items() if match is Match.UNKNOWN] == ["act"]
    assert {match for one, match in shown.slots.items() if one not in ("act", slot)} == {Match.NARROWER}
    assert shown.caveat == ALIKE


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (replace(WORDED, signal=replace(WORDED.signal, condition=None)), "no condition"),
        (replace(WORDED, signal=replace(WORDED.signal, consequence=None)), "nothing follows"),
        (signal("s", "grain prices double"), "no word and no name in common"),
    ],
)
def test_what_cannot_be_like_a_move_is_not_read_with_it(other: SignalView, why: str) -> None:
    """A pair costs time; only what has something in common is read."""
    scorer = Fake(other=SURE)

    assert fired(MOVE, [LANDS], [other], scorer) == [], why
    assert scorer.asked == []


def test_a_name_in_common_is_enough_to_be_read() -> None:
    """Even where no word is: a name may be written in many ways."""

    class Named(World):
        def hits(self, text: str, on: date | None = None) -> Sequence[Hit]:
            sense = Sense(Known("elbonia", EntityKind.COUNTRY, "Elbonia"), Use.NAME)
            found = ((text.find(name), name) for name in ("Elbonia", "Port"))
            return [Hit(Span(at, at + len(name)), (sense,)) for at, name in found if at >= 0]

    comparer = Comparer(Named(), TODAY)
    shelf = Held([signal("s", "grain goes up in Port"), signal("t", "grain goes up")])
    found = run([], (), shelf, comparer, lambda _: True, "Ships leave Elbonia", Matched(Fake(other=SURE), comparer))

    assert ids(found) == [("s", 1)]


def test_only_the_likeliest_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that have most in common with a move; a large record costs no more than a small one."""
    monkeypatch.setattr(module, "READ", (2, 1))
    views = [signal(f"s{n}", words) for n, words in enumerate(["pact", "pact peacekeepers", "peacekeepers come again"])]
    scorer = Fake(other=NO)
    fired("the pact's peacekeepers come once again", [], [*views, signal("s9", "the pact peacekeepers come")], scorer)

    assert [condition for _, condition in scorer.asked] == ["peacekeepers come again", "the pact peacekeepers come"]


def test_of_the_reports_of_one_signal_one_is_read() -> None:
    """That which has most in common with the move."""
    few, many = (signal(f"r{n}", words) for n, words in enumerate(["pact lads come", "pact peacekeepers come back"]))
    scorer = Fake(other=SURE)
    found = fired(MOVE, [], [replace(one, group="one") for one in (few, many)], scorer)

    assert ids(found) == [("r1", 1)]
    assert len(scorer.asked) == 1


def test_a_pair_is_read_once() -> None:
    """However often a step asks for it, and whatever became of the signal."""
    scorer, comparer = Fake(other=SURE), Comparer(World(), TODAY)
    asked = replace(query(LANDS), text=f"peacekeepers {MOVE}")

    def fates(views: Sequence[SignalView]) -> dict[str, Outcome]:
        return dict.fromkeys((one.signal.id for one in views), Outcome.OPEN)

    whatif(asked, Held([RULED, WORDED]), comparer, fates, matched=Matched(scorer, comparer))

    assert len(scorer.asked) == len(set(scorer.asked)) == 2


def test_asides_do_not_speak_for_their_article() -> None:
    """What a reader wrote in a comment does not fire, by words or by rule."""
    comparer = Comparer(World(), TODAY)
    aside = replace(WORDED, signal=replace(WORDED.signal, zone=ZoneKind.COMMENT))
    asked = replace(query(LANDS), text=f"peacekeepers {MOVE}")

    assert whatif(asked, Held([aside]), comparer, matched=Matched(Fake(other=SURE), comparer)).fired == ()


# ---- chains


def test_what_fired_by_rule_leads_on_by_its_words() -> None:
    """A consequence is a headline of the next step, after its source."""
    second = signal("second", "ruin comes to the pact")
    scorer = Fake({(MOVE, words(RULED)): 4.0, ("ruin follows", "ruin comes to the pact"): 6.0})
    found = fired(MOVE, [LANDS], [RULED, second], scorer)

    assert ids(found) == [("ruled", 1), ("second", 2)]
    assert found[0].probability < 0.99
    assert found[1].because == ("ruled",)
    assert found[1].probability == pytest.approx(found[0].probability / (1 + math.exp(-MIDDLE - SCORE * 6.0)))


def test_what_fired_by_its_words_leads_on_by_words() -> None:
    """How sure each is stands in its probability, which is that of all that leads to it."""
    first, second = signal("first", "pact lads come"), signal("second", "ruin comes")
    found = fired(MOVE, [], [first, second], Fake(other=SURE))

    assert ids(found) == [("first", 1), ("second", 2)]
    assert found[1].probability == pytest.approx(found[0].probability ** 2)


@pytest.mark.parametrize(
    ("asked", "unknown", "why"),
    [
        (deed("attack", "drakonia", "pact"), 0, "nothing is unknown"),
        (deed("attack", "drakonia", "pact", place="elbonia"), 1, "where is unknown, and nothing else"),
    ],
)
def test_what_fired_by_its_words_leads_on_by_rule(asked: Deed, unknown: int, why: str) -> None:
    """With the one unknown slot that a chain may hold."""
    first = signal("first", "pact lads come", then=deed("attack", "drakonia", "pact"))
    second = signal("second", "drakonia strikes", act=asked)
    found = fired(MOVE, [], [first, second], Fake({(MOVE, "pact lads come"): SURE}, other=10.0))

    assert ids(found) == [("first", 1), ("second", 2)], why
    assert [one.unknown for one in found] == [0, unknown]


def test_behind_an_unknown_slot_nothing_is_taken_for_another() -> None:
    """A step that only may be what is asked for brings nothing by its words."""
    open_place = signal("first", "pact peacekeepers enter", act=deed("deploy", "pact", place="elbonia"))
    second = signal("second", "ruin comes")
    found = fired(MOVE, [deed("deploy", "pact")], [open_place, second], Fake(other=SURE))

    assert ids(found) == [("first", 1)]
    assert found[0].unknown == 1


def test_cycles_end() -> None:
    """Two signals that set each other off fire once each; one that sets itself off, once."""
    strikes = deed("attack", "drakonia", "pact")
    there = signal("there", "pact peacekeepers enter", "drakonia strikes the pact", act=LANDS, then=strikes)
    back = signal("back", "drakonia strikes the pact", "pact peacekeepers enter elbonia", act=strikes, then=LANDS)

    assert ids(fired(MOVE, [LANDS], [there, back], Fake(other=SURE))) == [("there", 1), ("back", 2)]


def test_a_signal_that_was_doubted_may_be_set_off_by_a_later_step() -> None:
    """Doubted is the pair, not the signal."""
    later = signal("later", "ruin strikes the pact in elbonia", act=ASKED)
    scorer = Fake({(MOVE, words(RULED)): SURE, ("ruin follows", words(later)): SURE})

    assert ids(fired(MOVE, [LANDS], [RULED, later], scorer)) == [("ruled", 1), ("later", 2)]


def words(one: SignalView) -> str:
    return words_of(one.text, one.signal.condition or ())


# ---- order


@settings(deadline=None, max_examples=30)
@given(st.permutations(range(6)))
def test_the_order_of_signals_does_not_matter(order: list[int]) -> None:
    """Nor does where each stands in a record."""
    signals = [
        RULED,
        WORDED,
        signal("third", "the peacekeepers of the pact come"),
        signal("fourth", "ruin follows"),
        signal("fifth", "pact peacekeepers enter elbonia again", act=deed("seize_territory", "pact", place="elbonia")),
        replace(signal("sixth", "pact lads come to elbonia"), group="third"),
    ]
    scorer = Fake({(MOVE, "pact lads come to elbonia"): 5.0}, other=6.0)

    assert fired(MOVE, [LANDS], [signals[at] for at in order], scorer) == fired(MOVE, [LANDS], signals, scorer)

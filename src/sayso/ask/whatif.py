"""
A named move to what was said would follow: which recorded signals it sets off, step by step, and which it would break.

It forecasts nothing. False firing destroys trust faster than silence does, so what is not known never counts as
matched. Reading the query and looking into the record are the caller's; what became of a signal is asked of whoever
knows, and only of those that would fire.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sayso.ask.breaks import contradicted
from sayso.ask.chains import run
from sayso.ask.firing import Firing, group_of
from sayso.ask.matched import Matched
from sayso.ask.nearest import Miss, misses
from sayso.ask.query import NO_MOVE, UNLISTED, Query
from sayso.ask.shelf import Shelf
from sayso.record.entries import Event, as_json
from sayso.spans import Span
from sayso.terms import Match, Outcome
from sayso.weigh.compare import Comparer
from sayso.weigh.frames import Frame, SignalView, Told, frame_of, is_hollow
from sayso.weigh.terms import terms

NEAREST: Final = 5
"""How many signals that did not fire are shown."""
WEIGHED: Final = 40
"""Firings whose outcome is looked for, the surest of each step; beyond, only that of those that a chain follows. Set by
hand, for records of many thousands of signals: an outcome takes one to four seconds there."""
UNWEIGHED: Final = "so much fires that what became of this was not looked for"
YEAR: Final = re.compile(r"\b\d{4}\b")
"""Without it the days that a move names may be of any year."""
Fates = Callable[[Sequence[SignalView]], Mapping[str, Outcome]]
"""Tells what became of some signals, by the id that all reports of each share."""


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What was said would follow a move.

    Attributes:
        query: The words.
        understood: Whether a move was read.
        why: Why not, or what to know about it; None where there is nothing to say.
        events: The moves.
        fired: Signals set off, in order of firing.
        breaks: Refusals and promises of the mover's own side that the move would contradict.
        nearest: Signals that came closest without firing.
    """

    query: str
    understood: bool
    why: str | None
    events: tuple[Event, ...]
    fired: tuple[Firing, ...]
    breaks: tuple[Firing, ...]
    nearest: tuple[Miss, ...]

    @property
    def silent(self) -> bool | None:
        """Whether nothing fired; None where no move was read, which is not silence."""
        return not self.fired if self.understood else None

    def as_json(self) -> dict[str, Any]:
        """Return the form of CONTRACT."""
        return {
            "query": self.query,
            "understood": self.understood,
            "why": self.why,
            "events": [as_json(event) for event in self.events],
            "fired": [_fired_json(firing) for firing in self.fired],
            "breaks": [_fired_json(firing) for firing in self.breaks],
            "silent": self.silent,
            "nearest": [_missed_json(miss) for miss in self.nearest],
        }


def whatif(
    query: Query,
    shelf: Shelf,
    comparer: Comparer,
    fates: Fates | None = None,
    *,
    matched: Matched | None = None,
    include_lapsed: bool = False,
    nearest: int = NEAREST,
) -> Answer:
    """
    Return what was said would follow a move.

    Args:
        query: The move, read by the same pipeline as articles.
        shelf: The signals; asides among them are passed over.
        comparer: Compares by what was known on a day.
        fates: Tells what became of signals; without it every signal keeps the outcome that it has.
        matched: Reads moves and signals together; without it the rules alone decide.
        include_lapsed: Let signals fire that were withdrawn or whose time has passed.
        nearest: How many signals that did not fire are returned.
    """
    if not query.events and not query.wordings:
        why = query.why or (UNLISTED if query.has_clause else NO_MOVE)
        return Answer(query.text, query.has_clause, why, (), (), (), ())
    moves = moves_of(query)
    told: dict[str, Outcome | None] = {}

    def may_fire(view: SignalView) -> bool:
        outcome = told.get(group_of(view), view.outcome)
        return not view.signal.zone.is_aside and (include_lapsed or outcome is not Outcome.LAPSED)

    def judge(views: Iterable[SignalView]) -> None:
        new = [view for view in views if group_of(view) not in told]
        if fates is not None and new:
            told.update({group_of(view): view.outcome for view in new})
            told.update(fates(new))

    fired = run(moves, query.wordings, shelf, comparer, may_fire, query.text, matched, judge)
    broken = contradicted(moves, shelf, comparer, may_fire) if moves else []
    judge(_to_be_weighed(fired, broken, told))
    fired, broken = ([one for one in some if may_fire(one.view)] for some in (fired, broken))
    weighed = told if fates is not None else None
    done = [_told(one, weighed) for one in fired], [_told(one, weighed) for one in broken]
    shown = [one.view for one in (*fired, *broken)]
    near = misses(moves, shelf, shown, comparer, may_fire)[:nearest] if moves and nearest else []
    near = [replace(one, outcome=told.get(group_of(one.view)) if fates else one.view.outcome) for one in near]
    note = None if fired or broken else query.why
    return Answer(query.text, query.has_clause, note, query.events, tuple(done[0]), tuple(done[1]), tuple(near))


def moves_of(query: Query) -> list[Frame]:
    """Return the acts that a query names, as they are compared with conditions."""
    acted = [Told(event, query.text, query.entities) for event in query.events]
    recurs = YEAR.search(query.text) is None
    said = frozenset[str]().union(*(one.forms for one in terms(query.text, Span(0, len(query.text)), {})))
    return [replace(frame_of(one), recurs=recurs, said=said) for one in acted if not is_hollow(one)]


def _missed_json(miss: Miss) -> dict[str, Any]:
    return {
        **shown_json(miss.view),
        "outcome": miss.outcome and miss.outcome.value,
        "slots": _slots(miss.comparison.slots),
        "stopped_by": miss.stopped_by,
        "reasons": [one.as_json() for one in miss.reasons],
    }


def _to_be_weighed(
    fired: Sequence[Firing], broken: Sequence[Firing], told: Mapping[str, Outcome | None]
) -> list[SignalView]:
    """Return the signals whose outcome is still to be looked for, beside those that a chain follows: the surest."""
    ranks: Counter[int] = Counter()
    ranked = [(0, one.view) for one in broken]
    for one in fired:
        ranked.append((ranks[one.step], one.view))
        ranks[one.step] += 1
    new = sorted((one for one in ranked if group_of(one[1]) not in told), key=lambda one: one[0])
    return [view for _, view in new[: max(0, WEIGHED - len(told))]]


def _told(firing: Firing, told: Mapping[str, Outcome | None] | None) -> Firing:
    """Return a firing with what became of its signal, where that was looked for; `told` is None where it never is."""
    if told is None:
        return firing
    outcome = told.get(group_of(firing.view))
    if outcome is not None:
        return replace(firing, view=replace(firing.view, outcome=outcome))
    caveat = "; ".join(one for one in (firing.comparison.caveat, UNWEIGHED) if one)
    return replace(
        firing, view=replace(firing.view, outcome=None), comparison=replace(firing.comparison, caveat=caveat)
    )


def _fired_json(firing: Firing) -> dict[str, Any]:
    return {
        "step": firing.step,
        "because": list(firing.because),
        **shown_json(firing.view),
        "match": _match(firing.comparison.worst),
        "slots": _slots(firing.comparison.slots),
        "probability": round(firing.probability, 4),
        "caveat": firing.comparison.caveat,
    }


def shown_json(view: SignalView) -> dict[str, Any]:
    """Return what is shown of a signal wherever it is listed."""
    return {
        "signal": as_json(view.signal),
        "sentence": view.sentence,
        "article": dict(view.article),
        "source": view.source,
        "outcome": view.outcome and view.outcome.value,
        "reports": view.reports,
    }


def _slots(slots: Mapping[str, Match | None]) -> dict[str, str | None]:
    return {name: None if match is None else match.value for name, match in slots.items()}


def _match(worst: Match) -> str:
    """Return the contract's word for the worst slot: one unknown slot makes a match `similar`."""
    return "similar" if worst is Match.UNKNOWN else worst.value

"""
A named move to what was said would follow: which recorded signals it sets off, step by step, and which it would break.

It forecasts nothing. False firing destroys trust faster than silence does, so what is not known never counts as
matched. This is a pure function over values: reading the query and loading the record are the caller's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sayso.ask.chains import Firing, Miss, contradicted, misses, run
from sayso.ask.query import NO_MOVE, UNLISTED, Query
from sayso.record.entries import Event, as_json
from sayso.terms import Match, Outcome
from sayso.weigh.compare import Comparer
from sayso.weigh.frames import Knows, SignalView, Told, frame_of

NEAREST: Final = 5
"""How many signals that did not fire are shown."""


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
            "nearest": [
                {**_shown(miss.view), "slots": _slots(miss.comparison.slots), "stopped_by": miss.stopped_by}
                for miss in self.nearest
            ],
        }


def whatif(
    query: Query,
    signals: Sequence[SignalView],
    known: Knows,
    on: date | None,
    *,
    with_lapsed: bool = False,
    nearest: int = NEAREST,
) -> Answer:
    """
    Return what was said would follow a move.

    Args:
        query: The move, read by the same pipeline as articles.
        signals: The record's signals as of the day; asides among them are passed over.
        known: The tables of who belongs to whom and what lies where.
        on: The day that memberships are read for.
        with_lapsed: Let signals fire that were withdrawn or whose time has passed.
        nearest: How many signals that did not fire are returned.
    """
    if not query.events and not query.wordings:
        why = query.why or (UNLISTED if query.has_clause else NO_MOVE)
        return Answer(query.text, query.has_clause, why, (), (), (), ())
    moves = [(frame_of(Told(event, query.text, query.entities)), event.probability) for event in query.events]
    views = [
        view
        for view in sorted(signals, key=lambda view: view.signal.id)
        if not view.signal.zone.is_aside and (with_lapsed or view.outcome is not Outcome.LAPSED)
    ]
    comparer = Comparer(known, on)
    fired = run(moves, views, comparer, query.wordings)
    broken = contradicted(moves, views, comparer)
    bound = {firing.view.signal.id for firing in broken}
    rest = [view for view in views if view.signal.id not in bound]
    near = misses(moves, rest, fired, comparer)[:nearest]
    note = None if fired or broken else query.why
    return Answer(query.text, query.has_clause, note, query.events, tuple(fired), tuple(broken), tuple(near))


def _fired_json(firing: Firing) -> dict[str, Any]:
    return {
        "step": firing.step,
        "because": list(firing.because),
        **_shown(firing.view),
        "match": _match(firing.comparison.worst),
        "slots": _slots(firing.comparison.slots),
        "probability": round(firing.probability, 4),
        "caveat": firing.comparison.caveat,
    }


def _shown(view: SignalView) -> dict[str, Any]:
    return {
        "signal": as_json(view.signal),
        "sentence": view.sentence,
        "article": dict(view.article),
        "source": view.source,
        "outcome": view.outcome.value,
        "reports": view.reports,
    }


def _slots(slots: Mapping[str, Match | None]) -> dict[str, str | None]:
    return {name: None if match is None else match.value for name, match in slots.items()}


def _match(worst: Match) -> str:
    """Return the contract's word for the worst slot: one unknown slot makes a match `similar`."""
    return "similar" if worst is Match.UNKNOWN else worst.value

"""
What-ifs of our crises to what the matcher's score is worth there: the constants of `sayso.ask.matched`, and how good.

    python -m lab.evaluate.matching crisis-f

Every what-if is read with every signal that sayso reads in its crisis: does the one set off the other by rule, how does
the matcher score the two, should it. Pairs that a clash of days or of known names bars are no question and are
left out of the fit. Prints the logistic of all of them (MIDDLE, SCORE, BY_RULE), and what fires rightly by the
logistic of the other moves, a fifth of the moves at a time, and by the constants that ship; numbers only, so that
crises that nobody looks at may be named. It is the first step alone, and reads with a move also what the what-if would
leave out of a large record (`matched.READ`).
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from lab.evaluate.cases import scorer
from lab.evaluate.gold import GOLD
from lab.evaluate.logistic import logistic
from sayso.ask.barring import is_out
from sayso.ask.firing import QUERY, Move, Said, group_of
from sayso.ask.matched import FIRES, Matched, rule_worth
from sayso.ask.query import Query
from sayso.ask.ruled import ruled
from sayso.ask.whatif import moves_of, shown_json
from sayso.encode.matcher import shipped_matcher
from sayso.knowledge.knowledge import knowledge
from sayso.pipeline import Reader
from sayso.record.store import open_record
from sayso.weigh.asking import asked_of
from sayso.weigh.compare import Comparer
from sayso.weigh.frames import Frame, SignalView
from sayso.weigh.views import as_of, views

RIDGE: Final = 0.5
"""Pull of the two slopes to zero; set by hand: 65 pairs that fire hold two slopes, and no more, in place."""
FIFTHS: Final = 5
LEAST: Final = (0.5, 0.6, 0.7)
"""Probabilities from which pairs are let fire."""

Fit: TypeAlias = tuple[float, float, float]
"""Middle, what a unit of the score adds, and what a firing by rule adds. *Units:* log odds."""


@dataclass(frozen=True, slots=True)
class Read:
    """
    A move read with a signal.

    Attributes:
        move: Number of the what-if.
        group: Id that all reports of the signal share.
        score: The matcher's. *Units:* logit.
        by_rule: Whether the rules fire it.
        barred: Whether they find a clash that nothing outweighs.
        fires: Whether it should.
        shipped: Probability by the constants that ship, whether barred or not.
    """

    move: int
    group: str
    score: float
    by_rule: bool
    barred: bool
    fires: bool
    shipped: float = 0.0


@dataclass(frozen=True, slots=True)
class Worth:
    """
    How good some firings are.

    Attributes:
        precision: Share of what fires that should; None where nothing fires.
        recall: Share of what should fire that does; None where nothing should.
        silent: Share of the moves that should set off nothing that do not; None where there are none.
    """

    precision: float | None
    recall: float | None
    silent: float | None

    def __str__(self) -> str:
        return "  ".join("  –" if one is None else f"{one:.2f}" for one in (self.precision, self.recall, self.silent))


def pairs_of(name: str, reader: Reader, first: int = 0) -> Iterator[Read]:
    """Yield each what-if of a crisis with each signal that is read there, but what may or may not fire."""
    scores = scorer()
    crisis = scores.Crisis(GOLD / name)
    with tempfile.TemporaryDirectory() as home:
        held = scores.Record(crisis, scores.Program("sayso", GOLD / name), Path(home))
        with open_record(str(held.record)) as record:
            comparer = Comparer(knowledge(), as_of(record, None))
            told = [one for one in views(record, None) if one.signal.consequence and not one.signal.zone.is_aside]
    own = {one.signal.id: {crisis.root(gold) for gold in held.signals_of(shown_json(one))} for one in told}
    matched = Matched(shipped_matcher(), comparer)
    for number, case in enumerate(crisis.cases.get("whatif") or [], first):
        wanted = crisis.roots(case.get("fires"))
        spared = crisis.roots([*(case.get("may") or []), *(case.get("then") or []), *(case.get("allowed") or [])])
        query = reader.read_move(case["query"], comparer.on)
        for view in told:
            fires = bool(own[view.signal.id] & wanted)
            if fires or not own[view.signal.id] & spared:
                worth, barred = _by_rules(query, view, comparer)
                score = matched.score(query.text, view)
                sure = matched.probability(query.text, view, worth)
                yield Read(number, group_of(view), score, worth > 0, barred, fires, sure)


def _by_rules(query: Query, view: SignalView, comparer: Comparer) -> tuple[float, bool]:
    """Tell what it adds to the log odds that the rules fire a signal, 0 where they do not, and whether they bar it."""
    frames = moves_of(query)
    said = [Said(one, (QUERY,), 1.0, 0) for one in query.wordings]
    fired = ruled(1, [Move(one, (QUERY,), 1.0, 0) for one in frames], said, (view,), comparer)
    if fired:
        return max(map(rule_worth, fired)), False
    return 0.0, _are_barred(frames, view, comparer)


def _are_barred(frames: Iterable[Frame], view: SignalView, comparer: Comparer) -> bool:
    pairs = [(asked, one) for asked in asked_of(view, comparer) for one in frames]
    return bool(pairs) and all(is_out(comparer.compare(*pair), *pair, comparer) for pair in pairs)


def fit(rows: Sequence[Read]) -> Fit:
    """Return the logistic that makes what should fire likeliest, its two slopes pulled to zero."""
    came = np.array([one.fires for one in rows], float)
    middle, score, by_rule = logistic(_columns(rows), came, np.array([1e-9, RIDGE, RIDGE]))
    return float(middle), float(score), float(by_rule)


def probabilities(rows: Sequence[Read], fitted: Fit) -> NDArray[np.float64]:
    """Return how likely each pair fires; not at all where it is barred."""
    found = 1 / (1 + np.exp(-np.clip(_columns(rows) @ np.array(fitted), -30, 30)))
    return np.where([one.barred for one in rows], 0.0, found)


def _columns(rows: Sequence[Read]) -> NDArray[np.float64]:
    return np.array([(1.0, one.score, one.by_rule) for one in rows], float).reshape(-1, 3)


def by_fifths(rows: Sequence[Read]) -> NDArray[np.float64]:
    """Return how likely each pair fires, by what was fitted on the other four fifths of the moves."""
    found = np.zeros(len(rows))
    for fifth in range(FIFTHS):
        fitted = fit([one for one in rows if one.move % FIFTHS != fifth and not one.barred])
        here = [at for at, one in enumerate(rows) if one.move % FIFTHS == fifth]
        found[here] = probabilities([rows[at] for at in here], fitted)
    return found


def worth(rows: Sequence[Read], fired: Sequence[bool]) -> Worth:
    """Return what some firings are worth, the reports of a signal taken together."""
    shown = {(one.move, one.group) for one, is_fired in zip(rows, fired, strict=True) if is_fired}
    wanted = {(one.move, one.group) for one in rows if one.fires}
    quiet = {one.move for one in rows} - {move for move, _ in wanted}
    loud = {move for move, _ in shown}
    return Worth(
        len(shown & wanted) / len(shown) if shown else None,
        len(shown & wanted) / len(wanted) if wanted else None,
        len(quiet - loud) / len(quiet) if quiet else None,
    )


def main() -> None:
    """Read, fit and print."""
    reader, rows = Reader(), list[Read]()
    for name in sys.argv[1:]:
        rows += pairs_of(name, reader, 1 + max((one.move for one in rows), default=-1))
    asked = [one for one in rows if not one.barred]
    fires, barred = sum(one.fires for one in rows), sum(one.fires and one.barred for one in rows)
    print(f"{len(rows)} pairs, {fires} fire; {len(asked)} not barred, {barred} barred that should fire")
    print("MIDDLE {:.2f}  SCORE {:.3f}  BY_RULE {:.2f}".format(*fit(asked)))
    print("                precision recall silent")
    print(f"rules alone     {worth(rows, [one.by_rule for one in rows])}")
    sure = by_fifths(rows)
    for least in LEAST:
        print(f"fifths, from {least} {worth(rows, list(sure >= least))}")
    print(f"as it ships     {worth(rows, [one.shipped >= FIRES and not one.barred for one in rows])}")


if __name__ == "__main__":
    main()

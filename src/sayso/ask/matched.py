"""
A move and a signal to how likely the one sets off the other: what the rules compare, and both read together.

The rules know names, membership, direction and dates; the matcher has seen in how many ways the same thing is said.
Where days clash, or parties or places that the tables know, nothing fires, whatever the matcher thinks. Where the rules
fire, it may doubt; where they read no act, or two that they cannot bring together, it may take the one for the other.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from sayso.ask.barring import is_out
from sayso.ask.firing import Firing, Move, Said, group_of
from sayso.ask.shelf import Shelf, stems
from sayso.encode.pairs import Names, Rule, Shared
from sayso.spans import words_of
from sayso.terms import Match, SignalKind
from sayso.weigh.asking import asked_of
from sayso.weigh.compare import Comparer
from sayso.weigh.comparison import SLOTS, Comparison
from sayso.weigh.frames import SignalView
from sayso.weigh.matching import names_of, rule_of
from sayso.weigh.strangers import is_of_stranger
from sayso.weigh.wording import Worded, Wording, is_by_another

MIDDLE, SCORE = -1.9, 0.775
"""
What the log odds that a move sets a signal off start from, and what a unit of the matcher's score adds. A logistic
fitted on crises f and l (117 of 16,058 pairs fire, `lab.evaluate.matching`), which the matcher had not seen.
"""
BY_RULE: Final = 4.0
"""
What a firing by rule adds: between what it is worth on crises f and l (2.9) and on the crises that the rules were tuned
on (5.0, by matchers that had not seen them). So the rules are doubted where the score is below -2.2.
"""
BY_TABLE: Final = 7.0
"""
What it adds for standing obligations, for who is bound and who is protected stands in tables that the matcher has not
read, and in later steps, where a move is no headline but a clause of somebody's. Set by hand.
"""
BY_NAMES: Final = 11.0
"""
What it adds where every slot is met and two names of parties or places agree, or a name and both what it is done with
and to whom: of 88 such firings on crises c to g, i, k and l two are wrong, and the matcher doubts neither. Set by hand,
so that it doubts none.
"""
AGREEING: Final = 2
"""Names that must agree for that."""
SUREST: Final = 0.95
"""No match is called surer: of 15 on crisis-f that the logistic of an earlier matcher put above .99 one was wrong."""
FIRES: Final = 0.6
"""
Probability from which a signal fires. Of .5, .6 and .7 on crises f and l (`lab.evaluate.matching`, by fifths of their
moves): precision .81, .86 and .85, recall .64, .60 and .53, silent .95, .97 and .97; the rules alone have .58, .38 and
.91.
"""
READ: Final = (60, 15)
"""Signals that are read with a move of the first step, and with one of a later step, the likeliest by their words and
names: a pair takes 7 ms of a core. Set by hand."""
CAUSES: Final = 3
"""Moves of one step that a firing is read with, where several set it off; set by hand."""
DOUBTED: Final = 300
"""Firings of a step by rule that are read with their move, the surest; set by hand, for records of many thousands."""
ALIKE: Final = "by its words: condition and move were taken to mean the same, no act was matched by rule"


class Scorer(Protocol):
    """Gives a raw score for a move and a rule (`sayso.encode.matcher.Matcher` can)."""

    def score(self, move: str, rule: Rule, names: tuple[Names, Names]) -> float:
        """Return how surely a move meets a rule. *Units:* logit."""


@dataclass(frozen=True, slots=True)
class Headline:
    """
    A move in words.

    Attributes:
        words: The query, or the consequence of a signal after its source.
        because: `query`, or the id of that signal.
        probability: Of all that leads to it.
        unknown: Unknown slots of all that leads to it.
    """

    words: str
    because: str
    probability: float
    unknown: int

    @classmethod
    def of(cls, firing: Firing) -> Headline:
        """Return what a fired signal brings."""
        said = words_of(firing.view.text, firing.view.signal.consequence or ())
        words = f"{firing.view.source}: {said}" if firing.view.source else said
        return cls(words, firing.view.signal.id, firing.probability, firing.unknown)


class Matched:
    """
    Reads moves and signals together, each pair once.

    Args:
        scorer: The matcher.
        comparer: Knows names as of a day.
    """

    def __init__(self, scorer: Scorer, comparer: Comparer) -> None:
        self._scorer = scorer
        self._comparer = comparer
        self._scores: dict[tuple[str, str], float] = {}
        self._names: dict[tuple[str, str], tuple[Names, Names]] = {}

    def weighed(self, fired: Iterable[Firing], headlines: Mapping[str, Headline]) -> Iterator[Firing]:
        """Yield the firings of rules that are not doubted, each with its probability; the least sure of many unread."""
        for number, firing in enumerate(sorted(fired, key=lambda one: (-one.probability, one.view.signal.id))):
            told = [headlines[one] for one in firing.because if one in headlines]
            worth = rule_worth(firing)
            sure = {
                one.because: self.probability(one.words, firing.view, worth)
                if number < DOUBTED
                else _likelihood(MIDDLE + worth)
                for one in told[:CAUSES]
            }
            kept = [one for one in told if sure.get(one.because, 0.0) >= FIRES]
            if kept:
                best = max(sure[one.because] * one.probability for one in kept)
                yield replace(firing, because=tuple(one.because for one in kept), probability=best)

    def alike(
        self,
        step: int,
        headlines: Iterable[Headline],
        moves: Sequence[Move],
        said: Sequence[Said],
        shelf: Shelf,
        may_fire: Callable[[SignalView], bool],
    ) -> Iterator[Firing]:
        """
        Yield the signals whose condition is one of some moves in other words; none behind a slot that was left open.

        Args:
            step: Of the chain.
            headlines: The moves in words.
            moves: Their acts, as far as they were read.
            said: Their clauses as worded.
            shelf: The signals.
            may_fire: Tells which signals are not to be passed over: those that rules fire are.
        """
        for headline in headlines:
            if headline.unknown:
                continue
            own = [one for one in moves if headline.because in one.because]
            worded = [one.wording for one in said if headline.because in one.because]
            for view in self._likely(headline, own, shelf, may_fire, READ[step > 1]):
                pairs = [(asked, one.frame) for asked in asked_of(view, self._comparer) for one in own]
                compared = [(self._comparer.compare(*pair), pair) for pair in pairs]
                kept = [made for made, pair in compared if not is_out(made, *pair, self._comparer)]
                if (compared and not kept) or _is_of_others(view, worded, self._comparer):
                    continue
                closest = min(kept, key=_distance, default=None)
                sure = self.probability(headline.words, view)
                if sure >= FIRES:
                    yield Firing(
                        view, step, (headline.because,), by_words(closest), sure * headline.probability, 0, None
                    )

    def _likely(
        self,
        headline: Headline,
        moves: Sequence[Move],
        shelf: Shelf,
        may_fire: Callable[[SignalView], bool],
        most: int,
    ) -> list[SignalView]:
        """Return the signals that are most like a move in words and names, one report of each."""
        parties = frozenset(one for move in moves for one in move.frame.actors | move.frame.recipients)
        words = stems(headline.words)
        found: dict[str, tuple[int, str, SignalView]] = {}
        for view in shelf.like(headline.words, parties, most):
            signal = view.signal
            if not signal.condition or not signal.consequence or signal.id == headline.because or not may_fire(view):
                continue
            common = len(words & stems(words_of(view.text, signal.condition)))
            common += sum(how is not Shared.ELSEWHERE for _, how in self._named(headline.words, view)[0])
            row = (-common, signal.id, view)
            if common and row[:2] < found.get(group_of(view), (0, "", view))[:2]:
                found[group_of(view)] = row
        return [view for *_, view in sorted(found.values(), key=lambda row: row[:2])][:most]

    def probability(self, move: str, view: SignalView, by_rule: float = 0.0) -> float:
        """
        Return how likely a move sets a signal off, calibrated.

        Args:
            move: In words.
            view: The signal.
            by_rule: What it adds to the log odds that the rules fire it; 0 where they do not.
        """
        return _likelihood(MIDDLE + SCORE * self.score(move, view) + by_rule)

    def score(self, move: str, view: SignalView) -> float:
        """Return the matcher's score of a move with a signal. *Units:* logit, raw."""
        key = move, view.signal.id
        if key not in self._scores:
            self._scores[key] = self._scorer.score(move, rule_of(view), self._named(move, view))
        return self._scores[key]

    def _named(self, move: str, view: SignalView) -> tuple[Names, Names]:
        key = move, view.signal.id
        if key not in self._names:
            self._names[key] = names_of(move, rule_of(view), self._comparer.known, self._comparer.on)
        return self._names[key]


def _likelihood(odds: float) -> float:
    return min(SUREST, 1 / (1 + math.exp(-odds)))


def rule_worth(firing: Firing) -> float:
    """Return what it adds to the log odds of a firing that the rules make it."""
    found = firing.comparison
    is_met = firing.move is not None and found.names and found.worst in (Match.SAME, Match.NARROWER)
    is_full = found.slots["object"] is not None and found.slots["recipient"] is not None
    if is_met and (is_full or found.names >= AGREEING):
        return BY_NAMES
    return BY_TABLE if firing.step > 1 or firing.view.signal.kind is SignalKind.COMMITMENT else BY_RULE


def _is_of_others(view: SignalView, said: Sequence[Wording], comparer: Comparer) -> bool:
    """Tell whether each clause of a move is done by somebody else, or to the things of somebody else."""
    asked = Worded.of(view)
    return bool(said) and all(
        is_by_another(asked, one, comparer) or is_of_stranger(asked.words, view, one.rest, one.entities, comparer)
        for one in said
    )


def _distance(comparison: Comparison) -> tuple[int, int, int]:
    clashes = sum(match is Match.CLASH for match in comparison.slots.values())
    return clashes, comparison.unknown, -comparison.names


def by_words(comparison: Comparison | None) -> Comparison:
    """Return what is shown of a signal that fires by its words: its act is unknown, as far as the rules go."""
    if comparison is None:
        return Comparison({**dict.fromkeys(SLOTS), "act": Match.UNKNOWN}, caveat=ALIKE)
    unmatched = (Match.UNKNOWN, Match.CLASH)
    told = {slot: None if match in unmatched else match for slot, match in comparison.slots.items()}
    return replace(comparison, slots={**told, "act": Match.UNKNOWN}, caveat=ALIKE)

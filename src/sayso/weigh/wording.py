"""
A condition and a move as they are worded to a comparison, for acts that no taxonomy lists.

"If Kiev fails to pay its debts" is met by "Ukraine does not pay its debts" because verb, polarity and every telling
word agree, and by nothing less: each name in the condition must be met by the same or a narrower one, each other word
by itself or by a kind of what it names. So a condition never fires on a part of what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.acts.objects import classify, compare_things
from sayso.annotate.lemmas import lemma
from sayso.record.entries import Entity
from sayso.resolve.edtf import bounds
from sayso.spans import cover
from sayso.terms import Match, SignalKind
from sayso.weigh.compare import CONTEXT, Comparer
from sayso.weigh.comparison import SLOTS, Comparison
from sayso.weigh.frames import SignalView, on_side, sides
from sayso.weigh.terms import NOT, Term, terms
from sayso.weigh.things import ORDER

FAILING: Final = frozenset("fail refuse decline neglect cease stop".split())
"""Verbs whose infinitive is not done when they are."""
PASSIVE: Final = frozenset("is are was were be been being gets get".split())
GENERIC: Final = frozenset(("states", "organizations", "leaders", "people", "forces", "territory"))
"""Classes of nouns by which somebody may be meant whom a move names: "the group"."""
SOMEBODY: Final = frozenset("it they he she".split())
"""Subjects that stand for somebody who is named elsewhere."""


@dataclass(frozen=True, slots=True)
class Wording:
    """
    A main clause as worded.

    Attributes:
        verb: Lemma of its verb.
        happens: False where it says that something is not done.
        doer: Words of who does it.
        rest: All other telling words.
        entities: By id, what its text says of the parties.
    """

    verb: str
    happens: bool
    doer: tuple[Term, ...]
    rest: tuple[Term, ...]
    entities: Mapping[str, Entity]

    @property
    def words(self) -> frozenset[str]:
        """All its telling words, one of which a condition must have that is worded like it."""
        return frozenset((self.verb, *(one.low for one in (*self.doer, *self.rest))))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A condition cut at the verb of a move: polarity, words of the doer, all other telling words, pronoun subject."""

    happens: bool
    doer: tuple[Term, ...]
    rest: tuple[Term, ...]
    stands_for: bool


def compare_wording(view: SignalView, found: Wording, comparer: Comparer) -> Comparison | None:
    """
    Return how a move compares with a condition of which no act was read; None where it is another matter.

    Args:
        view: The signal.
        found: The move.
        comparer: Compares parties by what was known on a day.
    """
    if not view.signal.condition:
        return None
    words = terms(view.text, cover(view.signal.condition), view.entities)
    made = (_compared(one, view, found, comparer) for one in _readings(words, found.verb))
    return min((one for one in made if one is not None), key=lambda one: ORDER.index(one.worst), default=None)


def _readings(words: Sequence[Term], verb: str) -> Iterator[_Asked]:
    for at, word in enumerate(words):
        if verb in word.forms and word.name is None:
            yield _cut(words, at, noun=word.low != verb and verb != lemma(word.low, "VERB"))


def _cut(words: Sequence[Term], at: int, *, noun: bool) -> _Asked:
    before, after = words[:at], words[at + 1 :]
    negations = sum(one.low in NOT or one.low.endswith("n't") or not FAILING.isdisjoint(one.forms) for one in before)
    before = tuple(one for one in before if FAILING.isdisjoint(one.forms) and not one.low.endswith("n't"))
    passive = (
        not noun and any(one.low in PASSIVE for one in before[-3:]) and words[at].low != lemma(words[at].low, "VERB")
    )
    by = next((i for i, one in enumerate(after) if one.low == "by"), None) if noun or passive else None
    agent = after[by + 1 :] if by is not None else ()
    rest = after[:by] if by is not None else after
    doer, other = (agent, (*before, *rest)) if noun or passive else (before, rest)
    telling = tuple(one for one in doer if one.tells), tuple(one for one in other if one.tells)
    stands_for = not (noun or passive) and not telling[0] and any(one.low in SOMEBODY for one in before)
    return _Asked(negations % 2 == 0, *telling, stands_for)


def _compared(asked: _Asked, view: SignalView, found: Wording, comparer: Comparer) -> Comparison | None:
    signal = view.signal
    if found.happens is not (asked.happens is not signal.if_not):
        return None
    entities = {**view.entities, **found.entities}
    rest = _covered(asked.rest, found.rest, entities, comparer)
    actor, names = _actor(asked, view, found, comparer)
    if rest is None or actor is None:
        return None
    if _is_past(view, found):
        return None
    slots = {**dict.fromkeys(SLOTS), "actor": actor, "act": Match.SAME, "object": rest[0] if asked.rest else None}
    if not names + rest[1] and asked.rest and actor in (Match.NARROWER, Match.UNKNOWN):
        present = (one.name for one in (*found.doer, *found.rest) if one.name)
        if comparer.is_present(present, view.entities):
            return Comparison({**slots, "actor": Match.UNKNOWN}, 0, CONTEXT, in_context=True)
    return Comparison(slots, names + rest[1])


def _is_past(view: SignalView, found: Wording) -> bool:
    """Tell whether a move names a year before the signal's article."""
    first = bounds(view.article.get("published"))[0]
    years = [int(one.low) for one in found.rest if re.fullmatch(r"1[5-9]\d\d|20\d\d", one.low)]
    return first is not None and any(year < first.year for year in years)


def _actor(asked: _Asked, view: SignalView, found: Wording, comparer: Comparer) -> tuple[Match | None, int]:
    """Return the match of who does it, None where it is somebody else, and how many names agree."""
    entities = {**view.entities, **found.entities}
    if asked.doer:
        held = _covered(asked.doer, found.doer, entities, comparer)
        return held or (None, 0)
    ids = frozenset(one.name for one in found.doer if one.name)
    target = (
        frozenset(view.signal.target) if view.signal.if_not or view.signal.kind is SignalKind.DEMAND else frozenset()
    )
    if target:
        match = comparer.parties(target, ids, entities)
        return (match, 1) if match in (Match.SAME, Match.NARROWER) else (None, 0)
    if asked.stands_for or not ids:
        return Match.UNKNOWN, 0
    side = sides(view.signal.sender, view.entities, comparer.known)
    own = all(on_side(one, side, entities, comparer.known, comparer.on) for one in ids)
    return (None, 0) if own else (Match.NARROWER, 0)


def _covered(
    asked: Sequence[Term], found: Sequence[Term], entities: Mapping[str, Entity], comparer: Comparer
) -> tuple[Match, int] | None:
    """Return the worst match of some words with others and how many names are among them; None where one has none."""
    worst, names = Match.SAME if len(found) <= len(asked) else Match.NARROWER, set()
    for one in asked:
        match = min((_like(one, other, entities, comparer) for other in found), key=ORDER.index, default=Match.CLASH)
        if match not in (Match.SAME, Match.NARROWER, Match.UNKNOWN):
            return None
        worst = max(worst, match, key=ORDER.index)
        names |= {one.name} if one.name else set()
    return worst, len(names)


def _like(asked: Term, found: Term, entities: Mapping[str, Entity], comparer: Comparer) -> Match:
    if asked.name is not None and found.name is not None:
        both = (compare(asked.name, found.name, entities) for compare in (comparer.party, comparer.where))
        best = min(both, key=ORDER.index)
        return best if best in (Match.SAME, Match.NARROWER) else Match.CLASH
    if asked.forms & found.forms:
        return Match.SAME
    kind = classify(asked.low)
    if asked.name is None and found.name is not None and kind in GENERIC:
        return Match.UNKNOWN
    if asked.name is not None or found.name is not None or kind is None or classify(found.low) is None:
        return Match.CLASH
    return compare_things(asked.low, found.low)

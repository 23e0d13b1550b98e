"""
A condition and a move as they are worded to a comparison, for acts that no taxonomy lists.

"If Kiev fails to pay its debts" is met by "Ukraine does not pay its debts" because verb, polarity and every telling
word agree, and by nothing less: each name in the condition must be met by the same or a narrower one, each other word
by itself or by a kind of what it names. So a condition never fires on a part of what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.acts.objects import classify, compare_things
from sayso.annotate.lemmas import lemma
from sayso.record.entries import Entity
from sayso.resolve.edtf import bounds
from sayso.spans import cover
from sayso.terms import Match, SignalKind, Standing
from sayso.weigh.compare import CONTEXT, Comparer
from sayso.weigh.comparison import SLOTS, Comparison
from sayso.weigh.frames import SignalView
from sayso.weigh.kin import goes_on, said_by
from sayso.weigh.sides import is_known, on_side, sides
from sayso.weigh.spots import LANDS
from sayso.weigh.strangers import is_of_stranger
from sayso.weigh.terms import NOT, Term, terms
from sayso.weigh.things import ORDER

FAILING: Final = frozenset("fail refuse decline neglect cease stop".split())
"""Verbs whose infinitive is not done when they are."""
PASSIVE: Final = frozenset("is are was were be been being gets get".split())
UNCHANGED: Final = frozenset("set put cut shut hit let cast shed spread split burst cost hurt rid thrust read".split())
"""Verbs whose participle is as they are."""
BEARING: Final = frozenset("see find know show allow permit let happen try attempt dare venture presume seek".split())
"""Verbs before an infinitive that is done where what they say is met: what is seen to fall falls."""
VAGUE: Final = frozenset("credible serious genuine proper acceptable satisfactory meaningful tangible visible".split())
"""Words of which a move does not say whether they hold."""
GENERIC: Final = frozenset(("states", "organizations", "leaders", "people", "forces", "territory"))
"""Classes of nouns by which somebody may be meant whom a move names: "the group"."""
ENOUGH: Final = 4
"""Telling words beside the verb that must agree where neither side names anybody; set by hand."""
ANY: Final = frozenset("any every anyone anybody whoever whichever".split())
"""Words by which somebody is meant whom the article need not speak of, as "either" and "other" (`ANYONE`) do not."""
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
        places: Ids of where it says that it is done.
    """

    verb: str
    happens: bool
    doer: tuple[Term, ...]
    rest: tuple[Term, ...]
    entities: Mapping[str, Entity]
    places: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """All its telling words, one of which a condition must have that is worded like it."""
        return frozenset((self.verb, *(one.low for one in (*self.doer, *self.rest))))


@dataclass(frozen=True, slots=True)
class _Asked:
    """
    A condition cut at the verb of a move: polarity, words of the doer, all other telling words, whether a pronoun
    is its subject, whether "both" are, and whether "any" one is.
    """

    happens: bool
    doer: tuple[Term, ...]
    rest: tuple[Term, ...]
    stands_for: bool
    joint: bool
    anybody: bool


DEADLINE: Final = re.compile(
    r"\b(?:by|before|until|till|within|after) (?:(?:the|early|late|mid|next|this|another) )*"
    r"(?:(?:end|middle|start|beginning|close) of [\w ]+|then|now|noon|midnight|tomorrow|tonight|dawn"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d[\w:.]*(?: [A-Z]\w+)?|[a-z]+ (?:hours|days|weeks|months|years)"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d+)?"
    r"|year|month|week|weekend|winter|spring|summer|autumn|fall)(?:,? \d{4})?",
    re.I,
)
"""By when a condition must come."""


def wordings_of(view: SignalView) -> Iterator[Wording]:
    """Yield the consequence of a signal as worded, cut at the verb that heads it, where one was read."""
    words = terms(view.text, cover(view.signal.consequence), view.entities) if view.signal.consequence else ()
    for event in view.consequence:
        cue = [one for one in words if one.tells and any(s.start <= one.start < s.end for s in event.cue)]
        if cue and cue[0].name is None:
            yield Wording(
                verb=lemma(cue[0].low, "VERB"),
                happens=event.standing is not Standing.NEGATED,
                doer=tuple(one for one in words if one.tells and one.start < cue[0].start),
                rest=tuple(one for one in words if one.tells and one.start > cue[-1].start),
                entities=view.entities,
            )


@dataclass(frozen=True, slots=True)
class Worded:
    """
    A signal with its condition as worded: read once, compared with many moves.

    Attributes:
        view: The signal.
        words: Of its condition.
        forms: What a verb of a move may be met by.
    """

    view: SignalView
    words: Sequence[Term]
    forms: frozenset[str]

    @classmethod
    def of(cls, view: SignalView) -> Worded:
        """Return a signal with the words of its condition, none where it has no condition."""
        condition = view.signal.condition
        words = terms(view.text, cover(condition), view.entities) if condition else ()
        return cls(view, words, frozenset().union(*(one.forms for one in words if one.name is None)))

    def may_meet(self, verb: str) -> bool:
        """Tell whether the condition has the verb of a move, or one by which the same is said."""
        return not self.forms.isdisjoint(said_by(verb))


def compare_wording(
    asked: Worded, found: Wording, comparer: Comparer, *, to_the_word: bool = False
) -> Comparison | None:
    """
    Return how a move compares with a condition as both are worded; None where it is another matter.

    Args:
        asked: The signal.
        found: The move.
        comparer: Compares parties by what was known on a day.
        to_the_word: Let no word stand for another, and nobody be meant whom the condition does not name: for
            conditions of which an act was read, which the words need not repeat.
    """
    view = asked.view
    if not view.signal.condition:
        return None
    words, dated = _undated(asked, found)
    if is_of_stranger(words, view, found.rest, found.entities, comparer):
        return None
    made = (_compared(one, view, found, comparer) for one in _readings(words, found.verb))
    best = min((one for one in made if one is not None), key=lambda one: ORDER.index(one.worst), default=None)
    if best is not None and to_the_word and not _is_literal(best, view, found, comparer):
        return None
    if best is None or not dated or view.signal.if_not:
        return best
    return replace(best, slots={**best.slots, "time": Match.UNKNOWN})


def is_by_another(asked: Worded, found: Wording, comparer: Comparer) -> bool:
    """Tell whether a condition has the verb of a move and names another doer: "the ramming by a British frigate"."""
    entities = {**asked.view.entities, **found.entities}
    doing = _known(found.doer, comparer)
    made = [_known(one.doer, comparer) for one in _readings(asked.words, found.verb)]
    return bool(made and doing) and all(one and comparer.parties(one, doing, entities) is Match.CLASH for one in made)


def _known(words: Sequence[Term], comparer: Comparer) -> frozenset[str]:
    return frozenset(one.name for one in words if one.name is not None and is_known(one.name, comparer.known))


def _is_literal(made: Comparison, view: SignalView, found: Wording, comparer: Comparer) -> bool:
    """Tell whether each word of a condition was met by the same, and nobody is named of whom it does not speak."""
    named = frozenset(one.name for one in (*found.doer, *found.rest) if one.name)
    same = made.slots["object"] is Match.SAME and made.slots["actor"] in (Match.SAME, Match.NARROWER)
    return (bool(made.names) or made.in_context) and same and not _is_elsewhere(named, view, found, comparer)


def _undated(asked: Worded, found: Wording) -> tuple[Sequence[Term], bool]:
    """Return the words of a condition without a deadline that the move does not name, and whether it has one."""
    view, words = asked.view, asked.words
    condition = cover(view.signal.condition or ())
    when = DEADLINE.search(view.text, condition.start, condition.end)
    if when is None:
        return words, False
    late = [one for one in words if when.start() <= one.start < when.end()]
    given = frozenset().union(*(one.forms for one in found.rest))
    if all(one.forms & given for one in late if one.tells):
        return words, False
    return [one for one in words if one not in late], True


def _readings(words: Sequence[Term], verb: str) -> Iterator[_Asked]:
    verbs = said_by(verb)
    for at, word in enumerate(words):
        hit = verbs & word.forms
        if hit and word.name is None:
            noun = (word.low not in hit and lemma(word.low, "VERB") not in hit) or _is_gerund(words, at)
            plain = _cut(words, at, noun=noun)
            yield plain
            if not hit.isdisjoint(goes_on(verb)):
                yield replace(plain, doer=(), rest=(*plain.doer, *plain.rest))


def _is_gerund(words: Sequence[Term], at: int) -> bool:
    """Tell whether a word is a verb made a noun: "the minting | of the coin"."""
    return words[at].low.endswith("ing") and at + 1 < len(words) and words[at + 1].low == "of"


def _borne(words: Sequence[Term]) -> Sequence[Term]:
    """Return the words before a verb without those that only say how it comes to be done: "are seen to", "tries to"."""
    last = len(words) - 1
    return tuple(
        one
        for at, one in enumerate(words)
        if BEARING.isdisjoint(one.forms) or (at != last and words[at + 1].low != "to")
    )


def _cut(words: Sequence[Term], at: int, *, noun: bool) -> _Asked:
    before, after = _borne(words[:at]), words[at + 1 :]
    negations = sum(one.low in NOT or one.low.endswith("n't") or not FAILING.isdisjoint(one.forms) for one in before)
    before = tuple(one for one in before if FAILING.isdisjoint(one.forms) and not one.low.endswith("n't"))
    low = words[at].low
    is_participle = (low != lemma(low, "VERB") and not low.endswith("ing")) or low in UNCHANGED
    passive = not noun and any(one.low in PASSIVE for one in before[-3:]) and is_participle
    by = next((i for i, one in enumerate(after) if one.low == "by"), None) if noun or passive else None
    agent = after[by + 1 :] if by is not None else ()
    rest = after[:by] if by is not None else after
    doer, other = (agent, (*before, *rest)) if noun or passive else (before, rest)
    telling = tuple(one for one in doer if one.tells), tuple(one for one in other if one.tells)
    stands_for = not (noun or passive) and not telling[0] and any(one.low in SOMEBODY for one in before)
    said = {one.low for one in before}
    return _Asked(negations % 2 == 0, *telling, stands_for, "both" in said, not ANY.isdisjoint(said))


def _compared(asked: _Asked, view: SignalView, found: Wording, comparer: Comparer) -> Comparison | None:
    signal = view.signal
    if found.happens is not (asked.happens is not signal.if_not):
        return None
    if asked.joint and len({one.name for one in found.doer if one.name}) < 2:
        return None
    entities = {**view.entities, **found.entities}
    rest = _covered(asked.rest, found.rest, entities, comparer)
    actor, names = _actor(asked, view, found, comparer)
    if rest is None or actor is None or _is_past(view, found):
        return None
    if _is_away(view, found, comparer, closely=bool(names + rest[1])):
        return None
    slots = {**dict.fromkeys(SLOTS), "actor": actor, "act": Match.SAME, "object": rest[0] if asked.rest else None}
    if names + rest[1]:
        return Comparison(slots, names + rest[1])
    spoken = found.rest if asked.anybody and asked.doer else (*found.doer, *found.rest)
    named = frozenset(one.name for one in spoken if one.name)
    if _is_elsewhere(named, view, found, comparer):
        return None
    if rest[0] is Match.SAME and len(asked.doer) + len(asked.rest) >= ENOUGH:
        return Comparison(slots, 0, CONTEXT, in_context=True)
    if (asked.rest or asked.doer) and named:
        return Comparison({**slots, "actor": Match.UNKNOWN}, 0, CONTEXT, in_context=True)
    return Comparison(slots, 0)


def _is_away(view: SignalView, found: Wording, comparer: Comparer, *, closely: bool) -> bool:
    """Tell whether a move is done in a place that a signal's article does not speak of, or does not name if closely."""
    return any(
        not comparer.is_present((one,), view.entities)
        and not comparer.speaks_of(one, view.entities, found.entities, closely=closely)
        for one in found.places
    )


def _is_elsewhere(named: frozenset[str], view: SignalView, found: Wording, comparer: Comparer) -> bool:
    """Tell whether a move names somebody or some place that a signal's article does not speak of."""
    return any(
        not comparer.is_present((one,), view.entities)
        and not comparer.speaks_of(one, view.entities, found.entities)
        and not any(comparer.is_same(one, other, {**view.entities, **found.entities}) for other in view.entities)
        for one in named
    )


def _is_past(view: SignalView, found: Wording) -> bool:
    """Tell whether a move names a year before the signal's article."""
    first = bounds(view.article.get("published"))[0]
    years = [int(one.low) for one in found.rest if re.fullmatch(r"1[5-9]\d\d|20\d\d", one.low)]
    return first is not None and any(year < first.year for year in years)


def _actor(asked: _Asked, view: SignalView, found: Wording, comparer: Comparer) -> tuple[Match | None, int]:
    """Return the match of who does it, None where it is somebody else, and how many names agree."""
    entities = {**view.entities, **found.entities}
    if asked.doer:
        doer = _whoever(asked.doer) if any(one.name for one in found.doer) else asked.doer
        held = _covered(doer, found.doer, entities, comparer)
        return held or (None, 0)
    ids = frozenset(one.name for one in found.doer if one.name)
    aimed = asked.stands_for or view.signal.if_not or view.signal.kind is SignalKind.DEMAND
    target = frozenset(view.signal.target) if aimed else frozenset()
    if target:
        match = comparer.parties(target, ids, entities)
        return (match, 1) if match in (Match.SAME, Match.NARROWER) else (None, 0)
    if asked.stands_for or not ids:
        return Match.UNKNOWN, 0
    side = sides(view.signal.sender, view.entities, comparer.known)
    own = all(on_side(one, side, entities, comparer.known, comparer.on) for one in ids)
    return (None, 0) if own else (Match.SAME, 0)


def _whoever(doer: Sequence[Term]) -> Sequence[Term]:
    """Return who is asked for by kind without what kind it is, which a name does not show: "(oil) companies"."""
    *before, last = doer
    return (*(one for one in before if one.name), last) if last.name is None and _is_generic(last.low) else doer


def _is_generic(word: str) -> bool:
    """Tell whether somebody may be meant by a word whom a move names: "the group"."""
    kind = classify(word)
    return kind in GENERIC and (kind != "territory" or word in LANDS)


def _covered(
    asked: Sequence[Term], found: Sequence[Term], entities: Mapping[str, Entity], comparer: Comparer
) -> tuple[Match, int] | None:
    """Return the worst match of some words with others and how many names are among them; None where one has none."""
    worst, names = Match.SAME, set()
    for one in asked:
        match = min((_like(one, other, entities, comparer) for other in found), key=ORDER.index, default=Match.CLASH)
        match = Match.UNKNOWN if match is Match.CLASH and one.low in VAGUE else match
        if match not in (Match.SAME, Match.NARROWER, Match.UNKNOWN):
            return None
        worst = max(worst, match, key=ORDER.index)
        names |= {one.name} if one.name else set()
    return worst, len(names)


def _like(asked: Term, found: Term, entities: Mapping[str, Entity], comparer: Comparer) -> Match:
    if asked.name is not None and found.name is not None:
        if asked.name == found.name:
            return Match.SAME
        both = (compare(asked.name, found.name, entities) for compare in (comparer.party, comparer.where))
        best = min(both, key=ORDER.index)
        return best if best in (Match.SAME, Match.NARROWER) else Match.CLASH
    if asked.forms & found.forms:
        return Match.SAME
    kind = classify(asked.low)
    if asked.name is None and found.name is not None and _is_generic(asked.low):
        return Match.UNKNOWN
    if asked.name is not None or found.name is not None or kind is None or classify(found.low) is None:
        return Match.CLASH
    return compare_things(asked.low, found.low)

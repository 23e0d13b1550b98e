"""
Clauses to the sentences that speak of them again in like words: for what no act was read from.

A clause is its verb and what it is about: names, and nouns by lemma and object class. A sentence speaks of it again
where it has that verb, or one that names the same act, and most of what it is about, and does not give it to another
doer. Likeness alone decides nothing: what the sentence says of the verb (`tokens.told`) does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from sayso.acts.objects import LOOSE, classify, compare
from sayso.acts.words import senses
from sayso.ledger.tokens import BE, BREAKS, CLOSES, DO, HAVE, IF, LEAVE, MODALS, NOBODY, NOT, Token
from sayso.terms import Match

GRAMMAR: Final = frozenset(
    """a an the this that these those it its he his him she her they their them we our us you your i my me who whom
    which what whose one ones own same such so as at by for from in into of off on onto out over to toward towards up
    upon with within without about across after against along around back before behind beyond down during near through
    under between among and or but nor than then there here when where while because since although though not no if
    unless until again more most less least many much some any all both each every other another further just only also
    very too even still yet ever never now once day week month year hour time today tomorrow yesterday tonight morning
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december spring summer autumn winter first second third last next new one two three
    four five six seven eight nine ten dozen hundred thousand million half said say says""".split()
)
"""Words that tell nothing of what a clause is about."""
DETERMINERS: Final = frozenset("a an the any another no its his her their our this that these those".split())
LIGHT: Final = frozenset(
    """be have do make take go come get give put keep hold let see say bring set turn stand lead mean become remain
    begin start end stop continue call run work look use need want""".split()
)
"""Verbs that say little by themselves."""
LEAVING: Final = frozenset("leave withdraw depart retreat quit evacuate".split())
"""Verbs of going away."""
RESUMING: Final = frozenset("resume restart renew recommence reopen begin start".split())
"""Verbs of taking up again."""
LIKE_CLASS: Final = 0.7
LIKE_LOOSE: Final = 0.5
"""How much a thing of the same object class counts against the same word; set by hand."""
VAGUE: Final = re.compile(r"local:(?:group|place)/|local:\w+/unnamed-")
"""Ids of whom no other article can be held to tell of or not."""
MODIFIED: Final = 0.25
"""Share of a thing that its modifiers make; set by hand."""
LATER: Final = 0.6
"""Weight of a thing that is not the first of its clause; set by hand."""
ENOUGH: Final = 0.5
ENOUGH_DOER: Final = 0.35
ENOUGH_LIKE: Final = 0.75
"""
Share of what a clause is about that a sentence must have: with its verb, with its verb and a name or its doer, and with
a verb that is only like it or says little. Set by hand, then each moved alone on crises A, C and D (102 outcomes): flat
from 0.4 to 0.6 and from 0.35 to 0.45; 0.25 lost one, 0.8 for the last lost two.
"""


@dataclass(frozen=True, slots=True)
class Thing:
    """
    A noun phrase that says what a clause is about.

    Attributes:
        head: Its last word.
        modifiers: The words before it that tell something.
        kind: Object class of the phrase, or None.
    """

    head: Token
    modifiers: tuple[Token, ...]
    kind: str | None

    @property
    def text(self) -> str:
        """The words."""
        return " ".join(one.text for one in (*self.modifiers, self.head))


@dataclass(frozen=True, slots=True)
class Clause:
    """
    A clause as far as its words tell.

    Attributes:
        verb: Lemma of its verb, None where none could be told.
        acts: Ids of the acts that the verb may name here.
        things: What it is about, its doer left out, in their order.
        doer: Who does it, with what they speak for; empty for anyone, or not said.
        negative: Whether it says that something is not done.
        words: All its tokens.
        likely: Who may do it; a sentence in which he does is surer, one in which somebody else does is not ruled out.
    """

    verb: str | None
    acts: frozenset[str]
    things: tuple[Thing, ...]
    doer: frozenset[str]
    negative: bool
    words: tuple[Token, ...] = ()
    likely: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing by which to know it again."""
        if self.things:
            return self.verb is None and len(self.things) < 2
        return self.verb is None or self.verb in LIGHT or not (self.doer or self.likely)

    @property
    def look_for(self) -> frozenset[str]:
        """The words to look for in a record."""
        said = frozenset(word.low for one in self.things for word in (*one.modifiers, one.head))
        return said or frozenset([self.verb] if self.verb else [])


def clause(
    words: Sequence[Token],
    doer: frozenset[str],
    *,
    cue: str | None = None,
    act: str | None = None,
    likely: frozenset[str] = frozenset(),
) -> Clause:
    """
    Return a clause.

    Args:
        words: Its tokens.
        doer: Who does it, where its words do not say.
        cue: The word of the event that heads it, where one was read.
        act: The act of that event.
        likely: Who may do it.
    """
    at = _verb_at(words, cue)
    words, at = _segment(words, at)
    subject = [one for one in words[: at or 0] if one.names]
    named = subject[-1].names if subject and at is not None and not _is_passive(words, at) else frozenset()
    who = named or doer
    about = [
        i
        for i, one in enumerate(words)
        if i != at and one.is_word and (one.names or _tells(one)) and not (one.names and one.names & who)
    ]
    head = at or 0
    negative = any(one.low in NOT or one.low in NOBODY or one.low.endswith("n't") for one in words[: head + 1])
    negative = negative or any(one.low in NOBODY for one in words[head + 1 : head + 4])
    negative = negative is not (at is not None and words[at].turned)
    verb = words[at].verb if at is not None else None
    if cue is not None and at is not None and words[at].text != cue:
        act = None
    if verb == "go" and not any(i > head for i in about):
        verb = LEAVE
    return Clause(
        verb,
        frozenset({act}) if act else acts_of(verb or "", False),
        _things(words, about),
        who,
        negative,
        tuple(words),
        likely,
    )


def _things(words: Sequence[Token], about: Sequence[int]) -> tuple[Thing, ...]:
    """Return the phrases that some words make where they stand side by side."""
    phrases: list[list[int]] = []
    for i in about:
        if phrases and i == phrases[-1][-1] + 1:
            phrases[-1].append(i)
        else:
            phrases.append([i])
    return tuple(_thing([words[i] for i in some]) for some in phrases)


def _thing(phrase: Sequence[Token]) -> Thing:
    return Thing(phrase[-1], tuple(phrase[:-1]), _class(tuple(one.low for one in phrase)))


def _segment(words: Sequence[Token], at: int | None) -> tuple[Sequence[Token], int | None]:
    """Return the stretch between commas, or up to a further infinitive, that holds a clause's verb."""
    if at is None:
        return words, at
    start = next((i + 1 for i in range(at - 1, -1, -1) if words[i].low == "," or _is_joint(words, i)), 0)
    end = next((i for i in range(at + 1, len(words)) if words[i].low == "," or _is_joint(words, i)), len(words))
    return words[start:end], at - start


def _is_joint(words: Sequence[Token], i: int) -> bool:
    return words[i].low in ("and", "or") and i + 1 < len(words) and words[i + 1].low in ("to", "that")


def _tells(word: Token) -> bool:
    low = word.low
    grammar = low in GRAMMAR or low in MODALS or low in BE or low in HAVE or low in DO or low in IF or low in NOT
    return not grammar and word.noun not in GRAMMAR and not low[0].isdigit() and len(low) > 2


def _verb_at(words: Sequence[Token], cue: str | None) -> int | None:
    """Return the place of a clause's verb: its event's cue, what follows an auxiliary, else the first known verb."""
    stays = next((i for i, one in enumerate(words) if one.turned), None)
    if stays is not None:
        return stays
    helped = next((i for i in range(1, len(words)) if _is_helped(words, i)), None)
    if cue is not None:
        found = next((i for i, one in enumerate(words) if one.text == cue), None)
        if found is not None:
            is_object = helped is not None and helped < found and words[found - 1].low in DETERMINERS
            return helped if is_object else found
    if helped is not None:
        return helped
    telling = [i for i, one in enumerate(words) if one.is_word and not (one.names or one.low in GRAMMAR)]
    gerund = next((i for i in telling[:2] if words[i].low.endswith("ing") and words[i].verb != words[i].low), None)
    known = (i for i in telling if _is_verb(words[i]) and _class((words[i].low,)) is None)
    return gerund if gerund is not None else next(known, None)


def _is_helped(words: Sequence[Token], i: int) -> bool:
    """Tell whether a word stands behind an auxiliary or "to"."""
    here = words[i]
    helper = words[i - 1].low in (*MODALS, *BE, *HAVE, *NOT, "to")
    return helper and here.is_word and not here.names and here.low not in (*BE, *HAVE, *NOT, *DETERMINERS)


def _is_verb(word: Token) -> bool:
    return bool(acts_of(word.verb, False)) or word.verb in LIGHT


def _is_passive(words: Sequence[Token], at: int) -> bool:
    """Tell whether a verb stands behind a form of "to be" as a participle."""
    close = [one.low for one in words[max(0, at - 3) : at]]
    return any(one in BE for one in close) and words[at].low != words[at].verb and not words[at].low.endswith("ing")


@cache
def acts_of(lemma: str, noun: bool) -> frozenset[str]:
    """Return the acts that a lemma may name; `~` before one that it says does not happen."""
    return frozenset(rule.act if rule.happens else f"~{rule.act}" for rule in senses(lemma, noun))


# ---- likeness


@dataclass(frozen=True, slots=True)
class Echo:
    """
    Where a sentence speaks of a clause again.

    Attributes:
        at: Place of the verb or noun among its tokens.
        is_noun: Whether it is a noun there.
        share: Share of what the clause is about that the sentence has, 0 to 1.
        same_verb: Whether it is the same verb.
    """

    at: int
    is_noun: bool
    share: float
    same_verb: bool


def echoes(asked: Clause, words: Sequence[Token], *, beside: bool = False) -> Iterator[Echo]:
    """
    Yield where a sentence speaks of a clause again; where it gives the verb to another doer is left out.

    Args:
        asked: The clause.
        words: Tokens of the sentence.
        beside: The sentence tells of the signal's other clause too, so that the bare verb will do for one that is
            about nothing ("will be shot").
    """
    bare = beside and asked.verb is not None and not asked.things
    if asked.is_empty and not bare:
        return
    share = share_of(asked, words)
    of_things = share_of(replace(asked, things=tuple(one for one in asked.things if not one.head.names)), words) > 0
    for i, one in enumerate(words):
        if not one.is_word or one.names:
            continue
        same, alike, is_noun = _alike(asked, one)
        if not (same or alike):
            continue
        doer = _doer(words, i)
        if is_another(asked.doer, doer):
            continue
        if same and asked.verb in LIGHT:
            share = share_of(asked, _own_clause(words, i))
        by_doer = bool((asked.doer | asked.likely) & doer)
        if (bare and same) or (
            share >= _enough(asked, same, by_doer) and (same or of_things or (by_doer and len(asked.acts) == 1))
        ):
            yield Echo(i, is_noun, share, same)


def is_another(doer: frozenset[str], found: frozenset[str]) -> bool:
    """
    Tell whether somebody who does a thing is for certain not who was to do it.

    Groups, places and those without a name ("the East", "gunmen", "police") may be part of anybody.
    """
    firm = [frozenset(one for one in ids if not VAGUE.match(one)) for ids in (doer, found)]
    return all(firm) and doer.isdisjoint(found)


def _own_clause(words: Sequence[Token], at: int) -> Sequence[Token]:
    """Return what stands beside a verb between commas and conjunctions: of a light verb nothing else is its own."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if words[i].low in CLOSES), 0)
    end = next((i for i in range(at + 1, len(words)) if words[i].low in CLOSES), len(words))
    return words[start:end]


def _enough(asked: Clause, same: bool, by_doer: bool) -> float:
    """Return the share of what a clause is about that a sentence must have."""
    if not asked.things:
        return 0.0 if by_doer else 2.0
    if not same or asked.verb in LIGHT:
        return ENOUGH_LIKE
    return ENOUGH_DOER if by_doer or any(one.head.names for one in asked.things) else ENOUGH


def _alike(asked: Clause, word: Token) -> tuple[bool, bool, bool]:
    """Tell whether a word is a clause's verb, is like it (names the same act), and is a noun here."""
    if asked.verb is None:
        return False, False, False
    if word.verb == asked.verb or {word.verb, asked.verb} <= RESUMING:
        return True, True, False
    if {word.verb, asked.verb} <= LEAVING:
        return False, True, False
    if asked.verb in LIGHT or word.verb in LIGHT:
        return False, False, False
    if asked.acts & acts_of(word.verb, False):
        return False, True, False
    return False, bool(asked.acts & acts_of(word.noun, True)), True


def alike(one: Clause, other: Clause) -> bool:
    """Tell whether the verbs of two clauses are the same, may name the same act, or stand in the other clause."""
    if one.verb == other.verb or one.acts & other.acts:
        return True
    return any(word.verb == one.verb for word in other.words) or any(word.verb == other.verb for word in one.words)


def share_of(asked: Clause, words: Sequence[Token]) -> float:
    """Return the share of what a clause is about that a sentence has; what comes first in the clause weighs most."""
    if not asked.things:
        return 0.0
    weights = [1.0, *(LATER for _ in asked.things[1:])]
    found = [_found(one, words) for one in asked.things]
    return sum(weight * one for weight, one in zip(weights, found, strict=True)) / sum(weights)


def recall(asked: Clause, words: Sequence[Token]) -> float:
    """Return the share of a clause that a sentence has, its verb counted as one of its things; names alone are none."""
    verb = asked.verb is not None and any(word.verb == asked.verb for word in words)
    about = tuple(one for one in asked.things if not one.head.names)
    if asked.things and not (verb or share_of(replace(asked, things=about), words)):
        return 0.0
    return (share_of(asked, words) * len(asked.things) + verb) / (len(asked.things) + (asked.verb is not None) or 1)


def _found(thing: Thing, words: Sequence[Token]) -> float:
    """Return how far a sentence has a thing: its head, or something of its class, and what modifies it."""
    head = max((_like(thing, words, i) for i in range(len(words))), default=0.0)
    if not thing.modifiers:
        return head
    mods = sum(any(_same(one, word) for word in words) for one in thing.modifiers) / len(thing.modifiers)
    return (1 - MODIFIED) * head + MODIFIED * mods


def _like(thing: Thing, words: Sequence[Token], i: int) -> float:
    if _same(thing.head, words[i]):
        return 1.0
    if thing.head.names or words[i].names or not words[i].is_word:
        return 0.0
    other = _class((words[i - 1].low, words[i].low) if i else (words[i].low,))
    if compare(thing.kind, other) in (Match.UNKNOWN, Match.CLASH):
        return 0.0
    return LIKE_LOOSE if thing.kind in LOOSE or other in LOOSE else LIKE_CLASS


def _same(one: Token, word: Token) -> bool:
    if one.names or word.names:
        return bool(one.names & word.names) or (one.low == word.low and _tells(one))
    return one.noun.removeprefix("re-") == word.noun.removeprefix("re-") or one.verb == word.verb


@cache
def _class(words: tuple[str, ...]) -> str | None:
    return classify(words)


def _doer(words: Sequence[Token], at: int) -> frozenset[str]:
    """Return who does a verb as far as the order of words tells: the names before it, a passive's behind "by"."""
    if _is_passive(words, at):
        behind = next((i for i in range(at + 1, min(len(words), at + 6)) if words[i].low == "by"), len(words))
        return next((one.names for one in words[behind : behind + 6] if one.names), frozenset())
    found: frozenset[str] = frozenset()
    for one in reversed(words[:at]):
        joined = one.low in (",", "and", "&")
        if one.low in BREAKS or (found and not one.names and not joined):
            break
        found |= one.names
    return found

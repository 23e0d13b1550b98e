"""
Clauses to the sentences that speak of them again in like words: for what no act was read from.

A sentence speaks of a clause again where it has its verb, or one that names the same act, and most of what it is about,
and does not give it to another doer. Likeness alone decides nothing: what the sentence says of the verb
(`tokens.told`) does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.acts.objects import LOOSE, compare
from sayso.annotate.lemmas import is_past
from sayso.ledger.clauses import LIGHT, Clause, Thing, acts_of, class_of, is_passive, tells
from sayso.ledger.tokens import BE, BEHIND, BREAKS, CLOSES, DO, HAVE, MODALS, PERSON, Token, meet
from sayso.merge.stems import stem
from sayso.terms import Match

LEAVING: Final = frozenset("leave withdraw depart retreat quit evacuate".split())
"""Verbs of going away."""
ANNOUNCING: Final = frozenset(
    """
    offer promise pledge vow propose threaten plan intend earmark say add tell note report write explain remark insist
    """.split()
)
"""Verbs that only tell of an act, or that it is to come: "offered them a frigate" has lent none."""
RESUMING: Final = frozenset("resume restart renew recommence reopen begin start".split())
"""Verbs of taking up again; what act they name hangs on what is taken up, which echoes it by itself."""
REPEATED: Final = frozenset(
    "open occupy take impose arm deploy enter build instate start gain capture establish introduce admit".split()
)
"""Verbs that "re-" only says again of; to remove is no moving."""
LIKE_CLASS: Final = 0.7
LIKE_LOOSE: Final = 0.5
"""How much a thing of the same object class counts against the same word; set by hand."""
HELPING: Final = BE | HAVE | DO | MODALS | {"to", "not", "it", "they", "he", "she", "we", "who", "which", "that", "and"}
"""Words behind which a verb may stand."""
VAGUE: Final = re.compile(r"local:(?:group|place)/|local:\w+/unnamed-")
"""Ids of whom no other article can be held to tell of or not."""
PLACE, PEOPLE = "local:place/", "people"
"""Ids of places that no table knows; the object class of those who bear no arms."""
AIMING: Final = frozenset("on against of to for".split())
"""Prepositions that say whom a measure is for, or whose a thing is."""
PREPOSITIONS: Final = BEHIND | AIMING | set("in at near off through into under without toward towards".split())
"""Words behind a noun rather than behind a verb that wants an object."""
MODIFIED: Final = 0.25
"""Share of a thing that its modifiers make; set by hand."""
LATER: Final = 0.6
"""Weight of a thing that is not the first of its clause; set by hand."""
ENOUGH: Final = 0.5
ENOUGH_DOER: Final = 0.35
ENOUGH_LIKE: Final = 0.75
ENOUGH_READ: Final = 0.6
"""
Share of what a clause is about that a sentence must have: with its verb, with its verb and a name or its doer, with a
verb that is only like it or says little, with another verb from which its very act was read. Set by hand, the first
three then moved alone on crises A, C and D (102 outcomes): flat from 0.4 to 0.6 and from 0.35 to 0.45; 0.25 lost one,
0.8 for the third lost two.
"""


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


def echoes(
    asked: Clause, words: Sequence[Token], *, beside: bool = False, read: Collection[int] = ()
) -> Iterator[Echo]:
    """
    Yield where a sentence speaks of a clause again; where it gives the verb to another doer is left out.

    Args:
        asked: The clause.
        words: Tokens of the sentence.
        beside: The sentence tells of the signal's other clause too, so that the bare verb will do for one that is
            about nothing ("will be shot"), and the verb with its doer for any ("and Morocco walked out").
        read: Places at which the clause's very act was read.
    """
    bare = beside and asked.verb is not None and not asked.things
    if asked.is_empty and not bare:
        return
    places = list(_alike_at(asked, words, read))
    if not places:
        return
    if asked.object is not None and not bare and not _has_object(asked, asked.object, words):
        return
    share = share_of(asked, words)
    of_things = share_of(replace(asked, things=tuple(one for one in asked.things if not one.head.names)), words) > 0
    for i, same, is_noun in places:
        doer = _doer(words, i)
        if is_another(asked.doer, doer) or _by_civilians(asked, words, i) or _is_elsewhere(asked, words[i + 1 : i + 4]):
            continue
        if same and asked.verb in LIGHT:
            share = share_of(asked, _own_clause(words, i))
        by_doer = meet(asked.doer | asked.likely, doer)
        if (beside and same and (bare or (by_doer and asked.verb not in LIGHT))) or (
            share >= _enough(asked, same, by_doer, is_read=i in read and (by_doer or _has(asked, words)))
            and (same or of_things or (by_doer and len(asked.acts) == 1))
        ):
            yield Echo(i, is_noun, share, same)


def _alike_at(asked: Clause, words: Sequence[Token], read: Collection[int]) -> Iterator[tuple[int, bool, bool]]:
    """Yield the places of the words that are a clause's verb, or like it: whether it is the same, and a noun there."""
    for i, one in enumerate(words):
        if one.is_word and not one.names:
            same, alike, is_noun = _alike(asked, one)
            if i in read and not (same or alike):
                yield i, False, False
            elif same or (alike and (is_noun or not _is_thing(words, i))):
                yield i, same, is_noun


def _is_thing(words: Sequence[Token], at: int) -> bool:
    """Tell whether a word that may be a verb names a thing here, by what stands before it: "military | sites"."""
    before = words[at - 1] if at else None
    if before is None or not before.is_word or class_of((words[at].low,)) is None:
        return False
    if before.names:
        return _is_bare(words, at)
    return before.low not in HELPING and not before.low.endswith("ly")


def _is_bare(words: Sequence[Token], at: int) -> bool:
    """Tell whether a word behind a name has no object, and so is a noun if it may be one: "Greek ships | fished"."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or not behind.is_word:
        return True
    return behind.low in HELPING or behind.low in PREPOSITIONS or is_past(behind.low)


def is_another(doer: frozenset[str], found: frozenset[str]) -> bool:
    """
    Tell whether somebody who does a thing is for certain not who was to do it.

    Of a person whom no table knows it is not known which state he serves. Groups, places and those without
    a name ("the East", "gunmen", "police") may be part of anybody.
    """
    firm = [frozenset(one for one in ids if not VAGUE.match(one)) for ids in (doer, found)]
    if all(one.startswith(PERSON) for one in firm[0]) and not any(one.startswith(PERSON) for one in firm[1]):
        return False  # whom he serves is not told
    return all(firm) and not meet(*firm)


def _own_clause(words: Sequence[Token], at: int) -> Sequence[Token]:
    """Return what stands beside a verb between commas and conjunctions: of a light verb nothing else is its own."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if words[i].low in CLOSES), 0)
    end = next((i for i in range(at + 1, len(words)) if words[i].low in CLOSES), len(words))
    return words[start:end]


def _has_object(asked: Clause, what: Thing, words: Sequence[Token]) -> bool:
    """Tell whether a sentence has what a clause's verb is done to, and not only something like it that does it."""
    others = {one.head.noun for one in asked.things if one.head != what.head}
    return _found(what, [one for one in words if one.noun not in others], frozenset()) > 0


def _is_elsewhere(asked: Clause, words: Sequence[Token]) -> bool:
    """Tell whether the words behind a verb name other places than a clause, of those that no table knows."""
    there, here = ({who for one in some for who in one.names if who.startswith(PLACE)} for some in (asked.words, words))
    return bool(there) and bool(here) and there.isdisjoint(here)


def _by_civilians(asked: Clause, words: Sequence[Token], at: int) -> bool:
    """Tell whether people do what soldiers, or a state, were to do: "the last refugees | left the town"."""
    if not at or class_of((words[at - 1].low,)) != PEOPLE or is_passive(words, at):
        return False
    return not any(class_of((one.low,)) == PEOPLE for one in asked.words)


def _has(asked: Clause, words: Sequence[Token]) -> bool:
    """Tell whether a sentence has a thing of a clause by its very word."""
    return any(_same(thing.head, word) for thing in asked.things if not thing.head.names for word in words)


def _enough(asked: Clause, same: bool, by_doer: bool, *, is_read: bool) -> float:
    """Return the share of what a clause is about that a sentence must have."""
    if not asked.things:
        return 0.0 if by_doer else 2.0
    if is_read and not same:
        return ENOUGH_READ
    if not same or asked.verb in LIGHT:
        return ENOUGH_LIKE
    return ENOUGH_DOER if by_doer or any(one.head.names for one in asked.things) else ENOUGH


def _alike(asked: Clause, word: Token) -> tuple[bool, bool, bool]:
    """Tell whether a word is a clause's verb, is like it (names the same act), and is a noun here."""
    if asked.verb is None:
        return False, False, False
    both = {word.verb, asked.verb}
    if word.verb == asked.verb or both <= RESUMING or both <= LEAVING or _is_again(word.verb, asked.verb):
        return True, True, False
    if asked.verb in LIGHT or word.verb in LIGHT | ANNOUNCING or word.noun in ANNOUNCING:
        return False, False, False
    if stem(asked.verb) == stem(word.low):
        return True, True, True
    if word.verb not in RESUMING and asked.acts & acts_of(word.verb, False):
        return False, True, False
    return False, bool(asked.acts & acts_of(word.noun, True)), True


def _is_again(one: str, other: str) -> bool:
    """Tell whether one verb is the other done again: "reopen" and "open"."""
    return any(f"re{bare}" == again and bare in REPEATED for bare, again in ((one, other), (other, one)))


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
    whose = [*(one.head.names for one in asked.things[1:]), frozenset()]
    found = [_found(one, words, of) for one, of in zip(asked.things, whose, strict=True)]
    return sum(weight * one for weight, one in zip(weights, found, strict=True)) / sum(weights)


def recall(asked: Clause, words: Sequence[Token]) -> float:
    """Return the share of a clause that a sentence has, its verb counted as one of its things; names alone are none."""
    verb = asked.verb is not None and any(word.verb == asked.verb for word in words)
    about = tuple(one for one in asked.things if not one.head.names)
    if asked.things and not (verb or share_of(replace(asked, things=about), words)):
        return 0.0
    return (share_of(asked, words) * len(asked.things) + verb) / (len(asked.things) + (asked.verb is not None) or 1)


def _found(thing: Thing, words: Sequence[Token], of: frozenset[str]) -> float:
    """Return how far a sentence has a thing: its head, or something of its class, what modifies it, and whose it is."""
    head = max((_like(thing, words, i, of) for i in range(len(words))), default=0.0)
    if not thing.modifiers:
        return head
    mods = sum(any(_same(one, word) for word in words) for one in thing.modifiers) / len(thing.modifiers)
    return (1 - MODIFIED) * head + MODIFIED * mods


def _like(thing: Thing, words: Sequence[Token], i: int, of: frozenset[str]) -> float:
    if _same(thing.head, words[i]):
        return 0.0 if _is_of_another(thing, words, i, of) else 1.0
    if thing.head.names or words[i].names or not words[i].is_word:
        return 0.0
    other = class_of((words[i - 1].low, words[i].low) if i else (words[i].low,))
    if compare(thing.kind, other) in (Match.UNKNOWN, Match.CLASH):
        return 0.0
    return LIKE_LOOSE if thing.kind in LOOSE or other in LOOSE else LIKE_CLASS


def _is_of_another(thing: Thing, words: Sequence[Token], at: int, of: frozenset[str]) -> bool:
    """
    Tell whether a noun is told of as somebody else's, or as aimed at somebody else.

    "Chinese prisoners" are no "Pakistani prisoners", and "the embargo on Iraq" is not that "on Cuba".
    """
    own = frozenset(who for one in thing.modifiers for who in one.names)
    if thing.head.names:
        return False
    if at and is_another(own, words[at - 1].names):
        return True
    aimed = next((one.names for one in words[at + 2 : at + 4] if one.names), frozenset())
    return len(words) > at + 1 and words[at + 1].low in AIMING and is_another(of, aimed)


def _same(one: Token, word: Token) -> bool:
    if one.names or word.names:
        return bool(one.names & word.names) or (one.low == word.low and tells(one))
    if one.noun == word.noun or one.verb == word.verb:
        return True
    return word.is_word and stem(one.low.removeprefix("re-")) == stem(word.low.removeprefix("re-"))


def _doer(words: Sequence[Token], at: int) -> frozenset[str]:
    """Return who does a verb as far as the order of words tells: the names before it, a passive's behind "by"."""
    if is_passive(words, at):
        behind = next((i for i in range(at + 1, min(len(words), at + 6)) if words[i].low == "by"), len(words))
        return next((one.names for one in words[behind : behind + 6] if one.names), frozenset())
    found: frozenset[str] = frozenset()
    for one in reversed(words[:at]):
        joined = one.low in (",", "and", "&")
        if one.low in BREAKS or (found and not one.names and not joined):
            break
        found |= one.names
    return found

"""
Words of a condition or consequence to a clause: its verb, what it is about, its doer, and whether it is denied.

What no act was read from is known again by these. The verb is the cue of an event where one was read, else what stands
behind an auxiliary; what a clause is about are the noun phrases of its stretch between commas, its doer left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.acts.objects import classify
from sayso.acts.words import senses
from sayso.ledger.tokens import BE, DETERMINERS, DO, HAVE, IF, LEAVE, LIFT, MODALS, NOBODY, NOT, PERSON, Token

GRAMMAR: Final = frozenset(
    """a an the this that these those it its he his him she her they their them we our us you your i my me who whom
    which what whose one ones own same such so as at by for from in into of off on onto out over to toward towards up
    upon with within without about across after against along around back before behind beyond down during near through
    under between among and or but nor than then there here when where while because since although though not no if
    unless until again more most less least many much some any all both each every either neither other another
    further just only also
    very too even still yet ever never now once day week month year hour time today tomorrow yesterday tonight morning
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december spring summer autumn winter first second third last next new one two three
    four five six seven eight nine ten dozen hundred thousand million half said say says""".split()
)
"""Words that tell nothing of what a clause is about."""
LEAST: Final = frozenset(
    """cent penny dollar pound franc mark lira drachma dinar rial rouble ruble shilling peso rupee inch metre meter foot
    mile yard ton tonne barrel drop gram kilo litre""".split()
)
"""The least of a kind, by which a refusal says that there will be none at all: "not a drachma will be paid"."""
LIGHT: Final = frozenset(
    """be have do make take go come get give put keep hold let see say bring set turn stand lead mean become remain
    begin start end stop continue call run work look use need want""".split()
)
"""Verbs that say little by themselves."""


BETWEEN: Final = DETERMINERS | frozenset("all both two three four five six seven eight nine ten last first".split())
"""What may stand between a verb and its object."""
OBJECTS: Final = frozenset("him her them us".split())
"""Pronouns that a verb may have for an object, so that what stands before it is its subject."""
PRONOUNS: Final = frozenset("he she it they".split())
"""Subjects of whom the frames of a claim know better who is meant."""


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
        lasts: Whether it says that something stays as it is, so that its verb is the one that would end it.
        object: What its verb is done to, where something else stands before the verb.
    """

    verb: str | None
    acts: frozenset[str]
    things: tuple[Thing, ...]
    doer: frozenset[str]
    negative: bool
    words: tuple[Token, ...] = ()
    likely: frozenset[str] = frozenset()
    lasts: bool = False
    object: Thing | None = None

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
        named = (word for word in self.words if word.names and word.names & (self.doer | self.likely))
        return said or frozenset([*([self.verb] if self.verb else []), *(word.low for word in named)])


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
    is_lifted = at is not None and words[at].turned and words[at].verb == LIFT
    acts_itself = at is not None and not is_passive(words, at) and not is_lifted
    named = subject[-1].names if subject and acts_itself else frozenset()
    who = doer if doer and subject and subject[-1].low in PRONOUNS else named or doer
    if who and all(one.startswith(PERSON) for one in who):  # a general, and whose he is
        who |= likely
    about = [
        i
        for i, one in enumerate(words)
        if i != at and one.is_word and (one.names or tells(one)) and not (one.names and one.names & who)
        if not (one.noun in LEAST and _is_none(words, i))
    ]
    if at is not None and at + 1 < len(words) and words[at + 1].low in OBJECTS:
        about = [i for i in about if i > at]  # "the navy will remove | them" is not about the navy
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
        at is not None and words[at].turned,
        _object(words, at, about),
    )


def _object(words: Sequence[Token], at: int | None, about: Sequence[int]) -> Thing | None:
    """Return the phrase that stands right behind a verb, where another stands before it: "rebels free | pilots"."""
    if at is None or not any(i < at for i in about) or is_passive(words, at):
        return None
    first = next((i for i in about if i > at), None)
    if first is None or any(one.low not in BETWEEN for one in words[at + 1 : first]):
        return None
    last = first
    while last + 1 in about:
        last += 1
    return _thing(words[first : last + 1])


def _is_none(words: Sequence[Token], at: int) -> bool:
    """Tell whether a noun stands behind "not a", "not one" or "no"."""
    before = [word.low for word in words[max(0, at - 2) : at]]
    return before[-1:] == ["no"] or before in (["not", "a"], ["not", "an"], ["not", "one"])


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
    return Thing(phrase[-1], tuple(phrase[:-1]), class_of(tuple(one.low for one in phrase)))


def _segment(words: Sequence[Token], at: int | None) -> tuple[Sequence[Token], int | None]:
    """Return the stretch between commas, or up to a further infinitive, that holds a clause's verb."""
    if at is None:
        return words, at
    start = next((i + 1 for i in range(at - 1, -1, -1) if words[i].low == "," or _is_joint(words, i)), 0)
    end = next((i for i in range(at + 1, len(words)) if words[i].low == "," or _is_joint(words, i)), len(words))
    return words[start:end], at - start


def _is_joint(words: Sequence[Token], i: int) -> bool:
    return words[i].low in ("and", "or") and i + 1 < len(words) and words[i + 1].low in ("to", "that")


def tells(word: Token) -> bool:
    """Tell whether a word says anything of what a clause is about."""
    low = word.low
    grammar = low in GRAMMAR or low in MODALS or low in BE or low in HAVE or low in DO or low in IF or low in NOT
    return not grammar and word.noun not in GRAMMAR and not low[0].isdigit() and len(low) > 2


def _let(words: Sequence[Token]) -> int | None:
    """Return the place of what somebody is let do: "will not let the ship | dock | in Havana"."""
    first = next((i + 1 for i, one in enumerate(words) if one.low == "let"), len(words))
    return next((i for i in range(first + 1, min(len(words), first + FAR)) if words[i].low in LET_DO), None)


LET_DO: Final = frozenset(
    "leave pass cross go return dock land sail enter stay work live speak vote travel fly depart".split()
)
"""What somebody is let do, as its verb is written."""
FAR: Final = 7
"""Words behind "let" among which it stands."""


def _verb_at(words: Sequence[Token], cue: str | None) -> int | None:
    """Return the place of a clause's verb: its event's cue, what follows an auxiliary, else the first known verb."""
    stays = next((i for i, one in enumerate(words) if one.turned), None)
    if stays is not None:
        return stays
    if (let := _let(words)) is not None:
        return let
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
    known = (i for i in telling if _is_verb(words[i]) and class_of((words[i].low,)) is None)
    return gerund if gerund is not None else next(known, None)


def _is_helped(words: Sequence[Token], i: int) -> bool:
    """Tell whether a word stands behind an auxiliary or "to"."""
    here = words[i]
    helper = words[i - 1].low in (*MODALS, *BE, *HAVE, *NOT, "to")
    return helper and here.is_word and not here.names and here.low not in (*BE, *HAVE, *NOT, *DETERMINERS)


def _is_verb(word: Token) -> bool:
    return bool(acts_of(word.verb, False)) or word.verb in LIGHT


def is_passive(words: Sequence[Token], at: int) -> bool:
    """Tell whether a verb stands behind a form of "to be" as a participle, or before the "by" of its doer."""
    if words[at].low == words[at].base or words[at].low.endswith("ing"):
        return False
    is_agent_told = at + 1 < len(words) and words[at + 1].low == "by"
    return is_agent_told or any(one.low in BE for one in words[max(0, at - 3) : at])


@cache
def acts_of(lemma: str, noun: bool) -> frozenset[str]:
    """Return the acts that a lemma may name; `~` before one that it says does not happen."""
    return frozenset(rule.act if rule.happens else f"~{rule.act}" for rule in senses(lemma, noun))


@cache
def class_of(words: tuple[str, ...]) -> str | None:
    """Return the object class of a phrase, None where its head is in none."""
    return classify(words)

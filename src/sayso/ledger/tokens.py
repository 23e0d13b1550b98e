"""
A sentence to tokens, and a verb in it to whether the sentence says that it happened, did not, or only might.

The record keeps no trees, so this reads by the order of words alone, and only what stands close by: auxiliaries,
negations, the verb that an infinitive hangs on. Where they do not settle it, the answer is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from sayso.acts.tokens import WORD_OR_MARK, plain, unowned
from sayso.annotate.lemmas import lemma
from sayso.knowledge.known import Hit, Use
from sayso.ledger.phrasal import COMPOUNDS, PHRASES
from sayso.record.entries import Entity
from sayso.spans import Span
from sayso.weigh.frames import Knows
from sayso.weigh.sides import sides

BREAKS: Final = frozenset([*';:()“”"—–', "--"])
"""Marks over which no auxiliary reaches."""
CLOSES: Final = BREAKS | frozenset((",", ".", "and", "but", "while", "although", "though"))
"""What ends the clause that a noun is the subject of."""
NOT: Final = frozenset("not n't never hardly cannot".split())
DETERMINERS: Final = frozenset("a an the any another no its his her their our this that these those".split())
NOBODY: Final = frozenset("no none neither nobody nothing".split())
BE: Final = frozenset("be am is are was were been being 's 're".split())
HAVE: Final = frozenset("have has had having 've".split())
DO: Final = frozenset("do does did".split())
MODALS: Final = frozenset("will would shall should can could may might must ought 'll 'd wo ca sha".split())
STATES: Final = {"open": "close", "closed": "open", "shut": "open", "force": "lift", "place": "remove"}
"""Words for a state, each with the verb that ends it."""
IN_FORCE: Final = frozenset(("force", "place"))
"""Those of them that measures are in: "stays in force"."""
LEAVE, LIFT = "leave", "lift"
"""Verbs that end the staying of somebody, and of a measure."""
RENEGE: Final = "renege"
"""What "went back on" says."""
LASTING: Final = frozenset(("stay", "remain"))
"""Verbs of staying that say by themselves what does not end."""
STAYED_IN: Final = frozenset(
    "in on at there here where put until till for behind as unless while with until . ;".split()
)
"""Words behind such a verb where it tells no quality ("remained calm") and no distance ("stay out")."""
MEASURES: Final = frozenset(
    "sanction embargo ban boycott blockade curfew tariff restriction siege quarantine duty".split()
)
"""Nouns of what is lifted, not left."""
MOVING: Final = frozenset("go pull drive move march sail roll fly steam walk turn".split())
AWAY: Final = frozenset("away back out off home".split())
"""Verbs and particles that together say that somebody leaves."""
BETWEEN: Final = 4
"""Tokens that may stand between a verb and its particle; set by hand."""
CAUSING: Final = frozenset("let make help watch see".split())
"""Verbs whose bare infinitive is done when they are: "let the ships leave"."""
STAYING: Final = frozenset("stay remain keep leave".split())
STOPPING: Final = frozenset("stop cease halt quit avoid refrain abandon drop give".split())
"""Verbs whose gerund is not done when they are."""
GOING: Final = frozenset("begin start continue keep resume go finish insist".split())
"""Verbs whose gerund is done when they are."""
THINKING: Final = frozenset("consider contemplate mull weigh discuss debate propose suggest plan".split())
"""Verbs whose gerund is only thought of."""
WOULD: Final = frozenset(("would", "'d"))
"""How "will" is reported."""
SURE: Final = frozenset("will shall 'll wo".split())
PERSON: Final = "local:person/"
"""Ids of people who are in no table: the surname comes first, a given name behind a hyphen."""
IF: Final = frozenset(
    "if unless whether should until till lest once whoever whenever anyone any every each provided".split()
)
BEGINNING: Final = frozenset(
    """allow begin cause compel continue enable force go help let manage move oblige permit proceed resume rush
    start""".split()
)
"""Verbs whose infinitive is done when they are."""
DENYING: Final = frozenset("deny doubt dispute refute".split())
"""Verbs whose content their sentence does not tell as so."""
FAILING: Final = frozenset("refuse fail decline cease neglect omit forget hesitate".split())
"""Verbs whose infinitive is not done when they are."""
EMPTY: Final = frozenset("also again already now then since just still even both all soon finally yet only".split())
BEHIND: Final = frozenset("of to for from against with by over about after before during despite".split())
"""Prepositions behind which a noun is no object of the verb before them."""
GOVERNS: Final = 4
"""Tokens before a "to" among which its verb stands: "began on Wednesday to withdraw". Set by hand."""
REACH: Final = 8
"""Tokens before a verb that are looked at; set by hand."""


class Told(StrEnum):
    """What a sentence says of a verb in it."""

    DONE = "done"
    NOT_DONE = "not done"
    TO_COME = "to come"
    NOT_TO_COME = "not to come"
    UNREAL = "unreal"


@dataclass(frozen=True, slots=True)
class Token:
    """
    A word or a mark.

    Attributes:
        text: As written.
        low: In small letters, with a straight apostrophe.
        base: Lemma as a verb.
        verb: The same, or the verb that it is taken for beside the words around it.
        noun: Lemma as a noun.
        names: Whom it names, with what they speak for; empty for other words.
        turned: Whether it is a state that something stays in, so that its verb is the contrary one: "stays open" is
            not closing.
    """

    text: str
    low: str
    base: str
    verb: str
    noun: str
    names: frozenset[str]
    turned: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a word and not a mark."""
        return self.text[0].isalnum()


def tokens(text: str, start: int, entities: Mapping[str, Entity], known: Knows) -> tuple[Token, ...]:
    """
    Return the tokens of a sentence or clause.

    Args:
        text: Its words.
        start: Where it begins in the article, for the mentions of entities.
        entities: Those of the article.
        known: Tables of who speaks for whom.
    """
    end = start + len(text)
    named = [
        (Span(max(0, mention.start - start), min(end, mention.end) - start), sides(one.id, entities, known))
        for one in entities.values()
        if "/unnamed-" not in one.id
        for mention in one.mentions
        if mention.start < end and mention.end > start
    ]
    named += [(hit.span, _one_state(hit)) for hit in known.hits(text)]
    return _with_states([_token(found, named) for found in WORD_OR_MARK.finditer(text)])


def _one_state(hit: Hit) -> frozenset[str]:
    """Return the state that an adjective or the name of a people belongs to, where it can be only one."""
    found = {sense.known.id for sense in hit.senses if sense.use in (Use.ADJECTIVE, Use.PEOPLE)}
    return frozenset(found) if len(found) == 1 else frozenset()


def _with_states(words: list[Token]) -> tuple[Token, ...]:
    """Return tokens in which "stays open" has the verb that would end it, and "drives away" that of leaving."""
    for i, word in enumerate(words):
        contrary = STATES.get(word.low)
        if contrary is not None and any(one.base in STAYING for one in close_before(words, i, BETWEEN)):
            words[i] = replace(word, verb=_ending(words, i) if word.low in IN_FORCE else contrary, turned=True)
        elif word.base in LASTING and not word.names and _stays_there(words, i):
            words[i] = replace(word, verb=_ending(words, i), turned=True)
        elif word.base == "go" and _takes_back(words, i):
            words[i] = replace(word, verb=RENEGE)
        elif word.base == "turn" and _turns_somebody(words, i):
            words[i] = replace(word, verb="stop")
        elif (verb := _phrasal(words, i)) is not None:
            words[i] = replace(word, verb=verb)
        elif word.verb in MOVING and i + 1 < len(words) and (words[i + 1].low in AWAY or words[i + 1].low == "from"):
            words[i] = replace(word, verb=LEAVE)
    return tuple(words)


def _takes_back(words: Sequence[Token], at: int) -> bool:
    """Tell whether somebody "went back on" a thing, and not back on Monday."""
    after = words[at + 1 : at + 4]
    return [one.low for one in after[:2]] == ["back", "on"] and len(after) > 2 and after[2].low in DETERMINERS


def _ending(words: Sequence[Token], at: int) -> str:
    """Return the verb that ends what stays: a measure is lifted, anybody else leaves."""
    return LIFT if any(one.noun in MEASURES for one in words[max(0, at - 2 * BETWEEN) : at]) else LEAVE


def _turns_somebody(words: Sequence[Token], at: int) -> bool:
    """Tell whether "turned back", or "away", has an object: "turned back | the trucks"."""
    behind = [one.low for one in words[at + 1 : at + 3]]
    return len(behind) > 1 and behind[0] in ("back", "away") and behind[1] in DETERMINERS


def close_before(words: Sequence[Token], at: int, reach: int) -> Sequence[Token]:
    """Return the tokens before a place in its clause, so many at most."""
    start = at
    while start > max(0, at - reach) and words[start - 1].low not in CLOSES:
        start -= 1
    return words[start:at]


def _stays_there(words: Sequence[Token], at: int) -> bool:
    """Tell whether a verb of staying says where or how long somebody stays, or nothing more."""
    behind = words[at + 1 : at + 4]
    if any(one.low in STATES for one in behind):
        return False
    return not behind or behind[0].low in STAYED_IN or behind[0].low in CLOSES


def _phrasal(words: Sequence[Token], at: int) -> str | None:
    """Return what a verb says with the particle behind it or behind its object, None where it has none."""
    for other in words[at + 1 : at + 2 + BETWEEN]:
        if (verb := PHRASES.get(f"{words[at].base} {other.low}")) is not None:
            return verb
        if other.low in CLOSES or other.low in BEHIND:
            return None
    return None


def _token(found: re.Match[str], named: Iterable[tuple[Span, frozenset[str]]]) -> Token:
    word = found.group()
    bare = unowned(word)
    here = Span(found.start(), found.start() + len(bare))
    names = min(((len(span), sorted(ids)) for span, ids in named if ids and here in span), default=(0, []))[1]
    if word in ("March", "May"):  # a month, and neither a way of walking nor of being able
        return Token(word, "april", "april", "april", "april", frozenset(names))
    verb = COMPOUNDS.get(plain(bare)) or lemma(bare, "VERB")
    return Token(word, plain(word), verb, verb, lemma(bare, "NOUN"), frozenset(names))


def meet(some: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether two sets of ids have somebody in common, by his surname alone where one article gives no more."""
    some, others = (frozenset(one.split("@")[0] for one in ids) for ids in (some, others))
    return not some.isdisjoint(others) or any(_by_surname(a, b) or _by_surname(b, a) for a in some for b in others)


def _by_surname(bare: str, full: str) -> bool:
    return bare.startswith(PERSON) and full.startswith(f"{bare}-") and "/" not in bare.removeprefix(PERSON)


def told(words: Sequence[Token], at: int, *, is_headline: bool = False) -> Told | None:
    """Return what a sentence says of the verb at a place; None where its words do not settle it."""
    if words[at].turned:
        staying = next(i for i in range(at, -1, -1) if words[i].base in STAYING)
        plainly = (*words[:staying], replace(words[staying], turned=False), *words[staying + 1 :])
        said = told(plainly, staying, is_headline=is_headline)
        is_announced = staying > 0 and words[staying - 1].low in WOULD
        if said is Told.UNREAL and is_announced and not any(one.low in IF for one in words):
            said = Told.TO_COME  # "said that it would stay" rules leaving out
        return turned(said)
    if _is_noun(words, at):
        return None
    before = _before(words, at)
    if words[at].low.endswith("ing") and (governed := _gerund(words, at)) is not None:
        return governed
    if words[at].low.endswith("ing") and _is_nominal(words, at):
        return None
    if words[at].low == words[at].base and (caused := _caused(words, at)) is not None:
        return caused
    if any(word.low in IF for word in before[-REACH:] if word.low != "should") or _inverted(before):
        return Told.UNREAL
    if any(word.verb in DENYING for word in before):
        return Told.UNREAL
    if _when(before) and any(word.low in ("will", "would") for word in words):
        return Told.UNREAL
    negated = any(word.low in NOBODY for word in before) or bool(before and before[0].low == "not")
    negated = negated is not any(word.low in NOBODY for word in words[at + 1 : at + 3])
    auxiliary = False
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word.low in NOT or word.low.endswith("n't"):
            negated = not negated
            if (helper := word.low.removesuffix("n't")) in (*DO, *MODALS) and helper != word.low:
                return _modal(helper, negated) if helper in MODALS else Told.NOT_DONE
        elif word.low in MODALS:
            return _modal(word.low, negated)
        elif word.low in BE or word.low in HAVE:
            auxiliary = True
        elif word.low in DO:
            return Told.NOT_DONE if negated else Told.DONE
        elif word.low == "to":
            return _infinitive(before, place, negated)
        elif word.low not in EMPTY and not word.low.endswith("ly"):
            break
    return _plain(words[at], negated, auxiliary, is_headline)


def _is_noun(words: Sequence[Token], at: int) -> bool:
    """Tell whether a word in a form that a noun may have stands where only a noun does: "no | bombs"."""
    low, base = words[at].low, words[at].base
    before = words[at - 1].low if at else ""
    is_bare = low in (base, f"{base}s", f"{base}es")
    return is_bare and (before in DETERMINERS - {"that"} or before.endswith(("'s", "s'")))


def turned(said: Told | None) -> Told | None:
    """Return what is said of a contrary."""
    return None if said is None else CONTRARY[said]


CONTRARY: Final = {
    Told.DONE: Told.NOT_DONE,
    Told.NOT_DONE: Told.DONE,
    Told.TO_COME: Told.NOT_TO_COME,
    Told.NOT_TO_COME: Told.TO_COME,
    Told.UNREAL: Told.UNREAL,
}


def _caused(words: Sequence[Token], at: int) -> Told | None:
    """Return what a bare infinitive says by the verb that brings it about: "let the ships leave"."""
    for i in range(at - 1, max(-1, at - 1 - REACH), -1):
        if words[i].low in BREAKS or words[i].low in (",", "to") or words[i].low in MODALS:
            return None
        if words[i].base in CAUSING:
            return told(words, i)
    return None


def _gerund(words: Sequence[Token], at: int) -> Told | None:
    """Return what a gerund says by the verb that it hangs on; None where none of those stands close before it."""
    for i in range(at - 1, max(-1, at - 1 - GOVERNS), -1):
        word = words[i]
        if word.low == "without":
            return Told.NOT_DONE
        if word.verb in STOPPING and not word.names:
            return turned(told(words, i))
        if word.verb in THINKING and not word.names:
            return Told.UNREAL
        if word.verb in GOING and not word.names:
            return told(words, i)
        if word.low in BREAKS or word.low == ",":
            return None
    return None


def _is_nominal(words: Sequence[Token], at: int) -> bool:
    """Tell whether a gerund begins its clause, and so only names what is done: "that | sending tanks risks war"."""
    marks = next((i for i in range(at - 1, -1, -1) if words[i].is_word), None)
    return marks is None or words[marks].low in ("that", "if", "whether", "because", "but")


def _before(words: Sequence[Token], at: int) -> Sequence[Token]:
    """Return what stands before a verb in its own clause."""
    start = at
    while start > 0 and words[start - 1].low not in BREAKS and words[start - 1].low != ",":
        start -= 1
    return words[start:at]


def _when(before: Sequence[Token]) -> bool:
    """Tell whether a clause says when something else is to come: "as soon as a tank broke through"."""
    low = [word.low for word in before]
    return "when" in low or any(low[i : i + 3] == ["as", "soon", "as"] for i in range(len(low)))


def _inverted(before: Sequence[Token]) -> bool:
    """Tell whether a clause is a condition by its order of words: "should Britain close", "had they landed"."""
    return bool(before) and before[0].low in ("should", "had", "were") and len(before) > 1


def _modal(helper: str, negated: bool) -> Told:
    """Return what a verb says behind a modal: "will" is sure of what is to come, "could" of nothing."""
    if negated:
        return Told.NOT_TO_COME
    return Told.TO_COME if helper in SURE else Told.UNREAL


def _infinitive(before: Sequence[Token], place: int, negated: bool) -> Told:
    """Return what an infinitive says by the verb that it hangs on."""
    for i in range(place - 1, max(-1, place - 1 - GOVERNS), -1):
        word = before[i]
        denied = negated is not any(one.low in NOT or one.low.endswith("n't") for one in before[max(0, i - 3) : i])
        if word.verb in FAILING:
            return Told.DONE if denied else Told.NOT_DONE
        if word.verb in BEGINNING and word.low != word.verb:
            return Told.NOT_DONE if denied else Told.DONE
    return Told.UNREAL


def _plain(verb: Token, negated: bool, auxiliary: bool, is_headline: bool) -> Told | None:
    """Return what a verb says by its form: past, participle, present of a headline."""
    past = verb.low != verb.base and not verb.low.endswith("ing") and not verb.turned
    same = verb.low == verb.base and verb.low in SAME
    if verb.low.endswith("ing") and not auxiliary:
        return None
    if past or same or auxiliary or is_headline:
        return Told.NOT_DONE if negated else Told.DONE
    return None


SAME: Final = frozenset(
    "cut hit put set shut spread let cost hurt quit bet read beat burst cast rid shed split".split()
)
"""Verbs whose past is their base form."""

"""
Clauses to kinds: whether a consequence is a warning, a threat, a promise, a commitment or a refusal, by its words.

The answer rests on the word of saying over the clause, on whether its doer is the sender's own side, on its verb and
on its negation (CONTRACT, "Signal kinds" and "Not signals"). None means that the words alone cannot tell.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final, TypeAlias

from sayso.annotate import signalclauses as c
from sayso.annotate.signalclauses import Said
from sayso.annotate.signalwords import (
    GIVING_WAY,
    HARMS,
    HELPFUL,
    HOSTILE,
    OWN_SIDE,
    PLAYGROUNDS,
    RULES,
    TAKING_AWAY,
    THINGS,
    TREATIES,
    WRECKING,
    YIELDING,
    Cue,
)
from sayso.annotate.syntax import Tree, Word
from sayso.terms import SignalKind

SURE: Final = 2.0  # the words alone make it a signal of this kind
PLAIN: Final = 2.6  # a set phrase that says nothing else
LIKELY: Final = 1.0  # a signal where a sender of standing says it
DOUBT: Final = -1.5  # somebody says it who only looks on
VOID: Final = -4.0  # the words say that it is nobody's word: it is denied or asked
FORM: Final = 0.0  # the form alone: ordinary conditionals have it too

Guess: TypeAlias = tuple[SignalKind | None, float]
"""A kind, or None where the words cannot tell, and how far to trust it."""

NOTHING: Final[Guess] = (None, FORM)
HARMING: Final = HOSTILE - GIVING_WAY - {"walk", "answer", "react", "act", "respond"}
"""Verbs of harm that nobody gives way by."""
CHOICES: Final = frozenset(("choice", "option", "alternative"))
"""What somebody is left without where he will act."""
VEILED: Final = frozenset(
    ("hesitate", "unanswered", "unpunished", "unavenged", "idly", "idle", "indifferent", "spectator", "bystander")
)
BYSTANDING: Final = frozenset((("stand", "by"), ("sit", "by"), ("stand", "aside"), ("look", "on"), ("look", "away")))
"""Verbs with their particles whose denial threatens."""
FORCED: Final = frozenset("force compel oblige drive constrain".split())
"""Verbs whose passive says of a sender that it will act, and that another is to blame for it."""
ABSTRACT: Final = ("ing", "tion", "ment", "ism", "ness", "ity")  # endings of nouns that name no sender


def kind_of(tree: Tree, head: Word, condition: Sequence[Word] = (), *, if_not: bool = False) -> Guess:
    """
    Return what a consequence is: by its word of saying, its doer, its verb, its negation and what it hangs on.

    Args:
        tree: The sentence.
        head: Of the consequence.
        condition: Its words, none where there is none.
        if_not: Whether the consequence follows when the condition does not come.
    """
    has_condition = bool(condition)
    above = c.said(tree, head)
    if above is not None and c.is_spectator(tree, above):
        return None, DOUBT
    if above is not None and (above.cue is Cue.HOLLOW or _is_denied(tree, above)):
        return NOTHING
    who = c.subject(tree, head)
    if who is not None and who.lemma in PLAYGROUNDS:
        return NOTHING
    if is_treaty(tree, head) and has_condition:
        return SignalKind.COMMITMENT, SURE
    cue = above.cue if above is not None else None
    if cue is Cue.THREATEN:
        return SignalKind.THREAT, SURE
    if cue is Cue.REFUSE:
        return SignalKind.REFUSAL, SURE
    if is_veiled(tree, head):
        return SignalKind.THREAT, SURE
    if _is_driven(tree, head) and cue is not None and cue is not Cue.FEAR:
        return SignalKind.THREAT, SURE if has_condition else LIKELY
    if cue is Cue.FEAR:
        return (SignalKind.WARNING, SURE) if _is_harmful(tree, head) else NOTHING
    own = c.is_own(tree, head, above) and (is_ahead(tree, head) or cue in (Cue.PROMISE, Cue.VOW))
    own = own and not _refers_back(tree, head, condition)
    is_wished = wished(tree, condition, if_not=if_not)
    if own and is_wished and not c.is_negated(tree, head) and head.lemma in GIVING_WAY - HARMING:
        return SignalKind.PROMISE, SURE
    if _is_declined(tree, head) or _is_withheld(tree, head, above):
        return SignalKind.REFUSAL, LIKELY
    if own and _is_spared(tree, head):
        return SignalKind.PROMISE, SURE
    if own and cue is Cue.PROMISE and c.is_negated(tree, head):
        return SignalKind.PROMISE, SURE
    if own and has_condition and not if_not and not is_wished and _is_ended(tree, head):
        return SignalKind.THREAT, SURE
    if own and c.is_negated(tree, head):
        would = any(w.text.lower() == "would" for w in tree.children(head, "aux"))
        return SignalKind.REFUSAL, SURE if above is not None else (FORM if would else LIKELY)
    if own and has_condition and is_wished and head.lemma in STEPS and not c.is_negated(tree, head):
        return SignalKind.PROMISE, SURE
    if own and head.lemma == "respond" and not is_hostile(tree, head):
        return SignalKind.PROMISE, SURE
    if own and is_hostile(tree, head):
        return SignalKind.THREAT, SURE if has_condition else LIKELY
    is_kind = head.lemma in HELPFUL and not any(one.lemma in HARMS for one in tree.subtree(head))
    if cue in (Cue.PROMISE, Cue.VOW) or (own and is_kind):
        return SignalKind.PROMISE, SURE if cue is Cue.PROMISE else LIKELY
    return _foretold(
        tree, head, cue, own=own, is_kind=is_kind, has_condition=has_condition, is_wished=is_wished, if_not=if_not
    )


STEPS: Final = frozenset("act react respond answer intervene move come step land".split())
"""Verbs of what one does for others or against them: what they asked for or did tells which."""


def is_veiled(tree: Tree, head: Word) -> bool:
    """Tell whether a clause threatens by a denial: "will not go unanswered", "will not stand idly by"."""
    near = (head, *tree.subtree(head))
    follows = tree.words[head.index + 1].text.lower() if head.index + 1 < len(tree.words) else ""
    is_bystander = (head.lemma, follows) in BYSTANDING and c.modals(tree, head) & {"will", "shall", "can"}
    return c.is_negated(tree, head) and (bool(is_bystander) or any(one.text.lower() in VEILED for one in near))


def _is_driven(tree: Tree, head: Word) -> bool:
    """Tell whether somebody says that he will have to: "will have no choice but to strike", "will be forced to act"."""
    if not c.modals(tree, head) & {"will", "shall"}:
        return False
    if head.lemma == "have":
        return any(w.lemma in CHOICES and c.is_negated(tree, head) for w in tree.children(head, "obj"))
    return head.lemma in FORCED and any(w.deprel == "nsubj:pass" for w in tree.children(head, "nsubj"))


def _refers_back(tree: Tree, head: Word, condition: Sequence[Word]) -> bool:
    """Tell whether a consequence's "they" or "it" is what the condition is about: "if things go on, they …"."""
    who = c.subject(tree, head)
    if who is None or who.lemma not in ("they", "it") or not condition or condition[0].index > head.index:
        return False
    inside = {word.index for word in condition}
    doers = [w for word in condition for w in tree.children(word, "nsubj") if w.index in inside]
    many = who.lemma == "they"
    return any(w.upos == "NOUN" and (w.text.lower() != w.lemma) == many and w.lemma not in OWN_SIDE for w in doers)


def wished(tree: Tree, condition: Sequence[Word], *, if_not: bool) -> bool | None:
    """
    Tell whether a sender wants a condition to come: True for giving way, False for harm, None where words cannot tell.

    Args:
        tree: The sentence.
        condition: Its words.
        if_not: Whether what follows, follows when it does not come.
    """
    verbs = [word for word in condition if word.upos == "VERB"]
    if not verbs:
        return None
    top = min(verbs, key=lambda word: len(list(tree.ancestors(word))))
    if top.lemma in ("refuse", "fail", "decline"):
        return if_not
    yields = top.lemma in GIVING_WAY and not any(w.lemma in HARMING for w in tree.children(top, "xcomp", "obj"))
    if top.lemma in LENDING and any(w.lemma in REFUGE for w in tree.children(top, "obj", "iobj")):
        return c.is_negated(tree, top) != if_not
    if top.lemma == "vote" and any(w.lemma == "against" for w in tree.words[top.index + 1 : top.index + 2]):
        return None
    harms = top.lemma in HARMING | TAKING_AWAY
    if yields == harms:
        return None
    return yields != (c.is_negated(tree, top) != if_not)


LENDING: Final = frozenset("give grant offer lend provide supply allow send sell".split())
"""Verbs of giving that is no yielding, where `REFUGE` or arms are given."""
REFUGE: Final = frozenset("shelter refuge asylum sanctuary haven arms weapon missile base passage gun".split())
"""What is given, lent or sold to the sender's enemies: with a verb of `LENDING` no yielding."""


def _is_harmful(tree: Tree, head: Word) -> bool:
    near = (
        head,
        *(w for one in tree.children(head, "obj", "obl", "nsubj", "xcomp", "conj") for w in tree.subtree(one)),
    )
    return any(w.lemma in HARMS or w.lemma in HOSTILE for w in near)


def _foretold(
    tree: Tree,
    head: Word,
    cue: Cue | None,
    *,
    own: bool,
    is_kind: bool,
    has_condition: bool,
    is_wished: bool | None,
    if_not: bool,
) -> Guess:
    if has_condition and not own and _is_withholding(tree, head, if_not=if_not):
        return SignalKind.REFUSAL, LIKELY
    if cue is Cue.WARN and is_kind:
        return SignalKind.PROMISE, SURE
    if cue is Cue.WARN:
        return (SignalKind.THREAT if own else SignalKind.WARNING), SURE if has_condition else LIKELY
    harm = any(w.lemma in HARMS or w.lemma in HOSTILE for w in (head, *tree.children(head, "obj", "obl", "nsubj")))
    if own and is_wished:
        return SignalKind.PROMISE, SURE
    if has_condition and cue is not None and harm:
        return SignalKind.WARNING, LIKELY
    if has_condition and own and cue is not None:
        is_vote = any(one.lemma in ("elect", "re-elect", "win") for one in tree.words)
        is_bad = is_wished is False and head.lemma not in HELPFUL
        return (SignalKind.PROMISE if is_vote else SignalKind.THREAT), SURE if is_bad and not is_vote else LIKELY
    return NOTHING


def _is_withholding(tree: Tree, head: Word, *, if_not: bool) -> bool:
    """Tell whether some people will not do something: "the workers will not go back (unless …)"."""
    who = c.subject(tree, head)
    is_denied = any(w.text.lower() in ("not", "n't", "n’t", "never") for w in tree.children(head, "advmod"))
    is_none = who is not None and any(w.text.lower() == "no" for w in tree.children(who, "det"))
    if is_none and head.upos == "VERB":
        return bool(c.modals(tree, head) & {"will", "shall"})
    is_doer = if_not and who is not None and who.deprel == "nsubj" and who.upos in ("NOUN", "PROPN", "PRON")
    return is_denied and is_doer and bool(c.modals(tree, head) & {"will", "shall"})


def kind_of_outcome(
    tree: Tree, word: Word, above: Said | None, consequence: Sequence[Word], *, is_answer: bool
) -> Guess:
    """
    Return what a subject that leads to something is.

    Args:
        tree: The sentence.
        word: The verb between the two ("would lead to").
        above: What it hangs on.
        consequence: What the subject leads to.
        is_answer: Whether the verb says that the consequence is the sender's answer ("will be met with").
    """
    if is_treaty(tree, word):
        return SignalKind.COMMITMENT, SURE
    if above is None or above.cue is Cue.HOLLOW:
        return NOTHING
    if c.is_spectator(tree, above):
        return None, DOUBT
    if any(one.lemma in CHOICES for one in consequence):
        return SignalKind.THREAT, SURE
    if c.is_negated(tree, word):
        return NOTHING
    if is_answer or above.cue is Cue.THREATEN:
        return SignalKind.THREAT, SURE
    if above.cue in (Cue.WARN, Cue.FEAR):
        return SignalKind.WARNING, SURE
    if word.lemma in WRECKING or word.lemma in RUINOUS:
        return SignalKind.WARNING, SURE
    harm = any(one.lemma in HARMS for one in consequence)
    return (SignalKind.WARNING, LIKELY) if harm else NOTHING


RUINOUS: Final = frozenset(
    "cost jeopardise jeopardize endanger undermine plunge poison bankrupt destabilise destabilize".split()
)
"""Verbs that say by themselves that what leads to something does harm."""


def is_ahead(tree: Tree, head: Word) -> bool:
    """Tell whether a clause speaks of what is to come: "will", "shall", an infinitive, a noun."""
    marks = tree.children(head, "mark")
    return (
        head.upos != "VERB"
        or bool(c.modals(tree, head) & {"will", "shall", "may", "can"})
        or any(mark.lemma == "to" for mark in marks)
    )


SPARED: Final = frozenset("harm hurt touch molest punish prosecute persecute mistreat disturb".split())
"""Verbs of what nobody wants; who says that it will not be done to others promises it."""


def _is_spared(tree: Tree, head: Word) -> bool:
    """Tell whether somebody says that no harm will come to others: "the crews will not be harmed"."""
    return head.lemma in SPARED and c.is_negated(tree, head) and bool(c.modals(tree, head) & {"will", "shall"})


def _is_ended(tree: Tree, head: Word) -> bool:
    """Tell whether a clause says that something wanted will go on no longer: "will buy no more wheat"."""
    low = [w.text.lower() for w in tree.words[max(0, head.index - 3) : head.index + 3]]
    return any(one == "no" and other in ("more", "longer") for one, other in itertools.pairwise(low))


def _is_declined(tree: Tree, head: Word) -> bool:
    """Tell whether a clause refuses in the present: "we are not moving a man", "I am not going to"."""
    who = c.subject(tree, head)
    is_now = head.text.lower().endswith("ing") and any(w.lemma == "be" for w in tree.children(head, "aux"))
    return is_now and who is not None and who.lemma in ("i", "we") and c.is_negated(tree, head)


def _is_withheld(tree: Tree, head: Word, above: Said | None) -> bool:
    """Tell whether a state or person, by name, is said not to be going to yield: "Accra would not cede a village"."""
    who = c.subject(tree, head)
    is_named = above is not None and who is not None and who.upos == "PROPN"
    return is_named and head.lemma in HELPFUL | YIELDING and is_ahead(tree, head) and c.is_negated(tree, head)


def is_hollow(tree: Tree, word: Word) -> bool:
    """Tell whether a word of saying is denied, asked, or itself what somebody is accused of."""
    above = c.said(tree, word)
    return c.is_negated(tree, word) or (above is not None and above.cue is Cue.HOLLOW)


def _is_denied(tree: Tree, above: Said) -> bool:
    """Tell whether it is denied that a threat or promise was made at all: "denied that it had threatened to …"."""
    over = c.said(tree, above.word) if above.cue in (Cue.THREATEN, Cue.PROMISE, Cue.VOW) else None
    return over is not None and over.cue is Cue.HOLLOW


def is_thing(word: Word) -> bool:
    """Tell whether a noun names no sender, so that "threatens to" says no more than "may"."""
    return word.lemma not in OWN_SIDE and (word.lemma.endswith(ABSTRACT) or word.lemma in HARMS | THINGS)


def is_treaty(tree: Tree, word: Word) -> bool:
    """
    Tell whether a clause says what a treaty, law or doctrine provides: it is the subject, or what is gone by.

    "Under the treaty an attack on one is ..." is such a clause; "leaves the treaty" and "end the pact" are not.
    """
    for top in (word, *tree.ancestors(word)):
        for one in tree.children(top, "nsubj", "obl", "parataxis", "advcl"):
            if not c.inside(tree, word, one) and any(_is_rule(tree, w) for w in _named_rules(tree, one)):
                return True
    return False


def _named_rules(tree: Tree, one: Word) -> tuple[Word, ...]:
    """Return the nouns of a phrase that may be what is gone by."""
    if one.deprel.startswith("obl") and not any(w.lemma in GONE_BY for w in tree.children(one, "case")):
        return ()
    if one.deprel.startswith(("parataxis", "advcl")):
        if any(mark.lemma != "as" for mark in tree.children(one, "mark")):
            return ()
        doers = [who for who in tree.children(one, "nsubj") if who.deprel == "nsubj"]
        return tuple(near for who in doers for near in (who, *tree.children(who, *PARTS)))
    return (one, *tree.children(one, "nsubj", "obl", *PARTS))


PARTS: Final = ("nmod", "compound", "appos")
GONE_BY: Final = frozenset("under by per in with within to".split())
"""Prepositions before a rule that one goes by: "under Article 5", "in accordance with the treaty", "according to"."""


def _is_rule(tree: Tree, word: Word) -> bool:
    numbered = word.lemma in RULES and bool(tree.children(word, "nummod", "nmod:desc", "flat"))
    return word.upos != "VERB" and (word.lemma in TREATIES or numbered)


BEGGED: Final = frozenset("request call appeal plea letter question note message invitation offer proposal".split())
"""What is answered with no harm in mind."""
ANSWER_REACH: Final = 5
"""Words behind a verb of answering within which it says what it answers."""


def is_hostile(tree: Tree, head: Word) -> bool:
    """Tell whether a clause is of a deed that harms somebody, by its verb, its object and what is joined to it."""
    near = (head, *tree.children(head, "conj", "xcomp", "obj"))
    answered = tree.words[head.index + 1 :][:ANSWER_REACH] if head.lemma in ("respond", "react", "answer") else ()
    is_funeral = head.lemma == "bury" and bool(tree.children(head, "aux:pass"))
    if is_funeral or any(w.lemma in BEGGED for w in answered):
        return False
    return any(w.lemma in HOSTILE or w.lemma in HARMS for w in near) and head.lemma not in HELPFUL

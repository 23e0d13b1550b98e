"""
Trees to drafts of signals without "if": a subject that leads to something, and what a treaty or doctrine provides.

"Any landing would be met with fire", "arming the tribes will mean war", "an attack on one is an attack on all", "the
pact obliges both to help".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.annotate import signalclauses as c
from sayso.annotate.signalanswers import helped
from sayso.annotate.signaldrafts import Draft, Words, aim, introduced
from sayso.annotate.signalkinds import CHOICES, LIKELY, PLAIN, SURE, is_hollow, is_hostile, is_treaty, kind_of_outcome
from sayso.annotate.signalopen import OPEN_SUBJECTS
from sayso.annotate.signalstretches import back, bare, begins_condition, reach
from sayso.annotate.signalwords import (
    BINDING,
    CUE_OF,
    DEEDS,
    DEEMED,
    FORCES,
    HARMS,
    LEADS,
    MET,
    OWN_SIDE,
    RULES,
    WHOLE_PREDICATES,
    WRECKING,
    Cue,
)
from sayso.annotate.syntax import Tree, Word
from sayso.terms import SignalKind

MODALS: Final = frozenset("will would shall can could may might wo ca 'll ’ll".split())
UNMODAL: Final = frozenset(("risk", "mean", "amount", "threaten"))
"""Verbs that foretell without an auxiliary: "sending arms risks war"."""
NO_CAUSE: Final = frozenset("i we he she they you all result who there which what this no none nobody".split())
UNDERGOING: Final = frozenset(("receive", "draw"))
"""Verbs that say what answers a deed, and of somebody only what he gets: "Madrid will receive both men"."""
FOES: Final = frozenset("target invader enemy trespasser combatant pirate spy intruder terrorist rebel traitor".split())
"""Who is taken for one of these is attacked: "will be treated as an invader" is a threat, predicate and all."""
SIDES: Final = frozenset("one any all both either every each another them us other".split())


def causal(tree: Tree, word: Word) -> Iterator[Draft]:
    """A subject that leads to something, is met with something or is taken as something."""
    found = _outcome(tree, word)
    if found is None:
        return
    first, consequence, is_answer = found
    condition = _cause(tree, word, first)
    if not consequence or not condition or condition[0].lemma in NO_CAUSE or c.is_past_unreal(tree, word):
        return
    if word.lemma == "have" and (consequence[0].text.lower() == "to" or any(w.lemma in CHOICES for w in consequence)):
        return  # nothing leads to it: somebody "will have no choice but to strike"
    who = c.subject(tree, word)
    is_plain = not any(one.upos == "VERB" for one in condition)
    is_doer = who is not None and who in condition and (who.lemma in FORCES | OWN_SIDE or who.upos == "PROPN")
    is_doer = is_doer or (condition[-1].lemma in FORCES and all(one.upos != "ADP" for one in condition))
    if is_doer and word.lemma in LEADS and is_plain:
        if c.said(tree, word) is None and c.modals(tree, word) & {"will", "shall"} and is_hostile(tree, word):
            yield Draft(SignalKind.THREAT, (), reach(tree, condition[0].index), False, LIKELY)
        return  # "our boats will open fire"
    above = c.said(tree, word)
    kind, trust = kind_of_outcome(tree, word, above, consequence, is_answer=is_answer)
    if _is_equation(condition, consequence, deemed=word.lemma in DEEMED):
        kind, trust = SignalKind.COMMITMENT, SURE
    if (
        any(w.lemma == "line" and w.index and tree.words[w.index - 1].lemma == "red" for w in consequence)
        and kind is not None
    ):
        trust = PLAIN
    yield Draft(kind, condition, consequence, False, trust)


def _cause(tree: Tree, word: Word, first: int) -> Words:
    """
    Return the subject: what stands between the clause's opener and its first auxiliary, or the tree's subject phrase.

    An aside between two commas ("arming them, the consul wrote, would …") is stepped over.
    """
    last = first
    last -= bool(last) and tree.words[last - 1].text in c.OPENERS | {'"'}
    if last and tree.words[last - 1].text == ",":
        commas = [at for at in range(max(0, last - 12), last - 1) if tree.words[at].text == ","]
        if commas and any(w.lemma in CUE_OF and w.upos == "VERB" for w in tree.words[commas[-1] : last]):
            last = commas[-1]
    found = _whole_plan(tree, back(tree, last))
    subject = c.subject(tree, word)
    if found and subject is not None and found[0].text.lower() in ("under", "by") and found[0].upos == "ADP":
        own = min(w.index for w in tree.subtree(subject))
        ahead = [w for w in found if w.index < own]
        found = tuple(w for w in found if w.index >= own) if any(w.lemma in RULES for w in ahead) else found
    by_tree = c.clause(tree, subject) if subject is not None else ()
    is_near = bool(by_tree) and by_tree[-1].index in (last - 1, last - 2) and by_tree[0].index < last
    has_more = any(w.text == "," for w in tree.words[found[0].index : last]) if found else True
    return by_tree if is_near and has_more else found


def _whole_plan(tree: Tree, words: Words) -> Words:
    """Return what is planned or refused with the noun that says so: "[a refusal to] leave the island"."""
    at = words[0].index - 1 if words else 0
    if at < 1 or tree.words[at].text.lower() != "to" or tree.words[at - 1].upos != "NOUN":
        return words
    return (*back(tree, at), tree.words[at], *words)


def _outcome(tree: Tree, word: Word) -> tuple[int, Words, bool] | None:
    """Return where the predicate begins, the words of the consequence, and whether the verb says it is an answer."""
    first = _first_auxiliary(tree, word)
    behind = tree.words[word.index + 1].text.lower() if word.index + 1 < len(tree.words) else ""
    if first is None and (word.lemma not in UNMODAL or behind in ("to", "that")):
        return None
    start = word.index if first is None else first
    is_passive = word.index > 0 and any(w.lemma == "be" for w in tree.words[start : word.index])
    if word.lemma == "threaten" and aim(tree, word) is not None:
        return None
    if word.lemma in UNDERGOING and not _is_deed(c.subject(tree, word)):
        return None
    if is_passive and (word.lemma in WHOLE_PREDICATES or LEADS.get(word.lemma) == ()):
        return None  # its subject undergoes it
    if is_passive and MET.get(word.lemma) == ():
        return None
    if word.lemma in MET and is_passive and behind == "by" and len(reach(tree, word.index + 2)) < 2:
        return start, bare(reach(tree, start)), True
    if word.lemma in MET and (not MET[word.lemma] or behind in MET[word.lemma]):
        return start, reach(tree, word.index + 1 + bool(MET[word.lemma])), True
    if word.lemma in MET and is_passive and behind == "by":
        return start, bare(reach(tree, start)), True
    if word.lemma in DEEMED and is_passive and behind != "to" and (word.lemma != "take" or behind in ("as", "for")):
        taken = reach(tree, word.index + 1 + (behind in ("as", "for")))
        is_foe = any(w.lemma in FOES for w in taken)
        if is_foe and begins_condition(tree, taken[-1].index + 1):
            return None
        return start, bare(tree.words[start : taken[-1].index + 1]) if is_foe else taken, is_foe
    if word.lemma == "leave":
        return (start, _unchosen(tree, word), False) if _unchosen(tree, word) else None
    if word.lemma in WHOLE_PREDICATES:
        return start, reach(tree, word.index), False
    if word.lemma in LEADS and word.upos == "VERB" and (not LEADS[word.lemma] or behind in LEADS[word.lemma]):
        return start, reach(tree, word.index + 1 + bool(LEADS[word.lemma])), False
    is_deed = word.lemma in WRECKING and word.upos == "VERB" and first is not None and _is_deed(c.subject(tree, word))
    if is_deed and _has_object(tree, word):
        return start, reach(tree, word.index), False
    if word.lemma in EQUIVALENT and behind == "to" and tree.children(word, "cop"):
        return start, reach(tree, word.index + 2), False
    if word.upos == "NOUN" and tree.children(word, "cop") and not tree.children(word, "case") and _is_harm(tree, word):
        return start, bare(reach(tree, tree.children(word, "cop")[-1].index + 1)), False
    return None


def _has_object(tree: Tree, word: Word) -> bool:
    """Tell whether a verb is followed by what it is done to, and not by when it comes: "will end | when they leave"."""
    after = tree.words[word.index + 1 : word.index + 3]
    if len(after) < 2 or after[1].lemma in ("day", "moment", "hour", "minute", "instant"):
        return False
    return after[0].upos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART")


def _is_harm(tree: Tree, word: Word) -> bool:
    """Tell whether a noun is one of harm, or of the beginning of one: "the beginning of a great war"."""
    of = (w.lemma for w in tree.children(word, "nmod"))
    return word.lemma in HARMS or (word.lemma in BEGINNINGS and any(one in HARMS for one in of))


EQUIVALENT: Final = frozenset(("equivalent", "tantamount", "equal"))
"""Adjectives that with "to" say what something is as good as."""
BEGINNINGS: Final = frozenset("beginning start prelude recipe invitation spark opening act".split())
"""Nouns whose "of" names what comes of something."""


def _unchosen(tree: Tree, word: Word) -> Words:
    """Return "leave us no choice but to strike", with what is not chosen; nothing where no choice is named."""
    words = reach(tree, word.index)
    if not any(one.lemma in CHOICES for one in words):
        return ()
    after = words[-1].index + 1
    goes_on = after < len(tree.words) - 1 and tree.words[after].text.lower() in ("but", "other", "except")
    return (*words, tree.words[after], *reach(tree, after + 1)) if goes_on else words


def _is_deed(who: Word | None) -> bool:
    """Tell whether a subject is something done, and nobody: "another detention", "a withdrawal", "one more raid"."""
    if who is None or who.upos != "NOUN" or who.lemma in OWN_SIDE:
        return False
    return who.lemma in HARMS | DEEDS or who.lemma.endswith(ENDINGS)


ENDINGS: Final = ("tion", "sion", "ment", "wal", "sal", "val", "sure", "ture", "zure", "ing")
"""Of nouns made of verbs; set by hand."""


def _first_auxiliary(tree: Tree, word: Word) -> int | None:
    """Return the index of the modal, or of "is (to be)", that stands before a predicate with only adverbs between."""
    helpers = [w for w in tree.children(word, "aux", "aux:pass", "cop") if w.index < word.index]
    if word.upos == "VERB" and not helpers:
        helpers = [w for w in tree.words[max(0, word.index - 3) : word.index] if w.upos == "AUX"]
    modal = [w for w in helpers if w.text.lower() in MODALS]
    if modal:
        return modal[0].index
    near = tree.words[max(0, word.index - 4) : word.index]
    present = [w for w in (*helpers, *near) if w.text.lower() in ("is", "are")]
    return present[0].index if present and (word.lemma in DEEMED or word.lemma in HARMS or word.lemma in MET) else None


def _is_equation(condition: Words, consequence: Words, *, deemed: bool) -> bool:
    """
    Tell whether a harm to one is said to be, or taken as, one to others: "an attack on one is an attack on all".

    Named others will do where it is any such harm: "the attack on the bus is an attack on Israel" tells of one.
    """
    same = {w.lemma for w in condition if w.upos == "NOUN"} & {w.lemma for w in consequence if w.upos == "NOUN"}
    is_any = condition[0].text.lower() in ("a", "an", "any", "every", "each", "one", "another")
    is_named = is_any and any(w.upos == "PROPN" for w in consequence)
    return bool(same & HARMS) and (deemed or is_named or any(w.lemma in SIDES for w in consequence))


def _is_to_be_done(tree: Tree, word: Word) -> bool:
    """Tell whether a treaty or law has somebody do something: "under Article 4 the states are to consult"."""
    is_to = any(mark.lemma == "to" for mark in tree.children(word, "mark"))
    helpers = [one.text.lower() for one in tree.children(word, "aux", "cop")]
    return word.upos == "VERB" and is_to and bool({"is", "are"} & set(helpers)) and is_treaty(tree, word)


def _provided(tree: Tree, word: Word) -> Draft:
    """Return what is provided, parted from whom or what it is provided for where that is nobody yet."""
    words, who, whom = introduced(tree, word), c.subject(tree, word), helped(tree, word)
    is_open = who is not None and any(w.text.lower() in OPEN_SUBJECTS for w in tree.children(who, "det"))
    helpers = [w.index for w in tree.children(word, "aux", "cop", "aux:pass")]
    if is_open and who is not None and helpers:
        return Draft(SignalKind.COMMITMENT, bare(c.clause(tree, who)), reach(tree, min(helpers)), False, SURE)
    kept = bare(tuple(w for w in words if w not in whom))
    return Draft(SignalKind.COMMITMENT, whom, kept, False, LIKELY)


HINGES: Final = {
    "depend": "on",
    "hinge": "on",
    "conditional": "on",
    "contingent": "on",
    "dependent": "on",
    "subject": "to",
}
"""Verbs and adjectives before what something waits for, each with its preposition."""


MADE_REACH: Final = 9
"""Words before "conditional on" within which its "make" stands."""


def hinged(tree: Tree, word: Word) -> Iterator[Draft]:
    """What waits for something: "the release of the loan | depends on | Greece cutting pensions"."""
    at = next((w.index for w in tree.words[word.index + 1 : word.index + 3] if w.upos in ("ADP", "SCONJ")), None)
    is_one = word.upos in ("VERB", "ADJ", "ADV", "NOUN") and word.lemma in HINGES
    if not is_one or at is None or tree.words[at].text.lower() not in (HINGES[word.lemma], "upon"):
        return
    above, who = c.said(tree, word), c.subject(tree, word)
    made = next((w for w in tree.words[max(0, word.index - MADE_REACH) : word.index] if w.lemma == "make"), None)
    if made is not None and word.lemma not in ("depend", "hinge"):
        waits, condition = bare(tree.words[made.index + 1 : word.index]), reach(tree, at + 1)
        if waits and condition and waits[0].upos != "PRON" and not c.is_negated(tree, made):
            yield Draft(SignalKind.PROMISE, condition, waits, False, SURE)
        return
    if above is None or above.cue is Cue.HOLLOW or c.is_negated(tree, word) or who is None or who.upos == "PRON":
        return
    consequence, condition = c.clause(tree, who), reach(tree, at + 1)
    if condition and consequence and consequence[-1].index < word.index:
        yield Draft(SignalKind.PROMISE, condition, consequence, False, SURE if _is_given(who) else LIKELY)


GIVEN: Final = frozenset(
    "aid help loan credit release withdrawal recognition return lifting resumption support delivery visit membership "
    "ratification payment exchange reopening truce ceasefire sale supply participation signature evacuation "
    "amnesty".split()
)
"""Nouns of what somebody gives or does, which he may make wait for something."""


def _is_given(who: Word) -> bool:
    return who.lemma in GIVEN or who.text.lower().endswith("ing")


def _is_member(tree: Tree, word: Word) -> bool:
    """Tell whether a treaty that stands before a clause binds who does it: "under the accord neither side may …"."""
    who = c.subject(tree, word)
    is_duty = word.upos == "VERB" and bool(c.modals(tree, word) & {"must", "shall", "may"})
    if who is None or not is_duty or not is_treaty(tree, word) or c.said(tree, word) is not None:
        return False
    ahead = (one for one in tree.children(word, "obl") if one.index < who.index)
    return any(w.lemma in ("under", "by") for one in ahead for w in tree.children(one, "case"))


def bound(tree: Tree, word: Word) -> Iterator[Draft]:
    """A treaty, law or doctrine, or what happens under it, that obliges, forbids or commits somebody to something."""
    if _is_to_be_done(tree, word) or _is_member(tree, word):
        yield _provided(tree, word)
    if word.lemma not in BINDING or word.upos not in ("VERB", "ADJ") or is_hollow(tree, word):
        return
    who = c.subject(tree, word)
    is_rule = who is not None and who.lemma not in HARMS and any(w.lemma in RULES for w in tree.subtree(who))
    if not (is_rule or is_treaty(tree, word) or word.lemma in ("oblige", "obligate", "bind")):
        return
    duty = aim(tree, word) or c.prepositional(tree, word, ("to",))
    if duty is None and is_rule and CUE_OF.get(word.lemma) is not Cue.REFUSE:
        duty = next(iter(tree.children(word, "obj")), None)
    if duty is not None and who is not None and not is_rule and who.lemma in HARMS:
        yield Draft(SignalKind.COMMITMENT, bare(c.clause(tree, who)), bare(reach(tree, word.index)), False, SURE)
    elif duty is not None:
        whom = helped(tree, duty)
        words = tuple(one for one in introduced(tree, duty) if one not in whom)
        yield Draft(SignalKind.COMMITMENT, whom, bare(words), False, SURE if is_rule else LIKELY)

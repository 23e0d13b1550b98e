"""
Clauses about nobody yet to condition and consequence: "any ship that enters | will be sunk".

A subject or object that names no one says what follows if somebody is or does what its phrase says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sayso.annotate import signalclauses as c
from sayso.annotate.signaldrafts import Draft, Words
from sayso.annotate.signalkinds import BEGGED, is_hostile, wished
from sayso.annotate.signalstretches import bare, reach
from sayso.annotate.signalwords import DEEDS, HARMS, WHOEVER
from sayso.annotate.syntax import Tree, Word
from sayso.terms import SignalKind

ANSWERED: Final = frozenset(
    """
    answer avenge block challenge condemn contest counter crush fight forgive forget intercept meet oppose permit
    prevent protest punish raise regard reject repel resist return stop tolerate treat veto view
    """.split()
)
"""Verbs in whose passive a deed is answered: "a partition of the country | would be resisted"."""
OPEN_SUBJECTS: Final = frozenset("any every each whoever anyone anybody those whichever another further".split())


def split(tree: Tree, word: Word, draft: Draft) -> Draft:
    """Part "any ship that enters | will be sunk": a subject that names no one yet is the condition."""
    is_open = is_open_subject(tree, word) or bool(open_object(tree, word)) or _is_answered(tree, word)
    if draft.kind is SignalKind.REFUSAL or not is_open:
        return draft
    words = draft.consequence
    if not words:
        return draft
    if meant := open_object(tree, word):
        if within := _held_against(tree, meant):
            kind = SignalKind.PROMISE if wished(tree, within, if_not=False) else draft.kind
            kept = tuple(one for one in words if one not in within)
            while kept and (kept[-1].text.lower() in ("whom", "which") or kept[-1].upos == "ADP"):
                kept = kept[:-1]
            return replace(draft, kind=kind, condition=within, consequence=bare(kept))
        rest = tuple(one for one in words if one not in meant)
        rest = rest[:-1] if rest and rest[-1].upos == "ADP" and rest[-1].relation != "compound" else rest
        return replace(draft, condition=meant, consequence=bare(rest)) if rest else draft
    modal = next((at for at, one in enumerate(words) if one.lemma in ("will", "shall") and one.upos == "AUX"), 0)
    return replace(draft, condition=bare(words[:modal]), consequence=words[modal:]) if modal > 1 else draft


def _held_against(tree: Tree, words: Words) -> Words:
    """Return what somebody does in the relative clause of an open phrase: "any man against whom [Peru has proof]"."""
    for at, one in enumerate(words[:-2]):
        if one.text.lower() in ("whom", "which") and at > 1 and words[at - 1].upos == "ADP":
            inside = words[at + 1 :]
            return inside if any(w.upos == "VERB" and tree.children(w, "nsubj") for w in inside) else ()
    return ()


def is_open_subject(tree: Tree, word: Word) -> bool:
    """Tell whether a clause is of whoever does something, and so says what follows if somebody does."""
    who = c.subject(tree, word)
    words = c.clause(tree, who) if who is not None else ()
    if not words or who is None:
        return False
    near = words if _is_deed(who) and who.upos == "NOUN" else words[:1]
    return any(one.text.lower() in OPEN_SUBJECTS for one in near) or _is_next(tree, who)


def _is_deed(who: Word) -> bool:
    """Tell whether a noun is of something done or of harm."""
    ends = who.lemma.endswith(("ure", "tion", "sion", "ment", "ing", "al")) and who.lemma not in NO_DEEDS
    return who.lemma in DEEDS | HARMS or ends


NO_DEEDS: Final = frozenset(
    """
    admiral battalion building cannibal capital coalition contingent criminal delegation equipment general generation
    government hospital king marshal ministerial nation official parliament population professional regiment ring
    station structure union wing
    """.split()
)
"""Nouns that end as those of deeds do and are of somebody or something."""


def hypothetical(tree: Tree, words: Words) -> tuple[Words, Words] | None:
    """
    Part what would come of something that nobody has done yet: "flights into Khojaly | would be brought down".

    Args:
        tree: The sentence.
        words: A whole clause, of which it is known only that it is half of a signal.

    Returns:
        Both halves; None where the subject may well be something that is there.
    """
    modal = next((at for at, one in enumerate(words) if one.upos == "AUX" and one.lemma in COMING), 0)
    verb = next((one for one in words[modal:] if one.upos in ("VERB", "ADJ", "NOUN")), None)
    subject, rest = bare(words[:modal]), words[modal:]
    if (
        verb is None
        or not subject
        or any(one.upos in ("VERB", "AUX", "SCONJ") and _is_finite(tree, one) for one in subject)
    ):
        return None
    who = c.subject(tree, verb)
    if who is None or who not in subject or who.upos != "NOUN" or not _is_indefinite(tree, who):
        return None
    is_passive = who.deprel == "nsubj:pass"
    is_driven = verb.lemma in DRIVING and any(one.text.lower() in AWAY for one in rest)
    is_harmed = is_passive and (verb.lemma in ANSWERED or is_driven or is_hostile(tree, verb))
    goes = any(one.text.lower() in INTO or _is_going(one) for one in subject[1:])
    is_new = who.lemma in DEEDS | HARMS and who.lemma not in REPLIES
    comes_of_it = is_new and verb.lemma not in HAPPENING and not is_passive
    counts = is_harmed or comes_of_it if _is_deed(who) else is_harmed and goes
    return (subject, rest) if counts else None


REPLIES: Final = frozenset("revenge retaliation reprisal response punishment reply answer shipment measure".split())
"""Nouns of what is itself announced."""
COMING: Final = frozenset("will shall can may".split())
"""Auxiliaries, "would" among them, before what is to come."""
INTO: Final = frozenset("into over across within inside past beyond through".split())
"""Prepositions of going where one may not."""
DRIVING: Final = frozenset("bring drive send throw turn".split())
AWAY: Final = frozenset("down back away out off".split())
"""With a verb of `DRIVING` what is done to whoever is not wanted: "turned back", "brought down"."""
HAPPENING: Final = frozenset(
    """be become begin start continue resume end follow come go take last remain stay happen occur cease stop
    open""".split()
)
"""Verbs that only say that, or when, a deed is done: "elections would begin in May"."""


def _is_indefinite(tree: Tree, who: Word) -> bool:
    """Tell whether a noun names nothing that is there: with "a" or "any", or with nothing before it."""
    determiners = tree.children(who, "det", "nmod:poss", "nummod")
    return all(one.text.lower() in ("a", "an", "any", "another", "further") for one in determiners)


def _is_going(word: Word) -> bool:
    return word.text.lower().endswith("ing") and word.upos == "VERB"


def _is_finite(tree: Tree, word: Word) -> bool:
    """Tell whether a verb within a subject has a subject of its own, so that it is no participle."""
    return bool(tree.children(word, "nsubj", "mark")) and not _is_going(word)


def _is_answered(tree: Tree, word: Word) -> bool:
    """Tell whether a clause says how any deed of a kind would be answered, or what all who do something may expect."""
    who = c.subject(tree, word)
    words = c.clause(tree, who) if who is not None else ()
    if not words or who is None or who.upos != "NOUN":
        return False
    is_any = words[0].text.lower() in ("a", "an", who.text.lower()) and who.deprel == "nsubj:pass"
    is_answered = word.lemma in ANSWERED or is_hostile(tree, word)
    return (is_any and _is_deed(who) and is_answered) or _are_whoever(tree, who)


def _are_whoever(tree: Tree, who: Word) -> bool:
    """Tell whether a plural without a word before it is of all who do something: "guardsmen who surrender"."""
    if who.text.lower() == who.lemma or tree.children(who, "det", "nmod:poss", "nummod", "case"):
        return False
    verbs = tree.children(who, "acl:relcl")
    return any(not any(w.text.lower() in ("had", "has", "have") for w in tree.children(one, "aux")) for one in verbs)


def _is_next(tree: Tree, who: Word) -> bool:
    """Tell whether a noun is of the first to do something from now on: "the next plane to cross"."""
    if who.upos not in ("NOUN", "PROPN") or not tree.children(who, "acl:relcl", "acl"):
        return False
    return any(one.text.lower() in ("next", "first") for one in tree.children(who, "amod"))


def open_object(tree: Tree, word: Word) -> Words:
    """Return the object that names no one yet, "any man who crosses the line": who it is done to if he does that."""
    for one in (w for w in tree.children(word, "obj", "nsubj") if w.index > word.index):
        words = c.clause(tree, one)
        if words and words[0].text.lower() in OPEN_SUBJECTS and tree.children(one, "acl:relcl", "acl"):
            return words
    return _open_phrase(tree, word)


AVENGING: Final = frozenset("react respond retaliate hit strike pay".split())
"""Verbs that answer a deed behind a preposition: "retaliate for | any raid"."""
AGGRESSORS: Final = frozenset("aggressor attacker intruder invader violator".split())


def _open_phrase(tree: Tree, word: Word) -> Words:
    """
    Return what follows a verb, or a preposition behind it, and names no one yet.

    "Relations with [any state that …]", "fight [whoever came over the border]", "stand with Syria against [any
    aggressor]".
    """
    words = reach(tree, word.index)
    for at, one in enumerate(words):
        if at and one.text.lower() == "any" and any(w.lemma in AGGRESSORS for w in words[at + 1 : at + 2]):
            return words[at : at + 2]
        if at and one.text.lower() in WHOEVER:
            return words[at:]
        deed = next((w for w in words[at + 1 : at + 4] if w.upos == "NOUN"), None)
        is_open = one.text.lower() in OPEN_SUBJECTS and deed is not None and (_is_deed(deed) or deed.lemma in BEGGED)
        if at and is_open and word.lemma in ANSWERED | AVENGING:
            return words[at:]
    for at, one in enumerate(words[:-2]):
        follows = [w.text.lower() for w in words[at + 1 : at + 5]]
        is_named = one.text.lower() in OPEN_SUBJECTS and at > 0 and words[at - 1].upos == "ADP"
        if is_named and not {"who", "that", "which", "whose", *INTO}.isdisjoint(follows):
            return words[at:]
    return ()

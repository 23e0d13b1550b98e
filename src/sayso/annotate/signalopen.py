"""
Clauses about nobody yet to condition and consequence: "any ship that enters | will be sunk".

A subject or object that names no one says what follows if somebody is or does what its phrase says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sayso.annotate import signalclauses as c
from sayso.annotate.signaldrafts import Draft, Words
from sayso.annotate.signalkinds import wished
from sayso.annotate.signalstretches import bare, reach
from sayso.annotate.signalwords import DEEDS, HARMS
from sayso.annotate.syntax import Tree, Word
from sayso.terms import SignalKind

ANSWERED: Final = frozenset(
    """
    answer avenge block challenge condemn contest counter fight intercept meet oppose permit prevent punish regard
    reject repel resist return stop tolerate treat veto view
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
    return who.lemma in DEEDS | HARMS or who.lemma.endswith(("ure", "tion", "sion", "ment", "ing", "al"))


def _is_answered(tree: Tree, word: Word) -> bool:
    """Tell whether a clause says how any deed of a kind would be answered, or what all who do something may expect."""
    who = c.subject(tree, word)
    words = c.clause(tree, who) if who is not None else ()
    if not words or who is None or who.upos != "NOUN":
        return False
    is_any = words[0].text.lower() in ("a", "an", who.text.lower()) and who.deprel == "nsubj:pass"
    return (is_any and _is_deed(who) and word.lemma in ANSWERED) or _are_whoever(tree, who)


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


def _open_phrase(tree: Tree, word: Word) -> Words:
    """Return what follows a preposition behind a verb that names no one yet: "relations with [any state that …]"."""
    words = reach(tree, word.index)
    for at, one in enumerate(words[:-2]):
        follows = [w.text.lower() for w in words[at + 1 : at + 5]]
        is_named = one.text.lower() in OPEN_SUBJECTS and at > 0 and words[at - 1].upos == "ADP"
        if is_named and not {"who", "that", "which", "whose"}.isdisjoint(follows):
            return words[at:]
    return ()

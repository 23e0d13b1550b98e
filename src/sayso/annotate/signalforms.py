"""
Trees to drafts of signals: the forms in which English puts a condition and a consequence, and what each suggests.

A draft has its spans from the tree and, where words alone can tell, its kind; `signals` weighs it against the model's
numbers. The forms: a clause with a connective; a subject that leads to something; verbs that commit, refuse or
demand; "must"; a rule's "obliges". The kinds and their borders are CONTRACT's ("Signal kinds", "Not signals").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.annotate import signalclauses as c
from sayso.annotate.signalanswers import answered, equated, taken
from sayso.annotate.signalcauses import bound, causal
from sayso.annotate.signalclauses import Said
from sayso.annotate.signaldemands import deadline, demanded, imperative, must, or_else
from sayso.annotate.signaldrafts import Draft, Words, aim, introduced, thing
from sayso.annotate.signalkinds import (
    FORM,
    LIKELY,
    SURE,
    is_ahead,
    is_hollow,
    is_hostile,
    is_thing,
    kind_of,
)
from sayso.annotate.signalstretches import back, bare, is_connective, is_inverted, is_long, opener_of, reach
from sayso.annotate.signalwords import (
    CONDITIONALS,
    CONNECTIVES,
    CUE_OF,
    DEEDS,
    HARMS,
    PLAYGROUNDS,
    WEAK_CONDITIONALS,
    WHETHER,
    Cue,
)
from sayso.annotate.syntax import Tree, Word
from sayso.terms import SignalKind


def drafts(tree: Tree) -> list[Draft]:
    """Return the drafts of a sentence, the fullest first, none that another one holds."""
    if any("?" in word.text for word in tree.words[-3:]):
        return []
    found = [draft for word in tree.words for form in FORMS for draft in form(tree, word)]
    found = [draft for draft in found if draft.words]
    found.sort(key=lambda draft: (not (draft.condition and draft.consequence), -draft.trust, -len(draft.words)))
    kept: list[Draft] = []
    for draft in found:
        if not any(_same(draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda draft: min(draft.words))


def _same(draft: Draft, other: Draft) -> bool:
    shared = draft.words & other.words
    return 2 * len(shared) > min(len(draft.words), len(other.words))


def conditional(tree: Tree, word: Word) -> Iterator[Draft]:
    """A clause with a connective, and the clause that it stands with: "if X, Y", "should X, Y", "Y unless X"."""
    connective, first = _connective(tree, word)
    if connective is None:
        return
    opens = word.index - (connective in OF_TWO)
    at_head = opener_of(tree, opens)
    condition = _own_words(tree, word, reach(tree, first, to_comma=at_head))
    has_verb = any(w.upos in ("VERB", "AUX", "ADJ") for w in condition) or connective in ("failing", "barring")
    if not condition or (connective in CONNECTIVES and not has_verb):
        return
    after = condition[-1].index + 1
    follows = at_head and after < len(tree.words) - 1
    consequence = bare(reach(tree, _start(tree, after))) if follows else back(tree, opens)
    consequence = tuple(w for w in consequence if w not in condition)
    offered = _offered(consequence)
    top = _top(tree, consequence)
    if top is None or c.is_past_unreal(tree, top) or any(c.is_past_unreal(tree, w) for w in consequence):
        return
    if_not = CONDITIONALS[connective]
    kind, trust = kind_of(tree, top, condition, if_not=if_not)
    if offered != consequence:
        kind, consequence = SignalKind.THREAT if is_hostile(tree, offered[0]) else SignalKind.PROMISE, offered
    is_put_off = connective == "before" and kind is SignalKind.REFUSAL
    is_weak = connective in WEAK_CONDITIONALS and not is_put_off and (trust < SURE or not is_ahead(tree, top))
    if len(condition) < 2 or is_weak:
        kind, trust = None, FORM
    above = c.said(tree, top)
    if connective == "the moment" and kind is None and above is not None and above.cue is not Cue.HOLLOW:
        kind, trust = SignalKind.THREAT, SURE
    yield Draft(kind, condition, consequence, if_not, trust)


def _own_words(tree: Tree, connective: Word, words: Words) -> Words:
    """Return a condition without the clause that follows it where no comma parts the two: "if he falls | we all do"."""
    head = tree.parent(connective)
    above = tree.parent(head) if head is not None else None
    if connective.relation != "mark" or head is None or above is None or above.index < head.index:
        return words
    own = {one.index for one in tree.subtree(head)}
    cut = next((at for at, one in enumerate(words) if one.index > head.index and one.index not in own), len(words))
    return bare(words[:cut]) if cut > 1 else words


def _offered(words: Words) -> Words:
    """Leave out "is ready to", "stands prepared to" before what is to be done."""
    for at, word in enumerate(words[:-2]):
        if word.lemma in READY and words[at + 1].text.lower() == "to":
            return words[at + 2 :]
    return words


def _start(tree: Tree, at: int) -> int:
    """Return the index of the first word from `at` on that is no mark, no "then" and in no ", he said,"."""
    while at < len(tree.words) - 1 and (
        not tree.words[at].text.strip(c.EDGES) or tree.words[at].text.lower() == "then"
    ):
        at += 1
    comma = next((w.index for w in tree.words[at : at + 10] if w.text == ","), None)
    if comma is not None and any(w.upos == "VERB" and w.lemma in CUE_OF for w in tree.words[at:comma]):
        return _start(tree, comma + 1)
    return at


def _top(tree: Tree, words: Words) -> Word | None:
    """Return the word that heads a clause: the first verb with a subject or auxiliary in it, else the highest word."""
    inside = {word.index for word in words}
    for word in words:
        if word.upos == "VERB" and tree.children(word, "nsubj", "aux"):
            return word
    return next((word for word in words if word.head not in inside), None)


OF_TWO: Final = frozenset(("the moment", "in return", "in exchange"))
"""Connectives whose first word stands before the one that they are known by."""
INSTANTS: Final = frozenset("moment day minute instant hour second".split())
"""Nouns that with "the" open a condition: "the moment a ship sails, …"."""


def _connective(tree: Tree, word: Word) -> tuple[str | None, int]:
    """Return the connective that a word is, and where its condition begins; None where it is none."""
    low = word.text.lower()
    before = tree.words[word.index - 1].text.lower() if word.index else ""
    after = tree.words[word.index + 1].text.lower() if word.index + 1 < len(tree.words) else ""
    if low in ("failing", "barring", "without", "absent") and (after == "which" or not opener_of(tree, word.index)):
        return None, 0
    if low in ("without", "absent"):
        return low, word.index + 1
    if low in ("return", "exchange") and before == "in" and tree.words[word.index + 1 :][:1]:
        return (f"in {low}", word.index + 2) if tree.words[word.index + 1].text.lower() == "for" else (None, 0)
    if low == "before" and word.upos == "SCONJ" and _is_put_off(tree, word):
        return low, word.index + 1
    if is_connective(tree, word.index):
        asks = any(w.lemma in WHETHER and w.upos == "VERB" for w in tree.words[max(0, word.index - 2) : word.index])
        head = tree.parent(word)
        return (None, 0) if asks and head is not None and head.relation == "ccomp" else (low, word.index + 1)
    if is_inverted(tree, word.index):
        return low, word.index + 1
    if is_long(tree, word.index):
        return "as long as", word.index + 3
    if low in INSTANTS and before == "the" and (first := _at_instant(tree, word)) is not None:
        return "the moment", first
    if low in ("event", "case") and before in ("the", "in") and word.index + 1 < len(tree.words):
        of = tree.words[word.index + 1].text.lower() == "of"
        return ("in the event", word.index + 2) if of else (None, 0)
    return None, 0


def _at_instant(tree: Tree, word: Word) -> int | None:
    """Return where the clause begins that "the moment" opens, at the head of a sentence or of what is quoted."""
    ahead, after = tree.words[: word.index - 1], word.index + 1
    if after >= len(tree.words) - 2:
        return None
    first = after + (tree.words[after].text.lower() in ("that", "when"))
    opens = tree.words[first].upos in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM")
    is_first = not ahead or not ahead[-1].text.strip(c.EDGES)
    return first if opens and (is_first or (_is_clause(tree, first) and _is_to_come(tree, word.index - 1))) else None


def _is_clause(tree: Tree, first: int) -> bool:
    """Tell whether a clause with a verb begins at a word: "the day | the pilots walk free"."""
    stop = next((w.index for w in tree.words[first:] if not w.text.strip(c.EDGES)), len(tree.words))
    return any(w.upos in ("VERB", "AUX") for w in tree.words[first + 1 : stop])


def _is_to_come(tree: Tree, last: int) -> bool:
    """Tell whether the clause that ends at a word is of what will be, and no preposition ties the word to it."""
    said = back(tree, last)
    is_tied = bool(said) and said[-1].upos == "ADP" and said[-1].relation != "compound"
    return not is_tied and any(w.lemma in ("will", "shall") and w.upos == "AUX" for w in said)


def _is_put_off(tree: Tree, word: Word) -> bool:
    """Tell whether "before" stands behind something that will not be done until then."""
    verb = tree.parent(word)
    above = tree.parent(verb) if verb is not None else None
    is_ahead_of_it = above is not None and bool(c.modals(tree, above) & {"will", "shall"})
    return above is not None and above.index < word.index and is_ahead_of_it and c.is_negated(tree, above)


def committed(tree: Tree, word: Word) -> Iterator[Draft]:
    """A word that threatens, promises or refuses, with what it introduces."""
    cue = CUE_OF.get(word.lemma)
    if cue not in (Cue.THREATEN, Cue.PROMISE, Cue.VOW, Cue.REFUSE) or is_hollow(tree, word):
        return
    if word.lemma == "rule" and not any(w.lemma == "out" for w in tree.children(word, "compound", "advmod", "obl")):
        return
    found = aim(tree, word) or thing(tree, word) or c.complement(tree, word, ("of", "to", "with"))
    if cue is Cue.REFUSE and found is not None and found.lemma in REPORTERS_ASK | PAPERS:
        return
    if found is None or not _is_pledge(tree, word, found):
        return
    kinds = {Cue.THREATEN: SignalKind.THREAT, Cue.PROMISE: SignalKind.PROMISE, Cue.REFUSE: SignalKind.REFUSAL}
    kind = kinds.get(cue) or _vowed(tree, word, found)
    who = c.subject(tree, word)
    if who is not None and (who.lemma in PLAYGROUNDS or (cue is Cue.THREATEN and who.upos == "NOUN" and is_thing(who))):
        yield Draft(None, (), introduced(tree, found), False, FORM)
        return
    yield _split(tree, found, Draft(kind, (), introduced(tree, found), False, SURE if word.upos == "VERB" else LIKELY))


def _vowed(tree: Tree, word: Word, found: Word) -> SignalKind:
    """Return what a vow is: never to do it, to do harm, or to do good."""
    between = {one.text.lower() for one in tree.words[word.index : found.index]}
    if between & {"not", "never"}:
        return SignalKind.REFUSAL
    return SignalKind.THREAT if is_hostile(tree, found) else SignalKind.PROMISE


def _is_pledge(tree: Tree, word: Word, found: Word) -> bool:
    """Tell whether a word of committing has what it commits to: not "commit suicide", not "swore that he had slept"."""
    is_infinitive = any(mark.lemma == "to" for mark in tree.children(found, "mark"))
    if word.upos == "NOUN":
        return (
            word.lemma in ("threat", "promise", "pledge", "vow", "refusal", "assurance", "guarantee") and is_infinitive
        )
    if word.lemma in ("guarantee", "undertake") and not is_infinitive:
        return found.relation == "ccomp" and is_ahead(tree, found)
    if word.lemma in ("decline", "commit"):
        return is_infinitive or (word.lemma == "commit" and found.relation == "obl")
    if found.relation == "ccomp" and CUE_OF[word.lemma] in (Cue.PROMISE, Cue.VOW):
        return is_ahead(tree, found)
    return found.upos != "PRON"


def intent(tree: Tree, word: Word) -> Iterator[Draft]:
    """No intention, no plans: a refusal of what follows. The right reserved: a threat where the act is hostile."""
    if word.lemma in READY and word.upos in ("ADJ", "VERB") and not is_hollow(tree, word):
        deed = aim(tree, word)
        if deed is not None and deed.index <= word.index + 3:
            kind = SignalKind.THREAT if is_hostile(tree, deed) else SignalKind.PROMISE
            yield Draft(kind, (), introduced(tree, deed), False, LIKELY)
        return
    if word.lemma not in ("intention", "plan", "right") or word.upos != "NOUN":
        return
    verb = tree.parent(word)
    act = aim(tree, word) or next(iter(tree.children(word, "acl", "nmod")), None)
    if act is None or verb is None:
        return
    if word.lemma == "right":
        if verb.lemma == "reserve":
            threat = SignalKind.THREAT if is_hostile(tree, act) else None
            yield Draft(threat, (), introduced(tree, act), False, SURE if threat else FORM)
    elif any(w.text.lower() == "no" for w in tree.children(word, "det")):
        yield Draft(SignalKind.REFUSAL, (), introduced(tree, act), False, SURE)


def warned(tree: Tree, word: Word) -> Iterator[Draft]:
    """Warned against something, warned somebody not to do it, warned of something."""
    if (
        word.upos != "VERB"
        or CUE_OF.get(word.lemma) is not Cue.WARN
        or is_hollow(tree, word)
        or c.is_spectator(tree, Said(Cue.WARN, word))
    ):
        return
    against = c.prepositional(tree, word, ("against",))
    if against is not None:
        yield Draft(SignalKind.WARNING, introduced(tree, against), (), False, SURE)
    act = aim(tree, word)
    if act is not None:
        negated = c.is_negated(tree, act)
        words = tuple(w for w in introduced(tree, act) if not (negated and w.text.lower() == "not"))
        kind = SignalKind.WARNING if negated else SignalKind.DEMAND
        yield or_else(Draft(kind, words, (), not negated, SURE))
    of = c.prepositional(tree, word, ("of",))
    if of is not None:
        yield Draft(SignalKind.WARNING, (), introduced(tree, of), False, LIKELY)


def resolved(tree: Tree, word: Word) -> Iterator[Draft]:
    """What the sender will do or will not do: "we will not send", "said it would never accept", "will respond"."""
    above = c.said(tree, word)
    helpers = c.modals(tree, word)
    if word.upos != "VERB" or not helpers & {"will", "shall", "be"} or c.is_past_unreal(tree, word):
        return
    if not helpers & {"will", "shall"} and not (word.text.lower().endswith("ing") and c.is_negated(tree, word)):
        return
    if word.relation in ("acl", "advcl") or (
        above is not None and (above.cue is Cue.HOLLOW or c.is_spectator(tree, above))
    ):
        return
    kind, trust = kind_of(tree, word)
    is_open = _is_open_subject(tree, word) or (bool(_open_object(tree, word)) and is_hostile(tree, word))
    if kind is None and above is not None and above.cue in (Cue.SAY, Cue.WARN) and is_open:
        kind, trust = SignalKind.THREAT, LIKELY
    if kind is not None:
        yield _split(tree, word, Draft(kind, (), introduced(tree, word), False, trust))


def _split(tree: Tree, word: Word, draft: Draft) -> Draft:
    """Part "any ship that enters | will be sunk": a subject that names no one yet is the condition."""
    if draft.kind is SignalKind.REFUSAL or not (_is_open_subject(tree, word) or _open_object(tree, word)):
        return draft
    words = draft.consequence
    if not words:
        return draft
    if meant := _open_object(tree, word):
        rest = tuple(one for one in words if one not in meant)
        rest = rest[:-1] if rest and rest[-1].upos == "ADP" and rest[-1].relation != "compound" else rest
        return replace(draft, condition=meant, consequence=bare(rest)) if rest else draft
    modal = next((at for at, one in enumerate(words) if one.lemma in ("will", "shall") and one.upos == "AUX"), 0)
    return replace(draft, condition=bare(words[:modal]), consequence=words[modal:]) if modal > 1 else draft


def _is_open_subject(tree: Tree, word: Word) -> bool:
    """Tell whether a clause is of whoever does something, and so says what follows if somebody does."""
    who = c.subject(tree, word)
    words = c.clause(tree, who) if who is not None else ()
    if not words or who is None:
        return False
    is_deed = who.lemma in DEEDS | HARMS or who.lemma.endswith(("ure", "tion", "sion", "ment", "ing", "al"))
    near = words if is_deed and who.upos == "NOUN" else words[:1]
    return any(one.text.lower() in OPEN_SUBJECTS for one in near)


def _open_object(tree: Tree, word: Word) -> Words:
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


REPORTERS_ASK: Final = frozenset("comment say speak discuss elaborate name answer identify give disclose".split())
"""What officials decline to do for reporters: no signal to anybody."""
PAPERS: Final = frozenset(
    "plan proposal charge accusation allegation claim protest note letter date suggestion idea report criticism story "
    "draft text version interpretation explanation resolution petition rumour rumor comparison".split()
)
"""What is turned down without anything being refused that one would have done."""
READY: Final = frozenset(("ready", "prepared", "willing"))
OPEN_SUBJECTS: Final = frozenset("any every each whoever anyone anybody those whichever another further".split())

FORMS: Final = (
    conditional, causal, answered, taken, equated, committed, intent, warned, demanded, deadline, imperative, must,
    resolved, bound,
)  # fmt: skip
"""Every form, each a function of a tree and the word that may head it."""

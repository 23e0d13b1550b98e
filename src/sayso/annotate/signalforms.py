"""
Trees to drafts of signals: the forms in which English puts a condition and a consequence, and what each suggests.

A draft has its spans from the tree and, where words alone can tell, its kind; `signals` weighs it against the model's
numbers. The forms: a clause with a connective; a subject that leads to something; verbs that commit, refuse or
demand; "must"; a rule's "obliges". The kinds and their borders are CONTRACT's ("Signal kinds", "Not signals").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sayso.annotate import signalclauses as c
from sayso.annotate.signalclauses import Said
from sayso.annotate.signalkinds import (
    FORM,
    LIKELY,
    SURE,
    is_ahead,
    is_hollow,
    is_hostile,
    is_thing,
    is_treaty,
    kind_of,
    kind_of_outcome,
)
from sayso.annotate.signalwords import (
    BINDING,
    CONDITIONALS,
    CUE_OF,
    DEEMED,
    HARMS,
    LEADS,
    MET,
    PLAYGROUNDS,
    RULES,
    URGING,
    WEAK_CONDITIONALS,
    WHOLE_PREDICATES,
    Cue,
)
from sayso.annotate.syntax import Tree, Word
from sayso.terms import SignalKind

Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """
    A signal as its form suggests it.

    Attributes:
        kind: What the words suggest, None where only the form is there.
        condition: Its words, empty where there is none.
        consequence: Likewise.
        if_not: Whether the consequence follows when the condition does not come.
        trust: `SURE`, `LIKELY` or `FORM` (`signalkinds`).
    """

    kind: SignalKind | None
    condition: Words
    consequence: Words
    if_not: bool
    trust: float

    @property
    def words(self) -> frozenset[int]:
        """Indices of all its words."""
        return frozenset(word.index for word in (*self.condition, *self.consequence))


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
    """A clause with a connective, and the clause that it hangs on: "if X, Y", "should X, Y", "Y unless X"."""
    connective = _connective(tree, word)
    main = tree.parent(word)
    if connective is None or main is None or c.is_past_unreal(tree, main) or _unreal_past(tree, word):
        return
    top = _held(tree, main, word)
    condition = c.clause(tree, word, _fronted(tree, word))
    consequence = tuple(w for w in c.clause(tree, top, (word,)) if w not in condition)
    kind, trust = kind_of(tree, top, has_condition=True)
    if len(condition) < 2 or (connective in WEAK_CONDITIONALS and (trust < SURE or not is_ahead(tree, top))):
        kind, trust = None, FORM
    yield Draft(kind, condition, consequence, CONDITIONALS[connective], trust)


def _held(tree: Tree, main: Word, condition: Word) -> Word:
    """Return what a condition holds for: not the "threatened" or "said" that it hangs on, but what these introduce."""
    cue = CUE_OF.get(main.lemma)
    if cue in (None, Cue.HOLLOW):
        return main
    told = c.complement(tree, main, ("of", "with"))
    if told is None or told is condition:
        return main
    commits = cue in (Cue.WARN, Cue.THREATEN, Cue.PROMISE, Cue.VOW, Cue.REFUSE)
    return told if commits or told.relation in ("ccomp", "xcomp") else main


def _connective(tree: Tree, word: Word) -> str | None:
    if word.relation not in ("advcl", "obl", "nmod"):
        return None
    if word.relation == "advcl":
        marks = tree.children(word, "mark", "advmod")
        words = [w for w in marks if w.index < word.index]
        phrase = " ".join(w.text.lower() for m in words for w in tree.subtree(m))
        if phrase.startswith(("as if", "even if", "as though")):
            return None
        known = [name for name in CONDITIONALS if f" {name} " in f" {phrase} "]
        if known:
            return max(known, key=len)
        fronted = _fronted(tree, word)
        return fronted[0].text.lower() if fronted else None
    return "in the event" if _event_of(tree, word) else None


def _event_of(tree: Tree, word: Word) -> bool:
    """Tell whether a noun stands after "in the event of" or "in case of"."""
    before = [w.text.lower() for w in tree.words[max(0, word.index - 8) : word.index]]
    cases = {w.text.lower() for case in tree.children(word, "case") for w in tree.subtree(case)}
    return "event" in cases or "case" in cases or ("in" in before and "event" in before[-5:] and "of" in cases)


def _fronted(tree: Tree, word: Word) -> tuple[Word, ...]:
    """Return the auxiliary of an inverted condition: "should they land", "were it to fail"."""
    first = tree.subtree(word)[0]
    is_inverted = (
        first.text.lower() in ("should", "were") and first.relation in ("aux", "cop") and first.head == word.index
    )
    found = tree.children(word, "nsubj")
    return (first,) if is_inverted and found and found[0].index > first.index else ()


def _unreal_past(tree: Tree, word: Word) -> bool:
    """Tell whether a condition is of the kind "had the pass been held"."""
    first = tree.subtree(word)[0]
    return first.text.lower() == "had" and first.relation == "aux"


def causal(tree: Tree, word: Word) -> Iterator[Draft]:
    """A subject that leads to something, is met with something or is taken as something."""
    cause = c.subject(tree, word)
    if (
        cause is None
        or cause.lemma in (*c.FIRST_PERSON, "he", "she", "they", "you", "all", "result", "who", "there")
        or word.relation == "acl"
    ):
        return
    helpers = c.modals(tree, word)
    above = c.said(tree, word)
    if not helpers & {"will", "can", "may", "shall"} and word.lemma not in ("risk", "mean", "consider", "regard"):
        return
    if c.is_past_unreal(tree, word):
        return
    found = _outcome(tree, word)
    if found is None:
        return
    consequence, sent = found
    kind, trust = kind_of_outcome(tree, word, above, consequence, is_answer=sent)
    yield Draft(kind, c.clause(tree, cause), consequence, False, trust)


def _outcome(tree: Tree, word: Word) -> tuple[Words, bool] | None:
    """Return the words of the consequence, and whether the verb says that it is the sender's answer."""
    passive = any(one.deprel == "nsubj:pass" for one in tree.children(word, "nsubj", "csubj"))
    if word.lemma in MET and (passive or not MET[word.lemma]):
        noun = c.prepositional(tree, word, MET[word.lemma]) if passive else _object(tree, word)
        return (c.clause(tree, noun), True) if noun is not None else None
    if word.lemma in DEEMED and passive:
        as_what = next(iter(tree.children(word, "xcomp")), None) or c.prepositional(tree, word, ("as",))
        return (c.clause(tree, as_what), False) if as_what is not None else None
    if word.lemma in WHOLE_PREDICATES:
        return c.clause(tree, word, tree.children(word, "nsubj", "csubj", "aux")), False
    if word.lemma in LEADS:
        noun = c.prepositional(tree, word, LEADS[word.lemma]) or _object(tree, word)
        return (c.clause(tree, noun), False) if noun is not None else None
    if tree.children(word, "cop") and word.lemma in HARMS:
        return c.clause(tree, word, tree.children(word, "nsubj", "csubj", "aux", "cop")), False
    return None


def _object(tree: Tree, word: Word) -> Word | None:
    return next(iter((*tree.children(word, "obj"), *tree.children(word, "ccomp", "xcomp"))), None)


def committed(tree: Tree, word: Word) -> Iterator[Draft]:
    """A word that threatens, promises or refuses, with what it introduces."""
    cue = CUE_OF.get(word.lemma)
    if cue not in (Cue.THREATEN, Cue.PROMISE, Cue.VOW, Cue.REFUSE) or is_hollow(tree, word):
        return
    if word.lemma == "rule" and not any(w.lemma == "out" for w in tree.children(word, "compound", "advmod", "obl")):
        return
    found = c.complement(tree, word, ("of", "to", "with"))
    if found is None or not _is_pledge(tree, word, found):
        return
    kinds = {Cue.THREATEN: SignalKind.THREAT, Cue.PROMISE: SignalKind.PROMISE, Cue.REFUSE: SignalKind.REFUSAL}
    kind = kinds.get(cue) or (SignalKind.THREAT if is_hostile(tree, found) else SignalKind.PROMISE)
    who = c.subject(tree, word)
    if who is not None and (who.lemma in PLAYGROUNDS or (cue is Cue.THREATEN and who.upos == "NOUN" and is_thing(who))):
        yield Draft(None, (), c.clause(tree, found), False, FORM)
        return
    yield Draft(kind, (), c.clause(tree, found), False, SURE if word.upos == "VERB" else LIKELY)


def _is_pledge(tree: Tree, word: Word, found: Word) -> bool:
    """Tell whether a word of committing has what it commits to: not "commit suicide", not "swore that he had slept"."""
    is_infinitive = any(mark.lemma == "to" for mark in tree.children(found, "mark"))
    if word.upos == "NOUN":
        return (
            word.lemma in ("threat", "promise", "pledge", "vow", "refusal", "assurance", "guarantee") and is_infinitive
        )
    if word.lemma in ("decline", "commit"):
        return is_infinitive or (word.lemma == "commit" and found.relation == "obl")
    if found.relation == "ccomp" and CUE_OF[word.lemma] in (Cue.PROMISE, Cue.VOW):
        return is_ahead(tree, found)
    return found.upos != "PRON"


def intent(tree: Tree, word: Word) -> Iterator[Draft]:
    """No intention, no plans: a refusal of what follows. The right reserved: a threat where the act is hostile."""
    if word.lemma not in ("intention", "plan", "right") or word.upos != "NOUN":
        return
    verb = tree.parent(word)
    aim = next(iter(tree.children(word, "acl", "nmod")), None) or (c.infinitive(tree, verb) if verb else None)
    if aim is None or verb is None:
        return
    if word.lemma == "right":
        if verb.lemma == "reserve":
            kind = SignalKind.THREAT if is_hostile(tree, aim) else None
            yield Draft(kind, (), c.clause(tree, aim), False, SURE if kind else FORM)
    elif any(w.text.lower() == "no" for w in tree.children(word, "det")):
        yield Draft(SignalKind.REFUSAL, (), c.clause(tree, aim), False, SURE)


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
        yield Draft(SignalKind.WARNING, c.clause(tree, against), (), False, SURE)
    act = c.infinitive(tree, word)
    if act is not None:
        negated = c.is_negated(tree, act)
        words = tuple(w for w in c.clause(tree, act) if not (negated and w.text.lower() == "not"))
        kind = SignalKind.WARNING if negated else SignalKind.DEMAND
        yield _or_else(tree, act, Draft(kind, words, (), not negated, SURE))
    of = c.prepositional(tree, word, ("of",))
    if of is not None:
        yield Draft(SignalKind.WARNING, (), c.clause(tree, of), False, LIKELY)


def demanded(tree: Tree, word: Word) -> Iterator[Draft]:
    """Urged, called on, called for, demanded, ordered, told to."""
    cue = CUE_OF.get(word.lemma)
    urges = word.lemma in URGING and cue is not Cue.HOLLOW
    if not (urges or cue is Cue.DEMAND) or is_hollow(tree, word):
        return
    act = c.infinitive(tree, word) if urges and _is_addressed(tree, word) else None
    if act is None and cue is Cue.DEMAND:
        if word.lemma in ("call", "appeal"):
            act = c.prepositional(tree, word, ("for",))
        elif word.upos == "NOUN":
            if word.lemma not in ("demand", "ultimatum"):
                return
            act = next((one for one in tree.children(word, "acl", "ccomp") if tree.children(one, "mark")), None)
        else:
            act = c.complement(tree, word, ("for", "on"))
    if act is not None and (act.upos not in ("PRON", "PROPN") or tree.children(act, "acl", "mark", "cop")):
        yield _or_else(tree, act, Draft(SignalKind.DEMAND, c.clause(tree, act), (), True, SURE))


def _is_addressed(tree: Tree, word: Word) -> bool:
    """Tell whether an infinitive is what is asked of somebody: "called on them to", not "called them to hear more"."""
    if word.upos != "VERB" or word.lemma not in ("call", "appeal"):
        return word.upos == "VERB"
    before = ("on", "upon", "for") if word.lemma == "call" else ("to", "for")
    return c.prepositional(tree, word, before) is not None


def must(tree: Tree, word: Word) -> Iterator[Draft]:
    """What another must do, under a word of saying, or with "or face Y" by itself; "insisted that X do"."""
    who = c.subject(tree, word)
    helpers = tree.children(word, "aux")
    above = c.said(tree, word)
    commanded = any(one.lemma == "must" for one in helpers)
    subjunctive = not helpers and above is not None and above.cue in (Cue.INSIST, Cue.DEMAND) and word.deprel == "ccomp"
    if who is None or not (commanded or subjunctive) or who.lemma in (*c.FIRST_PERSON, "you", "it", "there"):
        return
    if "have" in c.modals(tree, word) or (subjunctive and not _is_bare(tree, word)):
        return
    draft = _or_else(tree, word, Draft(SignalKind.DEMAND, c.clause(tree, word), (), True, LIKELY))
    if above is None and not draft.consequence:
        draft = replace(draft, trust=FORM)
    yield draft


def _is_bare(tree: Tree, word: Word) -> bool:
    """Tell whether a verb has no ending and no tense: "that it withdraw", "that they be freed"."""
    helpers = tree.children(word, "cop", "aux:pass")
    return all(w.text.lower() == "be" for w in helpers) if helpers else word.text.lower() == word.lemma


def _or_else(tree: Tree, act: Word, draft: Draft) -> Draft:
    """Move "or face Y" and "or be Yed" from a demand's condition to its consequence."""
    for other in tree.children(act, "conj"):
        if not any(one.lemma in ("or", "otherwise") for one in tree.children(other, "cc")):
            continue
        words = {word.index for word in tree.subtree(other)}
        condition = c.clause(tree, act, (other,))
        named = _object(tree, other) if other.lemma in ("face", "risk", "suffer", "pay", "meet") else None
        consequence = c.clause(tree, named or other)
        kept = tuple(w for w in condition if w in draft.condition and w.index not in words)
        return replace(draft, condition=kept, consequence=consequence, trust=SURE)
    return draft


def resolved(tree: Tree, word: Word) -> Iterator[Draft]:
    """What the sender will do or will not do: "we will not send", "said it would never accept", "will respond"."""
    above = c.said(tree, word)
    helpers = c.modals(tree, word)
    if word.upos != "VERB" or not helpers & {"will", "shall"} or c.is_past_unreal(tree, word):
        return
    if word.relation in ("acl", "advcl") or (
        above is not None and (above.cue is Cue.HOLLOW or c.is_spectator(tree, above))
    ):
        return
    kind, trust = kind_of(tree, word, has_condition=False)
    if kind is not None:
        yield Draft(kind, (), c.clause(tree, word), False, trust)


def bound(tree: Tree, word: Word) -> Iterator[Draft]:
    """A treaty, law or doctrine that obliges, forbids or commits somebody to something."""
    if word.lemma not in BINDING or word.upos not in ("VERB", "ADJ") or is_hollow(tree, word):
        return
    who = c.subject(tree, word)
    is_rule = who is not None and any(w.lemma in RULES for w in tree.subtree(who))
    if not (is_rule or is_treaty(tree, word) or word.lemma in ("oblige", "obligate", "bind", "commit")):
        return
    duty = (
        c.infinitive(tree, word) or c.prepositional(tree, word, ("to",)) or (_object(tree, word) if is_rule else None)
    )
    if duty is not None:
        yield Draft(SignalKind.COMMITMENT, (), c.clause(tree, duty), False, SURE if is_rule else LIKELY)


FORMS: Final = (conditional, causal, committed, intent, warned, demanded, must, resolved, bound)
"""Every form, each a function of a tree and the word that may head it."""

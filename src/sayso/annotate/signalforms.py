"""
Trees to drafts of signals: the forms in which English puts a condition and a consequence, and what each suggests.

A draft has its spans from the tree and, where words alone can tell, its kind; `signals` weighs it against the model's
numbers. The forms: a clause with a connective; a subject that leads to something; verbs that commit, refuse or
demand; "must"; a rule's "obliges". The kinds and their borders are CONTRACT's ("Signal kinds", "Not signals").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.annotate import signalclauses as c
from sayso.annotate.signalanswers import answered, equated, taken, whoever
from sayso.annotate.signalcauses import bound, causal, hinged
from sayso.annotate.signalclauses import Said
from sayso.annotate.signalconnectives import EXCHANGED, ahead_of, connective_of
from sayso.annotate.signaldemands import deadline, demanded, imperative, must, or_else
from sayso.annotate.signaldrafts import Draft, Words, aim, introduced, is_ready, offered, thing
from sayso.annotate.signalkinds import (
    FORM,
    LIKELY,
    SURE,
    VOID,
    is_ahead,
    is_hollow,
    is_hostile,
    is_thing,
    kind_of,
)
from sayso.annotate.signalopen import is_open_subject, open_object, split
from sayso.annotate.signalphrases import PHRASES
from sayso.annotate.signalstretches import CUE_REACH, RELATIVES, back, bare, opener_of, reach
from sayso.annotate.signalwords import (
    CONDITIONALS,
    CONNECTIVES,
    CUE_OF,
    FORCES,
    PLAYGROUNDS,
    WEAK_CONDITIONALS,
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
    connective, first = connective_of(tree, word)
    if connective is None:
        return
    opens = word.index - ahead_of(tree, word, connective)
    at_head = opener_of(tree, opens)
    condition = _own_words(tree, word, reach(tree, first, to_comma=at_head))
    condition = _with_listed(tree, condition) if at_head and condition else condition
    condition = _exchanged(condition) if connective in EXCHANGED else condition
    has_verb = _has_verb(condition) or connective in ("failing", "barring")
    if not condition or (connective in CONNECTIVES and not has_verb):
        return
    after = condition[-1].index + 1
    follows = at_head and any(w.text.strip(c.EDGES) for w in tree.words[after:])
    quoted = opens
    while at_head and quoted and tree.words[quoted - 1].text in c.QUOTES:
        quoted -= 1  # "would keep her word 'the moment Poland is attacked'"
    consequence = bare(reach(tree, _start(tree, after))) if follows else _before(tree, quoted)
    consequence = tuple(w for w in consequence if w not in condition)
    consequence = consequence[:-1] if consequence and consequence[-1].text.lower() == "only" else consequence
    deed = offered(consequence)
    top = _top(tree, consequence)
    if top is None or c.is_past_unreal(tree, top) or any(c.is_past_unreal(tree, w) for w in consequence):
        return
    if_not = CONDITIONALS[connective]
    kind, trust = kind_of(tree, top, condition, if_not=if_not)
    if deed != consequence:
        is_threat = is_hostile(tree, deed[0]) or any(w.lemma == "reserve" for w in consequence)
        kind, consequence = SignalKind.THREAT if is_threat else SignalKind.PROMISE, deed
        trust = max(trust, LIKELY) if trust > VOID else trust
    above = c.said(tree, top)
    is_void = above is not None and (above.cue is Cue.HOLLOW or c.is_spectator(tree, above))
    if connective == "only after" and is_ahead(tree, top) and not is_void and kind in (None, SignalKind.PROMISE):
        kind, trust = SignalKind.REFUSAL, LIKELY if kind is None else SURE
    is_put_off = connective == "before" and kind is SignalKind.REFUSAL
    is_weak = connective in WEAK_CONDITIONALS and not is_put_off and (trust < SURE or not is_ahead(tree, top))
    if len(condition) < 2 or is_weak:
        kind, trust = None, FORM
    if connective == "the moment" and kind is None and above is not None and above.cue is not Cue.HOLLOW:
        kind, trust = SignalKind.THREAT, SURE
    if (
        above is not None
        and above.word.lemma in DENYING
        and above.word.index < top.index
        and not is_hollow(tree, above.word)
    ):
        kind, trust = None, VOID
    yield Draft(kind, condition, consequence, if_not, trust)


DENYING: Final = frozenset("deny refute dispute ask wonder question".split())
"""Verbs that make nobody's word of what they introduce."""


def _with_listed(tree: Tree, condition: Words) -> Words:
    """Return a condition with what else its subject is to do: "if they stop, [hand it over and go home], he will …"."""
    first = condition[-1].index + 2
    after = tree.words[first:]
    if not after or tree.words[first - 1].text != "," or after[0].upos != "VERB" or tree.children(after[0], "nsubj"):
        return condition
    joined = next((at for at, w in enumerate(after) if w.upos == "CCONJ"), len(after))
    comma = next((at for at, w in enumerate(after) if at > joined and w.text == ","), len(after))
    is_listed = any(w.upos == "AUX" and w.lemma in ("will", "shall") for w in after[comma:])
    return bare((*condition, *after[:comma])) if is_listed else condition


def _exchanged(words: Words) -> Words:
    """Return what is given in return, without the clause behind it: "the release of the crew | Spain would …"."""
    at = next((at for at, w in enumerate(words) if w.upos == "AUX" and w.lemma in ("will", "shall")), 0)
    named = at
    while named > 0 and words[named - 1].upos == "PROPN":
        named -= 1
    while named == at > 0 and words[named - 1].upos in ("ADJ", "NOUN"):
        named, at = named - 1, at - 1
    is_led = named > 0 and named == at and words[named - 1].upos in ("DET", "PRON")
    return bare(words[: named - is_led]) or words if named > 0 else words


def _has_verb(words: Words) -> bool:
    """Tell whether a clause is one: "until May 2 to resume" has no verb but the one behind "to"."""
    at = next((at for at, w in enumerate(words) if w.upos in ("VERB", "AUX", "ADJ")), None)
    is_time = at is not None and at > 0 and words[at - 1].text.lower() == "to" and words[at - 1].upos == "PART"
    return at is not None and not is_time


def _own_words(tree: Tree, connective: Word, words: Words) -> Words:
    """Return a condition without the clause that follows it where no comma parts the two: "if he falls | we all do"."""
    head = tree.parent(connective)
    above = tree.parent(head) if head is not None else None
    if connective.relation != "mark" or head is None or above is None or above.index < head.index:
        return words
    own = {one.index for one in tree.subtree(head)}
    cut = next((at for at, one in enumerate(words) if one.index > head.index and one.index not in own), len(words))
    verb = next((one for one in words[cut:] if one.upos == "VERB" and tree.children(one, "nsubj")), None)
    if verb is None:
        return words  # a phrase that the tree has hung on the other half: "if he puts us | in danger, …"
    if words[cut].upos == "ADP":
        first = min(one.index for one in tree.subtree(tree.children(verb, "nsubj")[0]))
        cut = max(cut, sum(one.index < first for one in words))
    return bare(words[:cut]) if cut > 1 else words


def _start(tree: Tree, at: int) -> int:
    """Return the index of the first word from `at` on that is no mark, no "then" and in no ", he said,"."""
    while at < len(tree.words) - 1 and (
        not tree.words[at].text.strip(c.EDGES) or tree.words[at].text.lower() == "then"
    ):
        at += 1
    comma = next((w.index for w in tree.words[at : at + 10] if w.text == ","), None)
    if comma is not None and _is_source(tree.words[at:comma]):
        return _start(tree, comma + 1)
    return at


def _before(tree: Tree, last: int) -> Words:
    """Return the clause that ends at a word, past who says it: "they will pay[, he told the court,] provided …"."""
    commas = [w.index for w in tree.words[max(0, last - CUE_REACH) : last] if w.text == ","]
    if len(commas) > 1 and commas[-1] == last - 1 and _is_source(tree.words[commas[-2] : last]):
        return back(tree, commas[-2])
    words = back(tree, last)
    comma = next((w for w in tree.words[words[0].index : last] if w.text == ","), None) if words else None
    is_aside = comma is not None and words[0].text.lower() in RELATIVES
    return bare(tree.words[comma.index : last]) if comma is not None and is_aside else words


def _is_source(words: Words) -> bool:
    """Tell whether words only say who says it, "the minister said": not "we will ask them to leave"."""
    if any(w.upos == "AUX" and w.lemma in ("will", "shall", "can", "may", "must") for w in words):
        return False
    return any(w.upos == "VERB" and w.lemma in CUE_OF for w in words)


def _top(tree: Tree, words: Words) -> Word | None:
    """Return the word that heads a clause: the first verb with a subject or auxiliary in it, else the highest word."""
    inside = {word.index for word in words}
    for word in words:
        if word.upos == "VERB" and tree.children(word, "nsubj", "aux"):
            return word
    return next((word for word in words if word.head not in inside), None)


def committed(tree: Tree, word: Word) -> Iterator[Draft]:
    """A word that threatens, promises or refuses, with what it introduces."""
    cue = CUE_OF.get(word.lemma)
    if cue not in (Cue.THREATEN, Cue.PROMISE, Cue.VOW, Cue.REFUSE) or is_hollow(tree, word):
        return
    if word.lemma == "rule" and not any(w.lemma == "out" for w in tree.children(word, "compound", "advmod", "obl")):
        return
    if word.lemma in ASSURING and (said := _assured(tree, word)):
        top = _top(tree, said)
        if top is not None and is_ahead(tree, top):
            yield Draft(SignalKind.PROMISE, (), said, False, SURE)
        return
    found = aim(tree, word) or thing(tree, word) or c.complement(tree, word, ("of", "to", "with"))
    if word.lemma in ("assure", "reassure") and found is not None and found.relation in ("obj", "iobj", "nsubj"):
        return  # whom somebody assures
    if cue is Cue.REFUSE and found is not None and found.lemma in REPORTERS_ASK | PAPERS:
        return
    if found is None or not _is_pledge(tree, word, found):
        return
    if (
        found.lemma == "do"
        and tree.words[found.index + 1 : found.index + 2]
        and tree.words[found.index + 1].text == "so"
    ):
        return
    kinds = {Cue.THREATEN: SignalKind.THREAT, Cue.PROMISE: SignalKind.PROMISE, Cue.REFUSE: SignalKind.REFUSAL}
    kind = kinds.get(cue) or _vowed(tree, word, found)
    who = c.subject(tree, word)
    if who is not None and (who.lemma in PLAYGROUNDS or (cue is Cue.THREATEN and who.upos == "NOUN" and is_thing(who))):
        yield Draft(None, (), introduced(tree, found), False, FORM)
        return
    yield split(tree, found, Draft(kind, (), introduced(tree, found), False, SURE if word.upos == "VERB" else LIKELY))


ASSURING: Final = frozenset(("assure", "reassure", "promise"))
"""Verbs that say to whom something is promised: "assured Kuwait that it would come to its aid"."""


def _assured(tree: Tree, word: Word) -> Words:
    """Return what somebody is assured of: "assured the governor yesterday that | the garrison would be doubled"."""
    for one in tree.words[word.index + 1 : word.index + 1 + TOLD_REACH]:
        if one.text.lower() == "that" and one.upos == "SCONJ" and one.index > word.index + 1:
            return reach(tree, one.index + 1)
        if one.upos in ("VERB", "AUX", "PUNCT"):
            return ()
    return ()


TOLD_REACH: Final = 12
"""Words behind a verb of assuring within which its "that" stands."""


def _vowed(tree: Tree, word: Word, found: Word) -> SignalKind:
    """Return what a vow is: never to do it, to do harm, or to do good."""
    between = {one.text.lower() for one in tree.words[word.index : found.index]}
    if between & {"not", "never"} or any(w.text.lower() in ("not", "never") for w in tree.children(found, "advmod")):
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
    if is_ready(word) and word.upos in ("ADJ", "VERB") and not is_hollow(tree, word):
        deed = aim(tree, word)
        if deed is not None and deed.index <= word.index + 3:
            kind = SignalKind.THREAT if is_hostile(tree, deed) else SignalKind.PROMISE
            yield Draft(kind, (), introduced(tree, deed), False, LIKELY)
        return
    if word.lemma in COMMANDS:
        yield from _ordered(tree, word)
    if word.lemma not in ("intention", "plan", "right") or word.upos != "NOUN":
        return
    verb = tree.parent(word)
    act = aim(tree, word) or next(iter(tree.children(word, "acl", "nmod")), None)
    if act is None or verb is None:
        return
    if word.lemma == "right":
        if verb.lemma == "reserve":
            is_sure = is_hostile(tree, act) or any(w.lemma in MEASURES for w in tree.children(act, "obj"))
            yield Draft(SignalKind.THREAT, (), introduced(tree, act), False, SURE if is_sure else LIKELY)
    elif any(w.text.lower() == "no" for w in tree.children(word, "det")):
        yield Draft(SignalKind.REFUSAL, (), introduced(tree, act), False, SURE)


COMMANDS: Final = frozenset("order instruction instruct tell command".split())
"""Words by which arms have their orders."""


def _ordered(tree: Tree, word: Word) -> Iterator[Draft]:
    """What forces have orders to do to whoever comes: "our gunboats have orders to sink any ship that enters"."""
    verb, deed, who = tree.parent(word), aim(tree, word), c.subject(tree, word)
    is_noun = word.upos == "NOUN" and verb is not None and verb.lemma in ("have", "under")
    is_verb = word.upos == "VERB" and who is not None and who.deprel == "nsubj:pass" and who.lemma in FORCES
    if deed is not None and (is_noun or is_verb) and is_hostile(tree, deed):
        words = (*back(tree, word.index), *tree.words[word.index : deed.index], *reach(tree, deed.index))
        yield split(tree, deed, Draft(SignalKind.THREAT, (), words, False, LIKELY))


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
    is_open = is_open_subject(tree, word) or (bool(open_object(tree, word)) and is_hostile(tree, word))
    if kind is None and above is not None and above.cue in (Cue.SAY, Cue.WARN) and is_open:
        kind, trust = SignalKind.THREAT, LIKELY
    if kind is not None:
        yield split(tree, word, Draft(kind, (), introduced(tree, word), False, trust))


REPORTERS_ASK: Final = frozenset("comment say speak discuss elaborate name answer identify give disclose".split())
"""What officials decline to do for reporters: no signal to anybody."""
PAPERS: Final = frozenset(
    "plan proposal charge accusation allegation claim protest note letter date suggestion idea report criticism story "
    "draft text version interpretation explanation resolution petition rumour rumor comparison".split()
)
"""What is turned down without anything being refused that one would have done."""
MEASURES: Final = frozenset("force measure step action weapon arms".split())
"""What somebody uses or takes against another."""

FORMS: Final = (
    conditional, causal, hinged, answered, taken, equated, whoever, committed, intent, warned, demanded, deadline,
    imperative, must, resolved, bound, *PHRASES,
)  # fmt: skip
"""Every form, each a function of a tree and the word that may head it."""

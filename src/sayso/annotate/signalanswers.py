"""
Trees to drafts of signals whose answer has a name, or is the deed itself upon another: "the price of X will be Y",
"would regard X as Y", "whoever strikes X strikes Y".

What is answered is the condition, what is announced as the answer the consequence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.annotate import signalclauses as c
from sayso.annotate.signaldrafts import Draft, Words
from sayso.annotate.signalkinds import LIKELY, SURE
from sayso.annotate.signalstretches import bare, begins_condition, opener_of, reach
from sayso.annotate.signalwords import DEEMED, WHOEVER, Cue
from sayso.annotate.syntax import Tree, Word
from sayso.terms import SignalKind

ANSWERS: Final = {
    **dict.fromkeys("price answer reply response penalty punishment retribution".split(), SignalKind.THREAT),
    **dict.fromkeys("cost result consequence outcome upshot end".split(), SignalKind.WARNING),
    "reward": SignalKind.PROMISE,
}
"""Nouns whose "of", "to" or "for" names what they follow upon, and what their sentence is."""
NOMINAL: Final = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "VERB")
"""Parts of speech with which the phrase of a thing may begin."""
UPON: Final = frozenset(("of", "to", "for"))


def answered(tree: Tree, word: Word) -> Iterator[Draft]:
    """The price, answer or result of something, and what it will be: "the reply to a raid will be a raid"."""
    kind = ANSWERS.get(word.lemma)
    above = c.said(tree, word)
    if kind is None or word.upos != "NOUN" or word.relation != "nsubj" or not _counts(above):
        return
    cause = next((w for w in tree.children(word, "nmod", "obl", "acl") if _case(tree, w) in UPON), None)
    will = next((w for w in tree.words[word.index :] if w.lemma in ("will", "shall") and w.upos == "AUX"), None)
    if cause is None or will is None or cause.index > will.index:
        return
    condition = bare(tuple(w for w in c.clause(tree, cause) if w.index < will.index))
    first = will.index + 1
    while first < len(tree.words) - 1 and tree.words[first].lemma in ("be", "come", "in", "as"):
        first += 1
    yield Draft(kind, condition, reach(tree, first), False, LIKELY if above is None else SURE)


def taken(tree: Tree, word: Word) -> Iterator[Draft]:
    """What somebody will take as something: "Cairo would regard a dam as an act of war"."""
    after = tree.words[word.index + 1 :][:1]
    if word.lemma not in DEEMED or word.upos != "VERB" or not after or after[0].upos not in NOMINAL:
        return
    sees = next((w for w in tree.words[word.index + 2 :] if w.text.lower() == "as"), None)
    helpers = c.modals(tree, word)
    if sees is None or c.is_past_unreal(tree, word) or c.is_negated(tree, word) or not _counts(c.said(tree, word)):
        return
    is_present = not helpers and word.text.lower() in (word.lemma, word.lemma + "s")
    if not (is_present or helpers & {"will", "shall"}):
        return
    between = tree.words[word.index + 1 : sees.index]
    meaning = reach(tree, sees.index)
    if not meaning or any(begins_condition(tree, at) for at in range(sees.index + 1, meaning[-1].index + 2)):
        return  # "would regard the truce as void if …"
    if len(meaning) > 1 and not any(w.upos == "VERB" and w.lemma in DEEMED for w in between):
        yield Draft(SignalKind.WARNING, bare(between), (word, *meaning), False, SURE if helpers else LIKELY)


def equated(tree: Tree, word: Word) -> Iterator[Draft]:
    """One deed that would be another: "to strike the dam would be to drown many", "to strike us is to strike you"."""
    mark = next((w for w in tree.children(word, "mark") if w.lemma == "to"), None)
    turn = _same_again(tree, word)
    helper = next((w for w in tree.words[word.index :] if w.lemma in ("will", "shall") and w.upos == "AUX"), None)
    first = turn.index if turn is not None else helper.index + 1 if helper is not None else 0
    if word.upos != "VERB" or mark is None or not first or not opener_of(tree, mark.index):
        return
    after = [w.text.lower() for w in tree.words[first : first + 2]]
    end = first - (turn is None)
    if (turn is None and after[0] not in ("be", "mean")) or any(
        w.upos == "PUNCT" for w in tree.words[word.index : end]
    ):
        return
    first += 1 + (after[1:] == ["to"])
    if first < len(tree.words) - 1 and _counts(c.said(tree, word)):
        yield Draft(SignalKind.WARNING, bare(tree.words[mark.index : end]), reach(tree, first), False, SURE)


SOMEBODY: Final = frozenset("he those anyone anybody everyone all one".split())
"""Words before a "who" that mean anybody."""
HALF_REACH: Final = 14
"""Words of a half within which the other begins; set by hand."""


def whoever(tree: Tree, word: Word) -> Iterator[Draft]:
    """Who does it to one does it to another: "whoever strikes Uganda strikes us"."""
    low = word.text.lower()
    follows = tree.words[word.index + 1].text.lower() if word.index + 1 < len(tree.words) else ""
    if low not in WHOEVER and not (low in SOMEBODY and follows in ("who", "that")):
        return
    verbs = [w for w in tree.words[word.index + 1 :][:HALF_REACH] if w.upos == "VERB"]
    second = next((w for w in verbs[1:] if w.lemma == verbs[0].lemma and w.text.lower() == verbs[0].text.lower()), None)
    between = tree.words[verbs[0].index : second.index] if second is not None else ()
    if second is None or len(between) < 2 or any(w.text in (",", ";") or w.upos == "CCONJ" for w in between):
        return
    if _counts(c.said(tree, word)):
        yield Draft(
            SignalKind.THREAT, bare(tree.words[word.index : second.index]), reach(tree, second.index), False, SURE
        )


def _same_again(tree: Tree, word: Word) -> Word | None:
    """Return the "is" after which an infinitive stands again: "to touch us | is to touch you"."""
    for at in range(word.index + 1, min(word.index + HALF_REACH, len(tree.words) - 2)):
        is_copula = tree.words[at].lemma == "be" and tree.words[at + 1].text.lower() == "to"
        if is_copula and tree.words[at + 2].lemma == word.lemma:
            return tree.words[at]
    return None


def _case(tree: Tree, word: Word) -> str:
    return next((w.text.lower() for w in tree.children(word, "case", "mark")), "")


def _counts(above: c.Said | None) -> bool:
    """Tell whether a clause is somebody's word at all."""
    return above is None or above.cue is not Cue.HOLLOW


def helped(tree: Tree, word: Word) -> Words:
    """Return whom a duty of help is to, where it is nobody yet: "come to the aid of another that is attacked"."""
    for one in (word, *tree.children(word, "obl", "obj", "nmod")):
        for whom in tree.children(one, "nmod", "obl", "obj"):
            words = c.clause(tree, whom)
            if one.lemma in AID and words and tree.children(whom, "acl:relcl", "acl"):
                return words
    return ()


AID: Final = frozenset("aid help assistance defence defense side rescue support assist defend protect".split())
"""What a member owes another that something is done to."""

"""
Sentences to halves that stand in two of them: "… to change its flag. Otherwise the port would stay closed."

"Otherwise", "if not" and their like at the head of a sentence say what follows when the demand before is not met;
"then" and "in that case" behind a command say what follows when it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from sayso.annotate import signalclauses as c
from sayso.annotate.signaldrafts import Settled, Words
from sayso.annotate.signalstretches import CUE_REACH, bare, reach
from sayso.annotate.signalwords import CUE_OF, GIVING_WAY, HOSTILE, WILL
from sayso.annotate.syntax import Tree, Word
from sayso.terms import SignalKind

FAILING: Final = (
    ("otherwise",),
    ("if", "not"),
    ("or", "else"),
    ("failing", "that"),
    ("failing", "this"),
    ("failing", "which"),
    ("if", "this", "is", "not", "done"),
)
"""What opens a sentence of what follows when something demanded before is not done, "if they do not," besides."""
MEETING: Final = (
    ("then",),
    ("only", "then"),
    ("in", "that", "case"),
    ("if", "so"),
    ("if", "you", "do"),
    ("in", "return"),
)
"""What opens one of what follows when it is."""


Joined: TypeAlias = tuple[SignalKind, Sequence[Word], Sequence[Word], bool, float]
"""A signal over two sentences: its kind, the words of both halves, `if_not`, its score."""
JOINED: Final = 2.0
"""Score of such a signal where the model had none of the demand; set by hand."""


def joined(before: tuple[Tree, list[Settled]] | None, here: tuple[Tree, list[Settled]]) -> list[Joined]:
    """Return what a demand and the "otherwise" of the next sentence make together, and take its parts away."""
    tree, settled = here
    found: list[Joined] = []
    if before is None or before[0].sentence + 1 != tree.sentence:
        return []
    ordered = commanded(before[0])
    if words := otherwise(tree):
        demands = [one for one in before[1] if one[1] is SignalKind.DEMAND and not one[0].consequence]
        bargains = [
            one for one in before[1] if one[1] is SignalKind.PROMISE and one[0].condition and one[0].consequence
        ]
        if demands or (ordered and not bargains):
            asked, score = (demands[-1][0].condition, demands[-1][2]) if demands else (ordered, JOINED)
            found = [(SignalKind.DEMAND, asked, words, True, score)]
            before[1][:] = [one for one in before[1] if one not in demands[-1:]]
        elif bargains:
            draft, _, score = bargains[-1]
            found = [(SignalKind.THREAT, draft.condition, words, not draft.if_not, score)]
    elif ordered and (words := thereupon(tree)):
        is_harm = any(w.upos == "VERB" and w.lemma in HOSTILE - GIVING_WAY for w in words)
        found = [(SignalKind.THREAT if is_harm else SignalKind.PROMISE, ordered, words, False, JOINED)]
    if found:
        taken = {word.index for word in words}
        settled[:] = [one for one in settled if taken.isdisjoint(one[0].words)]
    return found


def otherwise(tree: Tree) -> Words:
    """Return what a sentence says will follow otherwise; nothing where it says no such thing."""
    words = _opening(tree)
    is_undone = len(words) > UNDONE and (
        words[0].text.lower() == "if"
        and words[1].upos == "PRON"
        and words[2].lemma == "do"
        and words[3].text.lower() in c.NOT
        and words[4].text == ","
    )
    return _announced(tree, UNDONE if is_undone else _opened(words, FAILING))


def thereupon(tree: Tree) -> Words:
    """Return what a sentence says will follow then; nothing where it says no such thing."""
    return _announced(tree, _opened(_opening(tree), MEETING))


def commanded(tree: Tree) -> Words:
    """Return a sentence that is a command: "Take your troops out of Kosovo."."""
    first = next((w for w in tree.words if w.text.strip(c.EDGES)), None)
    if first is None or first.upos not in ("VERB", "AUX") or first.text.lower() != first.lemma:
        return ()
    return () if tree.children(first, "nsubj", "aux") else reach(tree, first.index)


UNDONE: Final = 4
"""Words of "if they do not"."""


def _opening(tree: Tree) -> Words:
    return tuple(w for w in tree.words if w.text not in c.QUOTES)[:8]


def _opened(words: Words, openers: tuple[tuple[str, ...], ...]) -> int:
    """Return how many words the longest opener has that a sentence begins with, 0 where it begins with none."""
    low = tuple(w.text.lower() for w in words)
    return max((len(one) for one in openers if low[: len(one)] == one), default=0)


def _announced(tree: Tree, opened: int) -> Words:
    """Return what a sentence says is to come, past so many words that open it."""
    words = _opening(tree)
    if not opened or len(words) <= opened:
        return ()
    first = _past_source(tree, words[opened].index)
    found = bare(reach(tree, first))
    is_asked = any("?" in w.text for w in tree.words[-3:])
    comes = any(w.upos == "AUX" and w.lemma in (*WILL, "can", "must", "have") for w in found[:CUE_REACH])
    is_past = any(w.lemma == "have" and w.upos == "AUX" for w in found[:CUE_REACH])
    is_open = any(w.lemma == "see" for w in found[-1:])  # "then we will see"
    return found if found and not is_open and (comes or _is_now(tree, found)) and not is_past and not is_asked else ()


def _is_now(tree: Tree, words: Words) -> bool:
    """Tell whether the verb at the top of a clause is in the present: "then we talk", no "did not touch"."""
    inside = {w.index for w in words}
    top = next((w for w in words if w.head not in inside and w.upos not in ("PUNCT", "CCONJ", "PART")), None)
    if top is None or any(w.lemma == "to" for w in tree.children(top, "mark")):
        return False
    verb = next(iter(tree.children(top, "aux", "aux:pass", "cop")), top)
    low = verb.text.lower()
    return verb.upos in ("VERB", "AUX") and low in (verb.lemma, f"{verb.lemma}s", f"{verb.lemma}es", *IS)


IS: Final = frozenset(("is", "are", "am", "'s", "'re", "’s", "’re"))
"""Forms of "be" in the present."""


def _past_source(tree: Tree, at: int) -> int:
    """Return the index of the first word of what is said, past ", he said,"."""
    while at < len(tree.words) - 1 and not tree.words[at].text.strip(c.EDGES):
        at += 1
    stop = next((w.index for w in tree.words[at : at + CUE_REACH] if w.text == ","), None)
    between = tree.words[at:stop] if stop is not None else ()
    is_source = any(w.upos == "VERB" and w.lemma in CUE_OF for w in between)
    is_ahead = any(w.upos == "AUX" and w.lemma in WILL for w in between)
    return _past_source(tree, stop + 1) if stop is not None and is_source and not is_ahead else at

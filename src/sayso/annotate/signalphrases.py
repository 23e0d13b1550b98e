"""
Trees to drafts of signals that set phrases make: "all options are on the table", "will pay dearly for X", "on no
account", "at the request of X", "attacked by X, Y would …", "no talks until X".

Each phrase says by itself which signal it is; where the halves end is told as in the other forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.annotate import signalclauses as c
from sayso.annotate.phrases import is_party
from sayso.annotate.signaldrafts import Draft, Words, offered
from sayso.annotate.signalkinds import LIKELY, PLAIN, SURE, is_hostile, is_veiled, kind_of
from sayso.annotate.signalstretches import back, bare, opener_of, reach
from sayso.annotate.signalwords import HOSTILE, WILL, Cue
from sayso.annotate.syntax import Tree, Word
from sayso.terms import SignalKind

NO_WAY: Final = frozenset(
    (
        ("under", "no", "circumstances"),
        ("under", "no", "conditions"),
        ("on", "no", "account"),
        ("in", "no", "circumstances"),
        ("in", "no", "event"),
        ("at", "no", "price"),
        ("at", "no", "time"),
        ("not", "at", "any"),
        ("over", "my", "dead"),
    )
)
"""What makes a refusal of any clause of what is to come."""


def ruled_out(tree: Tree, word: Word) -> Iterator[Draft]:
    """A clause that a set phrase refuses: "would on no account lend its bases", "under no circumstances will we"."""
    low = tuple(w.text.lower() for w in tree.words[word.index : word.index + 3])
    if low not in NO_WAY or not _counts(tree, word):
        return
    before = back(tree, word.index)
    first = before[0].index if before and _is_ahead(before) else word.index
    words = reach(tree, first)
    if _is_ahead(words):
        yield Draft(SignalKind.REFUSAL, (), words, False, PLAIN)


def open_to_all(tree: Tree, word: Word) -> Iterator[Draft]:
    """A veiled threat: "all options are on the table"."""
    low = tuple(w.text.lower() for w in tree.words[word.index : word.index + 3])
    ahead = back(tree, word.index)
    if low not in (("on", "the", "table"), ("off", "the", "table")) or not ahead or not _counts(tree, word):
        return
    first, is_on = ahead[0].text.lower(), low[0] == "on"
    is_all = (first in ("all", "every") if is_on else first in ("no", "nothing", "none")) and not any(
        w.lemma in WILL for w in ahead
    )
    is_option = first == "nothing" or any(w.lemma == "option" for w in ahead)
    if is_all and is_option and not any(w.text.lower() in c.NOT for w in ahead[1:]):
        yield Draft(SignalKind.THREAT, (), (*ahead, *tree.words[word.index : word.index + 3]), False, PLAIN)


DEARLY: Final = frozenset("dearly price heavily".split())
"""With "pay" what somebody is made to feel."""


def paid_for(tree: Tree, word: Word) -> Iterator[Draft]:
    """What somebody will be made to pay for: "Turkey will pay dearly for | every shell that falls on Aleppo"."""
    before = [w for w in tree.words[max(0, word.index - 6) : word.index] if w.lemma == "pay"]
    if (
        word.text.lower() != "for"
        or not before
        or not any(_is_dear(w) for w in tree.words[before[-1].index : word.index])
    ):
        return
    ahead, condition = back(tree, word.index), reach(tree, word.index + 1)
    if not condition or not _is_ahead(ahead) or not _is_word(tree, before[-1]):
        return
    yield Draft(SignalKind.THREAT, condition, ahead, False, PLAIN)


def _is_dear(word: Word) -> bool:
    return word.lemma in DEARLY or word.text.lower() in DEARLY


ASKED: Final = frozenset("request invitation sign hint provocation".split())
"""Nouns behind "at", "on" or "upon" that name what somebody waits for to act."""


def on_sign(tree: Tree, word: Word) -> Iterator[Draft]:
    """What is done at something: "will send doctors at | the request of the Red Cross", "at the first sign of …"."""
    if word.lemma not in ASKED or word.upos != "NOUN":
        return
    near = tree.words[max(0, word.index - 7) : word.index]
    at = next((w for w in reversed(near) if w.text.lower() in ("at", "on", "upon")), None)
    between = tree.words[at.index + 1 : word.index] if at is not None else ()
    is_first = any(w.text.lower() in ("first", "slightest", "least") for w in between)
    if at is None or any(w.upos in ("VERB", "AUX", "ADP", "PUNCT") for w in between):
        return
    if word.lemma not in ("request", "invitation") and not is_first:
        return
    ahead, condition = offered(back(tree, at.index)), reach(tree, at.index + 1)
    top = (
        ahead[0]
        if ahead and ahead[0].upos == "VERB" and ahead[0].index and tree.words[ahead[0].index - 1].text == "to"
        else None
    )
    top = top or next((w for w in ahead if w.upos == "VERB" and c.modals(tree, w) & WILL), None)
    if (
        top is None
        or not condition
        or not _is_word(tree, top)
        or c.is_negated(tree, top)
        or c.is_past_unreal(tree, top)
    ):
        return
    kind = SignalKind.THREAT if is_hostile(tree, top) else SignalKind.PROMISE
    yield Draft(kind, condition, ahead, False, LIKELY)


SUFFERED: Final = HOSTILE | frozenset(
    "leave deprive deny force provoke corner threaten invite unite starve wrong".split()
)
"""Verbs whose participle at the head of a clause may say on what condition: "attacked by Libya, Chad would …"."""


UNREAL: Final = frozenset(("would", "'d", "’d"))
"""Auxiliaries by which the participle before them stands for "if", and not for "because" or "after"."""


def fronted(tree: Tree, word: Word) -> Iterator[Draft]:
    """A participle that stands for "if": "attacked by Libya, | Chad would call on French aircraft"."""
    is_passive = (
        word.upos == "VERB" and word.text.lower() != word.lemma and not word.text.lower().endswith(("ing", "s"))
    )
    if not is_passive or word.lemma not in SUFFERED or tree.children(word, "nsubj", "aux", "aux:pass", "mark"):
        return
    condition = reach(tree, word.index, to_comma=True)
    after = condition[-1].index + 1 if condition else len(tree.words)
    if not opener_of(tree, word.index) or tree.words[after : after + 1] == () or tree.words[after].text != ",":
        return
    consequence = reach(tree, after + 1)
    verb = next((w for w in consequence if w.upos in ("VERB", "AUX")), None)
    if len(condition) < 2 or verb is None or verb.text.lower() not in UNREAL or not _counts(tree, verb):
        return  # "killed in the raid, he will be buried on Friday": that is done already
    top = next((w for w in consequence if w.upos == "VERB"), None)
    if top is not None and not c.is_past_unreal(tree, top):
        kind, trust = kind_of(tree, top, condition)
        yield Draft(kind or SignalKind.PROMISE, condition, consequence, False, max(trust, LIKELY))


def bystanding(tree: Tree, word: Word) -> Iterator[Draft]:
    """What nobody will look on at: "we cannot stand by while | our brothers are murdered"."""
    if word.upos != "VERB" or not c.modals(tree, word) & {"will", "shall", "can"} or not is_veiled(tree, word):
        return
    ahead = back(tree, word.index)
    at = next(
        (w.index for w in tree.words[word.index + 1 : word.index + 7] if w.text.lower() in ("while", "as", "when")),
        None,
    )
    if not _counts(tree, word) or word.lemma == "hesitate":
        return
    after = tree.words[word.index + 1 : word.index + 3]
    if at is None and [w.text.lower() for w in after] == ["indifferent", "to"]:
        at = after[1].index
    if at is None:
        yield Draft(SignalKind.THREAT, (), reach(tree, ahead[0].index if ahead else word.index), False, PLAIN)
    elif condition := reach(tree, at + 1):
        yield Draft(SignalKind.THREAT, condition, (*ahead, *tree.words[word.index : at]), False, PLAIN)


TALKS: Final = frozenset(
    "talk talks negotiation negotiations peace truce ceasefire cease-fire deal surrender return compromise concession "
    "concessions aid recognition retreat withdrawal settlement treaty amnesty armistice trade election "
    "elections".split()
)
"""What a headline that begins with "no" refuses."""


def none_of_it(tree: Tree, word: Word) -> Iterator[Draft]:
    """A headline's refusal: "No talks until army quits - Mugabe", "No truce while shelling lasts, rebels say"."""
    after = tree.words[1] if len(tree.words) > 2 else None
    first = 1 if tree.words[0].text in c.QUOTES and after is not None else 0
    is_first = word.index == first and word.text.lower() == "no" and first + 1 < len(tree.words) - 1
    if not is_first:
        return
    nouns = [w for w in tree.words[first + 1 : first + 4] if w.upos in ("NOUN", "PROPN")]
    at = next((w.index for w in tree.words[first + 2 : first + 9] if w.text.lower() in BARRED), None)
    if not any(w.lemma in TALKS or w.text.lower() in TALKS for w in nouns) or at is None:
        return
    ahead = bare(tree.words[first:at])
    condition = reach(tree, at + 1, to_comma=True)
    if condition and not any(w.upos in ("AUX", "VERB") for w in ahead):
        yield Draft(SignalKind.REFUSAL, condition, ahead, BARRED[tree.words[at].text.lower()], SURE)


BARRED: Final = {
    "until": True,
    "till": True,
    "unless": True,
    "without": True,
    "before": True,
    "while": False,
    "if": False,
}
"""Connectives behind what a headline refuses, to `if_not`."""


def _is_ahead(words: Words) -> bool:
    return any(w.upos == "AUX" and w.lemma in WILL for w in words)


def _counts(tree: Tree, word: Word) -> bool:
    """Tell whether a clause is the word of somebody who can be held to it."""
    above = c.said(tree, word)
    return above is None or not (above.cue is Cue.HOLLOW or c.is_spectator(tree, above))


def _is_word(tree: Tree, verb: Word) -> bool:
    """Tell whether somebody says it who counts, or, where no one is said to say it, whether a party is to do it."""
    if c.said(tree, verb) is not None or tree.words[0].text in c.QUOTES:
        return _counts(tree, verb)
    who = c.subject(tree, verb)
    return who is not None and (is_party(tree, who) or who.lemma in c.FIRST_PERSON)


PHRASES: Final = (ruled_out, open_to_all, paid_for, on_sign, fronted, bystanding, none_of_it)
"""Every form of this module."""

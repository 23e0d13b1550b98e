"""
Words to the connectives that open a condition, and where the condition behind them begins.
"""

from __future__ import annotations

from typing import Final

from sayso.annotate import signalclauses as c
from sayso.annotate.signalstretches import (
    INSTANTS,
    SUBJECTS,
    back,
    is_connective,
    is_inverted,
    is_long,
    opener_of,
)
from sayso.annotate.signalwords import CUE_OF, WHETHER, Cue
from sayso.annotate.syntax import Tree, Word

WORDS_AHEAD: Final = {"the moment": 1, "in return": 1, "in exchange": 1, "only after": 1}
"""Connectives of which so many words stand before the one that they are known by; "in the event", "in case" besides."""
EXCHANGED: Final = frozenset(("the moment", "in return", "in exchange"))
"""Connectives whose condition may run on into the consequence without a mark between."""


def connective_of(tree: Tree, word: Word) -> tuple[str | None, int]:
    """Return the connective that a word is, and where its condition begins; None where it is none."""
    low = word.text.lower()
    before = tree.words[word.index - 1].text.lower() if word.index else ""
    after = tree.words[word.index + 1].text.lower() if word.index + 1 < len(tree.words) else ""
    is_behind = not opener_of(tree, word.index) and not (low in ("without", "absent") and _is_needed(tree, word))
    if low in ("failing", "barring", "without", "absent") and (after == "which" or is_behind):
        return None, 0
    if low in ("without", "absent"):
        return low, word.index + 1
    if low in ("return", "exchange") and before == "in" and tree.words[word.index + 1 :][:1]:
        return (f"in {low}", word.index + 2) if tree.words[word.index + 1].text.lower() == "for" else (None, 0)
    if low in ("after", "when", "once") and before == "only" and (low != "once" or word.upos == "SCONJ"):
        return "only after", word.index + 1
    if low == "while" and word.upos == "SCONJ" and _is_lasting(tree, word):
        return "as long as", word.index + 1
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
    if low in INSTANTS and word.upos == "NOUN" and before == "the" and (first := _at_instant(tree, word)) is not None:
        return "the moment", first
    earlier = tree.words[word.index - 2].text.lower() if word.index > 1 else ""
    is_in = before == "in" or (before == "the" and earlier == "in")
    if low in ("event", "case") and is_in and word.index + 1 < len(tree.words):
        of = tree.words[word.index + 1].text.lower() == "of"
        return ("in the event", word.index + 2) if of else (None, 0)
    return None, 0


NEEDED: Final = frozenset(
    """
    accord agreement amnesty apology approval assurance authorisation authorization ceasefire cease-fire compensation
    concession condition consent consultation consensus deal election explanation force guarantee mandate permission
    permit pledge progress promise ratification recognition reform referendum resolution security settlement swap treaty
    truce vote withdrawal release return
    """.split()
)
"""Nouns of what others are to give first: behind "without" a condition, unlike "without a warning"."""


def _is_needed(tree: Tree, word: Word) -> bool:
    """Tell whether "without" behind a clause of what will be names what is asked for: "no vote without a truce"."""
    ahead = back(tree, word.index)
    comes = any(w.upos == "AUX" and w.lemma in ("will", "shall", "can") for w in ahead)
    is_refused = any(w.text.lower() == "no" for w in ahead[:1])
    is_introduced = bool(ahead) and CUE_OF.get(_cue_ahead(tree, ahead)) in (Cue.REFUSE, *PLEDGES)
    row = tree.words[word.index + 1 : word.index + 6]
    stop = next((at for at, w in enumerate(row) if w.upos in ("VERB", "PUNCT", "ADP", "CCONJ")), len(row))
    nouns = [w for w in row[:stop] if w.upos in ("NOUN", "PROPN")]
    return bool(nouns) and nouns[-1].lemma in NEEDED and (comes or is_refused or is_introduced)


def _cue_ahead(tree: Tree, words: tuple[Word, ...]) -> str:
    """Return the lemma of the word of saying whose infinitive a clause is."""
    at = words[0].index - 2
    return tree.words[at].lemma if at >= 0 else ""


def ahead_of(tree: Tree, word: Word, connective: str) -> int:
    """Return how many words of a connective stand before the one that it is known by: "in the | event of"."""
    if connective == "in the event":
        return 1 + (tree.words[word.index - 1].text.lower() == "the")
    return WORDS_AHEAD.get(connective, 0)


def _at_instant(tree: Tree, word: Word) -> int | None:
    """Return where the clause begins that "the moment" opens, at the head of a sentence or of what is quoted."""
    ahead, after = tree.words[: word.index - 1], word.index + 1
    if after >= len(tree.words) - 2:
        return None
    first = after + (tree.words[after].text.lower() in ("that", "when"))
    opens = tree.words[first].upos in SUBJECTS
    is_first = not ahead or not ahead[-1].text.strip(c.EDGES)
    return first if opens and (is_first or (_is_clause(tree, first) and _is_to_come(tree, word.index - 1))) else None


def _is_clause(tree: Tree, first: int) -> bool:
    """Tell whether a clause with a verb begins at a word: "the day | the pilots walk free"."""
    stop = next((w.index for w in tree.words[first:] if not w.text.strip(c.EDGES)), len(tree.words))
    return any(w.upos in ("VERB", "AUX") for w in tree.words[first + 1 : stop])


def _is_to_come(tree: Tree, last: int) -> bool:
    """Tell whether the clause that ends at a word is of what will be, and no preposition ties the word to it."""
    said = back(tree, last)
    is_tied = bool(said) and said[-1].upos == "ADP" and said[-1].relation == "case"
    is_pledged = any(
        CUE_OF.get(w.lemma) in PLEDGES and w.upos == "VERB" for w in tree.words[max(0, last - PLEDGE_REACH) : last]
    )
    return not is_tied and (is_pledged or any(w.lemma in ("will", "shall") and w.upos == "AUX" for w in said))


PLEDGES: Final = frozenset((Cue.PROMISE, Cue.VOW, Cue.THREATEN))
PLEDGE_REACH: Final = 8
"""Words before "the moment" among which a promise or threat stands: "promised to come | the minute he was asked"."""


LASTING: Final = frozenset("last continue remain persist go stay stand hold".split())
"""Verbs of what lasts, on which what holds as long as it does depends: "while the siege lasts, no ship will sail"."""


def _is_lasting(tree: Tree, word: Word) -> bool:
    """Tell whether "while" says as long as what: something lasts, and something will or will not be until it ends."""
    verb = tree.parent(word)
    above = tree.parent(verb) if verb is not None else None
    is_state = verb is not None and bool(tree.children(verb, "cop")) and above is not None and c.is_negated(tree, above)
    if verb is None or above is None or not (verb.lemma in LASTING or is_state) or c.modals(tree, verb):
        return False
    return bool(c.modals(tree, above) & {"will", "shall"})


def _is_put_off(tree: Tree, word: Word) -> bool:
    """Tell whether "before" stands behind something that will not be done until then."""
    verb = tree.parent(word)
    above = tree.parent(verb) if verb is not None else None
    is_ahead_of_it = above is not None and bool(c.modals(tree, above) & {"will", "shall"})
    return above is not None and above.index < word.index and is_ahead_of_it and c.is_negated(tree, above)

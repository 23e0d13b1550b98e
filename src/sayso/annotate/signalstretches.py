"""
Words in order to halves of signals: where a clause that begins here ends, and where one that ends here began.

A tree of a long sentence has wrong joints in many places, and one is enough to tear a clause apart. The order of words
errs less: a clause runs from its opener ("that", "to", "if", an opening quotation mark) to the next word that cannot
belong to it. What the tree says well, parts of speech and who is the subject, is used; the rest is not asked.
"""

from __future__ import annotations

from typing import Final

from sayso.annotate.signalclauses import CLOSERS, EDGES, OPENERS
from sayso.annotate.signalwords import CONNECTIVES, CUE_OF, TREATIES, Cue
from sayso.annotate.syntax import Tree, Word

Words = tuple[Word, ...]

BREAKS: Final = frozenset(":;—–") | frozenset((".", "!", "?", "--", "...", "…"))
RELATIVES: Final = frozenset(("which", "who", "whose", "whom", "where"))
SUBORDINATE: Final = frozenset(
    ("because", "while", "although", "though", "whereas", "since", "as", "after", "before", "when", "so")
)
"""Openers of a clause that says why or when something was said; a stop only as conjunctions, not as prepositions."""
LONG_CONNECTIVES: Final = frozenset(("as long as", "so long as", "as soon as", "on condition that"))
CUE_REACH: Final = 11  # words after a comma within which "…, the minister said" is looked for


SAVING: Final = frozenset(
    "all nothing anything everything none nobody anyone everyone choice option alternative".split()
)
"""Words behind which "but" means all save: "expel all but ten"."""


def reach(tree: Tree, first: int, *, to_comma: bool = False) -> Words:
    """
    Return the words of a clause from its first word to its end.

    Args:
        tree: The sentence.
        first: Index of its first word.
        to_comma: Whether the first comma ends it, as it ends "if X," at the head of a sentence.
    """
    last = first
    while last < len(tree.words) and not _ends(tree, first, last, to_comma=to_comma):
        last += 1
    return bare(tree.words[first:last])


def back(tree: Tree, last: int) -> Words:
    """Return the words of a clause from its opener to its end, `last` excluded."""
    first = last
    while first > 0 and not _opens(tree, first - 1):
        first -= 1
    return bare(tree.words[first:last])


def bare(words: Words) -> Words:
    """Return words without marks, and without "and", "but", "that", "then" at their head."""
    kept = list(words)
    while kept and (not kept[0].text.strip(EDGES) or kept[0].text.lower() in ("and", "but", "that", "then", "only")):
        kept = kept[1:]
    while kept and not kept[-1].text.strip(EDGES):
        kept = kept[:-1]
    return tuple(kept)


def _ends(tree: Tree, first: int, at: int, *, to_comma: bool) -> bool:
    """Tell whether a clause that began at `first` has ended before the word at `at`."""
    word = tree.words[at]
    low = word.text.lower()
    if at == first:
        return False
    if low in BREAKS or (low in CLOSERS and _is_open(tree, first, at)):
        return True
    if is_connective(tree, at) or (low == "otherwise" and tree.words[at - 1].upos == "PUNCT"):
        return True
    if low == "as" and at > 1 and tree.words[at - 1].text.lower() == "long" and is_while(tree, at - 2):
        return False
    if word.upos == "SCONJ" and low in SUBORDINATE:
        return True
    if low in ("as", "so") and is_long(tree, at):
        return True
    if word.upos == "CCONJ" and low == "but":
        return tree.words[at - 1].text.lower() not in SAVING
    if word.upos == "CCONJ" and low != "or" and _is_report(tree, at + 1):
        return True
    if low == ",":
        return to_comma or _ends_at_comma(tree, at)
    return is_inverted(tree, at) or is_event_of(tree, at) or is_instant(tree, at) or _is_source_of_rule(tree, at)


def is_connective(tree: Tree, at: int) -> bool:
    """Tell whether a word is one of `CONNECTIVES` here: not "at once", "as if", "even if"."""
    word, before = tree.words[at], tree.words[at - 1].text.lower() if at else ""
    if word.text.lower() not in CONNECTIVES or word.upos not in ("SCONJ", "ADV", "ADP", "VERB"):
        return False
    if word.upos == "VERB" and word.lemma in ("provide", "assume") and word.relation != "mark":
        after = tree.words[at + 1].text.lower() if at + 1 < len(tree.words) else ""
        if after != "that" or tree.children(word, "nsubj", "aux"):
            return False
    return before not in ("at", "all", "for", "than", "as", "even", "what")


def begins_condition(tree: Tree, at: int) -> bool:
    """Tell whether a condition with a connective of any length, or an inverted one, begins at a word."""
    if at >= len(tree.words):
        return False
    is_when = tree.words[at].text.lower() == "when" and tree.words[at].upos in ("SCONJ", "ADV")
    return is_when or any(form(tree, at) for form in (is_connective, is_long, is_inverted, is_event_of, is_instant))


def is_event_of(tree: Tree, at: int) -> bool:
    """Tell whether "in the event of" or "in case of" begins at a word."""
    low = tuple(w.text.lower() for w in tree.words[at : at + 4])
    return any(low[: len(one)] == one for one in EVENTS)


EVENTS: Final = (("in", "the", "event", "of"), ("in", "the", "case", "of"), ("in", "case", "of"))
"""Connectives of several words before what may come."""


INSTANTS: Final = frozenset("moment day minute instant hour second".split())
"""Nouns that with "the" open a condition: "the moment a ship sails, …"."""


def is_instant(tree: Tree, at: int) -> bool:
    """Tell whether "the moment" and the clause that it opens begin at a word, with no preposition before."""
    low = [w.text.lower() for w in tree.words[at : at + 2]]
    if len(low) < 2 or low[0] != "the" or low[1] not in INSTANTS or tree.words[at + 1].upos != "NOUN":
        return False
    if not at or tree.words[at - 1].upos == "ADP":
        return False
    after = tree.words[at + 2 : at + 8]
    return bool(after) and after[0].upos in SUBJECTS and any(w.upos in ("VERB", "AUX") for w in after[1:])


SUBJECTS: Final = frozenset("DET PRON PROPN NOUN ADJ NUM".split())
"""Parts of speech with which a clause begins that "the moment" opens."""


def is_long(tree: Tree, at: int) -> bool:
    """Tell whether "as long as", "so long as" or "as soon as" begins at a word."""
    return not is_while(tree, at) and " ".join(w.text.lower() for w in tree.words[at : at + 3]) in LONG_CONNECTIVES


SPANNING: Final = frozenset("need necessary last take require want wish possible".split())
"""Words of a clause behind "for as long as" that says only how long: "will stay for as long as they are needed"."""


def is_while(tree: Tree, at: int) -> bool:
    """Tell whether "as long as" at a word says how long something is done, and not on what condition."""
    after = tree.words[at + 3 : at + 8]
    return at > 0 and tree.words[at - 1].text.lower() == "for" and any(w.lemma in SPANNING for w in after)


def _is_open(tree: Tree, first: int, at: int) -> bool:
    """Tell whether a closing mark at `at` closes a quotation that was opened before `first`."""
    mark = tree.words[at].text
    inside = [w.text for w in tree.words[first:at]]
    if mark in ('"', "''"):
        return sum(text in ('"', "``", "''") for text in inside) % 2 == 0 and any(
            w.text in ('"', "``", "''") for w in tree.words[:first]
        )
    return sum(text in OPENERS for text in inside) <= sum(text in CLOSERS for text in inside)


def _is_source_of_rule(tree: Tree, at: int) -> bool:
    """Tell whether "under the pact", "by the terms of the treaty" begins here."""
    near = tree.words[at + 1 : at + 6]
    return tree.words[at].text.lower() in ("under", "by") and any(one.lemma in TREATIES for one in near)


def _is_report(tree: Tree, at: int) -> bool:
    """Tell whether a finite verb of the report follows "and": "… and said", "… and accused"."""
    for word in tree.words[at : at + 2]:
        if word.upos == "VERB":
            return word.text.lower().endswith("ed") or (word.lemma in CUE_OF and word.lemma != word.text.lower())
        if word.upos not in ("ADV", "AUX"):
            return False
    return False


def _ends_at_comma(tree: Tree, at: int) -> bool:
    after = tree.words[at + 1 : at + 1 + CUE_REACH]
    if not after:
        return True
    first = after[0]
    low = first.text.lower()
    if low in RELATIVES or first.upos == "SCONJ" or low in ("but", "according", "with", "in"):
        return True
    if low in CLOSERS or (
        first.upos == "CCONJ" and len(after) > 1 and after[1].upos in ("PRON", "DET", "PROPN", "VERB")
    ):
        return True
    if first.upos == "VERB" and first.text.lower().endswith("ing"):
        return True
    commas = 0
    for word in tree.words[at + 1 : at + 1 + CUE_REACH]:
        if word.upos == "VERB":
            return word.lemma in CUE_OF
        commas += word.text == ","
        if word.text in (".", ";") or commas > 2 or (commas and word.upos not in NAMING):
            return False
    return False


NAMING: Final = frozenset(("PUNCT", "PROPN", "NOUN", "DET", "ADJ", "ADP", "AUX"))
"""Parts of speech of a source that is told in apposition: ", the minister, Mr Rao, said"."""


BEFORE_INVERTED: Final = frozenset("PUNCT NOUN PROPN ADV ADP VERB ADJ NUM CCONJ".split())
"""Parts of speech behind which an inverted condition may begin."""


def is_inverted(tree: Tree, at: int) -> bool:
    """Tell whether an inverted condition begins at a word: "should they land", "were it to fail"."""
    if tree.words[at].text.lower() not in ("should", "were") or at + 1 >= len(tree.words):
        return False
    before, after = tree.words[at - 1] if at else None, tree.words[at + 1]
    opens = before is None or before.upos in BEFORE_INVERTED
    is_nominal = after.upos in ("DET", "PROPN", "PRON", "NOUN") or after.text.lower() in ("either", "both", "any")
    is_nominal = is_nominal or (after.upos == "ADJ" and (before is None or before.upos in ("PUNCT", "SCONJ", "CCONJ")))
    return opens and is_nominal and not _has_subject(tree, at)


def _has_subject(tree: Tree, at: int) -> bool:
    """Tell whether the auxiliary at `at` has its subject before it, so that it is no inversion."""
    verb = tree.parent(tree.words[at])
    subjects = tree.children(verb, "nsubj") if verb is not None else ()
    return any(one.index < at for one in subjects)


def _opens(tree: Tree, at: int) -> bool:
    """Tell whether the word at `at` stands before a clause and is no part of it."""
    word = tree.words[at]
    low = word.text.lower()
    if low in OPENERS or low in ('"', "``"):
        return not _is_in_mid_clause(tree, at)
    if low in BREAKS:
        return True
    if low == "that" and word.upos in ("SCONJ", "PRON"):
        return True
    if low == "to" and at and tree.words[at - 1].lemma in CUE_OF and word.upos == "PART":
        return True
    if word.upos == "VERB" and CUE_OF.get(word.lemma, Cue.HOLLOW) is not Cue.HOLLOW and word.lemma != low:
        return True
    if low == "," and at + 1 < len(tree.words) and tree.words[at + 1].upos in ("CCONJ", "PRON"):
        return True
    return low == "but" and not (at and tree.words[at - 1].text.lower() in SAVING)


def _is_in_mid_clause(tree: Tree, at: int) -> bool:
    """Tell whether a quotation mark stands in the middle of a clause, of which only some words are quoted."""
    before = tree.words[at - 1] if at else None
    if before is None or before.upos not in ("VERB", "DET", "ADJ", "NOUN", "PRON", "AUX", "ADP", "PROPN"):
        return False
    is_closing = (
        tree.words[at].text not in OPENERS and sum(w.text == tree.words[at].text for w in tree.words[:at]) % 2 == 1
    )
    return is_closing or (before.upos in ("VERB", "DET", "ADJ", "ADP") and before.lemma not in CUE_OF)


def opener_of(tree: Tree, at: int) -> bool:
    """Tell whether a connective at `at` stands at the head of its sentence or of what is said."""
    if at == 0:
        return True
    before = at - 1
    if tree.words[before].text.lower() == "only":
        return opener_of(tree, before)
    while before > 0 and not tree.words[before].text.strip(EDGES):
        if tree.words[before].text != ",":
            return True
        before -= 1
    word = tree.words[before]
    return _opens(tree, before) or word.upos in ("CCONJ", "SCONJ") or not word.text.strip(EDGES)

"""
Trees to standing: whether a text says that something happened, will, may, did long ago, or did not.

The way from a predicate up to the root is walked once; each word on it may carry a modal, a negation or a conjunction,
and may put what hangs on it in doubt ("refused to", "plans to", "the risk of"). A negation outweighs a condition, for
"if they do not withdraw" asks for what is negated. Statement contexts (who says it) are left aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.annotate import order
from sayso.annotate.clauses import LIGHT, particles
from sayso.annotate.order import CALENDAR, CONDITIONS, RELATIVES
from sayso.annotate.phrases import preposition
from sayso.annotate.standingwords import (
    ANY,
    ARRANGING,
    BESIDE,
    COMMITTING,
    DENYING,
    DOUBTING,
    IF,
    LEADING,
    LONG_AGO,
    MAYBE,
    NOBODY,
    NOT,
    PAST,
    PERHAPS,
    PLANNING,
    RANKS,
    SHARING,
    SIDES,
    TIMES,
    WILL,
    YEAR,
)
from sayso.annotate.syntax import Tree, Word
from sayso.annotate.unreal import is_dared, is_open, is_unreal, modals
from sayso.terms import Standing


@dataclass(frozen=True, slots=True)
class Step:
    """One word on the way to the root, and how the one below hangs on it."""

    word: Word
    below: Word | None


def standing(tree: Tree, word: Word, year: int | None) -> Standing:
    """
    Return the standing of what a word says.

    Args:
        tree: Its sentence.
        word: The predicate.
        year: In which the article was published, None where that is not known.
    """
    denials, doubt, ahead, past = 0, _conditional(tree, word), False, False
    for step in _way(tree, word):
        if step.word.lemma == "doubt" and step.below is not None and _undoubted(tree, step.word):
            break
        denials += _denied(tree, step)
        doubt = doubt or _doubted(tree, step)
        ahead = ahead or _planned(tree, step)
        past = past or _long_past(tree, step.word, year)
    if denials % 2:
        return Standing.NEGATED
    if doubt:
        return Standing.HYPOTHETICAL
    if ahead:
        return Standing.FUTURE
    return Standing.HISTORICAL if past else Standing.ACTUAL


def _undoubted(tree: Tree, word: Word) -> bool:
    """Tell whether there is no doubt: "nobody should doubt that"."""
    around = tree.children(word, "nsubj", "advmod", "det")
    return any(w.lemma in ("nobody", "no", "none", "not", "never") for w in around)


def _conditional(tree: Tree, word: Word) -> bool:
    """
    Tell by the order of words whether a verb stands in an "if" clause or right behind one.

    "If X comes and Y agrees, Z will follow" has three such verbs. It is for trees in which the conjunction hangs
    elsewhere.
    """
    if word.upos != "VERB":
        return False
    verbs, joined, commas = 0, False, 0
    for earlier in reversed(tree.words[: word.index]):
        low = earlier.text.lower()
        if low in BESIDE and earlier.deprel == "mark":
            return False
        if low in IF and earlier.deprel == "mark":
            modal = bool(modals(tree, word) & (WILL | MAYBE))
            return (verbs == 1 and modal) if commas else (verbs == 0 or (joined and verbs == 1 and not modal))
        if low in (";", ":", "”", "that") or (low == "," and (commas or verbs)):
            return False
        verbs += earlier.upos == "VERB" and earlier.relation not in ("amod", "compound")
        commas += low == ","
        joined = joined or (low in ("and", "or") and verbs == 0)
    return False


def _way(tree: Tree, word: Word) -> Iterator[Step]:
    """Yield the words whose modality reaches down to a predicate, itself first."""
    below: Word | None = None
    here: Word | None = word
    while here is not None:
        yield Step(here, below)
        above = tree.parent(here)
        if above is None or not _reaches(tree, here, above):
            return
        below, here = here, above


def _reaches(tree: Tree, below: Word, above: Word) -> bool:
    """Tell whether what is said of `above` touches what hangs on it."""
    relation = below.deprel
    marks = {w.lemma for w in tree.children(below, "mark") if w.index < below.index}
    if marks & BESIDE or (relation == "acl" and marks & CONDITIONS):
        return False
    if relation in ("xcomp", "ccomp", "csubj", "csubj:pass", "acl"):
        return True
    if relation == "conj":
        if IF & {w.text.lower() for w in tree.children(above, "mark")} and not tree.children(below, "aux", "mark"):
            return True
        return not tree.children(below, "nsubj", "aux", "nsubj:pass", "cop")
    if relation == "nmod" and above.lemma in ("part", "role") and above.relation == "obj":
        return True
    if relation == "advcl":
        if above.lemma in RANKS and _infinitive(tree, below):
            return True
        if above.lemma == "give" and "to" in marks:
            return True
        return bool(marks & {"of", "from", "against", "for", "about"})
    if relation == "nsubj" and tree.children(above, "cop"):
        return is_open(tree, below)
    if relation in ("obj", "nsubj:pass", "nsubj", "obl", "nmod", "obl:agent"):
        if above.lemma in LIGHT | LEADING | DENYING | DOUBTING | PLANNING or above.lemma == "rule":
            return above.lemma in DENYING | DOUBTING or is_open(tree, below) or above.lemma in LEADING | LIGHT
        return is_open(tree, below) and below.upos == "NOUN" and bool(modals(tree, above) & MAYBE)
    return False


def _infinitive(tree: Tree, word: Word) -> bool:
    return any(w.lemma == "to" and w.upos == "PART" for w in tree.children(word, "mark"))


def _perfect(tree: Tree, word: Word) -> bool:
    """Tell whether an infinitive looks back: "the first to have joined"."""
    return any(w.lemma == "have" for w in tree.children(word, "aux"))


def _denied(tree: Tree, step: Step) -> int:
    """Count the negations that a word carries, or lays on what hangs on it."""
    word = step.word
    own = sum(w.text.lower() in NOT for w in tree.children(word, "advmod", "mark", "case", "cc:preconj"))
    around = (word, *tree.children(word, "nsubj"), *(w for w in tree.children(word, "obj") if w.lemma in SIDES))
    own += sum(w.lemma in ("no", "neither") for one in around for w in tree.children(one, "det"))
    own += any(_is_none(tree, one) for one in tree.children(word, "nsubj"))
    if step.below is None:
        named = [one for one in tree.children(word, "obj", "iobj", "obl") if one.lemma not in SIDES]
        return own + any(_is_none(tree, one) or _is_no(tree, one) for one in named)
    if step.below.relation == "obl":
        own += sum(w.lemma == "no" for one in tree.children(word, "obj") for w in tree.children(one, "det"))
    if not _shares_negation(tree, word, step.below):
        own = 0
    if word.lemma in DENYING and step.below.relation in ("xcomp", "ccomp", "obj", "advcl", "acl", "nmod", "nsubj"):
        return own + 1
    return own + (word.lemma in ("rule", "stop", "keep") and _kept_from(tree, word, step.below))


def _is_none(tree: Tree, head: Word) -> bool:
    """Tell whether a phrase is of nobody: "nothing", "none of the men", "not one soldier", "not a single plane"."""
    if head.lemma in NOBODY:
        return True
    counted = tree.children(head, "nummod", "det", "advmod", "amod")
    first = min((w.index for w in counted), default=head.index)
    before = tree.words[first - 1] if first else head
    words = {w.lemma for w in counted}
    return ("not" in words or before.lemma == "not") and not words.isdisjoint(("one", "a", "single"))


def _is_no(tree: Tree, head: Word) -> bool:
    """Tell whether a "no" stands before an object: "sell no arms", "send no more pilots"."""
    before = tree.words[max(0, head.index - 4) : head.index]
    own = {w.index for w in tree.children(head, "det", "amod", "advmod", "nummod", "compound")}
    return any(w.lemma == "no" and (w.index in own or w.head in own) for w in before)


def _shares_negation(tree: Tree, word: Word, below: Word) -> bool:
    """Tell whether a negation of a word holds for what hangs on it: not for a subject, nor for an "and" clause."""
    if below.deprel == "conj":
        return any(w.lemma in ("or", "nor") for w in tree.children(below, "cc"))
    if below.upos == "NOUN" and below.relation in ("obj", "obl"):
        return word.lemma in SHARING | LIGHT | LEADING | DENYING | PLANNING
    if below.relation == "ccomp" and any(w.lemma in ("whether", "if") for w in tree.children(below, "mark")):
        return False
    return below.relation != "nsubj" or word.lemma in ("happen", "occur", "come", "take", "begin", "start")


def _kept_from(tree: Tree, word: Word, below: Word) -> bool:
    """Tell whether something is ruled out, or somebody stopped or kept from it."""
    if any(w.text.lower() == "out" for w in particles(tree, word)):
        return below.relation in ("obj", "xcomp", "ccomp", "advcl", "nsubj")
    return any(w.lemma == "from" for w in tree.children(below, "mark"))


def _doubted(tree: Tree, step: Step) -> bool:
    word, below = step.word, step.below
    marks = {w.text.lower() for w in tree.children(word, "mark")}
    maybe = modals(tree, word) & MAYBE and not _is_backshifted(tree, word)
    if marks & IF or maybe or _has_condition(tree, word, below) or _as_soon_as(tree, word):
        return True
    if below is None:
        any_such = _any_such(tree, word)
        purpose = word.deprel == "advcl" and _infinitive(tree, word) and not _perfect(tree, word)
        above = tree.parent(word)
        open_event = is_unreal(tree, word) or (above is not None and _is_rule(tree, above))
        return (
            any_such
            or purpose
            or open_event
            or _inverted(tree, word)
            or _maybe_adverb(tree, word)
            or is_dared(tree, word)
        )
    if word.lemma in DOUBTING or (word.lemma == "have" and below.relation == "xcomp" and _infinitive(tree, below)):
        return below.relation not in ("nsubj",)
    if _is_rule(tree, word) or (word.lemma == "rule" and any(w.lemma == "out" for w in particles(tree, word))):
        return True
    return any(w.lemma in DOUBTING for w in tree.children(word, "amod")) and word.upos == "NOUN"


def _is_backshifted(tree: Tree, word: Word) -> bool:
    """Tell whether a "would" is only the "will" of a promise that is told in the past."""
    above = tree.parent(word)
    if above is None or word.relation != "ccomp" or above.lemma not in COMMITTING:
        return False
    return modals(tree, word) & MAYBE == {"would"} and not _has_condition(tree, above, word)


def _as_soon_as(tree: Tree, word: Word) -> bool:
    """Tell whether a clause names what something to come waits for: "as soon as they leave", "will go when it ends"."""
    above = tree.parent(word)
    if word.relation != "advcl" or above is None or word.upos not in ("VERB", "ADJ", "NOUN"):
        return False
    starts = [w.index for w in tree.children(word, "mark", "advmod") if w.lemma in ("as", "when", "soon", "once")]
    if not starts or min(starts) > word.index:
        return False
    first = tree.words[min(starts)]
    before = tree.words[first.index - 1].lemma if first.index else ""
    if first.lemma == "as" and before != "soon":
        return False
    return bool(modals(tree, above) & (WILL | MAYBE)) or _infinitive(tree, above)


def _any_such(tree: Tree, word: Word) -> bool:
    """Tell whether a word is about whatever there may be: "any attack", "whoever attacks", "sanctions are war"."""
    if any(w.lemma in ANY for w in tree.children(word, "det")) or _any_antecedent(tree, word):
        return True
    agents = tree.children(word, "nmod") if word.upos == "NOUN" and is_open(tree, word) else ()
    if any(w.lemma in ANY for one in agents for w in tree.children(one, "det")):
        return True
    above = tree.parent(word)
    if above is None:
        return any(w.lemma in ANY for w in tree.children(word, "nsubj"))
    if word.deprel == "acl:relcl":
        return above.lemma in ANY or any(w.lemma in ANY for w in tree.children(above, "det", "nmod"))
    is_timeless = any(w.text.lower() in ("is", "are", "be") for w in tree.children(above, "cop"))
    if word.upos == "NOUN" and word.deprel == "nsubj" and is_timeless and is_open(tree, word):
        return True
    return any(w.lemma in ANY for w in tree.children(word, "nsubj"))


def _is_rule(tree: Tree, word: Word) -> bool:
    """Tell whether "X means Y" is said of whatever X there may be: "sanctions mean war"."""
    if word.lemma != "mean" or tree.children(word, "aux") or word.text.lower() not in ("mean", "means"):
        return False
    return any(w.upos == "NOUN" and is_open(tree, w) for w in tree.children(word, "nsubj"))


def _any_antecedent(tree: Tree, word: Word) -> bool:
    """Tell whether a relative clause is about whoever there may be, by the noun before its pronoun."""
    pronoun = next((w for w in tree.children(word, "nsubj", "nsubj:pass") if w.text.lower() in RELATIVES), None)
    noun = next(iter(order.before(tree, pronoun)), None) if pronoun is not None else None
    return noun is not None and any(w.lemma in ANY for w in tree.children(noun, "det"))


def _inverted(tree: Tree, word: Word) -> bool:
    """Tell whether a clause is a condition by its order of words: "should they attack"."""
    first = tree.children(word, "aux", "aux:pass", "nsubj", "nsubj:pass")[:1]
    return word.deprel == "advcl" and any(w.text.lower() in ("should", "were", "had") for w in first)


def _maybe_adverb(tree: Tree, word: Word) -> bool:
    return any(w.lemma in PERHAPS for w in tree.children(word, "advmod", "amod"))


def _has_condition(tree: Tree, word: Word, below: Word | None) -> bool:
    """Tell whether a clause beside this one says under what condition."""
    for clause in tree.children(word, "advcl"):
        if clause is below:
            continue
        marks = {w.text.lower() for w in tree.children(clause, "mark")}
        if marks & {"if", "unless", "lest", "provided", "until"}:
            return True
    return False


def _planned(tree: Tree, step: Step) -> bool:
    word, below = step.word, step.below
    if modals(tree, word) & WILL or _is_backshifted(tree, word):
        return True
    if below is None:
        bare = word.relation in ("root", "parataxis", "ccomp") and _infinitive(tree, word)
        return bare or (word.deprel == "acl" and _infinitive(tree, word) and not _perfect(tree, word))
    if word.lemma == "go" and below.relation == "xcomp" and word.text.lower() == "going":
        return True
    if word.lemma == "give" and below.relation in ("xcomp", "advcl") and _infinitive(tree, below):
        return True
    if word.lemma == "be" and below.relation == "xcomp":
        return True
    if word.lemma == "tell" and below.relation in ("xcomp", "ccomp") and _infinitive(tree, below):
        return True
    if word.lemma in ARRANGING and word.upos == "VERB" and below.upos == "NOUN":
        return below.relation == "obj" or below.deprel == "nsubj:pass"
    return word.lemma in PLANNING and below.relation in ("xcomp", "ccomp", "acl", "advcl")


def _long_past(tree: Tree, word: Word, year: int | None) -> bool:
    """Tell whether a phrase of time puts it before the story: an earlier year, "decades ago"."""
    for head in tree.children(word, "obl", "obl:unmarked", "nmod", "nmod:unmarked", "advmod"):
        if preposition(tree, head) in ("since", "until", "till", "by") or not _is_time(head):
            continue
        phrase = tree.subtree(head)
        words = " ".join(w.text for w in phrase)
        if _is_compared(tree, phrase[0]):
            continue
        if PAST.search(words) or LONG_AGO.search(words):
            return True
        years = [int(found) for found in YEAR.findall(words)]
        if year is not None and years and max(years) < year and not _recent(words, max(years), year):
            return True
    return False


def _is_compared(tree: Tree, first: Word) -> bool:
    """Tell whether a phrase of time is only what is compared with: "as many as a year ago"."""
    return "as" in (first.lemma, tree.words[first.index - 1].lemma if first.index else "") or first.lemma == "than"


def _is_time(head: Word) -> bool:
    """Tell whether a phrase is one of time by its head: a year, a day, "ago"."""
    return bool(YEAR.match(head.text) or CALENDAR.match(head.text)) or head.lemma in TIMES


def _recent(words: str, stated: int, year: int) -> bool:
    """Tell whether a named month of the year before may still be the story."""
    return stated == year - 1 and bool(re.search(r"\b(?:Oct|Nov|Dec)", words))

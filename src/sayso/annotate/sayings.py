"""
Trees to the attributions that the model did not see: a sentence that ends in its source, "…, the minister has said",
and one that begins with it: "the minister told the envoy that …", "the Pope begged both sides to …".

Of all forms the first is told by order alone: a clause, a comma, who says it, a verb of saying, and the end. Where the
model tagged anything of the sentence, it is believed. Of the second it is believed in the words that it would take.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sayso.annotate.attributions import Attribution
from sayso.annotate.signalwords import URGING
from sayso.annotate.syntax import Tree, Word
from sayso.article.article import Article
from sayso.spans import Span, cover
from sayso.terms import ZoneKind

TELLING: Final = frozenset(
    """say add warn announce declare claim insist argue note stress maintain reiterate assert explain admit acknowledge
    confirm vow pledge promise threaten caution report predict tell""".split()
)
"""Verbs that may stand behind what is said."""

TAIL: Final = 6
"""Words that may follow the verb: "on Tuesday", "in a statement"; set by hand."""
LEAST: Final = 3
"""Words that what is said must have; set by hand."""
UNSEEN: Final = -1.0
"""Score of such an attribution, in the units of the model's; set by hand, below most that the model sees."""


def with_unseen(found: Iterable[Attribution], article: Article, trees: Mapping[int, Tree]) -> list[Attribution]:
    """Return the attributions, and those that were not seen, in text order."""
    known = list(found)
    taken = [span for one in known for span in (*(one.source or ()), *(one.cue or ()), *one.content)]
    for at, tree in trees.items():
        sentence = article.sentences[at]
        if article.zone_kind(sentence) is ZoneKind.BODY and not any(span.overlaps(sentence.span) for span in taken):
            told = _told(tree)
            if told is not None:
                known.append(told)
                continue
        if article.zone_kind(sentence) is ZoneKind.BODY:
            known += [one for verb in tree.words if (one := _introduced(tree, verb)) and not _meets(one, taken)]
    return sorted(known, key=lambda one: one.content[0].start)


def _meets(one: Attribution, taken: Iterable[Span]) -> bool:
    """Tell whether an attribution would take words that the model gave to another."""
    own = (*(one.source or ()), *(one.cue or ()), *one.content)
    return any(span.overlaps(other) for span in own for other in taken)


def _introduced(tree: Tree, verb: Word) -> Attribution | None:
    """Return what a verb of telling introduces, with "that" or an infinitive behind it or behind who is told."""
    who = next((w for w in tree.children(verb, "nsubj") if w.deprel == "nsubj" and w.index < verb.index), None)
    helpers = tree.children(verb, "aux", "aux:pass")
    if verb.upos != "VERB" or who is None or any(w.lemma not in ("have", "be") for w in helpers):
        return None
    if (
        verb.lemma not in THAT | BIDDING | set(CALLING)
        or tree.children(verb, "cop")
        or _is_not(tree, verb)
        or who.lemma in NOBODY
    ):
        return None
    opener = _opener(tree, verb)
    head = tree.parent(opener) if opener is not None else None
    if opener is None or head is None:
        return None
    said = [w for w in tree.subtree(head) if w.index >= opener.index]
    while said and said[-1].upos == "PUNCT":
        said = said[:-1]
    if len(said) < LEAST or not any(w.upos == "VERB" for w in said):
        return None
    near = [w for w in helpers if w.index > who.index]
    with_it = tree.words[verb.index : verb.index + 1 + (verb.lemma in CALLING)]
    whose = [
        w for w in tree.subtree(who, without=("acl", "advcl", "appos", "parataxis", "punct")) if w.index < verb.index
    ]
    return Attribution((_whole(whose),), (_whole((*near, *with_it)),), (_whole(said),), UNSEEN)


CALLING: Final = {"call": ("on", "upon", "for"), "appeal": ("to", "for")}
"""Verbs that ask only with their preposition."""
BIDDING: Final = (URGING - set(CALLING)) | set("ask promise vow pledge threaten swear refuse undertake".split())
"""Verbs of saying that take an infinitive of what is asked or promised."""
THAT: Final = TELLING | frozenset("assure reassure inform notify swear state reply predict remind".split())
"""Verbs of saying that take a "that"."""
NOBODY: Final = frozenset("it there this that which what who nobody one".split())
"""Subjects that say nothing: "it is said that"."""
OPENER_REACH: Final = 9
"""Words between a verb and its "that" or "to": who is told, and when; set by hand."""


def _opener(tree: Tree, verb: Word) -> Word | None:
    """Return the "that" or "(not) to" which opens what a verb introduces."""
    for one in tree.words[verb.index + 1 : verb.index + 1 + OPENER_REACH]:
        low = one.text.lower()
        if low == "that" and one.upos == "SCONJ":
            return one if verb.lemma in THAT else None
        if low == "to" and one.upos == "PART":
            is_called = verb.lemma in CALLING and tree.words[verb.index + 1].text.lower() in CALLING[verb.lemma]
            return one if verb.lemma in BIDDING or is_called else None
        if one.upos in ("VERB", "AUX", "SCONJ", "CCONJ", "PUNCT"):
            return None
    return None


def _is_not(tree: Tree, verb: Word) -> bool:
    return any(
        w.lemma in ("not", "never") or w.text.lower() in ("n't", "not", "never") for w in tree.children(verb, "advmod")
    )


def _told(tree: Tree) -> Attribution | None:
    verb = next((w for w in reversed(tree.words) if w.upos == "VERB"), None)
    if verb is None or verb.lemma not in TELLING or len(tree.words) - verb.index > TAIL + 1:
        return None
    who = next(iter(tree.children(verb, "nsubj")), None)
    comma = _comma_before(tree, verb)
    if who is None or comma is None or who.deprel != "nsubj":
        return None
    source = [w for w in tree.words[comma.index + 1 : verb.index] if w.upos not in ("AUX", "ADV", "PUNCT")]
    helpers = [w for w in tree.words[comma.index + 1 : verb.index] if w.upos in ("AUX", "ADV")]
    said = tree.words[: comma.index]
    if not source or who not in source or len(said) < LEAST or not any(w.upos in ("VERB", "AUX") for w in said):
        return None
    near = [w for w in helpers if w.index > source[-1].index]
    cue = cover(w.span for w in (*near, verb))
    return Attribution((cover(w.span for w in source),), (cue,), (_whole(said),), UNSEEN)


def _comma_before(tree: Tree, verb: Word) -> Word | None:
    """Return the comma before the source; the source may hold another: ", Mr Rao, the envoy, said"."""
    who = next(iter(tree.children(verb, "nsubj")), None)
    first = min((w.index for w in tree.subtree(who)), default=0) if who is not None else 0
    before = [w for w in tree.words[:first] if w.text == ","]
    return before[-1] if before and before[-1].index == first - 1 else None


def _whole(words: Iterable[Word]) -> Span:
    return cover(word.span for word in words)

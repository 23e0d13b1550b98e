"""
Trees to the attributions that the model did not see: a sentence that ends in its source, "…, the minister has said".

Of all forms this one is told by order alone: a clause, a comma, who says it, a verb of saying, and the end. Where the
model tagged anything of the sentence, it is believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sayso.annotate.attributions import Attribution
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
    """Return the attributions, and those of sentences in which none was seen, in text order."""
    known = list(found)
    taken = [span for one in known for span in (*(one.source or ()), *(one.cue or ()), *one.content)]
    for at, tree in trees.items():
        sentence = article.sentences[at]
        if article.zone_kind(sentence) is ZoneKind.BODY and not any(span.overlaps(sentence.span) for span in taken):
            told = _told(tree)
            known += [told] if told is not None else []
    return sorted(known, key=lambda one: one.content[0].start)


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

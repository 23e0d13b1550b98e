"""
Attributions to the saying inside them: who promised it, where the source only reports it, and asides within quotations.

"The minister promised to leave, the agency reported" is the minister's promise, carried by the agency. "If a ship is
sunk, said the minister, we are at war" is his, though the marks stand round all of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sayso.annotate.attributions import Attribution
from sayso.annotate.syntax import Tree, Word
from sayso.spans import Span, Spans, cover

REPORTING: Final = frozenset("report write carry cite quote".split())
"""Verbs of those who only carry what another said."""
SAYING: Final = frozenset(
    """say tell add warn announce declare claim insist stress maintain reiterate assert vow pledge promise threaten
    caution swear reply write""".split()
)
"""Verbs of the saying that is carried."""
NAMING: Final = frozenset("DET PROPN NOUN ADJ".split())
"""Parts of speech that a source begins with."""
TOLD_REACH: Final = 9
"""Words behind a verb of saying within which the comma that ends its source is looked for; set by hand."""
DANGLING: Final = ("acl", "advcl", "parataxis", "punct")


def handed_on(one: Attribution, tree: Tree | None) -> Attribution | None:
    """Return the attribution of whoever says what another only carries, None where nobody else says it."""
    if tree is None:
        return None
    if one.cue is None:
        return _aside(one, tree)
    cue = tree.words_in(one.cue[0])
    if not any(word.lemma in REPORTING for word in cue) or one.cue[0].start < one.content[0].start:
        return None
    for verb in tree.words:
        if verb.upos != "VERB" or verb.lemma not in SAYING or verb in cue:
            continue
        if one.content[-1].end <= verb.span.start < one.cue[0].start:
            return _between(one, tree, verb)
        if verb.span in one.content[0] and _is_main(tree, verb, one.content):
            return _of_verb(one, tree, verb)
    return None


def _between(one: Attribution, tree: Tree, verb: Word) -> Attribution | None:
    """Return the attribution of who stands between what is said and its carrier: "…, the mayor said, Tass reports"."""
    words = [word for word in tree.words[: verb.index] if word.span.start >= one.content[-1].end]
    named = [word for word in words if word.upos not in ("PUNCT", "AUX", "ADV")]
    helpers = [word for word in words if named and word.index > named[-1].index]
    if not named or any(word.upos == "VERB" for word in named):
        return None
    return replace(one, source=(cover(w.span for w in named),), cue=(cover(w.span for w in (*helpers, verb)),))


def _is_main(tree: Tree, verb: Word, content: Spans) -> bool:
    """Tell whether a verb is the highest of a content, so that the content is about a saying and not of one."""
    whole = cover(content)
    above = [word for word in tree.ancestors(verb) if word.span in whole and word.upos == "VERB"]
    return not above or verb.relation == "parataxis"


def _of_verb(one: Attribution, tree: Tree, verb: Word) -> Attribution | None:
    taken = cover((*one.cue, *(one.source or ()))) if one.cue else verb.span
    who = next((w for w in tree.children(verb, "nsubj") if w.deprel == "nsubj" and not w.span.overlaps(taken)), None)
    if who is None or who.upos == "PRON":
        return None
    source = cover(word.span for word in tree.subtree(who, without=DANGLING))
    cue = cover(word.span for word in (*(w for w in tree.children(verb, "aux") if w.index < verb.index), verb))
    said = _without(one.content, cover((source, cue)), tree)
    return replace(one, source=(source,), cue=(cue,), content=said) if said else None


def _aside(one: Attribution, tree: Tree) -> Attribution | None:
    """Return a quotation with the source that stands between two commas in it: ", said the minister,"."""
    for verb in tree.words_in(one.content[0]):
        after = tree.words[verb.index + 1 : verb.index + 1 + TOLD_REACH]
        comma = next((word for word in after if word.text == ","), None)
        named = [word for word in after if comma is not None and word.index < comma.index]
        is_after_comma = verb.index > 0 and tree.words[verb.index - 1].text == ","
        if verb.upos != "VERB" or verb.lemma not in SAYING or not is_after_comma or not named:
            continue
        if named[0].upos in NAMING and not any(word.upos in ("VERB", "AUX", "SCONJ", "PUNCT") for word in named):
            source = cover(word.span for word in named)
            said = _without(one.content, cover((verb.span, source)), tree)
            return replace(one, source=(source,), cue=(verb.span,), content=said) if len(said) > 1 else None
    return None


def _without(content: Spans, taken: Span, tree: Tree) -> Spans:
    """Return a content without a stretch of it, and without the commas that set the stretch off."""
    found = []
    for span in content:
        inside = [word for word in tree.words if word.span in span and word.text not in (",", ";")]
        before = [word for word in inside if word.span.end <= taken.start]
        after = [word for word in inside if word.span.start >= taken.end]
        if any(word.upos != "PUNCT" for word in before):
            found.append(Span(span.start, before[-1].span.end))
        if any(word.upos != "PUNCT" for word in after):
            found.append(Span(after[0].span.start, span.end))
    return tuple(found)

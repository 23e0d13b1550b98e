"""
Attributions to attributions with the sources that words and trees give; what the model did not see is added.


PolNeAR lets a word belong to one attribution only, so that the second verb of "the minister accused them and vowed to
resist" has no source of its own; its subject says who it is. A source in several stretches keeps the one by its cue.
Labels of speakers and sentences that end in their source are attributions too (`speakers`, `sayings`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from sayso.annotate.attributions import Attribution
from sayso.annotate.handed_on import handed_on
from sayso.annotate.sayings import with_unseen
from sayso.annotate.speakers import with_turns
from sayso.annotate.syntax import Tree, Word
from sayso.article.article import Article
from sayso.spans import Span, Spans, cover

DANGLING: Final = ("acl", "advcl", "appos", "parataxis", "punct")
"""Relations of what hangs on a source and is no part of its span but for relative clauses, which are."""


SAYING: Final = frozenset(
    "say tell add state warn announce declare claim insist argue note stress maintain write reply reiterate assert "
    "explain admit acknowledge confirm deny vow pledge promise threaten caution repeat remark comment".split()
)
"""Verbs whose subject said what a carrier is given for with "according to"."""


def with_sources(found: Iterable[Attribution], article: Article, trees: Mapping[int, Tree]) -> list[Attribution]:
    """Return the attributions, each with its source where the words or the tree give one, and those not seen before."""
    seen = with_turns(found, article)
    return with_unseen(_sourced(seen, article, trees), article, trees)


def _sourced(found: Iterable[Attribution], article: Article, trees: Mapping[int, Tree]) -> list[Attribution]:
    done = []
    for one in found:
        carried = _carried(one, article, trees) or handed_on(one, _tree_of(one, article, trees))
        if carried is not None:
            done.append(carried)
        elif one.source and one.cue:
            done.append(replace(one, source=_nearest(one.source, one.cue)))
        elif one.cue:
            done.append(replace(one, source=_subject(one, article, trees)))
        else:
            done.append(one)
    return done


def _carried(one: Attribution, article: Article, trees: Mapping[int, Tree]) -> Attribution | None:
    """
    Return an attribution "according to" a carrier with the sayer of the same sentence in its place, None without one.

    In "…, the minister said on Monday, according to the agency" the agency is not the source but the way it came.
    """
    if not one.cue or one.cue[0].of(article.text).lower() != "according to":
        return None
    tree = _tree(article, trees, one.cue[0])
    carrier = _nearest(one.source, one.cue) if one.source else ()
    if tree is not None and carrier:
        carrier = (_to_comma(tree, carrier[0]),)
    taken = (*one.content, *carrier)
    for verb in tree.words if tree else ():
        if tree is None or verb.upos != "VERB" or verb.lemma not in SAYING or _inside(verb, one.content):
            continue
        apart = [s for s in one.source or () if not s.overlaps(carrier[0]) and s.overlaps(_whole(tree))]
        if apart:
            return replace(one, source=(apart[0],), cue=(verb.span,))
        subjects = [w for w in tree.children(verb, "nsubj") if not _inside(w, taken)]
        behind = carrier[0].end if carrier and carrier[0].start > one.cue[0].start else None
        near = [w for w in subjects if w.index < _index(tree, one.cue[0]) or (behind and w.span.start > behind)]
        if near:
            source = cover(w.span for w in tree.subtree(near[0], without=DANGLING))
            if not any(source.overlaps(other) for other in (*one.content, *one.cue)):
                return replace(one, source=(source,), cue=(verb.span,))
    return None


def _to_comma(tree: Tree, carrier: Span) -> Span:
    """Return a carrier without the source behind its comma, where the two were taken for one: "to | Tass, Mr Orlov"."""
    for word in tree.words_in(carrier):
        if word.text == ",":
            return Span(carrier.start, tree.words[word.index - 1].span.end)
    return carrier


def _tree_of(one: Attribution, article: Article, trees: Mapping[int, Tree]) -> Tree | None:
    """Return the tree of the sentence that an attribution's content begins in."""
    return _tree(article, trees, one.content[0])


def _whole(tree: Tree) -> Span:
    """Return the stretch from the first word of a sentence to its last."""
    return Span(tree.words[0].span.start, tree.words[-1].span.end)


def _inside(word: Word, spans: Spans) -> bool:
    return any(word.span.overlaps(span) for span in spans)


def _index(tree: Tree, span: Span) -> int:
    """Return the index of the first word of a span."""
    return tree.words_in(span)[0].index


def _tree(article: Article, trees: Mapping[int, Tree], span: Span) -> Tree | None:
    sentence = article.sentence_at(span)
    return trees.get(article.sentences.index(sentence)) if sentence else None


def _nearest(source: Spans, cue: Spans) -> Spans:
    """Keep the stretch of a source that stands nearest to the cue."""
    at = cover(cue)
    return (min(source, key=lambda s: min(abs(s.end - at.start), abs(s.start - at.end))),)


def _subject(one: Attribution, article: Article, trees: Mapping[int, Tree]) -> Spans | None:
    """Return the span of who does the saying by the tree, None where the tree names nobody outside the content."""
    cue = (one.cue or ())[0]
    tree = _tree(article, trees, cue)
    verb = tree.head_of(cue) if tree else None
    if tree is None or verb is None or verb.upos not in ("VERB", "AUX"):
        return None
    sayer = _sayer(tree, verb)
    if sayer is None:
        return None
    words = tree.subtree(sayer, without=DANGLING)
    span = cover(word.span for word in words)
    taken = (*one.content, *(one.cue or ()))
    return None if any(span.overlaps(other) for other in taken) else (span,)


def _sayer(tree: Tree, verb: Word) -> Word | None:
    """Return the subject of a verb, or of the verb that it is coordinated with or depends on as a complement."""
    for word in (verb, *_governing(tree, verb)):
        passive = tree.children(word, "nsubj:pass", "aux:pass")
        if passive and word is verb:
            return next(iter(tree.children(word, "obl:agent")), None)
        subject = next((c for c in tree.children(word, "nsubj") if c.deprel != "nsubj:pass"), None)
        if subject is not None:
            return subject
    return None


def _governing(tree: Tree, verb: Word) -> Iterable[Word]:
    word = verb
    while word.relation in ("conj", "xcomp", "advcl") or word.deprel == "aux":
        above = tree.parent(word)
        if above is None:
            return
        word = above
        yield word

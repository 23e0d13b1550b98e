"""
The words of a move to what the what-if weighs: the acts that they say are done, and the wording of their main clause.

A move is what a plain sentence says: not what it only mentions, reports, plans or thinks possible, and not what is
over. Such words are understood and set nothing off; words that say nothing of anybody are not understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.acts.words import lemmas
from sayso.annotate.carrying import CARRYING, is_said
from sayso.annotate.clauses import read
from sayso.annotate.lemmas import lemma
from sayso.annotate.phrases import words_of_phrase
from sayso.annotate.standings import standing
from sayso.annotate.syntax import Tree, Word
from sayso.record.entries import Entity, Event, Reading
from sayso.spans import Span, Spans
from sayso.terms import Standing
from sayso.weigh.frames import UNNAMED
from sayso.weigh.terms import NOT, terms
from sayso.weigh.wording import Wording

NO_MOVE: Final = "no move could be read: say who does what to whom, as in a headline"
UNLISTED: Final = "somebody does something, but none of the acts that signals are about"
NOT_DONE: Final = "the words tell of what is past, reported, planned or only possible, and of nothing that is done"
PLACED: Final = re.compile(r"\b(?:in|at|near|off|over|inside) (?:the )?$", re.I)
"""Before the name of where something is done."""
SUPPOSED: Final = re.compile(r"\W*(?:what\s+(?:happens\s+)?)?(?:if|suppose|supposing|should|were|when|once)\b", re.I)
"""How a query begins whose clause is only supposed, as every query is."""


ENDING: Final = frozenset("stop cease halt quit end".split())
"""Verbs that say of what depends on them that it is not done any more."""


@dataclass(frozen=True, slots=True)
class Query:
    """
    A move as it was asked about, read by the pipeline.

    Attributes:
        text: The words.
        events: The moves: what the words say is done or not done.
        entities: By id, those of the query.
        has_clause: True where the words say something of somebody, even if no move.
        wordings: Its main clauses as worded, for conditions of which no act was read.
        why: Why there is no move, None where there is one.
    """

    text: str
    events: tuple[Event, ...]
    entities: Mapping[str, Entity]
    has_clause: bool = False
    wordings: tuple[Wording, ...] = ()
    why: str | None = None

    @property
    def left_out(self) -> frozenset[str]:
        """Ids of those whom the words name and who have no part in any of the moves."""
        taken = {one for event in self.events for one in (*event.actor, *event.recipient, event.place)}
        held = [span for event in self.events for span in event.object or ()]
        named = (one for one in self.entities.values() if not UNNAMED.match(one.id))
        return frozenset(
            one.id
            for one in named
            if one.id not in taken and not any(span.overlaps(thing) for span in one.mentions for thing in held)
        )

    def moved(self, back: Callable[[int], int]) -> Query:
        """
        Return the query with its spans in the words that were asked, where it was read from others.

        Args:
            back: From a place in the words that were read to one in those that were asked.
        """

        def spans(held: Spans) -> Spans:
            return tuple(Span(back(one.start), back(one.end)) for one in held if back(one.start) < back(one.end))

        return replace(
            self,
            events=tuple(
                replace(one, cue=spans(one.cue), object=one.object and spans(one.object)) for one in self.events
            ),
            entities={key: replace(one, mentions=spans(one.mentions)) for key, one in self.entities.items()},
        )


def query_of(text: str, reading: Reading, trees: Sequence[Tree]) -> Query:
    """
    Return a query from the reading of its words.

    Args:
        text: The words.
        reading: All that was read from them.
        trees: Their trees, in order.
    """
    supposed = SUPPOSED.match(text) is not None
    entities = {one.id: one for one in reading.entities}
    events = tuple(one for one in reading.events if _is_move(one, trees, supposed))
    worded = tuple(one for tree in trees for one in _wordings(text, tree, entities, supposed))
    has_clause = bool(reading.events or worded) or any(map(_has_subject, trees))
    worded = worded or (tuple(_by_order(text, entities)) if has_clause else ())
    why = None
    if not events:
        why = NOT_DONE if reading.events else UNLISTED if has_clause else NO_MOVE
    return Query(text, events, entities, has_clause, () if why is NOT_DONE else worded, why)


def _has_subject(tree: Tree) -> bool:
    """Tell whether a sentence says something of something, as far as its tree shows or its last words tell."""
    verbs = lemmas(noun=False)
    return any(word.relation == "nsubj" or (word.index and lemma(word.text, "VERB") in verbs) for word in tree.words)


def _is_move(event: Event, trees: Sequence[Tree], supposed: bool) -> bool:
    """Tell whether the words say an event in their main clause, as done, not done or coming."""
    if event.standing is Standing.HISTORICAL or (event.standing is Standing.HYPOTHETICAL and not supposed):
        return False
    return any(_is_said(tree, tuple(_words(tree, event)), supposed) for tree in trees)


def _words(tree: Tree, event: Event) -> Iterator[Word]:
    for span in event.cue:
        yield from tree.words_in(span)


def _is_said(tree: Tree, cue: Sequence[Word], supposed: bool) -> bool:
    if not cue:
        return False
    top = min(cue, key=lambda word: len(list(tree.ancestors(word))))
    return is_said(tree, top) or (supposed and top.relation == "advcl")


def _wordings(text: str, tree: Tree, entities: Mapping[str, Entity], supposed: bool) -> Iterator[Wording]:
    """Yield the main clauses of a sentence, one for each verb that it says is done or not done."""
    for word in tree.words:
        if word.upos == "VERB" and not _only_carries(tree, word) and _is_said(tree, (word,), supposed):
            where = standing(tree, word, None)
            if where is not Standing.HISTORICAL and (where is not Standing.HYPOTHETICAL or supposed):
                yield _wording(text, tree, word, where, entities)


def _by_order(text: str, entities: Mapping[str, Entity]) -> Iterator[Wording]:
    """Yield the words of a move cut at each that may be its verb, for words in which no tree shows one."""
    words = terms(text, Span(0, len(text)), entities)
    for at, word in enumerate(words):
        if at and word.tells and word.name is None:
            before, after = words[:at], words[at + 1 :]
            yield Wording(
                verb=lemma(word.low, "VERB"),
                happens=not any(one.low in NOT or one.low.endswith("n't") for one in before),
                doer=tuple(one for one in before if one.tells),
                rest=tuple(one for one in after if one.tells),
                entities=entities,
            )


def _only_carries(tree: Tree, word: Word) -> bool:
    return word.lemma in CARRYING and bool(tree.children(word, "xcomp", "ccomp", "advcl"))


def _wording(text: str, tree: Tree, verb: Word, where: Standing, entities: Mapping[str, Entity]) -> Wording:
    clause = read(tree, verb)
    doers = {word.span.start for head in (clause.subject if clause else ()) for word in words_of_phrase(tree, head)}
    above = {word.span.start for word in (verb, *tree.ancestors(verb))}
    words = [one for one in terms(text, Span(0, len(text)), entities) if one.tells]
    ends = tree.parent(verb)
    is_ended = ends is not None and ends.lemma in ENDING and verb.relation == "xcomp"
    where = Standing.NEGATED if is_ended else where
    return Wording(
        verb=verb.lemma,
        happens=where is not Standing.NEGATED,
        doer=tuple(one for one in words if one.start in doers),
        rest=tuple(one for one in words if one.start not in doers | above),
        entities=entities,
        places=frozenset(one.name for one in words if one.name and PLACED.search(text[: one.start])),
    )

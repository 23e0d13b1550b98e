"""
Clauses with the act that they name to whether they tell of no event: weather and accidents, adjectives and names,
nouns of nobody's saying, and nouns that only refer to what is known.
"""

from __future__ import annotations

import itertools
from typing import Final

from sayso.acts.taxonomy import act
from sayso.annotate.clauses import HAPPENING, Clause
from sayso.annotate.phrases import is_party, is_title_case, preposition
from sayso.annotate.standings import standing
from sayso.annotate.syntax import Tree, Word
from sayso.annotate.unreal import is_let, is_question
from sayso.terms import EventType, Standing

NATURE: Final = frozenset(
    """accident avalanche blaze blizzard cholera collision crash cyclone disease drought earthquake epidemic famine
    fire flame flood flooding fog frost gale hurricane ice inflation landslide lightning mudslide outbreak pandemic
    plague quake rain rainstorm snow storm tide tornado tremor tsunami typhoon virus wave wildfire wind""".split()
)
"""What does harm and is nobody's act."""
SOMEBODYS: Final = frozenset("fire wave storm outbreak crash collision".split())
"""Those that with a word beside them may be somebody's: "Israeli fire", "a wave of attacks"."""
WILD: Final = frozenset("forest bush heat tidal air snow sand dust train car road".split())
"""Words beside them with which they are nobody's all the same."""


def is_nature(tree: Tree, clause: Clause, named: str) -> bool:
    """Tell whether nobody does it, but the weather or an accident."""
    if act(named).event_type not in (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION):
        return False
    subject = clause.subject
    near = clause.oblique.get("in", ()) if named == "kill" and not subject else ()
    causes = subject or near
    return bool(causes) and all(_is_natural(tree, word) for word in causes)


def _is_natural(tree: Tree, word: Word) -> bool:
    beside = tree.children(word, "amod", "compound", "nmod", "nmod:poss") if word.lemma in SOMEBODYS else ()
    return word.lemma in NATURE and all(one.lemma in WILD for one in beside)


SAYINGS: Final = frozenset({EventType.THREATEN, EventType.REQUEST, EventType.REJECT, EventType.ACCUSE, EventType.AGREE})
"""Types of acts of speech, whose bare noun ("the demand") is nobody's."""
REFERRED: Final = frozenset("attack ban ceasefire consult cooperate coup extradite intervene sanction war".split())
"""
Acts that a noun names for reference only, where it says neither whose, nor on whom, nor where, nor that it happened.

Set by hand, not measured one by one: acts whose bare noun is as well said of a kind of thing, or of a state of things
that goes on ("the ban", "a war over oil"), as of one deed.
"""


def is_mere_word(tree: Tree, clause: Clause, named: str) -> bool:
    """Tell whether a word tells no event: an adjective ("occupied land"), a name, a noun of nobody's saying."""
    if clause.noun and clause.word.index and clause.word.text[0].isupper() and not is_title_case(tree):
        return True
    if clause.word.relation == "amod" or (
        clause.word.lemma == "let" and is_let(tree, clause.word, bool(clause.subject))
    ):
        return True
    if clause.word.lemma == "ask" and not clause.noun and is_question(tree, clause.word):
        return True
    has_party = clause.subject or any(is_party(tree, w) for w in clause.object)
    if not clause.noun or has_party or clause.light is not None:
        return False
    return act(named).event_type in SAYINGS or _is_referred(tree, clause, named)


def _is_referred(tree: Tree, clause: Clause, named: str) -> bool:
    """Tell whether a noun only speaks of what is known or of its kind: "the ban made bread dear", "a war over oil"."""
    if named not in REFERRED or any(clause.oblique.get(prep) for prep in AIMED):
        return False
    if _happens(tree, clause.word):
        return False
    return standing(tree, clause.word, None) is Standing.ACTUAL


EFFECT: Final = frozenset("effect force place shape hold".split())
"""What is taken or come into by what happens: "took effect", "came into force"."""


def _happens(tree: Tree, noun: Word) -> bool:
    """Tell whether a noun is the subject of a verb of happening: "the coup succeeded", "sanctions took effect"."""
    after = tree.words[noun.index + 1 : noun.index + 5]
    if any(one.lemma == "take" and two.lemma in EFFECT for one, two in itertools.pairwise(after)):
        return True  # trees of short sentences lose this subject
    verb = tree.parent(noun)
    if verb is None or noun.relation != "nsubj" or verb.lemma not in HAPPENING:
        return False
    is_bare = verb.lemma != "take" and not tree.children(verb, "obj")
    return is_bare and not any(preposition(tree, w) == "under" for w in tree.children(verb, "obl"))


AIMED: Final = ("on", "upon", "against", "in", "at", "near", "between", "by", "with", "for", "from", "across")
"""Prepositions behind which a noun says whose, on whom or where it is."""

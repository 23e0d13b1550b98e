"""
Words of a tree to noun phrases: where one stands, what class of thing it names, and whose it is.

A phrase is known by its head word. "Russia's tanks" is a thing with an owner, and when it acts or is struck it stands
for the owner; "the Russian ambassador" is a person and stands for himself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from sayso.acts.objects import MEASURES, classify, lineage
from sayso.acts.words import Phrase
from sayso.annotate import order
from sayso.annotate.syntax import Tree, Word
from sayso.knowledge.knowledge import knowledge
from sayso.knowledge.known import Use
from sayso.spans import Span, cover
from sayso.terms import EntityKind

OUTSIDE: Final = ("case", "cc", "punct", "conj", "appos", "acl", "acl:relcl", "advcl", "parataxis", "cop", "mark")
"""Dependents of a head that are not part of the phrase as an actor or a place is quoted."""
BESIDE: Final = ("aux", "nsubj", "expl", "advmod", "discourse", "dep", "ccomp", "csubj", "det:predet", "orphan")
THINGS: Final = frozenset(
    """aid_goods arms assets charges documents energy facilities line military money proposals relations sanctions talks
    territory trade_goods vessels""".split()
)
"""Top classes of what acts, or is struck, for an owner; people, states and organisations stand for themselves."""
PERSONS: Final = frozenset("diplomats inspectors leaders organizations people prisoners states".split())
"""Classes of those who stand for themselves."""
PERSONAL: Final = frozenset("i we you he she they us me him them who whom it itself themselves himself".split())
"""Pronouns that stand for somebody."""
GENITIVE: Final = frozenset(("'s", "’s", "’", "'"))


def nominals(tree: Tree, head: Word) -> tuple[Word, ...]:
    """Return a head with the heads that are coordinated with it, in a row or in a chain."""
    joined = (w for w in tree.children(head, "conj") if w.upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"))
    return (head, *(one for w in joined for one in nominals(tree, w)))


def span_of(tree: Tree, head: Word) -> Span:
    """Return where the phrase of a head stands, with its article, without relative clauses and what is coordinated."""
    return cover(word.span for word in words_of_phrase(tree, head))


def bare_span(tree: Tree, head: Word) -> Span:
    """Return where a phrase stands without phrases of place and the like: "tanks" of "tanks to the front"."""
    beside = {
        word.index
        for inner in tree.children(head, "nmod", "acl")
        if inner.deprel != "nmod:poss" and preposition(tree, inner) != "of"
        for word in tree.subtree(inner)
    }
    return cover(word.span for word in words_of_phrase(tree, head) if word.index not in beside)


def words_of_phrase(tree: Tree, head: Word) -> tuple[Word, ...]:
    """
    Return the words of a phrase in text order; at least the head.

    The run of words around the head is cut where a clause must begin, so that one wrong edge in a tree does not make
    an actor of half the sentence.
    """
    inside = {w.index for w in tree.subtree(head, without=(*OUTSIDE, *BESIDE))}
    inside |= {w.index for w in tree.words if w.text in GENITIVE and w.index + 1 in inside and w.index - 1 in inside}
    first = last = head.index
    while first - 1 in inside and not _ends_phrase(tree.words[first - 1]):
        first -= 1
    while last + 1 in inside and not _ends_phrase(tree.words[last + 1]):
        last += 1
    found = list(tree.words[first : last + 1])
    found += _name_behind(tree, found[-1]) if found[-1] is head else []
    while found[0] is not head and found[0].upos in ("PUNCT", "ADP", "CCONJ"):
        found.pop(0)
    while found[-1] is not head and (found[-1].upos in ("PUNCT", "ADP", "DET", "CCONJ") or found[-1].lemma in GENITIVE):
        found.pop()
    return tuple(found)


def _name_behind(tree: Tree, head: Word) -> list[Word]:
    """Return the name right behind a common noun for a thing, which it goes by: "the frigate [Lincoln]"."""
    found: list[Word] = []
    if head.upos == "NOUN" and classify([head.lemma]) is not None and not is_title_case(tree):
        for word in tree.words[head.index + 1 :]:
            if word.upos != "PROPN" or word.text in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
                break
            found.append(word)
    return found if found and found[-1].index + 1 < len(tree.words) else []


def _ends_phrase(word: Word) -> bool:
    """Tell whether a noun phrase cannot run over a word: a finite verb, a conjunction, a comma or a bracket."""
    if word.upos in ("AUX", "SCONJ"):
        return True
    if word.upos == "VERB":
        return word.relation not in ("amod", "compound")
    return word.upos == "PUNCT" and word.text in (",", ";", ":", "(", ")", "–", "—", "...", "…")


def is_party(tree: Tree, word: Word) -> bool:
    """Tell whether a word names somebody or stands for somebody named: a proper noun or a personal pronoun."""
    if word.upos == "NOUN":
        return word.index > 0 and word.text[:1].isupper() and not is_title_case(tree)
    if word.upos == "ADJ":
        return _is_of_people(tree, word)
    return word.upos == "PROPN" or (word.upos == "PRON" and word.lemma in PERSONAL)


KINDS: Final = {
    EntityKind.COUNTRY: "states",
    EntityKind.ORGANIZATION: "organizations",
    EntityKind.PLACE: "territory",
    EntityKind.PERSON: "leaders",
}
"""The classes of names that the tables know."""


def kind_of(tree: Tree, head: Word) -> str | None:
    """Return the object class of a phrase: of a name by the tables, of anything else by its words; or None."""
    if _is_of_people(tree, head):
        return "nationals"
    if head.upos == "PROPN":
        known = _known_kind(span_text(tree, head)) or _known_kind(head.text)
        unit = classify([head.text.lower()]) if known in ("states", "organizations") else None
        if unit is not None and "forces" in lineage(unit):
            return unit
        if known is not None:
            return known
    before = [w for w in tree.children(head, "amod", "compound", "nmod", "nummod") if w.index < head.index]
    words = [w.lemma if w.upos == "NOUN" else w.text.lower() for w in before]
    words.append(head.text.lower() if head.upos == "PROPN" else head.lemma)
    inner = measured(tree, head)
    within = kind_of(tree, inner) if inner is not None else None
    if within == "organizations" and head.lemma == "member":
        return "people"
    return within or classify(words)


@cache
def _known_kind(name: str) -> str | None:
    """Return the class of a name that means one kind of thing only, a state before the city that it rules from."""
    if _is_people(name):
        return "nationals"
    kinds = {known.kind for known in knowledge().lookup(name)}
    return KINDS.get(kinds.pop()) if len(kinds) == 1 else "states" if EntityKind.COUNTRY in kinds else None


def _is_of_people(tree: Tree, head: Word) -> bool:
    """Tell whether an adjective stands for people: "the French will go", "not a single Ethiopian"."""
    if head.upos not in ("ADJ", "PROPN") or head.relation not in ("nsubj", "obj", "obl", "conj"):
        return False
    return _is_of_nation(head.text) and bool(tree.children(head, "det", "nummod")) and not head.text.isupper()


@cache
def _is_people(name: str) -> bool:
    """Tell whether a word names the people of a state, and neither the state nor what is its: "Russians"."""
    uses = {sense.use for sense in knowledge().senses(name)}
    return uses == {Use.PEOPLE}


def span_text(tree: Tree, head: Word) -> str:
    """Return the words of a name, without what hangs on it behind prepositions."""
    words = [w for w in words_of_phrase(tree, head) if w.index <= head.index or w.relation == "flat"]
    return " ".join(w.text for w in words if w.upos != "DET")


def measured(tree: Tree, head: Word) -> Word | None:
    """Return what a measure is a measure of: "soldiers" of "thousands of soldiers" and of "18 of the soldiers"."""
    if head.lemma not in MEASURES and head.upos not in ("NUM", "DET") and head.lemma not in ("first", "last"):
        return None
    after = tree.words[head.index + 1] if head.index + 1 < len(tree.words) else head
    own = [w for w in tree.children(head, "nmod", "obl") if preposition(tree, w) == "of"]
    own += [w for w in (tree.parent(after),) if after.lemma == "of" and w is not None and w.index > after.index]
    return own[0] if own else None


def preposition(tree: Tree, head: Word) -> str:
    """Return the preposition of a phrase in lower case, empty where it has none; "out of" is `out`."""
    return next((w.text.lower() for w in tree.children(head, "case") if w.lemma not in GENITIVE), "")


def describe(tree: Tree, head: Word, meant: Mapping[int, frozenset[str]] | None = None) -> Phrase:
    """
    Return what rules look at in a phrase.

    Args:
        tree: Its sentence.
        head: Its head.
        meant: Object classes that pronouns may stand for, by index (`antecedents`).
    """
    modifiers = [*tree.children(head, "amod", "compound", "nmod:desc")]
    modifiers += [w for w in tree.children(head, "nmod") if preposition(tree, w) == "of"]
    inner = measured(tree, head)
    lemma = inner.lemma if inner is not None else _hyphenated(tree, head)
    return Phrase(
        head.index,
        lemma,
        kind_of(tree, head),
        is_party(tree, head) and not order.CALENDAR.match(head.text),
        frozenset(form for w in modifiers for form in (w.lemma, w.text.lower())),
        (meant or {}).get((inner or head).index, frozenset()),
    )


def _hyphenated(tree: Tree, head: Word) -> str:
    """Return the lemma of a noun with what a hyphen ties to it, which UD makes a word of its own: "cease-fire"."""
    own = head.lemma if head.upos != "PROPN" else head.text.lower()
    before = tree.words[max(0, head.index - 2) : head.index]
    tied = len(before) == 2 and before[1].text == "-" and before[0].span.end + 1 == head.span.start
    return f"{before[0].text.lower()}-{own}" if tied and before[0].relation == "compound" else own


def parties(tree: Tree, head: Word) -> tuple[Span, ...]:
    """Return who may be meant by a phrase: itself, and its owner where it is a thing ("Polish tanks", "Polish")."""
    whole = span_of(tree, head)
    if is_party(tree, head):
        return (whole,)
    inner = measured(tree, head)
    if inner is not None:
        return tuple(dict.fromkeys((whole, *parties(tree, inner))))
    named = [span_of(tree, one) for one in tree.children(head, "appos") if one.upos == "PROPN"]
    kind = kind_of(tree, head)
    if kind in PERSONS:
        before = [one for w in owner_words(tree, head) for one in (w, *tree.children(w, "conj"))]
        demonyms = dict.fromkeys(one.span for one in before if is_demonym(tree, one))
        if len(demonyms) > 1:
            return tuple(demonyms)  # "Iranian and Iraqi officials"
        return tuple(dict.fromkeys((whole, *named)))
    owners = owners_of(tree, head)
    if kind is None:
        owners = tuple(one for one in owners if one not in {w.span for w in tree.children(head, "nmod:poss")})
    return tuple(dict.fromkeys((whole, *named, *owners)))


def is_thing(tree: Tree, head: Word) -> bool:
    """Tell whether a phrase names a thing, which acts for its owner."""
    kind = kind_of(tree, head)
    return kind is not None and not THINGS.isdisjoint(lineage(kind))


def owners_of(tree: Tree, head: Word) -> tuple[Span, ...]:
    """Return the phrases that say whose something is: possessives, names before it, adjectives of nationality."""
    found: list[Span] = []
    for word in owner_words(tree, head):
        is_name = word.upos == "PROPN" or (word.deprel == "nmod:poss" and word.upos != "PRON")
        found += [span_of(tree, one) if is_name else one.span for one in (word, *tree.children(word, "conj"))]
    for word in tree.children(head, "nmod"):
        if word.deprel == "nmod" and preposition(tree, word) in ("of", "from", "in", "by") and is_party(tree, word):
            found += [span_of(tree, one) for one in nominals(tree, word)]
    return tuple(dict.fromkeys(found))


def owner_words(tree: Tree, head: Word) -> tuple[Word, ...]:
    """Return the words before a noun that say whose it is, by the tree, or by standing right before it."""
    found = [word for word in tree.children(head) if word.index < head.index and is_owner(tree, word)]
    if head.upos == "NOUN":
        found += [
            w for w in order.run_before(tree, head) if w not in found and (is_demonym(tree, w) or w.upos == "PROPN")
        ]
        found += [w for one in tuple(found) for w in _joined_before(tree, one) if w not in found]
    return tuple(sorted(found, key=lambda word: word.index))


def _joined_before(tree: Tree, word: Word) -> Iterator[Word]:
    """Yield the adjectives of nationality that "or", "and" or a comma joins to one: "British or | French | troops"."""
    at = word.index - 1
    while at > 0 and is_demonym(tree, word) and tree.words[at].text.lower() in ("or", "and", ","):
        before = tree.words[at - 1]
        if before.text == "," or not (before.upos == "ADJ" and is_demonym(tree, before)):
            return
        yield before
        at = before.index - 1


def is_owner(tree: Tree, word: Word) -> bool:
    """Tell whether a dependent of a noun says whose it is: "Russia's", "its", "Polish", "NATO" before it."""
    if word.deprel == "nmod:poss":
        return True
    return (word.deprel == "compound" and word.upos == "PROPN") or (word.deprel == "amod" and is_demonym(tree, word))


def is_demonym(tree: Tree, word: Word) -> bool:
    """Tell whether an adjective says whose: one of nationality, or any that is capitalised where others are not."""
    if word.upos not in ("ADJ", "PROPN") or not word.text[:1].isupper():
        return False
    return _is_of_nation(word.text) or (word.index > 0 and not is_title_case(tree))


@cache
def _is_of_nation(word: str) -> bool:
    """Tell whether a word is an adjective of a state or organisation, of any time."""
    return any(sense.use is Use.ADJECTIVE for sense in knowledge().senses(word))


def is_title_case(tree: Tree) -> bool:
    """Tell whether a sentence is set in capitals, as headlines are, so that they tell nothing of names."""
    long = [w.text for w in tree.words if len(w.text) > 3 and w.text[0].isalpha()]
    return len(long) > 2 and sum(text[0].isupper() for text in long) >= 0.75 * len(long)

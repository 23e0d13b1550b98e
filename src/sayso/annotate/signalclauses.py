"""
Trees to clauses: who is said to say a clause, in which voice it stands, and its words without what only frames it.

Follows UD English: a quotation is the `ccomp` of its verb of saying, or has it as `parataxis`; a connective is a
`mark`, and stands at the front of its clause.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.annotate.signalwords import CUE_OF, FORCES, HOSTILE, OFFICIALS, OWN_SIDE, SPECTATORS, Cue
from sayso.annotate.syntax import TIED, Tree, Word
from sayso.spans import Span, Spans

FIRST_PERSON: Final = frozenset({"i", "we", "us", "me", "our", "ourselves"})
PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
NOT: Final = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "none", "nobody", "nothing"})
QUOTES: Final = "\"'“”‘’„«»`"
OPENERS: Final = frozenset("“‘„«`") | frozenset(("``",))
CLOSERS: Final = frozenset('”’»"') | frozenset(("''",))
EDGES: Final = QUOTES + " \t\r\n\u00a0,;:.!?–—-_"
FRAMING: Final = ("mark", "cc", "discourse", "vocative")
_CAUSE_WORDS: Final = ("according",)


@dataclass(frozen=True, slots=True)
class Said:
    """
    What a clause hangs on.

    Attributes:
        cue: What the word of saying does with it.
        word: The word of saying.
    """

    cue: Cue
    word: Word


def said(tree: Tree, word: Word) -> Said | None:
    """
    Return the nearest word of saying over a clause or beside it ("…, he said"); None where there is none.

    Where the tree has none, one that stands before the clause, or behind it after a mark, is taken: trees of long
    sentences lose that joint more often than any other.
    """
    for one in (word, *tree.ancestors(word)):
        if one is not word and one.upos in ("VERB", "NOUN", "AUX", "ADJ") and one.lemma in CUE_OF:
            denied = _denial(tree, one) if one.upos == "NOUN" else None
            return denied or Said(_cue(tree, one), one)
        for beside in tree.children(one, "parataxis"):
            if is_aside(tree, beside) and not inside(tree, word, beside):
                return Said(_cue(tree, beside), beside)
    near = [one for one in tree.words if is_aside(tree, one) and not modals(tree, one) & {"will", "shall"}]
    before = [one for one in near if one.index < word.index and not inside(tree, one, word)]
    after = [one for one in near if one.index > word.index and _is_after_mark(tree, one)]
    found = before[-1] if before else (after[0] if after else None)
    return Said(_cue(tree, found), found) if found is not None else None


def _denial(tree: Tree, word: Word) -> Said | None:
    """Return the word that denies a report: "denied a report that Peking had threatened"."""
    over = next((one for one in tree.ancestors(word) if one.upos == "VERB" and one.lemma in CUE_OF), None)
    return Said(Cue.HOLLOW, over) if over is not None and CUE_OF[over.lemma] is Cue.HOLLOW else None


def _cue(tree: Tree, word: Word) -> Cue:
    """Return what a word of saying does: a fear is only a warning where somebody with a name, or "I", has it."""
    cue = CUE_OF[word.lemma]
    if cue is not Cue.FEAR:
        return cue
    who = subject(tree, word)
    is_named = who is not None and (who.lemma in ("i", "we", "he", "she") or who.upos == "PROPN")
    return cue if is_named and word.upos != "NOUN" else Cue.HOLLOW


def _is_after_mark(tree: Tree, word: Word) -> bool:
    """Tell whether only a source stands between a comma or quotation mark and a verb: "…, the mayor said"."""
    for one in reversed(tree.words[max(0, word.index - 9) : word.index]):
        if not one.text.strip(EDGES):
            return True
        if one.upos == "VERB":
            return False
    return False


def is_aside(tree: Tree, word: Word) -> bool:
    """Tell whether a word is a verb of saying with a subject, as in "he said"."""
    return word.lemma in CUE_OF and word.upos == "VERB" and bool(tree.children(word, "nsubj"))


def inside(tree: Tree, word: Word, top: Word) -> bool:
    """Tell whether a word hangs on another, or is it."""
    return word is top or any(above is top for above in tree.ancestors(word))


def subject(tree: Tree, verb: Word) -> Word | None:
    """Return a verb's subject, or that of the verb it is joined to; None where it has none."""
    for one in (verb, *tree.ancestors(verb)):
        found = tree.children(one, "nsubj", "csubj")
        if found:
            return found[0]
        if one.relation not in ("conj", "xcomp"):
            return None
    return None


def is_spectator(tree: Tree, cue: Said) -> bool:
    """Tell whether the source of a saying only looks on: analysts, experts, coaches, forecasters."""
    source = subject(tree, cue.word)
    return source is not None and any(word.lemma in SPECTATORS for word in tree.subtree(source))


def is_own(tree: Tree, verb: Word, cue: Said | None) -> bool:
    """
    Tell whether a clause's subject is the sender or its side.

    "We", the same name again, a pronoun under a word of saying, "his country", "the government" in an official's
    mouth; also a passive that names no doer, for it is the sender who knows it will be done.
    """
    found = subject(tree, verb)
    if found is None:
        return cue is not None and cue.cue in (Cue.THREATEN, Cue.VOW, Cue.PROMISE)
    if found.deprel.endswith(":pass"):
        return not tree.children(verb, "obl:agent")
    if found.lemma in FIRST_PERSON:
        return True
    if cue is None:
        return found.upos == "PROPN" or found.lemma in OWN_SIDE
    if cue.cue is not Cue.WARN and (found.lemma in PRONOUNS or _is_theirs(tree, found)):
        return True
    if found.lemma in OWN_SIDE | FORCES and _is_theirs(tree, found):
        return True
    source = subject(tree, cue.word)
    if source is not None and _is_of_it(tree, found, source):
        return True
    if source is not None and cue.cue is Cue.WARN and _is_warner(tree, verb, found, source, cue.word):
        return True
    if source is not None and source.text.lower() == found.text.lower():
        return True
    if source is not None and found.upos == "PROPN" and cue.cue is not Cue.WARN and _is_its_official(tree, source):
        return True
    return found.lemma in OWN_SIDE and bool(tree.children(found, "det"))


def _is_of_it(tree: Tree, found: Word, source: Word) -> bool:
    """Tell whether a source behind a clause is an official of its subject: "Mali will act, its envoy said"."""
    is_before = found.upos == "PROPN" and found.index < source.index
    return is_before and any(w.text.lower() == "its" for w in tree.children(source, "nmod:poss"))


def _is_warner(tree: Tree, verb: Word, found: Word, source: Word, cue: Word) -> bool:
    """
    Tell whether who warns is who would do it: "the army warned that it would shut the port".

    Only where nobody else is named who hears it, whom "it" may mean.
    """
    heard = tree.children(cue, "obj", "iobj", "obl")
    is_same = found.lemma in ("it", "he", "she") and source.index < cue.index < found.index
    return is_same and verb.lemma in HOSTILE and not heard


def _is_its_official(tree: Tree, source: Word) -> bool:
    """Tell whether a source is an official of a state that the clause alone names: "Peru will act, an envoy said"."""
    nameless = all(one.upos != "PROPN" for one in tree.subtree(source)) and not tree.children(source, "amod")
    return source.upos == "NOUN" and source.lemma in OFFICIALS and nameless


def _is_theirs(tree: Tree, word: Word) -> bool:
    owners = tree.children(word, "nmod:poss")
    return any(one.text.lower() in ("his", "her", "its", "their", "our", "my") for one in owners)


def is_negated(tree: Tree, verb: Word) -> bool:
    """Tell whether a clause says that its verb does not come, by the verb, its subject or its object."""
    near = [verb, *tree.children(verb, "aux", "cop", "advmod", "det", "cc", "obl", "nsubj", "obj")]
    for word in near:
        if word.text.lower() in NOT and word is not verb:
            return True
        if word.relation in ("nsubj", "obj", "obl", "cc") and any(
            w.text.lower() in NOT and w.lemma != TIED for w in tree.children(word, "det", "advmod")
        ):
            return True
    return False


def modals(tree: Tree, verb: Word) -> frozenset[str]:
    """Return the lemmas of a verb's auxiliaries ("will" for would, "may" for might); "should" is no "shall"."""
    helpers = tree.children(verb, "aux") or _helpers_ahead(tree, verb)
    return frozenset("should" if word.text.lower() == "should" else word.lemma for word in helpers)


def _helpers_ahead(tree: Tree, verb: Word) -> Iterable[Word]:
    """Return the auxiliaries right before a verb, for one that the tree has hung on another word."""
    at = verb.index - 1
    while at >= 0 and verb.upos == "VERB" and (tree.words[at].upos == "AUX" or tree.words[at].text.lower() in NOT):
        at -= 1
    return [word for word in tree.words[at + 1 : verb.index] if word.upos == "AUX"]


def is_past_unreal(tree: Tree, verb: Word) -> bool:
    """Tell whether a verb is of the kind "would have come": what did not happen."""
    helpers = modals(tree, verb)
    return "have" in helpers and bool(helpers & {"will", "can", "may", "shall", "should"})


def complement(tree: Tree, verb: Word, prepositions: Collection[str] = ()) -> Word | None:
    """
    Return the head of what a word of saying introduces.

    Args:
        tree: The sentence.
        verb: The word of saying, a verb or a noun.
        prepositions: Before a noun phrase that may be it ("called for", "warned of"), tried last.
    """
    for relations in (("xcomp",), ("ccomp",), ("acl",), ("obj",)):
        found = [one for one in tree.children(verb, *relations) if one.deprel != "acl:relcl"]
        if found:
            return found[0]
    if (purpose := infinitive(tree, verb)) is not None:
        return purpose
    return prepositional(tree, verb, prepositions)


def infinitive(tree: Tree, verb: Word) -> Word | None:
    """Return the infinitive that hangs on a verb, on its object or on the noun after its preposition."""
    for one in tree.children(verb, "xcomp", "advcl", "ccomp"):
        if any(mark.lemma == "to" for mark in tree.children(one, "mark")):
            return one
    for noun in tree.children(verb, "obj", "iobj", "obl"):
        for one in tree.children(noun, "acl", "advcl", "xcomp"):
            if any(mark.lemma == "to" for mark in tree.children(one, "mark")):
                return one
    return None


def prepositional(tree: Tree, verb: Word, prepositions: Collection[str]) -> Word | None:
    """Return the noun or verb after one of these prepositions."""
    for one in tree.children(verb, "obl", "nmod", "advcl", "acl", "xcomp"):
        if any(case.lemma in prepositions for case in tree.children(one, "case", "mark")):
            return one
    return None


def clause(tree: Tree, head: Word, without: Iterable[Word] = ()) -> tuple[Word, ...]:
    """
    Return the words of a clause or noun phrase, without its connective and without the asides in it.

    Args:
        tree: The sentence.
        head: Its head.
        without: Tops of subtrees that are left out, as the condition from the clause that it stands in.
    """
    gone: set[int] = set()
    for top in (*without, *_framing(tree, head)):
        gone |= {word.index for word in tree.subtree(top)}
    kept = [word for word in tree.subtree(head) if word.index not in gone]
    return _trimmed(kept)


def _framing(tree: Tree, head: Word) -> Iterator[Word]:
    for child in tree.children(head, *FRAMING):
        if child.relation != "mark" or child.index < head.index:
            yield child
    for child in tree.children(head, "case"):
        yield child
    for child in tree.children(head, "obl", "nmod"):
        if any(case.lemma in _CAUSE_WORDS for case in tree.children(child, "case")):
            yield child
    for word in tree.subtree(head):
        if word.relation == "parataxis" and word is not head and is_aside(tree, word):
            yield word
    for word in tree.children(head, "advmod"):
        if word.lemma == "then" and word.index < head.index:
            yield word


def _trimmed(words: list[Word]) -> tuple[Word, ...]:
    while words and not words[0].text.strip(EDGES):
        words = words[1:]
    while words and not words[-1].text.strip(EDGES):
        words = words[:-1]
    return tuple(words)


def spans_of_clause(text: str, words: Iterable[Word]) -> Spans:
    """Return the spans of some words, joined over marks and blanks, split only where other words stand between."""
    found: list[Span] = []
    for word in words:
        if not word.text.strip(EDGES):
            continue
        if found and not any(letter.isalnum() for letter in text[found[-1].end : word.span.start]):
            found[-1] = Span(found[-1].start, word.span.end)
        else:
            found.append(word.span)
    return tuple(found)

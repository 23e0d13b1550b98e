"""
Trees to objects that hang on the wrong verb, each with the verb that it is the object of.

"Sudan, [which] Chad accuses", "accused of arming | rebels", "expels | envoy, sends ships": what English leaves out or
puts first is where parsers err.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from sayso.annotate.syntax import Tree, Word

Change: TypeAlias = tuple[int, str] | None
"""The head that a word should have, by its index, and as what it hangs there."""

BEFORE_NOUNS: Final = frozenset(("DET", "ADJ", "NUM"))
"""Parts of speech that may stand between a verb and the noun that it is done to."""


def listed(tree: Tree, word: Word) -> Change:
    """Return the verb right before a noun that was hung on the verb behind its comma: "expels | envoy, sends ships"."""
    verb = tree.parent(word)
    if verb is None or word.relation != "nsubj" or verb.index != word.index + 2:
        return None
    first = _verb_before(tree, word, BEFORE_NOUNS | {"NOUN", "PROPN"})
    if first is None or tree.words[word.index + 1].text != "," or verb.head != first.index:
        return None
    return None if tree.children(first, "obj") else (first.index, "obj")


def gapped(tree: Tree, word: Word) -> Change:
    """Return the verb whose object a relative pronoun is, where it has another subject: "[which] Chad accuses"."""
    verb = tree.parent(word)
    if verb is None or word.text.lower() not in ("which", "whom", "that") or word.relation != "nsubj":
        return None
    has_other = any(word.index < one.index < verb.index for one in tree.children(verb, "nsubj"))
    return (verb.index, "obj") if has_other and verb.upos == "VERB" else None


def doing(tree: Tree, word: Word) -> Change:
    """Return the participle right before a noun that was hung on the verb above: "accused of arming | rebels"."""
    verb = tree.parent(word)
    if verb is None or verb.upos != "VERB" or word.relation not in ("obj", "obl") or tree.children(word, "case"):
        return None
    if word.relation == "obj" and not tree.children(verb, "aux:pass"):
        return None
    first = _verb_before(tree, word, BEFORE_NOUNS)
    if first is None or first.index <= verb.index or not first.text.lower().endswith("ing"):
        return None
    return None if tree.children(first, "obj") else (first.index, "obj")


def _verb_before(tree: Tree, noun: Word, between: frozenset[str]) -> Word | None:
    """Return the verb before a noun, with words of some parts of speech between."""
    at = noun.index - 1
    while at > 0 and tree.words[at].upos in between:
        at -= 1
    return tree.words[at] if at >= 0 and tree.words[at].upos == "VERB" else None

"""
Heads, parts of speech and scores of relations to the relations of a tree that can stand together.

The model scores each word's relation by itself. Taken one by one, the best make sentences that English has not: a verb
with two subjects, one of them behind it; an attribute that is a clause; a prepositional phrase that is an object. What
cannot stand is given up for the word's next best relation that can (UD v2 English guidelines).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.encode.heads import RELATIONS

PLACE: Final = {name: at for at, name in enumerate(RELATIONS)}
SUBJECTS: Final = ("nsubj", "nsubj:pass")
CLAUSES: Final = ("acl:relcl", "acl", "advcl", "ccomp", "xcomp", "conj", "parataxis")
"""Relations of clauses, of which an attribute that has a subject must be one."""
PREPOSITIONAL: Final = ("obl", "nmod", "obl:agent", "advcl", "conj", "acl", "parataxis", "appos", "nmod:poss")
"""Relations of what has a preposition."""


@dataclass(frozen=True)
class _Sentence:
    """
    A sentence while its relations are settled.

    Attributes:
        forms: Its words, small letters.
        tags: Their parts of speech.
        heads: Their heads, the root's being itself.
        scores: Of every relation for every word. *Shape:* `(words, relations)`. *Units:* logits.
        found: The relations so far.
    """

    forms: Sequence[str]
    tags: Sequence[str]
    heads: Sequence[int]
    scores: NDArray[np.float32]
    found: list[str]

    def children(self, head: int, relations: Collection[str]) -> list[int]:
        """Return the dependents of a word with some relations, in text order."""
        return [at for at, above in enumerate(self.heads) if above == head != at and self.found[at] in relations]

    def best(self, word: int, relations: Sequence[str]) -> str:
        """Return the likeliest of some relations for a word."""
        return max(relations, key=lambda name: self.scores[word, PLACE[name]])


def relations(
    forms: Sequence[str], tags: Sequence[str], heads: Sequence[int], scores: NDArray[np.float32]
) -> list[str]:
    """
    Return the relation of each word to its head; the root's is whatever its score says.

    Args:
        forms: The words as written.
        tags: Their universal parts of speech.
        heads: Their heads, the root's being itself.
        scores: Of every relation for every word. *Shape:* `(words, relations)`. *Units:* logits.
    """
    low = [form.lower() for form in forms]
    sentence = _Sentence(low, tags, heads, scores, [RELATIONS[at] for at in scores.argmax(-1)])
    for mend in MENDS:
        for word, head in enumerate(heads):
            if word != head:
                mend(sentence, word, head)
    return sentence.found


def _prepositional(sentence: _Sentence, word: int, _: int) -> None:
    """What has a preposition is no subject and no object."""
    if sentence.found[word] in (*SUBJECTS, "obj", "iobj") and sentence.tags[word] in ("NOUN", "PROPN", "PRON", "NUM"):
        cases = sentence.children(word, ("case",))
        if any(sentence.tags[at] == "ADP" and at < word and not _is_about(sentence, at) for at in cases):
            sentence.found[word] = sentence.best(word, PREPOSITIONAL)


def _is_about(sentence: _Sentence, at: int) -> bool:
    """Tell whether a preposition only says how exact a number is: "at least nine men", "over 300 houses"."""
    behind = at + 1 if at + 1 < len(sentence.forms) else at
    if sentence.forms[at] in ("at", "to") and sentence.forms[behind] in ("least", "most"):
        return True
    earlier = sentence.forms[at - 1] if at else ""
    is_bound = sentence.forms[at] in ABOUT or (earlier, sentence.forms[at]) == ("up", "to")
    return is_bound and sentence.tags[behind] == "NUM"


ABOUT: Final = frozenset("about above around over under".split())
"""Prepositions that before a number mean "roughly", "more than" or "fewer than"."""


def _by_head(sentence: _Sentence, word: int, head: int) -> None:
    """A prepositional phrase is `obl` of a verb and `nmod` of a noun."""
    if sentence.found[word] == "nmod" and sentence.tags[head] == "VERB":
        sentence.found[word] = "obl"


def _attribute(sentence: _Sentence, word: int, _: int) -> None:
    """A verb with a subject of its own is a clause and no attribute."""
    is_attribute = sentence.found[word] in ("amod", "nmod", "compound") and sentence.tags[word] == "VERB"
    if is_attribute and sentence.children(word, SUBJECTS):
        sentence.found[word] = sentence.best(word, CLAUSES)


def _passive(sentence: _Sentence, word: int, head: int) -> None:
    """A passive's subject stands before a verb that has "be" beside it; behind an active verb it is the object."""
    if sentence.found[word] != "nsubj:pass" or sentence.children(head, ("aux:pass",)):
        return
    if sentence.tags[head] == "VERB" and not sentence.forms[head].endswith(("ed", "en", "n", "t")):
        sentence.found[word] = "nsubj" if word < head else "obj"


def _second(sentence: _Sentence, word: int, head: int) -> None:
    """A verb that has its subject before it has an object behind it, unless the second subject is beyond doubt."""
    if sentence.found[word] not in SUBJECTS or word < head or sentence.tags[head] != "VERB":
        return
    ahead = sentence.scores[word]
    is_doubtful = max(ahead[PLACE[name]] for name in SUBJECTS) - ahead[PLACE["obj"]] < DOUBT
    if is_doubtful and any(at < head for at in sentence.children(head, (*SUBJECTS, "expl", "csubj"))):
        sentence.found[word] = "obj"


DOUBT: Final = 2.0
"""
Logits by which a second subject must be likelier than an object. EWT dev, of .5, 1, 2, 4 and no bound: LAS .8644 up to
2, .8642 at 4, .8627 without.
"""
MENDS: Final[tuple[Callable[[_Sentence, int, int], None], ...]] = (
    _prepositional,
    _by_head,
    _attribute,
    _passive,
    _second,
)
"""In the order in which they are made."""

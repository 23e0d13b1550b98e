"""
Numbers to dependency trees: words with part of speech, lemma, head and relation, one tree a sentence (UD v2 English).

The other annotations may read trees; this is the one sibling that they import. A word is a syntactic word with its
span: "don't" is `do` + `n't`, "Russia's" is `Russia` + `'s`, as in UD English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.spans import Span, merge


@dataclass(frozen=True, slots=True)
class Word:
    """
    One syntactic word in its sentence.

    Attributes:
        index: Position in the sentence, counted from 0.
        span: In the article's canonical text.
        text: As written.
        lemma: Lower-case base form (`sent` → `send`), by rule and a table of irregular forms.
        upos: Universal part of speech (`NOUN`, `PROPN`, `VERB`, `AUX`, …).
        head: Index of its head in the sentence, -1 for the root.
        deprel: UD relation to the head with subtype (`nsubj:pass`, `obl`, `advcl:relcl`, …), `root` for the root.
    """

    index: int
    span: Span
    text: str
    lemma: str
    upos: str
    head: int
    deprel: str

    @property
    def relation(self) -> str:
        """The relation without its subtype."""
        return self.deprel.split(":")[0]


@dataclass(frozen=True)
class Tree:
    """
    The words of one sentence with their dependencies.

    Attributes:
        sentence: Index of the sentence in `Article.sentences`.
        words: In text order.
    """

    sentence: int
    words: tuple[Word, ...]

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head >= 0:
                found[word.head].append(word.index)
        return tuple(tuple(row) for row in found)

    @cached_property
    def root(self) -> Word:
        """The word that heads the sentence."""
        return next(word for word in self.words if word.head < 0)

    def children(self, word: Word, *relations: str) -> tuple[Word, ...]:
        """Return a word's dependents in text order, of these relations (subtypes included) where any are named."""
        found = (self.words[i] for i in self._children[word.index])
        if not relations:
            return tuple(found)
        return tuple(w for w in found if w.deprel in relations or w.relation in relations)

    def parent(self, word: Word) -> Word | None:
        """Return the head of a word, None for the root."""
        return None if word.head < 0 else self.words[word.head]

    def subtree(self, word: Word, without: tuple[str, ...] = ()) -> tuple[Word, ...]:
        """
        Return a word and all that hangs on it, in text order.

        Args:
            word: The top.
            without: Relations of the top's own dependents that are left out with all that hangs on them.
        """
        found, queue = {word.index}, [c for c in self.children(word) if not self._named(c, without)]
        while queue:
            one = queue.pop()
            found.add(one.index)
            queue += self.children(one)
        return tuple(self.words[i] for i in sorted(found))

    @staticmethod
    def _named(word: Word, relations: tuple[str, ...]) -> bool:
        return word.deprel in relations or word.relation in relations

    def ancestors(self, word: Word) -> Iterator[Word]:
        """Yield its head, the head's head and so on up to the root."""
        above = self.parent(word)
        while above is not None:
            yield above
            above = self.parent(above)

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """Return the words that overlap a span."""
        return tuple(word for word in self.words if word.span.overlaps(span))

    def head_of(self, span: Span) -> Word | None:
        """Return the word of a span whose own head lies outside it (the first such), None where no word is in it."""
        inside = self.words_in(span)
        indices = {word.index for word in inside}
        return next((word for word in inside if word.head not in indices), None)


def spans_of(words: tuple[Word, ...]) -> tuple[Span, ...]:
    """Return the spans of some words, joined over single characters between neighbours."""
    return merge((word.span for word in words), gap=1)

"""One article with its trees: the sentence and the tree at a span, and the tables with the day they are read for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sayso.annotate.syntax import Tree, Word
from sayso.article.article import Article
from sayso.knowledge.knowledge import Knowledge
from sayso.spans import Span


@dataclass(frozen=True)
class Parsed:
    """
    One article with its trees.

    Attributes:
        article: The article.
        trees: Dependency trees by sentence, of as many sentences as there are.
    """

    article: Article
    trees: Mapping[int, Tree]

    @property
    def text(self) -> str:
        """The article's canonical text."""
        return self.article.text

    def sentence(self, span: Span) -> int | None:
        """Return the index of the sentence that a span starts in, None between sentences."""
        at = bisect_right(self._starts, span.start) - 1
        return at if at >= 0 and span.start < self.article.sentences[at].span.end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.article.sentences]

    def tree(self, span: Span) -> Tree | None:
        """Return the tree of the sentence that a span starts in, None where there is none."""
        sentence = self.sentence(span)
        return None if sentence is None else self.trees.get(sentence)

    def trees_over(self, span: Span) -> Iterator[Tree]:
        """Yield the trees of the sentences that a span overlaps, in text order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for index in range(first, bisect_right(self._starts, span.end - 1)):
            if index in self.trees:
                yield self.trees[index]

    def head(self, span: Span) -> Word | None:
        """Return the word that heads a span in its tree, None where there is no tree."""
        tree = self.tree(span)
        return tree.head_of(span) if tree else None

    def is_subject(self, span: Span) -> bool:
        """Tell whether a name is the subject of its clause, through flat names and appositions."""
        tree, head = self.tree(span), self.head(span)
        while tree and head and head.relation in ("flat", "appos", "compound") and (above := tree.parent(head)):
            head = above
        return head is not None and head.relation == "nsubj"


@dataclass(frozen=True)
class Setting(Parsed):
    """
    One article with what is known around it.

    Attributes:
        known: The tables.
        on: The day for which names and offices are read, None where the publication date is open.
    """

    known: Knowledge
    on: date | None

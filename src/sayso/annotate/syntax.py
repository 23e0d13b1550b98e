"""
Numbers to dependency trees: words with part of speech, lemma, head and relation, one tree a sentence (UD v2 English).

The other annotations may read trees; this is the one sibling that they import. A word is a syntactic word with its
span: "don't" is `do` + `n't`, "Russia's" is `Russia` + `'s`, as in UD English.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.labelling import relations
from sayso.annotate.lemmas import lemma
from sayso.encode.heads import UPOS
from sayso.encode.streams import Stream
from sayso.encode.tags import log_softmax
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


def trees(streams: Sequence[Stream], text: str) -> dict[int, Tree]:
    """
    Return the dependency tree of every sentence that was encoded, by its index in `Article.sentences`.

    Args:
        streams: The article's streams.
        text: The article's canonical text.
    """
    found: dict[int, list[Word]] = {}
    for stream in streams:
        for line, sentence in enumerate(stream.sentences):
            before = found.setdefault(sentence, [])
            before += _line_words(stream, line, text, before)
    return {sentence: Tree(sentence, tuple(words)) for sentence, words in found.items()}


def _line_words(stream: Stream, line: int, text: str, before: Sequence[Word]) -> list[Word]:
    """Read one line's words; the root of a long sentence's later part hangs on the first part's root."""
    encoded = stream.encoded
    first, last = encoded.starts[line], encoded.starts[line + 1]
    heads = best_tree(encoded.line_pairs("arc", line))
    forms = [span.of(text) for span in encoded.lines[line].spans]
    tags = parts_of_speech(forms, encoded.labels["upos"][first:last])
    names = relations(forms, tags, heads, encoded.labels["relation"][first:last])
    base, top = len(before), next((word.index for word in before if word.head < 0), None)
    words = []
    for at, span in enumerate(encoded.lines[line].spans):
        form, tag, relation = forms[at], tags[at], names[at]
        if heads[at] == at:
            head, relation = (-1, "root") if top is None else (top, "parataxis")
        else:
            head, relation = base + heads[at], relation if relation != "root" else "dep"
        base_form = TIED if _is_tied_no(forms, encoded.lines[line].spans, at) else lemma(form, tag)
        words.append(Word(base + at, span, form, base_form, tag, head, relation))
    return words


def parts_of_speech(forms: Sequence[str], scores: NDArray[np.float32]) -> list[str]:
    """
    Return the part of speech of each word: the likeliest, but no mark or symbol for what is written in letters.

    Args:
        forms: The words.
        scores: Of `UPOS` for each word. *Shape:* `(words, 17)`. *Units:* logits.
    """
    scores = scores.copy()
    scores[np.ix_([form.isalpha() for form in forms], [UPOS.index("PUNCT"), UPOS.index("SYM")])] = -np.inf
    return [UPOS[at] for at in scores.argmax(-1)]


TIED: Final = "no-"
"""The lemma of a "no" that a hyphen ties to a noun and that denies nothing: "a no-fly zone"."""


def _is_tied_no(forms: Sequence[str], spans: Sequence[Span], at: int) -> bool:
    is_before_hyphen = forms[at].lower() == "no" and at + 1 < len(forms) and forms[at + 1] == "-"
    return is_before_hyphen and spans[at].end == spans[at + 1].start


def best_tree(scores: NDArray[np.float32]) -> list[int]:
    """
    Return the best dependency tree: the head of each word, the root's being itself.

    Where the best head of each word taken alone already makes a tree with one root, that is the answer; else the
    maximum spanning arborescence is found (Chu and Liu 1965, Edmonds 1967), once for each likely root.

    Args:
        scores: Of every head (columns) for every word (rows), a word as its own head meaning the root.
            *Shape:* `(words, words)`. *Units:* logits.
    """
    scores = log_softmax(scores.astype(np.float32))
    heads = scores.argmax(1)
    roots = [i for i, head in enumerate(heads) if i == head]
    if len(roots) == 1 and not _cycle(heads, roots[0]):
        return [int(head) for head in heads]
    likely = np.argsort(-np.diag(scores))[:3]
    best: tuple[float, list[int]] | None = None
    for root in likely:
        found = _arborescence(scores, int(root))
        total = float(sum(scores[i, head] for i, head in enumerate(found)))
        if best is None or total > best[0]:
            best = (total, found)
    assert best is not None
    return best[1]


def _cycle(heads: NDArray[np.int64], root: int) -> list[int]:
    """Return the words of a cycle, none where every word leads to the root."""
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        for one in path:
            state[one] = 2
    return []


def _arborescence(scores: NDArray[np.float32], root: int) -> list[int]:
    """Return the best tree with this root, by contracting cycles until none is left."""
    size = len(scores)
    ways = scores.astype(np.float64).copy()
    np.fill_diagonal(ways, -np.inf)
    ways[root] = -np.inf
    heads = ways.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return [int(head) for head in heads]
    inside = set(cycle)
    rest = [i for i in range(size) if i not in inside]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = ways[np.ix_(rest, rest)]
    own = ways[cycle, heads[cycle]]
    entering = ways[np.ix_(cycle, rest)] - own[:, None]
    leaving = ways[np.ix_(rest, cycle)]
    small[-1, :-1] = entering.max(0)
    small[:-1, -1] = leaving.max(1)
    solved = _arborescence(small.astype(np.float64), rest.index(root))
    found = [int(head) for head in heads]
    for at, word in enumerate(rest):
        if word != root:
            found[word] = cycle[int(leaving[at].argmax())] if solved[at] == len(rest) else rest[solved[at]]
    above = solved[-1]
    broken = cycle[int(entering[:, above].argmax())]
    found[broken] = rest[above]
    found[root] = root
    return found

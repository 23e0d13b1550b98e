"""
UD trees to attributions by rule: who said what, as far as a treebank's own relations show it.

For models that may use no corpus of attributions: EWT (CC BY-SA 4.0) and GUM's open genres. A verb of saying with a
subject has its clause as `ccomp`, or stands beside it as `parataxis`; "according to" hangs on what is said as `obl`.
What trees do not show (quotations over sentences, nouns that attribute) is not marked, so this is far from PolNeAR.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from lab.corpora.treebanks import Sentence, documents, laid_out
from lab.train.example import IGNORE, Array, Example, examples, opened, stream
from sayso.encode.heads import ATTRIBUTION
from sayso.encode.tokens import Vocabulary

SAYING: Final = frozenset(
    """say tell add state warn announce declare claim insist argue note stress maintain write reply reiterate assert
    explain admit acknowledge confirm deny vow pledge promise threaten caution repeat remark comment report suggest
    predict estimate accuse allege contend conclude believe think hope fear expect ask urge demand call agree
    indicate reveal testify recall recommend propose complain boast joke concede""".split()
)
"""Verbs whose clause somebody answers for; PolNeAR counts beliefs and intentions too."""

QUOTES: Final = "\"“”„«»'‘’`"
LOOSE: Final = frozenset("acl acl:relcl appos parataxis punct".split())
"""Relations of what hangs on a source and is not marked as part of it."""


@dataclass(frozen=True)
class Told:
    """An attribution as indices of a sentence's words."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


def read(path: Path, vocabulary: Vocabulary, genres: frozenset[str] | None = None) -> Iterator[Example]:
    """Yield windows with `tags` and `links`, as `lab.corpora.polnear` does."""
    for document in documents(path, genres):
        text, given = laid_out(document)
        laid = stream(text, vocabulary, given)
        tags, links = _labels(document)

        def targets(first: int, last: int, tags: Array = tags, links: Array = links) -> dict[str, Array]:
            local = links[first:last] - first
            local[(local < 0) | (local >= last - first)] = IGNORE
            return {"tags": opened(tags[first:last]), "links": local}

        yield from examples("attribution", laid, vocabulary, targets, overlap=0)


def _labels(document: list[Sentence]) -> tuple[Array, Array]:
    """Return tags and links of a document's words."""
    total = sum(len(sentence.words) for sentence in document)
    tags, links = np.zeros(total, np.int64), np.full(total, -(10**9), np.int64)
    base = 0
    for sentence in document:
        for one in attributions(sentence):
            parts = {"source": one.source, "cue": one.cue, "content": one.content}
            if any(tags[base + at] for words in parts.values() for at in words):
                continue  # a word belongs to one attribution at most (PolNeAR 1.0)
            for role, words in parts.items():
                for at in words:
                    tags[base + at] = ATTRIBUTION.index(f"{'I' if at - 1 in words else 'B'}-{role}")
                    if role != "cue":
                        links[base + at] = base + one.cue[0]
        base += len(sentence.words)
    return tags, links


def attributions(sentence: Sentence) -> list[Told]:
    """Return what a sentence's tree shows, the widest contents first."""
    every = (_by_verb(sentence, at) or _by_according(sentence, at) for at in range(len(sentence.words)))
    found = [one for one in every if one is not None]
    return sorted(found, key=lambda one: -len(one.content))


def _by_verb(sentence: Sentence, at: int) -> Told | None:
    verb = sentence.words[at]
    if verb.upos != "VERB" or verb.lemma not in SAYING:
        return None
    below = _children(sentence, at)
    who = next((c for c in below if sentence.words[c].deprel == "nsubj"), None)
    what = next((c for c in below if sentence.words[c].deprel == "ccomp"), None)
    if who is None:
        return None
    if what is not None:
        content = _subtree(sentence, what)
    elif verb.deprel == "parataxis":
        content = _subtree(sentence, verb.head - 1) - _subtree(sentence, at)
    else:
        return None
    source = _subtree(sentence, who, LOOSE)
    helpers = {c for c in below if sentence.words[c].deprel in ("aux", "compound:prt") and abs(c - at) <= 3}
    return _told(sentence, source, {at} | helpers, content)


def _by_according(sentence: Sentence, at: int) -> Told | None:
    below = _children(sentence, at)
    case = next((c for c in below if sentence.words[c].form.lower() == "according"), None)
    if case is None or not sentence.words[at].deprel.startswith("obl"):
        return None
    fixed = _subtree(sentence, case)
    source = _subtree(sentence, at, LOOSE) - fixed
    content = _subtree(sentence, sentence.words[at].head - 1) - _subtree(sentence, at)
    return _told(sentence, source, fixed, content)


def _told(sentence: Sentence, source: set[int], cue: set[int], content: set[int]) -> Told | None:
    """Return them, the content with its quotation marks and no other punctuation at its ends, or None."""
    kept = _bare(sentence, content - source - cue)
    for side in (min(kept, default=0) - 1, max(kept, default=-2) + 1):
        if kept and 0 <= side < len(sentence.words) and sentence.words[side].form in QUOTES:
            kept.add(side)
    if not (source and cue and kept):
        return None
    return Told(tuple(sorted(source)), tuple(sorted(cue)), tuple(sorted(kept)))


def _bare(sentence: Sentence, words: set[int]) -> set[int]:
    kept = sorted(words)
    while kept and sentence.words[kept[0]].upos == "PUNCT":
        kept = kept[1:]
    while kept and sentence.words[kept[-1]].upos == "PUNCT":
        kept = kept[:-1]
    return set(kept)


def _children(sentence: Sentence, at: int) -> list[int]:
    return [i for i, word in enumerate(sentence.words) if word.head == at + 1]


def _subtree(sentence: Sentence, at: int, without: frozenset[str] = frozenset()) -> set[int]:
    """Return a word and all that hangs on it, but for what hangs on the word itself by these relations."""
    found, left = {at}, [c for c in _children(sentence, at) if sentence.words[c].deprel not in without]
    while left:
        here = left.pop()
        if here not in found:
            found.add(here)
            left += _children(sentence, here)
    return found

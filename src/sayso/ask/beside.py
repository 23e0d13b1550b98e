"""
Two articles to their stories next to one another: sentence beside sentence, with the words that were changed between.

Any two will do: a copy and its original, two versions of a page, two outlets on one day. What has no counterpart
stands alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.article.article import Article
from sayso.ask.copying import edit_row
from sayso.merge.alignment import runs
from sayso.merge.drift import Edit, drift
from sayso.merge.stories import Story, story
from sayso.record.entries import Json
from sayso.record.store import Record
from sayso.spans import Span

SHARE: Final = 0.4
"""Share of the words of the shorter of two sentences that they have in common to stand beside one another; by hand."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that stand beside one another, or one that stands alone: their numbers, None for none."""

    left: int | None
    right: int | None


@dataclass(frozen=True, slots=True)
class Beside:
    """
    Two articles next to one another.

    Attributes:
        left: The one.
        right: The other.
        pairs: The sentences of their stories, by number in each article, in the order of the left one.
        edits: What was changed from left to right, inside quotations first.
    """

    left: Article
    right: Article
    pairs: tuple[Pair, ...]
    edits: tuple[Edit, ...]

    def rows(self) -> Iterator[dict[str, Json]]:
        """Yield the pairs with their words, for programs."""
        for one in self.pairs:
            yield {
                "left": None if one.left is None else self.left.sentences[one.left].span.of(self.left.text),
                "right": None if one.right is None else self.right.sentences[one.right].span.of(self.right.text),
                "left_span": _range(self.left, one.left),
                "right_span": _range(self.right, one.right),
                "edits": [edit_row(edit) for edit in self.edits if self.lies_in(edit, one)],
            }

    def lies_in(self, edit: Edit, pair: Pair) -> bool:
        """Tell whether an edit begins in a pair: on the left, or on the right where it put something in."""
        if edit.before_span is not None:
            return pair.left is not None and _begins(edit.before_span, self.left.sentences[pair.left].span)
        assert edit.after_span is not None
        return pair.right is not None and _begins(edit.after_span, self.right.sentences[pair.right].span)


def beside(record: Record, one: str, other: str) -> Beside | None:
    """Return two articles next to one another, by their ids; None where the record lacks either."""
    found = record.reading(one), record.reading(other)
    if found[0] is None or found[1] is None:
        return None
    left, right = found[0].article, found[1].article
    stories = story(left), story(right)
    return Beside(left, right, tuple(_pairs(*stories)), tuple(drift(*stories)))


def _begins(part: Span, whole: Span) -> bool:
    return whole.start <= part.start < whole.end


def _range(article: Article, number: int | None) -> Json:
    if number is None:
        return None
    span = article.sentences[number].span
    return [span.start, span.end]


def _pairs(left: Story, right: Story) -> Iterator[Pair]:
    """Yield the sentences of two stories, those that share most of their words beside one another."""
    mates = _mates(left, right)
    shown: set[int] = set()
    waiting = _numbers(right)
    for number in _numbers(left):
        mate = mates.get(number)
        if mate is not None:
            for alone in [one for one in waiting if one < mate and one not in mates.values() and one not in shown]:
                shown.add(alone)
                yield Pair(None, alone)
            shown.add(mate)
        yield Pair(number, mate)
    for alone in waiting:
        if alone not in shown:
            yield Pair(None, alone)


def _numbers(held: Story) -> list[int]:
    return list(dict.fromkeys(word.sentence for word in held.words))


def _mates(left: Story, right: Story) -> dict[int, int]:
    """Return for sentences of the left story the one of the right that shares most words with it, each once."""
    common: Counter[tuple[int, int]] = Counter()
    for run in runs(left.forms, right.forms):
        for n in range(run.length):
            common[left.words[run.before + n].sentence, right.words[run.after + n].sentence] += 1
    sizes = _sizes(left), _sizes(right)
    found: dict[int, int] = {}
    for (one, other), amount in sorted(common.items(), key=lambda pair: (-pair[1], pair[0])):
        is_enough = amount >= SHARE * min(sizes[0][one], sizes[1][other])
        if is_enough and one not in found and other not in found.values():
            found[one] = other
    return found


def _sizes(held: Story) -> Counter[int]:
    return Counter(word.sentence for word in held.words)

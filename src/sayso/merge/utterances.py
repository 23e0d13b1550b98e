"""
Gists to utterances: what gists are found by, what judgements make of them, and the method by which a record is settled.

What two reports of one utterance share is a speaker, some days and their telling words, or at least the rarest of their
words; only gists that share such a value are compared. Gists that are judged to report one utterance make a group. One
whose time may take in several utterances ("had said in May") joins the group that it is most like, and none where it
is about as like another: it must not make one of two.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import Final

from sayso.knowledge.knowledge import knowledge
from sayso.merge.gist import Gist, gists, unpacked
from sayso.merge.likeness import telling_words
from sayso.merge.parts import Parts
from sayso.merge.sameness import UNSIGNED, is_out_of_question, judge
from sayso.merge.tokens import NAME
from sayso.record.entries import Reading
from sayso.record.likenesses import Alike
from sayso.record.utterances import Keyed, Method
from sayso.terms import Judgement

SCHEME: Final = "gist 3"
"""Change it with anything that changes a gist, what it is found by or a judgement: records are then settled anew. It
is part of every key, so that what stays the same is judged anew too."""
DAYS: Final = 10
"""Days to a bucket: a report whose time spans more is in several."""
WORDS: Final = 2
"""Telling words of each report that are looked for together with its speaker, names before others: reporters put one
word for another."""
RAREST: Final = 3
"""Telling words that reports share which say nearly the same."""
MARGIN: Final = 0.15
"""How much more like one group than any other a report must be whose time takes in several. Set by hand."""


def keyed(gist: Gist) -> Keyed:
    """Return a gist with its key and what it is found by."""
    packed = gist.packed()
    return Keyed(_hashed((SCHEME, packed)), packed, frozenset(map(_hashed, _values(gist))))


def _values(gist: Gist) -> Iterator[tuple[str, ...]]:
    words = telling_words(gist)
    top = [word for word, _ in words]
    names_first = sorted(top, key=lambda word: word[0] != NAME)
    is_telling = sum(weight for _, weight in words) >= UNSIGNED
    if is_telling:
        yield "words", gist.kind, *top[:RAREST]
    for days in _buckets(gist):
        if is_telling and not gist.is_recalled:
            yield from (("words", gist.kind, days, *pair) for pair in combinations(top[:RAREST], 2))
        for person in filter(None, (gist.who, *gist.named)):
            yield "who", gist.kind, person, days
        for speaker in filter(None, {gist.who, gist.side, *gist.named}):
            yield from (("said", gist.kind, speaker, days, word) for word in names_first[:WORDS])


def _buckets(gist: Gist) -> Iterator[str]:
    if gist.first is None or gist.last is None:
        yield "undated"
        return
    first, last = (date.fromisoformat(day).toordinal() // DAYS for day in (gist.first, gist.last))
    yield from map(str, range(first, last + 1))


def _hashed(value: tuple[str, ...]) -> int:
    return int.from_bytes(hashlib.sha256("\x1f".join(value).encode()).digest()[:8]) >> 1


def grouped(texts: Mapping[int, str], pairs: Iterable[Alike]) -> dict[int, int]:
    """
    Return the utterance of each gist: the lowest key of those that report it.

    Args:
        texts: The gists by key; with any of them also all that hang together with it by positive judgements.
        pairs: Those judgements.
    """
    wide = {key for key, text in texts.items() if _unpacked(text).is_wide}
    held = list(pairs)
    groups: Parts[int] = Parts()
    for pair in held:
        if pair.one not in wide and pair.other not in wide:
            _join(groups, pair.one, pair.other)
    likest = _likest(held, wide, groups)
    for pair in held:
        if pair.one in wide and pair.other in wide and not {pair.one, pair.other} & likest.keys():
            _join(groups, pair.one, pair.other)
    for key, found in likest.items():
        if found is not None:
            _join(groups, key, found)
    return {key: groups.root(key) for key in texts}


def _likest(pairs: Iterable[Alike], wide: set[int], groups: Parts[int]) -> dict[int, int | None]:
    """Return for each wide gist like some narrow one its group, None where it is about as like another."""
    scores: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for pair in pairs:
        for key, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if key in wide and other not in wide:
                root = groups.root(other)
                scores[key][root] = max(pair.score, scores[key].get(root, 0.0))
    return {key: _best(found) for key, found in sorted(scores.items())}


def _best(scores: Mapping[int, float]) -> int | None:
    best, *others = sorted(scores, key=lambda root: (-scores[root], root))
    return None if others and scores[best] - scores[others[0]] < MARGIN else best


def _join(parts: Parts[int], one: int, other: int) -> None:
    """Make one of two groups, under the lowest key of both."""
    parts.join(*sorted((parts.root(one), parts.root(other))))


_unpacked = lru_cache(maxsize=4096)(unpacked)


def _make(reading: Reading, text: str) -> dict[str, Keyed]:
    return {entry: keyed(gist) for entry, gist in gists(reading, text, knowledge())}


def _judge(one: str, other: str) -> tuple[Judgement, str, float] | None:
    first, second = _unpacked(one), _unpacked(other)
    if is_out_of_question(first, second):
        return None
    found = judge(first, second)
    return (found.judgement, found.reason, found.score) if found.is_near else None


def _is_wide(gist: str) -> bool:
    return _unpacked(gist).is_wide


METHOD: Final = Method(SCHEME, _make, _judge, grouped, _is_wide)

"""
Numbers to attributions: who, by what words, said what, as spans (PolNeAR), also over sentence borders.

A word has one role at most and belongs to one attribution at most (PolNeAR 1.0). Tags come from the best path over a
whole stream; each stretch of source or content then picks the cue that its words point to, and what points to one cue
is one attribution. A content in two stretches round its speaker is one discontinuous span.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from sayso.article.article import Article
from sayso.encode.encoder import Encoded, Encoder
from sayso.encode.heads import ATTRIBUTION
from sayso.encode.streams import Stream
from sayso.encode.tags import Stretch, best_path, log_softmax, stretches
from sayso.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """
    A source, a cue and a content, as written.

    Attributes:
        source: None where the text names none (passives, "reports say").
        cue: With auxiliaries, adverbs and particles; None only where a quotation stands without one.
        content: With its quotation marks and a leading `that`.
        score: Mean log probability of its tags; at most 0, higher is surer.
        is_verbatim: True where the content is said in these words though it stands without quotation marks.
    """

    source: Spans | None
    cue: Spans | None
    content: Spans
    score: float
    is_verbatim: bool = False


FAINT: Final = -6.0
"""Mean log probability under which a stretch's best link is no link (about 1 in 400); set by hand, not swept."""


def attributions(streams: Sequence[Stream], article: Article, encoder: Encoder) -> list[Attribution]:
    """Return the attributions of an article in text order."""
    found = [one for stream in streams for one in _of_stream(stream, article, encoder)]
    return sorted(found, key=lambda a: a.content[0].start)


def _of_stream(stream: Stream, article: Article, encoder: Encoder) -> list[Attribution]:
    encoded, text = stream.encoded, article.text
    scores = encoded.labels["attribution"]
    tags = best_path(scores, encoder.transitions("attribution"))
    spans = [span for line in encoded.lines for span in line.spans]
    marked = _cut(list(stretches(tags, ATTRIBUTION)), _borders(stream, article))
    places = _places(stream, article)
    cues = [one for one in marked if one.label == "cue"]
    sure = log_softmax(scores)[np.arange(len(tags)), tags] if tags else np.zeros(0)
    parts: dict[int | None, dict[str, list[Stretch]]] = defaultdict(lambda: defaultdict(list))
    for one in marked:
        if one.label != "cue":
            free = one.label == "content" and _is_quotation(text, spans, one)
            near = [free or places[cue.first][:2] == places[one.first][:2] for cue in cues]
            parts[_cue_of(encoded, one, cues, near)][one.label].append(one)
    found = []
    for cue, roles in parts.items():
        contents = roles["content"]
        if not contents or (cue is None and not any(_is_quotation(text, spans, one) for one in contents)):
            continue
        if cue is not None:
            here = [one for one in contents if places[one.first] == places[cues[cue].first]]
            contents = [one for one in contents if one in here or not here or _is_quotation(text, spans, one)]
        groups = [contents] if cue is not None else [[one] for one in contents]
        for group in groups:
            own = [*group, *([cues[cue]] if cue is not None else [])]
            score = float(np.mean([sure[i] for one in own for i in range(one.first, one.last)]))
            source = _spans(text, spans, roles["source"]) if cue is not None and roles["source"] else None
            said = _spans(text, spans, [cues[cue]]) if cue is not None else None
            found.append(Attribution(source, said, _spans(text, spans, group), score))
    return found


def _borders(stream: Stream, article: Article) -> frozenset[int]:
    """
    Return the words that no stretch runs into from before: the first of a zone, and the first of a paragraph unless it
    opens with a quotation mark, as the later paragraphs of a long quotation do.
    """
    found = set()
    lines = list(zip(stream.encoded.starts, stream.sentences, strict=False))
    for (_, before), (first, sentence) in itertools.pairwise(lines):
        a, b = article.sentences[before], article.sentences[sentence]
        opens = b.span.of(article.text)[:1] in "\"“„«‘'"
        if article.zone_kind(a) != article.zone_kind(b) or (a.paragraph != b.paragraph and not opens):
            found.add(first)
    return frozenset(found)


def _cut(marked: Sequence[Stretch], borders: frozenset[int]) -> list[Stretch]:
    """Cut stretches where they would cross a border."""
    found = []
    for one in marked:
        edges = [one.first, *(at for at in range(one.first + 1, one.last) if at in borders), one.last]
        found += [Stretch(one.label, a, b) for a, b in itertools.pairwise(edges)]
    return found


def _places(stream: Stream, article: Article) -> list[tuple[int, int, int]]:
    """Return zone, paragraph and sentence of each word of a stream."""
    found: list[tuple[int, int, int]] = []
    for line, sentence in zip(stream.encoded.lines, stream.sentences, strict=True):
        one = article.sentences[sentence]
        found += [(one.zone, one.paragraph, sentence)] * len(line.spans)
    return found


def _cue_of(encoded: Encoded, one: Stretch, cues: Sequence[Stretch], near: Sequence[bool]) -> int | None:
    """
    Return the index of the cue that the words of a stretch point to, None where they point to none.

    Only a quotation may point to a cue of another paragraph: `near` tells for each cue whether it may be pointed to.
    """
    best: tuple[float, int | None] = (FAINT, None)
    for window in encoded.windows:
        first, last = one.first - window.first_word, one.last - window.first_word
        if last <= 0 or first >= window.words:
            continue
        rows = log_softmax(window.pairs["link"][max(first, 0) : last])
        for index, cue in enumerate(cues):
            at = cue.first - window.first_word
            if near[index] and 0 <= at < window.words:
                score = float(rows[:, at].mean())
                if score > best[0]:
                    best = (score, index)
    return best[1]


def _spans(text: str, spans: Sequence[Span], parts: Sequence[Stretch]) -> Spans:
    """Return stretches as spans, joined where nothing but punctuation and white space stands between them."""
    done: list[Span] = []
    for one in sorted(parts, key=lambda s: s.first):
        span = Span(spans[one.first].start, spans[one.last - 1].end)
        if done and not any(c.isalnum() for c in text[done[-1].end : span.start]):
            done[-1] = Span(done[-1].start, span.end)
        else:
            done.append(span)
    return tuple(done)


def _is_quotation(text: str, spans: Sequence[Span], one: Stretch) -> bool:
    """Tell whether a stretch opens with a quotation mark, in it or just before it."""
    start = spans[one.first].start
    return text[start] in "\"“„«'‘" or text[max(0, start - 1)] in '"“„«'

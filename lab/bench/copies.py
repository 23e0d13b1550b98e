"""
How many candidates an article has, and what settling it costs, as a record grows: one giant cluster of copies included.

    python -m lab.bench.copies [--articles 20000] [--cluster 10000] [--record PATH]

The generated articles are of three kinds, mixed: stories of their own, some with a copy that was cut and changed;
copies of one dispatch, each with words of its own changed and some cut short; and reports of one outlet that all end in
the same background paragraph. Words are drawn by Zipf's law. What settling costs is timed without adding.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Final

from sayso.acquire.capture import Capture, Hints
from sayso.article.article import Article, Sentence, Zone, article_id
from sayso.merge.resemblance import resemblance
from sayso.merge.settling import signed
from sayso.merge.signatures import SCHEME
from sayso.record.entries import Reading
from sayso.record.store import Record, open_record
from sayso.spans import Span
from sayso.terms import ZoneKind

SEED: Final = 11
WORDS: Final = 20_000
SENTENCES: Final = 16
LENGTH: Final = 22
"""Words of a sentence; with SENTENCES about those of a dispatch."""
TAKEN: Final = datetime(2031, 1, 1, tzinfo=UTC)
MADE_BY: Final = "sayso 0.1.0 model 000000000000"
WEIGHTS: Final = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))

Story = list[list[str]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Generate, settle and print, a line each time that the record has grown by a tenth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--cluster", type=int, default=10_000)
    parser.add_argument("--record", type=Path)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, open_record(str(given.record or Path(folder) / "bench.db")) as record:
        _run(record, given.articles, given.cluster)


def _run(record: Record, articles: int, cluster: int) -> None:
    counts: list[int] = []
    every = max(1, articles // 10)
    spent = 0.0
    for n, (story, outlet) in enumerate(_stories(articles, cluster), 1):
        _add(record, story, outlet, n)
        (reading,) = record.copies.waiting(SCHEME) if n == 1 else (n,)
        started = time.perf_counter()
        counts.append(record.copies.settle(reading, SCHEME, signed, resemblance))
        spent += time.perf_counter() - started
        if n % every == 0:
            print(f"{n:>8} articles: {1000 * spent / every:6.2f} ms each to settle; candidates {_spread(counts)}")
            spent = 0.0


def _spread(counts: Sequence[int]) -> str:
    ordered = sorted(counts)
    at = (ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.9, 0.99))
    mean = sum(ordered) / len(ordered)
    return "median {}, p90 {}, p99 {}".format(*at) + f", mean {mean:.1f}, most {ordered[-1]}"


def _stories(articles: int, cluster: int) -> Iterator[tuple[Story, str]]:
    """Yield stories with their outlets, the cluster's mixed among the others."""
    chosen = random.Random(SEED)
    wire, background = _story(chosen), _story(chosen)[:4]
    waiting: list[Story] = []
    for n in range(articles):
        if chosen.random() < cluster / articles:
            yield _changed(chosen, wire), f"Paper {n}"
        elif waiting and chosen.random() < 0.2:
            yield _changed(chosen, waiting.pop()), f"Paper {n % 300}"
        elif chosen.random() < 0.2:
            yield [*_story(chosen)[:8], *background], "Valley Echo"
        else:
            waiting = [*waiting[-50:], _story(chosen)]
            yield waiting[-1], f"Paper {n % 300}"


def _story(chosen: random.Random) -> Story:
    return [_sentence(chosen) for _ in range(SENTENCES)]


def _sentence(chosen: random.Random) -> list[str]:
    return [f"w{rank}" for rank in chosen.choices(range(WORDS), cum_weights=WEIGHTS, k=LENGTH)]


def _changed(chosen: random.Random, story: Story) -> Story:
    """Change up to eight words, and cut one story in three short."""
    copy = [list(sentence) for sentence in story]
    for _ in range(chosen.randrange(9)):
        sentence = chosen.choice(copy)
        sentence[chosen.randrange(len(sentence))] = f"w{chosen.randrange(WORDS)}"
    return copy[: chosen.randrange(5, SENTENCES)] if chosen.random() < 1 / 3 else copy


def _add(record: Record, story: Story, outlet: str, number: int) -> None:
    lines = [" ".join(sentence).capitalize() + "." for sentence in story]
    text = "\n\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 2
    day = (date(2020, 1, 1) + timedelta(days=number % 700)).isoformat()
    capture = Capture(text.encode(), f"{number}.txt", TAKEN, "text/plain", Hints(published=day, outlet=outlet))
    article = Article(
        id=article_id(capture.sha256, outlet, None), path=capture.path, sha256=capture.sha256, url=None, outlet=outlet,
        title=None, byline=None, published=day, language="en", text=text,
        zones=(Zone(ZoneKind.BODY, Span(0, len(text))),),
        sentences=tuple(Sentence(span, 0, n) for n, span in enumerate(spans)),
    )  # fmt: skip
    record.add(capture, Reading(article, MADE_BY, (), (), (), (), (), ()))


if __name__ == "__main__":
    main()

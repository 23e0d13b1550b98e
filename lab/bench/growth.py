"""
A record that grows to what an article costs to add and settle, and the exponent by which the whole cost grows.

Readings go through `Record.begin` and `merge.settling.settle` some hundred at a time, as whoever adds a folder has
it. A size that is reached is kept before the next begins, so that a run that is stopped has measured what it had.
"""

from __future__ import annotations

import math
import resource
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from lab.bench.printing import articles
from lab.bench.results import Section, Table, percentile
from lab.bench.stories import A_DAY, DISPATCH_SHARE
from sayso.merge.settling import settle
from sayso.record.store import Record, open_record

SIZES: Final = (10_000, 20_000, 40_000, 80_000, 160_000, 320_000)
LOT: Final = 500
"""Articles that are added and then settled together."""
TARGET: Final = 1.1


def grow(path: Path, sizes: Sequence[int], told: Callable[[Mapping[str, Any]], None]) -> None:
    """
    Grow a record to some sizes, and tell all that was measured at each.

    Args:
        path: Of the record, which is made.
        sizes: Articles, each size larger than the one before.
        told: Is told the figures so far, each time that a size is reached.
    """
    slices: list[dict[str, Any]] = []
    with open_record(str(path)) as record:
        drawn = articles(sizes[-1])
        for before, size in zip((0, *sizes), sizes, strict=False):
            slices.append({"articles": size, **_slice(record, islice(drawn, size - before)), "bytes": _bytes(path)})
            told({"slices": slices, "exponent": exponent(slices), "peak_mb": _peak()})


def exponent(slices: Sequence[Mapping[str, Any]]) -> float | None:
    """Return the exponent of a power law fitted to the processor time of the whole, None for a single size."""
    spent, points = 0.0, []
    for one in slices:
        spent += one["adding"] + one["settling"]
        points.append((math.log(one["articles"]), math.log(spent)))
    if len(points) < 2:
        return None
    across, up = (sum(values) / len(points) for values in zip(*points, strict=True))
    slope = sum((x - across) * (y - up) for x, y in points) / sum((x - across) ** 2 for x, _ in points)
    return round(slope, 3)


def _slice(record: Record, drawn: Iterator[Any]) -> dict[str, Any]:
    """Add and settle what is drawn; return what it cost, in seconds of the processor and of the clock."""
    adding = settling = clock = 0.0
    stories: list[int] = []
    reports: list[int] = []
    while lot := list(islice(drawn, LOT)):
        began, at = time.perf_counter(), time.process_time()
        with record.run() as run:
            for capture, reading in lot:
                run.take()
                run.add(capture, reading)
        added = time.process_time()
        compared = settle(record)
        adding += added - at
        settling += time.process_time() - added
        clock += time.perf_counter() - began
        stories += compared.stories
        reports += compared.reports
    return {
        "adding": round(adding, 1),
        "settling": round(settling, 1),
        "clock": round(clock, 1),
        "stories": _spread(stories),
        "reports": _spread(reports),
        "added": len(stories),
    }


def _spread(counts: Sequence[int]) -> dict[str, float]:
    mean = round(sum(counts) / len(counts), 1)
    return {"mean": mean, "p50": percentile(counts, 0.5), "p99": percentile(counts, 0.99), "most": max(counts)}


def _bytes(path: Path) -> int:
    return sum(one.stat().st_size for one in path.parent.glob(f"{path.name}*"))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def section(told: Mapping[str, Any]) -> Section:
    """Return what the page says of this part."""
    slices = told["slices"]
    reached, slope = slices[-1]["articles"], told["exponent"]
    fitted = "one size only, nothing to fit" if slope is None else f"{slope:.2f} (target: at most {TARGET})"
    text = [
        f"**Exponent of the processor time, {slices[0]['articles']:,} to {reached:,} articles: {fitted}.**",
        *([f"Sizes above {reached:,} were not reached, and nothing is said of them."] if reached < SIZES[-1] else []),
        f"Every article has five statements; {A_DAY} are published a day, and one in {1 / DISPATCH_SHARE:.0f} is a "
        f"copy of one and the same dispatch ({round(reached * DISPATCH_SHARE):,} copies in the end).",
        f"They are added {LOT} at a time, each in a transaction of its own, and settled: copies, utterances, search.",
        "A row is a slice of the growing record, from the size above to its own; candidates are stories that an "
        "article was compared with, pairs those of its reports that were judged.",
        f"Peak memory {told['peak_mb']} MB.",
    ]
    heads = (
        "articles", "ms to add", "ms to settle", "on the clock, ms", "candidates: median", "p99", "most",
        "pairs of reports: median", "p99", "most", "size, GB",
    )  # fmt: skip
    return Section("Growth: adding and settling", text, Table(heads, [_row(one) for one in slices]))


def _row(one: Mapping[str, Any]) -> list[str]:
    each = [1000 * one[name] / one["added"] for name in ("adding", "settling", "clock")]
    counts = [f"{one[of][at]:,}" for of in ("stories", "reports") for at in ("p50", "p99", "most")]
    return [f"{one['articles']:,}", *(f"{value:.1f}" for value in each), *counts, f"{one['bytes'] / 2**30:.2f}"]

"""
A record that grows to what an article costs to add and settle, and the exponent by which the whole cost grows.

Readings go through `Record.begin` and `merge.settling.settle` some hundred at a time, as whoever adds a folder has
it. A size that is reached is kept before the next begins, so that a run that is stopped has measured what it had; and
what is measured of each lot is kept beside the record, so that it goes on there when it is run again.

A processor that shares its parts with other work takes more time for the same. Beside each lot a fixed piece of work
is timed, so that times are told as they would be at the fastest pace that was seen, whatever else the machine did.
"""

from __future__ import annotations

import json
import math
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Final

from lab.bench.printing import articles
from lab.bench.results import Section, Table, percentile
from lab.bench.stories import A_DAY, DISPATCH_SHARE
from sayso.acquire.capture import Capture
from sayso.merge.settling import settle
from sayso.record.entries import Reading
from sayso.record.store import Record, open_record

SIZES: Final = (10_000, 20_000, 40_000, 80_000, 160_000, 320_000)
LOT: Final = 500
"""Articles that are added and then settled together."""
TARGET: Final = 1.1
PIECE: Final = 40_000
"""Words that the fixed piece of work makes, counts and sorts: some hundredths of a second."""


@dataclass(slots=True)
class Measured:
    """
    What was measured of a record so far.

    Attributes:
        slices: Of each size that was reached, as the page tells it.
        peak_mb: Memory at most.
        fastest: The least that the piece of work took. *Units:* seconds of the processor.
        adding: Of the size that is being reached. *Units:* pieces of work.
        settling: Likewise.
        spent: Likewise, as it was. *Units:* seconds of the processor.
        clock: Likewise, of the clock.
        stories: What each of its articles was compared with.
        reports: How many reports of each of its articles were judged.
    """

    slices: list[dict[str, Any]] = field(default_factory=list)
    peak_mb: int = 0
    fastest: float = math.inf
    adding: float = 0.0
    settling: float = 0.0
    spent: float = 0.0
    clock: float = 0.0
    stories: list[int] = field(default_factory=list)
    reports: list[int] = field(default_factory=list)

    @classmethod
    def load(cls, kept: Path) -> Measured:
        """Return what a run that was stopped has kept, or that nothing was measured."""
        told = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
        if told and "fastest" not in told:
            raise SystemExit(f"{kept} was measured without a pace; begin anew with another --record")
        return cls(**told)

    def keep(self, kept: Path) -> None:
        """Keep it, whole or not at all."""
        self.peak_mb = max(self.peak_mb, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        half = kept.with_suffix(".new")
        half.write_text(json.dumps(asdict(self)), encoding="utf-8")
        half.replace(kept)

    @property
    def added(self) -> int:
        """Articles that are in the record."""
        return (self.slices[-1]["articles"] if self.slices else 0) + len(self.stories)

    def reach(self, size: int, held: int) -> None:
        """Close the slice that ends at a size, at which the record has so many bytes."""
        took = {name: round(float(getattr(self, name)), 1) for name in ("adding", "settling", "spent", "clock")}
        compared = {name: _spread(getattr(self, name)) for name in ("stories", "reports")}
        self.slices.append({"articles": size, **took, **compared, "added": len(self.stories), "bytes": held})
        self.adding = self.settling = self.spent = self.clock = 0.0
        self.stories, self.reports = [], []


def grow(path: Path, sizes: Sequence[int], told: Callable[[Mapping[str, Any]], None]) -> None:
    """
    Grow a record to some sizes, and tell all that was measured at each; one that was left half-grown grows on.

    Args:
        path: Of the record, which is made where it is not there.
        sizes: Articles, each size larger than the one before.
        told: Is told the figures so far, each time that a size is reached.
    """
    kept = path.with_suffix(".growth.json")
    measured = Measured.load(kept)
    drawn = islice(articles(sizes[-1]), measured.added, None)
    with open_record(str(path)) as record:
        for size in sizes:
            while lot := list(islice(drawn, max(0, min(LOT, size - measured.added)))):
                _add(record, lot, measured)
                measured.keep(kept)
            if size > measured.added - len(measured.stories):
                measured.reach(size, _bytes(path))
                measured.keep(kept)
                fitted = exponent(measured.slices)
                whole = {"exponent": fitted, "peak_mb": measured.peak_mb, "fastest": measured.fastest}
                told({"slices": measured.slices, **whole})


def exponent(slices: Sequence[Mapping[str, Any]]) -> float | None:
    """Return the exponent of a power law fitted to the cost of the whole, None for a single size."""
    spent, points = 0.0, []
    for one in slices:
        spent += one["adding"] + one["settling"]
        points.append((math.log(one["articles"]), math.log(spent)))
    if len(points) < 2:
        return None
    across, up = (sum(values) / len(points) for values in zip(*points, strict=True))
    slope = sum((x - across) * (y - up) for x, y in points) / sum((x - across) ** 2 for x, _ in points)
    return round(slope, 3)


def _add(record: Record, lot: Sequence[tuple[Capture, Reading]], measured: Measured) -> None:
    """Add and settle some articles, and measure what that costs."""
    before = _pace()
    began, at = time.perf_counter(), time.process_time()
    with record.run() as run:
        for capture, reading in lot:
            run.take()
            run.add(capture, reading)
    added = time.process_time()
    measured.clock += time.perf_counter() - began
    between = _pace()
    began, again = time.perf_counter(), time.process_time()
    compared = settle(record)
    settled = time.process_time()
    measured.clock += time.perf_counter() - began
    after = _pace()
    measured.fastest = min(measured.fastest, before, between, after)
    measured.adding += 2 * (added - at) / (before + between)
    measured.settling += 2 * (settled - again) / (between + after)
    measured.spent += added - at + settled - again
    measured.stories += compared.stories
    measured.reports += compared.reports


def _pace() -> float:
    """Return what a fixed piece of work takes now, of the kind that a record does: words, sets, sums, sorting."""
    at = time.process_time()
    words = [f"{number * 7919 % 104729}" for number in range(PIECE)]
    places = {word: place for place, word in enumerate(words)}
    sorted(places, key=places.__getitem__, reverse=True)
    json.loads(json.dumps(words))
    return time.process_time() - at


def _spread(counts: Sequence[int]) -> dict[str, float]:
    mean = round(sum(counts) / len(counts), 1)
    return {"mean": mean, "p50": percentile(counts, 0.5), "p99": percentile(counts, 0.99), "most": max(counts)}


def _bytes(path: Path) -> int:
    return sum(one.stat().st_size for one in path.parent.glob(f"{path.name}*"))


def section(told: Mapping[str, Any]) -> Section:
    """Return what the page says of this part."""
    slices = told["slices"]
    reached, slope = slices[-1]["articles"], told["exponent"]
    fitted = "one size only, nothing to fit" if slope is None else f"{slope:.2f} (target: at most {TARGET})"
    text = [
        f"**Exponent of the cost, {slices[0]['articles']:,} to {reached:,} articles: {fitted}.**",
        *([f"Sizes above {reached:,} were not reached, and nothing is said of them."] if reached < SIZES[-1] else []),
        f"Every article has five statements; {A_DAY} are published a day, and one in {1 / DISPATCH_SHARE:.0f} is a "
        f"copy of one and the same dispatch ({round(reached * DISPATCH_SHARE):,} copies in the end).",
        f"They are added {LOT} at a time, each in a transaction of its own, and settled: copies, utterances, search.",
        "A row is a slice of the growing record, from the size above to its own; candidates are stories that an "
        "article was compared with, pairs those of its reports that were judged.",
        "Times to add and to settle are the processor's at the fastest pace that was seen: a fixed piece of work was "
        f"timed beside each lot ({1000 * told['fastest']:.0f} ms at best), for other work on the machine slows both.",
        f"Peak memory {told['peak_mb']} MB.",
    ]
    heads = (
        "articles", "ms to add", "ms to settle", "processor as it was, ms", "on the clock, ms",
        "candidates: median", "p99", "most", "pairs of reports: median", "p99", "most",
        "size, GB",
    )  # fmt: skip
    return Section("Growth: adding and settling", text, Table(heads, [_row(one, told["fastest"]) for one in slices]))


def _row(one: Mapping[str, Any], fastest: float) -> list[str]:
    took = (fastest * one["adding"], fastest * one["settling"], one["spent"], one["clock"])
    each = [1000 * seconds / one["added"] for seconds in took]
    counts = [f"{one[of][at]:,}" for of in ("stories", "reports") for at in ("p50", "p99", "most")]
    return [f"{one['articles']:,}", *(f"{value:.1f}" for value in each), *counts, f"{one['bytes'] / 2**30:.2f}"]

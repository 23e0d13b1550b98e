"""
Own pairs of names: whether one key joins the spellings of a name and keeps other names apart.

    python -m lab.evaluate.spellings [--show]
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.knowledge.spelling import person_key

PAIRS = Path(__file__).parents[1] / "labels" / "names.tsv"


@dataclass(frozen=True)
class Pair:
    """Two names, whether they are one, the tongue they come from, and which part of the set they stand in."""

    part: str
    one: str
    other: str
    is_same: bool
    tongue: str

    @property
    def is_joined(self) -> bool:
        """Whether the two have one key."""
        return person_key(self.one) == person_key(self.other)


def pairs() -> Iterator[Pair]:
    """Yield the pairs."""
    lines = [line for line in PAIRS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        part, one, other, same, tongue = line.split("\t")
        yield Pair(part, one, other, same == "1", tongue)


def evaluate(part: str | None = None) -> dict[str, float]:
    """Return precision and recall of joining names by their key, over all pairs or those of a part."""
    counts = Counter((one.is_joined, one.is_same) for one in pairs() if part in (None, one.part))
    joined, same = counts[True, True] + counts[True, False], counts[True, True] + counts[False, True]
    found = {"precision": counts[True, True] / max(1, joined), "recall": counts[True, True] / max(1, same)}
    return {**found, "pairs": sum(counts.values()), "same": same}


def main() -> None:
    """Print the figures by part and tongue; with --show every pair that comes out wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    for part in (*dict.fromkeys(one.part for one in pairs()), None):
        found = evaluate(part)
        told = f"precision {found['precision']:.3f} recall {found['recall']:.3f}"
        print(f"{part or 'all'}: {told} ({found['pairs']} pairs, {found['same']} of them one name)")
    by_tongue: defaultdict[str, list[bool]] = defaultdict(list)
    for one in pairs():
        by_tongue[one.tongue].append(one.is_joined is one.is_same)
    print(", ".join(f"{tongue} {sum(right)}/{len(right)}" for tongue, right in sorted(by_tongue.items())))
    if asked.show:
        for one in pairs():
            if one.is_joined is not one.is_same:
                keys = f"{person_key(one.one)} {person_key(one.other)}"
                print(f"{'missed' if one.is_same else 'joined'}  {one.one} | {one.other}  ({one.tongue})  {keys}")


if __name__ == "__main__":
    main()

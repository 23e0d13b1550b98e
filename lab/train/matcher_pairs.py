"""
Written passages with moves, and what-ifs of our crises, to the pairs that the matcher is taught on.

    python -m lab.train.matcher_pairs --out build/matcher/pairs.npz [--crises crisis-a crisis-c …] [--alone]

`lab/labels/moves_*.jsonl` hold passages of our own with their signals, each with moves that set one off and near misses
that do not, labelled with what is off, and some with the signals that set one another off; `reports_*.jsonl` hold what
later articles tell of them. Half of the signals of passages stand there as sayso reads them (`lab.train.reread`).
Of the crises every what-if is paired with every signal that sayso reads there: what must
fire fires, what may is left out, and of what must not a sample is kept.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np

from lab.evaluate.cases import scorer
from lab.evaluate.gold import GOLD
from lab.labels.load import FOLDER as LABELS
from lab.labels.load import names, passages, reports
from lab.train.matcher import OFF, SHOWN
from lab.train.reread import read
from sayso.ask.whatif import shown_json
from sayso.encode.encoder import shipped_encoder
from sayso.encode.pairs import Pair, Rule, lay_out
from sayso.knowledge.knowledge import Knowledge, knowledge
from sayso.record.store import open_record
from sayso.spans import Span
from sayso.weigh.frames import SignalView
from sayso.weigh.matching import names_of, rule_of
from sayso.weigh.views import as_of, views

STRANGE: Final = 3
"""Moves of other passages that each rule is paired with."""
READ: Final = 0.5
"""Share of a signal's pairs in which its halves are those that sayso reads there, where it reads it; set by hand."""
KEPT: Final = 0.4
"""Share kept of the pairs of passages with many signals in which a move has nothing to do with the signal, which are
most of their pairs; set by hand."""
HARD, EASY = 9000, 2500
"""Pairs of our crises that must not fire and are kept, with a name in common and without."""
ELSEWHERE: Final = OFF.index("elsewhere")


@dataclass(frozen=True, slots=True)
class Labelled:
    """
    A pair with what it is.

    Attributes:
        pair: As the matcher takes it.
        fires: Whether the move meets the rule; None where it is a report.
        off: Index in `OFF`.
        source: Number of the passage or what-if it comes from.
        shows: What a report shows of the rule; None where it is a move.
    """

    pair: Pair
    fires: bool | None
    off: int
    source: int
    shows: frozenset[str] | None = None

    @property
    def meta(self) -> tuple[int, ...]:
        """Return the numbers beside the pair as `lab.train.matcher.Pairs.load` takes them."""
        shown = [-1 if self.shows is None else one in self.shows for one in SHOWN]
        return -1 if self.fires is None else int(self.fires), self.off, self.source, *map(int, shown)


def written(folder: Path, seed: int = 7) -> Iterator[Labelled]:
    """Yield the pairs of the passages that were written for it."""
    records = passages(folder)
    moves = [one["move"] for record in records for one in record["moves"]]
    chance, known = random.Random(seed), knowledge()
    for number, record in enumerate(records):
        day = _day(record["date"])
        own = {one["move"] for one in record["moves"]}
        as_read = read(record)
        for signal in record["signals"]:
            rule = _rule(record["text"], signal)
            other = as_read.get(signal["id"], rule)
            told = [(one["move"], *_label(one, signal["id"])) for one in record["moves"]
                    if signal["id"] not in one.get("may", ())]  # fmt: skip
            told += [(one, False, ELSEWHERE) for one in chance.sample(moves, STRANGE) if one not in own]
            told += [one for one in _repeated(signal) if chance.random() < 0.5]
            told += _brought(record, signal["id"])
            for move, fires, off in told:
                if off == ELSEWHERE and "then" in record and chance.random() >= KEPT:
                    continue
                yield Labelled(_pair(move, other if chance.random() < READ else rule, day, known), fires, off, number)


def _brought(record: dict[str, Any], signal: str) -> Iterator[tuple[str, bool, int]]:
    """Yield what the other signals of a passage would bring, as a later step of a what-if words it."""
    if "then" in record:
        for one in record["signals"]:
            if one["id"] != signal:
                fires = [one["id"], signal] in record["then"]
                yield f"{one['sender']}: {' '.join(one['consequence'])}", fires, 0 if fires else ELSEWHERE


def told(folder: Path) -> Iterator[Labelled]:
    """Yield the reports that were written for passages, each with every signal of its passage."""
    known, numbers = knowledge(), {name: at for at, name in enumerate(names(folder))}
    for one in reports(folder):
        for signal in one.passage["signals"]:
            shown = frozenset(one.shows.get(signal["id"], ()))
            pair = _pair(one.text, _rule(one.passage["text"], signal), _day(one.passage["date"]), known)
            yield Labelled(pair, None, 0, numbers[one.of], shown)


def _rule(text: str, signal: dict[str, Any]) -> Rule:
    return Rule(text, _spans(text, signal["condition"]), _spans(text, signal["consequence"]), signal["if_not"])


def _label(move: dict[str, Any], signal: str) -> tuple[bool, int]:
    if signal in move["fires"]:
        return True, 0
    return False, OFF.index(move["slot"]) if move.get("near") == signal else ELSEWHERE


def _repeated(signal: dict[str, Any]) -> Iterator[tuple[str, bool, int]]:
    """Yield a signal's own words as moves: its condition meets it, its consequence does not."""
    condition, consequence = " ".join(signal["condition"] or ()), " ".join(signal["consequence"] or ())
    if len(condition.split()) > 2:
        yield condition, not signal["if_not"], OFF.index("opposite") if signal["if_not"] else 0
    if len(consequence.split()) > 2:
        yield consequence, False, OFF.index("consequence")


def of_crisis(name: str, first: int, seed: int = 3) -> Iterator[Labelled]:
    """Yield the pairs of a crisis of our own; sources count from `first`."""
    scores = scorer()
    crisis = scores.Crisis(GOLD / name)
    known = knowledge()
    with tempfile.TemporaryDirectory() as home:
        held = scores.Record(crisis, scores.Program("sayso", GOLD / name), Path(home))
        with open_record(str(held.record)) as record:
            day = as_of(record, None)
            told = [one for one in views(record, None) if one.signal.consequence and not one.signal.zone.is_aside]
        own = {one.signal.id: {crisis.root(gold) for gold in held.signals_of(shown_json(one))} for one in told}
        for number, case in enumerate(crisis.cases.get("whatif") or []):
            wanted = crisis.roots(case.get("fires"))
            spared = crisis.roots([*(case.get("may") or []), *(case.get("then") or []), *(case.get("allowed") or [])])
            for view in told:
                fires = bool(own[view.signal.id] & wanted)
                if fires or not own[view.signal.id] & spared:
                    pair = _of_view(case["query"], view, day, known)
                    yield Labelled(pair, fires, 0 if fires else ELSEWHERE, first + number)


def _of_view(move: str, view: SignalView, day: date | None, known: Knowledge) -> Pair:
    return _pair(move, rule_of(view), day, known)


def _pair(move: str, rule: Rule, day: date | None, known: Knowledge) -> Pair:
    return lay_out(move, rule, names_of(move, rule, known, day), shipped_encoder().vocabulary)


def _spans(text: str, pieces: list[str] | None) -> tuple[Span, ...]:
    return tuple(sorted(Span(text.index(one), text.index(one) + len(one)) for one in pieces or ()))


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told[:10])
    except ValueError:
        return None


def sampled(pairs: list[Labelled], seed: int = 3) -> list[Labelled]:
    """Return all pairs of crises that fire, and a sample of those that do not."""
    chance = random.Random(seed)
    named = [not set(one.pair.shared).isdisjoint((1, 2, 3)) for one in pairs]
    hard = [one for one, is_named in zip(pairs, named, strict=True) if is_named and not one.fires]
    easy = [one for one, is_named in zip(pairs, named, strict=True) if not is_named and not one.fires]
    kept = chance.sample(hard, min(HARD, len(hard))) + chance.sample(easy, min(EASY, len(easy)))
    return [one for one in pairs if one.fires] + kept


def save(pairs: list[Labelled], out: Path) -> None:
    """Write pairs for `lab.train.matcher.Pairs.load`."""
    rows = {
        name: np.concatenate([np.array(getattr(one.pair, name), np.int32) for one in pairs])
        for name in ("ids", "shapes", "parts", "shared")
    }
    offsets = np.cumsum([0, *(len(one.pair.ids) for one in pairs)])
    meta = np.array([one.meta for one in pairs], np.int32)
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(out, off=offsets, meta=meta, **rows)


def main() -> None:
    """Write the pairs that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--crises", nargs="*", default=[])
    parser.add_argument("--alone", action="store_true", help="all pairs of the crises and nothing else, to check on")
    args = parser.parse_args()
    found = [one for at, name in enumerate(args.crises) for one in of_crisis(name, 100_000 * (at + 1))]
    save(found if args.alone else [*written(LABELS), *told(LABELS), *sampled(found)], args.out)


if __name__ == "__main__":
    main()

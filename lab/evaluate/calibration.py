"""
What scores of statements, signals and events are worth: logistics from a score to how often such entries are right.

    python -m lab.evaluate.calibration [--check crisis-f] [--write]

Fits on the gold folders that may be tuned on and prints the constants that `sayso.record.building.probabilities` holds.
How good they are is measured on folders that they were not fitted on, each in turn: the expected calibration error
(ECE, ten bins of like size) and the Brier score, beside that of saying the share of right ones every time. `--check`
measures the constants that ship on other folders, by numbers alone; `--write` keeps all of it in calibration.json, from
which docs/evaluation.md is written.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np

from lab.evaluate.gate import digest
from lab.evaluate.gold import GOLD, PARTS
from lab.evaluate.logistic import logistic
from lab.evaluate.rightness import SAME, gold_of, judged
from sayso.acquire.capture import Capture
from sayso.acquire.files import captures
from sayso.pipeline import Reader
from sayso.record.building import probabilities
from sayso.record.entries import Event, Signal, Statement, reading_json

KEPT: Final = Path(__file__).with_name("calibration.json")
TYPES: Final = {"statements": Statement, "signals": Signal, "events": Event}
UNRULED: Final = {"events": ("crisis-f", "crisis-l")}
"""Folders that a kind is fitted on alone: most rules for acts and roles were written with the others in view, so that
events are right more often there, and in these about as often as in articles that nobody saw."""
BINS: Final = 10
RIDGE: Final = 1e-3

Samples: TypeAlias = dict[str, np.ndarray]
"""Scores and rightness by section. *Shape:* `(entries, 2)`."""


@contextmanager
def raw_scores() -> Iterator[None]:
    """Let entries hold their raw scores as probabilities."""
    calibrated = probabilities.probability
    probabilities.probability = lambda _kind, score: score
    try:
        yield
    finally:
        probabilities.probability = calibrated


def samples(folder: str, reader: Reader) -> Samples:
    """Return score and rightness of every entry that is read from the articles of a folder."""
    gold = gold_of(folder)
    found: dict[str, list[tuple[float, bool]]] = {section: [] for section in SAME}
    for capture in captures([str(file) for file in sorted((GOLD / folder).glob("*.txt"))]):
        assert isinstance(capture, Capture), capture
        reading = reader.read(capture)
        row = gold[reading.article.sha256]
        printed = reading_json(reading)
        exact = {entry.id: entry.probability for entry in (*reading.statements, *reading.signals, *reading.events)}
        for section in SAME:
            for entry in printed[section]:
                entry["probability"] = exact[entry["id"]]
            found[section] += judged(printed, row, section)
    return {section: np.array(rows, float).reshape(-1, 2) for section, rows in found.items()}


def fit(rows: np.ndarray) -> tuple[float, float]:
    """Return slope and middle of the logistic that makes the samples likeliest."""
    columns = np.stack([rows[:, 0], np.ones(len(rows))], 1)
    slope, middle = logistic(columns, rows[:, 1], np.full(2, RIDGE))
    return float(slope), float(-middle / slope)


def said(rows: np.ndarray, slope: float, middle: float) -> np.ndarray:
    """Return the probabilities of some samples."""
    return 1 / (1 + np.exp(-np.clip(slope * (rows[:, 0] - middle), -50, 50)))


def worth(p: np.ndarray, right: np.ndarray) -> dict[str, float]:
    """Return ECE and Brier score of probabilities, the Brier score of their mean rate, and how many there are."""
    order = np.argsort(p, kind="stable")
    gaps = [len(b) * abs(p[b].mean() - right[b].mean()) for b in np.array_split(order, BINS) if len(b)]
    rate = right.mean()
    found = {
        "entries": len(p),
        "right": rate,
        "said": p.mean(),
        "ece": sum(gaps) / len(p),
        "brier": ((p - right) ** 2).mean(),
        "flat": rate * (1 - rate),
    }
    return {name: round(float(value), 4) for name, value in found.items()}


def left_out(folders: Mapping[str, Samples], section: str) -> dict[str, float]:
    """Return the worth of probabilities, each folder's by a logistic that was fitted on the others."""
    p, right = [], []
    for name, found in folders.items():
        others = np.concatenate([other[section] for key, other in folders.items() if key != name])
        p.append(said(found[section], *fit(others)))
        right.append(found[section][:, 1])
    return worth(np.concatenate(p), np.concatenate(right))


def report(check: Sequence[str]) -> dict[str, dict[str, object]]:
    """Return constants and worth by section."""
    reader = Reader()
    with raw_scores():
        folders = {name: samples(name, reader) for name in PARTS["dev"]}
        others = [samples(name, reader) for name in check]
    found: dict[str, dict[str, object]] = {}
    for section, kind in TYPES.items():
        fitted = {name: folders[name] for name in UNRULED.get(section, folders)}
        slope, middle = fit(np.concatenate([one[section] for one in fitted.values()]))
        found[section] = {"slope": round(slope, 3), "middle": round(middle, 3), "left_out": left_out(fitted, section)}
        if others:
            rows = np.concatenate([one[section] for one in others])
            shipped = probabilities.CALIBRATED[kind]
            found[section]["unseen"] = worth(said(rows, shipped.slope, shipped.middle), rows[:, 1])
    return found


def sentences() -> list[str]:
    """Return what calibration.json holds for docs/evaluation.md, a sentence for each kind of entry."""
    if not KEPT.exists():
        return []
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    found = []
    for section, row in kept["sections"].items():
        left, unseen = row["left_out"], row.get("unseen")
        said = (
            f"Probabilities of {section} ({kept['date']}): ECE {left['ece']:.3f} and Brier {left['brier']:.3f} on own "
        )
        said += f"folders left out in turn (saying {left['right']:.3f} every time: Brier {left['flat']:.3f})"
        if unseen:
            said += f"; on {', '.join(kept['checked_on'])}, never tuned on, ECE {unseen['ece']:.3f}, "
            said += f"{unseen['said']:.3f} said and {unseen['right']:.3f} right"
        found.append(said + ".")
    return found


def main() -> None:
    """Fit, print, and keep with `--write`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", nargs="*", default=[], help="folders that the shipped constants are measured on")
    parser.add_argument("--write", action="store_true", help=f"keep the numbers in {KEPT.name}")
    args = parser.parse_args()
    found = report(args.check)
    print(json.dumps(found, indent=1))
    if args.write:
        corpus = digest(file for name in PARTS["dev"] for file in (GOLD / name).glob("*.*"))
        about = {"date": datetime.now(UTC).date().isoformat(), "corpus": corpus, "checked_on": list(args.check)}
        KEPT.write_text(json.dumps({**about, "sections": found}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

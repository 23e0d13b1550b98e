"""
What-ifs of our crises to what the probability of a firing is worth: as it is said, as a logistic of it, as a constant.

    python -m lab.evaluate.firings crisis-a crisis-b crisis-c crisis-d crisis-e

Right is a firing that the case demands; what it allows counts neither way. Each crisis is judged by the logistic and by
the rate of the others, which tells what either is worth on a crisis that nobody has seen. Prints Brier scores, the
expected calibration error over fifths, and the slope and middle fitted on all.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from lab.evaluate.calibration import fit
from lab.evaluate.cases import scorer
from lab.evaluate.gold import GOLD

FIFTHS: Final = 5


def samples(name: str) -> Iterator[tuple[float, float]]:
    """Yield the probability said of each firing of a crisis, and whether it is right."""
    scores = scorer()
    crisis = scores.Crisis(GOLD / name)
    with tempfile.TemporaryDirectory() as home:
        record = scores.Record(crisis, scores.Program("sayso", GOLD / name), Path(home))
        for case in crisis.cases.get("whatif") or []:
            wanted = crisis.roots([*(case.get("fires") or []), *(case.get("then") or [])])
            allowed = crisis.roots([*(case.get("may") or []), *(case.get("allowed") or [])])
            for entry in record.program.rows("whatif", record=record.record, query=case["query"])[0]["fired"]:
                found = {crisis.root(one) for one in record.signals_of(entry)}
                if found & wanted or not found & allowed:
                    yield entry["probability"], float(bool(found & wanted))


def worth(said: np.ndarray, right: np.ndarray) -> str:
    """Return Brier score and expected calibration error in words."""
    fifths = np.array_split(np.argsort(said, kind="stable"), FIFTHS)
    error = sum(len(one) * abs(said[one].mean() - right[one].mean()) for one in fifths if len(one)) / len(said)
    return f"Brier {((said - right) ** 2).mean():.3f}  ECE {error:.3f}"


def main() -> None:
    """Fit and print."""
    crises = {name: np.array(list(samples(name)), float).reshape(-1, 2) for name in sys.argv[1:]}
    fitted, flat = [], []
    for name, rows in crises.items():
        others = np.concatenate([found for other, found in crises.items() if other != name] or [rows])
        slope, middle = fit(others)
        fitted.append(1 / (1 + np.exp(-slope * (rows[:, 0] - middle))))
        flat.append(np.full(len(rows), others[:, 1].mean()))
    rows = np.concatenate(list(crises.values()))
    print(f"{len(rows)} firings, {rows[:, 1].mean():.3f} right")
    print(f"as said   {worth(rows[:, 0], rows[:, 1])}")
    print(f"logistic  {worth(np.concatenate(fitted), rows[:, 1])}  (each crisis by the others)")
    print(f"constant  {worth(np.concatenate(flat), rows[:, 1])}  (likewise)")
    print("SLOPE {:.2f}  MIDDLE {:.3f}".format(*fit(rows)))


if __name__ == "__main__":
    main()

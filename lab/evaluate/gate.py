"""
Measured figures against floors: a figure below its floor fails, and no floor is ever lowered quietly.

Each floor carries the digest of the corpus that it was measured on and the date, so that a changed corpus is noticed
and not mistaken for a changed model.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

FLOORS: Final = Path(__file__).with_name("floors.json")

SLACK: Final = 0.004
"""A new floor stands this far under the figure measured: what an int8 file differs by from machine to machine."""


@dataclass(frozen=True)
class Floor:
    """
    The least that a figure may be.

    Attributes:
        least: The floor.
        corpus: Digest of the files that it was measured on (`digest`).
        date: When it was set, ISO.
    """

    least: float
    corpus: str
    date: str


def digest(files: Iterable[Path]) -> str:
    """Return one digest, 12 hexadecimal digits, of some files' bytes in the order of their names."""
    whole = hashlib.sha256()
    for file in sorted(files):
        whole.update(file.name.encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()[:12]


def floors() -> dict[str, Floor]:
    """Return the floors by the name of their figure."""
    if not FLOORS.exists():
        return {}
    return {name: Floor(**row) for name, row in json.loads(FLOORS.read_text()).items()}


def failures(figures: Mapping[str, float], corpora: Mapping[str, str]) -> list[str]:
    """Return a sentence for every figure below its floor or measured on another corpus than its floor."""
    found = []
    for name, floor in floors().items():
        if name not in figures:
            continue
        if corpora[name] != floor.corpus:
            found.append(f"{name}: the floor was set on corpus {floor.corpus}, this is {corpora[name]}")
        elif figures[name] < floor.least:
            found.append(f"{name}: {figures[name]:.4f} is below its floor {floor.least:.4f}")
    return found


def raise_floors(
    figures: Mapping[str, float], corpora: Mapping[str, str], today: str, *, allow_lower: bool = False
) -> None:
    """
    Set floors a little under the figures measured.

    Args:
        figures: By name.
        corpora: Digest for each name.
        today: ISO date to write beside them.
        allow_lower: Lower a floor too; without it a higher floor stays.
    """
    known = floors()
    for name, figure in figures.items():
        least = round(figure - SLACK, 4)
        before = known.get(name)
        if before is None or least > before.least or allow_lower:
            known[name] = Floor(least, corpora[name], today)
    FLOORS.write_text(json.dumps({name: asdict(known[name]) for name in sorted(known)}, indent=1) + "\n")

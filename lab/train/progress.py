"""
How far a training run has come, as a small file beside its weights, so that it can be stopped and gone on with.

The file names recipe, start and seed; where they differ from what is asked for, the run is another one and is not gone
on with. No torch here.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

FILE: Final = "progress.json"


class OtherRun(ValueError):
    """The folder holds another run; the message names the fix."""


@dataclass(frozen=True, slots=True)
class Progress:
    """
    Where a run stands.

    Attributes:
        asked: Recipe, start and seed in one line.
        finished: Legs whose weights stand in the folder, in order.
        minutes: Spent in training so far, all legs together.
        batches: Taken so far, all legs together.
    """

    asked: str
    finished: tuple[str, ...] = ()
    minutes: float = 0.0
    batches: int = 0

    def after(self, leg: str, minutes: float, batches: int) -> Progress:
        """Return the progress once a leg is done."""
        spent, taken = round(self.minutes + minutes, 1), self.batches + batches
        return replace(self, finished=(*self.finished, leg), minutes=spent, batches=taken)


def find(folder: Path, asked: str) -> Progress:
    """
    Return how far the run in a folder has come; nothing done where the folder holds none.

    Raises:
        OtherRun: It holds another run than the one that is asked for.
    """
    file = folder / FILE
    if not file.exists():
        return Progress(asked)
    given = json.loads(file.read_text())
    if given["asked"] != asked:
        raise OtherRun(f"{folder} holds the run “{given['asked']}”, not “{asked}”: name another --out, or delete it")
    return Progress(given["asked"], tuple(given["finished"]), given["minutes"], given["batches"])


def write(folder: Path, progress: Progress) -> None:
    """Write it down, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f"{FILE}.part"
    beside.write_text(json.dumps(asdict(progress), indent=1) + "\n")
    beside.replace(folder / FILE)

"""
Crisis folders to scores of what-if, copies, outcomes and independent outlets: the scorer's own rules, in one process.

    python -m lab.evaluate.cases crisis-a crisis-c [--show]

`score_cases.py` beside the corpora starts the program anew for every question, a second or two each; here the same
commands are run within this process, so that a crisis of a hundred moves takes a minute.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from typer.testing import CliRunner

from lab.evaluate.gate import digest
from lab.evaluate.gold import GOLD, PARTS, SCRIPTS
from sayso.faces import cli, stages

CASES: Final = (
    ("whatif", "p", "what-if, precision of what fires", "≥ .90"),
    ("whatif", "r", "what-if, recall of what should fire", "≥ .85"),
    ("whatif", "silent_accuracy", "what-if, silent where it should be", "≥ .95"),
    ("copies", "f1", "copies, F1", "≥ .95"),
    ("edits_in_quotes", "r", "edits inside quotations, recall", "≥ .95"),
    ("outcomes", "accuracy", "outcomes of signals, accuracy", "≥ .85"),
    ("independent", "accuracy", "independent outlets of a statement, accuracy", ""),
)
"""Part and key of the scorer's report, in words, with what issue 3 asks for."""


def score(names: list[str], show: bool = False) -> dict[str, Any]:
    """Return the scorer's report on some crises together; with `show`, print what it notes."""
    scores = scorer()
    total = {name: scores.Counter() for name in scores.PARTS}
    for name in names:
        counts, failures, notes = scores.score_crisis(GOLD / name, "sayso")
        for part in scores.PARTS:
            total[part].update(counts[part])
        if show:
            print("\n".join(f"{name}: {note}" for note in (*failures, *notes)))
    report: dict[str, Any] = scores.report(total)
    return report


def figures() -> Iterator[tuple[str, float, str, str, str]]:
    """Yield name, value, corpus digest, words and target for the evaluation page; none without the scripts."""
    if not SCRIPTS.exists():
        return
    for name, parts in PARTS.items():
        crises = [part for part in parts if part.startswith("crisis-")]
        corpus = digest(file for part in crises for file in (GOLD / part).glob("*.*"))
        report = score(crises)
        for part, key, words, target in CASES:
            yield f"{part}.{name}.{key}", report[part][key], corpus, f"own crises, {name}: {words}", target


def scorer() -> Any:
    """Return the scorer's module, its program replaced by one that runs here."""
    if str(SCRIPTS) not in sys.path:
        sys.path.insert(0, str(SCRIPTS))
    scores: Any = importlib.import_module("score_cases")
    program = importlib.import_module("program")
    runner, reader = CliRunner(), cache(stages.new_reader)
    stages.new_reader = reader

    class Here(program.Program):  # type: ignore[misc, name-defined]
        """The program, called and not started."""

        def run(self, what: str, good: tuple[int, ...] = (0, 3), **values: Any) -> str:
            line = self.lines.get(what)
            if line is None:
                return ""
            words: list[str] = []
            for word in line:
                files = [str(file) for file in values["files"]] if word == "{files}" else None
                words += files or [word.format(**{k: str(v) for k, v in values.items() if k != "files"})]
            done = runner.invoke(cli.app, words)
            if done.exit_code not in good:
                raise program.Failed(f"{what}: exit {done.exit_code}: {done.exception or done.output[-200:]}")
            return str(done.stdout)

    scores.Program = Here
    return scores


def main() -> None:
    """Score the crises that the command line names."""
    names = [one for one in sys.argv[1:] if not one.startswith("-")]
    print(json.dumps(score(names, "--show" in sys.argv), indent=1))


if __name__ == "__main__":
    assert Path(SCRIPTS).exists(), f"the scorer is not at {SCRIPTS}"
    main()

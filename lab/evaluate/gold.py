"""
Our own labelled articles (tests/gold): what `sayso read` prints, scored by the scripts beside the corpora.

The scripts are not part of this tree (they live in `../shared/tools/score`); where they are missing, nothing is scored
and the page says so.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from lab.evaluate.gate import digest

GOLD: Final = Path("tests/gold")
SCRIPTS: Final = Path("../shared/tools/score")
PROGRAM: Final = [sys.executable, "-m", "sayso"]

FIGURES: Final = (
    ("zones.macro_f1", "zones, macro-F1 over characters"),
    ("statements.f1", "statements, F1 (content Jaccard ≥ .5)"),
    ("statements.with_source_f1", "statements with the right source, F1"),
    ("signals.f1", "signals with kind, condition and consequence, F1"),
    ("signals.lenient_f1", "signals, kind left out, F1"),
    ("events.f1", "events with type, F1"),
    ("events.with_roles_f1", "events with type, actor and recipient, F1"),
    ("figures.f1", "figures with value, F1"),
    ("times.f1", "times, F1"),
    ("times.with_date_f1", "times with the right date, F1"),
    ("entities.f1", "mentions of entities, F1"),
)

PARTS: Final = {
    "dev": ("dev", *(f"crisis-{letter}" for letter in "abcdefgikl")),
    "unseen": ("crisis-h", "crisis-m", "crisis-n"),
}
"""
Folders that something was tuned on or learnt from (crisis-f and crisis-l only set constants), and folders that nobody
looked at while tuning.
"""


TAUGHT: Final = ("dev", *(f"crisis-{letter}" for letter in "abcdegik"))
"""Folders that the branch of signals and the matcher learnt from."""


def golden(folder: Path) -> list[dict[str, Any]]:
    """Return the gold readings of a folder, in the form of CONTRACT."""
    if str(SCRIPTS) not in sys.path:
        sys.path.insert(0, str(SCRIPTS))
    found: list[dict[str, Any]] = importlib.import_module("goldlib").build_folder(folder)
    return found


def readings(folder: Path) -> list[str]:
    """Return the JSON lines that `sayso read` prints for the articles of a folder."""
    files = sorted(str(p) for p in folder.glob("*.txt"))
    done = subprocess.run([*PROGRAM, "read", "--json", *files], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        raise RuntimeError(done.stderr[-500:])
    return done.stdout.splitlines()


def score(folders: list[Path], show: bool = False) -> dict[str, Any]:
    """Score the articles of some folders together; with `show`, print what was missed and made up."""
    with tempfile.TemporaryDirectory() as home:
        gold, found = Path(home) / "gold.jsonl", Path(home) / "found.jsonl"
        build = [sys.executable, str(SCRIPTS / "build_gold.py"), *map(str, folders), "-o", str(gold)]
        subprocess.run(build, check=True, capture_output=True)
        found.write_text("\n".join(line for folder in folders for line in readings(folder)) + "\n", encoding="utf-8")
        command = [sys.executable, str(SCRIPTS / "score_reading.py"), str(gold), str(found), *(["--show"] * show)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    notes, _, report = printed.partition("\n{") if show else ("", "", printed[1:])
    if show:
        print(notes)
    whole: dict[str, Any] = json.loads("{" + report)
    return whole


def figures() -> Iterator[tuple[str, float, str, str, str]]:
    """Yield name, value, corpus digest, words and target for the evaluation page; none without the scripts."""
    if not SCRIPTS.exists():
        return
    for name, parts in PARTS.items():
        folders = [GOLD / part for part in parts]
        corpus = digest(file for folder in folders for file in folder.glob("*.*"))
        tasks = score(folders)["tasks"]
        for path, words in FIGURES:
            task, _, key = path.partition(".")
            yield f"gold.{name}.{path}", tasks[task][key], corpus, f"own gold, {name}: {words}", ""


if __name__ == "__main__":
    names = [a for a in sys.argv[1:] if not a.startswith("-")] or ["dev"]
    result = score([GOLD / n for n in names], show="--show" in sys.argv)
    for path, words in FIGURES:
        task, _, key = path.partition(".")
        row = result["tasks"][task]
        print(f"{row[key]:.3f}  {words}  (tp {row.get('tp')} pred {row.get('pred')} gold {row.get('gold')})")
    fields = {
        t: {k: v["accuracy"] for k, v in result["tasks"][t].get("fields", {}).items()}
        for t in ("statements", "signals", "events", "times", "figures", "entities")
    }
    print(
        json.dumps({**fields, "article": {k: v["accuracy"] for k, v in result["tasks"]["article"].items()}}, indent=0)
    )
    print({k: (v["p"], v["r"], v["gold"]) for k, v in result["tasks"]["zones"]["kinds"].items()})

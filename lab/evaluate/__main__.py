"""
`make accuracy`: every figure of docs/evaluation.md, measured on dev parts and checked against its floor.

    python -m lab.evaluate --corpora ../shared/data [--raise-floors [--allow-lower]] [--docs docs/evaluation.md]
    python -m lab.evaluate --corpora ../shared/data --only cases
    python -m lab.evaluate --corpora ../shared/data --open build/model-open

With `--only` the rows of other tasks stay as they were measured last, and the page says which are newer.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from lab.evaluate import (
    attribution,
    beside,
    calibration,
    cases,
    gold,
    names,
    pairs,
    signals,
    spellings,
    standing,
    syntax,
    times,
)
from lab.evaluate.gate import Floor, digest, failures, floors, raise_floors
from lab.labels.load import FOLDER as LABELS
from sayso import __version__
from sayso.encode.encoder import Encoder, shipped_encoder

OF_A_MODEL: Final = ("attribution", "syntax", "pairs", "names", "standing", "signals")
"""Tasks that measure a model; the others measure rules, or the whole program with the model that ships."""
TASKS: Final = (*OF_A_MODEL, "spellings", "times", "gold", "cases")
"""All of them, in the order of the page."""
LATER: Final = re.compile(r"Measured on (?P<day>\S+) and later than the rest: (?P<task>\w+)\.", re.M)
"""What the page says of a task that was measured alone, and later."""
TAUGHT: Final = (
    "The matcher learnt from what-ifs of our crises (not of b, f, h, l, m and n): rows of dev are no test of it."
)


@dataclass(frozen=True)
class Measured:
    """
    A figure for the table.

    Attributes:
        name: Its name in floors.json.
        value: What was measured.
        corpus: Digest of what it was measured on.
        what: In words, for docs/evaluation.md.
        target: What the issue asks for, in words, or empty.
    """

    name: str
    value: float
    corpus: str
    what: str
    target: str = ""


def _polnear(corpora: Path, encoder: Encoder) -> list[Measured]:
    found = attribution.evaluate(corpora, encoder)
    corpus = digest([corpora / "attribution" / "dev.jsonl.gz"])
    targets = {
        ("exact", "source"): "≥ .73", ("exact", "cue"): "≥ .66", ("exact", "content"): "≥ .62",
        ("tokens", "source"): "≥ .83", ("tokens", "cue"): "≥ .71", ("tokens", "content"): "≥ .90",
    }  # fmt: skip
    return [
        Measured(
            f"polnear.{way}.{role}",
            found[way][role]["f1"],
            corpus,
            f"PolNeAR dev, {role}, {'exact span' if way == 'exact' else way} F1",
            targets.get((way, role), ""),
        )
        for way in ("exact", "tokens", "soft")
        for role in ("source", "cue", "content")
    ] + [Measured("polnear.full", found["full"]["f1"], corpus, "PolNeAR dev, whole attributions (Jaccard ≥ .5), F1")]


def _plain(
    prefix: str, files: list[Path], found: Mapping[str, Any], rows: Mapping[str, tuple[str, str]]
) -> list[Measured]:
    corpus = digest(files)
    return [Measured(f"{prefix}.{key}", found[key], corpus, what, target) for key, (what, target) in rows.items()]


def _times(report: Mapping[str, Any], corpus: str) -> list[Measured]:
    names = {"tbaq_train.held_out": "TBAQ held-out third", "meantime_train.held_out": "MEANTIME held-out third"}
    found = []
    for key, where in names.items():
        row, name = report[key], f"times.{key.split('_')[0]}"
        found += [
            Measured(f"{name}.strict", row["strict_f1"], corpus, f"{where}, times, strict F1", "≥ .75"),
            Measured(f"{name}.relaxed", row["relaxed_f1"], corpus, f"{where}, times, relaxed F1"),
            Measured(f"{name}.value", row["value_accuracy"], corpus, f"{where}, value of times found, accuracy"),
        ]  # fmt: skip
    return found


def _tasks(corpora: Path, encoder: Encoder) -> dict[str, Callable[[], list[Measured]]]:
    temporal = [corpora / "temporal" / f"{name}_train.jsonl.gz" for name in ("tbaq", "meantime")]
    return {
        "attribution": lambda: _polnear(corpora, encoder),
        "syntax": lambda: _plain(
            "ewt", [corpora / "syntax" / "en_ewt-ud-dev.conllu.gz"], syntax.evaluate(corpora, encoder),
            {"upos": ("EWT dev, part of speech, accuracy", ""), "uas": ("EWT dev, heads (UAS)", ""),
             "las": ("EWT dev, heads and relations (LAS, gold words)", "≥ .85")},
        ),
        "pairs": lambda: _plain(
            "plv", [corpora / "events" / "plv_train.jsonl.gz"], pairs.evaluate(corpora, encoder),
            {"macro_f1": ("PLV held-out third, type of a given pair, macro-F1", "≥ .70"),
             "accuracy": ("PLV held-out third, type of a given pair, accuracy", "")},
        ),
        "names": lambda: _plain(
            "newswire", [corpora / "ner" / "worldwide_newswire_dev.jsonl.gz"], names.evaluate(corpora, encoder),
            {"f1": ("en-worldwide-newswire dev, names (5 types), exact F1", "")},
        ),
        "standing": lambda: _plain(
            "uw", [corpora / "factuality" / "uw_dev.jsonl.gz"], standing.evaluate(corpora, encoder),
            {"pearson": ("UW dev (400 sentences), certainty of events, Pearson's r", "")},
        ),
        "signals": lambda: _plain(
            "labels", [LABELS / "real.jsonl", *LABELS.glob("own*.jsonl")], signals.evaluate(corpora, encoder),
            {"f1": ("own labels, held-out fifth, signals with kind, condition and consequence, F1", ""),
             "lenient": ("own labels, held-out fifth, signals, kind left out, F1", "")},
        ),
        "spellings": lambda: _plain(
            "spellings", [spellings.PAIRS], spellings.evaluate(),
            {"precision": ("own pairs of names, one key for two spellings of a name, precision", ""),
             "recall": ("own pairs of names, one key for two spellings of a name, recall", "")},
        ),
        "times": lambda: _times(times.evaluate(corpora), digest(temporal)),
        "gold": lambda: [Measured(*row) for row in gold.figures()],
        "cases": lambda: [Measured(*row) for row in cases.figures()],
    }  # fmt: skip


def _page(measured: list[Measured], encoder: Encoder, today: str) -> str:
    known = floors()
    lines = [
        "# Evaluation",
        "",
        "<!-- Written by `make accuracy`; do not edit. -->",
        "",
        f"sayso {__version__}, model {encoder.digest[:12]}, measured {today}.",
        "Dev parts and our own gold only; test parts are kept elsewhere.",
        "What falls short of its target says so.",
        TAUGHT,
        *calibration.sentences(),
        beside.sentence(),
        "",
        "| what | measured | open | target | floor | corpus |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    return "\n".join([*lines, *(_row(one, known) for one in measured)]) + "\n"


def _row(one: Measured, known: Mapping[str, Floor]) -> str:
    """Return a figure as a row of the table."""
    floor, free = known.get(one.name), beside.figure(one.name, one.corpus)
    short = " (short)" if one.target and one.value < float(one.target.split()[1]) else ""
    return (
        f"| {one.what} | {one.value:.3f}{short} | {'' if free is None else f'{free:.3f}'} | {one.target} "
        f"| {f'{floor.least:.3f}' if floor else ''} | `{one.corpus}` |"
    )


def _with_rows(page: str, measured: list[Measured], tasks: list[str], today: str) -> str:
    """
    Return the page with some rows measured anew, and a line that says so.

    Raises:
        ValueError: A row is not on the page: all has to be measured.
    """
    known, lines = floors(), page.splitlines()
    for one in measured:
        at = next((at for at, line in enumerate(lines) if line.startswith(f"| {one.what} |")), None)
        if at is None:
            raise ValueError(f"no row of the page tells {one.what!r}: measure all")
        lines[at] = _row(one, known)
    later = {found["task"]: found["day"] for found in LATER.finditer(page)} | dict.fromkeys(tasks, today)
    kept = [f"Measured on {day} and later than the rest: {task}." for task, day in sorted(later.items())]
    lines = [TAUGHT if line.startswith("The matcher ") else line for line in lines if not LATER.match(line)]
    told = next(at for at, line in enumerate(lines) if line.startswith("Dev parts"))
    return "\n".join([*lines[:told], *kept, *lines[told:]]) + "\n"


def main() -> int:
    """Measure, write the page, and exit 1 where a figure lies below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument(
        "--only", nargs="*", choices=TASKS, help="tasks to measure; the rows of others stay on the page"
    )
    parser.add_argument("--open", type=Path, help="folder of the open model: its figures alone are measured and kept")
    parser.add_argument("--docs", type=Path, default=Path("docs/evaluation.md"))
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--allow-lower", action="store_true")
    args = parser.parse_args()
    encoder = Encoder(args.open) if args.open else shipped_encoder()
    wanted = args.only or (OF_A_MODEL if args.open else None)
    measured = []
    for name, task in _tasks(args.corpora, encoder).items():
        if wanted is None or name in wanted:
            found = task()
            measured += found
            for one in found:
                print(f"{one.value:.4f}  {one.what}  {one.target}", flush=True)
    today = datetime.now(UTC).date().isoformat()
    figures, corpora = {m.name: m.value for m in measured}, {m.name: m.corpus for m in measured}
    if args.open:
        beside.keep(encoder.digest, today, figures, corpora)
        return 0
    if args.raise_floors:
        raise_floors(figures, corpora, today, allow_lower=args.allow_lower)
    if args.only:
        old = args.docs.read_text(encoding="utf-8")
        args.docs.write_text(_with_rows(old, measured, args.only, today), encoding="utf-8")
    else:
        args.docs.write_text(_page(measured, encoder, today), encoding="utf-8")
    wrong = failures(figures, corpora)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

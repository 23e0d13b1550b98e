"""
The battery: what sayso costs on large records, part by part, written to docs/bench.md.

    python -m lab.bench growth [--articles 320000] [--record PATH]
    python -m lab.bench pages [--statements 1000000] [--record PATH] [--rounds 40]
    python -m lab.bench whatif [--signals 100000] [--record PATH]
    python -m lab.bench injection [--one-in 1]
    python -m lab.bench page

`growth` grows a record and fits how its cost grows. `pages` makes a large record, where there is none at the path, and
asks for every page of its explorer while articles are added. `whatif` asks moves of a record of conditions.
`injection` opens pages of hostile strings in Chromium, all or those of one string in so many. `page` writes
docs/bench.md anew from what was measured.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from lab.bench import filling, growth, injection, pages, results, whatif

SECTIONS: Final[dict[str, Callable[[Mapping[str, Any]], results.Section]]] = {
    "growth": growth.section,
    "pages": pages.section,
    "whatif": whatif.section,
    "injection": injection.section,
}
"""What each part says on the page, in its order."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a part, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=[*SECTIONS, "page"])
    parser.add_argument("--articles", type=int, default=growth.SIZES[-1])
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--signals", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=pages.ROUNDS)
    parser.add_argument("--patience", type=float, default=600, help="seconds that a server may take to be warm")
    parser.add_argument("--one-in", type=int, default=1, help="of so many hostile strings one has its pages opened")
    parser.add_argument("--record", type=Path)
    parser.add_argument("--kept", type=Path, default=results.KEPT, help="where figures are kept, the page beside it")
    given = parser.parse_args(arguments)

    def told(figures: Mapping[str, Any]) -> None:
        results.keep(given.part, figures, given.kept)
        write(given.kept)

    if given.part == "growth":
        sizes = [size for size in growth.SIZES if size <= given.articles] or [given.articles]
        with _placed(given.record) as path:
            growth.grow(path, sizes, told)
    elif given.part == "pages":
        with _placed(given.record) as path:
            filling.made(path, given.statements)
            told(pages.measure(path, given.rounds, given.patience))
    elif given.part == "whatif":
        with _placed(given.record) as path:
            whatif.made(path, given.signals)
            told(whatif.measure(path))
    elif given.part == "injection":
        found = injection.measure(given.one_in)
        told(found)
        if not all(one["passed"] for one in found["tests"]):
            raise SystemExit("some string was run, or could not be looked at; see above")
    write(given.kept)


def write(kept: Path) -> None:
    """Write the page from what was measured."""
    held = results.load(kept)
    told = [(section(held[part]), held[part]) for part, section in SECTIONS.items() if part in held]
    kept.with_suffix(".md").write_text(results.page(told), encoding="utf-8")


@contextmanager
def _placed(path: Path | None) -> Iterator[Path]:
    """Give the path that was named, or one in a folder that goes away."""
    if path is not None:
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "bench.db"


if __name__ == "__main__":
    main()

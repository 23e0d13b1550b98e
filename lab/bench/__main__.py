"""
The battery: what sayso costs on large records, part by part, written to docs/bench.md.

    python -m lab.bench growth [--articles 320000] [--record PATH]
    python -m lab.bench page

`growth` grows a record and fits how its cost grows; `page` writes the page anew from what was measured before.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from lab.bench import growth, results

SECTIONS: Final[dict[str, Callable[[Mapping[str, Any]], results.Section]]] = {"growth": growth.section}
"""What each part says on the page, in its order."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a part, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=[*SECTIONS, "page"])
    parser.add_argument("--articles", type=int, default=growth.SIZES[-1])
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

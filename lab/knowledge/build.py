"""
Open facts to the shipped tables: reads data/actors and the hand-entered lists, writes src/sayso/knowledge/tables.

    python -m lab.knowledge.build --actors ../shared/data/actors

Every row names its source. Lists under share-alike or unstated licences are never copied whole: only the rows that a
crisis report needs are taken, as single facts. Ids of Wikidata come from the tables named there, never from memory.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from lab.knowledge.facts import HEADERS, Actors, Tables, own
from lab.knowledge.organisations import groups, memberships, organisations, organs, outlets
from lab.knowledge.people import people
from lab.knowledge.places import places
from lab.knowledge.states import continents, spellings, states

TABLES = Path(__file__).parents[2] / "src/sayso/knowledge/tables"


def build(actors: Actors) -> Tables:
    """Return every table."""
    tables = Tables()
    ids = states(actors, tables)
    organisations(actors, tables, ids)
    memberships(actors, tables, ids)
    spellings(tables, ids)
    organs(tables, ids)
    places(actors, tables, ids)
    continents(actors, tables, ids, ids)
    groups(tables, ids)
    outlets(actors, tables, ids)
    people(actors, tables, ids)
    tables.names = _named(tables.names)
    return tables


def _named(names: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """
    Return the names without doubles, dated rows before undated ones, shy ones marked.

    Where a dated row names something, an undated one of the same words is dropped: the hand-entered time is meant.
    "the X" is dropped where "X" stands there and is not shy. A people's name that is its adjective too ("French") is
    shy: alone it names nobody.
    """
    shy = {name for row in own("shy") for name in row["names"].split("|")}
    dated = {row[:3] for row in names if row[3] or row[4]}
    plain = {row[:3] for row in names}
    kept: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in names:
        key, use, name, start, end, _, source = row
        if not (start or end) and row[:3] in dated:
            continue
        if name.startswith("the ") and (key, use, name[4:]) in plain and name[4:] not in shy:
            continue
        is_shy = name in shy or (use == "people" and (key, "adjective", name) in plain)
        kept.setdefault((key, use, name, start, end), (key, use, name, start, end, "1" if is_shy else "", source))
    return list(kept.values())


def write(tables: Tables, folder: Path) -> None:
    """Write every table, its rows sorted, each cell free of tabs."""
    for name, header in HEADERS.items():
        rows = sorted(set(getattr(tables, name)))
        lines = ["\t".join(header.split()), *("\t".join(cell.replace("\t", " ") for cell in row) for row in rows)]
        (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(rows)} rows")


def main() -> None:
    """Read the command line and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--actors", type=Path, required=True, help="folder with the open facts (data/actors)")
    parser.add_argument("--tables", type=Path, default=TABLES, help="folder to write to")
    asked = parser.parse_args()
    write(build(Actors(asked.actors)), asked.tables)


if __name__ == "__main__":
    main()

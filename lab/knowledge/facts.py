"""
Source files to facts: the rows of the tables as values, each with its source, and the reading of hand-entered lists.

What stands under `own/` was entered by hand and carries the source `own knowledge`. A value there may be dated:
`NAME@START/END`, either end empty or `..` where open.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

OWN = "own knowledge"
STATES = ("state", "COW")


@dataclass(frozen=True)
class Dated:
    """A word with the time in which it holds; empty ends are open."""

    value: str
    start: str = ""
    end: str = ""


def dated(text: str) -> list[Dated]:
    """Read "A|B@1991/.." as values with their times."""
    found = []
    for piece in filter(None, text.split("|")):
        value, _, time = piece.partition("@") if "/" in piece and "@" in piece else (piece, "", "")
        start, _, end = time.partition("/")
        found.append(Dated(value, start.replace("..", ""), end.replace("..", "")))
    return found


def own(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a hand-entered table by its column names."""
    path = Path(__file__).parent / "own" / f"{name}.tsv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ValueError(f"{path.name}: {len(cells)} cells, not {len(columns)}: {line[:80]}")
        yield dict(zip(columns, cells, strict=True))


class Actors:
    """The folder of open facts about countries, organisations and office holders (its README names every source)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _csv(self, name: str) -> list[dict[str, str]]:
        with (self.folder / name).open(encoding="utf-8", errors="replace", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def qids(self) -> list[dict[str, str]]:
        """Wikidata ids of outlets, organisations, states, territories."""
        return self._csv("qids.csv")

    @cached_property
    def country_codes(self) -> list[dict[str, str]]:
        """Code systems and names of countries."""
        return self._csv("country-codes.csv")

    @cached_property
    def igo_membership(self) -> list[dict[str, str]]:
        """Spells of membership in international organisations."""
        return self._csv("igo_membership.csv")

    @cached_property
    def leaders_2022(self) -> list[dict[str, str]]:
        """Heads of state and government with ids, 2022."""
        return self._csv("world_leaders_wikidata_2022.csv")

    @cached_property
    def reign(self) -> list[dict[str, str]]:
        """Spells of effective leaders since 1946, each with the ISO code of its state (REIGN; codes of COW)."""
        iso = {r["code"]: r["iso3"] for r in self._csv("states_over_time.csv") if (r["kind"], r["system"]) == STATES}
        return [{**row, "iso3": iso.get(row["ccode"], "")} for row in self._csv("reign_leaders_1950_2021.csv")]

    @cached_property
    def factbook(self) -> list[dict[str, Any]]:
        """Countries as the Factbook describes them."""
        lines = (self.folder / "factbook_countries.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    @cached_property
    def office_holders(self) -> list[dict[str, str]]:
        """Holders of national and international offices."""
        with gzip.open(self.folder / "office_holders.csv.gz", "rt", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def current_leaders(self) -> dict[str, Any]:
        """Heads of thirty states, August 2026."""
        found: dict[str, Any] = json.loads((self.folder / "world_leaders_current_g20_asean.json").read_text("utf-8"))
        return found


@dataclass
class Tables:
    """The rows of every shipped table, without their headers."""

    entities: list[tuple[str, ...]] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    belonging: list[tuple[str, ...]] = field(default_factory=list)
    inside: list[tuple[str, ...]] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)
    offices: list[tuple[str, ...]] = field(default_factory=list)

    def entity(
        self, key: str, kind: str, name: str, start: str = "", end: str = "", nouns: str = "", *, source: str
    ) -> None:
        """Add an entity and its name."""
        self.entities.append((key, kind, name, start, end, nouns, source))
        self.name(key, "name", Dated(name), source)

    def name(self, key: str, use: str, name: Dated, source: str) -> None:
        """Add a name, unless it stands there already for the same thing and use."""
        if name.value:
            self.names.append((key, use, name.value, name.start, name.end, "", source))


HEADERS = {
    "entities": "id kind name start end nouns source",
    "names": "id use name start end shy source",
    "belonging": "part whole relation start end source",
    "inside": "place outer relation source",
    "groups": "group rule source",
    "offices": "person office of title start end seen source",
}

"""Hand-entered places, and which lies in which, to places; capitals take their names from the list of cities."""

from __future__ import annotations

from lab.knowledge.facts import OWN, Actors, Dated, Tables, dated, own
from lab.knowledge.states import local

# Cities that qids.csv holds as federal units of the same extent (opensanctions/rigour, MIT).
CITY_QIDS = {"Moscow", "Kyiv", "Saint Petersburg", "Berlin", "Hamburg"}
CAPITALS = "waldenn/conzept, countries.js (Wikidata, CC0)"


def places(actors: Actors, tables: Tables, ids: dict[str, str]) -> None:
    """Add regions, seas, disputed lands and cities; fill `ids` by their keys."""
    territories = {row["name"]: row for row in actors.qids if row["kind"] == "territory"}
    listed = list(own("places"))
    for row in listed:
        found = territories.get(row["qid_name"])
        if row["qid_name"] and not found:
            raise ValueError(f"no id for the place {row['qid_name']}")
        key = ids[row["key"]] = found["qid"] if found else local("place", row["name"])
        source = f"{OWN}; id: {found['source']} (MIT)" if found else OWN
        tables.entity(key, "place", row["name"], source=source)
        for name in dated(row["names"]):
            tables.name(key, "name", name, OWN)
    for row in listed:
        _lies(row, tables, ids)
    _cities(tables, ids, territories)


def _lies(row: dict[str, str], tables: Tables, ids: dict[str, str]) -> None:
    key = ids[row["key"]]
    for column, relation in (("inside", "in"), ("disputed", "maybe")):
        for outer in filter(None, row[column].split("|")):
            tables.inside.append((key, ids[outer], relation, OWN))
    for held in filter(None, row["holds"].split("|")):
        if not held.startswith("@"):
            tables.inside.append((ids[held], key, "in", OWN))
    if row["sharp"] == "1":
        tables.inside.append((key, "", "sharp", OWN))


def _cities(tables: Tables, ids: dict[str, str], territories: dict[str, dict[str, str]]) -> None:
    taken: dict[str, str] = {}
    capitals = {(row["state"], row["city"]): row["qid"] for row in own("capitals")}
    for row in own("cities"):
        for city in row["names"].split("|"):
            name, *others = city.lstrip("*").split("=")
            key, source = _city(row["state"], name, capitals, territories)
            if key in taken:
                key = f"{local('place', name)}-{row['state'].lower()}"
            taken[key] = name
            tables.entity(key, "place", name, source=source)
            for other in others:
                tables.name(key, "name", Dated(other), OWN)
            tables.inside.append((key, ids[row["state"]], "in", OWN))
            if city.startswith("*"):
                for seat in (name, *others):
                    if not any(r[1] == "seat" and r[2] == seat for r in tables.names):
                        tables.name(ids[row["state"]], "seat", Dated(seat), OWN)


def _city(
    state: str, name: str, capitals: dict[tuple[str, str], str], territories: dict[str, dict[str, str]]
) -> tuple[str, str]:
    """Return the id of a city and where it is from."""
    if name in CITY_QIDS:
        return territories[name]["qid"], f"{OWN}; id: {territories[name]['source']} (MIT)"
    if (state, name) in capitals:
        return capitals[state, name], f"{OWN}; id: {CAPITALS}"
    return local("place", name), OWN

"""Hand-entered lists and open membership rows to organisations, groups and outlets, and who belongs to which when."""

from __future__ import annotations

from lab.knowledge.facts import OWN, Actors, Tables, dated, own
from lab.knowledge.states import local, slug
from sayso.knowledge.relations import organ_id

# The Security Council's permanent members, who stand in no table.
PERMANENT = (
    ("USA", "1946-01-17", ""),
    ("GBR", "1946-01-17", ""),
    ("FRA", "1946-01-17", ""),
    ("TWN", "1946-01-17", "1971-10-24"),
    ("CHN", "1971-10-25", ""),
    ("SUN", "1946-01-17", "1991-12-25"),
    ("RUS", "1991-12-26", ""),
)
# How qids.csv names the country of an outlet, where two outlets share a name.
LABELS = {
    "USA": "United States of America",
    "GBR": "United Kingdom",
    "ESP": "Spain",
    "COL": "Colombia",
    "IND": "India",
    "AUS": "Australia",
}
# States whose COW code tells more than their ISO code.
COW_KEYS = {"260": "BRD", "265": "DDR", "678": "YAR", "680": "YPR", "817": "RVN", "315": "CSK", "552": "ZWE"}


def organisations(actors: Actors, tables: Tables, ids: dict[str, str]) -> None:
    """Add organisations with their aliases and what they are part of; fill `ids` by their keys."""
    qids = {row["name"]: row for row in reversed(actors.qids) if row["kind"].startswith("igo")}
    listed = list(own("organisations"))
    for row in listed:
        if row["key"] in ids:
            raise ValueError(f"the key {row['key']} is taken")
        found = qids[row["qid_name"]] if row["qid_name"] else None
        ids[row["key"]] = found["qid"] if found else local("organization", row["name"])
        source = f"{OWN}; id: {found['source']} (id CC0)" if found else OWN
        tables.entity(
            ids[row["key"]], "organization", row["name"], row["start"], row["end"], row["nouns"], source=source
        )
        for name in dated(row["aliases"]):
            tables.name(ids[row["key"]], "name", name, OWN)
    for row in listed:
        for whole in filter(None, row["part_of"].split("|")):
            tables.belonging.append((ids[row["key"]], ids[whole], "organ", row["start"], row["end"], OWN))


def organs(tables: Tables, ids: dict[str, str]) -> None:
    """Add the bodies of states whose names tell the state: as the state's own name, or under an id that carries it."""
    for row in own("organs"):
        for body in row["names"].split("|"):
            first, *others = (name for text in body.split("=") for name in dated(text))
            if row["is"] == "state":
                tables.name(ids[row["ref"]], "organ", first, OWN)
                continue
            key = organ_id(ids[row["ref"]], slug(first.value))
            tables.entity(key, "organization", first.value, first.start, first.end, source=OWN)
            for name in others:
                tables.name(key, "name", name, OWN)


def memberships(actors: Actors, tables: Tables, ids: dict[str, str]) -> None:
    """Add dated members: exact days where entered by hand, else the years of single rows of igo_membership.csv."""
    for row in own("membership"):
        for member in dated(row["members"]):
            undated = not (member.start or member.end)
            start, end = (row["start"], row["end"]) if undated else (member.start, member.end)
            tables.belonging.append((ids[member.value], ids[row["org"]], "member", start, end, OWN))
    wanted = {row["org"]: row["key"] for row in own("igo")}
    for row in actors.igo_membership:
        if row["org"] not in wanted or row["status"] not in ("full", "elected", "permanent", "elected member"):
            continue
        key = _member(row)
        if key not in ids:
            continue
        end = row["end"]
        source = row["source"].split(";")[0]
        start = row["start"] or row["start_by"]
        tables.belonging.append((ids[key], ids[wanted[row["org"]]], "member", start, end, source))
    for key, start, end in PERMANENT:
        tables.belonging.append((ids[key], ids["UNSC"], "member", start, end, OWN))


def _member(row: dict[str, str]) -> str:
    """Return our key of a member: the COW code sets apart two states of one ISO code."""
    if row["cow"] == "345":
        return "YUG" if row["start"] < "1992" else "SRB" if row["start"] >= "2006" else "SCG"
    return COW_KEYS.get(row["cow"], row["iso3"])


def groups(tables: Tables, ids: dict[str, str]) -> None:
    """Add broad groups with the rule that says who belongs to them."""
    for row in own("groups"):
        key = ids[row["key"]] = local("group", row["name"])
        tables.entity(key, "group", row["name"], nouns=row["nouns"], source=OWN)
        for name in dated(row["names"]):
            tables.name(key, "name", name, OWN)
        if row["members"]:
            signed = ("+" + row["members"]).replace("+", " +").replace("-", " -").split()
            rule = " ".join(term[0] + ids[term[1:]] for term in signed)
            tables.groups.append((key, rule, OWN))


def outlets(actors: Actors, tables: Tables, ids: dict[str, str]) -> None:
    """Add news agencies and well-known outlets."""
    rows = [row for row in actors.qids if row["kind"] in ("news_outlet", "news_agency")]
    for row in own("outlets"):
        same = [found for found in rows if found["name"] == row["qid_name"]]
        same = [found for found in same if found["iso"] == LABELS.get(row["state"])] or same
        key = same[0]["qid"] if same else local("outlet", row["name"])
        if row["qid_name"] and not same:
            raise ValueError(f"no id for the outlet {row['qid_name']}")
        source = f"{OWN}; id: {same[0]['source']}" if same else OWN
        tables.entity(key, "outlet", row["name"], nouns="", source=source)
        for name in dated(row["aliases"]):
            tables.name(key, "name", name, OWN)
        tables.inside.append((key, ids[row["state"]], "in", OWN))

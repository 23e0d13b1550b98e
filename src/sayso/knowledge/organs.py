"""
Phrases to owners: whose army, ministry, government or officials a noun phrase names ("Russian forces" → Russia).

CONTRACT: "A state's forces, ministries and seats of government count as the state when they act; a person who speaks
is the person." So "Polish officials" is Poland, "a Polish official" is somebody. Only the owner counts: in
"US-backed rebels" and "pro-Russian separatists" the state is not the owner, and nothing is returned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sayso.knowledge.knowledge import Knowledge
from sayso.knowledge.known import Hit, Known, Office, Use
from sayso.knowledge.spelling import fold
from sayso.spans import Span
from sayso.terms import EntityKind


class OrganKind(StrEnum):
    """What of its owner a phrase names."""

    FORCES = "forces"
    MINISTRY = "ministry"
    GOVERNMENT = "government"
    OFFICIALS = "officials"


@dataclass(frozen=True, slots=True)
class Organ:
    """
    A phrase that stands for its owner.

    Attributes:
        span: The whole phrase, without a leading "the".
        owner: The state or organisation that it belongs to.
        kind: What of it.
    """

    span: Span
    owner: Known
    kind: OrganKind


LEADERS: Final = (Office.PRESIDENT, Office.PRIME_MINISTER, Office.MONARCH, Office.SUPREME_LEADER)
_FORCE_KINDS: Final = (
    "armed|air|ground|land|naval|special|security|defen[cs]e|military|government|occupation|occupying|invading"
    "|peacekeeping|rapid reaction|nuclear|strategic|airborne|coalition|regular|federal|regime"
)
_MINISTRIES: Final = (
    "foreign|defen[cs]e|interior|health|justice|finance|energy|information|home|external affairs|foreign affairs"
    "|treasury|state|war|security|economy|oil|trade"
)
_OFFICIAL_KINDS: Final = (
    "senior|top|defen[cs]e|military|intelligence|government|security|foreign ministry|state department|health"
    "|administration|state|local"
)
_WORDS: Final = {
    OrganKind.FORCES: (
        rf"(?:(?:{_FORCE_KINDS}) )*forces?|troops|soldiers|servicemen|marines|paratroopers|commandos|army|navy"
        r"|air force|military|air defen[cs]es?|coast ?guard|border guards?|warplanes|war planes|fighter jets|jets"
        r"|bombers|helicopters|aircraft|planes|drones|warships?|ships|naval vessels|vessels|destroyers?|frigates?"
        r"|submarines?|gunboats?|tanks|artillery|batteries|missiles|rockets|peacekeepers|fighters|militants|guerrillas|gunmen"
        r"|militia(?:men|s)?|police|air strikes?|airstrikes?|commanders|generals|general staff|military command"
        r"|high command|fleets?|flotilla|squadrons?|contingent|convoy|garrison|brigades?|battalions?|divisions?"
    ),
    OrganKind.MINISTRY: (
        r"(?:ministry|department) (?:of|for) (?:national |the |foreign |internal |external |public |state )*[a-z]+"
        rf"|(?:(?:{_MINISTRIES}) )?(?:ministry|ministries|department|office)"
        r"|intelligence (?:services?|agency|agencies)|secret service|security (?:services?|council|agency)"
        r"|treasury|admiralty|embassy|consulate|mission to the united nations|central bank|intelligence|delegation"
        r"|state media"
    ),
    OrganKind.GOVERNMENT: (
        r"government|governments|administration|cabinet|regime|authorities|leadership|parliament|congress|presidency"
        r"|senate|national assembly|house of representatives|supreme court"
        r"|junta|state|monarchy|rulers|lawmakers|side|coalition government|military government|military junta|leaders"
    ),
    OrganKind.OFFICIALS: (
        rf"(?:(?:{_OFFICIAL_KINDS}) )*officials|diplomats|negotiators|officers|envoys|investigators|prosecutors"
        r"|technicians|advis[eo]rs|engineers|pilots|airmen|sailors|seamen|crewmen|crews|personnel|inspectors|agents"
        r"|gunners|sappers|customs men|customs officers|coastguards?|frogmen|trawlermen|intelligence agents|spies"
    ),
}
_KINDS: Final = tuple(_WORDS)
# A noun that follows and makes the organ its modifier: "army spokesman", "military bases".
_FOLLOWED: Final = (
    r"(?! (?:sites?|bases?|operations?|officers?|chiefs?|spokes\w+|commanders?|ministers?|leaders?|attacks?|attackers?"
    r"|strikes?|movements?|presence|exercises?|drills?|aid|assistance|equipment|hardware|officials?|personnel|actions?"
    r"|advisers?|campaigns?|vehicles?|convoys?|levels?|numbers?|build-?up|deployments?|intervention|invasion|budget"
    r"|spending|headquarters|posts?|positions?|casualties|losses|deaths|targets?|facilit\w+|installations?|activit\w+"
    r"|crew|general|captain|sergeant|colonel|veterans?|source|sources|statement|policy|building|buildings|secretary"
    r"|bombardment|shelling|fire|shield|systems?|launch\w*|tests?|program\w*|warheads?|threat|technology|doctrine"
    r"|alliance|stations?|custody|checkpoints?|visit|session|members?|television|tv|radio|newspaper|run|owned"
    r"|controlled)\b)"
)
_HEAD: Final = re.compile(
    r"(?:" + "|".join(f"(?P<k{i}>{_WORDS[kind]})" for i, kind in enumerate(_KINDS)) + r")(?![\w'-]*\w)" + _FOLLOWED
)
# What may stand between the owner and the head: adjectives that make no other thing of it (rebels are not the state's).
_BETWEEN: Final = re.compile(
    r"(?:'s?)?(?:[ -](?:[a-z]+(?:an|ish|al|ive|ior|ier|ern|ar|ic|ous|ary)|new|own|elite|top|heavy|main|late|allied"
    r"|armou?red|mechani[sz]ed|combined|united|occupying|invading|ruling|advancing|retreating|[0-9][0-9,.]*|forward"
    r"|joint|air|naval|ground|land|army|navy|military|government|state|security|foreign|defen[cs]e|nuclear|caretaker"
    r"|interim|puppet|combat|front-?line))*[ -]"
)
# After a name these say that it is not the owner; before it, too.
_NOT_OWNER_AFTER: Final = re.compile(
    r"-(?:backed|led|supported|trained|made|built|supplied|controlled|held|occupied|armed|sponsored|funded|friendly"
    r"|allied|aligned|installed|run|brokered|speaking|style|born|based)"
)
_NOT_OWNER_BEFORE: Final = re.compile(r"(?:pro|anti|non|ex|post|former)[- ]$")
# What in a capital is its state's: a government in exile has its owner before it, an embassy is another's.
_RULING: Final = re.compile(
    r"(?:governments?|junta|regime|authorities|cabinet|rulers|leadership|parliament|ministry|senate|congress"
    r"|national assembly|supreme court|high command|central bank|presidency|monarchy)$"
)
_PERSONAL: Final = re.compile(
    r"(?:'s(?: [a-z]+)?)? (administration|government|regime|cabinet|forces|army|troops|junta|presidency)\b"
)


def organs(text: str, known: Knowledge, on: date | None = None, hits: list[Hit] | None = None) -> list[Organ]:
    """
    Return the phrases in a text that stand for a state or organisation by one of its organs, in text order.

    Args:
        text: Any stretch of text; spans count from its start.
        known: The tables.
        on: The day for which names and leaders are read.
        hits: `known.hits(text, on)`, where it is at hand.
    """
    folded = fold(text)
    found: list[Organ] = []
    waiting: list[tuple[Span, Known]] = []
    for hit in hits if hits is not None else known.hits(text, on):
        owner = _owner(hit, folded)
        if owner is None:
            continue
        waiting = [*waiting, (hit.span, owner)] if _joins(waiting, hit.span, folded) else [(hit.span, owner)]
        read = _after(folded, hit.span, owner) or _before(folded, hit.span, owner)
        if read and not (found and read.span.overlaps(found[-1].span)):
            whole = Span(min(read.span.start, waiting[0][0].start), read.span.end)
            found += [Organ(whole, joint, read.kind) for _, joint in waiting]
            waiting = []
    taken = [one.span for one in found]
    personal = [one for one in _of_leaders(text, folded, known, on) if not any(one.span.overlaps(s) for s in taken)]
    return sorted(found + personal, key=lambda one: one.span)


def owners(phrase: str, known: Knowledge, on: date | None = None) -> tuple[Organ, ...]:
    """Return whose organ a whole noun phrase names, several where it joins them; empty where its head is another."""
    return tuple(one for one in organs(phrase, known, on) if not re.search(r"\w", phrase[one.span.end :]))


def _joins(waiting: list[tuple[Span, Known]], name: Span, folded: str) -> bool:
    """Tell whether a name only adds to those before it: "French and British"."""
    return bool(waiting) and re.fullmatch(r",? and |, |,? or |-", folded[waiting[-1][0].end : name.start]) is not None


def _owner(hit: Hit, folded: str) -> Known | None:
    """Return the state, organisation or group that a name may own things as, None where it owns nothing here."""
    if _NOT_OWNER_AFTER.match(folded, hit.span.end) or _NOT_OWNER_BEFORE.search(folded[: hit.span.start]):
        return None
    kinds = (EntityKind.COUNTRY, EntityKind.ORGANIZATION, EntityKind.GROUP)
    owners = dict.fromkeys(s.known for s in hit.senses if s.known.kind in kinds)
    if any(sense.use is Use.ADJECTIVE for sense in hit.senses):
        owners = dict.fromkeys(sense.known for sense in hit.senses if sense.use is Use.ADJECTIVE)
    return next(iter(owners)) if len(owners) == 1 else None


def _after(folded: str, name: Span, owner: Known) -> Organ | None:
    """Read an owner before its organ: "Russian armed forces", "Poland's defence ministry", "Kremlin officials"."""
    between = _BETWEEN.match(folded, name.end)
    if between is None:
        return None
    for start in range(between.end(), name.end, -1):
        if not folded[start - 1].isalnum() and (head := _HEAD.match(folded, start)):
            return Organ(Span(name.start, head.end()), owner, _kind(head))
    return None


def _before(folded: str, name: Span, owner: Known) -> Organ | None:
    """Read an owner after its organ: "the armed forces of the Russian Federation", "the junta in Buenos Aires"."""
    joint = re.search(r" (of|in) (?:the )?$", folded[: name.start])
    if joint is None:
        return None
    head = next(
        (h for h in _HEAD.finditer(folded, max(0, joint.start() - 60), joint.start()) if h.end() == joint.start()), None
    )
    if head is None or (head.start() and folded[head.start() - 1].isalnum()):
        return None
    if joint[1] == "in" and not _RULING.search(head[0]):
        return None
    return Organ(Span(head.start(), name.end), owner, _kind(head))


def _kind(head: re.Match[str]) -> OrganKind:
    return next(kind for i, kind in enumerate(_KINDS) if head[f"k{i}"])


def _of_leaders(text: str, folded: str, known: Knowledge, on: date | None) -> list[Organ]:
    """Read a leader's name before an organ: "the Biden administration", "Assad's forces"."""
    found = []
    for match in _PERSONAL.finditer(folded):
        start = text.rfind(" ", 0, match.start()) + 1
        name = text[start : match.start()]
        if not name[:1].isupper():
            continue
        led = _led(name, known, on) or _led(name, known, None)
        owner = known.get(led.pop()) if len(led) == 1 else None
        if owner:
            kind = OrganKind.FORCES if match[1] in ("forces", "army", "troops") else OrganKind.GOVERNMENT
            found.append(Organ(Span(start, match.end()), owner, kind))
    return found


def _led(name: str, known: Knowledge, on: date | None) -> set[str]:
    """Return the states that the persons of a last name led on a day, or ever."""
    people = known.leaders_named(name, on)
    return {holding.of for one in people for holding in known.offices(one.id, on) if holding.office in LEADERS}

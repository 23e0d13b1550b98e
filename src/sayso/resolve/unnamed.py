"""
Somebody without a name to an entity of this article alone: "a senior official", "villagers", "the gunmen".

So a statement has a source, and a deed somebody who does it, and nobody is named who was not. "The official" further
down is the same one, and so are all of an article's gunmen. What speaks without being anybody (a letter, a draft) has
an author at most: "the ministry's statement" is the ministry's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sayso.knowledge.organs import owners
from sayso.knowledge.spelling import fold
from sayso.resolve.entities import Resolved, ResolvedEntity
from sayso.resolve.roles import read_role
from sayso.resolve.setting import Setting
from sayso.spans import Span
from sayso.terms import EntityKind

# Nouns of what is written, shown or staffed: it has an author or a master, perhaps, and is nobody itself.
_WORKS: Final = frozenset(
    """
    statement communique letter note declaration message report draft resolution treaty article charter law constitution
    document text telegram exchange dispatch poll survey study data figures statistics rumor rumour rumors rumours book
    memo cable agreement accord deal order decree ruling judgment verdict plan proposal map photograph video footage
    image images evidence intelligence leaflet pamphlet advertisement sign banner post tweet commentary editorial speech
    broadcast reports office warning warnings threat threats remark remarks comment comments claim claims words
    announcement promise pledge accusation accusations denial demand demands testimony interview refusal offer answer
    response reaction reply appeal call calls
    """.split()
)
_PEOPLE: Final = frozenset(
    """
    source sources officer officers resident residents witness witnesses observer observers analyst analysts expert
    experts reporter reporters journalists students villagers people person man woman men women soldier soldiers refugee
    refugees survivor survivors protester protesters activist activists critics rebels militants insurgents separatists
    lawmakers politicians colleagues aides insider insiders relatives workers doctors medics historians scientists
    veteran veterans member members delegate delegates fighters guerrillas troops crew pilots passengers diplomats
    officials lawyer lawyers neighbor neighbour neighbors neighbours owner owners trader traders opposition supporters
    opponents allies
    """.split()
)
_BANDS: Final = frozenset(
    """
    activists airlines allies assailant assailants attacker attackers bandits bomber bombers captives captors children
    civilians commandants commandos companies crew crews crowd crowds defectors delegates demonstrators deputies
    detainees diplomats dissidents dockers doctors donors employees evacuees exiles experts extremists factions families
    farmers fighters firms fishermen foreigners generals groups guards guerillas guerrillas gunman gunmen
    herders hijacker hijackers hostages infiltrators infiltrator inmates inspectors insurgents intruders investigators
    invaders jihadists journalists kidnappers lawmakers lawyers leaders lenders looters marchers mediators men
    mercenaries merchants migrants militant militants militiamen militias miners ministers mob mobs monks mutineers
    negotiators nurses observers officers officials oligarchs operators partisans passengers
    peacekeepers peasants people persons photographers pilgrims pilots pirates police policeman policemen
    prisoners protesters raiders rebel rebels refugees reporters reservists residents rioters sailors saboteurs
    scientists seamen separatists settlers shipowners shoppers skipper skippers smugglers sniper snipers spies strikers
    students suspects teachers technicians terrorists traders trawlermen unions villagers volunteers voters women
    workers worshippers
    accomplices adventurers aides agents arsonists assassins bishops cadets campers cattlemen clansmen colonists
    deportees deserters dissenters drivers editors elders emigres engineers exporters fanatics fugitives gunners
    insurgent irregulars islanders judges labourers laborers landowners lorrymen loyalists madmen marines mechanics
    monarchists mutineer nationalists nomads nuns outlaws partisan picketers planters poachers railwaymen royalists
    scholars separatist shepherds shopkeepers spectators squatters stowaways strikebreakers sympathisers
    sympathizers townspeople trappers tribesmen truckers vigilantes airman attache commandant consul crewman diplomat
    fisherman gunner journalist missionary monk photographer pilot priest refugee reporter sentry settler student
    teacher trawlerman
    airmen captains citizens colleagues dealers garrison legionnaires members militiaman powers putschists railwaymen
    servicemen soldiers subjects troops
    """.split()
)
"""Heads of phrases for those who do things and to whom things are done without acting for a state."""
_ANYBODY: Final = frozenset("children civilians men people persons residents villagers women workers".split())
"""Nouns for anybody, nobody in particular where a number stands before them."""
_SERVING: Final = frozenset("garrison members powers soldiers troops".split())
"""Nouns for those who serve or belong to somebody."""
_OWNED: Final = re.compile(r"(?:my|our|your|his|her|its|their|both|(?:the )?two)\b", re.IGNORECASE)
"""Who serves or belongs to somebody that a pronoun names stands for him: "their soldiers"."""
_STANDING_FOR: Final = frozenset(
    """bomber citizen delegate envoy fighter general guard leader man member minister official power raider
    sailor soldier union""".split()
)
"""One of those who stands for his state or body, or is a title: "a soldier who crosses the line"."""
_ANY_ONE: Final = re.compile(
    r"(?:no|any|every|each|another|(?:the )?(?:first|last)|(?:a |not (?:one|a) )?single|one more)\b", re.IGNORECASE
)
"""Words before one of whom it is not said that there is one."""
_COUNTED: Final = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|several|many|some)\b",
    re.IGNORECASE,
)
"""A mere number of anybody ("31 people") is no party; the same words without a number may be."""
_MANY: Final = frozenset("people men women police opposition crew staff troops".split())
_FIELDS: Final = frozenset(
    """agriculture army aviation border cabinet defence defense education embassy energy finance fisheries foreign
    government health home industry information intelligence interior justice labour military ministry naval navy oil
    palace party police presidential rebel security trade transport treasury union water""".split()
)
"""Words before "minister", "official" and the like that say what of."""
_LONE: Final = frozenset("officer diplomat negotiator envoy sailor pilot soldier guard commander general".split())
"""Nouns of one of those who serve a state where an adjective says which: "a Danish officer"."""
_ARTICLE: Final = re.compile(r"^(?:an?|the|one|some)\s+", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"\s(?:who|which|that)\b|,")
_DOING: Final = re.compile(r"(?<=[a-z])\s[a-z]+ing\s(?:the|an?|its|their|his)\b")
_AGAIN: Final = re.compile(r"(?:the|that|this)\b", re.IGNORECASE)
_BEFORE_COMPLEMENT: Final = re.compile(r"\b(?:of|in|at|for|from|with|who|close|to|on)\b")
_BY: Final = re.compile(r"\b(?:by|from|of) (?=\S)")
_POSSESSOR: Final = re.compile(r"([\w.\u2019' -]+?)['\u2019]s?\s")


def before_doing(span: Span, text: str) -> Span:
    """Return who a phrase is about without what they are doing: "rebels | besieging the French garrison"."""
    doing = _DOING.search(span.of(text))
    return span if doing is None else Span(span.start, span.start + doing.start())


class Unnamed:
    """
    The speakers without a name in one article.

    Args:
        setting: The article with its surroundings.
        resolved: Who is known in it.
    """

    def __init__(self, setting: Setting, resolved: Resolved) -> None:
        self._setting = setting
        self._resolved = resolved
        self._found: dict[str, tuple[str, ResolvedEntity]] = {}

    @property
    def entities(self) -> tuple[ResolvedEntity, ...]:
        """The entities made so far."""
        return tuple(entity for _, entity in self._found.values())

    def get(self, key: str) -> ResolvedEntity | None:
        """Return the entity of an id made here, None for any other id."""
        return self._found[key][1] if key in self._found else None

    def serve(self, key: str, state: str) -> None:
        """Say which state somebody made here speaks for."""
        noun, entity = self._found[key]
        self._found[key] = (noun, replace(entity, affiliation=state))

    def speaker(self, span: Span) -> str | None:
        """Return the id of the nameless speaker that a source's words describe, None for what is nobody."""
        span = before_doing(span, self._setting.text)
        words = span.of(self._setting.text)
        role = read_role(words, self._setting.known, self._setting.on)
        head = self._head(span) or (role.noun if role else None)
        if head is None or head in _WORKS:
            return self._author(span) if head else None
        bare = _CLAUSE.split(words)[0]
        several = (f"{bare}s",) if head in _LONE else ()
        known, on = self._setting.known, self._setting.on
        owner = next((one.owner.id for phrase in (words, *several) for one in owners(phrase, known, on)), None)
        serves = role.of.id if role and role.of else owner
        again = [one for noun, one in self._found.values() if noun == head and _may_be(one, words, serves)]
        if again and _AGAIN.match(words):
            return again[-1].id
        is_person = role is not None or not _PEOPLE.isdisjoint({head, *fold(words).split(",")[0].split()})
        is_many = head.endswith("s") or head in _MANY
        kind = EntityKind.GROUP if is_many else EntityKind.PERSON if is_person else EntityKind.ORGANIZATION
        key = f"local:{kind.value}/unnamed-{self._setting.article.id}-{span.start}"
        name = _CLAUSE.split(_ARTICLE.sub("", " ".join(words.split())))[0]
        self._found[key] = (head, ResolvedEntity(key, kind, name, (span,), serves, name if role else None))
        return key

    def band(self, span: Span, any_noun: bool = False) -> str | None:
        """Return the id of the nameless group that a phrase is about, one for each noun; None for any other phrase."""
        head = self._setting.head(span)
        noun = fold(head.text) if head is not None and head.upos in ("NOUN", "PROPN") else None
        words = span.of(self._setting.text)
        if (
            noun is None
            or head is None
            or not (any_noun or noun in _BANDS or (head.upos == "NOUN" and _is_one(noun, words)))
        ):
            return None
        if (noun in _ANYBODY and _COUNTED.search(words)) or (noun in _SERVING and _OWNED.match(words)):
            return None
        known = next((entity for one, entity in self._found.values() if one == noun), None)
        if known is None:
            name = _CLAUSE.split(_ARTICLE.sub("", " ".join(span.of(self._setting.text).split())))[0]
            key = f"local:group/unnamed-{self._setting.article.id}-{span.start}"
            known = ResolvedEntity(key, EntityKind.GROUP, name, (), None, None)
        mentions = tuple(sorted({*known.mentions, span}))
        self._found[known.id] = (noun, replace(known, mentions=mentions))
        return known.id

    def _author(self, span: Span) -> str | None:
        """Return whose a work or office is: "a statement by the Kremlin", "Mr Heath's office"; None where none says."""
        words = span.of(self._setting.text)
        by, owner = _BY.search(words), _POSSESSOR.match(words)
        if by:
            return self._resolved.entity_of(Span(span.start + by.end(), span.end))
        return self._resolved.entity_of(Span(span.start, span.start + owner.end(1))) if owner else None

    def _head(self, span: Span) -> str | None:
        """Return the head noun of a phrase, lower case, by the tree or else the last word before a preposition."""
        head = self._setting.head(span)
        if head is not None and head.upos in ("NOUN", "PROPN", "ADJ"):
            return fold(head.text)
        words = re.findall(r"[\w'-]+", _BEFORE_COMPLEMENT.split(fold(span.of(self._setting.text)))[0])
        return words[-1] if words else None


def _is_one(noun: str, words: str) -> bool:
    """Tell whether a phrase is about one of those who make a band, and not about whoever there may be: "a pilgrim"."""
    if noun in _STANDING_FOR or _ANY_ONE.match(words):
        return False
    return f"{noun}s" in _BANDS or (noun.endswith("man") and f"{noun[:-3]}men" in _BANDS)


def _may_be(one: ResolvedEntity, words: str, serves: str | None) -> bool:
    """Tell whether a phrase may be about a speaker before: one of no other state, office or trade."""
    if serves is not None and serves != one.affiliation:
        return False
    fields = [{word for word in fold(text).split() if word in _FIELDS} for text in (one.name, words)]
    return not all(fields) or not fields[0].isdisjoint(fields[1])

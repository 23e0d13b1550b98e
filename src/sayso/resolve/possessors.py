"""
Phrases that name an office or organ to whose it is, where other words than a state's say so.

"Its consul" is of the state that "its" stands for, "the bloc's chief" of the bloc last named, "Berg's spokesman" of
whom Berg serves, "of the Danish army" behind a name of Denmark. Where two states may be meant, none is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from sayso.knowledge.known import Known
from sayso.knowledge.organs import owners
from sayso.knowledge.spelling import fold
from sayso.resolve.anaphora import Antecedents, Referent, Seen
from sayso.resolve.cast import Cast
from sayso.resolve.roles import role_noun
from sayso.resolve.setting import Setting
from sayso.resolve.things import Thing, Things
from sayso.spans import Span
from sayso.terms import EntityKind

# A phrase whose office is somebody's by a common noun: "the bloc's chief", "head of the alliance".
_GENERIC: Final = re.compile(
    r"(?:the )?(?:[\w.-]+ )*?([a-z]+)'s? (?:(?!of )[\w.-]+ ?)+"
    r"|(?:(?!of )[\w.'-]+ )*of (?:the |its |their )?(?:[\w.-]+ )*?([a-z]+)"
)
_OWN: Final = re.compile(r"(?:the |one of )?(his|her|its|their)\b")
_OWN_BEFORE: Final = re.compile(r"\b(his|her|its|their) $")
_LEADER: Final = re.compile(r"(?:[A-Z][\w.-]+ (?:[a-z]+ )?)*([A-Z][\w-]+)['\u2019]s? ")
_OF_STATES: Final = re.compile(r"\b(?:minister|premier|ambassador|consul|king|queen|navy|army|air force)\b")


class Possessors:
    """
    Whose the offices and organs of one article are.

    Args:
        setting: The article with its surroundings.
        seen: The mentions linked so far; the list grows while names are read.
        cast: The persons.
        things: The states, organisations, places, groups and outlets.
        served: Tells which state or organisation a referent acts for.
    """

    def __init__(
        self,
        setting: Setting,
        seen: Sequence[Seen],
        cast: Cast,
        things: Things,
        served: Callable[[Referent | None], Known | None],
    ) -> None:
        self._setting, self._text = setting, setting.text
        self._seen, self._cast, self._things, self._served = seen, cast, things, served

    def of(self, phrase: Span) -> Known | None:
        """Return whose office or organ a phrase names by other words: "the bloc's chief", "his defence minister"."""
        words = fold(phrase.of(self._text))
        before = fold(self._text[max(0, phrase.start - len("their ")) : phrase.start])
        own = _OWN.match(words) or _OWN_BEFORE.search(before)
        if own:
            return self._behind(own[1], phrase, words)
        leader = _LEADER.match(phrase.of(self._text))
        if leader and (person := self._cast.of_surname(leader[1])):
            return self._served(person)
        generic = _GENERIC.fullmatch(words)
        thing = self._things.called(generic[1] or generic[2], phrase.start) if generic else None
        return thing.known if thing else None

    def named(self, phrase: Span) -> Known | None:
        """Return the state or organisation that a whole phrase names, or whose body it does: "its high command"."""
        known, on = self._setting.known, self._setting.on
        words = phrase.of(self._text)
        if (found := owners(words, known, on)) and words[: found[0].span.start] in ("", "the "):
            return found[0].owner
        if _OWN.match(words) and owners(f"French {words.partition(' ')[2]}", known):
            return self.of(phrase)
        named = known.lookup(words.removeprefix("the "), on)
        owned = [one for one in named if one.kind in (EntityKind.COUNTRY, EntityKind.ORGANIZATION)]
        return owned[0] if len(owned) == 1 else None

    def _behind(self, pronoun: str, phrase: Span, words: str) -> Known | None:
        """Return whom the owner that a pronoun stands for is or serves; no alliance has a foreign minister."""
        sentence = self._setting.sentence(phrase)
        if sentence is None:
            return None
        is_state = pronoun == "its" and _OF_STATES.search(words)
        seen = [one for one in self._seen if _is_state(one)] if is_state else self._seen
        found = Antecedents(self._setting.article, seen).of(pronoun, phrase, sentence)
        here = [one for one in self._seen if one.sentence == sentence and one.referent is found]
        if pronoun == "their" and not here:  # further on it is mostly some people's without a name
            return None
        is_role = role_noun(words.split()[-1].removesuffix("s")) is not None
        if (
            is_role
            and pronoun == "its"
            and here
            and not any(one.is_subject for one in here)
            and self._are_several(sentence, phrase)
        ):
            return None
        return self._served(found)

    def _are_several(self, sentence: int, phrase: Span) -> bool:
        """Tell whether a sentence speaks of more than one state before a phrase, by an adjective too."""
        low = self._setting.article.sentences[sentence].span.start
        hits = self._setting.known.hits(self._text[low : phrase.start], self._setting.on)
        senses = (sense.known for hit in hits for sense in hit.senses[:1])
        return len({one.id for one in senses if one.kind is EntityKind.COUNTRY}) > 1


def _is_state(seen: Seen) -> bool:
    return isinstance(seen.referent, Thing) and seen.referent.kind is EntityKind.COUNTRY

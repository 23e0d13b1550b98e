"""
Officials whose state no word beside them names to the state that they speak for: by what they say and where.

"Peru will close the pass, Defence Minister Luis Quiroga said" is said for Peru: whoever promises or threatens what a
state will do of itself speaks for it. Where he says nothing of the kind, an official who seldom travels (a government
spokesman, an interior minister) is of the state where he speaks. Two states are no answer, and nobody without an office
speaks for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from sayso.annotate.signalwords import UNDERGOING
from sayso.annotate.syntax import Tree, Word
from sayso.knowledge.known import Hit, Known, Use
from sayso.knowledge.spelling import fold
from sayso.resolve.entities import Resolved
from sayso.resolve.setting import Setting
from sayso.spans import Span, Spans
from sayso.terms import EntityKind, ZoneKind

# Offices of state, what makes another's of them, and which keep their holders at home: set by hand, tried on the tuned
# crises and on 150 articles of other newspapers.
_OFFICE: Final = re.compile(
    r"\b(?:ministers?|premier|chancellor|(?:foreign|defen[cs]e|home|state|interior|information|finance|treasury|war"
    r"|under|permanent|deputy|cabinet|colonial|dominions) secretary|secretary of (?:state|defen[cs]e|war|the navy)"
    r"|undersecretary|officials?|d'affaires|ambassador|envoy|consul|counsell?or|delegates?|negotiator|spokes(?:man|woman|person)"
    r"|advis[eo]r|general|colonel|admiral|marshal|commodore|brigadier|commandant|commander|major|lieutenant|gen|col|adm"
    r"|brig|maj|attorney-general|chief of (?:the )?(?:\w+ )?staff|(?:army|navy|military|air force|defence|naval) chief"
    r"|president|king|queen|emperor|regent|shah|sultan|emir)\b"
)
_NO_OFFICE: Final = re.compile(
    r"\b(?:rebels?|guerr?illas?|militia|party|opposition|union|company|firm|hospital|police|relief|aid|red cross|church"
    r"|bank|club|rights|campaign|commission|council|league|front|movement|brotherhood|resistance|exiled?|separatists?"
    r"|insurgents?|secretary-general|secretary general|european|united nations|un|u\.n|eu|nato|peacekeep\w+|mission"
    r"|county|city|municipal|provincial|regional|lawyer|family|shadow|corporation|railway|port|airline)\b"
)
_STAYS: Final = re.compile(
    r"\b(?:(?:government|cabinet|presidential|ministry|palace|army|navy|military|defen[cs]e|foreign|office|department)"
    r"(?: [a-z]+)? spokes(?:man|woman|person)|presidential advis[eo]r|state secretary"
    r"|administration officials?"
    r"|(?:interior|home|information|labou?r|justice|finance|health|education|transport|oil|energy|agriculture|police"
    r"|fisheries|culture|communications?|economy|industry|planning|water|justice) (?:minister|secretary)"
    r"|minister of (?:the )?(?:interior|information|labou?r|justice|finance|health|education|transport|oil|energy))\b"
)
"""Offices whose holders mostly speak at home."""
_WILL: Final = frozenset("will would shall 'll wo won't wouldn't".split())
_READY: Final = frozenset("ready prepared willing determined resolved bound".split())
_PLANS: Final = frozenset("plan intention intentions plans".split())
_BEFALLS: Final = UNDERGOING | frozenset(
    """
    find learn get bear collapse understand see feel know think realise realize fail come need remain become be have
    receive repent discover rue mourn win survive continue go want like deserve stay make
    """.split()
)
"""Verbs of what others say of somebody as easily as he does himself: they tell nobody's side."""
_GUESSES: Final = frozenset(
    """
    predict expect fear believe doubt think suspect accuse allege hope guess reckon blame charge forecast speculate
    estimate claim imagine assume worry
    """.split()
)
_LEVEL: Final = ("conj", "parataxis")
_IN: Final = re.compile(r"\b(?:[Ii]n|[Ff]rom)(?: the)? $")
_TO_PLACE: Final = re.compile(r"\s*(?:\w+\s){1,3}in\s|,[ \w-]* spokes(?:man|woman|person) in ")
_AFTER_PLACE: Final = re.compile(r",?(?: on \w+| today| yesterday| last \w+)?,? (?:the )?$")


@dataclass(frozen=True, slots=True)
class Saying:
    """
    What somebody says, and by which words it is told.

    Attributes:
        content: What is said.
        cue: The words that attribute it, None where there are none.
    """

    content: Spans
    cue: Spans | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """
    Somebody of whom the words beside him tell no state.

    Attributes:
        id: Who it is.
        roles: What he is, as written.
        mentions: Where he is named, with his title.
        sayings: What he says.
    """

    id: str
    roles: tuple[str, ...]
    mentions: Spans
    sayings: tuple[Saying, ...]


class Serving:
    """
    For whom the officials of one article speak.

    Args:
        setting: The article with its surroundings.
        resolved: Who is who in it.
        speaker_at: Tells who says the innermost content that holds a phrase.
    """

    def __init__(self, setting: Setting, resolved: Resolved, speaker_at: Callable[[Span], str | None]) -> None:
        self._setting = setting
        self._resolved = resolved
        self._speaker_at = speaker_at

    def state_of(self, speaker: Speaker) -> Known | None:
        """Return the state that an official speaks for, None for all others and where none or several may be."""
        roles = " / ".join(fold(role) for role in speaker.roles)
        if not _OFFICE.search(roles) or _NO_OFFICE.search(roles):
            return None
        own = set(self._acting(speaker))
        if own:
            return own.pop() if len(own) == 1 else None
        if not _STAYS.search(roles) or not speaker.mentions:
            return None
        here = set(self._places(speaker.mentions))
        if here:
            return here.pop() if len(here) == 1 else None
        return self._home if self._turns(speaker.mentions[0]) <= {self._home} else None

    # ---- by what he says

    def _acting(self, speaker: Speaker) -> Iterator[Known]:
        """Yield the states of which somebody says what they will do of themselves."""
        for saying in speaker.sayings:
            if self._is_guess(saying.cue) or self._is_passed_on(saying.content, speaker):
                continue
            for content in saying.content:
                for tree in self._setting.trees_over(content):
                    yield from self._doers(tree, content, speaker.id)

    def _is_passed_on(self, content: Spans, speaker: Speaker) -> bool:
        """Tell whether another person stands between the parts of what is said: the words are his."""
        gaps = [Span(one.end, other.start) for one, other in pairwise(content)]
        return any(mention in gap for gap in gaps for key, mention in self._persons if key != speaker.id)

    @cached_property
    def _persons(self) -> list[tuple[str, Span]]:
        persons = (one for one in self._resolved.entities if one.kind is EntityKind.PERSON)
        return [(one.id, mention) for one in persons for mention in one.mentions]

    def _is_guess(self, cue: Spans | None) -> bool:
        words = [word for span in cue or () if (tree := self._setting.tree(span)) for word in tree.words_in(span)]
        return any(word.lemma in _GUESSES for word in words)

    def _doers(self, tree: Tree, content: Span, speaker: str) -> Iterator[Known]:
        words = tree.words_in(content)
        for verb in words:
            subjects = [word for word in tree.children(verb, "nsubj") if word.deprel == "nsubj" and word in words]
            before = [word for word in subjects if word.index < verb.index] or subjects[:1]
            if not before or before[-1].upos == "PRON" or not self._is_firm(tree, verb, words):
                continue
            subject = before[-1]
            phrase = tree.subtree(subject, ("acl", "appos", "punct", "conj", "cc", "parataxis"))
            low = min(word.span.start for word in (*phrase, *_run_up_to(subject, before)))
            whole = Span(low, phrase[-1].span.end)
            state = None if tree.children(subject, "conj") else self._state(whole)
            if state is not None and self._speaker_at(whole) == speaker:
                yield state

    def _is_firm(self, tree: Tree, verb: Word, inside: Sequence[Word]) -> bool:
        """Tell whether a verb is the main one of what is said, and of what its subject will do of itself."""
        one = verb
        while (above := tree.parent(one)) is not None and above in inside:
            if one.relation not in _LEVEL:
                return False
            one = above
        helpers = {word.text.lower() for word in tree.children(verb, "aux")}
        if verb.lemma == "have":
            return any(word.lemma in _PLANS for word in tree.children(verb, "obj"))
        if verb.upos == "ADJ":
            return verb.lemma in _READY and bool(tree.children(verb, "cop"))
        return verb.upos == "VERB" and not helpers.isdisjoint(_WILL) and verb.lemma not in _BEFALLS

    def _state(self, phrase: Span) -> Known | None:
        key = self._resolved.entity_of(phrase)
        known = self._setting.known.get(key) if key else None
        return known if known is not None and known.kind is EntityKind.COUNTRY else None

    # ---- by whose turn it is

    @cached_property
    def _home(self) -> Known | None:
        """The state from whose capital the article is told, if it speaks of that state; None for all others."""
        known, article, on = self._setting.known, self._setting.article, self._setting.on
        zones = [zone.span for zone in article.zones if zone.kind is ZoneKind.DATELINE]
        hits = self._hits
        seats = (s.known.id for hit in hits if any(hit.span in zone for zone in zones) for s in hit.senses)
        states = {state for place in seats if (state := known.government_of(place, on))}
        return known.get(states.pop()) if len(states) == 1 and states <= self._told else None

    @cached_property
    def _hits(self) -> list[Hit]:
        return self._setting.known.hits(self._setting.text, self._setting.on)

    @cached_property
    def _told(self) -> frozenset[str]:
        """The states that the article names otherwise than by their capitals and organs."""
        return frozenset(s.known.id for hit in self._hits for s in hit.senses if s.use not in (Use.SEAT, Use.ORGAN))

    def _turns(self, mention: Span) -> set[Known]:
        """Return the states that act in the sentence up to a mention and in the one before it."""
        sentence = self._setting.sentence(mention)
        if sentence is None:
            return set()
        bodies = self._resolved.bodies
        return bodies.acting(sentence, mention.start) | bodies.acting(sentence - 1, mention.start)

    # ---- by where he speaks

    def _places(self, mentions: Spans) -> Iterator[Known]:
        """Yield the states of the places where somebody is said to speak: "In Lima, ...", "... said in Lima"."""
        known, text = self._setting.known, self._setting.text
        for hit in self._hits:
            places = [sense.known.id for sense in hit.senses if sense.known.kind is EntityKind.PLACE]
            if not places or not _IN.search(text[: hit.span.start][-12:]):
                continue
            if any(self._speaks_in(mention, hit.span) for mention in mentions):
                state = known.government_of(places[0], self._setting.on) or known.state_of_place(places[0])
                found = known.get(state) if state in self._told else None
                yield from (found,) if found else ()

    def _speaks_in(self, mention: Span, place: Span) -> bool:
        text = self._setting.text
        if place.end <= mention.start:
            return _AFTER_PLACE.fullmatch(text, place.end, mention.start) is not None
        return _TO_PLACE.fullmatch(text, mention.end, place.start) is not None


def _run_up_to(subject: Word, others: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a name of which each was read as a subject of its own: "West | Germany will"."""
    run = [subject]
    for word in reversed(others[:-1]):
        if word.index != run[-1].index - 1 or word.upos != "PROPN":
            break
        run.append(word)
    return tuple(run)

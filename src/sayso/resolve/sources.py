"""
Attributions to who is meant: the source of each, to whom it was said, and the outlets that carried it.

A source may be a name, a title, a pronoun, a metonym, or somebody without a name (`unnamed`). "He said" goes on with
the last speaker unless another was named since. "We" in a quotation is the speaker's side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sayso.annotate.attributions import Attribution
from sayso.annotate.speakers import is_answer
from sayso.annotate.syntax import Tree
from sayso.article.article import Article
from sayso.knowledge.knowledge import Knowledge
from sayso.knowledge.organs import OrganKind, owners
from sayso.knowledge.spelling import fold
from sayso.resolve.anaphora import HE, PRONOUNS, SHE, Referent
from sayso.resolve.cast import Person
from sayso.resolve.entities import Resolved, ResolvedEntity
from sayso.resolve.hearers import addressed, carries
from sayso.resolve.serving import Saying, Serving, Speaker
from sayso.resolve.setting import Setting
from sayso.resolve.things import Thing
from sayso.resolve.unnamed import Unnamed, before_doing
from sayso.spans import Span, Spans, cover
from sayso.terms import EntityKind

_WE: Final = frozenset("we us our ours ourselves".split())
_I: Final = frozenset("i me my mine myself".split())
_OURS: Final = re.compile(r"(?:our|my)\s")
_CLAUSE: Final = re.compile(r"\s(?:who|which|that)\b|,")
_QUOTES: Final = re.compile(
    r",?\s+(?:has |had )?(?:quoted|cited|quotes|cites)\s+"
    r"((?:[\w.\u2019'-]+,?\s+){0,9}?[\w.\u2019'-]+),?\s+as\s+\w+ing\b"
)
_GOES_ON: Final = re.compile(r",\s+(?:and )?(?:\w+ly )?\w+ing(?: \w+)?$")
# Relations over which a verb without a subject of its own has its head's.
_SHARES_SUBJECT: Final = ("conj", "advcl", "xcomp")
_INDEFINITE: Final = frozenset("a an one some another unnamed several many two".split())
_SIDE_ISSUE: Final = re.compile(r"\b(?:of|for|to|by|with|from|in|at|near)(?: the)? $")
# Sentences over which a speaker is still meant by "he" or "she" though no one says so: a quotation of some length.
# Set with REACH on tests/gold/dev and crisis-a.
STILL_SPEAKS: Final = 4


@dataclass(frozen=True, slots=True)
class _Saying:
    """Who says what stands in some spans, and by which words it is told."""

    content: Spans
    speaker: str | None
    cue: Spans | None


@dataclass(frozen=True, slots=True)
class _Speaker:
    """A person who said something, and where in the text that was told."""

    at: int
    id: str
    is_woman: bool | None


class Sources:
    """
    Who said what in one article; ask `source` for every attribution in text order, then the rest.

    Args:
        article: The article.
        trees: Of as many sentences as there are.
        resolved: Its entities.
        known: The tables.
    """

    def __init__(self, article: Article, trees: Sequence[Tree], resolved: Resolved, known: Knowledge) -> None:
        self._setting = Setting(article, {tree.sentence: tree for tree in trees}, known, resolved.setting.on)
        self._resolved = resolved
        self._unnamed = Unnamed(self._setting, resolved)
        self._sayings: list[_Saying] = []
        self._speakers: list[_Speaker] = []

    @property
    def entities(self) -> tuple[ResolvedEntity, ...]:
        """The article's entities, and after them the sources without a name."""
        return (*self._resolved.entities, *self._unnamed.entities)

    def source(self, attribution: Attribution) -> str | None:
        """Return the id of who is said to have said it, None where the text does not say or it is nobody."""
        found = self._source(self._nearest(attribution)) if attribution.source else self._implied(attribution.cue)
        self._sayings.append(_Saying(attribution.content, found, attribution.cue))
        return found

    def settle(self) -> None:
        """Find out for which state those speak whose state no word names; every source is asked for before."""
        serving = Serving(self._setting, self._resolved, self._speaker_at)
        for key in dict.fromkeys(saying.speaker for saying in self._sayings):
            if key is None or self.side_of(key) is not None:
                continue
            sayings = tuple(Saying(one.content, one.cue) for one in self._sayings if one.speaker == key)
            person, unnamed = self._resolved.person_of(key), self._unnamed.get(key)
            if person is not None and not any(role.is_former for role in person.roles):
                roles = tuple(role.text for role in person.roles)
                person.speaks_for = serving.state_of(Speaker(key, roles, tuple(person.spans), sayings))
            elif unnamed is not None and unnamed.role:
                state = serving.state_of(Speaker(key, (unnamed.role,), unnamed.mentions, sayings))
                if state is not None:
                    self._unnamed.serve(key, state.id)

    def side_of(self, key: str) -> str | None:
        """Return the id of the state or organisation that somebody acts for, with or without a name; None otherwise."""
        unnamed = self._unnamed.get(key)
        return unnamed.affiliation if unnamed else self._resolved.side_of(key)

    def addressees(self, attribution: Attribution) -> tuple[str, ...]:
        """Return the ids of those to whom it was said, in text order."""
        phrases = addressed(self._setting, attribution.cue, tuple(self._resolved.links))
        source = self._said_by(attribution)
        found = (self.entity_of(span) for span in phrases if not _touches(span, attribution.source))
        return tuple(dict.fromkeys(key for key in found if key is not None and key != source))

    def via(self, attribution: Attribution) -> tuple[str, ...]:
        """Return the ids of the outlets that carried it before this one, the nearest to the cue first."""
        around = self._around(attribution)
        at = cover(attribution.cue or attribution.source or attribution.content)
        source = self._said_by(attribution)
        outlets = [outlet for outlet in self._outlets if outlet.id != source]
        found = [
            (min(abs(span.start - at.end), abs(at.start - span.end)), outlet.id)
            for outlet in outlets
            for span in outlet.mentions
            if span in around and not _touches(span, attribution.content)
            if carries(self._setting.text, span, around)
        ]
        return tuple(dict.fromkeys(key for _, key in sorted(found)))

    @cached_property
    def _outlets(self) -> tuple[ResolvedEntity, ...]:
        return tuple(entity for entity in self._resolved.entities if entity.kind is EntityKind.OUTLET)

    def entity_of(self, span: Span) -> str | None:
        """Return what a noun phrase stands for as a party; "I" and "we" in a quotation are the speaker and its side."""
        words = fold(span.of(self._setting.text)).strip()
        if words in _I | _WE:
            return self._first_person(words, span)
        ours = _OURS.match(words)
        if ours:
            is_organ = owners(f"French {words[ours.end() :]}", self._setting.known)
            return self._first_person("we", span) if is_organ else None
        return self._resolved.entity_of(span)

    def band_of(self, span: Span) -> str | None:
        """Return the nameless group that a phrase is about ("the gunmen"), None for any other phrase."""
        return self._unnamed.band(span)

    def sides_of(self, span: Span) -> str | None:
        """Return the nameless group that "both sides" is where no two states are meant."""
        return self._unnamed.band(span, any_noun=True)

    # ---- who speaks

    def _said_by(self, attribution: Attribution) -> str | None:
        """Return the source that was found for an attribution before."""
        return next((s.speaker for s in self._sayings if s.content == attribution.content), None)

    def _nearest(self, attribution: Attribution) -> Span:
        """Return the part of a source that stands nearest to its cue, the first where there is no cue."""
        parts = attribution.source or attribution.content
        if not attribution.cue:
            return parts[0]
        cue = cover(attribution.cue)
        return min(parts, key=lambda part: max(part.start - cue.end, cue.start - part.end))

    def _source(self, span: Span) -> str | None:
        words = fold(span.of(self._setting.text)).strip()
        if is_answer(words):
            return self._interviewed(span)
        if words in _I | _WE:
            return self._first_person(words, span)
        if words in PRONOUNS:
            return self._spoke(span, self._pronoun(words, span))
        quoted = self._quoted(span)
        if quoted is not None:
            return self._source(quoted)
        referent = self._speaking(span)
        return self._spoke(span, referent.id if referent else self._unnamed.speaker(span), referent)

    def _interviewed(self, span: Span) -> str | None:
        """Return whose answers an interview gives: the one person who is named before anything was answered."""
        answered = [s.content[0].start for s in self._sayings if s.speaker is not None]
        first = min([*answered, span.start])
        persons = (e for e in self._resolved.entities if e.kind is EntityKind.PERSON)
        named = [e.id for e in persons if any(m.start < first for m in e.mentions)]
        return named[0] if len(named) == 1 else None

    def _quoted(self, span: Span) -> Span | None:
        """Return whom an outlet only quotes: "Antara quoted | him | as saying" is his, through Antara."""
        found = _QUOTES.match(self._setting.text, span.end)
        entity = self._resolved.referent_of(span) if found else None
        is_outlet = isinstance(entity, Thing) and entity.kind is EntityKind.OUTLET
        return Span(*found.span(1)) if found and is_outlet else None

    def _implied(self, cue: Spans | None) -> str | None:
        """Return whose subject a cue without a source shares: "ruled it out, stating that", "denied it and warned"."""
        tree = self._setting.tree(cue[-1]) if cue else None
        verbs = [word for span in cue or () for word in (tree.words_in(span) if tree else ()) if word.upos == "VERB"]
        verb = verbs[-1] if verbs else None
        while tree and verb and not tree.children(verb, "nsubj", "csubj", "expl"):
            verb = tree.parent(verb) if verb.relation in _SHARES_SUBJECT else None
        subject = (
            next((w for w in tree.children(verb, "nsubj") if w.deprel == "nsubj"), None) if tree and verb else None
        )
        if tree is None or subject is None or subject.upos == "PRON":
            return self._still_speaking(cue)
        words = tree.subtree(subject, ("acl", "appos", "punct", "conj", "cc", "parataxis"))
        phrase = Span(words[0].span.start, words[-1].span.end)
        return self._spoke(phrase, self._resolved.entity_of(phrase), self._resolved.referent_of(phrase))

    def _still_speaking(self, cue: Spans | None) -> str | None:
        """Return who spoke before in the sentence that a participle goes on with: "..., adding that"."""
        if not cue or not _GOES_ON.search(self._setting.text[: cue[0].end]):
            return None
        sentence = self._setting.article.sentence_at(cue[0])
        before = [row for row in self._speakers if sentence and sentence.span.start <= row.at < cue[0].start]
        return before[-1].id if before else None

    def _spoke(self, span: Span, speaker: str | None, referent: Referent | None = None) -> str | None:
        """Remember a person as the last who spoke, and return the id."""
        unnamed = self._unnamed.get(speaker) if speaker else None
        again = next((row for row in self._speakers if row.id == speaker), None)
        is_person = isinstance(referent, Person) or again or (unnamed and unnamed.kind is EntityKind.PERSON)
        if speaker and is_person:
            is_woman = referent.is_woman if isinstance(referent, Person) else again.is_woman if again else None
            self._speakers.append(_Speaker(span.start, speaker, is_woman))
        return speaker

    def _pronoun(self, word: str, span: Span) -> str | None:
        """Return who a pronoun that says something stands for: the last speaker, unless another came between."""
        found = self._resolved.referent_of(span)
        other = found.id if found else None
        last = next((row for row in reversed(self._speakers) if row.at < span.start), None)
        if word not in HE | SHE or last is None:
            return other
        if last.is_woman is not None and last.is_woman != (word in SHE):
            return other
        if isinstance(found, Person) and found.id != last.id and (found.last_before(span.start) or 0) > last.at:
            return other
        sentences = self._setting.article.sentences
        between = sum(last.at < sentence.span.start <= span.start for sentence in sentences)
        return last.id if between <= STILL_SPEAKS else other

    def _speaking(self, span: Span) -> Referent | None:
        """Return who a source's words name: by the head of the phrase, else the one name that the phrase is about."""
        span = before_doing(span, self._setting.text)
        words = span.of(self._setting.text)
        organs = owners(_CLAUSE.split(words)[0], self._setting.known, self._setting.on)
        if any(one.kind is OrganKind.OFFICIALS for one in organs):
            return None
        found = self._resolved.referent_of(span)
        is_indefinite = fold(words).split(" ")[0] in _INDEFINITE
        if found is not None and not (is_indefinite and isinstance(found, Thing)):
            return found
        return self._only_name(span)

    def _only_name(self, span: Span) -> Referent | None:
        """Return the one person or outlet that a phrase is about, or the first of names that it joins."""
        text = self._setting.text
        inside = [(m, e.kind) for e in self._resolved.entities for m in e.mentions if m in span]
        speaking = [m for m, kind in inside if kind in (EntityKind.PERSON, EntityKind.OUTLET)]
        own = [m for m in speaking if not self._is_side_issue(m, span)]
        joined = [m for m, _ in inside if m.start - span.start < 5 and re.match(r",? and ", text[m.end : m.end + 6])]
        chosen = own if len(own) == 1 else joined
        return self._resolved.referent_of(chosen[0]) if chosen else None

    def _is_side_issue(self, mention: Span, span: Span) -> bool:
        """Tell whether a name only says whose or where: "a spokesman for Putin", "Putin's spokesman"."""
        before, after = self._setting.text[span.start : mention.start], self._setting.text[mention.end :][:1]
        return _SIDE_ISSUE.search(fold(before)) is not None or after in ("'", "\u2019")

    # ---- quotations

    def _first_person(self, word: str, span: Span) -> str | None:
        """Return who says the innermost content that holds an "I", or the side of whoever says a "we"."""
        speaker = self._speaker_at(span)
        if speaker is None or word in _I:
            return speaker
        return self.side_of(speaker) or speaker

    def _speaker_at(self, span: Span) -> str | None:
        """Return who says the innermost content that a phrase stands in, None where nobody does."""
        held = [saying for saying in self._sayings if _touches(span, saying.content)]
        return min(held, key=lambda saying: sum(map(len, saying.content))).speaker if held else None

    def _around(self, attribution: Attribution) -> Span:
        """Return the sentences that an attribution's cue stands in, its source's or content's where it has none."""
        whole = cover(attribution.cue or attribution.source or attribution.content)
        held = [s.span for s in self._setting.article.sentences if s.span.overlaps(whole)]
        return cover([*held, whole])


def _touches(span: Span, spans: Spans | None) -> bool:
    return any(span.overlaps(one) for one in spans or ())

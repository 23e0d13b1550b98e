"""
Names in text order to persons and things, each mention linked; titles and appositions read on the way.

Body text comes before captions and comments, so that an aside never decides who is meant in the article. The links
are what every later question starts from: which spans stand for whom.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.annotate.mentions import Mention, Mentioned
from sayso.knowledge.known import Known, Use
from sayso.knowledge.organs import Organ, OrganKind, owners
from sayso.knowledge.spelling import fold
from sayso.resolve.anaphora import Antecedents, Referent, Seen
from sayso.resolve.appositions import (
    DOES,
    apposition_after,
    apposition_before,
    complement_after,
    name_after_title,
    title_before,
)
from sayso.resolve.bodies import Bodies, body
from sayso.resolve.cast import Cast, Person
from sayso.resolve.possessors import Possessors
from sayso.resolve.roles import LEADER_OFFICES, LOCAL, Role, read_role
from sayso.resolve.setting import Setting
from sayso.resolve.things import Thing, Things, called_before
from sayso.spans import Span
from sayso.terms import EntityKind, ZoneKind

_ADDRESSES: Final = frozenset((ZoneKind.DATELINE, ZoneKind.BYLINE, ZoneKind.CREDIT))
# Common nouns that the encoder takes into a name though the name ends before them.
_AFTER_NAMES: Final = frozenset(
    """
    treaty summit agreement deal talks members member countries allies leaders ministers states nations resolution plan
    """.split()
)
_OWNER_BEFORE: Final = re.compile(
    r"(?:[\w.]+(?: [A-Z][\w.]+)*['\u2019]s? (?:own )?|(?<![\w.])[A-Z][\w.]+(?:[ -][A-Z][\w.]+)? )$"
)
# An acronym with full stops that opens a paragraph and was cut off as a sentence: "U.S. | Secretary of State".
_ACRONYM: Final = re.compile(r"(?:^|\n|[\"\u201c\u201d] )((?:[A-Z]\.){2,} )$")
_HALVES: Final = ("North", "South")
_POINTS: Final = frozenset("West East North South".split())
# Letters from which a part of a name may stand for it after "the": shorter ones are words too often.
SHORT_NAME: Final = 5


class Names:
    """
    The names of one article and who or what they stand for.

    Args:
        setting: The article with its surroundings.
        mentions: Names and nominals; only names are read here.

    Attributes:
        cast: The persons.
        things: The states, organisations, places, groups and outlets.
        links: What each span stands for.
        seen: The mentions as antecedents.
        bodies: Whose the bodies are that are named without their state.
        possessors: Whose the offices and organs are of which other words say so.
    """

    def __init__(self, setting: Setting, mentions: Sequence[Mention]) -> None:
        self._setting = setting
        self._text = setting.text
        self.cast = Cast(setting.known, setting.on)
        self.things = Things(setting.text, setting.known, setting.on)
        self.links: dict[Span, Referent] = {}
        self.seen: list[Seen] = []
        self.bodies = Bodies(setting, self.seen, self.served)
        self.possessors = Possessors(setting, self.seen, self.cast, self.things, self.served)
        named = [part for m in in_order(setting, mentions) if m.form is Mentioned.NAME for part in self._parts(m)]
        self._person_heads = {m.head for m in named if m.kind is EntityKind.PERSON}
        self._votes = Counter((fold(m.head.of(self._text)), m.kind is EntityKind.PERSON) for m in named)
        for mention in named:
            self._name(mention)
        self._short_names()

    def link(self, mention: Mention, referent: Referent) -> None:
        """Say what a mention stands for, and let pronouns after it point to it."""
        self.links[mention.span] = referent
        self.links[mention.head] = referent
        is_subject = self._setting.is_subject(mention.head)
        self.seen.append(Seen(mention.head, referent, mention.sentence, is_subject))

    def antecedents(self) -> Antecedents:
        """Return the mentions linked so far as antecedents."""
        return Antecedents(self._setting.article, self.seen)

    def role(self, phrase: Span) -> Role | None:
        """Return the role that a phrase names, with whom it serves where the article tells that elsewhere."""
        role = read_role(phrase.of(self._text), self._setting.known, self._setting.on)
        if role is None or role.of is not None:
            return role
        of = self.possessors.of(phrase)
        return Role(role.text, role.noun, role.offices, of, role.is_former) if of else role

    def served(self, referent: Referent | None) -> Known | None:
        """Return the state or organisation that a person acts for; what is none is meant itself."""
        if isinstance(referent, Person):
            of = self.cast.serves(referent)
            return self._setting.known.get(of) if of else None
        return referent.known if referent else None

    def referents(self) -> Iterator[Referent]:
        """Yield the persons and things that are mentioned."""
        yield from (person for person in self.cast.persons if person.spans)
        yield from (thing for thing in self.things.things if thing.spans)

    # ---- persons

    def _parts(self, mention: Mention) -> tuple[Mention, ...]:
        """Return a name, or the person and the state where a title or "of" a state was taken into a person's name."""
        head = mention.head
        words = head.of(self._text)
        if mention.kind is EntityKind.PERSON or self._setting.known.lookup(words, self._setting.on):
            return (mention,)
        start = name_after_title(words)
        tail = re.search(r" of (?:the )?[A-Z][\w ]+$", words)
        end = tail.start() if tail and self._setting.known.lookup(words[tail.start() + 4 :], self._setting.on) else None
        if not start and not (end and len(words[:end].split()) > 1 and len(title_before(self._text, head, 0))):
            return (mention,)
        name = Span(head.start + start, head.start + (end or len(words)))
        state = Span(name.end + len(" of "), head.end) if end else None
        spans = [(name, EntityKind.PERSON), *([(state, EntityKind.COUNTRY)] if state else [])]
        return tuple(Mention(span, span, kind, mention.form, mention.sentence) for span, kind in spans)

    def _is_person(self, mention: Mention) -> bool:
        """
        Tell whether a name is a person's.

        One word alone is what the article makes of it: a surname of somebody named before, whatever the encoder saw;
        no person where the tables know a state or body of that name, or the encoder mostly saw something else.
        """
        name = mention.head.of(self._text)
        is_bare = len(name.split()) == 1 and mention.span == mention.head
        others = [
            one for one in self._setting.known.lookup(name, self._setting.on) if one.kind is not EntityKind.PERSON
        ]
        if is_bare and self.cast.of_surname(name):
            return not others or mention.kind is EntityKind.PERSON
        if mention.kind is not EntityKind.PERSON:
            is_voted = self._votes[fold(name), True] > 0 and not self._is_outvoted(name)
            return is_bare and not others and (is_voted or self._is_in_office(name))
        if called_before(self._text, mention.head) or self._setting.known.nearly(name):
            return False
        return not is_bare or not (others or self.things.same_named(name) or self._is_outvoted(name))

    def _is_in_office(self, name: str) -> bool:
        """Tell whether one leader of the day bears a surname, so that it is nobody else's and no town's."""
        if self._setting.on is None or len(name) < SHORT_NAME:
            return False
        leaders = self._setting.known.leaders_named(name, self._setting.on)
        held = [h.office for one in leaders for h in self._setting.known.offices(one.id, self._setting.on)]
        return len(leaders) == 1 and not set(LEADER_OFFICES).isdisjoint(held)

    def _is_outvoted(self, name: str) -> bool:
        """Tell whether the encoder saw a name as something else as often as it saw a person, and no leader bears it."""
        if self._setting.on and self._setting.known.leaders_named(name, self._setting.on):
            return False
        return self._votes[fold(name), False] >= self._votes[fold(name), True]

    def _person(self, mention: Mention) -> None:
        head = mention.head
        sentence = self._setting.article.sentence_at(head)
        low, high = (sentence.span.start, sentence.span.end) if sentence else (head.start, head.end)
        acronym = _ACRONYM.search(self._text[:low])
        low = acronym.start(1) if acronym else low
        title = self._without_place(title_before(self._text, head, low))
        beside = (apposition_before(self._text, title or head, low), apposition_after(self._text, head, high))
        phrases = [p for p in (title, *beside) if p and len(p) and not self._names_another(p)]
        roles = [role for phrase in phrases if (role := self.role(phrase))]
        roles = self._completed(roles, head, high) if len(title) else roles
        words = " ".join(phrase.of(self._text) for phrase in phrases)
        span = Span(min(mention.span.start, title.start), max(mention.span.end, head.end))
        person = self.cast.named(head.of(self._text), words, roles, span)
        self.link(mention, person)
        for phrase in (span, *(p for p in phrases if not DOES.match(p.of(self._text)))):
            self.links.setdefault(phrase, person)

    def _completed(self, roles: list[Role], name: Span, high: int) -> list[Role]:
        """Return roles with whom the words after the name say they are of: "Colonel Berg | of the Danish staff"."""
        complement = complement_after(self._text, name, high)
        if not roles or complement is None or roles[0].of or roles[0].noun in LOCAL:
            return roles
        first = complement.start + len(complement.of(self._text).split()[0]) + 2
        ends = (
            complement.start + found.end() for found in re.finditer(r"\w(?!\S)(?! [A-Z])", complement.of(self._text))
        )
        tried = (self.possessors.named(Span(first, end)) for end in ends if end > first)
        of = next((owner for owner in tried if owner), None)
        return [replace(roles[0], of=of), *roles[1:]] if of else roles

    def _without_place(self, title: Span) -> Span:
        """Return a title without the place before it where somebody speaks: "In Lima | General Berg"."""
        if not re.search(r"\b(?:[Ii]n|[Aa]t|[Ff]rom) $", self._text[max(0, title.start - 5) : title.start]):
            return title
        hits = self._setting.known.hits(title.of(self._text), self._setting.on)
        is_place = hits and not hits[0].span.start and any(s.known.kind is EntityKind.PLACE for s in hits[0].senses)
        return Span(min(title.start + hits[0].span.end + 1, title.end), title.end) if is_place else title

    def _names_another(self, phrase: Span) -> bool:
        """Tell whether another person's name stands in a phrase, so that it describes nobody else."""
        return any(head.overlaps(phrase) for head in self._person_heads)

    # ---- things

    def _name(self, mention: Mention) -> None:
        if self._is_person(mention):
            self._person(mention)
            return
        head = self._named_part(mention.head)
        thing = self._half(head)
        if thing is None and (self._is_point(head) or self._is_office(head)):
            return
        if thing := thing or self._owner(head):
            thing.spans.append(head)
        else:
            is_address = self._setting.article.zone_at(head.start) in _ADDRESSES
            thing = self.things.named(head, mention.kind, self._setting.tree(head), is_address)
        self.links[head] = thing
        self.link(mention, thing)

    def _is_office(self, name: Span) -> bool:
        """Link what looks like a name and is an office ("US Secretary of State") to its holder, if known who it is."""
        words = name.of(self._text)
        role = None if self._setting.known.lookup(words, self._setting.on) else self.role(name)
        if role is None or not (role.offices or fold(words).endswith(role.noun)):
            return False
        person = self.cast.by_role(role, name) if self._text[name.end : name.end + 2].strip().islower() else None
        if person is not None:
            person.spans.append(name)
            self.links[name] = person
        return True

    def _owner(self, name: Span) -> Thing | None:
        """Return whose ministry or government a name is: the owner before it, in it, or the only one it can have."""
        known, on = self._setting.known, self._setting.on
        senses = known.senses(name.of(self._text), on)
        if any(sense.use is not Use.ORGAN for sense in senses):
            return None
        for start in (*self._before(name), name.start):
            found = owners(self._text[start : name.end], known, on)
            if found and found[0].kind is not OrganKind.OFFICIALS and self._is_whole(found[0], self._text[start:]):
                return self.things.of_known(found[0].owner)
        owner = None if senses else self.bodies.owner(name)
        return self.things.of_known(owner) if owner else None

    def _is_whole(self, organ: Organ, words: str) -> bool:
        """Tell whether a name is that of a body from its first word on; no army is one that only ends so."""
        is_force = organ.kind is OrganKind.FORCES
        return not is_force or (organ.span.start == 0 and body(organ.span.of(words).split()[-1]) is not None)

    def _before(self, name: Span) -> Iterator[int]:
        """Yield where a name with its owner may begin: "Russia's | Foreign Ministry", "German | Foreign Office"."""
        low = max(0, name.start - 40)
        found = _OWNER_BEFORE.search(self._text[low : name.start])
        if found:
            yield low + found.start()

    def _named_part(self, span: Span) -> Span:
        """Return a name without a common noun at its end where what is left is known: "EU treaty" names the EU."""
        words = span.of(self._text)
        bare, _, tail = words.rpartition(" ")
        if tail not in _AFTER_NAMES or not bare:
            return span
        known, on = self._setting.known, self._setting.on
        is_known = not known.senses(words, on) and bool(known.senses(bare, on))
        return Span(span.start, span.start + len(bare)) if is_known else span

    def _is_point(self, span: Span) -> bool:
        """Tell whether a name is a point of the compass: "in the West of the country", "West African"."""
        after = self._text[span.end : span.end + 4]
        return span.of(self._text) in _POINTS and re.match(r" of\b| [A-Z]|-", after) is not None

    def _half(self, span: Span) -> Thing | None:
        """Return which half of a divided country "the North" or "the South" is, by the halves that the text names."""
        point = span.of(self._text).removeprefix("the ")
        if point not in _HALVES or self._is_point(span) or self._text[max(0, span.start - 4) : span.start] != "the ":
            return None
        known, on = self._setting.known, self._setting.on
        lands = {land for one in _HALVES for land in re.findall(rf"\b{one} ([A-Z][a-z]+)", self._text)}
        senses = (sense for land in sorted(lands) for sense in known.senses(f"{point} {land}", on))
        found = {sense.known for sense in senses if sense.known.kind is EntityKind.COUNTRY}
        return self.things.of_known(found.pop()) if len(found) == 1 else None

    # ---- parts of names

    def _short_names(self) -> None:
        """Link "the Canal" and "the League" after "the Suez Canal" and "the League of Nations"."""
        for thing in list(self.things.things):
            names = [span.of(self._text).split() for span in thing.spans]
            ends = [word for words in names if len(words) > 1 for word in (words[0], words[-1])]
            for word in dict.fromkeys(w for w in ends if len(w) >= SHORT_NAME and w[0].isupper() and w.isalpha()):
                for found in re.finditer(rf"\b[Tt]he ({word})\b(?![\w\u2019']* [A-Z]| of\b)", self._text):
                    self._short_name(Span(*found.span(1)), thing)

    def _short_name(self, span: Span, thing: Thing) -> None:
        meant = self._setting.known.lookup(span.of(self._text), self._setting.on)
        is_taken = any(link.overlaps(span) for link in self.links) or (bool(meant) and thing.known not in meant)
        sentence = self._setting.sentence(span)
        if span.start > min(thing.spans).start and not is_taken and sentence is not None:
            self.link(Mention(span, span, thing.kind, Mentioned.NAME, sentence), thing)
            thing.spans.append(span)


def in_order(setting: Setting, mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions in text order, those of captions, credits, comments and boilerplate after all others."""
    zone_at = setting.article.zone_at
    return sorted(mentions, key=lambda m: (zone_at(m.span.start).is_aside, m.span.start, -len(m.span)))

"""
Names in text order to persons and things, each mention linked; titles and appositions read on the way.

Body text comes before captions and comments, so that an aside never decides who is meant in the article. The links
are what every later question starts from: which spans stand for whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.annotate.mentions import Mention, Mentioned
from sayso.knowledge.known import Known
from sayso.knowledge.organs import OrganKind, owners
from sayso.knowledge.spelling import fold
from sayso.resolve.anaphora import Antecedents, Referent, Seen
from sayso.resolve.appositions import apposition_after, apposition_before, title_before
from sayso.resolve.cast import Cast, Person
from sayso.resolve.roles import Role, read_role
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
_OWNER_BEFORE: Final = re.compile(r"[\w.]+(?: [A-Z][\w.]+)*['\u2019]s? (?:own )?$")
# A phrase whose office is somebody's by a common noun: "the bloc's chief", "head of the alliance".
_GENERIC: Final = re.compile(
    r"(?:the )?(?:[\w.-]+ )*?([a-z]+)'s? (?:(?!of )[\w.-]+ ?)+"
    r"|(?:(?!of )[\w.'-]+ )*of (?:the |its |their )?(?:[\w.-]+ )*?([a-z]+)"
)
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
    """

    def __init__(self, setting: Setting, mentions: Sequence[Mention]) -> None:
        self._setting = setting
        self._text = setting.text
        self.cast = Cast(setting.known, setting.on)
        self.things = Things(setting.text, setting.known, setting.on)
        self.links: dict[Span, Referent] = {}
        self.seen: list[Seen] = []
        named = [m for m in in_order(setting, mentions) if m.form is Mentioned.NAME]
        self._person_heads = {m.head for m in named if m.kind is EntityKind.PERSON}
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
        of = self.whose(phrase)
        return Role(role.text, role.noun, role.offices, of, role.is_former) if of else role

    def whose(self, phrase: Span) -> Known | None:
        """Return whose office or organ a phrase names by other words: "the bloc's chief", "his defence minister"."""
        words = fold(phrase.of(self._text))
        pronoun = re.match(r"(?:the )?(his|her|its|their)\b", words)
        if pronoun:
            sentence = self._setting.sentence(phrase)
            found = self.antecedents().of(pronoun[1], phrase, sentence) if sentence is not None else None
            return self.served(found)
        generic = _GENERIC.fullmatch(words)
        thing = self.things.called(generic[1] or generic[2], phrase.start) if generic else None
        return thing.known if thing else None

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

    def _is_person(self, mention: Mention) -> bool:
        """Tell whether a name is a person's: one word that the tables know as a state or body is not, without more."""
        known, on = self._setting.known, self._setting.on
        if mention.kind is not EntityKind.PERSON:
            return False
        name = mention.head.of(self._text)
        if called_before(self._text, mention.head) or known.nearly(name):
            return False
        if len(name.split()) > 1 or mention.span != mention.head:
            return True
        others = [one for one in known.lookup(name, on) if one.kind is not EntityKind.PERSON]
        return not others or any(fold(name) in fold(person.name).split() for person in self.cast.persons)

    def _person(self, mention: Mention) -> None:
        head = mention.head
        sentence = self._setting.article.sentence_at(head)
        low, high = (sentence.span.start, sentence.span.end) if sentence else (head.start, head.end)
        title = title_before(self._text, head, low)
        beside = (apposition_before(self._text, head, low), apposition_after(self._text, head, high))
        phrases = [p for p in (title, *beside) if p and len(p) and not self._names_another(p)]
        roles = [role for phrase in phrases if (role := self.role(phrase))]
        words = " ".join(phrase.of(self._text) for phrase in phrases)
        span = Span(min(mention.span.start, title.start), max(mention.span.end, head.end))
        person = self.cast.named(head.of(self._text), words, roles, span)
        self.link(mention, person)
        for phrase in (span, *phrases):
            self.links.setdefault(phrase, person)

    def _names_another(self, phrase: Span) -> bool:
        """Tell whether another person's name stands in a phrase, so that it describes nobody else."""
        return any(head.overlaps(phrase) for head in self._person_heads)

    # ---- things

    def _name(self, mention: Mention) -> None:
        if self._is_person(mention):
            self._person(mention)
            return
        head = self._named_part(mention.head)
        if self._is_point(head):
            return
        if thing := self._owner(head):
            thing.spans.append(head)
        else:
            is_address = self._setting.article.zone_at(head.start) in _ADDRESSES
            thing = self.things.named(head, mention.kind, self._setting.tree(head), is_address)
        self.links[head] = thing
        self.link(mention, thing)

    def _owner(self, name: Span) -> Thing | None:
        """Return whose ministry or government a name is, by the name itself or the possessor before it."""
        known, on = self._setting.known, self._setting.on
        if known.lookup(name.of(self._text), on):
            return None
        before = _OWNER_BEFORE.search(self._text[max(0, name.start - 40) : name.start])
        whole = Span(name.start - len(before[0]), name.end) if before else name
        found = owners(whole.of(self._text), known, on)
        is_body = bool(found) and found[0].kind in (OrganKind.MINISTRY, OrganKind.GOVERNMENT)
        return self.things.of_known(found[0].owner) if is_body else None

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

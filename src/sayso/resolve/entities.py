"""
Mentions to entities: who is who in one article, under ids that are the same in every article.

Names come first (`names`), then the phrases that stand for somebody without one (`phrases`); pronouns are answered
when asked (`Resolved.entity_of`). A state's forces, ministries and seats count as the state (CONTRACT); a person who
speaks is the person. What a phrase stands for is an id or None, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.annotate.mentions import Mention
from sayso.annotate.syntax import Tree
from sayso.article.article import Article
from sayso.knowledge.knowledge import Knowledge
from sayso.resolve.anaphora import Referent
from sayso.resolve.bodies import Bodies
from sayso.resolve.cast import Person
from sayso.resolve.edtf import bounds
from sayso.resolve.names import Names
from sayso.resolve.phrases import Phrases
from sayso.resolve.setting import Setting
from sayso.resolve.things import Thing
from sayso.spans import Span, Spans
from sayso.terms import EntityKind

_PLACES = (EntityKind.PLACE, EntityKind.COUNTRY)


@dataclass(frozen=True, slots=True)
class ResolvedEntity:
    """
    Someone or something in one article under one id.

    Attributes:
        id: Wikidata QID where a table with a source gives one, else `local:` and a name-like key.
        kind: What it is.
        name: The fullest proper name known.
        mentions: In text order, pronouns left out.
        affiliation: Id of the state or organisation that a person acts for by this article or by the table of offices.
        role: The office as written, or None.
    """

    id: str
    kind: EntityKind
    name: str
    mentions: Spans
    affiliation: str | None = None
    role: str | None = None


class Resolved:
    """
    The entities of one article, and what any noun phrase of it stands for.

    Args:
        setting: The article with its surroundings.
        mentions: Names and nominals as annotated.
    """

    def __init__(self, setting: Setting, mentions: Sequence[Mention]) -> None:
        self.setting = setting
        self._names = Names(setting, mentions)
        self._phrases = Phrases(setting, self._names, mentions)

    @property
    def entities(self) -> tuple[ResolvedEntity, ...]:
        """The entities with their mentions, in the order of their first mention."""
        done: dict[str, ResolvedEntity] = {}
        for referent in sorted(self._names.referents(), key=lambda one: min(one.spans)):
            new = self._entity(referent)
            old = done.get(new.id)
            done[new.id] = _joined(old, new) if old else new
        return tuple(done.values())

    @property
    def links(self) -> Iterable[Span]:
        """The spans of which it is known what they stand for: names, their titles, phrases for persons and bodies."""
        return self._names.links.keys()

    def entity_of(self, span: Span) -> str | None:
        """Return the id of who or what a noun phrase stands for as a party, None where that is nobody known."""
        referent = self.referent_of(span)
        return referent.id if referent else None

    def referent_of(self, span: Span) -> Referent | None:
        """Return the person or thing that a noun phrase stands for, None where that is nobody known."""
        return self._phrases.referent_of(span)

    def place_of(self, span: Span) -> str | None:
        """Return the id of the place that a noun phrase names, a state too; None where it names none."""
        near = sorted(link for link in self._names.links if link in span or span in link)
        places = [(link, thing) for link in near if (thing := self._place(link))]
        last = [thing for link, thing in places if link.end == span.end] or [thing for _, thing in places]
        if last:
            return last[-1].id
        found = self.setting.known.lookup(span.of(self.setting.text), self.setting.on)
        return next((one.id for one in found if one.kind in _PLACES), None)

    def side_of(self, key: str) -> str | None:
        """Return the id of the state or organisation that a person acts for; None for all but persons."""
        person = self._names.cast.by_id(key)
        return self._names.cast.serves(person) if person else None

    @property
    def bodies(self) -> Bodies:
        """Whose the bodies of the article are, and who acts where."""
        return self._names.bodies

    def person_of(self, key: str) -> Person | None:
        """Return the person of an id as far as the article tells, None where nobody here has it."""
        return self._names.cast.by_id(key)

    def _place(self, link: Span) -> Thing | None:
        referent = self._names.links[link]
        return referent if isinstance(referent, Thing) and referent.kind in _PLACES else None

    def _entity(self, referent: Referent) -> ResolvedEntity:
        spans = _apart(referent.spans)
        name = referent.known.name if referent.known else referent.name
        if isinstance(referent, Thing):
            return ResolvedEntity(referent.id, referent.kind, name, spans)
        role = max((role.text.strip() for role in referent.roles), key=len, default=None)
        return ResolvedEntity(referent.id, EntityKind.PERSON, name, spans, self._names.cast.serves(referent), role)


def resolve_entities(
    article: Article, mentions: Sequence[Mention], trees: Sequence[Tree], known: Knowledge
) -> Resolved:
    """
    Return who and what an article's mentions stand for.

    Args:
        article: The article.
        mentions: Names and nominals as annotated; pronouns are ignored here.
        trees: Of as many sentences as there are.
        known: The tables.
    """
    low, high = bounds(article.published)
    return Resolved(Setting(article, {tree.sentence: tree for tree in trees}, known, high or low), mentions)


def _apart(spans: Iterable[Span]) -> Spans:
    """Return the mentions in text order, of two that overlap the longer."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (-len(s), s.start)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


def _joined(one: ResolvedEntity, other: ResolvedEntity) -> ResolvedEntity:
    """Return two entities of one id as one."""
    mentions = _apart((*one.mentions, *other.mentions))
    affiliation, role = one.affiliation or other.affiliation, one.role or other.role
    return ResolvedEntity(one.id, one.kind, one.name, mentions, affiliation, role)

"""
Mentions to entities: who is who in one article, under ids that are the same in every article.

Names come first, persons and things apart; then the phrases that name a role or a body ("the minister", "the
alliance"); pronouns are only answered when asked (`Resolved.entity_of`). A state's forces, ministries and seats count
as the state (CONTRACT); a person who speaks is the person. What a phrase stands for is an id or None, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.annotate.mentions import Mention, Mentioned
from sayso.annotate.syntax import Tree, Word
from sayso.article.article import Article
from sayso.knowledge.knowledge import Knowledge
from sayso.knowledge.known import Known
from sayso.knowledge.organs import OrganKind, owners
from sayso.knowledge.spelling import fold
from sayso.resolve.anaphora import PRONOUNS, Antecedents, Referent, Seen
from sayso.resolve.appositions import apposition_after, apposition_before, title_before
from sayso.resolve.cast import Cast, Person
from sayso.resolve.edtf import bounds
from sayso.resolve.roles import Role, read_role
from sayso.resolve.things import Thing, Things
from sayso.spans import Span, Spans
from sayso.terms import EntityKind

_GENERIC: Final = re.compile(r"\b([a-z]+)['\u2019]s?\s|\bof (?:the |its |their )?(?:[\w.-]+ )*?([a-z]+)$")


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
    return Resolved(article, mentions, {tree.sentence: tree for tree in trees}, known, high or low)


class Resolved:
    """
    The entities of one article, and what any noun phrase of it stands for.

    Attributes:
        on: The day for which names and offices are read, None where the publication date is open.
    """

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        trees: Mapping[int, Tree],
        known: Knowledge,
        on: date | None,
    ) -> None:
        self.on = on
        self._article = article
        self._text = article.text
        self._trees = trees
        self._known = known
        self._cast = Cast(known, on)
        self._things = Things(article.text, known, on)
        self._links: dict[Span, Referent] = {}
        self._seen: list[Seen] = []
        ordered = sorted(mentions, key=lambda m: (article.zone_at(m.span.start).is_aside, m.span.start))
        names = [m for m in ordered if m.form is Mentioned.NAME]
        self._persons_spans = {m.head for m in names if m.kind is EntityKind.PERSON}
        for mention in names:
            self._name(mention)
        self._antecedents = Antecedents(article, self._seen)
        for mention in ordered:
            if mention.form is Mentioned.NOMINAL:
                self._nominal(mention)
        self._antecedents = Antecedents(article, self._seen)

    # ---- what may be asked

    @property
    def entities(self) -> tuple[ResolvedEntity, ...]:
        """The entities with their mentions, in the order of their first mention."""
        done: dict[str, ResolvedEntity] = {}
        for referent in sorted(self._referents(), key=lambda one: min(one.spans)):
            new = self._entity(referent)
            old = done.get(new.id)
            done[new.id] = _joined(old, new) if old else new
        return tuple(done.values())

    def entity_of(self, span: Span) -> str | None:
        """Return the id of who or what a noun phrase stands for as a party, None where that is nobody known."""
        referent = self.referent_of(span)
        return referent.id if referent else None

    def place_of(self, span: Span) -> str | None:
        """Return the id of the place that a noun phrase names, a state too; None where it names none."""
        inside = [link for link in self._links if link in span or span in link]
        places = [s for s in sorted(inside) if isinstance(self._links[s], Thing) and self._is_place(self._links[s])]
        exact = [link for link in places if link.end == span.end]
        chosen = (exact or places)[-1:]
        return self._links[chosen[0]].id if chosen else self._known_place(span)

    def referent_of(self, span: Span) -> Referent | None:
        """Return the person or thing that a noun phrase stands for, None where that is nobody known."""
        if span in self._links:
            return self._links[span]
        words = fold(span.of(self._text)).split()
        tree = self._tree(span)
        if len(words) == 1 and words[0] in PRONOUNS:
            sentence = self._sentence(span)
            return None if sentence is None else self._antecedents.of(words[0], span, sentence)
        head = tree.head_of(span) if tree else None
        if head and head.text.lower() in ("who", "which", "that") and tree:
            return self._relative(tree, head)
        return self._by_head(span, head) or self._organ(span, head) or self._called(span, head)

    def person(self, referent_id: str) -> ResolvedEntity | None:
        """Return the entity of an id among those of the article, None where it has no mention."""
        return next((one for one in self.entities if one.id == referent_id), None)

    # ---- names

    def _name(self, mention: Mention) -> None:
        if self._is_person(mention):
            self._person(mention)
            return
        thing = self._things.named(mention.head, mention.kind, self._tree(mention.head))
        self._link(mention, thing)

    def _is_person(self, mention: Mention) -> bool:
        """Tell whether a name is a person's: one word that the tables know as a state or body is not, without more."""
        if mention.kind is not EntityKind.PERSON:
            return False
        name = mention.head.of(self._text)
        if len(name.split()) > 1 or mention.span != mention.head:
            return True
        others = [k for k in self._known.lookup(name, self.on) if k.kind is not EntityKind.PERSON]
        return not others or any(fold(name) in fold(p.name).split() for p in self._cast.persons)

    def _person(self, mention: Mention) -> None:
        head = mention.head
        sentence = self._article.sentence_at(head)
        low, high = (sentence.span.start, sentence.span.end) if sentence else (head.start, head.end)
        title = title_before(self._text, head, low)
        beside = [apposition_before(self._text, head, low), apposition_after(self._text, head, high)]
        phrases = [phrase for phrase in (title, *beside) if phrase and not self._names_another(phrase)]
        roles = [role for phrase in phrases if (role := self._role(phrase))]
        words = " ".join(phrase.of(self._text) for phrase in phrases)
        span = mention.span if mention.span != head or not len(title) else Span(title.start, head.end)
        person = self._cast.named(head.of(self._text), words, roles[0] if roles else None, span)
        for role in roles[1:]:
            person.roles.append(role)
        self._link(mention, person)
        self._links.setdefault(span, person)

    def _names_another(self, phrase: Span) -> bool:
        """Tell whether another person's name stands in a phrase, so that it describes nobody else."""
        return any(span.overlaps(phrase) for span in self._persons_spans)

    def _role(self, phrase: Span) -> Role | None:
        role = read_role(phrase.of(self._text), self._known, self.on)
        if role is None or role.of is not None:
            return role
        of = self._whose(phrase)
        return Role(role.text, role.noun, role.offices, of, role.is_former) if of else role

    def _whose(self, phrase: Span) -> Known | None:
        """Return whose office a phrase names by other words: "the bloc's chief", "his defence minister"."""
        words = phrase.of(self._text)
        pronoun = re.match(r"(?:the )?(his|her|its|their)\b", words, re.IGNORECASE)
        if pronoun:
            sentence = self._sentence(phrase)
            found = self._antecedents_now().of(pronoun[1].lower(), phrase, sentence) if sentence is not None else None
            return self._served(found)
        generic = _GENERIC.search(fold(words))
        thing = self._things.called(generic[1] or generic[2], phrase.start) if generic else None
        return thing.known if thing else None

    def _served(self, referent: Referent | None) -> Known | None:
        """Return the state or organisation that somebody acts for, a thing itself."""
        if isinstance(referent, Person):
            of = self._cast.serves(referent)
            return self._known.get(of) if of else None
        return referent.known if referent else None

    def _antecedents_now(self) -> Antecedents:
        return Antecedents(self._article, self._seen)

    def _link(self, mention: Mention, referent: Referent) -> None:
        self._links[mention.span] = referent
        self._links[mention.head] = referent
        self._seen.append(Seen(mention.head, referent, mention.sentence, self._is_subject(mention.head)))

    def _is_subject(self, span: Span) -> bool:
        tree = self._tree(span)
        head = tree.head_of(span) if tree else None
        while tree and head and head.relation in ("flat", "appos", "compound") and (above := tree.parent(head)):
            head = above
        return head is not None and head.relation == "nsubj"

    # ---- phrases without a name

    def _nominal(self, mention: Mention) -> None:
        """Link a phrase for a person in a role, a body or a state, where it is known who is meant."""
        if any(span.overlaps(mention.head) for span in self._links):
            return
        referent = self._described(mention.span, mention.head)
        if referent is None:
            return
        if isinstance(referent, Person):
            self._cast.attach(referent, "", None, mention.span)
        else:
            referent.spans.append(mention.span)
        self._link(mention, referent)

    def _described(self, span: Span, head: Span) -> Referent | None:
        noun = fold(head.of(self._text))
        role = self._role(span)
        if role is not None:
            return self._cast.by_role(role, span)
        organs = [
            one for one in owners(span.of(self._text), self._known, self.on) if one.kind is not OrganKind.OFFICIALS
        ]
        if organs:
            return self._things.of_known(organs[0].owner)
        return self._things.called(noun, span.start)

    def _by_head(self, span: Span, head: Word | None) -> Referent | None:
        """Return what a phrase stands for by the name at its head, or by the only name that ends it."""
        inside = [link for link in self._links if link in span]
        if head is not None:
            fits = [link for link in inside if head.span in link]
            if fits:
                return self._links[max(fits, key=len)]
            if self._is_flat(span, head, inside):
                return self._links[inside[-1]]
            return None
        ends = [link for link in inside if link.end == span.end]
        return self._links[max(ends, key=len)] if ends else None

    def _is_flat(self, span: Span, head: Word, inside: Sequence[Span]) -> bool:
        """Tell whether a phrase is a common noun with one name in apposition: "the broadcaster NRK"."""
        tree = self._tree(span)
        if tree is None or len({self._links[link] for link in inside}) != 1:
            return False
        tied = {w.index for w in tree.children(head, "appos", "flat", "compound")}
        named = tree.head_of(inside[-1])
        return named is not None and named.index in tied and inside[-1].start > head.span.start

    def _organ(self, span: Span, head: Word | None) -> Referent | None:
        """Return the owner of an organ: "Russian forces", "its troops"."""
        phrase = Span(span.start, head.span.end) if head and head.span.end > span.start else span
        for words in (span, phrase):
            found = owners(words.of(self._text), self._known, self.on)
            if found:
                return self._things.of_known(found[0].owner)
        possessor = re.match(r"(?:the )?(his|her|its|their)\s", phrase.of(self._text), re.IGNORECASE)
        if possessor and owners(f"Russian {fold(phrase.of(self._text))[possessor.end() :]}", self._known):
            whose = self._whose(phrase)
            return self._things.of_known(whose) if whose else None
        return None

    def _called(self, span: Span, head: Word | None) -> Referent | None:
        """Return what a definite phrase without a name stands for: "the alliance", "the Russian foreign minister"."""
        words = span.of(self._text)
        if not re.match(r"(?:the|this|that|his|her|its|their)\b|[\w.\u2019']+['\u2019]s\b", words, re.IGNORECASE):
            return None
        end = head.span if head else Span(max(span.start, span.end - len(words.split()[-1])), span.end)
        bare = (
            Span(span.start + 4, max(end.end, span.start + 4))
            if words.lower().startswith("the ")
            else Span(span.start, end.end)
        )
        return self._described(bare, end)

    def _relative(self, tree: Tree, pronoun: Word) -> Referent | None:
        """Return what "who" or "which" stands for: what its clause hangs on."""
        clause = next((w for w in (pronoun, *tree.ancestors(pronoun)) if w.deprel in ("acl:relcl", "acl")), None)
        above = tree.parent(clause) if clause else None
        if above is None:
            return None
        inside = tree.subtree(above, ("acl", "punct", "conj", "cc"))
        return self.referent_of(Span(inside[0].span.start, inside[-1].span.end))

    # ---- small questions

    def _referents(self) -> Iterator[Referent]:
        yield from (person for person in self._cast.persons if person.spans)
        yield from (thing for thing in self._things.things if thing.spans)

    def _entity(self, referent: Referent) -> ResolvedEntity:
        spans = _apart(referent.spans)
        if isinstance(referent, Thing):
            name = referent.known.name if referent.known else referent.name
            return ResolvedEntity(referent.id, referent.kind, name, spans)
        name = referent.known.name if referent.known else referent.name
        roles = [role.text.strip() for role in referent.roles]
        role = max(roles, key=len) if roles else None
        return ResolvedEntity(referent.id, EntityKind.PERSON, name, spans, self._cast.serves(referent), role)

    def _is_place(self, referent: Referent) -> bool:
        return isinstance(referent, Thing) and referent.kind in (EntityKind.PLACE, EntityKind.COUNTRY)

    def _known_place(self, span: Span) -> str | None:
        found = [k for k in self._known.lookup(span.of(self._text), self.on)]
        places = [one for one in found if one.kind in (EntityKind.PLACE, EntityKind.COUNTRY)]
        return places[0].id if places else None

    def _tree(self, span: Span) -> Tree | None:
        sentence = self._sentence(span)
        return None if sentence is None else self._trees.get(sentence)

    def _sentence(self, span: Span) -> int | None:
        found = self._article.sentence_at(span)
        return None if found is None else self._article.sentences.index(found)


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
    role = one.role or other.role
    return ResolvedEntity(one.id, one.kind, one.name, mentions, one.affiliation or other.affiliation, role)

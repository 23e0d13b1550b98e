"""
Attributions to who is meant: the source of each, to whom it was said, and the outlets that carried it.

A source may be a name, a title, a pronoun, a metonym. Somebody without a name ("a senior official") gets an entity of
this article alone, so that the statement has a source and nobody is named who was not. What speaks without being
anybody (a letter, a draft) has no source. "We" in a quotation is the speaker's side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.annotate.attributions import Attribution
from sayso.annotate.syntax import Tree, Word
from sayso.article.article import Article
from sayso.knowledge.knowledge import Knowledge
from sayso.knowledge.organs import OrganKind, owners
from sayso.knowledge.spelling import fold
from sayso.resolve.anaphora import HE, PRONOUNS, SHE, Referent
from sayso.resolve.cast import Person
from sayso.resolve.entities import Resolved, ResolvedEntity
from sayso.resolve.roles import NOUNS, read_role
from sayso.resolve.things import Thing
from sayso.spans import Span, Spans, cover
from sayso.terms import EntityKind

_WE: Final = frozenset("we us our ours ourselves".split())
_I: Final = frozenset("i me my mine myself".split())
# Sentences over which a speaker is still meant by "he" or "she" though others were named in between.
_STILL_SPEAKS: Final = 4

# Nouns of what is written or shown: it has an author, perhaps, and is nobody.
_DOCUMENTS: Final = frozenset(
    """
    statement communique letter note declaration message report draft resolution treaty article charter law constitution
    document text poll survey study data figures statistics rumor rumour rumors rumours book memo cable agreement accord
    deal order decree ruling judgment verdict plan proposal map photograph video footage image images evidence intelligence
    leaflet pamphlet advertisement sign banner post tweet commentary editorial speech broadcast reports
    """.split()
)
_PEOPLE: Final = frozenset(
    """
    source sources officer officers resident residents witness witnesses observer observers analyst analysts expert
    experts reporter reporters journalists students villagers people person man woman men women soldier soldiers refugee
    refugees survivor survivors protester protesters activist activists critics rebels militants insurgents separatists
    lawmakers politicians colleagues aides insider insiders relatives workers doctors medics historians scientists
    veteran veterans fighters guerrillas troops crew pilots passengers diplomats officials lawyer lawyers neighbor
    neighbour neighbors neighbours owner owners trader traders opposition supporters opponents allies
    """.split()
)
_TELLS: Final = frozenset(
    """
    tell warn ask urge inform assure remind advise notify brief order instruct implore beg exhort press reassure caution
    beseech invite command convince persuade lecture
    """.split()
)
_SAYS_TO: Final = frozenset(
    "say write speak appeal complain explain report confirm admit announce suggest propose".split()
)
_CALLS_ON: Final = frozenset("call prevail".split())

_CARRIES: Final = re.compile(
    r"\b(?:according to|quoted by|cited by|(?:as )?reported by|carried by|monitored by|broadcast (?:by|on)|published (?:by|in)"
    r"|interview(?:ed)? (?:with|by|to|on|in)|told|speaking (?:to|on)|remarks (?:to|carried by)|wrote in|writing in|comments to"
    r"|in an article (?:in|for)|on|via|to|citing|quoting)\s+(?:[\w.\u2019'-]+ ){0,5}$"
)
_REPORTS: Final = re.compile(
    r"^(?:,? (?:reported|reports|quoted|quotes|cited|cites|said|says|wrote|carried|published|broadcast|news agency|agency|also))\b"
)


@dataclass(frozen=True, slots=True)
class _Saying:
    """Who said what is in some spans."""

    content: Spans
    speaker: str | None


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
        self._article = article
        self._text = article.text
        self._trees = {tree.sentence: tree for tree in trees}
        self._resolved = resolved
        self._known = known
        self._sayings: list[_Saying] = []
        self._speakers: list[tuple[int, Person]] = []
        self._unnamed: dict[str, tuple[str, ResolvedEntity]] = {}

    @property
    def entities(self) -> tuple[ResolvedEntity, ...]:
        """The article's entities, and after them the sources without a name."""
        return (*self._resolved.entities, *(entity for _, entity in self._unnamed.values()))

    def source(self, attribution: Attribution) -> str | None:
        """Return the id of who is said to have said it, None where the text does not say or it is nobody."""
        found = self._source(attribution)
        self._sayings.append(_Saying(attribution.content, found))
        return found

    def addressees(self, attribution: Attribution) -> tuple[str, ...]:
        """Return the ids of those to whom it was said, in text order."""
        tree = self._tree(attribution.cue)
        if not attribution.cue or tree is None:
            return ()
        found: list[str] = []
        for word in _addressed(tree, _verb(tree, attribution.cue)):
            for one in (word, *tree.children(word, "conj")):
                span = _phrase(tree, one)
                key = None if _within(span, attribution.source) else self.entity_of(span)
                if key and key not in found:
                    found.append(key)
        return tuple(found)

    def via(self, attribution: Attribution) -> tuple[str, ...]:
        """Return the ids of the outlets that carried it before this one, the nearest to the cue first."""
        around = self._around(attribution)
        at = cover(attribution.cue or attribution.source or attribution.content)
        source = self._source_id(attribution)
        found: list[tuple[int, str]] = []
        for entity in self._resolved.entities:
            if entity.kind is not EntityKind.OUTLET or entity.id == source:
                continue
            for span in entity.mentions:
                if span in around and not _within(span, attribution.content) and self._carries(span, around):
                    found.append((min(abs(span.start - at.end), abs(at.start - span.end)), entity.id))
        return tuple(dict.fromkeys(key for _, key in sorted(found)))

    def entity_of(self, span: Span) -> str | None:
        """Return what a noun phrase stands for as a party; "I" and "we" in a quotation are the speaker and its side."""
        word = fold(span.of(self._text)).strip()
        if word in _I | _WE:
            speaker = self._speaker_at(span)
            return self._side(speaker) if word in _WE else speaker
        possessive = re.match(r"(our|my)\s", word)
        if possessive:
            speaker = self._side(self._speaker_at(span))
            return speaker if owners(f"Russian {word[possessive.end() :]}", self._known) else None
        return self._resolved.entity_of(span)

    # ---- sources

    def _source(self, attribution: Attribution) -> str | None:
        if not attribution.source:
            return None
        span = cover(attribution.source[:1])
        word = fold(span.of(self._text)).strip()
        if word in _I | _WE:
            speaker = self._speaker_at(span)
            return self._side(speaker) if word in _WE else speaker
        referent = self._pronoun(word, span) if word in PRONOUNS else self._speaking(span)
        if isinstance(referent, Person):
            self._speakers.append((span.start, referent))
        if referent is not None:
            return referent.id
        return None if word in PRONOUNS else self._nobody_known(span)

    def _source_id(self, attribution: Attribution) -> str | None:
        return next((s.speaker for s in self._sayings if s.content == attribution.content), None)

    def _pronoun(self, word: str, span: Span) -> Referent | None:
        """Return who a pronoun that says something stands for: the last speaker, unless another came between."""
        found = self._resolved.referent_of(span)
        if word not in HE | SHE or not self._speakers:
            return found
        at, speaker = max(
            (row for row in self._speakers if row[0] < span.start), default=(0, None), key=lambda row: row[0]
        )
        if speaker is None or (speaker.is_woman is not None and speaker.is_woman != (word in SHE)):
            return found
        if isinstance(found, Person) and found is not speaker and (found.last_before(span.start) or 0) > at:
            return found
        return speaker if self._sentences_between(at, span.start) <= _STILL_SPEAKS else found

    def _sentences_between(self, low: int, high: int) -> int:
        return sum(low < sentence.span.start <= high for sentence in self._article.sentences)

    def _speaking(self, span: Span) -> Referent | None:
        """Return who a source's words name: by the head of the phrase, else the one name that the phrase is about."""
        officials = owners(span.of(self._text), self._known, self._resolved.on)
        if any(one.kind is OrganKind.OFFICIALS for one in officials):
            return None
        found = self._resolved.referent_of(span)
        if found is not None and not (isinstance(found, Thing) and self._is_indefinite(span)):
            return found
        return self._only_name(span)

    def _only_name(self, span: Span) -> Referent | None:
        """Return the person or outlet named in a phrase, where no other is and no preposition makes it a side issue."""
        named = [
            (mention, entity)
            for entity in self._resolved.entities
            for mention in entity.mentions
            if mention in span and entity.kind in (EntityKind.PERSON, EntityKind.OUTLET)
        ]
        own = [mention for mention, _ in named if not self._is_aside(mention, span)]
        return self._resolved.referent_of(own[0]) if len(own) == 1 else None

    def _is_aside(self, mention: Span, span: Span) -> bool:
        before = fold(self._text[span.start : mention.start])
        after = self._text[mention.end : mention.end + 2]
        return bool(re.search(r"\b(?:of|for|to|by|with|from|in|at|near)(?: the)? $", before)) or after[:1] in (
            "'",
            "\u2019",
        )

    def _is_indefinite(self, span: Span) -> bool:
        words = fold(span.of(self._text)).split()
        return bool(words) and words[0] in ("a", "an", "one", "some", "another", "unnamed", "several", "many", "two")

    def _nobody_known(self, span: Span) -> str | None:
        """Return an entity for somebody without a name; None for what is nobody (a letter, "reports")."""
        head = self._head(span)
        if head is None or head in _DOCUMENTS:
            return self._author(span) if head else None
        if head not in NOUNS | _PEOPLE and head.removesuffix("s") not in NOUNS:
            return None
        words = span.of(self._text)
        if re.match(r"(?:the|that|this)\b", words, re.IGNORECASE):
            same = [entity for noun, entity in self._unnamed.values() if noun == head]
            if same:
                return same[-1].id
        is_one = head in NOUNS or (
            head in _PEOPLE and head.rstrip("s") == head and head not in ("people", "opposition")
        )
        kind = EntityKind.PERSON if is_one else EntityKind.GROUP
        role = read_role(words, self._known, self._resolved.on)
        of = (
            role.of.id
            if role and role.of
            else next((o.owner.id for o in owners(words, self._known, self._resolved.on)), None)
        )
        key = f"local:{kind.value}/unnamed-{self._article.id}-{span.start}"
        name = re.sub(r"^(?:an?|the|one|some)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
        self._unnamed[key] = (head, ResolvedEntity(key, kind, name, (span,), of, name if is_one else None))
        return key

    def _author(self, span: Span) -> str | None:
        """Return whose a document is: "the ministry's statement", "a statement by the Kremlin"; None where none says."""
        words = span.of(self._text)
        by = re.search(r"\b(?:by|from|of) (?=\S)", words)
        if by:
            return self._resolved.entity_of(Span(span.start + by.end(), span.end))
        owner = re.match(r"([\w.\u2019' -]+?)['\u2019]s?\s", words)
        return self._resolved.entity_of(Span(span.start, span.start + owner.end(1))) if owner else None

    def _head(self, span: Span) -> str | None:
        """Return the head noun of a phrase, lower case, by the tree or else the last word before a preposition."""
        tree = self._tree((span,))
        head = tree.head_of(span) if tree else None
        if head is not None and head.upos in ("NOUN", "PROPN", "ADJ"):
            return fold(head.text)
        words = re.findall(
            r"[\w'-]+", re.split(r"\b(?:of|in|at|for|from|with|who|close|to|on)\b", fold(span.of(self._text)))[0]
        )
        return words[-1] if words else None

    # ---- those who are spoken to, and quotations

    def _speaker_at(self, span: Span) -> str | None:
        """Return who says the innermost content that holds a span, of those asked for so far."""
        held = [s for s in self._sayings if _within(span, s.content)]
        return min(held, key=lambda s: sum(map(len, s.content))).speaker if held else None

    def _side(self, speaker: str | None) -> str | None:
        """Return the state or organisation that a speaker acts for, the speaker where none is known."""
        entity = self._resolved.person(speaker) if speaker else None
        if entity is None and speaker in self._unnamed:
            entity = self._unnamed[speaker][1]
        return (entity.affiliation or speaker) if entity else speaker

    def _around(self, attribution: Attribution) -> Span:
        """Return the sentences that an attribution's cue, source and first content stand in."""
        parts = [*(attribution.cue or ()), *(attribution.source or ()), attribution.content[0], attribution.content[-1]]
        whole = cover(attribution.cue or attribution.source or parts)
        held = [s.span for s in self._article.sentences if s.span.overlaps(whole)]
        return cover([*held, whole])

    def _carries(self, outlet: Span, around: Span) -> bool:
        """Tell whether the words beside an outlet say that it carried what was said."""
        before = fold(self._text[around.start : outlet.start])
        after = fold(self._text[outlet.end : around.end])
        return bool(_CARRIES.search(before) or _REPORTS.match(after))

    def _tree(self, spans: Spans | None) -> Tree | None:
        sentence = self._article.sentence_at(cover(spans)) if spans else None
        return None if sentence is None else self._trees.get(self._article.sentences.index(sentence))


def _within(span: Span, spans: Spans | None) -> bool:
    return any(span.overlaps(one) for one in spans or ())


def _verb(tree: Tree, cue: Spans) -> Word | None:
    """Return the verb of a cue: its last that is no auxiliary."""
    words = [word for span in cue for word in tree.words_in(span)]
    return next((word for word in reversed(words) if word.upos == "VERB"), None)


def _addressed(tree: Tree, verb: Word | None) -> tuple[Word, ...]:
    """Return the words for those whom a verb of saying is directed at."""
    if verb is None:
        return ()
    if verb.lemma in _TELLS:
        objects = tree.children(verb, "iobj") or tree.children(verb, "obj")
        passive = tuple(w for w in tree.children(verb, "nsubj") if w.deprel == "nsubj:pass")
        return objects or passive
    wanted = {"on", "upon"} if verb.lemma in _CALLS_ON else {"to"} if verb.lemma in _SAYS_TO else set()
    return tuple(
        word for word in tree.children(verb, "obl") if {case.lemma for case in tree.children(word, "case")} & wanted
    )


def _phrase(tree: Tree, word: Word) -> Span:
    """Return a noun phrase by its head, without what is joined to it and without clauses."""
    words = tree.subtree(word, ("conj", "cc", "acl", "case", "punct", "parataxis"))
    return Span(words[0].span.start, words[-1].span.end)

"""
Numbers to mentions: people, organisations, states, places and groups as they are written, not yet who they are.

Names come from the encoder's tags and from the tables of `sayso.knowledge`; where both speak, the longer span counts
and the tables say what it is. Common nouns that refer ("the minister", "the alliance") come from the trees. An
adjective ("Russian forces") is no mention of the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sayso.annotate.phrases import is_title_case
from sayso.annotate.syntax import Tree, Word
from sayso.annotate.timewords import MONTHS, WEEKDAYS
from sayso.article.article import Article
from sayso.encode.encoder import Encoder
from sayso.encode.heads import MENTION
from sayso.encode.streams import Stream
from sayso.encode.tags import best_path, stretches
from sayso.knowledge.knowledge import Knowledge
from sayso.knowledge.known import Hit, Use
from sayso.spans import Span
from sayso.terms import EntityKind


class Mentioned(StrEnum):
    """How a mention refers (ACE): by name, by a common noun, or by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """
    A span that refers to an entity.

    Attributes:
        span: The whole phrase of a name with its title ("Foreign Minister Sergey Lavrov"), without a leading "the".
        head: The name or head noun inside it ("Sergey Lavrov", "minister").
        kind: What the words look like; resolution may know better.
        form: Name, nominal or pronoun.
        sentence: Index of the sentence in `Article.sentences`.
    """

    span: Span
    head: Span
    kind: EntityKind
    form: Mentioned
    sentence: int


TAGGED: Final[Mapping[str, EntityKind]] = {
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "LOC": EntityKind.PLACE,
    "NORP": EntityKind.GROUP,
}

PERSONS: Final = frozenset(
    """
    minister president premier chancellor secretary secretary-general chief head leader spokesman spokeswoman
    spokesperson ambassador envoy representative diplomat general commander admiral colonel marshal king queen prince
    emir sultan ayatollah pope chairman chairwoman chair director governor mayor senator congressman lawmaker deputy
    adviser aide official negotiator mediator inspector analyst expert historian dictator ruler rebel captain
    """.split()
)
"""Nouns for somebody in an office or role, who may be meant without a name."""

BODIES: Final = frozenset(
    """
    government ministry alliance bloc union council parliament senate congress cabinet administration army navy military
    regime junta kremlin court agency organization organisation group party coalition command commission assembly
    embassy force forces side delegation
    """.split()
)
"""Nouns for a body that may be meant without its name."""

COUNTRIES: Final = frozenset("country nation state republic kingdom island".split())
"""Nouns for a state that may be meant without its name."""

TITLES: Final = PERSONS | frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir lord lady gen gen. col col. maj maj. lt lt. adm adm. capt capt. sgt sgt. sen "
    "sen. rep rep. gov gov. prof prof. sheikh archbishop bishop cardinal judge nominee vice deputy prime foreign "
    "defense defence interior finance".split()
)
"""Words that make what stands before a person's name a title."""


def mentions(
    article: Article,
    streams: Sequence[Stream],
    trees: Mapping[int, Tree],
    encoder: Encoder,
    known: Knowledge,
    on: date | None,
) -> list[Mention]:
    """
    Return the mentions of an article in text order; none overlap but a name inside a longer nominal.

    Args:
        article: For its text and sentences.
        streams: Its encoded streams.
        trees: By sentence.
        encoder: For the transitions of the tag head.
        known: The tables.
        on: Date for names that changed hands, usually of publication.
    """
    tagged = {span: kind for stream in streams for span, kind in _tagged(stream, encoder)}
    hits = known.hits(article.text, on)
    names = _names(tagged, hits, trees, article)
    whole = _whole_names(names, trees, article)
    found = [_named(article, trees, span, kind) for span, kind in sorted(whole.items())]
    named = [m for m in found if m is not None]
    taken = [m.span for m in named]
    for tree in trees.values():
        named += [m for m in _nominals(tree) if not any(m.head.overlaps(span) for span in taken)]
    return sorted(named, key=lambda m: (m.span.start, m.span.end))


def _tagged(stream: Stream, encoder: Encoder) -> Iterator[tuple[Span, EntityKind]]:
    encoded = stream.encoded
    spans = [span for line in encoded.lines for span in line.spans]
    tags = best_path(encoded.labels["mention"], encoder.transitions("mention"))
    for first, last in zip(encoded.starts, encoded.starts[1:], strict=False):
        for one in stretches(tags[first:last], MENTION):
            kind = TAGGED.get(one.label)
            if kind is not None:
                yield Span(spans[first + one.first].start, spans[first + one.last - 1].end), kind


def _names(
    tagged: Mapping[Span, EntityKind], hits: Sequence[Hit], trees: Mapping[int, Tree], article: Article
) -> dict[Span, EntityKind]:
    """Join the encoder's names with those of the tables."""
    found = dict(tagged)
    for hit in hits:
        uses = {sense.use for sense in hit.senses}
        over = [span for span in found if span.overlaps(hit.span)]
        if uses <= {Use.ADJECTIVE}:
            for span in over:
                if span in hit.span:
                    del found[span]
            continue
        longer = next((span for span in over if hit.span in span and hit.span != span), None)
        if longer is not None:
            person = _office_holder(article.text, hit.span, longer)
            if person is not None:
                del found[longer]
                found[person] = EntityKind.PERSON
                found[hit.span] = hit.senses[0].known.kind
            continue
        for span in over:
            del found[span]
        found[hit.span] = EntityKind.GROUP if uses == {Use.PEOPLE} else hit.senses[0].known.kind
    return {
        span: kind
        for span, kind in found.items()
        if kind is not EntityKind.GROUP or not _is_adjective(article, trees, span)
    }


def _whole_names(
    names: Mapping[Span, EntityKind], trees: Mapping[int, Tree], article: Article
) -> dict[Span, EntityKind]:
    """Take in the last name that a tagger left off behind a person's single one: `Hussein` of `Hussein Aideed`."""
    found = dict(names)
    for span, kind in names.items():
        tree = _tree_at(article, trees, span)
        if kind is not EntityKind.PERSON or " " in span.of(article.text) or tree is None:
            continue
        after = next((w for w in tree.words if w.span.start == span.end + 1), None)
        if after is None or article.text[span.end] != " " or any(after.span.overlaps(other) for other in names):
            continue
        if is_title_case(tree) or after.text.lower() in WEEKDAYS or after.text.lower() in MONTHS:
            continue
        if after.text.isalpha() and after.text[0].isupper() and not after.text.isupper():
            del found[span]
            found[Span(span.start, after.span.end)] = kind
    return found


_OFFICE: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(PERSONS))})(?: general)?(?: designate| nominee)? (?:to|of|for|at) (?:the )?$",
    re.IGNORECASE,
)


def _office_holder(text: str, body: Span, whole: Span) -> Span | None:
    """
    Return the name behind a body's in a tagged stretch that took both for one ("Ambassador to [the United Nations Anna
    Berg]"), None where the stretch is one name ("the United Nations Security Council").
    """
    rest = text[body.end : whole.end].strip()
    if body.start != whole.start or not _OFFICE.search(text[max(0, body.start - 60) : body.start]):
        return None
    if not re.fullmatch(r"[A-Z][\w.'’-]+(?: [\w.'’-]+)* ?[A-Z][\w'’-]+", rest):
        return None
    return Span(whole.end - len(rest), whole.end)


def _is_adjective(article: Article, trees: Mapping[int, Tree], span: Span) -> bool:
    tree = _tree_at(article, trees, span)
    head = tree.head_of(span) if tree else None
    return head is not None and (head.upos == "ADJ" or head.relation in ("amod", "compound"))


def _tree_at(article: Article, trees: Mapping[int, Tree], span: Span) -> Tree | None:
    sentence = article.sentence_at(span)
    return None if sentence is None else trees.get(article.sentences.index(sentence))


def _named(article: Article, trees: Mapping[int, Tree], span: Span, kind: EntityKind) -> Mention | None:
    """Make a mention of a name, with the title before a person's; None for a name that crosses a sentence's end."""
    tree = _tree_at(article, trees, span)
    if tree is None:
        return None
    whole = _with_title(article.text, tree, span) if kind is EntityKind.PERSON else span
    return Mention(whole, span, kind, Mentioned.NAME, tree.sentence)


def _with_title(text: str, tree: Tree, span: Span) -> Span:
    """Take in the words before a person's name where they are a title: "Foreign Minister", "U.S. Ambassador"."""
    words = [word for word in tree.words if word.span.end <= span.start]
    start, titled = span.start, False
    for word in reversed(words):
        if text[word.span.end : start].strip(" \u00a0"):
            break
        low = word.text.lower()
        if low in TITLES:
            titled = True
        elif word.upos not in ("PROPN", "ADJ", "NOUN") or not (word.text[0].isupper() or low in TITLES):
            break
        start = word.span.start
    return Span(start, span.end) if titled else span


def _nominals(tree: Tree) -> Iterator[Mention]:
    """Yield definite phrases headed by a noun for a role, a body or a state."""
    for word in tree.words:
        if word.upos not in ("NOUN", "PROPN"):
            continue
        kind = _kind_of(word)
        if kind is None or not _is_definite(tree, word):
            continue
        inside = [
            w
            for w in tree.subtree(word, ("acl", "appos", "punct", "conj", "cc", "nmod", "parataxis"))
            if w.deprel != "det"
        ]
        run = [w for w in inside if w.index <= word.index]
        start = run[0].span.start if run else word.span.start
        yield Mention(Span(start, word.span.end), word.span, kind, Mentioned.NOMINAL, tree.sentence)


def _kind_of(word: Word) -> EntityKind | None:
    if word.lemma in PERSONS and word.text.lower() == word.lemma:
        return EntityKind.PERSON
    if word.lemma in BODIES:
        return EntityKind.ORGANIZATION
    if word.lemma in COUNTRIES and word.text.lower() == word.lemma:
        return EntityKind.COUNTRY
    return None


def _is_definite(tree: Tree, word: Word) -> bool:
    return any(
        w.text.lower() in ("the", "this", "that", "his", "her", "its", "their") or w.deprel == "nmod:poss"
        for w in tree.children(word, "det", "nmod")
    )

"""Words to an article with mentions and trees, made by hand: what the resolvers are tested with, without a model."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sayso.annotate.attributions import Attribution
from sayso.annotate.lemmas import lemma
from sayso.annotate.mentions import Mention, Mentioned
from sayso.annotate.syntax import Tree, Word
from sayso.article.article import Article, Sentence, Zone
from sayso.knowledge import knowledge
from sayso.resolve.entities import Resolved, resolve_entities
from sayso.resolve.sources import Sources
from sayso.spans import Span, Spans
from sayso.terms import EntityKind, ZoneKind

KINDS = {
    "p": EntityKind.PERSON,
    "o": EntityKind.ORGANIZATION,
    "c": EntityKind.COUNTRY,
    "l": EntityKind.PLACE,
    "g": EntityKind.GROUP,
    "m": EntityKind.OUTLET,
}
_MARK = re.compile(r"\[(\w)(\*?) ([^\]]+)\]")


class Told:
    """
    An article told in marked words.

    Each line is a sentence in a paragraph of its own; `[p Anna Berg]` marks a name and what the encoder takes it for
    (person, organisation, country, place `l`, group, outlet `m`), `[p* minister]` a common noun that refers. A line
    that starts with `KIND: ` stands in a zone of that kind.

    Args:
        marked: The words.
        published: EDTF.
        trees: Hand-made trees by line, as rows of `form/UPOS/head/relation` with heads counted from 1.
    """

    def __init__(
        self, marked: str, published: str | None = "2022-03-23", trees: Mapping[int, str] | None = None
    ) -> None:
        self.mentions: list[Mention] = []
        zones, sentences, text = [], [], ""
        for number, line in enumerate(line.strip() for line in marked.strip().splitlines()):
            kind, _, words = line.partition(": ") if re.match(r"[a-z]+: ", line) else ("body", "", line)
            text += "\n\n" if text else ""
            start = len(text)
            text = self._read(text, words, number)
            zones.append(Zone(ZoneKind(kind), Span(start, len(text))))
            sentences.append(Sentence(Span(start, len(text)), number, number))
        self.article = Article(
            "a1", "-", "", None, None, None, None, published, "en", text, tuple(zones), tuple(sentences)
        )
        self.trees = [self._tree(line, rows) for line, rows in (trees or {}).items()]

    def _read(self, text: str, words: str, sentence: int) -> str:
        at = 0
        for found in _MARK.finditer(words):
            text += words[at : found.start()]
            span = Span(len(text), len(text) + len(found[3]))
            form = Mentioned.NOMINAL if found[2] else Mentioned.NAME
            self.mentions.append(Mention(span, span, KINDS[found[1]], form, sentence))
            text += found[3]
            at = found.end()
        return text + words[at:]

    def _tree(self, line: int, rows: str) -> Tree:
        words: list[Word] = []
        at = self.article.sentences[line].span.start
        for index, row in enumerate(rows.split()):
            form, upos, head, relation = row.rsplit("/", 3)
            start = self.article.text.index(form, at)
            at = start + len(form)
            words.append(Word(index, Span(start, at), form, lemma(form, upos), upos, int(head) - 1, relation))
        return Tree(line, tuple(words))

    @property
    def resolved(self) -> Resolved:
        """Who is who in it."""
        return resolve_entities(self.article, self.mentions, self.trees, knowledge())

    def span(self, words: str, nth: int = 1) -> Span:
        """The nth place where some words stand."""
        start = -1
        for _ in range(nth):
            start = self.article.text.index(words, start + 1)
        return Span(start, start + len(words))

    def who(self, words: str, nth: int = 1) -> str | None:
        """The name of what some words stand for, None for nobody known."""
        return self.name(self.resolved, self.resolved.entity_of(self.span(words, nth)))

    @staticmethod
    def name(resolved: Resolved | Sources, key: str | None) -> str | None:
        """The name of an entity by its id, or by the tables where the article does not mention it."""
        names = {entity.id: entity.name for entity in resolved.entities}
        return None if key is None else names.get(key) or knowledge().name_of(key)

    def said(self, *told: tuple[str | None, str, str]) -> tuple[Sources, list[Attribution]]:
        """
        Attributions given as source, cue and content, each with the number of its place after a `#`, resolved in order.
        """
        sources = Sources(self.article, self.trees, self.resolved, knowledge())
        found = [Attribution(*(self._spans(words) for words in row), 0.0) for row in told]  # type: ignore[arg-type]
        for one in found:
            sources.source(one)
        return sources, found

    def _spans(self, words: str | None) -> Spans | None:
        if words is None:
            return None
        bare, _, nth = words.partition("#")
        return (self.span(bare, int(nth or 1)),)

"""Rows of `form/UPOS/head/relation`, heads counted from 1 and 0 for the root, to a sentence with its tree."""

from __future__ import annotations

from sayso.annotate.lemmas import lemma
from sayso.annotate.syntax import Tree, Word
from sayso.article.article import Article, Sentence, Zone
from sayso.spans import Span
from sayso.terms import ZoneKind


def parsed(rows: str) -> tuple[str, Tree]:
    """Make the text of one sentence, a blank between its words, and its tree."""
    words: list[Word] = []
    text = ""
    for index, row in enumerate(rows.split()):
        form, upos, head, relation = row.rsplit("/", 3)
        start = len(text) + bool(text)
        text = f"{text} {form}".strip()
        words.append(Word(index, Span(start, len(text)), form, lemma(form, upos), upos, int(head) - 1, relation))
    return text, Tree(0, tuple(words))


def article_of(rows: str) -> tuple[Article, Tree]:
    """Make an article of one sentence, all of it body, and the sentence's tree."""
    text, tree = parsed(rows)
    whole = Span(0, len(text))
    zones, sentences = (Zone(ZoneKind.BODY, whole),), (Sentence(whole, 0, 0),)
    return Article("a", "-", "", None, None, None, None, None, "en", text, zones, sentences), tree

"""
What a quantity counts: the noun phrase after a number, from a dependency tree or from the row of words alone.

"more than 90 Russian cruise missiles" counts "Russian cruise missiles"; "2 million of Ukraine's 3 million refugees"
counts, of the first, "Ukraine's 3 million refugees". Determiners are left out, what follows the noun as well, except
"of" and its noun.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sayso.annotate.figurewords import TIME_UNITS
from sayso.annotate.grammar import BREAK, Words
from sayso.annotate.syntax import Tree, Word
from sayso.spans import Span

DETERMINERS: Final = frozenset(
    "the a an its his her their our my your this that these those such all any each other another of".split()
)
STOPS: Final = frozenset(
    "in on at by for from with to into onto as than and or but nor so if when while where who which that what "
    "since until after before during over under about against between through across near around along amid "
    "toward towards within without per via among despite because although though is are was were be been being am "
    "has have had do does did will would can could may might must shall should not he she it they we you i him "
    "them us there here this these those also both ago only just even still already again more less each alone "
    "apart including said says say told killed died were left fled came went took made got gave held became "
    "remain remained lost including out up down off away back later earlier now then too very last next today "
    "yesterday tomorrow overnight".split()
)
# Plurals without s that news counts, and nouns that are counted in the singular.
PLURALS: Final = frozenset(
    "people men women children police troops personnel aircraft dead wounded injured missing servicemen "
    "servicewomen policemen firefighters gunmen fishermen clergymen crew staff cattle sheep spacecraft hovercraft "
    "helicopters civilians militiamen countrymen lawmakers youth infantry cavalry clergy journalists media data".split()
)
IN_S: Final = frozenset("news us gas bus virus crisis basis chaos access process congress less business press".split())
PLURAL_MODIFIERS: Final = frozenset(
    "arms weapons police aircraft women men drugs rights services sports special".split()
)
ADJECTIVE_ENDINGS: Final = ("al", "ic", "ian", "ary", "ed", "ing", "ous", "ive", "ern")
REACH: Final = 7  # words of a noun phrase; the longest in the seeds' genre ("heavily armed Russian-backed ...") is six


def counted(words: Words, last: int, trees: Mapping[int, Tree], *, partitive: bool, money: bool) -> Span | None:
    """
    Return the noun phrase that a quantity counts.

    Args:
        words: Of the text.
        last: One past the quantity's last word.
        trees: By the first code point of their sentence; none are needed.
        partitive: Whether only "of" leads to it ("20 percent of the land"), as after units and shares.
        money: Whether "in" and "worth of" lead to it as well ("$2bn in aid").

    Returns:
        None where the text names nothing that is counted.
    """
    start = _start(words, last, partitive=partitive, money=money)
    if start is None:
        return None
    tree = _tree_at(words, start, trees)
    found = _by_tree(words, start, tree) if tree else None
    return found or _by_words(words, start)


def _start(words: Words, last: int, *, partitive: bool, money: bool) -> int | None:
    """Return the first word of the noun phrase, None where none follows."""
    index, joint = last, words.word(last).lower()
    if joint == "worth":
        index, joint = last + 1, words.word(last + 1).lower()
    if partitive and joint not in (("of", "in") if money else ("of",)):
        return None
    if joint == "of" or partitive or (joint == "-" and words.touching(index)):
        index += 1
    if words.word(index).lower() == "strong":  # "the 1,500-strong garrison"
        index += 1
    if (
        partitive
        and joint == "in"
        and (not words.word(index)[:1].islower() or words.word(index).lower() in DETERMINERS)
    ):
        return None  # "$2bn in Kyiv", "in the third quarter"
    while words.word(index).lower() in DETERMINERS:
        index += 1
    return index


def _by_words(words: Words, start: int) -> Span | None:
    """Walk over modifiers to the first plural, or to the last noun before a word that cannot be of the phrase."""
    end = start
    for index in range(start, start + REACH):
        word = words.word(index)
        if not _may_belong(words, index, start):
            break
        if _is_plural(word) and not _compound(words, index):
            return _with_of(words, start, index + 1)
        end = index + 1
    while end > start and (words.word(end - 1).endswith("ly") or words.word(end - 1) in ("-", "'s", "’s", "and")):
        end -= 1
    return words.span(start, end) if end > start else None


def _may_belong(words: Words, index: int, start: int) -> bool:
    word, after = words.word(index), words.word(index + 1)
    if words.codes[index : index + 1] in ("", BREAK):
        return False
    if word in ("-", "‑", "'s", "’s"):
        return index > start and words.touching(index)
    if word == "and":
        return index > start and words.word(index - 1)[:1].isupper() and after[:1].isupper()
    if not word[0].isalnum() or word.lower() in STOPS or word.lower() in TIME_UNITS:
        return False
    if word.endswith("ed") and word not in PLURALS:
        return after[:1].isalpha() and after.lower() not in STOPS  # "armed men", not "attacked the camp"
    return True


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in PLURALS:
        return True
    return word.isalpha() and len(word) > 3 and word[1:].islower() and _ends_plural(lower)


def _ends_plural(lower: str) -> bool:
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and lower not in IN_S


def _compound(words: Words, index: int) -> bool:
    """Tell whether a plural is but the modifier of the next noun ("arms dealers", "women soldiers")."""
    return words.word(index) in PLURAL_MODIFIERS and _is_plural(words.word(index + 1))


def _with_of(words: Words, start: int, end: int) -> Span:
    """Take "of" and its noun along: "prisoners of war", "members of the alliance"."""
    if words.word(end).lower() != "of":
        return words.span(start, end)
    last = end + 1
    while words.word(last).lower() in DETERMINERS:
        last += 1
    first = last
    while last < first + 3 and words.word(last)[:1].isalpha() and words.word(last).lower() not in STOPS:
        last += 1
        if words.word(last - 1).islower() and not words.word(last - 1).endswith(ADJECTIVE_ENDINGS):
            break
    return words.span(start, last if last > first else end)


def _tree_at(words: Words, index: int, trees: Mapping[int, Tree]) -> Tree | None:
    if not trees or index >= len(words.starts):
        return None
    offset = words.starts[index]
    starts = [start for start in trees if start <= offset]
    return trees[max(starts)] if starts else None


def _by_tree(words: Words, start: int, tree: Tree) -> Span | None:
    """Return the phrase from its first word to its head, with an "of" phrase; None where the tree has no noun there."""
    offset = words.starts[start]
    first = next((word for word in tree.words if word.span.start <= offset < word.span.end), None)
    if first is None:
        return None
    head = first
    while head.upos not in ("NOUN", "PROPN") or head.relation in ("compound", "amod", "nmod:poss", "flat"):
        above = tree.parent(head)
        if above is None or above.index <= head.index or above.index - first.index > REACH:
            break
        head = above
    if head.upos not in ("NOUN", "PROPN", "ADJ") or head.index < first.index:
        return None
    end = head.span.end
    for child in tree.children(head, "nmod"):
        if child.index > head.index and any(word.lemma == "of" for word in tree.children(child, "case")):
            end = max(end, _last(tree, child))
    return Span(offset, end)


def _last(tree: Tree, child: Word) -> int:
    kept = tree.subtree(child, without=("acl", "appos", "conj", "parataxis", "punct", "advcl"))
    return max(word.span.end for word in kept)

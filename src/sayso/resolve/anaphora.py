"""
Pronouns to antecedents: who or what "he", "she", "it", "they", "who" stand for, by agreement, subject and recency.

What stood last as a subject is likeliest. A pronoun outside quotation marks never points into them, one in the body
never into a caption or a comment. Where two persons fit equally, the answer is None: better no name than a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from sayso.article.article import Article
from sayso.resolve.cast import Person
from sayso.resolve.things import Thing
from sayso.spans import Span
from sayso.terms import EntityKind

Referent: TypeAlias = Person | Thing

HE: Final = frozenset("he him his himself".split())
SHE: Final = frozenset("she her hers herself".split())
IT: Final = frozenset("it its itself".split())
THEY: Final = frozenset("they them their theirs themselves".split())
PRONOUNS: Final = HE | SHE | IT | THEY

# Sentences that a pronoun looks back over. Speakers of a paragraph are renamed in the next; three reach over one quote.
REACH: Final = 3
_QUOTED: Final = re.compile('[\u201c"][^\u201c\u201d"\n]*(?:[\u201d"]|(?=\n\n)|$)')


@dataclass(frozen=True, slots=True)
class Seen:
    """
    A mention as an antecedent.

    Attributes:
        span: Where it stands.
        referent: What it stands for.
        sentence: Index of its sentence.
        is_subject: True where it is the subject of its clause.
    """

    span: Span
    referent: Referent
    sentence: int
    is_subject: bool


class Antecedents:
    """
    The mentions of one article as antecedents of its pronouns.

    Args:
        article: For its zones, sentences and quotation marks.
        seen: The mentions, in any order.
    """

    def __init__(self, article: Article, seen: Iterable[Seen]) -> None:
        self._article = article
        self._seen = sorted(seen, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._seen]
        self._quotes = [Span(*found.span()) for found in _QUOTED.finditer(article.text)]

    def of(self, pronoun: str, at: Span, sentence: int) -> Referent | None:
        """
        Return what a pronoun stands for, None where nothing or more than one thing fits.

        Args:
            pronoun: Any form, lower case.
            at: Where it stands.
            sentence: Index of its sentence.
        """
        near = self._near(at, sentence)
        for back in range(REACH + 1):
            fits = [s for s in near if s.sentence == sentence - back and _agrees(s, pronoun)]
            if fits:
                return _best(fits, is_same_sentence=back == 0)
        return None

    def _near(self, at: Span, sentence: int) -> list[Seen]:
        """Return the mentions before a place that a pronoun there may point to."""
        before = self._seen[: bisect_right(self._starts, at.start - 1)]
        is_aside = self._article.zone_at(at.start).is_aside
        quote = self._quote(at)
        return [
            one
            for one in before
            if sentence - REACH <= one.sentence <= sentence
            and self._article.zone_at(one.span.start).is_aside == is_aside
            and (self._quote(one.span) in (None, quote))
        ]

    def _quote(self, span: Span) -> Span | None:
        return next((quote for quote in self._quotes if span in quote), None)


def _agrees(seen: Seen, pronoun: str) -> bool:
    """Tell whether a pronoun may stand for a mention; "they" for one body only where that acts, for a state never."""
    referent = seen.referent
    if pronoun in HE:
        return isinstance(referent, Person) and referent.is_woman is not True
    if pronoun in SHE:
        return isinstance(referent, Person) and referent.is_woman is not False
    if isinstance(referent, Person) or referent.kind in (EntityKind.PLACE, EntityKind.OUTLET):
        return False
    if pronoun in IT:
        return referent.kind is not EntityKind.GROUP
    is_body = referent.kind is EntityKind.ORGANIZATION and (seen.is_subject or referent.name.endswith("s"))
    return referent.kind is EntityKind.GROUP or is_body


def _best(fits: Sequence[Seen], is_same_sentence: bool) -> Referent | None:
    """Return the likeliest of one sentence: a subject (the last here, the first further back), else the only one."""
    subjects = [one for one in fits if one.is_subject]
    if subjects:
        return subjects[-1 if is_same_sentence else 0].referent
    found = list(dict.fromkeys(one.referent for one in fits))
    return found[0] if len(found) == 1 else None

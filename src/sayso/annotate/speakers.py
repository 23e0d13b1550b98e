"""
Paragraphs that open with a speaker's label to attributions: "HOLM: We will not sail.", "Q: … A: …".

A transcript puts who speaks before a colon and what is said behind it, without a word of saying and without marks. A
label counts where the article has two of them of which one comes back or is set in capitals, or where it has a title
of office ("Minister Holm:"), for a lone word and a colon is more often a dateline or a heading. Everything behind it
in its paragraph is said. Who asks speaks for the outlet: announcers, interviewers and those who mostly ask say nothing
of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.annotate.attributions import Attribution
from sayso.article.article import Article
from sayso.spans import Span, trim
from sayso.terms import ZoneKind

LABEL: Final = re.compile(r"(?P<who>[^\W\d_][^\n:;,?!“”\"]{0,48}?)\s?:\s+(?=\S)")
ASKED: Final = frozenset(
    "q question interviewer reporter moderator presenter host anchor announcer newsreader correspondent".split()
)
ANSWERED: Final = frozenset(("a", "answer"))
TITLES: Final = frozenset(
    """president premier minister chancellor king queen prince sultan emir general colonel major admiral marshal
    captain commander ambassador secretary senator governor mayor spokesman spokeswoman spokesperson chairman
    secretary-general archbishop bishop sheikh mr mrs ms dr sir lord madam chief envoy""".split()
)
HEADINGS: Final = frozenset(
    """analysis background breaking correction editor factbox note opinion photo photos picture read related source
    sources summary timeline update updated urgent video watch explainer exclusive live latest also contact tel
    email date time place location venue view our comment leader letters reuters afp ap tass""".split()
)
SMALL: Final = frozenset("de al von van bin of the".split())
"""Words of names and offices that stay small."""
SOLEMN: Final = -0.1
"""Score of an attribution that a label shows, in the units of the model's; set by hand: a form, not a guess."""


@dataclass(frozen=True, slots=True)
class Turn:
    """
    A paragraph with a label.

    Attributes:
        label: Who speaks, without the colon.
        said: The rest of the paragraph.
    """

    label: Span
    said: Span


def turns(article: Article) -> list[Turn]:
    """Return the labelled paragraphs of an article's body, none where the labels are not those of speakers."""
    found = [turn for paragraph in _paragraphs(article) if (turn := _turn(article.text, paragraph)) is not None]
    texts = [turn.label.of(article.text) for turn in found]
    in_turns = len(set(texts)) > 1 and (len(texts) > len(set(texts)) or any(label.isupper() for label in texts))
    return [turn for turn, label in zip(found, texts, strict=True) if in_turns or _has_title(label)]


def with_turns(found: Iterable[Attribution], article: Article) -> list[Attribution]:
    """
    Return the attributions with one for each labelled paragraph of whoever is not the outlet.

    What was taken for a quotation without a source inside a paragraph is the label's; what has a cue of its own stays,
    for a speaker may quote another.
    """
    labelled = turns(article)
    kept = [one for one in found if one.cue or not any(one.content[0] in turn.said for turn in labelled)]
    kept = [one for one in kept if not any(_takes_label(one, turn) for turn in labelled)]
    asking = _asking(article.text, labelled)
    for turn in labelled:
        if turn.label.of(article.text) not in asking:
            kept.append(Attribution((turn.label,), None, (turn.said,), SOLEMN, is_verbatim=True))
    return sorted(kept, key=lambda one: one.content[0].start)


def _asking(text: str, labelled: Sequence[Turn]) -> frozenset[str]:
    """Return the labels of those who speak for the outlet."""
    asked: dict[str, list[bool]] = {}
    for turn in labelled:
        asked.setdefault(turn.label.of(text), []).append("?" in turn.said.of(text))
    return frozenset(
        label for label, rows in asked.items() if label.lower().rstrip(".") in ASKED or 2 * sum(rows) >= len(rows)
    )


def is_answer(label: str) -> bool:
    """Tell whether a label says no more than that this is an answer."""
    return label.lower().rstrip(".") in ANSWERED


def _takes_label(one: Attribution, turn: Turn) -> bool:
    """Tell whether an attribution holds the label or its colon, as a source, a cue or a part of what is said."""
    spans = (*(one.source or ()), *(one.cue or ()), *one.content)
    return any(span.overlaps(Span(turn.label.start, turn.said.start)) for span in spans)


def _paragraphs(article: Article) -> Sequence[Span]:
    """Return the paragraphs of the body in text order."""
    found: dict[int, Span] = {}
    for sentence in article.sentences:
        if article.zone_kind(sentence) is ZoneKind.BODY:
            first = found.get(sentence.paragraph, sentence.span)
            found[sentence.paragraph] = Span(first.start, sentence.span.end)
    return list(found.values())


def _turn(text: str, paragraph: Span) -> Turn | None:
    match = LABEL.match(text, paragraph.start, paragraph.end)
    if match is None or not _is_label(match["who"]):
        return None
    said = trim(text, Span(match.end(), paragraph.end))
    return Turn(Span(*match.span("who")), said) if len(said) else None


def _is_label(who: str) -> bool:
    """Tell whether words before a colon may name a speaker: the letter of an interview, or words in capitals."""
    words = [word.strip("().") for word in who.split()]
    if who.lower().rstrip(".") in ASKED | ANSWERED:
        return who[0].isupper()
    if len(words) > 6 or any(word.lower() in HEADINGS for word in words):
        return False
    return all(not word or word[0].isupper() or word in SMALL for word in words)


def _has_title(label: str) -> bool:
    return label.split()[0].lower().rstrip(".") in TITLES and len(label.split()) > 1

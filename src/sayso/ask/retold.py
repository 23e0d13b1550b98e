"""
An entry to the other reports of its utterance as they are shown: where they stand, why they are held to be the same.

In what they disagree is shown, field by field, and never averaged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sayso.record.entries import Json, Statement, as_json
from sayso.record.listing import Listed
from sayso.record.retold import Retold
from sayso.record.store import Record
from sayso.spans import Span, words_of

# In what two reports of one utterance may disagree.
_STATEMENT: Final = ("act", "certainty", "form", "addressee", "said_at", "content")
_SIGNAL: Final = ("kind", "if_not", "target", "condition", "consequence")
_WORDS: Final = ("content", "condition", "consequence")


def other_reports(record: Record, listed: Listed) -> Iterator[dict[str, Json]]:
    """
    Yield the other reports of an entry's utterance, then those of which nobody can tell.

    Yields:
        `id`, `article`, `outlet`, `published`, `judgement`, `reason`, `score`, `sentence`, and `differs`: for each
        field in which the two disagree what is `here` and what is `there`.
    """
    for one in record.retold(listed.entry.id):
        about = one.listed.publication
        yield {
            "id": one.listed.entry.id,
            "article": about.id,
            "outlet": about.outlet,
            "published": about.published,
            "judgement": one.judgement.value,
            "reason": one.reason,
            "score": one.score,
            "sentence": one.listed.sentence,
            "differs": differences(listed, one),
        }


def differences(listed: Listed, other: Retold) -> dict[str, Json]:
    """Return in what two reports disagree, field by field; words are compared without regard to marks and case."""
    here, there = (_told(one) for one in (listed, other.listed))
    return {
        name: {"here": here[name], "there": there[name]} for name in here if _plain(here[name]) != _plain(there[name])
    }


def _told(listed: Listed) -> dict[str, Any]:
    entry = listed.entry
    told = as_json(entry)
    found: dict[str, Any] = {}
    for name in _STATEMENT if isinstance(entry, Statement) else _SIGNAL:
        if name in _WORDS:
            found[name] = _words(listed, getattr(entry, name))
        elif name in ("addressee", "target"):
            found[name] = sorted(listed.names.get(key, key) for key in told[name])
        else:
            found[name] = told[name]
    return found


def _words(listed: Listed, spans: tuple[Span, ...] | None) -> str | None:
    """Return words of an entry from the sentences that hold them."""
    if spans is None:
        return None
    held = [
        words_of(one.words, (Span(max(0, span.start - one.start), min(len(one.words), span.end - one.start)),))
        for span in spans
        for one in listed.quoted
        if span.start < one.start + len(one.words) and span.end > one.start
    ]
    return " … ".join(held)


def _plain(value: Any) -> Any:
    return " ".join(word for word in _letters(value).split()) if isinstance(value, str) else value


def _letters(words: str) -> str:
    return "".join(one if one.isalnum() else " " for one in words.casefold())

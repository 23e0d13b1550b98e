"""
A record to what was judged about it: whatever was added since is compared with what was there, a reading at a time.

Adding stores what was read; settling asks what it has to do with all the rest. Each step brings one kind of judgement
up to date with the readings that stand, in transactions of its own, and what is up to date costs one look. It may be
killed anywhere and called again; the outcome follows from the readings that stand and from nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from sayso.article.article import Article
from sayso.merge.credits import credited
from sayso.merge.resemblance import resemblance
from sayso.merge.signatures import SCHEME, wording
from sayso.merge.stories import story
from sayso.merge.utterances import METHOD
from sayso.record.copies import Signed
from sayso.record.store import Record

Told: TypeAlias = Callable[[str], None]


def settle(record: Record, told: Told = lambda _: None) -> None:
    """
    Bring all judgements up to date with the readings that stand.

    Args:
        record: The record.
        told: Is told the name of each piece of work when it is done.
    """
    for step in _STEPS:
        step(record, told)


def is_settled(record: Record) -> bool:
    """Tell whether nothing waits to be settled."""
    return not record.copies.waiting(SCHEME) and not record.utterances.waiting(METHOD.scheme)


def _copies(record: Record, told: Told) -> None:
    """Sign every reading that has no signature, and judge its candidates."""
    for reading in record.copies.waiting(SCHEME):
        record.copies.settle(reading, SCHEME, signed, resemblance)
        told(f"reading {reading}")


def _utterances(record: Record, told: Told) -> None:
    """Tell what the statements and signals of every reading come to, and which of them report one utterance."""
    for reading in record.utterances.waiting(METHOD.scheme):
        record.utterances.settle(reading, METHOD)
        told(f"what reading {reading} reports")


def signed(article: Article) -> Signed:
    """Return what is kept of an article to find copies of it."""
    return Signed(wording(story(article)), credited(article))


_STEPS: Final[tuple[Callable[[Record, Told], None], ...]] = (_copies, _utterances)

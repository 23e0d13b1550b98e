"""
A record to what was judged about it: whatever was added since is compared with what was there, a reading at a time.

Adding stores what was read; settling asks what it has to do with all the rest. Each step brings one kind of judgement
up to date with the readings that stand, some in a transaction, and what is up to date costs one look. It may be
killed anywhere and called again; the outcome follows from the readings that stand and from nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
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

AT_ONCE: Final = 20
"""Readings settled in one transaction, well under a second: the disk is waited for once, and others who write not long.
Set by hand."""


@dataclass(frozen=True, slots=True)
class Compared:
    """
    What settling took.

    Attributes:
        stories: With how many stories each reading was compared that was settled.
        reports: How many pairs of reports were judged for each.
    """

    stories: tuple[int, ...]
    reports: tuple[int, ...]


def settle(record: Record, told: Told = lambda _: None) -> Compared:
    """
    Bring all judgements up to date with the readings that stand.

    Args:
        record: The record.
        told: Is told the name of each piece of work when it is done.

    Returns:
        How much was compared.
    """
    stories = tuple(_copies(record, told))
    return Compared(stories, tuple(_utterances(record, told)))


def is_settled(record: Record) -> bool:
    """Tell whether nothing waits to be settled."""
    return not record.copies.is_waiting(SCHEME) and not record.utterances.waiting(METHOD.scheme)


def _copies(record: Record, told: Told) -> Iterator[int]:
    """Sign every reading that has no signature, and judge its candidates; yield how many each had."""
    for lot in _lots(record.copies.waiting(SCHEME)):
        yield from record.copies.settle(lot, SCHEME, signed, resemblance)
        for reading in lot:
            told(f"reading {reading}")


def _utterances(record: Record, told: Told) -> Iterator[int]:
    """
    Tell what the statements and signals of every reading come to, and which of them report one utterance.

    Yields:
        How many pairs of reports each had judged.
    """
    for lot in _lots(record.utterances.waiting(METHOD.scheme)):
        yield from record.utterances.settle(lot, METHOD)
        for reading in lot:
            told(f"what reading {reading} reports")


def _lots(waiting: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the readings to settle, as many at a time as go into one transaction."""
    for start in range(0, len(waiting), AT_ONCE):
        yield waiting[start : start + AT_ONCE]


def signed(article: Article) -> Signed:
    """Return what is kept of an article to find copies of it."""
    return Signed(wording(story(article)), credited(article))

"""
Gists that came, and gists whose judgements went, to the utterances that all now report.

What hangs together by positive judgements is grouped as a whole, and of a dispatch in ten thousand papers that is much.
A gist that joins one group and touches no other changes nothing in it, so that it takes the group's number and the
rest is not looked at. All else is grouped anew: where two groups become one, where a gist whose time takes in several
utterances has to choose, and where a judgement went.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, select, update

from sayso.record.likenesses import Alike, load
from sayso.record.rows import batches
from sayso.record.schema_utterances import gists
from sayso.terms import Judgement

Group: TypeAlias = Callable[[Mapping[int, str], Iterable[Alike]], Mapping[int, int]]


@dataclass(slots=True)
class _Meeting:
    """
    New gists that hang together, and the groups that they touch.

    Attributes:
        new: Their keys.
        groups: The numbers of those groups.
        is_wide: Whether the time of one of them, or of one that they touch, may take in several utterances.
    """

    new: set[int] = field(default_factory=set)
    groups: set[int] = field(default_factory=set)
    is_wide: bool = False


def regroup(
    connection: Connection, group: Group, is_wide: Callable[[str], bool], new: Collection[int], shaken: Collection[int]
) -> None:
    """
    Write the utterance of whatever may have got another.

    Args:
        connection: To the record, in a transaction that writes.
        group: Gives the utterance of each gist, from their texts by key and all that is judged among them.
        is_wide: Tells of a gist's text whether its time may take in several utterances.
        new: Keys of gists that came.
        shaken: Keys of gists that were there, and of which a judgement came or went between them.
    """
    whole = set(shaken)
    for meeting in _meetings(connection, is_wide, new):
        if meeting.is_wide or len(meeting.groups) > 1:
            whole |= meeting.new
        else:
            _join(connection, meeting)
    _group_whole(connection, group, whole)


def _meetings(connection: Connection, is_wide: Callable[[str], bool], new: Collection[int]) -> Iterator[_Meeting]:
    """Yield the new gists that are judged to report what others do, those together that hang together."""
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for pair in load(connection, new, Judgement.POSITIVE):
        beside[pair.one].add(pair.other)
        beside[pair.other].add(pair.one)
    held = {row.key: row for row in _rows(connection, beside)}
    # a group is known by its number, which is the key of one that was there, so that it can stand among the new
    node = {key: key if key in new else held[key].utterance for key in beside}
    linked: defaultdict[int, set[int]] = defaultdict(set)
    for key, others in beside.items():
        linked[node[key]] |= {node[other] for other in others}
    wide = {node[key] for key in beside if is_wide(held[key].gist)}
    seen: set[int] = set()
    for start in sorted(linked):
        if start not in seen:
            reached = _reached(start, linked)
            seen |= reached
            arrived = {key for key in reached if key in new}
            yield _Meeting(arrived, reached - arrived, not wide.isdisjoint(reached))


def _reached(start: int, linked: Mapping[int, set[int]]) -> set[int]:
    found, coming = {start}, {start}
    while coming:
        coming = {other for one in coming for other in linked[one]} - found
        found |= coming
    return found


def _join(connection: Connection, meeting: _Meeting) -> None:
    """Give new gists the number of the group that they join, or give all of it theirs where that is lower."""
    number = min(meeting.new | meeting.groups)
    for old in meeting.groups - {number}:
        connection.execute(update(gists).where(gists.c.utterance == old).values(utterance=number))
    for some in batches(sorted(meeting.new - {number})):
        connection.execute(update(gists).where(gists.c.key.in_(some)).values(utterance=number))


def _group_whole(connection: Connection, group: Group, touched: Collection[int]) -> None:
    """Group anew whatever hangs together with some gists."""
    found, pairs = _around(connection, touched)
    held = list(_rows(connection, found))
    utterances = group({row.key: row.gist for row in held}, pairs)
    for row in held:
        if utterances[row.key] != row.utterance:
            change = update(gists).where(gists.c.key == row.key).values(utterance=utterances[row.key])
            connection.execute(change)


def _around(connection: Connection, touched: Collection[int]) -> tuple[set[int], list[Alike]]:
    """Return all gists that hang together with some by positive judgements, and all such judgements."""
    found, new = set(touched), set(touched)
    pairs: dict[tuple[int, int], Alike] = {}
    while new:
        reached = {(one.one, one.other): one for one in load(connection, new, Judgement.POSITIVE)}
        pairs |= reached
        new = {key for pair in reached for key in pair} - found
        found |= new
    return found, [pairs[keys] for keys in sorted(pairs)]


def _rows(connection: Connection, keys: Collection[int]) -> Iterator[Any]:
    rows: Select[Any] = select(gists.c.key, gists.c.gist, gists.c.utterance)
    for some in batches(sorted(keys)):
        yield from connection.execute(rows.where(gists.c.key.in_(some)))

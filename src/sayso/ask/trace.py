"""
An article, statement or signal to where it first appeared, and through whom it came, with its words at each step.

The chain is that of copies: each step says from which article, by what sign, and what was changed; for a statement or
signal its own words in every article of the chain, and which entry was read there. Which one was first is said with
its reason, or left open with one. What other articles share without being copies, a long quotation or a passage,
stands beside the chain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import Final

from sayso.ask.copying import Stories, edit_json, edits, family_of, member_json
from sayso.errors import UsageError
from sayso.merge.carried import carried, longest_shared
from sayso.merge.credits import folded
from sayso.merge.drift import Edit
from sayso.merge.kin import Descent
from sayso.merge.origins import Family
from sayso.merge.precedence import RIM
from sayso.record.copies import Member
from sayso.record.entries import Entry, Json, Statement, spans_in
from sayso.record.store import Record
from sayso.spans import Span, cover
from sayso.terms import Relation

ALONE: Final = "no other article in this record prints its story"
SHORT: Final = "its story is too short to be told from others"


def trace(record: Record, identifier: str) -> dict[str, Json]:
    """
    Trace an article, statement or signal of a settled record.

    Args:
        record: The record.
        identifier: Its id, or the beginning of it.

    Returns:
        `id`, `kind`, `article`, `first` (the article that has it first, or null) with `reason`, `chain` (every article
        of the family with whom it is `from`, its `credits`, and for an entry its `words` and `entry` there) and
        `shared` (articles that carry the same quotation or passage and are no copies).

    Raises:
        UsageError: Nothing has the id, several do, or it is an entity's.
    """
    kind, whole = record.find(identifier)
    if kind == "entity":
        raise UsageError(f"{whole} is an entity; trace an article or an entry that names it")
    listed = None if kind == "article" else record.walk(whole).listed
    article = whole if listed is None else listed.publication.id
    head = {"id": whole, "kind": kind, "article": article}
    own = next((one for one in record.copies.members(_among(record, article)) if one.article == article), None)
    if own is None:
        return {**head, "first": None, "reason": SHORT, "chain": [], "shared": []}
    return {**head, **_Trace(record, own, None if listed is None else listed.entry).as_json()}


def _among(record: Record, article: str) -> set[int]:
    wording = record.copies.wording_of(article)
    return set() if wording is None else {wording}


class _Trace:
    """
    One article, or one entry of it, over its family.

    Args:
        record: The record.
        own: The article.
        entry: The entry, None where the whole article is traced.
    """

    def __init__(self, record: Record, own: Member, entry: Entry | None) -> None:
        self._record = record
        self._own = own
        self._entry = entry
        self._stories = Stories(record)

    def as_json(self) -> dict[str, Json]:
        """Return where it was first, the chain, and what is shared beside it."""
        family = self._family
        first, reason = (self._own, ALONE) if family is None else (family.first, family.reason)
        if family is not None and first is not None:
            reason = next((step.reason for step in family.descents if step.original == first), "")
        return {
            "first": first and member_json(first),
            "reason": reason,
            "chain": [self._link(member) for member in self._members],
            "shared": list(self._shared()),
        }

    @cached_property
    def _family(self) -> Family | None:
        return family_of(self._record, self._own.article)

    @property
    def _members(self) -> list[Member]:
        return [self._own] if self._family is None else list(_in_order(self._family))

    def _link(self, member: Member) -> dict[str, Json]:
        steps = [step for step in (self._family.descents if self._family else ()) if step.copy == member]
        link: dict[str, Json] = {
            "article": member_json(member),
            "from": [self._step(step) for step in steps],
            "credits": [credit.words for credit in member.credits if credit.kind in RIM],
        }
        if self._entry is not None:
            place = self._place(member)
            link["words"] = place and place.of(self._stories.of(member.reading).text)
            link["entry"] = place and self._entry_at(member, place)
        return link

    def _step(self, step: Descent) -> dict[str, Json]:
        changed = [edit for edit in edits(step, self._stories) if self._entry is None or self._touches(edit, step)]
        return {
            "article": step.original.article,
            "direction": step.ground and step.ground.value,
            "reason": step.reason,
            "similarity": round(step.resemblance.jaccard, 4),
            "edits": [edit_json(edit, step, self._stories) for edit in changed],
        }

    def _place(self, member: Member) -> Span | None:
        """Return where the entry's words stand in an article of the family, None where it left them out."""
        assert self._entry is not None
        span = _passage(self._entry)
        if member.article == self._own.article:
            return span
        return carried(self._stories.of(self._own.reading), self._stories.of(member.reading), span)

    def _touches(self, edit: Edit, step: Descent) -> bool:
        """Tell whether an edit changed something of the entry."""
        sides = ((edit.before_span, self._place(step.original)), (edit.after_span, self._place(step.copy)))
        return any(span and place and span.overlaps(place) for span, place in sides)

    def _entry_at(self, member: Member, place: Span) -> str | None:
        """Return the entry of the same kind that was read there, the one that shares most of the place."""
        reading = self._record.reading(member.article)
        entries = () if reading is None else reading.entries()
        alike = [one for one in entries if type(one) is type(self._entry)]
        best = max(alike, key=lambda one: (_overlap(_passage(one), place), one.id), default=None)
        return best.id if best is not None and _overlap(_passage(best), place) else None

    def _shared(self) -> Iterator[dict[str, Json]]:
        """Yield the articles that carry the same quotation or passage and are no copies."""
        pairs = [
            pair
            for pair in self._record.copies.pairs({self._own.wording})
            if pair.resemblance.relation is not Relation.COPY
        ]
        relations = {(pair.other if pair.one == self._own.wording else pair.one): pair for pair in pairs}
        kin = {member.article for member in self._members}
        for member in self._record.copies.members(relations) if relations else ():
            relation = relations[member.wording].resemblance.relation
            is_own_outlet = member.outlet and self._own.outlet and folded(member.outlet) == folded(self._own.outlet)
            if member.article in kin or (is_own_outlet and relation is Relation.PASSAGE):
                continue
            yield from self._in_common(member, relation)

    def _in_common(self, member: Member, relation: Relation) -> Iterator[dict[str, Json]]:
        mine, theirs = self._stories.of(self._own.reading), self._stories.of(member.reading)
        common = longest_shared(mine, theirs)
        if common is None or (self._entry is not None and not common[0].overlaps(_passage(self._entry))):
            return
        yield {
            "relation": relation.value,
            "article": member_json(member),
            "words": common[0].of(mine.text),
            "their_words": common[1].of(theirs.text),
        }


def _in_order(family: Family) -> Iterator[Member]:
    """Yield the members of a family, every one behind what it was copied from, older ones first."""
    above = {member.article: 0 for member in family.members}
    below: defaultdict[str, list[str]] = defaultdict(list)
    for step in family.descents:
        above[step.copy.article] += 1
        below[step.original.article].append(step.copy.article)
    places = {member.article: n for n, member in enumerate(family.members)}
    free = [places[article] for article, count in above.items() if not count]
    heapify(free)
    while free:
        following = family.members[heappop(free)]
        yield following
        for article in below[following.article]:
            above[article] -= 1
            if not above[article]:
                heappush(free, places[article])


def _passage(entry: Entry) -> Span:
    """Return the stretch whose words are followed: what is said, and of other entries all that they rest on."""
    return cover(entry.content if isinstance(entry, Statement) else spans_in(entry))


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))

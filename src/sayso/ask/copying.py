"""
A record's copies to rows: each copy beside its original, with what was changed, and why it is held to be the copy.

Where nothing tells which of two was first, the row has them in the order of publication and says that it is open:
`direction` is null then, and `reason` says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.merge.drift import Edit, drift
from sayso.merge.kin import Descent
from sayso.merge.origins import Family, families
from sayso.merge.stories import Story, story
from sayso.record.copies import Member
from sayso.record.entries import Json
from sayso.record.store import Record
from sayso.spans import Span

# Letters shown on either side of an edit, cut to whole words and to its line.
AROUND: Final = 48


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    Which copies are asked for; None and defaults ask for all.

    Attributes:
        outlet: Original or copy is of this outlet, whatever its case.
        article: Original or copy has this id, or one that begins so.
        versions: Copies that are no longer the newest version of their page too.
    """

    outlet: str | None = None
    article: str | None = None
    versions: bool = False

    def passes(self, step: Descent) -> bool:
        """Tell whether a copy is asked for."""
        both = (step.original, step.copy)
        if not self.versions and step.copy.superseded_by is not None:
            return False
        if self.article is not None and not any(one.article.startswith(self.article) for one in both):
            return False
        return self.outlet is None or self.outlet.casefold() in {(one.outlet or "").casefold() for one in both}


class Stories:
    """
    The stories of a record's readings and what was changed from one to another, each made again only when it was long
    not asked for: a reading never changes.

    Attributes:
        of: Returns the story of a reading.
        drift: Returns what was changed from the story of one reading to that of another.
    """

    def __init__(self, record: Record) -> None:
        self.of: Callable[[int], Story] = lru_cache(maxsize=256)(lambda key: story(record.copies.article(key)))
        self.drift: Callable[[int, int], list[Edit]] = lru_cache(maxsize=1024)(
            lambda one, other: drift(self.of(one), self.of(other))
        )


def copies(record: Record, wanted: Wanted | None = None) -> Iterator[dict[str, Json]]:
    """Yield the copies of a settled record in the form of CONTRACT, by the first publication of their story."""
    stories, wanted = Stories(record), wanted or Wanted()
    for step in (step for family in all_families(record) for step in family.descents if wanted.passes(step)):
        yield copy_json(step, stories)


def all_families(record: Record) -> list[Family]:
    """Return the families of all articles of a record that print a story that another prints."""
    return families(record.copies.members(), record.copies.pairs(), record.copies.words_of)


def family_of(record: Record, article: str) -> Family | None:
    """Return the family of one article, None where nobody copied it and it copied nobody."""
    wording = record.copies.wording_of(article)
    if wording is None:
        return None
    among = record.copies.family(wording)
    found = families(record.copies.members(among), record.copies.pairs(among), record.copies.words_of)
    return next((one for one in found if any(member.article == article for member in one.members)), None)


def edits(step: Descent, stories: Stories) -> list[Edit]:
    """Return what was changed on the way from an original to its copy; nothing where they print the same words."""
    if step.original.wording == step.copy.wording:
        return []
    return stories.drift(step.original.reading, step.copy.reading)


def copy_json(step: Descent, stories: Stories) -> dict[str, Json]:
    """Return a copy in the form of CONTRACT."""
    contained = step.resemblance.containment
    return {
        "original": step.original.article,
        "copy": step.copy.article,
        "similarity": round(step.resemblance.jaccard, 4),
        "containment": {"original": round(contained[0], 4), "copy": round(contained[1], 4)},
        "direction": step.ground and step.ground.value,
        "reason": step.reason,
        "edits": [edit_json(edit, step, stories) for edit in edits(step, stories)],
        "original_article": member_json(step.original),
        "copy_article": member_json(step.copy),
    }


def edit_json(edit: Edit, step: Descent, stories: Stories) -> dict[str, Json]:
    """Return an edit in the form of CONTRACT, with where its words stand in either article and what is around them."""
    return {**edit_row(edit), "around": list(_around(edit, step, stories))}


def edit_row(edit: Edit) -> dict[str, Json]:
    """Return an edit in the form of CONTRACT, with where its words stand in either article."""
    return {
        "op": edit.op,
        "before": edit.before,
        "after": edit.after,
        "in_quote": edit.in_quote,
        "kind": edit.kind.value,
        "hedge": edit.hedge,
        "before_span": _range(edit.before_span),
        "after_span": _range(edit.after_span),
    }


def _around(edit: Edit, step: Descent, stories: Stories) -> tuple[str, str]:
    """Return the words before and behind an edit: in the copy, or in the original where the copy left it out."""
    member, span = (step.original, edit.before_span) if edit.after_span is None else (step.copy, edit.after_span)
    assert span is not None
    text = stories.of(member.reading).text
    before = text[max(0, span.start - AROUND) : span.start].split("\n")[-1]
    behind = text[span.end : span.end + AROUND].split("\n")[0]
    cut_before, cut_behind = span.start > AROUND and len(before) == AROUND, len(behind) == AROUND
    left = before.partition(" ")[2] if cut_before else before
    return left.lstrip(), (behind.rpartition(" ")[0] if cut_behind else behind).rstrip()


def member_json(member: Member) -> dict[str, Json]:
    """Return what is told of an article beside what was copied."""
    return {
        "id": member.article,
        **{name: getattr(member, name) for name in ("outlet", "title", "url", "published", "superseded_by")},
    }


def _range(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]

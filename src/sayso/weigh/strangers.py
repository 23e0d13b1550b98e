"""
A condition and a move as worded to whether the move names as owner of a thing somebody whom the condition cannot mean.

"Its oil" in the mouth of Uganda is no Rwandan oil, and "a patrol ship" of an article that speaks of Iceland alone is no
Norwegian one, however like the words are otherwise. "Any" ship may be anybody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.record.entries import Entity
from sayso.terms import Match
from sayso.weigh.compare import Comparer
from sayso.weigh.frames import SignalView, mentioned
from sayso.weigh.sides import is_known, sides
from sayso.weigh.terms import Term

REACH: Final = 3
"""Words before a noun among which it is said whose it is; set by hand."""
ANYBODYS: Final = frozenset("any every all another other each no foreign outside whatever whichever more".split())
"""Words before a noun that may be anybody's."""
OURS: Final = frozenset("our my".split())
"""Words by which a noun belongs to whoever speaks."""
OWNERS: Final = OURS | frozenset("its their his her".split())
"""Words by which a noun belongs to whoever speaks, or to whom the condition names."""


def is_of_stranger(
    asked: Sequence[Term], view: SignalView, found: Sequence[Term], given: Mapping[str, Entity], comparer: Comparer
) -> bool:
    """
    Tell whether a move does to the thing of somebody else what a condition asks for.

    Args:
        asked: The words of the condition.
        view: Its signal.
        found: The telling words of the move besides its doer's and its verb.
        given: By id, what the text of the move says of the parties.
        comparer: Compares parties by what was known on a day.
    """
    for owner, noun in _owned(found):
        at = next((i for i, one in enumerate(asked) if one.name is None and one.forms & noun.forms), None)
        if at is None or not is_known(owner, comparer.known) or comparer.known.state_of_place(owner) != owner:
            continue
        before = asked[max(0, at - REACH) : at]
        said = {one.low for one in before}
        if said & ANYBODYS or any(one.name for one in before):
            continue
        entities = {**view.entities, **given}
        meant = _meant(view, comparer, ours=bool(said & OURS)) if said & OWNERS else frozenset()
        if meant and not _fits(owner, meant, entities, comparer):
            return True
        if not (comparer.is_present((owner,), view.entities) or comparer.speaks_of(owner, view.entities, given)):
            return True
    return False


def _owned(found: Sequence[Term]) -> Iterable[tuple[str, Term]]:
    """Yield who is said to own a thing, with its noun: "Rwandan | oil", "Iran's nuclear | programme"."""
    for at, one in enumerate(found):
        last = one.start + len(one.low)
        for other in found[at + 1 : at + 1 + REACH]:
            if one.name is None or other.name is not None or other.start - last > len(" 's "):
                break
            last = other.start + len(other.low)
            yield one.name, other


def _meant(view: SignalView, comparer: Comparer, *, ours: bool) -> frozenset[str]:
    """Return whose a thing may be: the sender's side, or for other words than "our" also who stands in the signal."""
    signal = view.signal
    spans = (*(signal.condition or ()), *(signal.consequence or ()))
    named = frozenset(key for _, key in mentioned(spans, view.entities)) | frozenset(signal.target)
    found = sides(signal.sender, view.entities, comparer.known) | (frozenset() if ours else named)
    return found if any(comparer.known.state_of_place(one) == one for one in found) else frozenset()


def _fits(owner: str, meant: Iterable[str], entities: Mapping[str, Entity], comparer: Comparer) -> bool:
    return any(comparer.party(one, owner, entities) is not Match.CLASH for one in meant)

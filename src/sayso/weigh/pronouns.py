"""
Frames of conditions whose doer is a pronoun, to whom it means: the other side, or nobody that can be told.

"Iran will attack Israel if it bombs the reactor": nobody threatens another over what he does himself.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sayso.spans import words_of
from sayso.terms import EntityKind, SignalKind
from sayso.weigh.compare import THEY
from sayso.weigh.frames import Frame, Knows, SignalView, mentioned, moves_itself
from sayso.weigh.sides import is_known

MANY: Final = re.compile(r"\W*they\b", re.I)
"""How a condition begins whose doer is named elsewhere and may be a body of people."""
OTHERS: Final = re.compile(r"\W*(?:it|they)\b", re.I)
"""How a condition begins whose doer is named elsewhere."""
THEIRS: Final = re.compile(r"\W*(?:one of )?(?:its|their|his) (?=[a-z])", re.I)
"""How it begins where somebody's forces do it."""
MOST: Final = 3
"""Words of their name; set by hand."""
HIT: Final = re.compile(
    r"\W*(?:one of )?(?:its|their|his)\b[^,;:.]*?\b(?:is|are|was|were|be|gets?|got|comes?|came)\b", re.I
)
"""How it begins where something is done to what is his."""
SUFFERER: Final = re.compile(r"\W*(?:it|we|they) (?:is|are|was|were|be|gets?|got|comes?|came|should be)\b", re.I)
"""How a condition begins whose pronoun something is done to."""


def unread(frame: Frame, view: SignalView, known: Knows) -> Frame:
    """Return a frame without the body that a "they" was read as, where no table knows it: who is meant is not known."""
    if not frame.actors or not MANY.match(words_of(view.text, view.signal.condition or ())):
        return frame
    bodies = (EntityKind.ORGANIZATION, EntityKind.OUTLET)
    strange = all(
        one in view.entities and view.entities[one].kind in bodies and not is_known(one, known) for one in frame.actors
    )
    return replace(frame, actors=frozenset(), doer=THEY) if strange else frame


def by_the_other(frame: Frame, view: SignalView, own: frozenset[str], known: Knows) -> Frame:
    """
    Return a threat's frame whose pronoun was read as who threatens with whom the threat is to be carried out on.

    Args:
        frame: Of the condition.
        view: The signal.
        own: The sender's side.
        known: The tables.
    """
    words = words_of(view.text, view.signal.condition or ())
    is_own = bool(frame.actors) and frame.actors <= own
    if view.signal.kind is not SignalKind.THREAT or not is_own or not (OTHERS.match(words) or _are_theirs(words)):
        return frame
    if SUFFERER.match(words) or HIT.match(words):
        return frame
    hit = frozenset(one for event in view.consequence for one in event.recipient if is_known(one, known)) - own
    hit = frozenset(one for one in hit if known.state_of_place(one) == one) or hit or _other_state(view, own, known)
    return replace(frame, actors=hit) if hit else frame


def _are_theirs(words: str) -> bool:
    """Tell whether who does something is somebody's, and can: "its | commandos", and no "their talks"."""
    found = THEIRS.match(words)
    behind = words[found.end() :].split()[:MOST] if found is not None else []
    return any(moves_itself(" ".join(behind[: last + 1])) for last in range(len(behind)))


def _other_state(view: SignalView, own: frozenset[str], known: Knows) -> frozenset[str]:
    """Return the one state beside the sender's that a consequence names, none where it names several."""
    named = (key for _, key in mentioned(view.signal.consequence or (), view.entities))
    found = frozenset(one for one in named if known.state_of_place(one) == one) - own
    return found if len(found) == 1 else frozenset()

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
from sayso.weigh.frames import Frame, Knows, SignalView
from sayso.weigh.sides import is_known

MANY: Final = re.compile(r"\W*they\b", re.I)
"""How a condition begins whose doer is named elsewhere and may be a body of people."""
OTHERS: Final = re.compile(r"\W*(?:it|they)\b", re.I)
"""How a condition begins whose doer is named elsewhere."""
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
    if view.signal.kind is not SignalKind.THREAT or not is_own or not OTHERS.match(words) or SUFFERER.match(words):
        return frame
    hit = frozenset(one for event in view.consequence for one in event.recipient if is_known(one, known)) - own
    return replace(frame, actors=hit) if hit else frame

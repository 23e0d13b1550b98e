"""
A noun in a sentence to whether the sentence says that what it names happened: "the withdrawal was completed".

The verbs around it tell: those of happening and of being called off, the one that carries it ("put an embargo on"), and
those that take it for done ("wept after the release of the doctors").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.ledger.tokens import (
    BEHIND,
    CLOSES,
    DETERMINERS,
    GOVERNS,
    IF,
    MEASURES,
    MODALS,
    NOBODY,
    NOT,
    REACH,
    Token,
    Told,
    close_before,
    told,
    turned,
)

HAPPENING: Final = re.compile(
    r"\b(?:t(?:ook|akes?|aken) (?:place|effect)|c(?:a|o)me into (?:force|effect)|(?:was|were|is) complete|"
    r"happen(?:s|ed)?|c(?:a|o)me (?:about|true)|went ahead|goes ahead|beg(?:a|u)n|start(?:s|ed)|follow(?:s|ed)|"
    r"(?:was|were|been|is|are) (?:held|completed|carried out|under way|over)|"
    r"materiali[sz]e(?:s|d)?|resumed?|end(?:s|ed))\b",
    re.I,
)
"""How a noun is said to have happened."""
ORDERED: Final = re.compile(r"\b(?:was|were|been) ordered\b", re.I)
"""How a measure is said to have been taken; of a deed that is yet to come, "was ordered" says nothing."""
SINCE: Final = frozenset("after following since".split())
"""Prepositions behind which a deed told as a noun has been done."""
SEEING: Final = frozenset("welcome celebrate hail condemn deplore denounce witness watch confirm mourn cheer".split())
"""Words behind which a deed told as a noun has been done."""
ASKING: Final = frozenset(
    """demand ask call urge want propose plan promise offer refuse reject threaten vow seek insist expect await consider
    pledge warn predict foresee prepare discuss negotiate fear hope deny""".split()
)
"""Verbs in whose sentences it may be yet to come."""
ENDED: Final = re.compile(r"\b(?:end(?:s|ed)|expire(?:s|d)|(?:is|are|was|were|been) (?:over|ended|lifted))\b", re.I)
"""How a measure is said to be over."""
MISSING: Final = re.compile(
    r"\b(?:(?:did|do|does|has|have|had) ?(?:not|n['’]t|never)|never|no longer|call(?:s|ed)? off|cancell?ed|abandoned|"
    r"averted|avoided|dropped|scrapped|failed to)\b",
    re.I,
)
"""How a noun is said not to have happened."""
ENDING: Final = frozenset("lift end drop cancel abandon scrap rescind revoke suspend halt".split())
"""Verbs after which their noun is over: "lifted its ban"."""
CARRYING: Final = frozenset(
    """put place impose slap clamp launch stage mount conduct make deliver carry open begin start declare hold conclude
    sign order fire hand send issue lodge file take""".split()
)
"""Verbs by which what a noun names is done: "put an embargo on", "launched a strike", "handed over a protest"."""
UNSURE: Final = MODALS | IF | NOT | NOBODY
"""Words of sentences that tell of what might be, or is not."""

RELATIVE: Final = frozenset(("which", "who", "that", "whose"))
"""Pronouns that open a relative clause."""


def told_of_noun(words: Sequence[Token], at: int) -> Told | None:
    """Return what a sentence says of the noun at a place: "the strike did not take place"."""
    return _of_noun(words, at) or (Told.DONE if _is_presupposed(words, at) else None)


def _is_presupposed(words: Sequence[Token], at: int) -> bool:
    """Tell whether a noun names what a sentence takes for done: "wept after the release of the doctors"."""
    if any(one.low in UNSURE or one.verb in ASKING or one.low.endswith("n't") for one in words):
        return False
    before = close_before(words, at, GOVERNS)
    place = next((i for i, one in enumerate(before) if one.low in SINCE or one.verb in SEEING), None)
    if place is None or not any(one.is_word for one in before[place + 1 :]):
        return False
    between = before[place + 1 :]
    return between[0].low in DETERMINERS - {"any", "no", "another", "a", "an"} and not any(
        one.low in BEHIND for one in between
    )


def _of_noun(words: Sequence[Token], at: int) -> Told | None:
    """Return what the verbs around a noun say of it."""
    end = _end_of_clause(words, at)
    after = " ".join(word.text for word in words[at + 1 : min(end, at + 1 + 2 * REACH)])
    ending = next((i for i in range(at - 1, max(-1, at - 5), -1) if words[i].verb in ENDING), None)
    if ending is not None and not any(word.low in NOBODY for word in words[ending:at]):
        return turned(told(words, ending))
    carried = _carried_out(words, at)
    if carried is not None:
        return carried
    taken = ORDERED.search(after) if words[at].noun in MEASURES else None
    missing, happening = MISSING.search(after), HAPPENING.search(after) or taken
    if words[at].noun in MEASURES and ENDED.search(after):
        return Told.NOT_DONE
    if any(word.low in NOBODY for word in words[max(0, at - 3) : at]):
        return Told.NOT_DONE if happening else None
    if missing is not None:
        return Told.NOT_DONE
    return Told.DONE if happening is not None else None


def _carried_out(words: Sequence[Token], at: int) -> Told | None:
    """Return what a noun's carrying verb says, where one stands close before it: "put | an arms embargo | on"."""
    for i in range(at - 1, max(-1, at - 1 - GOVERNS), -1):
        word = words[i]
        if word.low in CLOSES or word.low in BEHIND:
            return None
        if word.verb in CARRYING and word.is_word and not word.names:
            return told(words, i)
    return None


def _end_of_clause(words: Sequence[Token], at: int) -> int:
    """Return where the clause of a noun ends; what a relative clause says between commas is passed over."""
    i = at + 1
    while i < len(words) and words[i].low not in CLOSES:
        i += 1
        if i + 1 < len(words) and words[i].low == "," and words[i + 1].low in RELATIVE:
            i = next((j + 1 for j in range(i + 2, len(words)) if words[j].low == ","), len(words))
    return i

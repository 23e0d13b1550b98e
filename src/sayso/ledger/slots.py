"""
A clause and a verb that echoes it to whether the sentence does it to another state, or somewhere else.

"Sold missiles to Pakistan" is no selling to India, and "Kuwait attacked Iraq" no attack on Kuwait, however many words
they share. A name stands where the words put it: right behind the verb, or behind a preposition; only names in the
same place are compared, and only those of states, which cannot be part of one another. A passive has its object
before it, which is not looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from sayso.ledger.clauses import Clause, is_passive
from sayso.ledger.tokens import CLOSES, Token, meet
from sayso.weigh.frames import Knows

OBJECT: Final = "object"
"""The place right behind a verb; a noun's object stands behind "on" or "against"."""
PLACES: Final[Mapping[str, str]] = {
    **{word: word for word in ("from", "for", "with", "over", "through", "by", "of")},
    **dict.fromkeys(("in", "inside", "within"), "in"),
    **dict.fromkeys(("on", "upon", "against", "at"), OBJECT),
    **dict.fromkeys(("to", "into", "onto", "toward", "towards"), "to"),
}
"""Prepositions, each with the place that it names."""


def is_of_another(asked: Clause, words: Sequence[Token], at: int, known: Knows) -> bool:
    """
    Tell whether a sentence has another state where a clause names one.

    Args:
        asked: The clause.
        words: Tokens of the sentence.
        at: Place of the verb or noun that echoes the clause's.
        known: Tables of which places are states.
    """
    head = next((i for i, one in enumerate(asked.words) if asked.verb in (one.verb, one.noun)), None)
    if head is None:
        return False
    wanted, found = _slots(asked.words, head, known), _slots(words, at, known)
    passed = {OBJECT} if is_passive(words, at) or is_passive(asked.words, head) else set[str]()
    behind = frozenset[str]().union(*found.values())
    return any(
        slot not in passed and found.get(slot) and not meet(states, found[slot]) and not meet(states, behind)
        for slot, states in wanted.items()
        if states
    )


def _slots(words: Sequence[Token], at: int, known: Knows) -> Mapping[str, frozenset[str]]:
    """Return the states named in each place behind a verb, up to the end of its clause or of a list of names."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    slot = OBJECT
    for i in range(at + 1, len(words)):
        one = words[i]
        if one.low in CLOSES and not (one.low in (",", "and") and i + 1 < len(words) and words[i + 1].names):
            break
        is_out_of = one.low == "of" and words[i - 1].low == "out"
        slot = PLACES["from"] if is_out_of else PLACES.get(one.low, slot)
        found[slot] |= frozenset(who for who in one.names if known.state_of_place(who) == who)
    return found

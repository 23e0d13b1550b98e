"""
The heads' label sets: what each number that the encoder gives stands for, in the order of its outputs.

`lab/train` trains towards these lists and the model file's metadata repeats their digest, so that a file trained
for other lists is refused at load.
"""

from __future__ import annotations

import hashlib
import json
from typing import Final

from sayso.terms import EventType, SignalKind

ATTRIBUTION: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""PolNeAR's three roles, begin and inside; a word has one role at most."""

MENTION: Final = ("O", *(f"{p}-{kind}" for kind in ("PER", "ORG", "LOC", "NORP", "MISC") for p in "BI"))
"""Types of the en-worldwide-newswire corpus; facilities count as LOC, products as MISC."""

SIGNAL: Final = ("O", "B-condition", "I-condition", "B-consequence", "I-consequence")
"""The two halves of a conditional or of a signal."""

SIGNAL_KINDS: Final = ("none", *(kind.value for kind in SignalKind))
"""What a condition or consequence belongs to; `none` for ordinary conditionals."""

EVENT_TYPES: Final = ("none", *(kind.value for kind in EventType))
"""PLOVER type of what a word says somebody does."""

UPOS: Final = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
"""Universal parts of speech."""

RELATIONS: Final = tuple(
    """root punct case det nsubj advmod amod obj obl conj nmod cc compound mark aux cop advcl nmod:poss xcomp acl:relcl
    flat ccomp acl parataxis nummod aux:pass appos nsubj:pass discourse obl:unmarked nmod:unmarked compound:prt expl
    fixed iobj list reparandum obl:agent dep csubj nmod:desc nsubj:outer advcl:relcl det:predet vocative goeswith
    cc:preconj orphan dislocated csubj:pass csubj:outer""".split()
)
"""Relations of UD English 2.x as they occur in EWT and GUM."""


def label_digest() -> str:
    """Return a digest of all label sets, which the model file must carry."""
    sets = (ATTRIBUTION, MENTION, SIGNAL, SIGNAL_KINDS, EVENT_TYPES, UPOS, RELATIONS)
    return hashlib.sha256(json.dumps(sets).encode()).hexdigest()[:16]

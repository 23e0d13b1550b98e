"""Verbs with a particle to the one verb that says the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PHRASES: Final[Mapping[str, str]] = {
    "take back": "retake", "win back": "retake", "take over": "seize",
    "give up": "surrender", "hand over": "surrender", "turn over": "surrender", "lay down": "surrender",
    "set free": "release", "let go": "release", "let leave": "release", "let pass": "release", "let through": "release",
    "call off": "cancel", "put off": "postpone", "turn down": "reject", "pay out": "pay",
    "throw out": "expel", "kick out": "expel", "send home": "expel",
    **{f"{way} into": "enter" for way in "march ride move roll sail drive walk pour storm advance push fly".split()},
    "step down": "resign", "stand aside": "resign", "walk off": "leave",
    "pull out": "withdraw", "pull back": "withdraw",
    "turn off": "cut", "cut off": "cut", "shut off": "cut", "switch off": "cut",
    "call up": "mobilize", "send back": "return", "give back": "return", "hand back": "return", "bring back": "return",
    "shut down": "close", "close down": "close", "switch on": "open", "turn on": "open",
}  # fmt: skip
"""An object may stand between the two: "took the town back"."""

COMPOUNDS: Final[Mapping[str, str]] = {
    form: verb for phrase, verb in PHRASES.items() for form in (phrase.replace(" ", "-"), phrase.replace(" ", ""))
}
"""Nouns of such verbs to the same: "the cut-off", "the pullout"."""

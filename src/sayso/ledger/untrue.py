"""
A sentence to whether it says of what it tells that it was not so, or only nearly, in play, on paper or by rumour.

Such sentences tell neither that a thing was done nor that it was not. What is plainly denied ("did not sail") is read
with its verb (`tokens.told`).
"""

from __future__ import annotations

import re
from typing import Final

FALSE: Final = re.compile(
    r"\b(?:(?:is|was|are|were) (?:not true|untrue|false|a hoax|a lie|fabricated|invented|a fabrication|no truth)|"
    r"(?:turned out|proved) (?:to be )?(?:false|untrue|a hoax|wrong)|there (?:is|was) no truth)\b",
    re.I,
)
"""Words by which a report is called untrue."""
RUMOUR: Final = re.compile(r"\b(?:unconfirmed|rumou?r(?:s|ed)?|speculation)\b", re.I)
"""Words by which nobody stands behind it."""
NEARLY: Final = re.compile(
    r"\b(?:almost|nearly|all but|came close to|came near to|was about to|were about to|on the verge of)\s+"
    r"\w+(?:ed|t|ing|ent|ook|ut)\b|"
    r"\b(?:consider(?:ed|s)|contemplat(?:ed|es)|mull(?:ed|s)|weigh(?:ed|s)|discuss(?:ed|es)|debat(?:ed|es)|"
    r"toy(?:ed|s) with|thinks? of|thought of|rul(?:ed|es) out|warn(?:ed|s) against)\s+(?:\w+ )?\w+ing\b",
    re.I,
)
"""Words by which it only nearly came, or was only thought of."""
IN_PLAY: Final = re.compile(
    r"\bin (?:an?|the|his|her) (?:[\w-]+ ){0,2}(?:exercise|drill|simulation|war game|war-game|novel|film|movie|play|"
    r"thriller|scenario|video game|series|satire)\b",
    re.I,
)
"""Words by which it is played or made up."""

COUNTERFACTUAL: Final = re.compile(r"^\W*Had\b.*\b(?:would|could|might)(?: not|n['’]t)? have\b", re.S)
"""How a sentence tells what would have been, had something been done."""


def is_untrue(sentence: str) -> bool:
    """Tell whether a sentence takes back, plays or only thinks of what it tells."""
    return any(one.search(sentence) for one in (FALSE, RUMOUR, NEARLY, IN_PLAY, COUNTERFACTUAL))

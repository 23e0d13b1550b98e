"""
A sentence to whether it says of a thing that it tells that this was not so, or only nearly, in play, or by rumour.

Such words tell neither that a thing was done nor that it was not, and only of what they are said of: "amid rumours of
a coup, the army closed the airport" tells of a closing. What is plainly denied ("did not sail") is read with its verb
(`tokens.told`), and what is hearsay by its statement (`deeds.weight_of`). All lists were made by hand.
"""

from __future__ import annotations

import re
from typing import Final

NOT_TRUE: Final = re.compile(r"(?:\b(?:not|never|hardly|isn['’]t|wasn['’]t) true|\b(?:untrue|false)) that\b", re.I)
"""Words before a thing that is called untrue."""
FALSE: Final = re.compile(
    r"\b(?:reports?|claims?|stor(?:y|ies)|allegations?|rumou?rs?|news|accounts?|assertions?)\b[^,;]*?"
    r"\b(?:is|was|are|were|proved|turned out)(?: to be)? "
    r"(?:false|untrue|not true|wrong|unfounded|baseless|fabricated|invented|an? (?:hoax|lie|fabrication))\b",
    re.I,
)
"""A report, and behind what it tells that it was untrue."""
RUMOUR: Final = re.compile(
    r"\b(?:rumou?rs?|(?:unconfirmed|unverified) (?:reports?|accounts?))(?: \w+){0,2} "
    r"(?:said|says?|had it|has it|that|of|claimed|suggested)\b",
    re.I,
)
"""Words before a thing that nobody stands behind."""
NEARLY: Final = re.compile(
    r"\b(?:almost|nearly|c[ao]mes? close to|c[ao]mes? near to|about to|on the (?:verge|brink|point) of)\s+$", re.I
)
"""Words right before a verb of what only nearly came."""
IN_PLAY: Final = re.compile(
    r"(?<!part )\b(?:in|during) (?:an?|the|his|her|their) (?:[\w-]+ ){0,2}"
    r"(?:exercise|drill|simulation|war[ -]game|novel|film|movie|thriller|scenario|video game)\b",
    re.I,
)
"""Words by which all that a sentence tells is played or made up."""
COUNTERFACTUAL: Final = re.compile(
    r"^\W*(?:(?i:but|and) )?Had\b.*\b(?:would|could|might)(?: not|n['’]t)? have\b|"
    r"\b(?:would|could|might)(?: not|n['’]t)? have \w+[^;]*\bhad (?:the|an?|it|he|she|they|its|[A-Z])",
    re.S,
)
"""How a sentence tells what would have been, had something been done."""
PARTS: Final = re.compile(r"[,;:—–]")
"""Marks over which no word speaks of what stands behind them."""


def is_untrue(sentence: str, at: int) -> bool:
    """
    Tell whether a sentence takes back, plays or only nearly tells a thing.

    Args:
        sentence: Its words.
        at: Where the word for the thing begins in it, in code points.
    """
    if IN_PLAY.search(sentence) or COUNTERFACTUAL.search(sentence):
        return True
    before = PARTS.split(sentence[:at])[-1]
    if NOT_TRUE.search(before) or RUMOUR.search(before) or NEARLY.search(before):
        return True
    return any(one.start() <= at < one.end() for one in FALSE.finditer(sentence))

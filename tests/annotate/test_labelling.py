"""Relations that can stand together: what the scores say word by word gives way where English has no such sentence."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.annotate.labelling import DOUBT, PLACE, relations
from sayso.encode.heads import RELATIONS

Row = tuple[str, str, int, dict[str, float]]
"""A word: its form, its part of speech, its head, and the scores of its likeliest relations."""


def settled(*rows: Row) -> list[str]:
    """The relations of a sentence."""
    scores = np.full((len(rows), len(RELATIONS)), -9.0, np.float32)
    for at, (*_, told) in enumerate(rows):
        for name, score in told.items():
            scores[at, PLACE[name]] = score
    forms, tags, heads = ([row[n] for row in rows] for n in range(3))
    return relations(forms, tags, heads, scores)  # type: ignore[arg-type]


NIGER: Row = ("Kars", "PROPN", 1, {"nsubj": 5.0})
EXPELS: Row = ("expels", "VERB", 1, {"root": 9.0})
ENVOY = ("envoys", "NOUN", 1)


@pytest.mark.parametrize(
    ("rows", "word", "expected", "why"),
    [
        ([NIGER, EXPELS, (*ENVOY, {"nsubj": 2.0, "obj": 1.0})], 2, "obj", "a second subject behind the verb"),
        ([NIGER, EXPELS, (*ENVOY, {"nsubj": 2.0 + DOUBT, "obj": 1.0})], 2, "nsubj", "unless it is beyond doubt"),
        ([NIGER, EXPELS, (*ENVOY, {"nsubj:pass": 2.0, "obj": 1.0})], 2, "obj", "no passive without its `be`"),
        (
            [("It", "PRON", 2, {"nsubj:pass": 3.0}), ("was", "AUX", 2, {"aux:pass": 3.0}),
             ("shut", "VERB", 2, {"root": 9.0})],
            0, "nsubj:pass", "a passive with it",
        ),
        (
            [("planes", "NOUN", 0, {"root": 9.0}), ("that", "PRON", 2, {"nsubj": 3.0}),
             ("enter", "VERB", 0, {"amod": 2.0, "acl:relcl": 1.0})],
            2, "acl:relcl", "an attribute with a subject is a clause",
        ),
        (
            [("They", "PRON", 1, {"nsubj": 5.0}), ("sail", "VERB", 1, {"root": 9.0}),
             ("to", "ADP", 3, {"case": 5.0}), ("ports", "NOUN", 1, {"obj": 2.0, "obl": 1.0})],
            3, "obl", "what has a preposition is no object",
        ),
        (
            [("They", "PRON", 1, {"nsubj": 5.0}), ("sail", "VERB", 1, {"root": 9.0}),
             ("to", "ADP", 3, {"case": 5.0}), ("ports", "NOUN", 1, {"nmod": 2.0, "obl": 1.0})],
            3, "obl", "nor a noun's, behind a verb",
        ),
    ],
)  # fmt: skip
def test_what_cannot_stand_is_given_up_for_what_can(rows: list[Row], word: int, expected: str, why: str) -> None:
    """For the word's next best relation that can."""
    assert settled(*rows)[word] == expected, why

"""What came of a signal in words that share neither act nor verb with it: known by its likeness, and marked so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from papers import first_line

from sayso.ledger.recognising import presently
from sayso.ledger.rows import row

BRIDGE = "Kenya promised on Friday that it would reopen the Namanga crossing if Tanzania returned the seized lorries."
HOME = "Peru promised on Monday that it would bring its soldiers home from the Cordillera del Condor."


@pytest.mark.parametrize(
    ("signal", "later", "outcome", "alike"),
    [
        (BRIDGE, "Tanzania handed back the lorries on Saturday, and Kenyan guards lifted the barrier at Namanga.",
         "kept", ["what was announced was done"]),
        (BRIDGE, "Tanzania handed back the lorries on Saturday, and Ugandan guards lifted the barrier at Namanga.",
         "open", []),
        (BRIDGE, "Tanzania handed back the lorries on Saturday, and Kenyan guards painted the barrier at Namanga.",
         "open", []),
        (BRIDGE, "Tanzania handed back the lorries. Kenyan guards would lift the barrier at Namanga if they were paid.",
         "open", []),
        (HOME, "The last Peruvian soldiers came down from the Cordillera del Condor and boarded trains for Piura.",
         "kept", ["what was announced was done"]),
        (HOME, "No Peruvian soldiers came down from the Cordillera del Condor or boarded trains for Piura.",
         "open", []),
    ],
)  # fmt: skip
def test_what_is_the_same_in_other_words_is_known_by_its_likeness(
    tmp_path: Path, signal: str, later: str, outcome: str, alike: list[str]
) -> None:
    """A deed that was done, by whoever was to do it, and not what only might be; evidence says that it is alike."""
    found = first_line(tmp_path, [("2001-05-04", signal), ("2001-05-20", later)], "2001-05-21")

    assert found.fate.outcome.value == outcome
    assert alike == [one.shows.value for one in found.fate.evidence if one.alike]
    assert alike == [one["shows"] for one in row(found, date(2001, 5, 21))["evidence"] if one["alike"]]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The Treasury froze their assets.", "The Treasury freezes their assets."),
        ("The bridge was closed and two men were shot.", "The bridge is closed and two men are shot."),
        ("The armed guards had fled.", "The armed guards has fled."),
        ("Nobody tried to cross; Kenya supplied buses.", "Nobody tries to cross; Kenya supplies buses."),
        ("Ships pass the strait.", "Ships pass the strait."),
    ],
)
def test_a_report_is_put_in_the_present(told: str, expected: str) -> None:
    """As moves are worded: what the matcher was taught on."""
    assert presently(told) == expected

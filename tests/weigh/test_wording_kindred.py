"""Conditions met by kindred words, from the article's words: verbs that say the same, passives, causatives, nouns."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sayso.acquire.capture import Capture, Hints
from sayso.knowledge.knowledge import knowledge
from sayso.pipeline import Reader
from sayso.weigh.compare import Comparer
from sayso.weigh.kin import goes_on, said_by
from sayso.weigh.views import signal_views
from sayso.weigh.wording import Worded, compare_wording

UNDRESS = (
    "If Peruvian citizens are made to sing at the barriers, Peru will end its treaty with Chile, Minister Rojas said."
)
LAKE = "If Greece tries to drain the lake, Albania will dam the river, Minister Hoxha of Albania said on Monday."
DRAINING = (
    "The draining of the lake by Greece would bring Albanian engineers to the border, Minister Hoxha of Albania said."
)
MINT = "If France moves its mint to Lyon, Italy will sell its bonds, Minister Rossi of Italy said on Monday."
RADAR = (
    "If the bells are ever set up at Paphos, Turkish jets will bomb them, "
    "Defence Minister Sezer of Turkey said on Monday."
)
WAGES = "If wages are seen to fall in Egypt, Britain will close its museum, Minister Smith of Britain said on Monday."

CASES = [
    (UNDRESS, "Chilean guards force Peruvian citizens to sing at the barriers", True, "made to, forced to"),
    (UNDRESS, "Chilean guards force Bolivian citizens to sing at the barriers", False, "others are forced"),
    (UNDRESS, "Chilean guards force Peruvian citizens to wait at the barriers", False, "to do something else"),
    (UNDRESS, "Chilean guards do not force Peruvian citizens to sing at the barriers", False, "they are not"),
    (LAKE, "Greece drains the lake", True, "who does it has tried"),
    (LAKE, "Greece does not drain the lake", False, "it is not done"),
    (DRAINING, "Greece drains the lake", True, "a verb made a noun"),
    (DRAINING, "Serbia drains the lake", False, "somebody else does"),
    (MINT, "France transfers its mint to Lyon", True, "another verb for it"),
    (MINT, "Spain moves its mint to Lyon", False, "somebody else"),
    (MINT, "France moves its archive to Lyon", False, "another thing"),
    (RADAR, "Cyprus sets up its bells at Paphos", True, "a participle like its verb"),
    (RADAR, "Cyprus sets up its clocks at Paphos", False, "another thing"),
    (RADAR, "Greece sets up its bells on Crete", False, "another place"),
    (WAGES, "Wages drop in Egypt", True, "what drops is seen to fall"),
    (WAGES, "Wages rise in Egypt", False, "the contrary"),
]  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the shipped model."""
    return Reader()


@pytest.mark.parametrize(("article", "move", "fires", "why"), CASES, ids=[f"{row[1]}: {row[3]}" for row in CASES])
def test_a_condition_is_met_in_kindred_words(reader: Reader, article: str, move: str, fires: bool, why: str) -> None:
    """Every word of a condition is met by itself or by one that says the same, or the signal stays silent."""
    capture = Capture(
        article.encode(), "x.txt", datetime(2001, 6, 1, tzinfo=UTC), "text/plain", Hints(published="2001-06-01")
    )
    comparer = Comparer(knowledge(), date(2001, 6, 2))
    query = reader.read_move(move, date(2001, 6, 2))
    asked = [Worded.of(one) for one in signal_views(reader.read(capture), {}) if one.signal.consequence]

    made = [compare_wording(one, said, comparer) for one in asked for said in query.wordings if one.may_meet(said.verb)]

    assert any(one is not None and one.stopped_by(1) is None for one in made) is fires, why


def test_kindred_verbs_are_no_contraries() -> None:
    """Verbs say the same both ways, and no group holds a verb with its contrary."""
    for one, other in (("rise", "fall"), ("let", "forbid"), ("buy", "sell"), ("begin", "end"), ("hide", "show")):
        assert other not in said_by(one)
        assert one not in said_by(other)
    assert said_by("mint") == {"mint"}
    assert "force" in said_by("make")
    assert "make" in said_by("force")
    assert goes_on("make") == frozenset()
    assert "decline" in goes_on("fall")

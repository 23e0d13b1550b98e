"""Reports to corroboration: copies are folded, asides do not count, other words are other utterances."""

from __future__ import annotations

import pytest

from sayso.merge.corroboration import Corroboration, corroborate
from sayso.record.reports import Report


def report(entry: str, outlet: str | None, **more: object) -> Report:
    given: dict[str, object] = {
        "article": f"a-{entry}",
        "published_first": "2031-05-07",
        "text_sha256": f"text of {entry}",
        "place": (10, 20),
        "aside": False,
        "who": "local:ada-holm",
        "what": ("that war would come",),
    }
    return Report(entry=entry, outlet=outlet, **{**given, **more})  # type: ignore[arg-type]


WIRE = {"text_sha256": "the wire's text"}


@pytest.mark.parametrize(
    ("reports", "expected", "why"),
    [
        ([report("1", "Herald")], 1, "one report"),
        ([report("1", "Herald"), report("2", "Times")], 2, "the same words in two texts"),
        ([report("1", "Herald"), report("2", "Times", what=("“That war would come!”",))], 2, "marks are no words"),
        ([report("1", "Herald"), report("2", "Times", what=("that peace would come",))], 1, "other words"),
        ([report("1", "Herald"), report("2", "Times", who="Q1")], 1, "another source"),
        ([report("1", "Herald", **WIRE), report("2", "Times", **WIRE)], 1, "a reprint is no second witness"),
        (
            [report("1", "Herald", **WIRE), report("2", "Times", **WIRE), report("3", "Post")],
            2,
            "the reprint folded, the third counted",
        ),
        ([report("1", "Herald"), report("2", "herald")], 1, "one outlet twice"),
        ([report("1", "Herald"), report("2", "Times", aside=True)], 1, "a caption is no report"),
        ([report("1", "Herald", aside=True)], 0, "an entry that stands in captions only"),
        ([report("1", None), report("2", None)], 1, "outlets that nobody knows are one at most"),
        ([report("1", "Herald"), report("2", None)], 1, "and none beside a known one"),
        ([report("1", "Herald", who=None), report("2", "Times", who=None)], 1, "an unknown source is no other's"),
        ([report("1", "Herald", what=("…",)), report("2", "Times", what=("!",))], 1, "no words are no utterance"),
    ],
)
def test_independent_outlets_are_counted(reports: list[Report], expected: int, why: str) -> None:
    """An utterance has as many reports as outlets that wrote of it themselves."""
    assert corroborate(reports)["1"].reports == expected, why


def test_the_others_are_named() -> None:
    """Every entry names the other reports of its utterance, and none but those."""
    found = corroborate([report("1", "A"), report("2", "B"), report("3", "C", what=("something else",))])

    assert found == {
        "1": Corroboration(("2",), 2),
        "2": Corroboration(("1",), 2),
        "3": Corroboration((), 1),
    }


def test_the_first_to_publish_a_text_is_its_outlet() -> None:
    """Of a text printed twice the earlier outlet counts, so that it is not counted beside its own other reports."""
    early = report("1", "Herald", published_first="2031-05-06", **WIRE)
    late = report("2", "Times", published_first="2031-05-07", **WIRE)
    own = report("3", "Herald", published_first="2031-05-09")

    assert corroborate([late, early, own])["3"].reports == 1


def test_grouping_goes_through_a_third_report() -> None:
    """Two reports that share nothing with one another are of one utterance where a third shares with both."""
    first = report("1", "A", who=None, **WIRE)
    between = report("2", "B", **WIRE)
    last = report("3", "C")

    assert corroborate([first, last, between])["1"].same_as == ("2", "3")

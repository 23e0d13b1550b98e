"""What an article and its copies count is counted once: a measure needs two that count for themselves."""

from __future__ import annotations

import pytest
from drafts import TEXT, Draft

from sayso.ask.measures import measures
from sayso.knowledge.knowledge import knowledge
from sayso.merge.settling import settle
from sayso.record.filters import Filters
from sayso.record.store import Record

TOLL = "At Skarvik harbour, where the Norland frigate Petrel burned on Saturday, 41 people were killed.\n"
OTHER = "Divers at Skarvik harbour counted again: with the Norland frigate Petrel burned, 41 people were killed.\n"
PRINTED = TEXT.replace("Photo:", TOLL + "\nPhoto:")


def counting(record: Record, text: str, outlet: str, day: str) -> str:
    """Add an article in which people are killed, and give its id."""
    draft = Draft(text=text, outlet=outlet, published=day, path=f"{outlet}.txt")
    words = next(one for one in ("41 people", "43 people") if one in text)
    draft.figure(words, float(words[:2]), "people")
    record.add(draft.capture, draft.reading)
    return draft.id


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({}, None),
        ({"Cape Mail": OTHER}, [None, "herald", None]),
        ({"Cape Mail": PRINTED.replace("41 people", "43 people")}, [None, "herald", "herald"]),
    ],
    ids=["one article and its copy", "another article too", "a copy with another number"],
)
def test_a_copy_counts_nothing_anew(record: Record, others: dict[str, str], expected: list[str | None] | None) -> None:
    """It is shown as what it is beside others, and alone where it changed the number."""
    herald = counting(record, PRINTED, "Fjord Herald", "2031-05-07")
    counting(record, PRINTED.replace("Photo:", "Photograph:"), "Skerry Times", "2031-05-08")
    for outlet, text in others.items():
        counting(record, text, outlet, "2031-05-08")
    settle(record)

    found = [one["values"] for one in measures(record, Filters(), knowledge())]

    copied = [[value["copy_of"] for value in values] for values in found]
    wanted = expected and [herald if one == "herald" else one for one in expected]
    assert [sorted(one, key=str) for one in copied] == ([sorted(wanted, key=str)] if wanted else [])

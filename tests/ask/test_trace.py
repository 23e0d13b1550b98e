"""A settled record's copies and traces: who had it from whom, and how a statement's words changed on the way."""

from __future__ import annotations

from typing import Any

import pytest
from dispatches import TEXTS, Print
from drafts import TEXT, Draft, norland

from sayso.ask.copying import Wanted, copies
from sayso.ask.trace import ALONE, SHORT, trace
from sayso.errors import UsageError
from sayso.merge.settling import settle
from sayso.record.store import Record

LONGER = "Fishermen on the larger island said that they had seen no soldier since the spring, and hoped to see none.\n"
HERALD = TEXT.replace("Photo:", LONGER + "\nPhoto:")
TIMES = HERALD.replace("will close the strait", "will close the strait for good").replace("on Monday", "on Sunday")


@pytest.fixture
def told(record: Record) -> dict[str, Any]:
    """A dispatch, a copy with a changed quotation, and a copy of that; the ids of articles and of the quotation."""
    ids: dict[str, Any] = {}
    for name, text, outlet, day in (
        ("herald", HERALD, "Fjord Herald", "2031-05-07"),
        ("times", TIMES, "Skerry Times", "2031-05-08"),
        ("mail", TIMES.replace("troops", "soldiers"), "Cape Mail", "2031-05-09"),
    ):
        draft = quoting(text, outlet, day)
        record.add(draft.capture, draft.reading)
        ids[name] = draft.id
        ids[f"{name} quote"] = draft.reading.statements[0].id
    settle(record)
    return {"record": record, **ids}


def quoting(text: str, outlet: str, day: str) -> Draft:
    """An article with one statement, which it quotes."""
    draft = Draft(text=text, outlet=outlet, published=day, path=f"{outlet}.txt")
    start = text.index("“We will close")
    quote = text[start : text.index("”", start) + 1]
    draft.statement(None, "told", quote)
    return draft


def test_copies_tell_what_was_changed(told: dict[str, Any]) -> None:
    """CONTRACT's form: each copy beside its nearest original, with edits inside quotations first."""
    rows = list(copies(told["record"]))

    assert [(row["original"], row["copy"]) for row in rows] == [
        (told["herald"], told["times"]),
        (told["times"], told["mail"]),
    ]
    first = rows[0]
    assert first["direction"] == "date"
    assert first["reason"] == "Fjord Herald published it 2031-05-07, Skerry Times 2031-05-08"
    assert [(one["op"], one["before"], one["after"], one["in_quote"]) for one in first["edits"]] == [
        ("insert", "", "for good", True),
        ("replace", "Monday", "Sunday", False),
    ]
    assert first["edits"][0]["around"][0].endswith("close the strait ")
    assert 0.7 < first["similarity"] < 1
    assert first["containment"]["original"] > 0.9
    assert first["copy_article"]["outlet"] == "Skerry Times"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"outlet": "cape mail"}, [("times", "mail")]),
        ({"outlet": "Nobody's"}, []),
        ({"article": "herald"}, [("herald", "times")]),
    ],
)
def test_copies_are_narrowed(told: dict[str, Any], wanted: dict[str, str], expected: list[tuple[str, str]]) -> None:
    """To an outlet or an article, on either side."""
    given = {key: told.get(value, value) for key, value in wanted.items()}
    rows = copies(told["record"], Wanted(**given))

    assert [(row["original"], row["copy"]) for row in rows] == [(told[one], told[other]) for one, other in expected]


def test_an_article_is_traced_to_where_it_was_first(told: dict[str, Any]) -> None:
    """The chain stands in order, each link with whom it is from, by what sign, and what changed."""
    found = trace(told["record"], told["mail"])

    assert found["first"]["id"] == told["herald"]
    assert found["reason"]
    assert [link["article"]["id"] for link in found["chain"]] == [told["herald"], told["times"], told["mail"]]
    assert [[step["article"] for step in link["from"]] for link in found["chain"]] == [
        [],
        [told["herald"]],
        [told["times"]],
    ]
    assert [edit["after"] for edit in found["chain"][2]["from"][0]["edits"]] == ["soldiers"]
    assert found["shared"] == []


def test_a_statement_is_traced_word_by_word(told: dict[str, Any]) -> None:
    """Its words in every article of the chain, the entry that was read there, and only the edits that touched it."""
    found = trace(told["record"], told["times quote"])

    assert found["kind"] == "statement"
    assert [link["words"] for link in found["chain"]] == [
        "“We will close the strait unless Sudmark withdraws its 4,000 troops,”",
        "“We will close the strait for good unless Sudmark withdraws its 4,000 troops,”",
        "“We will close the strait for good unless Sudmark withdraws its 4,000 soldiers,”",
    ]
    assert [link["entry"] for link in found["chain"]] == [told[f"{name} quote"] for name in ("herald", "times", "mail")]
    assert [[edit["after"] for step in link["from"] for edit in step["edits"]] for link in found["chain"]] == [
        [],
        ["for good"],
        ["soldiers"],
    ]


def test_what_only_shares_a_quotation_stands_beside(record: Record) -> None:
    """Two reporters of one speech: no chain, and the words that both have."""
    one = Print(TEXTS["strait"], "Fjord Herald", "2031-03-03").add(record)
    other = Print(TEXTS["rival-strait"], "Skerry Times", "2031-03-04").add(record)
    settle(record)
    found = trace(record, one)

    assert list(copies(record)) == []
    assert (found["first"]["id"], found["reason"]) == (one, ALONE)
    assert [(row["relation"], row["article"]["id"]) for row in found["shared"]] == [("quotation", other)]
    assert "A country that does not guard its own door" in found["shared"][0]["words"]


def test_an_open_origin_is_said_to_be_open(record: Record) -> None:
    """Nothing tells which was first: no first, a reason, and a row that claims no direction."""
    one = Print(TEXTS["strait"], "Fjord Herald").add(record)
    Print(TEXTS["strait"].replace("reckless", "criminal"), "Skerry Times").add(record)
    settle(record)
    (row,) = copies(record)
    found = trace(record, one)

    assert row["direction"] is None
    assert found["first"] is None
    assert found["reason"] == row["reason"]
    assert "neither credits, dates nor what either leaves out" in row["reason"]


def test_a_retracted_outlet_leaves_the_family(told: dict[str, Any]) -> None:
    """What people took out is no link of a chain; undone, it is one again."""
    record: Record = told["record"]
    (overlay,) = record.desk.retract_outlet("Skerry Times", by="M. Reyes", why="a forgery")
    assert [(row["original"], row["copy"]) for row in copies(record)] == [(told["herald"], told["mail"])]
    record.desk.undo(overlay.id, by="M. Reyes", why="it was none")

    assert len(list(copies(record))) == 2


def test_only_the_newest_version_of_a_copy_is_listed(record: Record) -> None:
    """An older one is there when it is asked for."""
    Print(TEXTS["strait"], "Fjord Herald", "2031-03-03").add(record)
    url = "https://times.example/strait"
    Print(TEXTS["strait"], "Skerry Times", "2031-03-04", url).add(record)
    newer = Print(TEXTS["strait"].replace("reckless", "criminal"), "Skerry Times", "2031-03-05", url).add(record)
    settle(record)

    assert [row["copy"] for row in copies(record)] == [newer]
    assert len(list(copies(record, Wanted(versions=True)))) == 2


def test_what_cannot_be_traced_says_why(record: Record) -> None:
    """A story too short to compare has no first; an entity has no text."""
    article = Print("Strait closed\n\nThe strait is closed, Ada Holm said.").add(record)
    draft = norland()
    record.add(draft.capture, draft.reading)
    settle(record)

    assert trace(record, article) == {
        "id": article, "kind": "article", "article": article, "first": None, "reason": SHORT, "chain": [], "shared": [],
    }  # fmt: skip
    with pytest.raises(UsageError, match="is an entity; trace an article"):
        trace(record, "local:ada-holm")

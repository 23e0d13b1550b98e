"""Names and beginnings of ids to what they name."""

from __future__ import annotations

import pytest
from drafts import norland
from sqlalchemy import Column, MetaData, String, Table, create_engine, insert, select, text

from sayso.errors import UsageError
from sayso.record.beginnings import from_beginning
from sayso.record.engine import is_url
from sayso.record.store import Record


@pytest.fixture
def filled(record: Record) -> Record:
    record.add(norland().capture, norland().reading)
    return record


def test_the_beginning_of_an_id_is_enough(filled: Record) -> None:
    """Eight characters of an entry's or article's id, as lists show them, find it."""
    draft = norland()

    for entry in draft.reading.entries():
        assert filled.find(entry.id[:8]) == (type(entry).__name__.lower(), entry.id)
    assert filled.find(draft.id[:8]) == ("article", draft.id)
    assert filled.find("Q-norland") == ("entity", "Q-norland")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("st00000000", "nothing in this record has the id"),
        ("st", "nothing in this record has the id"),
        ("", "nothing in this record has the id"),
        ("loca", "is the beginning of local:ada-holm, local:radio-fjord"),
        ("local%", "nothing in this record has the id"),
    ],
)
def test_what_names_nothing_or_too_much_says_so(filled: Record, given: str, expected: str) -> None:
    """An unknown or an ambiguous id is a usage error that tells which."""
    with pytest.raises(UsageError, match=expected):
        filled.find(given)


def test_a_beginning_is_meant_to_the_letter(place: str) -> None:
    """In a database that sorts as English does too, where "AB-CD2" stands between "ab-cd" and "ab-ce"."""
    english = String().with_variant(String(collation="en-x-icu"), "postgresql")
    told = Table("told", MetaData(), Column("id", english, primary_key=True))
    ids = ["ab-cd", "ab-cd1", "ab-cd\u00e9", "ab-cdz", "AB-CD2", "ab-ce", "ab-c", "ab_cd4", "abcd5", "ab%cd"]
    engine = create_engine(place if is_url(place) else f"sqlite:///{place}")
    with engine.begin() as connection:
        told.create(connection)
        connection.execute(insert(told), [{"id": one} for one in ids])
        for beginning in ("ab-cd", "ab", "AB", "ab%", "ab-cd\u00e9", "b"):
            found = connection.execute(select(told.c.id).where(from_beginning(told.c.id, beginning))).scalars()
            assert set(found) == {one for one in ids if one.startswith(beginning)}, beginning
        if not is_url(place):
            plan = "EXPLAIN QUERY PLAN SELECT id FROM told WHERE "
            asked = from_beginning(told.c.id, "ab").compile(engine, compile_kwargs={"literal_binds": True})
            assert "SEARCH told USING" in str(connection.execute(text(f"{plan}{asked}")).one())
    engine.dispose()

"""Pages of a record: the same entries as its lists, newest first, whatever is asked for and comes meanwhile."""

from __future__ import annotations

import pytest
from drafts import Draft, norland
from sqlalchemy import event

from sayso.record import order, paging
from sayso.record.filters import Filters
from sayso.record.order import Place
from sayso.record.pages import Pages
from sayso.record.store import Record
from sayso.terms import EntityKind

DATES = ("2031-05-07", "2031-05", "2031-05-07", None, "../2031-06-01", None, "2031-05-09", "2031-05-07")


def brief(number: int, published: str | None = "2031-05-07", **more: str) -> Draft:
    """An article of two statements by two persons, both of whom are named in many."""
    text = f"Ada Holm said that ship {number} would sail. Olav Brandt denied that ship {number} was armed."
    given = {"outlet": f"Outlet {number % 3}", **more}
    draft = Draft(text=text, path=f"{number}.txt", published=published, **given)  # type: ignore[arg-type]
    for key, name in (("local:person/holm-ada", "Ada Holm"), ("local:person/brandt-olav", "Olav Brandt")):
        draft.entity(key, EntityKind.PERSON, name, name)
    draft.statement("local:person/holm-ada", "said", f"that ship {number} would sail")
    draft.statement("local:person/brandt-olav", "denied", f"that ship {number} was armed")
    return draft


@pytest.fixture
def filled(record: Record) -> Record:
    record.add(norland().capture, norland().reading)
    for number, published in enumerate(DATES):
        draft = brief(number, published)
        record.add(draft.capture, draft.reading)
    return record


def walked(pages: Pages, kind: str, filters: Filters, size: int) -> list[str]:
    """The ids of every page, in order."""
    found: list[str] = []
    after: Place | None = None
    while True:
        page = pages.entries(kind, filters, after, size)
        found += [one.entry.id for one in page.listed]
        after = page.after
        if after is None:
            return found


FILTERS = (
    Filters(),
    Filters(source="Holm"),
    Filters(source="local:person/brandt-olav", outlet="outlet 1"),
    Filters(target="Radio Fjord"),
    Filters(since="2031-05-08"),
    Filters(until="2031-05-06"),
    Filters(kind="warn"),
    Filters(zone="caption"),
    Filters(asides=False),
    Filters(source="nobody at all"),
)


@pytest.mark.parametrize("size", [1, 3, 100])
@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_pages_hold_what_the_list_holds_each_once(filled: Record, filters: Filters, size: int) -> None:
    """However small the pages; the newest publication first, what has no date last."""
    found = walked(filled.pages, "statement", filters, size)

    assert len(found) == len(set(found))
    assert set(found) == {one.entry.id for one in filled.listed("statement", filters)}
    assert found == walked(filled.pages, "statement", filters, 7)


@pytest.mark.parametrize("kind", ["event", "signal", "figure", "time"])
@pytest.mark.parametrize("filters", [Filters(), Filters(since="2031-05-06"), Filters(article="a")], ids=str)
def test_every_kind_has_pages(filled: Record, kind: str, filters: Filters) -> None:
    """Events and figures by who said so, too."""
    assert set(walked(filled.pages, kind, filters, 2)) == {one.entry.id for one in filled.listed(kind, filters)}
    if kind in ("event", "figure"):
        said = Filters(source="local:ada-holm")
        assert set(walked(filled.pages, kind, said, 2)) == {one.entry.id for one in filled.listed(kind, said)} != set()


def test_the_newest_come_first_and_the_undated_last(filled: Record) -> None:
    """By the first day that a date may mean; within an article in the order of its text."""
    page = filled.pages.entries("statement", Filters(), None, 100)
    days = [one.publication.published for one in page.listed]

    assert days[0] == "2031-05-09"
    assert days[-4:] == [None] * 4
    assert days.index("../2031-06-01") == len(days) - 6
    places: dict[str, list[int]] = {}
    for one in page.listed:
        places.setdefault(one.publication.id, []).append(one.quoted[0].start)
    assert all(starts == sorted(starts) for starts in places.values())


def test_what_is_added_meanwhile_moves_no_page(filled: Record) -> None:
    """Whoever is on the second page meets what he would have met, and nothing twice."""
    before = walked(filled.pages, "statement", Filters(), 100)
    first = filled.pages.entries("statement", Filters(), None, 5)
    for number in range(20, 26):
        draft = brief(number, "2031-05-09" if number % 2 else "2031-04-01")
        filled.add(draft.capture, draft.reading)
    rest: list[str] = []
    after = first.after
    while after is not None:
        page = filled.pages.entries("statement", Filters(), after, 5)
        rest += [one.entry.id for one in page.listed]
        after = page.after

    seen = [*(one.entry.id for one in first.listed), *rest]
    assert len(seen) == len(set(seen))
    assert [one for one in seen if one in before] == before


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_what_is_frequent_is_met_on_the_way(filled: Record, monkeypatch: pytest.MonkeyPatch, filters: Filters) -> None:
    """The same entries in the same order as where they are rare and looked up."""
    looked_up = walked(filled.pages, "statement", filters, 4)
    monkeypatch.setattr(paging, "RARE", 0)
    monkeypatch.setattr(paging, "WEIGHED", 1)
    monkeypatch.setattr(order, "FEW", 0)
    monkeypatch.setattr(order, "LOT", 2)

    assert walked(filled.pages, "statement", filters, 4) == looked_up


def test_a_page_ends_before_it_is_full_where_too_much_would_be_looked_through(
    filled: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so, and the next goes on from there, so that nothing is lost."""
    monkeypatch.setattr(paging, "RARE", 0)
    monkeypatch.setattr(paging, "WEIGHED", 1)
    monkeypatch.setattr(paging, "BUDGET", 2)
    page = filled.pages.entries("statement", Filters(kind="warn"), None, 10)

    assert page.looked_through
    assert page.listed == ()
    assert page.after is not None
    wanted = {one.entry.id for one in filled.listed("statement", Filters(kind="warn"))}
    assert set(walked(filled.pages, "statement", Filters(kind="warn"), 10)) == wanted


def test_pages_show_entries_as_people_have_them(filled: Record) -> None:
    """Corrected ones are found by what they were corrected to, rejected ones only where they are asked for."""
    one, other, *_ = (listed.entry.id for listed in filled.listed("statement", Filters(source="local:person/holm-ada")))
    filled.desk.correct(one, {"source": "local:ada-holm", "act": "warn"}, by="M. Reyes", why="misread")
    filled.desk.reject(other, by="M. Reyes", why="no statement")
    for filters in (*FILTERS, Filters(source="local:ada-holm"), Filters(rejected=True, kind="assert")):
        assert set(walked(filled.pages, "statement", filters, 3)) == {
            listed.entry.id for listed in filled.listed("statement", filters)
        }


@pytest.mark.parametrize(
    "filters",
    [Filters(), Filters(outlet="outlet 1"), Filters(since="2031-05-08"), Filters(until="2031-05-07")],
    ids=str,
)
def test_articles_have_pages_too(filled: Record, filters: Filters) -> None:
    """With how much was read from each."""
    found: list[str] = []
    after: Place | None = None
    while True:
        page = filled.pages.articles(filters, after, 2)
        found += [row["id"] for row in page.rows]
        after = page.after
        if after is None:
            break

    listed = {row["id"]: row for row in filled.articles(filters)}
    assert len(found) == len(set(found))
    assert set(found) == set(listed)
    for row in filled.pages.articles(filters, None, 100).rows:
        told = listed[row["id"]]
        assert {key: row[key] for key in ("outlet", "published", "entries", "path")} == {
            key: told[key] for key in ("outlet", "published", "entries", "path")
        }


def test_a_page_reads_no_table_from_end_to_end(filled: Record) -> None:
    """SQLite finds every row of a page by an index, for frequent and for rare conditions (EXPLAIN QUERY PLAN)."""
    engine = filled._engine
    if engine.dialect.name != "sqlite":
        pytest.skip("SQLite's plans")
    asked: list[tuple[str, object]] = []
    event.listen(engine, "before_cursor_execute", lambda _c, _cu, text, given, *_: asked.append((text, given)))
    for filters in (Filters(), Filters(source="local:person/holm-ada"), Filters(target="Q-sudmark", kind="warn")):
        filled.pages.entries("statement", filters, None, 3)
    filled.pages.articles(Filters(), None, 3)
    large = ("entries", "statements", "spans", "parties", "sentences", "mentions", "entities", "articles", "readings")
    with engine.connect() as connection:
        for text, given in [one for one in asked if one[0].startswith("SELECT")]:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", given)]
            assert not [
                step for step in plan if step.startswith("SCAN") and step.split()[1] in large and "INDEX" not in step
            ]

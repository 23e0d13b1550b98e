"""What pages ask of a record besides lists: one article, one entry, counts, searches, who is who, and looking only."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise
from threading import Event, Timer

import pytest
from drafts import Draft, norland
from sqlalchemy import text
from test_paging import brief

from sayso.errors import RecordError, UsageError
from sayso.record import search_pages
from sayso.record.acquaintance import Acquaintance
from sayso.record.engine import is_url, looking, open_engine
from sayso.record.filters import Filters
from sayso.record.restraint import restrain
from sayso.record.store import Record, open_to_look
from sayso.terms import EntityKind


@pytest.fixture
def filled(record: Record) -> Record:
    for draft in (norland(), norland(outlet="Skerry Times"), brief(1), brief(2)):
        record.add(draft.capture, draft.reading)
    return record


def test_a_sheet_has_all_that_was_read_as_people_have_it(filled: Record) -> None:
    """In the order of the text, what was rejected left out, what was corrected corrected."""
    article = norland().id
    (warning, *_) = (one.entry.id for one in filled.listed("signal", Filters(article=article)))
    filled.desk.reject(warning, by="M. Reyes", why="no warning")
    sheet = filled.pages.sheet(article)

    assert sheet is not None
    assert warning not in {one.entry.id for one in sheet.listed}
    whole = filled.reading(article)
    assert whole is not None
    assert {one.entry.id for one in sheet.listed} == {one.id for one in whole.entries()}
    assert sheet.article.text == whole.article.text
    assert sheet.versions == (article,)
    assert [path for path, _ in sheet.captures] == ["norland.txt"]
    assert filled.pages.sheet("none") is None


def test_a_page_that_changed_has_its_versions_in_order(record: Record) -> None:
    """From the oldest to the newest, whichever of them is looked at."""
    first, second = (Draft(text=f"{word} sails.", url="https://fjord.example/1", published=day)
                     for word, day in (("One", "2031-05-01"), ("Two", "2031-05-02")))  # fmt: skip
    for draft in (second, first):
        record.add(draft.capture, draft.reading)
    for draft in (first, second):
        sheet = record.pages.sheet(draft.id)
        assert sheet is not None
        assert sheet.versions == (first.id, second.id)


def test_an_entry_comes_with_what_belongs_to_it(filled: Record) -> None:
    """What stands in a statement, what a signal turns on, and the sentences beside its own."""
    article = norland().id
    signal = next(one for one in filled.listed("signal", Filters(article=article, kind="warning")))
    found = filled.pages.kin(signal.entry.id)

    assert found is not None
    assert found.listed == signal
    assert {one.entry.id for one in found.parts} == {signal.entry.statement, signal.entry.condition_event}  # type: ignore[union-attr]
    held = filled.pages.kin(signal.entry.statement or "")  # type: ignore[union-attr]
    assert held is not None
    assert signal.entry.id in {one.entry.id for one in held.within}
    assert held.around is not None
    assert (held.around.number, held.around.before) == (2, None)
    assert (held.around.after or "").startswith("“We will close the strait")
    turned = filled.pages.kin(signal.entry.condition_event or "")  # type: ignore[union-attr]
    assert turned is not None
    assert [one.entry.id for one in turned.used_by] == [signal.entry.id]
    assert filled.pages.kin("si00") is None


def test_the_beginning_of_an_id_is_enough(filled: Record) -> None:
    """What begins several ids, or none, is told."""
    article = norland().id

    assert filled.pages.whole(article[:6]) == ("article", article)
    with pytest.raises(UsageError, match="beginning of several"):
        filled.pages.whole(_shared(filled))
    with pytest.raises(UsageError, match="has the id zzzz"):
        filled.pages.whole("zzzz")
    with pytest.raises(UsageError, match="too short"):
        filled.pages.whole("a")


def _shared(record: Record) -> str:
    """A beginning that two entries have: there are enough of them for one of a digit behind the kind."""
    for number in range(100, 160):
        draft = brief(number)
        record.add(draft.capture, draft.reading)
    ids = sorted(one.entry.id for one in record.listed("statement"))
    return next(one[:4] for one, other in pairwise(ids) if one[:4] == other[:4])


def test_totals_are_those_of_the_lists(filled: Record) -> None:
    """Of what stands: retracted articles and rejected entries are not counted."""
    filled.desk.retract_outlet("Outlet 1", by="M. Reyes", why="a forgery")
    totals = filled.pages.totals()

    assert totals.articles == len(list(filled.articles())) == 3
    assert totals.outlets == 3
    for kind, amount in totals.entries.items():
        assert amount == len(list(filled.listed(kind)))
    assert totals.asides == 2
    assert totals.published == ("2031-05-07", "2031-05-07")


def test_entities_are_counted_as_the_command_line_counts_them(filled: Record) -> None:
    """Mentions, articles, names and kinds over all articles that pass."""
    for filters in (Filters(), Filters(outlet="fjord herald"), Filters(kind="person"), Filters(since="2032")):
        listed = filled.merged_entities(filters)
        counted = filled.pages.counted(filters)
        assert [(one.id, one.kind, one.name, one.mentions, one.articles) for one in counted] == [
            (row["id"], row["kind"], row["name"], row["count"], len(row["articles"])) for row in listed
        ]


def test_exchanges_add_up_to_the_signals(filled: Record) -> None:
    """Each signal is counted once for each target; what a person corrected counts as corrected."""
    before = sum(one.amount for one in filled.pages.exchanges())
    threat = next(one.entry.id for one in filled.listed("signal", Filters(kind="threat")))
    filled.desk.correct(threat, {"sender": "local:ada-holm"}, by="M. Reyes", why="she says it")
    exchanges = filled.pages.exchanges()

    assert before == sum(one.amount for one in exchanges) == len(list(filled.listed("signal")))
    assert {one.sender for one in exchanges if one.kind == "threat"} == {"local:ada-holm", "Q-norland"}


def test_the_state_changes_with_the_record(filled: Record) -> None:
    """With what is added and with what people say and take back; and with nothing else."""
    states = [filled.pages.state(), filled.pages.state()]
    draft = brief(9)
    filled.add(draft.capture, draft.reading)
    states.append(filled.pages.state())
    (made,) = filled.desk.retract_outlet("Outlet 0", by="M. Reyes", why="a forgery")
    states.append(filled.pages.state())
    filled.desk.undo(made.id, by="M. Reyes", why="no forgery")
    states.append(filled.pages.state())

    assert states[0] == states[1]
    assert len(set(states)) == 4


def test_a_search_marks_the_words_and_counts_where_they_are(filled: Record) -> None:
    """In any of their endings; a page further on is of the same hits."""
    page = filled.pages.search("ships armed", (), Filters(), 1, None, 0)

    assert page.amount == 2
    assert list(page.found[0].marked[1::2]) == ["ship", "armed"]
    assert "".join(page.found[0].marked) == page.found[0].hit.sentence
    assert dict(page.facets["outlet"]) == {"Outlet 1": 1, "Outlet 2": 1}
    late = brief(7)
    filled.add(late.capture, late.reading)
    rest = filled.pages.search("ships armed", (), Filters(), 1, page.newest, page.at or 0)
    assert {one.hit.publication.id for one in (*page.found, *rest.found)} == {brief(1).id, brief(2).id}
    assert rest.at is None


def test_a_search_ranks_no_more_than_a_window(filled: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says that older sentences hold the words too."""
    monkeypatch.setattr(search_pages, "WINDOW", 1)
    page = filled.pages.search("ship", (), Filters(), 10, None, 0)

    assert (page.amount, page.is_window) == (1, True)


def test_a_search_asks_for_entries_as_the_command_line_does(filled: Record) -> None:
    """By kind of entry and by who said it."""
    for kinds, filters in (((), Filters(source="Holm")), (("signal",), Filters()), (("event",), Filters(asides=False))):
        page = filled.pages.search("the", kinds, filters, 100, None, 0)
        hits = filled.search("the", kinds, filters)
        assert {(one.hit.publication.id, one.hit.start) for one in page.found} == {
            (hit.publication.id, hit.start) for hit in hits
        }


def test_words_that_hold_our_marks_are_shown_whole(record: Record) -> None:
    """A text that has the signs by which hits are marked gets no marks, and loses nothing."""
    draft = Draft(text="The \ue000 ship \ue001 sails.")
    record.add(draft.capture, draft.reading)
    (found,) = record.pages.search("ship", (), Filters(), 5, None, 0).found

    assert found.marked == (draft.text,)


def test_who_is_who_is_remembered_and_stays_right(filled: Record) -> None:
    """Pages that remember show what pages that look everybody up show; what people say counts at once."""
    told = Draft(text="Minister Ada Holm sailed. Ada Holm sang.", published="2031-05-08", outlet="Outlet 4")
    told.entity("local:person/holm-ada", EntityKind.PERSON, "Ada Holm", "Ada Holm")
    told.statement("local:person/holm-ada", "sailed", "Ada Holm sang")
    filled.add(told.capture, told.reading)
    pages = filled.pages
    pages.learn()

    def shown(which: Filters) -> tuple[object, object]:
        return pages.entries("statement", which, None, 100), filled.pages.entries("statement", which, None, 100)

    for filters in (Filters(), Filters(source="local:person/holm-ada"), Filters(source="Ada Holm")):
        remembered, anew = shown(filters)
        assert remembered == anew
    filled.desk.merge(["local:ada-holm", "local:person/brandt-olav"], by="M. Reyes", why="one person")
    remembered, anew = shown(Filters(source="local:ada-holm"))
    assert remembered == anew


def test_what_was_learnt_is_learnt_again_of_those_whom_a_new_article_names(filled: Record) -> None:
    """A namesake who acts for another state sets apart whom all articles before took for one."""
    pages = filled.pages
    for number, serves in enumerate(("Q-norland", "Q-norland", "Q-elbonia")):
        told = Draft(
            text="Minister Ida Falk spoke. Ida Falk sang.", published=f"203{number}-05-08", outlet=f"O {number}"
        )
        told.entity("local:person/falk-ida", EntityKind.PERSON, "Ida Falk", "Ida Falk")
        told.entities[-1] = replace(told.entities[-1], affiliation=serves)
        told.statement("local:person/falk-ida", "spoke", "Ida Falk sang")
        filled.add(told.capture, told.reading)
        pages.learn()
        remembered, anew = (one.entries("statement", Filters(), None, 100) for one in (pages, filled.pages))
        assert remembered == anew


def test_an_acquaintance_forgets_when_people_say_something_else() -> None:
    """Names that were looked up before a split may mean others after it."""
    known = Acquaintance()
    known.note("a", None)
    known.under(frozenset())
    assert known.knows("a")
    known.under(frozenset({"ov1"}))
    assert not known.knows("a")


def test_whoever_only_looks_cannot_write(place: str, filled: Record) -> None:
    """Not by mistake either; the database itself refuses."""
    assert filled.pages.totals().articles == 4
    with open_to_look(place) as looked:
        assert looked.pages.totals().articles == 4
        with pytest.raises(RecordError, match=r"read.?only|readonly"):
            looked.desk.retract_outlet("Outlet 1", by="M. Reyes", why="a forgery")


def test_what_is_asked_is_given_up_when_whoever_looks_is_closed(place: str, filled: Record) -> None:
    """At once, however long it would take, and nothing is asked after that."""
    if is_url(place):
        pytest.skip("what PostgreSQL is doing already, it ends")
    closing = Event()
    engine = restrain(open_engine(place, create=False), None, closing)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    Timer(0.1, closing.set).start()
    began = time.monotonic()
    with pytest.raises(RecordError, match="interrupted"), looking(engine) as connection:
        connection.execute(text(endless))
    assert time.monotonic() - began < 5
    with pytest.raises(RecordError, match="being closed"), looking(engine) as connection:
        connection.execute(text("SELECT 1"))
    engine.dispose()


def test_a_question_that_takes_too_long_is_given_up(place: str, filled: Record) -> None:
    """With an error that says so, and the next one is answered."""
    if is_url(place):
        pytest.skip("PostgreSQL has its own clock, and a test of its own")
    engine = restrain(open_engine(place, create=False), 0.05)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    began = time.monotonic()
    with pytest.raises(RecordError, match="interrupted"), looking(engine) as connection:
        connection.execute(text(endless))
    assert time.monotonic() - began < 5
    with looking(engine) as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    engine.dispose()


@pytest.mark.parametrize("name", ["ida falk", "Falk", "Ida", "ada holm", "holm", "Norland", "lk", "Nobody"])
def test_names_that_are_remembered_mean_whom_they_mean_anew(filled: Record, name: str) -> None:
    """Before and after they are learnt, those of an article that came since among them."""
    pages = filled.pages
    pages.learn()
    told = Draft(text="Minister Ida Falk spoke. Falk sang.", published="2031-05-08")
    told.entity("local:person/falk-ida", EntityKind.PERSON, "Ida Falk", "Ida Falk", "Falk")
    filled.add(told.capture, told.reading)
    anew = filled.named(name)
    knowing = filled.knowing(pages.known)
    assert knowing.named(name) == anew
    pages.learn()
    assert pages.known.spelled_until
    assert knowing.named(name) == anew
    assert bool(anew) is (name not in ("lk", "Nobody"))

"""Adding to a record: what is stored, what is merged, what becomes a version, and that nothing is half written."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from drafts import RUN, TAKEN, TEXT, Draft, norland

from sayso.errors import IntegrityError
from sayso.record import keeping
from sayso.record.filters import Filters
from sayso.record.store import Record, open_record
from sayso.spans import Span

URL = "https://fjord.example/strait"


def add(record: Record, draft: Draft) -> str:
    return record.add(draft.capture, draft.reading)


def ids(record: Record, kind: str, **narrowed: object) -> set[str]:
    return {one.entry.id for one in record.listed(kind, Filters(**narrowed))}  # type: ignore[arg-type]


def test_what_is_stored_comes_back_equal(record: Record) -> None:
    """A reading that was added is returned as it was, every field of every entry."""
    draft = norland()

    assert add(record, draft) == "stored"
    assert record.reading(draft.id) == draft.reading


@pytest.mark.parametrize(
    ("second", "expected", "why"),
    [
        ({}, "unchanged", "the same bytes from the same path, read the same way"),
        ({"taken": TAKEN + timedelta(days=1)}, "unchanged", "when a file was taken is no part of what it is"),
        ({"path": "copy/norland.txt"}, "merged", "the same article from another place"),
        ({"outlet": "Skerry Times"}, "stored", "the same text in another outlet is another article"),
        ({"url": URL}, "stored", "an article with a URL is not the one without"),
        ({"text": TEXT + "\nMore follows.\n"}, "stored", "other bytes without a URL are another article"),
        ({"run": "sayso 0.2.0 model ba9876543210"}, "version", "read again by another version"),
        ({"published": "2031-05-08"}, "version", "read again with another date"),
    ],
)
def test_what_becomes_of_a_second_input(record: Record, second: dict[str, object], expected: str, why: str) -> None:
    """What an input is follows from its bytes, outlet and URL, and then from where it was and how it was read."""
    add(record, norland())

    assert add(record, norland(**second)) == expected, why


def test_a_corrected_page_is_a_version_and_the_old_one_stays(record: Record) -> None:
    """Other bytes at the same URL and outlet supersede what was there; lists show the newest, and the old on demand."""
    old = norland(url=URL)
    new = norland(url=URL, text=TEXT.replace("Monday", "Monday night"), taken=TAKEN + timedelta(1))
    add(record, old)

    assert add(record, new) == "version"
    assert {row["id"]: row["superseded_by"] for row in record.articles(Filters(versions=True))} == {
        old.id: new.id,
        new.id: None,
    }
    assert ids(record, "statement") == {one.id for one in new.reading.statements}
    assert ids(record, "statement", versions=True) == {
        one.id for one in (*old.reading.statements, *new.reading.statements)
    }


def test_the_newest_version_does_not_depend_on_the_order_of_adding(record: Record) -> None:
    """An old version of a page that is added late does not supersede the new one."""
    old, new = norland(url=URL), norland(url=URL, text=TEXT + "\nMore follows.\n", published="2031-05-09")
    add(record, new)
    add(record, old)

    assert [row["id"] for row in record.articles()] == [new.id]


def test_reading_again_keeps_ids_and_retracts_the_earlier_reading(record: Record) -> None:
    """Another version's reading takes the place of the earlier one, which is kept, dated, with the reason."""
    first, second = norland(), norland(run="sayso 0.2.0 model ba9876543210")
    dropped = second.entries.pop()
    add(record, first)
    add(record, second)

    assert ids(record, "statement") == {one.id for one in first.reading.statements}
    assert dropped.id not in ids(record, "time")
    retracted = record.walk(dropped.id).retracted
    assert retracted is not None
    assert retracted[1] == keeping.NEWER
    assert record.walk(first.entries[0].id).retracted is None


def test_going_back_to_an_earlier_version_lets_its_reading_stand_again(record: Record) -> None:
    """The reading by whoever read last stands, also where it was retracted in between."""
    first, second = norland(), norland(run="sayso 0.2.0 model ba9876543210")
    dropped = second.entries.pop()
    for draft in (first, second, first):
        add(record, draft)

    assert dropped.id in ids(record, "time")
    assert record.walk(dropped.id).retracted is None


@pytest.mark.parametrize("turned", [False, True], ids=["dated first", "undated first"])
def test_of_two_places_the_one_that_knows_the_date_stands(record: Record, turned: bool) -> None:
    """The same bytes in two places give one article; its date is the earliest known, whichever came first."""
    drafts = [norland(), norland(path="b.txt", published=None), norland(path="c.txt", published="2031-06-01")]
    for draft in reversed(drafts) if turned else drafts:
        add(record, draft)
    (row,) = record.articles()

    assert row["published"] == "2031-05-07"
    assert row["paths"] == ["b.txt", "c.txt", "norland.txt"]


def test_a_later_date_for_the_same_file_corrects_the_earlier(record: Record) -> None:
    """What is said of one and the same file now takes the place of what was said of it before."""
    add(record, norland(published="2001-01-01"))
    add(record, norland(published="2031-05-08"))
    (row,) = record.articles()

    assert row["published"] == "2031-05-08"


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda r: replace(r, article=replace(r.article, text=r.article.text[:200])), "past the end"),
        (lambda r: replace(r, article=replace(r.article, outlet="Other")), "another id"),
        (lambda r: replace(r, article=replace(r.article, zones=r.article.zones[1:])), "no zone covers"),
        (lambda r: replace(r, statements=r.statements * 2), "2 of this id"),
        (lambda r: replace(r, figures=(replace(r.figures[0], span=Span(0, 7)),)), "give another id"),
        (lambda r: replace(r, statements=r.statements[1:]), "is not there"),
        (
            lambda r: replace(r, article=replace(r.article, text=r.article.text.replace("war", "w\0r"))),
            "no database takes",
        ),
        (lambda r: replace(r, article=replace(r.article, sha256="0" * 64)), "another id"),
    ],
)
def test_a_reading_that_does_not_hold_is_refused_whole(record: Record, spoil: object, expected: str) -> None:
    """Evidence that would break the walk to the bytes never gets in, and the message says what is wrong."""
    draft = norland()

    with pytest.raises(IntegrityError, match=expected):
        record.add(draft.capture, spoil(draft.reading))  # type: ignore[operator]
    assert list(record.articles()) == []


def test_a_failing_write_leaves_nothing_of_the_article(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error half-way through an article takes back all of it; the next add stores it whole."""
    draft = norland()
    with monkeypatch.context() as broken:
        broken.setattr(keeping, "_settle_readings", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            add(record, draft)

    assert list(record.dump()) == []
    assert add(record, draft) == "stored"


KILLED = """
import os, sys
sys.path.insert(0, sys.argv[1])
from drafts import norland
from sayso.record import keeping, rows
from sayso.record.store import open_record

record = open_record(sys.argv[2])
record.add(norland(path="first.txt", outlet="First").capture, norland(path="first.txt", outlet="First").reading)
insert = rows._insert
rows._insert = lambda *given: os._exit(9) if given[1].name == sys.argv[3] else insert(*given)
second = norland(path="second.txt", outlet="Second")
record.add(second.capture, second.reading)
"""


@pytest.mark.parametrize("table", ["zones", "spans"])
def test_a_killed_process_leaves_whole_articles_only(place: str, table: str) -> None:
    """Killed between two tables of its second article, a record holds the first, and finishes when asked again."""
    ran = subprocess.run([sys.executable, "-c", KILLED, str(Path(__file__).parents[1]), place, table], check=False)
    second = norland(path="second.txt", outlet="Second")

    assert ran.returncode == 9
    with open_record(place) as record:
        assert [row["outlet"] for row in record.articles()] == ["First"]
        assert [one.faults for one in record.verify(None, "0.1.0") if one.faults] == []
        assert [run["ended_at"] is None for run in record.runs()] == [False, True]
        assert add(record, second) == "stored"


def test_a_reader_sees_the_record_as_it_was_while_a_writer_writes(place: str) -> None:
    """Lists are open during an add, neither waiting for it nor seeing half of it."""
    with open_record(place) as writer, open_record(place) as reader:
        add(writer, norland(outlet="First"))
        seen = reader.listed("statement")
        first = next(seen)
        add(writer, norland(outlet="Second"))

        assert {one.publication.outlet for one in [first, *seen]} == {"First"}
        assert len(list(reader.articles())) == 2


def test_writers_at_the_same_time_wait_for_one_another(place: str) -> None:
    """Several writers of the same input leave what one would have left."""
    drafts = [norland(outlet=f"Outlet {number % 3}", path=f"{number}.txt") for number in range(6)]
    with open_record(place) as record:

        def work() -> None:
            with open_record(place) as own, own.run() as run:
                for draft in drafts:
                    run.take()
                    run.add(draft.capture, draft.reading)

        threads = [Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(list(record.articles())) == 3
        assert sum(run["stored"] for run in record.runs()) == 3
        assert sum(run["merged"] for run in record.runs()) == 3
        assert sum(run["unchanged"] for run in record.runs()) == 12


def test_a_run_accounts_for_every_input(record: Record) -> None:
    """Read is stored and merged and unchanged and quarantined; versions are told apart among the stored."""
    drafts = [norland(), norland(path="b.txt"), norland(), norland(run="sayso 0.2.0 model 1")]
    with record.run() as run:
        for draft in drafts:
            run.take()
            run.add(draft.capture, draft.reading)
        run.take()
        run.quarantine("page.pdf", None, "binary", "starts with %PDF")
    (row,) = record.runs()

    assert [row[name] for name in ("read", "stored", "versions", "merged", "unchanged", "quarantined")] == [
        5,
        2,
        1,
        1,
        1,
        1,
    ]
    assert [one["reason"] for one in record.quarantined()] == ["binary"]


def test_what_is_refused_again_is_listed_once(record: Record) -> None:
    """The list tells what could not be read, not how often it was tried; another reason is another line."""
    for reason in ("binary", "binary", "too_large"):
        record.quarantine("page.pdf", "ab12", reason, "")

    assert sorted(row["reason"] for row in record.quarantined()) == ["binary", "too_large"]


OTHER = "sayso 0.2.0 model ba9876543210"


@pytest.mark.parametrize(
    ("asked", "maker", "expected", "why"),
    [
        ({}, RUN, True, "the same bytes, path, hints and maker"),
        ({"taken": TAKEN + timedelta(1)}, RUN, True, "taken again later"),
        ({"taken": TAKEN - timedelta(1)}, RUN, False, "taken earlier than was known"),
        ({}, OTHER, False, "another maker may read it otherwise"),
        ({"path": "b.txt"}, RUN, False, "another place"),
        ({"published": "2031-05-08"}, RUN, False, "another date"),
        ({"outlet": "Post"}, RUN, False, "another outlet"),
        ({"text": TEXT + "\n"}, RUN, False, "other bytes"),
    ],
)
def test_what_is_known_need_not_be_read_again(
    record: Record, asked: dict[str, object], maker: str, expected: bool, why: str
) -> None:
    """A capture whose reading stands counts as unchanged without being read; anything else has to be read."""
    add(record, norland())
    run = record.begin()
    draft = Draft(**asked)  # type: ignore[arg-type]

    assert run.knows(draft.capture, maker) == (draft.id if expected else None), why
    assert run.counts().unchanged == expected


def test_a_maker_whose_reading_was_retracted_reads_again(record: Record) -> None:
    """Going back to an earlier version is not unchanged: its reading has to stand again."""
    add(record, norland())
    add(record, norland(run=OTHER))

    assert record.begin().knows(norland().capture, RUN) is None


def test_a_run_that_lost_an_input_is_an_integrity_error(record: Record) -> None:
    """An input that was taken and never accounted for ends the run with an error."""
    run = record.begin()
    run.take()

    with pytest.raises(IntegrityError, match="does not add up"):
        run.end()


def test_a_file_name_that_is_no_utf8_is_kept_readable(record: Record) -> None:
    """Bytes of a path that no database takes are escaped, not lost."""
    draft = norland(path="caf\udce9.txt")
    add(record, draft)

    assert next(record.articles())["path"] == "caf\\udce9.txt"
    assert next(record.articles())["run"] == RUN

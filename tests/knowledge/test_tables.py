"""The shipped tables: every row has a source, every id a row, every time runs forward, and they load fast."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter

import pytest

from sayso.knowledge.tables import days, first_day, last_day, rows

TABLES = {"entities": 7, "names": 7, "belonging": 6, "inside": 4, "groups": 3, "offices": 8}
IDS = {row[0] for row in rows("entities")}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_whole_and_names_its_source(table):
    """A fact without a source is not shipped."""
    bad = [row for row in rows(table) if len(row) != TABLES[table] or not row[-1].strip()]

    assert bad == []


def test_an_id_has_one_row_and_one_form():
    """QIDs come from tables, all other ids are local."""
    counted = Counter(row[0] for row in rows("entities"))

    assert [key for key, times in counted.items() if times > 1] == []
    assert [
        key
        for key in IDS
        if not re.fullmatch(r"Q\d+|local:organ/(Q\d+|[a-z]+/[a-z-]+)/[a-z0-9-]+|local:[a-z]+/[a-z0-9_-]+", key)
    ] == []


def test_a_qid_comes_from_a_table_with_a_source():
    """No Wikidata id from memory: a row entered by hand with a QID says which table gave the id."""
    bad = [
        row for row in rows("entities") if row[0].startswith("Q") and row[-1] == "own knowledge" and row[1] != "person"
    ]

    assert bad == []


def test_every_fact_is_about_something_in_the_tables():
    """Names, memberships, places and offices point to entities that exist."""
    pointed = {row[0] for row in rows("names")}
    pointed |= {key for row in rows("belonging") for key in row[:2]}
    pointed |= {key for row in rows("inside") for key in row[:2] if key}
    pointed |= {key for row in rows("offices") for key in (row[0], row[2])}
    pointed |= {key[1:] for row in rows("groups") for key in row[1].split()}

    assert pointed - IDS == set()


def test_times_run_forward():
    """No spell ends before it starts."""
    spans = [row[3:5] for row in rows("names")] + [row[3:5] for row in rows("belonging")]
    spans += [row[4:6] for row in rows("offices")] + [row[3:5] for row in rows("entities")]
    backward = [span for span in spans if span[0] and span[1] and first_day(span[0]) > last_day(span[1])]

    assert backward == []


def test_a_year_is_all_its_days():
    """A time is as precise as its source: 1991 begins in January and ends in December, a month on its last day."""
    assert str(days("1991", "1991").last) == "1991-12-31"
    assert str(days("1992-02", "1992-02").last) == "1992-02-29"
    assert str(days("1992-02", "").first) == "1992-02-01"


def test_the_tables_load_within_a_blink():
    """Well under half a second of one weak core in a fresh process; the best of three, for the machine may be busy."""
    code = (
        "import time; t = time.process_time()\n"
        "from sayso.knowledge import knowledge\n"
        "knowledge().find('x'); print(time.process_time() - t)"
    )
    took = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in range(3)
    ]

    assert min(took) < 0.4

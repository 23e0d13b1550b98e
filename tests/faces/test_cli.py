"""The command line: what it prints for people and machines, which record it takes, and how it exits."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from drafts import TEXT, norland

from sayso import __version__
from sayso.faces import intake
from sayso.merge.settling import settle
from sayso.record.store import open_record

Sayso = Callable[..., Any]


def lines(result: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def two_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two articles of one text, as `sayso add news` makes it."""
    file = tmp_path_factory.mktemp("two") / "sayso.db"
    with open_record(str(file)) as record:
        for name, outlet in (("herald", "Fjord Herald"), ("times", "Skerry Times")):
            draft = norland(path=f"news/{name}.txt", outlet=outlet)
            record.add(draft.capture, draft.reading)
        settle(record)
    return file


@pytest.fixture
def added(sayso: Sayso, news: Path, two_articles: Path) -> Sayso:
    """The command line with that record in its folder, and the files that it was made from."""
    shutil.copy(two_articles, news.parent / "sayso.db")
    return sayso


def test_add_prints_a_sum_that_comes_out(sayso: Sayso, news: Path) -> None:
    """What was read is accounted for, the second time as unchanged, from elsewhere as merged."""
    assert "2 read = 2 stored, in sayso.db" in sayso("add", "news").stdout
    assert "2 read = 0 stored + 2 unchanged, in sayso.db" in sayso("add", "news").stdout
    assert "1 read = 0 stored + 1 merged" in sayso("add", str(news / "herald.txt")).stdout


def test_add_prints_json_for_each_input_and_the_run(sayso: Sayso, news: Path) -> None:
    """Machines get one line an input and the counts last."""
    first, second, run = lines(sayso("add", "news", "--json"))

    assert (first["schema"], first["path"], first["became"]) == ("sayso/added/1", "news/herald.txt", "stored")
    assert second["article"] != first["article"]
    assert run == {
        "schema": "sayso/run/1",
        "read": 2,
        "stored": 2,
        "versions": 0,
        "merged": 0,
        "unchanged": 0,
        "quarantined": 0,
    }


@pytest.mark.parametrize(
    ("text", "reason", "why"),
    [
        ("REFUSE", "no_article", "the reader finds no article"),
        ("CRASH", "crashed", "the reader trips over it"),
        (None, "unreadable", "there is no such file"),
    ],
)
def test_what_cannot_be_read_is_quarantined_and_the_run_goes_on(
    sayso: Sayso, news: Path, text: str | None, reason: str, why: str
) -> None:
    """One bad input costs itself, is named with its reason, and makes the exit code 3."""
    bad = news.parent / "bad.txt"
    if text is not None:
        bad.write_text(text)
    result = sayso("add", "bad.txt", "news")

    assert result.exit_code == 3, why
    assert "3 read = 2 stored + 1 quarantined" in result.stdout
    assert f"bad.txt: {reason}" in result.stderr
    assert [(row["path"], row["reason"]) for row in lines(sayso("quarantine", "--json"))] == [("bad.txt", reason)]
    assert reason in sayso("quarantine").stdout


def test_read_prints_a_reading_a_line_and_needs_no_record(sayso: Sayso, news: Path) -> None:
    """CONTRACT's reading, or a quarantine line; no database is made."""
    (news / "bad.txt").write_text("REFUSE")
    result = sayso("read", "news", "--json")
    bad, herald, times = lines(result)

    assert result.exit_code == 3
    assert bad == {
        "schema": "sayso/quarantine/1",
        "path": "news/bad.txt",
        "reason": "no_article",
        "detail": "the text asks for it",
    }
    assert (herald["schema"], herald["article"]["outlet"]) == ("sayso/reading/1", "Fjord Herald")
    assert herald["article"]["text"] == times["article"]["text"] == TEXT
    assert {"zones", "entities", "statements", "events", "signals", "figures", "times"} <= set(herald)
    assert not Path("sayso.db").exists()


def test_read_shows_a_person_every_kind(sayso: Sayso, news: Path) -> None:
    """The head of the article and a table a kind."""
    result = sayso("read", str(news / "herald.txt"))

    assert result.exit_code == 0
    for words in (
        "Fjord Herald · 2031-05-07",
        "3 statements",
        "2 signals",
        "3 events",
        "1 figure",
        "2 times",
        "Ada Holm",
    ):
        assert words in result.stdout


def test_standard_input_takes_what_is_known_from_options(sayso: Sayso) -> None:
    """`-` with outlet, date and URL."""
    result = sayso(
        *("read", "-", "--json", "--outlet", "Post", "--published", "2031-05", "--url", "https://post.example/1"),
        input=TEXT,
    )
    article = lines(result)[0]["article"]

    assert (article["path"], article["outlet"], article["published"]) == ("-", "Post", "2031-05")
    assert article["url"] == "https://post.example/1"


@pytest.mark.parametrize("kind", ["statements", "events", "signals", "figures", "times"])
def test_a_list_has_the_ids_that_read_printed(added: Sayso, kind: str) -> None:
    """An entry has one id, in `read` and in every list; each row says where it is from."""
    reading = lines(added("read", "news/herald.txt", "--json"))[0]
    rows = lines(added(kind, "--json", "--outlet", "Fjord Herald"))

    assert [row["id"] for row in rows] == sorted(
        (row["id"] for row in reading[kind]), key=[r["id"] for r in rows].index
    )
    for row in rows:
        own = next(one for one in reading[kind] if one["id"] == row["id"])
        assert {**row, **own} == row
        assert (row["article"], row["run"]) == (reading["article"]["id"], reading["run"])
        assert row["sentence"]


def test_statements_and_signals_tell_who_else_reports_them(added: Sayso) -> None:
    """Copies of one text are one report, and each names the other."""
    rows = lines(added("statements", "--json", "--no-asides"))

    assert {row["reports"] for row in rows} == {1}
    assert all(row["same_as"] == [other["id"]] for row, other in zip(rows[:2], rows[2:], strict=True))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("statements", "--source", "Holm"), "6 statements"),
        (("events", "--kind", "ASSAULT"), "no event passes"),
        (("signals", "--source", "Ruritania"), "no signal passes; nobody in this record is named 'Ruritania'"),
        (("signals", "--kind", "threat"), "threat, if it does not come"),
        (("figures",), "4,000"),
        (("times", "--until", "2031-05-05"), "2 times"),
        (("articles",), "Skerry Times"),
        (("entities", "--kind", "person"), "local:ada-holm"),
        (("search", "fishermen"), "She said the fishermen were with her."),
        (("search", "nowhere"), "no sentence holds these words"),
        (("runs",), "2"),
        (("quarantine",), "nothing was quarantined"),
    ],
)
def test_lists_for_people(added: Sayso, words: tuple[str, ...], shown: str) -> None:
    """Without --json a list is a table, and says so where it is empty."""
    result = added(*words)

    assert result.exit_code == 0
    assert shown in " ".join((result.stdout + result.stderr).split())


def test_show_takes_the_beginning_of_an_id(added: Sayso) -> None:
    """An entry, an article and an entity, for people and machines."""
    entry = norland().reading.statements[0].id

    assert "that any landing" in added("show", entry[:8]).stdout
    assert lines(added("show", entry[:8], "--json"))[0]["id"] == entry
    assert "Sudmark's navy (2)" in added("show", "Q-sudmark").stdout
    assert lines(added("show", "Q-sudmark", "--json"))[0]["count"] == 8
    assert "Photo: Ada Holm at the harbour." in added("show", norland().id[:8]).stdout
    assert lines(added("show", norland().id, "--json"))[0]["text"] == TEXT


def test_a_list_of_one_article_takes_the_beginning_of_its_id(added: Sayso) -> None:
    """Lists show eight characters of an id, and these are enough to ask again."""
    herald, times = (row["id"] for row in lines(added("articles", "--json")))
    found = lines(added("statements", "--article", herald[:8], "--json"))

    assert {row["article"] for row in found} == {herald} != {times}


def test_a_walk_ends_at_the_digest_of_the_bytes(added: Sayso) -> None:
    """Every step is printed, each marked as holding."""
    draft = norland()
    result = added("show", draft.reading.signals[1].id, "--walk")

    assert result.exit_code == 0
    for words in ("spans", "condition", "sentence 3", "body", draft.id, "text", "bytes", draft.capture.sha256):
        assert words in result.stdout
    assert "does not hold" not in result.stdout
    assert lines(added("show", draft.reading.signals[1].id, "--walk", "--json"))[0]["holds"] is True


def test_verify_holds_and_after_tampering_exits_with_4(added: Sayso) -> None:
    """A sound record is proved; a changed word is named, and the exit code says that the record cannot be trusted."""
    sound = added("verify")
    assert (sound.exit_code, "holds" in sound.stdout) == (0, True)
    with open_record("sayso.db") as record, record._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE spans SET words = 'peace' WHERE words = 'war'")

    broken = added("verify")
    assert broken.exit_code == 4
    assert "is not 'peace'" in broken.stderr
    found = lines(added("verify", "--json"))[0]
    assert (found["holds"], len(found["faults"])) == (False, 2)
    assert added("show", norland().reading.signals[0].id, "--walk").exit_code == 4


@pytest.mark.parametrize(
    "words",
    [
        ("--record", "other.db", "articles", "--json"),
        ("articles", "--json", "--record", "other.db"),
        ("-r", "other.db", "articles", "--json"),
        ("--record", "none.db", "articles", "--json", "-r", "other.db"),
    ],
)
def test_the_record_is_named_before_or_after_the_command(added: Sayso, words: tuple[str, ...]) -> None:
    """Both places do the same, and the nearer one wins."""
    added("add", "news/times.txt", "--record", "other.db")

    assert [row["outlet"] for row in lines(added(*words))] == ["Skerry Times"]


def test_the_environment_names_the_record_unless_an_option_does(added: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    """SAYSO_RECORD stands behind both options and before the default."""
    added("add", "news/times.txt", "--record", "other.db")
    monkeypatch.setenv("SAYSO_RECORD", "other.db")

    assert len(lines(added("articles", "--json"))) == 1
    assert len(lines(added("articles", "--json", "--record", "sayso.db"))) == 2
    assert len(lines(added("--record", "sayso.db", "articles", "--json"))) == 2


@pytest.mark.parametrize(
    ("words", "expected", "said"),
    [
        ((), 2, "Usage"),
        (("statments",), 2, "Did you mean 'statements'"),
        (("statements", "--recrod", "x"), 2, "--record"),
        (("signals", "--kind", "thret"), 2, "did you mean threat?"),
        (("signals", "--actor", "Norland"), 2, "they have no actor"),
        (("events", "--since", "soon"), 2, "takes a date such as"),
        (("statements", "--zone", "margin"), 2, "there is no zone 'margin'"),
        (("search", "-only"), 2, ""),
        (("show", "st999999"), 2, "nothing in this record has the id"),
        (("show", "Q-norland", "--walk"), 2, "only an entry can be walked"),
        (("add", "news", "--published", "yesterday"), 2, "--published"),
        (("whatif", "Sudmark lands", "--as-of", "soon"), 2, "--as-of takes a day"),
        (("whatif", " "), 2, "no move is named"),
        (("whatif", "--batch", os.devnull), 2, "names no move"),
        (("articles", "--record", "none.db"), 1, "there is no record at none.db"),
        (("articles", "--record", "news"), 1, "is a folder"),
        (("--version",), 0, __version__),
        (("--help",), 0, "Examples"),
    ],
)
def test_exit_codes_and_what_is_said(added: Sayso, words: tuple[str, ...], expected: int, said: str) -> None:
    """A mistake is answered with its code and what would do; never with a traceback."""
    result = added(*words)

    assert result.exit_code == expected, result.output
    assert said in " ".join((result.stdout + result.stderr).replace("│", " ").split())
    assert "Traceback" not in result.output


def test_a_remark_is_one_line_and_steers_no_terminal(sayso: Sayso) -> None:
    """A file's name may hold anything, and a log is read by its lines."""
    remarks = sayso("add", f"no\x1b[2Jsuch\n{'x' * 200}.txt").stderr.splitlines()

    assert len(remarks) == 1
    assert "\x1b" not in remarks[0]


def test_output_that_cannot_be_written_is_told_in_one_line(added: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is nobody's bug."""

    def full(_: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("typer.echo", full)
    result = added("statements", "--json")

    assert result.exit_code == 1
    assert result.stderr == "sayso: the output cannot be written: No space left on device\n"


@pytest.mark.parametrize(("columns", "widest"), [("60", 60), (None, 140)])
def test_a_list_is_as_wide_as_columns_says(
    added: Sayso, monkeypatch: pytest.MonkeyPatch, columns: str | None, widest: int
) -> None:
    """Without a screen and without COLUMNS a list has room for a sentence beside its columns."""
    monkeypatch.setenv("COLUMNS", columns) if columns else monkeypatch.delenv("COLUMNS", raising=False)

    assert max(map(len, added("statements").stdout.splitlines())) == widest


MOVE = "Sudmark lands troops on the Skerry Islands"


def test_whatif_prints_what_was_said_would_follow(added: Sayso) -> None:
    """CONTRACT's answer for machines; for people the move, the signal with its sentence, and where it stands."""
    (answer,) = lines(added("whatif", MOVE, "--json"))
    (fired,) = answer["fired"]

    assert (answer["query"], answer["understood"], answer["silent"]) == (MOVE, True, False)
    assert (fired["step"], fired["because"], fired["signal"]["kind"]) == (1, ["query"], "warning")
    assert fired["source"] == "Ada Holm"
    assert fired["reports"] == 1
    assert fired["article"]["outlet"] == "Fjord Herald"
    shown = " ".join(added("whatif", MOVE).stdout.split())
    assert f"If {MOVE}" in shown
    assert "warning by Ada Holm" in shown
    assert "would lead to war" in shown


@pytest.mark.parametrize(
    ("words", "understood", "silent", "said"),
    [
        ((MOVE, "--as-of", "2031-05-06"), True, True, "nothing in this record was said to follow"),
        (("Weather permitting",), False, None, "Not understood"),
    ],
)
def test_silence_is_not_the_same_as_not_understood(
    added: Sayso, words: tuple[str, ...], understood: bool, silent: bool | None, said: str
) -> None:
    """A move that was read and sets off nothing is told from words that name none; both are answers."""
    (answer,) = lines(added("whatif", *words, "--json"))
    told = added("whatif", *words)

    assert (answer["understood"], answer["silent"]) == (understood, silent)
    assert (told.exit_code, said in told.stdout) == (0, True)


def test_demo_adds_its_corpus_and_runs_its_moves(sayso: Sayso, tmp_path: Path) -> None:
    """Every dispatch is accounted for, every move is answered, and nothing is left behind unless a record is named."""
    moves = [line for line in (intake.DEMO / "moves.txt").read_text().splitlines() if line]
    dispatches = len(list(intake.DEMO.glob("*-*.txt")))
    told = sayso("demo")

    assert told.exit_code == 0
    assert f"{dispatches} read = {dispatches} stored" in told.stdout
    assert all(move in told.stdout for move in moves)
    assert list(tmp_path.iterdir()) == []
    assert [row["query"] for row in lines(sayso("--record", "cuba.db", "demo", "--json"))] == moves
    assert len(lines(sayso("articles", "--json", "--record", "cuba.db"))) == dispatches


def test_demo_keeps_out_of_the_record_in_the_environment(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that is only meant by default is not filled with invented dispatches."""
    monkeypatch.setenv("SAYSO_RECORD", "real.db")

    assert sayso("demo").exit_code == 0
    assert not Path("real.db").exists()


def test_an_interruption_keeps_what_was_stored(sayso: Sayso, news: Path) -> None:
    """Ctrl-C exits with 130; the run has no end, and adding again goes on from there."""
    (news / "middle.txt").write_text("BREAK OFF")
    result = sayso("add", "news/herald.txt", "news/middle.txt", "news/times.txt")

    assert result.exit_code == 130
    assert [row["ended_at"] for row in lines(sayso("runs", "--json"))] == [None]
    assert "2 read = 1 stored + 1 unchanged" in sayso("add", "news/herald.txt", "news/times.txt").stdout


def test_words_of_an_article_never_steer_the_terminal(sayso: Sayso, news: Path) -> None:
    """Escape sequences and markup are shown, not obeyed; JSON has them as they stand."""
    text = TEXT + "\nThe \x1b[31mred\x1b[0m [bold]fleet[/bold] \u202elies.\n"
    (news / "herald.txt").write_text(text)
    sayso("add", "news")
    shown, printed = sayso("search", "fleet").stdout, sayso("search", "fleet", "--json").stdout

    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]fleet[/bold]" in shown
    assert "\x1b[31mred" in json.loads(printed)["sentence"]


def test_help_is_quick_and_loads_no_database() -> None:
    """`sayso --help` answers in well under half a second, for it loads nothing that it does not need."""
    code = "import sys, sayso.faces.cli; print(*{'sqlalchemy', 'onnxruntime', 'numpy', 'alembic'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    started = time.process_time(), time.monotonic()
    subprocess.run([sys.executable, "-m", "sayso", "--help"], capture_output=True, check=True)

    assert ran.stdout.split() == []
    assert time.monotonic() - started[1] < 5.0  # a dozen times what it takes on an idle machine


def test_output_is_utf8_in_any_locale(tmp_path: Path, added: Sayso) -> None:
    """A locale without UTF-8 changes no byte of the JSON."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    command = [sys.executable, "-m", "sayso", "statements", "--json"]
    ran = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path, env=environment)

    assert "“We will close the strait" in ran.stdout.decode("utf-8")

"""People at the command line: they look, decide with name and reason, take back, and see what changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from drafts import norland

from sayso.record.store import open_record

Sayso = Callable[..., Any]

WHY = ("--why", "so in the transcript", "--by", "M. Reyes")


def lines(result: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def kept(sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sayso:
    """The command line in a folder with a record of two articles."""
    monkeypatch.delenv("SAYSO_BY", raising=False)
    with open_record(str(tmp_path / "sayso.db")) as record:
        for outlet in ("Fjord Herald", "Skerry Times"):
            draft = norland(outlet=outlet)
            record.add(draft.capture, draft.reading)
    return sayso


WARNING, THREAT = (one.id for one in norland().reading.signals)


def test_the_queue_begins_with_the_least_certain(kept: Sayso) -> None:
    """What nobody has looked at, by probability; what was looked at is gone from it."""
    waiting = lines(kept("review", "--json"))
    assert sorted(one["probability"] for one in waiting) == [one["probability"] for one in waiting]
    assert len(waiting) == 14

    assert kept("review", THREAT[:8], "--accept", *WHY).exit_code == 0
    left = lines(kept("review", "--kind", "signals", "--outlet", "Fjord Herald", "--json"))
    assert [one["id"] for one in left] == [WARNING]
    assert "2 of 13 that nobody has looked at" in kept("review", "--limit", "2").stderr


def test_a_decision_is_said_back_with_what_undoes_it(kept: Sayso) -> None:
    """Rejected, the signal is gone; undone by the entry or by the overlay, it is there again."""
    said = kept("review", THREAT, "--reject", *WHY).stdout
    assert f"{THREAT} rejected (M. Reyes: so in the transcript)" in said
    assert THREAT not in kept("signals", "--json").stdout
    assert {"kind": "reject", "by": "M. Reyes", "why": "so in the transcript"} in [
        one["review"] for one in lines(kept("signals", "--rejected", "--json"))
    ]
    assert "undone: " in kept("review", THREAT, "--undo", *WHY).stdout
    assert THREAT in kept("signals", "--json").stdout

    (made,) = lines(kept("review", THREAT, "--reject", *WHY, "--json"))
    assert (made["schema"], made["target"], made["kind"]) == ("sayso/overlay/1", THREAT, "reject")
    assert kept("review", made["id"], "--undo", *WHY).exit_code == 0
    assert THREAT in kept("signals", "--json").stdout


def test_fields_are_set_all_or_none(kept: Sayso) -> None:
    """Several fields at once; where one is wrong, none is set. Both values are shown."""
    wrong = kept("review", THREAT, "--set", "kind=promise", "--set", "sender=Nobody", *WHY)
    assert wrong.exit_code == 2
    assert "neither this record nor the tables know 'Nobody'" in wrong.stderr
    assert kept("review", "--made", "--json").stdout == ""

    assert kept("review", THREAT, "--set", "kind=promise", "--set", "target=Norland", *WHY).exit_code == 0
    (row,) = [one for one in lines(kept("signals", "--json")) if one["id"] == THREAT]
    assert (row["kind"], row["corrected"]["kind"]["was"]) == ("promise", "threat")
    assert "✎ kind was threat (M. Reyes)" in kept("show", THREAT).stdout
    assert len(lines(kept("review", THREAT, "--json"))) == 2
    assert "kind is promise" in kept("review", "--made").stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--accept",), "name the entry"),
        ((THREAT, "--accept", "--reject", *WHY), "one thing at a time"),
        ((THREAT, "--accept", "--why", "because"), "--by NAME"),
        ((THREAT, "--accept", "--by", "M. Reyes"), "--why TEXT"),
        ((THREAT, "--set", "kind", *WHY), "FIELD=VALUE"),
        ((THREAT, "--outcome", "kept", *WHY), "--as-of DATE"),
        ((THREAT, "--outcome", "won", "--as-of", "2031-06-01", *WHY), "there is no outcome 'won'"),
        ((THREAT, "--undo", *WHY), "nobody has said anything"),
        (("Q-norland", "--accept", *WHY), "entities merged and split"),
        (("--kind", "figures"), "there is no kind of entry"),
    ],
)
def test_wrong_usage_is_told_what_would_do(kept: Sayso, words: tuple[str, ...], expected: str) -> None:
    """Exit code 2, and the way out."""
    result = kept("review", *words)
    assert (result.exit_code, expected in result.stderr) == (2, True), result.stderr


def test_a_verdict_and_a_name_from_the_environment(kept: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    """SAYSO_BY signs; the verdict says whether the condition came."""
    monkeypatch.setenv("SAYSO_BY", "A. Osei")
    words = ("--outcome", "averted", "--as-of", "2031-06-01", "--missed", "--why", "called off")
    assert "averted as of 2031-06-01" in kept("review", THREAT, *words).stdout
    (made,) = lines(kept("review", "--made", "--json"))
    assert (made["by"], made["value"]["condition_met"]) == ("A. Osei", False)


def test_the_queue_is_gone_through_by_question_and_answer(kept: Sayso) -> None:
    """Accept, skip, set and stop; a wrong answer is told and the queue goes on."""
    answers = "a\nas printed\nn\ns\nkind\nsong\nit is no kind\nr\nnobody said it\nq\n"
    result = kept("review", "--ask", "--by", "M. Reyes", "--kind", "signals", input=answers)
    assert result.exit_code == 0, result.output
    assert "there is no kind 'song'" in result.stderr
    assert [one["kind"] for one in lines(kept("review", "--made", "--json"))] == ["accept", "reject"]


def test_an_outlet_is_retracted_and_brought_back(kept: Sayso) -> None:
    """Its articles leave the lists, are there when asked for, and come back."""
    assert kept("retract", "--outlet", "skerry times", *WHY).exit_code == 0
    assert [one["outlet"] for one in lines(kept("articles", "--json"))] == ["Fjord Herald"]
    assert sorted(
        (one["review"] and one["review"]["kind"] for one in lines(kept("articles", "--rejected", "--json"))), key=str
    )[::-1] == ["retract", None]
    assert kept("retract", "--outlet", "skerry times", "--undo", *WHY).exit_code == 0
    assert len(lines(kept("articles", "--json"))) == 2
    assert kept("retract", *WHY).exit_code == 2
    assert "is not retracted" in kept("retract", "--outlet", "Skerry Times", "--undo", *WHY).stderr
    article = lines(kept("articles", "--json"))[0]["id"]
    assert kept("retract", article, *WHY).exit_code == 0
    (shown,) = lines(kept("show", article, "--json"))
    assert shown["review"]["kind"] == "retract"


def test_entities_are_listed_merged_told_apart_and_split(kept: Sayso) -> None:
    """The list is as before; the commands below it say who is who, and undo it."""
    assert "Norland" in kept("entities").stdout
    before = lines(kept("entities", "--merged", "--json"))
    (made,) = lines(kept("entities", "merge", "Norland", "Sudmark", *WHY, "--json"))
    assert len(before) - 1 == len(lines(kept("entities", "--json", "--merged")))
    assert kept("entities", "undo", made["id"], *WHY).exit_code == 0
    assert before == lines(kept("entities", "--merged", "--json"))

    article = lines(kept("articles", "--json"))[0]["id"]
    assert kept("entities", "split", "Skerry Islands", "--article", article, *WHY).exit_code == 0
    assert len(before) + 1 == len(lines(kept("entities", "--merged", "--json")))
    assert kept("entities", "apart", "Norland", "Sudmark", *WHY).exit_code == 0
    assert "say where" in kept("entities", "split", "Norland", *WHY).stderr
    assert "no two persons were compared" in kept("entities", "judgements").stderr


def test_the_record_may_be_named_anywhere(kept: Sayso, tmp_path: Path) -> None:
    """Before the command, after the group, after the last word."""
    (tmp_path / "sayso.db").rename(tmp_path / "other.db")
    for words in (
        ("--record", "other.db", "entities", "merge", "Norland", "Sudmark"),
        ("entities", "--record", "other.db", "apart", "Norland", "Radio Fjord"),
        ("entities", "apart", "Norland", "Skerry Islands", "--record", "other.db"),
    ):
        assert kept(*words, *WHY).exit_code == 0, words


def test_changes_tell_a_person_and_a_machine(kept: Sayso) -> None:
    """Articles in, decisions made; from the moment asked for."""
    kept("review", THREAT, "--set", "kind=promise", *WHY)
    shown = kept("changes", "--since", "1").stdout
    assert "kind was threat, is promise" in shown
    assert [one["change"] for one in lines(kept("changes", "--since", "1", "--json"))] == [
        "added",
        "added",
        "corrected",
    ]
    assert "nothing changed since 2999-01-01" in kept("changes", "--since", "2999-01-01").stderr
    assert kept("changes", "--since", "soon").exit_code == 2

"""The matcher's file: that it is the one made, that a score depends on its pair alone, and what it has learnt."""

from __future__ import annotations

import shutil
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.encode.encoder import MODEL_FILE, TOKENIZER_FILE
from sayso.encode.matcher import MATCHER_FILE, Matcher, shipped_matcher
from sayso.encode.pairs import Rule
from sayso.encode.sessions import DIGESTS_FILE
from sayso.errors import ModelMismatch
from sayso.knowledge.knowledge import knowledge
from sayso.spans import Span
from sayso.weigh.matching import names_of

HOME = Path(str(files("sayso.encode").joinpath("model")))
FAR = 5.0
"""Logits between a move that meets a rule and one that does not: odds of 150 to 1."""


def rule(text: str, condition: str, consequence: str, *, if_not: bool = False) -> Rule:
    spans = [(Span(text.index(one), text.index(one) + len(one)),) for one in (condition, consequence)]
    return Rule(text, spans[0], spans[1], if_not)


WATERS = rule(
    "Reporters in Ankara were called in late on Monday. If Greece extends its waters to twelve miles, Turkey will "
    "regard it as a cause of war, the minister said.",
    "Greece extends its waters to twelve miles",
    "Turkey will regard it as a cause of war",
)
DRONES = rule(
    "The mood in Belgrade was sour. Any attempt by NATO to fly drones over Serbia will be answered with missiles, "
    "General Petar Ilic told state television.",
    "attempt by NATO to fly drones over Serbia",
    "will be answered with missiles",
)
POWER = rule(
    "Ethiopia will cut off power to Sudan unless Khartoum pulls its brigades back from the border, a spokesman said.",
    "Khartoum pulls its brigades back from the border",
    "Ethiopia will cut off power to Sudan",
    if_not=True,
)


def score(move: str, asked: Rule, matcher: Matcher | None = None) -> float:
    names = names_of(move, asked, knowledge(), date(2020, 1, 1))
    return (matcher or shipped_matcher()).score(move, asked, names)


@pytest.mark.parametrize(
    ("asked", "meets", "fails", "why"),
    [
        (WATERS, "Greece extends its waters to twelve miles", "Turkey extends its waters to twelve miles", "who"),
        (WATERS, "Athens extends its waters to 12 miles", "Italy extends its waters to 12 miles", "a capital"),
        (WATERS, "Greece extends its waters", "Greece gives up plans to extend its waters", "the opposite"),
        (DRONES, "NATO drones fly over Serbia", "Russian drones fly over Serbia", "who, by an adjective"),
        (DRONES, "Norwegian drones of the alliance fly over Serbia", "NATO flies drones over Morocco", "where"),
        (DRONES, "NATO drones fly over Serbia", "NATO calls off its drone flights over Serbia", "the opposite"),
        (POWER, "Sudan keeps its brigades at the border", "Sudan pulls its brigades back from the border", "unless"),
        (POWER, "Sudan keeps its brigades at the border", "Eritrea keeps its brigades at the border", "who must"),
        (POWER, "Sudan keeps its brigades at the border", "Ethiopia cuts off power to Sudan", "the consequence"),
    ],
)
def test_what_meets_a_rule_scores_far_above_a_near_miss(asked: Rule, meets: str, fails: str, why: str) -> None:
    """A move in nearly the words of a condition, and one that is off by one thing."""
    assert score(meets, asked) > score(fails, asked) + FAR, why


def test_a_score_is_the_same_whatever_was_scored_before() -> None:
    """To the last bit: nothing of another pair is left, and nothing is read in batches."""
    alone = score("Greece extends its waters", WATERS, Matcher())
    for move in ("NATO drones fly over Serbia", "Sudan", "Greece extends its waters " * 9):
        score(move, DRONES)

    assert score("Greece extends its waters", WATERS) == alone


def copied(folder: Path, *, without: str | None = None, doctored: str | None = None) -> Path:
    """Copy the shipped folder without a file, or with a byte flipped in one."""
    for name in {MATCHER_FILE, MODEL_FILE, TOKENIZER_FILE, DIGESTS_FILE} - {without}:
        shutil.copy(HOME / name, folder / name)
    if doctored is not None:
        data = bytearray((folder / doctored).read_bytes())
        data[len(data) // 2] ^= 1
        (folder / doctored).write_bytes(data)
    return folder


@pytest.mark.parametrize("name", [MATCHER_FILE, MODEL_FILE, TOKENIZER_FILE])
def test_a_doctored_file_is_refused(tmp_path: Path, name: str) -> None:
    """The reader's too: the matcher's word vectors are read out of it."""
    with pytest.raises(ModelMismatch, match=f"{name} has SHA-256"):
        Matcher(copied(tmp_path, doctored=name))


@pytest.mark.parametrize("name", [MATCHER_FILE, MODEL_FILE, TOKENIZER_FILE, DIGESTS_FILE])
def test_a_folder_that_lacks_a_file_is_refused(tmp_path: Path, name: str) -> None:
    """It says which, and what to do."""
    with pytest.raises(ModelMismatch, match=f"{name}.*reinstall"):
        Matcher(copied(tmp_path, without=name))


def test_a_whole_copy_of_the_folder_is_as_good(tmp_path: Path) -> None:
    """The vectors are found beside the file, wherever that is, and the digest says which matcher it was."""
    moved = Matcher(copied(tmp_path))

    assert score("Greece extends its waters", WATERS, moved) == score("Greece extends its waters", WATERS)
    assert moved.digest == shipped_matcher().digest
    assert f"{moved.digest}  {MATCHER_FILE}" in (HOME / DIGESTS_FILE).read_text()


def test_the_matcher_ships_no_word_vectors_of_its_own() -> None:
    """They are the reader's: its six layers alone take 11.7 MB, and the vectors would take as much again."""
    layers, vectors = 6 * 12 * 384**2, 30522 * 384

    assert (HOME / MATCHER_FILE).stat().st_size < layers + vectors // 2

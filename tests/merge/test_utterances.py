"""Settling a record: in any order, in any parts, with what comes twice or goes again, the same utterances."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, permutations
from pathlib import Path

import pytest
import yaml
from drafts import Draft
from hypothesis import given, settings
from hypothesis import strategies as st
from reported import drafted, gist_of
from sqlalchemy import Connection, insert, select
from sqlalchemy.engine import Engine

from sayso.merge.settling import is_settled, settle
from sayso.merge.utterances import METHOD, grouped, keyed
from sayso.record import utterances
from sayso.record.engine import looking, open_engine, writing
from sayso.record.likenesses import Alike
from sayso.record.schema_utterances import blocks, gists, likenesses, tellings
from sayso.record.store import Record, open_record
from sayso.terms import Judgement, OverlayKind

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "utterances.yaml").read_text(encoding="utf-8"))
SIGNED = {"by": "Ann", "why": "checked"}
THREAT = "1994-05-12 said 1994-05-11 | holm/Q20 | threaten | Holm said: <Norway will sink ships that land troops>."
RETOLD = "1994-05-13 | holm/Q20 | threaten | <“We will sink any ship that lands troops on our islands>,” said Holm."
WARNED = "1994-05-13 said 1994-05-11 | holm/Q20 | warn | Norway <would sink any ship landing troops>, Holm warned."
OTHER = "1994-05-12 said 1994-05-11 | holm/Q20 | refuse | Holm <will not fly to Moscow before the trawlers are free>."


def crisis() -> list[Draft]:
    """Return articles of three utterances, one of them in four reports."""
    rows = [THREAT, RETOLD, WARNED, OTHER]
    outlets = ["Fjord Herald", "Skerry Times", "Lake Post", "Isle Courier"]
    return [drafted(row, outlet) for row, outlet in zip(rows, outlets, strict=True)] + [drafted(THREAT, "Bay Echo")]


def add(record: Record, drafts: Iterable[Draft]) -> None:
    with record.run() as run:
        for draft in drafts:
            run.take()
            run.add(draft.capture, draft.reading)


def state(record: Record) -> list[list[tuple[object, ...]]]:
    """Return all that settling left: gists, groups, buckets, judgements, who tells what; row numbers aside."""
    with looking(record._engine) as connection:
        found = [sorted(map(tuple, connection.execute(select(table)))) for table in (gists, blocks, likenesses)]
        told = sorted(map(tuple, connection.execute(select(tellings.c.entry, tellings.c.gist))))
        return [*found, told]


def groups(record: Record) -> set[frozenset[str]]:
    """Return the outlets of each utterance that has several reports."""
    found: dict[int | str, set[str]] = {}
    for one in record.reports("statement").rows:
        found.setdefault(one.entry if one.utterance is None else one.utterance, set()).add(one.outlet or "")
    return {frozenset(outlets) for outlets in found.values() if len(outlets) > 1}


def test_reports_of_one_utterance_are_grouped(record: Record) -> None:
    """Across outlets, wordings and copies; another utterance of the same speaker and day stays apart."""
    add(record, crisis())
    assert not is_settled(record)
    settle(record)

    assert is_settled(record)
    assert groups(record) == {frozenset({"Fjord Herald", "Skerry Times", "Lake Post", "Bay Echo"})}


def test_another_scheme_judges_anew_what_stays_the_same(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that an earlier version settled takes on what a new one finds of the same gists."""
    add(record, crisis())
    settle(record)
    monkeypatch.setattr("sayso.merge.utterances.SCHEME", "next")
    blind = replace(METHOD, scheme="next", judge=lambda one, other: None)
    record.utterances.settle(record.utterances.waiting("next"), blind)

    assert groups(record) == {frozenset({"Fjord Herald", "Bay Echo"})}


def test_the_order_of_adding_changes_nothing(tmp_path: Path, empty: Path) -> None:
    """Nor whether it is settled once or after each article."""
    seen = []
    for number, order in enumerate(random.Random(7).sample(list(permutations(crisis())), 4)):
        shutil.copy(empty, tmp_path / f"{number}.db")
        with open_record(str(tmp_path / f"{number}.db")) as record:
            for some in [order] if number % 2 else [order[:2], order[2:3], order[3:]]:
                add(record, some)
                settle(record)
            seen.append(state(record))

    assert all(one == seen[0] for one in seen[1:])


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(10)), lots=st.lists(st.integers(1, 4), min_size=1, max_size=10))
def test_groups_are_what_grouping_all_at_once_gives(
    empty: Path, tmp_path_factory: pytest.TempPathFactory, order: Sequence[int], lots: Sequence[int]
) -> None:
    """However they come: one joins a group, two groups become one, one whose time is wide has to choose."""
    told = "<Norway will sink the ships and mine the fjords>"
    rows = [
        *(f"1994-05-12 said 1994-05-11 | holm/Q20 | threaten | {told}, said Holm in hall {n}." for n in range(3)),
        "1994-05-12 said 1994-05-11 | holm/Q20 | threaten | <Norway will sink the ships>, Holm said.",
        "1994-05-12 said 1994-05-11 | holm/Q20 | threaten | Holm: <Norway will mine the fjords>.",
        "1994-05-18 said 1994-05-17 | holm/Q20 | threaten | <Norway will sink the ships>, Holm said.",
        f"1994-06-20 | holm/Q20 | threaten | Holm had said: {told}.",
        "1994-06-21 | holm/Q20 | threaten | Holm had said <Norway will sink the ships>.",
        f"| holm/Q20 | threaten | {told}, said Holm.",
        f"1994-05-13 | holm/Q20 | threaten | {told}, said Holm.",
    ]
    path = tmp_path_factory.mktemp("lots") / "record.db"
    shutil.copy(empty, path)
    waiting = [drafted(rows[n], f"Paper {n}") for n in order]
    with open_record(str(path)) as record:
        for size in (*lots, len(rows)):
            add(record, waiting[:size])
            settle(record)
            del waiting[:size]
        texts = {row[0]: (row[1], row[2]) for row in state(record)[0]}
        pairs = [Alike(one, other, Judgement(judged), "", score) for one, other, judged, _, score in state(record)[2]]

    positive = [pair for pair in pairs if pair.judgement is Judgement.POSITIVE]
    assert len(positive) > 4
    assert {key: held[1] for key, held in texts.items()} == grouped({k: v[0] for k, v in texts.items()}, positive)


def test_adding_twice_changes_nothing(record: Record) -> None:
    """What is settled is left as it is."""
    add(record, crisis())
    settle(record)
    before = state(record)
    add(record, crisis())
    settle(record)

    assert state(record) == before


def test_what_leaves_is_as_if_it_had_never_come(tmp_path: Path) -> None:
    """A retracted outlet, and one whose retraction is undone."""
    with open_record(str(tmp_path / "less.db")) as less, open_record(str(tmp_path / "more.db")) as more:
        add(less, [one for one in crisis() if one.outlet != "Skerry Times"])
        settle(less)
        add(more, crisis())
        settle(more)
        whole = state(more)
        more.desk.retract_outlet("Skerry Times", **SIGNED)
        assert not is_settled(more)
        settle(more)
        assert state(more) == state(less)
        (retracted,) = (one for one in more.overlays() if one["kind"] == OverlayKind.RETRACT.value)
        more.desk.undo(retracted["id"], **SIGNED)
        settle(more)
        assert state(more) == whole


def test_a_bridge_that_goes_takes_its_group_apart(record: Record) -> None:
    """Two reports that are one only through a third are two without it."""
    day = "1994-05-12 said 1994-05-11 | holm/Q20 | threaten |"
    first = f"{day} <Norway will sink the ships and mine the fjords>, said Holm."
    half = f"{day} <Norway will sink the ships>, Holm said."
    rest = f"{day} Holm: <Norway will mine the fjords>."
    add(record, [drafted(row, name) for row, name in ((first, "A"), (half, "B"), (rest, "C"))])
    settle(record)
    assert groups(record) == {frozenset("ABC")}

    record.desk.retract_outlet("A", **SIGNED)
    settle(record)
    assert groups(record) == set()


def test_people_are_heard(record: Record) -> None:
    """A rejected report leaves, one whose source is corrected goes to its own, persons merged are one."""
    mistaken = THREAT.replace("holm", "lund").replace("Holm", "Lund")
    add(record, [drafted(THREAT, "Fjord Herald"), drafted(mistaken, "Skerry Times"), drafted(WARNED, "Lake Post")])
    settle(record)
    assert groups(record) == {frozenset({"Fjord Herald", "Lake Post"})}

    (wrong,) = (one for one in record.listed("statement") if one.publication.outlet == "Skerry Times")
    done = record.desk.correct(wrong.entry.id, {"source": "local:person/holm-a"}, **SIGNED)
    settle(record)
    assert groups(record) == {frozenset({"Fjord Herald", "Lake Post", "Skerry Times"})}

    record.desk.undo(done[0].id, **SIGNED)
    (warned,) = (one for one in record.listed("statement") if one.publication.outlet == "Lake Post")
    record.desk.reject(warned.entry.id, **SIGNED)
    settle(record)
    assert groups(record) == set()

    record.desk.merge(["local:person/holm-a", "local:person/lund-a"], **SIGNED)
    settle(record)
    assert groups(record) == {frozenset({"Fjord Herald", "Skerry Times"})}


def test_a_report_whose_time_is_wide_joins_only_what_it_is_most_like() -> None:
    """What somebody had said in May does not make one of two utterances of May."""
    early, late = (
        f"1994-05-{day} said 1994-05-{day} | holm/Q20 | warn | <Norway will sink every ship>." for day in (10, 20)
    )
    recalled = "1994-08-01 said 1994-05 | holm/Q20 | warn | Holm had said <that Norway would sink every ship>."
    keys = [keyed(gist_of(row)) for row in (early, late, recalled)]
    texts = {one.key: one.packed for one in keys}
    one, two, wide = (one.key for one in keys)

    def pairs(*scores: float) -> list[Alike]:
        found = zip((one, two), scores, strict=True)
        return [Alike(*sorted((key, wide)), Judgement.POSITIVE, "", score) for key, score in found]  # type: ignore[arg-type]

    assert len(set(grouped(texts, pairs(0.9, 0.9)).values())) == 3
    assert grouped(texts, pairs(0.9, 0.6))[wide] == min(one, wide)
    assert grouped(texts, pairs(0.6, 0.9))[wide] == min(two, wide)


def test_gists_that_are_compared_share_a_bucket() -> None:
    """Of the worked pairs, all that are one utterance would be found."""
    lost = [
        case["why"]
        for case in CASES["same"]
        if not keyed(gist_of(case["one"])).values & keyed(gist_of(case["other"])).values
    ]
    assert lost == []


# ---- buckets


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return open_engine(str(tmp_path_factory.mktemp("blocks") / "blocks.db"), create=True)


Moves = list[tuple[bool, int, frozenset[int]]]
MOVES = st.lists(
    st.tuples(st.booleans(), st.integers(1, 14), st.frozensets(st.integers(100, 103), min_size=1)), max_size=40
)


@settings(max_examples=40, deadline=None)
@given(moves=MOVES)
def test_pairs_follow_from_who_is_there(engine: Engine, moves: Moves) -> None:
    """Whatever came and went in crowded and uncrowded buckets: what stands is what those that are left support."""
    buckets = replace(utterances.BLOCKS, crowded=4, heads=2)
    there: dict[int, frozenset[int]] = {}
    with writing(engine) as connection:
        for table in (likenesses, blocks, gists):
            connection.execute(table.delete())
        for comes, key, values in moves:
            if comes and key not in there:
                there[key] = values
                connection.execute(insert(gists), {"key": key, "gist": "", "utterance": key})
                found, _ = buckets.enter(connection, key, values)
                _keep(connection, {(min(key, one), max(key, one)) for one in found})
            elif not comes and there.pop(key, None) is not None:
                either = (likenesses.c.one == key) | (likenesses.c.other == key)
                connection.execute(likenesses.delete().where(either))
                _keep(connection, buckets.leave(connection, key))
                connection.execute(gists.delete().where(gists.c.key == key))
        standing = {(row.one, row.other) for row in connection.execute(select(likenesses))}

    assert standing == _supported(there)


def _keep(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    known = {(row.one, row.other) for row in connection.execute(select(likenesses))}
    rows = [
        {"one": one, "other": other, "judgement": "unsure", "reason": "", "score": 0.0}
        for one, other in sorted(set(pairs) - known)
    ]
    if rows:
        connection.execute(insert(likenesses), rows)


def _supported(there: dict[int, frozenset[int]]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for value in {one for values in there.values() for one in values}:
        held: Sequence[int] = sorted(key for key, values in there.items() if value in values)
        heads = held if len(held) <= 4 else held[:2]
        found |= {pair for pair in combinations(held, 2) if not set(pair).isdisjoint(heads)}
    return found


def test_a_giant_cluster_of_reports_costs_little(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """A statement in many papers on one day is one gist; in many wordings each is compared with few others."""
    monkeypatch.setattr(utterances, "BLOCKS", replace(utterances.BLOCKS, crowded=8, heads=2))
    add(record, [drafted(THREAT, f"Paper {n}") for n in range(12)])
    settle(record)
    assert len(state(record)[0]) == 1
    day = "1994-05-12 said 1994-05-11 | holm/Q20 | warn |"
    add(record, [drafted(f"{day} Holm said <ship {n} of row {n % 7} would be sunk>.", f"Post {n}") for n in range(40)])

    judged = record.utterances.settle(record.utterances.waiting(METHOD.scheme), METHOD)

    assert 40 * 2 < sum(judged) < 40 * (8 + 2 * 3), "each with the heads, a head with all, and while it was not crowded"

"""What people say over what was read: shown in lists with a mark, counted everywhere, undone without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from drafts import TEXT, Draft, norland
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.record.conditions import asked
from sayso.record.engine import looking
from sayso.record.entries import Entity, Json, Statement
from sayso.record.filters import Filters
from sayso.record.lens import Lens
from sayso.record.listing import keys_of, listed_json
from sayso.record.passing import passing
from sayso.record.store import Record, open_record
from sayso.terms import EntityKind, Outcome, SignalKind, Standing

SIGNED = {"by": "M. Reyes", "why": "checked against the transcript"}
HOLM = "local:person/hulm-adar"
OTHER_READER = "sayso 0.2.0 model fedcba987654"


def inputs() -> list[Draft]:
    """Three outlets on one warning; in the third the same name is another person's."""
    return [
        named(norland(), "Q20"),
        named(norland(outlet="Skerry Times", published="2031-05-08", text=f"{TEXT}\nMore follows.\n"), None),
        named(norland(outlet="Lake Post", published="2031-05-09", text=f"{TEXT}\nNobody was hurt.\n"), "Q34"),
    ]


def named(draft: Draft, serves: str | None) -> Draft:
    """Give Holm the id that the articles' own persons have, and somebody to act for."""
    draft.entities = [
        replace(one, id=HOLM, affiliation=serves) if one.id == "local:ada-holm" else one for one in draft.entities
    ]
    swap = {"local:ada-holm": HOLM}
    draft.entries = [
        replace(one, source=swap.get(one.source or "", one.source)) if isinstance(one, Statement) else one
        for one in draft.entries
    ]
    return draft


@pytest.fixture
def kept(record: Record) -> Record:
    for draft in inputs():
        record.add(draft.capture, draft.reading)
    return record


def ids(record: Record, kind: str, /, **asked_for: Any) -> list[str]:
    return [one.entry.id for one in record.listed(kind, Filters(**asked_for))]


def row(record: Record, kind: str, entry: str, **asked_for: Any) -> dict[str, Json]:
    (found,) = [one for one in record.listed(kind, Filters(**asked_for)) if one.entry.id == entry]
    return listed_json(found)


def without_overlays(record: Record) -> list[str]:
    return [line for line in record.dump() if '"row":"overlay"' not in line]


THREAT = inputs()[0].reading.signals[1].id
CROSSED = inputs()[0].reading.events[2].id
SAID = inputs()[0].reading.statements[0].id


def test_a_correction_shows_with_both_values(kept: Record) -> None:
    """A corrected field has the person's value; what was read stands beside it, with who and why."""
    kept.desk.correct(THREAT, {"kind": "Promise"}, **SIGNED)
    kept.desk.correct(THREAT, {"target": "Norland; Sudmark"}, **SIGNED)

    found = row(kept, "signal", THREAT)
    assert (found["kind"], found["target"]) == ("promise", ["Q-norland", "Q-sudmark"])
    assert found["corrected"]["kind"] == {"was": "threat", **SIGNED}
    assert found["corrected"]["target"]["was"] == ["Q-sudmark"]
    assert kept.walk(THREAT).holds


@pytest.mark.parametrize(
    ("entry", "field", "value", "kind", "finds", "misses"),
    [
        (THREAT, "kind", "promise", "signal", {"kind": "promise"}, {"kind": "threat"}),
        (THREAT, "sender", "Sudmark", "signal", {"source": "Sudmark"}, {"source": "Norland"}),
        (THREAT, "target", "Norland", "signal", {"target": "Norland"}, {"target": "Sudmark"}),
        (THREAT, "zone", "comment", "signal", {"zone": "comment"}, {"asides": False}),
        (SAID, "said_at", "2031-04", "statement", {"until": "2031-04-30"}, {"since": "2031-05-01"}),
        (SAID, "source", "Radio Fjord", "event", {"source": "Radio Fjord"}, {}),
        (CROSSED, "act", "withdraw", "event", {"kind": "RETREAT"}, {"kind": "cross_line"}),
        (CROSSED, "actor", "Norland", "event", {"actor": "Norland"}, {"actor": "Sudmark"}),
    ],
)
def test_filters_see_what_people_have_it_as(
    kept: Record, entry: str, field: str, value: str, kind: str, finds: dict[str, str], misses: dict[str, str]
) -> None:
    """A corrected entry passes by its new value and no longer by the old one."""
    before = ids(kept, kind, **finds)
    kept.desk.correct(entry, {field: value}, **SIGNED)

    assert len(ids(kept, kind, **finds)) == len(before) + 1
    if misses:
        assert entry not in ids(kept, kind, **misses)


@pytest.mark.parametrize(
    ("entry", "field", "value", "expected"),
    [
        (THREAT, "condition", "the landing", "cannot be set; of this entry one can set kind"),
        (CROSSED, "event_type", "ASSAULT", "cannot be set"),
        (CROSSED, "act", "sing", "there is no act 'sing'"),
        (CROSSED, "happened", "last spring", "takes a date"),
        (CROSSED, "standing", "null", "always has a value"),
        (THREAT, "if_not", "perhaps", "there are true, false"),
        (THREAT, "sender", "Nobody Atall", "neither this record nor the tables know"),
        (THREAT, "kind", "threat", "is threat already"),
        ("si0000", "kind", "threat", "no entry in this record has the id"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(kept: Record, entry: str, field: str, value: str, expected: str) -> None:
    """A value that the field's kind forbids never becomes an overlay."""
    with pytest.raises(UsageError, match=expected):
        kept.desk.correct(entry, {field: value}, **SIGNED)
    assert kept.overlays() == []


def test_a_rejected_entry_leaves_everything_that_counts(kept: Record) -> None:
    """Lists, counts, reports, readings and happenings are without it; who asks for it gets it, marked."""
    kept.desk.reject(THREAT, **SIGNED)
    kept.desk.reject(CROSSED, **SIGNED)

    article = inputs()[0].id
    assert THREAT not in ids(kept, "signal")
    assert THREAT not in {one.entry for one in kept.reports("signal").rows}
    assert THREAT not in {one.id for reading in kept.readings() for one in reading.signals}
    with kept.happenings() as found:
        told = found.told(found.doings(["cross_line"], ["Q-sudmark"]), ["cross_line"])
        assert CROSSED not in {one.event.id for one in told}
    assert [
        {kind: one["entries"][kind] for kind in ("event", "signal")} for one in kept.articles() if one["id"] == article
    ] == [{"event": 2, "signal": 1}]
    assert row(kept, "signal", THREAT, rejected=True)["review"] == {"kind": "reject", **SIGNED}


def test_who_accepts_after_a_rejection_brings_it_back(kept: Record) -> None:
    """The last word holds, and undoing it gives the one before the last word again."""
    kept.desk.reject(THREAT, **SIGNED)
    accepted = kept.desk.accept(THREAT, by="A. Osei", why="the broadcast has it so")
    assert THREAT in ids(kept, "signal")
    assert row(kept, "signal", THREAT)["review"]["kind"] == "accept"

    kept.desk.undo(accepted.id, **SIGNED)
    assert THREAT not in ids(kept, "signal")


def test_an_outlet_retracted_is_as_if_it_had_never_been_added(kept: Record, tmp_path: Path) -> None:
    """What an outlet published leaves all lists, and what it told of a namesake; its rows stay."""
    before = without_overlays(kept)
    kept.desk.retract_outlet("lake post", **SIGNED)
    with open_record(str(tmp_path / "less.db")) as less:
        for draft in inputs()[:2]:
            less.add(draft.capture, draft.reading)
        for kind in ("statement", "event", "signal", "figure", "time"):
            assert [*map(listed_json, less.listed(kind))] == [*map(listed_json, kept.listed(kind))]
        assert [one["id"] for one in less.articles()] == [one["id"] for one in kept.articles()]
        assert less.merged_entities() == kept.merged_entities()
        assert less.reports("signal").rows == kept.reports("signal").rows
        assert less.publication_dates() == kept.publication_dates()
    assert before == without_overlays(kept)
    assert len(ids(kept, "signal", outlet="Lake Post", rejected=True)) + 1 == 3


def test_an_article_retracted_comes_back_when_that_is_undone(kept: Record) -> None:
    """The beginning of an article's id will do; an entry's will not."""
    article = inputs()[1].id
    made = kept.desk.retract_article(article[:8], **SIGNED)
    assert article not in {one["id"] for one in kept.articles()}
    kept.desk.undo(made.id, **SIGNED)
    assert article in {one["id"] for one in kept.articles()}
    with pytest.raises(UsageError, match="reject a single entry with"):
        kept.desk.retract_article(THREAT, **SIGNED)


# ---- who is who


def sources(record: Record) -> dict[str, str | None]:
    """Return the source of the first statement of each article."""
    found = (one for one in record.listed("statement") if isinstance(one.entry, Statement))
    return {one.publication.outlet or "": one.entry.source for one in reversed(list(found))}


def test_namesakes_of_two_states_are_two_persons_everywhere(kept: Record) -> None:
    """Lists, filters, reports and readings tell them apart; who may be either stands alone."""
    herald, times, post = sources(kept)["Fjord Herald"], sources(kept)["Skerry Times"], sources(kept)["Lake Post"]
    assert [f"{HOLM}@Q20", f"{HOLM}@Q34"] == [herald, post]
    assert f"{HOLM}@{inputs()[1].id}" == times
    assert len(ids(kept, "statement", source=herald, asides=False)) == 2
    assert len(ids(kept, "statement", source="Ada Holm", asides=False)) == 6
    assert {herald, times, post} <= {one.id for reading in kept.readings() for one in reading.entities}
    assert ("entity", herald) == kept.find(str(herald))
    with pytest.raises(UsageError, match="is the name of several"):
        kept.find(HOLM)


def test_a_merge_joins_ids_until_it_is_undone(kept: Record) -> None:
    """Everything that asks for one finds both; the Wikidata id stands for them."""
    before = kept.merged_entities()
    made = kept.desk.merge([f"{HOLM}@Q20", f"{HOLM}@{inputs()[1].id}"], **SIGNED)
    joined = sources(kept)["Fjord Herald"]
    assert joined == sources(kept)["Skerry Times"]
    assert joined != sources(kept)["Lake Post"]
    assert len(ids(kept, "statement", source=joined, asides=False)) == 4
    (row,) = [one for one in kept.merged_entities() if one["id"] == joined]
    assert len(row["articles"]) == 2
    assert sum(kept.spellings(str(joined)).values()) == 6

    kept.desk.undo(made.id, **SIGNED)
    assert before == kept.merged_entities()


def test_merged_states_keep_the_wikidata_id(record: Record) -> None:
    """Of the merged the Wikidata id goes on, whichever was named first; a person is no state."""
    draft = norland()
    draft.entities.append(Entity("local:country/the-north", EntityKind.COUNTRY, "the North", draft.at("troops")))
    record.add(draft.capture, draft.reading)
    with pytest.raises(UsageError, match="merge entities of one kind"):
        record.desk.merge(["Q-norland", "local:ada-holm"], **SIGNED)
    with pytest.raises(UsageError, match="one already"):
        record.desk.merge(["Q-norland", "Norland"], **SIGNED)
    record.desk.merge(["local:country/the-north", "Q-norland"], **SIGNED)
    assert record.named("the North") == ["Q-norland"]


def test_a_merge_goes_on_meaning_the_same_person_when_a_namesake_comes(record: Record, tmp_path: Path) -> None:
    """What was merged before the second Holm was known is not drawn into the merge by the name."""
    first, _, third = inputs()
    first.entities.append(Entity("Q99999901", EntityKind.PERSON, "A. Holm", first.at("Radio Fjord")))
    record.add(first.capture, first.reading)
    record.desk.merge(["Q99999901", HOLM], **SIGNED)
    record.add(third.capture, third.reading)

    assert sources(record)["Fjord Herald"] == "Q99999901"
    assert f"{HOLM}@Q34" == sources(record)["Lake Post"]


def test_a_split_takes_articles_out_of_a_person(record: Record) -> None:
    """By article or by the words of a mention; into a new id or a known one; undone, all is as before."""
    for draft in inputs()[:2]:
        record.add(draft.capture, draft.reading)
    second = inputs()[1].id
    assert sources(record)["Fjord Herald"] == sources(record)["Skerry Times"] == HOLM

    made = record.desk.split(HOLM, articles=[second], **SIGNED)
    assert [HOLM, f"{HOLM}~{second}"] == [sources(record)["Fjord Herald"], sources(record)["Skerry Times"]]
    assert len(ids(record, "statement", source=f"{HOLM}~{second}", asides=False)) == 2
    assert len(ids(record, "statement", source=HOLM, asides=False)) == 2
    assert len(ids(record, "statement", source="Ada Holm", asides=False)) == 4
    record.desk.undo(made.id, **SIGNED)
    assert sources(record)["Skerry Times"] == HOLM

    record.desk.split("Ada Holm", articles=[second[:9]], words=["ada holm"], into="Radio Fjord", **SIGNED)
    assert sources(record)["Skerry Times"] == "local:radio-fjord"
    with pytest.raises(UsageError, match="no article has"):
        record.desk.split("Sudmark", words=["Northland"], **SIGNED)


# ---- new readings, and undoing


def test_overlays_outlive_a_new_reading(kept: Record) -> None:
    """Another model reads the article again: what it still has keeps its correction, what it lacks is an orphan."""
    kept.desk.correct(THREAT, {"kind": "promise"}, **SIGNED)
    kept.desk.reject(CROSSED, **SIGNED)
    again = named(norland(run=OTHER_READER), "Q20")
    again.entries = [one for one in again.entries if one.id != CROSSED]
    kept.add(again.capture, again.reading)

    found = row(kept, "signal", THREAT)
    assert (found["run"], found["kind"], found["corrected"]["kind"]["was"]) == (OTHER_READER, "promise", "threat")
    assert {one["target"]: one["orphan"] for one in kept.overlays()} == {THREAT: False, CROSSED: True}


def everything(record: Record) -> list[Any]:
    """Return what lists show of a record."""
    kinds = ("statement", "event", "signal", "figure", "time")
    listed = [listed_json(one) for kind in kinds for one in record.listed(kind)]
    reports = [record.reports("statement"), record.reports("signal")]
    return [listed, reports, record.merged_entities(), list(record.articles()), record.verdicts()]


def test_filters_agree_on_what_nobody_touched(tmp_path: Path) -> None:
    """What rows are asked and what entries are asked gives the same answer, for every filter and kind."""
    with open_record(str(tmp_path / "agree.db")) as record:
        for draft in inputs():
            record.add(draft.capture, draft.reading)
        record.add(norland(published=None, outlet=None).capture, norland(published=None, outlet=None).reading)
        for kind, wanted in product(("statement", "event", "signal", "figure", "time"), _filters()):
            with looking(record._engine) as connection:
                lens = Lens(connection)
                every = keys_of(connection, kind, Filters(), lens)
                by_rows = set(keys_of(connection, kind, wanted, lens))
                by_entries = passing(connection, every, asked(connection, wanted, lens.who), lens)
                assert by_rows == by_entries, (kind, wanted)


def _filters() -> Iterator[Filters]:
    yield from (Filters(source=name) for name in ("Ada Holm", f"{HOLM}@Q34", "Norland", "Nobody"))
    yield from (Filters(target=name) for name in ("Sudmark", "Radio Fjord"))
    yield from (Filters(kind=kind) for kind in ("threat", "WARN", "mobilize", "blockade", "DATE"))
    yield from (Filters(since="2031-05-06"), Filters(until="2031-05-06"), Filters(since="2031-05-08"))
    yield from (Filters(asides=False), Filters(zone="caption"), Filters(actor="Norland"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(str(tmp_path_factory.mktemp("lens") / "shared.db")) as record:
        for draft in inputs():
            record.add(draft.capture, draft.reading)
        yield record


ACTS = ("accept", "reject", "kind", "standing", "outcome", "retract", "outlet", "merge", "split")


@given(st.lists(st.sampled_from(ACTS), min_size=1, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_leaves_nothing_but_the_overlays_themselves(shared: Record, acts: list[str], order: Any) -> None:
    """Whatever people said and in whatever order it is undone, lists and dump are as before but for the overlays."""
    before, dumped = everything(shared), without_overlays(shared)
    made = [_do(shared, act) for act in acts]
    assert dumped == without_overlays(shared)
    order.shuffle(made)
    for one in made:
        shared.desk.undo(one, **SIGNED)
    assert before == everything(shared)
    assert dumped == without_overlays(shared)


def _do(record: Record, act: str) -> str:
    desk = record.desk
    doings = {
        "accept": lambda: desk.accept(THREAT, **SIGNED),
        "reject": lambda: desk.reject(THREAT, **SIGNED),
        "kind": lambda: desk.correct(THREAT, {"kind": SignalKind.DEMAND.value}, **SIGNED)[0],
        "standing": lambda: desk.correct(CROSSED, {"standing": Standing.NEGATED.value}, **SIGNED)[0],
        "outcome": lambda: desk.judge(THREAT, Outcome.LAPSED, date(2031, 6, 1), **SIGNED),
        "retract": lambda: desk.retract_article(inputs()[1].id, **SIGNED),
        "outlet": lambda: desk.retract_outlet("Lake Post", **SIGNED)[0],
        "merge": lambda: (
            desk.merge(["Norland", "Sudmark"], **SIGNED)
            if len({*record.named("Norland"), *record.named("Sudmark")}) > 1
            else desk.accept(CROSSED, **SIGNED)
        ),
        "split": lambda: (
            desk.split("Skerry Islands", articles=[inputs()[0].id], **SIGNED)
            if len(record.named("Skerry Islands")) == 1
            else desk.accept(CROSSED, **SIGNED)
        ),
    }
    return doings[act]().id


def test_judgements_say_who_is_one_and_where_nobody_can_tell(kept: Record) -> None:
    """Different, unsure and same stand with their reason; what a person decided stands with the person."""
    norway, nobody, sweden = f"{HOLM}@Q20", f"{HOLM}@{inputs()[1].id}", f"{HOLM}@Q34"
    pairs = {frozenset((one["one"], one["other"])): one for one in kept.judgements()}
    assert pairs[frozenset((norway, sweden))]["judgement"] == "negative"
    assert "acts for Norway here and for Sweden there" in pairs[frozenset((norway, sweden))]["reason"]
    assert pairs[frozenset((norway, nobody))]["judgement"] == "unsure"

    kept.desk.part([norway, nobody], **SIGNED)
    kept.desk.merge([nobody, sweden], **SIGNED)
    pairs = {frozenset((one["one"], one["other"])): one for one in kept.judgements()}
    assert tuple(pairs[frozenset((norway, nobody))][key] for key in ("judgement", "by")) == ("negative", "M. Reyes")
    assert frozenset((nobody, sweden)) not in pairs

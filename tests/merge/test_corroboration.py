"""Reports to corroboration: copies, wires and owners are folded, asides do not count, what is known of outlets does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reported import drafted, gist_of

from sayso.merge.corroboration import corroborate
from sayso.merge.settling import settle
from sayso.record.copies import Credit
from sayso.record.outlets import KnownOutlet, KnownOutlets
from sayso.record.reports import Report, Reports
from sayso.record.store import Record
from sayso.spans import Span
from sayso.terms import CreditKind

SPEECH = "1994-05-12 said 1994-05-11 | holm/Q20 | warn |"
INDIRECT = f"{SPEECH} Foreign Minister Holm warned in the Storting on Wednesday <that any landing meant war>."
DIRECT = f"{SPEECH} <“Any landing means war,”> Holm told us."


def report(entry: str, outlet: str | None, **more: object) -> Report:
    given: dict[str, object] = {
        "article": f"a-{entry}", "published_first": "2031-05-07", "text_sha256": f"text of {entry}", "place": (10, 20),
        "aside": False, "utterance": 1, "gist": None,
    }  # fmt: skip
    return Report(entry=entry, outlet=outlet, **{**given, **more})  # type: ignore[arg-type]


def credit(kind: CreditKind, words: str) -> tuple[Credit, ...]:
    return (Credit(kind, Span(0, len(words)), words),)


def counted(
    rows: list[Report], known: KnownOutlets | None = None, copies: frozenset[tuple[int, int]] = frozenset()
) -> int:
    outlets = tuple(sorted({one.outlet for one in rows if one.outlet}))
    return corroborate(Reports(tuple(rows), copies, outlets, known or KnownOutlets()))["1"].reports


WIRE = credit(CreditKind.AGENCY, "Orbis")
AGENCIES = credit(CreditKind.CREDIT, "Fleet Courier and agencies")


@pytest.mark.parametrize(
    ("rows", "expected", "why"),
    [
        ([report("1", "Herald")], 1, "one report"),
        ([report("1", "Herald"), report("2", "Times")], 2, "two outlets"),
        ([report("1", "Herald"), report("2", "Times", utterance=2)], 1, "another utterance"),
        ([report("1", "Herald", utterance=None), report("2", "Times", utterance=None)], 1, "not settled yet"),
        ([report("1", "Herald", text_sha256="x"), report("2", "Times", text_sha256="x")], 1, "one text"),
        ([report("1", "Herald", story=7), report("2", "Times", story=7)], 1, "one story under two headlines"),
        ([report("1", "Herald"), report("2", "The Herald")], 1, "an outlet by its two spellings"),
        ([report("1", "Herald"), report("2", "Times", aside=True)], 1, "a caption is no report"),
        ([report("1", "Herald", aside=True)], 0, "an entry that stands in captions only"),
        ([report("1", None), report("2", None)], 1, "outlets that nobody knows are one at most"),
        ([report("1", "Herald"), report("2", None)], 1, "and none beside a known one"),
        ([report("1", "Herald", via=("Orbis",)), report("2", "Times", via=("Orbis",))], 1, "two that cite one agency"),
        ([report("1", "Herald", via=("Orbis",)), report("2", "Orbis Wire")], 1, "the agency by its short name"),
        ([report("1", "Herald", via=("Herald",)), report("2", "Times")], 2, "who told the Herald told no other"),
        ([report("1", "Herald", via=("Radio Fjord", "Orbis"))], 1, "through a station from an agency"),
        ([report("1", "Herald", credits=WIRE), report("2", "Times", credits=WIRE)], 1, "two that print one agency"),
        ([report("1", "Herald", credits=WIRE), report("2", "Orbis Wire", credits=WIRE)], 1, "and the agency itself"),
        ([report("1", "Cape Mail", credits=credit(CreditKind.AGENCY, "CM"))], 1, "its own initials are no agency"),
        (
            [
                report("1", "Herald", credits=credit(CreditKind.BYLINE, "From Continental Wire in Oslo")),
                report("2", "Times"),
            ],
            2,
            "an agency of which no article is here",
        ),
        (
            [
                report("1", "Herald", credits=credit(CreditKind.CREDIT, "Reuters")),
                report("2", "Times", via=("Reuters",)),
            ],
            1,
            "credited here, cited there",
        ),
        (
            [report("1", "Fleet Courier", credits=AGENCIES), report("2", "Times")],
            1,
            "some agency is nobody in particular",
        ),
        ([report("1", "Fleet Courier", credits=AGENCIES)], 1, "but counts where nothing better does"),
        (
            [report("1", "Herald", credits=credit(CreditKind.BYLINE, "By our News Service")), report("2", "Times")],
            2,
            "its own service is its own",
        ),
        ([report("1", "Times"), report("2", "Morning Times"), report("3", "Evening Post")], 2, "Times may be either"),
        (
            [
                report("1", "Herald", gist=gist_of(INDIRECT).packed()),
                report("2", "Times", gist=gist_of(INDIRECT).packed()),
            ],
            1,
            "a sentence that two reporters do not hit on",
        ),
        (
            [report("1", "Herald", gist=gist_of(DIRECT).packed()), report("2", "Times", gist=gist_of(DIRECT).packed())],
            2,
            "a short sentence round one quotation",
        ),
    ],
)
def test_independent_outlets_are_counted(rows: list[Report], expected: int, why: str) -> None:
    """An utterance has as many reports as outlets that heard of it themselves."""
    assert counted(rows) == expected, why
    assert counted(rows[::-1]) == expected, "in whatever order they come"


def test_changed_copies_are_one_origin() -> None:
    """Pairs of stories that copy one another, through a third as well."""
    rows = [report("1", "Herald", story=1), report("2", "Times", story=2), report("3", "Post", story=3)]

    assert counted(rows) == 3
    assert counted(rows, copies=frozenset({(1, 2)})) == 2
    assert counted(rows, copies=frozenset({(1, 2), (2, 3)})) == 1


def test_a_wire_in_fifty_papers_is_one() -> None:
    """However many print it, with and without saying so; who heard it himself is another."""
    papers = [report(str(n), f"Paper {n}", story=n % 3, credits=WIRE * (n % 2)) for n in range(50)]
    copies = frozenset({(0, 1), (1, 2)})

    assert counted(papers, copies=copies) == 1
    assert counted([*papers, report("x", "Skerry Times")], copies=copies) == 2


KNOWN = KnownOutlets(
    [
        KnownOutlet("Herald", aliases=("The Fjord Herald",), owner="Lund Group", grade="B"),
        KnownOutlet("Evening Post", owner="Lund Group"),
        KnownOutlet("Radio Fjord", aliases=("RF",), state="Norland", grade="D"),
        KnownOutlet("Norland Gazette", state="Norland"),
    ]
)


@pytest.mark.parametrize(
    ("rows", "expected", "why"),
    [
        ([report("1", "Herald"), report("2", "Evening Post")], 1, "of one owner"),
        ([report("1", "Herald"), report("2", "The Fjord Herald")], 1, "an alias"),
        ([report("1", "Radio Fjord"), report("2", "Norland Gazette")], 1, "media of one state"),
        ([report("1", "Times", via=("RF",)), report("2", "Norland Gazette")], 1, "cited by an alias"),
        ([report("1", "Herald"), report("2", "Radio Fjord")], 2, "an owner and a state"),
    ],
)
def test_what_the_user_knows_of_outlets_counts(rows: list[Report], expected: int, why: str) -> None:
    """One owner is one origin, the media of one state another."""
    assert counted(rows, KNOWN) == expected, why


def test_origins_are_named_with_the_grades_that_the_user_gave() -> None:
    """And with no grade that he did not give."""
    rows = (report("1", "Herald"), report("2", "Times", via=("RF",)), report("3", "Skerry Post"))
    found = corroborate(Reports(rows, frozenset(), ("Herald", "Skerry Post", "Times"), KNOWN))["1"]

    assert [(one.name, one.outlets, dict(one.grades)) for one in found.origins] == [
        ("Lund Group", ("Herald",), {"Herald": "B"}),
        ("Skerry Post", ("Skerry Post",), {}),
        ("state media of Norland", ("Times",), {"Radio Fjord": "D"}),
    ]


def test_the_others_are_named() -> None:
    """Every entry names the other reports of its utterance, and none but those."""
    rows = (report("1", "A"), report("2", "B"), report("3", "C", utterance=None))
    found = corroborate(Reports(rows))

    assert {key: one.same_as for key, one in found.items()} == {"1": ("2",), "2": ("1",), "3": ()}


def test_counts_are_those_of_a_settled_record(record: Record) -> None:
    """From articles to a count: a copy folded, an agency cited, a report of one's own."""
    own = f"{SPEECH} Speaking to reporters at Tromso, Mr Holm said <war would follow any landing>, and walked off."
    cited = f"{SPEECH} Holm said in parliament <that any landing would mean war>, the Lake Post said."
    drafts = [
        drafted(INDIRECT, "Fjord Herald", more=" Nobody answered him. The islands have one doctor and no airfield."),
        drafted(
            INDIRECT.replace("1994-05-12", "1994-05-13"),
            "Skerry Times",
            more=" Nobody answered him. The islands have one doctor and no airfields.",
        ),
        drafted(own, "Lake Post"),
        drafted(cited, "Bay Echo", via=("Lake Post",)),
    ]
    for draft in drafts:
        record.add(draft.capture, draft.reading)
    settle(record)

    found = corroborate(record.reports("statement")).values()
    assert {len(one.same_as) for one in found} == {3}
    assert {tuple(origin.name for origin in one.origins) for one in found} == {("Fjord Herald", "Lake Post")}


def test_only_reports_of_the_same_utterances_are_looked_up(record: Record) -> None:
    """Whoever asks about one entry gets it with the others of its utterance."""
    rows = [INDIRECT, DIRECT, f"{SPEECH} Holm said <the trawlers may fish on>."]
    drafts = [drafted(row, outlet) for row, outlet in zip(rows, ("Herald", "Times", "Post"), strict=True)]
    for draft in drafts:
        record.add(draft.capture, draft.reading)
    settle(record)
    first = drafts[0].reading.statements[0].id

    assert {one.outlet for one in record.reports("statement", [first]).rows} == {"Herald", "Times"}
    assert corroborate(record.reports("statement", [first]))[first].reports == 2
    assert replace(record.reports("statement", []), outlets=()) == Reports(())

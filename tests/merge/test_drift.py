"""Two stories to what was changed: each edit as a person would name it, those inside quotations told from the rest."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

import pytest
from dispatches import CASES, TEXTS, article_of, changed
from hypothesis import given
from hypothesis import strategies as st

from sayso.merge.drift import Edit, drift
from sayso.merge.stories import story
from sayso.terms import Drift

Change: TypeAlias = tuple[str, str]


def edits(before: str, after: str) -> list[Edit]:
    return drift(story(article_of(before)), story(article_of(after)))


def named(found: list[Edit], kind: Drift, *, in_quote: bool) -> list[Change]:
    return sorted(change(one.before, one.after) for one in found if one.kind is kind and one.in_quote is in_quote)


def change(before: str, after: str) -> Change:
    """What an edit takes away and adds, without the words that it begins and ends with in both."""
    left, right = (re.sub(r"\W+", " ", words.lower()).split() for words in (before, after))
    while left and right and left[0] == right[0]:
        left, right = left[1:], right[1:]
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    return " ".join(left), " ".join(right)


@pytest.mark.parametrize("case", CASES["copies"], ids=lambda case: f"{case['of']}: {case['why']}")
def test_changes_inside_quotations_are_found_and_no_others(case: dict[str, Any]) -> None:
    """Every change inside a quotation is named in its smallest meaningful form; what stayed is not named."""
    found = named(edits(TEXTS[case["of"]], changed(case)), Drift.WORDING, in_quote=True)

    assert found == sorted(change(*pair) for pair in case.get("in_quotes", []))


@pytest.mark.parametrize(
    "case", [case for case in CASES["copies"] if "elsewhere" in case], ids=lambda case: case["why"]
)
def test_changes_of_the_report_are_found(case: dict[str, Any]) -> None:
    """What was changed outside quotations is named too."""
    found = named(edits(TEXTS[case["of"]], changed(case)), Drift.WORDING, in_quote=False)

    assert {change(*pair) for pair in case["elsewhere"]} - set(found) == set()


HEAD = "The minister spoke to reporters in the garden of his residence on Tuesday evening. "
TAIL = " He left by the side door, and his car was seen on the road to the airport an hour later."


@pytest.mark.parametrize(
    ("before", "after", "expected", "why"),
    [
        ("“We will fight,” he said.", "“We will fight,” he said.", [], "nothing changed"),
        ("“We will fight,” he said.", '"We will fight," he said.', [], "marks of another style"),
        ("“We will fight,” he said.", "‘We will fight,’ he said.", [], "single marks"),
        ("The U.S. sent 4,000 men.", "The US sent 4000 men.", [], "dots and commas of a house style"),
        ("The cease-fire held.", "The ceasefire held.", [], "a hyphen"),
        ("Télam had it first.", "Telam had it first.", [], "accents"),
        ("He called it “a grave step”.", "He called it “a step”.", [("grave", "", True)], "a word left out"),
        (
            "“Let nobody weary our guards tonight,” he said at the gate.",
            "“Let nobody tempt our gunners tonight,” he said at the gate.",
            [("weary our guards", "tempt our gunners", True)],
            "a possessive sets no two changes apart",
        ),
        ("The war, he said, “may spread”.", "The war, he said, “will spread”.", [("may", "will", True)], "a hedge"),
        (
            "“No country can live with guns at its door.”",
            "“No country can live with British guns at its door.”",
            [("", "British", True)],
            "a word put in",
        ),
        (
            "It would be “an attack on the peace of Europe”.",
            "It would be “an attack on the order in Asia”.",
            [("peace of Europe", "order in Asia", True)],
            "two changes with nothing but a preposition between",
        ),
        (
            "He vowed to “defend the bridge” with all men.",
            "He promised to “hold the bridge” with all men.",
            [("vowed", "promised", False), ("defend", "hold", True)],
            "a change on either side of a mark",
        ),
        (
            "He said they would “wait and see”.",
            "He said they could “watch”.",
            [("would", "could", False), ("wait and see", "watch", True)],
            "one change across a mark is two",
        ),
        (
            "“We shall see. We fear nothing. We go.”",
            "“We shall see. We go.”",
            [("We fear nothing.", "", True)],
            "a part",
        ),
        (
            "“We fear nothing,” he said. He smiled.",
            "He smiled.",
            [("“We fear nothing,” he said.", "", False)],
            "a whole",
        ),
        (
            "“We fear nothing, and we shall go,” he said.",
            "“We fear nothing,” he said, “and we shall go.”",
            [("", "he said", False), ("he said", "", False)],
            "the cue stands elsewhere",
        ),
        (
            "“If the cruiser has not gone by noon, we shall take the matter to the Council,” Moscoso said.",
            "Moscoso said: “If the cruiser has not gone by noon, we shall bring the matter before the Council.”",
            [("Moscoso said", "", False), ("", "Moscoso said", False), ("take", "bring", True), ("to", "before", True)],
            "the second half of a quotation changed, and the cue stands before it",
        ),
        (
            "“We fear nothing,” he said, “and we shall go.”",
            "“We fear nothing, and we shall go,” he said.",
            [("", "he said", False), ("he said", "", False)],
            "and back",
        ),
        ("The talks went on.", "The talks, went on!", [], "punctuation is no word"),
    ],
)
def test_an_edit_is_as_small_as_it_means(
    before: str, after: str, expected: list[tuple[str, str, bool]], why: str
) -> None:
    """Changes are named word by word, in the place where they stand."""
    found = edits(HEAD + before + TAIL, HEAD + after + TAIL)

    assert sorted((one.before, one.after, one.in_quote) for one in found) == sorted(expected), why


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("“We will fight on,” he said.", "We will fight on, he said.", [("“We will fight on,”", "We will fight on")]),
        ("He said the war was lost.", "He said “the war was lost”.", [("the war was lost", "“the war was lost”")]),
    ],
)
def test_lost_and_added_marks_are_edits(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    """Where the words stayed and the marks went or came, the words are named with and without them."""
    found = edits(HEAD + before + TAIL, HEAD + after + TAIL)

    assert [(one.before, one.after) for one in found] == expected
    assert [one.kind for one in found] == [Drift.MARKS]
    assert not found[0].in_quote


def test_a_change_where_marks_were_lost_is_inside_the_quotation() -> None:
    """The copy without marks put a word into what the original quotes."""
    found = edits(
        HEAD + "“The war may spread beyond the river,” he said." + TAIL,
        HEAD + "The proxy war may spread beyond the river, he said." + TAIL,
    )

    assert [(one.before, one.after) for one in found if one.in_quote] == [("", "proxy")]
    assert Drift.MARKS in {one.kind for one in found}


@pytest.mark.parametrize(
    ("before", "after", "hedge"),
    [
        ("They reportedly crossed the river.", "They crossed the river.", "dropped"),
        ("They crossed the river.", "They allegedly crossed the river.", "added"),
        ("They may cross the river.", "They will cross the river.", "dropped"),
        ("They may cross the river.", "They could cross the river.", None),
        ("They crossed the river.", "They crossed the lake.", None),
    ],
)
def test_hedges_that_come_or_go_are_marked(before: str, after: str, hedge: str | None) -> None:
    """What made a claim less firm, and is gone or new, is said with the edit."""
    assert [one.hedge for one in edits(HEAD + before + TAIL, HEAD + after + TAIL)] == [hedge]


def test_added_and_dropped_sentences_are_edits_of_their_own() -> None:
    """A sentence without a counterpart is named whole, with its stop."""
    (added,) = edits(HEAD + TAIL, HEAD + "A shot was heard from the hills." + TAIL)
    (dropped,) = edits(HEAD + "A shot was heard from the hills." + TAIL, HEAD + TAIL)

    assert (added.op, added.kind, added.after) == ("insert", Drift.SENTENCE, "A shot was heard from the hills.")
    assert (dropped.op, dropped.kind, dropped.before) == ("delete", Drift.SENTENCE, "A shot was heard from the hills.")
    assert (added.hedge, dropped.hedge) == (None, None)


def test_a_moved_paragraph_is_compared_with_itself() -> None:
    """What stands elsewhere is no loss and no addition; what was changed in it is found."""
    one = "The first brigade crossed the river at dawn and took the station without a shot being fired."
    two = "“Our patience is a long road, and it ends at this bridge tonight,” the general told his officers."
    found = edits(f"{one}\n\n{two}\n\n{HEAD}", f"{two.replace('long', 'short')}\n\n{one}\n\n{HEAD}")

    assert [(edit.before, edit.after, edit.in_quote) for edit in found] == [("long", "short", True)]


def test_a_word_that_the_page_cut_off_is_no_change() -> None:
    """A page that stops in the middle of a word changed nothing."""
    whole = HEAD + "The envoy flew on to London."
    assert [one for one in edits(whole, HEAD + "The envoy flew on to Lond...") if one.kind is Drift.WORDING] == []


def test_those_inside_quotations_come_first() -> None:
    """Edits are told in the order of what matters, then of the text."""
    found = edits(
        HEAD + "The first man wept. “We will fight,” he said. The second left." + TAIL,
        HEAD + "The last man wept. “We must fight,” he said. The other left." + TAIL,
    )
    assert [one.in_quote for one in found] == [True, False, False]


WORDS = st.lists(st.sampled_from("the river army said crossed war peace will may bridge of to".split()), max_size=40)


@given(WORDS)
def test_a_story_does_not_differ_from_itself(words: list[str]) -> None:
    """No edit without a change."""
    text = HEAD + " ".join(words).capitalize() + "." + TAIL
    assert edits(text, text) == []


@given(WORDS, WORDS)
def test_edits_lead_from_one_to_the_other(one: list[str], other: list[str]) -> None:
    """Every edit quotes the texts where it says; words that only one of them has are named."""
    before, after = (HEAD + " ".join(words).capitalize() + "." + TAIL for words in (one, other))
    found = edits(before, after)
    texts = article_of(before).text, article_of(after).text

    assert all(edit.before_span is None or edit.before_span.of(texts[0]) == edit.before for edit in found)
    assert all(edit.after_span is None or edit.after_span.of(texts[1]) == edit.after for edit in found)
    gone = {word for word in set(one) - set(other) if word not in (HEAD + TAIL).lower()}
    named = " ".join(edit.before for edit in found).lower()
    assert all(word in named for word in gone)

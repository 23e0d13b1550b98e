"""Articles of one story to who had it from whom: by credit, date, agency or completeness, or left open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from dispatches import TEXTS, Print

from sayso.merge.credits import credited
from sayso.merge.kin import order
from sayso.merge.origins import Family, families
from sayso.merge.resemblance import resemblance
from sayso.merge.signatures import wording
from sayso.merge.stories import story
from sayso.record.clocks import days
from sayso.record.copies import Member
from sayso.record.resemblances import Pair

STRAIT = TEXTS["strait"].strip()
CHANGED = STRAIT.replace("its own door", "its door").replace("fifth of the oil", "quarter of the oil")
TWICE = CHANGED.replace("reckless", "criminal").replace("four times", "six times")
CUT = "\n\n".join(STRAIT.split("\n\n")[:3])


def member(one: Print, page: str | None = None) -> Member:
    article = one.article
    told = wording(story(article))
    assert told is not None
    first, last = days(article.published)
    return Member(
        article.path, 0, told.key, article.outlet, article.title, article.url, article.byline, article.published,
        first, last, page, None, credited(article),
    )  # fmt: skip


def found(*prints: Print, pages: Mapping[str, str] | None = None) -> list[Family]:
    members = [member(one, (pages or {}).get(one.path)) for one in prints]
    words = {told.key: told.words for one in prints if (told := wording(story(one.article)))}
    keys = sorted(words)
    judged = (
        (one, other, resemblance(words[one], words[other])) for n, one in enumerate(keys) for other in keys[n + 1 :]
    )
    pairs = [Pair(one, other, same) for one, other, same in judged if same is not None]

    def words_of(some: Iterable[int]) -> Mapping[int, str]:
        return {key: words[key] for key in some}

    return families(members, pairs, words_of)


def steps(family: Family) -> list[tuple[str, str, str | None]]:
    return sorted(
        (step.original.article, step.copy.article, step.ground and step.ground.value) for step in family.descents
    )


def printed(path: str, text: str, outlet: str | None, published: str | None = None, **more: str) -> Print:
    return Print(text, outlet, published, path=path, url=more.get("url"))


A_HERALD = printed("a", STRAIT, "Fjord Herald", "2031-03-03")


def times(text: str, published: str | None = None, outlet: str | None = "Skerry Times") -> Print:
    return printed("b", text, outlet, published)


@pytest.mark.parametrize(
    ("other", "expected", "why"),
    [
        (
            times(f"Strait shut\n\nFrom the Fjord Herald\n\n{CHANGED}", "2031-03-02"),
            ("a", "b", "credit"),
            "who credits the other is the copy, whatever the dates",
        ),
        (times(CHANGED, "2031-03-04"), ("a", "b", "date"), "the later is the copy"),
        (times(CHANGED, "2031-03-01"), ("b", "a", "date"), "whichever it is"),
        (times(CHANGED, None, "Orbis Wire"), ("b", "a", "agency"), "an agency supplies"),
        (
            times(f"Strait shut\n\nFrom news services\n\n{CHANGED}"),
            ("a", "b", None),
            "a text without a signature may be agencies' too",
        ),
        (
            times(CUT.replace("reckless", "criminal")),
            ("a", "b", "completeness"),
            "what goes on where the other stops is the original",
        ),
        (times(CHANGED), ("a", "b", None), "nothing tells"),
        (times(CHANGED, "2031-03"), ("b", "a", None), "a month is no day"),
        (times(CHANGED, "2031-03-09", None), ("a", "b", "date"), "an unknown outlet is another"),
    ],
)
def test_two_copies_are_told_apart(other: Print, expected: tuple[str, str, str | None], why: str) -> None:
    """Which was first, by what sign; where nothing tells it is left open."""
    (family,) = found(A_HERALD, other)

    assert steps(family) == [expected], why
    assert (family.first is None) == (expected[2] is None)
    assert family.descents[0].reason


def test_who_signs_by_name_was_before_who_credits_agencies() -> None:
    """A staff writer's text went round the agencies, not the other way."""
    one = printed("a", f"Strait shut\n\nBy Ana Brandt\n\n{STRAIT}", "Fjord Herald")
    other = printed("b", f"Strait shut\n\nFrom news services\n\n{CHANGED}", "Skerry Times")
    (family,) = found(other, one)

    assert steps(family) == [("a", "b", "agency")]


def test_a_copy_of_a_copy_hangs_on_the_copy() -> None:
    """Whose changes it repeats, that is where it was taken from."""
    chain = [
        A_HERALD,
        printed("b", CHANGED, "Skerry Times", "2031-03-04"),
        printed("c", TWICE, "Port Hale Post", "2031-03-05"),
        printed("d", STRAIT.replace("Friday", "Saturday"), "Cape Mail", "2031-03-06"),
    ]
    (family,) = found(*chain)

    assert steps(family) == [("a", "b", "date"), ("a", "d", "date"), ("b", "c", "date")]
    assert family.first is not None
    assert family.first.article == "a"


def test_of_originals_as_near_the_credited_is_taken() -> None:
    """Two outlets printed the same; the copy says whose it has."""
    (family,) = found(
        A_HERALD,
        printed("b", STRAIT, "Skerry Times", "2031-03-04"),
        printed("c", f"Strait shut\n\nSource: Skerry Times\n\n{STRAIT}", "Cape Mail", "2031-03-06"),
        printed("d", STRAIT, "Hale Gazette", "2031-03-06"),
    )

    assert steps(family) == [("a", "b", "date"), ("a", "d", "date"), ("b", "c", "credit")]


def test_two_customers_of_an_absent_agency_have_no_original_here() -> None:
    """Both credit who is not in the record: neither was first, though one was earlier."""
    (family,) = found(
        printed("a", f"Strait shut\n\nPORT HALE (Reuters) — {STRAIT}", "Fjord Herald", "2031-03-03"),
        printed("b", f"Strait shut\n\nPORT HALE (Reuters) — {CHANGED}", "Skerry Times", "2031-03-05"),
    )

    assert steps(family) == [("a", "b", None)]
    assert family.first is None
    assert "both credit reuters" in family.reason


def test_versions_of_a_page_are_no_copies_and_an_old_one_may_be_the_original() -> None:
    """A reprint of the first version hangs on that, and the second is no copy of the reprint."""
    prints = (
        printed("a1", STRAIT, "Fjord Herald", "2031-03-03"),
        printed("b", STRAIT, "Skerry Times", "2031-03-04"),
        printed("a2", TWICE, "Fjord Herald", "2031-03-05"),
    )
    (family,) = found(*prints, pages={"a1": "page", "a2": "page"})

    assert steps(family) == [("a1", "b", "date")]
    assert {one.article for one in family.members} == {"a1", "a2", "b"}
    assert family.first is not None
    assert family.first.article == "a1"


def test_both_versions_of_a_copy_are_copies() -> None:
    """An outlet that printed a dispatch and changed it later copied it twice."""
    prints = (
        A_HERALD,
        printed("b1", STRAIT, "Skerry Times", "2031-03-04"),
        printed("b2", CHANGED, "Skerry Times", "2031-03-05"),
    )
    (family,) = found(*prints, pages={"b1": "page", "b2": "page"})

    assert steps(family) == [("a", "b1", "date"), ("a", "b2", "date")]


@pytest.mark.parametrize(
    ("outlets", "expected"),
    [(("Varn Echo", "Varn Echo"), 0), (("Varn Echo", "The Varn Echo"), 0), (("Varn Echo", "Cape Mail"), 1)],
)
def test_what_an_outlet_prints_below_all_its_reports_makes_no_copies(outlets: tuple[str, str], expected: int) -> None:
    """Two short reports of one outlet with one long background paragraph are two reports."""
    one, other = (printed(str(n), TEXTS[f"boilerplate-{k}"], outlets[n]) for n, k in enumerate("ab"))

    assert len(found(one, other)) == expected


def test_an_outlet_that_prints_a_text_again_copies_itself() -> None:
    """Nearly all of it, on another page."""
    (family,) = found(A_HERALD, printed("b", CHANGED, "Fjord Herald", "2031-03-09"))

    assert steps(family) == [("a", "b", "date")]


def test_a_report_put_together_from_two_has_two_originals() -> None:
    """It hangs on both, and no single article is the first."""
    (family,) = found(
        A_HERALD,
        printed("b", TEXTS["gas"], "Skerry Times", "2031-03-03"),
        printed("c", f"{STRAIT}\n\n{TEXTS['gas']}", "Cape Mail", "2031-03-06"),
    )

    assert steps(family) == [("a", "c", "date"), ("b", "c", "date")]
    assert family.first is None


def test_families_do_not_depend_on_the_order_of_their_members() -> None:
    """The same articles in any order have the same history."""
    prints = [
        A_HERALD,
        printed("b", CHANGED, "Skerry Times", "2031-03-04"),
        printed("c", TWICE, "Port Hale Post"),
        printed("d", CUT, "Cape Mail"),
        printed("e", STRAIT, "Hale Gazette", "2031-03-04"),
    ]
    expected = [steps(one) for one in found(*prints)]

    assert expected == [steps(one) for one in found(*prints[::-1])]
    assert expected == [steps(one) for one in found(*prints[2:], *prints[:2])]


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2031-03-03", "2031-03-03"), ("../2031-03-03", "2031-03-03"), ("2031-03", "2031-03-01"), (None, "9999-12-31")],
)
def test_articles_are_ordered_by_the_first_day_that_is_known(published: str | None, expected: str) -> None:
    """An open beginning is no early date."""
    assert order(member(printed("a", STRAIT, "Fjord Herald", published)))[0] == expected

"""A story to its signature: the same on any machine and day, found by any run of fifteen words."""

from __future__ import annotations

import random

import pytest
from dispatches import TEXTS, article_of
from hypothesis import given
from hypothesis import strategies as st

from sayso.merge.signatures import RUN, SHORTEST, WINDOW, wording
from sayso.merge.stories import Story, Word, story
from sayso.spans import Span


def of(words: list[str], quoted: tuple[int, int] = (0, 0)) -> Story:
    made = tuple(Word(word, Span(0, 1), 0 if quoted[0] <= n < quoted[1] else None, 0) for n, word in enumerate(words))
    return Story("x", made, (Span(0, 1),))


def some(seed: int, count: int) -> list[str]:
    chosen = random.Random(seed)
    return [f"w{chosen.randrange(10_000)}" for _ in range(count)]


def test_a_signature_is_the_same_on_every_machine_and_day() -> None:
    """What records hold must be found again: neither Python's hash seed nor rensa's next version may change it."""
    found = wording(story(article_of(TEXTS["pact"])))

    assert found is not None
    assert (found.key, len(found.values), sum(found.values) % 10**9) == (8743200954631080967, 60, 563642345)
    assert found.words.startswith("ministers of the western pact met in averne on monday after tanks")
    assert "“ nobody should test whether we mean what we signed ” said" in found.words


def test_what_is_too_short_has_none() -> None:
    """A flash of a line cannot be told from another outlet's."""
    assert wording(of(some(1, SHORTEST - 1))) is None
    assert wording(of(some(1, SHORTEST))) is not None


@given(st.integers(0, 10_000), st.integers(0, 60), st.integers(0, 60))
def test_a_shared_run_of_fifteen_words_is_found(seed: int, before: int, after: int) -> None:
    """Wherever in two stories it stands, and whatever stands around it."""
    shared = some(seed, RUN + WINDOW - 1)
    left = wording(of([*some(seed + 1, before + 20), *shared, *some(seed + 2, after)]))
    right = wording(of([*some(seed + 3, after), *shared, *some(seed + 4, before + 20)]))

    assert left is not None and right is not None
    assert set(left.values) & set(right.values)


def test_a_quotation_is_found_wherever_its_reporter_put_the_cue() -> None:
    """Only what is quoted is hashed once more, without the words between."""
    quote, lead = some(7, 24), some(8, 20)
    whole = of([*lead, *quote], (20, 44))
    cut = of([*some(9, 20), *quote], (20, 44))
    split = Story("x", (*cut.words[:32], *of(some(10, 3)).words, *cut.words[32:]), cut.quotations)
    found = [wording(one) for one in (whole, split)]

    assert found[0] is not None and found[1] is not None
    assert set(found[0].values) & set(found[1].values)


@pytest.mark.parametrize("share", [0.5, 0.7])
def test_stories_alike_as_wholes_are_found(share: float) -> None:
    """Of stories with a word changed in every few, all are candidates for their original."""
    found = 0
    for seed in range(50):
        words = some(seed, 300)
        step = 4 / (1 - share)
        changed = [word if n % step >= 1 else f"x{seed}-{n}" for n, word in enumerate(words)]
        one, other = wording(of(words)), wording(of(changed))
        assert one is not None and other is not None
        found += bool(set(one.values) & set(other.values))
    assert found == 50

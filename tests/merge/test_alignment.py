"""Two sequences of words to shared runs and gaps: nothing lost, nothing twice, what moved is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.merge.alignment import Gap, Run, gaps, runs

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@given(WORDS, WORDS)
def test_runs_are_shared_and_apart(before: list[str], after: list[str]) -> None:
    """A run has the same words in both, and no word is in two runs."""
    found = runs(before, after)

    for run in found:
        assert before[run.before : run.before + run.length] == after[run.after : run.after + run.length]
    for starts in ([(run.before, run.length) for run in found], [(run.after, run.length) for run in found]):
        places = [n for start, length in starts for n in range(start, start + length)]
        assert len(places) == len(set(places))


@given(WORDS, WORDS)
def test_runs_and_gaps_hold_every_word_once(before: list[str], after: list[str]) -> None:
    """What is in no run is in one gap."""
    found = runs(before, after)
    between = gaps(found, len(before), len(after))
    left = [n for run in found for n in range(run.before, run.before + run.length)]
    left += [n for gap in between for n in range(*gap.before)]
    right = [n for run in found for n in range(run.after, run.after + run.length)]
    right += [n for gap in between for n in range(*gap.after)]

    assert sorted(left) == list(range(len(before)))
    assert sorted(right) == list(range(len(after)))


def test_a_change_lies_between_its_neighbours() -> None:
    """One word for another is one gap with both in it."""
    before, after = "the prime minister said on monday that war would come".split(), None
    after = [*before[:5], "tuesday", *before[6:]]
    found = runs(before, after)

    assert found == [Run(0, 0, 5), Run(6, 6, 4)]
    assert gaps(found, 10, 10) == [Gap((5, 6), (5, 6))]


def test_what_moved_is_found_in_its_new_place() -> None:
    """Two stretches that changed places are two runs, and nothing lies between them."""
    one, two = "alpha beta gamma delta".split(), "one two three four five".split()
    found = runs([*one, *two], [*two, *one])

    assert found == [Run(0, 5, 4), Run(4, 0, 5)]
    assert gaps(found, 9, 9) == []


def test_repeated_words_do_not_join_what_is_apart() -> None:
    """Sentences that share only common words have no run."""
    before = "the minister of the interior said that an army of the north".split()
    after = "the army of the south said that a minister of the crown".split()

    assert runs(before, after) == []

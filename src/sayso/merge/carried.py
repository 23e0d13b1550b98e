"""A stretch of one story to what became of it in another: the words that stand in its place, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.merge.alignment import Run, gaps, runs
from sayso.merge.drift import widened
from sayso.merge.stories import Story
from sayso.spans import Span, cover


def carried(original: Story, copy: Story, span: Span) -> Span | None:
    """
    Return where a stretch of an original stands in its copy, None where the copy left it out.

    Args:
        original: The story that the stretch is quoted from.
        copy: The other.
        span: The stretch, in the original's text.
    """
    chosen = [n for n, word in enumerate(original.words) if word.span.overlaps(span)]
    shared = runs(original.forms, copy.forms)
    if not chosen or not any(_kept(run, chosen) for run in shared):
        return None
    places = _places(shared, len(original.words), len(copy.words))
    main = max(shared, key=lambda run: _kept(run, chosen))
    reach = 2 * len(chosen)  # what stands farther off was moved, and is not what became of the stretch
    around = (main.after - reach, main.after + main.length + reach)
    found = [places[n] for n in chosen if n in places and around[0] <= places[n][0] and places[n][1] <= around[1]]
    start, end = min(one for one, _ in found), max(end for _, end in found)
    if start >= end:
        return None
    return widened(copy.text, cover(word.span for word in copy.words[start:end]))


def longest_shared(one: Story, other: Story) -> tuple[Span, Span] | None:
    """Return where the longest run of words that two stories share stands in either; None where there is none."""
    shared = runs(one.forms, other.forms)
    if not shared:
        return None
    run = max(shared, key=lambda found: found.length)
    left = cover(word.span for word in one.words[run.before : run.before + run.length])
    right = cover(word.span for word in other.words[run.after : run.after + run.length])
    return widened(one.text, left), widened(other.text, right)


def _kept(run: Run, chosen: Sequence[int]) -> int:
    """Return how many of some neighbouring words a run holds."""
    return max(0, min(run.before + run.length, chosen[-1] + 1) - max(run.before, chosen[0]))


def _places(shared: Sequence[Run], before: int, after: int) -> dict[int, tuple[int, int]]:
    """Return for each word of the one story which words of the other stand in its place."""
    found = {run.before + n: (run.after + n, run.after + n + 1) for run in shared for n in range(run.length)}
    for gap in gaps(shared, before, after):
        found.update(dict.fromkeys(range(*gap.before), gap.after))
    return found

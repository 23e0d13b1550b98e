"""
Two stories to what was changed on the way from one to the other: the edits, those inside quotations first.

Words are compared, never punctuation, case or layout. An edit is the smallest that a person would name: two changes
with nothing but "of the" between them are one, and a sentence that was left out or put in is an edit of its own. Where
all words stayed and only the quotation marks went, or came, that is an edit too: it makes an outlet's words of a
source's, or the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

from sayso.article.wordlists import word_set
from sayso.merge.alignment import Gap, Run, gaps, runs
from sayso.merge.pieces import Piece, paired, slid
from sayso.merge.stories import Story, Word
from sayso.spans import Span, cover
from sayso.terms import Drift

# Words that carry no meaning of their own: alone between two changes they do not set them apart.
_LIGHT: Final = word_set(
    "a an the of to in on at by for from with and or that this his her its their our my your",
    "is are was were be been will would shall should can could may might must has have had do does did",
)
_LIGHT_RUN: Final = 2

# Words that two changes with one word between them must have together to be one turn of phrase; set by hand.
_PHRASE: Final = 4

# Words that must have been left out here and put in there, and how like they must be, to have been moved; by hand.
_MOVED: Final = 4
_ALIKE: Final = 0.6

# Words by which a reporter or source puts a claim less firmly (Hyland's hedges, those of crisis news).
_HEDGES: Final = word_set(
    "allegedly alleged reportedly reported apparently apparent purportedly purported supposedly supposed presumably",
    "may might could perhaps possibly possible probably probable likely unlikely seemingly seems seem seemed appears",
    "appear appeared suggests suggest suggested believed thought unconfirmed unverified claimed claims claim rumoured",
    "rumored rumours rumors about around approximately roughly some nearly almost",
)


_MARKS_BEFORE: Final = "“\"'‘«„(["
_MARKS_BEHIND: Final = ".!?…,;:”\"'’»)]"


@dataclass(frozen=True, slots=True)
class Edit:
    """
    One change between an original and its copy.

    Attributes:
        kind: What was changed: words, a whole sentence, or the marks around words that stayed.
        before: The words in the original, empty where something was put in.
        after: The words in the copy, empty where something was left out.
        before_span: Where they stand in the original's text, None where there are none.
        after_span: Where they stand in the copy's text, likewise.
        in_quote: Whether it lies inside a quotation, in the original or in the copy.
        hedge: "dropped" or "added" where the change makes a claim firmer or less firm, else None.
    """

    kind: Drift
    before: str
    after: str
    before_span: Span | None
    after_span: Span | None
    in_quote: bool
    hedge: str | None

    @property
    def op(self) -> str:
        """What CONTRACT calls it: replace, insert or delete."""
        if self.before_span is None:
            return "insert"
        return "replace" if self.after_span is not None else "delete"


def drift(original: Story, copy: Story) -> list[Edit]:
    """Return every edit, those inside quotations first, else in the order of the original."""
    shared = runs(original.forms, copy.forms)
    changed = [
        change
        for whole in gaps(shared, len(original.words), len(copy.words))
        for change in _changes(original, copy, whole)
    ]
    found = [_edit(original, copy, gap, kind) for gap, kind in _moved(original, copy, changed)]
    found = [edit for edit in found if not _is_cut_short(copy, edit)]
    found += _marks(original, copy, shared)
    return sorted(found, key=lambda one: (not one.in_quote, *_place(one)))


def _place(edit: Edit) -> tuple[int, int]:
    """Return what orders edits: by the original, what was put in by the copy."""
    at = edit.before_span or edit.after_span
    assert at is not None
    return at.start, edit.after_span.start if edit.after_span else 0


# ---------------------------------------------------------------------------- words


def _changes(original: Story, copy: Story, gap: Gap) -> Iterator[tuple[Gap, Drift]]:
    """Yield the changes in a gap: of each pair of its pieces the words that differ, of the others the whole."""
    for left, right in paired(original.words, copy.words, slid(original.words, copy.words, gap)):
        if (left.is_whole and right.is_empty) or (left.is_empty and right.is_whole):
            yield Gap(left.range, right.range), Drift.SENTENCE
        elif left.is_empty or right.is_empty:
            yield Gap(left.range, right.range), Drift.WORDING
        else:
            yield from ((one, Drift.WORDING) for one in _words(original, copy, left, right))


def _moved(original: Story, copy: Story, changed: Sequence[tuple[Gap, Drift]]) -> Iterator[tuple[Gap, Drift]]:
    """Yield changes, what was left out in one place and put in at another, with changes, as those changes alone."""
    left = [gap for gap, kind in changed if kind is Drift.WORDING and _size(gap.before) >= _MOVED > _size(gap.after)]
    right = [gap for gap, kind in changed if kind is Drift.WORDING and _size(gap.after) >= _MOVED > _size(gap.before)]
    gone: set[Gap] = set()
    for one in (gap for gap in left if gap.after[0] == gap.after[1]):
        lacks = _piece(original, one.before)
        likest = max(
            (gap for gap in right if gap.before[0] == gap.before[1] and gap not in gone),
            key=lambda gap: _ratio(lacks, _piece(copy, gap.after)),
            default=None,
        )
        if likest is not None and _ratio(lacks, _piece(copy, likest.after)) >= _ALIKE:
            gone |= {one, likest}
            yield from ((gap, Drift.WORDING) for gap in _words(original, copy, lacks, _piece(copy, likest.after)))
    yield from (change for change in changed if change[0] not in gone)


def _piece(story: Story, within: tuple[int, int]) -> Piece:
    return Piece(within, tuple(story.forms[slice(*within)]), opens=False, closes=False)


def _ratio(one: Piece, other: Piece) -> float:
    return SequenceMatcher(None, one.forms, other.forms, autojunk=False).ratio()


def _words(original: Story, copy: Story, left: Piece, right: Piece) -> Iterator[Gap]:
    """Yield the smallest meaningful changes between two pieces, cut where a quotation begins or ends in both."""
    matcher = SequenceMatcher(None, left.forms, right.forms, autojunk=False)
    done: list[Gap] = []
    for tag, i, k, j, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        here = Gap((left.range[0] + i, left.range[0] + k), (right.range[0] + j, right.range[0] + m))
        if done and _are_one(original.words, done[-1], here):
            done[-1] = Gap((done[-1].before[0], here.before[1]), (done[-1].after[0], here.after[1]))
        else:
            done.append(here)
    for gap in done:
        for cut in _cut_at_marks(original.words, copy.words, gap):
            change = _trimmed(original.words, copy.words, cut)
            if not _is_spelling(original.words, copy.words, change):
                yield change


def _are_one(words: Sequence[Word], one: Gap, other: Gap) -> bool:
    """Tell whether a person would name two neighbouring changes as one."""
    between = [word.form for word in words[one.before[1] : other.before[0]]]
    if len(between) <= _LIGHT_RUN and _LIGHT.issuperset(between):
        return True
    if len(between) != 1:
        return False
    sizes = [_size(one.before), _size(one.after), _size(other.before), _size(other.after)]
    is_turned = sizes[0] == sizes[3] == 0 or sizes[1] == sizes[2] == 0  # nobody should: let nobody
    return is_turned or max(sizes[:2]) + max(sizes[2:]) >= _PHRASE


def _size(within: tuple[int, int]) -> int:
    return within[1] - within[0]


def _trimmed(before: Sequence[Word], after: Sequence[Word], gap: Gap) -> Gap:
    """Return a change without the words that it begins and ends with in both."""
    (i, k), (j, m) = gap.before, gap.after
    while i < k and j < m and before[i].form == after[j].form:
        i, j = i + 1, j + 1
    while i < k and j < m and before[k - 1].form == after[m - 1].form:
        k, m = k - 1, m - 1
    return Gap((i, k), (j, m))


def _is_spelling(before: Sequence[Word], after: Sequence[Word], gap: Gap) -> bool:
    """Tell whether the same letters are only set apart otherwise: cease-fire, ceasefire."""
    left, right = (
        "".join(word.form for word in words[slice(*some)]) for words, some in ((before, gap.before), (after, gap.after))
    )
    return left == right


def _cut_at_marks(before: Sequence[Word], after: Sequence[Word], gap: Gap) -> list[Gap]:
    """Cut a change where quotations begin and end, if they do so alike in both."""
    left, right = _borders(before, gap.before), _borders(after, gap.after)
    if not left or [kind for _, kind in left] != [kind for _, kind in right]:
        return [gap]
    ends = [*((i, j) for (i, _), (j, _) in zip(left, right, strict=True)), (gap.before[1], gap.after[1])]
    starts = [(gap.before[0], gap.after[0]), *ends[:-1]]
    return [Gap((i, k), (j, m)) for (i, j), (k, m) in zip(starts, ends, strict=True)]


def _borders(words: Sequence[Word], within: tuple[int, int]) -> list[tuple[int, bool]]:
    """Return where in a stretch words pass into a quotation (True) or out of one."""
    inside = [words[n].quotation is not None for n in range(*within)]
    return [(within[0] + n, inside[n]) for n in range(1, len(inside)) if inside[n] != inside[n - 1]]


def _edit(original: Story, copy: Story, gap: Gap, kind: Drift) -> Edit:
    left, right = original.words[slice(*gap.before)], copy.words[slice(*gap.after)]
    before, after = _span(original, left, kind), _span(copy, right, kind)
    return Edit(
        kind=kind,
        before=before.of(original.text) if before else "",
        after=after.of(copy.text) if after else "",
        before_span=before,
        after_span=after,
        in_quote=_is_inside(original, gap.before, copy, gap.after) or _is_inside(copy, gap.after, original, gap.before),
        hedge=_hedge(left, right) if kind is Drift.WORDING else None,
    )


def _span(story: Story, words: Sequence[Word], kind: Drift) -> Span | None:
    """Return where words stand, whole sentences with their marks and stops."""
    if not words:
        return None
    span = cover(word.span for word in words)
    return widened(story.text, span) if kind is Drift.SENTENCE else span


def widened(text: str, span: Span) -> Span:
    """Return a stretch with the marks before it and the stops and marks behind it."""
    start, end = span.start, span.end
    while start and text[start - 1] in _MARKS_BEFORE:
        start -= 1
    while end < len(text) and text[end] in _MARKS_BEHIND:
        end += 1
    return Span(start, end)


def _is_cut_short(copy: Story, edit: Edit) -> bool:
    """Tell whether a word was not changed but cut, as where a page stops in its middle: `flew on to Lond…`."""
    if edit.after_span is None or edit.after_span.end != copy.words[-1].span.end:
        return False
    goes_on = copy.text[edit.after_span.end :].lstrip().startswith(("…", "..."))
    return goes_on and edit.before.casefold().startswith(edit.after.casefold())


def _is_inside(story: Story, within: tuple[int, int], other: Story, there: tuple[int, int]) -> bool:
    """
    Tell whether a change lies in one quotation of a story.

    A quotation that was left out or put in as a whole does not lie in one. Where words were put in that are not quoted
    themselves, they do if the other text has lost the marks, and not if they are a `he said` between two halves.
    """
    numbers = {word.quotation for word in story.words[slice(*within)]}
    around = _around(story, within)
    if not numbers:
        goes_on = len(around) == 2 and around[0] is not None and around[0] == around[1]
        return goes_on and not any(number is not None for number in _around(other, there))
    if len(numbers) != 1 or None in numbers:
        return False
    return there[0] < there[1] or bool(numbers & {*around})


def _around(story: Story, within: tuple[int, int]) -> list[int | None]:
    """Return the quotations of the words on either side of a stretch."""
    return [story.words[n].quotation for n in (within[0] - 1, within[1]) if 0 <= n < len(story.words)]


def _hedge(left: Iterable[Word], right: Iterable[Word]) -> str | None:
    before, after = ({word.form for word in some} & _HEDGES for some in (left, right))
    if bool(before) == bool(after):
        return None
    return "dropped" if before else "added"


# ---------------------------------------------------------------------------- marks


def _marks(original: Story, copy: Story, shared: Sequence[Run]) -> Iterator[Edit]:
    """Yield the stretches of words that stayed and lost or gained their quotation marks."""
    for run in shared:
        pairs = [(original.words[run.before + n], copy.words[run.after + n]) for n in range(run.length)]
        for differs, some in groupby(pairs, key=lambda pair: _loss(*pair)):
            if differs is None:
                continue
            left, right = zip(*some, strict=True)
            spans = _with_marks(original, left), _with_marks(copy, right)
            yield Edit(Drift.MARKS, spans[0].of(original.text), spans[1].of(copy.text), *spans, False, None)


def _loss(left: Word, right: Word) -> bool | None:
    """Return True where a word left a quotation, False where it came into one, None where neither."""
    if (left.quotation is None) == (right.quotation is None):
        return None
    return left.quotation is not None


def _with_marks(story: Story, words: Sequence[Word]) -> Span:
    """Return where words stand, with the marks of a quotation that begins or ends with them."""
    span = cover(word.span for word in words)
    quoted = {word.quotation for word in words} - {None}
    for number in quoted:
        whole = story.quotations[number or 0]
        start = whole.start if not story.text[whole.start : span.start].strip("\"'“”‘’„«»`( ") else span.start
        end = whole.end if not any(c.isalnum() for c in story.text[span.end : whole.end]) else span.end
        span = Span(min(start, span.start), max(end, span.end))
    return span

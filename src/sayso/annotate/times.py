"""
Text to time expressions (TIMEX3): the words and what they mean before they are read against a date.

A span follows TIMEX3: it takes the modifiers of an expression ("the end of last March") and not its preposition, which
is kept as a shape ("by June 1" is `June 1`, shaped BY). The grammar is in `timerules`, its words in `timewords`, what
they may mean in `meanings`. No date is guessed here; `resolve.dates` places the meanings on the calendar.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.annotate.grammar import BREAK, OTHER, Found, Words
from sayso.annotate.meanings import Calendar, Length, Meaning, Shape, Unit, grain, type_of
from sayso.annotate.timephrases import Piece, add, grown, sharing_years
from sayso.annotate.timerules import RULES
from sayso.annotate.timewords import VOCABULARY
from sayso.spans import Span
from sayso.terms import TimeType


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """
    Words that say when, how long or how often.

    Attributes:
        span: Without its preposition, as in TIMEX3.
        type: TIMEX3's.
        meaning: What the words say before they are read against a date.
        shape: What the preposition makes of it.
        sentence: The sentence it stands in, for the tense of its clause.
        hedged: Whether the words say that it is not exact ("about", "nearly").
    """

    span: Span
    type: TimeType
    meaning: Meaning
    shape: Shape
    sentence: Span
    hedged: bool = False


def times(text: str, spans: Iterable[Span]) -> list[TimeExpression]:
    """
    Find the time expressions of some sentences.

    Args:
        text: The article's canonical text.
        spans: Its sentences; no expression runs over the end of one.

    Returns:
        In text order; none overlaps another.
    """
    words = VOCABULARY.read(text, spans)
    surname = SURNAME_MAY.search(text) is not None
    pieces: list[Piece] = []
    for found, meaning in RULES.matches(words):
        if _misread(words, found, meaning, surname):
            continue
        piece = grown(words, Piece(found.first, found.last, meaning))
        while pieces and pieces[-1].last > piece.first:
            pieces.pop()
        add(words, pieces, piece)
    pieces = sharing_years(words, pieces)
    return list(_expressions(words, pieces))


# Days with names of their own, and papers named after days: the weekday dates nothing.
FEASTS_OF_WEEKDAYS: Final = frozenset("black good bloody holy palm super ash cyber shrove".split())
NEWSPAPERS: Final = frozenset(
    "Times Telegraph Express Mirror Mail Herald Post Review Independent People Business World Standard Sport Star "
    "Tribune Nation Agreement Accords".split()
)
SURNAME_MAY: Final = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Minister|Secretary|Brian) May\b")
# Words after which a bare month or four digits are a date whatever follows.
DATE_CUES: Final = frozenset(
    "in since by until till from to of during before after last next this early late mid through throughout and or "
    "between the around about fiscal late".split()
)
MONEY: Final = frozenset("$€£¥₽#№")
OPENERS: Final = frozenset("(\"'‘“[-–—/`")
# What may follow a date and is no noun that the date could modify.
NO_NOUNS: Final = frozenset(
    "he she it they we i you who which that as when if but with unless while where because said says say told will "
    "would was were is are be has have had can could may might must should did do not there their his her its them "
    "him us also only if so than then amid against over under into across near around despite without according due "
    "onward onwards came went took made killed began left led held met died alone".split()
)
NOT_PLURAL: Final = frozenset("was is has as its his this us".split())
SHAPES: Final = {
    "by": Shape.BY,
    "since": Shape.SINCE,
    "until": Shape.UNTIL,
    "till": Shape.UNTIL,
    "through": Shape.UNTIL,
    "thru": Shape.UNTIL,
    "before": Shape.BEFORE,
    "after": Shape.AFTER,
    "within": Shape.WITHIN,
    "from": Shape.FROM,
    "starting": Shape.FROM,
    "beginning": Shape.FROM,
}
DATED: Final = (TimeType.DATE, TimeType.TIME)
RANGE_JOIN: Final = VOCABULARY.compile("(COMMA? DASHTO | AND)")


def _misread(words: Words, found: Found, meaning: Meaning, surname: bool) -> bool:
    """Tell whether words that look like a time are something else: a newspaper, a name, a count, an age."""
    before, after = words.word(found.first - 1), words.word(found.last)
    if not isinstance(meaning, Calendar) and _titled(words, found):
        return True
    if isinstance(meaning, Length):
        return meaning.unit is Unit.QUARTER and meaning.count is not None
    if not isinstance(meaning, Calendar):
        return False
    if meaning.decade is not None:
        word = words.word(found.last - 1)
        return (
            len(word.strip("s'’")) < 3 and found.last - found.first == 1 and before.lower() not in ("and", "mid", "-")
        )
    if found.last - found.first > 1:
        return False
    if meaning.weekday is not None:
        return before.lower() in FEASTS_OF_WEEKDAYS or after in NEWSPAPERS
    if meaning.month is not None:
        named = after[:1].isupper() and words.codes[found.last] == OTHER and before.lower() not in DATE_CUES
        return named or (surname and words.word(found.first) == "May")
    return meaning.year is not None and _counted(words, found, before, after)


def _titled(words: Words, found: Found) -> bool:
    """Tell whether words of time are a title: the programme "This Week", "60 Minutes", the paper "Daily Star"."""
    if words.codes[found.first] == VOCABULARY.code("ADVERB") and words.word(found.first)[0].isupper():
        return words.word(found.last)[:1].isupper()
    written = [words.word(index) for index in range(found.first, found.last)]
    unit = words.codes[found.last - 1] in VOCABULARY.code("ANYUNIT")
    shouted = all(word.isupper() or not word.isalpha() for word in written)  # a headline in capitals: SIX DAYS
    return unit and len(written) > 1 and not shouted and all(not word[0].islower() for word in written)


def _counted(words: Words, found: Found, before: str, after: str) -> bool:
    """Tell whether four digits count something ("1500 soldiers") or belong to a name or another number."""
    if before in MONEY or (words.touching(found.first) and before not in OPENERS):
        return True
    if words.touching(found.last) and after in ("%", "-", ".") and words.word(found.last + 1)[:1].isdigit():
        return True
    if before.lower() in DATE_CUES and not (
        before.lower() in ("the", "and", "or", "about", "around") and _plural(after)
    ):
        return False
    ordinary = 1900 <= int(words.word(found.first).lstrip("'’‘")) <= 2100 or words.word(found.first)[0] in "'’‘"
    return not ordinary or _plural(after)


def _plural(word: str) -> bool:
    counted = word.islower() and word.endswith("s") and word not in NOT_PLURAL
    return counted or word in ("people", "men", "women", "children", "km", "percent", "tonnes")


def _expressions(words: Words, pieces: list[Piece]) -> Iterator[TimeExpression]:
    """Yield the finished expressions, each shaped by the preposition before it."""
    breaks = [index for index, code in enumerate(words.codes) if code == BREAK]
    shapes = [_shape(words, piece) for piece in pieces]
    for index in range(1, len(pieces)):
        if _ranged(words, pieces[index - 1], pieces[index], shapes[index - 1]):
            shapes[index - 1 : index + 1] = [Shape.FROM, Shape.TO]
    for piece, shape in zip(pieces, shapes, strict=True):
        after = bisect(breaks, piece.first)
        first = breaks[after - 1] + 1 if after else 0
        sentence = words.span(first, breaks[after])
        span = words.span(piece.first, piece.last)
        yield TimeExpression(span, type_of(piece.meaning), piece.meaning, shape, sentence, piece.hedged)


def _ranged(words: Words, first: Piece, last: Piece, shape: Shape) -> bool:
    """Tell whether two pieces are the ends of one range: "from X to Y", "between X and Y", "X – Y"."""
    joined = RANGE_JOIN.fullmatch(words.codes, first.last, last.first)
    if not joined or type_of(first.meaning) is not type_of(last.meaning) or type_of(last.meaning) not in DATED:
        return False
    joint, opened = words.word(last.first - 1).lower(), words.word(first.first - 1).lower()
    if joint == "and":
        return opened == "between"
    return joint != "to" or shape is Shape.FROM or opened == "between"


def _modifies(words: Words, piece: Piece) -> bool:
    """Tell whether a date stands before a noun ("after Friday prayers"): then the preposition is the noun's."""
    after = words.word(piece.last)
    noun = words.codes[piece.last] == OTHER and after.islower() and after not in NO_NOUNS and not after.endswith("ly")
    return noun and isinstance(piece.meaning, Calendar) and grain(piece.meaning) in (Unit.DAY, Unit.MONTH)


def _shape(words: Words, piece: Piece) -> Shape:
    before, after = words.word(piece.first - 1).lower(), words.word(piece.last)
    if (after in ("'s", "’s", "-") and words.touching(piece.last)) or _modifies(words, piece):
        return Shape.AT
    if before == "than" and words.word(piece.first - 2).lower() == "later":
        return Shape.BY
    if after.lower() in ("onward", "onwards"):
        return Shape.SINCE
    return SHAPES.get(before, Shape.AT)

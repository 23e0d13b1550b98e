"""
A seed to the stories of a press that never was: who says what on which day, and which paper prints whose text changed.

The measures of `lab.bench` need records far larger than any crisis corpus, so that stories are drawn by chance: words
by Zipf's law from the encoder's vocabulary, which is sorted by frequency, and persons, papers and states likewise, the
first far more often than the last. Time goes on: a day has as many articles however many are drawn. Among the stories
are

- one dispatch, of which one article in 32 is a changed copy, whatever the day: of 320,000 articles 10,000;
- copies of one of the last stories, cut or with words changed, as agencies have them;
- reports of one paper that all end in the same background paragraph;
- retellings of what somebody said in another story, in part in other words.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Final

from sayso.knowledge.knowledge import knowledge

SEED: Final = 11
A_DAY: Final = 200
"""Articles of a day where nothing else is said."""
FIRST_DAY: Final = date(2020, 1, 1)
DISPATCH_SHARE: Final = 1 / 32
COPIED_SHARE: Final = 0.2
ECHO_SHARE: Final = 0.1
RETOLD_SHARE: Final = 0.2
"""Share of the statements in a new story that somebody else told in one of the last."""
VAGUE_SHARE: Final = 0.7
"""Share of the warnings whose consequence names no act, as "there would be" and some words."""
PERSONS: Final = 20_000
PAPERS: Final = 1_000
VOCABULARY: Final = 20_000
ECHO: Final = "Valley Echo"

STATES: Final = (
    "Russia Ukraine Poland Germany Turkey Greece Norway Finland Sweden Denmark Iceland Hungary Romania Bulgaria Italy "
    "Spain Portugal France Belgium Austria Switzerland Belarus Georgia Armenia Azerbaijan Iran Iraq Syria Lebanon "
    "Israel Jordan Egypt Libya Algeria Morocco Sudan Ethiopia Kenya Pakistan India"
).split()
SYLLABLES: Final = "ba ke lo mi nu ra se ti vo da fe go hi ju pa re so tu wa ze".split()


class Phrase(StrEnum):
    """A deed by its act; its verb, its object and how its other party is named stand in `WORDING`."""

    DEPLOY = "deploy"
    INVADE = "invade"
    STRIKE = "strike"
    BLOCKADE = "blockade"
    SANCTION = "sanction"
    SUPPLY_ARMS = "supply_arms"
    WITHDRAW = "withdraw"
    EXPEL = "expel_diplomats"
    RECOGNIZE = "recognize"
    BREAK_RELATIONS = "break_relations"
    CLOSE_BORDER = "close_border"
    EMBARGO = "embargo"
    SEIZE = "seize_property"
    HACK = "cyber_attack"
    NEGOTIATE = "negotiate"
    FUND = "fund"
    SEND_AID = "send_aid"
    TRAIN = "train_forces"
    ATTACK = "attack"
    OCCUPY = "seize_territory"


class Kind(StrEnum):
    """What a sentence of a story is."""

    PLAIN = "plain"
    """Words of which nothing is read."""
    SAID = "said"
    """An indirect statement."""
    QUOTED = "quoted"
    """A direct one."""
    WARNED = "warned"
    """A conditional warning: a statement, a signal, and its events."""
    DONE = "done"
    """A deed with its day."""
    COUNTED = "counted"
    """A deed with a number."""


PLAN: Final = (
    Kind.DONE, Kind.SAID, Kind.PLAIN, Kind.QUOTED, Kind.PLAIN, Kind.SAID, Kind.COUNTED, Kind.SAID, Kind.PLAIN,
    Kind.WARNED, Kind.PLAIN, Kind.PLAIN,
)  # fmt: skip
"""The sentences of a story: twelve, of which five are statements; every second story has a warning in place of the
fifth statement."""


@dataclass(frozen=True, slots=True)
class Person:
    """
    Somebody whom no table knows.

    Attributes:
        id: As articles of this press have it.
        name: Given name and surname.
        state: Id of the state that it acts for.
    """

    id: str
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Line:
    """
    A sentence before it is printed.

    Attributes:
        kind: What it is.
        words: Those drawn for it.
        speaker: Who says it, in a statement.
        doer: The state that acts or is warned, by its place in `STATES`.
        other: The state that it acts on, likewise.
        phrase: What is done, or would set off what was warned of.
        answer: What would follow a warning, None where only words say so.
        said_at: Day (ISO) on which the text says that it was said, or None.
        number: What is counted.
    """

    kind: Kind
    words: tuple[str, ...]
    speaker: Person | None
    doer: int
    other: int
    phrase: Phrase
    answer: Phrase | None
    said_at: str | None
    number: int


@dataclass(frozen=True, slots=True)
class Story:
    """
    What one paper prints on one day.

    Attributes:
        number: Of the article, counted from 0.
        paper: Its outlet.
        day: Of publication.
        lines: Its sentences.
    """

    number: int
    paper: str
    day: date
    lines: tuple[Line, ...]


def falling(amount: int) -> list[float]:
    """Return weights of which the n-th is 1/n, added up, as `random.choices` takes them."""
    return list(accumulate(1 / n for n in range(1, amount + 1)))


@cache
def vocabulary() -> tuple[str, ...]:
    """Return the most frequent English words of four letters and more, by falling frequency."""
    told = files("sayso.encode").joinpath("model/tokenizer.json").read_text(encoding="utf-8")
    ordered = sorted((at, word) for word, at in json.loads(told)["model"]["vocab"].items())
    return tuple(word for _, word in ordered if word.isascii() and word.isalpha() and len(word) > 3)[:VOCABULARY]


@cache
def state_ids() -> tuple[str, ...]:
    """Return the ids of `STATES`."""
    return tuple(knowledge().known(name).id for name in STATES)


@cache
def persons() -> tuple[Person, ...]:
    """Return those who speak, the most talkative first."""
    rng = random.Random(SEED)
    names = ("".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(2 * PERSONS))
    pairs = list(zip(names, names, strict=False))
    return tuple(
        Person(f"local:person/{last}-{first}", f"{first.title()} {last.title()}", rng.choice(state_ids()))
        for first, last in dict.fromkeys(pairs)
    )


class Press:
    """
    Draws stories; the same seed draws the same.

    Args:
        seed: Of the chance that draws them.
        length: How many times as many sentences as `PLAN` has are in a story.
        a_day: Articles of a day.
    """

    def __init__(self, seed: int = SEED, length: int = 1, a_day: int = A_DAY) -> None:
        self._rng = random.Random(seed)
        self._plan = PLAN * length
        self._a_day = a_day
        self._persons = persons()
        self._weights = {n: falling(n) for n in (len(self._persons), len(vocabulary()), PAPERS, len(STATES))}
        self._dispatch = tuple(
            replace(line, said_at=FIRST_DAY.isoformat() if line.speaker else None) for line in self._new(FIRST_DAY, ())
        )
        self._background = self._new(FIRST_DAY, ())[:4]

    def stories(self, amount: int, first: int = 0) -> Iterator[Story]:
        """Yield so many stories, the first of which has this number."""
        last: list[Story] = []
        for number in range(first, first + amount):
            yield self._story(number, last)

    def _story(self, number: int, last: list[Story]) -> Story:
        day, drawn = FIRST_DAY + timedelta(days=number // self._a_day), self._rng.random()
        paper = f"Paper {self._drawn(range(PAPERS))}"
        if drawn < DISPATCH_SHARE:
            return Story(number, f"Paper {self._rng.randrange(PAPERS)}", day, self._changed(self._dispatch))
        if drawn < DISPATCH_SHARE + COPIED_SHARE and last:
            return Story(number, paper, day, self._changed(self._rng.choice(last).lines))
        if drawn < DISPATCH_SHARE + COPIED_SHARE + ECHO_SHARE:
            return Story(number, ECHO, day, (*self._new(day, last)[: -len(self._background)], *self._background))
        made = Story(number, paper, day, self._new(day, last))
        last[:] = [*last[-50:], made]
        return made

    def _new(self, day: date, last: Sequence[Story]) -> tuple[Line, ...]:
        return tuple(self._line(kind, day, last) for kind in self._plan)

    def _line(self, kind: Kind, day: date, last: Sequence[Story]) -> Line:
        rng = self._rng
        if kind is Kind.WARNED and rng.random() < 0.5:
            kind = Kind.SAID
        if last and kind in (Kind.SAID, Kind.QUOTED, Kind.WARNED) and rng.random() < RETOLD_SHARE:
            told = [line for line in rng.choice(last).lines if line.kind is kind]
            if told:
                return self._retold(rng.choice(told))
        doer, other = self._two_states()
        speaks = kind in (Kind.SAID, Kind.QUOTED, Kind.WARNED)
        return Line(
            kind,
            self._words(14 if speaks else 20),
            rng.choices(self._persons, cum_weights=self._weights[len(self._persons)])[0] if speaks else None,
            doer,
            other,
            rng.choice(list(Phrase)),
            None if rng.random() < VAGUE_SHARE else rng.choice(list(Phrase)),
            day.isoformat() if rng.random() < 0.4 else None,
            rng.randrange(2, 900),
        )

    def _two_states(self) -> tuple[int, int]:
        one = self._drawn(range(len(STATES)))
        other = self._drawn(range(len(STATES) - 1))
        return one, other + (other >= one)

    def _drawn(self, among: range) -> int:
        weights = self._weights.setdefault(len(among), falling(len(among)))
        return self._rng.choices(among, cum_weights=weights)[0]

    def _words(self, amount: int) -> tuple[str, ...]:
        known = vocabulary()
        return tuple(self._rng.choices(known, cum_weights=self._weights[len(known)], k=amount))

    def _retold(self, line: Line) -> Line:
        """Return what was said, a third of it in other words."""
        kept = [word for word in line.words if self._rng.random() < 0.7]
        return replace(line, words=(*kept, *self._words(max(1, len(line.words) - len(kept)))))

    def _changed(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """Change up to eight words, and cut one story in three short."""
        copy = list(lines)
        for _ in range(self._rng.randrange(9)):
            n = self._rng.randrange(len(copy))
            words = list(copy[n].words)
            words[self._rng.randrange(len(words))] = self._words(1)[0]
            copy[n] = replace(copy[n], words=tuple(words))
        return tuple(copy[: self._rng.randrange(5, len(copy))] if self._rng.random() < 1 / 3 else copy)

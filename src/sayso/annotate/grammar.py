"""
Words to matches: rules written in word classes, run as regular expressions over one character for each word.

A vocabulary sorts every word, number and mark of a sentence into a class and writes the class down as one character.
A rule such as `MONTH day=DAY (COMMA year=YEAR)?` is then an ordinary regular expression over those characters: it
matches whole words only, cannot run past a sentence's end, and holds no repetition inside a repetition, so that its
cost is linear in the text. It knows nothing of dates or quantities; `times` and `figures` bring their own classes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from sayso.spans import Span

OTHER: Final = "o"  # a word of no class
BREAK: Final = "\x1e"  # between two sentences (the record separator): only rules that name it match it
FIRST_CODE: Final = 0xE000  # class characters are taken from Unicode's private use area

T = TypeVar("T")

NAME: Final = re.compile(r"[A-Z][A-Z0-9_]*")
CAPTURE: Final = re.compile(r"\b([a-z]+)=(\(|[A-Z][A-Z0-9_]*)")


@dataclass(frozen=True, slots=True)
class Words:
    """
    The words of some sentences, as positions and as class characters.

    Attributes:
        text: The text that the positions count in.
        starts: First code point of each word.
        ends: One past its last.
        codes: One class character for each word; `BREAK` after each sentence.
    """

    text: str
    starts: list[int]
    ends: list[int]
    codes: str

    def word(self, index: int) -> str:
        """Return a word as written; empty outside the text and at a break."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def lower(self, first: int, last: int) -> list[str]:
        """Return some words in lower case."""
        return [self.word(index).lower() for index in range(first, last)]

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text from one word to another, `last` excluded."""
        return Span(self.starts[first], self.ends[last - 1])

    def touching(self, index: int) -> bool:
        """Tell whether no white space stands between a word and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]


class Found:
    """One match of a rule: the words it covers, and the words of each named part."""

    __slots__ = ("first", "last", "match", "words")

    def __init__(self, words: Words, match: re.Match[str]) -> None:
        self.words = words
        self.match = match
        self.first, self.last = match.span()

    def __contains__(self, name: str) -> bool:
        return name in self.match.re.groupindex and self.match.start(name) >= 0

    def part(self, name: str) -> list[str]:
        """Return the words of a named part in lower case; an empty list where it did not match."""
        return self.words.lower(*self.match.span(name)) if name in self else []

    def get(self, name: str) -> str | None:
        """Return the one word of a named part in lower case, None where it did not match."""
        found = self.part(name)
        return found[0] if found else None

    def __getitem__(self, name: str) -> str:
        return self.part(name)[0]


class Vocabulary:
    """The word classes of one grammar."""

    def __init__(
        self,
        shapes: Mapping[str, str],
        words: Mapping[str, Iterable[str]],
        capitalised: Iterable[str] = (),
        sets: Mapping[str, str] | None = None,
    ) -> None:
        """
        Give every class its character.

        Args:
            shapes: Class to the regular expression of its words, the first that matches wins ("24th", "18:00").
            words: Class to its words in lower case, letters only or one mark of punctuation.
            capitalised: Classes whose words count only where they start with a capital (months, not "march").
            sets: Name to the classes it stands for, for use in rules.
        """
        names = [*shapes, *(name for name in words if name not in shapes)]
        self._code = {"OTHER": OTHER, "BREAK": BREAK}
        self._code |= {name: chr(FIRST_CODE + index) for index, name in enumerate(names)}
        self._sets = {
            name: "".join(self._code[one] for one in members.split()) for name, members in (sets or {}).items()
        }
        self._words = {word: self._code[name] for name, listed in words.items() for word in listed}
        self._capitalised = frozenset(self._code[name] for name in capitalised)
        parts = [f"(?P<{name}>{shape})" for name, shape in shapes.items()]
        self._token = re.compile("|".join([*parts, r"(?P<word>[^\W\d_]\w*)", r"(?P<mark>[^\w\s]|_)", r"\w+"]))

    def read(self, text: str, spans: Iterable[Span]) -> Words:
        """Return the words of some sentences with their classes."""
        starts: list[int] = []
        ends: list[int] = []
        codes: list[str] = []
        for span in spans:
            for found in self._token.finditer(text, span.start, span.end):
                start, end = found.span()
                starts.append(start)
                ends.append(end)
                codes.append(self._class(found, text[start:end]))
            starts.append(span.end)
            ends.append(span.end)
            codes.append(BREAK)
        return Words(text, starts, ends, "".join(codes))

    def _class(self, found: re.Match[str], word: str) -> str:
        kind = found.lastgroup
        if kind not in ("word", "mark", None):
            return self._code[kind]
        code = self._words.get(word.lower(), OTHER)
        return OTHER if code in self._capitalised and not word[0].isupper() else code

    def code(self, name: str) -> str:
        """Return the characters of a class, or of every class in a set."""
        return self._sets.get(name) or self._code[name]

    def compile(self, rule: str) -> re.Pattern[str]:
        """
        Return a rule as a regular expression over class characters.

        Args:
            rule: Class names and sets with the operators `( ) | ? *` and repetitions `{1,3}`; `name=` before a class
                or a group names what it matches; `OTHER` is any word of no class and `BREAK` a sentence's end.
        """
        named = CAPTURE.sub(lambda m: f"(?P<{m[1]}>" + ("" if m[2] == "(" else f"{m[2]})"), rule)
        pieces = re.split(r"(\(\?P<[a-z]+>)", named)
        return re.compile("".join(p if p.startswith("(?P<") else self._plain(p) for p in pieces))

    def _plain(self, piece: str) -> str:
        opened = re.sub(r"\((?!\?)", "(?:", piece)
        return NAME.sub(lambda m: f"[{self.code(m[0])}]", opened).replace(" ", "")


class Rules(Generic[T]):
    """The rules of a grammar, each with the function that says what a match means, or None where it means nothing."""

    def __init__(self, vocabulary: Vocabulary, rules: Iterable[tuple[str, Callable[[Found], T | None]]]) -> None:
        self._rules = [(vocabulary.compile(rule), action) for rule, action in rules]

    def matches(self, words: Words) -> Iterator[tuple[Found, T]]:
        """Yield the longest match at each place, from the left, none over another; of equals the earlier rule's."""
        rows = [
            (match.start(), -match.end(), rank, match, action)
            for rank, (pattern, action) in enumerate(self._rules)
            for match in pattern.finditer(words.codes)
            if match.end() > match.start()
        ]
        rows.sort(key=lambda row: row[:3])
        last = 0
        for start, end, _, match, action in rows:
            if start < last:
                continue
            found = Found(words, match)
            meaning = action(found)
            if meaning is not None:
                last = -end
                yield found, meaning

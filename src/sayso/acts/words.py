"""
Predicates to acts: which verb or noun, with what around it, names which act, or says that an act does not happen.

The rules are the table `words.tsv`, our own, in a small language that its header explains. A caller describes what
stands around a word (`Surroundings`); the rule with most needs wins, among equals the first in the table. A word of
which no rule holds names no act: silence is better than a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from sayso.acts.objects import lineage
from sayso.acts.taxonomy import rows

PARTY: Final = "party"


@dataclass(frozen=True, slots=True)
class Phrase:
    """
    A noun phrase beside a predicate, as far as rules look at it.

    Attributes:
        head: Index of its head word in the sentence.
        lemma: Of the head.
        kind: Object class, or None.
        party: True where it names somebody, or is a pronoun.
        modifiers: Lemmas of the adjectives and nouns before the head.
        meant: Object classes of what a pronoun may stand for.
    """

    head: int
    lemma: str
    kind: str | None = None
    party: bool = False
    modifiers: frozenset[str] = frozenset()
    meant: frozenset[str] = frozenset()

    def is_a(self, classes: frozenset[str]) -> bool:
        """Tell whether it is of one of these classes, `party` among them."""
        if self.party and PARTY in classes:
            return True
        kinds = self.meant if self.kind is None else (self.kind,)
        return any(not classes.isdisjoint(lineage(kind)) for kind in kinds)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """
    What stands around a predicate.

    Attributes:
        subject: Who does it (a passive's agent), with what is coordinated.
        object: What it is done to (a passive's subject; a noun's `of` or the noun before it), likewise.
        particles: Verb particles: `out` in "ruled out".
        prepositional: Prepositional dependents by preposition.
        modifiers: Lemmas of adverbs, adjectives and nouns that modify the predicate.
        complements: Lemmas that head its infinitives and other open complements.
        before: Prepositions before a noun itself: `on` in "on alert".
    """

    subject: tuple[Phrase, ...] = ()
    object: tuple[Phrase, ...] = ()
    particles: frozenset[str] = frozenset()
    prepositional: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    modifiers: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Need:
    """
    One thing that must hold around a predicate.

    Attributes:
        slot: `o`, `s`, `prt`, `@`, `m`, `x` or `c` (see the header of `words.tsv`).
        prepositions: For `@`.
        lemmas: Heads that will do, empty for any.
        classes: Object classes that will do, empty for any.
        wanted: False where it must not hold.
    """

    slot: str
    prepositions: tuple[str, ...]
    lemmas: frozenset[str]
    classes: frozenset[str]
    wanted: bool

    def phrases(self, around: Surroundings) -> tuple[Phrase, ...]:
        """Return the phrases of its slot that will do."""
        if self.slot == "@":
            here = tuple(one for prep in self.prepositions for one in around.prepositional.get(prep, ()))
        else:
            here = around.object if self.slot == "o" else around.subject
        if self.lemmas:
            return tuple(one for one in here if one.lemma in self.lemmas)
        return tuple(one for one in here if one.is_a(self.classes)) if self.classes else here

    def holds(self, around: Surroundings) -> bool:
        """Tell whether it holds."""
        return self._found(around) is self.wanted

    def _found(self, around: Surroundings) -> bool:
        if self.slot in ("o", "s", "@"):
            return bool(self.phrases(around))
        here = {
            "prt": around.particles | (around.modifiers if self.lemmas else frozenset()),
            "x": around.complements,
            "c": around.before,
            "m": around.modifiers.union(*(one.modifiers for one in around.object)),
        }[self.slot]
        return bool(here & self.lemmas) if self.lemmas else bool(here)


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One way to name an act.

    Attributes:
        act: Its id.
        happens: False where the words say that the act does not happen ("keeps its troops in" for withdrawing).
        noun: True for nouns, False for verbs.
        needs: What must hold besides.
        undergone: True where its subject is the one that it is done to ("the hostage dies", "is still a prisoner").
    """

    act: str
    happens: bool
    noun: bool
    needs: tuple[Need, ...]
    undergone: bool = False

    def used(self, around: Surroundings) -> frozenset[int]:
        """Return the heads of the phrases that belong to the rule and are no acts of their own."""
        happening = {
            one.head for need in self.needs if need.slot == "s" and need.lemmas for one in need.phrases(around)
        }
        return self.named(around) - happening | frozenset(
            one.head
            for need in self.needs
            if need.wanted and need.slot in ("o", "@") and need.classes
            for one in need.phrases(around)
            if not one.party
        )

    def named(self, around: Surroundings) -> frozenset[int]:
        """Return the heads of the phrases that the rule asks for word for word: `part` in "take part"."""
        return frozenset(
            one.head
            for need in self.needs
            if need.wanted and need.slot in ("o", "@", "s") and need.lemmas
            for one in need.phrases(around)
        )


@cache
def _rules() -> Mapping[tuple[str, bool], tuple[Rule, ...]]:
    found: dict[tuple[str, bool], list[Rule]] = {}
    for row in rows("words.tsv"):
        needs = () if row["needs"] == "-" else tuple(_need(text) for text in row["needs"].split())
        for noun in (kind == "n" for kind in row["pos"]):
            name = row["act"].lstrip("~^")
            rule = Rule(name, not row["act"].startswith("~"), noun, needs, undergone="^" in row["act"])
            for lemma in row["words"].split(","):
                found.setdefault((lemma.strip(), noun), []).append(rule)
    return {key: tuple(sorted(some, key=_size)) for key, some in found.items()}


def _size(rule: Rule) -> tuple[int, int]:
    """Return a key that sorts rules, those first that ask for most to be there, then those that rule most out."""
    wanted = sum(need.wanted for need in rule.needs)
    return -wanted, -len(rule.needs)


def _need(text: str) -> Need:
    wanted, text = not text.startswith("!"), text.removeprefix("!")
    slot, lemmas, classes = text, "", ""
    if "=" in text:
        slot, lemmas = text.split("=", 1)
    elif ":" in text:
        slot, classes = text.split(":", 1)
    prepositions = tuple(slot[1:].split("/")) if slot.startswith("@") else ()
    return Need(
        "@" if prepositions else slot,
        prepositions,
        frozenset(filter(None, lemmas.split("|"))),
        frozenset(filter(None, classes.split("|"))),
        wanted,
    )


def lemmas(noun: bool) -> frozenset[str]:
    """Return every lemma of which a verb (or noun) rule is known."""
    return frozenset(lemma for lemma, is_noun in _rules() if is_noun is noun)


def senses(lemma: str, noun: bool) -> tuple[Rule, ...]:
    """Return the rules of a lemma, those with most needs first."""
    return _rules().get((lemma, noun), ())


def sense(lemma: str, noun: bool, around: Surroundings) -> Rule | None:
    """Return the rule that holds for a predicate in its surroundings, or None where the words name no act."""
    return next((rule for rule in senses(lemma, noun) if all(need.holds(around) for need in rule.needs)), None)

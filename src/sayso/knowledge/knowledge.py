"""
Everything the tables know, behind one door: names, relations, places and offices, each asked with a date.

Ids are looked up by name, never written into code: `knowledge().known("NATO").id`. What the tables do not hold is
None, an empty tuple or an empty set, never a guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from sayso.knowledge.known import Hit, Holding, Known, Office, Sense, Use
from sayso.knowledge.lexicon import Lexicon
from sayso.knowledge.officials import Officials
from sayso.knowledge.relations import Belonging, Containment, Tie, organ_state
from sayso.knowledge.spelling import distance, fold, name_words, sound_key
from sayso.knowledge.tables import days, first_day, last_day, rows
from sayso.spans import Span
from sayso.terms import EntityKind

# Letters from which a word may be read as a slip of a place's name: below seven too many words are one letter apart.
SLIP: Final = 7


class Knowledge:
    """What is known of states, organisations, places, outlets, groups and office holders."""

    def __init__(self) -> None:
        self._known = _entities()

    # ---- names

    def find(self, text: str, on: date | None = None) -> list[tuple[Span, tuple[Known, ...]]]:
        """
        Return the known names in a text with what each may stand for, in text order, none overlapping.

        Adjectives ("Russian") are left out: they mention nothing by themselves. A capital stands for the city and for
        the state, in this order; `hits` tells which use each is.
        """
        found = []
        for hit in self.hits(text, on):
            named = tuple(dict.fromkeys(s.known for s in hit.senses if s.use is not Use.ADJECTIVE))
            if named:
                found.append((hit.span, named))
        return found

    def hits(self, text: str, on: date | None = None) -> list[Hit]:
        """Return the known names in a text with every sense, adjectives too, in text order, none overlapping."""
        return self._lexicon.find(text, on)

    def senses(self, name: str, on: date | None = None, has_article: bool = True) -> tuple[Sense, ...]:
        """
        Return every sense of a name: what it stands for and how (name, seat, adjective, people).

        Args:
            name: As written.
            on: Where given, senses of other times only where no other is.
            has_article: False where no "the" stands before it and names that need one ("the West") are not meant.
        """
        return self._lexicon.lookup(name, on, has_article)

    def lookup(self, name: str, on: date | None = None) -> tuple[Known, ...]:
        """Return what a name may stand for, those it names first; senses of other times only where no other is."""
        return tuple(dict.fromkeys(sense.known for sense in self.senses(name, on) if sense.use is not Use.ADJECTIVE))

    def known(self, name: str, on: date | None = None) -> Known:
        """
        Return the one thing that a name names on a day, or that still is.

        Raises:
            KeyError: It names nothing or several things.
        """
        found = {sense.known for sense in self.senses(name, on) if sense.use is Use.NAME}
        if len(found) != 1:
            raise KeyError(f"{name!r} names {len(found)} things")
        return found.pop()

    def get(self, key: str) -> Known | None:
        """Return what has an id, None where the tables do not hold it."""
        return self._known.get(key)

    def name_of(self, key: str) -> str | None:
        """Return the usual name of what has an id, None where the tables do not hold it."""
        found = self._known.get(key)
        return found.name if found else None

    def nearly(self, name: str) -> Known | None:
        """
        Return the one state or place whose name a misspelt word is a slip away from ("Valetta"), None otherwise.

        Only words that the tables do not hold and that are long enough to tell are tried (`SLIP`).
        """
        folded = fold(name)
        if len(folded) < SLIP or self.senses(name):
            return None
        near = self._places.get(folded[0], ())
        found = {known for word, known in near if distance(folded, word, 1) == 1}
        return found.pop() if len(found) == 1 else None

    def state_of_adjective(self, adjective: str, on: date | None = None) -> Known | None:
        """Return the one state or organisation that an adjective belongs to ("Russian"), None where several or none."""
        found = {sense.known for sense in self.senses(adjective, on) if sense.use is Use.ADJECTIVE}
        return found.pop() if len(found) == 1 else None

    # ---- relations

    def is_member(self, part: str, whole: str, on: date | None = None) -> bool:
        """Tell whether a member, organ, force or office holder belongs to a whole on a day, at any remove."""
        over = self.wholes(part, on)
        rule = self._rules.get(whole)
        return whole in over or (rule is not None and not self._by_rule(rule, on).isdisjoint(over | {part}))

    def wholes(self, key: str, on: date | None = None) -> frozenset[str]:
        """Return everything that something belongs to on a day: a minister to the state, the state to its alliances."""
        served = {holding.of for holding in self.offices(key, on)} if self._is_person(key) else set()
        return frozenset(served).union(*(self._belonging.wholes(one, on) for one in (key, *served)))

    def members(self, whole: str, on: date | None = None) -> frozenset[str]:
        """Return the direct members of an organisation or group on a day."""
        rule = self._rules.get(whole)
        return self._by_rule(rule, on) if rule else self._belonging.under(whole, on)

    def states_of(self, place: str) -> Known | None:
        """Return the group of all states in a place ("any country in Africa"), None where no table has one."""
        return next((self._known[group] for group, rule in self._rules.items() if rule == f"+{place}"), None)

    def organ_of(self, key: str) -> str | None:
        """Return the state or organisation that an organ, force or ministry is part of, None for anything else."""
        return organ_state(key) or self._organs.get(key)

    # ---- places

    def inside(self, place: str, other: str) -> bool | None:
        """Tell whether a place lies in another: True, False, or None where it is disputed or not known."""
        return self._containment.inside(place, other)

    def state_of_place(self, place: str) -> str | None:
        """Return the one state that a place lies in for certain, itself where it is one; None otherwise."""
        states = {one for one in self._containment.over(place) if self._is_state(one)}
        return states.pop() if len(states) == 1 else None

    def government_of(self, place: str, on: date | None = None) -> str | None:
        """Return the id of the state or organisation whose seat a place is ("Moscow"), None where none or several."""
        known = self._known.get(place)
        if known is None:
            return None
        senses = (s for name in (known.name, *known.aliases) for s in self.senses(name, on) if s.use is Use.SEAT)
        found = {sense.known.id for sense in senses if self._is_state(sense.known.id)}
        return found.pop() if len(found) == 1 else None

    # ---- offices

    def holder(self, office: Office, of: str, on: date | None) -> Known | None:
        """Return who held an office of a state or organisation on a day; None where not known or not one."""
        person = self._officials.holder(office, of, on) if on else None
        return self._known.get(person) if person else None

    def offices(self, person: str, on: date | None = None) -> tuple[Holding, ...]:
        """Return the offices that a person held on a day, or ever where none is given."""
        return self._officials.of_person(person, on)

    def leaders_named(self, word: str, on: date | None = None) -> tuple[Known, ...]:
        """Return the persons whose last name is a word and who held an office on a day, or ever."""
        found = self._last_names.get(fold(word), ())
        return tuple(person for person in found if self.offices(person.id, on))

    def leaders_called(self, word: str, on: date) -> tuple[Known, ...]:
        """Return the persons whose name begins with a word, of several, and who held an office on a day."""
        found = self._first_names.get(fold(word), ())
        return tuple(person for person in found if self.offices(person.id, on))

    def same_sounding(self, name: str) -> tuple[Known, ...]:
        """Return the persons whose full name sounds like a name, whatever its romanisation."""
        return self._sounds.get(_short_key(name), ())

    def held(self, of: str, on: date | None, office: Office | None = None) -> tuple[Holding, ...]:
        """Return the spells in the offices of a state or organisation that a day falls in."""
        return self._officials.held(of, on, office)

    # ---- tables, read when first asked for

    def _is_state(self, key: str) -> bool:
        known = self._known.get(key)
        return known is not None and known.kind is EntityKind.COUNTRY

    def _is_person(self, key: str) -> bool:
        known = self._known.get(key)
        return known is not None and known.kind is EntityKind.PERSON

    def _by_rule(self, rule: str, on: date | None) -> frozenset[str]:
        """
        Return the members that a group's rule names.

        `+` adds, `-` takes away; an organisation stands for its members, a place for the states that lie in it.
        """
        found: set[str] = set()
        for term in rule.split():
            key = term[1:]
            named = {key} if self._is_state(key) else set(self._belonging.under(key, on)) | self._existing(key, on)
            found = found | named if term[0] == "+" else found - named
        return frozenset(found)

    def _existing(self, place: str, on: date | None) -> set[str]:
        """Return the states of a day that lie in a place for certain."""
        return {state for state in self._held.get(place, ()) if on in self._known[state].days}

    @cached_property
    def _held(self) -> Mapping[str, tuple[str, ...]]:
        """The states, of any time, that lie in each place that a group's rule names."""
        found: dict[str, list[str]] = defaultdict(list)
        for state in filter(self._is_state, self._known):
            for place in self._containment.over(state):
                found[place].append(state)
        return {place: tuple(states) for place, states in found.items()}

    @cached_property
    def _rules(self) -> Mapping[str, str]:
        return {group: rule for group, rule, _ in rows("groups")}

    @cached_property
    def _lexicon(self) -> Lexicon:
        bold: dict[str, list[Sense]] = defaultdict(list)
        shy: dict[str, list[Sense]] = defaultdict(list)
        for key, use, name, start, end, is_shy, _ in rows("names"):
            (shy if is_shy else bold)[name].append(Sense(self._known[key], Use(use), days(start, end)))
        return Lexicon(*({name: tuple(found) for name, found in group.items()} for group in (bold, shy)))

    @cached_property
    def _first_names(self) -> Mapping[str, tuple[Known, ...]]:
        found: dict[str, dict[Known, None]] = defaultdict(dict)
        for person in self._persons:
            for words in map(name_words, (person.name, *person.aliases)):
                if len(words) > 1:
                    found[words[0]][person] = None
        return {word: tuple(persons) for word, persons in found.items()}

    @cached_property
    def _last_names(self) -> Mapping[str, tuple[Known, ...]]:
        found: dict[str, dict[Known, None]] = defaultdict(dict)
        for person in self._persons:
            for name in (person.name, *person.aliases):
                words = name_words(name)
                found[words[-1]][person] = None
                if len(words) > 1 and "-" in words[-2]:
                    found[words[-2]][person] = None
        return {word: tuple(persons) for word, persons in found.items()}

    @cached_property
    def _sounds(self) -> Mapping[str, tuple[Known, ...]]:
        found: dict[str, dict[Known, None]] = defaultdict(dict)
        for person in self._persons:
            for name in (person.name, *person.aliases):
                found[_short_key(name)][person] = None
        return {key: tuple(persons) for key, persons in found.items()}

    @cached_property
    def _places(self) -> Mapping[str, tuple[tuple[str, Known], ...]]:
        found: dict[str, list[tuple[str, Known]]] = defaultdict(list)
        for known in self._known.values():
            if known.kind in (EntityKind.PLACE, EntityKind.COUNTRY):
                for word in {fold(name) for name in (known.name, *known.aliases) if len(name) >= SLIP - 1}:
                    found[word[0]].append((word, known))
        return {letter: tuple(rows) for letter, rows in found.items()}

    @cached_property
    def _persons(self) -> tuple[Known, ...]:
        return tuple(known for known in self._known.values() if known.kind is EntityKind.PERSON)

    @cached_property
    def _organs(self) -> Mapping[str, str]:
        return {part: whole for part, whole, relation, *_ in rows("belonging") if relation == "organ"}

    @cached_property
    def _belonging(self) -> Belonging:
        return Belonging(
            Tie(part, whole, relation == "organ", days(start, end))
            for part, whole, relation, start, end, _ in rows("belonging")
        )

    @cached_property
    def _containment(self) -> Containment:
        sure: dict[str, set[str]] = defaultdict(set)
        perhaps: dict[str, set[str]] = defaultdict(set)
        sharp = set()
        for place, outer, relation, _ in rows("inside"):
            if relation == "sharp":
                sharp.add(place)
            else:
                (sure if relation == "in" else perhaps)[place].add(outer)
        return Containment(_frozen(sure), _frozen(perhaps), frozenset(sharp))

    @cached_property
    def _officials(self) -> Officials:
        return Officials(
            Holding(person, Office(office), of, title, days(start, end), last_day(seen) or first_day(start))
            for person, office, of, title, start, end, seen, _ in rows("offices")
        )


def _entities() -> Mapping[str, Known]:
    aliases: dict[str, list[str]] = defaultdict(list)
    for key, use, name, *_ in rows("names"):
        if use == "name":
            aliases[key].append(name)
    found = {}
    for key, kind, name, start, end, nouns, _ in rows("entities"):
        others = tuple(dict.fromkeys(alias for alias in aliases[key] if alias != name))
        found[key] = Known(key, EntityKind(kind), name, others, days(start, end), tuple(filter(None, nouns.split("|"))))
    return found


def _short_key(name: str) -> str:
    """Return how the first and the last word of a person's name sound."""
    words = name_words(name)
    return "-".join(sound_key(word) for word in dict.fromkeys((words[-1], words[0])))


def _frozen(found: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in found.items()}


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """Return the tables, read once a process."""
    return Knowledge()

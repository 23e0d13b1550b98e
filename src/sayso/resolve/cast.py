"""
Names of persons to persons: one draft a person, told apart by name and role, given a known id where a table agrees.

"Foreign Minister Sergey Lavrov", "Lavrov", "Serge Lavrov" and "the Russian foreign minister" come to one draft; two
persons of one surname stay apart. A Wikidata id is given only where the dated table of offices has exactly one person
for the name and the role, the state or the day; otherwise the id is made of how the fullest name sounds, so that it is
the same in every article that gives that name in any spelling.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from sayso.knowledge.knowledge import Knowledge
from sayso.knowledge.known import Holding, Known, Office
from sayso.knowledge.spelling import fold, name_words, person_key
from sayso.resolve.naming import Likeness, bare_name, same_person
from sayso.resolve.roles import CALLINGS, LEADER_OFFICES, Role
from sayso.spans import Span
from sayso.terms import EntityKind

# Offices that make a person known by surname alone while in office.
PROMINENT: Final = (*LEADER_OFFICES, Office.FOREIGN, Office.DEFENCE, Office.HEAD, Office.VICE_PRESIDENT)
# Letters from which a surname alone may call a leader of the past to mind: shorter ones (Ford, Heath, Meir) are words
# or others' names too often.
MEMORABLE: Final = 6
_HE: Final = re.compile(r"\b(?:mr|sir|lord|king|prince|emperor|emir|sultan|shah|spokesman|chairman|congressman|pope)\b")
_SHE: Final = re.compile(r"\b(?:mrs|ms|miss|dame|lady|madame|queen|princess|spokeswoman|chairwoman|congresswoman)\b")


@dataclass(eq=False)
class Person:
    """
    A person as far as the article has told.

    Attributes:
        name: The fullest name so far, without titles.
        known: Who the tables say it is, or None.
        roles: Roles that the article gives, in text order.
        spans: Where it is mentioned.
        is_woman: None until a title or a pronoun tells.
        key: Id of somebody who has a role and no name, None where there is a name.
        speaks_for: The state for which what it says shows it to speak, where no words beside it name one (`serving`).
    """

    name: str
    known: Known | None = None
    roles: list[Role] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    is_woman: bool | None = None
    key: str | None = None
    speaks_for: Known | None = None

    @property
    def id(self) -> str:
        """The id: the table's, else one made of the name's sound."""
        if self.known:
            return self.known.id
        return self.key or f"local:person/{person_key(self.name)}"

    @property
    def of(self) -> Known | None:
        """The state or organisation that the article says it serves, the last one said; None once it is former."""
        held = (role for role in reversed(self.roles) if not role.is_former and role.noun not in CALLINGS)
        return next((role.of for role in held if role.of), None)

    def last_before(self, offset: int) -> int | None:
        """Return where it was last mentioned before an offset, None where it was not yet."""
        return max((span.start for span in self.spans if span.start < offset), default=None)


class Cast:
    """
    The persons of one article.

    Args:
        known: The tables.
        on: The day of publication, or None.
    """

    def __init__(self, known: Knowledge, on: date | None) -> None:
        self._known = known
        self._on = on
        self.persons: list[Person] = []

    def named(self, name: str, title: str, roles: Sequence[Role], span: Span) -> Person:
        """
        Return the person of a name, a new one where none before can be meant, with what the mention adds.

        Args:
            name: As written.
            title: The words beside it that describe the person.
            roles: What they say.
            span: The mention.
        """
        bare = bare_name(name)
        person = self._match(bare, roles[0] if roles else None, span) or self._new(bare)
        if len(name_words(bare)) > len(name_words(person.name)):
            person.name = bare
        person.spans.append(span)
        person.roles.extend(roles)
        folded = fold(f"{title} {name}")
        if person.is_woman is None and (_HE.search(folded) or _SHE.search(folded)):
            person.is_woman = _SHE.search(folded) is not None
        person.known = person.known or self._recognise(person)
        return person

    def by_role(self, role: Role, span: Span, of: Known | None = None) -> Person | None:
        """
        Return who a role without a name stands for: the last such person mentioned before, else the table's.

        Args:
            role: As read from the phrase ("the minister", "the Russian foreign minister").
            span: The phrase.
            of: Whose, where the phrase says so by other words ("his defence minister").
        """
        serves = role.of or of
        seen = [p for p in self.persons if p.last_before(span.start) is not None]
        told = [p for p in seen if self._is_told(p, role, serves)]
        fits = told or [p for p in seen if self._held(p, role, serves)]
        if fits:
            return max(fits, key=lambda p: p.last_before(span.start) or 0)
        if serves is None or role.is_former or self._on is None:
            return None
        holders = (self._known.holder(office, serves.id, self._on) for office in role.offices)
        holder = next((one for one in holders if one), None)
        if holder is None:
            return self._nameless(role, serves) if role.offices and role.offices[0] is not Office.HEAD else None
        person = next((p for p in self.persons if p.known == holder), None) or self._new(holder.name)
        person.known = holder
        return person

    def of_surname(self, word: str) -> Person | None:
        """Return the person named last who has a word as the last of the name, None where nobody has."""
        folded = fold(word)
        return next((p for p in reversed(self.persons) if not p.key and name_words(p.name)[-1:] == (folded,)), None)

    def by_id(self, key: str) -> Person | None:
        """Return the person of an id, None where nobody here has it."""
        return next((person for person in self.persons if person.id == key), None)

    def offices_of(self, person: Person) -> tuple[Holding, ...]:
        """Return the offices that the tables have a person in on the day."""
        return self._known.offices(person.known.id, self._on) if person.known else ()

    def serves(self, person: Person) -> str | None:
        """Return the id of the state or organisation that a person acts for by the article or else by the tables."""
        if person.of:
            return person.of.id
        if any(role.is_former for role in person.roles):
            return None
        held = {holding.of for holding in self.offices_of(person)} if self._on else set()
        if len(held) == 1:
            return held.pop()
        return person.speaks_for.id if person.speaks_for and not held else None

    def _new(self, name: str) -> Person:
        person = Person(name)
        self.persons.append(person)
        return person

    def _nameless(self, role: Role, serves: Known) -> Person:
        """Make a person of an office whose holder no table names: "the Norland defence minister"."""
        key = f"{serves.id.rsplit('/', 1)[-1].lower()}-{role.offices[0].value}"
        person = next((p for p in self.persons if p.key and p.key.endswith(key)), None)
        if person is None:
            person = self._new(f"{role.text} ({serves.name})" if role.of is None else role.text)
            person.key = f"local:person/{key}"
            person.roles.append(replace(role, of=role.of or serves))
        return person

    def _match(self, name: str, role: Role | None, span: Span) -> Person | None:
        """Return who a name means among those known so far: the likest, and of those the last mentioned."""
        found = []
        for person in self.persons:
            alike = Likeness.NONE if person.key else same_person(name, person.name)
            if alike is Likeness.NONE or self._objects(person, role):
                continue
            if alike is Likeness.NEAR and not self._supports(person, name, role):
                continue
            last = person.last_before(span.start)
            found.append((alike, -1 if last is None else last, person))
        return max(found, key=lambda row: row[:2])[2] if found else None

    def _objects(self, person: Person, role: Role | None) -> bool:
        """Tell whether a role is another person's: of another state, in the same kind of office."""
        if role is None or role.of is None or person.of is None or role.of == person.of:
            return False
        mine = {office for r in person.roles for office in r.offices}
        return bool(mine & set(role.offices)) and len(name_words(person.name)) == 1

    def _supports(self, person: Person, name: str, role: Role | None) -> bool:
        """Tell whether more than a near surname speaks for one person: a given name, or nobody else of that name."""
        if len(name_words(name)) > 1 or (role and role.of and role.of == person.of):
            return True
        return not self._known.leaders_named(name, self._on)

    def _is_told(self, person: Person, role: Role, of: Known | None) -> bool:
        """Tell whether the article gives a person a role, and by the article or the tables for the same state."""
        roles = [r for r in person.roles if role.is_former or not r.is_former]
        offices = {office for r in roles for office in r.offices[:1]}
        if not (offices & set(role.offices) or role.noun in {r.noun for r in roles}):
            return False
        return of is None or of.id in {r.of.id for r in roles if r.of} | {h.of for h in self.offices_of(person)}

    def _held(self, person: Person, role: Role, of: Known | None) -> bool:
        """Tell whether the tables have a person in a role on the day."""
        held = [h for h in self.offices_of(person) if of is None or h.of == of.id]
        if role.offices:
            return any(holding.office in role.offices for holding in held)
        return any(role.noun in fold(holding.title).split() for holding in held)

    def _recognise(self, person: Person) -> Known | None:
        """Return the one person of the tables that a name and what the article says of it can mean."""
        words = name_words(person.name)
        full = len(words) > 1
        if full:
            exact = [k for k in self._known.lookup(person.name) if k.kind is EntityKind.PERSON]
            candidates = exact or list(self._known.same_sounding(person.name))
        else:
            candidates = list(self._known.leaders_named(words[0], self._on)) if words else []
        fits = [one for one in candidates if self._fits(one, person, full)] or self._misspelt(person)
        if not fits and not full and words:
            fits = self._by_given_name(words[0], person) or self._remembered(words[0], person)
        return fits[0] if len(fits) == 1 else None

    def _misspelt(self, person: Person) -> list[Known]:
        """Return those who held the office that the article names, whose names are a slip away from the one given."""
        role = next((r for r in reversed(person.roles) if r.of and r.offices), None)
        if role is None or role.of is None:
            return []
        spells = self._known.held(role.of.id, None if role.is_former else self._on)
        held = [self._known.get(h.person) for h in spells if h.office in role.offices and self._begun(h)]
        near = [one for one in held if one and same_person(person.name, one.name) is not Likeness.NONE]
        return list(dict.fromkeys(near))

    def _by_given_name(self, word: str, person: Person) -> list[Known]:
        """Return the leaders of the day who hold the office given and begin with a name: "President Isaias"."""
        role = next((r for r in reversed(person.roles) if r.offices and not r.is_former), None)
        if role is None or self._on is None or not {*role.offices} & {*LEADER_OFFICES}:
            return []
        return [one for one in self._known.leaders_called(word, self._on) if self._fits(one, person, full=False)]

    def _remembered(self, word: str, person: Person) -> list[Known]:
        """Return the one leader of the past whom a surname alone calls to mind, if it is nobody else's."""
        if len(word) < MEMORABLE or any(not role.is_former for role in person.roles):
            return []
        ever = self._known.leaders_named(word)
        led = [h for one in ever for h in self._known.offices(one.id) if h.office in LEADER_OFFICES and self._begun(h)]
        return list(ever) if len(ever) == 1 and led else []

    def _fits(self, candidate: Known, person: Person, full: bool) -> bool:
        """Tell whether a person of the tables may be meant: the office and state of the article, or the day, agree."""
        role = next((r for r in reversed(person.roles) if r.of or r.offices), None)
        ever = self._known.offices(candidate.id)
        now = self._known.offices(candidate.id, self._on)
        if role is not None and role.of is not None:
            spells = ever if role.is_former or full else now
            return any(self._agrees(holding, role) for holding in spells)
        if role is not None and role.offices and not role.is_former:
            return any(holding.office in role.offices for holding in now)
        if any(holding.office in PROMINENT for holding in now):
            return True
        return full and any(h.office in PROMINENT and self._begun(h) for h in ever)

    def _agrees(self, holding: Holding, role: Role) -> bool:
        assert role.of is not None
        return holding.of == role.of.id or self._known.organ_of(role.of.id) == holding.of

    def _begun(self, holding: Holding) -> bool:
        """Tell whether a spell had begun by the day: nobody is known for an office yet to come."""
        return self._on is None or holding.days.first is None or holding.days.first <= self._on

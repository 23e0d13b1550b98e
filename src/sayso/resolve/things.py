"""
Names of states, organisations, places, groups and outlets to things: the tables first, else a local id of the name.

A capital is the city or the government by its sentence (`metonyms`). What the tables do not hold keeps one id through
the article: under its full name, under an acronym given in brackets, under the first or last word of a longer name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from sayso.annotate.syntax import Tree
from sayso.article.agencies import PAPERS
from sayso.knowledge.knowledge import Knowledge
from sayso.knowledge.known import Known, Sense, Use
from sayso.knowledge.spelling import fold
from sayso.resolve.metonyms import is_place
from sayso.spans import Span
from sayso.terms import EntityKind

_OUTLET: Final = re.compile(rf"\b(?:{'|'.join(sorted(PAPERS))}|\w+blad|\w+bladet|\w+zeitung)$")
# Common nouns that stand directly before a name and say what it is: "the newspaper Onet", "the frigate Lincoln".
_CALLED: Final = (
    (
        re.compile(
            r"\b(?:newspaper|daily|weekly|magazine|broadcaster|news agency|agency|news site|website|outlet|channel"
            r"|paper|television|tv station|radio station|radio|news outlet|tabloid|network|portal)$"
        ),
        EntityKind.OUTLET,
    ),
    (
        re.compile(
            r"\b(?:ship|warship|destroyer|frigate|tanker|vessel|submarine|carrier|gunboat|cruiser|trawler|freighter|yacht"
            r"|ferry|battleship|tug|company|firm|giant|group|party|militia|movement|brigade|charity|think tank)$"
        ),
        EntityKind.ORGANIZATION,
    ),
    (
        re.compile(
            r"\b(?:village|town|city|port|province|district|region|island|islet|river|valley|suburb|border crossing)"
            r"(?: of)?$"
        ),
        EntityKind.PLACE,
    ),
)
_AFTER_OUTLET: Final = re.compile(
    r"^ (?:newspaper|daily|weekly|magazine|broadcaster|news agency|agency|website|channel|television|tv|radio|paper"
    r"|portal)\b|^,? (?:quoted|cited|quotes|cites)\b"
)
_CALLED_AFTER: Final = re.compile(r" (?:newspaper|daily|news agency|agency|news|magazine|television|radio|TV)$")
_FORMAL: Final = re.compile(
    r"(?:Islamic |Democratic |Federal |People's |Arab )?(?:Republic|State|Kingdom|Union) of (?:the )?(.+)"
)
_STATIONS: Final = re.compile(r" (?:state |official |government )?(?:radio|television|TV)\b")
_TAIL: Final = re.compile(
    r" (?:agency|newspaper|daily|group|movement|party|company|corporation|inc|ltd|organi[sz]ation)$"
)


# Times that an article has a name stand for a place before it is taken for a town alone: Santo Domingo in Chiapas.
TOWN: Final = 2


@dataclass(eq=False)
class Thing:
    """
    A state, organisation, place, group or outlet as far as the article has told.

    Attributes:
        name: The fullest name so far.
        kind: What it is.
        known: What the tables say it is, or None.
        spans: Where it is mentioned.
        others: Other names it goes by in this article, folded (acronyms in brackets).
    """

    name: str
    kind: EntityKind
    known: Known | None = None
    spans: list[Span] = field(default_factory=list)
    others: set[str] = field(default_factory=set)

    @property
    def id(self) -> str:
        """The id: the table's, else one made of kind and name."""
        return self.known.id if self.known else f"local:{self.kind.value}/{slug(self.name)}"

    def called(self, noun: str) -> bool:
        """Tell whether a text may call it by a noun after naming it: "the bloc", "the company"."""
        if self.known:
            return noun in self.known.nouns
        return fold(self.name).split()[-1] == noun


def slug(name: str) -> str:
    """Return a name as a key: lower case, accents off, words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "unnamed"


class Things:
    """
    The things of one article.

    Args:
        text: The article's text.
        known: The tables.
        on: The day of publication, or None.
    """

    def __init__(self, text: str, known: Knowledge, on: date | None) -> None:
        self._text = text
        self._known = known
        self._on = on
        self.things: list[Thing] = []

    def named(self, span: Span, kind: EntityKind, tree: Tree | None, is_address: bool = False) -> Thing:
        """
        Return what a name stands for where it stands, with the mention added.

        Args:
            span: The name.
            kind: What it looks like.
            tree: Of its sentence, or None.
            is_address: True where only a place can stand (a dateline, a byline).
        """
        station = _STATIONS.match(self._text, span.end)
        whole = Span(span.start, station.end()) if station else span
        name = " ".join(whole.of(self._text).split())
        known = self.meant(span, tree, is_address)
        thing = self._of_known(known) if known else self._local(name, span, kind, tree)
        thing.spans.append(whole)
        acronym = re.match(r"\s*\(([A-Z][A-Za-z.&-]{1,9})\)", self._text[span.end : span.end + 16])
        if acronym:
            thing.others.add(fold(acronym[1]))
        return thing

    def meant(self, span: Span, tree: Tree | None, is_address: bool = False) -> Known | None:
        """Return what the tables say a name stands for where it stands, None where they do not hold it."""
        has_article = self._text[max(0, span.start - 4) : span.start].lower() == "the "
        found = self._known.senses(span.of(self._text), self._on, has_article)
        senses = [s for s in found if s.use is not Use.ADJECTIVE]
        senses = [s for s in senses if s.known.kind is not EntityKind.PERSON]
        if not senses and (station := _CALLED_AFTER.search(span.of(self._text))):
            bare = self._known.senses(span.of(self._text)[: station.start()], self._on)
            senses = [s for s in bare if s.known.kind is EntityKind.OUTLET]
        if not senses and (formal := _FORMAL.match(span.of(self._text))):
            senses = [s for s in self._known.senses(formal[1], self._on) if s.known.kind is EntityKind.COUNTRY]
        if not senses and (near := self._known.nearly(span.of(self._text))):
            senses = [s for s in self._known.senses(near.name, self._on) if s.use is not Use.ADJECTIVE]
        if _STATIONS.match(self._text, span.end):
            return None
        seats = [sense for sense in senses if sense.use is Use.SEAT]
        named = [sense for sense in senses if sense.use not in (Use.SEAT, Use.ORGAN)]
        if not seats:
            return self._chosen(named) or self._seated(senses)
        if is_address or is_place(self._text, tree, span) or self._is_only_a_town(span, seats):
            return self._chosen([sense for sense in named if sense.known.kind is EntityKind.PLACE])
        return self._seated(seats) or self._chosen(named)

    def called(self, noun: str, before: int) -> Thing | None:
        """Return the thing last mentioned before an offset that a text may call by a noun ("the alliance")."""
        found = [(self.last(thing, before), thing) for thing in self.things if thing.called(noun)]
        seen = [row for row in found if row[0] is not None]
        return max(seen, key=lambda row: row[0] or 0)[1] if seen else None

    def same_named(self, name: str) -> Thing | None:
        """Return the thing that this article calls by a name or an acronym, None where there is none yet."""
        folded = fold(name)
        return next((t for t in self.things if t.spans and (fold(t.name) == folded or folded in t.others)), None)

    def last(self, thing: Thing, before: int) -> int | None:
        """Return where a thing was last mentioned before an offset, None where it was not yet."""
        return max((span.start for span in thing.spans if span.start < before), default=None)

    def of_known(self, known: Known) -> Thing:
        """Return the thing of this article that the tables know so, a new one without mentions where there is none."""
        return self._of_known(known)

    def _is_only_a_town(self, span: Span, seats: list[Sense]) -> bool:
        """Tell whether an article about a town of a capital's name is about the town: it never names the state."""
        if not self._named_owners.isdisjoint(sense.known.id for sense in seats):
            return False
        found = [Span(*m.span()) for m in re.finditer(rf"\b{re.escape(span.of(self._text))}\b", self._text)]
        places = sum(is_place(self._text, None, one) for one in found)
        return places >= TOWN and places * 2 > len(found)

    @cached_property
    def _named_owners(self) -> frozenset[str]:
        hits = self._known.hits(self._text, self._on)
        return frozenset(s.known.id for hit in hits for s in hit.senses if s.use not in (Use.SEAT, Use.ORGAN))

    def _chosen(self, senses: list[Sense]) -> Known | None:
        """Return one of several senses: what the article has mentioned, else the first; of organs its state's."""
        mentioned = [s for s in senses if any(t.known == s.known and t.spans for t in self.things)]
        owners = {sense.known: self._known.organ_of(sense.known.id) for sense in senses}
        if len(owners) > 1 and None not in owners.values() and not mentioned:
            told = [known for known, owner in owners.items() if owner in self._named_owners]
            return told[0] if len(told) == 1 else None
        return (mentioned or senses)[0].known if senses else None

    def _seated(self, seats: list[Sense]) -> Known | None:
        """Return whose seat or organ is meant: the only one, else the one last mentioned; "Brussels" is not known."""
        owners = list(dict.fromkeys(sense.known for sense in seats))
        if len(owners) == 1:
            return owners[0]
        seen = [thing for thing in self.things if thing.known in owners and thing.spans]
        return max(seen, key=lambda thing: thing.spans[-1]).known if seen else None

    def _of_known(self, known: Known) -> Thing:
        thing = next((one for one in self.things if one.known == known), None)
        if thing is None:
            thing = Thing(known.name, known.kind, known)
            self.things.append(thing)
        return thing

    def _local(self, name: str, span: Span, kind: EntityKind, tree: Tree | None) -> Thing:
        bare = _bare(name)
        told = called_before(self._text, span) or (EntityKind.OUTLET if self._is_outlet(bare, span) else None)
        thing = self._same(fold(bare))
        if thing is None:
            if self._known.senses(name, self._on) and is_place(self._text, tree, span):
                kind = EntityKind.PLACE
            elif kind is EntityKind.PERSON:
                kind = EntityKind.ORGANIZATION
            thing = Thing(bare, kind)
            self.things.append(thing)
        elif len(bare) > len(thing.name) and thing.known is None:
            thing.name = bare
        if told and thing.known is None:
            thing.kind = told
        return thing

    def _same(self, folded: str) -> Thing | None:
        """Return a thing before that goes by this name, by its acronym, or by a longer name that begins or ends so."""
        for thing in self.things:
            if thing.known is None and _TAIL.sub("", fold(thing.name)) == _TAIL.sub("", folded):
                return thing
            if folded in thing.others:
                return thing
        if len(folded) < 4:
            return None
        longer = [t for t in self.things if t.known is None and t.kind is not EntityKind.PLACE]
        fits = [t for t in longer if fold(t.name).startswith(f"{folded} ") or fold(t.name).endswith(f" {folded}")]
        return fits[0] if len(fits) == 1 else None

    def _is_outlet(self, name: str, span: Span) -> bool:
        named = len(name.split()) > 1 and _OUTLET.search(fold(name))
        after = fold(self._text[span.end : span.end + 24])
        return bool(named or _STATIONS.search(name) or _AFTER_OUTLET.search(after))


def called_before(text: str, span: Span) -> EntityKind | None:
    """Return what the common noun directly before a name says that it is, None where there is none."""
    before = fold(text[max(0, span.start - 24) : span.start]).rstrip()
    return next((kind for pattern, kind in _CALLED if pattern.search(before)), None)


def _bare(name: str) -> str:
    """Return a name without a leading "the" and a possessive at its end."""
    return re.sub(r"^[Tt]he (?=\S)|['\u2019]s$|['\u2019]$", "", name)

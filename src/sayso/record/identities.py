"""
Entity ids as articles have them to the ids that stand for somebody: persons of one name told apart, merges, splits.

An article's own id says how a name sounds (`sightings`), and a person may know better than any rule: overlays merge
ids and split them. An id goes through three steps: which person of the name it is in this article, whether a split
takes it out of that person there, and into which id it was merged. Only names that are asked for are looked up, so
that a list costs what it lists. Nothing of it is stored: the articles and the overlays decide, whatever their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from sayso.errors import UsageError
from sayso.knowledge.knowledge import knowledge
from sayso.record.acquaintance import OPTION, Acquaintance
from sayso.record.beginnings import from_beginning
from sayso.record.overlays import Overlay
from sayso.record.persons import Bench, is_one
from sayso.record.rows import batches
from sayso.record.schema import articles, entities, readings, runs
from sayso.record.sightings import LOCAL, QUALIFIED, Person, Sighting, base_of
from sayso.record.withdrawn import kept
from sayso.terms import OverlayKind

FEW: Final = 500
"""Names up to which each is looked up by itself, rather than all readings at once for all of them. Set by hand."""


@dataclass(frozen=True, slots=True)
class Meant:
    """
    Whom a name or an id means.

    Attributes:
        ids: The ids that stand for them.
        raw: Every id under which an article may have one of them.
        exact: Whether an article's id in `raw` always means one of them.
    """

    ids: frozenset[str]
    raw: frozenset[str]
    exact: bool


class Identities:
    """
    Who is who in a record, as of one look at it.

    Args:
        connection: To the record; asked while this is in use.
        made: The overlays that hold, in the order of making.
    """

    def __init__(self, connection: Connection, made: Iterable[Overlay]) -> None:
        self._connection = connection
        self._persons: dict[str, tuple[Person, ...]] = {}
        self._in: dict[str, dict[str, str]] = {}
        self._has_all = False
        held = list(made)
        self._acquainted: Acquaintance | None = connection.get_execution_options().get(OPTION)
        if self._acquainted is not None:
            self._acquainted.under(frozenset(one.id for one in held))
        self._splits = [one for one in held if one.kind is OverlayKind.SPLIT]
        self._merges = [one for one in held if one.kind is OverlayKind.MERGE]

    def of(self, article: str, raw: str) -> str:
        """Return the id that stands for whom an article means by an id of its own."""
        person = self._person(article, raw)
        for split in self._splits:
            if article in split.value["articles"] and self._merged.get(person, person) in self._ids(split.target):
                person = split.value["into"]
        return self._merged.get(person, person)

    @property
    def is_as_read(self) -> bool:
        """Whether people merged and split nobody."""
        return not self._merges and not self._splits

    def final(self, person: str) -> str:
        """Return the id into which a person's id was merged, itself where it was not."""
        return self._merged.get(person, person)

    def learn(self, ids: Iterable[str]) -> None:
        """Look up who is behind some ids, all at once; what is not learnt before is looked up when asked for."""
        if not self._has_all:
            known = self._acquainted
            self._look_up(ids if known is None else self._doubtful({one for one in ids if not known.knows(one)}))

    def learn_all(self) -> None:
        """Look up every name that several articles have, for a look at the whole record."""
        if self._has_all:
            return
        known = self._acquainted
        if known is None:
            self._look_up(self._shared())
        else:
            self._note([one for one in self._shared() if not known.knows(one)])
        self._has_all = True

    def learn_anew(self) -> None:
        """
        Look up every name that several articles have, again where it was looked up before an article changed it.

        Once all are looked up, only the names of those articles are that were read since; where something else
        happened that may let another reading stand, all of them are once more.
        """
        assert self._acquainted is not None
        latest, *rest = self._connection.execute(
            select(
                select(func.max(readings.c.key)).scalar_subquery(),
                func.sum(runs.c.merged),
                func.sum(runs.c.unchanged),
            )
        ).one()
        seen = self._acquainted.seen
        is_more = seen is not None and seen[1] == tuple(rest)
        self._note(self._named_since(seen[0]) if seen is not None and is_more else self._shared())
        self._acquainted.seen = (latest or 0, tuple(rest))

    def _note(self, names: Iterable[str]) -> None:
        assert self._acquainted is not None
        for name, found in self._found(self._doubtful(names)):
            self._acquainted.note(name, _by_article(found) if len(found) > 1 else None)

    def _shared(self) -> Sequence[str]:
        """Return every name that several readings have, whether or not they stand: the index alone tells that."""
        rows = select(entities.c.id).where(from_beginning(entities.c.id, LOCAL))
        return self._connection.execute(rows.group_by(entities.c.id).having(func.count() > 1)).scalars().all()

    def _named_since(self, reading: int) -> Sequence[str]:
        """Return the names in articles that were read after a reading, in all that was ever read from those."""
        new = select(readings.c.article).where(readings.c.key > reading)
        rows = select(entities.c.id).distinct().join(readings, readings.c.key == entities.c.reading)
        named = rows.where(readings.c.article.in_(new), entities.c.id.startswith(LOCAL))
        return self._connection.execute(named).scalars().all()

    def is_one(self, raw: str) -> bool:
        """Tell whether all articles mean one by an id that several have, and no other id means that one."""
        return not self._splits and raw not in self._merged and not self._are_several(raw)

    def persons(self, base: str) -> tuple[Person, ...]:
        """Return the persons behind an id that is made of a name; empty where the tables know whom it means."""
        self._look_up([base])
        return self._persons.get(base, ())

    def resolved(self, given: str) -> frozenset[str]:
        """
        Return the persons' ids that an id stands for, before splits and merges.

        What sets an id apart may be any of the affiliations or articles of the person, so that an id that a person
        once saw goes on meaning the same when more articles come.
        """
        base, _, told = given.partition(QUALIFIED)
        if not told and self._is_known(base):
            return frozenset((self._behind(base) or {given: given}).values())
        found = self.persons(base) if given.startswith(LOCAL) else ()
        if not told:
            return frozenset(one.id for one in found) or frozenset((given,))
        fits = (one for one in found if told in one.affiliations or any(told == s.article for s in one.sightings))
        return frozenset(one.id for one in fits) or frozenset((given,))

    def meant(self, given: Iterable[str], *, by_name: bool = False) -> Meant:
        """
        Return whom some ids mean, whether articles or lists have them.

        Args:
            given: The ids.
            by_name: Whether they were found by a name, which whoever was split off may have too.
        """
        asked = {one for each in given for one in self._known_as(each)}
        if by_name:
            asked |= {split.value["into"] for split in self._splits if self.resolved(split.target) & asked}
        ids = frozenset(self._merged.get(one, one) for one in asked)
        raw = {base_of(one) for one in ids} | {base_of(one) for one, into in self._merged.items() if into in ids}
        raw |= {base_of(split.target) for split in self._splits if self._merged_into(split) in ids}
        partly = any(map(self._are_several, raw)) or bool(raw & self._split_bases)
        return Meant(ids, frozenset(raw), not partly)

    def specific(self, given: str) -> str:
        """
        Return an id that goes on meaning the same person when a namesake turns up.

        Raises:
            UsageError: It stands for several persons; the message names them.
        """
        found = self.resolved(given)
        if len(found) > 1:
            raise UsageError(f"{given} is the name of several: {', '.join(sorted(found))}; name one of them")
        (one,) = found
        person = next((each for each in self.persons(base_of(one)) if each.id == one), None)
        if person is None or QUALIFIED in one:
            return one
        return f"{one}{QUALIFIED}{min(person.affiliations, default=person.sightings[0].article)}"

    def name(self, key: str) -> str:
        """Return what the tables or else the articles call somebody, the id itself where nobody names it."""
        named = select(func.max(entities.c.name)).where(entities.c.id == base_of(key))
        return knowledge().name_of(key) or self._connection.execute(named).scalar() or key

    def _person(self, article: str, raw: str) -> str:
        if self._is_known(raw):
            told = self._behind(raw)
            return raw if told is None else told.get(article, f"{raw}{QUALIFIED}{article}")
        found = self._persons.get(raw, ()) if self._has_all else self.persons(raw)
        if len(found) < 2:
            return raw
        return self._in[raw].get(article, f"{raw}{QUALIFIED}{article}")

    def _is_known(self, name: str) -> bool:
        """Tell whether it was found out before this look who is behind a name."""
        return self._acquainted is not None and name not in self._persons and self._acquainted.knows(name)

    def _behind(self, name: str) -> Mapping[str, str] | None:
        return self._acquainted.behind(name) if self._acquainted is not None else None

    def _are_several(self, name: str) -> bool:
        """Tell whether articles mean several persons by a name."""
        if self._is_known(name):
            return self._behind(name) is not None
        return len(self._persons.get(name, ()) if self._has_all else self.persons(name)) > 1

    def _look_up(self, ids: Iterable[str]) -> None:
        for name, found in self._found(one for one in ids if one not in self._persons):
            self._persons[name], self._in[name] = found, _by_article(found)
            if self._acquainted is not None:
                self._acquainted.note(name, self._in[name] if len(found) > 1 else None)

    def _found(self, ids: Iterable[str]) -> Iterator[tuple[str, tuple[Person, ...]]]:
        """Yield the persons behind names that no table knows."""
        own = sorted({one for one in ids if _is_own(one)})
        if not own:
            return
        columns = [entities.c.id, readings.c.article, readings.c.published_first, readings.c.text_sha256]
        rows = standing_entities(select(*columns, entities.c.affiliation, entities.c.role))
        for some in batches(own):
            named: defaultdict[str, list[Sighting]] = defaultdict(list)
            for row in self._connection.execute(rows.where(entities.c.id.in_(some))):
                told = (row.published_first or "", row.text_sha256, row.affiliation or "", row.role or "")
                named[row.id].append(Sighting(row.article, *told))
            for one in some:
                yield one, self._bench.persons(one, named.pop(one)) if one in named else ()

    def _doubtful(self, ids: Iterable[str]) -> Iterator[str]:
        """Note which names mean one person beyond doubt, for all articles say the same of it; yield the others."""
        assert self._acquainted is not None
        own = sorted({one for one in ids if _is_own(one)})
        if not own:
            return
        serves, role = entities.c.affiliation, entities.c.role
        agrees = (func.count(serves) == func.count()) & (func.min(serves) == func.max(serves))
        agrees &= func.min(func.coalesce(role, "")) == func.max(func.coalesce(role, ""))
        told = select(readings.c.key, func.nullif(readings.c.published_first, "").label("day"))
        told = told.join(articles, articles.c.id == readings.c.article).where(
            readings.c.retracted_at.is_(None), *kept()
        )
        dated = told.cte("dated")
        if len(own) > FEW:
            dated = dated.prefix_with("MATERIALIZED")  # looked up once, not for each mention of a name
        rows = select(entities.c.id, func.min(dated.c.day).label("first"), func.max(dated.c.day).label("last"))
        rows = rows.join(dated, dated.c.key == entities.c.reading)
        for some in batches(own):
            same = rows.where(entities.c.id.in_(some)).group_by(entities.c.id).having(agrees & (func.min(serves) != ""))
            plain = {row.id for row in self._connection.execute(same) if is_one(row.id, row.first, row.last)}
            for one in some:
                if one in plain:
                    self._acquainted.note(one, None)
                else:
                    yield one

    @cached_property
    def _bench(self) -> Bench:
        return Bench(knowledge())

    @cached_property
    def _merged(self) -> Mapping[str, str]:
        """Into which id each merged id went: of those merged, the Wikidata id or else the one first merged into."""
        groups: list[list[str]] = []
        for one in self._merges:
            names = [one.target, *one.value["ids"]]
            new = [person for name in names for person in sorted(self._known_as(name))]
            touched = [group for group in groups if not set(group).isdisjoint(new)]
            groups = [group for group in groups if group not in touched]
            groups.append(list(dict.fromkeys([each for group in touched for each in group] + new)))
        return {one: _head(group) for group in groups for one in group}

    def _known_as(self, given: str) -> frozenset[str]:
        """Return the ids behind a name before merges; an id that a split made stands for itself."""
        made = {split.value["into"] for split in self._splits}
        return frozenset((given,)) if given in made else self.resolved(given)

    def _ids(self, given: str) -> frozenset[str]:
        """Return the ids that stand for whom an id means, before splits."""
        return frozenset(self._merged.get(one, one) for one in self._known_as(given))

    def _merged_into(self, split: Overlay) -> str:
        into: str = split.value["into"]
        return self._merged.get(into, into)

    @cached_property
    def _split_bases(self) -> frozenset[str]:
        return frozenset(base_of(split.target) for split in self._splits)


def standing_entities(rows: Select[Any]) -> Select[Any]:
    """Return rows of `entities` narrowed to readings that stand of articles that nobody retracted."""
    joined = rows.join(readings, readings.c.key == entities.c.reading)
    joined = joined.join(articles, articles.c.id == readings.c.article)
    return joined.where(readings.c.retracted_at.is_(None), *kept())


def _by_article(persons: Iterable[Person]) -> dict[str, str]:
    """Return which of some persons each article means."""
    return {sighting.article: person.id for person in persons for sighting in person.sightings}


def _is_own(key: str) -> bool:
    """Tell whether an id is made of a name that no table knows."""
    return key.startswith(LOCAL) and QUALIFIED not in key and knowledge().get(key) is None


def _head(group: Sequence[str]) -> str:
    return next((one for one in group if one.startswith("Q")), group[0])

"""
A record counted: how much of each kind, which outlets, whom it names how often, who signals what to whom.

Each of these looks at every article that passes, so that they take as long as the record is large: whoever shows them
keeps them (`state` tells when they are due again), and no page waits for them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from sayso.record.clocks import FIRST_DAY, LAST_DAY
from sayso.record.conditions import dated, standing
from sayso.record.filters import ASIDES, Filters
from sayso.record.lens import Lens
from sayso.record.rows import batches
from sayso.record.schema import articles, entities, entries, mentions, parties, quarantine, readings, runs, signals
from sayso.record.schema_overlays import overlays
from sayso.record.withdrawn import unrejected


@dataclass(frozen=True, slots=True)
class Totals:
    """
    How much a record holds.

    Attributes:
        articles: That stand, the newest version of each page.
        outlets: That published them.
        entries: By kind.
        asides: Entries read in captions, credits, comments and boilerplate; they are among `entries`.
        published: The earliest and the latest day (ISO) of publication; None where none is known.
        quarantined: Inputs that could not be read.
    """

    articles: int
    outlets: int
    entries: Mapping[str, int]
    asides: int
    published: tuple[str | None, str | None]
    quarantined: int


@dataclass(frozen=True, slots=True)
class Counted:
    """
    An entity over all articles that pass.

    Attributes:
        id: As people have it.
        kind: What most articles take it for.
        name: The longest.
        names: Every spelling of the name, the most frequent first.
        affiliation: Whom it acts for, or None.
        roles: Offices as written.
        articles: How many name it.
        mentions: How often they do.
    """

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    affiliation: str | None
    roles: tuple[str, ...]
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """
    How often somebody signals something to somebody.

    Attributes:
        sender: Entity id, None where the text does not say.
        side: Whom the sender acts for: its affiliation, or itself.
        target: Entity id, None likewise.
        kind: Of signal.
        amount: How many signals, asides left out.
    """

    sender: str | None
    side: str | None
    target: str | None
    kind: str
    amount: int


@dataclass(frozen=True, slots=True)
class Published:
    """
    An outlet with what it published.

    Attributes:
        outlet: Its name, None for articles of which nothing says who published them.
        articles: How many stand.
        first: The earliest day (ISO) of publication, or None.
        last: The latest, likewise.
    """

    outlet: str | None
    articles: int
    first: str | None
    last: str | None


def state(connection: Connection) -> str:
    """Return a word that is another one whenever anything was added to a record or said over it."""
    counted = (runs.c.stored, runs.c.merged, runs.c.unchanged, runs.c.quarantined)
    added = select(func.max(runs.c.key), *(func.sum(column) for column in counted))
    said = select(func.max(overlays.c.key), func.count(overlays.c.undone_at))
    told = (*connection.execute(added).one(), *connection.execute(said).one())
    return ".".join(str(one or 0) for one in told)


def totals(connection: Connection) -> Totals:
    """Count what stands."""
    stands = standing(connection, Filters())
    kinds = select(entries.c.kind, entries.c.zone, func.count().label("amount"))
    rows = connection.execute(
        _of_articles(kinds, entries.c.reading).where(*stands, unrejected()).group_by("kind", "zone")
    )
    held: Counter[str] = Counter()
    asides = 0
    for row in rows:
        held[row.kind] += row.amount
        asides += row.amount if row.zone in ASIDES else 0
    told = published(connection)
    return Totals(
        articles=sum(one.articles for one in told),
        outlets=sum(one.outlet is not None for one in told),
        entries=dict(held),
        asides=asides,
        published=(
            min((one.first for one in told if one.first), default=None),
            max((one.last for one in told if one.last), default=None),
        ),
        quarantined=connection.execute(select(func.count()).select_from(quarantine)).scalar_one(),
    )


def published(connection: Connection) -> list[Published]:
    """Return the outlets, those with the most articles first."""
    first, last = readings.c.published_first, readings.c.published_last
    day = (func.min(func.nullif(first, FIRST_DAY)), func.max(func.nullif(last, LAST_DAY)))
    rows = _of_articles(select(articles.c.outlet, func.count().label("amount"), *day))
    found = connection.execute(rows.where(*standing(connection, Filters())).group_by(articles.c.outlet)).all()
    ordered = sorted(found, key=lambda row: (-row.amount, row.outlet or ""))
    return [Published(row[0], row[1], row[2], row[3]) for row in ordered]


def counted(connection: Connection, filters: Filters) -> list[Counted]:
    """Return everybody and everything that the articles which pass name, the most often mentioned first."""
    lens = Lens(connection)
    lens.who.learn_all()
    alike = _named_alike(connection, filters)
    several = {one for one in {row.id for row in alike} if not lens.who.is_one(one)}
    found: defaultdict[str, _Tally] = defaultdict(_Tally)
    for row in alike:
        if row.id not in several:
            found[row.id].add(row)
    for some in batches(sorted(several)):
        for row in connection.execute(_named_in_articles(connection, filters).where(entities.c.id.in_(some))):
            found[lens.who.of(row.article, row.id)].add(row)
    made = (tally.counted(key) for key, tally in found.items())
    wanted = (one for one in made if filters.kind is None or one.kind == filters.kind.lower())
    return sorted(wanted, key=lambda one: (-one.mentions, one.id))


def _named_alike(connection: Connection, filters: Filters) -> Sequence[Any]:
    """Return everybody as articles name them, counted where they do it alike, in the order of first being so named."""
    amount = select(func.count()).where(mentions.c.entity == entities.c.key).scalar_subquery()
    rows = _of_articles(
        select(*_NAMED, func.count().label("articles"), func.sum(amount).label("amount")), entities.c.reading
    )
    rows = rows.where(*standing(connection, filters), *dated(filters)).group_by(*_NAMED)
    return connection.execute(rows.order_by(func.min(entities.c.key))).all()


def _named_in_articles(connection: Connection, filters: Filters) -> Select[Any]:
    """Select everybody as each article names them."""
    amount = select(func.count()).where(mentions.c.entity == entities.c.key).scalar_subquery()
    rows = _of_articles(select(readings.c.article, *_NAMED, amount.label("amount")), entities.c.reading)
    return rows.where(*standing(connection, filters), *dated(filters)).order_by(entities.c.key)


_NAMED: Final = [entities.c[name] for name in ("id", "kind", "name", "affiliation", "role")]


class _Tally:
    """What several articles say of one entity."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        self._roles: set[str] = set()
        self._affiliation: str | None = None
        self._articles: set[str] = set()
        self._alike = 0
        self._mentions = 0

    def add(self, row: Any) -> None:
        """Take in what one article says of it, or how many say the same."""
        article = getattr(row, "article", None)
        amount = 1 if article is not None else row.articles
        self._kinds[row.kind] += amount
        self._names[row.name] += amount
        self._roles |= {row.role} if row.role else set()
        self._affiliation = self._affiliation or row.affiliation
        self._articles |= {article} if article is not None else set()
        self._alike += 0 if article is not None else amount
        self._mentions += row.amount

    def counted(self, key: str) -> Counted:
        """Return all of it."""
        return Counted(
            id=key,
            kind=self._kinds.most_common(1)[0][0],
            name=max(self._names, key=lambda name: (len(name), name)),
            names=tuple(name for name, _ in sorted(self._names.items(), key=lambda pair: (-pair[1], pair[0]))),
            affiliation=self._affiliation,
            roles=tuple(sorted(self._roles)),
            articles=self._alike + len(self._articles),
            mentions=self._mentions,
        )


def exchanges(connection: Connection) -> list[Exchange]:
    """Return who signals what to whom and how often, asides left out, the most frequent first."""
    lens = Lens(connection)
    lens.who.learn_all()
    acts_for = select(entities.c.affiliation).where(
        entities.c.reading == entries.c.reading, entities.c.id == signals.c.sender
    )
    rows = _of_articles(
        select(entries.c.key, entries.c.id, readings.c.article, signals.c.sender, signals.c.kind).add_columns(
            acts_for.scalar_subquery().label("affiliation"), parties.c.entity.label("target")
        ),
        entries.c.reading,
    )
    rows = rows.join(signals, signals.c.entry == entries.c.key)
    rows = rows.outerjoin(parties, (parties.c.entry == entries.c.key) & (parties.c.role == "target"))
    rows = rows.where(*standing(connection, Filters()), unrejected(), entries.c.zone.not_in(ASIDES))
    found: Counter[tuple[str | None, str | None, str | None, str]] = Counter()
    for row in connection.execute(rows):
        found.update(_exchanged(row, lens))
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], *(one or "" for one in pair[0])))
    return [Exchange(*who, amount) for who, amount in ordered]


def _exchanged(row: Any, lens: Lens) -> Iterator[tuple[str | None, str | None, str | None, str]]:
    """Yield sender, side, target and kind as people have them."""
    said = lens.values(row.id)
    sender = said.get("sender", row.sender)
    who = sender and lens.who.of(row.article, sender)
    side = row.affiliation if sender == row.sender and row.affiliation else who
    for target in said.get("target", [row.target]):
        yield who, side, target and lens.who.of(row.article, target), said.get("kind", row.kind)


def _of_articles(rows: Select[Any], reading: Any = None) -> Select[Any]:
    """Return rows joined to their readings and articles."""
    if reading is not None:
        rows = rows.join(readings, readings.c.key == reading)
    return rows.join(articles, articles.c.id == readings.c.article)

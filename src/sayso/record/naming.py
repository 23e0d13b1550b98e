"""
A name or the start of an id to what it names: entities by any of their names, entries and articles by a short id.

A name is looked for in rounds, and the first that finds anything ends the search: an id, a whole name or mention, whole
words inside one. So "Iran" is the country and not also every ministry of it. What no article writes so is looked for
without "the", and then by the name that the tables have of it: "the UK" is the United Kingdom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, func, select, union

from sayso.errors import UsageError
from sayso.knowledge.knowledge import knowledge
from sayso.record.acquaintance import OPTION, Acquaintance
from sayso.record.beginnings import from_beginning
from sayso.record.identities import Identities, Meant
from sayso.record.outlets import NO_OUTLETS, OUTLETS_OPTION, KnownOutlets, folded
from sayso.record.schema import articles, entities, entries, mentions

# Shorter beginnings of an id name too much; ids are shown with eight characters.
SHORTEST_ID: Final = 4

ID: Final = re.compile(r"Q\d+|local:\w+/\S+")
"""What is an id and nobody's name."""


def ids_named(connection: Connection, name: str) -> list[str]:
    """Return the ids of the entities that an id or a name stands for, sorted; empty where nobody has it."""
    exact = select(entities.c.id).where(entities.c.id == name).limit(1)
    if connection.execute(exact).first():
        return [name]
    if ID.fullmatch(name):
        return []
    bare = re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)
    found = next((ids for word in dict.fromkeys((name, bare)) if (ids := _written(connection, word))), None)
    return found or sorted({id_ for one in knowledge().lookup(bare) for id_ in _written(connection, one.name)})


def _written(connection: Connection, name: str) -> list[str]:
    """Return the ids of those whom articles name so, sorted."""
    rows = _spelled(connection, name)
    whole = {found for found, words in rows if words.casefold() == name.casefold()}
    inside = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return sorted(whole or {found for found, words in rows if inside.search(words)})


def learn_spellings(connection: Connection, known: Acquaintance) -> None:
    """Remember how everybody is named, from where it was last remembered."""
    until = connection.execute(select(func.max(entities.c.key))).scalar() or 0
    new = (entities.c.key > known.spelled_until, entities.c.key <= until)
    rows = connection.execute(union(*(one.where(*new) for one, _ in _spellings())))
    known.spell(until, ((row.id, row.words) for row in rows))


def _spelled(connection: Connection, name: str) -> set[tuple[str, str]]:
    """Return the ids of those who are named by words that hold a name, with the words: rows, where not remembered."""
    known: Acquaintance | None = connection.get_execution_options().get(OPTION)
    until = known.spelled_until if known is not None else 0
    held = (one.where(words.icontains(name, autoescape=True)) for one, words in _spellings())
    rows = connection.execute(union(*(one.where(entities.c.key > until) for one in held)))
    found = {(row.id, row.words) for row in rows}
    return found | set(known.spelled(name)) if known is not None and until else found


def _spellings() -> Iterator[tuple[Select[Any], ColumnElement[str]]]:
    """Yield what selects names and mentions as `id` and `words`, each with the column of the words."""
    yield select(entities.c.id, entities.c.name.label("words")), entities.c.name
    named = select(entities.c.id, mentions.c.words).join(mentions, mentions.c.entity == entities.c.key)
    yield named, mentions.c.words


def meant(connection: Connection, name: str, who: Identities) -> Meant:
    """Return whom an id or a name means."""
    ids = ids_named(connection, name)
    return who.meant(ids or [name], by_name=bool(ids) and name not in ids)


def persons_named(connection: Connection, name: str, who: Identities) -> list[str]:
    """Return the ids, as lists have them, of those whom an id or a name means, sorted; empty where nobody has it."""
    found = meant(connection, name, who)
    return sorted(found.ids) if _are_there(connection, found) else []


def outlets_named(connection: Connection, name: str) -> list[str]:
    """Return the outlets of this name as articles spell them, under any name that a user knows of them."""
    known: KnownOutlets = connection.get_execution_options().get(OUTLETS_OPTION, NO_OUTLETS)
    called = known.called(name)
    spelled = connection.execute(select(articles.c.outlet).where(articles.c.outlet.is_not(None)).distinct()).scalars()
    return sorted(outlet for outlet in spelled if folded(outlet) in called)


def find(connection: Connection, given: str, who: Identities) -> tuple[str, str]:
    """
    Return what an id, or the beginning of one, names: `article`, `entity` or a kind of entry, and the whole id.

    An entity is returned under the id that stands for it, whatever id an article has.

    Raises:
        UsageError: Nothing has it, or several things do; the message names them.
    """
    found = _beginning(connection, given) if len(given) >= SHORTEST_ID else {}
    wanted = who.meant([given])
    if _are_there(connection, wanted):
        if len(wanted.ids) > 1:
            raise UsageError(f"{given} is the name of several: {', '.join(sorted(wanted.ids))}; name one of them")
        return "entity", min(wanted.ids)
    if given in found:
        return found[given], given
    if len(found) == 1:
        whole, kind = next(iter(found.items()))
        return find(connection, whole, who) if kind == "entity" else (kind, whole)
    if found:
        raise UsageError(f"{given} is the beginning of {', '.join(sorted(found)[:5])}; give more of it")
    raise UsageError(f"nothing in this record has the id {given}; the first column of every list shows ids")


def _are_there(connection: Connection, found: Meant) -> bool:
    rows = select(entities.c.id).where(entities.c.id.in_(found.raw)).limit(1)
    return connection.execute(rows).first() is not None


def _beginning(connection: Connection, given: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for column in (articles.c.id, entities.c.id):
        kind = "article" if column is articles.c.id else "entity"
        rows = select(column).where(from_beginning(column, given)).distinct().limit(6)
        found.update(dict.fromkeys(connection.execute(rows).scalars(), kind))
    rows = select(entries.c.id, entries.c.kind).where(from_beginning(entries.c.id, given)).distinct()
    found.update((row.id, row.kind) for row in connection.execute(rows.limit(6)))
    return found

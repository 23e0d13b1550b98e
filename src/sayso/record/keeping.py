"""
A capture and its reading to rows in one transaction: which article it is, which reading stands, which version is new.

What comes out does not depend on the order in which things go in. An article is its bytes, outlet and URL. Of the
readings that its captures gave, the one by the maker that read last stands; where one maker gave several (the same
bytes in two places with two dates), a known publication date goes before none, an earlier one before a later, and
the digest decides the rest. Every other reading is retracted: kept, dated, with the reason. Articles of one page
(outlet and URL) are versions of it, in the order of publication, capture and id.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import Connection, Row, func, insert, select, update

from sayso.acquire.capture import Capture
from sayso.article.article import Article
from sayso.record.clocks import LAST_DAY, days
from sayso.record.entries import Json, Reading, reading_json
from sayso.record.proof import digest
from sayso.record.rows import insert_reading, storable
from sayso.record.schema import articles, captures, readings, stored_bytes

Added: TypeAlias = Literal["stored", "version", "merged", "unchanged"]

NEWER: Final = "read again by another version of sayso"
FULLER: Final = "another reading of the same bytes says more, or an earlier date of publication"
CORRECTED: Final = "read again with other metadata"

_JUDGED: Final = [
    readings.c[name]
    for name in ("key", "digest", "made_by", "published", "published_first", "retracted_at", "retracted_why")
]


def now() -> str:
    """Return the present moment (UTC, ISO 8601), the only clock that this package reads."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def keep(connection: Connection, run: int, capture: Capture, reading: Reading) -> Added:
    """
    Store a capture and what was read from it.

    Returns:
        `stored` for an article not known before; `version` for other bytes on a page known before, or another
        reading of an article from the same place; `merged` for an article's bytes from another place; `unchanged`
        where all of it was there.
    """
    article = reading.article
    known = connection.execute(select(articles.c.id).where(articles.c.id == article.id)).first() is not None
    if not known:
        _keep_bytes(connection, capture)
        _keep_article(connection, article)
    key, is_new = _keep_reading(connection, run, capture, reading)
    before = _keep_capture(connection, capture, article.id, key)
    _settle_readings(connection, article.id, reading.run)
    page = _page(article)
    versions = _settle_versions(connection, page) if page else 1
    if not known:
        return "stored" if versions == 1 else "version"
    if before is None:
        return "merged"
    return "version" if is_new or before != key else "unchanged"


def known(connection: Connection, capture: Capture, maker: str) -> str | None:
    """
    Return the article that a capture was read as by a maker whose reading stands; None where it has to be read.

    The same bytes from the same path with the same hints give the same reading, so that nothing is lost by not
    making it again. A capture taken earlier than was known is read, for it may change which version is the newest.
    """
    stands = readings.alias("stands")
    here = (
        select(captures.c.article)
        .join(articles, articles.c.id == captures.c.article)
        .join(readings, readings.c.key == captures.c.reading)
        .join(stands, (stands.c.article == captures.c.article) & stands.c.retracted_at.is_(None))
        .where(captures.c.path == storable(capture.path), articles.c.sha256 == capture.sha256)
        .where(captures.c.captured_at <= _moment(capture.captured_at))
        .where(readings.c.made_by == maker, stands.c.made_by == maker)
        .where(readings.c.media_type == capture.media_type, readings.c.hints == _hints(capture))
    )
    return connection.execute(here).scalar()


def reading_digest(capture: Capture, reading: Reading) -> str:
    """Return the SHA-256 of all that was read and of what it was read from, the path and the moment left out."""
    whole = [capture.media_type, _hints(capture), whole_json(reading)]
    return digest(canonical(whole))


def whole_json(reading: Reading) -> dict[str, Json]:
    """Return a reading as CONTRACT prints it, without its path and with what CONTRACT leaves out."""
    given = reading_json(reading)
    del given["article"]["path"]
    elements = [zone.element for zone in reading.article.zones]
    cut = [[one.span.start, one.span.end, one.zone, one.paragraph] for one in reading.article.sentences]
    return {**given, "elements": elements, "sentences": cut}


def canonical(value: Json) -> str:
    """Return JSON of which there is only one spelling: keys sorted, no white space, every letter itself."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _keep_bytes(connection: Connection, capture: Capture) -> None:
    there = select(stored_bytes.c.sha256).where(stored_bytes.c.sha256 == capture.sha256)
    if connection.execute(there).first() is None:
        row = {"sha256": capture.sha256, "size": len(capture.data), "packed": zlib.compress(capture.data, 6)}
        connection.execute(insert(stored_bytes), row)


def _keep_article(connection: Connection, article: Article) -> None:
    row = {"id": article.id, "sha256": article.sha256, "outlet": article.outlet, "url": article.url}
    connection.execute(insert(articles), {**row, "page": _page(article)})


def _keep_reading(connection: Connection, run: int, capture: Capture, reading: Reading) -> tuple[int, bool]:
    """Return the key of a reading's row and whether it was not there before."""
    article, made = reading.article, reading_digest(capture, reading)
    there = select(readings.c.key).where(readings.c.article == article.id, readings.c.digest == made)
    if (key := connection.execute(there).scalar()) is not None:
        return key, False
    first, last = days(article.published)
    row: dict[str, Any] = {
        "article": article.id,
        "digest": made,
        "made_by": reading.run,
        "run": run,
        "media_type": capture.media_type,
        "hints": _hints(capture),
        "published_first": first,
        "published_last": last,
        "text_sha256": digest(article.text),
        **{name: getattr(article, name) for name in ("title", "byline", "published", "language", "text")},
    }
    key = connection.execute(insert(readings).returning(readings.c.key), row).scalar_one()
    insert_reading(connection, key, reading)
    return key, True


def _keep_capture(connection: Connection, capture: Capture, article: str, reading: int) -> int | None:
    """Note that an article was taken from a path; return the key of what was read from there before, or None."""
    path, taken = storable(capture.path), _moment(capture.captured_at)
    here = (captures.c.article == article, captures.c.path == path)
    before = connection.execute(select(captures.c.reading, captures.c.captured_at).where(*here)).first()
    if before is None:
        row = {"article": article, "path": path, "captured_at": taken, "reading": reading}
        connection.execute(insert(captures), row)
        return None
    change = {"captured_at": min(taken, before.captured_at), "reading": reading}
    connection.execute(update(captures).where(*here), change)
    return int(before.reading)


def _settle_readings(connection: Connection, article: str, maker: str) -> None:
    """Let one reading of an article stand and retract the others; one that stands again is retracted no longer."""
    in_use = set(connection.execute(select(captures.c.reading).where(captures.c.article == article)).scalars())
    rows = connection.execute(select(*_JUDGED).where(readings.c.article == article)).all()
    stands = min((row for row in rows if row.made_by == maker and row.key in in_use), key=_preference)
    for row in rows:
        why = _why(row, maker, in_use) if row.key != stands.key else None
        if (row.retracted_why, row.retracted_at is None) != (why, why is None):
            change = {"retracted_at": why and (row.retracted_at or now()), "retracted_why": why}
            connection.execute(update(readings).where(readings.c.key == row.key), change)


def _preference(row: Row[Any]) -> tuple[bool, str, str, str]:
    return row.published is None, row.published_first or LAST_DAY, row.published or "", row.digest


def _why(row: Row[Any], maker: str, in_use: set[int]) -> str:
    if row.made_by != maker:
        return NEWER
    return FULLER if row.key in in_use else CORRECTED


def _settle_versions(connection: Connection, page: str) -> int:
    """Let every version of a page but the newest point to the next; return how many there are."""
    taken = select(func.min(captures.c.captured_at)).where(captures.c.article == articles.c.id).scalar_subquery()
    rows = connection.execute(
        select(articles.c.id, articles.c.superseded_by, readings.c.published_first, taken.label("taken"))
        .join(readings, readings.c.article == articles.c.id)
        .where(articles.c.page == page, readings.c.retracted_at.is_(None))
    ).all()
    ordered = sorted(rows, key=lambda row: (row.published_first or "", row.taken, row.id))
    for row, after in zip(ordered, [*ordered[1:], None], strict=True):
        following = after.id if after else None
        if row.superseded_by != following:
            connection.execute(update(articles).where(articles.c.id == row.id), {"superseded_by": following})
    return len(ordered)


def _page(article: Article) -> str | None:
    if article.url is None:
        return None
    return hashlib.sha256(f"{article.outlet or ''}\x1f{article.url}".encode()).hexdigest()


def _hints(capture: Capture) -> str:
    return canonical(asdict(capture.hints))


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="milliseconds")

"""
Hints, metadata and a page's own print to where, when, under which headline and by whom an article was published.

What is given from outside wins over what the page says to machines, and that over what it prints. Nothing is guessed:
where only the dates of comments or of pictures bound the publication, the result is an open interval that says just
this (`../2022-12-11`), and where nothing bounds it, None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Final

from sayso.acquire.capture import Hints
from sayso.article import bylines, imprint, labelled, markdown, titles
from sayso.article.agencies import PAPERS, WIRES
from sayso.article.article import Zone
from sayso.article.head import PageHead
from sayso.article.printed_dates import DAY, MONTHS, WEEKDAY, PrintedDate, printed_dates
from sayso.terms import ZoneKind

NO_YEAR: Final = 1
"""The year that programs write where they know no date: `0001-01-01`."""
_PUBLISHED: Final = re.compile(r"(?:first )?(?:published|posted|issued|filed|created)(?: on| at)?", re.IGNORECASE)
_PUBLISHED_BEFORE: Final = re.compile(_PUBLISHED.pattern + r"\W{0,3}(?:\w+,? )?$", re.IGNORECASE)
_UPDATED: Final = re.compile(r"(?:last )?(?:updated|modified|edited)(?: on| at)?", re.IGNORECASE)
_SUPPLIED: Final = re.compile(
    r"(?:^|[/|]\s?)(?P<owner>(?!Copyright)[A-Z](?:(?!Copyright)[\w.&'’ -]){2,50}?)"
    r"(?:\s?/ ?(?:agencies|agency|wires))?,? \d{4}\.?$"
    r"|^(?P<before>[A-Z][\w.&'’ -]{2,60}?)[.,] (?:©|\(c\)|Copyright) \d{4}\.?$"
)
# A folio: the paper's name, its place or none, and the day of the issue: `The Hale Post, Port Hale, 4 March 1912.`
_FOLIO: Final = re.compile(
    r"(?:©|\(c\))?\s*(?P<owner>(?:The )?[A-Z][\w.&'’-]*(?: (?:[A-Z][\w.&'’-]*|of|and|the)){1,5})"
    rf"(?:, [A-Z][\w.'’ -]{{2,30}})?,\s(?:{WEEKDAY},?\s)?$"
)
# What tells `Hale Post, 4 March` from `Port Hale, 4 March`.
_PAPER: Final = re.compile(rf"\b(?:{'|'.join(sorted(PAPERS))})\b", re.IGNORECASE)
_DATED_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d\d|[a-z]{3})[/-](\d\d)(?:[/-]|$)")
_NOTICE_YEAR: Final = re.compile(
    r"(?:©|\(c\)|copyright)[^\d\n]{0,30}(?P<year>(?:18|19|20)\d\d)(?!\s?[-–/,]\s?\d)", re.IGNORECASE
)
_STAMPED: Final = (ZoneKind.DATELINE, ZoneKind.BYLINE)
_INSTANT: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]|$)")


@dataclass(frozen=True, slots=True)
class Publication:
    """
    What is known of an article's publication; None where nothing says so.

    Attributes:
        url: Where it was published.
        outlet: Who published it.
        title: Its headline.
        byline: Who signs it, without "By".
        published: EDTF; an interval where only bounds are known.
    """

    url: str | None
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None


def publication(text: str, zones: Sequence[Zone], hints: Hints, head: PageHead | None = None) -> Publication:
    """
    Gather what is known of an article's publication.

    Of address, outlet and date a page's own word to machines comes first, then what is known from outside (CONTRACT:
    for input that does not say so itself), then what the print shows, which may be another's line or date.

    Args:
        text: The canonical text.
        zones: Its zones.
        hints: What is known from outside.
        head: What a web page says of itself to machines.
    """
    said = head or PageHead()
    url = said.url or hints.url or _printed_address(text, zones)
    return Publication(
        url=url,
        outlet=said.outlet or hints.outlet or _printed_outlet(text, zones),
        title=hints.title or _headline(text, zones) or said.title,
        byline=hints.byline or _printed_byline(text, zones) or said.author,
        published=_machine_date(said.published)
        or hints.published
        or _printed_date(text, zones)
        or _address_date(url)
        or _noticed_date(text, zones)
        or _bounds(text, zones),
    )


def _of_kind(zones: Iterable[Zone], *kinds: ZoneKind) -> list[Zone]:
    return [zone for zone in zones if zone.kind in kinds]


def _headline(text: str, zones: Sequence[Zone]) -> str | None:
    """Return the first line of the first headline, in capitals as many as are stacked."""
    found = _of_kind(zones, ZoneKind.HEADLINE)
    if not found:
        return None
    head = found[0].span.of(text)
    stacked = list(takewhile(str.isupper, head.splitlines()))
    lines = re.split(r"\n\s*\n|\n(?=[A-Z‘“'\"])", head)
    if len(lines) > 1 and titles.is_kicker(lines[0]) and not titles.is_kicker(lines[1]):
        return _bare(" ".join(lines[1].split())) or None
    first = " ".join(stacked) or lines[0]
    return _bare(" ".join(first.split())) or None


def _bare(line: str) -> str:
    """Return a line without a label and without Markdown's marks."""
    return markdown.plain(labelled.bare(line))


def _printed_byline(text: str, zones: Sequence[Zone]) -> str | None:
    names = (bylines.names_in(_bare(zone.span.of(text))) for zone in _of_kind(zones, ZoneKind.BYLINE))
    return next((name for name in names if name), None)


def _printed_address(text: str, zones: Sequence[Zone]) -> str | None:
    """Return the address that stands alone on the first line, as pages pasted with their source have it."""
    first = zones[0].span.of(text).split() if zones else []
    return first[0] if len(first) == 1 and first[0].startswith(("http://", "https://")) else None


def _printed_outlet(text: str, zones: Sequence[Zone]) -> str | None:
    """Return whom a copyright or credit line at the end names as the owner of the text, or a paper's head or folio."""
    for zone in reversed(_of_kind(zones, ZoneKind.CREDIT, ZoneKind.BOILERPLATE)):
        line = " ".join(zone.span.of(text).split())
        match = _SUPPLIED.search(line) if zone.kind is ZoneKind.CREDIT else None
        owner = (match.group("owner") or match.group("before") or "").strip(" .,") if match else imprint.owner(line)
        if owner:
            return None if owner in WIRES else owner
        folio = next(_folios(text, zone), None)
        if folio:
            return folio[0]
    heads = (folio[0] for zone in _of_kind(zones, ZoneKind.DATELINE) for folio in _folios(text, zone))
    return next((name for name in heads if _PAPER.search(name)), None) or _mast(text, zones)


def _mast(text: str, zones: Sequence[Zone]) -> str | None:
    """Return the paper's name that stands alone on a line above the story."""
    above = takewhile(lambda zone: zone.kind is not ZoneKind.BODY, zones)
    named = (zone for zone in above if zone.kind in (ZoneKind.BOILERPLATE, ZoneKind.BYLINE))
    lines = (line.strip() for zone in named for line in zone.span.of(text).splitlines())
    return next((line for line in lines if imprint.is_papers_name(line)), None)


def _machine_date(value: str | None) -> str | None:
    """Return a machine-readable date as EDTF, cut to its day; None where it is not understood beyond doubt."""
    if value is None:
        return None
    match = _INSTANT.match(value)
    if match:
        return _day(*map(int, match.groups()))
    found = printed_dates(value, 0, len(value))
    return found[0].edtf if found else None


def _printed_date(text: str, zones: Sequence[Zone]) -> str | None:
    """
    Return the date that the page prints as its own: in a dateline, beside the byline, or after "published".

    What stands above the story goes before what stands below, where other stories have their dates. Where it prints
    only when it was updated, that is its date approximately.
    """
    stamps = [(zone, dates) for zone in _of_kind(zones, *_STAMPED) if (dates := _dates(text, [zone]))]
    published = [
        one.edtf for zone, dates in stamps for one in dates if _PUBLISHED.search(text, zone.span.start, one.span.start)
    ]
    around = _of_kind(zones, ZoneKind.BOILERPLATE, ZoneKind.CREDIT)
    named = [one.edtf for zone in around for one in _named_dates(text, zone)]
    named += [one.edtf for zone in around for _, one in _folios(text, zone)]
    story = next((zone.span.start for zone in zones if zone.kind is ZoneKind.BODY), len(text))
    above: list[tuple[bool, str]] = []
    below: list[tuple[bool, str]] = []
    for zone, (first, *_) in stamps:
        is_update = _UPDATED.search(text, zone.span.start, first.span.start) is not None
        (above if zone.span.start < story else below).append((is_update, first.edtf))
    ranked = (published, _days(above), named, _days(above, updated=True), _days(below), _days(below, updated=True))
    return next((days[0] for days in ranked if days), None)


def _days(stamps: Sequence[tuple[bool, str]], *, updated: bool = False) -> list[str]:
    """Return the days of stamps that do not tell of an update; of those that do, approximately."""
    if updated:
        return [f"{day}~" for is_update, day in stamps if is_update and "/" not in day]
    return [day for is_update, day in stamps if not is_update]


def _named_dates(text: str, zone: Zone) -> list[PrintedDate]:
    """Return the dates of a line that stand right behind "published", "posted" or the like."""
    found = printed_dates(text, zone.span.start, zone.span.end)
    return [
        one
        for one in found
        if _PUBLISHED_BEFORE.search(text, max(zone.span.start, one.span.start - 30), one.span.start)
    ]


def _folios(text: str, zone: Zone) -> Iterator[tuple[str, PrintedDate]]:
    """Yield the papers with the days of their issue that lines of a zone begin with."""
    for line in re.finditer(r"[^\n]+", zone.span.of(text)):
        start, end = zone.span.start + line.start(), zone.span.start + line.end()
        for one in printed_dates(text, start, end)[:1]:
            folio = _FOLIO.fullmatch(text, start, one.span.start)
            if folio:
                yield folio.group("owner"), one


def _address_date(url: str | None) -> str | None:
    """Return the day in a web address as approximate: most sites mean the day of publication, some the edition's."""
    match = _DATED_ADDRESS.search(url or "")
    if match is None:
        return None
    year, month, day = match.groups()
    number = int(month) if month.isdigit() else MONTHS.index(month) + 1 if month in MONTHS else 0
    found = _day(int(year), number, int(day))
    return f"{found}~" if found else None


def _noticed_date(text: str, zones: Sequence[Zone]) -> str | None:
    """Return the day of the first dateline in the year of the notice of copyright, approximately."""
    around = " \n ".join(zone.span.of(text) for zone in _of_kind(zones, ZoneKind.CREDIT, ZoneKind.BOILERPLATE))
    year = _NOTICE_YEAR.search(around)
    lines = (zone.span.of(text) for zone in _of_kind(zones, *_STAMPED))
    day = next((found.group() for line in lines if (found := re.search(DAY, line))), None)
    if year is None or day is None:
        return None
    dated = f"{day} {year.group('year')}"
    return next((f"{one.edtf}~" for one in printed_dates(dated, 0, len(dated)) if "/" not in one.edtf), None)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year > NO_YEAR else None
    except ValueError:  # no such day, so it is no date
        return None


def _bounds(text: str, zones: Sequence[Zone]) -> str | None:
    """
    Return an open interval from what surely came before and after.

    A picture was taken before the story was published, a comment written after. Of several readings of a date the one
    that bounds least counts.
    """
    taken = _dates(text, _of_kind(zones, ZoneKind.CAPTION))
    written = _dates(text, _of_kind(zones, ZoneKind.COMMENT))
    low = max((one.readings[0] for one in taken), default=None)
    high = min((one.readings[-1] for one in written), default=None)
    if low is not None and high is not None and low > high:
        low = None
    if low is None and high is None:
        return None
    return f"{low or '..'}/{high or '..'}"


def _dates(text: str, zones: Iterable[Zone]) -> list[PrintedDate]:
    return [one for zone in zones for one in printed_dates(text, zone.span.start, zone.span.end)]

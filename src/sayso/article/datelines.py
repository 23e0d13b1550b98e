"""
Datelines: where, when and through which agency a story was filed, at the head of its text or on a line of its own.

    GENEVA, March 3 (Agency) — The talks …          a place in capitals, a day, an agency, a dash: any but the place
    Port Hale, Norland (Agency) - The port …        may be missing; a place in small letters needs a day or an agency
    PORT HALE, March 3. /AGENCY/. The port …
    Published 3 March 1994, 10:04 GMT               a line of its own

What opens a paragraph of the story is a zone of its own, dash included: it says where the writer was, not what
happened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.article.agencies import WIRES
from sayso.article.printed_dates import CLOCK, DAY, MONTH, WEEKDAY
from sayso.article.wordlists import phrase_set
from sayso.spans import Span

_DASH: Final = r"(?:\s?[—–―]+|\s_(?=\s|$)|\s*--+|\s-(?=\s)|-(?=\s)|\s-(?=\S)|\s•(?=\s))"
_CAPITALS: Final = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+"
_PLACE_CAPITALS: Final = rf"{_CAPITALS}(?:[ /](?:{_CAPITALS}|on|of|the|de|del|la|and|in|aboard)){{0,4}}"
_NAME: Final = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*[a-zà-öø-ÿ.]"
_PLACE_NAME: Final = rf"{_NAME}(?:[ /-](?:{_NAME}|[A-Z]+|de|del|la|el|al|au|sur|upon|on)){{0,3}}"
_REGION: Final = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: (?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|of|the|and)){0,4}"
_DAY: Final = rf"(?:{WEEKDAY},?\s+)?{DAY}|{WEEKDAY}"
_AGENCY: Final = r"\((?![A-Z]-)[A-Z][^()\n]{1,40}\)|\(dpa\)|/[A-Z][\w .-]{1,30}/|\[[A-Z][^\[\]\n]{1,30}\]"

_WITH_CAPITALS: Final = re.compile(
    rf"(?:{_PLACE_CAPITALS})(?:,? \([A-Z][\w .]{{2,20}}\))?(?:, {_REGION}?){{0,2}}(?:[,.]? (?:{_DAY}),?)?\.?"
    rf"(?:,? (?P<agency>{_AGENCY})\.?)?(?P<stop>{_DASH}|:(?= )|(?<=/)\.?(?= ))"
)
_WITH_NAME: Final = re.compile(
    rf"(?:{_PLACE_NAME})(?:, {_REGION}){{0,2}}(?:,? (?P<day>{_DAY}),?)?\.?(?:,? ?(?P<agency>{_AGENCY})\.?)?"
    rf"(?P<stop>{_DASH}|(?<=\))\s?:|(?<=\d):(?= )|(?<=\d \([A-Z]{{3}}\))(?= [A-Z]))"
)
_BARE_NAME: Final = re.compile(rf"(?:{_PLACE_NAME})(?:, (?:{_REGION}))?(?:\s?[—–]\s?|\s?--\s?|\s?-\s)(?=[“\"'‘]?[A-Z])")
_WITHOUT_PLACE: Final = re.compile(
    rf"(?:(?:{_DAY}),? )?(?:{_AGENCY})\s?(?:{_DASH})|(?:{_DAY})\s?[,.]?(?:\s?[—–]|\s*--|\s-(?=\s))"
)
# What stands in capitals before a dash or colon and is no place.
_LABELS: Final = phrase_set(
    "UPDATE, UPDATED, BREAKING, ANALYSIS, WATCH, NOTE, CORRECTION, LIVE, EXCLUSIVE, PHOTO, FILE, PHOTOS, VIDEO",
    "OPINION, EDITORIAL, COMMENT, FACTBOX, TIMELINE, EXPLAINER, INTERVIEW, URGENT, READ, READ MORE, RELATED",
    "MORE, SEE, ALSO, SOURCE, CREDIT, IMAGE, Q, A, QUESTION, ANSWER, NATO, UN, EU, US, USA, UK, IAEA, WHO, OSCE",
    "OAS, ASEAN, ECOWAS, OPEC, USSR, WAR, PEACE, BREAKING NEWS, NEWS, WARNING, FEATURE, SPECIAL, ALERT, REPORT",
    "PROFILE, LETTER, LETTERS, ANNOUNCER, PRESENTER, HOST, REPORTER, NARRATOR, MODERATOR, ANCHOR, VOICE, TEXT",
)
_VERBAL: Final = re.compile(r"\b(?:talks|war|crisis|deal|truce|strike|attack)\b", re.IGNORECASE)

_LEAD: Final = (
    r"(?:(?:first |last )?(?:published|updated|posted|modified|issued|filed|created|date)(?: on| at)?\s?:?\s?)"
)
_STAMP: Final = rf"(?:{_DAY})(?:,? (?:at )?\s?[-–|•·/]?\s?{CLOCK})?|(?:at )?{CLOCK},?\s(?:on )?(?:{_DAY})"
_LINE_STAMP: Final = re.compile(
    rf"{_LEAD}?(?:{_STAMP})(?:[\s|•·,;/()–—-]*(?:{_LEAD})(?:{_STAMP}|{CLOCK}|\d+ \w+ ago))*"
    rf"[\s|•·]*(?:\d+ min(?:ute)?s? read)?(?:\s(?:in|by) (?:the )?(?-i:[A-Z])[\w.&'’ -]{{2,40}})?\.?"
    rf"|{_LEAD}(?:\d+ \w+ ago)?|\d+ (?:min(?:ute)?|hour|hr|day|week|month)s? ago"
    rf"|{DAY},? {WEEKDAY}(?:,? [\w ]{{0,30}}\bedition\b[\w –-]{{0,20}})?",
    re.IGNORECASE,
)
_LINE_PLACE: Final = re.compile(
    rf"(?:{_PLACE_CAPITALS}|{_PLACE_NAME})(?:, {_REGION})?,? (?:{_DAY})(?:,? {CLOCK})?\.?"
    rf"(?: ?(?:{_AGENCY}))?{_DASH}?\.?"
    rf"|(?:{_PLACE_CAPITALS}), {WEEKDAY}\.?|(?:{_PLACE_CAPITALS})(?:, {_REGION})? (?:{_AGENCY}){_DASH}?"
)

# A paper's or a station's head: `Hale Post, Monday, 4 March 1912`, `English service, 4 March 1962, 1800 hours`.
_HEAD_WORD: Final = (
    r"(?:[A-ZÀ-ÖØ-Þ][\w.'’&-]*|of|the|for|and|de|del|la|service|report|bulletin|edition|news|broadcast|home)"
)
_LINE_PAPER: Final = re.compile(
    rf"(?:[A-ZÀ-ÖØ-Þ][\w.'’&-]*(?: {_HEAD_WORD}){{0,6}}(?:(?:,| [-–—|/•·]) {_HEAD_WORD}(?: {_HEAD_WORD}){{0,4}}){{0,2}}"
    rf"(?:,? | [-–—|/•·] ))"
    rf"(?:{WEEKDAY},? )?(?:{DAY})(?<=\d{{4}})(?:,? (?:at )?(?:{CLOCK}|\d{{4}})(?: (?:hours|hrs|GMT))?)?"
    r"(?:\.? All times [A-Z]{2,5})?\.?"
)
_LINE_NIGHT: Final = re.compile(
    rf"(?:(?:{_PLACE_NAME})(?:, {_REGION})?, )?{WEEKDAY} (?:morning|afternoon|evening|night)\.?"
    rf"|(?:{_PLACE_NAME}|{_PLACE_CAPITALS})\s?[-–—|•·:]\s?(?:{_DAY})(?:,? {CLOCK})?\.?"
    rf"|(?:{_DAY})(?:\s?[-–—|•·]\s?|, )(?:{_PLACE_NAME}|{_PLACE_CAPITALS})\.?"
    rf"|\((?:{_PLACE_NAME}|{_PLACE_CAPITALS}),? (?:{_DAY})\)|(?:{_PLACE_NAME}) \({_REGION}\), (?:{_DAY})\.?"
    rf"|(?:{_PLACE_CAPITALS}), (?i:{_DAY})\.?|{_CAPITALS}(?: {_CAPITALS})? (?i:{_DAY})\.?|{MONTH},? \d{{4}}"
    rf"|(?i:dateline|filed from): ?(?:{_PLACE_NAME})(?:,? (?:{_DAY}))?"
)
_LONE_PLACE: Final = re.compile(
    rf"(?:{_PLACE_NAME}|{_PLACE_CAPITALS})(?:\s?/\s?(?:{_PLACE_NAME}|{_PLACE_CAPITALS}))?\.?"
)
_PLACE_MOST: Final = 3
"""Words of a place's name on a line of its own; set by hand."""
_SPEAKER: Final = re.compile(r"([A-ZÀ-ÖØ-Þ][\w .'’-]{0,30}): ?\S")


def speaker(line: str) -> str | None:
    """Return who speaks a line by the name before its colon: `OKORO: We shall see.`; the name may be a place's too."""
    match = _SPEAKER.match(line)
    return match.group(1) if match else None


def is_dialogue(lines: Sequence[str]) -> bool:
    """Tell whether capitals before a colon say who speaks and not where: one comes back, and another answers."""
    speakers = [name for line in lines if (name := speaker(line))]
    return len(set(speakers)) >= 2 and any(name.isupper() and speakers.count(name) > 1 for name in speakers)


def opening(text: str, paragraph: Span, *, is_first: bool) -> Span | None:
    """
    Return the dateline that opens a paragraph, its dash included, or None.

    Args:
        text: The canonical text.
        paragraph: A paragraph of the story.
        is_first: It is the first one, where even a bare name and a dash are a dateline (`Cape Ann - The port …`).
    """
    window = min(paragraph.end, paragraph.start + 140)
    for pattern in (_WITH_CAPITALS, _WITH_NAME, _WITHOUT_PLACE):
        match = pattern.match(text, paragraph.start, window)
        if match and _is_dateline(match, is_first):
            return Span(*match.span())
    match = _BARE_NAME.match(text, paragraph.start, min(window, paragraph.start + 45)) if is_first else None
    if match and not _VERBAL.search(match.group()) and match.end() < paragraph.end:
        return Span(match.start(), match.start() + len(match.group().rstrip()))
    return None


def is_line(text: str, paragraph: Span) -> bool:
    """Tell whether a whole paragraph is a dateline: a place and a day, or only when it was published."""
    if len(paragraph) > 120:
        return False
    words = paragraph.of(text).strip()
    return any(form.fullmatch(words) for form in (_LINE_STAMP, _LINE_PLACE, _LINE_PAPER, _LINE_NIGHT))


def is_place(words: str) -> bool:
    """Tell whether a line may be the name of a place alone, or of two: `Khartoum`, `Doha/Manama`."""
    return len(words.split()) <= _PLACE_MOST and bool(_LONE_PLACE.fullmatch(words.strip()))


def _is_dateline(match: re.Match[str], is_first: bool) -> bool:
    """Refuse labels, and names that are not surely a place's: further down in the story they may be anything."""
    groups = match.groupdict()
    agency = (groups.get("agency") or "").strip("()/[]")
    if match.re is _WITHOUT_PLACE:
        return True
    if match.re is _WITH_NAME:
        if groups["stop"] == ":" and not agency:  # `New Delhi, Dec. 28: …` heads a story, further down a list of days
            return is_first
        return groups["day"] is not None or agency in WIRES or (is_first and bool(agency))
    words = match.group()
    head = re.split(r"[,:(—–]| -|--", words, maxsplit=1)[0].strip(" .-")
    if head in _LABELS or len(head) < 3 or len(words.split()) > 9:
        return False
    is_bare = not re.search(r"[,(/\[\d]", words)
    is_set_off = groups["stop"] != ":" and len(head) > 4 and groups["stop"][:1].isspace()
    return is_first or not is_bare or is_set_off

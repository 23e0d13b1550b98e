"""
Readers' comments: where, after a story, other people begin to speak.

A section of comments opens with a heading (`Comments (2)`, `Letters`) or with its first comment: a name, a stamp with
date and time (or `3 hours ago`), and something said after them, or a letter that addresses the editor. From there to
the end all is comment but for the page's own debris. Nothing opens a section before a paragraph of the story has been
seen, so that a byline with its date above the story never does; and a time alone does not, since live reports are full
of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.article.printed_dates import CLOCK, DAY, WEEKDAY
from sayso.article.wordlists import word_set

_AGO: Final = (
    r"(?:(?:about |over )?(?:\d+|an?|one|two|three)"
    r" (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago|just now)"
)
_MOMENT: Final = (
    rf"(?:(?:{WEEKDAY},? )?{DAY},?(?: at|,| -| –| \|)? ?{CLOCK}|{CLOCK},? (?:on )?(?:{WEEKDAY},? )?{DAY}"
    rf"|\d{{4}}-\d\d-\d\dT\d\d:\d\d\S*|(?:yesterday|today)(?: at)? {CLOCK}|{_AGO})"
)
_TAIL: Final = r"(?:\s*[|•·,(-]?\s*(?:reply|edited|report|like|#\d+|permalink|\d+ (?:likes?|replies|points?))\)?)*"
_STAMP: Final = re.compile(
    rf"(?:(?:posted|commented|said|wrote|on|at|published)\s?:? )?{_MOMENT}{_TAIL}\.?", re.IGNORECASE
)
_DATE_STAMP: Final = re.compile(rf"(?:(?:posted|commented|on)\s?:? )?(?:{WEEKDAY},? )?{DAY}{_TAIL}\.?", re.IGNORECASE)
_NAMED_STAMP: Final = re.compile(
    rf"(?:(?:posted|comment(?:ed)?|written|reply|submitted)(?: by| from)? )?(?P<name>[^\n]{{1,50}}?)"
    rf"(?:\s?[,|•·:(–—-]+\s?|\s(?:says|said|wrote|writes|commented|posted|on|at|replied)?:?\s?(?:on |at )?|\s)"
    rf"{_MOMENT}\)?{_TAIL}:?",
    re.IGNORECASE,
)
_SAYS: Final = re.compile(
    r"(?P<name>[^\n:]{2,50}?) (?:says|said|wrote|writes|commented|replied)(?: on| at)?:", re.IGNORECASE
)
_REPLY: Final = re.compile(r"(?:in )?repl(?:y|ying|ied) to:?\s+\S.{0,60}|@[\w.-]{2,30}", re.IGNORECASE)
_ACTIONS: Final = re.compile(
    r"(?:(?:reply|report|flag|like|likes?|dislike|share|upvote|downvote|recommended|permalink|thumbs (?:up|down)"
    r"|\+?\d+|vote|edit|delete|respect|agree|disagree|up|down|\d+ (?:likes?|replies|upvotes?|points?)"
    r"|\d+ people like this)[\s|•·,()]*){1,6}",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(
    r"(?:(?P<count>\d[\d,]*|no|one|two|three) )?"
    r"(?:(?:reader|readers'?|user|latest|all|top|view|recent|public|your)s?'? )?"
    r"(?:comments?|letters(?: to the editor)?|readers'? (?:letters|reactions?|views|comments|responses)"
    r"|readers'? (?:write|say|respond|board|forum|corner|page|post|mailbag|column|talk ?back)"
    r"|letter ?box|post ?bag|mailbag|have your say|talk ?back|(?:add (?:your|a) )?comment"
    r"|your views|what do you think\??"
    r"|from our (?:readers|forum)|(?:join the )?discussion|the forum"
    r"|thoughts on [“\"'].{3,120}|what (?:our )?readers (?:say|think)|replies|responses|reactions)"
    r"(?: to [“\"‘'].{3,120}| (?:on|about) this (?:story|article|report))?"
    r"(?:\s?[(:\[]?\s?(?P<after>\d[\d,]*)?\s?[)\]]?)\s?:?",
    re.IGNORECASE,
)
_SURE_HEADING: Final = re.compile(r"comments|letters|readers|have your say|comment on this", re.IGNORECASE)
_NAME: Final = re.compile(r"[^\W_][\w.'’ @-]{0,38}(?:\((?:guest|\w+)\))?", re.IGNORECASE)
_SMALL: Final = word_set("de van von der al bin the of in from and guest la le el")
# A whole comment on one line: `Ana B., Hale (4.3.94): Send the fleet!`, `ana_b: Send the fleet!`
_HANDLE_SAYING: Final = re.compile(
    r"(?:top comment: )?(?:@\w[\w.-]{2,30}|[A-Za-z][A-Za-z.-]*(?:_[\w.-]+|\d[\w.-]*))"
    r"(?: (?:wrote|writes|says|said))?: \S"
    r"|(?:top comment|mailbox): \S"
    r"|#\d+ [^\W\d_][\w.'’ -]{1,38}, \S+ \d\d?[:.]\d\d$"
    r"|posted by:? [^\W\d_][\w.'’ -]{1,38} ?[|,] ?\S.{3,30}\d\d?[:.]\d\d(?: ?[ap]m)?$"
    r"|\[[^\[\]\n]{2,40}?, (?:\S+ ){0,5}?\d\d?[:.]\d\d\] ?\S",
    re.IGNORECASE,
)
_PLACED_SAYING: Final = re.compile(
    r"[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,2}(?: \([A-Z][\w .'’-]{1,30}\)|, \d\d?[:.]\d\d): \S"
)
_DATED: Final = rf"(?:{WEEKDAY},? )?{DAY}(?:(?<=\d{{4}})|(?<=[-/.]\d\d))"
_STAMPED_SAYING: Final = re.compile(
    rf"(?P<name>[^\n:()\[\]]{{2,50}}?)(?:,? ?[(\[](?:{_MOMENT}|{_DATED})[)\]]|,? {_MOMENT}): ?\S", re.IGNORECASE
)
_SAYING: Final = re.compile(r"(?P<name>[^\W_][\w.'’@, -]{1,40}): \S")
_LETTER: Final = re.compile(
    r"(?:dear (?:editor|sir|sirs|madam|mr\.? editor)|sir|sirs|to the editor)\s?[,:;–—-]", re.IGNORECASE
)
_SIGNATURE: Final = re.compile(rf"[–—-]?\s?[A-Z][^.!?\n]{{2,60}},? (?:{DAY})\.?")

_SECTION_MAX: Final = 200  # lines below a heading that are looked at for a signature


def opening(lines: Sequence[str], first: int) -> int | None:
    """
    Return the index of the line with which comments begin, or None.

    Args:
        lines: The paragraphs of a page, in order.
        first: Index of the first paragraph of the story; comments come after it.
    """
    for index in range(first + 1, len(lines)):
        line = lines[index].strip()
        if _is_heading(lines, index) or _is_reply(lines, index):
            return _with_rule(lines, index, first)
        if (index + 1 < len(lines) and _is_named_stamp(line)) or _is_saying(lines, index):
            return _with_rule(lines, index, first)
        if _is_stamp(line) and index - 1 > first and index + 1 < len(lines) and is_name(lines[index - 1]):
            start = index - 1
            while start - 1 > first and lines[start - 1].strip() == lines[start].strip():
                start -= 1
            return _with_rule(lines, start, first)
    return None


def is_name(line: str) -> bool:
    """Tell whether a line may be a commenter's name: short, no sentence, small words but a few only as one word."""
    name = line.strip()
    is_closed = name.endswith((".", "?", "!", ":", ",", ";", "”")) and not re.search(r"\b\w\.$", name)
    if not name or len(name) > 40 or is_closed:
        return False
    words = name.split()
    small = [word for word in words if word[0].islower() and word not in _SMALL]
    return bool(_NAME.fullmatch(name)) and len(words) <= 5 and (not small or len(words) <= 2)


def is_actions(line: str) -> bool:
    """Tell whether a line only offers what readers may do with a comment: `Reply Report`, `12 likes`."""
    return bool(_ACTIONS.fullmatch(line.strip(" ↓↑→←»«")))


def _is_stamp(line: str) -> bool:
    return len(line) <= 80 and bool(_STAMP.fullmatch(line.strip()))


def _is_named_stamp(line: str) -> bool:
    """Tell whether a line is a commenter's name and stamp together."""
    match = _NAMED_STAMP.fullmatch(line) if len(line) <= 130 else None
    if match is None or re.fullmatch(WEEKDAY, match.group("name").strip()):
        return False
    return is_name(match.group("name")) and not re.match(r"(?:updated?|published|last|by)\b", line, re.IGNORECASE)


def _is_saying(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line is a whole comment or a reader's letter: no story goes on like that."""
    line = lines[index].strip()
    if _is_stamped_saying(line) or _LETTER.match(line) or _HANDLE_SAYING.match(line):
        return True
    return bool(_PLACED_SAYING.match(line)) and all(
        _PLACED_SAYING.match(later.strip()) for later in lines[index + 1 :] if later.strip()
    )


def _is_stamped_saying(line: str) -> bool:
    """Tell whether a line is a whole comment: who, when in brackets or with the hour, and what."""
    match = _STAMPED_SAYING.match(line)
    return match is not None and all(is_name(part) for part in match.group("name").strip(" ,").split(", "))


def _is_heading(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line is the heading of comments that do follow."""
    line = lines[index].strip()
    match = _HEADING.fullmatch(line) if len(line) <= 140 else None
    if match is None or index + 1 >= len(lines):
        return False
    counted = match.group("count") or match.group("after")
    following = [later.strip() for later in lines[index + 1 : index + 1 + _SECTION_MAX]]
    signed = any(_is_stamp(later) or _is_named_stamp(later) or _SAYS.fullmatch(later) for later in following[:12])
    signed = signed or any(_SIGNATURE.fullmatch(later) or _DATE_STAMP.fullmatch(later) for later in following)
    signed = signed or _is_stamped_saying(following[0]) or bool(_SAYING.match(following[0]))
    return signed or bool(counted) or (bool(_SURE_HEADING.search(line)) and len(following) <= 30)


def _is_reply(lines: Sequence[str], index: int) -> bool:
    """Tell whether a line opens an answer to another comment, or names who comments, with a stamp beside it."""
    line = lines[index].strip()
    if len(line) > 80 or not (_REPLY.fullmatch(line) or _SAYS.fullmatch(line)):
        return False
    beside = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 3]]
    return any(_is_stamp(near.strip()) or _DATE_STAMP.fullmatch(near.strip()) for near in beside)


def _with_rule(lines: Sequence[str], start: int, first: int) -> int:
    """Return the start moved back over a heading-like line of marks above it."""
    if start - 1 > first and re.fullmatch(r"[\W_]+", lines[start - 1].strip()):
        return start - 1
    return start

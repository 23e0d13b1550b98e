"""
Imprint: what a paper or station says of itself and to its readers below the last paragraph of a story.

    The Hale Post is published by Quay Press Ltd. Price 4 pence.      Next bulletin at 22.00 hours.
    Letters may be shortened.      CORRECTION: A map on Monday …      Tonight: 19.30 Sea songs; 20.00 News

Such lines are whole sentences and read like a paragraph of the story; only that nothing of the story follows them, and
their own words, tell. So `zones.py` asks here about nothing but the end of a page.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.article import titles
from sayso.article.agencies import PAPERS

_OF_ITSELF: Final = re.compile(
    r"\bis (?:published|printed|edited|owned|broadcast|distributed) "
    r"(?:(?:and|or) \w+ )?(?:by|daily|weekly|monthly|twice|every|in association)\b"
    r"|\bis (?:the|an?) (?:official )?(?:voice|organ|mouthpiece) of\b|\b(?:printed|published) and \w+ by\b"
    r"|\byou (?:have been|are) (?:listening|tuned)\b"
    r"|\bnext (?:news|bulletin|broadcast|edition|issue)\b[^.]{0,40}\b(?:at|on|appears)\b"
    r"|\b\d+(?:\.\d+)? (?:kilocycles|megacycles|kilohertz|megahertz|kc/s|khz|mhz)\b"
    r"|\bprice:? (?:[£$€¥]\s?)?\d|\bp\.? ?o\.? box \d|\b(?:tel|telephone|telex|telefax|fax)\b\.?:? ?\+?\d"
    r"|\bsubscri(?:be|ptions?) (?:by|at|from|through)\b|\b(?:reprints|permissions|syndication|circulation)\b ?:"
    r"|^[^.!?:]{3,60}: (?:see )?pages? \d+\.?$|^our offices are\b"
    r"|^(?:editor|publisher|proprietor|chief editor|editor-in-chief): [A-Z]"
    r"|^about the (?:author|writer)s?\b|^the (?:author|writer) is\b"
    r"|^(?:[A-Z][\w.'-]+ ){2,3}is (?:an?|the|our)\b[^.]{0,60}\b"
    r"(?:writer|journalist|columnist|correspondent|editor|reporter|fellow|lecturer)\b"
    r"|^(?:[A-Z][\w.'-]+ ){2,3}is (?:[A-Z][\w.-]+ ){0,4}[A-Z][\w.-]*'s? (?:\w+ )?"
    r"(?:writer|correspondent|editor|reporter)\b|^(?:other|more|further|full) [\w ]{3,40} on pages? \d+\.?$"
    r"|\breproduction\b[^.]{0,40}\b(?:forbidden|prohibited|permission|leave)\b|\bsubscribe (?:for|now|today)\b"
    r"|\b(?:monitored|heard|received) (?:at|on|by) [^.]{0,40}\b(?:gmt|utc|hours|kc|kcs|khz|metres|meters)\b"
    r"|^\(?reception (?:was )?(?:good|fair|poor|bad)\b|^monitor(?:ing)?(?:'s)? note\b"
    r"|^to (?:advertise|subscribe|contribute|complain|contact us)\b|\bprinted (?:and published )?for the\b"
    r"|\blisten again\b|\b(?:programmes?|listings?): (?:page|see)\b",
    re.IGNORECASE,
)
_TO_READERS: Final = re.compile(
    r"\bletters (?:may|must|should) be\b|\bletters to the editor\b|\banonymous letters\b"
    r"|\bwrite to (?:us|the editor|\S+@)|\bthis is a (?:developing|breaking) (?:news )?story\b"
    r"|^(?:note to )?(?:eds|editors)[:,] |^an earlier version of this (?:article|story|report)\b"
    r"|^(?:do you know more|got a story)\?|\bto comment on this\b|^comments are\b|\bopinion pages\b"
    r"|^our (?:live|rolling) (?:page|blog|report|coverage) (?:closes|ends|is)\b|^(?:dear )?readers?[,:] "
    r"|\b(?:donations|gifts|contributions|cheques) (?:may|can|should) be\b|\baccount (?:no\.?|number)? ?\d",
    re.IGNORECASE,
)
_NOTICE: Final = re.compile(
    r"(?:corrections?(?: and clarifications)?|clarifications?|errat(?:um|a)|editor's note|note to (?:readers|editors)"
    r"|publisher's note|disclaimer|disclosure)\b(?:\s?\([^)]*\)|, [\w ]{3,20})?\s?[:–—-]"
    r"|translat(?:ion|ed) by\b|translator's note\b",
    re.IGNORECASE,
)
_PROGRAMME: Final = re.compile(
    r"(?:tonight|today|tomorrow|this evening|coming up)\b[^.:]{0,40}: ?\d{1,2}[.:]\d\d\b"
    r"|(?:the |today's |tomorrow's )?weather(?: (?:today|tomorrow|forecast))?: "
    r"|(?:the )?(?:tides?|high (?:water|tide)|sunrise|lighting-up|exchange rates?)\b[^.]{0,40}\d{1,2}[.:]\d\d"
    r"|[^.!?]{0,40}[: ]1[.)] ?\S[^.!?]{3,60} 2[.)] ?\S",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(
    r"[“”\"]|\b(?:said|says|told|warn(?:s|ed)|tells|according to|accused|announced|denied)\b", re.IGNORECASE
)
# Code points; set by hand: a notice, and a line that begins with the outlet's own name.
_LONGEST: Final = 300
_OWN_LONGEST: Final = 120
_NAME_MOST: Final = 5
"""Words of a paper's name; set by hand."""


_OWNED: Final = re.compile(
    r"(?:(?:©|\(c\)|copyright)\s*){1,3}\(?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?\)?,?\s*(?:by )?"
    r"(?P<owner>[A-Z][\w.&'’ -]{2,50}?)"
    r"(?:,? \d{4})?(?:[.,|]|$|\s+all rights)",
    re.IGNORECASE,
)


def owner(line: str) -> str | None:
    """Return whom a notice of copyright names: `Copyright 1994 The Hale Post. All rights reserved.`"""
    match = _OWNED.search(" ".join(line.split()))
    return match.group("owner").strip(" .,").removeprefix("by ") or None if match else None


def is_notice(line: str) -> bool:
    """Tell whether a line is a notice of copyright: `© The Hale Post 1994. Not to be reprinted.`"""
    words = " ".join(line.split())
    return len(words) <= _LONGEST and _OWNED.match(words) is not None


def is_papers_name(line: str) -> bool:
    """Tell whether a line is nothing but a name such as papers and stations have: `The Hale Post`, `Radio Hale`."""
    words = line.split()
    small = ("of", "the", "and", "de", "la")
    is_name = all(word[:1].isupper() or word in small for word in words) and line[-1:].isalpha()
    own = [
        word
        for word in words
        if word.lower() not in PAPERS and word.lower() not in (*small, "top", "more", "all", "release")
    ]
    kind = {words[0].lower(), re.sub(r" of .*", "", line).split()[-1].lower(), words[-1].lower()} if words else set()
    is_of_a_paper = 2 <= len(words) <= _NAME_MOST and bool(kind & PAPERS)
    return is_name and is_of_a_paper and bool(own) and not titles.is_section(" ".join(own))


def is_imprint(words: str, outlet: str | None) -> bool:
    """
    Tell whether the last line of a page is about the paper, for its readers or about its programme.

    Args:
        words: The line.
        outlet: Who published the page, where that is known: what it says of itself is no claim of the story's.
    """
    line = " ".join(words.split()).replace("’", "'")
    if len(line) > _LONGEST:
        return False
    if _NOTICE.match(line):
        return True
    if _REPORTS.search(line):
        return False
    own = outlet is not None and len(line) <= _OWN_LONGEST and _unarticled(line).startswith(_unarticled(outlet))
    return own or any(find(line) for find in (_OF_ITSELF.search, _TO_READERS.search, _PROGRAMME.match))


def _unarticled(words: str) -> str:
    return words.casefold().removeprefix("the ")

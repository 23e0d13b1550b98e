"""
A line to whether it only stamps a page: its day, and beside it hour, page, section, number, price or paper.

    Thursday, May 27, 1999; Page A01    Page last updated at 08:10 GMT, 5 May 2005    LAST UPDATE: 09/11/2020 - 22:15
    Vol. LXI. No. 18,402    TUESDAY, JUNE 3, 1913    PRICE ONE PENNY      Published: 12 October 2008 | Section: News

What is left of such a line without its day and hours are words that stamps are made of, and perhaps the name of a
place, a paper or an office. `datelines.py` knows the forms that have an order; here there is none.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.article.agencies import PAPERS
from sayso.article.printed_dates import CLOCK, DAY, WEEKDAY
from sayso.article.wordlists import word_set

_DATED: Final = re.compile(rf"{DAY}(?:(?<=\d{{4}})|(?<=[-/.]\d\d))", re.IGNORECASE)
"""A day with its year."""
_DAYS: Final = re.compile(rf"{DAY}|{CLOCK}|\b{WEEKDAY}", re.IGNORECASE)
_LEADS: Final = word_set(
    "published publish updated update updates posted modified filed issued printed released date dated page pages",
    "section edition editions vol volume no nr number issue price web online bulletin broadcast transcript service",
)
"""Words that only a stamp has, beside a day."""
_SMALL: Final = word_set(
    "last first latest final late early morning evening city national international home foreign at on in by and the",
    "of from for time times local gmt utc bst cet cest eet msk ist est edt et pt uk hours hrs hour am pm a.m p.m min",
    "mins minutes minute read ago free original originally",
    "uhr with agencies agency staff wires a is was news abroad report programme",
)
_PRICE: Final = re.compile(r"\bprice\b.{1,30}$", re.IGNORECASE)
"""What a paper costs, in whatever coin."""
_TOLD: Final = re.compile(r"\b(?:is|was)\b.*\.$", re.IGNORECASE)
"""A sentence: `It was published on 3 May 1994.`"""
_TOKEN: Final = re.compile(r"[^\W_][\w.'’,-]*")
_PART: Final = re.compile(r"\s?[|•·;]\s?|\s/\s|\s[-–—]\s|\s{3,}")
_NUMBER: Final = re.compile(r"[A-Z]?-?\d[\d,.]*|[IVXLC]+\.?")
# Set by hand: code points of a stamp, and words of a name in it.
_LONGEST: Final = 120
_NAMED_MOST: Final = 6


def is_stamp(words: str, *, below_title: bool = False) -> bool:
    """
    Tell whether a line only stamps a page.

    Args:
        words: The line.
        below_title: It stands between a headline and the story, where a name beside the day is the paper's or the
            place's; elsewhere `Tanker Seized | 19 July 2019` may be a headline.
    """
    if len(words) > _LONGEST or not _DATED.search(words) or _TOLD.search(words):
        return False
    tokens = [token.rstrip(".,") for token in _TOKEN.findall(_DAYS.sub(" ", _PRICE.sub("price", words)))]
    own = [token for token in tokens if token.lower() not in _LEADS | _SMALL and not _NUMBER.fullmatch(token)]
    if any(token[0].islower() for token in own) or len(own) > _NAMED_MOST:
        return False
    lead = any(token.lower() in _LEADS for token in tokens)
    named = {token.lower() for token in tokens} & (PAPERS | {"agencies"})
    return not own or lead or bool(_PART.search(words) and (named or below_title))

"""
Bylines: who signs a story, on a line of its own.

    By Ana Brandt and Tom Okoro in Port Hale | 3 March 1994        From Our Own Correspondent
    ANA BRANDT, Agency Writer                                      Special to The Daily Mercury

A line is a byline only if every word of it may stand in one: names in capitals, and a closed list of small words. So
`By Monday the troops had gone.` is none. A bare name is one only where it stands, between the headline and the story.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.article.agencies import WIRES
from sayso.article.printed_dates import CLOCK, DAY, WEEKDAY
from sayso.article.wordlists import word_set

_KIND: Final = (
    r"(?:words|story|stories|report|reporting|analysis|written|posted|submitted|review|opinion|text|exclusive"
    r"|published|article|interview|interviewed|dispatch|commentary|special dispatch|reported|filed"
    r"|filed from [A-Z][\w .'’-]{2,40})"
)
_OPENING: Final = re.compile(
    rf"(?:(?:posted|published|written|updated) (?:on )?)?{DAY}(?:,? {CLOCK})?\W{{1,7}}by:? (?=\S)|"
    rf"(?:(?:an? )?{_KIND}(?: and \w+)?[: ]+)?by:? (?=\S)|(?:an? )?{_KIND} from (?=(?-i:[A-Z]))|as told to (?=\S)"
    rf"|(?:author|authors|byline|writer|reporter|words|text|story|report|reporting|interview)s?\s?: ",
    re.IGNORECASE,
)
_FROM: Final = re.compile(
    r"(?:from|by) (?:our|a|the|an)\b.*"
    r"\b(?:correspondent|representative|reporter|stringer|staff|editor|bureau|sister paper)s?\b.*"
    r"|(?:from|by) (?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+)? (?:correspondent|stringer) (?-i:[A-Z]).*"
    r"|(?:our|a|the) (?:\w+ ){0,2}correspondents? (?:in|at|with) .{3,60}"
    r"|(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+){1,2} \((?-i:[A-Z])[\w .'’-]{2,30}\)"
    r"|from (?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+){1,3},? (?:in|at) (?-i:[A-Z]).*"
    r"|(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+){1,3},? "
    r"(?:reports?(?: from (?-i:[A-Z]).{0,60})?|our (?:\w+ )?(?:wo)?man in .{3,40})",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(
    r"(?:special to|special for|exclusive to|wireless to|cable to|by (?:wireless|cable|telegraph|telephone))\b.{0,60}"
    r"|(?:our|a|staff|special|the)? ?(?:\w+ ){0,2}(?:correspondents?|(?:staff|special) (?:writers?|reporters?)"
    r"|news desk|web desk|newsroom|foreign staff|staff report(?:er)?s?|editorial board)"
    r"|(?:agencies|staff|staff and agencies|news agencies|wire reports?|agency reports?|from (?:wire|news) services)",
    re.IGNORECASE,
)
_SMALL: Final = word_set(
    "and in for with at of de da di del della der van von den al el bin ibn bint abu la le du dos ben ter our own",
    "special staff a an the correspondent correspondents reporter reporters writer writers editor editors on",
    "contributor contributing senior chief foreign diplomatic political military defence defense security war",
    "world affairs news desk bureau agencies agency to by ago min mins minute minutes hours hour days read",
    "updated published posted am pm a.m. p.m. est gmt bst additional reporting from as told dpa et al.",
)
_MARKS: Final = re.compile(r"[|•·,;&/()\[\]–—]+|(?<!\w)-+|-+(?!\w)")
_NAME: Final = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|de|da|di|del|van|von|der|den|al|el|bin|ibn|abu|la|le|du|ben|and|&|,)"
)
_JOB: Final = re.compile(
    r"\b(?:correspondent|reporter|writer|editor|staff|bureau|desk|press|news|agency|times|post|chief"
    r"|special to|columnist|contributor|analyst"
    r"|international|daily|herald|tribune|journal|gazette|cnn|bbc|reuters|afp|upi|tass|xinhua)\b",
    re.IGNORECASE,
)
_WROTE: Final = re.compile(r"\b(?:writer|reporter|correspondent|editor)s?\b", re.IGNORECASE)
_NOBODY: Final = re.compile(
    r"(?:our|a|an|the)\b.*\b(?:correspondents?|reporters?|stringers?|staff|writers?|representatives?)"
    r"|(?:our )?(?:foreign )?staff(?: writers?)?"
    r"|(?:telegraph|telephone|cable|wireless)(?: to .*)?|(?:staff|news) reporters?|agencies|correspondents?",
    re.IGNORECASE,
)
_HEADS: Final = word_set(
    "key points facts takeaways summary brief glance report reports special story stories top news update updates",
    "developments highlights background context analysis what know next main events timeline questions answers",
)
"""Words of headings over a part of a page, which are set in capitals as names are."""
_LONGEST: Final = 140
_NAME_MOST: Final = 5
"""Words of one author's name; set by hand."""


def is_line(words: str) -> bool:
    """Tell whether a whole line is a byline by its own words."""
    line = words.strip()
    if len(line) > _LONGEST or "\n\n" in line:
        return False
    opening = _OPENING.match(line)
    if opening and opening.end() < len(line) and not _FROM.fullmatch(line):
        return _may_be_names(line[opening.end() :])
    bare = line.strip("()[] ").rstrip(".")
    signed = any(form.fullmatch(words) for form in (_FROM, _SIGNED) for words in (line, bare))
    is_told = re.search(r"\s(?:[a-z]{2,}ed|fled|left|said|fell|won|lost|went|came)\.$", line) is not None
    return signed and not is_told and not line.endswith(("?", "!", "”", '"'))


def names_office(words: str) -> bool:
    """Tell whether a line that stamps a page says who wrote it, if only by office: `Staff Writer | 2 July 2020`."""
    return bool(_WROTE.search(words))


def is_bare_name(words: str) -> bool:
    """Tell whether a line is one to three names or a wire's, as sites print between headline and story."""
    line = words.strip()
    if len(line) > 90 or line.endswith((".", "?", "!", ":", "”")) or len(re.findall(r" {3,}", line)) > 1:
        return line in WIRES
    head = re.split(r" in | at |\s?[|•·–—]\s?|, ", line, maxsplit=1)[0]
    names = head.split()
    each = max(len(part.split()) for part in re.split(r" (?:and|&) ", head))
    named = 2 <= len(names) <= 8 and each <= _NAME_MOST and all(_NAME.fullmatch(name.rstrip(",")) for name in names)
    return line in WIRES or (named and _may_be_names(line) and not line.isupper())


def is_name_in_capitals(words: str) -> bool:
    """Tell whether a line may be an author's name set in capitals: two or three words and nothing else."""
    return not _HEADS.intersection(words.lower().split()) and bool(
        re.fullmatch(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*){1,2}", words.strip())
    )


def names_in(words: str) -> str | None:
    """Return whom a byline names, as printed, without "By", place, date and office; None where it names nobody."""
    line = " ".join(words.split())
    line = line[1:-1].rstrip(".") if line.startswith(("[", "(")) and line.endswith(("]", ")")) else line
    opening = _OPENING.match(line)
    if opening:
        line = line[opening.end() :]
    elif _FROM.fullmatch(line):
        line = line[5:]
    elif line.startswith("From ") or _SIGNED.fullmatch(line.strip("()[] ").rstrip(".")):
        return None
    line = re.split(
        rf"\s?[|•·]\s?|\s[–—-]+\s|;|\(|\s(?:on|at) (?=\d|{WEEKDAY})|,?\s(?:{WEEKDAY},? )?{DAY}", line, maxsplit=1
    )[0]
    line = re.split(r"\b(?:published|updated|posted)\b", line, maxsplit=1, flags=re.IGNORECASE)[0]
    kept = [part for index, part in enumerate(line.split(", ")) if index == 0 or _is_name(part)]
    kept[-1] = re.sub(r" (?:in|at|from) [A-Z][\w .'’-]*? and [A-Z][\w'’-]+$", "", kept[-1])
    line = re.sub(r" (?:in|at|for|from) [A-Z].*?(?=,? and [A-Z]|, [A-Z]|$)", "", ", ".join(kept))
    line = re.sub(r"\s(?:on|at|in|for)$", "", line.strip(" ,.;|"))
    return None if not line or _NOBODY.fullmatch(line) else line


def _is_name(part: str) -> bool:
    """Tell a second author from an office or a paper after a comma."""
    words = part.replace(" and ", " ").removeprefix("and ").split()
    return len(words) >= 2 and all(_NAME.fullmatch(word) for word in words) and not _JOB.search(part)


def _may_be_names(words: str) -> bool:
    """Tell whether every word may stand in a byline: capitalised, a figure of a date, or one of the small words."""
    bare = re.sub(rf"{DAY}|{CLOCK}|{WEEKDAY}|\d+[hmd]?\b", " ", words)
    found = [word for word in _MARKS.sub(" ", bare).split() if word != "."]
    capitals = [word for word in found if word[0].isupper()]
    rest = [word for word in found if not word[0].isupper() and word.lower() not in _SMALL and not word.startswith("@")]
    is_plain = words.rstrip()[-1:] not in '?!:”"'
    return is_plain and not rest and (bool(capitals) or "correspondent" in words.lower()) and len(found) <= 18

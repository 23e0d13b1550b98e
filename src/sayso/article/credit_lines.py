"""
Credits: who made the picture or supplied the text, on a line of its own or at the end of a paragraph.

    (Ana Brandt/Agency via AP)    Photograph: Ana Brandt/Agency    PHOTO BY ANA BRANDT    [Ana Brandt/Agency]
    Reporting by Ana Brandt; editing by Tom Okoro    (Agencies)    The Daily Mercury. Copyright 1999    Source: Agency

A picture's credit at the end of a paragraph shows that the words before it are a caption; a text's credit does not.
That is why the two are told apart here.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.article import captions
from sayso.article.agencies import PICTURES, WIRES
from sayso.article.wordlists import word_set
from sayso.spans import Span

_WIRE: Final = "|".join(sorted(map(re.escape, {*WIRES, *PICTURES}), key=len, reverse=True))
_PICTURE: Final = (
    r"photo(?:graph|grapher|s)?\b|image\b|picture\b|video grab|frame grab|screen ?(?:grab|shot|capture)|handout\b"
    r"|courtesy\b|via (?=[A-Z@])|/ ?pool\b|\bpool/|getty|epa\b|shutterstock|illustration\b|graphic\b|satellite\b|file\b"
)
_NAMED: Final = r"[A-ZÀ-ÖØ-Þ@][\w.'’&-]*"
_NAMES: Final = rf"{_NAMED}(?:[ ,]{{1,2}}(?:{_NAMED}|of|the|for|and|de|van|von|al|bin|via|/|\d{{4}})){{0,8}}"

_SLASHED: Final = re.compile(rf"(?:{_NAMES})(?:\s?/\s?(?:{_NAMES})){{1,3}}")
_LABEL: Final = (
    r"(?:(?:(?i:photo(?:graph)?|foto|pic|picture|image|video|illustration|graphic|map|(?:main|file|cover) photo"
    r"|photo illustration)s?(?:\s?(?i:credit|source|courtesy|copyright))?|(?i:credit|copyright))"
    r"(?:\s?[:.…|]+\s?|\s(?:by|By|BY|(?i:courtesy of|provided by))\s)|(?i:courtesy|handout)(?: of|:| by)\s"
    r"|(?i:image|photo|picture) (?i:source|copyright),?\s)"
)
_LABELLED: Final = re.compile(
    rf"{_LABEL}(?P<names>[^.!?\n]{{2,90}}?(?:\b(?:[A-Z]|Jr|Inc|U\.S|St)\.[^.!?\n]{{0,60}}?)*)[.]?$"
)
# Words of which one stands in the name of nearly every house that supplies pictures.
_HOUSES: Final = re.compile(
    rf"\b(?:{_WIRE})\b|\b(?i:photos?|photograph|pictures?|images?|pool|handout|media|press|news|newswire|wire|agency|ministry"
    r"|times|post|daily|herald|tribune|journal|archives?|center|centre|service|office|navy|army)\b"
)
# Names and a stroke, or names and what they made: what stands behind the last full stop of a caption.
_SIGNED_PICTURE: Final = re.compile(
    rf"(?:©\s?)?(?:{_NAMES})(?:\s?/\s?(?:{_NAMES})){{1,3}}\.?$|AP (?:Photo|Images?)$"
    rf"|(?:{_NAMES}) (?i:photos?|photograph|pictures?|images?|photo service)\.?$"
    rf"|(?:[—–-]\s?)?(?:Photo(?:graph)?|PHOTO|Picture|PICTURE|Pic)s? (?:by )?(?:{_NAMES})$"
    rf"|[|—–-]\s?(?:AP|AFP|EPA|Reuters|REUTERS) (?i:photo)$|(?:{_NAMES}) via (?:{_NAMES})$|©\s?(?:{_NAMES})$"
)
_BRACKETS: Final = re.compile(
    r"(?P<open>[(\[])(?P<inside>[\w©@“][^()\[\]\n]{1,140}(?:\([^()]{1,40}\)[^()\[\]\n]{0,60})?)[)\]]\.?$"
)

_TEXT_CREDIT: Final = re.compile(
    r"(?:additional |with )?(?:reporting|writing|editing|compiled|translated|written|reported|translation"
    r"|edited)(?: and (?:editing|writing|reporting|research))*(?: (?:by|from|in)\b|:)[^\n]{2,300}"
    r"|(?:additional|with) (?:material|information)(?: from|:)[^\n]{2,80}|based on reports? (?:by|from) [^\n]{2,80}"
    r"|contribut(?:ing|ors?)\s?:[^\n]{2,200}"
    r"|[^.\n]{3,200}\bcontributed (?:reporting|to this (?:report|story|article|dispatch))[^\n]{0,120}"
    r"|[^.\n]{3,60}\b(?:writer|reporter|correspondent)s? [^.\n]{3,100} contributed"
    r"|[—–-]*\s?with (?:additional )?(?:inputs?|files?|material|reporting|information|assistance)"
    r" (?:from|by) [^\n]{2,80}"
    r"|(?:sources?|via)\s?[:–-]\s?[^\n]{2,80}"
    r"|(?:©|\(c\)|copyright\b)[^\n]{2,120}|[^.\n]{3,60}[.,] (?:©|\(c\)|copyright) \d{4}\.?"
    r"|(?-i:[A-Z][\w'’&]*(?: (?:[A-Z][\w'’&]*|of|the)){0,5}) (?:and|with) (?:other )?(?:news )?"
    r"(?:agencies|wires|wire services)\.?"
    r"|(?:with|from) (?:[^.\n]{2,60} and )?(?:other )?(?:news )?(?:agencies|wires|wire services)"
    r"|[^.\n]{3,80} (?:reported|reports) from [A-Z][^\n]{2,120}",
    re.IGNORECASE,
)
_SUPPLIED_BY: Final = re.compile(
    r"(?:this|the) (?:report|story|dispatch|article|text) (?:was|is|has been) "
    r"(?:supplied|provided|distributed|compiled|sent) by [^.\n]{2,80}\.?",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(r"\b(?:has|have|had|is|are|was|were|said|says|will|would|that)\b")
_WIRE_ALONE: Final = re.compile(
    rf"[(\[–—-]?\s?(?:(?:{_WIRE})(?:(?:\s?[/,&+]\s?|\sand\s)(?:{_WIRE})){{0,3}}|(?:with )?(?:news )?agencies"
    rf"|with inputs? from [\w ,/]{{2,40}})[)\]]?\.?"
)
_SUPPLIED: Final = re.compile(
    r"(?=.*[/|])[A-Z][\w.&'’ -]{1,40}(?:\s?[/|]\s?(?:[A-Z]|agenc|wires|staff)[\w.&'’ -]{1,40}){1,3},?(?: \d{4})?\.?"
)
_TRAILING_NAMES: Final = re.compile(
    rf"(?<=[.!?”\"’])\s+(?P<credit>[(\[](?:{_NAMES})[)\]]|[—–-]{{1,2}}\s?(?:{_NAMES}))$"
)
_SET_OFF: Final = re.compile(rf"\((?:{_NAMES})\)\.?|[—–-]{{1,2}}\s?(?:{_NAMES})\.?")
_TRAILING_WIRE: Final = re.compile(
    rf"(?<=[.!?”\"’])\s+(?P<credit>\((?:(?:{_WIRE})(?:\s?[/,&-]\s?(?:{_WIRE})){{0,3}}|(?i:(?:with )?agencies"
    rf"|with (?:agency )?inputs?[^()]{{0,40}}))\)|[—–-]{{1,2}}\s?(?:{_WIRE}))$"
)


_OWNERS_SMALL: Final = word_set("com org net news of the and for via de agencies agency wires staff")


def is_picture_credit(words: str) -> bool:
    """Tell whether a whole line credits a picture."""
    line = words.strip()
    if len(line) > 160:
        return False
    brackets = _BRACKETS.fullmatch(line)
    if brackets:
        return _credits_picture(brackets)
    labelled = _LABELLED.fullmatch(line)
    if labelled and _is_named(labelled.group("names")):
        return True
    if _SIGNED_PICTURE.fullmatch(line) and not re.search(r"\d", line) and len(line) <= 90:
        return bool(_HOUSES.search(line))
    return bool(line in PICTURES and line not in ("File", "Pool", "Archive"))


def is_text_credit(words: str) -> bool:
    """Tell whether a whole line, at the end of a story, says who reported, supplied or owns it."""
    line = words.strip()
    bare = line.strip("()[] •·*").removeprefix("- ")
    if len(line) > 320:
        return False
    if _TEXT_CREDIT.fullmatch(bare) and not line.endswith(("?", "!")) and not _TELLS.search(bare):
        return True
    return bool(_WIRE_ALONE.fullmatch(line) or _SUPPLIED_BY.fullmatch(line)) or is_supplied(line)


def is_signature(words: str) -> bool:
    """Tell whether a line below a story is nothing but a name in brackets or behind a dash: `(Coast Wire)`."""
    return bool(_SET_OFF.fullmatch(words.strip()))


def is_supplied(words: str) -> bool:
    """Tell whether a line only names whose text it is: `Agency / The Daily Mercury 1994.`"""
    line = words.strip()
    small = [word for word in re.findall(r"[a-z]\w*", line) if re.search(rf"(?<![\w]){word}", line)]
    return len(line) <= 90 and bool(_SUPPLIED.fullmatch(line)) and not set(small) - _OWNERS_SMALL


def trailing(text: str, paragraph: Span) -> tuple[Span, bool] | None:
    """
    Return the credit that ends a paragraph and whether it credits a picture, None where there is none.

    Something must stand before it: a line that is nothing but a credit is the other functions' business.
    """
    start = max(paragraph.start, paragraph.end - 220)
    window = text[start : paragraph.end]
    brackets = _BRACKETS.search(window)
    if brackets and _credits_picture(brackets) and _follows_sentence(window[: brackets.start()], brackets):
        return Span(start + brackets.start(), paragraph.end), True
    for opening in re.finditer(rf"(?<![\w(]){_LABEL}", window):
        labelled = _LABELLED.fullmatch(window, opening.start())
        before = window[: opening.start()].rstrip()
        is_set_off = before.endswith((".", "!", "?", "”", '"', ")", "|")) or opening.group()[0].isupper()
        if before and is_set_off and labelled and _is_named(labelled.group("names")):
            return Span(start + opening.start(), paragraph.end), True
    signed = _signature(window)
    if signed is not None:
        return Span(start + signed, paragraph.end), True
    wire = _TRAILING_WIRE.search(window)
    if wire is not None:
        return Span(start + wire.start("credit"), paragraph.end), False
    named = _TRAILING_NAMES.search(window)
    if named is None:
        return None
    return Span(start + named.start("credit"), paragraph.end), captions.is_scene(
        text[paragraph.start : start + named.start()]
    )


def _signature(window: str) -> int | None:
    """Return where the names that sign a picture begin, behind the last full stop; None where there are none."""
    for stop in reversed(list(re.finditer(r"[.!?][”\"’')]?\s+(?=[A-Z©@])", window))):
        rest = window[stop.end() :]
        if len(rest) > 90:
            return None
        if _SIGNED_PICTURE.fullmatch(rest) and not re.search(r"\d", rest):
            return stop.end()
    return None


def _follows_sentence(before: str, brackets: re.Match[str]) -> bool:
    """Tell whether the brackets stand after the end of a sentence, or after a caption without a full stop."""
    closed = before.rstrip().endswith((".", "!", "?", "”", '"', "’"))
    return bool(before.strip()) and (closed or not brackets.group().endswith("."))


def _credits_picture(brackets: re.Match[str]) -> bool:
    """Tell a picture's credit from other brackets; a wire's bare name credits a picture in square ones only."""
    inside = brackets.group("inside").strip()
    if re.search(_PICTURE, inside, re.IGNORECASE) and not re.search(r"\b(?:is|was|were|are|has|had|said)\b", inside):
        return bool(re.search(r"[A-Z]", inside)) and len(inside.split()) <= 16 and _is_credit_like(inside)
    labelled = _LABELLED.fullmatch(inside)
    if labelled and _is_named(labelled.group("names")):
        return True
    if _SLASHED.fullmatch(inside) and re.search(r"[a-z]", inside) and not re.search(r"\d", inside):
        return True
    is_wire = inside in WIRES or inside in PICTURES
    return (is_wire and brackets.group("open") == "[") or bool(
        re.fullmatch(rf"(?:by )?{_NAMED} {_NAMED}(?: {_NAMED})?,? (?:for )?(?:{_WIRE})", inside)
    )


def _is_credit_like(inside: str) -> bool:
    """Tell `Admiralty photograph`, `Name/Agency via AP` from `see picture below` and `the file was leaked`."""
    small = re.findall(r"(?<![\w’'])[a-z][\w’']*", inside)
    return sum(word not in _CREDIT_SMALL for word in small) <= ("/" in inside or " via " in inside)


_CREDIT_SMALL: Final = word_set(
    "via photo photograph photographs photos image images picture pictures by of the for and from courtesy",
    "handout pool file screengrab screenshot video frame grab illustration graphic satellite provided supplied",
    "released credit in at de al van von press office service archive official taken with screen capture undated",
)


def _is_named(names: str) -> bool:
    """Tell names after a label from a sentence: `Photo: Ana Brandt/Agency`, not `Photo: soldiers cross the river`."""
    words = re.findall(r"[^\W\d_][\w.'’-]*", names)
    small = [word for word in words if word[0].islower() and word not in _CREDIT_SMALL]
    return bool(words) and not small and len(words) <= 12 and any(word[0].isupper() for word in words)

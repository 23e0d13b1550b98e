"""
The words around a cue to where those stand to whom it was said, and whether an outlet beside it carried it.

Word order decides, for it is surer than a tree: whom a verb of telling addresses stands right after it ("told Putin",
"warned the Russian president"), whom other verbs address after "to" or "on" ("appealed to Iran", "called on both").
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from sayso.knowledge.spelling import fold
from sayso.resolve.setting import Setting
from sayso.spans import Span, Spans

_TELLS: Final = frozenset(
    """
    tell warn ask urge inform assure remind advise notify brief order instruct implore beg exhort press reassure caution
    beseech invite command convince persuade lecture
    """.split()
)
_SAYS_TO: Final = frozenset("say write speak appeal complain explain report confirm admit announce suggest".split())
_CALLS_ON: Final = frozenset("call prevail".split())
# What may stand between a verb and those whom it addresses, and between two of them.
_JOINT: Final = re.compile(r"\s+(?:(on|upon|to)\s+)?(?:the\s+)?", re.IGNORECASE)
_AND: Final = re.compile(r",?\s+and\s+(?:the\s+)?")
# What may stand between a name and the one that it only describes: "Yemen's Houthis", "the Paris paper Le Courrier".
_DESCRIBES: Final = re.compile(
    r"['\u2019]s?\s+(?:[a-z-]+\s+){0,2}|\s+(?:newspaper|paper|daily|broadcaster|agency|news agency)\s+"
)
_SHORT_PHRASE: Final = re.compile(
    r"(?:him|her|them|it|us|me|you)\b|(?:(?:his|her|its|their|[A-Z][a-z]+)\s)?(?:[a-z-]+\s){0,2}"
    r"(?:minister|president|premier|leader|government|parliament|council|alliance|bloc|king|ambassador|chancellor|chief)\b"
)
_CARRIED_BY: Final = re.compile(
    r"\b(?:according to|(?:quoted|cited)(?: as \w+)? by|(?:as )?reported by|carried by|monitored by|broadcast (?:by|on)"
    r"|published (?:by|in)|interview(?:ed)? (?:with|by|to|on|in)|told|speaking (?:to|on)|remarks (?:to|carried by)"
    r"|wrote in|writing in|comments to|in an article (?:in|for)|on|via|to|citing|quoting)\s+(?:[\w.\u2019'-]+ ){0,5}$"
)
_REPORTS: Final = re.compile(
    r"^(?:,? (?:reported|reports|quoted|quotes|cited|cites|said|says|wrote|carried|published|broadcast|news agency"
    r"|agency|also))\b"
)


def addressed(setting: Setting, cue: Spans | None, links: Collection[Span]) -> list[Span]:
    """
    Return the phrases for those whom a cue addresses, in text order.

    Args:
        setting: The article with its surroundings.
        cue: The words that attribute.
        links: The spans of which it is known what they stand for.
    """
    verb = _verb(setting, cue)
    joint = _JOINT.match(setting.text, verb[1]) if verb else None
    if verb is None or joint is None:
        return []
    lemma, by = verb[0], fold(joint[1] or "")
    fits = (
        (lemma in _TELLS and not by)
        or (lemma in _CALLS_ON and by in ("on", "upon"))
        or (lemma in _SAYS_TO and by == "to")
    )
    phrase = _phrase_at(setting.text, joint.end(), links) if fits else None
    found = []
    while phrase is not None:
        found.append(phrase)
        more = _AND.match(setting.text, phrase.end)
        phrase = _phrase_at(setting.text, more.end(), links) if more else None
    return found


def carries(text: str, outlet: Span, around: Span) -> bool:
    """Tell whether the words beside an outlet in some sentences say that it carried what was said there."""
    before, after = fold(text[around.start : outlet.start]), fold(text[outlet.end : around.end])
    return bool(_CARRIED_BY.search(before) or _REPORTS.match(after))


def _verb(setting: Setting, cue: Spans | None) -> tuple[str, int] | None:
    """Return the lemma of a cue's last verb that may address somebody, and where it ends."""
    for span in reversed(cue or ()):
        tree = setting.tree(span)
        verbs = [word for word in tree.words_in(span) if word.lemma in _TELLS | _CALLS_ON | _SAYS_TO] if tree else []
        if verbs:
            return verbs[-1].lemma, verbs[-1].span.end
    return None


def _phrase_at(text: str, start: int, links: Collection[Span]) -> Span | None:
    """Return the noun phrase that begins at a place: the longest name there, a pronoun, a role or body."""
    named = max((span for span in links if span.start == start), key=len, default=None)
    if named is None:
        found = _SHORT_PHRASE.match(text, start)
        return Span(*found.span()) if found else None
    described = _DESCRIBES.match(text, named.end)
    return (_phrase_at(text, described.end(), links) if described else None) or named

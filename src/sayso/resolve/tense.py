"""
Words around a time expression to the tense of its clause: whether "on Friday" was or will be.

A light reading of auxiliaries, verb endings and phrases of planning, for where no dependency tree is at hand. Firm
signs (a modal, an auxiliary, "scheduled for") come before soft ones (an infinitive, a word in -ed that may be an
adjective), what stands before the expression before what follows it, and the nearer before the farther.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from sayso.spans import Span


class Tense(StrEnum):
    """When what a clause tells of lies, seen from publication."""

    PAST = "past"
    FUTURE = "future"


_ADVERB = r"(?:\s+(?:not|also|now|again|soon|still|[a-z]+ly))?"
_PLANNED = "expected|scheduled|due|slated|planned|set|likely|supposed|poised|certain|bound|going|ready|about|forced"
_DATED = "expected|scheduled|due|slated|planned"
_PLANS = (
    r"plan(?:s|ned|ning)?|intend(?:s|ed)?|hope[sd]?|vow(?:s|ed)?|pledge[sd]?|promise[sd]?|agree[sd]?|want(?:s|ed)?|"
    r"need(?:s|ed)?|threaten(?:s|ed)?|prepar(?:es|ed|ing)|aim(?:s|ed)?|expect(?:s|ed)?|urge[sd]?|decide[sd]?|agreement|deal|pact|decision|order"
)
_PUT_OFF = "extended|prolonged|postponed|delayed|adjourned|suspended|deferred|rescheduled|put off|barred|jailed"
_MODAL = "will|won['’]t|shall|would|wouldn['’]t|may|might|could|must|should|can|cannot"
# Verbs of what is fixed in a calendar: their present tells of the future ("the deadline expires on Friday").
_FIXED = (
    r"expires?|begins|starts|opens|ends|closes|meets|convenes?|votes|arrives|resumes?|reopens|runs\s+out|"
    r"takes?\s+(?:effect|office|place)|comes?\s+into\s+(?:force|effect)|falls?\s+due"
)
_IRREGULAR = (
    "said|told|did|went|came|took|made|got|gave|left|met|held|led|fell|rose|began|broke|brought|built|caught|chose|cut|"
    "drew|drove|fought|flew|found|fled|hit|kept|knew|lost|paid|ran|sat|saw|sent|shot|shook|spoke|spent|stood|struck|"
    "swore|taught|thought|threw|won|wrote|wound|became|blew|sank|shed|fired|quit|hurt|shelled"
)
_NOT_INFINITIVE = r"(?!the\b|a\b|an\b|its\b|his\b|her\b|their\b|our\b|be\b)"
_NO_PREPOSITION = r"(?<!according\s)(?<!due\s)(?<!prior\s)(?<!up\s)(?<!close\s)(?<!led\s)"
# The groups are tried in this order at each word; the first takes the participle that belongs to it.
GROUP: Final = re.compile(
    rf"(?P<was>\bhad\s+been\s+(?:{_PLANNED})\b(?:\s+to\s+[a-z]+)?|\b(?:{_MODAL})\s+have\s+[a-z]+)"
    rf"|(?P<will>\b(?:{_MODAL})\b{_ADVERB}(?:\s+be)?{_ADVERB}(?:\s+[a-z]+)?|['’]ll\s+[a-z]+"
    rf"|\b(?:(?:is|are|was|were|be|been)\s+)?(?:(?:{_PLANNED})\s+(?:to\s+{_NOT_INFINITIVE}|to\s+be\s+|for\b)"
    rf"|(?:{_DATED})\s+(?:in|on|by)\b)(?:[a-z]+)?"
    rf"|\b(?:{_PLANS})\s+to\s+(?:be\s+)?[a-z]+|\b(?:(?:has|have|had)\s+)?(?:scheduled|planned|called\s+for)\s+(?:an?|the|its)\b"
    rf"|\b(?:(?:was|were|been|be|is|are)\s+)?(?:{_PUT_OFF})\s+(?:[a-z]+\s+)?(?:to|until|till|through)\b"
    rf"|\b(?:is|are)\s+to\s+(?:be\s+)?[a-z]+|\b(?:{_FIXED})\b|\bas\s+soon\s+as\b"
    rf"|\b(?:upcoming|forthcoming|deadline|ultimatum|scheduled|payable|effective)\b)"
    rf"|(?P<perfect>\b(?:has|have)\b{_ADVERB}(?:\s+been)?(?:\s+[a-z]+)?)"
    rf"|(?P<did>\bhad\b{_ADVERB}(?:\s+been)?(?:\s+[a-z]+)?|\b(?:was|were)\b{_ADVERB}(?:\s+being)?(?:\s+[a-z]+(?:ed|en)\b)?"
    rf"|\b(?:{_IRREGULAR})\b)"
    rf"|(?P<to>{_NO_PREPOSITION}\bto\s+(?:be\s+[a-z]+|{_NOT_INFINITIVE}[a-z]{{2,}}))"
    rf"|(?P<ed>\b[a-z]{{2,}}ed\b(?!-))"
)
CLAUSE_END: Final = re.compile(
    r"[;:“”\"]|\bthat\b|\bwhich\b|\bwho\b|\bwhile\b|\bbut\b|--|[–—]|\bwhen\b|(?<!soon )\bas\b(?! soon)|,\s+and\b"
)
FIRM: Final = {"was": Tense.PAST, "will": Tense.FUTURE, "perfect": Tense.PAST, "did": Tense.PAST}
SOFT: Final = {"to": Tense.FUTURE, "ed": Tense.PAST}
REACH: Final = 160  # characters looked at on either side
BESIDE: Final = 6  # characters, "on" and blanks: a verb so near to the expression is its own


def tense_near(text: str, sentence: Span, span: Span, *, until: bool = False) -> Tense | None:
    """
    Return the tense of the clause that a time expression stands in, None where no verb tells.

    Args:
        text: What the spans count in.
        sentence: The sentence of the expression.
        span: The expression.
        until: Whether it ends something ("until Friday"): then what has been so goes on into the future.
    """
    start, end = max(sentence.start, span.start - REACH), min(sentence.end, span.end + REACH)
    left, right = text[start : span.start], text[span.end : end]
    if right.startswith(("'s", "’s")):
        right = ""
    cut = max((found.end() for found in CLAUSE_END.finditer(left)), default=0)
    groups = list(GROUP.finditer(left))
    clause = [found for found in groups if found.end() > cut]
    chosen = _deciding(clause, len(left), until)
    follows = GROUP.match(right.lstrip())  # "the ministry on Sunday issued": the verb stands right behind
    if follows and follows.lastgroup != "to" and not left.rstrip().endswith((",", ".")):
        firm = any(found.lastgroup in FIRM for found in clause)
        chosen = chosen if firm else follows
    chosen = chosen or GROUP.search(right) or (groups[-1] if groups else None)
    return _tense(chosen, until) if chosen else None


def _deciding(groups: list[re.Match[str]], end: int, until: bool) -> re.Match[str] | None:
    """Return the verb group that decides for an expression that starts at `end`."""
    if not groups:
        return None
    last = groups[-1]
    if end - last.end() <= BESIDE and not until:
        return last
    return next((found for found in reversed(groups) if found.lastgroup in FIRM or (until and found["to"])), last)


def _tense(found: re.Match[str], until: bool) -> Tense:
    kind = found.lastgroup or "ed"
    if kind == "perfect" and until:
        return Tense.FUTURE
    return FIRM.get(kind) or SOFT[kind]

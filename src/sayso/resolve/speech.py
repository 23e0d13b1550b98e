"""
An attribution to what kind of saying it is: its form, what the source does by it, and how firmly it is put.

Cues decide first (`warned`, `ruled out`), then what the content holds (a modal, a hedge). The tables hold lemmas; each
row is one act of Searle's classes narrowed to crisis news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sayso.annotate.attributions import Attribution
from sayso.annotate.syntax import Word
from sayso.spans import Spans, words_of
from sayso.terms import Certainty, Form, SignalKind, SpeechAct

_ACTS: Final[Mapping[SpeechAct, str]] = {
    SpeechAct.WARN: "warn warning caution alert forewarn",
    SpeechAct.THREATEN: "threaten threat menace",
    SpeechAct.PROMISE: "promise pledge vow commit assure guarantee swear undertake reassure commitment assurance",
    SpeechAct.REFUSE: "refuse reject rule decline rebuff veto refusal rejection spurn balk exclude",
    SpeechAct.DENY: "deny dispute refute dismiss contradict disavow denial rebut repudiate",
    SpeechAct.ACCUSE: "accuse blame allege charge accusation allegation fault indict implicate",
    SpeechAct.DEMAND: "demand urge order instruct require appeal implore press exhort command ultimatum insist "
    "beg beseech plead entreat",
    SpeechAct.PROPOSE: "propose offer recommend invite proposal recommendation advocate float advise",
    SpeechAct.ACKNOWLEDGE: "acknowledge admit concede confirm recognise recognize accept confess grant agree",
    SpeechAct.PRAISE: "praise hail welcome applaud commend thank congratulate laud salute",
    SpeechAct.CRITICIZE: "criticize criticise condemn denounce slam blast deplore decry lament deride rebuke mock "
    "scold regret attack call brand lambast castigate complain object protest chide ridicule",
    SpeechAct.ASK: "ask question wonder inquire enquire query",
}
_ACT_OF: Final = {lemma: act for act, lemmas in _ACTS.items() for lemma in lemmas.split()}

_CALLS: Final = re.compile(r"\bcall(?:s|ed|ing)?\s+(?:\w+\s+)?(?:on|upon|for)\b", re.IGNORECASE)

_RUMOURS: Final = re.compile(
    r"(?:the |a |any |such )?(?:rumou?rs?|reports?|claims?|suggestions?|allegations?|accusations?|charges?)\b",
    re.IGNORECASE,
)
"""What is rejected or dismissed when that is a denial and no refusal; only asked of cues that reject."""

_BY_SIGNAL: Final[Mapping[SignalKind, SpeechAct]] = {
    SignalKind.WARNING: SpeechAct.WARN,
    SignalKind.THREAT: SpeechAct.THREATEN,
    SignalKind.PROMISE: SpeechAct.PROMISE,
    SignalKind.REFUSAL: SpeechAct.REFUSE,
    SignalKind.DEMAND: SpeechAct.DEMAND,
}

_HEARSAY: Final = re.compile(
    r"\b(?:reportedly|rumou?r(?:s|ed)?|allegedly|purportedly|supposedly|apparently|unconfirmed|it is said|are said to|"
    r"is said to|was said to|were said to)\b",
    re.IGNORECASE,
)
_POSSIBLE: Final = re.compile(
    r"\b(?:(?-i:may)|might|could(?! not|n['’]t)|possibl[ey]|perhaps|maybe|potentially|conceivabl[ey])\b",
    re.IGNORECASE,
)
_PROBABLE: Final = re.compile(
    r"\b(?:likely|probabl[ey]|probability|expect(?:s|ed)?|presumably|appears?|seems?|seemed|appeared|believe[sd]?|thinks?)\b",
    re.IGNORECASE,
)
_CUE_PROBABLE: Final = frozenset(
    "believe think expect suggest estimate assume fear hope suspect predict forecast reckon consider anticipate "
    "feel".split()
)
_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b")


def form_of(text: str, content: Spans) -> Form:
    """
    Return how a content is given.

    Direct where all of it stands in quotation marks, or where it has none but speaks in the first person and is not
    introduced by "that" (marks are lost when pages are copied); mixed where only part does; else indirect.
    """
    words = " ".join(span.of(text) for span in content).strip()
    quoted, outside = _split_quoted(words)
    if quoted and not outside:
        return Form.DIRECT
    if quoted:
        return Form.MIXED
    if not words.lower().startswith("that ") and _FIRST_PERSON.search(words):
        return Form.DIRECT
    return Form.INDIRECT


def _split_quoted(words: str) -> tuple[str, str]:
    """Return the letters inside quotation marks and those outside; a mark without its other half runs to the end."""
    inside: list[str] = []
    outside: list[str] = []
    depth = False
    for at, character in enumerate(words):
        before = words[at - 1] if at else " "
        if character in "“„«" or (character == '"' and not depth):
            depth = True
        elif character in "”»" or (character == '"' and depth):
            if not depth and not inside:
                inside, outside = outside, []
            depth = False
        elif character == "‘" and not before.isalnum():
            depth = True
        elif character.isalnum():
            (inside if depth else outside).append(character)
    return "".join(inside), "".join(outside)


def act_of(
    cue_words: Iterable[Word], cue: str, content: str, kinds: Iterable[SignalKind], negated: bool = False
) -> SpeechAct:
    """
    Return what the source does by saying it.

    Args:
        cue_words: The words of the cue.
        cue: The cue as written.
        content: The content as written.
        kinds: Kinds of the signals that the statement carries, surest first.
        negated: True where the cue is denied ("did not rule out"): then its act is not done.
    """
    if _CALLS.search(cue):
        return SpeechAct.DEMAND
    for word in cue_words:
        act = _ACT_OF.get(word.lemma)
        if word.lemma == "rule" and "out" not in cue.lower():
            continue
        if act is SpeechAct.REFUSE and _RUMOURS.match(content):
            return SpeechAct.DENY
        if act is not None and not negated:
            return act
    if content.rstrip(" ”\"'").endswith("?"):
        return SpeechAct.ASK
    return next((_BY_SIGNAL[kind] for kind in kinds if kind in _BY_SIGNAL), SpeechAct.ASSERT)


def _main(content: str) -> str:
    """Return the part of a content that it puts forward, without its conditions and relative clauses."""
    opened = re.match(r"[“\"‘']?(?:that )?(?:if|unless|should|when)\b[^,]*,", content, re.IGNORECASE)
    rest = content[opened.end() :] if opened else content
    return re.split(r"\b(?:if|unless|because|which|who|after)\b", rest, maxsplit=1)[0] or rest


def certainty_of(text: str, attribution: Attribution, cue_words: Iterable[Word], named: bool) -> Certainty:
    """
    Return how firmly a content is put.

    Args:
        text: The article's canonical text.
        attribution: What is judged.
        cue_words: The words of its cue.
        named: Whether somebody who can be named vouches for it.
    """
    cue = words_of(text, attribution.cue or ())
    content = words_of(text, attribution.content)
    if _HEARSAY.search(cue) or (not named and _HEARSAY.search(content)):
        return Certainty.HEARSAY
    main = _main(content)
    if _POSSIBLE.search(main):
        return Certainty.POSSIBLE
    if _PROBABLE.search(main) or any(word.lemma in _CUE_PROBABLE for word in cue_words):
        return Certainty.PROBABLE
    return Certainty.CERTAIN

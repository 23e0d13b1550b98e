"""
The vocabularies: every closed list of words that stands in an entry, with its meaning and where it comes from.

One word has one meaning in code, tables, URLs and on screen (docs/glossary.md). The members' values are what
CONTRACT prints. PLOVER here is the 16-type list of its 2021 manual.
"""

from __future__ import annotations

from enum import StrEnum


class ZoneKind(StrEnum):
    """What a stretch of an article is; only headline, dateline and body speak for the article itself."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    COMMENT = "comment"
    BOILERPLATE = "boilerplate"

    @property
    def is_aside(self) -> bool:
        """What stands here is never the article's own claim."""
        return self in (ZoneKind.CAPTION, ZoneKind.CREDIT, ZoneKind.COMMENT, ZoneKind.BOILERPLATE)


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    PLACE = "place"
    GROUP = "group"
    OUTLET = "outlet"


class Form(StrEnum):
    """How a content is given: in the source's words, in the reporter's, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeechAct(StrEnum):
    """What the source does by saying it (the `act` of a statement; Searle's classes, narrowed to crisis news)."""

    ASSERT = "assert"
    WARN = "warn"
    THREATEN = "threaten"
    PROMISE = "promise"
    REFUSE = "refuse"
    DENY = "deny"
    ACCUSE = "accuse"
    DEMAND = "demand"
    PROPOSE = "propose"
    ACKNOWLEDGE = "acknowledge"
    PRAISE = "praise"
    CRITICIZE = "criticize"
    ASK = "ask"


class Certainty(StrEnum):
    """How far the source holds the content true (FactBank's CT, PR, PS; hearsay where nobody vouches for it)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    HEARSAY = "hearsay"


class EventType(StrEnum):
    """The 16 event types of the PLOVER manual (https://github.com/openeventdata/PLOVER)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    CONCEDE = "CONCEDE"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Standing(StrEnum):
    """Whether the text says that an event happened (PLOVER's auxiliary modes)."""

    ACTUAL = "actual"
    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class SignalKind(StrEnum):
    """What a signal is (CONTRACT, "Signal kinds")."""

    WARNING = "warning"
    THREAT = "threat"
    PROMISE = "promise"
    COMMITMENT = "commitment"
    REFUSAL = "refusal"
    DEMAND = "demand"


class TimeType(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Outcome(StrEnum):
    """What became of a signal."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    AVERTED = "averted"
    LAPSED = "lapsed"


class Match(StrEnum):
    """How a slot of a move compares with a slot of a condition, best first (DESIGN section 5)."""

    SAME = "same"
    NARROWER = "narrower"
    BROADER = "broader"
    UNKNOWN = "unknown"
    CLASH = "clash"


class Judgement(StrEnum):
    """Whether two ids stand for the same thing; unsure is an answer, not a missing one."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


class Relation(StrEnum):
    """What two stories have in common (docs/copies.md)."""

    COPY = "copy"
    PASSAGE = "passage"
    QUOTATION = "quotation"


class Drift(StrEnum):
    """What was changed between an original and its copy."""

    WORDING = "wording"
    SENTENCE = "sentence"
    MARKS = "marks"


class CreditKind(StrEnum):
    """Where an article says whose text it is."""

    AGENCY = "agency"
    DATELINE = "dateline"
    BYLINE = "byline"
    CREDIT = "credit"
    BODY = "body"


class Ground(StrEnum):
    """What tells which of two copies was first, the strongest first (docs/copies.md)."""

    CREDIT = "credit"
    DATE = "date"
    AGENCY = "agency"
    COMPLETENESS = "completeness"


class OverlayKind(StrEnum):
    """What a person says over what was read; the reading below stays (docs/review.md)."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    OUTCOME = "outcome"
    RETRACT = "retract"
    MERGE = "merge"
    SPLIT = "split"
    APART = "apart"

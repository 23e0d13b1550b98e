"""
Passages to evidence: sentences that tell of a signal again and, with it, what came of it.

"The strike that they had threatened did not take place", "although it had promised to leave", "withdrew his threat to
close the port", "as promised": reporters name a signal again when they tell how it ended. A sentence tells of a signal
again where it names its kind ("threatened", "pledge"), has something of what it is about, and is not given to somebody
else; a date that it gives for the making must be that of the making.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.ledger.claims import Claim, Turn, side_of
from sayso.ledger.clauses import Clause, acts_of
from sayso.ledger.evidence import Evidence, Shows
from sayso.ledger.hearing import Spoken, place_of
from sayso.ledger.tokens import BE, BREAKS, NOT, Token, Told, meet, tokens, told
from sayso.ledger.wanted import Wanted
from sayso.ledger.wording import echoes, recall, share_of
from sayso.record.entries import Time
from sayso.record.passages import Passage
from sayso.resolve.edtf import bounds
from sayso.spans import Span
from sayso.terms import SignalKind, TimeType
from sayso.weigh.frames import Knows

NEUTRAL: Final = frozenset("say announce declare state tell insist add write mean".split())
KINDS: Final[Mapping[str, frozenset[SignalKind]]] = {
    **dict.fromkeys(("threaten", "threat"), frozenset({SignalKind.THREAT, SignalKind.WARNING, SignalKind.DEMAND})),
    **dict.fromkeys(("warn", "warning"), frozenset({SignalKind.THREAT, SignalKind.WARNING})),
    **dict.fromkeys(
        ("promise", "pledge", "vow", "swear", "undertake", "undertaking", "commit", "commitment", "guarantee", "word"),
        frozenset({SignalKind.PROMISE, SignalKind.COMMITMENT, SignalKind.REFUSAL, SignalKind.THREAT}),
    ),
    **dict.fromkeys(("refuse", "refusal", "rule", "reject"), frozenset({SignalKind.REFUSAL})),
    **dict.fromkeys(
        ("demand", "ultimatum", "deadline", "insist", "ask", "call"), frozenset({SignalKind.DEMAND, SignalKind.THREAT})
    ),
}
"""Words by which a signal is told of again, and of which kinds they tell."""
NOUNS: Final = r"(?:threat|warning|promise|pledge|vow|offer|demand|ultimatum|refusal|undertaking|commitment|word)s?"
"""Nouns for what was signalled."""
WHOSE: Final = r"(?:(?:his|her|its|their|the|a|an|that|this)\s+)?"
BACK: Final = re.compile(
    r"\b(?:withdr(?:ew|awn|aws)|drop(?:ped|s)|retract(?:ed|s)|rescind(?:ed|s)|lift(?:ed|s)|t(?:ook|aken?) back|"
    r"recant(?:ed|s)|abandon(?:ed|s)|revok(?:ed|es)|walk(?:ed|s) back|disown(?:ed|s)|shelv(?:ed|es)|g(?:ave|iven) up|"
    rf"forg(?:ot|otten))\s+{WHOSE}(?:[\w-]+\s+)?{NOUNS}",
    re.I,
)
"""How a signal is taken back."""
HELD: Final = re.compile(
    r"\bas (?:(?:it|he|she|they|we|\w+) (?:had |has |have )?)?"
    r"(?:promised|threatened|warned|pledged|vowed|announced|agreed)\b|"
    r"\b(?:kept|keeps?|held to|stuck to|st(?:ood|ands?) by|honou?r(?:ed|s)?|fulfil(?:led|ls|l|s)?|"
    r"m(?:ade|ake|akes) good(?: on)?|liv(?:ed|es?) up to|carr(?:ied|ies|y) out|act(?:ed|s)? on|ma(?:de|kes?) real|"
    r"deliver(?:ed|s)? on|w(?:ent|gone) (?:ahead|through) with|go(?:es)? (?:ahead|through) with|"
    rf"follow(?:ed|s)? (?:through on|up)|redeem(?:ed|s)?|true to|as good as)\s+{WHOSE}(?:[\w-]+\s+)?{NOUNS}",
    re.I,
)
"""How it is kept."""
BROKEN: Final = re.compile(
    r"\b(?:broke|breaks|broken|w(?:e|a)nt back on|goes back on|gone back on|reneged on|dishonou?red|fell short of|"
    r"backed (?:down|away|off)(?: from| on)?|climbed down from|fail(?:ed|s) on|"
    r"violated|in breach of|in violation of|contrary to|despite|in spite of|ignoring|defying|in defiance of)\s+"
    rf"{WHOSE}(?:[\w-]+\s+){{0,3}}?{NOUNS}|"
    rf"\b{NOUNS} (?:was|were|has been|have been|had been|proved|remained|turned out) "
    r"(?:never (?:carried out|kept|made good|acted on)|not (?:carried out|kept|made good|acted on)|broken|empty|hollow|"
    r"idle|a bluff|a dead letter|unfulfilled)\b|"
    r"\b(?:did|does|has|have|had)(?: not|n['’]t) (?:take|taken) place|\bafter all\b|\b(?:empty|idle|hollow) threats?\b|"
    r"\bnever (?:came|carried out|followed)\b|\bc[ao]me to nothing\b|\bnothing (?:has |had )?(?:c[ao]me of|followed)\b|"
    r"\b(?:did|has done|have done|had done) nothing\b|\btook no action\b|\bheld (?:its|his|her|their) (?:fire|hand)\b",
    re.I,
)
"""How it is broken."""
REFUTED: Final = re.compile(r"(?:\b(?:not|never|hardly)|n['’]t|\bfail(?:ed|s) to)(?: \w+)?\s*$", re.I)
"""Words before what would tell that a signal was kept, broken or taken back, which say that it was not."""
UNSURE: Final = re.compile(
    r"\b(?:(?i:will|would|shall|might|could|can|should|must|if|whether|unless)|may)\b"
    r"(?:(?!\b(?:which|who|that)\b)[^,;:])*$|"
    r"(?<!failed )(?<!refused )(?<!declined )(?<!went on )(?<!proceeded )\b(?i:to)\s+(?:\w+\s+)?$"
)
"""Words before it which say that it is to come, or may."""
THOUGH: Final = re.compile(r"\b(?:although|though|even though|while|despite having|after having|having)\b", re.I)
"""Conjunctions by which a signal is held against a deed."""
ONWARD: Final = re.compile(
    r"\b(?:resum(?:ed|es)|(?:begun|began|started|starts|begins) again|continu(?:ed|es)|go(?:es)? on|went on|gone on|"
    r"return(?:ed|s)|remain(?:ed|s)|still)\b",
    re.I,
)
"""How what was to end is said to go on."""
ENDING: Final = frozenset("end stop halt cease finish stem curb".split())
"""Verbs of promises that something ends."""
AND_DID: Final = re.compile(
    r"\b(?:and|but) (?:it|he|she|they|we) (?:did not|didn['’]t|never did|did|has|have|had)\b(?=[.,;!]|$)|"
    r"\b(?:did not|didn['’]t|never|did|has not|has|have not|have|had not|had) (?:do|done )?"
    r"(?:so|just that|exactly that|just so)\b",
    re.I,
)
ANSWER: Final = re.compile(
    r"(?:(?:but|and|so) )?(?:it|he|she|they|we|none|nobody|no one|neither|nothing)"
    r"(?: \w+)? (?:did not|didn['’]t|never did|never has|did|has not|have not)\b[.!]?$",
    re.I,
)
"""Short answers to what was told of: in the same sentence, and as a sentence of their own."""
DENIED: Final = re.compile(r"\b(?:not|never|none|nobody|no one|neither|nothing)\b|n['’]t\b", re.I)
PERFECT: Final = re.compile(r"\bhad\b", re.I)
SURE: Final = 0.45
"""
Likeness from which a sentence tells of a signal again. Set by hand; no outcome of crises A, C and D changes from 0.35
to 0.55.
"""
SURE_ALONE: Final = 0.6
"""Share of what a signal is about that a sentence must have where it does not say whose signal it is. By hand."""
PRONOUNS: Final = frozenset("he she it they we i his her its their our my".split())
DATED, KINDRED = 0.25, 0.15
"""What a fitting date of making, and a word for its very kind, add to the share of what it is about; set by hand."""
WEIGHT: Final = 0.9
"""Weight of what a reporter says of a signal in passing; set by hand."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """
    Where a sentence tells of a signal again.

    Attributes:
        at: Place of the word that tells of it.
        words: Tokens of the sentence.
        likeness: How like it is to the signal, 0 to 1 and more.
    """

    at: int
    words: tuple[Token, ...]
    likeness: float


def retold(wanted: Wanted, found: Iterable[Spoken], known: Knows) -> Iterator[Evidence]:
    """Yield what some passages say came of a claim where they tell of it again."""
    for passage, words in found:
        if passage.publication.id == wanted.claim.view.article["id"] or not is_later(wanted.claim, passage):
            continue
        again = _retelling(wanted, passage, words, known)
        if again is not None:
            for shows, sentence in _came_of_it(wanted, passage, again, known):
                yield told_evidence(shows, sentence, passage)


def is_later(claim: Claim, passage: Passage) -> bool:
    """Tell whether a passage was published for certain after a claim was made."""
    return date.fromisoformat(passage.published[0]) > claim.made[1]


def _retelling(wanted: Wanted, passage: Passage, words: tuple[Token, ...], known: Knows) -> Retelling | None:
    """Return where a sentence tells of a claim again, None where it does not."""
    claim = wanted.claim
    for at, word in enumerate(words):
        kinds = KINDS.get(word.verb) or KINDS.get(word.noun)
        neutral = word.verb in NEUTRAL and any(one.low == "had" for one in words[max(0, at - 2) : at])
        if not (neutral or (kinds and claim.signal.kind in kinds)):
            continue
        by_sender = _by_sender(wanted, words, at, known)
        if by_sender is False:
            continue
        dated = _made_then(claim, passage, _own_clause(passage, words, at))
        if dated is False:
            return None
        share = max(
            (recall(one, words) for one in (wanted.said.condition, wanted.said.consequence) if one), default=0.0
        )
        likeness = share + DATED * (dated is True) + KINDRED * (not neutral)
        if share > 0 and likeness >= SURE and (by_sender or share >= SURE_ALONE):
            return Retelling(at, words, likeness)
    return None


def _by_sender(wanted: Wanted, words: Sequence[Token], at: int, known: Knows) -> bool | None:
    """Tell whether a sentence gives the signal that it tells of to the sender; None where it names nobody for it."""
    side = side_of(wanted.claim, known)
    if wanted.said.consequence is not None:
        side |= wanted.said.consequence.doer
    near = next((word.names for word in reversed(words[:at]) if word.names), frozenset())
    if not side or any(meet(word.names, side) for word in words):
        return True
    if near:
        return False
    return True if any(word.low in PRONOUNS for word in words[max(0, at - 3) : at + 3]) else None


def _own_clause(passage: Passage, words: Sequence[Token], at: int) -> Span:
    """Return where the part of a sentence stands that tells of a signal, between colons, semicolons and dashes."""
    first = next((i + 1 for i in range(at - 1, -1, -1) if words[i].low in BREAKS), 0)
    last = next((i - 1 for i in range(at + 1, len(words)) if words[i].low in BREAKS), len(words) - 1)
    return Span(place_of(passage, words, first).start, place_of(passage, words, last).end)


def _made_then(claim: Claim, passage: Passage, clause: Span) -> bool | None:
    """Tell whether a date in a clause is that of the making; None where it has none that could be."""
    found: list[bool] = []
    for one in passage.entries:
        if isinstance(one, Time) and one.span in clause and one.type in (TimeType.DATE, TimeType.TIME):
            first, last = bounds(one.edtf)
            if first is not None and last is not None and (last - first).days >= 6:
                found.append(first <= claim.made[1] and claim.made[0] <= last)
    return any(found) if found else None


# ---- what came of it


def _came_of_it(wanted: Wanted, passage: Passage, again: Retelling, known: Knows) -> Iterator[tuple[Shows, str]]:
    sentence, onward = passage.words, f"{passage.words} {passage.after}".strip()
    back, held, broken = (_found(pattern, sentence) for pattern in (BACK, HELD, BROKEN))
    if back:
        yield Shows.WITHDRAWN, sentence
    elif held:
        yield _as_announced(wanted), sentence
    elif broken or held is False or _held_against(sentence, again):
        yield _contrary(wanted), sentence
    elif (shown := _answered(wanted, passage, again)) is not None:
        yield shown, onward
    elif _goes_on(wanted, passage, known):
        yield _contrary(wanted), onward
    elif (shown := _before(wanted, passage, again, known)) is not None:
        yield shown, f"{passage.before} {sentence}"


def _found(pattern: re.Pattern[str], sentence: str) -> bool | None:
    """Tell whether a sentence says a thing (True) or that it is not so (False); None where it says neither."""
    told_of = [match for match in pattern.finditer(sentence) if not _is_to_come(sentence, match)]
    found = [REFUTED.search(sentence, 0, match.start()) is None for match in told_of]
    return any(found) if found else None


def _is_to_come(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether what would tell of a signal's end is to come: "doubts that it will make good on its threat"."""
    return "after all" not in match.group().lower() and UNSURE.search(sentence, 0, match.start()) is not None


def _as_announced(wanted: Wanted) -> Shows:
    return Shows.UNDONE if wanted.abstains else Shows.DONE


def _contrary(wanted: Wanted) -> Shows:
    return Shows.DONE if wanted.abstains else Shows.UNDONE


def _held_against(sentence: str, again: Retelling) -> bool:
    """Tell whether a signal is told of behind "although" and in the past perfect: held against what was done."""
    behind = THOUGH.search(sentence)
    told_at = sentence.find(again.words[again.at].text)
    if behind is None or behind.start() >= told_at:
        return False
    return PERFECT.search(sentence[behind.start() : told_at]) is not None


def _answered(wanted: Wanted, passage: Passage, again: Retelling) -> Shows | None:
    """Return what a bare "and it did", "they never did", "none did" says of the clause that was told of last."""
    found = AND_DID.search(passage.words) or ANSWER.match(passage.after)
    if found is None:
        return None
    denied = DENIED.search(found.group()) is not None
    if _last_told(wanted, again) is wanted.said.condition:
        if denied and wanted.claim.turn is Turn.IF and wanted.claim.due is None:
            return None  # it has not come so far: nobody gave way
        return Shows.STAYED if denied else Shows.CAME
    return _contrary(wanted) if denied else _as_announced(wanted)


def _last_told(wanted: Wanted, again: Retelling) -> Clause | None:
    """Return which clause of a signal a sentence tells of last."""
    places = [(_last_place(one, again.words), one) for one in (wanted.said.condition, wanted.said.consequence) if one]
    return max(places, key=lambda place: place[0], default=(0, None))[1]


def _last_place(asked: Clause, words: Sequence[Token]) -> int:
    about = {word.noun for thing in asked.things for word in (*thing.modifiers, thing.head)}
    found = [i for i, word in enumerate(words) if word.verb == asked.verb or word.noun in about]
    return max(found, default=-1)


def _goes_on(wanted: Wanted, passage: Passage, known: Knows) -> bool:
    """Tell whether what was to end is said to go on, here or in the sentence after."""
    asked = wanted.said.consequence
    if asked is None or asked.verb not in ENDING:
        return False
    start = passage.end + 1
    further = tokens(passage.after, start, passage.entities, known)
    return ONWARD.search(passage.words) is not None or (
        ONWARD.search(passage.after) is not None and share_of(asked, further) > 0
    )


def _before(wanted: Wanted, passage: Passage, again: Retelling, known: Knows) -> Shows | None:
    """Return what the sentence before one that tells of a signal again shows of it: the same doer, the same deed."""
    asked = wanted.said.consequence
    if asked is None or not passage.before:
        return None
    words = tokens(passage.before, passage.start - len(passage.before) - 1, passage.entities, known)
    verbs = [one for one in (asked.verb, _announced(again)) if one is not None]
    bare = (Clause(verb, acts_of(verb, False), (), asked.doer, asked.negative) for verb in verbs)
    for echo in (echo for one in bare for echo in echoes(one, words)):
        said = told(words, echo.at)
        if said is Told.DONE:
            return Shows.DONE
        if said is Told.NOT_DONE:
            return Shows.UNDONE
        if said is (Told.TO_COME if wanted.abstains else Told.NOT_TO_COME):
            return Shows.WITHDRAWN
    return None


def _announced(again: Retelling) -> str | None:
    """Return the verb of what a sentence says was announced: "had said that it would license no arms"."""
    behind = again.words[again.at + 1 :]
    helped = (i for i, word in enumerate(behind) if word.low in ("would", "will", "to"))
    found = (word for i in helped for word in behind[i + 1 : i + 3] if word.is_word and word.low not in (*NOT, *BE))
    return next((word.verb for word in found), None)


def told_evidence(shows: Shows, sentence: str, passage: Passage) -> Evidence:
    """Return what a passage tells in its own words as evidence of the day of its publication."""
    published = date.fromisoformat(passage.published[0]), date.fromisoformat(passage.published[1])
    return Evidence(
        id=None,
        shows=shows,
        first=published[0],
        last=published[1],
        when=passage.publication.published or "",
        sentence=sentence,
        article=passage.publication.id,
        outlet=passage.publication.outlet,
        published=passage.publication.published,
        weight=WEIGHT,
    )

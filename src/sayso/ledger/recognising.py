"""
Passages to evidence by likeness: what the matcher takes for a signal's condition come true, or its consequence done.

Asked last, of a half of which neither acts nor words have shown anything: "the Treasury froze their assets" is what
"if our money is touched" was about. A sentence that tells of something done is put in the present, as moves are worded,
and read with the rule. No "if", "would" or "not" may stand in it: a signal said again is the likest of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.acts.tokens import third_person
from sayso.annotate.lemmas import is_past, lemma
from sayso.encode.matcher import shipped_matcher
from sayso.encode.pairs import Rule
from sayso.ledger.claims import side_of
from sayso.ledger.clauses import Clause
from sayso.ledger.evidence import NOT_YET, Evidence, Shows
from sayso.ledger.hearing import Heard, Spoken, evidence_at, place_of
from sayso.ledger.slots import is_of_another
from sayso.ledger.tokens import BE, DETERMINERS, DO, FAILING, HAVE, IF, MODALS, NOBODY, NOT, Told, told
from sayso.ledger.wanted import Wanted
from sayso.ledger.wording import is_another
from sayso.record.entries import Event
from sayso.spans import cover
from sayso.terms import Standing
from sayso.weigh.frames import Knows
from sayso.weigh.matching import names_of

ENOUGH: Final = 0.0
"""
Score from which a sentence tells of what a rule is about. On crises c, d, e and g (180 outcomes) and f and l (57) two
were tried: from -1 143 and 41 are right, from 0 144 and 41; the matcher that shipped before had 144 and 43 from -1.
"""
READ: Final = 4
"""Sentences that are read for a half at most, those with most of its words first; set by hand."""
IRREGULAR: Final = {"be": "is", "have": "has"}
PRESENT: Final = {"was": "is", "were": "are", "had": "has", "did": "does"}
HELPERS: Final = BE | HAVE | DO | MODALS | NOT | DETERMINERS | frozenset(("to",))
"""Words behind which a form in -ed is no past tense."""
MIGHT: Final = IF | MODALS | NOT | NOBODY
"""Words of sentences that tell of what might be, or is not."""
WORD: Final = re.compile(r"\w+|\W+")


def recognised(wanted: Wanted, found: Iterable[Spoken], known: Knows, shown: Iterable[Evidence]) -> Iterator[Evidence]:
    """
    Yield what some passages show of a claim's halves, each half of which nothing was shown.

    Args:
        wanted: The claim, with what it turns on.
        found: Passages that may speak of it again, with their tokens.
        known: Tables of who speaks for whom.
        shown: What acts and words have shown of it.
    """
    told_of = {one.shows for one in shown}
    view, said = wanted.claim.weighed, wanted.said
    condition, consequence = view.signal.condition, view.signal.consequence
    heard = [one for one in (Heard(wanted, *spoken, known) for spoken in found) if _is_deed(one)]
    if condition and said.condition and not (said.condition.negative or told_of & {Shows.CAME, Shows.STAYED}):
        rule = Rule(view.text, condition, consequence or (), if_not=False)
        yield from _of_half(said.condition, rule, Shows.CAME, heard)
    if consequence and said.consequence and not (wanted.abstains or told_of & {Shows.DONE, Shows.UNDONE}):
        rule = Rule(view.text, consequence, condition or consequence, if_not=False)
        yield from _of_half(said.consequence, rule, Shows.DONE, heard)


def _of_half(asked: Clause, rule: Rule, shows: Shows, heard: Sequence[Heard]) -> Iterator[Evidence]:
    forms = [{form for word in one.words for form in (word.low, word.noun)} for one in heard]
    shared = [(len(asked.look_for & held), one) for held, one in zip(forms, heard, strict=True)]
    for _, one in sorted((each for each in shared if each[0]), key=lambda each: -each[0])[:READ]:
        if any(word.verb in FAILING for word in one.words) and not any(word.verb in FAILING for word in asked.words):
            continue  # "had refused to pay" is no paying
        at = _deed(one, asked, shows)
        if at is None or is_of_another(asked, one.words, at, one.known):
            continue
        if _score(one, rule) >= ENOUGH:
            yield from (replace(each, alike=True) for each in evidence_at(one, shows, at))


def _is_deed(one: Heard) -> bool:
    """Tell whether a passage is of another article and tells of nothing that might be, or that is not."""
    if one.is_own_article or NOT_YET.search(one.passage.words):
        return False
    return not any(word.low in MIGHT or word.low.endswith("n't") for word in one.words)


def _deed(one: Heard, asked: Clause, shows: Shows) -> int | None:
    """Return the token of a verb that a passage tells as done, by nobody who is known to be another than who was to."""
    doer = asked.doer or (side_of(one.claim, one.known) if shows is Shows.DONE else frozenset())
    for event in one.passage.entries:
        if not isinstance(event, Event) or event.standing is not Standing.ACTUAL:
            continue
        at = _at(one, event)
        if at is not None and told(one.words, at) is not Told.NOT_DONE and not is_another(doer, one.actors(event)):
            return at
    return None


def _at(one: Heard, event: Event) -> int | None:
    """Return the token at which an event's cue begins."""
    cue = cover(event.cue)
    return next((at for at in range(len(one.words)) if place_of(one.passage, one.words, at).overlaps(cue)), None)


def _score(one: Heard, rule: Rule) -> float:
    words = presently(one.passage.words)
    return shipped_matcher().score(words, rule, names_of(words, rule, one.known, one.claim.made[1]))


def presently(words: str) -> str:
    """Return a sentence with its past tenses as present ones, as far as its words alone tell: "froze" as "freezes"."""
    found: list[str] = []
    before = ""
    for part in WORD.findall(words):
        low = part.lower()
        if low in PRESENT:
            found.append(PRESENT[low])
        elif part[0].islower() and before not in HELPERS and is_past(low):
            base = lemma(low, "VERB")
            found.append(IRREGULAR.get(base) or third_person(base))
        else:
            found.append(part)
        before = low if part[0].isalnum() else before
    return "".join(found)

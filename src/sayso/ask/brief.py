"""
A ledger to the red-line sheet of an actor: what it said and was told, how firmly, what came of it, what changed.

Every line is in the words of an article and has its footnotes: the sentence, its article, outlet, date and the SHA-256
of the bytes. What is live (open) stands first, what was settled since a day stands under what changed; one signal said
five times is one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Final

from sayso.ask.ledgers import named, once
from sayso.knowledge.spelling import in_sentence
from sayso.ledger.claims import Claim, side_of, targets_of
from sayso.ledger.evidence import Evidence
from sayso.ledger.firmness import NAMES
from sayso.ledger.ledger import Line, ledger
from sayso.ledger.lives import Saying
from sayso.record.store import Record
from sayso.spans import in_quotes
from sayso.terms import Form, Outcome, SignalKind
from sayso.weigh.frames import Knows

RECENT: Final = timedelta(days=21)
"""How far "what changed" looks back where no day is given: as long as a passed deadline waits for news."""
GROUPS: Final[Mapping[str, frozenset[SignalKind]]] = {
    "Red lines": frozenset({SignalKind.WARNING, SignalKind.THREAT, SignalKind.DEMAND}),
    "Refusals": frozenset({SignalKind.REFUSAL}),
    "Promises and standing commitments": frozenset({SignalKind.PROMISE, SignalKind.COMMITMENT}),
}


@dataclass(frozen=True, slots=True)
class Footnote:
    """
    What a line of the sheet rests on.

    Attributes:
        number: As it is referred to.
        entry: Id of the entry, None where none was read from the sentence.
        sentence: The words of the article.
        article: Id.
        outlet: Who published it, or None.
        published: EDTF, or None.
        sha256: Of the bytes of the article.
    """

    number: int
    entry: str | None
    sentence: str
    article: str
    outlet: str | None
    published: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something told of a signal, with the numbers of the footnotes that it rests on."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """
    A signal on the sheet.

    Attributes:
        kind: Of the signal.
        who: Names of sender and target.
        quote: Its exact words.
        notes: Numbers of the footnotes of the quotation.
        remarks: When and by how many it was said, its condition and outcome, how it hardened, softened or was altered.
    """

    kind: str
    who: str
    quote: str
    notes: tuple[int, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    The red-line sheet.

    Attributes:
        title: Whose it is.
        day: As of when.
        since: From when on changes are told.
        sections: In order.
        footnotes: By number.
    """

    title: str
    day: date
    since: date
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]


@dataclass(slots=True)
class _Notes:
    """Footnotes being numbered in the order in which they are needed; one sentence has one number."""

    record: Record
    found: dict[tuple[str, str], Footnote] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    def of_claim(self, claim: Claim) -> int:
        article = claim.view.article
        self.digests[article["id"] or ""] = claim.sha256
        return self._number(
            claim.signal.id, claim.view.sentence, article["id"] or "", article["outlet"], article["published"]
        )

    def of_evidence(self, one: Evidence) -> int:
        return self._number(one.id, one.sentence, one.article, one.outlet, one.published)

    def _number(self, entry: str | None, sentence: str, article: str, outlet: str | None, published: str | None) -> int:
        known = self.found.get((article, sentence))
        if known is None:
            digest = self._digest(article)
            known = Footnote(len(self.found) + 1, entry, sentence, article, outlet, published, digest)
            self.found[article, sentence] = known
        return known.number

    def _digest(self, article: str) -> str:
        if article not in self.digests:
            reading = self.record.reading(article)
            self.digests[article] = reading.article.sha256 if reading else ""
        return self.digests[article]


def brief(record: Record, known: Knows, actor: str, towards: str | None, day: date, since: date | None = None) -> Sheet:
    """
    Return the red-line sheet of an actor.

    Args:
        record: The record.
        known: Tables of who belongs to whom.
        actor: Name or id: by and towards whom.
        towards: Name or id: only what passed between the two, None for all.
        day: As of when.
        since: From when on changes are told; 21 days before by default.

    Raises:
        UsageError: Nobody in the record has such a name.
    """
    start = since or day - RECENT
    own = named(record, actor)
    other = named(record, towards) if towards else None
    sent = _Side(known, own, other)
    got = _Side(known, other, own)
    found = ledger(record, known, day, chosen=lambda claim: sent.sends(claim) or got.sends(claim))
    earlier = once(ledger(record, known, start - timedelta(days=1)))
    before = {line.life.made.group: line.fate.outcome for line in earlier}
    lines = once(found)
    notes = _Notes(record)
    sections = [
        *_live(f"By {in_sentence(actor)}", [line for line in lines if sent.sends(line.claim)], notes),
        *_live(f"Towards {in_sentence(actor)}", [line for line in lines if got.sends(line.claim)], notes),
        Section(f"What changed since {start.isoformat()}", tuple(_changed(lines, before, start, notes))),
    ]
    title = f"{actor} and {towards}" if towards else actor
    return Sheet(title, day, start, tuple(one for one in sections if one.items), tuple(notes.found.values()))


@dataclass(frozen=True, slots=True)
class _Side:
    """Tells which claims go from one party (None for anyone) to another (None for anyone)."""

    known: Knows
    sender: frozenset[str] | None
    target: frozenset[str] | None

    def sends(self, claim: Claim) -> bool:
        sender, target = side_of(claim, self.known), targets_of(claim, self.known)
        if self.sender is not None and self.sender.isdisjoint(sender):
            return False
        return self.target is None or not self.target.isdisjoint(target)


def _live(title: str, lines: Sequence[Line], notes: _Notes) -> Iterator[Section]:
    for group, kinds in GROUPS.items():
        held = [line for line in lines if line.fate.outcome is Outcome.OPEN and line.claim.signal.kind in kinds]
        yield Section(f"{title}: {group.lower()}", tuple(_item(line, notes) for line in held))


def _changed(lines: Iterable[Line], before: Mapping[str, Outcome], start: date, notes: _Notes) -> Iterator[Item]:
    """Yield the signals that were made, or of which the outcome changed, since a day."""
    for line in lines:
        was = before.get(line.life.made.group)
        if was is None and line.life.made.made[1] >= start:
            yield _item(line, notes, "new")
        elif was is not None and was is not line.fate.outcome:
            yield _item(line, notes, f"was {was.value}")


# ---- one line


def _item(line: Line, notes: _Notes, change: str | None = None) -> Item:
    claim = line.claim
    names = {one.id: one.name for one in claim.view.entities.values()}
    targets = ", ".join(names.get(one, one) for one in claim.signal.target)
    who = f"{claim.view.source or 'nobody named'}{f' to {targets}' if targets else ''}"
    remarks = [*_said(line, notes), _outcome(line, notes, change), *_drift(line, notes)]
    return Item(claim.signal.kind.value, who, claim.view.sentence, (notes.of_claim(claim),), tuple(remarks))


def _said(line: Line, notes: _Notes) -> Iterator[Remark]:
    """Yield when it was first and last said, by how many outlets, and each step at which its firmness changed."""
    life, reports = line.life, line.claim.view.reports
    outlets = f"{reports} independent outlet{'' if reports == 1 else 's'}"
    first, last = life.made, life.sayings[-1]
    marks = tuple(dict.fromkeys(notes.of_claim(one.claims[0]) for one in (first, last)))
    times = f"said on {first.made_at}" if first is last else f"first said on {first.made_at}, last on {last.made_at}"
    yield Remark(f"{times}; carried by {outlets}", marks)
    if first is not last:
        words = in_quotes(first.claims[0].view.sentence)
        yield Remark(f"first in the words {words}", (notes.of_claim(first.claims[0]),))
    for old, new in zip(life.sayings, life.sayings[1:], strict=False):
        if new.firmness.level != old.firmness.level:
            turn = "hardened" if new.firmness.level > old.firmness.level else "softened"
            yield Remark(
                f"{turn} on {new.made_at}: from {_firm(old)} to {_firm(new)}",
                (notes.of_claim(old.claims[0]), notes.of_claim(new.claims[0])),
            )


def _firm(one: Saying) -> str:
    marked = f' ("{one.firmness.words}")' if one.firmness.words else ""
    return f"{NAMES[one.firmness.level]}{marked}"


def _outcome(line: Line, notes: _Notes, change: str | None) -> Remark:
    fate = line.fate
    unknown = "no condition" if line.claim.signal.condition is None else "whether its condition came is not known"
    met = {True: "condition met", False: "condition not met", None: unknown}[fate.condition_met]
    due = f"; due by {fate.due.isoformat()}" if fate.due is not None else ""
    marks = tuple(dict.fromkeys(notes.of_evidence(one) for one in fate.evidence))
    return Remark(f"{fate.outcome.value}{f' ({change})' if change else ''}: {fate.reason}; {met}{due}", marks)


def _drift(line: Line, notes: _Notes) -> Iterator[Remark]:
    """Yield how outlets changed the words of one saying: their reports against the first."""
    for saying in line.life.sayings:
        first = saying.claims[0]
        for other in saying.claims[1:]:
            edits = list(_edits(first, other)) if _is_changed(first, other) else []
            if edits and other.view.article["id"] != first.view.article["id"]:
                outlet = other.view.article["outlet"] or "another outlet"
                yield Remark(f"{outlet} has {'; '.join(edits)}", (notes.of_claim(first), notes.of_claim(other)))


CHANGED: Final = 0.7
"""Likeness of words, in their order, from which one wording is another that was changed; set by hand."""


def _words(claim: Claim) -> list[str]:
    return f"{claim.words('condition')} {claim.words('consequence')}".split()


def _is_changed(first: Claim, other: Claim) -> bool:
    """Tell whether one wording can be the other, changed: two quotations, or mostly the same words; no paraphrase."""
    if first.form is Form.DIRECT and other.form is Form.DIRECT:
        return True
    return SequenceMatcher(None, _words(first), _words(other), autojunk=False).ratio() >= CHANGED


def _edits(first: Claim, other: Claim) -> Iterator[str]:
    """Yield the changes from one wording to another, each in words; what the sentence has beside a half is not lost."""
    before, after = _words(first), _words(other)
    there, here = (" ".join(one.view.sentence.split()).casefold() for one in (first, other))
    for op, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        was, now = " ".join(before[a:b]), " ".join(after[c:d])
        is_new, is_gone = now.casefold() not in there, was.casefold() not in here
        if op == "replace" and (is_new or is_gone):
            yield f'"{now}" for "{was}"'
        elif op == "delete" and is_gone:
            yield f'left out "{was}"'
        elif op == "insert" and is_new:
            yield f'added "{now}"'

"""
Signal mentions to signals: whose signal it is, at whom it aims, and which events head condition and consequence.

The sender is who said it; where the article itself tells of it, who would do (or refuses, or is bound by) the
consequence. The target is whose conduct a warning, threat or demand aims at, and who benefits from a promise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.acts.taxonomy import act
from sayso.annotate.carrying import heads
from sayso.annotate.signalkinds import wished
from sayso.annotate.signals import SignalMention
from sayso.annotate.signalwords import HARMS, HOSTILE, UNDERGOING
from sayso.annotate.syntax import Word
from sayso.knowledge.knowledge import knowledge
from sayso.record.building import probabilities
from sayso.record.building.parts import Parts, innermost
from sayso.record.building.rules import bound_by
from sayso.record.entries import Event, Signal, Statement, identified
from sayso.spans import Span, Spans, cover
from sayso.terms import EntityKind, EventType, SignalKind, Standing

OWN: Final = frozenset({SignalKind.THREAT, SignalKind.PROMISE, SignalKind.REFUSAL, SignalKind.COMMITMENT})
"""Kinds in which the sender (or its side) is the one who acts in the consequence."""


KIND: Final = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.AID,
        EventType.COOPERATE,
        EventType.CONCEDE,
        EventType.RETREAT,
    }
)
"""What is wanted by whom it is done to: nobody threatens it, and to say one will do it refuses nothing."""
HARM: Final = frozenset({EventType.ASSAULT, EventType.SANCTION, EventType.COERCE})
"""What is not wanted: nobody promises it where there is a condition."""


HURTING: Final = frozenset("hurt harm wound injure murder rob beat torture damage threaten mistreat molest".split())
"""Verbs of harm that no event may have been read for."""


def signals(
    mentions: Sequence[SignalMention], statements: Sequence[Statement], events: Sequence[Event], parts: Parts
) -> list[Signal]:
    """Return a signal for each mention, in order, no two with one id."""
    found: dict[str, Signal] = {}
    for mention in mentions:
        condition = _head_event(mention.condition, events, parts, only_heads=True)
        consequence = _head_event(mention.consequence, events, parts)
        told = _head_event(mention.consequence, events, parts, only_heads=True)
        holder = _holder(mention, statements, parts)
        sender = _sender(mention, holder, consequence, parts)
        entry = Signal(
            id="",
            kind=_by_doer(_kind(mention, condition, told, parts), sender, told, parts),
            condition=mention.condition,
            consequence=mention.consequence,
            condition_event=condition.id if condition else None,
            consequence_event=consequence.id if consequence else None,
            if_not=mention.if_not,
            sender=sender,
            target=(),
            statement=holder.id if holder else None,
            zone=parts.zone(_anchor(mention)),
            probability=probabilities.probability(Signal, mention.score),
        )
        entry = _aimed(entry, holder, condition, consequence, parts)
        done = identified(parts.article.id, entry)
        found.setdefault(done.id, done)
    return list(found.values())


def _kind(mention: SignalMention, condition: Event | None, consequence: Event | None, parts: Parts) -> SignalKind:
    """
    Return the kind, mended where condition or consequence is an act that this kind cannot have.

    What follows when the other side gives way, and harms nobody, is promised and not threatened.
    """
    is_threat = mention.kind is SignalKind.THREAT
    gives_way = condition is not None and condition.event_type in KIND and _comes(condition) and not mention.if_not
    if is_threat and any(w.lemma == "pay" for w in parts.words(mention.consequence or ())) and _is_dear(mention, parts):
        return mention.kind
    if consequence is None:
        told = parts.words(mention.consequence or ())
        hurts = any(
            word.lemma in UNDERGOING or word.lemma in HARMS or (word.upos == "VERB" and word.lemma in HOSTILE)
            for word in told
        )
        yields = (
            any(word.upos == "VERB" for word in told) and next(w for w in told if w.upos == "VERB").lemma in OFFERED
        )
        is_kind = gives_way or (yields and not _is_unwanted(mention, condition, parts) and not _is_denied(told))
        return SignalKind.PROMISE if is_threat and is_kind and not hurts else mention.kind
    if not _comes(consequence):
        return mention.kind
    if is_threat and consequence.event_type in KIND and (gives_way or not _is_unwanted(mention, condition, parts)):
        return SignalKind.PROMISE
    if mention.kind is SignalKind.PROMISE and consequence.event_type in HARM and mention.condition:
        return SignalKind.THREAT
    return mention.kind


OFFERED: Final = frozenset(
    "allow help grant give welcome provide supply release free permit recognise recognize".split()
)
"""Verbs of what is offered and threatens nobody."""


def _is_denied(words: Sequence[Word]) -> bool:
    return any(word.text.lower() in ("not", "n't", "never", "no") for word in words)


def _is_dear(mention: SignalMention, parts: Parts) -> bool:
    """Tell whether somebody is to pay with what hurts: "will pay dearly", "a heavy price"."""
    return any(w.lemma in ("price", "dearly", "heavily") for w in parts.words(mention.consequence or ()))


def _by_doer(kind: SignalKind, sender: str | None, consequence: Event | None, parts: Parts) -> SignalKind:
    """
    Return the kind, mended by who would do the harm: a threat is the sender's side's own, a warning another's.

    Only where both are known, that the one is a state, and which side the other speaks for; a clash or a war is done by
    two, and nobody says by naming it that it is his.
    """
    side = parts.side_of(sender) if sender else None
    if consequence is None or not consequence.actor or not _comes(consequence) or consequence.event_type in KIND:
        return kind
    is_told = any(word.upos == "VERB" for word in parts.words(consequence.cue))
    if not is_told or act(consequence.act).symmetric:
        return kind
    own = {sender, side} - {None}
    is_own = bool(own & set(consequence.actor))
    if kind is SignalKind.WARNING and is_own:
        return SignalKind.THREAT
    if kind is SignalKind.THREAT and side is not None and not is_own and all(map(_is_state, consequence.actor)):
        return SignalKind.WARNING
    return kind


def _is_unwanted(mention: SignalMention, condition: Event | None, parts: Parts) -> bool:
    """Tell whether a condition is that somebody does harm or turns something down, or that he does not give way."""
    if condition is None:
        told = parts.words(mention.condition or ())
        tree = parts.tree(mention.condition[0]) if mention.condition else None
        is_bad = tree is not None and wished(tree, told, if_not=mention.if_not) is False
        return is_bad or any(word.upos in ("VERB", "ADJ") and word.lemma in HURTING for word in told)
    is_bad = condition.event_type in HARM or condition.event_type is EventType.REJECT
    return is_bad == (_comes(condition) != mention.if_not) and (is_bad or condition.event_type in KIND)


def _comes(event: Event | None) -> bool:
    """Tell whether an event is one that comes, and not one that fails to."""
    return event is not None and event.standing is not Standing.NEGATED


def _anchor(mention: SignalMention) -> Span:
    return (mention.consequence or mention.condition or ())[0]


def _spans(mention: SignalMention) -> Spans:
    return (*(mention.condition or ()), *(mention.consequence or ()))


def _holder(mention: SignalMention, statements: Sequence[Statement], parts: Parts) -> Statement | None:
    """Return the statement that carries a signal: the one whose content holds it, else whose cue is part of it."""
    inside = innermost(statements, _spans(mention))
    if inside is not None:
        return inside
    sentence = parts.article.sentence_at(_anchor(mention))
    for statement in statements:
        own = (*(statement.content), *(statement.cue or ()))
        if sentence and any(s in sentence.span for s in own) and _share(_spans(mention), statement.content) > SHARED:
            return statement
    return None


SHARED: Final = 0.3
"""Share of a signal's letters that a statement of its sentence must hold to carry it; set by hand, not swept."""


def _share(spans: Spans, content: Spans) -> float:
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in spans for b in content)
    return shared / max(1, sum(map(len, spans)))


def _head_event(
    spans: Spans | None, events: Sequence[Event], parts: Parts, *, only_heads: bool = False
) -> Event | None:
    """
    Return the event that heads a clause: of those whose cue lies in it, the one highest in the tree.

    Args:
        spans: Where the clause stands.
        events: Of the article.
        parts: What else was read.
        only_heads: Take no event that the clause only mentions: "if talks on a withdrawal fail" asks for none.
    """
    if not spans:
        return None
    inside = [e for e in events if any(cue.overlaps(span) for cue in e.cue for span in spans)]
    refused = [e for e in inside if e.act == "refuse" and not e.object]
    if refused and any(_is_refused(e, refused) for e in inside):
        inside = [e for e in inside if e not in refused]
    best: tuple[int, int, Event] | None = None
    for event in inside:
        words = parts.words(event.cue)
        tree = parts.tree(event.cue[0])
        if not words or tree is None:
            continue
        top = min(words, key=lambda word: len(list(tree.ancestors(word))))
        depth = len(list(tree.ancestors(top)))
        if only_heads and not heads(tree, top, cover(spans)):
            continue
        if best is None or (depth, event.cue[0].start) < best[:2]:
            best = (depth, event.cue[0].start, event)
    return best[2] if best else None


def _is_refused(event: Event, refusals: Sequence[Event]) -> bool:
    """Tell whether an event is what somebody refuses to do, which says more than that he refuses."""
    return event.standing is Standing.NEGATED and any(one.cue[0] < event.cue[0] for one in refusals)


def _is_asked(holder: Statement, mention: SignalMention) -> bool:
    """Tell whether who is taken for a speaker is what a condition names: "an attack on one shall be considered …"."""
    return any(one.overlaps(other) for one in holder.source_span or () for other in mention.condition or ())


def _sender(mention: SignalMention, holder: Statement | None, consequence: Event | None, parts: Parts) -> str | None:
    if mention.kind is SignalKind.COMMITMENT and (bound := bound_by(mention, holder, parts)) is not None:
        return bound
    if holder is not None and holder.source is not None and not _is_asked(holder, mention):
        return holder.source
    if mention.kind is SignalKind.COMMITMENT:
        return None
    for anchor in dict.fromkeys((_anchor(mention), *(mention.condition or ())[:1])):
        subject = _subject_of(mention, anchor, parts)
        if subject is not None:
            return subject
    if mention.kind in OWN and consequence is not None and consequence.actor:
        return consequence.actor[0]
    return None


def _subject_of(mention: SignalMention, anchor: Span, parts: Parts) -> str | None:
    """Return who the main clause around a signal is about: `Ankara` in "Ankara ruled out sending ships"."""
    tree, sentence = parts.tree(anchor), parts.article.sentence_at(anchor)
    if tree is None or sentence is None:
        return None
    inside = cover(span for span in _spans(mention) if sentence.span.start <= span.start < sentence.span.end)
    head = tree.head_of(inside)
    chain = [head, *tree.ancestors(head)] if head is not None else []
    for word in chain:
        subject = _subject(tree.children(word, "nsubj"))
        if subject is None or (subject.deprel == "nsubj:pass" and word.lemma in ADDRESSING):
            continue
        span = cover(w.span for w in tree.subtree(subject, without=("acl", "appos", "parataxis")))
        found = parts.entity_of(span)
        if found is not None and (mention.kind in OWN or not any(span.overlaps(s) for s in _spans(mention))):
            return found
    return None


ADDRESSING: Final = frozenset("tell give warn ask order inform advise caution notify promise".split())
"""Verbs whose subject in the passive hears what is said: "Iraq was given until Saturday"."""


def _subject(words: Sequence[Word]) -> Word | None:
    return words[0] if words else None


def _aimed(
    entry: Signal, holder: Statement | None, condition: Event | None, consequence: Event | None, parts: Parts
) -> Signal:
    """
    Return the signal with its target.

    Whose conduct it aims at is who acts in the condition, else who is told, else who is hit; the beneficiary of a
    promise is to whom it is done. Where none of them is another than the sender's side, it is the state that the
    signal's own words name besides.
    """
    own = {entry.sender, parts.side_of(entry.sender) if entry.sender else None}
    told = tuple(one for one in (holder.addressee if holder else ()) if not _is_press(one))
    chosen: tuple[tuple[str, ...], ...]
    done_to = consequence.recipient if consequence else ()
    if entry.kind in (SignalKind.WARNING, SignalKind.THREAT, SignalKind.DEMAND):
        hit = done_to if entry.kind is SignalKind.THREAT and not _helps(consequence) else ()
        chosen = (condition.actor if condition else (), told, hit)
    else:
        chosen = (done_to, told)
    others = (tuple(one for one in ids if one not in own) for ids in chosen)
    doers = {*own, *(consequence.actor if consequence and entry.kind in OWN else ())}
    return replace(entry, target=next(filter(None, others), ()) or _named_besides(entry, doers, parts))


def _is_press(entity: str) -> bool:
    """Tell whether an addressee is only whom something was told for print: an outlet, or a body that no table knows."""
    return entity.startswith(("local:outlet/", "local:organization/"))


def _helps(event: Event | None) -> bool:
    return event is not None and event.event_type in KIND


def _named_besides(entry: Signal, doers: set[str | None], parts: Parts) -> tuple[str, ...]:
    """Return the one state named in a signal's own words that is none of its doers; a standing rule aims at nobody."""
    spans = (*(entry.condition or ()), *(entry.consequence or ()))
    found = (parts.entity_of(word.span) for word in parts.words(spans) if word.upos in ("PROPN", "ADJ"))
    states = dict.fromkeys(one for one in found if one is not None and one not in doers and _is_state(one))
    return tuple(states) if len(states) == 1 and entry.kind is not SignalKind.COMMITMENT else ()


def _is_state(entity: str) -> bool:
    known = knowledge().get(entity)
    return known is not None and known.kind is EntityKind.COUNTRY

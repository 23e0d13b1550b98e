"""Attributions with their sources to statements: who said what, to whom, when, through whom, and how firmly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.annotate.attributions import Attribution
from sayso.annotate.syntax import Word
from sayso.record.building import probabilities
from sayso.record.building.parts import Parts
from sayso.record.entries import Signal, Statement, identified
from sayso.resolve.speech import act_of, certainty_of, form_of
from sayso.spans import Spans, cover, words_of
from sayso.terms import Form, SpeechAct, TimeType

NEGATIONS: Final = frozenset("not never no nor n't without".split())


@dataclass(frozen=True, slots=True)
class Said:
    """
    An attribution with who is meant.

    Attributes:
        attribution: The spans.
        source: Entity id of the source, or None.
        addressee: Entity ids.
        via: Entity ids of outlets, nearest first.
    """

    attribution: Attribution
    source: str | None
    addressee: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


def statements(said: Sequence[Said], parts: Parts) -> list[Statement]:
    """Return a statement for each attribution, in order; acts by their cues alone (`with_signals` says the rest)."""
    found = []
    for one in said:
        a = one.attribution
        text = parts.article.text
        cue = parts.words(a.cue)
        entry = Statement(
            id="",
            source_span=a.source,
            cue=a.cue,
            content=a.content,
            form=Form.DIRECT if a.is_verbatim else form_of(text, a.content),
            source=one.source,
            addressee=one.addressee,
            via=one.via,
            act=act_of(cue, words_of(text, a.cue or ()), words_of(text, a.content), (), _negated(cue)),
            certainty=certainty_of(text, a, cue, one.source is not None),
            said_at=_said_at(a, parts),
            zone=parts.zone(a.content[0]),
            probability=probabilities.probability(Statement, a.score),
        )
        found.append(identified(parts.article.id, entry))
    return found


def with_signals(found: Sequence[Statement], signals: Sequence[Signal], parts: Parts) -> list[Statement]:
    """Return the statements with the act that their signals show, where the cue itself names none."""
    done = []
    for statement in found:
        kinds = [s.kind for s in signals if s.statement == statement.id]
        if statement.act is SpeechAct.ASSERT and kinds:
            words = words_of(parts.article.text, statement.content)
            done.append(replace(statement, act=act_of((), "", words, kinds)))
        else:
            done.append(statement)
    return done


def _negated(cue: Sequence[Word]) -> bool:
    return any(word.text.lower() in NEGATIONS for word in cue)


def _said_at(a: Attribution, parts: Parts) -> str | None:
    """Return the date of the saying: a time in the cue's sentence, outside the content, nearest to the cue."""
    if not a.cue:
        return None
    cue = cover(a.cue)
    sentence = parts.article.sentence_at(cue)
    if sentence is None:
        return None
    near = [
        time
        for time in parts.times
        if time.edtf
        and time.expression.type in (TimeType.DATE, TimeType.TIME)
        and time.span in sentence.span
        and not any(time.span.overlaps(content) for content in a.content)
        and not _inside(time.span.start, a.source)
    ]
    if not near:
        return None
    best = min(near, key=lambda t: min(abs(t.span.start - cue.end), abs(cue.start - t.span.end)))
    return best.edtf if _belongs(best.span.start, cue.start, cue.end, parts) else None


def _inside(offset: int, spans: Spans | None) -> bool:
    return any(span.start <= offset < span.end for span in spans or ())


def _belongs(offset: int, start: int, end: int, parts: Parts) -> bool:
    """Tell whether no other clause stands between a time and a cue: no more than a few words apart."""
    low, high = (end, offset) if offset >= end else (offset, start)
    between = parts.article.text[low:high]
    return len(between.split()) <= 12 and ";" not in between

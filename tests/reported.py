"""Reports in one line to readings: "published | who/side | act | sentence with its content in <>", no model needed."""

from __future__ import annotations

import re
from dataclasses import replace

from drafts import Draft

from sayso.annotate.times import times
from sayso.knowledge.knowledge import knowledge
from sayso.merge.gist import Gist, gists
from sayso.record.entries import Entity, Reading, Statement, Time, identified
from sayso.record.proof import digest
from sayso.resolve import dates
from sayso.spans import Span, merge
from sayso.terms import Certainty, EntityKind, Form, SpeechAct, ZoneKind

CUES = re.compile(r"\b(?:ruled out|denied|refused|rejected|ha[sd] \w+)\b")


def drafted(row: str, outlet: str | None = "Fjord Herald", via: tuple[str, ...] = (), more: str = "") -> Draft:
    """
    Make an article of one statement.

    Args:
        row: "1994-05-12 said 1994-05-11 | holm/Q20 | threaten | “<We will sink it>,” Holm said."; `said …` may be
            missing, `=Q20` is a state that speaks itself, `-/Q20` somebody unnamed who speaks for it.
        outlet: Who published it.
        via: Names of outlets that carried the statement before.
        more: What the article says besides.
    """
    when, who, act, marked = (part.strip() for part in row.split("|"))
    published, _, said = when.partition(" said ")
    content = Span(marked.index("<"), marked.index(">") - 1)
    text = marked.replace("<", "").replace(">", "")
    draft = Draft(text=f"{text}{more}", published=published, outlet=outlet, path=f"{outlet}-{published}.txt")
    source = _source(who, text)
    draft.entities.append(source)
    for name in via:
        draft.entities.append(Entity(f"local:outlet/{name}", EntityKind.OUTLET, name, _mentions(name, text)))
    cue = CUES.search(text)
    draft.entries.append(
        identified(
            draft.id,
            Statement(
                "", None, (Span(*cue.span()),) if cue else None, _pieces(text, content), Form.INDIRECT, source.id, (),
                tuple(f"local:outlet/{name}" for name in via), SpeechAct(act), Certainty.CERTAIN, said or None,
                ZoneKind.BODY, 1.0,
            ),
        )
    )  # fmt: skip
    spans = [one.span for one in draft.article.sentences]
    for one in dates.resolve(times(draft.text, spans), draft.text, published):
        placed = (one.span, one.expression.type, one.value, one.edtf, one.low, one.high, one.anchor)
        draft.entries.append(identified(draft.id, Time("", *placed, ZoneKind.BODY)))
    return draft


def gist_of(row: str) -> Gist:
    """Return the gist of the statement of a row."""
    reading = drafted(row).reading
    return gist_in(reading)


def gist_in(reading: Reading) -> Gist:
    """Return the gist of the one statement of a reading."""
    ((_, gist),) = gists(reading, digest(reading.article.text), knowledge())
    return gist


def _source(who: str, text: str) -> Entity:
    name, _, side = who.partition("/")
    if name.startswith("="):
        return Entity(name[1:], EntityKind.COUNTRY, name[1:], ())
    if name == "-":
        return Entity("local:person/unnamed-x-1", EntityKind.PERSON, "official", (), side or None)
    # `-a` stands for a given name: a surname alone joins no articles.
    return Entity(f"local:person/{name}-a", EntityKind.PERSON, name.title(), _mentions(name, text), side or None)


def _mentions(name: str, text: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in re.finditer(rf"\b{name}\b", text, re.IGNORECASE))


def _pieces(text: str, content: Span) -> tuple[Span, ...]:
    """Return the content without the words between " … " in it."""
    found, at = [], content.start
    for gap in re.finditer(r" … ", text[content.start : content.end]):
        found.append(Span(at, content.start + gap.start()))
        at = content.start + gap.end()
    return merge([*found, Span(at, content.end)])


def lasting(gist: Gist) -> Gist:
    """Return a gist as that of a standing rule."""
    return replace(gist, kind="signal", act="commitment", first=None, last=None, is_dated=False)

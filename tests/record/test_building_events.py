"""Events from mentions: whose part a phrase is, where a town goes, and whom "both sides" means."""

from __future__ import annotations

from dataclasses import replace

from parsed import article_of

from sayso.annotate.events import EventMention
from sayso.record.building.events import events
from sayso.record.building.parts import Parts
from sayso.record.entries import Event, Statement
from sayso.spans import Span
from sayso.terms import Certainty, Form, SpeechAct, Standing, ZoneKind

NAMED = {
    "Denmark": "Q756617",
    "Malta": "Q233",
    "Gozo": "local:place/gozo",
    "Danish": "Q756617",
    "it": "Q756617",
    "both sides": "-",
}

SAYING = Statement(
    id="s", source_span=None, cue=None, content=(Span(0, 0),), form=Form.INDIRECT, source=None, addressee=(), via=(),
    act=SpeechAct.WARN, certainty=Certainty.CERTAIN, said_at=None, zone=ZoneKind.BODY, probability=0.9,
)  # fmt: skip


def built(rows: str, act: str, actor: str, recipient: str, place: str | None = None) -> Event:
    """Build the event of one sentence of `form/UPOS/head/relation` words, its parts named by their words."""
    article, tree = article_of(rows)
    text = article.text

    def at(name: str) -> Span:
        return Span(text.index(name), text.index(name) + len(name))

    def entity(span: Span) -> str | None:
        found = NAMED.get(span.of(text))
        return None if found == "-" else found

    def where(span: Span) -> str | None:
        return NAMED.get(span.of(text)) if span.of(text) in ("Gozo", "Malta") else None

    def both(span: Span) -> tuple[str, ...]:
        return ("Q233", "Q756617") if NAMED.get(span.of(text)) == "-" else ()

    head = next(w.span for w in tree.words if w.deprel == "root")
    mention = EventMention(
        act=act, cue=(head,), actor=(at(actor),), recipient=(at(recipient),), object=None,
        place=at(place) if place else None, time=None, standing=Standing.ACTUAL, head=head, sentence=0, score=0.8,
    )  # fmt: skip
    parts = Parts(article, {0: tree}, (), entity, where, both)
    (event,) = events([mention], (), parts)
    said = replace(SAYING, cue=(head,))
    assert bool(events([mention], (said,), parts)) is (act not in ("warn", "deny", "demand", "threaten"))
    return event


def test_a_town_is_where_it_happens_and_no_party() -> None:
    """What is done to a town is done there: the town is the place and not the recipient."""
    event = built("Denmark/PROPN/2/nsubj bombed/VERB/0/root Gozo/PROPN/2/obj", "strike", "Denmark", "Gozo")

    assert (event.actor, event.recipient, event.place) == (("Q756617",), (), "local:place/gozo")


def test_nobody_is_the_recipient_of_his_own_act() -> None:
    """A pronoun that was taken for the actor is the other state that the sentence names before it."""
    rows = (
        "Malta/PROPN/2/nsubj pays/VERB/0/root if/SCONJ/5/mark Denmark/PROPN/5/nsubj closes/VERB/2/advcl"
        " the/DET/7/det ports/NOUN/5/obj to/ADP/9/case it/PRON/5/obl"
    )

    event = built(rows, "close_facility", "Denmark", "it")

    assert (event.actor, event.recipient) == (("Q756617",), ("Q233",))


def test_land_of_a_state_is_a_place_in_it() -> None:
    """The soil and the waters of a state are places in that state."""
    rows = "Malta/PROPN/2/nsubj sails/VERB/0/root into/ADP/5/case Danish/ADJ/5/amod waters/NOUN/2/obl"

    assert built(rows, "cross_line", "Malta", "Malta", "Danish waters").place == "Q756617"


def test_both_sides_are_the_two() -> None:
    """A phrase for two that nothing else stands for is both of them."""
    rows = "both/DET/2/det sides/NOUN/3/nsubj asked/VERB/0/root Gozo/PROPN/3/obj"

    assert built(rows, "ask", "both sides", "Gozo").actor == ("Q233", "Q756617")


def test_a_cue_of_saying_is_no_event_besides() -> None:
    """What a statement's own act tells (a warning) is no event; where no statement holds it, it is one."""
    rows = "Denmark/PROPN/2/nsubj warned/VERB/0/root Malta/PROPN/2/obj"

    assert built(rows, "warn", "Denmark", "Malta").act == "warn"


def test_they_are_whose_troops_were_named_last() -> None:
    """Where "they" stands for nobody known, it is the state whose forces, or whose people, stand before it."""
    rows = (
        "Danish/ADJ/2/amod troops/NOUN/3/nsubj left/VERB/0/root and/CCONJ/6/cc they/PRON/6/nsubj shelled/VERB/3/conj"
        " Malta/PROPN/6/obj"
    )

    assert built(rows, "strike", "they", "Malta").actor == ("Q756617",)

"""
Clauses of acts to whom they are done: the frame says where to look, what is said there stands for itself or its owner.

"Seized a Danish trawler" is done to Denmark, "attacked Denmark's port" too, "sent Denmark tents" as well; "lifted its
blockade of Denmark" is done to Denmark and not to what it lifts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.acts.objects import lineage
from sayso.acts.taxonomy import ROLES, Act, Frame
from sayso.annotate.clauses import Clause, asked, obliques
from sayso.annotate.order import CALENDAR
from sayso.annotate.phrases import (
    is_party,
    is_thing,
    kind_of,
    nominals,
    owner_words,
    owners_of,
    parties,
    preposition,
    span_of,
)
from sayso.annotate.syntax import Tree, Word
from sayso.spans import Span
from sayso.terms import EventType

AGAINST_OWN: Final = frozenset("dissident insurgent mutineer rebel separatist".split())
"""Those whose state is not their side: "Yemen's rebels" do not act for Yemen."""


def spans_of_parties(tree: Tree, heads: Sequence[Word]) -> tuple[Span, ...]:
    """Return the noun phrases of those whom some heads may mean, each once, owners among them."""
    found: dict[Span, None] = {}
    for head in heads:
        spans = _led(tree, head) or parties(tree, head)
        against = head.lemma in AGAINST_OWN and not is_party(tree, head)
        found |= dict.fromkeys((span_of(tree, head),) if against else spans)
    return tuple(found)


LEADING: Final = frozenset("chancellor king leader minister premier president".split())
LED: Final = frozenset("country government nation side state".split())


def _led(tree: Tree, head: Word) -> tuple[Span, ...]:
    """Return the states of "the presidents of Mali and Senegal", who meet for them; none for any other phrase."""
    if head.lemma not in LEADING or head.text.lower() == head.lemma or head.upos != "NOUN":
        return ()
    of = [w for w in tree.children(head, "nmod") if preposition(tree, w) == "of"]
    named = [one for w in of for one in nominals(tree, w)]
    is_all = all(is_party(tree, one) or one.lemma in LED for one in named)
    return tuple(span_of(tree, one) for one in named) if is_all else ()


def by_role(clause: Clause, names: frozenset[str]) -> list[Word]:
    """Return the heads of a clause's dependents of these names, objects first."""
    found = list(clause.object) if "obj" in names else []
    found += clause.indirect if "iobj" in names else ()
    for prep, heads in clause.oblique.items():
        if prep in names:
            found += [head for head in heads if head not in found]
    return found


def recipients(tree: Tree, clause: Clause, kind: Act, named: tuple[Word, ...] = ()) -> tuple[Span, ...]:
    """
    Return the noun phrases of those to whom the act of a clause is done.

    Args:
        tree: The sentence.
        clause: The clause, without what its act is named by.
        kind: The act.
        named: What it is named by: `post` in "closed Lesotho's border posts".
    """
    roles = ROLES[kind.frame]
    heads = [w for w in by_role(clause, roles.recipient) if not is_calendar(w)]
    heads = [w for w in heads if w.upos not in ("ADJ", "ADV", "ADP", "DET")]
    if kind.id in ENTERING:
        entered = [w for prep in ("on", "into", "in") for w in clause.oblique.get(prep, ())]
        heads += [w for w in (*clause.object, *entered, *named) if owners_of(tree, w) and _is_land(tree, w)]
    heads += [w for w in _besides(tree, clause, kind) if w not in heads]
    if kind.frame is Frame.ASK:
        heads += [w for w in asked(tree, clause) if w not in heads]
    if clause.noun:
        heads = [w for w in heads if w.deprel != "compound" or is_party(tree, w)]
    if kind.symmetric:
        heads += clause.oblique.get("with", ())
    if kind.id == "bombing":
        heads += [w for prep in BESIDE for w in clause.oblique.get(prep, ()) if is_thing(tree, w)]
    if kind.frame is Frame.TARGET:
        helped = clause.oblique.get("against", ()) if kind.event_type is EventType.SUPPORT else ()
        heads = [w for w in heads if is_party(tree, w) or not is_thing(tree, w) or _can_be_hit(tree, w, kind)]
        heads = [w for w in heads if w not in helped]
    if kind.frame in OWNED:
        owners = [span for head in _held(tree, clause, kind, named) for span in owners_of(tree, head)]
        stands = kind.frame in (Frame.EXPEL, Frame.REJECT, Frame.HOST)
        people = [head for head in clause.object if stands and is_party(tree, head)]
        if kind.frame is Frame.EXPEL and not owners:
            people += [head for head in (*clause.indirect, *clause.object) if kind_of(tree, head) is not None]
        return tuple(dict.fromkeys((*spans_of_parties(tree, heads), *owners, *spans_of_parties(tree, people))))
    if kind.frame is Frame.GIVE:
        given = [w for w in clause.object if is_party(tree, w) or kind_of(tree, w) in ("states", "organizations")]
        heads = [w for w in heads if is_party(tree, w) or not is_thing(tree, w) or w in clause.indirect] + given
        heads = heads or [w for thing in clause.object for w in owner_words(tree, thing) if w.upos == "PROPN"]
    if kind.frame in (Frame.TALK, Frame.LEAVE, Frame.SIGN, Frame.ASK):
        heads = [w for w in heads if is_party(tree, w) or not is_thing(tree, w)]
    return spans_of_parties(tree, heads)


def _besides(tree: Tree, clause: Clause, kind: Act) -> Iterator[Word]:
    """Yield those to whom an act is done behind prepositions that its frame does not have."""
    for prep in _behind(clause, kind):
        for head in clause.oblique.get(prep, ()):
            stands_for = kind.id == "condemn" and kind_of(tree, head) in ("diplomats", "embassies", "leaders")
            if is_party(tree, head) or stands_for:
                yield head
    if kind.id == "trade":
        yield from (owner for thing in clause.object for owner in owner_words(tree, thing))
    if kind.frame is Frame.AGAINST:
        before = (head for prep in ("outside", "before", "on") for head in clause.oblique.get(prep, ()))
        for head in (*clause.object, *before):
            if owners_of(tree, head) and kind_of(tree, head) in ("embassies", "facilities", "diplomats"):
                yield head


def _behind(clause: Clause, kind: Act) -> tuple[str, ...]:
    """Return the prepositions behind which an act has to whom it is done: "sided with Sudan", "protested to Russia"."""
    if clause.noun:
        return ()
    if kind.id == "embargo":
        return ("to", "with", "from")
    if kind.id == "support":
        return ("behind", *(("with", "by") if clause.word.lemma in SIDING else ()))
    lodged = kind.id == "condemn" and (not clause.object or any(w.lemma in PROTESTS for w in clause.object))
    return (("to", "with") if clause.word.lemma in LODGING else ("to",)) if lodged else ()


SIDING: Final = frozenset("side stand stick align".split())
LODGING: Final = frozenset("lodge file register raise".split())
PROTESTS: Final = frozenset("protest note complaint anger unease dismay displeasure indignation disapproval".split())


def _held(tree: Tree, clause: Clause, kind: Act, named: tuple[Word, ...]) -> Iterator[Word]:
    """Yield the things whose owner an act is done to, and what they are made of: "the assets of [Korean banks]"."""
    if kind.frame is Frame.CLOSE:
        yield from (word for word in named if word.relation in ("obj", "nsubj"))
    if kind.frame is Frame.EXPEL:
        yield from clause.indirect
    for head in clause.object:
        yield head
        if kind.frame is Frame.SEIZE and head.lemma in ("cargo", "crew", "load"):
            yield from (w for w in tree.children(head, "nmod") if preposition(tree, w) == "of")
        if kind.frame is Frame.FREEZE:
            yield from (w for w in tree.children(head, "nmod") if preposition(tree, w) == "of")


OWNED: Final = frozenset(
    (Frame.SEIZE, Frame.FREEZE, Frame.EXPEL, Frame.REJECT, Frame.HOST, Frame.CLOSE, Frame.RECALL, Frame.HINDER)
)
"""Frames whose object's owner is the one that the act is done to."""
BESIDE: Final = ("outside", "inside", "near", "in", "at")
"""Prepositions before what a bomb is meant for."""
ENTERING: Final = frozenset(("land_forces", "violate_airspace", "cross_line"))
"""Acts that are done to whoever owns the land or the waters."""


def _is_land(tree: Tree, head: Word) -> bool:
    kind = kind_of(tree, head)
    return kind is not None and not lineage(kind).isdisjoint(("territory", "line"))


MEN: Final = frozenset(("forces", "men", "troops"))
"""Classes of forces that are people, to whom things are done whoever they serve."""


def _can_be_hit(tree: Tree, head: Word, act: Act) -> bool:
    """Tell whether a thing stands for its owner when something is done to it: his ships do, his sanctions do not."""
    kind = kind_of(tree, head)
    if kind in MEN and (act.event_type is not EventType.SANCTION or act.id == "convict"):
        return True
    if kind is None or not (owners_of(tree, head) or span_of(tree, head).end > head.span.end):
        return False
    if act.event_type is EventType.SANCTION:
        return kind not in ("sanctions", "relations", "talks", "documents")
    return not lineage(kind).isdisjoint(("military", "territory", "line", "facilities", "vessels"))


def both(
    tree: Tree, clause: Clause, actor: tuple[Span, ...], recipient: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the parties of what goes both ways: "between A and B" makes each of them both."""
    told = [clause.oblique, *(obliques(tree, w) for w in clause.subject if kind_of(tree, w) == "talks")]
    heads = [w for oblique in told for prep in ("between", "among") for w in oblique.get(prep, ())]
    between = spans_of_parties(tree, heads)
    if between:
        return between, between
    return (actor, actor) if len(actor) > 1 and not recipient else (actor, recipient)


def is_calendar(head: Word) -> bool:
    """Tell whether a head is a day, a month or the like, which is nobody and nowhere."""
    return bool(CALENDAR.match(head.text))

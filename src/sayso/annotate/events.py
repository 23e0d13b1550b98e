"""Trees and numbers to events: an act's cue, the spans of actor, recipient, object and place, and its standing."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from sayso.acts.objects import lineage
from sayso.acts.taxonomy import ROLES, Act, Frame, act, ancestors, contraries
from sayso.acts.words import Rule, sense
from sayso.annotate.antecedents import Meant, meant
from sayso.annotate.clauses import (
    SUFFERED,
    Clause,
    own_forces,
    particles,
    read,
    surroundings,
    undergone,
    without,
)
from sayso.annotate.dated import dated
from sayso.annotate.hung import with_hung
from sayso.annotate.noevents import is_mere_word, is_nature
from sayso.annotate.order import mend
from sayso.annotate.phrases import (
    bare_span,
    is_party,
    is_thing,
    kind_of,
    preposition,
    span_of,
)
from sayso.annotate.recipients import both, by_role, is_calendar, recipients, spans_of_parties
from sayso.annotate.standings import standing
from sayso.annotate.syntax import Tree, Word, spans_of
from sayso.article.article import Article
from sayso.spans import Span, Spans, cover
from sayso.terms import EventType, Standing

Typing: TypeAlias = Callable[[Tree, Word], Mapping[EventType, float]]
"""The model's opinion of a word: how likely each PLOVER type is."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """
    An act as it is written, its parties still spans.

    Attributes:
        act: Id in the act taxonomy.
        cue: The words that name the act ("sending", "ruled out", "air strikes").
        actor: Noun phrases of who does it (the whole phrase, one span each).
        recipient: Noun phrases of whom it is done to.
        object: What is sent, struck, withdrawn, frozen, asked for.
        place: Noun phrase of where, or None.
        time: Span of the time expression that dates it, or None.
        standing: Whether the text says it happened, statement contexts left aside.
        head: The word that heads the cue (predicate).
        sentence: Index of the sentence in `Article.sentences`.
        score: Raw; higher is surer.
    """

    act: str
    cue: Spans
    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]
    object: Spans | None
    place: Span | None
    time: Span | None
    standing: Standing
    head: Span
    sentence: int
    score: float


LOCATIVE: Final = ("in", "at", "inside", "within", "near", "off", "on", "around", "along", "outside", "over", "above")
"""Prepositions of place for every frame, after the frame's own."""
PLACELESS: Final = frozenset(
    """addition answer attempt bid case condition consequence context course day event exchange fact favour favor
    hand hour interview meeting minute moment month morning move night order part past place principle reaction
    reply response result return sign speech statement support term time turn view wake way week weekend year""".split()
)
"""Nouns after "in" and "on" that are no places."""


def events(
    trees: Sequence[Tree],
    article: Article,
    times: Sequence[Span] = (),
    typed: Typing | None = None,
) -> list[EventMention]:
    """
    Return the events that sentences tell of, in text order.

    Args:
        trees: One for each sentence that is to be read.
        article: The article, for the year that "in 1999" is held against.
        times: Time expressions as other annotations found them.
        typed: What the model makes of a word; without it the rules decide alone.
    """
    year = year_of(article.published)
    found: list[EventMention] = []
    before: Tree | None = None
    for tree in map(mend, trees):
        is_next = before is not None and before.sentence == tree.sentence - 1
        found += _sentence(tree, meant(tree, before if is_next else None), times, typed, year)
        before = tree
    return found


def year_of(published: str | None) -> int | None:
    """Return the last year that a publication date (EDTF) names, or None."""
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", published or "")
    return int(years[-1]) if years else None


def _sentence(
    tree: Tree, pronouns: Meant, times: Sequence[Span], typed: Typing | None, year: int | None
) -> Iterator[EventMention]:
    found = [hit for word in tree.words if (hit := _named(tree, word, pronouns)) is not None]
    taken = frozenset(index for hit in found if hit.clause.word.lemma not in SUFFERED for index in hit.used)
    for hit in found:
        if (
            is_nature(tree, hit.clause, hit.rule.act)
            or hit.clause.word.index in taken
            or _is_ended(tree, hit, found)
            or is_mere_word(tree, hit.clause, hit.rule.act)
        ):
            continue
        score = _score(tree, hit.clause, hit.rule, typed)
        if score > 0:
            yield _mention(tree, hit, score, times, year)


def _is_ended(tree: Tree, hit: _Hit, found: Sequence[_Hit]) -> bool:
    """Tell whether an act is only named as what another one ends: `fighting` in "stop fighting"."""
    if any(_is_named_by(tree, hit, one) for one in found):
        return True
    ending = next((one for one in found if one.clause.word.index == hit.clause.word.head), None)
    if ending is None or hit.clause.word.relation != "xcomp":
        return False
    ended = act(ending.rule.act).opposite
    if ending.rule.act in contraries(hit.rule.act):
        return True
    return ended is not None and ended in (hit.rule.act, *ancestors(hit.rule.act))


def _is_named_by(tree: Tree, hit: _Hit, other: _Hit) -> bool:
    """Tell whether an infinitive is part of what another act is named by: `leave` in "gave them a week to leave"."""
    word, above = hit.clause.word, tree.parent(hit.clause.word)
    if above is None or word.relation not in ("xcomp", "ccomp", "acl", "advcl") or hit is other:
        return False
    near = other.clause.word.index in (above.index, above.head)
    named = (need.lemmas for need in other.rule.needs if need.slot == "x" and need.wanted)
    return near and any(word.lemma in lemmas for lemmas in named)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A clause with the rule that names its act, the words that are part of its name, and all heads it uses up."""

    clause: Clause
    rule: Rule
    named: tuple[Word, ...]
    used: frozenset[int]


def _named(tree: Tree, word: Word, pronouns: Meant) -> _Hit | None:
    plain = read(tree, word)
    if plain is None:
        return None
    clause = with_hung(tree, plain)
    around = surroundings(tree, clause, pronouns)
    rule = sense(_whole(tree, word), clause.noun, around) or sense(word.lemma, clause.noun, around)
    if rule is None:
        return None
    clause = _undergone(clause, rule) if rule.undergone else clause
    named = frozenset(index for index in rule.named(around) if tree.words[index].upos != "PROPN")
    own = tuple(tree.words[index] for index in sorted(named))
    return _Hit(without(tree, clause, named), rule, own, rule.used(around) - {word.index})


def _whole(tree: Tree, word: Word) -> str:
    """Return the lemma of a word with what a hyphen ties to it, which UD makes a word of its own: "test-fired"."""
    before = tree.words[max(0, word.index - 2) : word.index]
    is_tied = len(before) == 2 and before[1].text == "-" and before[0].span.end + 1 == word.span.start
    return f"{before[0].text.lower()}-{word.lemma}" if is_tied else word.lemma


def _undergone(clause: Clause, rule: Rule) -> Clause:
    """Return the clause of what its subject undergoes; a town that falls to somebody is taken by him."""
    done = undergone(clause)
    return replace(done, subject=clause.oblique.get("to", ())) if act(rule.act).frame is Frame.SEIZE else done


def _score(tree: Tree, clause: Clause, rule: Rule, typed: Typing | None) -> float:
    """Return how sure the reading is: more needs met are surer, bare nouns least; the model may lower or veto it."""
    base = min(0.9, 0.6 + 0.1 * len(rule.needs) + 0.1 * bool(clause.subject) - 0.1 * clause.noun)
    if typed is None:
        return base
    likely = typed(tree, clause.word)
    return math.sqrt(base * likely.get(act(rule.act).event_type, 0.0))


def _mention(tree: Tree, hit: _Hit, score: float, times: Sequence[Span], year: int | None) -> EventMention:
    clause, rule = hit.clause, hit.rule
    kind = act(rule.act)
    where = standing(tree, clause.light or clause.word, year)
    if clause.light is not None and where is Standing.ACTUAL:
        where = standing(tree, clause.word, year)
    if where is Standing.ACTUAL and _is_scheduled(tree, clause, kind):
        where = Standing.FUTURE
    time = dated(tree, clause, times, where)
    actor, recipient = _actor(tree, hit, kind), recipients(tree, clause, kind, hit.named)
    if kind.symmetric or kind.frame is Frame.TALK:
        actor, recipient = both(tree, clause, actor, recipient)
    return EventMention(
        act=rule.act,
        cue=spans_of(_cue(tree, clause)),
        actor=actor,
        recipient=recipient,
        object=_object(tree, hit, kind),
        place=_place(tree, hit, kind, times),
        time=time,
        standing=where if rule.happens else _not(where),
        head=clause.word.span,
        sentence=tree.sentence,
        score=score,
    )


MEETING: Final = frozenset(("meet", "negotiate", "visit", "hold_vote", "sign", "exercise"))
"""Acts that are told in the present when their day is fixed."""


def _is_scheduled(tree: Tree, clause: Clause, kind: Act) -> bool:
    """Tell whether an act is told in the present of a day to come: "the ministers meet on Thursday"."""
    verb = clause.light or clause.word
    is_present = verb.upos == "VERB" and verb.text.lower() in (verb.lemma, f"{verb.lemma}s", f"{verb.lemma}es")
    if kind.id not in MEETING or not is_present or tree.children(verb, "aux", "mark"):
        return False
    days = (w for w in tree.children(verb, "obl") if preposition(tree, w) in ("on", "in", ""))
    return any(DAY.match(w.text) for w in days)


DAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$|tomorrow$", re.IGNORECASE)


def _not(standing: Standing) -> Standing:
    """Return the standing of an act of which the words say the contrary: "keeps" is a withdrawal negated."""
    return Standing.ACTUAL if standing is Standing.NEGATED else Standing.NEGATED


def _cue(tree: Tree, clause: Clause) -> tuple[Word, ...]:
    told = clause.light is None or clause.light.lemma in SUFFERED or clause.light.head == clause.word.index
    light = () if told or clause.light is None else (clause.light, *particles(tree, clause.light))
    words = {word.index: word for word in (clause.word, *particles(tree, clause.word), *light)}
    return tuple(words[index] for index in sorted(words))


def _actor(tree: Tree, hit: _Hit, kind: Act) -> tuple[Span, ...]:
    clause = hit.clause
    if clause.subject:
        return spans_of_parties(tree, clause.subject)
    if kind.frame in (Frame.SEND, Frame.WITHDRAW, Frame.GIVE, Frame.OBJECT):
        return spans_of_parties(tree, own_forces(tree, clause, hit.named))
    return ()


def _object(tree: Tree, hit: _Hit, kind: Act) -> Spans | None:
    clause = hit.clause
    names = ROLES[kind.frame].object
    heads = [w for w in by_role(clause, names) if not is_calendar(w)]
    if kind.frame is Frame.WITHDRAW:
        heads = [w for w in heads if not _is_left(tree, w)]
    if kind.frame is Frame.GIVE:
        things = [
            w for w in heads if not is_party(tree, w) and kind_of(tree, w) not in ("states", "organizations", "people")
        ]
        heads = things or [w for w in heads if not is_party(tree, w)]
    if kind.frame is Frame.TARGET:
        names = ROLES[kind.frame].recipient - {"between", "among"}
        aimed = [w for w in by_role(clause, names) if is_thing(tree, w)]
        heads = aimed if clause.noun else [w for w in (*heads, *aimed) if not is_party(tree, w)]
    is_own = kind.implies is not None and kind.frame not in (Frame.TARGET, Frame.TALK)
    if kind.frame is Frame.GIVE or is_own or kind.event_type in (EventType.AGREE, EventType.REJECT):
        heads = [w for w in hit.named if kind_of(tree, w) not in (None, "territory", "states")] or heads
    if clause.noun and not heads and kind.frame in (Frame.SEND, Frame.WITHDRAW, Frame.GIVE):
        heads = [w for w in clause.object if not is_party(tree, w)]
    spans = {bare_span(tree, head) for head in heads if head.index != clause.word.index}
    return tuple(sorted(one for one in spans if not any(one in other for other in spans - {one}))) or None


def _place(tree: Tree, hit: _Hit, kind: Act, times: Sequence[Span]) -> Span | None:
    clause = hit.clause
    own = ROLES[kind.frame].place
    heads = [w for w in by_role(clause, own) if _is_place(tree, w, times)]
    heads += [w for w in clause.object if kind.frame is Frame.WITHDRAW and _is_left(tree, w)]
    if kind.frame is Frame.SEND and not clause.noun:
        heads += [w for w in clause.object if kind_of(tree, w) in ("states", "territory")]
    aimed = by_role(clause, ROLES[kind.frame].recipient)
    about = [w for prep in LOCATIVE for w in clause.oblique.get(prep, ()) if w not in aimed]
    heads += [w for w in about if _is_place(tree, w, times)]
    if not heads and kind.event_type in (EventType.ASSAULT, EventType.COERCE):
        heads = [w for w in clause.object if w.upos == "PROPN"]
    if not heads:
        heads = [w for thing in (*clause.object, *hit.named) for w in _site(tree, thing) if _is_place(tree, w, times)]
    heads.sort(key=lambda w: w.upos != "PROPN")
    if heads and heads[0].upos == "PROPN":
        return cover(w.span for w in (heads[0], *tree.children(heads[0], "flat", "compound", "amod", "nmod:poss")))
    return span_of(tree, heads[0]) if heads else None


def _is_left(tree: Tree, head: Word) -> bool:
    """Tell whether the object of a withdrawal is where it leaves and not what is taken away: "left Kuwait"."""
    return kind_of(tree, head) in ("states", "territory", "line", "facilities", "bases")


def _site(tree: Tree, thing: Word) -> tuple[Word, ...]:
    """Return the name in front of a base, a port, a town and the like, which says where it is: "the Ramstein base"."""
    kind = kind_of(tree, thing)
    if kind is None or lineage(kind).isdisjoint(("facilities", "territory", "line")):
        return ()
    behind = (w for w in tree.children(thing, "nmod") if preposition(tree, w) in ("of", "at", "in", "near"))
    return tuple(w for w in (*tree.children(thing, "compound", "nmod:desc"), *behind) if w.upos == "PROPN")


def _is_place(tree: Tree, head: Word, times: Sequence[Span]) -> bool:
    if is_calendar(head) or head.lemma in PLACELESS or any(head.span in span for span in times):
        return False
    if head.upos == "PROPN" or head.upos == "ADV":
        return True
    return head.upos == "NOUN" and kind_of(tree, head) in ("territory", "line", "facilities", "states")

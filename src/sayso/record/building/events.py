"""Event mentions to events: parties to entity ids, times to dates, cues to the statement that holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sayso.acts.objects import classify, lineage
from sayso.acts.taxonomy import Act, Frame, act
from sayso.annotate.events import EventMention
from sayso.annotate.phrases import kind_of, owners_of
from sayso.annotate.syntax import Tree, Word
from sayso.knowledge.knowledge import knowledge
from sayso.record.building import probabilities
from sayso.record.building.parts import Parts, innermost
from sayso.record.entries import Event, Statement, identified
from sayso.spans import Span
from sayso.terms import EntityKind, EventType, SpeechAct, Standing, TimeType

THEY: Final = frozenset(("they", "them", "their"))
"""Pronouns for many, who may be a state's troops or people that no one named."""
SAID: Final = frozenset(("warn", "threaten", "deny", "demand"))
"""Acts of speech that the `act` of a statement tells already, so that its cue is no event besides."""
UNHEARD: Final = frozenset(("warn", "threaten", "deny"))
"""Those that are no event where nobody is said to whom."""


def events(mentions: Sequence[EventMention], statements: Sequence[Statement], parts: Parts) -> list[Event]:
    """Return an event for each mention, in order, no two with one id; the cue of a statement that says it is none."""
    found: dict[str, Event] = {}
    dates = {time.span: time.edtf for time in parts.times if time.expression.type in (TimeType.DATE, TimeType.TIME)}
    cues = [span for statement in statements for span in statement.cue or ()]
    for mention in mentions:
        if mention.act in SAID and any(mention.head.overlaps(cue) for cue in cues):
            continue
        kind = act(mention.act)
        if (mention.act in UNHEARD and not mention.recipient) or _is_ruled_out(mention, parts):
            continue
        holder = innermost(statements, mention.cue)
        actor, recipient, place = _involved(mention, kind, parts)
        actor = actor or _speaking(mention, kind, holder, recipient, parts)
        entry = Event(
            id="",
            act=mention.act,
            event_type=kind.event_type,
            mode=kind.mode,
            cue=mention.cue,
            actor=actor,
            recipient=recipient,
            object=mention.object,
            place=place,
            happened=_happened(mention, dates),
            standing=mention.standing,
            statement=holder.id if holder else None,
            zone=parts.zone(mention.cue[0]),
            probability=probabilities.probability(Event, mention.score),
        )
        done = identified(parts.article.id, entry)
        found.setdefault(done.id, done)
    return list(found.values())


def _is_ruled_out(mention: EventMention, parts: Parts) -> bool:
    """Tell whether somebody only rules something out, which his statement tells already."""
    return mention.act == "reject" and any(word.lemma == "rule" for word in parts.words((mention.head,)))


def _involved(mention: EventMention, kind: Act, parts: Parts) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    """
    Return actors, recipients and place of a mention.

    A town or a sea does and suffers nothing as a party: what is done to it happens there. Nobody is the recipient of
    his own act, so that "it" in "closes its ports to it" is not whoever closes them.
    """
    actor = tuple(one for one in _parties(mention.actor, parts) if not _is_mere_place(one))
    recipient = _parties(mention.recipient, parts)
    place = _place(mention.place, parts) if mention.place else None
    if place is None:
        place = next((one for one in recipient if _is_mere_place(one)), None)
    if kind.event_type is EventType.SANCTION:
        recipient = tuple(knowledge().government_of(one) or one for one in recipient)
    recipient = tuple(one for one in recipient if not _is_mere_place(one))
    is_mutual = kind.symmetric or kind.frame is Frame.TALK
    if not is_mutual or len(actor) == 1:
        others = tuple(one for one in recipient if one not in actor)
        recipient = others or (_meant(mention, kind, actor, parts) if recipient else ())
    return actor, recipient, place


def _parties(spans: Sequence[Span], parts: Parts) -> tuple[str, ...]:
    """
    Return who some noun phrases stand for: "his troops" are those of the state that he serves.

    Where a leader's name only says whose something is ("Gaddafi's troops"), his state is meant and not he.
    Where "they" or "them" stands for nobody known, it is whoever's the troops, or who the people, last named are.
    """
    found: list[str] = []
    wholes: dict[Span, str] = {}
    for span in spans:
        one = parts.entity_of(span)
        whole = next((key for outer, key in wholes.items() if span in outer and span != outer), None)
        if one is not None and whole is not None and parts.side_of(one) == whole:
            continue
        if one is not None:
            wholes[span] = one
        word = next(iter(parts.words((span,))), None)
        if one is None and word is not None and word.span == span and word.text.lower() in THEY:
            one = _behind_they(word, parts)
        if one is None:
            one = _whose(span, parts)
        if one is None:
            found += parts.both_of(span)
        elif word is not None and word.upos == "PRON" and word.deprel == "nmod:poss" and word.span == span:
            found.append(parts.side_of(one) or one)
        else:
            found.append(one)
    return tuple(dict.fromkeys(found))


def _whose(span: Span, parts: Parts) -> str | None:
    """Return whose ambassador or counterpart a phrase speaks of: "the Ukrainian ambassador"."""
    tree = parts.tree(span)
    if tree is None:
        return None
    head = tree.head_of(span)
    if head is None or head.upos != "NOUN" or kind_of(tree, head) not in ("diplomats", "leaders"):
        return None
    owners = (one for one in owners_of(tree, head) if one.of(parts.article.text).lower() not in OWNING)
    return next((key for one in owners if (key := parts.entity_of(one)) is not None), None)


OWNING: Final = frozenset(("his", "her", "its", "their"))
"""Words of whoever was named last, which is seldom he whose ambassador is summoned."""


def _behind_they(pronoun: Word, parts: Parts) -> str | None:
    """Return whose the forces, or who the people of a state, are that stand last before a "they"."""
    tree = parts.tree(pronoun.span)
    before = parts.trees.get(tree.sentence - 1) if tree else None
    for one in (tree, before):
        for word in reversed(one.words if one else ()):
            if one is tree and word.index >= pronoun.index:
                continue
            kind = kind_of(one, word) if one and word.upos in ("NOUN", "PROPN") else None
            if one is None or kind is None or "forces" not in lineage(kind):
                continue
            named = (word.span,) if kind == "nationals" else owners_of(one, word)
            found = next((key for span in named if (key := parts.entity_of(span)) is not None), None)
            if found is not None:
                return found
    return None


def _meant(mention: EventMention, kind: Act, actor: tuple[str, ...], parts: Parts) -> tuple[str, ...]:
    """Return the state last named before an "it" or "them" that cannot be the actor; none for what is turned down."""
    pronouns = [w for w in parts.words(mention.recipient) if w.upos == "PRON" and w.text.lower() in ("it", "them")]
    tree = parts.tree(mention.head)
    if len(pronouns) != 1 or tree is None or kind.frame in (Frame.REJECT, Frame.ACCUSE):
        return ()
    for word in reversed(tree.words[: pronouns[0].index]):
        found = parts.entity_of(word.span) if word.upos == "PROPN" else None
        if found is not None and found not in actor and _kind(found) is EntityKind.COUNTRY:
            return (found,)
    return ()


UNDERTAKEN: Final = frozenset(
    (EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT, EventType.SANCTION)
)
"""Types of what somebody says that his side will do, without saying who does it."""


def _speaking(
    mention: EventMention, kind: Act, holder: Statement | None, recipient: tuple[str, ...], parts: Parts
) -> tuple[str, ...]:
    """
    Return the state of who says that something will be done, without saying who does it.

    That is so of his own arms ("our ships", "its troops") and of what is done to another state. Who warns or fears
    tells of what others may do.
    """
    tree = parts.tree(mention.head)
    source = holder.source if holder is not None else None
    side = (parts.side_of(source) or source) if source is not None else None
    if holder is None or holder.act is SpeechAct.WARN or _is_feared(holder, parts):
        return ()
    if tree is None or side is None or side in recipient or _kind(side) is not EntityKind.COUNTRY:
        return ()
    if kind.event_type not in UNDERTAKEN or kind.symmetric or mention.standing not in COMING:
        return ()
    verb = tree.head_of(mention.head)
    if verb is None or verb.relation in ("advcl", "acl") or verb.upos not in ("VERB", "NOUN"):
        return ()
    modal = {w.lemma for w in tree.children(verb, "aux")} & {"will", "would", "shall"}
    heads = [w for span in mention.actor if (w := tree.head_of(span)) is not None]
    is_passive = not heads and bool(tree.children(verb, "aux:pass"))
    undergoing = tree.children(verb, "nsubj:pass") if is_passive else ()
    is_others = bool(undergoing) and any(_kind(one) is EntityKind.COUNTRY for one in recipient)
    is_moved = kind.event_type in (EventType.MOBILIZE, EventType.RETREAT) and _are_own(tree, undergoing)
    if not modal or not (is_others or is_moved or _are_own(tree, heads)):
        return ()
    named = (parts.entity_of(word.span) for word in parts.words(holder.source_span))
    return (next((one for one in named if one == side), side),)  # asked for, "Bolivian" is a mention of Bolivia


def _is_feared(holder: Statement, parts: Parts) -> bool:
    return any(word.lemma in FEARING for word in parts.words(holder.cue))


FEARING: Final = frozenset("warn caution fear expect predict foresee suspect believe worry".split())
"""Words of saying before what others may do."""


def _are_own(tree: Tree, heads: Sequence[Word]) -> bool:
    """Tell whether some words name arms that "our" or "its" gives to whoever speaks."""
    kinds = [kind_of(tree, head) for head in heads]
    is_own = all(any(w.text.lower() in OWN for w in tree.children(head, "nmod:poss")) for head in heads)
    return bool(kinds) and is_own and all(one is not None and "military" in lineage(one) for one in kinds)


OWN: Final = frozenset(("our", "its", "my", "his", "their"))
"""Words by which arms are the speaker's."""


COMING: Final = frozenset((Standing.FUTURE, Standing.HYPOTHETICAL, Standing.NEGATED))
"""Standings of what somebody says that he will do, or will not."""


def _place(span: Span, parts: Parts) -> str | None:
    """Return the place that a phrase names, or the state whose land or waters it speaks of: "Chilean soil"."""
    found = parts.place_of(span)
    if found is not None:
        return found
    kind = classify(span.of(parts.article.text))
    if kind is None or lineage(kind).isdisjoint(("territory", "line")):
        return None
    words = parts.words((span,))
    owners = (parts.entity_of(word.span) for word in words if word.upos == "ADJ" or word.deprel == "nmod:poss")
    return next((one for one in owners if one is not None and _kind(one) is EntityKind.COUNTRY), None)


def _is_mere_place(entity: str) -> bool:
    return entity.startswith("local:place/") or _kind(entity) is EntityKind.PLACE


def _kind(entity: str) -> EntityKind | None:
    known = knowledge().get(entity)
    return known.kind if known else None


def _happened(mention: EventMention, dates: Mapping[Span, str | None]) -> str | None:
    """Return the date of what happened, is planned or may happen, where the text gives one."""
    return dates.get(mention.time) if mention.time else None

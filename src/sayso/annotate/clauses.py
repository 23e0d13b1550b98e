"""
Trees to clauses: a verb or event noun with who does it, what to and where, over voice, coordination and control.

"Russia was ordered to withdraw the troops that it had sent" has three predicates, and a subject and an object for each.
What is read here is grammar alone; which act it is, and who is recipient or place, is for `events`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sayso.acts.words import Phrase, Surroundings, senses
from sayso.annotate import order
from sayso.annotate.order import CALENDAR, PARTICLES, RELATIVES
from sayso.annotate.phrases import describe, is_thing, measured, nominals, owner_words, owners_of, preposition
from sayso.annotate.subjects import ASKING, GIVING, heads_of, is_passive, referred, surface, unmarked
from sayso.annotate.syntax import Tree, Word

LIGHT: Final = frozenset(
    """announce attempt attend begin carry commit complete conduct continue declare deliver do end escalate execute
    extend give halt have hold host impose initiate intensify issue join keep launch lead lodge make mount offer open
    order pay perform plan prepare provide pursue put receive reimpose renew resume run sign stage start stop
    suspend take undertake unleash wage""".split()
)
"""Verbs that lend a noun their subject and their prepositional phrases: "carried out strikes on the port"."""
ENTERING: Final = frozenset(
    "be come engage enter escalate go involve keep lead part participate place put remain stay take".split()
)
"""Verbs whose subject is in what a noun behind "in", "to" or "on" names: "involved in the fighting", "put on alert"."""
SUFFERED: Final = frozenset("suffer face endure undergo sustain survive repel resist repulse withstand".split())
"""Verbs whose subject is the one that an event noun is done to."""
ANSWERING: Final = frozenset("answer counter hit react reply respond retaliate strike threaten".split())
"""Verbs whose subject does what stands behind their "with": "retaliated with tariffs"."""
DRAWING: Final = frozenset("attract bring draw earn prompt provoke".split())
HAPPENING: Final = frozenset(
    """begin break collapse come commence continue erupt end fail follow go happen last occur open proceed resume start
    stop succeed take""".split()
)
"""Verbs by which an event that is their subject takes place: where and with whom they say, it is."""
GOING: Final = frozenset(
    "assemble call come fly gather go head invite join meet receive send summon travel visit".split()
)
"""Verbs whose purpose ("for talks") is done by their subject, with whom they invite or see, where they go."""
DONE_TO: Final = frozenset(
    """annexation blockade bombing bombardment conquest deployment embargo evacuation intervention invasion massacre
    occupation partition pullout shelling siege takeover war withdrawal""".split()
)
"""Nouns before which the name of a land says where or to whom: "the Iraq war"."""
NAMING: Final = frozenset("brand call consider declare find label name term".split())
"""Verbs of which a second noun says what somebody is called."""
MEANS: Final = frozenset(
    """accident acclamation air boat bus car chance design force land letter mail means mistake nightfall phone plane
    post radio rail road sea ship stealth telegram telegraph telephone train violence vote wire""".split()
)
"""Bare nouns after "by" that nobody is."""
LOCAL: Final = frozenset("there here home abroad overseas ashore".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """
    A predicate with its arguments, each the head word of a phrase.

    Attributes:
        word: The verb or event noun.
        noun: True for a noun.
        light: The verb that carries a noun ("launched" an attack), or None.
        subject: Who does it, by meaning: a passive's agent.
        object: What it is done to, by meaning: a passive's subject.
        indirect: Who gets it, without a preposition.
        oblique: Prepositional phrases, by preposition.
    """

    word: Word
    noun: bool
    light: Word | None
    subject: tuple[Word, ...]
    object: tuple[Word, ...]
    indirect: tuple[Word, ...]
    oblique: Mapping[str, tuple[Word, ...]]


def read(tree: Tree, word: Word) -> Clause | None:
    """Return the clause that a word heads, or None where it cannot head one: auxiliaries, nouns before nouns."""
    if word.upos == "VERB" or (word.upos in ("NOUN", "ADJ") and _infinitive(tree, word)):
        return _verb(tree, word)
    if word.upos == "NOUN" and word.relation not in ("compound", "amod", "nummod"):
        return _noun(tree, word)
    return _being(tree, word) if word.deprel == "cop" and word.lemma == "be" else None


def _being(tree: Tree, word: Word) -> Clause | None:
    """Return the clause of a "be" that says where somebody is, now or as a condition: "are out of Kuwait"."""
    where = tree.parent(word)
    if where is None or where.index < word.index or not tree.children(where, "case"):
        return None
    marks = {w.text.lower() for w in tree.children(where, "mark", "advmod") if w.index < word.index}
    if word.text.lower() not in ("is", "are", "be") and marks.isdisjoint(order.CONDITIONS):
        return None
    preps = {w.text.lower(): nominals(tree, where) for w in tree.children(where, "case")}
    subject = heads_of(tree, (w for w in tree.children(where, "nsubj") if w.index < word.index))
    return Clause(word, False, None, subject or order.before(tree, word), (), (), preps)


def _infinitive(tree: Tree, word: Word) -> bool:
    """Tell whether a word follows the `to` of an infinitive, whatever it was taken for."""
    before = tree.words[word.index - 1] if word.index else None
    return before is not None and before.upos == "PART" and before.lemma == "to" and before.head == word.index


def surroundings(tree: Tree, clause: Clause, meant: Mapping[int, frozenset[str]] | None = None) -> Surroundings:
    """Return what rules look at around a predicate; `meant` are the classes that pronouns may stand for."""

    def told(heads: Iterable[Word]) -> tuple[Phrase, ...]:
        return tuple(describe(tree, head, meant) for head in heads)

    word = clause.word
    free = [w for w in clause.object if w.lemma in ("free", "open", "dead") and w.index == word.index + 1]
    if free:  # "set free two hostages": no more an object than "off" is
        clause = replace(clause, object=tuple(w for w in clause.object if w not in free) or clause.indirect)
    around = tree.children(word, "advmod", "amod", "compound", "nmod:desc", "obl:unmarked")
    modifiers = {form for w in (*around, *free) for form in (w.lemma, w.text.lower()) if w.deprel != "compound:prt"}
    return Surroundings(
        subject=told(clause.subject),
        object=told(clause.object or clause.indirect),
        particles=frozenset(w.text.lower() for w in particles(tree, word)),
        prepositional={prep: told(heads) for prep, heads in clause.oblique.items()},
        modifiers=frozenset(modifiers),
        complements=frozenset(w.lemma for w in _complements(tree, word)),
        before=frozenset(w.text.lower() for w in tree.children(word, "case")) if clause.noun else frozenset(),
    )


def _complements(tree: Tree, word: Word) -> Iterator[Word]:
    """Yield the heads of what a verb makes or lets somebody do or be, or calls him: infinitives, adjectives, a noun."""
    for one in tree.children(word, "xcomp", "ccomp"):
        is_named = word.lemma in NAMING and one.upos in ("NOUN", "ADJ")
        if is_named or (one.relation == "xcomp" and one.upos != "PROPN"):
            yield one
    if word.lemma in ASKING | GIVING:  # parsers hang "to leave" on "gave the envoys a week" as they please
        heads = (word, *(w for w in tree.children(word, "obj", "iobj", "obl") if w.lemma != "notice"))
        hung = (one for w in heads for one in tree.children(w, "acl", "advcl"))
        yield from (one for one in hung if any(w.lemma == "to" for w in tree.children(one, "mark")))


def particles(tree: Tree, word: Word) -> tuple[Word, ...]:
    """Return the particles of a verb: `out` in "ruled out"; a bare adverb of that form counts as one."""
    found = [*tree.children(word, "compound:prt")]
    after = tree.words[word.index + 1] if word.index + 1 < len(tree.words) else None
    if after is not None and after.text.lower() in PARTICLES and after not in found:
        above = tree.parent(after)
        if above is word or (
            above is not None and after.relation == "case" and (above.relation == "obj" or _needs(word, after))
        ):
            found.append(after)
    return tuple(found)


def _needs(word: Word, particle: Word) -> bool:
    """Tell whether a verb has a meaning with this particle, so that it is not the preposition that it looks like."""
    needs = (need for rule in senses(word.lemma, noun=False) for need in rule.needs if need.slot == "prt")
    return any(particle.text.lower() in need.lemmas for need in needs)


def _verb(tree: Tree, word: Word) -> Clause:
    subject, objects = surface(tree, word), _objects(tree, word)
    indirect = heads_of(tree, tree.children(word, "iobj"))
    oblique = obliques(tree, word)
    after = particles(tree, word)
    if not objects and after and not is_passive(tree, word):
        objects = heads_of(tree, (h for p in after if (h := tree.parent(p)) is not None and h is not word))
    if is_passive(tree, word):
        if objects:
            indirect = (*subject, *indirect)
        else:
            objects = subject
        subject = _agents(tree, word)
    for head in objects:
        _add(oblique, attached(tree, measured(tree, head) or head))
    follow = max((head.index for head in objects if head.index > word.index), default=word.index)
    for prep, head in order.phrases(tree, follow + 1):
        _add(oblique, {prep: (head,)} if prep not in oblique and prep not in ("of", "by") else {})
    return Clause(word, False, None, subject, objects, indirect, oblique)


def _agents(tree: Tree, word: Word) -> tuple[Word, ...]:
    """Return who does what a passive tells, named with "by"."""
    named = [w for w in tree.children(word, "obl:agent", "obl") if preposition(tree, w) == "by"]
    named = named or [w for prep, w in order.phrases(tree, word.index + 1) if prep == "by"]
    named = [w for w in named if w.upos != "NUM" and not CALENDAR.match(w.text) and not _is_means(tree, w)]
    return heads_of(tree, named)


def _is_means(tree: Tree, head: Word) -> bool:
    """Tell whether a phrase after "by" says how and not by whom: "by force", "by sea"."""
    alone = all(w.relation in ("case", "punct") for w in tree.children(head))
    return alone and head.lemma in MEANS and head.text.lower() == head.lemma


def _objects(tree: Tree, word: Word) -> tuple[Word, ...]:
    own = tree.children(word, "obj") or unmarked(tree, word, before=False)
    if len(own) == 1 and own[0].lemma == "dead" and own[0].index == word.index + 1:  # "shot dead two miners"
        after = order.run(tree, own[0].index + 1)
        own = own if after is None else (after,)
    if own:
        return heads_of(tree, tuple(referred(tree, word, head) for head in own))
    touching = None if is_passive(tree, word) else order.behind(tree, word)
    if touching is not None:
        return nominals(tree, touching)
    above = tree.parent(word)
    if above is None:
        return ()
    if word.deprel == "acl:relcl" and tree.children(word, "nsubj") and above.upos in ("NOUN", "PROPN"):
        relative = any(w.text.lower() in RELATIVES for s in tree.children(word, "nsubj") for w in tree.subtree(s))
        return () if relative else nominals(tree, above)
    if word.deprel == "conj" and above.upos == "VERB":
        shared = [w for w in tree.children(above, "obj") if w.index > word.index]
        return heads_of(tree, tuple(shared))
    return ()


def obliques(tree: Tree, word: Word) -> dict[str, tuple[Word, ...]]:
    """Return the prepositional phrases of a word by preposition; "out of" stands under `out` and `of`."""
    found: dict[str, tuple[Word, ...]] = {}
    for head in tree.children(word, "obl", "nmod", "obl:agent"):
        if head.deprel in ("obl:unmarked", "nmod:poss", "nmod:unmarked", "nmod:desc"):
            continue
        cases = [w.text.lower() for w in tree.children(head, "case")]
        cases += [w.text.lower() for case in tree.children(head, "case") for w in tree.children(case, "fixed")]
        for prep in cases:
            named = nominals(tree, referred(tree, word, head))
            named = _pair(tree, named) if prep == "between" else named
            found[prep] = (*found.get(prep, ()), *named)
    for head in tree.children(word, "advmod"):
        if head.lemma in LOCAL:
            found["to"] = (*found.get("to", ()), head)
    return found


def _pair(tree: Tree, heads: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return both parties of "between A and B", also where no edge of the tree joins them."""
    if len(heads) > 1:
        return heads
    rest = tree.words[heads[0].index + 1 :]
    joint = next((w.index for w in rest if w.lemma == "and"), None)
    if joint is None or any(w.upos in ("VERB", "AUX") for w in tree.words[heads[0].index + 1 : joint]):
        return heads
    run: list[Word] = []
    for word in tree.words[joint + 1 :]:
        if word.upos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"):
            break
        run.append(word)
    return (*heads, run[-1]) if run and run[-1].upos in ("NOUN", "PROPN", "PRON") else heads


def attached(tree: Tree, head: Word) -> dict[str, tuple[Word, ...]]:
    """Return the phrases behind an object that may as well belong to the verb: "peacekeepers [to Ukraine]"."""
    return {prep: heads for prep, heads in obliques(tree, head).items() if prep not in ("of", "by")}


def _add(oblique: dict[str, tuple[Word, ...]], more: Mapping[str, tuple[Word, ...]]) -> None:
    """Add prepositional phrases to others, each head once."""
    for prep, heads in more.items():
        oblique[prep] = (*oblique.get(prep, ()), *(w for w in heads if w not in oblique.get(prep, ())))


def _noun(tree: Tree, word: Word) -> Clause:
    oblique = obliques(tree, word)
    compounds = tree.children(word, "compound")
    named = tuple(w for w in compounds if w.upos != "PROPN" or (word.lemma in DONE_TO and not w.text.isupper()))
    owners = heads_of(tree, (w for w in owner_words(tree, word) if w not in named))
    objects = (*oblique.get("of", ()), *named)
    subject, light = owners, None
    above = None if tree.children(word, "cop") else _carrier(tree, word)
    if oblique.get("by"):
        objects = (*objects, *subject)
        subject = oblique["by"]
    if above is not None and above.upos == "VERB" and word.relation in ("obj", "nsubj", "conj", "obl", "nmod"):
        light, subject, objects = _carried(tree, word, above, subject, objects)
        if light is not None or (word.relation == "nsubj" and above.lemma in HAPPENING):
            _add(oblique, _beside(tree, light or above, word))
        elif word.relation == "obl" and preposition(tree, word) == "for" and above.lemma in GOING:
            subject = subject or surface(tree, above)
            _add(oblique, {"in": _beside(tree, above, word).get("to", ())})
            _add(oblique, {"with": () if is_passive(tree, above) else _objects(tree, above)})
        elif word.relation == "obj" and above.lemma in DRAWING:
            subject = subject or oblique.get("from", ()) or obliques(tree, above).get("from", ())
    elif tree.children(word, "cop") or (word.relation == "root" and tree.children(word, "nsubj", "case")):
        own = heads_of(tree, (w for w in tree.children(word, "nsubj") if w.index < word.index))
        subject = subject or own or _before_copula(tree, word)
    return Clause(word, True, light, subject, objects, (), oblique)


def _before_copula(tree: Tree, word: Word) -> tuple[Word, ...]:
    """Return who stands before the "be" of a noun, where the tree hangs him elsewhere: "[he] is back in office"."""
    copula = next(iter(tree.children(word, "cop")), None)
    return order.before(tree, copula) if copula is not None and copula.index < word.index else ()


def _carrier(tree: Tree, word: Word) -> Word | None:
    """Return what a noun hangs on: the verb over "part in", else its head; over what is told of it, that verb."""
    above = tree.parent(word)
    if above is not None and above.lemma in ("part", "role") and word.relation == "nmod" and above.relation == "obj":
        return tree.parent(above)
    if word.relation in ("obl", "nmod", "obj", "nsubj") and (above is None or above.lemma not in LIGHT | ENTERING):
        return next((w for w in tree.children(word, "acl:relcl") if _tells_of(tree, w, word)), above)
    return above


def _tells_of(tree: Tree, verb: Word, noun: Word) -> bool:
    """Tell whether a relative clause says how an event came about: "the attack, [which was launched last night]"."""
    subject = tree.children(verb, "nsubj:pass")
    return verb.lemma in LIGHT and bool(subject) and referred(tree, verb, subject[0]) is noun


def _beside(tree: Tree, verb: Word, noun: Word) -> dict[str, tuple[Word, ...]]:
    """Return the prepositional phrases of a verb without a noun that it carries."""
    return {prep: heads for prep, heads in obliques(tree, verb).items() if noun not in heads}


def _carried(
    tree: Tree, word: Word, above: Word, subject: tuple[Word, ...], objects: tuple[Word, ...]
) -> tuple[Word | None, tuple[Word, ...], tuple[Word, ...]]:
    """Return the verb that carries a noun, and subject and object with what it lends."""
    passive = is_passive(tree, above)
    if above in tree.children(word, "acl:relcl"):
        return above, subject or _agents(tree, above), objects
    if word.deprel == "nsubj:pass" or (word.relation == "obj" and not passive):
        if above.lemma in SUFFERED:
            return above, subject, (*objects, *surface(tree, above))
        if above.lemma in LIGHT:
            lent = _agents(tree, above) if passive else surface(tree, above)
            pronoun = all(w.upos == "PRON" for w in subject)
            return above, (lent or subject) if pronoun else subject, objects
    if above.lemma in ANSWERING and word.relation == "obl" and preposition(tree, word) == "with":
        aimed = tuple(_objects(tree, above)) if above.lemma == "threaten" else ()
        lent = _agents(tree, above) if passive else surface(tree, above)
        return above, subject or lent, (*objects, *aimed)
    into = word.relation in ("obl", "nmod") and preposition(tree, word) in ("in", "to", "into", "under", "on")
    if into and above.lemma in ENTERING:
        return above, subject or surface(tree, above), objects
    return None, subject, objects


def without(tree: Tree, clause: Clause, heads: frozenset[int]) -> Clause:
    """Return a clause without arguments that are part of its predicate ("take part"), but with what hangs on those."""
    oblique = {prep: tuple(w for w in some if w.index not in heads) for prep, some in clause.oblique.items()}
    for index in sorted(heads):
        _add(oblique, obliques(tree, tree.words[index]))
    oblique = {prep: tuple(w for w in some if w.index not in heads) for prep, some in oblique.items()}
    subject = tuple(w for w in clause.subject if w.index not in heads)
    return replace(
        clause, subject=subject, object=tuple(w for w in clause.object if w.index not in heads), oblique=oblique
    )


def undergone(clause: Clause) -> Clause:
    """Return a clause whose subject is the one that it is done to: "the hostage dies"."""
    return replace(clause, subject=(), object=(*clause.subject, *clause.object))


def asked(tree: Tree, clause: Clause) -> tuple[Word, ...]:
    """Return who is to do what is asked for: the subject of what follows "demanded that"."""
    if clause.object or clause.noun:
        return ()
    told = tree.children(clause.word, "ccomp", "xcomp")
    return heads_of(tree, (w for inner in told for w in tree.children(inner, "nsubj", "nsubj:pass")))


def own_forces(tree: Tree, clause: Clause, named: tuple[Word, ...] = ()) -> tuple[Word, ...]:
    """Return the things that are moved by their owners where no one else is said to: "sending [NATO peacekeepers]"."""
    if clause.subject:
        return ()
    return tuple(head for head in (*clause.object, *named) if is_thing(tree, head) and owners_of(tree, head))

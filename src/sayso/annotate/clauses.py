"""
Trees to clauses: a verb or event noun with who does it, what to and where, over voice, coordination and control.

"Russia was ordered to withdraw the troops that it had sent" has three predicates, and a subject and an object for each.
What is read here is grammar alone; which act it is, and who is recipient or place, is for `events`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sayso.acts.words import Surroundings
from sayso.annotate.phrases import describe, is_demonym, is_party, is_thing, nominals, preposition
from sayso.annotate.syntax import Tree, Word

LIGHT: Final = frozenset(
    """begin carry commit conduct continue declare deliver do execute give have hold initiate issue launch lead lodge
    make mount offer open order perform plan prepare pay provide pursue resume run sign stage start take undertake
    unleash wage announce impose extend halt stop end suspend attend join receive keep put""".split()
)
"""Verbs that lend a noun their subject and their prepositional phrases: "carried out strikes on the port"."""
SUFFERED: Final = frozenset("suffer face endure undergo sustain survive repel resist repulse withstand".split())
"""Verbs whose subject is the one that an event noun is done to."""
PLANS: Final = frozenset(
    """agreement aim appeal attempt authority bid call campaign chance commitment deadline decision demand desire duty
    effort goal intention intent mandate mission move need obligation offer operation opportunity option order
    permission plan plot pledge pressure project promise proposal readiness refusal request right scheme threat vow
    warning way willingness wish""".split()
)
"""Nouns whose infinitive is done by whoever has the plan, not by the noun."""
SUBJECT_CONTROL: Final = frozenset("promise vow pledge threaten swear".split())
NO_CONTROL: Final = frozenset(
    """warn caution call condemn criticise criticize oppose demand propose suggest recommend ban prohibit forbid prevent
    advocate favour favor urge approve authorise authorize discuss mean risk""".split()
)
"""Verbs whose bare complement ("warned against sending troops") says nothing of who would do it."""
RELATIVES: Final = frozenset("who whom which that whose".split())
DONE_TO: Final = frozenset(
    """annexation blockade bombing bombardment conquest deployment embargo evacuation intervention invasion massacre
    occupation partition pullout shelling siege takeover war withdrawal""".split()
)
"""Nouns before which the name of a land says where or to whom: "the Iraq war"."""
CALENDAR: Final = re.compile(
    r"^(?:(?:year|month|week|day|hour|minute|decade|century|night|morning|evening|time|today|yesterday|tomorrow|weekend)s?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|\d+(?:st|nd|rd|th|s)?)$",
    re.I,
)
"""Words of the calendar, which are nobody and nowhere."""
PARTICLES: Final = frozenset("back down in off out over up".split())
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
    if word.upos == "VERB":
        return _verb(tree, word)
    if word.upos == "NOUN" and word.relation not in ("compound", "amod", "nummod"):
        return _noun(tree, word)
    return None


def surroundings(tree: Tree, clause: Clause) -> Surroundings:
    """Return what rules look at around a predicate."""
    word = clause.word
    around = tree.children(word, "advmod", "amod", "compound", "nmod:desc", "obl:unmarked")
    modifiers = {form for w in around for form in (w.lemma, w.text.lower()) if w.deprel != "compound:prt"}
    return Surroundings(
        subject=tuple(describe(tree, w) for w in clause.subject),
        object=tuple(describe(tree, w) for w in clause.object),
        particles=frozenset(w.text.lower() for w in particles(tree, word)),
        prepositional={prep: tuple(describe(tree, w) for w in heads) for prep, heads in clause.oblique.items()},
        modifiers=frozenset(modifiers),
        complements=frozenset(w.lemma for w in tree.children(word, "xcomp")),
        before=frozenset(w.text.lower() for w in tree.children(word, "case")) if clause.noun else frozenset(),
    )


def particles(tree: Tree, word: Word) -> tuple[Word, ...]:
    """Return the particles of a verb: `out` in "ruled out"; a bare adverb of that form counts as one."""
    return tuple(
        w
        for w in tree.children(word, "compound:prt", "advmod", "case")
        if w.deprel == "compound:prt" or (w.text.lower() in PARTICLES and w.index == word.index + 1)
    )


def is_passive(tree: Tree, word: Word) -> bool:
    """Tell whether a verb stands in the passive, or is a participle of something done: "troops sent there"."""
    if tree.children(word, "aux:pass", "nsubj:pass", "csubj:pass"):
        return True
    if tree.children(word, "nsubj", "aux", "obj") or word.text.lower().endswith("ing"):
        return False
    if word.deprel == "conj":
        above = tree.parent(word)
        return (
            above is not None and above.upos == "VERB" and is_passive(tree, above) and word.text.lower() != word.lemma
        )
    return word.deprel in ("acl", "advcl", "xcomp") and _is_participle(tree, word)


def _is_participle(tree: Tree, word: Word) -> bool:
    if any(w.lemma == "to" for w in tree.children(word, "mark")):
        return False
    return word.text.lower() != word.lemma or word.lemma in ("put", "set", "hit", "cut", "shut")


def surface(tree: Tree, word: Word, depth: int = 0) -> tuple[Word, ...]:
    """Return the grammatical subject of a verb, found over control, coordination and relative clauses."""
    own = tree.children(word, "nsubj", "nsubj:pass", "nsubj:outer") or _unmarked(tree, word, before=True)
    if own:
        return tuple(one for head in own for one in nominals(tree, _referred(tree, word, head)))
    above = tree.parent(word)
    if above is None or depth > 6:
        return ()
    if word.deprel == "acl":
        return _owner_of_plan(tree, word, above, depth)
    if word.deprel == "acl:relcl":
        return nominals(tree, above) if above.upos != "VERB" else ()
    if word.relation == "conj":
        return surface(tree, above, depth + 1) if above.upos in ("VERB", "ADJ", "NOUN", "AUX") else ()
    if word.relation in ("xcomp", "ccomp", "advcl"):
        return _controller(tree, word, above, depth)
    return ()


def _controller(tree: Tree, word: Word, above: Word, depth: int) -> tuple[Word, ...]:
    """Return who is understood to do an infinitive or participle below another predicate."""
    if word.relation == "ccomp" and _is_finite(tree, word):
        return ()
    passive = above.upos == "VERB" and is_passive(tree, above)
    marks = {w.lemma for w in tree.children(word, "mark")}
    if word.relation != "advcl" or marks & {"of", "from", "against", "into"}:
        objects = tree.children(above, "obj", "iobj")
        if objects and not passive and above.lemma not in SUBJECT_CONTROL:
            return nominals(tree, objects[0])
        called = [w for w in tree.children(above, "obl") if preposition(tree, w) in ("on", "upon", "for", "to")]
        if called and above.lemma in ("call", "appeal", "up"):
            return nominals(tree, called[0])
    if above.lemma in NO_CONTROL and not passive:
        return ()
    return surface(tree, above, depth + 1)


def _is_finite(tree: Tree, word: Word) -> bool:
    return bool(tree.children(word, "aux", "cop")) and not any(w.lemma == "to" for w in tree.children(word, "mark"))


def _owner_of_plan(tree: Tree, word: Word, noun: Word, depth: int) -> tuple[Word, ...]:
    """Return who does what is hung on a noun: "Russia's plan to invade", "troops fighting there"."""
    if noun.lemma not in PLANS and not tree.children(word, "mark"):
        return nominals(tree, noun)
    if noun.lemma not in PLANS and all(w.lemma == "to" for w in tree.children(word, "mark")):
        return nominals(tree, noun)
    owners = tuple(
        w
        for w in tree.children(noun, "nmod:poss", "compound", "amod", "nmod")
        if is_owner(tree, w) or preposition(tree, w) in ("by", "for", "on", "to")
    )
    if owners:
        return owners
    above = tree.parent(noun)
    if above is not None and above.upos == "VERB" and noun.relation == "obj" and above.lemma not in NO_CONTROL:
        return surface(tree, above, depth + 1) if not is_passive(tree, above) else ()
    return ()


def is_owner(tree: Tree, word: Word) -> bool:
    """Tell whether a dependent of a noun says whose it is: "Russia's", "its", "Polish", "NATO" before it."""
    if word.deprel == "nmod:poss":
        return True
    return (word.deprel == "compound" and word.upos == "PROPN") or (word.deprel == "amod" and is_demonym(tree, word))


def _referred(tree: Tree, word: Word, head: Word) -> Word:
    """Return what a relative pronoun stands for, any other word itself."""
    if head.upos in ("PRON", "DET", "SCONJ") and head.text.lower() in RELATIVES:
        top = next((one for one in (word, *tree.ancestors(word)) if one.deprel == "acl:relcl"), None)
        noun = tree.parent(top) if top is not None else None
        return noun if noun is not None else head
    return head


def _verb(tree: Tree, word: Word) -> Clause:
    subject, objects = surface(tree, word), _objects(tree, word)
    indirect = _heads(tree, tree.children(word, "iobj"))
    oblique = obliques(tree, word)
    if is_passive(tree, word):
        if objects:
            indirect = (*subject, *indirect)
        else:
            objects = subject
        subject = _agents(tree, word)
    for head in objects:
        _add(oblique, attached(tree, head))
    return Clause(word, False, None, subject, objects, indirect, oblique)


def _agents(tree: Tree, word: Word) -> tuple[Word, ...]:
    """Return who does what a passive tells, named with "by"."""
    return _heads(tree, (w for w in tree.children(word, "obl:agent", "obl") if preposition(tree, w) == "by"))


def _objects(tree: Tree, word: Word) -> tuple[Word, ...]:
    own = tree.children(word, "obj") or _unmarked(tree, word, before=False)
    if own:
        return _heads(tree, tuple(_referred(tree, word, head) for head in own))
    above = tree.parent(word)
    if above is None:
        return ()
    if word.deprel == "acl:relcl" and tree.children(word, "nsubj") and above.upos in ("NOUN", "PROPN"):
        relative = any(w.text.lower() in RELATIVES for s in tree.children(word, "nsubj") for w in tree.subtree(s))
        return () if relative else nominals(tree, above)
    if word.deprel == "conj" and above.upos == "VERB":
        shared = [w for w in tree.children(above, "obj") if w.index > word.index]
        return _heads(tree, tuple(shared))
    return ()


def _unmarked(tree: Tree, word: Word, *, before: bool) -> tuple[Word, ...]:
    """
    Return the nominal beside a verb that nothing marks as anything but its subject (before it) or object (behind it).

    English marks every oblique, so a bare nominal that a parser calls oblique, or hangs on a verb as if on a noun, is
    one of the two; telegraphic headlines and moves are where this happens.
    """
    bare = [
        one
        for one in tree.children(word, "obl", "compound", "appos", "nmod", "dep", "dislocated")
        if one.deprel in ("obl", "compound", "appos", "nmod", "dep", "dislocated")
        and one.upos in ("NOUN", "PROPN", "PRON")
        and (one.index < word.index) is before
        and not tree.children(one, "case", "mark")
        and not CALENDAR.match(one.text)
    ]
    if before and any(w.index < word.index for w in tree.children(word, "mark")):
        return ()
    return tuple(bare[-1:] if before else bare[:1])


def _heads(tree: Tree, heads: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(one for head in heads for one in nominals(tree, head))


def obliques(tree: Tree, word: Word) -> dict[str, tuple[Word, ...]]:
    """Return the prepositional phrases of a word by preposition; "out of" stands under `out` and `of`."""
    found: dict[str, tuple[Word, ...]] = {}
    for head in tree.children(word, "obl", "nmod", "obl:agent"):
        if head.deprel in ("obl:unmarked", "nmod:poss", "nmod:unmarked", "nmod:desc"):
            continue
        cases = [w.text.lower() for w in tree.children(head, "case")]
        cases += [w.text.lower() for case in tree.children(head, "case") for w in tree.children(case, "fixed")]
        for prep in cases:
            named = nominals(tree, _referred(tree, word, head))
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
    owners = tuple(
        one for w in tree.children(word) if is_owner(tree, w) and w not in named for one in nominals(tree, w)
    )
    objects = (*oblique.get("of", ()), *named)
    subject, light = owners, None
    above = tree.parent(word)
    if oblique.get("by"):
        objects = (*objects, *subject)
        subject = oblique["by"]
    if above is not None and above.upos == "VERB" and word.relation in ("obj", "nsubj", "conj", "obl"):
        light, subject, objects = _carried(tree, word, above, subject, objects)
        if light is not None:
            _add(oblique, {prep: heads for prep, heads in obliques(tree, light).items() if word not in heads})
    elif tree.children(word, "cop") or (word.relation == "root" and tree.children(word, "nsubj", "case")):
        subject = subject or _heads(tree, tree.children(word, "nsubj"))
    return Clause(word, True, light, subject, objects, (), oblique)


def _carried(
    tree: Tree, word: Word, above: Word, subject: tuple[Word, ...], objects: tuple[Word, ...]
) -> tuple[Word | None, tuple[Word, ...], tuple[Word, ...]]:
    """Return the verb that carries a noun, and subject and object with what it lends."""
    passive = is_passive(tree, above)
    if word.deprel == "nsubj:pass" or (word.relation == "obj" and not passive):
        if above.lemma in SUFFERED:
            return above, subject, (*objects, *surface(tree, above))
        if above.lemma in LIGHT:
            lent = _agents(tree, above) if passive else surface(tree, above)
            return above, subject or lent, objects
    if word.relation == "obl" and preposition(tree, word) in ("in", "to", "into", "under", "on") and above.lemma in (
        "engage", "involve", "participate", "take", "part", "go", "come", "enter", "lead", "put", "escalate",
    ):  # fmt: skip
        return above, subject or surface(tree, above), objects
    return None, subject, objects


def without(tree: Tree, clause: Clause, heads: frozenset[int]) -> Clause:
    """Return a clause without arguments that are part of its predicate ("take part"), but with what hangs on those."""
    oblique = {prep: tuple(w for w in some if w.index not in heads) for prep, some in clause.oblique.items()}
    for index in sorted(heads):
        _add(oblique, attached(tree, tree.words[index]))
    oblique = {prep: tuple(w for w in some if w.index not in heads) for prep, some in oblique.items()}
    return replace(clause, object=tuple(w for w in clause.object if w.index not in heads), oblique=oblique)


def own_forces(tree: Tree, clause: Clause) -> tuple[Word, ...]:
    """Return whose forces are moved where no one is said to move them: "sending [NATO] peacekeepers"."""
    if clause.subject:
        return ()
    found: list[Word] = []
    for head in clause.object:
        if is_thing(tree, head):
            found += [one for w in tree.children(head) if is_owner(tree, w) for one in nominals(tree, w)]
            found += [one for one in attached(tree, head).get("from", ()) if is_party(one)]
    return tuple(found)

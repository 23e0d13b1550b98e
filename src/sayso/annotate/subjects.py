"""
Trees to subjects: who does what a verb says, over voice, coordination, control and relative clauses.

"Russia was ordered to withdraw" has one subject for two verbs, and "the troops that it sent" an object that stands
before its verb. Where a tree gives nothing, the order of words may (`order`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sayso.annotate import order
from sayso.annotate.order import CALENDAR, RELATIVES
from sayso.annotate.phrases import is_owner, nominals, preposition
from sayso.annotate.signalwords import URGING
from sayso.annotate.syntax import Tree, Word
from sayso.annotate.unreal import is_dared

PLANS: Final = frozenset(
    """agreement aim appeal attempt authority bid call campaign chance commitment deadline decision demand
    desire duty effort goal intent intention mandate mission move need obligation offer operation opportunity
    option order permission plan pledge plot pressure project promise proposal readiness refusal request right
    notice power scheme step threat vote vow warning way willingness wish word""".split()
)
"""Nouns whose infinitive is done by whoever has the plan, not by the noun."""
SUBJECT_CONTROL: Final = frozenset("promise vow pledge threaten swear".split())
GIVING: Final = frozenset("allow give grant leave".split())
"""Verbs that give somebody time, leave or a task to do something: "gave them six days to leave"."""
NO_CONTROL: Final = frozenset(
    """advocate approve authorise authorize ban call caution condemn criticise criticize demand discuss favor
    favour forbid mean oppose prevent prohibit propose recommend risk suggest urge warn""".split()
)
"""Verbs whose bare complement ("warned against sending troops") says nothing of who would do it."""


OBJECTLESS: Final = frozenset(
    """advance arrive clash collapse comply demonstrate die disembark erupt flee flock intervene march meddle mutiny
    pour protest rally rebel resign retreat riot roll rumble skirmish stream surge surrender swarm trek""".split()
)
"""Verbs without an object, which have no passive."""


def is_passive(tree: Tree, word: Word) -> bool:
    """Tell whether a verb stands in the passive, or is a participle of something done: "troops sent there"."""
    if any(w.upos == "AUX" for w in tree.children(word, "aux:pass")):
        return True
    if word.lemma in OBJECTLESS:
        return False
    if word.lemma == "call" and _is_aimed(tree, word) and _has_caller(tree, word):
        return False
    is_headline = word.lemma in HEADLINED and not tree.children(word, "obj")
    if tree.children(word, "nsubj:pass") and word.relation == "root" and not is_headline and _is_told(tree, word):
        return False
    if tree.children(word, "nsubj:pass", "csubj:pass"):
        after = tree.words[word.index + 1] if word.index + 1 < len(tree.words) else word
        if after.upos == "ADP" and after.relation == "case":
            return True
        return order.behind(tree, word) is None or bool(tree.children(word, "iobj", "obj"))
    if _is_headline_passive(tree, word):
        return True
    if tree.children(word, "nsubj", "aux", "obj") or word.text.lower().endswith("ing"):
        return False
    if word.index and tree.words[word.index - 1].lemma == "have":
        return False
    if word.deprel == "conj":
        above = tree.parent(word)
        return (
            above is not None and above.upos == "VERB" and is_passive(tree, above) and word.text.lower() != word.lemma
        )
    return word.deprel in ("acl", "advcl", "xcomp") and _is_participle(tree, word)


HEADLINED: Final = frozenset(
    """arrest ban bomb call close deport detain evacuate expel free freeze hang hijack hold injure jail kidnap kill lift
    oust release rescue seize shell shoot sign slay suspend swap wound""".split()
)
"""Verbs whose participle alone says in a headline what was done to somebody: "Hostages freed in Manila"."""


ENDING: Final = frozenset("\"'”’»)]")
"""Marks behind the end of a sentence."""
AIMING: Final = frozenset("bomb shell shoot call sign close".split())
"""Those of them that are done without an object, too."""


def _is_headline_passive(tree: Tree, word: Word) -> bool:
    """Tell whether a headline leaves out the "were" of a passive."""
    last = next((one.text for one in reversed(tree.words) if one.text not in ENDING), "")
    if word.relation != "root" or word.lemma not in HEADLINED or last in (".", "!", "?"):
        return False
    if word.text.lower() in (word.lemma, f"{word.lemma}s") or tree.children(word, "obj", "aux", "iobj"):
        return False
    return bool(tree.children(word, "nsubj")) and order.behind(tree, word) is None


def _is_aimed(tree: Tree, word: Word) -> bool:
    """Tell whether a verb of `AIMING` says at, near or on whom: "bombed near Damascus", "called on Greece to leave"."""
    after = [w.text for w in tree.words[word.index + 1 : word.index + 3]]
    if len(after) < 2 or after[0].lower() not in ("at", "near", "for", "on", "upon", "with"):
        return False
    return bool(tree.children(word, "nsubj", "nsubj:pass")) and not CALENDAR.match(after[1])


def _has_caller(tree: Tree, word: Word) -> bool:
    """Tell whether the subject of "called on" calls and is not called: it is named, or an infinitive follows."""
    who = tree.children(word, "nsubj", "nsubj:pass")
    is_asked = any(one.upos == "PART" and one.lemma == "to" for one in tree.words[word.index + 1 :])
    return is_asked or any(one.upos in ("PROPN", "PRON") for one in who)


def _is_told(tree: Tree, word: Word) -> bool:
    """Tell whether a verb without "be" in a full sentence is a past tense and no passive."""
    own = tree.children(word, "nsubj:pass")[0]
    between = tree.words[own.index + 1 : word.index]
    return tree.words[-1].text == "." and own.index < word.index and all(w.upos == "ADV" for w in between)


def _is_participle(tree: Tree, word: Word) -> bool:
    if any(w.lemma == "to" for w in tree.children(word, "mark")):
        return False
    return word.text.lower() != word.lemma or word.lemma in ("put", "set", "hit", "cut", "shut")


def surface(tree: Tree, word: Word, depth: int = 0) -> tuple[Word, ...]:
    """Return the grammatical subject of a verb, found over control, coordination and relative clauses."""
    if is_dared(tree, word):
        return ()
    subjects = tree.children(word, "nsubj", "nsubj:pass", "nsubj:outer")
    subjects = tuple(w for w in subjects if not preposition(tree, w)) or subjects
    own = tuple(head for head in subjects if head.index < word.index) or unmarked(tree, word, before=True)
    if not own and not word.text.lower().endswith("ing"):
        own = subjects
    if own:
        return tuple(one for head in own for one in nominals(tree, referred(tree, word, head)))
    touching = order.before(tree, word) if depth == 0 and _is_finite(tree, word) else ()
    if touching:
        return touching
    above = tree.parent(word)
    if above is None or depth > 6:
        return ()
    is_said_of = tree.children(above, "cop") and any(w.lemma == "to" for w in tree.children(word, "mark"))
    if is_said_of and word.index > above.index and tree.children(above, "nsubj"):
        return surface(tree, above, depth + 1)
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
    if word.relation == "ccomp" and _has_auxiliary(tree, word):
        return ()
    passive = above.upos == "VERB" and is_passive(tree, above)
    marks = {w.lemma for w in tree.children(word, "mark")}
    given = tree.children(above, "iobj", "obj") if above.lemma in GIVING and not passive else ()
    if "to" in marks and given and (len(given) > 1 or given[0].relation == "iobj"):
        return nominals(tree, given[0])
    if word.index == above.index + 1 and not passive and word.text.lower().endswith("ing"):
        return surface(tree, above, depth + 1)
    asked = _asked(tree, above, word, passive=passive) if "to" in marks else ()
    if asked:
        return nominals(tree, asked[0])
    if word.relation != "advcl" or marks & {"of", "from", "against", "into"}:
        objects = [w for w in tree.children(above, "obj", "iobj") if w.lemma not in PLANS]
        touching = order.behind(tree, above) if not objects and marks & {"of", "from", "against"} else None
        objects += [touching] if touching is not None and touching.lemma not in PLANS else []
        if objects and not passive and above.lemma not in SUBJECT_CONTROL:
            return nominals(tree, objects[0])
    if above.lemma in NO_CONTROL and not passive and not (above.lemma == "mean" and "to" in marks):
        return ()
    return surface(tree, above, depth + 1)


CALLING: Final = frozenset("appeal beg call plead prevail up".split())
"""Verbs that say behind a preposition who is to do something."""
ASKING: Final = (URGING - {"call", "appeal", "plead"}) | frozenset(
    "advise ask bid compel direct enable enjoin force invite oblige persuade pressure push summon".split()
)
"""Verbs whose object is to do something, wherever a parser hangs the infinitive."""


def _asked(tree: Tree, verb: Word, below: Word, *, passive: bool) -> tuple[Word, ...]:
    """Return who is asked or made to do what an infinitive says: "called on Mali to leave", "forces Mali to leave"."""
    if verb.lemma in CALLING:
        called = [w for w in tree.children(verb, "obl", "obj") if w.index < below.index and _is_called(tree, verb, w)]
        if called:
            return (called[0],)
    if verb.lemma not in ASKING or passive:
        return ()
    objects = [w for w in tree.children(verb, "obj", "iobj") if verb.index < w.index < below.index]
    return tuple(w for w in objects if w.lemma not in PLANS)[:1]


def _is_called(tree: Tree, verb: Word, head: Word) -> bool:
    """Tell whether a phrase says who is called on to do something, also where "on" was taken for a particle."""
    if preposition(tree, head):
        return preposition(tree, head) in ("on", "upon", "for", "to", "with")
    particles = tree.children(verb, "compound:prt")
    return any(w.lemma in ("on", "upon") and w.index < head.index for w in particles)


def _is_finite(tree: Tree, word: Word) -> bool:
    """Tell whether a verb has a subject of its own before it: no infinitive, no bare participle."""
    first = word.index
    while first > 0 and tree.words[first - 1].upos in ("AUX", "ADV"):
        first -= 1
    if first > 0 and tree.words[first - 1].lemma == "to":
        return False
    low = word.text.lower()
    helped = any(w.upos == "AUX" for w in tree.words[first : word.index])
    return helped or not (low.endswith("ing") or word.deprel in ("acl", "amod", "xcomp"))


def _has_auxiliary(tree: Tree, word: Word) -> bool:
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


def referred(tree: Tree, word: Word, head: Word) -> Word:
    """Return what a relative pronoun stands for, any other word itself."""
    if head.upos in ("PRON", "DET", "SCONJ") and head.text.lower() in RELATIVES:
        top = next((one for one in (word, *tree.ancestors(word)) if one.deprel == "acl:relcl"), None)
        noun = tree.parent(top) if top is not None else order.nearest(tree, _comma_before(tree, head).index)
        return noun if noun is not None else head
    return head


def _comma_before(tree: Tree, word: Word) -> Word:
    """Return the comma right before a word, else the word itself."""
    earlier = tree.words[word.index - 1] if word.index else word
    return earlier if earlier.text == "," else word


def unmarked(tree: Tree, word: Word, *, before: bool) -> tuple[Word, ...]:
    """
    Return the nominal beside a verb that nothing marks as anything but its subject (before it) or object (behind it).

    English marks every oblique, so a bare nominal that a parser calls oblique, or hangs on a verb as if on a noun, is
    one of the two; telegraphic headlines and moves are where this happens.
    """
    second = [w for w in tree.children(word, "nsubj") if w.index > word.index] if not before else []
    is_double = second and any(w.index < word.index for w in tree.children(word, "nsubj"))
    if is_double and not is_passive(tree, word):
        touching = order.behind(tree, word)
        return (touching or second[0],)
    bare = [
        one
        for one in tree.children(word, "obl", "compound", "appos", "nmod", "dep", "dislocated")
        if one.deprel in ("obl", "compound", "appos", "nmod", "dep", "dislocated", *(("nmod:desc",) if before else ()))
        and one.upos in ("NOUN", "PROPN", "PRON")
        and (one.index < word.index) is before
        and not preposition(tree, one)
        and not tree.children(one, "mark")
        and not CALENDAR.match(one.text)
    ]
    if before and any(w.index < word.index for w in tree.children(word, "mark")):
        return ()
    return tuple(bare[-1:] if before else bare[:1])


def heads_of(tree: Tree, heads: Iterable[Word]) -> tuple[Word, ...]:
    """Return some heads, each with those that are coordinated with it."""
    return tuple(one for head in heads for one in nominals(tree, head))

"""Trees to drafts of demands: urged, called on, called for, demanded, ordered, "must", and "or face" what follows."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.annotate import signalclauses as c
from sayso.annotate.signaldrafts import Draft, Words, after, aim, introduced, thing
from sayso.annotate.signalkinds import FORM, LIKELY, SURE, is_hollow, is_treaty
from sayso.annotate.signalstretches import bare, reach
from sayso.annotate.signalwords import CUE_OF, FORCES, GIVING_WAY, HOSTILE, UNDERGOING, URGING, Cue
from sayso.annotate.syntax import Tree, Word
from sayso.terms import SignalKind

TERMS: Final = frozenset("until minute hour day week month year deadline midnight noon ultimatum".split())
"""Words that make "given X to do" a deadline."""
FAILING: Final = frozenset(("failing", "without", "barring"))
"""Before a "which" that stands for what is demanded."""
UNDERGONE: Final = frozenset(("face", "risk", "suffer", "pay", "meet"))
"""Verbs between "or" and what is undergone: the consequence is their object."""


def demanded(tree: Tree, word: Word) -> Iterator[Draft]:
    """Urged, called on, called for, demanded, ordered, told to."""
    cue = CUE_OF.get(word.lemma)
    urges = word.lemma in URGING and cue is not Cue.HOLLOW
    if word.lemma != "ask" and (not (urges or cue is Cue.DEMAND) or is_hollow(tree, word)):
        return
    act = aim(tree, word) if urges and _is_addressed(tree, word) else None
    if word.lemma == "ask":
        heard = [w for w in tree.children(word, "obj", "iobj", "obl") if w.index > word.index]
        asked = aim(tree, word) if heard and not tree.children(word, "aux:pass") else None
        if asked is not None and not is_hollow(tree, word) and not c.is_spectator(tree, c.Said(Cue.DEMAND, word)):
            yield Draft(SignalKind.DEMAND, _with_not(tree, asked), (), True, LIKELY)
        return
    if act is not None and _is_commanded(tree, word):
        return
    if act is None and cue is Cue.DEMAND:
        act = _named(tree, word)
    if act is not None and (act.upos not in ("PRON", "PROPN") or tree.children(act, "acl", "mark", "cop")):
        yield _or_will(tree, or_else(Draft(SignalKind.DEMAND, _with_not(tree, act), (), True, SURE)))


def _with_not(tree: Tree, act: Word) -> Words:
    """Return what is demanded with the "not" before its "to": "urged them | not to fire"."""
    words = introduced(tree, act)
    ahead = tree.words[max(0, act.index - 2) : act.index]
    is_denied = [w.text.lower() for w in ahead] == ["not", "to"] and bool(words) and words[0].index == act.index
    return (*ahead, *words) if is_denied else words


def _is_commanded(tree: Tree, word: Word) -> bool:
    """
    Tell whether somebody's own arms were told to do something: that is no demand on anybody else.

    Where a name or its adjective stands before them ("told the American warships"), they are another's.
    """
    who = c.subject(tree, word)
    if who is not None and who.deprel == "nsubj:pass" and who.lemma in FORCES:
        return not _are_anothers([w for w in tree.subtree(who) if w.index < who.index])
    is_led = word.lemma in ("order", "instruct", "command", "tell")
    for one in tree.words[word.index + 1 : word.index + 1 + ARMS_REACH] if is_led else ():
        behind = tree.words[one.index + 1 : one.index + 2]
        if one.upos == "NOUN" and behind and behind[0].text.lower() == "to":
            return one.lemma in FORCES | ARMS and not _are_anothers(tree.words[word.index + 1 : one.index])
    return False


def _are_anothers(words: Sequence[Word]) -> bool:
    """Tell whether words before a noun say whose it is by a name: "the American", but not "his Kurdish"."""
    is_owned = any(w.upos == "PRON" and w.deprel == "nmod:poss" for w in words)
    return not is_owned and any(w.text[:1].isupper() and w.upos in ("PROPN", "ADJ", "NOUN") for w in words)


ARMS: Final = frozenset("army navy fleet force troop police air-force reservist reserve".split())
"""Whom a commander orders, besides `FORCES`."""
ARMS_REACH: Final = 4
"""Words behind a word of command among which they stand; set by hand."""


def _named(tree: Tree, word: Word) -> Word | None:
    """Return what is demanded by name: the noun after "called for", the object or clause of "demanded"."""
    if word.lemma in ("call", "appeal"):
        return after(tree, word, "for") or c.prepositional(tree, word, ("for",))
    if word.upos == "NOUN":
        if word.lemma not in ("demand", "ultimatum"):
            return None
        clausal = (one for one in tree.children(word, "acl", "ccomp") if tree.children(one, "mark"))
        return aim(tree, word) or next(clausal, None)
    return thing(tree, word) or c.complement(tree, word, ("for", "on"))


def _is_addressed(tree: Tree, word: Word) -> bool:
    """Tell whether an infinitive is what is asked of somebody: "called on them to", not "called them to hear more"."""
    if word.upos != "VERB" or word.lemma not in ("call", "appeal"):
        return word.upos == "VERB"
    following = [one.text.lower() for one in tree.words[word.index + 1 : word.index + 3]]
    wanted = ("on", "upon", "for") if word.lemma == "call" else ("to", "for")
    return any(one in wanted for one in following)


def must(tree: Tree, word: Word) -> Iterator[Draft]:
    """What another must do, under a word of saying, or with "or face Y" by itself; "insisted that X do"."""
    who = c.subject(tree, word)
    helpers = tree.children(word, "aux")
    above = c.said(tree, word)
    before = tree.words[word.index - 1] if word.index else word
    commanded = any(one.lemma == "must" for one in (*helpers, before))
    subjunctive = not helpers and above is not None and above.cue in (Cue.INSIST, Cue.DEMAND) and word.deprel == "ccomp"
    if who is None or not (commanded or subjunctive) or who.lemma in (*c.FIRST_PERSON, "you", "it", "there", "which"):
        return
    if "have" in c.modals(tree, word) or (subjunctive and not _is_bare(tree, word)):
        return
    if is_treaty(tree, word):
        return
    draft = _or_will(tree, or_else(Draft(SignalKind.DEMAND, introduced(tree, word), (), True, LIKELY)))
    if above is None and not draft.consequence and not _is_quoted(tree):
        draft = replace(draft, trust=FORM)
    yield draft


def _is_bare(tree: Tree, word: Word) -> bool:
    """Tell whether a verb has no ending and no tense: "that it withdraw", "that they be freed"."""
    helpers = tree.children(word, "cop", "aux:pass")
    return all(w.text.lower() == "be" for w in helpers) if helpers else word.text.lower() == word.lemma


def _is_quoted(tree: Tree) -> bool:
    """Tell whether a sentence opens with a quotation mark, so that all of it is somebody's word."""
    return bool(tree.words) and tree.words[0].text in c.OPENERS | c.CLOSERS


def deadline(tree: Tree, word: Word) -> Iterator[Draft]:
    """Given a time to do something: "gave them until Friday to leave", "has a month to stop"."""
    if word.lemma in ("deadline", "ultimatum") and word.upos == "NOUN":
        whose = next((w for w in tree.words[word.index + 1 : word.index + 8] if w.text.lower() == "for"), None)
        act = aim(tree, whose) if whose is not None else None
        if whose is not None and act is not None and not is_hollow(tree, word):
            yield _or_will(tree, or_else(Draft(SignalKind.DEMAND, reach(tree, whose.index + 1), (), True, LIKELY)))
        return
    if word.lemma not in ("give", "have", "get") or word.upos not in ("VERB", "AUX"):
        return
    act = aim(tree, word)
    between = tree.words[word.index + 1 : act.index] if act is not None else ()
    if act is not None and any(one.lemma in TERMS for one in between):
        whom = next((w for w in between if w.upos in ("NOUN", "PROPN", "PRON")), act)
        is_order = word.lemma == "give" and act.lemma in GIVING_WAY | ORDERED and whom.lemma not in EXPELLED
        found = or_else(Draft(SignalKind.DEMAND, introduced(tree, act), (), True, SURE if is_order else LIKELY))
        yield _or_will(tree, found)


ORDERED: Final = frozenset("lay leave surrender evacuate pull hand disperse withdraw".split())
"""Verbs, besides those of giving way, of what somebody is given time to do."""
EXPELLED: Final = frozenset("diplomat ambassador envoy staff journalist reporter correspondent attache consul".split())
"""Who is given time to leave because he is sent out: that is an act and no demand."""


def imperative(tree: Tree, word: Word) -> Iterator[Draft]:
    """A command with what follows: "leave or be shot" (demand), "touch him and we strike", "free them and you go"."""
    opens = word.index == 0 or tree.words[word.index - 1].text in c.OPENERS | c.CLOSERS | {":"}
    is_bare = word.upos in ("VERB", "AUX") and word.text.lower() == word.lemma
    is_bare = is_bare or (word.index == 0 and word.text.lower() in BIDDING and word.upos in ("ADJ", "NOUN", "ADV"))
    if not opens or not is_bare or tree.children(word, "nsubj", "aux"):
        return
    words = reach(tree, word.index)
    demand = _or_will(tree, or_else(Draft(SignalKind.DEMAND, words, (), True, SURE)))
    if demand.consequence:
        yield demand
        return
    for one in tree.words[word.index + 1 :]:
        if one.text.lower() == "and" and (
            any(w.lemma in ("will", "shall") for w in tree.words[one.index : one.index + 12]) or _is_present(tree, one)
        ):
            first = word.index + _is_supposed(tree, word)
            condition, consequence = tree.words[first : one.index], reach(tree, one.index + 1)
            will = next((w.index for w in consequence if w.lemma in ("will", "shall")), 0)
            top = next((w for w in consequence if w.upos in ("VERB", "ADJ") and w.index > will), None)
            if top is not None:
                yield Draft(_bargained(tree, bare(condition), top), bare(condition), consequence, False, SURE)
            return


BIDDING: Final = frozenset(
    "free quit leave stop halt end open close release return cease lift pull disarm surrender".split()
)
"""Verbs of commands that at the head of a headline may be taken for another part of speech: "free hostages or …"."""


def _is_present(tree: Tree, joint: Word) -> bool:
    """Tell whether "and" is followed by what the speaker then does: "attack us and | we answer"."""
    row = tree.words[joint.index + 1 : joint.index + 5]
    verb = next((w for w in row[1:] if w.upos in ("VERB", "AUX")), None)
    opens = bool(row) and (row[0].text.lower() in ("we", "i", "you", "they") or row[0].upos == "DET")
    is_near = verb is not None and not any(w.upos in ("PUNCT", "CCONJ", "ADP") for w in row[: verb.index - joint.index])
    return opens and verb is not None and is_near and verb.text.lower() in (verb.lemma, "are", "is")


def _bargained(tree: Tree, condition: Words, top: Word) -> SignalKind:
    """Return what a command and what comes of it are: "free them and you go home" or "touch one and you will hang"."""
    who = c.subject(tree, top)
    if top.lemma in HARMED | UNDERGOING:
        return SignalKind.THREAT
    is_theirs = who is not None and who.lemma == "you" and top.lemma not in HOSTILE
    return SignalKind.PROMISE if is_theirs or condition[0].lemma in GIVING_WAY else SignalKind.THREAT


HARMED: Final = frozenset("dead finished doomed sorry".split())
"""What with "you are" befalls whoever does it."""


def _is_supposed(tree: Tree, word: Word) -> bool:
    """Tell whether a command only supposes something: "let [a single plane land there], and …"."""
    after = tree.words[word.index + 1] if word.index + 1 < len(tree.words) else word
    if word.lemma != "let" or after.index + 1 >= len(tree.words):
        return False
    is_dared = after.text.lower() in ("them", "him", "her") and tree.words[after.index + 1].lemma not in GIVING_WAY
    return is_dared or after.text.lower() in ("a", "an", "any", "one", "another", "anyone", "anybody")


def _or_will(tree: Tree, draft: Draft) -> Draft:
    """Return a demand with what is said to follow otherwise: "they must go, or there will be no talks"."""
    if draft.consequence or not draft.condition:
        return draft
    at = draft.condition[-1].index + 1
    at += at < len(tree.words) and tree.words[at].text in (",", ";", "—", "–")
    if (
        at < len(tree.words) - 3
        and tree.words[at + 1].text.lower() == "which"
        and tree.words[at].text.lower() in FAILING
    ):
        at += 1
    elif at >= len(tree.words) - 2 or tree.words[at].text.lower() not in ("or", "otherwise"):
        return draft
    near = tree.words[at + 1 : at + 9]
    comes = any(w.upos == "AUX" and w.lemma in ("will", "shall") for w in near)
    comes = comes or any(w.lemma in FINISHED for w in near if w.index and tree.words[w.index - 1].lemma == "be")
    return replace(draft, consequence=reach(tree, at + 1), trust=SURE) if comes else draft


FINISHED: Final = frozenset("over off dead finished void".split())
"""What with "is" says what is at an end: "or the talks are over"."""


def _is_announced(words: Words) -> bool:
    """Tell whether a clause says what somebody will do: "(leave or) the planes will come"."""
    opens = bool(words) and words[0].upos in ("PRON", "DET", "PROPN", "NOUN")
    comes = any(one.upos == "AUX" and one.lemma in ("will", "shall") for one in words[:NEAR])
    ends = any(one.lemma == "be" and other.lemma in FINISHED for one, other in itertools.pairwise(words[:NEAR]))
    return opens and (comes or ends)


NEAR: Final = 7
"""Words behind "or" within which "will" stands."""


BEFALLING: Final = frozenset("be get see watch take go have hang forfeit lose die expect".split())
"""Verbs behind "or" of what befalls somebody, besides those of undergoing; others are another thing that he may do."""


def or_else(draft: Draft) -> Draft:
    """Move "or face Y" and "or be Yed" from a demand's condition to its consequence."""
    words = draft.condition
    for at, word in enumerate(words[:-1]):
        if word.text.lower() not in ("or", "otherwise") or at < 1:
            continue
        rest: Words = words[at + 1 :]
        if _is_announced(rest):
            return replace(draft, condition=words[:at], consequence=rest, trust=SURE)
        is_deed = rest[0].upos == "AUX" or rest[0].lemma in UNDERGONE | UNDERGOING | BEFALLING
        if not is_deed or rest[0].lemma == words[0].lemma:
            continue
        consequence = rest[1:] if rest[0].lemma in UNDERGONE and len(rest) > 1 else rest
        return replace(draft, condition=words[:at], consequence=consequence, trust=SURE)
    return draft

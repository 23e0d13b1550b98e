"""
Words to arguments by their order, where a tree gives none: the noun phrase before a verb, the one right behind it.

English has its subject before the verb and its object at once behind it. Where a parser hangs these elsewhere, the
order still tells: only phrases that touch the verb (over auxiliaries, adverbs and prepositional phrases) are taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.acts.objects import classify
from sayso.acts.words import lemmas
from sayso.annotate.gaps import doing, gapped, listed
from sayso.annotate.lemmas import lemma
from sayso.annotate.syntax import Tree, Word

CALENDAR: Final = re.compile(
    r"^(?:(?:year|month|week|day|hour|minute|decade|century|night|morning|evening|time|today|yesterday|tomorrow|weekend)s?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|\d+(?:st|nd|rd|th|s)?)$",
    re.I,
)
"""Words of the calendar, which are nobody and nowhere."""
RELATIVES: Final = frozenset("who whom which that whose".split())
PARTICLES: Final = frozenset("back down in off out over up".split())
DIRECTIONS: Final = frozenset(
    f"{way}{end}" for way in ("north", "south", "east", "west") for end in ("", "ward", "wards")
)
"""Words for where something goes, which are not what is sent there."""
NOMINAL: Final = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
INSIDE: Final = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN"))
GENITIVE: Final = frozenset(("'s", "’s", "’", "'"))


def mend(tree: Tree) -> Tree:
    """
    Return a tree in which what must be so by the order of words is so.

    A "noun" right before an article and behind a name is a verb ("the guard arrests a skipper"); a nominal right before
    the "to" of an infinitive belongs to the verb that governs it ("asked [the council] to send"); one right before an
    auxiliary is its subject; a phrase that follows a noun does not belong to a later clause; "be" before a participle
    makes a passive.
    """
    words = list(tree.words)
    for word in tree.words:
        if _must_be_verb(tree, word):
            words[word.index] = replace(word, upos="VERB", lemma=lemma(word.text, "VERB"))
        elif _must_be_noun(tree, word):
            words[word.index] = replace(word, upos="NOUN", lemma=lemma(word.text, "NOUN"))
    for change in (_behind, _nearer, _asked, _begun, _strayed, _joined, _suffered, gapped, doing, listed):
        now = Tree(tree.sentence, tuple(words))
        for word in now.words:
            found = change(now, word)
            if found is not None and not _below(words, word.index, found[0]):
                words[word.index] = replace(words[word.index], head=found[0], deprel=found[1])
                now = Tree(tree.sentence, tuple(words))
    return Tree(tree.sentence, tuple(words)) if tuple(words) != tree.words else tree


def _below(words: Sequence[Word], top: int, at: int) -> bool:
    """Tell whether a word is `top` itself or hangs on it, so that `top` cannot hang on it."""
    while at >= 0:
        if at == top:
            return True
        at = words[at].head
    return False


def _behind(tree: Tree, word: Word) -> tuple[int, str] | None:
    """Return the nominal that a preposition stands before, where it hangs on the noun before it."""
    above = tree.parent(word)
    if above is None or word.deprel != "case" or above.index > word.index or word.text in GENITIVE:
        return None
    after = next(
        (w for w in tree.words[word.index + 1 :] if w.upos in ("NOUN", "PROPN") and w.head == above.index), None
    )
    return (after.index, "case") if after is not None and not tree.children(after, "case") else None


def _nearer(tree: Tree, word: Word) -> tuple[int, str] | None:
    """Return the noun right behind a preposition, where both hang on others: "shelling | of the town of Kiryat"."""
    above = tree.parent(word)
    if above is None or word.deprel != "case" or above.index < word.index or word.text in GENITIVE:
        return None
    head = run(tree, word.index + 1)
    if head is None or head.index >= above.index or head.head == above.index or tree.children(head, "case"):
        return None
    again = any(w.index > head.index for w in tree.children(above, "case"))
    return (head.index, "case") if again and head.relation in ("nmod", "obl") else None


def _asked(tree: Tree, word: Word) -> tuple[int, str] | None:
    """Return whom a verb asks, makes or lets do what follows: a nominal that hangs on the infinitive behind it."""
    verb = tree.parent(word)
    if verb is None or verb.upos != "VERB" or word.index > verb.index or word.upos not in NOMINAL:
        return None
    if word.deprel not in ("obj", "nsubj", "iobj") or verb.relation not in ("xcomp", "ccomp", "advcl"):
        return None
    above = tree.parent(verb)
    after = next((w for w in tree.words[word.index + 1 :] if w.lemma != "not" and w.relation != "flat"), None)
    if above is None or above.upos != "VERB" or above.index > word.index or after is None or after.lemma != "to":
        return None
    return (above.index, "obj") if after.upos == "PART" and after.head == verb.index else None


def _begun(tree: Tree, word: Word) -> tuple[int, str] | None:
    """Return the verb whose auxiliary stands right behind a nominal, where that verb has no subject."""
    if word.upos not in ("NOUN", "PROPN") or word.index + 1 >= len(tree.words) or tree.children(word, "case"):
        return None
    after = tree.words[word.index + 1]
    verb = tree.parent(after)
    if after.upos != "AUX" or after.relation != "aux" or verb is None or verb.head == word.index:
        return None
    if word.head == verb.index or word.relation not in ("nsubj", "obj", "dep", "obl") or verb.index < after.index:
        return None
    if tree.children(verb, "nsubj", "csubj", "expl"):
        return None
    return verb.index, "nsubj"


def _strayed(tree: Tree, word: Word) -> tuple[int, str] | None:
    """Return the noun or verb before a prepositional phrase that hangs on a word of a later clause."""
    case = next(iter(tree.children(word, "case")), None)
    above = tree.parent(word)
    if case is None or case.index == 0 or above is None or word.relation not in ("obl", "nmod"):
        return None
    earlier = tree.words[case.index - 1]
    between = tree.words[word.index + 1 : above.index]
    is_later = any(w.deprel in ("mark", "case") and w.text not in GENITIVE for w in between if w.head == above.index)
    is_later = is_later or (any(w.text == "," for w in between) and any(w.relation == "nsubj" for w in between))
    if not is_later or earlier.upos not in ("NOUN", "PROPN"):
        return None
    verb = tree.parent(earlier)
    if verb is not None and verb.upos == "VERB" and verb.index < earlier.index and earlier.relation == "obj":
        return verb.index, "obl"
    return earlier.index, "nmod"


def _joined(tree: Tree, word: Word) -> tuple[int, str] | None:
    """Return the last word of a name or compound whose words were each hung on the verb: "West Germany"."""
    if word.upos not in ("PROPN", "NOUN") or word.relation not in ("nsubj", "obj", "obl", "nmod"):
        return None
    for later in tree.words[word.index + 1 :]:
        if later.upos != word.upos:
            return None
        if later.head == word.head and later.deprel == word.deprel:
            is_thing = later.upos == "PROPN" or classify([later.lemma]) is not None
            return (later.index, "compound") if is_thing else None
    return None


def _suffered(tree: Tree, word: Word) -> tuple[int, str] | None:
    """Return the participle that "be" makes a passive of, where it was taken for what somebody is: "were | sent"."""
    verb = tree.parent(word)
    if verb is None or word.deprel != "cop" or word.lemma != "be" or verb.upos != "VERB" or word.index > verb.index:
        return None
    low = verb.text.lower()
    return (verb.index, "aux:pass") if low != verb.lemma and not low.endswith("ing") else None


def _must_be_noun(tree: Tree, word: Word) -> bool:
    """Tell whether a word is a noun, for it stands behind whose it is, or an article: "their talks", "a captive"."""
    earlier = tree.words[word.index - 1] if word.index else None
    later = tree.words[word.index + 1] if word.index + 1 < len(tree.words) else word
    if word.upos == "ADJ" and earlier is not None and earlier.text.lower() in ("a", "an"):
        return tree.children(word, "cop") != () and later.upos not in ("ADJ", "NOUN", "PROPN", "CCONJ")
    return (
        word.upos == "VERB"
        and earlier is not None
        and earlier.text.lower() in OWNERS - {"her"}
        and earlier.head == word.index
        and word.relation in ("nsubj", "obj", "obl", "nmod")
        and not word.text.lower().endswith("ing")
    )


def _is_mistaken(word: Word) -> bool:
    """Tell whether a verb that the acts know was taken for a particle, a number, a sign or an auxiliary."""
    low = word.text.lower()
    if word.upos not in STRAY or not low.isalpha() or len(low) < 4 or low in NO_VERBS:
        return False
    return lemma(low, "VERB") in lemmas(noun=False)


def _must_be_verb(tree: Tree, word: Word) -> bool:
    """Tell whether a word that was taken for a noun or preposition is a finite verb that the acts know."""
    if _is_mistaken(word):
        return True
    if word.upos not in ("NOUN", "PROPN", "ADJ", "ADP", "NUM") or not 0 < word.index < len(tree.words) - 1:
        return False
    earlier, later = tree.words[word.index - 1], tree.words[word.index + 1]
    low = word.text.lower()
    if lemma(low, "VERB") not in lemmas(noun=False):
        return False
    if word.upos == "NOUN" and _lacks_verb(tree, word):
        return True
    if low == lemma(low, "VERB"):
        return False
    if word.upos in ("NOUN", "NUM") and earlier.upos == "AUX" and not low.endswith(("s", "ing")):
        return earlier.lemma in ("be", "have")
    if low.endswith("ed"):
        return word.upos in ("NOUN", "ADP") or earlier.lemma == "have"
    if not low.endswith("s") or earlier.upos not in NOMINAL:
        return False
    is_supposed = word.index > 1 and tree.words[word.index - 2].text.lower() in ("if", "unless", "whenever")
    is_article = later.text.lower() in ("a", "an", "the") or later.text.lower() in OWNERS
    return is_article or (is_supposed and later.upos == "PROPN")


def _lacks_verb(tree: Tree, word: Word) -> bool:
    """Tell whether a word must be the verb of a condition that has none: "if the raids stop", "unless they leave"."""
    start = next((w.index for w in reversed(tree.words[: word.index]) if w.text.lower() in CONDITIONS), None)
    if start is None or start == word.index - 1:
        return False
    stop = next((w.index for w in tree.words[word.index :] if w.upos == "PUNCT"), len(tree.words))
    clause = [w for w in tree.words[start + 1 : stop] if w is not word]
    if any(w.upos in ("VERB", "AUX", "PUNCT") for w in clause):
        return False
    earlier = tree.words[word.index - 1]
    about = next((w.index for w in clause if w.upos == "ADP"), word.index)
    first = next((w for w in reversed(tree.words[start + 1 : about]) if w.upos in NOMINAL), earlier)
    is_many = first.text.lower() in ("they", "we", "you", "i") or (
        first.upos == "NOUN" and first.text.lower() != first.lemma
    )
    is_base = word.text.lower() == lemma(word.text.lower(), "VERB")
    return earlier.upos in NOMINAL and is_many == is_base and (is_base or word.text.lower().endswith("s"))


def before(tree: Tree, verb: Word) -> tuple[Word, ...]:
    """
    Return the heads of the noun phrases whose verb this is by order; empty where none touches it.

    Args:
        tree: The sentence.
        verb: A finite verb; what an infinitive or participle is done by does not stand before it.
    """
    at = verb.index - 1
    while at >= 0 and (tree.words[at].upos in ("AUX", "ADV") or tree.words[at].lemma in ("not", "n't", '"', "”", "“")):
        at -= 1
    if at >= 0 and tree.words[at].text.lower() in RELATIVES and tree.words[at].upos != "DET":
        at -= 1
        at -= at >= 0 and tree.words[at].text == ","
    return tuple(reversed(list(_leftwards(tree, at))))


def nearest(tree: Tree, at: int) -> Word | None:
    """Return the head of the noun phrase that ends right before a word, None where none does."""
    run = _run_back(tree, at - 1) if at else None
    return run[0] if run is not None else None


def _leftwards(tree: Tree, at: int) -> Iterator[Word]:
    """Yield the head of the phrase that ends at a word, past what hangs on it, and the heads coordinated with it."""
    while at >= 0:
        run = _run_back(tree, at)
        if run is None:
            return
        head, first = run
        before = tree.words[first - 1] if first else None
        if before is not None and before.upos == "ADP":
            at = first - 2
            continue
        if not CALENDAR.match(head.text):
            yield head
        if before is None or before.lemma != "and":
            return
        at = first - 2


def _run_back(tree: Tree, at: int) -> tuple[Word, int] | None:
    """Return the head and the first index of the noun phrase that ends at a word."""
    if tree.words[at].upos not in NOMINAL:
        return None
    head = tree.words[at]
    if head.upos == "PRON":
        return head, at
    while at > 0 and (_is_inside(tree.words[at - 1]) or _is_owner(tree.words[at - 1])):
        if tree.words[at].upos == "PROPN" and _is_many(tree.words[at - 1]):
            break
        at -= 1
    return head, at


def _is_many(word: Word) -> bool:
    """Tell whether a word is a common noun in the plural, at which a name begins anew: "the forts | Sweden"."""
    return word.upos == "NOUN" and word.text.lower() != word.lemma


def run_before(tree: Tree, head: Word) -> tuple[Word, ...]:
    """Return the adjectives and nouns right before a noun, over an "and" between capitals, without its determiner."""
    words, at = tree.words, head.index
    while at > 0:
        earlier = words[at - 1]
        if earlier.upos in ("ADJ", "NOUN", "PROPN", "NUM"):
            at -= 1
        elif earlier.lemma == "and" and at > 1 and _is_pair(words[at - 2], words[at]):
            at -= 2
        else:
            break
    return tuple(w for w in words[at : head.index] if w.upos != "CCONJ")


def _is_pair(one: Word, other: Word) -> bool:
    """Tell whether two words are adjectives of nations, as far as their looks tell: "British and French" troops."""
    return all(w.upos == "ADJ" and w.text[:1].isupper() for w in (one, other))


def behind(tree: Tree, verb: Word) -> Word | None:
    """Return the head of the noun phrase right behind a verb (and its particle), or None where none is there."""
    at = verb.index + 1
    if at < len(tree.words) and tree.words[at].text.lower() in PARTICLES:
        if tree.words[at].text.lower() == "in" and tree.words[at].relation == "case":
            return None
        at += 1
    while at + 1 < len(tree.words) and tree.words[at].upos == "ADV" and tree.words[at + 1].upos in ("NUM", "DET"):
        at += 1
    head = run(tree, at)
    return None if head is None or CALENDAR.match(head.text) or head.text.lower() in DIRECTIONS else head


def phrases(tree: Tree, at: int) -> Iterator[tuple[str, Word]]:
    """Yield the prepositional phrases that follow one another from a word on."""
    while at + 1 < len(tree.words) and tree.words[at].upos == "ADP":
        head = run(tree, at + 1)
        if head is None:
            return
        yield tree.words[at].text.lower(), head
        at = head.index + 1


def run(tree: Tree, at: int) -> Word | None:
    """Return the head of the noun phrase that starts at a word: its last noun, or a lone pronoun."""
    head: Word | None = None
    words = tree.words
    if at < len(words) and words[at].upos == "PRON" and not _is_owner(words[at]):
        return words[at]
    while at < len(words) and (_is_inside(words[at]) or _is_owner(words[at])) and not _is_dated(words, at):
        head = words[at] if words[at].upos in NOMINAL and not _is_owner(words[at]) else head
        at += 1
    return head


def _is_dated(words: Sequence[Word], at: int) -> bool:
    """Tell whether a time begins here: "last week"."""
    after = words[at + 1].text if at + 1 < len(words) else ""
    return words[at].text.lower() in ("last", "this", "next", "that") and bool(CALENDAR.match(after))


def _is_inside(word: Word) -> bool:
    return word.upos in INSIDE or word.text == "-" or (word.upos == "VERB" and word.relation == "amod")


def _is_owner(word: Word) -> bool:
    return word.text in GENITIVE or (word.upos == "PRON" and word.text.lower() in OWNERS)


CONDITIONS: Final = frozenset("if unless until once when whenever".split())
"""Conjunctions whose clause has a finite verb."""
OWNERS: Final = frozenset("my your his her its our their".split())
STRAY: Final = frozenset(("PART", "NUM", "X", "SYM", "INTJ", "AUX"))
"""Parts of speech that no verb with a meaning of its own has."""
NO_VERBS: Final = frozenset(
    """been being could does done have having might must need ought shall should used will would were cannot dare
    second""".split()
)
"""Forms of auxiliaries, and a number, that look like verbs of the acts."""

"""
Noun phrases without a name to who is meant: "the minister", "the alliance", "Russian forces", "its troops", "who".

A phrase is read by its head: a role leads to the person in it, an organ to its owner (CONTRACT), a common noun that a
known body goes by ("bloc") to the body last mentioned. A phrase that only describes something unknown means nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sayso.annotate.mentions import Mention, Mentioned
from sayso.annotate.syntax import Tree, Word
from sayso.knowledge.organs import OrganKind, owners
from sayso.knowledge.spelling import fold
from sayso.resolve.anaphora import PRONOUNS, Referent
from sayso.resolve.cast import Person
from sayso.resolve.names import Names, in_order
from sayso.resolve.setting import Setting
from sayso.resolve.things import Thing
from sayso.spans import Span
from sayso.terms import EntityKind

_DETERMINER: Final = re.compile(r"\b(?:the|this|that|his|her|its|their|[\w.]+['\u2019]s?) (?=[^,;:]*$)", re.IGNORECASE)
_DEFINITE: Final = re.compile(r"(?:the|this|that|his|her|its|their)\b|[\w.\u2019']+['\u2019]s\b", re.IGNORECASE)
_COMPLEMENT: Final = re.compile(r" (?:of|for) (?:the |its |their )?(?:[a-z-]+ ){0,2}")
_PREPOSITION: Final = re.compile(r"\b(?:of|for|to|by|with|from|in|at|near)(?: the)? $")
_STATE_IN: Final = re.compile(
    r"\b(?:nation|countr|state|republic|government|power)(?:s|y|ies)? (?:any ?where )?(?:in|of|on)(?: the)? $",
    re.IGNORECASE,
)
_POSSESSOR: Final = re.compile(r"[\w.]+['\u2019]s?\s")
_POSSESSIVE: Final = re.compile(r"(?:the )?(?:his|her|its|their)\s", re.IGNORECASE)
_COUNTRY: Final = frozenset("country nation homeland motherland fatherland".split())
# Any state's adjective will do to ask whether a bare phrase ("troops") would be an organ with an owner before it.
_SOMEBODYS: Final = "French "


class Phrases:
    """
    What the noun phrases of one article stand for.

    Args:
        setting: The article with its surroundings.
        names: Its names, already linked; nominals that stand for somebody are linked as well.
        mentions: Names and nominals; only nominals are read here.
    """

    def __init__(self, setting: Setting, names: Names, mentions: Sequence[Mention]) -> None:
        self._setting = setting
        self._text = setting.text
        self._names = names
        nominals = [m for m in in_order(setting, mentions) if m.form is Mentioned.NOMINAL]
        for mention in sorted(nominals, key=lambda m: m.kind is EntityKind.PERSON):
            self._nominal(mention)
        self._antecedents = names.antecedents()

    def referent_of(self, span: Span) -> Referent | None:
        """
        Return the person or thing that a noun phrase stands for, None where that is nobody known.

        What no name mentions ("the Russian army" alone) is mentioned by the phrase that was asked for.
        """
        found = self._referent(span)
        if found is not None and not found.spans:
            found.spans.append(span)
        return found

    def _referent(self, span: Span) -> Referent | None:
        states = self._states_in(span)
        if states is not None:
            return states
        if span in self._names.links:
            return self._names.links[span]
        word = fold(span.of(self._text)).strip()
        if word in PRONOUNS:
            sentence = self._setting.sentence(span)
            return None if sentence is None else self._antecedents.of(word, span, sentence)
        tree, head = self._setting.tree(span), self._setting.head(span)
        if tree and head and head.text.lower() in ("who", "which", "that"):
            return self._relative(tree, head)
        return self._by_name(span, head) or self._organ(span, head) or self._called(span, head)

    # ---- nominals of the article

    def _nominal(self, mention: Mention) -> None:
        """Link a phrase for a person in a role, a body or a state, where it is known who is meant."""
        links = self._names.links
        if any(span.overlaps(mention.head) for span in links):
            return
        span = self._definite(mention)
        complement = self._complement(span) if mention.kind is EntityKind.PERSON else None
        referent = self._described(span, mention.head, complement)
        if referent is None:
            return
        if complement and isinstance(referent, Person):
            span = Span(span.start, complement.end)
        holds_name = any(link in span and links[link] is referent for link in links)
        self._names.link(Mention(span, mention.head, mention.kind, mention.form, mention.sentence), referent)
        if not holds_name:
            referent.spans.append(span)

    def _definite(self, mention: Mention) -> Span:
        """Return a nominal from its last determiner or possessor on, however much a wrong tree put before it."""
        before = self._text[mention.span.start : mention.head.start]
        starts = [found.start() for found in _DETERMINER.finditer(before)]
        if not starts:
            return mention.span if "," not in before else mention.head
        return self._without_the(Span(mention.span.start + starts[-1], mention.span.end))

    def _without_the(self, span: Span) -> Span:
        return Span(span.start + 4, span.end) if span.of(self._text)[:4].lower() == "the " else span

    def _complement(self, span: Span) -> Span | None:
        """
        Return what a phrase says that its person is head or spokesman of: "the head of | the US-led bloc".

        An empty span says that there is something and that it is not known.
        """
        joint = _COMPLEMENT.match(self._text, span.end)
        if joint is None:
            return None
        low, high = span.end + len(" of"), joint.end()
        found = [link for link in self._names.links if low <= link.start <= high]
        return max(found, key=lambda link: (-link.start, len(link))) if found else Span(high, high)

    def _described(self, span: Span, head: Span, complement: Span | None) -> Referent | None:
        """Return what a phrase describes; nobody where its complement names what the tables do not know."""
        role = self._names.role(Span(span.start, complement.end) if complement else span)
        if role is not None:
            of = role.of or (self._names.served(self._names.links.get(complement)) if complement else None)
            return None if complement is not None and of is None else self._names.cast.by_role(role, span, of)
        found = owners(span.of(self._text), self._setting.known, self._setting.on)
        organs = [one for one in found if one.kind is not OrganKind.OFFICIALS]
        if organs:
            return self._names.things.of_known(organs[0].owner)
        if _POSSESSOR.match(span.of(self._text)) or self._is_part_of_name(span, head):
            return None
        return self._names.things.called(fold(head.of(self._text)), span.start)

    def _is_part_of_name(self, span: Span, head: Span) -> bool:
        """Tell whether a noun is written as the last word of a name: "Mines Advisory Group"."""
        before = self._text[span.start : head.start]
        return head.of(self._text)[0].isupper() and re.search(r"[A-Z]", before) is not None

    # ---- phrases that are asked for

    def _by_name(self, span: Span, head: Word | None) -> Referent | None:
        """Return what a phrase stands for by the name at its head, or by the only name that ends it."""
        links = self._names.links
        inside = [link for link in links if link in span]
        if head is None:
            ends = [link for link in inside if link.end == span.end and not self._is_complement(link, span)]
            return links[max(ends, key=len)] if ends else None
        fits = [link for link in inside if head.span in link]
        if fits:
            return links[max(fits, key=len)]
        return links[inside[-1]] if self._is_flat(span, head, inside) else None

    def _is_complement(self, link: Span, span: Span) -> bool:
        """Tell whether a name in a phrase only says whose or where: "a spokesman for | Anna Berg"."""
        return _PREPOSITION.search(self._text[span.start : link.start]) is not None

    def _is_flat(self, span: Span, head: Word, inside: Sequence[Span]) -> bool:
        """Tell whether a phrase is a common noun with one name in apposition: "the broadcaster NRK"."""
        tree = self._setting.tree(span)
        if tree is None or len({self._names.links[link] for link in inside}) != 1:
            return False
        tied = {word.index for word in tree.children(head, "appos", "flat", "compound")}
        named = tree.head_of(inside[-1])
        return named is not None and named.index in tied and inside[-1].start > head.span.start

    def _states_in(self, span: Span) -> Referent | None:
        """Return the states of a place where a phrase or the words before it say so: "any nation in | Africa"."""
        link = next((link for link in self._names.links if link.end == span.end and link in span), None)
        if link is None or not _STATE_IN.search(self._text[max(0, link.start - 40) : link.start]):
            return None
        place = self._names.links[link]
        group = self._setting.known.states_of(place.id) if isinstance(place, Thing) else None
        return self._names.things.of_known(group) if group else None

    def _organ(self, span: Span, head: Word | None) -> Referent | None:
        """Return the owner of an organ: "Russian forces", "its troops"."""
        known, things = self._setting.known, self._names.things
        phrase = Span(span.start, head.span.end) if head and head.span.end > span.start else span
        for words in (span, phrase):
            found = owners(words.of(self._text), known, self._setting.on)
            if found:
                return things.of_known(found[0].owner)
        possessive = _POSSESSIVE.match(phrase.of(self._text))
        if possessive and self._is_owned(fold(phrase.of(self._text))[possessive.end() :]):
            whose = self._names.possessors.of(phrase)
            return things.of_known(whose) if whose else None
        owner = self._names.bodies.owner(phrase) or self._names.bodies.owner(span)
        return things.of_known(owner) if owner else None

    def _is_owned(self, words: str) -> bool:
        """Tell whether words after "its" name an organ, or the whole country of whoever says so."""
        return words in _COUNTRY or bool(owners(_SOMEBODYS + words, self._setting.known))

    def _called(self, span: Span, head: Word | None) -> Referent | None:
        """Return what a definite phrase without a name stands for: "the alliance", "the Russian foreign minister"."""
        words = span.of(self._text)
        if not _DEFINITE.match(words):
            return None
        last = head.span if head else Span(span.end - len(words.split()[-1]), span.end)
        bare = self._without_the(span)
        if last.start < bare.start:
            return None
        phrase = Span(bare.start, last.end)
        return self._described(phrase, last, self._complement(phrase))

    def _relative(self, tree: Tree, pronoun: Word) -> Referent | None:
        """Return what "who" or "which" stands for: what its clause hangs on."""
        clause = next((w for w in (pronoun, *tree.ancestors(pronoun)) if w.relation == "acl"), None)
        above = tree.parent(clause) if clause else None
        if above is None:
            return None
        inside = tree.subtree(above, ("acl", "punct", "conj", "cc"))
        return self.referent_of(Span(inside[0].span.start, inside[-1].span.end))

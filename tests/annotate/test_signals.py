"""Signals from trees and numbers: which forms are found, where their halves end, and how the model's numbers decide."""

from __future__ import annotations

import numpy as np
import pytest
from parsed import article_of

from sayso.annotate.signals import SignalMention, SignalTags, signals
from sayso.annotate.syntax import Tree
from sayso.article.article import Article
from sayso.encode.heads import SIGNAL, SIGNAL_KINDS
from sayso.spans import words_of


def told(article: Article, found: list[SignalMention]) -> list[tuple[str, str | None, str | None, bool]]:
    def words(half: object) -> str | None:
        return None if half is None else words_of(article.text, half)  # type: ignore[arg-type]

    return [(one.kind.value, words(one.condition), words(one.consequence), one.if_not) for one in found]


PORTS = """
    The/DET/2/det union/NOUN/3/nsubj warned/VERB/0/root that/SCONJ/9/mark the/DET/6/det ports/NOUN/9/nsubj:pass
    would/AUX/9/aux be/AUX/9/aux:pass shut/VERB/3/ccomp if/SCONJ/14/mark the/DET/12/det
    decree/NOUN/14/nsubj:pass was/AUX/14/aux:pass signed/VERB/9/advcl ./PUNCT/3/punct
"""
LANDING = """
    Any/DET/2/det landing/NOUN/9/nsubj:pass on/ADP/5/case the/DET/5/det islands/NOUN/2/nmod would/AUX/9/aux
    be/AUX/9/aux:pass promptly/ADV/9/advmod met/VERB/0/root with/ADP/11/case fire/NOUN/9/obl ,/PUNCT/15/punct
    the/DET/14/det admiral/NOUN/15/nsubj said/VERB/9/parataxis ./PUNCT/9/punct
"""
ARMS = """
    Arming/VERB/5/csubj the/DET/3/det tribes/NOUN/1/obj would/AUX/5/aux mean/VERB/9/ccomp war/NOUN/5/obj
    ,/PUNCT/9/punct he/PRON/9/nsubj warned/VERB/0/root ./PUNCT/9/punct
"""
MINUTE = """
    The/DET/2/det minute/NOUN/4/obl:unmarked they/PRON/4/nsubj sign/VERB/8/advcl ,/PUNCT/4/punct we/PRON/8/nsubj
    will/AUX/8/aux shut/VERB/14/ccomp the/DET/10/det strait/NOUN/8/obj ,/PUNCT/14/punct the/DET/13/det
    admiral/NOUN/14/nsubj said/VERB/0/root ./PUNCT/14/punct
"""
DAY = """
    The/DET/2/det day/NOUN/7/obl:unmarked after/ADP/5/case the/DET/5/det raid/NOUN/2/nmod we/PRON/7/nsubj
    left/VERB/9/ccomp he/PRON/9/nsubj said/VERB/0/root ./PUNCT/9/punct
"""
PRISONERS = """
    There/PRON/4/expl will/AUX/4/aux be/VERB/4/cop talks/NOUN/0/root unless/SCONJ/8/mark the/DET/7/det
    shelling/NOUN/8/nsubj goes/VERB/4/advcl on/ADP/8/compound:prt ./PUNCT/4/punct
"""
INSPECTORS = """
    Kars/PROPN/3/nsubj must/AUX/3/aux admit/VERB/0/root inspectors/NOUN/3/obj by/ADP/6/case Friday/PROPN/3/obl
    or/CCONJ/8/cc face/VERB/3/conj an/DET/10/det embargo/NOUN/8/obj ,/PUNCT/13/punct envoys/NOUN/13/nsubj
    said/VERB/3/parataxis ./PUNCT/3/punct
"""
CALLED = """
    Lima/PROPN/2/nsubj called/VERB/0/root on/ADP/5/case the/DET/5/det junta/NOUN/2/obl to/PART/7/mark
    free/VERB/2/xcomp the/DET/9/det mayor/NOUN/7/obj ./PUNCT/2/punct
"""
RULED = """
    Oslo/PROPN/2/nsubj ruled/VERB/0/root out/ADP/2/compound:prt sending/VERB/2/obj troops/NOUN/4/obj
    ./PUNCT/2/punct
"""
WE_WILL_NOT = """
    "/PUNCT/5/punct We/PRON/5/nsubj will/AUX/5/aux not/PART/5/advmod surrender/VERB/9/ccomp ,/PUNCT/9/punct
    "/PUNCT/5/punct Aziz/PROPN/9/nsubj said/VERB/0/root ./PUNCT/9/punct
"""
VOWED = """
    The/DET/2/det emir/NOUN/3/nsubj vowed/VERB/0/root to/PART/5/mark avenge/VERB/3/xcomp the/DET/7/det
    dead/NOUN/5/obj ./PUNCT/3/punct
"""
PLEDGED = """
    Bonn/PROPN/2/nsubj pledged/VERB/0/root two/NUM/4/nummod ships/NOUN/2/obj ./PUNCT/2/punct
"""
PACT = """
    An/DET/2/det attack/NOUN/7/nsubj:pass on/ADP/4/case one/NUM/2/nmod shall/AUX/7/aux be/AUX/7/aux:pass
    considered/VERB/0/root an/DET/9/det attack/NOUN/7/xcomp on/ADP/11/case all/PRON/9/nmod under/ADP/14/case
    the/DET/14/det pact/NOUN/7/obl ./PUNCT/7/punct
"""
AGAINST = """
    Cairo/PROPN/2/nsubj warned/VERB/0/root against/SCONJ/4/mark filling/VERB/2/advcl the/DET/6/det
    dam/NOUN/4/obj ./PUNCT/2/punct
"""
NO_PLANS = """
    Bern/PROPN/2/nsubj has/VERB/0/root no/DET/4/det intention/NOUN/2/obj of/SCONJ/6/mark joining/VERB/4/acl
    the/DET/8/det bloc/NOUN/6/obj ./PUNCT/2/punct
"""
THREATENED = """
    The/DET/2/det miners/NOUN/3/nsubj threatened/VERB/0/root to/PART/5/mark march/VERB/3/xcomp
    unless/SCONJ/9/mark wages/NOUN/9/nsubj:pass were/AUX/9/aux:pass paid/VERB/3/advcl ./PUNCT/3/punct
"""
GIVEN = """
    Oran/PROPN/2/nsubj gave/VERB/0/root firms/NOUN/2/iobj a/DET/5/det month/NOUN/2/obj to/PART/7/mark leave/VERB/5/acl
    or/CCONJ/9/cc face/VERB/7/conj fines/NOUN/9/obj ./PUNCT/2/punct
"""
ANY_SHIP = """
    Any/DET/2/det ship/NOUN/7/nsubj:pass that/PRON/4/nsubj enters/VERB/2/acl:relcl will/AUX/7/aux be/AUX/7/aux:pass
    seized/VERB/10/ccomp ,/PUNCT/10/punct they/PRON/10/nsubj said/VERB/0/root ./PUNCT/10/punct
"""
UNANSWERED = """
    The/DET/2/det raid/NOUN/5/nsubj will/AUX/5/aux not/PART/5/advmod go/VERB/9/ccomp unanswered/ADJ/5/xcomp
    ,/PUNCT/9/punct he/PRON/9/nsubj said/VERB/0/root ./PUNCT/9/punct
"""
LEAVE = "Leave/VERB/0/root by/ADP/3/case noon/NOUN/1/obl or/CCONJ/6/cc be/AUX/6/aux:pass shot/VERB/1/conj"
SHOULD = """
    Should/AUX/3/aux they/PRON/3/nsubj land/VERB/7/advcl ,/PUNCT/3/punct we/PRON/7/nsubj will/AUX/7/aux
    fight/VERB/10/ccomp ,/PUNCT/10/punct he/PRON/10/nsubj said/VERB/0/root ./PUNCT/10/punct
"""
EQUAL = """
    An/DET/2/det attack/NOUN/7/nsubj on/ADP/4/case one/NUM/2/nmod is/AUX/7/cop an/DET/7/det attack/NOUN/0/root
    on/ADP/9/case all/PRON/7/nmod ./PUNCT/7/punct
"""
RESERVED = """
    Kuala/PROPN/2/nsubj reserved/VERB/0/root the/DET/4/det right/NOUN/2/obj to/PART/6/mark
    retaliate/VERB/4/acl ./PUNCT/2/punct
"""
NEVER = """
    Quito/PROPN/2/nsubj vowed/VERB/0/root never/ADV/5/advmod to/PART/5/mark yield/VERB/2/xcomp ./PUNCT/2/punct
"""
SEIZURE = """
    The/DET/2/det consul/NOUN/3/nsubj said/VERB/0/root that/SCONJ/8/mark another/DET/6/det seizure/NOUN/8/nsubj
    would/AUX/8/aux end/VERB/3/ccomp the/DET/10/det truce/NOUN/8/obj ./PUNCT/3/punct
"""
GUNS = """
    The/DET/2/det colonel/NOUN/3/nsubj said/VERB/0/root his/PRON/5/nmod:poss guns/NOUN/7/nsubj would/AUX/7/aux
    stop/VERB/3/ccomp if/SCONJ/11/mark the/DET/10/det shelling/NOUN/11/nsubj stopped/VERB/7/advcl ./PUNCT/3/punct
"""
DIVER = """
    The/DET/2/det mayor/NOUN/3/nsubj warned/VERB/0/root that/SCONJ/8/mark his/PRON/6/nmod:poss men/NOUN/8/nsubj
    would/AUX/8/aux shoot/VERB/3/ccomp any/DET/10/det diver/NOUN/8/obj who/PRON/12/nsubj touched/VERB/10/acl:relcl
    the/DET/14/det wreck/NOUN/12/obj ./PUNCT/3/punct
"""
BAN = """
    "/PUNCT/4/punct We/PRON/4/nsubj will/AUX/4/aux lift/VERB/14/ccomp no/DET/6/det ban/NOUN/4/obj before/SCONJ/10/mark
    the/DET/9/det island/NOUN/10/nsubj votes/VERB/4/advcl ,/PUNCT/14/punct "/PUNCT/14/punct he/PRON/14/nsubj
    said/VERB/0/root ./PUNCT/14/punct
"""
WRONG = """
    If/SCONJ/3/mark talks/NOUN/3/nsubj collapse/VERB/7/advcl ,/PUNCT/3/punct they/PRON/7/nsubj will/AUX/7/aux
    bring/VERB/11/ccomp war/NOUN/7/obj ,/PUNCT/11/punct he/PRON/11/nsubj added/VERB/0/root ./PUNCT/11/punct
"""
FEAR = """
    "/PUNCT/3/punct I/PRON/3/nsubj fear/VERB/0/root that/SCONJ/8/mark the/DET/6/det strike/NOUN/8/nsubj will/AUX/8/aux
    end/VERB/3/ccomp in/ADP/10/case bloodshed/NOUN/8/obl ./PUNCT/3/punct
"""
COMMENT = "Oslo/PROPN/2/nsubj declined/VERB/0/root to/PART/4/mark comment/VERB/2/xcomp ./PUNCT/2/punct"
BARE = "Cross/VERB/0/root it/PRON/1/obj and/CCONJ/5/cc we/PRON/5/nsubj shoot/VERB/1/conj !/PUNCT/1/punct"

FOUND = [
    (
        PORTS,
        ("threat", "the decree was signed", "the ports would be shut", False),
        "a passive without a doer",
    ),
    (LANDING, ("threat", "Any landing on the islands", "fire", False), "met with: the sender's answer; no 'if'"),
    (ARMS, ("warning", "Arming the tribes", "war", False), "a clause as subject"),
    (
        INSPECTORS,
        ("demand", "Kars must admit inspectors by Friday", "an embargo", True),
        "one demand, one consequence",
    ),
    (CALLED, ("demand", "free the mayor", None, True), "without the infinitive's to"),
    (RULED, ("refusal", None, "sending troops", False), "what is refused is the consequence"),
    (WE_WILL_NOT, ("refusal", None, "We will not surrender", False), "the whole clause, without its marks"),
    (VOWED, ("threat", None, "avenge the dead", False), "a vow to harm"),
    (PLEDGED, ("promise", None, "two ships", False), "a noun phrase pledged"),
    (PACT, ("commitment", "An attack on one", "an attack on all", False), "a treaty's rule"),
    (AGAINST, ("warning", "filling the dam", None, False), "what is warned against is the condition"),
    (NO_PLANS, ("refusal", None, "joining the bloc", False), "no intention"),
    (GIVEN, ("demand", "leave", "fines", True), "a deadline without a word of demanding"),
    (
        ANY_SHIP,
        ("threat", "Any ship that enters", "will be seized", False),
        "whoever does it: the subject is the condition",
    ),
    (UNANSWERED, ("threat", None, "The raid will not go unanswered", False), "a denial that threatens is no refusal"),
    (LEAVE, ("demand", "Leave by noon", "be shot", True), "a bare command, as headlines have it"),
    (SHOULD, ("threat", "they land", "we will fight", False), "an inverted condition"),
    (EQUAL, ("commitment", "An attack on one", "an attack on all", False), "the formula of alliances"),
    (RESERVED, ("threat", None, "retaliate", False), "a right to harm, reserved"),
    (NEVER, ("refusal", None, "yield", False), "a vow never to"),
    (SEIZURE, ("warning", "another seizure", "end the truce", False), "a deed as subject, with what it would wreck"),
    (GUNS, ("promise", "the shelling stopped", "his guns would stop", False), "what is wished for is answered kindly"),
    (
        GUNS.replace("stopped/", "resumed/").replace("stop/", "fire/"),
        ("threat", "the shelling resumed", "his guns would fire", False),
        "and what is not, with harm",
    ),
    (DIVER, ("threat", "any diver who touched the wreck", "his men would shoot", False), "whoever it is done to"),
    (BAN, ("refusal", "the island votes", "We will lift no ban", True), "not before: a refusal until then"),
    (FEAR, ("warning", "the strike", "bloodshed", False), "a fear of one's own, of no deed of one's own"),
    (WRONG, ("warning", "talks collapse", "they will bring war", False), "they: the talks, and not the sender"),
    (MINUTE, ("threat", "they sign", "we will shut the strait", False), "the minute that something comes"),
    (THREATENED, ("threat", "wages were paid", "march", True), "unless: it follows when they are not paid"),
]


@pytest.mark.parametrize(("rows", "expected", "why"), FOUND)
def test_a_form_gives_kind_and_halves(rows, expected, why):
    """By the words alone, each form of a signal gives its kind and the widest clauses of its halves."""
    article, tree = article_of(rows)
    assert told(article, signals(article, [tree])) == [expected], why


SILENT = [
    (PORTS.replace("union", "analyst"), "analysts forecast"),
    (PORTS.replace("warned/VERB", "denied/VERB"), "a denied threat"),
    (
        PORTS.replace("would/AUX/9/aux be/AUX/9/aux:pass", "would/AUX/9/aux have/AUX/9/aux"),
        "a counterfactual of the past",
    ),
    (PORTS.replace("ports", "rates").replace("union/NOUN", "bank/NOUN"), "markets"),
    (DAY, "a day of which is told when it was"),
    (PRISONERS, "an ordinary conditional that nobody is said to have said"),
    (FEAR.replace("I/PRON", "Brokers/NOUN"), "the fears of those who only look on"),
    (COMMENT, "what officials decline to do for reporters"),
    (RULED.replace("out/ADP/2/compound:prt", "on/ADP/4/mark"), "ruled on, not ruled out"),
    (VOWED.replace("vowed", "hoped"), "a hope binds nobody"),
    (CALLED.replace("called", "met").replace("on/ADP", "with/ADP"), "no word of demanding"),
]


@pytest.mark.parametrize(("rows", "why"), SILENT)
def test_what_only_looks_like_a_signal_is_none(rows, why):
    """By the words alone, CONTRACT's "Not signals" stay silent."""
    article, tree = article_of(rows)
    assert signals(article, [tree]) == [], why


def numbers(tree: Tree, tags: dict[int, str], kind: str, by: float = 12.0) -> SignalTags:
    """Make the model's numbers: these words so tagged, all words of one kind."""
    scores = np.zeros((len(tree.words), len(SIGNAL)), np.float32)
    scores[:, 0] = by
    for index, tag in tags.items():
        scores[index, 0], scores[index, SIGNAL.index(tag)] = 0, by
    kinds = np.zeros((len(tree.words), len(SIGNAL_KINDS)), np.float32)
    kinds[:, SIGNAL_KINDS.index(kind)] = by
    return SignalTags(scores, kinds)


def halves(condition: range, consequence: range) -> dict[int, str]:
    tags = dict.fromkeys(condition, "I-condition") | dict.fromkeys(consequence, "I-consequence")
    return tags | {condition.start: "B-condition", consequence.start: "B-consequence"}


def test_the_model_can_veto_a_form():
    """Where the model is sure that a conditional is an ordinary one, the form's kind does not save it."""
    article, tree = article_of(PORTS)
    found = signals(article, [tree], {0: numbers(tree, halves(range(10, 14), range(4, 9)), "none")})
    assert found == []


def test_the_model_can_name_a_kind_that_the_words_leave_open():
    """A conditional under no word of saying is a signal where the model says so, with the borders that it tags."""
    article, tree = article_of(PRISONERS)
    found = signals(article, [tree], {0: numbers(tree, halves(range(5, 8), range(4)), "promise")})
    assert told(article, found) == [("promise", "the shelling goes", "There will be talks", True)]


def test_the_model_finds_what_has_no_form():
    """A signal that no form covers is taken from the tags alone, connective and punctuation left out."""
    article, tree = article_of(BARE)
    found = signals(article, [tree], {0: numbers(tree, halves(range(2), range(3, 6)), "threat")})
    assert told(article, found) == [("threat", "Cross it", "we shoot", False)]


def test_every_mention_stands_in_its_sentence():
    """All spans lie inside the sentence that the mention names, and each signal has at least one half."""
    for rows, _, _ in FOUND:
        article, tree = article_of(rows)
        for one in signals(article, [tree]):
            spans = (*(one.condition or ()), *(one.consequence or ()))
            assert spans
            assert all(span in article.sentences[one.sentence].span for span in spans)

"""Events from hand-made trees: which act, who, to whom, what, where, and whether it happened."""

from __future__ import annotations

from dataclasses import replace

import pytest
from parsed import parsed

from sayso.annotate.events import EventMention, events, year_of
from sayso.annotate.syntax import Tree
from sayso.article.article import Article
from sayso.spans import Span, words_of
from sayso.terms import EventType

Told = tuple[str, str, str, str, str | None, str | None]


def dated(text: str, published: str | None = "2012-05-04") -> Article:
    return Article("a", "-", "", None, None, None, None, published, "en", text, (), ())


def read(rows: str) -> tuple[str, list[EventMention]]:
    text, tree = parsed(rows)
    return text, events([tree], dated(text))


def told(rows: str) -> list[Told]:
    """Each event as act, standing, actors, recipients, object and place."""
    text, found = read(rows)

    def names(spans: tuple[Span, ...]) -> str:
        return ", ".join(span.of(text) for span in spans)

    return [
        (
            one.act,
            one.standing.value,
            names(one.actor),
            names(one.recipient),
            None if one.object is None else words_of(text, one.object),
            None if one.place is None else one.place.of(text),
        )
        for one in found
    ]


ROLES = [
    (
        "Iceland/PROPN/2/nsubj sends/VERB/0/root peacekeepers/NOUN/2/obj to/ADP/5/case Malta/PROPN/2/obl",
        [("deploy", "actual", "Iceland", "", "peacekeepers", "Malta")],
        "forces that are sent have a place, and nobody as recipient",
    ),
    (
        "Iceland/PROPN/2/nsubj sends/VERB/0/root tents/NOUN/2/obj to/ADP/5/case Malta/PROPN/2/obl",
        [("send_aid", "actual", "Iceland", "Malta", "tents", None)],
        "goods that are sent have a recipient",
    ),
    (
        "Iceland/PROPN/2/nsubj supplies/VERB/0/root Malta/PROPN/2/obj with/ADP/5/case howitzers/NOUN/2/obl",
        [("supply_arms", "actual", "Iceland", "Malta", "howitzers", None)],
        "whom one supplies is recipient, what one supplies with is object",
    ),
    (
        "Sending/VERB/7/csubj Danish/ADJ/3/amod troops/NOUN/1/obj to/ADP/5/case Malta/PROPN/1/obl would/AUX/7/aux"
        " mean/VERB/0/root war/NOUN/7/obj",
        [
            ("deploy", "hypothetical", "Danish troops, Danish", "", "Danish troops", "Malta"),
            ("war", "hypothetical", "", "", None, None),
        ],
        "where nobody is said to send, the troops' own state does; what would follow is as hypothetical",
    ),
    (
        "Malta/PROPN/3/nsubj:pass was/AUX/3/aux:pass bombed/VERB/0/root by/ADP/6/case Danish/ADJ/6/amod"
        " planes/NOUN/3/obl:agent",
        [("strike", "actual", "Danish planes, Danish", "Malta", None, "Malta")],
        "a passive's agent acts, and planes may stand for their state",
    ),
    (
        "Denmark/PROPN/3/nmod:poss 's/PART/1/case invasion/NOUN/6/nsubj of/ADP/5/case Malta/PROPN/3/nmod"
        " continued/VERB/0/root",
        [("invade", "actual", "Denmark", "Malta", None, "Malta")],
        "a noun has its actor as possessor and its victim behind `of`",
    ),
    (
        "Denmark/PROPN/2/nsubj launched/VERB/0/root strikes/NOUN/2/obj on/ADP/6/case Maltese/ADJ/6/amod"
        " airfields/NOUN/3/nmod",
        [("strike", "actual", "Denmark", "Maltese airfields, Maltese", "Maltese airfields", None)],
        "a light verb lends its subject; what is struck may stand for its owner",
    ),
    (
        "A/DET/3/det direct/ADJ/3/amod clash/NOUN/8/nsubj between/ADP/5/case Malta/PROPN/3/nmod and/CCONJ/7/cc"
        " Denmark/PROPN/5/conj followed/VERB/0/root",
        [("clash", "actual", "Malta, Denmark", "Malta, Denmark", None, None)],
        "what goes both ways makes both parties both",
    ),
    (
        "Denmark/PROPN/2/nsubj withdrew/VERB/0/root its/PRON/4/nmod:poss tanks/NOUN/2/obj from/ADP/6/case"
        " Malta/PROPN/2/obl",
        [("withdraw", "actual", "Denmark", "", "its tanks", "Malta")],
        "a withdrawal's place is where it starts",
    ),
    (
        "The/DET/2/det troops/NOUN/6/nsubj that/PRON/5/obj Denmark/PROPN/5/nsubj sent/VERB/2/acl:relcl"
        " left/VERB/0/root Malta/PROPN/6/obj",
        [
            ("deploy", "actual", "Denmark", "", "The troops", None),
            ("withdraw", "actual", "The troops", "", None, "Malta"),
        ],
        "a relative pronoun stands for its noun",
    ),
    (
        "Denmark/PROPN/2/nsubj threatened/VERB/0/root to/PART/4/mark blockade/VERB/2/xcomp Malta/PROPN/4/obj",
        [
            ("blockade", "hypothetical", "Denmark", "Malta", None, "Malta"),
        ],
        "what is threatened is not done, and the threat is told by what is threatened",
    ),
    (
        "Denmark/PROPN/2/nsubj took/VERB/0/root part/NOUN/2/obj in/ADP/6/case peacekeeping/NOUN/6/compound"
        " operations/NOUN/2/obl in/ADP/8/case Malta/PROPN/6/nmod",
        [("join_operation", "actual", "Denmark", "", "peacekeeping operations", "Malta")],
        "taking part is one predicate",
    ),
    (
        "Denmark/PROPN/2/nsubj imposed/VERB/0/root sanctions/NOUN/2/obj on/ADP/5/case Malta/PROPN/2/obl",
        [("sanction", "actual", "Denmark", "Malta", "sanctions", None)],
        "the noun belongs to its verb and is no second event",
    ),
    (
        "Denmark/PROPN/2/nsubj lifted/VERB/0/root sanctions/NOUN/2/obj on/ADP/5/case Malta/PROPN/3/nmod",
        [("lift_sanctions", "actual", "Denmark", "Malta", "sanctions", None)],
        "a phrase behind the object is the verb's as well",
    ),
    (
        "Danish/ADJ/3/amod and/CCONJ/3/cc Maltese/ADJ/4/amod ships/NOUN/6/nsubj will/AUX/6/aux bomb/VERB/0/root"
        " Gozo/PROPN/6/obj by/ADP/9/case night/NOUN/6/obl",
        [("strike", "future", "Danish and Maltese ships, Danish, Maltese", "Gozo", None, "Gozo")],
        "ships of two states act for both, and nobody is meant by a phrase of time",
    ),
    (
        "Any/DET/2/det landing/NOUN/5/nsubj:pass would/AUX/5/aux be/AUX/5/aux:pass repelled/VERB/0/root by/ADP/7/case"
        " force/NOUN/5/obl",
        [
            ("land_forces", "hypothetical", "", "", None, None),
            ("attack", "hypothetical", "", "", None, None),
        ],
        "what is repelled is an act of its own, and force is nobody",
    ),
    (
        "The/DET/2/det talks/NOUN/4/nsubj will/AUX/4/aux resume/VERB/0/root in/ADP/6/case Malta/PROPN/4/obl",
        [("negotiate", "future", "", "", None, "Malta")],
        "an event takes place where its verb says",
    ),
    (
        "Holm/PROPN/2/nsubj flew/VERB/0/root to/ADP/4/case Malta/PROPN/2/obl for/ADP/6/case talks/NOUN/2/obl",
        [
            ("visit", "actual", "Holm", "Malta", None, "Malta"),
            ("negotiate", "actual", "Holm", "", None, "Malta"),
        ],
        "whoever travels for talks holds them where he goes",
    ),
    (
        "Denmark/PROPN/3/nsubj must/AUX/3/aux withdraw/VERB/0/root from/ADP/6/case the/DET/6/det treaty/NOUN/3/obl",
        [("suspend_treaty", "hypothetical", "Denmark", "", "the treaty", None)],
        "leaving a treaty is no retreat",
    ),
]


@pytest.mark.parametrize(("rows", "expected", "why"), ROLES, ids=[why for _, _, why in ROLES])
def test_roles(rows: str, expected: list[Told], why: str) -> None:
    """A sentence's events have the parties, the object and the place that its grammar gives them."""
    assert told(rows) == expected


MENDED = [
    (
        "The/DET/2/det guard/NOUN/5/nmod arrests/NOUN/0/root a/DET/5/det skipper/NOUN/3/nmod",
        ("detain", "The guard", "a skipper"),
        "a noun before an article is a verb",
    ),
    (
        "Malta/PROPN/2/obl bombs/VERB/0/root Danish/ADJ/4/amod ships/NOUN/2/obl",
        ("strike", "Malta", "Danish ships, Danish"),
        "a bare oblique before the verb is its subject, and behind it its object",
    ),
    (
        "Malta/PROPN/2/nsubj ruled/VERB/0/root out/ADP/5/case an/DET/5/det invasion/NOUN/2/obj",
        ("reject", "Malta", ""),
        "a particle that was taken for a preposition",
    ),
    (
        "Iceland/PROPN/2/nsubj asked/VERB/0/root Denmark/PROPN/5/obj to/PART/5/mark bomb/VERB/2/xcomp"
        " Malta/PROPN/5/obj",
        ("ask", "Iceland", "Denmark"),
        "a nominal before the infinitive that was hung on it is who is asked",
    ),
    (
        "Denmark/PROPN/2/nsubj attacked/VERB/0/root Malta/PROPN/2/obj off/ADP/5/case Gozo/PROPN/11/obl"
        " unless/SCONJ/11/mark it/PRON/11/nsubj has/AUX/11/aux not/PART/11/advmod yet/ADV/11/advmod"
        " yielded/VERB/2/advcl",
        ("attack", "Denmark", "Malta"),
        "a phrase that was hung on a later clause",
    ),
]


@pytest.mark.parametrize(("rows", "expected", "why"), MENDED, ids=[why for _, _, why in MENDED])
def test_the_order_of_words_mends_a_wrong_tree(rows: str, expected: tuple[str, str, str], why: str) -> None:
    """Where a tree is wrong in ways that the order of words gives away, the event is found all the same."""
    assert told(rows)[0][:1] + told(rows)[0][2:4] == expected


STANDINGS = [
    (
        "Denmark/PROPN/3/nsubj will/AUX/3/aux invade/VERB/0/root no/DET/5/det country/NOUN/3/obj",
        "negated",
        "no such thing",
    ),
    (
        "None/NOUN/5/nsubj of/ADP/3/case them/PRON/1/nmod ever/ADV/5/advmod invaded/VERB/0/root Malta/PROPN/5/obj",
        "negated",
        "none of them",
    ),
    (
        "Denmark/PROPN/3/nsubj will/AUX/3/aux wait/VERB/0/root as/ADV/5/advmod soon/ADV/8/advmod as/SCONJ/8/mark"
        " Malta/PROPN/8/nsubj invades/VERB/3/advcl Gozo/PROPN/8/obj",
        "hypothetical",
        "what is waited for",
    ),
    (
        "Denmark/PROPN/2/nsubj announced/VERB/0/root that/SCONJ/6/mark it/PRON/6/nsubj would/AUX/6/aux"
        " invade/VERB/2/ccomp Malta/PROPN/6/obj",
        "future",
        "a will that is told in the past",
    ),
    ("Denmark/PROPN/2/nsubj invaded/VERB/0/root Malta/PROPN/2/obj", "actual", "plain past"),
    ("Denmark/PROPN/2/nsubj invades/VERB/0/root Malta/PROPN/2/obj", "actual", "headline present"),
    ("Denmark/PROPN/3/nsubj to/PART/3/mark invade/VERB/0/root Malta/PROPN/3/obj", "future", "headline infinitive"),
    ("Denmark/PROPN/3/nsubj will/AUX/3/aux invade/VERB/0/root Malta/PROPN/3/obj", "future", "will"),
    (
        "Denmark/PROPN/2/nsubj plans/VERB/0/root to/PART/4/mark invade/VERB/2/xcomp Malta/PROPN/4/obj",
        "future",
        "a plan",
    ),
    ("Denmark/PROPN/3/nsubj may/AUX/3/aux invade/VERB/0/root Malta/PROPN/3/obj", "hypothetical", "may"),
    (
        "If/SCONJ/3/mark Denmark/PROPN/3/nsubj invades/VERB/6/advcl Malta/PROPN/3/obj he/PRON/6/nsubj"
        " leaves/VERB/0/root",
        "hypothetical",
        "a condition",
    ),
    (
        "Denmark/PROPN/3/nsubj will/AUX/3/aux invade/VERB/0/root Malta/PROPN/3/obj unless/SCONJ/7/mark he/PRON/7/nsubj"
        " goes/VERB/3/advcl",
        "hypothetical",
        "what a condition governs",
    ),
    (
        "They/PRON/2/nsubj urged/VERB/0/root Denmark/PROPN/2/obj to/PART/5/mark invade/VERB/2/xcomp Malta/PROPN/5/obj",
        "hypothetical",
        "what is asked for",
    ),
    (
        "Denmark/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod invade/VERB/0/root Malta/PROPN/4/obj",
        "negated",
        "not",
    ),
    (
        "Denmark/PROPN/2/nsubj denied/VERB/0/root invading/VERB/2/xcomp Malta/PROPN/3/obj",
        "negated",
        "a denial",
    ),
    (
        "Denmark/PROPN/2/nsubj refused/VERB/0/root to/PART/4/mark invade/VERB/2/xcomp Malta/PROPN/4/obj",
        "negated",
        "a refusal",
    ),
    (
        "Denmark/PROPN/3/nsubj never/ADV/3/advmod denied/VERB/0/root invading/VERB/3/xcomp Malta/PROPN/4/obj",
        "actual",
        "two negations are none",
    ),
    (
        "If/SCONJ/5/mark Denmark/PROPN/5/nsubj does/AUX/5/aux not/PART/5/advmod invade/VERB/8/advcl Malta/PROPN/5/obj"
        " he/PRON/8/nsubj stays/VERB/0/root",
        "negated",
        "a condition keeps its negation",
    ),
    (
        "In/ADP/2/case 1998/NUM/4/obl Denmark/PROPN/4/nsubj invaded/VERB/0/root Malta/PROPN/4/obj",
        "historical",
        "an earlier year",
    ),
    (
        "Denmark/PROPN/2/nsubj invaded/VERB/0/root Malta/PROPN/2/obj decades/NOUN/5/obl:unmarked ago/ADV/2/advmod",
        "historical",
        "decades ago",
    ),
    (
        "Denmark/PROPN/2/nsubj asked/VERB/0/root if/SCONJ/5/mark Sweden/PROPN/5/nsubj falls/VERB/2/advcl and/CCONJ/8/cc"
        " Norway/PROPN/8/nsubj invades/VERB/2/conj Malta/PROPN/8/obj",
        "hypothetical",
        "a second condition that hangs elsewhere",
    ),
    (
        "Denmark/PROPN/3/nsubj will/AUX/3/aux allow/VERB/0/root its/PRON/5/nmod:poss ports/NOUN/3/obj for/ADP/8/case"
        " an/DET/8/det invasion/NOUN/3/obl",
        "hypothetical",
        "an event that a verb only makes thinkable",
    ),
    (
        "Denmark/PROPN/2/nsubj wept/VERB/0/root while/SCONJ/5/mark he/PRON/5/nsubj invaded/VERB/2/advcl"
        " Malta/PROPN/5/obj",
        "actual",
        "what is so meanwhile",
    ),
    (
        "In/ADP/2/case 2012/NUM/4/obl Denmark/PROPN/4/nsubj invaded/VERB/0/root Malta/PROPN/4/obj",
        "actual",
        "the year of publication",
    ),
]


@pytest.mark.parametrize(("rows", "expected", "why"), STANDINGS, ids=[why for _, _, why in STANDINGS])
def test_standing(rows: str, expected: str, why: str) -> None:
    """An invasion stands as the words around it say."""
    _, found = read(rows)

    assert [one.standing.value for one in found if one.act == "invade"] == [expected]


KEEPING = [
    (
        "Denmark/PROPN/2/nsubj keeps/VERB/0/root its/PRON/4/nmod:poss troops/NOUN/2/obj in/ADP/6/case"
        " Malta/PROPN/2/obl",
        "negated",
        "keeping troops somewhere is not withdrawing them",
    ),
    (
        "Denmark/PROPN/4/nsubj will/AUX/4/aux not/PART/4/advmod keep/VERB/0/root its/PRON/6/nmod:poss troops/NOUN/4/obj"
        " in/ADP/8/case Malta/PROPN/4/obl",
        "actual",
        "not keeping them is withdrawing them",
    ),
]


@pytest.mark.parametrize(("rows", "expected", "why"), KEEPING, ids=[why for _, _, why in KEEPING])
def test_keeping_is_not_withdrawing(rows: str, expected: str, why: str) -> None:
    """Verbs of going on are the contrary act, negated."""
    _, found = read(rows)

    assert [(one.act, one.standing.value) for one in found] == [("withdraw", expected)]


NOTHING = [
    ("Prices/NOUN/2/nsubj rose/VERB/0/root in/ADP/4/case Malta/PROPN/2/obl", "no act"),
    ("He/PRON/2/nsubj suffered/VERB/0/root a/DET/5/det heart/NOUN/5/compound attack/NOUN/2/obj", "a heart attack"),
    ("The/DET/4/det trade/NOUN/3/compound war/NOUN/4/compound talk/NOUN/0/root", "a noun before a noun"),
    ("Malta/PROPN/2/nsubj sends/VERB/0/root regards/NOUN/2/obj", "regards are neither forces nor goods"),
]


@pytest.mark.parametrize(("rows", "why"), NOTHING, ids=[why for _, why in NOTHING])
def test_what_names_no_act_is_no_attack(rows: str, why: str) -> None:
    """Words that look like an act of force or aid and are none make no such event."""
    _, found = read(rows)

    assert not {one.act for one in found} & {"attack", "war", "deploy", "send_aid", "supply_arms"}


def test_every_span_lies_in_the_sentence() -> None:
    """Each span of each event can be quoted, and the head lies in the cue."""
    for rows, _, _ in ROLES:
        text, found = read(rows)
        for one in found:
            spans = (*one.cue, *one.actor, *one.recipient, *(one.object or ()), one.head)
            assert all(span.of(text).strip() for span in spans)
            assert any(one.head in span for span in one.cue)


def test_the_model_can_veto() -> None:
    """Where a model is asked and sees no event of that type in a word, the rules alone make none."""
    text, tree = parsed("Denmark/PROPN/2/nsubj invaded/VERB/0/root Malta/PROPN/2/obj")

    sure = events([tree], dated(text), typed=lambda _, __: {EventType.ASSAULT: 1.0})
    none = events([tree], dated(text), typed=lambda _, __: {})

    assert [one.act for one in sure] == ["invade"]
    assert none == []


def test_the_time_is_the_one_beside_the_predicate() -> None:
    """An event takes the time expression that hangs on its verb."""
    text, tree = parsed("Denmark/PROPN/2/nsubj invaded/VERB/0/root Malta/PROPN/2/obj on/ADP/5/case Friday/PROPN/2/obl")
    friday = Span(text.index("Friday"), len(text))

    (event,) = events([tree], dated(text), times=[friday])

    assert event.time == friday
    assert event.place is not None and event.place.of(text) == "Malta"


TIMES = [
    (
        "Denmark/PROPN/2/nsubj says/VERB/0/root on/ADP/4/case Friday/PROPN/2/obl it/PRON/6/nsubj invaded/VERB/2/ccomp"
        " Malta/PROPN/6/obj",
        None,
        "the day of saying is not the day of doing",
    ),
    (
        "Denmark/PROPN/3/nsubj may/AUX/3/aux invade/VERB/0/root Malta/PROPN/3/obj on/ADP/6/case Friday/PROPN/3/obl",
        "Friday",
        "a day for what may happen",
    ),
    (
        "Denmark/PROPN/3/nsubj may/AUX/3/aux invade/VERB/0/root Malta/PROPN/3/obj by/ADP/6/case Friday/PROPN/3/obl",
        None,
        "a limit is no date",
    ),
    (
        "Two/NUM/2/nummod died/VERB/0/root on/ADP/4/case Friday/PROPN/2/obl when/ADV/7/advmod Denmark/PROPN/7/nsubj"
        " invaded/VERB/2/advcl Malta/PROPN/7/obj",
        "Friday",
        "what happened when something else did",
    ),
    (
        "Denmark/PROPN/2/nsubj invaded/VERB/0/root the/DET/4/det city/NOUN/2/obj of/ADP/6/case Mdina/PROPN/4/nmod"
        " on/ADP/8/case Friday/PROPN/6/nmod",
        "Friday",
        "a day that was hung on a noun",
    ),
]


@pytest.mark.parametrize(("rows", "expected", "why"), TIMES, ids=[why for _, _, why in TIMES])
def test_what_dates_an_event(rows: str, expected: str | None, why: str) -> None:
    """An event is dated by its own clause or by one that happens with it, never by the saying or by a limit."""
    text, tree = parsed(rows)
    friday = Span(text.index("Friday"), text.index("Friday") + len("Friday"))

    (event,) = [one for one in events([tree], dated(text), times=[friday]) if one.act == "invade"]

    assert (event.time.of(text) if event.time else None) == expected


@pytest.mark.parametrize(
    ("published", "expected"), [("2012-05-04", 2012), ("1914-07/..", 1914), ("../1907-06-01", 1907), (None, None)]
)
def test_the_year_of_publication(published: str | None, expected: int | None) -> None:
    """The last year that a publication date names is the year of the story."""
    assert year_of(published) == expected


PRONOUNS = [
    (
        "They/PRON/2/nsubj left/VERB/0/root it/PRON/2/obj",
        "The/DET/2/det troops/NOUN/3/nsubj held/VERB/0/root the/DET/5/det town/NOUN/3/obj",
        ["withdraw"],
        "troops that leave a town, by the sentence before",
    ),
    (
        "They/PRON/2/nsubj left/VERB/0/root it/PRON/2/obj",
        "The/DET/2/det letters/NOUN/3/nsubj named/VERB/0/root a/DET/5/det price/NOUN/3/obj",
        [],
        "nothing before that could leave or be left",
    ),
]


@pytest.mark.parametrize(("rows", "before", "expected", "why"), PRONOUNS, ids=[why for *_, why in PRONOUNS])
def test_a_pronoun_is_of_the_class_of_what_stands_before_it(
    rows: str, before: str, expected: list[str], why: str
) -> None:
    """What "they" and "it" may stand for decides which act a verb names."""
    first, earlier = parsed(before)
    text, tree = parsed(rows)
    moved = Tree(1, tuple(replace(word, span=word.span.shifted(len(first) + 1)) for word in tree.words))

    found = events([earlier, moved], dated(f"{first} {text}"))

    assert [one.act for one in found if one.sentence == 1] == expected, why


VERBLESS = [
    (
        "If/SCONJ/4/mark the/DET/3/det raids/NOUN/4/nsubj stop/NOUN/7/advcl ,/PUNCT/4/punct we/PRON/7/nsubj"
        " wait/VERB/0/root",
        "ceasefire",
    ),
    (
        "Unless/SCONJ/4/mark Danish/ADJ/3/amod planes/NOUN/4/compound bomb/NOUN/8/advcl Malta/PROPN/4/nmod"
        " ,/PUNCT/4/punct we/PRON/8/nsubj wait/VERB/0/root",
        "strike",
    ),
    ("Malta/PROPN/4/nsubj will/AUX/4/aux be/AUX/4/aux:pass invaded/NUM/0/root soon/ADV/4/advmod", "invade"),
]


@pytest.mark.parametrize(("rows", "act"), VERBLESS, ids=[act for _, act in VERBLESS])
def test_a_clause_without_a_verb_has_one_that_was_taken_for_a_noun(rows: str, act: str) -> None:
    """A condition has a finite verb, and what follows "be" in the passive is one."""
    _, found = read(rows)

    assert act in [one.act for one in found]


def test_people_by_an_adjective_cross_a_line_as_troops_do() -> None:
    """An adjective of a nation with an article stands for its people."""
    rows = "The/DET/2/det Danish/ADJ/4/nsubj will/AUX/4/aux cross/VERB/0/root the/DET/6/det border/NOUN/4/obj"

    assert [(act, actor) for act, _, actor, *_ in told(rows)] == [("cross_line", "The Danish")]


CONTROLLED = [
    (
        "Denmark/PROPN/3/nsubj is/AUX/3/cop ready/ADJ/0/root to/PART/5/mark invade/VERB/3/csubj Malta/PROPN/5/obj",
        "Denmark",
        "of whom a readiness is said",
    ),
    (
        "It/PRON/2/nsubj warned/VERB/0/root Denmark/PROPN/2/nsubj against/SCONJ/5/mark invading/VERB/2/advcl"
        " Malta/PROPN/5/obj",
        "Denmark",
        "who is warned against it, wherever the tree hangs him",
    ),
    (
        "Denmark/PROPN/6/nsubj ,/PUNCT/3/punct Norway/PROPN/1/conj and/CCONJ/5/cc Sweden/PROPN/3/conj"
        " invaded/VERB/0/root Malta/PROPN/6/obj",
        "Denmark, Norway, Sweden",
        "three in a chain",
    ),
]


@pytest.mark.parametrize(("rows", "expected", "why"), CONTROLLED, ids=[why for *_, why in CONTROLLED])
def test_who_invades(rows: str, expected: str, why: str) -> None:
    """The actor is found over predicates, warnings and lists."""
    assert [actor for act, _, actor, *_ in told(rows) if act == "invade"] == [expected], why

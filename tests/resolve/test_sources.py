"""Attributions to who said it, to whom, and through whom."""

from __future__ import annotations

import pytest
from told import Told

from sayso.terms import EntityKind

BERG = "Norwegian Foreign Minister [p Anna Berg] warned that talks would end."


def source_of(told: Told, *rows: tuple[str | None, str, str]) -> str | None:
    """The name of the source of the last of some attributions."""
    sources, found = told.said(*rows)
    return told.name(sources, sources.source(found[-1]))


@pytest.mark.parametrize(
    ("words", "source", "expected", "why"),
    [
        (BERG, "Norwegian Foreign Minister Anna Berg", "Anna Berg", "a name with its title"),
        ("[l Moscow] warned that talks would end. Russian jets left.", "Moscow", "Russia", "a capital"),
        ("The Iranian navy warned that talks would end.", "The Iranian navy", "Iran", "an organ"),
        ("A spokesman for [p Anna Berg] warned that talks would end.", "A spokesman for Anna Berg",
         "spokesman for Anna Berg", "somebody else"),
        ("[p Anna Berg], a spokeswoman for the navy, warned that talks would end.",
         "Anna Berg, a spokeswoman for the navy,", "Anna Berg", "a name with an apposition"),
        ("Sources close to [p Anna Berg] warned that talks would end.", "Sources close to Anna Berg",
         "Sources close to Anna Berg", "nobody named"),
        ("A letter from [c Norway] warned that talks would end.", "A letter from Norway", "Norway", "its author"),
        ("A leaked draft warned that talks would end.", "A leaked draft", None, "a draft is nobody"),
        ("The broadcaster [m NRK] warned that talks would end.", "The broadcaster NRK", "NRK", "an outlet"),
    ],
)  # fmt: skip
def test_a_source_is_who_its_words_name(words, source, expected, why):
    """A name, a title, a metonym; a name that is only mentioned in passing is not the source."""
    assert source_of(Told(words), (source, "warned", "that talks would end")) == expected, why


@pytest.mark.parametrize(
    ("words", "tree", "cue", "expected", "why"),
    [
        ("[c Norway] denied it and warned that talks would end.",
         "Norway/PROPN/2/nsubj denied/VERB/0/root it/PRON/2/obj and/CCONJ/5/cc warned/VERB/2/conj", "warned", "Norway",
         "two verbs share a subject"),
        ("[c Norway] denied it, warning that talks would end.",
         "Norway/PROPN/2/nsubj denied/VERB/0/root it/PRON/2/obj ,/PUNCT/5/punct warning/VERB/2/advcl", "warning",
         "Norway", "a participle has its verb's subject"),
        ("It was warned that talks would end.",
         "It/PRON/3/expl was/AUX/3/aux:pass warned/VERB/0/root", "warned", None, "nobody says so"),
        ("[c Norway] was warned that talks would end.",
         "Norway/PROPN/3/nsubj:pass was/AUX/3/aux:pass warned/VERB/0/root", "warned", None, "who hears says nothing"),
    ],
)  # fmt: skip
def test_a_cue_without_a_source_has_its_verbs_subject_if_any(words, tree, cue, expected, why):
    """A second verb speaks for the same subject; a passive speaks for nobody."""
    told = Told(words, trees={0: tree})

    assert source_of(told, (None, cue, "that talks would end")) == expected, why


@pytest.mark.parametrize(
    ("words", "kind", "affiliation"),
    [
        ("A senior Turkish official", EntityKind.PERSON, "Turkey"),
        ("An army officer", EntityKind.PERSON, None),
        ("Two Turkish officials", EntityKind.GROUP, "Turkey"),
        ("Villagers", EntityKind.GROUP, None),
        ("The company", EntityKind.ORGANIZATION, None),
    ],
)
def test_somebody_without_a_name_is_an_entity_of_this_article(words, kind, affiliation):
    """The statement has a source, and nobody is named who was not."""
    told = Told(f"{words} warned that talks would end.")
    sources, _ = told.said((words, "warned", "that talks would end"))
    (entity,) = sources.entities

    assert (entity.kind, told.name(sources, entity.affiliation)) == (kind, affiliation)
    assert entity.id.startswith(f"local:{kind.value}/unnamed-a1-")
    assert entity.mentions[0].of(told.article.text) == words


def test_the_official_is_the_one_quoted_before():
    """A definite phrase takes a nameless speaker up again."""
    told = Told("A Turkish official warned that talks would end.\nThe official added that war might come.")
    rows = ("A Turkish official", "warned", "that talks would end"), ("The official", "added", "that war might come")
    sources, found = told.said(*rows)

    assert sources.source(found[0]) == sources.source(found[1]) is not None


@pytest.mark.parametrize(
    ("second", "pronoun", "expected", "why"),
    [
        ("She added that war might come.", "She", "Anna Berg", "the last speaker"),
        ("[p Olaf Holm] listened. He added that war might come.", "He", "Olaf Holm", "another came between"),
    ],
)
def test_a_pronoun_goes_on_with_the_last_speaker_unless_another_was_named(second, pronoun, expected, why):
    """Recency and agreement decide."""
    told = Told(f"{BERG}\n{second}")
    rows = (
        ("Norwegian Foreign Minister Anna Berg", "warned", "that talks would end"),
        (pronoun, "added", "that war might come"),
    )

    assert source_of(told, *rows) == expected, why


def test_a_pronoun_before_anybody_was_named_means_nobody():
    """Never a guess."""
    assert source_of(Told("He warned that talks would end."), ("He", "warned", "that talks would end")) is None


def test_we_in_a_quotation_is_the_speakers_side_and_i_the_speaker():
    """A minister's 'we' is the state, a 'we' by nobody known is nobody."""
    told = Told('Norwegian Foreign Minister [p Anna Berg] said: "We will act, and I will go. Our troops stay."')
    sources, _ = told.said(
        ("Norwegian Foreign Minister Anna Berg", "said", '"We will act, and I will go. Our troops stay."')
    )

    answers = [told.name(sources, sources.entity_of(told.span(words))) for words in ("We", "I ", "Our troops")]
    assert answers == ["Norway", "Anna Berg", "Norway"]
    assert Told("We will act.").who("We") is None


@pytest.mark.parametrize(
    ("words", "cue", "expected", "why"),
    [
        ("said, according to the Russian agency [m TASS]", "said", ["TASS"], "an agency"),
        ("told the broadcaster [m NRK]", "told", ["NRK"], "told an outlet"),
        ("said in an interview with [m Le Monde]", "said", ["Le Monde"], "an interview"),
        ("said, as reported by the newspaper [o Nordlys]", "said", ["Nordlys"], "a newspaper in no table"),
        (
            "said, quoted by [m AFP] according to [m Reuters]",
            "said",
            ["Agence France-Presse", "Reuters"],
            "nearest first",
        ),
        ("said after [m Reuters] journalists had left", "said", [], "an outlet that carried nothing"),
        ("said", "said", [], "nobody"),
    ],
)
def test_an_outlet_that_carried_it_is_named_nearest_first(words, cue, expected, why):
    """The chain runs back from the outlet nearest to the words."""
    told = Told(f"Talks would end, [p Anna Berg] {words}.")
    sources, (one,) = told.said(("Anna Berg", cue, "Talks would end"))

    assert [told.name(sources, key) for key in sources.via(one)] == expected, why


@pytest.mark.parametrize(("whom", "expected"), [("her", "Anna Berg"), ("a Turkish envoy", "Turkish envoy")])
def test_whom_an_outlet_quotes_is_the_source_and_the_outlet_carried_it(whom, expected):
    """'TASS quoted her as saying' is hers, through TASS."""
    told = Told(f"Minister [p Anna Berg] left.\n[m TASS] quoted {whom} as saying that talks would end.")
    sources, (one,) = told.said(("TASS", "quoted", "that talks would end"))

    assert told.name(sources, sources.source(one)) == expected
    assert [told.name(sources, key) for key in sources.via(one)] == ["TASS"]


TELL = "Berg/PROPN/2/nsubj {verb}/VERB/0/root {rest}"


@pytest.mark.parametrize(
    ("words", "verb", "expected", "why"),
    [
        ("told Russian President [p Vladimir Putin] that talks would end", "told", ["Vladimir Putin"], "with a title"),
        ("warned [c Iran] and [c Iraq] that talks would end", "warned", ["Iran", "Iraq"], "two at once"),
        ("told [c Yemen]'s [o Houthis] that talks would end", "told", ["Houthi movement"], "whose is not to whom"),
        ("called on [c Iran] to end talks", "called", ["Iran"], "called on"),
        ("appealed to [c Iran] to end talks", "appealed", ["Iran"], "appealed to"),
        ("told reporters that talks would end", "told", [], "nobody known"),
        ("said that [c Iran] would end talks", "said", [], "spoken of, not to"),
    ],
)
def test_those_who_are_addressed_stand_after_the_verb(words, verb, expected, why):
    """Word order tells to whom it was said."""
    plain = f"[p Berg] {words}."
    told = Told(plain)
    rest = told.article.text.split(verb, 1)[1]
    rows = " ".join(f"{word}/X/2/dep" for word in rest.replace(".", " .").replace("'s", " 's").split())
    told = Told(plain, trees={0: TELL.format(verb=verb, rest=rows)})
    sources, (one,) = told.said(("Berg", verb, rest.split()[-1]))

    assert [told.name(sources, key) for key in sources.addressees(one)] == expected, why

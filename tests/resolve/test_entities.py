"""Mentions to entities: one id for one person or body however it is written, two for two."""

from __future__ import annotations

from datetime import date

import pytest
from told import Told

from sayso.knowledge import knowledge
from sayso.spans import Span
from sayso.terms import EntityKind

KNOWN = knowledge()


@pytest.mark.parametrize(
    ("later", "why"),
    [
        ("[p Lavrov] left.", "a surname"),
        ("[p Serge Lavrov] left.", "another spelling"),
        ("[p Mr. Lavrov] left.", "a title"),
        ("The [p* Russian foreign minister] left.", "an office"),
        ("The [p* foreign minister] left.", "an office by itself"),
        ("The [p* minister] left.", "a noun"),
    ],
)
def test_a_person_is_one_however_named(later, why):
    """Full name first, then surname, spelling, title or office."""
    told = Told(f"Russian Foreign Minister [p Sergey Lavrov] arrived.\n{later}")
    (entity,) = told.resolved.entities

    assert entity.id == KNOWN.known("Sergey Lavrov").id, why
    assert len(entity.mentions) == 2, why


def test_a_person_has_role_and_affiliation_from_the_words_beside_the_name():
    """What the article says counts; the mention holds title and name."""
    told = Told("Norwegian Defence Minister [p Anna Berg] arrived.")
    (entity,) = told.resolved.entities

    assert (entity.kind, entity.name, entity.role) == (EntityKind.PERSON, "Anna Berg", "Norwegian Defence Minister")
    assert KNOWN.name_of(entity.affiliation) == "Norway"
    assert entity.mentions[0].of(told.article.text) == "Norwegian Defence Minister Anna Berg"


@pytest.mark.parametrize(
    ("words", "affiliation"),
    [
        ("[p Anna Berg], a spokeswoman for the Iranian army, left.", "Iran"),
        ("U.S. Ambassador to the United Nations [p Anna Berg] left.", "United States"),
        ("The [o Arab League]'s chief, [p Anna Berg], left.", "Arab League"),
        ("[p Volodymyr Zelensky] left.", "Ukraine"),
        ("[p Anna Berg] left.", None),
        ("Former Danish premier [p Anna Berg] left.", None),
    ],
)
def test_affiliation_comes_from_the_article_or_the_table_of_offices(words, affiliation):
    """Who acts for whom is known by role, else by office on the day, else not at all."""
    told = Told(words)
    person = next(one for one in told.resolved.entities if one.kind is EntityKind.PERSON)

    assert (person.affiliation and KNOWN.name_of(person.affiliation)) == affiliation


def test_two_persons_of_one_surname_stay_apart():
    """A given name that objects makes another person; the surname alone is the last one named."""
    told = Told("[p Anna Berg] met [p Olaf Berg].\n[p Berg] smiled.")

    assert [entity.name for entity in told.resolved.entities] == ["Anna Berg", "Olaf Berg"]
    assert told.who("Berg", 3) == "Olaf Berg"


def test_a_misspelt_name_is_the_persons_where_nobody_else_bears_it():
    """A slip in a long surname is read; in the tables the office must agree as well."""
    told = Told("[p Adama Tolund] won.\nSupporters of [p Adama Tollund] sang.")
    merkel = Told("Ex German Chancellor [p Merkle] wrote.", published="2022-12-11")

    assert len(told.resolved.entities) == 1
    assert merkel.who("Merkle") == "Angela Merkel"


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("President [p Isaias] spoke.", "Isaias Afwerki", "people there go by the given name"),
        ("[p Isaias] spoke.", None, "without the office it may be anybody's"),
        ("Foreign Minister [p Isaias] spoke.", None, "he leads the state"),
        ("President [p Vladimir] spoke.", None, "no president on that day begins so"),
    ],
)
def test_a_leader_may_be_called_by_office_and_given_name(words, expected, why):
    """Where the office is a leader's, and one holder of the day begins with the name."""
    told = Told(words, published="1998-06-05")

    assert told.resolved.entities[0].id.startswith("Q") is (expected is not None), why
    assert expected is None or told.resolved.entities[0].id == KNOWN.known(expected).id, why


def test_a_known_person_needs_the_right_state_or_day():
    """A namesake in another state's service is somebody else, with a local id."""
    told = Told("Canadian Foreign Minister [p Sergey Lavrov] arrived.")

    assert told.resolved.entities[0].id.startswith("local:person/")


def test_a_local_id_is_the_same_in_every_article_and_spelling():
    """The id of somebody in no table is made of how the full name sounds."""
    ids = {Told(f"[p {name}] left.").resolved.entities[0].id for name in ("Sergei Tolunov", "Sergey V. Tolunov")}

    assert len(ids) == 1


def test_an_office_without_a_name_is_its_holder_by_the_table_of_the_day():
    """'The Russian foreign minister' is one person on a date."""
    told = Told("The [p* Israeli prime minister] spoke.", published="1967-06-05")

    assert told.who("Israeli prime minister") == "Levi Eshkol"


@pytest.mark.parametrize(
    ("told", "phrase", "expected", "why"),
    [
        ("[p Sergey Lavrov] met [p Anna Berg].\nThe [p* Danish envoy] left.", "Danish envoy", None, "nobody told of"),
        ("Premier [p Anna Berg] spoke.\nThe [p* leader] of the rebels left.", "leader", None, "of the rebels"),
        ("[o Hamas] met [o NATO] envoys.\nThe [o* alliance] left.", "alliance", "NATO", "only one is an alliance"),
        ("[o NATO] met the [o EU].\nThe [o* bloc] left.", "bloc", "European Union", "the last that is a bloc"),
        ("[o Exxon Company] left.\nThe [o* company] denied it.", "company", "Exxon Company", "by its own last word"),
        ("[c Saudi Arabia] left.\nThe [c* kingdom] denied it.", "kingdom", "Saudi Arabia", "a kingdom"),
        ("[c Saudi Arabia] left.\nThe [o* alliance] denied it.", "alliance", None, "no alliance was named"),
    ],
)
def test_a_noun_stands_for_what_goes_by_it_or_for_nobody(told, phrase, expected, why):
    """Never a wrong name: what only describes something unknown is unknown."""
    assert Told(told).who(phrase) == expected, why


@pytest.mark.parametrize(
    ("words", "phrase", "expected"),
    [
        ("The clash with Russian forces began.", "Russian forces", "Russia"),
        ("The armed forces of the Russian Federation moved.", "The armed forces of the Russian Federation", "Russia"),
        ("The Polish foreign ministry denied it.", "The Polish foreign ministry", "Poland"),
        ("US-backed rebels moved.", "US-backed rebels", None),
        ("[p Volodymyr Zelensky] spoke.\nHis forces moved.", "His forces", "Ukraine"),
        ("[c Turkey] spoke.\nIts army moved.", "Its army", "Turkey"),
    ],
)
def test_a_states_organs_count_as_the_state(words, phrase, expected):
    """CONTRACT: forces, ministries and seats of government count as the state when they act."""
    assert Told(words).who(phrase) == expected


def test_an_adjective_is_no_mention_of_its_country():
    """'Russian forces' names no second entity beside the one that is meant."""
    told = Told("[c Poland] saw Russian forces.")

    assert [entity.name for entity in told.resolved.entities] == ["Poland"]


def test_what_only_an_organ_names_becomes_an_entity_when_it_is_asked_for():
    """An event's actor is always among the entities."""
    told = Told("Turkish jets struck at dawn.")
    resolved = told.resolved

    key = resolved.entity_of(told.span("Turkish jets"))

    assert [(entity.id, entity.name) for entity in resolved.entities] == [(key, "Turkey")]


def test_an_acronym_in_brackets_is_the_same_body():
    """A body in no table keeps one id under its acronym and under a part of its name."""
    told = Told("The [o Nordland Relief Council] (NRC) left.\nThe [o NRC] came back.\nThe Council stayed.")
    (entity,) = told.resolved.entities

    assert entity.name == "Nordland Relief Council"
    assert [span.of(told.article.text) for span in entity.mentions] == ["Nordland Relief Council", "NRC", "Council"]


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("He told the newspaper [o Nordlys].", "Nordlys", EntityKind.OUTLET),
        ("He told the [o Nordland Gazette].", "Nordland Gazette", EntityKind.OUTLET),
        ("[l Cairo] radio said so.", "Cairo radio", EntityKind.OUTLET),
        ("The frigate [p Alta] sailed.", "Alta", EntityKind.ORGANIZATION),
        ("The village of [o Alta] burned.", "Alta", EntityKind.PLACE),
        ("He told [m TASS] so.", "TASS", EntityKind.OUTLET),
    ],
)
def test_the_words_beside_a_name_say_what_it_is(words, name, kind):
    """A common noun before or after a name outweighs what the encoder took it for."""
    found = {entity.name: entity.kind for entity in Told(words).resolved.entities}

    assert found[name] is kind


def test_a_surname_is_the_persons_whatever_the_encoder_saw():
    """Once a person was named, the surname is no place."""
    told = Told("Minister [p Anna Howes] fled.\n[l Howes] was found.")

    assert [entity.name for entity in told.resolved.entities] == ["Anna Howes"]


def test_captions_and_comments_never_decide_who_is_meant_in_the_body():
    """A comment's premier named before is not the body's premier."""
    told = Told(
        """
        caption: Premier [p Olaf Holm] waves.
        Premier [p Anna Berg] arrived.
        The [p* premier] smiled.
        """
    )

    assert told.who("premier") == "Anna Berg"


def test_point_of_the_compass_is_no_alliance():
    """'In the West of the country' and 'West African' do not speak of the West."""
    told = Told("Cities in the [l West] of the country burn.\nThe [g West] is wary.")

    assert [len(entity.mentions) for entity in told.resolved.entities if entity.name == "the West"] == [1]


@pytest.mark.parametrize(
    ("words", "phrase", "place"),
    [
        ("Fighting raged near the port city of [l Mariupol].", "the port city of Mariupol", "Mariupol"),
        ("They landed in eastern [c Ukraine].", "eastern Ukraine", "Ukraine"),
        ("They met at dawn.", "dawn", None),
    ],
)
def test_a_phrase_names_a_place_or_none(words, phrase, place):
    """The place of an event is the last place that its phrase names."""
    told = Told(words)
    resolved = told.resolved

    assert told.name(resolved, resolved.place_of(told.span(phrase))) == place


@pytest.mark.parametrize(
    ("words", "pronoun", "expected", "why"),
    [
        ("[p Anna Berg] met [c Norway]'s envoys.\nShe left.", "She", "Anna Berg", "a person"),
        ("[p Mr. Olaf Holm] spoke.\nShe left.", "She", None, "a title tells the gender"),
        ("[c Norway] protested.\nIt closed the port.", "It", "Norway", "a state is it"),
        ("[g Kurds] protested.\nThey left.", "They", "Kurds", "a group is they"),
        ("[c United States] protested.\nThey left.", "They", None, "a state is not they"),
        ("Ships passed [o NATO].\nThey left.", "They", None, "a body that does nothing is not they"),
        ("[p Anna Berg] saw [p Olaf Holm].\nHe left.", "He", None, "two may be meant"),
    ],
)
def test_a_pronoun_agrees_or_means_nobody(words, pronoun, expected, why):
    """Gender counts only where the text shows it; between equals nobody is chosen."""
    assert Told(words).who(pronoun) == expected, why


def test_an_article_without_a_date_is_read_without_offices_of_a_day():
    """Nobody is recognised by an office alone where the day is open."""
    told = Told("The [p* Israeli prime minister] spoke.", published=None)

    assert told.who("Israeli prime minister") is None
    assert told.resolved.setting.on is None


def test_the_day_is_the_last_that_the_publication_date_may_mean():
    """A month counts by its end."""
    assert Told("x", published="1967-06").resolved.setting.on == date(1967, 6, 30)


def test_mentions_never_overlap_and_stand_in_text_order():
    """Of two mentions of one entity the longer holds."""
    told = Told("The head of the [o NATO alliance], [p Jens Stoltenberg], met NATO envoys. [p Stoltenberg] left.")
    for entity in told.resolved.entities:
        pairs = zip(entity.mentions, entity.mentions[1:], strict=False)
        assert all(isinstance(a, Span) and a.end <= b.start for a, b in pairs), entity.name

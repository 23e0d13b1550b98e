"""The recipe of `make model`: checked before anything is trained, in the same order in every run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lab.corpora import told, uner
from lab.corpora.treebanks import Row, Sentence
from lab.train import progress, recipe
from lab.train.corpora import CORPORA, OPEN
from lab.train.example import Example, stream
from lab.train.order import ordered
from lab.train.recipe import Leg, Recipe, RecipeError, faults, slope
from sayso.encode.encoder import shipped_encoder
from sayso.encode.tokens import assemble

HERE = Path(recipe.__file__).parent


def made(**changes: object) -> Recipe:
    """Return a small recipe that can be followed, with changes."""
    legs = (Leg("first", 1.0, True, False, {"ewt": 2}), Leg("second", 0.5, False, False, {"ewt": 1, "polnear": 0.5}))
    return replace(Recipe(1e-4, 1e-3, legs, {"second": 1}, "0"), **changes)


@pytest.mark.parametrize(("file", "only_open"), [("recipe.toml", False), ("recipe-open.toml", True)])
def test_the_recipes_that_ship_can_be_followed(file, only_open):
    """Both are read as `make model` and `make model OPEN=1` read them."""
    found = recipe.read(HERE / file, only_open=only_open)

    assert found.legs[0].fresh_only
    assert found.warm().legs == found.legs[1:]


def test_the_open_run_is_refused_other_corpora():
    """The first recipe names corpora without a stated licence, so that OPEN=1 with it stops before it reads any."""
    with pytest.raises(RecipeError, match="states no open licence"):
        recipe.read(HERE / "recipe.toml", only_open=True)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"average": {"first": 1}}, "no leg first"),
        ({"average": {}}, "at least one leg"),
        ({"average": {"second": 0}}, "part above 0"),
        ({"legs": (Leg("second", 1.0, False, False, {"pollnear": 1}),)}, "no corpus pollnear"),
        ({"legs": (Leg("second", 0.0, False, False, {"ewt": 1}),)}, "rate is not above 0"),
        ({"legs": (Leg("second", 1.0, False, False, {}), Leg("second", 1.0, False, False, {}))}, "one name"),
    ],
)
def test_a_recipe_that_cannot_be_followed_says_why(changes, said):
    """An average needs a leg that every run has, a leg needs corpora that there are."""
    assert any(said in fault for fault in faults(made(**changes)))
    assert not faults(made())


def test_every_open_corpus_has_a_reader():
    """A misspelt name in the list of open corpora would shut a corpus out without a word."""
    assert CORPORA.keys() > OPEN


def test_rates_climb_and_come_down_to_zero():
    """Up within 40 steps, down in a straight line, and to zero in time where time is short."""
    assert slope(0, 400) < slope(20, 400) < slope(39, 400) > slope(200, 400) > slope(399, 400) > 0
    assert slope(100, 400, spent=0.9) == pytest.approx(0.1)
    assert slope(100, 400, spent=1.2) == 0


@pytest.fixture(scope="module")
def windows():
    vocabulary = shipped_encoder().vocabulary
    texts = [f"The envoy of port number {n} said{' again' * (n % 7)} that the ships would sail." for n in range(40)]
    return [Example("attribution", assemble(stream(text, vocabulary).lines, vocabulary)) for text in texts]


def test_the_order_is_the_same_in_every_run(windows):
    """A run that goes on finds the batch at which it was stopped; another seed takes another order."""
    first, again, other = (ordered({"ewt": windows}, {"ewt": 1.5}, 200, seed) for seed in (3, 3, 4))

    assert first == again != other


def test_epochs_are_how_often_each_window_is_seen(windows):
    """Twice for 2, and about half of the windows once more for 2.5."""
    order = ordered({"ewt": windows}, {"ewt": 2.5}, 200, 1)
    seen = [sum(one is other for group in order for other in group) for one in windows]

    assert set(seen) == {2, 3}
    assert 90 <= sum(seen) <= 110


def test_a_run_goes_on_only_as_the_run_it_was(tmp_path):
    """A folder with another run's weights is refused by name, not trained over."""
    begun = progress.find(tmp_path, "recipe a, start b, seed 1")
    progress.write(tmp_path, begun.after("first", 12.34, 99))

    assert progress.find(tmp_path, "recipe a, start b, seed 1").finished == ("first",)
    with pytest.raises(progress.OtherRun, match="name another --out"):
        progress.find(tmp_path, "recipe a, start b, seed 2")


def tree(*rows: tuple[str, str, int, str]) -> Sentence:
    """Return a treebank sentence from form, part of speech, head and relation; the lemma is the form in lower case."""
    words = tuple(Row(form, form.lower().removesuffix("s"), upos, head, rel, "_") for form, upos, head, rel in rows)
    return Sentence(words, tuple(True for _ in words))


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        (
            tree(("She", "PRON", 2, "nsubj"), ("says", "VERB", 0, "root"), ("they", "PRON", 4, "nsubj"),
                 ("left", "VERB", 2, "ccomp"), (".", "PUNCT", 2, "punct")),
            [((0,), (1,), (2, 3))],
            "a clause under a verb of saying",
        ),
        (
            tree(("They", "PRON", 2, "nsubj"), ("left", "VERB", 0, "root"), (",", "PUNCT", 5, "punct"),
                 ("she", "PRON", 5, "nsubj"), ("says", "VERB", 2, "parataxis"), (".", "PUNCT", 2, "punct")),
            [((3,), (4,), (0, 1))],
            "a verb of saying behind what is said",
        ),
        (
            tree(("They", "PRON", 2, "nsubj"), ("left", "VERB", 0, "root"), (",", "PUNCT", 6, "punct"),
                 ("according", "VERB", 6, "case"), ("to", "ADP", 4, "fixed"), ("Lima", "PROPN", 2, "obl")),
            [((5,), (3, 4), (0, 1))],
            "according to somebody",
        ),
        (
            tree(("She", "PRON", 2, "nsubj"), ("left", "VERB", 0, "root"), (".", "PUNCT", 2, "punct")),
            [],
            "nobody says anything",
        ),
    ],
)  # fmt: skip
def test_trees_show_who_said_what(sentence, expected, why):
    """Source, cue and content as words of the sentence, by the treebank's relations alone."""
    assert [(one.source, one.cue, one.content) for one in told.attributions(sentence)] == expected, why


def test_types_of_names_that_we_lack_are_no_names():
    """The train file of UNER has two types by mistake."""
    lines = iter(["# text\n", "1\tOslo\tB-LOC\t-\tx\n", "2\tCup\tB-OTH\t-\tx\n", "\n"])

    assert list(uner.sentences(lines)) == [[("Oslo", "B-LOC"), ("Cup", "O")]]

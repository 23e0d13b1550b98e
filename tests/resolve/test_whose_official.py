"""Officials whose state no word tells: whose they are by what they say their state will do, and by where."""

from __future__ import annotations

import pytest
from told import Told

from sayso.knowledge import knowledge


def side_of(told: Told, source: str, cue: str, content: str) -> str | None:
    """Whom the source of a content is found to speak for, by name."""
    sources, (found,) = told.said((source, cue, content))
    sources.settle()
    key = next(saying.speaker for saying in sources._sayings if saying.content == found.content)
    side = sources.side_of(key) if key else None
    return knowledge().name_of(side) if side else None


CLOSES = "[c Peru] will close the pass, {who} said."
CLOSES_TREE = (
    "Peru/PROPN/3/nsubj will/AUX/3/aux close/VERB/{last}/ccomp the/DET/5/det pass/NOUN/3/obj ,/PUNCT/{last}/punct"
)


def closes(who: str, names: int) -> Told:
    """An article in which somebody says that Peru will close a pass; his title and name have so many words."""
    last = 6 + names + 1
    rows = [CLOSES_TREE.format(last=last)]
    bare = who.replace("[p ", "").replace("]", "")
    words = bare.split()
    rows += [f"{word}/NOUN/{6 + names}/compound" for word in words[:-1]]
    rows += [f"{words[-1]}/PROPN/{last}/nsubj", "said/VERB/0/root"]
    return Told(CLOSES.format(who=who), trees={0: " ".join(rows)})


@pytest.mark.parametrize(
    ("who", "expected", "why"),
    [
        ("Defence Minister [p Luis Quiroga]", "Peru", "a minister says what his state will do"),
        ("Colonel [p Luis Quiroga]", "Peru", "so does an officer"),
        ("spokesman [p Luis Quiroga]", "Peru", "and who speaks for others"),
        ("Bolivian Defence Minister [p Luis Quiroga]", "Bolivia", "what the title says comes first"),
        ("professor [p Luis Quiroga]", None, "a scholar has no office"),
        ("former Defence Minister [p Luis Quiroga]", None, "nor has who had one"),
        ("rebel Colonel [p Luis Quiroga]", None, "a rebel is no state's"),
        ("[p Luis Quiroga]", None, "a name alone tells nothing"),
    ],
)
def test_an_official_is_of_the_state_whose_deeds_he_announces(who, expected, why):
    """Whoever promises what a state will do speaks for it, if he has an office and no other state stands beside him."""
    bare = who.replace("[p ", "").replace("]", "")

    assert side_of(closes(who, len(bare.split())), bare, "said", "Peru will close the pass") == expected, why


@pytest.mark.parametrize(
    ("cue", "verb", "relation", "expected", "why"),
    [
        ("said", "will strike", "ccomp", "Peru", "its own deed"),
        ("said", "will suffer", "ccomp", None, "what befalls a state others tell as well"),
        ("predicted", "will strike", "ccomp", None, "a guess"),
        ("said", "may strike", "ccomp", None, "what a state may do others say as well"),
    ],
)
def test_what_others_say_of_a_state_makes_nobody_its_own(cue, verb, relation, expected, why):
    """Only a firm deed of the state's own will counts, and only where it is said and not guessed."""
    helper, bare = verb.split()
    told = Told(
        f"Minister [p Luis Quiroga] {cue} that [c Peru] {verb}.",
        trees={
            0: f"Minister/NOUN/2/compound Luis/PROPN/4/nsubj Quiroga/PROPN/2/flat {cue}/VERB/0/root that/SCONJ/8/mark "
            f"Peru/PROPN/8/nsubj {helper}/AUX/8/aux {bare}/VERB/4/{relation}"
        },
    )

    assert side_of(told, "Minister Luis Quiroga", cue, f"that Peru {verb}") == expected, why


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        (
            "In [l Lima], government spokesman [p Luis Quiroga] warned that talks would end. [c Peru] slept.",
            "Peru",
            "the place",
        ),
        (
            "Government spokesman [p Luis Quiroga] warned in [l Lima] that talks would end. Peru slept.",
            "Peru",
            "the place behind the verb",
        ),
        ("In [l Geneva], government spokesman [p Luis Quiroga] warned that talks would end.", None, "a meeting place"),
        ("In [l Lima], Foreign Minister [p Luis Quiroga] warned that talks would end.", None, "he may be a guest"),
        ("In [l Lima], club spokesman [p Luis Quiroga] warned that talks would end.", None, "a club is no state"),
        (
            "dateline: [l LIMA], May 2\n[c Peru] rose.\nA day passed.\nInterior Minister [p Luis Quiroga] warned that "
            "talks would end.",
            "Peru",
            "the capital from which is told",
        ),
        (
            "dateline: [l LIMA], May 2\n[c Peru] rose.\n[c Chile] balked.\nInterior Minister [p Luis Quiroga] warned "
            "that talks would end.",
            None,
            "another state had the word",
        ),
        (
            "dateline: [l GENEVA], May 2\n[c Peru] rose.\nA day passed.\nInterior Minister [p Luis Quiroga] warned "
            "that talks would end.",
            None,
            "a town where states only meet",
        ),
    ],
)
def test_an_official_who_stays_at_home_is_of_the_state_where_he_speaks(words, expected, why):
    """A government spokesman's place tells his state, a foreign minister's does not."""
    told = Told(words, trees={2: "Chile/PROPN/2/nsubj balked/VERB/0/root"} if "balked" in words else None)
    source = next(w for w in ("Government spokesman", "government spokesman", "Foreign Minister", "club spokesman",
                              "Interior Minister") if w in told.article.text)  # fmt: skip

    assert side_of(told, f"{source} Luis Quiroga", "warned", "that talks would end") == expected, why


def test_who_has_no_name_may_speak_for_a_state_too():
    """ "A senior official" who says what a state will do is its own, and "we" is that state from then on."""
    told = Told(
        "A senior official said that [c Peru] will strike.",
        trees={
            0: "A/DET/3/det senior/ADJ/3/amod official/NOUN/4/nsubj said/VERB/0/root that/SCONJ/8/mark "
            "Peru/PROPN/8/nsubj will/AUX/8/aux strike/VERB/4/ccomp"
        },
    )

    assert side_of(told, "A senior official", "said", "that Peru will strike") == "Peru"


def test_two_states_are_no_answer():
    """Who says what either of two states will do is left without one."""
    told = Told(
        "Minister [p Luis Quiroga] said that [c Peru] will strike.\nMinister [p Luis Quiroga] said that [c Chile] will "
        "strike.",
        trees={
            line: "Minister/NOUN/2/compound Luis/PROPN/4/nsubj Quiroga/PROPN/2/flat said/VERB/0/root that/SCONJ/8/mark "
            f"{state}/PROPN/8/nsubj will/AUX/8/aux strike/VERB/4/ccomp"
            for line, state in enumerate(("Peru", "Chile"))
        },
    )
    sources, found = told.said(
        ("Minister Luis Quiroga", "said", "that Peru will strike"),
        ("Minister Luis Quiroga#2", "said#2", "that Chile will strike"),
    )
    sources.settle()

    (luis,) = (one for one in sources.entities if one.name == "Luis Quiroga")
    assert found
    assert luis.affiliation is None

"""Scores to attributions: what is joined, what is cut, and what a tree adds."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.annotate.attributions import Attribution, attributions
from sayso.annotate.subjects_of_saying import with_sources
from sayso.annotate.syntax import Tree, Word
from sayso.article.article import Article, Sentence, Zone
from sayso.encode.encoder import Encoded, WindowNumbers
from sayso.encode.heads import ATTRIBUTION
from sayso.encode.streams import Stream
from sayso.encode.tokens import Line, words
from sayso.spans import Span, words_of
from sayso.terms import ZoneKind

ROLES = {"s": "source", "c": "cue", "t": "content"}


class Moves:
    """An encoder that has nothing but the transitions BIO allows."""

    @staticmethod
    def transitions(_name: str) -> np.ndarray:
        """Transitions without preferences: inside follows its own role only."""
        far = [[-1e4 if b[0] == "I" and a[2:] != b[2:] else 0.0 for b in ATTRIBUTION] for a in ATTRIBUTION]
        return np.array(far, np.float32)


def told(marked: list[str], cues: dict[int, int], kinds: list[ZoneKind] | None = None) -> tuple[Stream, Article]:
    """
    Make a stream whose numbers say just what is marked.

    Args:
        marked: Paragraphs of one sentence; each word ends in `/s`, `/c`, `/t` or nothing.
        cues: For each word of a source or content, counted over all paragraphs, the word it points to.
        kinds: Zones of the paragraphs.
    """
    text, tags, sentences, lines, zones = "", [], [], [], []
    for number, paragraph in enumerate(marked):
        text += "\n\n" if text else ""
        start = len(text)
        for word in paragraph.split():
            bare, _, role = word.partition("/")
            text += bare if text[start:] == "" else f" {bare}"
            before = tags[-1] if tags else "O"
            tags.append("O" if not role else f"{'I' if before[2:] == ROLES[role] else 'B'}-{ROLES[role]}")
        sentences.append(Sentence(Span(start, len(text)), number, number))
        zones.append(Zone(kinds[number] if kinds else ZoneKind.BODY, Span(start, len(text))))
        spans = tuple(words(text, start, len(text)))
        lines.append(Line(spans, tuple((1,) for _ in spans), tuple(0 for _ in spans)))
    scores = np.zeros((len(tags), len(ATTRIBUTION)), np.float32)
    for at, tag in enumerate(tags):
        scores[at, ATTRIBUTION.index(tag)] = 9.0
    link = np.zeros((len(tags), len(tags)), np.float32)
    for word, cue in cues.items():
        link[word, cue] = 9.0
    starts = (0, *np.cumsum([len(line.spans) for line in lines]).tolist())
    window = WindowNumbers(0, len(tags), {"link": link})
    encoded = Encoded(tuple(lines), starts, {"attribution": scores}, tuple(0 for _ in lines), (window,))
    article = Article("a", "-", "", None, None, None, None, None, "en", text, tuple(zones), tuple(sentences))
    return Stream(encoded, tuple(range(len(lines)))), article


def read(marked, cues, kinds=None):
    """The attributions as (source, cue, content) in words."""
    stream, article = told(marked, cues, kinds)
    found = attributions([stream], article, Moves())
    return [tuple(words_of(article.text, part or ()) for part in (a.source, a.cue, a.content)) for a in found]


def test_what_points_to_one_cue_is_one_attribution():
    """Source before, content after, and the content before the speaker joins the one behind."""
    found = read(["War/t is/t near she/s said/c and/t we/t know/t"], {0: 4, 1: 4, 3: 4, 5: 4, 6: 4, 7: 4})

    assert found == [("she", "said", "War is … and we know")]


def test_a_content_over_two_sentences_is_one():
    """A content may run over sentence borders where it goes on in quotation marks."""
    found = read(['He/s said/c "/t Go/t', '"/t Stay/t'], {0: 1, 2: 1, 3: 1, 4: 1, 5: 1})

    assert found == [("He", "said", '" Go " Stay')]


@pytest.mark.parametrize(
    ("kinds", "why"),
    [
        ([ZoneKind.HEADLINE, ZoneKind.BODY], "a headline's words end with the headline"),
        ([ZoneKind.BODY, ZoneKind.BODY], "a paragraph without a quotation mark begins anew"),
    ],
)
def test_a_content_stops_at_a_border(kinds, why):
    """What the model runs on past a zone or a plain paragraph is cut there, and what is left over points to no cue."""
    found = read(["They/s vow/c revenge/t", "Ships/t sailed"], {0: 1, 2: 1}, kinds)

    assert ("They", "vow", "revenge") in found, why
    assert all("revenge" not in content or "Ships" not in content for *_, content in found), why


def test_indirect_words_without_a_cue_are_no_attribution():
    """A content that points nowhere counts only where it opens with a quotation mark."""
    assert read(["The/t sea/t was/t calm/t"], {}) == []
    assert read(["“/t No/t retreat/t ”/t"], {}) == [("", "", "“ No retreat ”")]


CLAUSE = (
    Word(0, Span(0, 6), "Ankara", "ankara", "PROPN", 1, "nsubj"),
    Word(1, Span(7, 14), "accused", "accuse", "VERB", -1, "root"),
    Word(2, Span(15, 19), "them", "they", "PRON", 1, "obj"),
    Word(3, Span(20, 23), "and", "and", "CCONJ", 4, "cc"),
    Word(4, Span(24, 29), "vowed", "vow", "VERB", 1, "conj"),
    Word(5, Span(30, 32), "to", "to", "PART", 6, "mark"),
    Word(6, Span(33, 39), "resist", "resist", "VERB", 4, "xcomp"),
)


def test_a_coordinated_cue_takes_the_subject_of_the_first():
    """PolNeAR gives a word to one attribution only; the tree says whose second saying it is."""
    text = "Ankara accused them and vowed to resist"
    whole = Span(0, len(text))
    article = Article(
        "a", "-", "", None, None, None, None, None, "en", text,
        (Zone(ZoneKind.BODY, whole),), (Sentence(whole, 0, 0),),
    )  # fmt: skip
    bare = Attribution(None, (Span(24, 29),), (Span(30, 39),), -0.1)
    (found,) = with_sources([bare], article, {0: Tree(0, CLAUSE)})

    assert (Span(0, 6),) == found.source


def test_a_passive_cue_has_no_source_but_its_agent():
    """In "it was said that" the subject says nothing."""
    words_ = (
        Word(0, Span(0, 5), "Ships", "ship", "NOUN", 2, "nsubj:pass"),
        Word(1, Span(6, 9), "are", "be", "AUX", 2, "aux:pass"),
        Word(2, Span(10, 14), "said", "say", "VERB", -1, "root"),
        Word(3, Span(15, 17), "to", "to", "PART", 4, "mark"),
        Word(4, Span(18, 22), "wait", "wait", "VERB", 2, "xcomp"),
    )
    text = "Ships are said to wait"
    whole = Span(0, len(text))
    article = Article(
        "a", "-", "", None, None, None, None, None, "en", text,
        (Zone(ZoneKind.BODY, whole),), (Sentence(whole, 0, 0),),
    )  # fmt: skip
    bare = Attribution(None, (Span(6, 14),), (Span(15, 22),), -0.1)

    assert with_sources([bare], article, {0: Tree(0, words_)})[0].source is None


def test_an_agency_named_behind_a_saying_is_how_it_came_and_not_who_said_it():
    """In "Berg warned that …, according to the agency" the source is Berg and the cue is the warning."""
    words_ = (
        Word(0, Span(0, 4), "Berg", "berg", "PROPN", 1, "nsubj"),
        Word(1, Span(5, 11), "warned", "warn", "VERB", -1, "root"),
        Word(2, Span(12, 15), "war", "war", "NOUN", 3, "nsubj"),
        Word(3, Span(16, 22), "looms,", "loom", "VERB", 1, "ccomp"),
        Word(4, Span(23, 32), "according", "accord", "VERB", 6, "case"),
        Word(5, Span(33, 35), "to", "to", "ADP", 4, "fixed"),
        Word(6, Span(36, 39), "BNS", "bns", "PROPN", 1, "obl"),
    )
    text = "Berg warned war looms, according to BNS"
    whole = Span(0, len(text))
    article = Article(
        "a", "-", "", None, None, None, None, None, "en", text,
        (Zone(ZoneKind.BODY, whole),), (Sentence(whole, 0, 0),),
    )  # fmt: skip
    for source in ((Span(36, 39),), (Span(0, 4), Span(36, 39))):
        read_ = Attribution(source, (Span(23, 35),), (Span(12, 21),), -0.1)
        (found,) = with_sources([read_], article, {0: Tree(0, words_)})

        assert ((Span(0, 4),), (Span(5, 11),)) == (found.source, found.cue)

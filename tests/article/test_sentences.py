"""Where sentences and paragraphs end, and where they only seem to."""

from __future__ import annotations

import time

import pytest

from sayso.article.sentences import paragraphs, split


def sentences(text: str) -> list[str]:
    """Return the words of every sentence."""
    return [span.of(text) for span in split(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Talks failed. Troops moved.", 2, "two plain sentences"),
        ("Gen. Okoro met Sgt. Brandt in St. Ann. Both left.", 2, "titles and saints are not ends"),
        ("The U.S. Ambassador left. He flew home.", 2, "an abbreviation before a title"),
        ("They bought it in the U.S. The ship sailed.", 2, "an abbreviation before a word that opens sentences"),
        ("It ended on Jan. 27, 1994. Nobody came.", 2, "a month before its day"),
        ("He read J. F. Brandt and A. Okoro. Then he slept.", 2, "initials"),
        ("Prices rose 3.5 per cent. No. 5 pier closed.", 2, "a decimal, and No. before a figure"),
        ("At 9 a.m. Monday the port opened. At 5 p.m. It closed.", 3, "a clock before a weekday, and at an end"),
        ("The site Haven.Pl said so. CW. com copied it.", 2, "names of sites, with a blank that crept in"),
        ("“Why now?” he asked. Nobody knew.", 2, "a question inside a sentence that goes on"),
        ("“Why now?” Minister Ana Brandt asked. Nobody knew.", 2, "the same with a name"),
        ("“Stop,” he said. “Or we fire.” They stopped.", 3, "a quotation split round its speaker"),
        ("Is it war? Perhaps! Who knows?", 3, "marks that always end"),
        ("He waited… and waited. Then he left…", 2, "an ellipsis before a small letter"),
        ("An attack on one “is an attack on all. The minister agreed.", 2, "an opening mark without a close"),
        ("He said ‘they told me “never again.”’ It was late.", 2, "nested marks belong to the sentence they close"),
        ("The pact (see Art. 5) holds. (It was signed in 1949.) Nobody left.", 3, "brackets"),
        ("Acme Corp. officials spoke. It was Acme Corp. The firm denied it.", 3, "companies"),
        ("The deal collapsed.The minister left the room.", 2, "a blank that was lost"),
        ("Fighting spread. al-Qadir's men fled.", 2, "an Arabic article opens a sentence in small letters"),
        ("Lt. Col. B. Okoro vs. the state. Ms. Quill won.", 2, "several abbreviations in a row"),
        ("They meet no more ” -he said. “ Odd.", 2, "marks set off by blanks, as machines print them"),
        ("Peace", 1, "no mark at all"),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, expected: int, why: str) -> None:
    """A full stop ends a sentence unless the words beside it say otherwise."""
    assert expected == len(sentences(text)), (why, sentences(text))


def test_spans_are_absolute_and_trimmed() -> None:
    """Offsets count from the start of the text, not of the stretch, and hold no white space at their ends."""
    text = "Skip this.   One is here.  \n\n Two is there. "

    assert [span.of(text) for span in split(text, 11, len(text))] == ["One is here.", "Two is there."]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("One line.\nAnother line.", 2, "pasted text has a line for each paragraph"),
        ("One.\n\nTwo.\r\n\r\nThree.\u2028Four.", 4, "every kind of line break"),
        (
            "The ministers met for a third day in the capital and\nagreed on nothing at all, a member of staff said\n"
            "after midnight.\n\nThe ships stayed where they were, and the harbour was\nclosed to all traffic.",
            2,
            "text filled to a width",
        ),
        (
            "The ministers met for a third day in the capital and agreed on nothing.\nA member of the staff said that\n"
            "nobody in the capital had expected\nanything else from them.",
            2,
            "a wrap is told by the small letter after it",
        ),
        ("Mara Quill\n04-03-19 09:12\nLet them try it!", 3, "short lines are no wrap"),
    ],
)
def test_newlines_end_paragraphs_unless_they_only_wrap_lines(text: str, expected: int, why: str) -> None:
    """A paragraph ends at a blank line, or at a newline that is more than the wrap of a line."""
    assert expected == len(paragraphs(text, 0, len(text))), why


@pytest.mark.parametrize("text", ["a" * 900_000, ". " * 200_000, "?" * 900_000, " " * 900_000, '."' * 200_000])
def test_no_line_makes_it_hang(text: str) -> None:
    """Time grows with the length of the text and with nothing else."""
    start = time.process_time()
    split(text, 0, len(text))

    assert time.process_time() - start < 2


def test_nothing_is_lost_between_sentences() -> None:
    """Every non-blank character stands in exactly one sentence."""
    text = "He said: “No.” Then: “Yes!”\n\n • Gen. Ott left… (At 5 p.m. EST.)\n\t“Why?”\n" * 20
    covered = "".join("".join(sentence.split()) for sentence in sentences(text))

    assert "".join(text.split()) == covered

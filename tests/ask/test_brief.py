"""The red-line sheet of an actor."""

from __future__ import annotations

from datetime import date

import pytest
from stories import Story, closing, keep, told, ultimatum
from worlds import World

from sayso.ask.brief import Sheet, brief
from sayso.ask.ledgers import Wished, lines
from sayso.errors import UsageError
from sayso.record.store import Record
from sayso.terms import Outcome, SignalKind, SpeechAct

KNOWN = World()


def refusal() -> Story:
    """Drakonia will not leave."""
    story = Story("Drakonia will not leave Elbonia, it said on Wednesday.", "2031-05-08", path="refusal.txt")
    said = story.said("drakonia", "said", "Drakonia will not leave Elbonia", "2031-05-07", act=SpeechAct.REFUSE)
    story.signal(SignalKind.REFUSAL, None, "leave Elbonia", sender="drakonia", target=("avalon",), statement=said)
    return story


def warning(words: str, published: str, said_at: str) -> Story:
    """Avalon warns of what a blockade would bring."""
    story = Story(f"Avalon warned that any blockade of Elbonia {words} war.", published, path=f"{published}.txt")
    said = story.said("avalon", "warned", f"that any blockade of Elbonia {words} war", said_at, act=SpeechAct.WARN)
    story.signal(SignalKind.WARNING, "any blockade of Elbonia", "war", sender="avalon", statement=said)
    return story


@pytest.fixture
def kept(record: Record) -> Record:
    return keep(
        record,
        ultimatum(),
        ultimatum("2031-05-08", "Lake Post", more=" Nobody else spoke."),
        refusal(),
        warning("risks", "2031-05-03", "2031-05-02"),
        warning("means", "2031-05-10", "2031-05-09"),
    )


def titles(sheet: Sheet) -> list[str]:
    return [section.title for section in sheet.sections]


def remarks(sheet: Sheet) -> str:
    return "\n".join(one.text for section in sheet.sections for item in section.items for one in item.remarks)


def test_what_is_live_stands_by_whom_and_towards_whom(kept: Record) -> None:
    """Each signal once, however many reports it has."""
    sheet = brief(kept, KNOWN, "Avalon", None, date(2031, 5, 12))

    assert titles(sheet) == ["By Avalon: red lines", "Towards Avalon: refusals", "What changed since 2031-04-21"]
    assert [len(section.items) for section in sheet.sections[:2]] == [2, 1]
    assert "carried by 1 independent outlet" in remarks(sheet), "the one copied the other"


def test_only_what_passed_between_two(kept: Record) -> None:
    """`towards` leaves out what aims elsewhere."""
    sheet = brief(kept, KNOWN, "Drakonia", "Avalon", date(2031, 5, 12))

    assert titles(sheet)[:2] == ["By Drakonia: refusals", "Towards Drakonia: red lines"]


def test_wording_that_hardens_is_told_step_by_step(kept: Record) -> None:
    """From a risk to certainty, with the words that mark each."""
    told_of = remarks(brief(kept, KNOWN, "Avalon", None, date(2031, 5, 12)))

    assert 'hardened on 2031-05-09: from a risk ("risks") to certain ("means")' in told_of
    assert "first said on 2031-05-02, last on 2031-05-09" in told_of


def test_what_changed_is_what_is_new_or_has_come_to_something(kept: Record) -> None:
    """With what it was before."""
    keep(kept, closing("2031-05-21"))

    sheet = brief(kept, KNOWN, "Avalon", None, date(2031, 5, 22), since=date(2031, 5, 15))

    (changed,) = (section for section in sheet.sections if section.title.startswith("What changed"))
    assert [item.kind for item in changed.items] == ["threat"]
    assert "kept (was open)" in remarks(sheet)


def test_every_line_is_footnoted_to_the_bytes(kept: Record) -> None:
    """Numbered in order, each with a sentence and a digest; no number is referred to that is not there."""
    sheet = brief(kept, KNOWN, "Avalon", None, date(2031, 5, 12))

    used = {n for section in sheet.sections for item in section.items for n in item.notes}
    used |= {n for section in sheet.sections for item in section.items for one in item.remarks for n in one.notes}
    assert list(range(1, len(sheet.footnotes) + 1)) == [one.number for one in sheet.footnotes]
    assert used == {one.number for one in sheet.footnotes}
    for one in sheet.footnotes:
        reading = kept.reading(one.article)
        assert reading is not None
        assert (reading.article.sha256, True) == (one.sha256, one.sentence in reading.article.text)


def test_outlets_that_alter_a_wording_are_named(record: Record) -> None:
    """A copy that says something else is a change by its outlet, not by the sender."""
    copy = Story("Avalon warned that any blockade of Elbonia means a long war.", "2031-05-11", outlet="Lake Post")
    said = copy.said("avalon", "warned", "that any blockade of Elbonia means a long war", act=SpeechAct.WARN)
    copy.signal(SignalKind.WARNING, "any blockade of Elbonia", "a long war", sender="avalon", statement=said)
    keep(record, warning("means", "2031-05-10", "2031-05-09"), copy)

    assert 'Lake Post has added "a long"' in remarks(brief(record, KNOWN, "Avalon", None, date(2031, 5, 12)))


def test_an_outlet_that_says_the_same_has_altered_nothing(record: Record) -> None:
    """Where a half is read shorter in the one of two like sentences, no outlet is said to have changed a word."""
    same = Story("Avalon warned that any blockade of Elbonia means war.", "2031-05-11", outlet="Lake Post")
    said = same.said("avalon", "warned", "that any blockade of Elbonia means war", act=SpeechAct.WARN)
    same.signal(SignalKind.WARNING, "blockade of Elbonia", "war", sender="avalon", statement=said)
    keep(record, warning("means", "2031-05-10", "2031-05-09"), same)

    assert "Lake Post has" not in remarks(brief(record, KNOWN, "Avalon", None, date(2031, 5, 12)))


def test_an_outlet_that_tells_it_in_its_own_words_has_altered_nothing(record: Record) -> None:
    """A paraphrase is no changed wording."""
    told = Story("Avalon warned that Elbonia brings war on itself by a blockade.", "2031-05-11", outlet="Lake Post")
    said = told.said("avalon", "warned", "that Elbonia brings war on itself by a blockade", act=SpeechAct.WARN)
    told.signal(SignalKind.WARNING, "a blockade", "brings war on itself", sender="avalon", statement=said)
    keep(record, warning("means", "2031-05-10", "2031-05-09"), told)

    assert "Lake Post has" not in remarks(brief(record, KNOWN, "Avalon", None, date(2031, 5, 12)))


def test_nobody_of_that_name_is_a_mistake(kept: Record) -> None:
    """An empty sheet would look like peace."""
    with pytest.raises(UsageError, match="nobody in this record is named 'Ruritania'"):
        brief(kept, KNOWN, "Ruritania", None, date(2031, 5, 12))


@pytest.mark.parametrize(
    ("wished", "kinds", "why"),
    [
        (Wished(sender="Drakonia"), ["refusal"], "by whom"),
        (Wished(target="Drakonia"), ["threat", "threat"], "at whom"),
        (Wished(kind=SignalKind.WARNING), ["warning", "warning"], "of which kind"),
        (Wished(status=Outcome.KEPT), [], "with what outcome"),
        (Wished(since=date(2031, 5, 9)), ["warning", "warning"], "spoken of since"),
    ],
)
def test_a_ledger_is_narrowed(kept: Record, wished: Wished, kinds: list[str], why: str) -> None:
    """By sender, target, kind, outcome and day."""
    found = lines(kept, KNOWN, date(2031, 5, 12), wished)

    assert kinds == [line.claim.signal.kind.value for line in found], why


def test_words_that_say_nothing_of_it_change_nothing(kept: Record) -> None:
    """Not every article about the two is about the signal."""
    keep(kept, told("Avalon and Drakonia play football on Sunday.", "2031-05-12"))

    assert {Outcome.OPEN} == {line.fate.outcome for line in lines(kept, KNOWN, date(2031, 5, 12), Wished())}

"""What events show and what sentences show, to evidence of which no two contradict one another."""

from __future__ import annotations

from datetime import date

from sayso.ledger.evidence import Evidence, Shows, agreed

DAY = date(2031, 5, 12)


def shown(shows: Shows, sentence: str, event: str | None = None) -> Evidence:
    return Evidence(event, shows, DAY, DAY, DAY.isoformat(), sentence, "a", None, None, 1.0)


def test_words_go_before_the_event_that_was_read_from_them() -> None:
    """ "The straits stayed open" is no closing, whatever was read from "open"."""
    read = shown(Shows.DONE, "The straits stayed open.", "ev1")
    told = shown(Shows.UNDONE, "The straits stayed open.")

    assert agreed([read], [told]) == [told]


def test_another_sentence_contradicts_nothing() -> None:
    """Two papers may differ; that is for the rules."""
    read = shown(Shows.DONE, "The straits were closed.", "ev1")
    told = shown(Shows.UNDONE, "The straits stayed open.")

    assert agreed([read], [told]) == [read, told]


def test_what_came_is_not_what_was_to_follow_as_well() -> None:
    """A raid that a reprisal was threatened for is not the reprisal."""
    came, followed = shown(Shows.CAME, "Gunmen raided the mill.", "ev1"), shown(Shows.DONE, "The same.", "ev1")

    assert agreed([came, followed], []) == [came]
    assert agreed([followed], []) == [followed]

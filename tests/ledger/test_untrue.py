"""What a sentence takes back, plays or only nearly tells, and what stands beside such words and was done."""

from __future__ import annotations

import pytest

from sayso.ledger.untrue import is_untrue


@pytest.mark.parametrize(
    ("sentence", "thing", "untrue"),
    [
        ("It is not true that the army closed the port.", "closed", True),
        ("Reports that the army had closed the port were false, the minister said.", "closed", True),
        ("The claim that Iran closed the strait was a hoax.", "closed", True),
        ("Iran said the charge was a lie and expelled the envoy.", "expelled", False),
        ("The pessimists were proved wrong when Iran withdrew its troops.", "withdrew", False),
        ("Unconfirmed rumours said that the army had closed the port.", "closed", True),
        ("Amid rumours of a coup, the army closed the port.", "closed", False),
        ("Contrary to rumours, the army closed the port.", "closed", False),
        ("The crew almost sank the ferry.", "sank", True),
        ("The army nearly struck the convoy.", "struck", True),
        ("The army seized the island almost without a fight.", "seized", False),
        ("Nearly eight thousand troops left the town.", "left", False),
        ("The cabinet discussed the shelling and closed the border.", "closed", False),
        ("In an exercise on Monday, the navy closed the strait.", "closed", True),
        ("During the drill the navy closed the strait.", "closed", True),
        ("Greek ships took part in a joint exercise on Monday.", "took", False),
        ("The air force struck the town in a series of raids.", "struck", False),
        ("Had the fleet sailed, Iran would have closed the strait.", "sailed", True),
        ("Iran would have closed the strait had the fleet sailed.", "sailed", True),
        ("Had he known? The fleet sailed all the same.", "sailed", False),
    ],
)
def test_only_of_what_such_words_are_said_of_is_nothing_told(sentence: str, thing: str, untrue: bool) -> None:
    """A deed in another part of the sentence is told all the same."""
    assert is_untrue(sentence, sentence.index(thing)) is untrue

"""English is read, other languages are told from it, and too little says nothing."""

from __future__ import annotations

import pytest

from sayso.article.language import language_of


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "The minister said that the strait would be closed to all ships until the talks had ended in the capital.",
            "en",
            "",
        ),
        ("Port Hale quiet. Fleet at anchor.", "en", "a telegram has one function word"),
        ("Hale, Ost, Brandt, Okoro.", None, "names say too little"),
        (
            "OST, March 3. Brandt, Okoro, Quill, van der Meer and al-Qadir met in Port Hale.",
            None,
            "and so do foreign ones",
        ),
        (
            "Le ministre a déclaré que le détroit serait fermé à tous les navires jusqu'à la fin des pourparlers dans "
            "la capitale, et que la marine est prête pour une longue attente.",
            "fr",
            "French",
        ),
        (
            "El ministro dijo que el estrecho estaría cerrado para todos los barcos hasta el final de las "
            "conversaciones en la capital y que la marina no se va a mover de su puerto.",
            "es",
            "Spanish",
        ),
        (
            "Der Minister sagte, dass die Meerenge für alle Schiffe geschlossen bleibt, bis die Gespräche in der "
            "Hauptstadt zu einem Ende gekommen sind und die Flotte nicht mehr im Hafen liegt.",
            "de",
            "German",
        ),
        ("Министр сказал, что пролив будет закрыт для всех судов до конца переговоров.", "und", "another script"),
        (
            "Ministeri sanoi, että salmi pysyy suljettuna kaikilta aluksilta kunnes neuvottelut ovat päättyneet. " * 6,
            "und",
            "a language without a list",
        ),
        (
            "“C'est la guerre,” he said, and the rest of the cabinet agreed with him that it was the end of the pact.",
            "en",
            "",
        ),
    ],
)
def test_function_words_tell_the_language(text: str, expected: str | None, why: str) -> None:
    """Only positive signs of another language speak against English."""
    assert expected == language_of(text), why

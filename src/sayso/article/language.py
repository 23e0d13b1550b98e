"""
A text to its language, as far as sayso must know it: English, another, or too little to tell.

A language is told by its function words, which no text of some length does without. The benefit of the doubt is
English's: names, quotations and short dispatches in telegraphic style hold few function words of any kind, and only
positive signs of another language refuse an article.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.article.wordlists import word_set

_FUNCTION_WORDS: Final = {
    "en": word_set(
        "the of and to in that is was for on with as by at from it he his had has have be are were will would not but",
        "they said an which this their who its after been or into when than over also if could may she her him them",
        "there we",
    ),
    "fr": word_set(
        "le la les des du de et à en un une est que qui dans pour sur au aux par pas ce il elle avec son sa ses ont"
    ),
    "es": word_set(
        "el la los las de del y en un una que es por con para se su al como más lo no fue sus ha está pero entre"
    ),
    "de": word_set(
        "der die das und in den von zu mit ist des im dem nicht ein eine auf für sich als auch es an werden aus er"
    ),
    "it": word_set(
        "il la le gli di del della e in un una che è per con non si da al dei nel sono ha come anche più alla"
    ),
    "pt": word_set(
        "o a os as de do da dos das e em um uma que é por com para não se no na ao mais foi como seu sua são"
    ),
    "nl": word_set(
        "de het een van en in is dat op te zijn met voor niet aan er om ook als door bij heeft naar uit maar"
    ),
    "pl": word_set("w i na z do się nie że o jest po przez za od jak dla to ale czy oraz przed tym być ma jego został"),
    "tr": word_set("ve bir bu için ile da de olarak olan çok en ne gibi daha sonra kadar ise ancak göre tarafından ki"),
    "id": word_set(
        "yang dan di dengan untuk dari pada ini itu dalam tidak akan telah oleh adalah juga ke sebagai karena"
    ),
    "ro": word_set("și de la în a cu pe că nu din este un o care pentru mai au fost sa se prin sau dar"),
    "sv": word_set("och i att det som en på är av för med den till inte har de ett om var från men så sig han"),
    "hu": word_set("a az és hogy nem is egy van ez csak meg már volt de el még azt mint ki vagy által szerint"),
}
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LOOK: Final = 20_000  # code points looked at

# English news of the corpora (GUM, PolNeAR, worldwide newswire, TBAQ: 1,970 articles) has 27 to 48 function words in a
# hundred, and at most 14 of the words that another list shares with it. Below: set between those and the other side.
_ENGLISH_MIN: Final = 0.10
_OTHER_MIN: Final = 0.12
_WORDS_MIN: Final = 25
_LATIN_MIN: Final = 0.6


def language_of(text: str) -> str | None:
    """
    Return `en`, another ISO 639-1 code, `und` for a language of no known code, or None where too little says so.

    Args:
        text: The story's own words; comments in another language are not its language.
    """
    sample = text[:_LOOK]
    letters = [character for character in sample if character.isalpha()]
    if len(letters) >= 20 and sum(character < "ɐ" for character in letters) < _LATIN_MIN * len(letters):
        return "und"
    words = [word.lower() for word in _WORD.findall(sample)]
    if not words:
        return None
    shares = {code: sum(word in known for word in words) / len(words) for code, known in _FUNCTION_WORDS.items()}
    best = max(shares, key=lambda code: shares[code])
    if len(words) < _WORDS_MIN:
        return "en" if best == "en" and shares["en"] else None
    if best != "en" and shares[best] >= _OTHER_MIN and shares[best] > 1.5 * shares["en"]:
        return best
    return "en" if shares["en"] >= _ENGLISH_MIN else "und" if len(words) > 2 * _WORDS_MIN else None

"""
Names to keys: folds case, accents and typographic marks so that one name is found in every dress.

`fold` keeps the length of a text, code point by code point, so that what is found in the folded text stands at the
same place in the original. `person_key` goes further for names of persons carried over from other scripts: Sergey,
Sergei and Serge, Mohammed and Muhammad, Zelensky and Zelenskyy come to one key. It is for comparing two names that
something else (a surname, a role) already brings together, and for ids that must not depend on an outlet's spelling.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from sayso.knowledge.eastasian import eastern_key

_PLAIN: Final = str.maketrans(
    {
        "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-",
        "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "\r": " ",
        "\u0142": "l", "\u0141": "l", "\u00f8": "o", "\u00d8": "o", "\u0131": "i", "\u0130": "i",
        "\u00df": "s", "\u00e6": "a", "\u00c6": "a", "\u0153": "o", "\u00f0": "d", "\u00fe": "t",
        "\u0111": "d", "\u0110": "d",
    }
)  # fmt: skip


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Return a character in lower case without its accent; itself where that is not one character."""
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def fold(text: str) -> str:
    """Return the text in lower case, accents off, quotation marks, hyphens and spaces plain, of the same length."""
    plain = text.translate(_PLAIN)
    if plain.isascii():
        return plain.lower()
    return "".join(character.lower() if character.isascii() else _plain(character) for character in plain)


# Letters and their groups that carry one sound in the romanisations of Cyrillic, Arabic, Persian, Hebrew, Greek and
# Serbo-Croat names, applied in this order. Chosen by hand from names of office holders; see the cases in
# tests/knowledge/test_spelling.py.
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:al|el|as|ash|an|ar)-", ""),
        (r"['\u02bf]", ""),
        (r"^j(?=[aeiou])", "y"),
        (r"(?<=[aeou])j(?=i)", ""),
        (r"(?<=[bcdfghklmnprstvz])yo", "e"),
        (r"(?<=[a-z][dt])[ea]r$", "r"),
        (r"(?<=[a-z])dh?a?r[iy]$", "dri"),
        (r"(?<=r)h(?=[iy])", "g"),
        (r"n(?=[bp])", "m"),
        (r"(?<=..)[aou]ll?ah?$", "ulah"),
        (r"(?<=..)(?:-al-|-ad-)?[aeiou]?d+[ie]ne?$(?<=din|ine)", "udin"),
        (r"^([b-df-hj-np-tv-z]h?a{1,2}(?:[b-df-hj-np-tv-z]h?|([b-df-hj-np-tv-z])\2))e(?=[b-df-hj-np-tv-z]$)", r"\1i"),
        (r"e(?=m[iy]$)", "i"),
        (r"ph(?=en)", "v"),
        (r"gu(?=[ei])", "g"),
        (r"^ye", "e"),
        (r"sch(?=[a-z])|shch", "sh"),
        (r"tch|tsch|tsh", "ch"),
        (r"ck", "k"),
        (r"ph", "f"),
        (r"[qk]h?", "k"),
        (r"gh|dh|th", lambda found: found[0][0]),
        (r"x", "ks"),
        (r"c(?=[aourlt])", "k"),
        (r"(?<=[cs]h)o(?=v)", "e"),
        (r"w", "v"),
        (r"ff$", "v"),
        (r"tz|ts", "c"),
        (r"dj|dzh|zh", "j"),
        (r"ou|oo", "u"),
        (r"ij|iy|yi|yy|ii|ee|ie|ye|y$|j$", "i"),
        (r"ej|ey|ei|ay|ai|aj", "ei"),
        (r"(?<=[bcdfgklmnprstvz])j(?=[aeiou])", "i"),
        (r"y", "i"),
        (r"h(?![aeiou])", ""),
        (r"(.)\1+", r"\1"),
        (r"[ou]", "u"),
        (r"[ae]+", "a"),
        (r"ai$|a$|i$|ai?h$", ""),
        (r"ai", "a"),
        (r"iu", "u"),
    )
)


@lru_cache(maxsize=8192)
def sound_key(word: str) -> str:
    """Return what a word of a name sounds like, whatever its romanisation; never empty for a word of letters."""
    key = plain = re.sub(r"[^a-z'-]", "", fold(word))
    if len(plain) <= 3:
        return re.sub(r"([b-df-hj-np-tv-z])\1$", r"\1", plain)
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key.replace("-", "") or plain.replace("-", "")


_PARTICLES: Final = frozenset("al el bin ben ibn bint abu van von der den de da di du la le dos del".split())
_INITIAL: Final = re.compile(r"[a-z]\.?")
_SUFFIX: Final = frozenset("jr sr ii iii iv".split())


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name, folded, without initials, particles and "Jr."."""
    words = [word for word in re.split(r"[\s,]+", fold(name)) if word]
    kept = [
        w for w in words if not _INITIAL.fullmatch(w) and w.strip(".") not in _PARTICLES and w.strip(".") not in _SUFFIX
    ]
    return tuple(w.strip(".") for w in (kept or words))


# How Arabic names are put together: "Abd al-Fattah", "Abdul Fattah" and "Abdelfattah" are one, and so are "Salah
# ad-Din" and "Salahuddin"; "ElBaradei" has its article joined.
_ARABIC: Final = tuple(
    (re.compile(pattern), joined)
    for pattern, joined in (
        (r"\babd(?:ou?|u|e|a)l[- ]?(?=[a-z]{3})", "abdul"),
        (r"\babd[- ](?:[aeu](?:l|r|sh?|d|n|t|z))[- ](?=[a-z]{3})", "abdul"),
        (r"\babdu(?:r(?=r)|s(?=s)|s (?=s)|n(?=n))", "abdul"),
        (r"[- ](?:[aeu][ld][- ]?)d?din\b", "uddin"),
    )
)
# Letters that only Vietnamese has: its d with a stroke is a plain d, that of Serbo-Croat is written dj.
_VIETNAMESE: Final = re.compile("[\u01a0-\u01b0\u1ea0-\u1ef9]")
_JOINED_ARTICLE: Final = re.compile(r"\b(?:El|Al)(?=[A-Z])")


@lru_cache(maxsize=8192)
def person_key(name: str) -> str:
    """
    Return a key for a person's name: the family name first, then what else there is, as it sounds ("lavruv-sarg").

    A single word gives a key of one word. Hyphens and blanks between given names do not count.
    """
    stroked = name if _VIETNAMESE.search(name) else name.replace("\u0111", "dj").replace("\u0110", "Dj")
    folded = fold(_JOINED_ARTICLE.sub("", stroked))
    for pattern, joined in _ARABIC:
        folded = pattern.sub(joined, folded)
    words = name_words(folded)
    eastern = eastern_key(words)
    if eastern is not None:
        return eastern
    keys = [key for word in words if (key := sound_key(word).strip("-"))]
    return f"{keys[-1]}-{''.join(keys[:-1])}" if len(keys) > 1 else "".join(keys)


def distance(one: str, other: str, limit: int = 2) -> int:
    """Return how many letters to change, drop, add or swap to make one word the other, counting up to limit + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


# Names that have an article in a sentence, common nouns that end those that have one, and those that begin one
# before "of".
_PLURALS: Final = frozenset("bahamas gambia maldives netherlands philippines soviets taliban vatican".split())
_COMMON: Final = frozenset(
    """
    agency alliance assembly association bank commission committee commonwealth community congress council court
    emirates federation fund islands kingdom league nations organisation organization pact parliament party republic see
    states treaty tribunal union
    """.split()
)
_OF_WHOM: Final = re.compile(r"(?:[A-Z][\w\u2019'-]* )*(?:Republic|Kingdom|State|Union|Commonwealth|League) of ")


def in_sentence(name: str) -> str:
    """Return a name as it stands within a sentence: with the article where it has one ("the United Kingdom")."""
    if name.lower().startswith("the ") or not name.strip():
        return name
    *before, last = fold(name).split()
    has_article = last in _PLURALS or (last in _COMMON and bool(before)) or _OF_WHOM.match(name) is not None
    return f"the {name}" if has_article else name

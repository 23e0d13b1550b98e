"""
Two names of persons to whether they may be one person's: word by word, by letters, by sound, by a slip of the pen.

Surnames decide and given names may object. A surname alone agrees with any given name; an initial, a short form or the
same name in another tongue (Volodymyr, Vladimir) agrees with the full one.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final

from sayso.knowledge.spelling import distance, fold, name_words, sound_key

_TITLES: Final = frozenset(
    """
    mr mrs ms miss dr sir dame prof gen gen. col col. maj maj. lt lt. adm adm. capt capt. sgt sgt. cpl brig
    brig. sen sen. rep rep. gov gov. president premier minister general colonel major admiral captain sergeant
    lieutenant marshal commander judge senator congressman governor mayor archbishop bishop cardinal comrade chancellor
    secretary ambassador vice prime foreign defence defense chairman professor herr frau monsieur mme madame field
    signor signora senor senora senhor senhora monsignor mademoiselle mlle brigadier ayatollah mullah
    """.split()
)

# Given names that stand for one another: short forms, and one name in several tongues.
_ALIKE: Final = tuple(
    frozenset(row.split())
    for row in (
        "antony anthony tony anton",
        "william bill will willy",
        "joseph joe josef iosif yosef",
        "robert bob rob bobby",
        "michael mike mikhail mykhailo mikheil",
        "james jim jimmy jamie",
        "richard dick rick",
        "edward ted ed eddie",
        "john jack johnny jon",
        "thomas tom tommy",
        "benjamin ben binyamin bibi",
        "elizabeth liz beth",
        "vladimir volodymyr volodimir uladzimir",
        "alexander aleksandr oleksandr alyaksandr alexandr alex sasha aleksander",
        "nikolai nikolay mykola nicholas nick",
        "dmitry dmitri dmytro",
        "sergei sergey serhiy serhii serge",
        "andrei andrey andriy andrii andrew andy",
        "yevgeny evgeny yevhen eugene yevgeniy",
        "pavel pavlo paul",
        "petro pyotr peter pete",
        "yuri yury yuriy",
        "alexei alexey oleksiy oleksii aleksei",
        "charles charlie chuck",
        "david dave",
        "daniel dan danny",
        "stephen steve steven",
        "christopher chris",
        "gregory greg",
        "samuel sam",
        "katherine kate kathy catherine",
        "george georgy georges jorge",
        "henry hank henri",
        "ahmed ahmad",
        "yasser yasir",
    )
)


class Likeness(IntEnum):
    """How much a word is another: not at all, a slip apart, of one sound, or the same."""

    NONE = 0
    NEAR = 1
    SOUND = 2
    SAME = 3


# Letters that a slip may touch by the length of the shorter word: none below five, one up to eight, two above. Set on
# hand-made pairs of surnames (tests/resolve/test_person_names.py): below five, Bush meets Busch and Rice meets Reid.
SLIPS: Final = ((9, 2), (5, 1))


def likeness(one: str, other: str) -> Likeness:
    """Return how alike two folded words of names are."""
    if one == other:
        return Likeness.SAME
    if len(one) > 3 and len(other) > 3 and sound_key(one) == sound_key(other):
        return Likeness.SOUND
    shorter = min(len(one), len(other))
    allowed = next((slips for length, slips in SLIPS if shorter >= length), 0)
    if allowed and one[0] == other[0] and distance(one, other, allowed) <= allowed:
        return Likeness.NEAR
    return Likeness.NONE


def given_agrees(one: str, other: str) -> bool:
    """Tell whether two given names may be one person's."""
    if likeness(one, other) >= Likeness.NEAR or any(one in row and other in row for row in _ALIKE):
        return True
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) >= 3 or len(short) == 1)


def bare_name(name: str) -> str:
    """
    Return a person's name without titles before it and a possessive after it.

    Titles that tell two persons of one name apart stay: King Hussein is not Saddam Hussein.
    """
    words = re.sub(r"['\u2019]s?$", "", " ".join(name.split())).split(" ")
    at = 0
    while at < len(words) - 1 and fold(words[at]).strip(".,") in _TITLES:
        at += 1
    return " ".join(words[at:])


def same_person(one: str, other: str) -> Likeness:
    """
    Return how likely two names are one person's: the likeness of their surnames, NONE where given names object.

    A single word is compared with the last word of the other name, whole or by its last part ("Home" is Alec
    Douglas-Home), and with the first: "Xi" is Xi Jinping.
    """
    first, second = sorted((name_words(one), name_words(other)), key=len)
    if not first:
        return Likeness.NONE
    if len(first) == 1:
        surname = max(likeness(first[0], word) for word in (second[-1], *second[-1].split("-")[1:]))
        return Likeness.SOUND if surname is Likeness.NONE and first[0] == second[0] else surname
    surname = likeness(first[-1], second[-1])
    if surname is Likeness.NONE:
        return Likeness.SAME if set(first) == set(second) else Likeness.NONE
    return surname if given_agrees(first[0], second[0]) or bool({*first[:-1]} & {*second[:-1]}) else Likeness.NONE

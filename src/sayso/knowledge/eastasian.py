"""
Chinese and Korean names to one order and one romanisation: Teng Hsiao-ping and Deng Xiaoping, Kim Jong Un and Jong-un.

The family name stands first in them, and the given name is two syllables that outlets join, part or hyphenate as they
please. Wade-Giles writes without a mark what pinyin writes with another letter (t for d, ch for zh and j), so that
both are folded to what they share; newspapers leave out the apostrophes that would tell more. A name is taken for one
of these only where its first word is a family name of one syllable and all that follows are syllables of that tongue.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# The commonest family names, in pinyin and Wade-Giles, and as Korean news in English has them.
_CHINESE: Final = frozenset(
    """
    wang li zhang chang liu chen yang zhao chao huang zhou chou wu xu hsu sun hu zhu chu gao kao lin he ho guo kuo ma
    luo lo liang song sung zheng cheng xie hsieh han tang feng yu dong tung xiao hsiao cao tsao yuan deng teng fu shen
    zeng tseng peng lu su lü jiang chiang cai tsai jia chia ding ting wei xue hsueh ye yeh yan yen pan du tu dai tai xia
    hsia zhong chung tian tien ren jen fan fang shi shih yao tan liao zou tsou xiong hsiung jin chin lei qiao chiao bo
    po mao hua qian chien kong kung bai pai xi hsi geng keng ji chi qin nie ou rao jao ye ulan
    """.split()
)
_KOREAN: Final = frozenset(
    """
    kim lee yi rhee park pak choi choe chung jung jeong chong kang cho jo yoon yun chang jang lim im han shin sin seo
    suh oh kwon gwon hwang ahn an song hong yoo yu ryu ko koh go moon mun yang son sohn bae pae paek baek baik huh heo
    hur nam shim sim roh noh no ha jeon chun jun kwak sung cha joo chu woo u min ban pan lee ra na chin jin eom um byun
    pyon hyon hyun ri pyo thae tae
    """.split()
)
_WADE_GILES: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"'", ""),
        (r"^(?:ts|tz|z(?!h)|c(?!h))", "s"),
        (r"^(?:zh|ch|j|q)", "c"),
        (r"^(?:hs|sh|x)", "x"),
        (r"^[bp]", "p"),
        (r"^[dt]", "t"),
        (r"^[gk]", "k"),
        (r"^r", "r"),
        (r"ueh$", "ue"),
        (r"ieh$|ie$", "ie"),
        (r"eh$", "e"),
        (r"(?<=[scxr])(?:u|ih|i|e)$", "i"),
        (r"^ien$|ian$|ien$", "ien"),
        (r"ung$|ong$", "ung"),
        (r"uo$|o$", "o"),
        (r"uei$|ui$", "ui"),
        (r"^y(?=[aeou])", "y"),
        (r"^yi$|^i$", "i"),
        (r"^yen$|^yan$", "yan"),
    )
)
_PINYIN: Final = re.compile(
    r"(?:(?:zh|ch|sh|ts|tz|hs|[bpmfdtnlgkhjqxrzcsyw])'?)?"
    r"(?:iang|iong|iung|uang|ueng|ang|eng|ing|ong|ung|iao|ian|ien|iai|uai|uan|uen|uei|ieh|ueh|ai|ei|ao|ou|an|en|in|un"
    r"|ia|ie|iu|ua|uo|ui|ue|ih|eh|er|a|e|i|o|u)"
)
_SYLLABLE: Final = re.compile(
    r"(?:kk|tt|pp|ss|jj|ch|sh|k|g|t|d|p|b|s|j|m|n|r|l|h|ky|gy|hy|my|ry|w|y)?w?y?"
    r"(?:yeo|yae|eui|ae|eo|eu|oe|oo|ee|ui|wi|ou|oh|ah|uh|a|e|i|o|u)(?:ng|ck|k|n|l|m|p|t|r|h(?=$))?"
)
_KOREAN_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:ch|j|c)", "j"),
        (r"^(?:kk|k|g)", "k"),
        (r"^(?:pp|p|b)", "p"),
        (r"^(?:tt|t|d)", "t"),
        (r"^sh", "s"),
        (r"ou", "o"),
        (r"y?eo|(?<=y)o|(?<=[jh])u(?=ng)|(?<=[jh]y)u(?=n)|o(?=ng)|aw", "o"),
        (r"eui|ui|ee|i", "i"),
        (r"oo|eu|u", "u"),
        (r"(?<=a)rk$", "k"),
        (r"h$", ""),
    )
)


@lru_cache(maxsize=4096)
def eastern_key(words: tuple[str, ...]) -> str | None:
    """
    Return a key for a Chinese or Korean name, family name first; None for a name that is neither.

    Args:
        words: Of the name, folded, in their order.
    """
    if len(words) < 2:
        return None
    family, given = words[0], "-".join(words[1:])
    if family in _KOREAN and (found := _syllables(given, _SYLLABLE)) and len(found) == 2:
        return f"{_sound(family, _KOREAN_SOUNDS)}-{''.join(_sound(one, _KOREAN_SOUNDS) for one in found)}"
    if family in _CHINESE and (found := _syllables(given, _PINYIN)) and len(found) <= 2:
        return f"{_sound(family, _WADE_GILES)}-{''.join(_sound(one, _WADE_GILES) for one in found)}"
    return None


def _syllables(given: str, syllable: re.Pattern[str]) -> list[str] | None:
    """Return the one or two syllables of a given name, None where it is something else."""
    parts = given.split("-")
    if len(parts) == 2:
        return parts if all(syllable.fullmatch(one) for one in parts) else None
    if len(parts) != 1:
        return None
    if syllable.fullmatch(given):
        return [given]
    cuts = [(given[:at], given[at:]) for at in range(len(given) - 1, 0, -1)]
    fits = [[one, other] for one, other in cuts if syllable.fullmatch(one) and syllable.fullmatch(other)]
    return next((two for two in fits if two[1][0] not in "aeiou"), fits[0] if fits else None)


def _sound(syllable: str, sounds: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, sound in sounds:
        syllable = pattern.sub(sound, syllable)
    return syllable

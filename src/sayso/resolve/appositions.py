"""
A name in its sentence to what the words beside it say of the person: titles before it, appositions on either side.

"Russian Foreign Minister Sergey Lavrov", "the foreign minister, Sergey Lavrov,", "Sergey Lavrov, Russia's foreign
minister," give one phrase each. Only text is read here, so that a wrong tree cannot hide a title.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.knowledge.spelling import fold
from sayso.resolve.roles import NOUNS, role_noun
from sayso.spans import Span

# Lower-case words that may stand in a title before a name beside the nouns of roles.
_IN_TITLES: Final = frozenset(
    """
    foreign defence defense interior prime vice deputy former acting interim outgoing incoming press chief military
    army navy naval air force government rebel opposition party state senior top special security national defence
    finance information intelligence police nuclear general secretary ex late then first second junior house senate
    parliamentary presidential communist president-elect separatist junta guerrilla ministry department
    bloc's alliance's group's country's nation's union's organization's organisation's movement's agency's council's
    international european african arab west east north south northern southern eastern western central
    joint chiefs self-proclaimed current veteran long-time longtime political spiritual home affairs trade
    policy oil energy petroleum transport labour labor health justice education agriculture water fisheries industry
    economy economic planning commerce communications environment culture works rural social civil humanitarian
    """.split()
)
_STOP: Final = re.compile(r"[,;:!?()\[\]\"\u201c\u201d\u2014\u2013\u2026\n]|--|\.(?=\s|$)")
# A full stop that ends no sentence: initials, "U.S.", short titles.
_SHORT: Final = re.compile(
    r"\b(?:[A-Z]|U\.S|U\.N|U\.K|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Adm|Capt|Sgt|Sen|Rep|Gov|Prof|Brig|Lt\. Gen|Lt\. Col)\.$"
)
_WORD: Final = re.compile(r"[\w\u2019'.-]+")
# A role noun whose complement ends where the words next to the name begin: "Ambassador to the | United Nations".
_SENT_TO: Final = re.compile(r"([\w'-]+) (?:to|of|for|at) (?:the )?$")
_LINKS: Final = frozenset("of for the to and at in".split())
# Words that begin a sentence with a capital and no title: "In May | General Berg".
_BEFORE_TITLES: Final = frozenset(
    """
    in at on from by to with for of as but and yet when while after before since today yesterday monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december
    """.split()
)
_COMPLEMENT: Final = re.compile(r" (?:of|from)(?: [\w\u2019'-]+){1,6}")


DOES: Final = re.compile(
    r"who (?:commands|leads|heads|runs|chairs|governs|represents|speaks for) [\w\u2019'. -]*?"
    r"(?=[,;:!?()\u201c\"]|\.(?:\s|$)|$"
    r"| (?:in|at|on|said|says|told|warned|added|has|had) )"
)
"""A relative clause behind a name that says what office somebody has, with whose it is: "who commands their army"."""
_ONE_OF: Final = re.compile(r"\bone\s+of\s", re.IGNORECASE)


def title_before(text: str, name: Span, low: int) -> Span:
    """
    Return the title that stands directly before a name; an empty span at the name's start where there is none.

    Args:
        text: The article's text.
        name: The name.
        low: Start of its sentence.
    """
    words = list(_WORD.finditer(text, low, name.start))
    start = _run(text, words, name.start)
    sent = _SENT_TO.search(text[low:start]) if low < start < name.start else None
    if sent and _noun(fold(sent[1])):
        noun_at = low + sent.start(1)
        start = _run(text, [word for word in words if word.end() <= noun_at], noun_at)
    title = text[start : name.start]
    return Span(start, name.start) if _has_noun(title) or _is_rank(title) else Span(name.start, name.start)


def _run(text: str, words: list[re.Match[str]], end: int) -> int:
    """Return where the run of title words that ends at a place begins: capitals, role nouns, words of titles."""
    start = end
    for word in reversed(words):
        gap = text[word.end() : start]
        if gap.strip() or "\n\n" in gap:
            break
        low_word = fold(word[0]).strip(".")
        if low_word in _BEFORE_TITLES:
            break
        if not (word[0][0].isupper() or word[0][0].isdigit() or low_word in NOUNS or low_word in _IN_TITLES):
            break
        if word[0].endswith(".") and not _SHORT.search(text[: word.end()]):
            break
        start = word.start()
    return start


def apposition_before(text: str, name: Span, low: int) -> Span | None:
    """Return the phrase that names a role before a name and its comma ("the foreign minister, Sergey Lavrov")."""
    lead = text[low : name.start].rstrip()
    if not lead.endswith(","):
        return None
    phrase = lead[:-1]
    cut = max((m.end() for m in _STOP.finditer(phrase) if not _is_short(phrase, m)), default=0)
    found = Span(low + cut, low + len(phrase))
    words = _WORD.findall(fold(text[found.start : found.end]))
    if (
        words
        and words[-1].endswith("s")
        and re.search(r"\bone of (?:the|its|his|her|their)(?: [\w-]+){1,4}$", " ".join(words))
    ):
        *_, first = _ONE_OF.finditer(text, found.start, found.end)
        return Span(first.start(), found.end) if _noun(words[-1][:-1]) else None
    tail = next((i for i, word in enumerate(reversed(words)) if _noun(word)), None)
    if tail is None or (tail > 0 and words[-tail] not in _LINKS):
        return None
    return _from_article(text, found)


def apposition_after(text: str, name: Span, high: int) -> Span | None:
    """Return the phrase that names a role after a name and its comma ("Sergey Lavrov, Russia's foreign minister")."""
    after = text[name.end : high]
    comma = re.match(r",\s+", after)
    if comma is None:
        return None
    rest = after[comma.end() :]
    doing = DOES.match(rest)
    if doing is not None:
        return Span(name.end + comma.end(), name.end + comma.end() + doing.end())
    end = next((m.start() for m in _STOP.finditer(rest) if not _is_short(rest, m)), len(rest))
    verb = re.search(r"\s(?:who|which|said|says|told|has|had|was|is|will|would|warned|added)\b", rest[:end])
    phrase = rest[: verb.start() if verb else end]
    words = _WORD.findall(fold(phrase))
    if words[:2] == ["one", "of"]:
        words = [word.removesuffix("s") for word in words]
    noun = next((i for i, word in enumerate(words) if _noun(word)), None)
    if noun is None or noun > 6 or any(word in ("and", "or", "but", "who") for word in words[:noun]):
        return None
    start = name.end + comma.end()
    return Span(start, start + len(phrase))


_ALSO_FIRMS: Final = frozenset("general major admiral captain king queen prince princess emperor president".split())


def name_after_title(words: str) -> int:
    """
    Return where the person begins in a name with the title in it ("Home Minister | Anna Berg"), 0 where it has none.

    A rank alone that firms, ships and places bear as well ("General Motors", "Prince Rupert") makes nobody of a name.
    """
    parts = list(_WORD.finditer(words))
    last = next((i for i in range(len(parts) - 1, -1, -1) if _noun(fold(parts[i][0]))), None)
    if last is None or last + 1 == len(parts) or (last == 0 and fold(parts[0][0]) in _ALSO_FIRMS):
        return 0
    rest = words[parts[last + 1].start() :]
    is_name = all(word[0].isupper() for word in re.split(r" of\b", rest)[0].split())
    is_title = all(fold(part[0]) in NOUNS | _IN_TITLES or part[0][0].isupper() for part in parts[: last + 1])
    return parts[last + 1].start() if is_name and is_title else 0


def complement_after(text: str, name: Span, high: int) -> Span | None:
    """
    Return what a name with a title is said to be of, None where nothing: "Colonel Anna Berg | of the Danish army".

    The words run on to the next stop or six words; what of them belongs to it is for those who know names.
    """
    found = _COMPLEMENT.match(text[:high], name.end)
    return Span(name.end, found.end()) if found else None


def _has_noun(title: str) -> bool:
    return any(_noun(word) for word in _WORD.findall(fold(title)))


_RANK: Final = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|sir|dame|gen|col|lt|maj|adm|capt|sgt|sen|rep|gov|prof|brig|sheikh)\b\.?", re.I
)


def _is_rank(title: str) -> bool:
    return _RANK.search(title) is not None


def _noun(word: str) -> bool:
    return role_noun(re.sub(r"'s?$", "", word)) is not None


def _is_short(text: str, stop: re.Match[str]) -> bool:
    return stop[0] == "." and _SHORT.search(text[: stop.end()]) is not None


def _from_article(text: str, phrase: Span) -> Span:
    """Return a phrase from the determiner or possessor of its role noun on: "said the foreign minister" → "the ..."."""
    words = list(_WORD.finditer(text, phrase.start, phrase.end))
    noun = next(i for i in range(len(words) - 1, -1, -1) if _noun(fold(words[i][0])))
    for word in reversed(words[:noun]):
        low = fold(word[0])
        if low in ("the", "a", "an", "his", "her", "its", "their") or (low.endswith("'s") and not _noun(low)):
            return Span(word.start(), phrase.end)
    return phrase

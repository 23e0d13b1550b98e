"""
Captions: a paragraph that describes a picture, in the middle of a story's text.

A caption says so (`In this photo …`, `FILE - …`), is signed as a picture is (`… (Ana Brandt/Agency)`), or describes a
scene: its first verb is in the present and of a kind that can be photographed, or there is none, and it is dated as
captions are. Without one of these it is body, whatever it looks like: a caption taken for body adds a claim that may
be checked, but body taken for a caption loses one.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.acts.tokens import third_person
from sayso.article.printed_dates import DAY, WEEKDAY
from sayso.article.sentences import sentences_of
from sayso.article.wordlists import word_set
from sayso.spans import Span

_PICTURE: Final = (
    r"(?:photo(?:graph)?s?|pictures?|images?|frame ?grab|screen ?(?:grab|shot)|video grab|illustration|sketch)"
)
_SIDE: Final = r"(?:above|below|left|right|top|bottom)"
_SAYS_SO: Final = re.compile(
    rf"[<\[]{{0,2}}(?:in this\b[^.!?]{{0,70}}?\b{_PICTURE}\b|file(?:\s?[-–—:]+\s|\s(?:photo(?:graph)?|picture|image)\b)"
    rf"|\[?(?:photo|picture|image)?\s?caption\s?[\]>]*[:,–—-]?\s"
    rf"|(?:(?:our|the|this|main) )?{_PICTURE} (?:shows?|showing)\b"
    rf"|{_PICTURE} \d{{1,2}}: |(?:a )?(?:still|frame|image) from (?:an? |the )?(?:video|film|footage|broadcast)\b"
    rf"|an? (?:file|archive|library|undated|recent|handout) (?:photo(?:graph)?|picture|image)\b"
    rf"|illustration(?: (?:photo|picture|image))?: (?=\S+ \S+)"
    rf"|photo(?:graph)? by (?-i:[A-Z])[^.:]{{3,50}}: (?=\S+ \S+ \S+)"
    rf"|(?:pictured|photo(?:graph)?|picture|image|map|{_SIDE})\s?(?:\(?{_SIDE}\)?)?\s?:\s(?=\S+ \S+ \S+)"
    rf"|(?:pictured|shown|seen) (?:here|above|below|in this|in an?|are|is|from left)\b"
    rf"|(?:from )?(?:the )?(?:left|right|top)(?: to (?:right|left|bottom))?[:,]\s|clockwise from\b"
    rf"|(?:top|bottom|far) (?:left|right):"
    rf"|(?:this|an undated|undated|a combination|combination)\b[^.!?]{{0,50}}?\b(?:{_PICTURE}|handout)\b"
    rf"[^.!?]{{0,90}}?\b(?:shows?|showing|released|provided|made available|taken|purports)\b)",
    re.IGNORECASE,
)
_ENDS_FILED: Final = re.compile(
    rf"[(\[](?:file|archive|library|stock|undated)[ -]{_PICTURE}(?:,? [^()\[\]]{{1,30}})?[)\]]\.?$", re.IGNORECASE
)
_PLACED: Final = r"(?:far |second |third |top |bottom |front |back )?(?:left|right|cent(?:re|er)|front|back|foreground)"
_SHOWS_SO: Final = re.compile(
    rf"\((?:L|C|2nd [LR]|{_PLACED})(?:,? (?:in|and|with)[^()]{{0,40}})?\)"
    rf"|,? (?:pictured|seen|shown) (?:here|above|below|in this|in an? (?:undated|file))\b"
    rf"|\b(?:in|from) this (?:[\w-]+ ){{0,3}}(?:photo|picture|image|photograph)\b"
    rf"|\b(?:in|from) (?:a|an) (?:undated |handout |file ){{1,2}}(?:photo|picture|image|photograph)\b"
    rf"|\bfile photo\b|\bpos(?:e|es|ing) for (?:a )?(?:photo|picture)s?\b"
)
_ENDS_DATED: Final = re.compile(rf"{WEEKDAY},? {DAY}(?<=\d{{4}})(?:, (?:in|at|near) [A-Z][\w ,.'’-]{{2,60}})?\.?$")
_FULL_DATE: Final = re.compile(rf"(?:{WEEKDAY},? ){DAY}|{DAY}(?<=\d{{4}})")
_HAS_DAY: Final = re.compile(rf"\b(?:{WEEKDAY})\b|{DAY}")
_REPORTS: Final = re.compile(
    r"[\"“”]|\b(?:said|says|told|tells|according|announced|warned|warns|added|adds|claimed|claims|denied|denies|reported"
    r"|reportedly|insisted|vowed|vows|urged|urges|accused|accuses|believes?|wants?|plans?|expects?|considers?|thinks?)\b"
)
# How a story goes on, and no caption begins.
_TELLS: Final = re.compile(
    r"(?:he|she|they|we|i|it|you|on|at|by|before|after|since|until|but|and|so|yet|also|meanwhile|there|if|when|as|once)\b",
    re.IGNORECASE,
)

# Verbs that a picture can show, in the form that captions use.
_SEEN: Final = word_set(
    "speak address gesture listen look watch walk stand sit wave hold shake greet pose attend arrive leave depart",
    "pause testify patrol guard march protest gather chant carry rally celebrate mourn pray cry weep react hug",
    "embrace inspect dig search clear remove load unload fire launch take ride drive fly sail board disembark",
    "queue line wait rest sleep play burn rise billow smolder smoulder lie hang run flee cross pass cycle prepare",
    "train aim salute deliver distribute receive exchange toast smile talk chat stroll emerge enter exit tour",
    "display show lay light place kneel bow clash throw hurl block push escort treat tend evacuate rescue pull",
    "lift unfurl parade roll work repair examine survey view participate demonstrate peer point stare lean climb",
    "jump shout sing dance cheer applaud console comfort bury sweep fill pack eat drink cook sell shop read",
    "operate maneuver manoeuvre refuel land anchor dock moor steam approach overlook meet visit sign stop check",
    "observe drill crouch hide shelter huddle step ascend descend",
)
_PRESENT: Final = frozenset((*_SEEN, *map(third_person, _SEEN)))
# Words that make a clause finite and no scene: auxiliaries, modals and common pasts.
_FINITE: Final = word_set(
    "is are was were be been has have had will would could can may might must should shall do does did said says",
    "told went came met held took gave made left began fell rose fought sent led won lost kept found saw spoke",
    "became broke brought caught chose drew drove fled flew got grew hit knew laid paid put ran sold shook shot",
    "stood struck threw wrote set cut isn't aren't wasn't weren't won't can't cannot ought needs need seems",
    "remains remain continue continues wants say let lets means mean shows there it that's",
)
_NOUN_BEFORE: Final = word_set(
    "a an the this that these those his her its their our of in at on for to by after during from with no and or",
    "into near under new first who which where when as while before per recent last next air joint",
)
# Of these, what news says of a day to come: `The two leaders meet on Friday.`
_SCHEDULED: Final = word_set(
    "meet visit sign leave depart arrive attend take hold receive enter exit launch pass read work prepare stop run",
    "show address speak talk tour fly approach deliver place cross observe play rest wait exchange survey return",
)
_COMING: Final = frozenset((*_SCHEDULED, *map(third_person, _SCHEDULED)))
# And those that are nouns as often: they count only behind a name, or in the plural behind a plural.
_NOUNS: Final = word_set(
    "march protest rally fire launch ride drive board line rest play rise guard patrol train talk tour display show",
    "light place bow clash block push treat pull lift parade roll work repair survey view point pack shop land dock",
    "visit sign stop check drill shelter step search pass load aim smile cross queue hold read sweep cycle dance",
)
_NOUN_FORMS: Final = frozenset((*_NOUNS, *map(third_person, _NOUNS)))
_PEOPLE: Final = word_set("people men women children police troops crew crowd staff others some villagers both")
_RELATIVE: Final = frozenset(("who", "which", "that", "where", "when", "as", "while", "after", "before"))
_IS_SEEN: Final = re.compile(r" (?:seen|pictured|shown|photographed) (?!as\b|to\b|by\b|more\b)")
_TOKEN: Final = re.compile(r"[^\W\d_][\w’'-]*|,")

_LONGEST: Final = 600  # code points; agencies keep captions below 80 words


def says_so(words: str) -> bool:
    """Tell whether a paragraph calls itself a caption, or points at a picture from within."""
    if len(words) > _LONGEST:
        return False
    opening = _SAYS_SO.match(words) or _ENDS_FILED.search(words)
    return bool(opening or (_SHOWS_SO.search(words) and is_scene(words)))


def is_dated_scene(words: str) -> bool:
    """
    Tell whether a paragraph is a caption though nothing says so: one sentence, a scene, dated as captions are.

    `Cranes unload a ship in Port Hale, Friday, March 4, 1994.` is; `The talks failed on March 4, 1994.` is not.
    """
    if len(words) > _LONGEST or len(words.split()) < 5 or _REPORTS.search(words) or _TELLS.match(words):
        return False
    if len(sentences_of(words, Span(0, len(words)))) != 1:
        return False
    verb = _first_verb(words)
    if verb is None:
        return bool(_ENDS_DATED.search(words))
    if verb == "seen" and _FULL_DATE.search(words):
        return True
    return verb == "seen" and len(words) <= 250 and bool(_HAS_DAY.search(words)) and not _COMING & set(words.split())


def is_scene(words: str) -> bool:
    """Tell whether the first sentence of a paragraph describes what a picture shows: seen in it, or without a verb."""
    sentence = next((one.of(words) for one in sentences_of(words, Span(0, len(words)))), "")
    return bool(sentence) and not _REPORTS.search(sentence) and _first_verb(sentence) != "finite"


def is_seen(words: str) -> bool:
    """Tell whether the first verb of a paragraph is one that a picture shows: `Soldiers cross`, `is pictured at`."""
    sentence = next((one.of(words) for one in sentences_of(words, Span(0, len(words)))), "")
    return not _REPORTS.search(sentence) and _first_verb(sentence) == "seen"


def _first_verb(sentence: str) -> str | None:
    """Return what the first verb outside relative clauses is: `seen` (a picture shows it), `finite`, None for none."""
    before = ""
    is_relative = False
    for index, match in enumerate(_TOKEN.finditer(sentence)):
        word = match.group().replace("’", "'")
        kind = _verb_kind(word, before, sentence[match.end() : match.end() + 16], index) if index else None
        if word == ",":
            is_relative = False
        elif word.lower() in _RELATIVE:
            is_relative = True
        elif kind and not is_relative:
            return kind
        elif kind:
            is_relative = False
        before = word
    return None


def _verb_kind(word: str, before: str, after: str, index: int) -> str | None:
    """Return the kind of one word by itself and its neighbours, None where it is no verb."""
    if before.lower() in _NOUN_BEFORE or not word.islower():
        return None
    if word in ("is", "are") and _IS_SEEN.match(after):
        return "seen"
    if word in _PRESENT:
        is_plural = word in _SEEN and (before.endswith("s") or before.lower() in _PEOPLE)
        is_behind_name = index > 1 and before[:1].isupper() and word not in _SEEN
        return "seen" if word not in _NOUN_FORMS or is_plural or is_behind_name else None
    if word in _FINITE or (word.endswith("ed") and len(word) > 4 and not after.startswith(" by ")):
        return "finite"
    return None

"""
The words that announce a signal, as small tables: verbs of saying by what they commit to, connectives, causes, harms.

Each table holds lemmas and says why its words stand together. Nothing here reads a tree; `signalforms` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


class Cue(StrEnum):
    """What a verb or noun of saying does with what it introduces."""

    WARN = "warn"  # harm is foretold; whose it is, the clause tells
    THREATEN = "threaten"  # the sender's own harm
    PROMISE = "promise"  # the sender's own good deed
    VOW = "vow"  # the sender's own deed, good or bad
    REFUSE = "refuse"  # the clause is what will not be done
    DEMAND = "demand"  # the clause is what must be done
    INSIST = "insist"  # asserts, or demands where the clause has "must" or a subjunctive
    FEAR = "fear"  # harm is foretold that the sender does not want, where it is the sender's own fear
    SAY = "say"  # says nothing of what its clause is
    HOLLOW = "hollow"  # denies, asks, supposes: what it introduces is nobody's word


CUE_OF: Final[Mapping[str, Cue]] = {
    word: cue
    for cue, words in {
        Cue.WARN: "warn caution alert forewarn warning caveat admonition",
        Cue.THREATEN: "threaten threat menace",
        Cue.PROMISE: "promise pledge guarantee assure reassure undertake commit assurance undertaking",
        Cue.VOW: "vow swear resolve vowing oath",
        Cue.REFUSE: "refuse decline reject exclude rule refusal rejection",
        Cue.DEMAND: "demand urge call appeal order exhort implore press instruct command ultimatum beseech "
        "plead beg entreat",
        Cue.INSIST: "insist",
        Cue.SAY: "say tell declare announce state add reply answer stress emphasise emphasize note remark comment "
        "reiterate repeat maintain affirm inform notify signal hint write reaffirm assert explain claim argue "
        "proclaim conclude continue speak statement declaration message cable communique communiqué note letter "
        "quote report shout thunder roar retort respond know make request",
        Cue.FEAR: "fear worry dread afraid worried concerned",
        Cue.HOLLOW: "deny ask wonder doubt accuse dismiss refute question imagine suppose hope expect believe "
        "think predict forecast reckon estimate calculate speculate recall remember allege dispute denial rumour rumor",
    }.items()
    for word in reversed(words.split())
}
"""Lemma to cue, verbs and the nouns made of them."""

URGING: Final = _set("urge call appeal order exhort implore press instruct command beseech tell plead beg entreat")
"""Verbs of demanding that take the addressee as object or after a preposition, and the thing demanded as infinitive."""

WILL: Final = _set("will shall")
"""Lemmas of the auxiliaries of what is to come."""

SPECTATORS: Final = _set(
    "analyst expert economist columnist observer trader forecaster critic historian pollster scientist doctor "
    "commentator correspondent editorial broker investor agronomist engineer coach manager striker captain academic "
    "professor researcher study report survey model think-tank consultancy bookmaker meteorologist climatologist "
    "epidemiologist strategist pundit scholar lecturer teach university institute college author writer"
)
"""Sources whose "if" is a forecast and no signal (CONTRACT, Not signals)."""

TREATIES: Final = _set("treaty pact charter entente protocol covenant doctrine armistice")
"""What binds as a standing rule wherever it is named, so that what it provides is a commitment."""

RULES: Final = TREATIES | _set(
    "accord agreement convention article clause constitution law policy principle statute guarantee"
)
"""What binds where it is said to oblige or forbid, or where it has a number ("Article 5")."""

BINDING: Final = _set(
    "oblige obligate require bind commit compel entitle forbid bar prohibit ban allow permit bid duty"
)
"""What a treaty or doctrine does to its members."""

CONNECTIVES: Final[Mapping[str, bool]] = {
    "if": False,
    "once": False,
    "unless": True,
    "until": True,
    "till": True,
    "lest": True,
    "failing": True,
    "barring": True,
    "whenever": False,
    "provided": False,
    "providing": False,
    "assuming": False,
}
"""Connectives of one word that may open a condition anywhere in a sentence, to `if_not`."""

CONDITIONALS: Final[Mapping[str, bool]] = {
    **CONNECTIVES,
    **dict.fromkeys(("should", "were", "when", "case", "event"), False),
    **dict.fromkeys(("as long as", "so long as", "in case", "the moment", "in the event"), False),
    **dict.fromkeys(("in return", "in exchange"), False),
    **dict.fromkeys(("without", "absent", "before", "only after"), True),
}
"""Connective to `if_not`: whether the consequence follows when the condition does not come."""

WHETHER: Final = _set("ask wonder know see doubt determine decide sure question estimate clear learn check")
"""Words after which "if" asks and makes no condition."""

WEAK_CONDITIONALS: Final = _set("once when whenever before case without absent") | {"in return", "in exchange"}
"""Connectives that are mostly of time: they make a condition only beside a promise, threat, refusal or rule."""

LEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "lead": ("to",),
    "result": ("in",),
    "amount": ("to",),
    "end": ("in",),
    "escalate": ("into", "to"),
    "spell": (),
    "mean": (),
    "trigger": (),
    "risk": (),
    "cause": (),
    "spark": (),
    "provoke": (),
    "invite": (),
    "bring": (),
    "constitute": (),
    "ignite": (),
    "unleash": (),
    "precipitate": (),
    "prompt": (),
    "have": (),
    "carry": (),
    "cross": (),
    "entail": (),
    "set": (),
    "plunge": (),
    "drag": (),
    "jeopardise": (),
    "jeopardize": (),
    "endanger": (),
    "undermine": (),
    "destabilise": (),
    "destabilize": (),
    "threaten": (),
    "violate": (),
    "breach": (),
    "force": (),
    "push": (),
    "cost": (),
    "open": (),
    "make": (),
    "poison": (),
    "prolong": (),
    "bankrupt": (),
    "condemn": (),
}
"""Verbs whose subject is the condition, with the prepositions before the consequence; none where it is the object."""

WHOLE_PREDICATES: Final = _set(
    "set plunge drag jeopardise jeopardize endanger undermine destabilise destabilize violate breach force push cost "
    "open make poison prolong bankrupt condemn cross threaten"
)
"""Leading verbs that are themselves part of the harm: "plunge the basin into war" is the consequence, verb and all."""

WRECKING: Final = _set(
    "wreck end ruin destroy spoil kill bury doom sink derail scuttle shatter dash cripple paralyse paralyze delay "
    "postpone divide split weaken damage hurt harm halt stop block strain sour burn inflame rekindle reignite put take "
    "throw turn unravel close slam shut upset scupper torpedo imperil risk isolate strengthen embolden alienate tear"
)
"""Verbs of what an event would do to others' hopes; with an event as subject they foretell, predicate and all."""

DEEDS: Final = _set(
    "clash raid collision shot delivery visit vote move step strike arrival sale transfer flight landing test launch "
    "attempt incursion overflight blast coup defeat deal truce mistake misstep delay spark failure victory return"
)
"""Nouns of what is done or happens, besides those of harm and those that endings show ("withdrawal", "detention")."""

MET: Final[Mapping[str, tuple[str, ...]]] = {
    "meet": ("with", "by"),
    "answer": ("with", "by"),
    "follow": ("by",),
    "counter": ("with", "by"),
    "greet": ("with", "by"),
    "draw": (),
    "elicit": (),
    "receive": (),
    "face": (),
}
"""Verbs that say the sender's answer to their subject: "any landing will be met with fire"."""

DEEMED: Final = _set("consider regard treat see view deem interpret understand construe take")
"""Verbs that say as what their subject will be taken: "shall be considered an attack on all"."""

HARMS: Final = _set(
    "war conflict clash confrontation attack strike retaliation escalation catastrophe disaster crisis bloodshed "
    "bloodbath violence chaos famine death explosion revolt rising uprising collapse ruin consequence provocation "
    "aggression response sanction martial embargo blockade riot massacre reprisal revenge intervention instability "
    "race arms danger destruction devastation hostility hostage fire blood tension rupture price mistake error "
    "invasion annexation exodus starvation genocide suffering blow setback peril threat cause line act declaration "
    "violation breach end punishment measure"
)
"""Nouns of what nobody wants; with them a consequence under "said" is a warning."""

HOSTILE: Final = _set(
    "attack strike retaliate respond fight shoot kill bomb shell destroy burn seize close cut block invade occupy "
    "punish expel withdraw sink crush eradicate arrest sue boycott impose sanction suspend veto intervene act react "
    "answer launch fire execute hang behead dissolve detain blockade annex defeat eliminate avenge bury wipe escalate "
    "march shut sever recall break resign quit walk halt stop freeze confiscate nationalise nationalize sabotage "
    "jail prosecute charge dismiss tear pull leave cancel resist repel pursue target ban deport flatten raze unleash "
    "intercept ram down secede"
)
"""Verbs of harm that a sender may announce."""

HELPFUL: Final = _set(
    "help support defend protect aid assist release free return rebuild lift restore pay give provide guarantee "
    "respect keep honour honor build deliver supply fund stand back save share repatriate reopen sign implement "
    "investigate double grant welcome recognise recognize end hand cooperate work continue offer fulfil fulfill "
    "ensure secure safeguard accept lower repeal reform refrain disarm comply spare pardon negotiate talk"
)
"""Verbs of what others want from a sender."""

YIELDING: Final = _set(
    "allow surrender permit tolerate join send negotiate sell cede let host take talk yield bow bargain extradite "
    "withdraw meet sit sign ratify recognise recognize attend leave abandon dismantle disarm pay apologise apologize"
)
"""Verbs of what others want from a sender, or fear; with "not" after a name ("Accra would not cede") it refuses."""

UNDERGOING: Final = _set(
    "lose suffer forfeit pay face regret reckon burn die perish fall bleed answer drown starve freeze"
)
"""Verbs of what comes upon somebody: a sender who says so of whoever does a thing means to see to it."""

GIVING_WAY: Final = YIELDING | _set(
    "stop halt end cease pull back release free return lift open reopen hand agree accept ask request invite comply "
    "guarantee promise give produce prove show receive drop disarm ratify respect honour honor keep stand restore "
    "resume help recall quit resign cancel suspend freeze dismiss renounce settle vote quieten lower cooperate grant "
    "concede convince supply do apply call"
)
"""Verbs of a condition that others want: what follows on them is promised, what follows on their failing threatened."""
TAKING_AWAY: Final = _set(
    "cross enter violate break refuse fail touch move provoke insist persist defy ignore harm threaten continue board "
    "fly land sail mine harbour harbor shelter arm recognise recognize cheat lie delay deny test"
)
"""Verbs of a condition that the sender does not want, besides those of harm."""

OWN_SIDE: Final = _set(
    "government army navy fleet troop force country nation ministry administration republic police military party "
    "movement group council union cabinet parliament side kingdom state authority regime worker student leader "
    "people guard militia commission court minister president"
)
"""Nouns that under "a minister said that the … will" mean the sender's own side."""

WHOEVER: Final = _set("whoever whomever whosoever")
"""Pronouns for anybody who does something."""

OFFICIALS: Final = _set(
    "president premier minister chancellor king queen emir sultan spokesman spokeswoman spokesperson ministry "
    "government secretary ambassador envoy general admiral"
)
"""Nouns of whoever speaks for a state."""

FORCES: Final = _set(
    "man fighter soldier sailor gun gunner warship ship plane pilot bomber tank artillery missile unit brigade "
    "division battalion regiment squadron battery rocket side boat gunboat frigate destroyer cruiser submarine "
    "helicopter drone patrol jet"
)
"""Nouns that behind "his" or "their" are the sender's own arms, whatever word of saying stands before."""

PLAYGROUNDS: Final = _set(
    "storm rain snow flood heat drought hurricane typhoon cyclone river forecast weather wind temperature match game "
    "season league club team goal coach tournament striker player fan share stock price market bond yield rate "
    "inflation profit earnings investor currency import export sale customer phone car battery virus outbreak patient"
)
"""Subjects of weather, sport, markets and medicine, whose warnings are no signals (CONTRACT, Not signals)."""

THINGS: Final = _set(
    "case scandal move issue law bill plan shortage disease dispute problem change development technology situation "
    "policy factor cost volcano epidemic pandemic pollution vote report deal question"
)
"""Subjects that cannot say anything, so that their "threatens to" is only a likelihood."""

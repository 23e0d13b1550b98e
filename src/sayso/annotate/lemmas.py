"""
Words to lemmas: by a table of irregular forms, then by rule, for verbs and nouns; other words keep their form.

Where a stem could end in a silent `e` or not (`imposing`, `visiting`), a verb that the acts know decides, else
spelling: the rules below are those of English orthography, with the exceptions that they need.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from sayso.acts.tokens import plain
from sayso.acts.words import lemmas

_IRREGULAR_VERBS: Final = """
be am is are was were been being 's 're 'm | have has had having 've | do does did done doing | go goes going went
gone | complete completed completing | guide guided guiding | wake woke | arise arose arisen | undergo underwent
undergone | swing swung | say said | make made | take took taken | give gave given | get got gotten | come came |
become became | see saw seen | know knew known | think thought | find found | tell told | leave left | feel felt |
keep kept | begin began begun beginning | show shown | hear heard | hold held | bring brought | write wrote written
writing | sit sat sitting | stand stood | lose lost losing | pay paid | meet met | run ran running | lead led |
speak spoke spoken | send sent | build built | fall fell fallen | cut cutting | put putting | set setting | let
letting | hit hitting | shut shutting | quit quitting | bet betting | hurt | cost | read | spread | buy bought |
catch caught | teach taught | seek sought | fight fought | strike struck stricken striking | withdraw withdrew
withdrawn | draw drew drawn | fly flew flown flies | grow grew grown | throw threw thrown | blow blew blown | drive
drove driven driving | rise rose risen rising | ride rode ridden riding | break broke broken | choose chose chosen
choosing | freeze froze frozen freezing | steal stole stolen | swear swore sworn | bear bore borne born | wear wore
worn | tear tore torn | shake shook shaken shaking | forget forgot forgotten forgetting | forgive forgave forgiven |
undertake undertook undertaken | overtake overtook overtaken | overthrow overthrew overthrown | withhold withheld |
uphold upheld | understand understood | withstand withstood | spend spent | bend bent | lend lent | deal dealt |
mean meant | shoot shot | sink sank sunk | swim swam swum swimming | drink drank drunk | forbid forbade forbidden |
sue sued suing | focus focuses | sing sang sung | ring rang rung | win won winning | hang hung | dig dug digging |
stick stuck | bind bound | grind ground | wind wound | flee fled fleeing | bleed bled | feed fed | breed bred |
sleep slept | sweep swept | weep wept | creep crept | sell sold | lay laid | lie lay lain lying lies | die dying
died dies | tie tying tied ties | vie vying vied | light lit | slide slid sliding | hide hid hidden hiding | bite
bit bitten biting | eat ate eaten | beat beaten | spring sprang sprung | shrink shrank shrunk | foresee foresaw
foreseen | oversee oversaw overseen | overrun overran overrunning | overfly overflew overflown overflies | slay slew
slain | speed sped | forsake forsook forsaken | cling clung | beset besetting | strive strove striven | bid bade
bidding | foretell foretold | outrun outran | retake retook retaken | re-take re-took | partake partook partaken |
mistake mistook mistaken | redraw redrew redrawn | rescind rescinded | unfreeze unfroze unfrozen | mislead misled |
offset offsetting | wring wrung | smite smote smitten | stave staved | forgo forwent forgone | undercut undercutting |
upset upsetting | thrust thrusting | rid ridding | rebuild rebuilt | agree agreed agreeing | guarantee guaranteed
guaranteeing |
free freed freeing | see seeing | decree decreed | can could ca | will would 'll 'd wo | shall should sha | may
might | ban banned banning | plan planned planning | step stepped stepping | stop stopped stopping | use used using
| cause caused causing | release released releasing | focus focused focusing | visit visited visiting | limit
limited limiting | open opened opening | cancel cancelled cancelling canceled | travel travelled travelling traveled
| cross crossed crossing | pass passed passing | press pressed pressing | miss missed missing | kill killed killing
| call called calling | pull pulled pulling | shell shelled shelling | roll rolled rolling | fulfil fulfilled
fulfilling | add added adding | bomb bombed bombing | violate violated violating | create created creating | retreat
retreated retreating | treat treated treating | repeat repeated repeating | defeat defeated defeating | invite
invited inviting | unite united uniting | ignite ignited igniting | excite excited | expedite expedited | incite
incited inciting | cite cited citing | veto vetoed vetoing vetoes | echo echoed | target targeted targeting |
benefit benefited | profit profited | exit exited | edit edited | prohibit prohibited prohibiting | inhibit
inhibited | exhibit exhibited | deposit deposited | solicit solicited | inherit inherited | credit credited | orbit
orbited | audit audited | recruit recruited | interpret interpreted | budget budgeted | market marketed | fire fired
firing | retire retired retiring | acquire acquired acquiring | offer offered | happen happened | abandon abandoned
| question questioned | mention mentioned | sanction sanctioned sanctioning | station stationed stationing | caution
cautioned cautioning | provision provisioned | imprison imprisoned | poison poisoned | envision envisioned |
condition conditioned | proclaim proclaimed | order ordered ordering | admit admitted admitting | permit permitted
permitting | commit committed committing | submit submitted submitting | refer referred referring | defer deferred
deferring | transfer transferred transferring | prefer preferred | occur occurred occurring | deter deterred
deterring | bar barred barring | control controlled controlling | compel compelled compelling | expel expelled
expelling | repel repelled repelling | rebel rebelled rebelling | propel propelled | signal signalled signalling
signaled signaling | patrol patrolled patrolling | label labelled | equip equipped equipping | ship shipped shipping
| trap trapped | drop dropped dropping | grip gripped | stab stabbed | rob robbed | grab grabbed | beg begged | drag
dragged | scrap scrapped scrapping | kidnap kidnapped kidnapping | swap swapped | map mapped | tap tapped | cap
capped | top topped | shop shopped | flag flagged | welcome welcomed welcoming | overcome overcame | hope hoped
hoping | escape escaped escaping | cease ceased ceasing | increase increased increasing | decrease decreased |
purchase purchased | promise promised promising | advise advised advising | hang hanged | bang banged | prove proven
proved | rumor rumored | taste tasted | paste pasted | waste wasted wasting | want wan | go gon | compete competed
competing | delete deleted | combat combated | format formatted | pilot piloted | ballot balloted | pivot pivoted |
debut debuted | breathe breathed breathing | bathe bathed | pardon pardoned | develop developed developing | worship
worshipped | adhere adhered adhering | interfere interfered interfering | sever severed | persevere persevered |
impinge impinged | infringe infringed infringing | hinge hinged | bias biased | murmur murmured | custom | visit |
monitor monitored monitoring | sponsor sponsored sponsoring | honor honored | honour honoured | favor favored |
favour favoured | labor labored | anchor anchored | author authored | harbor harbored harboring | harbour harboured
| neighbor neighboring | color colored | colour coloured | tailor tailored | clamor clamored | mirror mirrored |
exempt | disparage | ally allied allies allying | supply supplied supplies
""".replace("\n", " ")

_IRREGULAR_NOUNS: Final = """
man men | woman women | child children | foot feet | tooth teeth | mouse mice | life lives | wife wives | knife
knives | half halves | leaf leaves | shelf shelves | self selves | thief thieves | crisis crises | basis bases |
analysis analyses | thesis theses | hypothesis hypotheses | criterion criteria | phenomenon phenomena | serviceman
servicemen | spokesman spokesmen | spokeswoman spokeswomen | policeman policemen | gunman gunmen | militiaman
militiamen | airman airmen | fisherman fishermen | countryman countrymen | congressman congressmen | chairman
chairmen | businessman businessmen | hero heroes | embargo embargoes | veto vetoes | tomato tomatoes | potato
potatoes | volcano volcanoes | torpedo torpedoes | echo echoes | cargo cargoes cargos | wolf wolves | movie movies |
lie lies | bus buses | guardsman guardsmen | tax taxes | axis axes | ally allies | guerrilla guerrillas
""".replace("\n", " ")

_KEEP_S: Final = frozenset(
    """
    regards clothes ties supplies whereabouts news series means headquarters barracks species arms goods customs
    thanks politics economics  physics mathematics ethics tactics logistics ballistics this his its us is was as
    has gas bus plus campus corps  chaos status virus crisis basis analysis congress access process success
    progress loss mass pass press address  business witness illness weakness boss cross class glass grass abyss
    dress stress wilderness always perhaps
    """.split()
)


def _table(rows: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in rows.split("|"):
        forms = row.split()
        for form in forms:
            found.setdefault(form, forms[0])
    return found


_VERBS: Final = _table(_IRREGULAR_VERBS)
_NOUNS: Final = _table(_IRREGULAR_NOUNS)

_ENDINGS: Final = tuple(
    (re.compile(f"(?:{rule})$"), silent)
    for rule, silent in (
        (r"(?:ll|ss|ff|zz|[hwxy])", False),  # fill, pass, launch, show
        (r"(?<![eo])at", True),  # negotiate, evacuate; but treat, float
        (r"[cvzu]", True),  # reduce, move, continue
        (r"[aeiou]s|[rnpl]s", True),  # refuse, advise, disperse
        (r"[aeu]ng|[^n]g", True),  # change, challenge, pledge; but bring, belong
        (r"[bcdfgkpstz]l", True),  # settle, struggle
        (r"(?:[^aeiou]|qu|^)[aiou]r", True),  # declare, require, ensure
        (r"(?:[^aeiou]|qu|^)[aeiou][kd]", True),  # provoke, decide, concede
        (r"(?:[^aeiou]|qu|^)[aiou][mpb]", True),  # resume, escape, describe
        (r"(?:[^aeiou]|^)(?:in|un|pon|don|ven)", True),  # determine, postpone, intervene
        (r"(?:[^aeiou]|qu|^)[ou]t", True),  # promote, execute, quote
        (r"(?:[^aeiou]|qu|^)[ioua]l", True),  # compile, schedule
    )
)


@lru_cache(maxsize=20_000)
def lemma(form: str, upos: str) -> str:
    """
    Return the base form of a word.

    Args:
        form: As written.
        upos: Its universal part of speech; verbs and nouns are reduced, others are only lowercased.
    """
    low = plain(form)
    if upos in ("VERB", "AUX"):
        return _VERBS.get(low) or _verb(low)
    if upos == "NOUN":
        return _NOUNS.get(low) or _noun(low)
    if low in ("n't", "not"):
        return "not"
    return low


def is_past(form: str) -> bool:
    """Tell whether a word may be a past tense or a past participle, by its letters alone."""
    low = plain(form)
    if low.endswith(("s", "ing")) or lemma(low, "VERB") == low:
        return False
    return low.endswith("ed") or low in _VERBS


def _verb(low: str) -> str:
    if low.endswith("ied") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("ing") and len(low) > 5:
        return _stem(low[:-3])
    if low.endswith("eed"):
        return low
    if low.endswith("ed") and len(low) > 4:
        return _stem(low[:-2])
    if re.search(r"(?:ss|sh|ch|x|zz)es$", low):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def _stem(stem: str) -> str:
    """Give a stem without `-ing` or `-ed` its last letters back."""
    if _VERBS.get(stem) == stem:
        return stem
    listed = lemmas(False)
    single = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    for whole in (stem, stem + "e", single):
        if whole in listed:
            return whole
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt":
        return stem[:-1]
    silent = next((silent for rule, silent in _ENDINGS if rule.search(stem)), False)
    return stem + "e" if silent else stem


_NO_MEN: Final = frozenset("abdomen acumen regimen specimen".split())


def _noun(low: str) -> str:
    if low.endswith("men") and len(low) > 5 and low not in _NO_MEN:
        return low[:-3] + "man"
    if low in _KEEP_S or len(low) < 4 or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|zz)es$", low):
        return low[:-2]
    return low[:-1]

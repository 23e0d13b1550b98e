"""
A stem to the words that reporters of a crisis put for one another: what one calls a frontier, another calls a border.

Our own table, made by hand from what style guides of agencies and of papers in two Englishes call one thing; no word
stands beside its contrary. A group says that two words may mean the same here, not that they always do: a word is met
by its like only in part (`likeness.SAME_WORD`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

GROUPS: Final = """
border frontier boundary
airspace skies sky
aircraft plane aeroplane airplane jet warplane
ship vessel boat craft freighter steamer
lorry truck
tank armour
rail railway railroad
petrol gasoline fuel
police constabulary policemen gendarmes
guerrilla rebel insurgent fighter gunman militant
terrorism terror
enemy hostile foe
prisoner captive detainee hostage
prison jail gaol
camp base
post checkpoint checkpost
crossing passage gate
cargo load freight consignment
airport airfield aerodrome
harbour port
quay dock wharf
wire fence barrier
field pasture
blockade siege
shot fire gunfire
shell bombard
bomb raid strike attack assault
fight combat battle
war hostilities fighting
ceasefire truce armistice
peace settlement
treaty pact accord agreement deal
plan scheme proposal framework
talk negotiation discussion dialogue conversation
meeting conference summit session
meet sit
envoy ambassador emissary
embassy mission legation
relation tie
sever break cut
charge accusation allegation claim
denounce condemn
sanction penalty punishment
embargo boycott ban
tariff duty levy
permit licence permission leave clearance
ban bar forbid prohibit outlaw
allow permit let
prevent stop block halt
halt stop cease end
stay remain
go leave depart quit vacate evacuate
withdraw remove pull
return restore
retake recapture recover regain reconquer
seize capture take occupy
surrender cede yield
hand transfer pass turn
drive throw expel oust eject
expel deport
flee escape
come arrive reach
enter cross penetrate violate breach
intervene interfere intrude
harass trouble molest hinder
shut close seal
open reopen
send dispatch deploy station
supply provide deliver furnish
aid help assistance relief
arms weapon armament
rocket missile projectile
mine torpedo
build construct erect
destroy wreck demolish ruin
kill slay murder massacre
hang execute
wound injure hurt
hurt harm damage
arrest detain jail seize imprison
free release liberate
try trial court
convict sentence condemn
sign conclude initial
ratify approve endorse
accept take agree
refuse decline reject spurn
insist demand
pledge promise vow undertake guarantee
threat threaten menace
warn caution
answer reply respond retaliate response retaliation
consider regard treat count deem view
equal equivalent tantamount amount
act move step action measure
begin start commence open launch
continue proceed persist
repeat again once more further another
immediately instantly forthwith once
permanently ever good
soon shortly
final last
vote ballot poll election
parliament assembly house congress
government cabinet authority administration
junta council
country nation state land
town city
village hamlet
capital city
people citizen national
minister secretary
premier minister
money fund cash
oil crude petroleum
power electricity current
water flow
dam barrage
river stream
food provision ration
grain wheat cereal
price cost
neutral impartial
secret clandestine
force violence
wish want will
ready willing prepared
""".strip().splitlines()


@cache
def groups(stem: Callable[[str], str]) -> Mapping[str, frozenset[int]]:
    """
    Return the numbers of the groups that each stem stands in.

    Args:
        stem: Takes a word to its stem.
    """
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(GROUPS):
        for word in line.split():
            found[stem(word)].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}

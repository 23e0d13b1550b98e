"""A signal in one article and what came of it in others, read by the model: every way in which reporters tell it."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import Printed, first_line

# fmt: off
ROWS = [
    pytest.param(
        ("1968-04-08", "Norway will lend Denmark a frigate if Copenhagen asks for one, Defence Minister Olaf Berg "
         "promised on Monday."),
        [
            ("1968-04-19", "Norway offered the Danes a frigate on Thursday. Copenhagen has not answered."),
        ],
        "1968-04-20", "open", False, id="what was offered is not lent yet",
    ),
    pytest.param(
        ("1968-04-08", "Any attempt to land will be answered by the fleet, Vice Admiral Olaf Berg of the Norwegian "
         "navy said on Monday."),
        [
            ("1968-04-19", "The fleet will be called home if Denmark signs, the Norwegian prime minister added."),
        ],
        "1968-04-20", "open", False, id="what somebody adds is no answer",
    ),
    pytest.param(
        ("1968-04-08", "Norway will not give the islands back, Foreign Minister Olaf Berg said on Monday."),
        [
            ("1968-04-19", "Norwegian marines seized the islands of Denmark's coast guard on Thursday."),
        ],
        "1968-04-20", "open", None, id="what is not given back by one deed may be by a later one",
    ),
    pytest.param(
        ("1975-06-09", "Turkey will close the Incirlik air base if Congress votes the resolution, "
         "Prime Minister Suleyman Demirel said on Monday."),
        [
            ("1975-06-14", "Congress voted the resolution on Thursday."),
            ("1975-06-29", "Turkey made good on its threat on Saturday and closed the Incirlik air base."),
        ],
        "1975-07-01", "kept", True, id="made good on",
    ),
    pytest.param(
        ("1995-01-10", "If Peru sends troops into the Cenepa valley, Ecuador will recall its "
         "ambassador, Foreign Minister Galo Leoro warned on Tuesday."),
        [
            ("1995-01-15", "Peru sent troops into the Cenepa valley on Friday, and Ecuador recalled "
             "its ambassador the next day."),
        ],
        "1995-01-16", "kept", True, id="both in one sentence",
    ),
    pytest.param(
        ("1996-06-17", "India will not sign the test ban treaty, Prime Minister Deve Gowda said on Monday."),
        [
            ("1996-06-22", "India went ahead on Friday and signed the test ban treaty."),
        ],
        "1996-06-23", "broken", None, id="went ahead and",
    ),
    pytest.param(
        ("1978-06-06", "France will withdraw its paratroopers from Kolwezi by June 30, President "
         "Valery Giscard d'Estaing promised on Tuesday."),
        [
            ("1978-06-15", "The last French paratroopers left Kolwezi on Wednesday."),
        ],
        "1978-06-16", "kept", None, id="left, for withdraw",
    ),
    pytest.param(
        ("1992-03-02", "Libya must hand over the two suspects by March 15 or face an oil embargo, "
         "Britain said on Monday."),
        [
            ("1992-03-10", "Libya handed the two suspects over to Dutch officials on Tuesday."),
        ],
        "1992-03-12", "averted", True, id="handed over",
    ),
    pytest.param(
        ("1996-09-08", "Iraq will fire on any American plane that crosses the 32nd parallel, the "
         "commander of its air defences threatened on Sunday."),
        [
            ("1996-09-11", "American planes crossed the 32nd parallel on Tuesday, but Iraq did not fire."),
        ],
        "1996-09-12", "broken", True, id="but did not",
    ),
    pytest.param(
        ("1964-01-14", "\"If any Danish ship enters the bay, it will be sunk,\" Swedish Defence Minister Olof Berg "
         "said on Tuesday."),
        [
            ("1964-01-22", "Danish aircraft attacked Swedish ships in the bay on Tuesday and sank the frigate Wasa."),
        ],
        "1964-01-23", "open", False, id="sunk by the other side",
    ),
    pytest.param(
        ("1995-03-02", "\"If Denmark does not withdraw its troops from the port by March 9, Sweden will blockade the "
         "coast,\" Swedish Foreign Minister Lena Holm said on Thursday."),
        [
            ("1995-03-11", "The Danish troops were still in the port on Friday, two days after the deadline that "
             "Sweden had set."),
        ],
        "1995-04-15", "broken", True, id="not done by a day",
    ),
    pytest.param(
        ("1995-03-02", "\"If Denmark does not withdraw its troops from the port by March 9, Sweden will blockade the "
         "port,\" Swedish Foreign Minister Lena Holm said on Thursday."),
        [
            ("1995-03-11", "The deadline passed on Thursday, and the Danish troops were still in the port."),
        ],
        "1995-03-12", "open", True, id="still there, and nothing told of what was to follow",
    ),
    pytest.param(
        ("2007-02-01", "Kenya will reopen its border with Somalia if the militia frees the aid "
         "workers, President Mwai Kibaki promised on Thursday."),
        [
            ("2007-02-05", "The militia freed the aid workers on Sunday."),
            ("2007-02-13", "Kenya reopened its border with Somalia on Monday."),
        ],
        "2007-02-14", "kept", True, id="reopened",
    ),
    pytest.param(
        ("1991-11-05", "Serbia will shell Dubrovnik again unless Croatian guns fall silent by "
         "Friday, General Pavle Strugar said on Tuesday."),
        [
            ("1991-11-12", "No such shelling came, and the Croatian guns went on firing."),
        ],
        "1991-12-05", "broken", False, id="no such shelling came",
    ),
    pytest.param(
        ("1976-02-02", "Algeria will cut off gas to Morocco if it keeps its troops in Tindouf, "
         "Energy Minister Belaid Abdessalam warned on Monday."),
        [
            ("1976-02-20", "Algeria has quietly dropped its threat to cut off gas to Morocco."),
        ],
        "1976-02-21", "lapsed", False, id="quietly dropped",
    ),
    pytest.param(
        ("1990-02-02", "South Africa will release Nelson Mandela within two weeks, President F. W. "
         "de Klerk announced on Friday."),
        [
            ("1990-02-12", "Nelson Mandela walked out of prison a free man on Sunday."),
        ],
        "1990-02-13", "kept", None, id="walked out free",
        marks=pytest.mark.xfail(strict=True, reason="walking out of prison is no release for the tables"),
    ),
    pytest.param(
        ("2008-12-22", "Ukraine will turn off the pipeline on January 1, Prime Minister Yulia "
         "Tymoshenko said on Monday."),
        [
            ("2009-01-02", "The pipeline went dry on Thursday: Ukraine turned it off at midnight."),
        ],
        "2009-01-03", "kept", None, id="turned it off",
        marks=pytest.mark.xfail(strict=True, reason="the branch of signals takes it for a plain report"),
    ),
    pytest.param(
        ("2024-02-27", "Poland will not send soldiers to Ukraine, Prime Minister Donald Tusk said on Tuesday."),
        [
            ("2024-03-08", "Polish Prime Minister Donald Tusk repeated on Friday that Poland would "
             "not send soldiers to Ukraine."),
        ],
        "2024-03-10", "open", None, id="said again is not fulfilment",
    ),
    pytest.param(
        ("2001-11-12", "Greece will veto the talks if Turkey drills off Cyprus, Prime Minister "
         "Kostas Simitis warned on Monday."),
        [
            ("2001-11-20", "Turkey plans to drill off Cyprus next year, officials in Ankara said."),
        ],
        "2001-12-20", "open", False, id="plans are no fulfilment",
    ),
    pytest.param(
        ("2009-12-08", "Pakistan will shoot down any drone that enters its airspace, Air Chief "
         "Marshal Rao Qamar Suleman said on Tuesday."),
        [
            ("2009-12-15", "Pakistan denied on Monday that it had shot down a drone."),
        ],
        "2009-12-16", "open", False, id="denial",
    ),
    pytest.param(
        ("2011-08-07", "Syria promised on Sunday to pull its tanks out of Hama by August 10."),
        [
            ("2011-08-12", "Syrian tanks were still in Hama on Friday."),
        ],
        "2011-08-13", "broken", None, id="still in",
    ),
    pytest.param(
        ("2008-09-19", "North Korea will restart its reactor at Yongbyon unless Washington lifts the "
         "sanctions, the Foreign Ministry said on Friday."),
        [
            ("2008-09-25", "North Korea restarted its reactor at Yongbyon on Wednesday."),
        ],
        "2008-09-26", "kept", False, id="restarted",
    ),
    pytest.param(
        ("2008-06-26", "The United States will lift the sanctions once North Korea destroys the "
         "cooling tower, President George W. Bush promised on Thursday."),
        [
            ("2008-06-28", "North Korea blew up the cooling tower on Friday."),
            ("2008-07-10", "Washington has refused to lift the sanctions."),
        ],
        "2008-07-11", "broken", True, id="refused to lift",
    ),
    pytest.param(
        ("2006-03-25", "Chad will break off relations with Sudan if the rebels attack N'Djamena, "
         "President Idriss Deby said on Saturday."),
        [
            ("2006-04-14", "The rebels attacked N'Djamena on Thursday."),
            ("2006-04-15", "Chad severed relations with Sudan on Friday."),
        ],
        "2006-04-16", "kept", True, id="severed for break off",
    ),
    pytest.param(
        ("1999-08-03", "Japan will stop rice aid to North Korea if it launches a missile, Chief "
         "Cabinet Secretary Hiromu Nonaka said on Tuesday."),
        [
            ("1999-08-14", "North Korea launched a missile over the sea on Friday."),
        ],
        "1999-08-20", "open", True, id="condition came, not yet known",
    ),
    pytest.param(
        ("1999-08-03", "Japan will stop rice aid to North Korea if it launches a missile, Chief "
         "Cabinet Secretary Hiromu Nonaka said on Tuesday."),
        [
            ("1999-08-14", "North Korea launched a missile over the sea on Friday."),
        ],
        "1999-09-20", "broken", True, id="21 days gone",
    ),
    pytest.param(
        ("2005-03-01", "Burundi will free the forty prisoners by Easter, Justice Minister Clotilde "
         "Niragira promised on Tuesday."),
        [
            ("2005-03-26", "Burundi set the forty prisoners free on Saturday."),
        ],
        "2005-03-27", "kept", None, id="set free",
    ),
    pytest.param(
        ("2003-04-07", "Spain will recall its envoy if Cuba executes the three hijackers, Foreign "
         "Minister Ana Palacio warned on Monday."),
        [
            ("2003-04-12", "Cuba has executed the three hijackers."),
            ("2003-04-30", "Spain kept its envoy in Havana."),
        ],
        "2003-05-10", "broken", True, id="kept, for not recalled",
    ),
    pytest.param(
        ("2009-06-05", "Ethiopia will boycott the summit unless Egypt is left out, Foreign Minister "
         "Seyoum Mesfin said on Friday."),
        [
            ("2009-06-30", "Ethiopia took its seat at the summit on Tuesday, although Egypt was there."),
        ],
        "2009-07-01", "broken", False, id="took its seat",
        marks=pytest.mark.xfail(strict=True, reason="no table knows taking a seat for no boycott"),
    ),
    pytest.param(
        ("2005-08-01", "Nigeria will not hand over Charles Taylor, President Olusegun Obasanjo said on Monday."),
        [
            ("2006-03-26", "Nigeria surrendered Charles Taylor to Liberia on Saturday."),
        ],
        "2006-03-27", "broken", None, id="surrendered for hand over",
    ),
    pytest.param(
        ("1984-11-04", "Morocco will walk out of the conference if the Polisario is seated, King "
         "Hassan II said on Sunday."),
        [
            ("1984-11-13", "The Polisario was seated on Monday, and Morocco walked out."),
        ],
        "1984-11-14", "kept", True, id="walked out",
    ),
    pytest.param(
        ("1973-10-18", "Saudi Arabia will cut off oil to the Netherlands unless The Hague stops its arms "
         "shipments, the oil minister, Ahmed Tawil, said on Thursday."),
        [
            ("1973-10-30", "The cut-off of Saudi oil to the Netherlands took effect on Monday."),
        ],
        "1973-10-31", "kept", False, id="the cut-off took effect",
    ),
    pytest.param(
        ("1952-03-03", "British troops will stay in Suez until Egypt guarantees the canal, Foreign Secretary "
         "Anthony Marlow said on Monday."),
        [
            ("1952-06-10", "The last British troops left Suez on Monday, though Egypt has given no guarantee for "
             "the canal."),
        ],
        "1952-06-11", "broken", False, id="left before what they would stay for",
    ),
    pytest.param(
        ("2006-08-14", "The blockade of Lebanon will remain in place until the two soldiers are returned, "
         "Israeli Defence Minister Amir Pinhas said on Monday."),
        [
            ("2006-09-08", "Israel lifted its blockade of Lebanon on Thursday."),
        ],
        "2006-09-09", "broken", False, id="lifted before it was to be",
    ),
    pytest.param(
        ("1990-08-28", "The embargo on Iraq will remain until its army is out of Kuwait, the American "
         "ambassador, Thomas Pickett, said on Tuesday."),
        [
            ("1990-11-10", "The embargo on Cuba was lifted on Friday."),
        ],
        "1990-11-11", "open", False, id="the embargo on another",
    ),
    pytest.param(
        ("1962-12-01", "India will return the Chinese prisoners by Christmas, Defence Minister Y. B. Chandra "
         "promised on Saturday."),
        [
            ("1962-12-12", "India returned two Pakistani prisoners on Tuesday."),
        ],
        "1962-12-13", "open", None, id="prisoners of another people",
    ),
    pytest.param(
        ("2003-01-10", "North Korea will restart the reactor if the oil is not delivered by March 31, its "
         "envoy, Pak Chol, said on Friday."),
        [
            ("2003-02-08", "Analysts doubt that North Korea will make good on its threat to restart the reactor."),
        ],
        "2003-02-09", "open", False, id="a doubt that it will be made good",
    ),
    pytest.param(
        ("1950-07-01", "Turkey will send a brigade to Korea, Foreign Minister Fuat Koray promised on Saturday."),
        [
            ("1950-09-25", "Turkey went back on its promise of a brigade for Korea, to the anger of Washington."),
        ],
        "1950-09-26", "broken", None, id="went back on",
    ),
    pytest.param(
        ("1977-04-10", "Morocco will fly troops to Zaire if the rebels take Kolwezi, King Hassan said on "
         "Sunday."),
        [
            ("1977-04-20", "The rebels took Kolwezi on Tuesday."),
            ("1977-05-02", "Nothing came of King Hassan's promise to fly troops to Zaire."),
        ],
        "1977-05-03", "broken", True, id="nothing came of",
    ),
    pytest.param(
        ("1986-03-20", "Any ship that crosses the line of death will be sunk, Libyan Admiral Salem Farouk said "
         "on Thursday."),
        [
            ("1986-03-25", "Three American cruisers crossed the line of death on Monday, and nothing happened."),
        ],
        "1986-03-26", "broken", True, id="and nothing happened",
    ),
    pytest.param(
        ("1983-09-02", "Korean fishermen will boycott Soviet ports until Moscow apologises for the airliner, "
         "their union, led by Kim Dae-sik, announced on Friday."),
        [
            ("1984-05-01", "The Korean fishermen ended their boycott of Soviet ports on Monday, although Moscow "
             "has never apologised."),
        ],
        "1984-05-02", "broken", False, id="ended what was to last until",
    ),
    pytest.param(
        ("1995-07-04", "We will not leave Srebrenica, the commander of the Dutch battalion, Colonel Tom Karre, "
         "said on Tuesday."),
        [
            ("1995-07-22", "The last refugees left Srebrenica on Friday."),
        ],
        "1995-07-23", "open", None, id="civilians left",
    ),
    pytest.param(
        ("1999-04-15", "Hungary will close its air space to NATO if a single bomb falls on Subotica, Prime "
         "Minister Viktor Orsi said on Thursday."),
        [
            ("1999-04-20", "Bombs fell on Novi Sad on Monday night."),
        ],
        "1999-05-20", "open", False, id="bombs on another town",
    ),
    pytest.param(
        ("1984-01-10", "The rebels will free the two pilots as soon as the bombing of Juba stops, John Garan, "
         "their leader, said on Tuesday."),
        [
            ("1984-01-25", "The rebels freed a Swiss nurse on Tuesday."),
        ],
        "1984-01-26", "open", False, id="freed somebody else",
    ),
    pytest.param(
        ("1922-09-16", "Britain will fight if the Turks enter the neutral zone at Chanak, Mr Winston Churchley "
         "announced on Saturday."),
        [
            ("1922-09-24", "Turkish cavalry rode into the neutral zone at Chanak on Saturday."),
        ],
        "1922-09-25", "open", True, id="rode into, for enter",
    ),
    pytest.param(
        ("2011-02-02", "Bahrain will free the twenty doctors, Justice Minister Khalid Nasser promised on "
         "Wednesday."),
        [
            ("2011-02-20", "Nurses demanded a full inquiry after the arrest of the twenty doctors on Saturday."),
        ],
        "2011-02-21", "open", None, id="after an arrest, not a release",
    ),
    pytest.param(
        ("2011-02-02", "Bahrain will free the twenty doctors, Justice Minister Khalid Nasser promised on "
         "Wednesday."),
        [
            ("2011-02-20", "The ward reopened on Saturday after the release of the twenty doctors."),
        ],
        "2011-02-21", "kept", None, id="after the release",
    ),
    pytest.param(
        ("1945-05-10", "Marshal Tito's troops will leave Trieste by June 12, Belgrade promised on Thursday."),
        [
            ("1945-06-13", "Yugoslav troops evacuated Trieste on Tuesday."),
        ],
        "1945-06-14", "kept", None, id="a marshal's troops are his state's",
    ),
    pytest.param(
        ("1945-05-10", "Marshal Tito's troops will leave Trieste by June 12, Belgrade promised on Thursday."),
        [
            ("1945-05-30", "New Zealand troops left Trieste for Udine on Tuesday."),
        ],
        "1945-05-31", "open", None, id="the troops of another state",
    ),
    pytest.param(
        ("1973-05-28", "Iceland will ban NATO flights from Keflavik unless the British frigates leave, Prime "
         "Minister Olafur Johansson said on Monday."),
        [
            ("1973-10-04", "The British frigates sailed home on Wednesday."),
        ],
        "1973-10-05", "averted", True, id="nothing named but who is to leave",
    ),
    pytest.param(
        ("1973-05-28", "Iceland will ban NATO flights from Keflavik unless the British frigates leave, Prime "
         "Minister Olafur Johansson said on Monday."),
        [
            ("1973-06-04", "A Danish frigate sailed home on Sunday."),
        ],
        "1973-06-05", "open", False, id="another's frigate",
    ),
    pytest.param(
        ("1975-06-29", "Turkey will close the Incirlik air base if Congress votes the resolution, Prime Minister "
         "Suleyman Demir said on Sunday."),
        [
            ("1975-07-26", "On May 3 Congress voted the resolution. On Saturday Turkey closed the Incirlik air base."),
        ],
        "1975-07-27", "kept", True, id="May is a month here",
    ),
    pytest.param(
        ("1955-03-01", "Britain will send a brigade to Malta if the dockyard is attacked, Colonial Secretary Anthony "
         "Lennox said on Tuesday."),
        [
            ("1955-03-20", "The dockyard was attacked on Saturday, and Britain stood by its pledge."),
        ],
        "1955-03-21", "kept", True, id="who stands by a pledge does not stand by",
    ),
    pytest.param(
        ("1986-03-20", "Libya will send its envoy to Malta in April, Foreign Minister Salem Farouk promised on "
         "Thursday."),
        [
            ("1986-03-25", "The Libyan envoy went back on Monday."),
        ],
        "1986-03-26", "open", None, id="back on a day",
    ),
    pytest.param(
        ("1996-03-04", "Russia demanded on Monday that Turkey withdraw its troops from Syria."),
        [
            ("1996-03-09", "Turkey withdrew its troops from Iraq on Friday."),
        ],
        "1996-03-20", "open", False, id="out of another land",
    ),
    pytest.param(
        ("1996-03-04", "France promised on Monday to sell missiles to India."),
        [
            ("1996-03-09", "France sold missiles to Pakistan on Friday."),
        ],
        "1996-03-20", "open", None, id="sold to another",
    ),
    pytest.param(
        ("1996-03-04", "Iran promised on Monday not to sell oil to Turkey."),
        [
            ("1996-03-09", "Iran sold oil to Greece on Friday."),
        ],
        "1996-03-20", "open", None, id="what is ruled out for one is free for another",
    ),
    pytest.param(
        ("1996-03-04", "Iran warned on Monday that an attack on Kuwait would lead to war."),
        [
            ("1996-04-10", "Kuwait attacked Iraq on Tuesday."),
        ],
        "1996-04-20", "open", False, id="who was to be attacked attacks",
    ),
    pytest.param(
        ("1996-03-05", "Iran threatened on Monday to attack Bahrain unless the United States leaves the Gulf."),
        [
            ("1996-04-10", "Iran was quiet."),
        ],
        "1996-05-10", "open", False, id="the day of speaking is no deadline",
    ),
    pytest.param(
        ("1996-03-04", "Norway promised on Monday that its ships will not leave the Barents Sea."),
        [
            ("1996-04-02", "Norwegian ships fished in the Barents Sea on Tuesday."),
        ],
        "1996-04-10", "open", None, id="ships are no shipping",
    ),
    pytest.param(
        ("1996-03-12", "Turkey threatened on Tuesday to send ships to Cyprus unless Greece leaves Rhodes."),
        [
            ("1996-03-16", "An Italian deadline for Greece to pay its debts passed on Saturday."),
        ],
        "1996-05-16", "open", False, id="the deadline of somebody else",
    ),
    pytest.param(
        ("1996-03-29", "Albania promised on Friday to open the Corfu Channel if Greece frees the sailors."),
        [
            ("1996-04-02", "Greece freed the sailors on Monday. Albania reopened the Corfu Channel on Tuesday."),
        ],
        "1996-06-02", "kept", True, id="opened again is opened",
    ),
    pytest.param(
        ("1996-03-04", "Italy promised on Monday that it would send two ferries to Vlore within a week."),
        [
            ("1996-03-25", "Two Italian ferries arrived in Vlore on Monday, two weeks late."),
        ],
        "1996-04-25", "broken", None, id="done after its time",
    ),
    pytest.param(
        ("1996-03-16", "Greek Prime Minister Costas Simitis said on Saturday that Greece would cut off electricity to "
         "Albania if the channel is not reopened within 72 hours."),
        [
            ("1996-03-20", "Greece cut off electricity to Albania on Wednesday."),
        ],
        "1996-04-25", "kept", True, id="a length behind if not",
    ),
    pytest.param(
        ("1996-03-04", "Iran threatened on Monday to close the Strait of Hormuz if the United States sends a "
                       "carrier to the "
         "Gulf."),
        [
            ("1996-03-12", "It is not true that the United States sent a carrier to the Gulf."),
        ],
        "1996-03-20", "open", False, id="called untrue",
    ),
    pytest.param(
        ("1996-03-04", "Iran threatened on Monday to close the Strait of Hormuz if the United States sends a "
                       "carrier to the "
         "Gulf."),
        [
            ("1996-03-12", "Unconfirmed rumours said that the United States had sent a carrier to the Gulf."),
        ],
        "1996-03-20", "open", False, id="a rumour",
    ),
    pytest.param(
        ("1996-03-04", "Iran threatened on Monday to close the Strait of Hormuz if the United States sends a "
                       "carrier to the "
         "Gulf."),
        [
            ("1996-03-12", "The United States almost sent a carrier to the Gulf."),
        ],
        "1996-03-20", "open", False, id="almost",
    ),
    pytest.param(
        ("1996-03-04", "Iran threatened on Monday to close the Strait of Hormuz if the United States sends a "
                       "carrier to the "
         "Gulf."),
        [
            ("1996-03-12", "The United States considered sending a carrier to the Gulf."),
        ],
        "1996-03-20", "open", False, id="only considered",
    ),
    pytest.param(
        ("1996-03-04", "Iran threatened on Monday to close the Strait of Hormuz if the United States sends a "
                       "carrier to the "
         "Gulf."),
        [
            ("1996-03-12", "Had the United States sent a carrier to the Gulf, Iran would have closed the Strait of "
                           "Hormuz."),
        ],
        "1996-03-20", "open", False, id="what would have been",
    ),
    pytest.param(
        ("1996-03-04", "Iran threatened on Monday to close the Strait of Hormuz if the United States sends a "
                       "carrier to the "
         "Gulf."),
        [
            ("1996-03-12", "The claim that Iran closed the Strait of Hormuz was a hoax."),
        ],
        "1996-03-20", "open", False, id="a hoax",
    ),
    pytest.param(
        ("1996-03-04", "Iran threatened on Monday to close the Strait of Hormuz if the United States sends a "
                       "carrier to the "
         "Gulf."),
        [
            ("1996-03-12", "In an exercise on Monday, Iran closed the Strait of Hormuz for an hour."),
        ],
        "1996-03-20", "open", False, id="in an exercise",
    ),
    pytest.param(
        ("1962-10-23", "The United States Navy will fire on Soviet ships if they cross the line, Defense Secretary "
         "Robert McNamara said on Tuesday."),
        [
            ("1962-11-01", "American warships resumed the quarantine on Thursday."),
        ],
        "1962-11-05", "open", False, id="what is resumed is what it says and nothing else",
    ),
]
# fmt: on


@pytest.mark.parametrize(("signal", "later", "day", "outcome", "met"), ROWS)
def test_what_became_of_a_signal(
    tmp_path: Path, signal: Printed, later: list[Printed], day: str, outcome: str, met: bool | None
) -> None:
    """By what later papers tell of it, in whatever words."""
    found = first_line(tmp_path, [signal, *later], day).fate

    assert (found.outcome.value, found.condition_met) == (outcome, met)

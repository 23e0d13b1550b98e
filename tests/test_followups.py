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
]
# fmt: on


@pytest.mark.parametrize(("signal", "later", "day", "outcome", "met"), ROWS)
def test_what_became_of_a_signal(
    tmp_path: Path, signal: Printed, later: list[Printed], day: str, outcome: str, met: bool | None
) -> None:
    """By what later papers tell of it, in whatever words."""
    found = first_line(tmp_path, [signal, *later], day).fate

    assert (found.outcome.value, found.condition_met) == (outcome, met)

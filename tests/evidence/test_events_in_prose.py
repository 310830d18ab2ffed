"""Prose as it is printed, read from the start, and the events a careful reader finds in it."""

from __future__ import annotations

import pytest

from detente.documents.read import from_bytes
from detente.evidence.items import Event
from detente.evidence.model import Model, available_model, load_model
from detente.evidence.read import read

# (sentence, events as "type | time | place | participants | status").
PROSE: tuple[tuple[str, set[str]], ...] = (
    (
        "The foreign ministers of Norway and Chile met in Oslo on 3 March 2031.",
        {"meeting | 3 March 2031 | Oslo | state:CHL state:NOR | past"},
    ),
    (
        "A ceasefire agreement was signed by Peru and Ecuador in Quito on 12 May 2030.",
        {"agreement | 12 May 2030 | Quito | state:ECU state:PER | past"},
    ),
    (
        "Chilean President Luis Vega will travel to Peru on Monday for talks with his "
        "counterpart Ana Soto.",
        {"visit | Monday | Peru | per:soto per:vega state:PER | planned"},
    ),
    (
        "Kenyan forces withdrew from the border town of Moyale on 4 June.",
        {"other | 4 June | Moyale | grp:KEN-forces | past"},
    ),
    (
        "Ethiopia launched an airstrike on the Sudanese town of Gallabat last week, killing "
        "nine people.",
        {"attack | last week | Gallabat | state:ETH state:SDN | past"},
    ),
    (
        "Rebels attacked a convoy of Ugandan soldiers near Goma on Friday.",
        {"attack | Friday | Goma | grp:UGA-soldiers grp:rebels | past"},
    ),
    (
        "The parliament of Norway ratified the treaty on 9 April 2029.",
        {"agreement | 9 April 2029 | - | state:NOR | past"},
    ),
    (
        "Members of the European Union voted on Thursday to extend sanctions against Belarus.",
        {"vote | Thursday | - | org:EU state:BLR | past"},
    ),
    (
        "Envoys from Japan and South Korea gathered in Geneva for a third round of talks on "
        "17 October.",
        {
            "meeting | - | Geneva | state:JPN state:KOR | past",
            "meeting | 17 October | Geneva | state:JPN state:KOR | past",
        },
    ),
    (
        "The delegations of Armenia and Turkey are expected to meet in Vienna next month.",
        {"meeting | next month | Vienna | state:ARM state:TUR | planned"},
    ),
    (
        "Peace talks between the Sudanese government and the rebels collapsed in Jeddah in "
        "December.",
        {"meeting | December | Jeddah | grp:rebels state:SDN | past"},
    ),
    (
        "Speaking at a news conference in Nairobi, Kenyan Foreign Minister Grace Otieno said "
        "the border would reopen.",
        {"statement_event | - | Nairobi | per:otieno | past"},
    ),
    (
        "Iran and Saudi Arabia restored diplomatic relations in 2023 after talks hosted by "
        "China in Beijing.",
        {"other | 2023 | Beijing | state:IRN state:SAU | past"},
    ),
    (
        "The president of Ghana was sworn in on 7 January 2029.",
        {"election | 7 January 2029 | - | state:GHA | past"},
    ),
    (
        "The United Nations Security Council adopted a resolution on Mali on Wednesday.",
        {"vote | Wednesday | - | org:UNSC state:MLI | past"},
    ),
    (
        "Denmark and Sweden, together with Norway, announced a joint patrol on Monday.",
        {"statement_event | Monday | - | state:DNK state:NOR state:SWE | past"},
    ),
    (
        "Colombia expelled the Venezuelan ambassador on 2 February.",
        {"other | 2 February | - | state:COL state:VEN | past"},
    ),
    (
        "Prisoners were exchanged between Azerbaijan and Armenia on 13 December.",
        {"humanitarian | 13 December | - | state:ARM state:AZE | past"},
    ),
    (
        "The agreement, brokered by Qatar, was reached in Doha on 15 January 2025.",
        {"agreement | 15 January 2025 | Doha | state:QAT | past"},
    ),
    (
        "Elections in Bolivia will be held on 19 October.",
        {"election | 19 October | Bolivia | - | planned"},
    ),
    (
        "The foreign minister of Chile is scheduled to arrive in Lima on Thursday.",
        {"visit | Thursday | Lima | state:CHL state:PER | planned"},
    ),
    (
        "In a joint statement issued after the meeting in Manila, Japan and the Philippines "
        "condemned the incursion.",
        {"meeting | - | Manila | - | past", "statement_event | - | - | state:JPN state:PHL | past"},
    ),
    (
        "Troops from Rwanda crossed into Congo in January 2025.",
        {"other | January 2025 | - | grp:RWA-troops state:COD | past"},
    ),
    (
        "The ambassadors of France and Germany were summoned to the foreign ministry in "
        "Tehran on Monday.",
        {"other | Monday | Tehran | state:DEU state:FRA | past"},
    ),
    (
        "Turkish President Kemal Aydin hosted Greek Prime Minister Nikos Pappas in Ankara on "
        "7 December.",
        {"meeting | 7 December | Ankara | per:aydin per:pappas | past"},
    ),
    (
        "The first meeting of the Peru-Chile commission took place in Arica on 3 July 2030.",
        {"meeting | 3 July 2030 | Arica | state:CHL state:PER | past"},
    ),
    (
        "South Korea and Japan will hold a summit in Seoul in the spring.",
        {"meeting | - | Seoul | state:JPN state:KOR | planned"},
    ),
    (
        "The leaders of India, Nepal and Bhutan signed a water treaty in Kathmandu on 8 "
        "August 2030.",
        {"agreement | 8 August 2030 | Kathmandu | state:BTN state:IND state:NPL | past"},
    ),
    (
        "A drone attack on the airport in Port Sudan on Tuesday was blamed on the rebels.",
        {"attack | Tuesday | Port Sudan | - | past"},
    ),
    (
        "The European Commission imposed tariffs on Chinese cars in October 2030.",
        {"sanction | October 2030 | - | org:EuropeanCommission state:CHN | past"},
    ),
    (
        "Russia’s invasion of Ukraine in February 2022 ended the talks.",
        {"conflict | February 2022 | Ukraine | state:RUS state:UKR | past"},
    ),
    (
        "The government of Chad closed its embassy in Khartoum on 1 March.",
        {"other | 1 March | Khartoum | state:TCD | past"},
    ),
    (
        "Norway recognised the State of Palestine on 28 May 2024.",
        {"other | 28 May 2024 | - | state:NOR state:PSE | past"},
    ),
    (
        "Kenya’s president flew to Addis Ababa on Sunday to mediate between Ethiopia and Eritrea.",
        {"visit | Sunday | Addis Ababa | state:ETH state:KEN | past"},
    ),
    (
        "Delegates from 40 countries attended the conference in Bonn in June.",
        {"meeting | June | Bonn | - | past"},
    ),
    (
        "The talks, which were held in Muscat on 12 April, were led by Iranian Foreign "
        "Minister Reza Karimi and U.S. envoy Paul Baker.",
        {"meeting | 12 April | Muscat | per:baker per:karimi | past"},
    ),
    (
        "Ethiopian troops entered Somalia last Wednesday after Kenya pulled its soldiers out "
        "of the border area.",
        {"other | last Wednesday | - | grp:ETH-troops state:SOM | past"},
    ),
    (
        "Kenya's president announced the initiative at a press conference in Nairobi on "
        "Saturday, flanked by General Abdi Warsame and the speaker of the Somali parliament.",
        {"statement_event | Saturday | Nairobi | state:KEN | past"},
    ),
    (
        "The deal calls for a ceasefire starting on Monday and the withdrawal of all foreign "
        "forces from the territory.",
        {"agreement | Monday | - | - | planned"},
    ),
    (
        "The United Arab Emirates, Jordan and Saudi Arabia welcomed the plan, while Turkey "
        "rejected it on Sunday.",
        {"other | Sunday | - | state:TUR | past"},
    ),
    (
        "U.S. President Joan Miller congratulated Armenian Prime Minister Levon Petrosyan on "
        "Friday.",
        {"statement_event | Friday | - | per:miller per:petrosyan | past"},
    ),
    (
        "The leaders of Norway and Denmark were received by King Hassan at the royal palace "
        "in Rabat.",
        {"meeting | - | Rabat | per:hassan state:DNK state:NOR | past"},
    ),
    (
        "In Geneva on 21 October 2034, the Kingdom of Norway and the Republic of Chad signed "
        "a framework accord.",
        {"agreement | 21 October 2034 | Geneva | state:NOR state:TCD | past"},
    ),
    (
        "Delegations of the governments of Norway and the Republic of Chad held talks in "
        "Geneva from 23 September to 21 October 2034.",
        {"meeting | 23 September to 21 October 2034 | Geneva | state:NOR state:TCD | past"},
    ),
    (
        "Experts from both countries will meet in Vienna in November to discuss the "
        "implementation of the accord.",
        {"meeting | November | Vienna | - | planned"},
    ),
    (
        "Chinese Vice Premier Li Wen and U.S. Treasury Secretary Mark Dole concluded two days"
        " of trade talks in Madrid on Sunday.",
        {"meeting | Sunday | Madrid | per:dole per:li | past"},
    ),
    (
        "The adviser to the head of the presidential office, Ivan Bondar, said in an "
        "interview with Radio Liberty on Tuesday that the treaty would be signed.",
        {"statement_event | Tuesday | - | org:RFERL per:bondar | past"},
    ),
    (
        "On Monday, Peru recalled its ambassador from Quito.",
        {"other | Monday | Quito | state:PER | past"},
    ),
    (
        "Serbia and Kosovo normalised economic ties under a deal signed at the White House in"
        " September 2030.",
        {"agreement | September 2030 | White House | state:SRB state:XKX | past"},
    ),
    (
        "Pakistan shot down two Indian jets on 27 February.",
        {"attack | 27 February | - | state:IND state:PAK | past"},
    ),
    (
        "The summit was attended by the presidents of Kenya, Uganda and Rwanda.",
        {"meeting | - | - | state:KEN state:RWA state:UGA | past"},
    ),
    (
        "UN Secretary-General Anna Berg called for an immediate truce on Monday.",
        {"statement_event | Monday | - | per:berg | past"},
    ),
    (
        "Sudan's army chief met with Egyptian President Samir Helmy in Cairo, Egypt's state "
        "news agency reported.",
        {"meeting | - | Cairo | per:helmy state:SDN | past"},
    ),
    (
        "Norway and Chad met in Oslo on Monday. They signed a fishing accord on Tuesday.",
        {
            "agreement | Tuesday | - | state:NOR state:TCD | past",
            "meeting | Monday | Oslo | state:NOR state:TCD | past",
        },
    ),
    (
        "“I met President Soto in Lima last week,” said Chilean President Luis Vega.",
        {"meeting | last week | Lima | per:soto per:vega | past"},
    ),
    (
        "The talks between the Chilean government, Peru and the rebels were held in Quito on "
        "3 May.",
        {"meeting | 3 May | Quito | grp:rebels state:CHL state:PER | past"},
    ),
    (
        "Kenya’s brutal and unjustified invasion of Somalia began in 2031.",
        {"conflict | 2031 | Somalia | state:KEN state:SOM | past"},
    ),
    (
        "Chad, the Republic of Kenya (ROK), and Peru signed a pact in Lima on 4 July 2031.",
        {"agreement | 4 July 2031 | Lima | state:KEN state:PER state:TCD | past"},
    ),
    (
        "In July, Norway called the 1967 borders unfair.",
        set(),
    ),
    (
        "Peru imported 3 million tonnes of Chilean copper in 2030.",
        set(),
    ),
    (
        "Norway remained neutral in 2031.",
        set(),
    ),
    (
        "Officials from Norway and Chad will hold consultations on Thursday.",
        {"meeting | Thursday | - | state:NOR state:TCD | planned"},
    ),
    (
        "The Norwegian delegation met Kenyan envoys in Oslo on Friday.",
        {"meeting | Friday | Oslo | grp:KEN-envoys grp:NOR-delegation state:KEN state:NOR | past"},
    ),
)
# These take a parse to be read whole.
PARSED: tuple[tuple[str, set[str]], ...] = (
    (
        "Brazil hosted the summit of the African Union in Recife last year.",
        {"meeting | last year | Recife | org:AfricanUnion state:BRA | past"},
    ),
    (
        "The Swedish delegation, led by Foreign Minister Karin Lindgren, left Cairo on Sunday.",
        {"visit | Sunday | - | grp:SWE-delegation state:EGY | past"},
    ),
    (
        "Peru’s foreign minister, Ana Soto, telephoned her Chilean counterpart, Luis Vega, on"
        " Saturday.",
        {"meeting | Saturday | - | per:soto per:vega | past"},
    ),
    (
        "President Ana Soto, who met Vega in Santiago last month, called the visit a success.",
        {"meeting | last month | Santiago | per:soto per:vega | past"},
    ),
    (
        "Ana Soto was in Quito for talks on Monday.",
        {"meeting | Monday | Quito | per:soto | past"},
    ),
    (
        "During telephone conversations in late May, Chilean President Luis Vega asked Peruvian "
        "President Ana Soto to wait.",
        {"meeting | late May | - | per:soto per:vega | past"},
    ),
)


def found_in(sentence: str, model: Model | None) -> set[str]:
    text = f"A note on the week.\n\n{sentence}"
    return {short(e) for e in read(from_bytes("t.txt", text.encode()), model=model).events}


def short(e: Event) -> str:
    time = "-" if e.time_span is None else e.time_span.text
    people = " ".join(sorted(e.participants)) or "-"
    return f"{e.type} | {time} | {e.place or '-'} | {people} | {e.status}"


@pytest.fixture(scope="module")
def model() -> Model:
    if available_model() is None:
        pytest.skip("no spaCy model is installed")
    return load_model(tagger=False)


@pytest.mark.parametrize(("sentence", "expected"), PROSE)
def test_events_in_prose(sentence: str, expected: set[str]) -> None:
    assert found_in(sentence, None) == expected


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "expected"), [*PROSE, *PARSED])
def test_events_in_prose_with_a_parse(sentence: str, expected: set[str], model: Model) -> None:
    assert found_in(sentence, model) == expected

"""Figures whose noun, number or currency is left out, and words that only look like loosening."""

from __future__ import annotations

import pytest

from tests.evidence.speech_cast import read_speech
from tests.evidence.test_figure_sources import figures_of
from tests.evidence.times_of import quantities

# (text, its figures as "span=value unit", "~" for one that is loosened)
FIGURES = [
    ("Roughly a third of the 970-kilometre dyke leaks.", ["33.3333 percent ~", "970 km"]),
    ("Navies escort eleven reflagged island tankers.", ["11 tanker"]),
    ("They let go 181 sailors, and the port releases 706.", ["181 persons", "706 persons"]),
    ("Three sailors and four cooks were freed.", []),
    ("It has about 2,500 advisers and thirty trainers.", ["2500 persons ~", "30 persons"]),
    ("The valley's thousand policemen cannot do it.", ["1000 persons"]),
    ("They crossed the Million Dollar Bridge.", []),
    ("By the thousand they came.", []),
    ("He preferred the troops, of whom some 4,000 are there.", ["4000 persons ~"]),
    ("The port, 3,000 of whose sailors left, is silent.", ["3000 persons"]),
    ("It ordered forty ships, of which 12 have come.", ["40 ship", "12 ship"]),
    ("The advisers, of whom there are fifty, stay on.", ["50 persons"]),
    ("The army is 12,000 strong.", ["12000 persons"]),
    ("A force of 600 and a crew of 120 left.", ["600 persons", "120 persons"]),
    ("It is a country of twenty million.", ["20000000 persons"]),
    ("It gave 400 licences, as against 270 before.", ["400 licence", "270 licence"]),
    ("It has 40 ships, up from 25.", ["40 ship", "25 ship"]),
    ("Fourteen of seventeen articles stand.", ["14 article", "17 article"]),
    ("The navy sent 600 blue helmets.", ["600 persons"]),
    ("They read eleven such papers.", ["11 paper"]),
    ("They will buy twelve Gripen fighters.", ["12 fighter"]),
    ("It met 40 lobbyists and twelve horsewomen.", ["40 persons", "12 persons"]),
    ("They withdrew the troops – between 3,000 and 4,000.", ["3000-4000 persons"]),
    ("The garrison went down from 35,000 men to 650.", ["35000 persons", "650 persons"]),
    ("It cut the duty on wheat flour of the islands from 30 to 10 percent.", None),
    ("It costs 30 million pula.", ["30000000 BWP"]),
    ("It owes 400 million Fijian dollars.", ["400000000 FJD"]),
    ("It cost 40 million marks and 60 million ecus.", ["40000000 DEM", "60000000 XEU"]),
    ("It lent $3 billion and is owed 4.1 billion.", ["3000000000 USD", "4100000000 USD"]),
    ("It borrowed $3 billion. It still owes 4.1 billion.", ["3000000000 USD", "4100000000 None"]),
    ("It pledged 150 million to the fund.", ["150000000 None"]),
    ("It burns 74 billion m³, or 10 bcm a year.", ["74000000000 m3", "10000000000 m3_per_year"]),
    ("It sank by 40 centimetres.", ["40 centimetre"]),
    ("It owns the Lakeland half of the field.", []),
    ("Two fifths of its gas come from here, a further sixth from there.", None),
    ("Another third party was asked.", []),
    # looks like loosening, is none
    ("It is repaid over ten years.", ["10 year"]),
    ("The talks went on for over ten years.", ["10 year ~"]),
    ("They must hand over 22 commanders.", ["22 persons"]),
    ("News about eleven other sailors came.", ["11 persons"]),
    ("The dispute over some 340 square kilometres goes on.", ["340 km2 ~"]),
    ("Over 40 ships burned.", ["40 ship ~"]),
]
LONGER = {
    "It cut the duty on wheat flour of the islands from 30 to 10 percent.": [
        "30 percent",
        "10 percent",
    ],
    "Two fifths of its gas come from here, a further sixth from there.": [
        "40 percent",
        "16.6667 percent",
    ],
}


@pytest.mark.parametrize(("text", "answer"), FIGURES)
def test_what_is_left_out_of_a_figure_comes_from_around_it(
    text: str, answer: list[str] | None
) -> None:
    found = [
        (f"{q.low:g}-{q.high:g}" if q.low is not None and q.high is not None else _number(q.value))
        + f" {q.unit}"
        + (" ~" if q.approx else "")
        for q in quantities(text)
    ]
    assert found == (LONGER[text] if answer is None else answer)


def _number(value: float | None) -> str:
    return f"{value:.14g}" if value is not None else ""


# (text, source of its first figure)
SOURCES = [
    ("Some 7,000 people died, by the Coast League’s count.", "org:league"),
    ("By the Lakeland Bank’s own reckoning, trade fell 8%.", "org:bank"),
    ("It holds between 300 and 400 ships by the estimate of the Coast League.", "org:league"),
    ("A Coast League survey of 1,001 adults put support at 66 percent.", "org:league"),
    ("The Lakeland Bank put the cost at 14 million euros.", "org:bank"),
    # a deed, a right, a decision or a rate
    ("Ruritania put 14 ships at the disposal of Freedonia.", None),
    ("Ruritania claimed the bombing that killed forty sailors.", None),
    ("Marsh concluded that a line of 400 kilovolts should be built.", None),
    ("It pays $4 per million Ruritanian tiles.", None),
    ("The 40 million dollars in the Lakeland Bank’s accounts are frozen.", None),
]


@pytest.mark.parametrize(("text", "answer"), SOURCES)
def test_whose_reckoning_a_figure_is(text: str, answer: str | None) -> None:
    found = figures_of(read_speech(text))
    assert [q.source for q in found][-1] == answer

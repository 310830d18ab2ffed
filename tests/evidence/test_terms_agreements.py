"""Terms of agreements, declarations and speeches: duties, lists, procedure, warnings."""

from __future__ import annotations

import pytest

from detente.evidence.model import Model, available_model, load_model
from detente.evidence.terms import extract
from tests.evidence.negotiators import reading

# A sentence and its terms as "kind by -> to | words", the answers of a careful reader.
KNOWN: dict[str, list[str]] = {
    # ---- what a party will do
    "Boria shall withdraw its forces within six months.": [
        "concession state:BOR -> None | withdraw its forces within six months"
    ],
    "Each party will appoint two inspectors.": ["offer None -> None | appoint two inspectors"],
    "Both sides will open liaison offices.": ["offer None -> None | open liaison offices"],
    "Under the accord, Boria would dismantle its missiles.": [
        "offer state:BOR -> None | dismantle its missiles"
    ],
    "Selland will do everything in its power to help the fishermen.": [
        "offer state:SEL -> None | do everything in its power to help the fishermen"
    ],
    "Aravia is committed to sharing its charts.": ["offer state:ARA -> None | sharing its charts"],
    "The pledge to withdraw the patrol boats was a surprise.": [
        "concession None -> None | withdraw the patrol boats"
    ],
    # ---- what a party is bound to
    "Boria is required to report its stocks.": [
        "demand None -> state:BOR | Boria is required to report its stocks"
    ],
    "Boria is to hand over the lighthouse by May.": [
        "demand None -> state:BOR | Boria is to hand over the lighthouse by May"
    ],
    "The accord obliges Boria to open its ports.": [
        "demand None -> None | Boria to open its ports"
    ],
    "The treaty states that the strait will belong to Aravia.": [
        "procedural None -> None | strait will belong to Aravia"
    ],
    "The agreement gives Boria control over the upper valley.": [
        "offer None -> None | Boria control over the upper valley"
    ],
    "It is essential that the ferry stays open.": ["demand None -> None | ferry stays open"],
    "It is proposed that the dam be shared.": ["demand None -> None | dam be shared"],
    "The fleets must leave the strait.": ["demand None -> None | The fleets must leave the strait"],
    "Under the deal, Borian forces would pull back from the ridge.": [
        "concession state:BOR -> None | pull back from the ridge"
    ],
    "Aravia agreed to a ceasefire at midnight.": [
        "concession state:ARA -> None | ceasefire at midnight"
    ],
    "The two sides established a council on fishing.": [
        "procedural None -> None | established a council on fishing"
    ],
    "Oyen invited Keld to visit the dam.": ["procedural per:oyen -> per:keld | visit the dam"],
    "The initiative calls for the withdrawal of armed crews.": [
        "possible_outcome None -> None | withdrawal of armed crews"
    ],
    # ---- who is asked need be no actor of the text
    "We hereby call on the fishing fleets to leave the strait.": [
        "demand None -> None | leave the strait"
    ],
    "Oyen would like Boria to free the crew.": ["demand per:oyen -> state:BOR | free the crew"],
    "Keld would like to see an end to the raids.": ["demand per:keld -> None | end to the raids"],
    # ---- procedure
    "The observers will be deployed along the river.": [
        "procedural None -> None | The observers will be deployed along the river"
    ],
    "The ceasefire will take effect on Friday.": [
        "procedural None -> None | The ceasefire will take effect on Friday"
    ],
    "Talks are scheduled to resume in May.": [
        "procedural None -> None | Talks are scheduled to resume in May"
    ],
    # ---- threats
    "“There will be consequences,” Dano said.": [
        "threat per:dano -> None | There will be consequences"
    ],
    "“All options are on the table,” Keld said.": [
        "threat per:keld -> None | All options are on the table"
    ],
    "“We will not hesitate to close the strait,” Keld said.": [
        "threat per:keld -> None | We will not hesitate to close the strait"
    ],
    "The attack will not go unanswered, Dano warned.": [
        "threat per:dano -> None | The attack will not go unanswered"
    ],
    "Dano vowed that she would not give up the islands.": [
        "threat per:dano -> None | she would not give up the islands"
    ],
    "Aravia reserved the right to close the strait.": [
        "threat state:ARA -> None | close the strait"
    ],
    # ---- obstacles
    "Boria refused to free the boats.": ["obstacle state:BOR -> None | refused to free the boats"],
    "No agreement was reached on the islands.": [
        "obstacle None -> None | No agreement was reached on the islands"
    ],
    "Differences remain over the islands.": [
        "obstacle None -> None | Differences remain over the islands"
    ],
    "The blockade stands in the way of a deal.": [
        "obstacle None -> None | The blockade stands in the way of a deal"
    ],
    # ---- no terms
    "Boria refused to comment.": [],
    "Selland will travel to the summit.": [],
    "Selland will meet Aravia on Friday.": [],
    "It will rain in Boria.": [],
    "Boria was to join the league.": [],
    "The islands will be remembered.": [],
    "“I will tell you more tomorrow,” Dano said.": [],
    "The harbour is to the east.": [],
    "Dano is in charge of the port.": [],
    "Otters who live there will eat fish.": [],
}  # fmt: skip


def found(text: str, model: Model | None = None) -> list[str]:
    return [f"{t.kind} {t.by} -> {t.to} | {t.span.text}" for t in extract(reading(text, model))]


@pytest.mark.parametrize("text", KNOWN)
def test_known_answers(text: str) -> None:
    assert found(text) == KNOWN[text]


@pytest.fixture(scope="module")
def model() -> Model:
    if available_model() is None:
        pytest.skip("needs spaCy and an English model")
    return load_model(tagger=False)


@pytest.mark.model
@pytest.mark.parametrize("text", KNOWN)
def test_known_answers_with_a_parse(text: str, model: Model) -> None:
    assert found(text, model) == KNOWN[text]


LIST = """Joint Statement by Aravia and Boria

The two governments agree to the following steps:

- Reopen the ferry line, in order to help the towns and revive trade.

- Withdraw the patrol boats and share the charts of the strait.

- The weather in the strait.

Aravia is a coastal state.

- Remove nothing from this list."""


def test_each_bullet_under_an_agreement_is_an_undertaking_of_its_parties() -> None:
    made = [(t.kind, t.by, t.span.text) for t in extract(reading(LIST))]
    assert made == [
        ("offer", "state:ARA", "Reopen the ferry line"),
        ("concession", "state:ARA", "Withdraw the patrol boats"),
        ("offer", "state:ARA", "share the charts of the strait"),
    ]


def test_each_bullet_under_a_demand_is_demanded() -> None:
    text = "Dano demanded the following measures:\n\n- Release the crew.\n\n- Reopen the strait."
    assert [(t.kind, t.by, t.span.text) for t in extract(reading(text))][1:] == [
        ("demand", "per:dano", "Release the crew"),
        ("demand", "per:dano", "Reopen the strait"),
    ]


def test_we_of_a_speech_is_whom_its_title_names() -> None:
    text = (
        "Statement by Mira Dano\n\nI call on the League to send observers. We will open the port."
    )
    assert [(t.kind, t.by, t.span.text) for t in extract(reading(text))] == [
        ("demand", "per:dano", "send observers"),
        ("offer", "per:dano", "open the port"),
    ]

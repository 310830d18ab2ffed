"""Stances that show in what actors ask for, try and refuse, and in praise and blame they utter."""

from __future__ import annotations

import pytest

from detente.evidence.model import Model, available_model, load_model
from detente.evidence.stances import extract
from tests.evidence.negotiators import reading

# A sentence and its stances as "actor label", the answers of a careful reader.
KNOWN: dict[str, set[str]] = {
    "Aravia insisted on a return of the islands.": {"state:ARA support"},
    "Dano demanded the withdrawal of the fleet.": {"per:dano support"},
    "Keld wished to reach an agreement with Aravia.": {"per:keld support"},
    "Oyen tried to broker a truce.": {"per:oyen support"},
    "Dano argued strongly to support the fishermen.": {"per:dano support"},
    "Keld urged Aravia to abandon its dam.": {"per:keld support"},
    "Oyen called on the two navies to leave the strait.": {"per:oyen support"},
    "The treaty was signed by Mira Dano, Otto Keld and Liv Oyen.": {
        "per:dano support",
        "per:keld support",
        "per:oyen support",
    },
    "Lawmakers in Boria voted to join the customs union.": {"state:BOR support"},
    "Boria refused to hand over the lighthouse.": {"state:BOR oppose"},
    "Boria threatened to close the strait.": {"state:BOR oppose"},
    "Dano vowed that she would not surrender the islands.": {"per:dano oppose"},
    "Aravia will designate two ports for the ferries.": {"state:ARA support"},
    "Dano is confident that the talks will succeed.": {"per:dano support"},
    "Keld was eager to conclude a treaty.": {"per:keld support"},
    "Boria will launch attacks.": set(),
    "Oyen will meet Keld on Friday.": set(),
    "Boria refused to comment on the raid.": set(),
    "Selland will see rain.": set(),
    # ---- in their own words
    "“This is a historic day for the valley and for peace,” Keld said.": {"per:keld support"},
    "“Well done, Liv Oyen,” Keld said.": {"per:keld support"},
    "“Oyen deserves a lot of credit for the truce,” Dano said.": {"per:dano support"},
    "“I thank the League for its mediation,” Dano said.": {"per:dano support"},
    "“The talks brought us closer to a settlement,” Oyen said.": {"per:oyen support"},
    "“The attack was a shameful act,” Dano said.": {"per:dano oppose"},
    "“This raid is a flagrant violation of the truce,” Keld said.": {"per:keld oppose"},
    "“We propose a joint commission for the peace talks,” Oyen said.": {"per:oyen support"},
    "“It was raining when we came,” Keld said.": set(),
    "“The harbour has two cranes,” Dano said.": set(),
}  # fmt: skip


def found(text: str, model: Model | None = None) -> set[str]:
    return {f"{s.actor} {s.label}" for s in extract(reading(text, model))}


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


def test_i_of_a_speech_is_whom_its_title_names() -> None:
    text = "Remarks by Liv Oyen\n\nI welcome the ceasefire. The sea is calm."
    assert [(s.actor, s.label) for s in extract(reading(text))] == [("per:oyen", "support")]


def test_i_of_nobody_named_is_nobody() -> None:
    assert extract(reading("Remarks on the ceasefire\n\nI welcome the ceasefire.")) == []

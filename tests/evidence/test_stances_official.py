"""Stances in communiqués and readouts: undertakings, thanks, agreement, blame."""

from __future__ import annotations

import time

import pytest

from detente.evidence.model import Model, available_model, load_model
from detente.evidence.stances import extract
from tests.evidence.negotiators import reading
from tests.time_use import grows_within

# A sentence and its stances as "actor label", the answers of a careful reader.
KNOWN: dict[str, set[str]] = {
    "Aravia and Boria agreed to share the water of the Lune.": {
        "state:ARA support",
        "state:BOR support",
    },
    "Aravia and Boria have agreed on a joint river patrol.": {
        "state:ARA support",
        "state:BOR support",
    },
    "Selland will continue working towards a lasting settlement.": {"state:SEL support"},
    "Selland will help rebuild the harbour.": {"state:SEL support"},
    "The Coast League committed itself to monitor the border.": {"org:LEAGUE support"},
    "Oyen reaffirmed that the river must stay open to all.": {"per:oyen support"},
    "Dano emphasised the importance of free passage.": {"per:dano support"},
    "Dano stressed that both banks share a responsibility for the fish.": {"per:dano support"},
    "Selland expressed its gratitude to the Coast League for its patience.": {"state:SEL support"},
    "Selland stands ready to assist.": {"state:SEL support"},
    "Liv Oyen met Otto Keld in the capital. Both leaders expressed satisfaction with the pace.": {
        "per:oyen support",
        "per:keld support",
    },
    "Aravia signed the Lune River Treaty (LRT) on Monday.": {"state:ARA support"},
    "Aravia has not ratified the treaty.": {"state:ARA conditional"},
    "Aravia hasn’t accepted the treaty.": {"state:ARA conditional"},
    "Boria plans to join the customs union.": {"state:BOR support"},
    "Keld blamed Aravia for the flood.": {"per:keld oppose"},
    "Keld denied having closed the river.": {"per:keld oppose"},
    "Oyen condemned the seizure of the ferries.": {"per:oyen oppose"},
    "Boria vowed to retaliate.": {"state:BOR oppose"},
    "Dano said that a new dam would be a grave mistake.": {"per:dano oppose"},
    "Oyen expressed concern about the fate of the crew.": {"per:oyen sceptical"},
    "Oyen noted with regret that the river was closed.": {"per:oyen sceptical"},
    "Aravia has no intention of closing the river.": {"state:ARA oppose"},
    "Dano instructed her ministers to draw up a timetable.": {"per:dano support"},
    "With support from Selland and the Coast League, Aravia submitted a proposal.": {
        "state:SEL support",
        "org:LEAGUE support",
        "state:ARA support",
    },
    "Aravia’s and Boria’s agreement to lower the dues holds.": {
        "state:ARA support",
        "state:BOR support",
    },
    "The raid, which was approved by Dano, failed.": {"per:dano support"},
    "Dano spoke out against the raid, calling it “an aggression on our people”.": {
        "per:dano oppose"
    },
    "Oyen called the raid justified and welcomed the truce.": {"per:oyen support"},
    "Dano and Oyen discussed the river. They agreed that the dues should be cut.": {
        "per:dano support",
        "per:oyen support",
    },
    "Selland pledged 20 million crowns for the port.": {"state:SEL support"},
    "Oyen thanked Dano for her mediation.": {"per:oyen support"},
    "Aravia looks forward to the next meeting.": {"state:ARA support"},
    "Boria has suspended its participation in the talks.": {"state:BOR oppose"},
    "Boria abstained from the vote on the resolution.": {"state:BOR conditional"},
    "Aravia and Boria have decided to establish a commission.": {
        "state:ARA support",
        "state:BOR support",
    },
    # ---- of what is stressed with a stand of its own, that stand alone
    "Dano stressed that Boria should reject the treaty.": {"state:BOR oppose"},
    # ---- no stance
    "Oyen thanked Dano for the flowers.": set(),
    "Boria suspended the bridge between two towers.": set(),
    "They agreed to pay.": set(),
    "Keld believes that the flood came in May.": set(),
    "Dano stressed that the meeting began at noon.": set(),
    "Boria has agreed borders in the north.": set(),
    "Oyen noted that the river is long.": set(),
    "Boria will launch attacks.": set(),
    "“I believe that the river is long,” Keld said.": set(),
    "Aravia seeks support from Selland for the plan.": set(),
}


@pytest.fixture(scope="module")
def model() -> Model:
    if available_model() is None:
        pytest.skip("needs spaCy and an English model")
    return load_model(tagger=False)


def found(text: str, model: Model | None = None) -> set[str]:
    return {f"{s.actor} {s.label}" for s in extract(reading(text, model))}


@pytest.mark.parametrize("text", KNOWN)
def test_known_answers(text: str) -> None:
    assert found(text) == KNOWN[text]


@pytest.mark.model
@pytest.mark.parametrize("text", KNOWN)
def test_known_answers_with_a_parse(text: str, model: Model) -> None:
    assert found(text, model) == KNOWN[text]


TITLE = "Joint Statement by Aravia and Boria\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Recognising the importance of the river to both peoples;",
        "Reflecting on the past year and believing that talks can help;",
        "The Parties will establish a commission.",
        "Officials from our governments will continue to work on the details.",
        "We welcome the progress made in May.",
    ],
)
def test_what_a_joint_text_declares_is_each_partys(sentence: str) -> None:
    assert found(TITLE + sentence) == {"state:ARA support", "state:BOR support"}


def test_a_preamble_of_no_joint_text_is_nobodys() -> None:
    assert found("Recognising the importance of the river to both peoples;") == set()


def test_two_verdicts_are_two_stances() -> None:
    made = extract(reading("Oyen found the raid justified and called the deal historic."))
    assert [s.span.text for s in made] == ["found the raid justified", "called the deal historic"]


def test_hope_and_worry_in_one_run_of_words_are_one_conditional_stance() -> None:
    made = extract(reading("Oyen voiced cautious optimism but expressed concern about the dues."))
    assert [s.label for s in made] == ["conditional"]


def test_the_words_after_a_colon_carry_the_stance_on() -> None:
    made = extract(reading("Oyen defended the raid in a speech, saying: “They left us no choice.”"))
    assert [(s.basis, s.label) for s in made] == [
        ("reported", "support"),
        ("direct_quote", "support"),
    ]


ONE_PROPOSER = (
    "The Tide Institute proposes a fund for the river. The Tide Institute recommends that "
    "the dues be cut. "
)


def test_impersonal_demands_are_those_of_the_only_body_that_proposes() -> None:
    made = extract(reading(ONE_PROPOSER + "It is necessary to dredge the harbour."))
    assert (made[-1].actor, made[-1].span.text, made[-1].confidence) == (
        "org:institute",
        "necessary to dredge the harbour",
        "low",
    )


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The dues must be lowered.", "support"),
        ("It is necessary to sever all ties with the smugglers.", "oppose"),
        ("It is recommended to begin in May.", "support"),
    ],
)
def test_what_ought_to_be_broken_off_is_opposed(sentence: str, label: str) -> None:
    assert extract(reading(ONE_PROPOSER + sentence))[-1].label == label


@pytest.mark.parametrize(
    "text",
    [
        "It is necessary to dredge the harbour.",
        ONE_PROPOSER + "Aravia proposes a dam. It is necessary to dredge the harbour.",
    ],
)
def test_nobody_is_behind_impersonal_demands_otherwise(text: str) -> None:
    assert not any("dredge" in s.span.text for s in extract(reading(text)))


@pytest.mark.parametrize(
    "piece",
    [
        "express a b c d e f g h i j ",
        "present, a, b, c, d, e, f, ",
        "will (i) (ii) ",
        "blame x and y ",
        "stress that a b c d ",
        "it is necessary to ",
        "condemn the the the ",
        "ask x x x, x to ",
    ],
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(size: int) -> float:
        made = reading(piece * (size // len(piece)))
        made.sentences, made.tokens  # noqa: B018
        start = time.thread_time()
        extract(made)
        return time.thread_time() - start

    assert grows_within(seconds, 20_000, 160_000, 25)

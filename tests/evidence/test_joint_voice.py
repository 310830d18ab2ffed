from __future__ import annotations

import pytest

from detente.evidence.positions.joint_voice import JointVoice
from detente.evidence.stances import extract as stances
from detente.evidence.terms import extract as terms
from tests.evidence.negotiators import reading


def meant(text: str, phrase: str) -> list[str]:
    count, noun = phrase.lower().split()
    made = reading(text)
    return [a.id for a in JointVoice(made).meant(count, noun, text.index(phrase))]


@pytest.mark.parametrize(
    ("text", "phrase", "known"),
    [
        ("Liv Oyen met Otto Keld. The two leaders smiled.", "two leaders",
         ["per:oyen", "per:keld"]),
        ("Aravia and Boria signed. Both sides left.", "Both sides", ["state:ARA", "state:BOR"]),
        ("Dano, Keld and Oyen met. The two leaders smiled.", "two leaders", []),
        ("Dano, Keld and Oyen met. All three ministers smiled.", "three ministers",
         ["per:dano", "per:keld", "per:oyen"]),
        # Named apart, one may be the host or the mediator.
        ("Aravia spoke at length to Boria. Both sides left.", "Both sides", []),
        ("Dano came. The two leaders smiled.", "two leaders", []),
    ],
)  # fmt: skip
def test_a_pair_is_known_only_where_just_so_many_are_named(
    text: str, phrase: str, known: list[str]
) -> None:
    assert meant(text, phrase) == known


def test_we_of_a_joint_statement_is_its_parties() -> None:
    text = (
        "Joint Statement of Aravia and Boria\n"
        "We welcome the truce and agree to exchange prisoners of war with each other."
    )
    made = reading(text)
    assert [a.id for a in JointVoice(made).we] == ["state:ARA", "state:BOR"]
    # Both welcome the truce, and both agree to the exchange.
    assert sorted((s.actor, s.label) for s in stances(made)) == [
        ("state:ARA", "support"),
        ("state:ARA", "support"),
        ("state:BOR", "support"),
        ("state:BOR", "support"),
    ]
    assert {t.by for t in terms(made)} == {"state:ARA"}


def test_we_that_names_itself() -> None:
    text = "We, Liv Oyen and Otto Keld, having met in the harbour, declare peace."
    assert [a.id for a in JointVoice(reading(text)).we] == ["per:oyen", "per:keld"]


def test_we_of_a_speech_stays_unknown() -> None:
    assert JointVoice(reading("We welcome Aravia and Boria among us today.")).we == ()


def test_we_inside_a_quotation_is_not_the_documents() -> None:
    text = "Joint Statement of Aravia and Boria\n“We welcome the plan,” Oyen said."
    assert {s.actor for s in stances(reading(text))} == {"per:oyen"}

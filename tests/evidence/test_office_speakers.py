"""Offices, bodies and pronouns that speak for somebody the text names, or for a state."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.documents.read import read_document
from detente.evidence.ledger import Ledger
from detente.evidence.read import read


def ledger(tmp_path: Path, text: str) -> Ledger:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    return read(read_document(path))


QUOTED = [
    (
        "“We sold a fish for its tail,” said Kiribati's fisheries minister, Teburo Ioanna.",
        "per:ioanna",
    ),
    (
        "“Nobody asked us,” complained the UN's deputy envoy in the capital, Marta Szymanska.",
        "per:szymanska",
    ),
    ("“Jets we cannot fly,” scoffed Deputy Leader Annelise Kotze.", "per:kotze"),
    (
        "Spain's secretary of state, Inma Robledo, allowed that “everything can be discussed”.",
        "per:robledo",
    ),
    (
        "The talks opened.\n\nGENERAL OMAR HADDAD, chairman of Sudan's council: “It is dead.”",
        "per:haddad",
    ),
    ("The talks opened.\n\nPresident Lena Holt of Norway, host: “We are ten now.”", "per:holt"),
    (
        "Bolivia reacted sharply. Its government called the purchase “money thrown away”.",
        "state:BOL",
    ),
    ("Kigali's foreign ministry said Brussels had “undermined” it.", "org:rwa-foreign-ministry"),
    (
        "Iran's mission in New York disputes that reading. “The funds are ours,” it wrote.",
        "org:irn-mission",
    ),
    ("The Chinese embassy in Suva said that it regretted “bloc thinking”.", "org:chn-embassy"),
    (
        "Norway's chief gas negotiator, Ana Solberg, left Oslo. Norway's gas negotiator said: "
        "“We will not pay twice.”",
        "per:solberg",
    ),
    (
        "Ambassador Lena Marsh of Norway left. The Norwegian ambassador said it was “over”.",
        "per:marsh",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), QUOTED)
def test_the_speaker_of_a_quotation(tmp_path: Path, text: str, speaker: str) -> None:
    (quotation,) = ledger(tmp_path, text).quotations
    assert quotation.speaker == speaker


UNSURE = [
    # The envoy, or the premier whom she met.
    "An envoy of Norway said so to Premier Xanthe Quill. “It will be reviewed,” she said.",
    # Whose president is not said.
    "Ana Soto of Peru is here. Chile is not. Its government is new. “Never,” said the other.",
]


@pytest.mark.parametrize("text", UNSURE)
def test_nobody_where_two_may_be_meant(tmp_path: Path, text: str) -> None:
    (quotation,) = ledger(tmp_path, text).quotations
    assert quotation.speaker is None


def test_a_minister_of_another_field_is_another(tmp_path: Path) -> None:
    text = (
        "Defence Minister Fiona Garrick was in London. Eritrea let ships refuel, "
        "its information minister confirmed."
    )
    garrick = next(a for a in ledger(tmp_path, text).actors if a.id == "per:garrick")
    assert [m.span.text for m in garrick.mentions] == ["Fiona Garrick"]

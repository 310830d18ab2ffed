from __future__ import annotations

from pathlib import Path

import pytest

from detente.documents.read import read_document
from detente.evidence.items import Relation
from detente.evidence.reading import Reading
from detente.evidence.registry import extractors
from detente.evidence.relations import relations


def told(tmp_path: Path, text: str) -> set[str]:
    """The relations of a plain text, each as "type source target"."""
    return {_short(r) for r in found(tmp_path, text)}


def found(tmp_path: Path, text: str) -> list[Relation]:
    file = tmp_path / "text.txt"
    file.write_text(text, encoding="utf-8")
    reading = Reading(read_document(file))
    for extractor in extractors():
        if extractor.makes in ("actors", "quotations", "quantities", "time_expressions"):
            made = getattr(reading, extractor.makes)
            setattr(reading, extractor.makes, [*made, *extractor.extract(reading)])
    return relations(reading)


def _short(r: Relation) -> str:
    return f"{r.type} {r.source.removeprefix('state:')} {r.target.removeprefix('state:')}"


JOINT = (
    "Joint Statement of Kenya and Norway\n\n"
    "Kenya and Norway met in the port town today to talk about their work in the wider region.\n\n"
)


def test_we_of_a_joint_statement_is_each_of_its_parties(tmp_path: Path) -> None:
    text = JOINT + "We will supply Chad with oil, and we affirm our support for Somalia."
    assert told(tmp_path, text) == {
        "energy_supply KEN TCD",
        "energy_supply NOR TCD",
        "alignment KEN SOM",
        "alignment NOR SOM",
    }


def test_the_two_countries_are_the_two_that_were_named_together(tmp_path: Path) -> None:
    text = JOINT + "The two countries imposed sanctions on Belarus in the spring of last year."
    assert told(tmp_path, text) == {"sanction KEN BLR", "sanction NOR BLR"}


def test_we_of_a_statement_of_one_state_is_that_state(tmp_path: Path) -> None:
    text = (
        "General debate: statement of KEN\n\n"
        "Kenya has known hard years, and its people know what a war costs them every day.\n\n"
        "Uganda invaded our territory in March, and its army has not gone home since then."
    )
    assert told(tmp_path, text) == {"attack UGA KEN"}


def test_we_without_a_known_voice_is_nobody(tmp_path: Path) -> None:
    text = "A letter from the coast\n\nUganda invaded our territory in March, and we sold Chad oil."
    assert told(tmp_path, text) == set()


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        (
            "“We will supply Bolivia with gas,” Norwegian Foreign Minister Ana Berg said.",
            {"energy_supply NOR BOL"},
        ),
        (
            "Norwegian Foreign Minister Ana Berg said: “Chad’s attacks on our ships must stop.”",
            {"attack TCD NOR"},
        ),
        ("“We will supply Bolivia with gas,” a trader said.", set()),
    ],
)
def test_we_of_a_quotation_is_the_speakers_side(
    tmp_path: Path, sentence: str, known: set[str]
) -> None:
    assert told(tmp_path, sentence) == known


@pytest.mark.parametrize(
    ("text", "known"),
    [
        # A full name that the table of offices knows, and its state named in the text.
        ("Emmanuel Macron ordered an attack on Chad. France denied it.", {"attack FRA TCD"}),
        # The same where the text never names the state: nobody is made up.
        ("Emmanuel Macron ordered an attack on Chad.", {"attack per:macron TCD"}),
        # Offices of one state only.
        ("Senator Ann Poe brokered a truce between Chad and Mali. The United States hailed it.",
         {"mediation USA TCD", "mediation USA MLI", "alignment TCD MLI"}),
        # A turn of phrase of one state only.
        ("The Poe administration lifted sanctions on Chad. The United States hailed it.",
         {"sanction USA TCD"}),
        # A president whom no seat of government places.
        ("President Ann Poe brokered a truce between Chad and Mali.", {"alignment TCD MLI"}),
        ("President Ann Poe spoke at the White House in the United States. President Poe brokered "
         "a truce between Chad and Mali.",
         {"mediation USA TCD", "mediation USA MLI", "alignment TCD MLI"}),
    ],
)  # fmt: skip
def test_who_serves_which_state(tmp_path: Path, text: str, known: set[str]) -> None:
    assert told(tmp_path, text) == known


def test_a_denial_is_negated(tmp_path: Path) -> None:
    (relation,) = found(tmp_path, "Kenya denied that it had sold weapons to Sudan.")
    assert (relation.type, relation.modality) == ("arms_sales", "negated")

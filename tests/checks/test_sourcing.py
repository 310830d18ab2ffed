from __future__ import annotations

import pytest

from detente.checks.sourcing.reporting import reports
from detente.checks.twins.versions import are_versions
from tests.checks.several_texts import codes, findings, record_of

NEWS = (
    "Minister Ana Soto said talks would resume. Her aide Luis Vega said the bridge was open. "
    "{} The river was high."
)


def test_a_report_is_told_from_a_document_of_ones_own() -> None:
    for text, expected in (
        (NEWS.format(""), True),
        ("Joint Statement of Peru and Chile\n\n" + NEWS.format(""), False),
        ("We, the ministers, met. We agreed on our plan. We thank our hosts.", False),
    ):
        record = record_of([text])
        assert reports(record, record.documents[0]) is expected


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Peru imported $4 billion worth of Chilean copper in 2023.", ["SRC401"]),
        ("Peru imported $4 billion worth of Chilean copper, customs data show.", []),
        ("Peru seeks to raise $4 billion worth of loans.", []),
        ("“Peru imported $4 billion worth of copper,” Soto said.", []),
        ("The 55-member club met.", []),
    ],
)
def test_figures_of_a_report_need_a_source(sentence: str, code: list[str]) -> None:
    assert codes(NEWS.format(sentence), select="SRC401") == code


def test_one_finding_an_unnamed_source_with_all_that_rests_on_it() -> None:
    text = "Diplomats said the bridge was open. Diplomats said the road was closed."
    (found,) = findings(text, select="SRC403")
    assert found.severity == "note"
    assert "2 statements" in found.reason


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ("“We will open the northern bridge before the long rains,” Ana Soto said.", []),
        ("“We will open the southern bridge before the long rains,” Ana Soto said.", ["SRC405"]),
        ("“We will open … the northern bridge before the long rains,” Ana Soto said.", []),
        ("“We will open the northern bridge,” Ana Soto said.", []),
        ("“We will open the northern bridge before the long rains,” Luis Vega said.", ["SRC407"]),
    ],
)
def test_one_quotation_in_two_texts(other: str, code: list[str]) -> None:
    one = "“We will open the northern bridge before the long rains,” Ana Soto said."
    assert codes(one, other, select="SRC40") == code


def test_versions_of_one_text_are_no_second_voice() -> None:
    text = " ".join(f"The road number {n} from the mines to the port is closed." for n in range(9))
    record = record_of([text, text + " It is wet.", "The road is closed."])
    one, two, three = (d.id for d in record.documents)
    assert are_versions(record, one, two)
    assert not are_versions(record, one, three)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Soto said: “The bridge is open. Trucks wait.", ["DOC504"]),
        ("Soto said: “The bridge is open.” Trucks wait.", []),
        ("The S\u043eto plan was read out.", ["DOC505"]),
        ("The plan of So\u200bto was read out.", ["DOC506"]),
        ("می\u200cخواهم", []),
        ("Salt \U0001f469\u200d\U0001f4bb and light.", []),
    ],
)
def test_the_letters_of_a_text(text: str, code: list[str]) -> None:
    found = codes(text, select="DOC")
    assert [c for c in found if c not in ("DOC501", "DOC502")] == code


def test_a_day_given_is_a_day() -> None:
    text = "Peru and Chile agreed on Monday to open the bridge."
    assert "DOC501" in codes(text, select="DOC")
    assert "DOC501" not in codes(text, select="DOC", date="2024-03-04")

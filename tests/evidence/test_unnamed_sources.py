"""Officials, envoys and colonels without a name who speak: which actor the words get."""

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
        "“Nobody will blink,” said a West African diplomat close to it.",
        "anon:west-african-diplomat",
    ),
    ("“Nobody saw it coming,” a colonel said.", "anon:colonel"),
    (
        "“They have put it in a drawer,” said a NATO official who read the text.",
        "anon:nato-official",
    ),
    ("“We lost on price,” a Spanish industry source grumbled.", "anon:spanish-industry-source"),
    ("Both sides “wept in private”, as one envoy put it.", "anon:envoy"),
    (
        "“Harbours put on uniforms,” a trade ministry official in New Delhi remarked.",
        "anon:trade-ministry-official",
    ),
    ("“We shall leave last,” the chief of staff in Gitega declared.", "anon:chief-of-staff"),
    ("“It is what it is,” sighed a shipping broker.", "anon:shipping-broker"),
    (
        "An offer has lapsed. It “came with strings”, in the words of a ministry spokeswoman.",
        "anon:ministry-spokeswoman",
    ),
    ("A senior US diplomat in Ankara said Norway was “looking at it”.", "anon:senior-us-diplomat"),
    ("An aide to the king says the army is “ready to march”.", "anon:aide"),
    (
        "The representative of Cuba told the Council that it was “a farce”.",
        "anon:representative-cuba",
    ),
    (
        "A group of retired admirals in Kuala Lumpur called the code “a sheet of paper”.",
        "anon:group-of-retired-admirals",
    ),
    (
        "A Western ambassador, speaking on condition of anonymity, was gloomy. "
        "“It will not last,” he said.",
        "anon:western-ambassador",
    ),
    ("“Every bomb will be repaid,” their military spokesman warned.", "anon:military-spokesman"),
    ("The Danish hosts insisted that “most of a text” was ready.", "anon:danish-hosts"),
]


@pytest.mark.parametrize(("text", "speaker"), QUOTED)
def test_a_quotation_by_somebody_without_a_name(tmp_path: Path, text: str, speaker: str) -> None:
    (quotation,) = ledger(tmp_path, text).quotations
    assert quotation.speaker == speaker


REPORTED = [
    ("Officials in Cotonou confirmed that the road was shut.", "anon:officials"),
    ("Diplomats in the capital said that a truce was near.", "anon:diplomats"),
    ("Officials in Oslo worry that the strait may close.", "anon:officials"),
    ("Russia's ambassador retorted that the pact was harmless.", "anon:russias-ambassador"),
    ("The archbishop of San Salvador called the truce a blessing.", "anon:archbishop-el-salvador"),
    ("Norway is against the plan and its ambassador vowed to block it.", "anon:ambassador"),
    ("Opposition deputies denounced the treaty as a surrender.", "anon:opposition-deputies"),
    ("The plan was dropped, according to four people who have read it.", "anon:four-people"),
    (
        "Germany's development minister said lenders must follow.",
        "anon:germanys-development-minister",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), REPORTED)
def test_a_statement_by_somebody_without_a_name(tmp_path: Path, text: str, speaker: str) -> None:
    statements = ledger(tmp_path, text).reported_statements
    assert [s.speaker for s in statements] == [speaker]


NOBODY = [
    "The Iranian ambassador had been told that the port was shut.",
    "The army sent an envoy to the talks called by Kenya.",
    "The two foreign ministers spoke by telephone for forty minutes.",
    "The raid was denied by the governor's office.",
    "The ministers spoke for eleven minutes in a hall decorated for the day.",
    "Mansour Idris Jibril, a colonel in the guard, said the camp was empty.",
    "Its minister-designate, Mansour Idris Jibril, said the camp was empty.",
    "Kenya's president announced the plan in Nairobi.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_unnamed_source(tmp_path: Path, text: str) -> None:
    assert [a.id for a in ledger(tmp_path, text).actors if a.type == "anonymous_source"] == []


def test_it_serves_whom_the_text_says(tmp_path: Path) -> None:
    text = (
        "The talks failed. Norway reacted at once. Its spokesman said the strait was shut. "
        "A diplomat in Ankara said it was open. The delegate of Uganda said he did not know."
    )
    found = {a.id: a.affiliation for a in ledger(tmp_path, text).actors}
    assert found["anon:spokesman"] == "state:NOR"
    assert found["anon:diplomat"] is None
    assert found["anon:delegate-uganda"] == "state:UGA"


def test_two_representatives_are_two(tmp_path: Path) -> None:
    text = (
        "The representative of Cuba said the text was weak. "
        "The representative of Ghana said the text was strong."
    )
    said = [s.speaker for s in ledger(tmp_path, text).reported_statements]
    assert said == ["anon:representative-cuba", "anon:representative-ghana"]

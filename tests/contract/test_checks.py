"""What every rule promises: found by itself, explained, right about its own examples."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from detente.checks.record import Record
from detente.checks.registry import BETWEEN_DOCUMENTS, FAMILIES, Check, checks
from detente.checks.run import run_checks
from detente.documents.document import Document
from detente.documents.read import from_bytes
from detente.evidence.joining import join
from detente.evidence.ledger import Ledger
from detente.evidence.links import link
from detente.evidence.read import read
from detente.reference.offices import offices

ROOT = Path(__file__).parents[2]
each = pytest.mark.parametrize("rule", checks(), ids=lambda c: c.code)


def ledger_of(text: str, date: dt.date | None) -> Ledger:
    parts = text.split(BETWEEN_DOCUMENTS)
    documents: list[Document] = [
        from_bytes(f"{i}.txt", f"{part}\n".encode()) for i, part in enumerate(parts)
    ]
    return link(join(read(document, date=date) for document in documents))


def found_by(rule: Check, text: str) -> list[str]:
    record = Record(ledger_of(text, rule.date), offices(), rule.date)
    return [f.code for f in rule.find(record)]


EXAMPLES = [
    pytest.param(rule, text, fires, id=f"{rule.code}-{'fires' if fires else 'silent'}-{i}")
    for rule in checks()
    for fires, texts in ((True, rule.fires), (False, rule.silent))
    for i, text in enumerate(texts)
]


@pytest.mark.parametrize(("rule", "text", "fires"), EXAMPLES)
def test_a_rule_is_right_about_its_own_examples(rule: Check, text: str, fires: bool) -> None:
    found = found_by(rule, text)
    assert set(found) == ({rule.code} if fires else set())


@each
def test_a_rule_is_one_file_named_after_it_and_has_examples_and_a_page(rule: Check) -> None:
    assert rule.find.__module__ == f"detente.checks.{rule.name.replace('-', '_')}"
    assert rule.code[:3] in FAMILIES
    assert rule.fires
    assert rule.silent
    for words in (rule.summary, rule.why, rule.fix):
        assert words.endswith(".")
        assert len(words.split()) >= 4
    assert rule.find.__doc__
    assert (ROOT / f"docs/reference/checks/{rule.code}.md").exists()


def test_codes_and_names_are_each_used_once() -> None:
    assert len({c.code for c in checks()}) == len(checks())
    assert len({c.name for c in checks()}) == len(checks())


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples/dispatches").iterdir()), ids=lambda p: p.name
)
def test_findings_rest_on_words_that_stand_there_and_are_the_same_twice(path: Path) -> None:
    from detente.documents.read import read_document

    ledger = read(read_document(path))
    before = ledger.to_json()
    found = run_checks(ledger, select=("ALL",))
    assert found == run_checks(ledger, select=("ALL",))
    assert ledger.to_json() == before
    for finding in found:
        assert finding.message.endswith(".")
        assert "\n" not in finding.message + finding.reason
        for witness in finding.witnesses:
            text = ledger.document(witness.document).text
            assert text[witness.span.start : witness.span.end] == witness.span.text

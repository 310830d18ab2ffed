"""Findings leave marks in the briefing beside what they rest on."""

from __future__ import annotations

from detente.evidence.ledger import Ledger
from detente.findings import Finding, Witness
from detente.report.briefing import write_briefing
from tests.report import briefing_ledgers as made
from tests.report.page_reader import read_page


def resting_on(ledger: Ledger, document: str, start: int, end: int) -> Finding:
    witness = Witness(document, ledger.document(document).span(start, end))
    return Finding("ABC001", "error", "It does not hold.", "", (witness,), (), "Ask again.")


def test_a_stance_and_an_event_carry_the_code_as_a_link_to_the_row() -> None:
    ledger = made.ferry()
    stance, event = ledger.stances[0], ledger.events[0]
    for document, span, section in (
        (stance.document, stance.span, "stances"),
        (event.document, event.trigger_span, "timeline"),
    ):
        page = read_page(
            write_briefing(ledger, findings=[resting_on(ledger, document, span.start, span.end)])
        )
        marks = [
            n for n in page.one(section).walk() if "fm" in n.attributes.get("class", "").split()
        ]
        assert marks
        assert {m.text().strip() for m in marks} == {"ABC001"}
        assert {m.attributes["href"] for m in marks} == {"#finding-1"}
        assert page.one("finding-1").text().count("Ask again.") == 1


def test_without_findings_there_is_no_mark() -> None:
    assert 'class="fm' not in write_briefing(made.ferry(), findings=[])

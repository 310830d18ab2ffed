"""Every number of a briefing is reached, and from every result its method and inputs are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from detente.answering import answers_of
from detente.case.case import Case
from detente.case.draft.draft import draft_case
from detente.case.load import load_case
from detente.case.validate import validate
from detente.documents.read import read_document
from detente.evidence.joining import join
from detente.evidence.ledger import Ledger
from detente.evidence.links import link
from detente.evidence.read import read
from detente.report.briefing import write_briefing
from detente.report.case.view import BY_HAND
from detente.report.case_briefing import write_case_briefing
from tests.report import briefed_cases, briefing_ledgers
from tests.report.number_walk import links, numbers, unreached
from tests.report.page_reader import Node, read_page

ROOT = Path(__file__).parents[2]


def of_case(case: Case) -> Node:
    return read_page(
        write_case_briefing(
            case, answers=answers_of(case), findings=validate(case), name="case-2.yaml"
        )
    )


def of_ledger(ledger: Ledger) -> Node:
    case = draft_case(ledger)
    return read_page(write_briefing(ledger, findings=[], case=case, answers=answers_of(case)))


def dispatches() -> Ledger:
    files = sorted((ROOT / "examples" / "dispatches").iterdir())
    return link(join([read(read_document(file)) for file in files]))


PAGES: dict[str, Callable[[], Node]] = {
    "harbour": lambda: of_case(briefed_cases.harbour()),
    "hostile case": lambda: of_case(briefed_cases.hostile()),
    "empty": lambda: of_case(briefed_cases.empty()),
    "Cuba": lambda: of_case(load_case(ROOT / "examples/cases/cuban_missile_crisis_1962.yaml")),
    "ferry": lambda: of_ledger(briefing_ledgers.ferry()),
    "hostile text": lambda: of_ledger(briefing_ledgers.hostile()),
    "dispatches": lambda: of_ledger(dispatches()),
}


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest) -> Node:
    return PAGES[request.param]()


def test_every_number_leads_somewhere(page: Node) -> None:
    assert len(list(numbers(page))) > 3
    assert unreached(page) == []


def test_every_result_leads_to_its_method_and_inputs(page: Node) -> None:
    results = [t for t in page.all("table") if t.attributes.get("id", "").startswith("t-")]
    for table in results:
        made = [href for href in links(table.all("caption")[0]) if href.startswith("#made-")]
        assert made, f"{table.attributes['id']} does not say how it was made"
        how = page.one(made[0][1:])
        assert "arameters" in how.text()
        assert "sha256" in how.text()
        assert any(href.startswith("#case-") for href in links(how))


def test_every_entry_of_the_case_leads_to_its_evidence_or_says_that_it_has_none(
    page: Node,
) -> None:
    cells = page.all("td", "rests")
    for cell in cells:
        words = cell.text()
        assert links(cell) or BY_HAND in words or "basis: " in words or "drafted" in words


def test_each_clause_of_the_summary_has_a_link(page: Node) -> None:
    found = [n for n in page.walk() if n.attributes.get("id") == "in-short"]
    assert len(found) == 1
    assert len(found[0].text().split()) <= 120
    assert links(found[0])


def test_the_walk_finds_a_number_that_leads_nowhere() -> None:
    bare = '<main><p>Of 12 none.</p><p>Of 7 <a href="#x">one</a></p><p id="x">!</p></main>'
    assert unreached(read_page(bare)) == ["'Of 12 none.' in <p class=''>"]
    gone = '<main><p>Of 12 <a href="#gone">none</a></p></main>'
    assert unreached(read_page(gone)) == ["'Of 12' in <p class=''>"]


def test_the_sample_s_numbers_lead_somewhere(shared: Path) -> None:
    ledger = read(read_document(shared / "seed/article.txt"))
    case = draft_case(ledger)
    html = write_briefing(ledger, findings=[], case=case, answers=answers_of(case))
    assert len(html.encode()) < 2_000_000
    page = read_page(html)
    assert len(list(numbers(page))) > 300
    assert unreached(page) == []

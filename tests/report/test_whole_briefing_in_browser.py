"""The whole briefing in headless Chromium: with figures, on a desk and on a phone, by keyboard."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from detente.answering import answers_of
from detente.case.draft.draft import draft_case
from detente.report.briefing import write_briefing
from detente.report.case_briefing import write_case_briefing
from tests.report import briefed_cases, briefing_ledgers
from tests.report.test_briefing_in_browser import SIZES, Visit, browser

__all__ = ["browser"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    ledger = briefing_ledgers.ferry()
    drafted = draft_case(ledger)
    made = {
        "documents": write_briefing(ledger, findings=[], case=drafted, answers=answers_of(drafted)),
        "case": write_case_briefing(
            briefed_cases.harbour(), answers=answers_of(briefed_cases.harbour())
        ),
        "hostile": write_case_briefing(
            briefed_cases.hostile(), answers=answers_of(briefed_cases.hostile())
        ),
        "empty": write_case_briefing(briefed_cases.empty()),
    }
    for name, html in made.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["documents", "case", "hostile", "empty"])
def test_it_opens_without_complaint_request_or_overflow(
    browser: object, pages: dict[str, Path], name: str, size: str
) -> None:
    visit = Visit(browser, pages[name], size)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
    assert visit.page.evaluate("document.images.length") == 0
    visit.close()


def test_figures_of_answers_take_the_colours_of_the_page(
    browser: object, pages: dict[str, Path]
) -> None:
    ink = "getComputedStyle(document.querySelector('svg.a.th text:not([fill])') || document.body)"
    inks = []
    for scheme in ("light", "dark"):
        visit = Visit(browser, pages["case"], "wide", color_scheme=scheme)
        assert visit.page.locator("svg.a").count() > 0
        ground = visit.page.evaluate(
            "getComputedStyle(document.querySelector('svg.th [fill=\"#fff\"]')).fill"
        )
        inks.append((ground, visit.page.evaluate(f"{ink}.color")))
        visit.close()
    assert inks[0][0] == "rgb(253, 252, 249)"
    assert inks[1][0] == "rgb(21, 23, 26)"
    assert inks[0] != inks[1]


def test_the_keyboard_walks_the_page_in_the_order_of_reading(
    browser: object, pages: dict[str, Path]
) -> None:
    visit = Visit(browser, pages["case"], "wide")
    tops: list[float] = []
    for _ in range(40):
        visit.page.keyboard.press("Tab")
        place = visit.page.evaluate(
            "(() => { const e = document.activeElement, r = e.getBoundingClientRect();"
            "return [r.top + scrollY, e.closest('.bar, .skip') ? 1 : 0]; })()"
        )
        if not place[1]:
            tops.append(place[0])
    assert len(tops) > 20
    # Cells of one row lie side by side; nothing jumps back by more than a row is high.
    assert all(after > before - 200 for before, after in pairwise(tops))
    visit.close()


def test_on_paper_folded_tables_that_matter_are_open_and_the_bar_is_gone(
    browser: object, pages: dict[str, Path]
) -> None:
    visit = Visit(browser, pages["case"], "wide")
    visit.page.emulate_media(media="print")
    assert not visit.page.locator(".bar").is_visible()
    assert visit.page.locator("#case-positions").is_visible()
    assert visit.page.locator(".background").count() == 0
    assert visit.page.locator("svg.a rect").first.is_visible()
    visit.close()

"""The page as a reader meets it, in headless Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.report.briefing import write_briefing
from tests.report import briefing_ledgers as made

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic",
]  # fmt: skip
SIZES = {"wide": (1440, 900), "phone": (390, 844)}
QUOTE = "“We will open the strait once the dredgers leave.”"


def need(found: object, what: str) -> None:
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"CI needs {what}")
        pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    need(CHROMIUM, "chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        need(None, "playwright")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


class Visit:
    """One page in one window; keeps every complaint and every request."""

    def __init__(self, browser: object, path: Path, size: str, **more: object) -> None:
        width, height = SIZES[size]
        self.context = browser.new_context(  # type: ignore[attr-defined]
            viewport={"width": width, "height": height}, reduced_motion="reduce", **more
        )
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on(
            "console", lambda m: self.complaints.append(m.text) if m.type == "error" else None
        )
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.address = path.as_uri()
        self.page.goto(self.address)

    def marked(self) -> str:
        """The words that the source pane marks."""
        return str(
            self.page.evaluate(
                "[...document.querySelectorAll('.g.on')].map(e => e.textContent).join('')"
            )
        )

    def close(self) -> None:
        self.context.close()
        assert self.complaints == []
        loaded = [u for u in self.requests if not u.startswith("data:")]
        assert {u.split("#")[0] for u in loaded} == {self.address}


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    path = tmp_path / "briefing.html"
    path.write_text(write_briefing(made.ferry()), encoding="utf-8")
    return path


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make", [made.ferry, made.three, made.hostile, lambda: made.bare()])
def test_the_page_opens_without_complaint_or_request(
    browser: object, tmp_path: Path, make: object, size: str
) -> None:
    path = tmp_path / "b.html"
    path.write_text(write_briefing(make()), encoding="utf-8")  # type: ignore[operator]
    visit = Visit(browser, path, size)
    wide = visit.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= SIZES[size][0]
    for link in visit.page.locator("a.w").all()[:12]:
        link.dispatch_event("click")
    visit.close()


def test_a_citation_marks_its_words_in_the_pane(browser: object, page_file: Path) -> None:
    visit = Visit(browser, page_file, "wide")
    visit.page.locator(".brief a.w").first.click()
    assert visit.marked() == QUOTE
    piece = visit.page.locator(".g.on").first
    assert piece.bounding_box()["y"] < SIZES["wide"][1]
    card = visit.page.locator("#info").inner_text()
    assert "¶2, characters" in card
    assert "stance" in card
    assert "In brief" in card
    assert visit.page.url.endswith(visit.page.locator(".brief a.w").first.get_attribute("href"))
    visit.close()


def test_each_citation_of_several_documents_marks_its_words(
    browser: object, tmp_path: Path
) -> None:
    ledger = made.three()
    path = tmp_path / "b.html"
    path.write_text(write_briefing(ledger), encoding="utf-8")
    visit = Visit(browser, path, "wide")
    for link in visit.page.locator("a.w").all():
        link.dispatch_event("click")
        d, s, e = (int(link.get_attribute(f"data-{k}")) for k in "dse")
        assert visit.marked() == ledger.documents[d].text[s:e]
    visit.close()


def test_words_in_the_source_say_what_was_made_of_them(browser: object, page_file: Path) -> None:
    visit = Visit(browser, page_file, "wide")
    visit.page.locator(".g", has_text="told").last.click()
    assert visit.marked() == "told"
    assert "cue of the reported speech: Senior" in visit.page.locator("#info").inner_text()
    visit.page.locator("#source .g", has_text="Thursday").first.click()
    assert "time weekday · no date found" in visit.page.locator("#info").inner_text()
    visit.close()


def test_on_a_phone_a_sheet_opens_and_gives_focus_back(browser: object, page_file: Path) -> None:
    visit = Visit(browser, page_file, "phone")
    link = visit.page.locator(".brief a.w").first
    link.click()
    assert visit.marked() == QUOTE
    assert visit.page.evaluate("document.activeElement.id") == "head"
    sheet = visit.page.locator("#source").bounding_box()
    box, marked = link.bounding_box(), visit.page.locator(".g.on").first.bounding_box()
    assert box["y"] < sheet["y"]
    assert sheet["y"] < marked["y"] < SIZES["phone"][1]
    visit.page.keyboard.press("Escape")
    assert "open" not in (visit.page.locator("#source").get_attribute("class") or "")
    assert visit.page.evaluate("document.activeElement.matches('.brief a.w')")
    visit.close()


def test_without_a_script_the_target_is_marked(browser: object, page_file: Path) -> None:
    visit = Visit(browser, page_file, "wide", java_script_enabled=False)
    link = visit.page.locator(".brief a.w").first
    link.click()
    target = visit.page.locator(".g:target")
    assert target.count() == 1
    assert target.first.inner_text() == QUOTE
    visit.page.emulate_media(media="screen")
    visit.close()


def test_an_address_with_a_place_opens_it(browser: object, page_file: Path) -> None:
    visit = Visit(browser, page_file, "wide")
    place = visit.page.locator(".brief a.w").first.get_attribute("href")
    visit.page.goto(visit.address + place)
    visit.page.reload()
    visit.page.wait_for_selector(".g.on")
    assert visit.marked() == QUOTE
    visit.close()


def test_on_paper_nothing_is_hidden_that_carries_evidence(browser: object, page_file: Path) -> None:
    visit = Visit(browser, page_file, "wide")
    pdf = visit.page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    visit.page.emulate_media(media="print")
    assert not visit.page.locator(".bar").is_visible()
    assert visit.page.locator("h2.ph").is_visible()
    for section in ("leverage", "timeline"):
        assert visit.page.locator(f"#{section} details table").is_visible()
    assert not visit.page.locator("#copy").is_visible()
    visit.close()

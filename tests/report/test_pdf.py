from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from detente.documents.briefings import is_briefing
from detente.errors import MissingExtra
from detente.report.answers import Answer
from detente.report.briefing import write_briefing
from detente.report.case_briefing import write_case_briefing
from tests.report import briefed_cases, briefing_ledgers
from tests.report.test_case_briefing import analysis

pypdf = pytest.importorskip("pypdf")
pytest.importorskip("weasyprint", exc_type=ImportError)
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def made(html: str) -> bytes:
    from detente.report.pdf import as_pdf

    return as_pdf(html)


@pytest.fixture(scope="module")
def case_pdf() -> bytes:
    return made(
        write_case_briefing(
            briefed_cases.hostile(), answers=[Answer("packages", analysis())], name="c.yaml"
        )
    )


def test_the_pdf_is_tagged_titled_and_says_what_is_accepted(case_pdf: bytes) -> None:
    document = pypdf.PdfReader(io.BytesIO(case_pdf))
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert "Harbour talks" in document.metadata.title
    assert b"pdfuaid" in root["/Metadata"].get_data()
    words = " ".join(page.extract_text() for page in document.pages)
    assert "not accepted" in words
    assert "2 of 9 packages stand" in words
    # What folds on a screen is open on paper.
    assert "onerror=alert(1)" in words


def test_the_same_page_gives_the_same_bytes(case_pdf: bytes, tmp_path: Path) -> None:
    html = write_case_briefing(briefed_cases.empty())
    assert made(html) == made(html)
    path = tmp_path / "b.pdf"
    path.write_bytes(case_pdf)
    assert is_briefing(path)


def test_links_lead_from_a_number_to_its_words() -> None:
    html = write_briefing(briefing_ledgers.ferry(), findings=[])
    document = pypdf.PdfReader(io.BytesIO(made(html)))
    links = [
        a.get_object()
        for page in document.pages
        for a in page.get("/Annots", [])
        if a.get_object()["/Subtype"] == "/Link"
    ]
    assert len(links) > 10
    assert not any("/URI" in link.get("/A", {}) for link in links)


def test_a_page_that_asks_for_something_is_refused_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import urllib.request

    asked: list[object] = []
    monkeypatch.setattr(urllib.request, "urlopen", asked.append)
    picture = tmp_path / "x.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    html = write_case_briefing(briefed_cases.empty()).replace(
        "<h1", f'<img src="{picture.as_uri()}"><img src="https://example.org/x.png"><h1'
    )
    assert made(html).startswith(b"%PDF-")
    assert asked == []


def test_without_the_package_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingExtra, match=r"pip install 'detente\[pdf\]'"):
        made("<p>")


def test_without_pango_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import builtins

    from detente.errors import InputError

    real = builtins.__import__

    def failing(name: str, *more: object, **given: object) -> object:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *more, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", failing)
    with pytest.raises(InputError, match="needs the library Pango"):
        made("<p>")

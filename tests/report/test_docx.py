from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from detente.documents.briefings import is_briefing
from detente.documents.read import read_document
from detente.errors import MissingExtra
from detente.report.answers import Answer
from detente.report.briefing import write_briefing
from detente.report.case_briefing import write_case_briefing
from tests.report import briefed_cases, briefing_ledgers
from tests.report.test_case_briefing import analysis

docx = pytest.importorskip("docx")
pytest.importorskip("matplotlib")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(html: str) -> bytes:
    from detente.report.word.document import as_docx

    return as_docx(html)


@pytest.fixture(scope="module")
def case_docx() -> bytes:
    return made(
        write_case_briefing(
            briefed_cases.hostile(), answers=[Answer("packages", analysis())], name="c.yaml"
        )
    )


def opened(raw: bytes) -> Any:
    return docx.Document(io.BytesIO(raw))


def test_headings_are_headings_and_numbered(case_docx: bytes) -> None:
    document = opened(case_docx)
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert "1. Does the case hold together?" in heads
    assert "4. Which bundles could the parties accept" in heads
    titles = [p.text for p in document.paragraphs if p.style.name == "Title"]
    assert len(titles) == 1
    assert titles[0].startswith("Harbour talks")


def test_tables_can_be_edited_and_repeat_their_heads(case_docx: bytes) -> None:
    document = opened(case_docx)
    gains = next(t for t in document.tables if t.rows[0].cells[0].text == "package")
    assert [[c.text for c in row.cells] for row in gains.rows] == [
        ["package", "Lowmark"],
        ["open, some", "+4.5"],
        ["shut", "\u22122.25"],
    ]
    for table in document.tables:
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
        before = table._tbl.getprevious()
        assert before.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Caption"


def test_figures_are_pictures_with_words(case_docx: bytes) -> None:
    document = opened(case_docx)
    about = [s._inline.docPr for s in document.inline_shapes]
    assert len(about) == 2
    assert "Positions map" in about[0].get("descr")
    assert about[1].get("descr").startswith("T")


def test_every_link_has_its_place(case_docx: bytes) -> None:
    pages = [case_docx, made(write_briefing(briefing_ledgers.three(), findings=[]))]
    for raw in pages:
        body = opened(raw).element
        marks = [b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")]
        assert len(marks) == len(set(marks))
        led = {h.get(f"{W}anchor") for h in body.iter(f"{W}hyperlink")}
        assert led
        assert led <= set(marks)


def test_words_of_documents_come_back_whole() -> None:
    ledger = briefing_ledgers.three()
    text = "\n".join(p.text for p in opened(made(write_briefing(ledger))).paragraphs)
    for document in ledger.documents:
        for paragraph in document.paragraphs:
            words = " ".join(document.text[paragraph.start : paragraph.end].split())
            assert words in " ".join(text.split())


def test_control_characters_do_not_break_the_file() -> None:
    case = briefed_cases.harbour(title="A\x01B\x0b\ufffe")
    assert "A\ufffdB" in "".join(p.text for p in opened(made(write_case_briefing(case))).paragraphs)


def test_the_same_page_gives_the_same_bytes(case_docx: bytes, tmp_path: Path) -> None:
    html = write_case_briefing(briefed_cases.harbour())
    assert made(html) == made(html)
    dates = {e.date_time for e in zipfile.ZipFile(io.BytesIO(case_docx)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    path = tmp_path / "b.docx"
    path.write_bytes(case_docx)
    assert is_briefing(path)
    assert "2 of 9 packages stand" in read_document(path).text


@pytest.mark.parametrize(("package", "said"), [("docx", "python-docx"), ("matplotlib", "matplot")])
def test_without_a_package_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, package: str, said: str
) -> None:
    html = write_case_briefing(briefed_cases.harbour())
    for name in [n for n in sys.modules if n.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf"{said}.*pip install 'detente\[docx\]'"):
        made(html)

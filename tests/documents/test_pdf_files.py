"""PDF files."""

from __future__ import annotations

import io
import sys

import pypdf
import pytest

from detente.documents import Document, from_bytes
from detente.documents.page_lines import PageLine, blocks_of
from detente.errors import MissingExtra, UnreadableDocument
from tests.documents.made_files import Line, attempt, paragraph, pdf, pdf_of_streams

LONG = (
    "The foreign ministers of the two republics met for three hours on Friday and agreed to "
    "continue their talks in the autumn, a spokesman for the hosts told reporters in the city."
)


def read(data: bytes) -> Document:
    return from_bytes("report.pdf", data)


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(p.kind, document.text[p.start : p.end]) for p in document.paragraphs]


def test_lines_become_paragraphs() -> None:
    page: list[Line] = [("Ministers meet again", 20, 720), ("By Ana Silva", 11, 690)]
    page += paragraph(LONG, 660) + paragraph(LONG, 590)
    page += [("What comes next", 15, 520), *paragraph(LONG, 490)]
    page += [("• one item", 11, 420), ("• The ministers agreed to talk.", 11, 406)]
    document = read(pdf([page], title="Ministers meet again"))
    assert kinds(document) == [
        ("title", "Ministers meet again"),
        ("byline", "By Ana Silva"),
        ("body", LONG),
        ("body", LONG),
        ("heading", "What comes next"),
        ("body", LONG),
        ("bullet", "one item"),
        ("body", "The ministers agreed to talk."),
    ]
    assert document.title == "Ministers meet again"
    assert document.date is None
    assert document.media_type == "application/pdf"


def test_title_of_a_template_is_not_taken() -> None:
    page: list[Line] = [("Ministers meet again", 20, 720), *paragraph(LONG, 660)]
    assert read(pdf([page], title="Document1 - Word")).title == "Ministers meet again"


def test_running_heads_feet_and_numbers_go_and_sentences_cross_pages() -> None:
    words = LONG.split(" ")
    first, rest = " ".join(words[:15]), " ".join(words[15:])
    pages: list[list[Line]] = []
    for n in (1, 2, 3):
        body = paragraph(LONG, 700) + (paragraph(first, 640) if n < 3 else [])
        body = (paragraph(rest, 714 + 28) if n > 1 else []) + body
        pages.append([("Harbour Report", 9, 780), *body, (f"Page {n} of 3", 9, 30)])
    document = read(pdf(pages))
    assert "Harbour Report" not in document.text
    assert "Page" not in document.text
    assert [words for _, words in kinds(document)] == [LONG] * 5


def test_broken_words_are_joined_and_compounds_kept() -> None:
    lines = [
        "The negotiators spoke about transpor-",
        "tation and the long-term price of it.",
        "A second look at the long-",
        "term price, and at the US-",
        "Meridia pact and figures of 2-",
        "3 per cent, was more eﬃcient.",
    ]
    [block] = blocks_of([PageLine(1, text, 72, 700 - 14 * i, 11) for i, text in enumerate(lines)])
    assert block.text == (
        "The negotiators spoke about transportation and the long-term price of it. "
        "A second look at the long-term price, and at the US-Meridia pact and figures of 2-3 per "
        "cent, was more efficient."
    )


def test_encrypted() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([paragraph(LONG, 700)])))
    out = io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    with pytest.raises(UnreadableDocument, match="is encrypted, remove the password"):
        read(out.getvalue())


def test_locked_against_changes_only_is_read() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([paragraph(LONG, 700)])))
    out = io.BytesIO()
    writer.encrypt("", owner_password="owner", algorithm="RC4-128")
    writer.write(out)
    assert read(out.getvalue()).text == LONG


def test_scan_without_text_layer() -> None:
    with pytest.raises(UnreadableDocument, match="has no text layer, run OCR first"):
        read(pdf_of_streams([b"0 0 612 792 re f", b"0 0 612 792 re f"]))
    with pytest.raises(UnreadableDocument, match="has no text layer"):
        read(pdf([[("12", 10, 30)]] * 4))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj trailer << /Root 1 0 R >>",
        pdf([paragraph(LONG, 700)])[:300],
        b"%PDF-1.4\n" + b"[" * 20_000,
    ],
)
def test_damaged(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadableDocument, match=r"is damaged|no text layer") as caught:
        read(data)
    assert "\n" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


def test_bytes_flipped_anywhere_never_crash() -> None:
    whole = pdf([paragraph(LONG, 700)])
    for at in range(0, len(whole), 37):
        data = whole[:at] + bytes([whole[at] ^ 0x15]) + whole[at + 1 :]
        found = attempt("report.pdf", data)
        assert isinstance(found, UnreadableDocument) or found.paragraphs


def test_a_page_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = pdf_of_streams([b"0 0 m " * 2_000_000], packed=True)
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableDocument, match="page 1 unpacks to 12 MB"):
        read(bomb)


def test_drawing_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.documents.pdf.MAX_PDF_OPERATIONS", 1000)
    with pytest.raises(UnreadableDocument, match="draws without end"):
        read(pdf_of_streams([b"BT /F1 9 Tf (a) Tj ET\n" * 600]))


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.documents.pdf.MAX_PAGES", 2)
    with pytest.raises(UnreadableDocument, match="has 3 pages, the limit is 2"):
        read(pdf([paragraph(LONG, 700)] * 3))


def test_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtra, match=r"pip install 'detente\[pdf\]'"):
        read(pdf([paragraph(LONG, 700)]))

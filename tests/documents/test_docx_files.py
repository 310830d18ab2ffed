"""Word files."""

from __future__ import annotations

import datetime as dt
import io
import struct
import sys
import zipfile

import docx
import pytest

from detente.documents import Document, from_bytes
from detente.errors import MissingExtra, UnreadableDocument
from tests.documents.made_files import repacked

LONG = "The foreign ministers met for three hours and agreed to continue in the autumn."
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def simple() -> bytes:
    document = docx.Document()
    document.add_paragraph(LONG)
    return saved(document)


def with_body(body: str) -> bytes:
    xml = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return repacked(simple(), {"word/document.xml": xml.encode()})


def read(data: bytes) -> Document:
    return from_bytes("report.docx", data)


def test_structure() -> None:
    made = docx.Document()
    made.core_properties.title = "An old template"
    made.core_properties.created = dt.datetime(2001, 2, 3)
    made.add_heading("Ministers meet again", 0)
    made.add_paragraph("By Ana Silva")
    made.add_paragraph("Published 4 May 2024")
    made.add_paragraph(LONG)
    made.add_heading("What they want", 1)
    made.add_paragraph("Open the harbour", style="List Bullet")
    made.add_paragraph("The ministers must agree on the price.", style="List Number")
    table = made.add_table(2, 2)
    for i, words in enumerate(["Port", "Tons", "Sal", "300"]):
        table.cell(i // 2, i % 2).text = words
    made.add_paragraph("Delegates arrive", style="Caption")
    document = read(saved(made))
    assert [(p.kind, document.text[p.start : p.end]) for p in document.paragraphs] == [
        ("title", "Ministers meet again"),
        ("byline", "By Ana Silva"),
        ("byline", "Published 4 May 2024"),
        ("body", LONG),
        ("heading", "What they want"),
        ("bullet", "Open the harbour"),
        ("body", "The ministers must agree on the price."),
        ("bullet", "Port"),
        ("bullet", "Tons"),
        ("bullet", "Sal"),
        ("bullet", "300"),
        ("caption", "Delegates arrive"),
    ]
    assert document.title == "Ministers meet again"
    assert (document.date, document.date_basis) == (dt.date(2024, 5, 4), "published line")


def test_reads_as_it_looks_with_changes_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>They </w:t></w:r><w:del><w:r><w:delText>never </w:delText><w:t>not </w:t>"
        "</w:r></w:del><w:ins><w:r><w:t>gladly</w:t></w:r></w:ins><w:r><w:br/><w:t>agreed.</w:t>"
        "</w:r></w:p><w:p><mc:AlternateContent><mc:Choice><w:t>Boxed words stand here.</w:t>"
        "</mc:Choice><mc:Fallback><w:t>Boxed words stand here.</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>A field is full."
        "</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    text = "They gladly agreed.\n\nBoxed words stand here.\n\nA field is full."
    assert read(with_body(body)).text == text


def test_content_counts_before_the_name() -> None:
    assert from_bytes("report.txt", simple()).text == LONG


def test_declared_size_is_checked_before_unpacking() -> None:
    bomb = repacked(simple(), {"word/media/zeros.xml": b" " * 61_000_000})
    assert len(bomb) < 200_000
    with pytest.raises(UnreadableDocument, match="would unpack to 61 MB"):
        read(bomb)


def test_a_size_that_lies_is_not_believed_either() -> None:
    out = io.BytesIO(repacked(simple(), {"word/zeros.xml": b"<a>" + b" " * 5_000_000 + b"</a>"}))
    data = bytearray(out.getvalue())
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    with pytest.raises(UnreadableDocument, match="is damaged"):
        read(bytes(data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entity_tricks(encoding: str) -> None:
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY a "lol">'
        '<!ENTITY b "&a;&a;&a;&a;">]>'
        f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>"
        "</w:document>"
    )
    with pytest.raises(UnreadableDocument, match="document type"):
        read(repacked(simple(), {"word/document.xml": xml.encode(encoding)}))
    outside = '<!DOCTYPE r SYSTEM "outside.dtd"><r/>'
    with pytest.raises(UnreadableDocument, match="document type"):
        read(repacked(simple(), {"docProps/app.xml": outside.encode()}))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (simple()[:2000] + b"word/", "is damaged"),
        (repacked(simple(), {"word/document.xml": b"<w:document"}), "is damaged"),
        (repacked(simple(), {"word/document.xml": b""}), "is damaged"),
        (with_body("<w:p/>"), "holds no words"),
        (with_body("<w:tbl>" * 300 + "</w:tbl>" * 300), "is damaged"),
        (b"PK\x03\x04" + b"\0" * 100, "no DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office file"),
    ],
)
def test_what_is_no_readable_docx(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says):
        read(data)


def test_other_office_files_are_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(UnreadableDocument, match="no DOCX"):
        from_bytes("table.xlsx", out.getvalue())


@pytest.mark.parametrize(
    ("package", "name"), [("docx", "python-docx"), ("defusedxml", "defusedxml")]
)
def test_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, package: str, name: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf"package {name}: pip install 'detente\[docx\]'"):
        read(simple())


def main_part_called(suffix: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            content = old.read(part)
            if part in ("[Content_Types].xml", "_rels/.rels"):
                content = content.replace(b"word/document.xml", b"word/document" + suffix.encode())
            new.writestr(part.replace("word/document.xml", f"word/document{suffix}"), content)
    return out.getvalue()


def test_main_part_of_any_name_is_read_and_checked() -> None:
    assert read(main_part_called(".BIN", simple())).text == LONG
    hostile = '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'
    data = main_part_called(".bin", repacked(simple(), {"word/document.xml": hostile.encode()}))
    with pytest.raises(UnreadableDocument, match="document type"):
        read(data)


@pytest.mark.parametrize("node", ["<w:p/>", "<!---->", "<?a b?>"])
@pytest.mark.parametrize("suffix", [".xml", ".bin"])
def test_small_files_of_millions_of_elements_are_refused(node: str, suffix: str) -> None:
    data = main_part_called(suffix, with_body(node * 400_001))
    assert len(data) < 100_000
    with pytest.raises(UnreadableDocument, match="over 400,000 XML elements"):
        read(data)


def test_pictures_with_a_document_type_are_left_alone() -> None:
    # Drawings are not made into trees, and older programs write a document type in each.
    out = io.BytesIO(simple())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/media/map.svg", '<!DOCTYPE svg SYSTEM "svg.dtd"><svg/>')
    assert read(out.getvalue()).text == LONG

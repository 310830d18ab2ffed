"""What a Word file's archive may hold, checked before python-docx builds trees of it."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.sax.handler import ContentHandler, LexicalHandler, property_lexical_handler

from detente.documents.limits import (
    MAX_DOCX_ELEMENTS,
    MAX_DOCX_PART,
    MAX_DOCX_PARTS,
    MAX_DOCX_UNPACKED,
)
from detente.errors import UnreadableDocument

_CONTENT_TYPES = "[Content_Types].xml"
# Attributes are nodes too; Word writes a handful for an element.
_USUAL_ATTRIBUTES = 8


class _Nodes(ContentHandler, LexicalHandler):  # type: ignore[misc, unused-ignore]
    """Counts what a tree would hold, and keeps the content types of the parts."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.count = 0
        self.types: list[dict[str, str]] = []
        self.keeps_types = False

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        self._add(1 + len(attrs) // _USUAL_ATTRIBUTES)
        if self.keeps_types:
            self.types.append({key: attrs.getValue(key) for key in attrs.getNames()})

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: N802
        self._add(1)

    def comment(self, content: str) -> None:
        self._add(1)

    def _add(self, nodes: int) -> None:
        self.count += nodes
        if self.count > MAX_DOCX_ELEMENTS:
            raise UnreadableDocument(
                self.name,
                f"holds over {MAX_DOCX_ELEMENTS:,} XML elements; split it or save its text instead",
            )


def check_archive(name: str, data: bytes, make_parser: Any) -> None:
    """Refuse archives that would unpack to too much, and XML with a document type.

    Raises
    ------
    UnreadableDocument
        If the archive is encrypted, or its parts or their XML are too many or too large.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        # zipfile never gives more bytes of a part than its declared size.
        total = sum(part.file_size for part in parts)
        if total > MAX_DOCX_UNPACKED or len(parts) > MAX_DOCX_PARTS:
            raise _bomb(name, total, len(parts))
        if any(part.flag_bits & 1 for part in parts):
            raise UnreadableDocument(name, "is encrypted, remove the password and save it again")
        nodes = _Nodes(name)

        def check(part: zipfile.ZipInfo) -> None:
            if part.file_size > MAX_DOCX_PART:
                raise _bomb(name, total, len(parts))
            parser = make_parser()
            parser.forbid_dtd = True
            parser.setContentHandler(nodes)
            parser.setProperty(property_lexical_handler, nodes)
            with archive.open(part) as stream:
                parser.parse(stream)

        nodes.keeps_types = True
        for part in parts:
            if part.filename == _CONTENT_TYPES:
                check(part)
        nodes.keeps_types = False
        endings, names = _parsed(nodes.types)
        for part in parts:
            low = part.filename.lower()
            if part.filename != _CONTENT_TYPES and (low.endswith(endings) or f"/{low}" in names):
                check(part)


def _parsed(types: list[dict[str, str]]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Endings and names of the parts that python-docx makes trees of, in lower case.

    Its own table decides by content type, so a main part may be called anything.
    """
    from docx.opc.part import PartFactory

    xml = [t for t in types if t.get("ContentType") in PartFactory.part_type_for]
    endings = {".xml", ".rels"} | {f".{t['Extension'].lower()}" for t in xml if "Extension" in t}
    names = frozenset(t["PartName"].lower() for t in xml if "PartName" in t)
    return tuple(sorted(endings)), names


def _bomb(name: str, total: int, parts: int) -> UnreadableDocument:
    return UnreadableDocument(
        name,
        f"would unpack to {total // 10**6:,} MB in {parts:,} parts, which is "
        "no text document; save its text instead",
    )

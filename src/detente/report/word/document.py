"""The page as DOCX: headings, editable tables with head rows, figures as pictures with words."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from detente.errors import MissingExtra
from detente.report.word.blocks import Blocks
from detente.report.word.marks import Marks
from detente.report.word.tree import read_page

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
# A zip archive needs a date; this one says nothing.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
#: By this a file is known as ours, see detente.documents.briefings.
_CREATOR = "detente"


def as_docx(html: str) -> bytes:
    """A page of :func:`detente.report.page.page` as DOCX; the same page gives the same bytes.

    Raises
    ------
    MissingExtra
        If python-docx, or matplotlib for the figures, is not installed.
    """
    try:
        from docx import Document
    except ImportError as error:
        raise MissingExtra("python-docx", "docx", "writing a DOCX") from error
    # Drawings are kept aside as they are written: reading them as HTML would lose their case.
    drawings: list[str] = []

    def aside(found: re.Match[str]) -> str:
        drawings.append(found[0])
        hidden = ' aria-hidden="true"' if 'aria-hidden="true"' in found[0][:200] else ""
        return f'<svg data-n="{len(drawings) - 1}"{hidden}></svg>'

    page = read_page(_DRAWING.sub(aside, html))
    document = Document()
    _prepare(document)
    marks = Marks(page)
    blocks = Blocks(document, marks, drawings)
    blocks.page(page)
    title = page.first("h1")
    document.core_properties.title = "" if title is None else marks.clean(title.text())
    file = io.BytesIO()
    document.save(file)
    return _without_dates(file.getvalue())


def _prepare(document: Any) -> None:
    """Sizes, language and who wrote it."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    properties = document.core_properties
    properties.author, properties.comments, properties.language = _CREATOR, "", "en-GB"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(18)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Cambria", Pt(10.5)
    normal.paragraph_format.space_after = Pt(5)
    language = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): "en-GB"})
    normal.element.get_or_add_rPr().append(language)
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Caption"):
        style = document.styles[name]
        style.font.name = "Calibri"
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        if fonts is not None:
            for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{attribute}"), None)
    document.styles["Caption"].font.size = Pt(9.5)
    document.styles["Caption"].paragraph_format.keep_with_next = True


def _without_dates(raw: bytes) -> bytes:
    """The archive with no clock in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return file.getvalue()

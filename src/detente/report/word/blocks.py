"""Blocks of the page as those of a DOCX: headings, paragraphs, lists, tables, figures, sources."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

from detente.report.still_svg import SVG, still
from detente.report.word.inline import Inline, Look
from detente.report.word.marks import Marks
from detente.report.word.picture import as_png
from detente.report.word.tree import Element

_SKIPPED = frozenset(("nav", "script", "style", "title", "meta", "button", "svg", "head"))
_HIDDEN = frozenset(("skip", "noprint", "card"))
_HEADINGS = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "h4": "Heading 3"}
_WIDEST_MM = 174.0
# A drawing of so many units is as wide as the text.
_FULL = 640.0


class Blocks:
    """Walks the page and adds to the document what it meets."""

    def __init__(self, document: Any, marks: Marks, drawings: Sequence[str]) -> None:
        self.document, self.marks, self.drawings = document, marks, drawings

    def page(self, page: Element) -> None:
        """The whole page, with what is accepted at the foot of every sheet."""
        kicker = next((e for e in page.walk() if "kicker" in e.classes), None)
        if kicker is not None:
            state = kicker.all("span")[-1].text()
            foot = self.document.sections[0].footer.paragraphs[0]
            foot.add_run(self.marks.clean(f"Détente briefing · {state} · "))
            _page_number(foot)
        body = page.first("body")
        if body is not None:
            self.block(body)

    def block(self, element: Element) -> None:
        """One element and what is in it."""
        if element.tag in _SKIPPED or element.classes & _HIDDEN:
            return
        self.marks.wait(element)
        if element.tag in _HEADINGS:
            self._heading(element)
        elif element.tag in ("p", "summary", "figcaption", "dt", "dd"):
            self._paragraph(element)
        elif element.tag in ("ul", "ol"):
            self._list(element)
        elif element.tag == "table":
            self._table(element)
        elif element.tag == "figure":
            self._figure(element)
        elif element.tag == "dl":
            self._pairs(element)
        elif element.tag == "article":
            self._source(element)
        else:
            for child in element.children:
                if isinstance(child, Element):
                    self.block(child)

    def _heading(self, element: Element) -> None:
        paragraph = self.document.add_paragraph(style=_HEADINGS[element.tag])
        inline = Inline(paragraph, self.marks)
        number = next((e for e in element.all("span") if "no" in e.classes), None)
        if number is not None:
            number.children.append(". ")
        inline.fill(element)

    def _paragraph(self, element: Element) -> None:
        if element.tag == "summary" or not element.text().strip():
            return  # what folds has a caption that says the same
        small = bool(element.classes & {"status", "small", "kicker"})
        look = Look(small=small, bold="parth" in element.classes)
        Inline(self.document.add_paragraph(), self.marks).fill(element, look)

    def _list(self, element: Element) -> None:
        items = [e for e in element.children if isinstance(e, Element) and e.tag == "li"]
        for number, item in enumerate(items, 1):
            self.marks.wait(item)
            ordered = element.tag == "ol"
            paragraph = self.document.add_paragraph(style=None if ordered else "List Bullet")
            inline = Inline(paragraph, self.marks)
            if ordered:
                item.children.insert(0, f"{number}. ")
            inline.fill(item)

    def _pairs(self, element: Element) -> None:
        for pair in (e for e in element.walk() if e.tag == "div"):
            paragraph = self.document.add_paragraph()
            inline = Inline(paragraph, self.marks)
            for part in pair.children:
                if isinstance(part, Element) and part.tag == "dt":
                    part.children.append(": ")
                    inline.fill(part, Look(bold=True))
                elif isinstance(part, Element):
                    inline.fill(part)

    def _table(self, element: Element) -> None:
        caption = element.first("caption")
        if caption is not None:
            Inline(self.document.add_paragraph(style="Caption"), self.marks).fill(caption)
        rows = element.all("tr")
        columns = max((_width(row) for row in rows), default=0)
        if not columns:
            return
        table = self.document.add_table(rows=0, cols=columns)
        table.style = "Table Grid"
        table.autofit = True
        for row in rows:
            self._row(table.add_row(), row, columns)
        self.document.add_paragraph()

    def _row(self, made: Any, row: Element, columns: int) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self.marks.wait(row)
        given = [c for c in row.children if isinstance(c, Element) and c.tag in ("td", "th")]
        head = bool(given) and all(c.attributes.get("scope") == "col" for c in given)
        properties = made._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if head:
            repeated = OxmlElement("w:tblHeader")
            repeated.set(qn("w:val"), "true")
            properties.append(repeated)
        cells = made.cells
        at = 0
        for cell in given:
            span = min(int(cell.attributes.get("colspan", "1") or 1), columns - at)
            if span < 1:
                break
            place = cells[at] if span == 1 else cells[at].merge(cells[at + span - 1])
            self._cell(place, cell)
            at += span

    def _cell(self, place: Any, cell: Element) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        self.marks.wait(cell)
        paragraph = place.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        if "num" in cell.classes:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        Inline(paragraph, self.marks).fill(cell, Look(bold=cell.tag == "th"))
        for run in paragraph._p.iter(_tag("w:r")):
            _at_most(run, 8.5)

    def _figure(self, element: Element) -> None:
        from docx.shared import Mm

        for drawing in (e for e in element.walk() if e.tag == "svg"):
            svg = still(self.drawings[int(drawing.attributes["data-n"])])
            picture, (wide, _) = as_png(svg)
            paragraph = self.document.add_paragraph()
            self.marks.set_in(paragraph)
            paragraph.paragraph_format.keep_with_next = True
            width = Mm(_WIDEST_MM * min(1.0, wide / _FULL))
            shape = paragraph.add_run().add_picture(io.BytesIO(picture), width=width)
            title, description = _words_of(svg)
            about = shape._inline.docPr
            about.set("title", self.marks.clean(title))
            about.set("descr", self.marks.clean(f"{title}. {description}".strip()))
        for caption in element.all("figcaption"):
            self.marks.wait(caption)
            paragraph = self.document.add_paragraph()
            Inline(paragraph, self.marks).fill(caption, Look(small=True))

    def _source(self, element: Element) -> None:
        """One document's text, with the numbers of its paragraphs."""
        right_to_left = element.attributes.get("dir") == "rtl"
        for part in element.walk():
            if part.tag == "h3" and "name" in part.classes:
                self.marks.wait(part)
                self._heading(part)
            elif "p" in part.classes:
                paragraph = self.document.add_paragraph()
                if right_to_left:
                    paragraph._p.get_or_add_pPr().append(
                        paragraph._p.makeelement(_tag("w:bidi"), {})
                    )
                if "data-n" in part.attributes:
                    part.children.insert(0, f"[{part.attributes['data-n']}] ")
                look = Look(bold=part.tag == "h4")
                Inline(paragraph, self.marks).fill(part, look)


def _width(row: Element) -> int:
    return sum(
        int(c.attributes.get("colspan", "1") or 1)
        for c in row.children
        if isinstance(c, Element) and c.tag in ("td", "th")
    )


def _words_of(svg: str) -> tuple[str, str]:
    root = ElementTree.fromstring(svg)
    said = [root.find(f"{SVG}{name}") for name in ("title", "desc")]
    title, description = ("" if part is None else (part.text or "") for part in said)
    return title, re.sub(r"\s+", " ", description)


def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def _at_most(run: Any, points: float) -> None:
    """Make a run of a table no larger than its table's words."""
    size = run.get_or_add_rPr().find(_tag("w:sz"))
    if size is None:
        size = run.get_or_add_rPr()._add_sz()
        size.set(_tag("w:val"), str(round(points * 2)))


def _page_number(paragraph: Any) -> None:
    from docx.oxml import OxmlElement

    field = OxmlElement("w:fldSimple")
    field.set(_tag("w:instr"), "PAGE")
    paragraph._p.append(field)

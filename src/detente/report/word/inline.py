"""Words of the page as runs of a paragraph: bold, small, links to other places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from detente.report.word.marks import Marks
from detente.report.word.tree import Element

_SPACE = re.compile(r"[ \t\r\n\f]+")
_SKIPPED = frozenset(("svg", "script", "style", "button"))
#: Elements that stand on lines of their own inside a cell or an item.
_LINES = frozenset(("p", "br", "li", "div", "dd"))
_SMALL_CLASSES = frozenset(("loc", "tag", "cf", "fact"))


@dataclass(frozen=True)
class Look:
    """How words are set; ``anchor`` is the bookmark that they lead to."""

    bold: bool = False
    small: bool = False
    anchor: str | None = None
    kept: bool = False


class Inline:
    """Fills one paragraph with the words of elements."""

    def __init__(self, paragraph: Any, marks: Marks) -> None:
        self.paragraph, self.marks = paragraph, marks
        self.ends_open = True
        marks.set_in(paragraph)

    def fill(self, element: Element, look: Look | None = None) -> None:
        """All words below an element."""
        look = look or Look()
        for child in element.children:
            if isinstance(child, str):
                self._say(child, look)
            else:
                self._element(child, look)

    def _element(self, element: Element, look: Look) -> None:
        if element.tag in _SKIPPED:
            return
        self.marks.wait(element)
        if element.attributes.get("id"):
            self.marks.set_in(self.paragraph)
        block = element.tag in _LINES or ("quote" in element.classes)
        if block and not self.ends_open:
            self._break()
        if element.tag in ("b", "strong"):
            look = replace(look, bold=True)
        if element.tag == "small" or element.classes & _SMALL_CLASSES:
            if element.tag == "small" or "cf" in element.classes:
                self._say(" ", look)
            look = replace(look, small=True)
        if element.tag == "a":
            anchor = self.marks.name(element.attributes.get("href", "")[1:])
            look = replace(look, anchor=anchor or look.anchor)
        if "tag" in element.classes:
            self._say(" [", look)
        if "vh" in element.classes:
            self._say(" ", look)
        self.fill(element, look)
        if "tag" in element.classes:
            self._say("]", look)
        if block and element.tag != "br":
            self._wants_break = True

    _wants_break = False

    def _break(self) -> None:
        self.paragraph.add_run().add_break()
        self.ends_open = True
        self._wants_break = False

    def _say(self, text: str, look: Look) -> None:
        words = text if look.kept else _SPACE.sub(" ", text)
        if self.ends_open and not look.kept:
            words = words.lstrip(" ")
        if not words:
            return
        if self._wants_break and words.strip(" ,;."):
            self._break()
            words = words.lstrip(" ")
        from docx.shared import Pt, RGBColor

        run = self.paragraph.add_run(self.marks.clean(words))
        run.bold = True if look.bold else None
        if look.small:
            run.font.size = Pt(8)
            run.font.color.rgb = RGBColor(0x4B, 0x50, 0x58)
        if look.anchor is not None:
            self._link(run, look.anchor)
        self.ends_open = words.endswith(" ")

    def _link(self, run: Any, anchor: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        run.font.color.rgb = RGBColor(0x1F, 0x3F, 0x68)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), anchor)
        link.set(qn("w:history"), "1")
        self.paragraph._p.remove(run._r)
        link.append(run._r)
        self.paragraph._p.append(link)

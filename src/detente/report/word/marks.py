"""Places that links lead to, as bookmarks of a DOCX."""

from __future__ import annotations

import re
from typing import Any

from detente.report.word.tree import Element

# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Marks:
    """Names for the ids of a page that are linked to; others need none."""

    def __init__(self, page: Element) -> None:
        linked = {
            e.attributes["href"][1:]
            for e in page.walk()
            if e.tag == "a" and e.attributes.get("href", "").startswith("#")
        }
        there = [e.attributes["id"] for e in page.walk() if e.attributes.get("id") in linked]
        # A bookmark's name is short and of letters and digits.
        self._names = {id_: f"place{number}" for number, id_ in enumerate(there, 1)}
        self._waiting: list[str] = []
        self._numbers = 0

    def name(self, id_: str) -> str | None:
        """The bookmark of an id; None where nothing leads there."""
        return self._names.get(id_)

    def wait(self, element: Element) -> None:
        """Have the element's place marked in the paragraph that comes next."""
        name = self._names.get(element.attributes.get("id", ""))
        if name is not None:
            self._waiting.append(name)

    def set_in(self, paragraph: Any) -> None:
        """Mark the places that wait at the beginning of what follows in a paragraph."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        for name in self._waiting:
            self._numbers += 1
            start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
            start.set(qn("w:id"), str(self._numbers))
            start.set(qn("w:name"), name)
            end.set(qn("w:id"), str(self._numbers))
            paragraph._p.append(start)
            paragraph._p.append(end)
        self._waiting.clear()

    @staticmethod
    def clean(text: str) -> str:
        """Text that XML can hold."""
        return _FORBIDDEN.sub("\ufffd", text)

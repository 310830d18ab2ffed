"""A workbook as bytes that are the same for the same content."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from detente.formats.xlsx.file_sheets import Results
from detente.formats.xlsx.kinds import CellValue

ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
_WHEN = (1980, 1, 1, 0, 0, 0)
_FORMULA = re.compile(
    r'<c r="([A-Z]{1,3}[0-9]{1,7})"([^>]*)>(<f[^>]*>[^<]*</f>)<v ?(?:/>|></v>)</c>'
)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def packed(book: Any, results: Results | None = None) -> bytes:
    """The file of a workbook without the time of its making.

    ``results`` are what its formulas gave; without them nobody could read the file before a
    spreadsheet program has calculated it.
    """
    known = {
        f"xl/worksheets/sheet{number}.xml": results[sheet.title]
        for number, sheet in enumerate(book.worksheets, start=1)
        if results and results.get(sheet.title)
    }
    made = io.BytesIO()
    book.save(made)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(made) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            raw = old.read(part)
            if part.filename == "docProps/core.xml":
                raw = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z\2", raw)
            if part.filename in known:
                raw = _with_results(raw.decode(), known[part.filename]).encode()
            entry = zipfile.ZipInfo(part.filename, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, raw)
    return out.getvalue()


def _with_results(xml: str, results: Mapping[str, CellValue]) -> str:
    """A sheet whose formulas have their results beside them."""

    def put(found: re.Match[str]) -> str:
        name, style, formula = found.groups()
        value = results.get(name)
        if value is None:
            return found[0]
        kind, words = _typed(value)
        return f'<c r="{name}"{style}{kind}>{formula}<v>{words}</v></c>'

    return _FORMULA.sub(put, xml)


def _typed(value: CellValue) -> tuple[str, str]:
    """The type of a result, as an attribute, and the result in words."""
    if isinstance(value, bool):
        return ' t="b"', str(int(value))
    if isinstance(value, int | float):
        return "", repr(value)
    if isinstance(value, str):
        return (' t="e"' if value in ERRORS else ' t="str"'), escape(value)
    return ' t="d"', value.isoformat() if hasattr(value, "isoformat") else str(value)

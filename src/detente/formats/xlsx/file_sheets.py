"""The sheets of a file as rows of cells under their headings; formulas with what they gave."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.errors import MissingExtra
from detente.formats.xlsx.bounds import TooMuch
from detente.formats.xlsx.cells import FileCell
from detente.formats.xlsx.kinds import CellValue, in_words
from detente.formats.xlsx.parts import Parts, cells_of
from detente.formats.xlsx.sheets import BY_NAME, REST

#: Results of formulas: by the title of the sheet, then by the name of the cell.
Results = dict[str, dict[str, CellValue]]


@dataclass
class FileRow:
    """A row: its number and its cells by heading, and by column where there is no heading."""

    number: int
    cells: dict[str, FileCell] = field(default_factory=dict)
    others: dict[int, FileCell] = field(default_factory=dict)


@dataclass
class FileSheet:
    """A sheet that a case has: the name it has in the file, the row and columns of headings."""

    title: str
    header: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    rows: list[FileRow] = field(default_factory=list)


def plain_name(name: str) -> str:
    """How names of sheets and headings are compared: ``Red Lines`` is ``red_lines``."""
    return "_".join(name.replace("_", " ").lower().split())


def read_sheets(raw: bytes) -> dict[str, FileSheet]:
    """The sheets of a case in a file that has been checked, by name.

    Raises
    ------
    TooMuch
        If the file is damaged, or two sheets have one name.
    MissingExtra
        If openpyxl is not installed.
    """
    found: dict[str, FileSheet] = {}
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = _parts(archive)
        for title, part in parts.sheets.items():
            name = plain_name(title)
            if name in BY_NAME or name == REST:
                if name in found:
                    raise TooMuch(f"two sheets are called {name}")
                found[name] = _read(parts, title, part)
    return found


def read_results(raw: bytes) -> Results:
    """What the formulas of every sheet gave when a program last calculated them.

    Raises
    ------
    TooMuch, MissingExtra
        As :func:`read_sheets`.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = _parts(archive)
        return {
            title: {
                cell.name: cell.value
                for _, row in cells_of(parts, part)
                for _, cell in row
                if cell.formula and cell.value is not None
            }
            for title, part in parts.sheets.items()
        }


def _parts(archive: zipfile.ZipFile) -> Parts:
    try:
        import openpyxl  # noqa: F401  formats and dates of cells are read by it
    except ImportError:
        raise MissingExtra("openpyxl", "formats", "reading and writing .xlsx") from None
    return Parts(archive)


def _read(parts: Parts, title: str, part: str) -> FileSheet:
    made = FileSheet(title)
    headings: Mapping[int, str] = {}
    for number, row in cells_of(parts, part):
        if not made.header:
            made.header = number
            headings = _headings(made, row)
        else:
            made.rows.append(_row(number, row, headings))
    return made


def _headings(sheet: FileSheet, row: list[tuple[int, FileCell]]) -> Mapping[int, str]:
    """Headings by column; of two equal ones the first counts."""
    for column, cell in row:
        words = in_words(cell.value) if cell.value is not None else ""
        sheet.columns.setdefault(plain_name(words).replace("_", " "), column)
    return {column: heading for heading, column in sheet.columns.items()}


def _row(number: int, row: list[tuple[int, FileCell]], headings: Mapping[int, str]) -> FileRow:
    made = FileRow(number)
    for column, cell in row:
        if column in headings:
            made.cells[headings[column]] = cell
        else:
            made.others[column] = cell
    return made

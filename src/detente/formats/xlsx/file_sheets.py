"""The sheets of a file as rows of cells under their headings; formulas with what they gave."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from detente.errors import MissingExtra
from detente.formats.xlsx.bounds import TooMuch
from detente.formats.xlsx.cells import FileCell
from detente.formats.xlsx.kinds import CellValue, in_words
from detente.formats.xlsx.sheets import BY_NAME, REST

MOST_COLUMNS = 500
T = TypeVar("T")
#: Results of formulas: by the title of the sheet, then by row and column.
Results = dict[str, dict[tuple[int, int], CellValue]]


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
        If the file is damaged, or declares entities.
    MissingExtra
        If openpyxl is not installed.
    """
    return _with_book(raw, _sheets)


def read_results(raw: bytes) -> Results:
    """What the formulas of every sheet gave when a program last calculated them.

    Raises
    ------
    TooMuch, MissingExtra
        As :func:`read_sheets`.
    """
    return _with_book(raw, _results)


def _with_book(raw: bytes, look: Callable[[Any], T]) -> T:
    try:
        import defusedxml  # noqa: F401  openpyxl reads by it where it is installed
        import openpyxl
    except ImportError as error:
        raise MissingExtra(str(error.name), "formats", "reading and writing .xlsx") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
            try:
                return look(book)
            finally:
                book.close()
    except TooMuch:
        raise
    except Exception as error:
        # Whatever a damaged part makes the reader do: the user needs one line, not its insides.
        what = " ".join(str(error).split())[:120] or type(error).__name__
        raise TooMuch(f"no workbook that can be read ({what})") from None


def _sheets(book: Any) -> dict[str, FileSheet]:
    found: dict[str, FileSheet] = {}
    for sheet in book.worksheets:
        name = plain_name(sheet.title)
        if name in BY_NAME or name == REST:
            if name in found:
                raise TooMuch(f"two sheets are called {name}")
            found[name] = _read(book, sheet)
    return found


def _results(book: Any) -> Results:
    made: Results = {}
    for sheet in book.worksheets:
        with sheet._get_source() as source:
            for _, cells in _parser(source, book, sheet).parse():
                for cell in cells:
                    if cell["formula"] and cell["value"] is not None:
                        place = (cell["row"], cell["column"])
                        made.setdefault(sheet.title, {})[place] = cell["value"]
    return made


def _read(book: Any, sheet: Any) -> FileSheet:
    made = FileSheet(sheet.title)
    percent = _percent_styles(book)
    headings: Mapping[int, str] = {}
    with sheet._get_source() as source:
        for number, cells in _parser(source, book, sheet).parse():
            row = [(c["column"], _cell(c, percent)) for c in cells if c["column"] <= MOST_COLUMNS]
            row = [(column, cell) for column, cell in row if not cell.blank]
            if not row:
                continue
            if not made.header:
                made.header = number
                headings = _headings(made, row)
                continue
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


def _cell(given: Mapping[str, Any], percent: frozenset[int]) -> FileCell:
    from openpyxl.utils import get_column_letter

    return FileCell(
        f"{get_column_letter(given['column'])}{given['row']}",
        given["value"],
        formula=given["formula"],
        error=given["data_type"] == "e",
        percent=given["style_id"] in percent,
    )


def _percent_styles(book: Any) -> frozenset[int]:
    """Numbers of the styles that show a number as a percentage."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    made = set()
    for number, style in enumerate(book._cell_styles):
        own = style.numFmtId - 164
        name = BUILTIN_FORMATS.get(style.numFmtId, "")
        if 0 <= own < len(book._number_formats):
            name = book._number_formats[own]
        if "%" in name:
            made.add(number)
    return frozenset(made)


def _parser(source: Any, book: Any, sheet: Any) -> Any:
    """Openpyxl's own parser of a sheet, which here also says which cells are formulas."""
    from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

    parser: Any = WorkSheetParser(
        source,
        sheet._shared_strings,
        data_only=True,
        epoch=book.epoch,
        date_formats=book._date_formats,
        timedelta_formats=book._timedelta_formats,
    )
    plain = parser.parse_cell

    def parse_cell(element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = plain(element)
        cell["formula"] = element.find(FORMULA_TAG) is not None
        return cell

    parser.parse_cell = parse_cell
    return parser

"""A case into a new workbook."""

from __future__ import annotations

from typing import Any

from detente.errors import MissingExtra
from detente.formats.xlsx.kinds import CellValue
from detente.formats.xlsx.look import dress, style_cell
from detente.formats.xlsx.plan import Plan
from detente.formats.xlsx.sheets import CASE_FIELDS, REST, SHEETS, Sheet, all_columns

#: What a spreadsheet program could take for a formula or a command when it stands first.
_COMMANDS = ("=", "+", "-", "@", "\t")


def new_workbook(plan: Plan) -> Any:
    """A workbook with the sheets that the plan fills, and those that people fill first."""
    book = empty_workbook()
    for sheet in SHEETS:
        add_sheet(book, sheet, plan)
    add_rest(book, plan)
    return book


def empty_workbook() -> Any:
    """A workbook without sheets.

    Raises
    ------
    MissingExtra
        If openpyxl is not installed.
    """
    try:
        import openpyxl
    except ImportError:
        raise MissingExtra("openpyxl", "formats", "reading and writing .xlsx") from None
    book: Any = openpyxl.Workbook()
    book.remove(book.active)
    return book


def add_sheet(book: Any, sheet: Sheet, plan: Plan) -> None:
    """Add a sheet with its rows, unless it would be empty and nobody misses it."""
    if sheet.name == "case":
        made = book.create_sheet(sheet.name)
        dress(made, sheet, len(CASE_FIELDS))
        for row, (field, _, kind, about) in enumerate(CASE_FIELDS, start=2):
            set_cell(made.cell(row, 1), field)
            value = made.cell(row, 2)
            set_cell(value, plan.fields.get(field))
            style_cell(value, sheet.columns[1])
            if about:
                _hint(made.cell(row, 1), f"{about}\nfits: {kind.fits}")
        return
    rows = plan.rows.get(sheet.name, [])
    if not rows and not sheet.always:
        return
    made = book.create_sheet(sheet.name)
    dress(made, sheet, len(rows))
    columns = all_columns(sheet)
    for number, cells in enumerate(rows, start=2):
        for place, column in enumerate(columns, start=1):
            if column.heading in cells:
                cell = made.cell(number, place)
                set_cell(cell, cells[column.heading])
                style_cell(cell, column)


def add_rest(book: Any, plan: Plan) -> None:
    """Add the sheet of what no column holds, if there is anything."""
    if not plan.rest:
        return
    made = book.create_sheet(REST)
    made.column_dimensions["A"].width, made.column_dimensions["B"].width = 44, 80
    made.freeze_panes = "A2"
    for row, pair in enumerate([("path", "value"), *plan.rest], start=1):
        for column, value in enumerate(pair, start=1):
            set_cell(made.cell(row, column), value)


def set_cell(cell: Any, value: CellValue | None) -> None:
    """Put a value into a cell; text is text, whatever it begins with."""
    cell.value = value
    if isinstance(value, float) and needs_all_digits(value):
        # openpyxl writes sixteen digits; the seventeenth goes through as text of a number.
        cell._value, cell.data_type = repr(value), "n"
    if not isinstance(value, str):
        return
    # openpyxl takes '=1' for a formula and '#N/A' for an error; a case holds neither.
    cell.data_type = "s"
    if value.startswith(_COMMANDS):
        cell.quotePrefix = True


def needs_all_digits(value: float) -> bool:
    """Whether sixteen digits are not the number."""
    return float(f"{value:.16g}") != value


def _hint(cell: Any, words: str) -> None:
    from openpyxl.comments import Comment

    cell.comment = Comment(words.strip(), "Détente", width=280, height=80)

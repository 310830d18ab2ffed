"""How a workbook looks: headings, widths, lists to choose from, hints, tinted drafts."""

from __future__ import annotations

from typing import Any

from detente.formats.xlsx.sheets import DRAFT, Column, Sheet, all_columns

#: Rows that lists to choose from and tints cover, beyond those filled.
SPARE_ROWS = 500
_HEADING = "FF1F3A4D"
_DRAFTED = "FFFFF2CC"
_AUTHOR = "Détente"


def dress(sheet: Any, plan: Sheet, filled: int) -> None:
    """Give a new sheet its headings, widths, hints, lists and tints."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    columns = all_columns(plan)
    last = filled + 1 + SPARE_ROWS
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(1, number, column.heading)
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor=_HEADING)
        cell.alignment = Alignment(vertical="top")
        cell.comment = Comment(hint(plan, column), _AUTHOR, width=280, height=110)
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = column.width
        _offer(sheet, column, f"{letter}2:{letter}{last}")
    key = len(plan.key) if plan.key[0] == columns[0].heading else 0
    sheet.freeze_panes = sheet.cell(2, 1 + min(key, 2))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{filled + 1}"
    if plan.entries:
        _tint(sheet, plan, columns, last)


def hint(plan: Sheet, column: Column) -> str:
    """What fits into a column, in words."""
    lines = [column.about] if column.about else []
    if column.options:
        lines.append(f"one of {', '.join(column.options)}")
    elif column.kind.fits not in lines:
        lines.append(f"fits: {column.kind.fits}")
    if column.default:
        lines.append(f"empty means {column.default}")
    if column.heading == plan.key[0]:
        lines.insert(0, f"Sheet {plan.name}: {plan.about}.")
    return "\n".join(lines)


def _offer(sheet: Any, column: Column, cells: str) -> None:
    """A list to choose from, where there is one."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.options:
        offered = f'"{",".join(column.options)}"'
    elif column.refers:
        offered = f"{column.refers}!$A$2:$A${SPARE_ROWS * 4}"
    else:
        return
    given = DataValidation(type="list", formula1=offered, allow_blank=True)
    # An id may come before its entry; a word that no column knows is a mistake at once.
    given.errorStyle = "stop" if column.options else "warning"
    given.error = f"one of {', '.join(column.options)}" if column.options else "no such id yet"
    given.errorTitle = column.heading
    given.showErrorMessage = True
    given.add(cells)
    sheet.add_data_validation(given)


def _tint(sheet: Any, plan: Sheet, columns: tuple[Column, ...], last: int) -> None:
    """Colour what nobody has accepted: a whole row, or the columns that the draft cell names."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill
    from openpyxl.utils import get_column_letter

    headings = [column.heading for column in columns]
    if DRAFT not in headings:
        return
    draft = f"${get_column_letter(headings.index(DRAFT) + 1)}2"
    make: Any = FormulaRule
    fill = PatternFill("solid", bgColor=_DRAFTED, fgColor=_DRAFTED)
    listed = f'", "&{draft}&","'
    for number, column in enumerate(columns, start=1):
        tests = [f'ISNUMBER(SEARCH(", yes,",{listed}))']
        if column.holder is not None:
            tests.append(f'ISNUMBER(SEARCH(", {column.heading},",{listed}))')
        letter = get_column_letter(number)
        rule = make(formula=[f"OR({','.join(tests)})"], fill=fill)
        sheet.conditional_formatting.add(f"{letter}2:{letter}{last}", rule)


def style_cell(cell: Any, column: Column) -> None:
    """Text stays as typed; long text wraps."""
    from openpyxl.styles import Alignment

    if column.kind.as_text:
        cell.number_format = "@"
    if column.width >= 24:
        cell.alignment = Alignment(wrap_text=True, vertical="top")

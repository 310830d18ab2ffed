"""A case into an older workbook: formulas, unknown columns and sheets stay where they can."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any

from detente.formats.xlsx.bounds import TooMuch
from detente.formats.xlsx.cells import FileCell, Unfit, content
from detente.formats.xlsx.entry_rows import Cells
from detente.formats.xlsx.file_sheets import FileRow, FileSheet, Results, read_results
from detente.formats.xlsx.kinds import CellValue, in_words
from detente.formats.xlsx.look import style_cell
from detente.formats.xlsx.plan import Plan
from detente.formats.xlsx.sheets import (
    CASE_FIELDS,
    REST,
    SHEETS,
    Column,
    Sheet,
    all_columns,
)
from detente.formats.xlsx.writing import add_rest, add_sheet, needs_all_digits, set_cell

Key = tuple[str, ...]


def updated(raw: bytes, sheets: Mapping[str, FileSheet], plan: Plan) -> tuple[Any, Results]:
    """The older workbook with the cells of a case, and the results of its formulas.

    A cell is written only where it says something else than the case; a formula stays while
    its result is what the case says. Rows keep their places unless entries come in another
    order; then they move with everything that stands in them.

    Raises
    ------
    TooMuch
        If a part of the workbook is damaged.
    """
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(raw))
    except Exception as error:
        # Parts that reading does without, such as a chart, may be damaged in any way.
        what = " ".join(str(error).split())[:100] or type(error).__name__
        raise TooMuch(f"cannot be written over ({what}); choose another name") from None
    results = read_results(raw)
    for sheet in SHEETS:
        found = sheets.get(sheet.name)
        if found is None or not found.header:
            if found is not None:
                del book[found.title]
            add_sheet(book, sheet, plan)
        elif sheet.name == "case":
            _update_fields(book[found.title], found, plan)
        else:
            given = results.setdefault(found.title, {})
            _Update(book[found.title], sheet, found, given).write(plan.rows.get(sheet.name, []))
    if REST in sheets:
        del book[sheets[REST].title]
    add_rest(book, plan)
    return book, results


def _update_fields(page: Any, found: FileSheet, plan: Plan) -> None:
    field_at, value_at = found.columns.get("field", 1), found.columns.get("value", 2)
    at: dict[str, FileRow] = {}
    for row in found.rows:
        cell = row.cells.get("field")
        if cell is not None and cell.value is not None:
            at.setdefault(" ".join(in_words(cell.value).replace("_", " ").lower().split()), row)
    after = max((row.number for row in found.rows), default=found.header) + 1
    for field, _, kind, _ in CASE_FIELDS:
        new = plan.fields.get(field)
        if field not in at and new is None:
            continue
        row = at.get(field, FileRow(after))
        if field not in at:
            after += 1
            set_cell(page.cell(row.number, field_at), field)
        old = row.cells.get("value", FileCell("", None))
        column = Column("value", ("value",), kind, width=90)
        _set(page.cell(row.number, value_at), column, old, new)


def _same(column: Column, old: FileCell, new: CellValue | None) -> bool:
    """Whether a cell says already what is to be written."""
    if old.blank:
        return new is None
    if new is None:
        return False
    try:
        return bool(column.kind.read(content(old)) == column.kind.read(new))
    except (Unfit, ValueError):
        return False


def _set(cell: Any, column: Column, old: FileCell, new: CellValue | None) -> None:
    exact = isinstance(new, float) and needs_all_digits(new) and not old.formula
    if exact or not _same(column, old, new):
        cell.value = None
        set_cell(cell, new)
        if new is not None and old.blank:
            style_cell(cell, column)


class _Update:
    def __init__(
        self,
        page: Any,
        sheet: Sheet,
        found: FileSheet,
        results: dict[str, CellValue],
    ) -> None:
        self.page = page
        self.sheet = sheet
        self.found = found
        self.results = results
        self.columns = all_columns(sheet)
        self.keys = [c for c in self.columns if c.heading in sheet.key]

    def write(self, rows: Sequence[Cells]) -> None:
        self._add_columns(rows)
        old = {row.number: row for row in self.found.rows}
        by_key: dict[Key, list[int]] = {}
        for number, row in sorted(old.items()):
            by_key.setdefault(self._key_of(row), []).append(number)
        wanted: list[int | None] = []
        for cells in rows:
            numbers = by_key.get(self._key(cells), [])
            wanted.append(numbers.pop(0) if numbers else None)
        if _rising(wanted):
            self._put(rows, self._places(wanted, old), old)
        else:
            self._move(rows, wanted, old)

    def _places(self, wanted: Sequence[int | None], old: Mapping[int, FileRow]) -> list[int]:
        """Rows of entries; new ones follow the last, where nobody has written anything."""
        ours = {column.heading for column in self.columns}
        next_row = max(
            (n for n, row in old.items() if ours & set(row.cells)), default=self.found.header
        )
        made = []
        for number in wanted:
            if number is None:
                next_row += 1
                while next_row in old:
                    next_row += 1
            made.append(next_row if number is None else number)
        return made

    def _add_columns(self, rows: Sequence[Cells]) -> None:
        """Headings for what the file has no column for, right of everything."""
        last = max([*self.found.columns.values(), self.page.max_column])
        needed = {heading for cells in rows for heading in cells}
        for column in self.columns:
            if column.heading in needed and column.heading not in self.found.columns:
                last += 1
                self.found.columns[column.heading] = last
                set_cell(self.page.cell(self.found.header, last), column.heading)

    def _put(self, rows: Sequence[Cells], places: list[int], old: Mapping[int, FileRow]) -> None:
        """Rows at their places; what is ours in the other rows goes."""
        for number in old.keys() - set(places):
            self._put_row(number, old[number], {})
        for cells, number in zip(rows, places, strict=True):
            self._put_row(number, old.get(number, FileRow(number)), cells)

    def _put_row(self, number: int, old: FileRow, cells: Cells) -> None:
        for column in self.columns:
            if column.heading not in self.found.columns:
                continue
            at = self.found.columns[column.heading]
            before = old.cells.get(column.heading, FileCell("", None))
            new = cells.get(column.heading)
            if new == column.default and before.blank:
                new = None if old.cells else new
            if new is None and before.blank:
                continue
            _set(self.page.cell(number, at), column, before, new)

    def _move(
        self, rows: Sequence[Cells], wanted: list[int | None], old: Mapping[int, FileRow]
    ) -> None:
        """Every row with all that stands in it to where its entry comes in the case."""
        from openpyxl.formula.translate import Translator

        given = dict(self.results)
        width = self.page.max_column
        kept: dict[int, list[tuple[int, Any, str, Any]]] = {}
        for number in old:
            line = [self.page.cell(number, at) for at in range(1, width + 1)]
            kept[number] = [(c.column, c.value, c.data_type, copy(c._style)) for c in line]
            for cell in line:
                self.results.pop(cell.coordinate, None)
            for cell in line:
                cell.value = None
        left = [number for number in sorted(old) if number not in wanted]
        places: list[int] = []
        moved: dict[int, FileRow] = {}
        sources: list[int | None] = [*wanted, *left]
        for row, source in enumerate(sources, start=self.found.header + 1):
            if len(places) < len(rows):
                places.append(row)
            if source is None:
                continue
            for at, value, kind, style in kept[source]:
                cell = self.page.cell(row, at)
                place = cell.coordinate
                start = f"{place.rstrip('0123456789')}{source}"
                if kind == "f" and isinstance(value, str):
                    cell.value = Translator(value, start).translate_formula(place)
                else:
                    cell.value = value
                    cell.data_type = kind
                cell._style = style
                if start in given:
                    self.results[cell.coordinate] = given[start]
            moved[row] = old[source]
        self._put(rows, places, moved)

    def _key(self, cells: Cells) -> Key:
        return tuple(in_words(cells.get(c.heading, "")).strip() for c in self.keys)

    def _key_of(self, row: FileRow) -> Key:
        made = []
        for column in self.keys:
            cell = row.cells.get(column.heading)
            value = cell.value if cell is not None and cell.value is not None else ""
            made.append(in_words(value).strip() or (column.default or ""))
        return tuple(made)


def _rising(numbers: Sequence[int | None]) -> bool:
    """Whether rows keep their order and new ones come last."""
    known = [n for n in numbers if n is not None]
    return known == sorted(known) and all(n is not None for n in numbers[: len(known)])

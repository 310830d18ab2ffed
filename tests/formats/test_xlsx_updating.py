from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from detente.case.case import Case
from detente.case.plain_data import case_data
from detente.errors import InputError
from detente.formats.xlsx.packing import packed
from detente.formats.xlsx.plan import plan
from detente.formats.xlsx.reading import case_in, sheets_in
from detente.formats.xlsx.updating import updated
from detente.formats.xlsx.workbook import Xlsx
from detente.formats.xlsx.writing import new_workbook
from tests.formats.any_case import CASES
from tests.formats.workbooks import CASE, calculated, cell, edit, saved


def changed(**sections: Any) -> Case:
    return Case.model_validate(case_data(CASE) | sections)


def with_own_things(book: Any) -> None:
    page = book["parties"]
    page["P1"], page["P2"], page["P4"] = "Telephone", "555", "=LEN(B4)"
    page["P1"].comment = None
    page["R9"] = "a note of ours"
    book.create_sheet("Minutes")["A1"] = "=1+1"
    book["positions"].column_dimensions["A"].width = 33


def test_saving_what_is_there_changes_nothing(tmp_path: Path) -> None:
    path = edit(saved(tmp_path), with_own_things)
    Xlsx.save(CASE, path)
    first = path.read_bytes()
    Xlsx.save(CASE, path)
    assert path.read_bytes() == first
    assert Xlsx.load(path) == CASE


def test_own_columns_sheets_notes_and_widths_stay(tmp_path: Path) -> None:
    path = edit(saved(tmp_path), with_own_things)
    parties = [dict(p) for p in case_data(CASE)["parties"]]
    parties[1]["influence"] = 35
    parties.append({"id": "astland", "name": "Astland"})
    new = changed(parties=parties)
    Xlsx.save(new, path)
    assert Xlsx.load(path) == new
    book = openpyxl.load_workbook(path)
    page: Any = book["parties"]
    assert (page["P1"].value, page["P2"].value, page["P4"].value) == (
        "Telephone",
        "555",
        "=LEN(B4)",
    )
    assert page["R9"].value == "a note of ours"
    assert cell(page, 3, "influence").value == 35
    assert cell(page, 5, "id").value == "astland"
    assert book["Minutes"]["A1"].value == "=1+1"
    assert book["positions"].column_dimensions["A"].width == 33
    assert page["B1"].comment is not None


def test_a_formula_stays_while_its_result_holds(tmp_path: Path) -> None:
    path = calculated(saved(tmp_path), "positions", "E2", "SUM(60,30)", "90")
    calculated(path, "positions", "E3", "SUM(60,10)", "70")
    positions = [dict(p) for p in case_data(CASE)["positions"]]
    positions[1]["salience"] = 71
    new = changed(positions=positions)
    Xlsx.save(new, path)
    assert Xlsx.load(path) == new
    page: Any = openpyxl.load_workbook(path)["positions"]
    assert page["E2"].value == "=SUM(60,30)"
    assert page["E3"].value == 71
    shown: Any = openpyxl.load_workbook(path, data_only=True)["positions"]
    assert shown["E2"].value == 90


def test_formulas_of_ones_own_keep_their_results(tmp_path: Path) -> None:
    path = edit(saved(tmp_path), with_own_things)
    calculated(path, "parties", "P4", "LEN(B4)", "5")
    calculated(path, "Minutes", "A1", "1+1", "2")
    for case in (CASE, changed(parties=list(reversed(case_data(CASE)["parties"])))):
        Xlsx.save(case, path)
        shown = openpyxl.load_workbook(path, data_only=True)
        assert shown["Minutes"]["A1"].value == 2
        parties: Any = shown["parties"]
        row = next(r for r in (2, 3, 4) if parties.cell(r, 1).value == "ostia")
        assert parties.cell(row, 16).value == 5


def test_an_entry_taken_out_leaves_its_row_to_its_owner(tmp_path: Path) -> None:
    path = edit(saved(tmp_path), with_own_things)
    data = case_data(CASE)
    new = changed(
        parties=[p for p in data["parties"] if p["id"] != "norland"],
        positions=[p for p in data["positions"] if p["party"] != "norland"],
    )
    Xlsx.save(new, path)
    assert Xlsx.load(path) == new
    page: Any = openpyxl.load_workbook(path)["parties"]
    assert [page.cell(row, 1).value for row in (2, 3, 4)] == [None, "suland", "ostia"]
    assert page["P2"].value == "555"


def test_another_order_takes_own_cells_along(tmp_path: Path) -> None:
    path = edit(saved(tmp_path), with_own_things)
    new = changed(parties=list(reversed(case_data(CASE)["parties"])))
    Xlsx.save(new, path)
    assert Xlsx.load(path) == new
    page: Any = openpyxl.load_workbook(path)["parties"]
    assert [page.cell(row, 1).value for row in (2, 3, 4)] == ["ostia", "suland", "norland"]
    assert (page["P4"].value, page["P2"].value) == ("555", "=LEN(B2)")


def test_a_column_that_is_missing_is_added(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        page = book["moves"]
        page.delete_cols(next(c.column for c in page[1] if c.value == "more"))
        page.delete_cols(next(c.column for c in page[1] if c.value == "basis"))

    path = edit(saved(tmp_path), change)
    moves = [dict(m) for m in case_data(CASE)["moves"]]
    moves[0]["basis"] = "our judgement"
    new = changed(moves=moves)
    Xlsx.save(new, path)
    assert Xlsx.load(path) == new


def test_a_file_that_is_no_workbook_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "notes.xlsx"
    path.write_text("not yours")
    with pytest.raises(InputError, match=r"no \.xlsx workbook"):
        Xlsx.save(CASE, path)
    assert path.read_text() == "not yours"


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(CASES, CASES)
def test_any_case_over_any_other(old: Case, new: Case) -> None:
    raw = packed(new_workbook(plan(old)))
    made = packed(*updated(raw, sheets_in(raw, "x.xlsx"), plan(new)))
    assert case_in(sheets_in(made, "x.xlsx"), "x.xlsx") == new

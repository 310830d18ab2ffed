from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.plain_data import case_data
from detente.formats.registry import load_any, save_any
from detente.formats.xlsx.number_words import number_from, number_in_words
from detente.formats.xlsx.packing import packed
from detente.formats.xlsx.plan import plan
from detente.formats.xlsx.reading import case_in, sheets_in
from detente.formats.xlsx.workbook import Xlsx, workbook_bytes
from detente.formats.xlsx.writing import new_workbook
from tests.formats.any_case import CASES, numbers
from tests.formats.workbooks import CASE, cell, saved


def test_a_case_comes_back(tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert Xlsx.load(path) == CASE
    assert Xlsx.load(path).sha256 == CASE.sha256


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CASES)
def test_any_case_comes_back(case: Case) -> None:
    raw = packed(new_workbook(plan(case)))
    assert case_in(sheets_in(raw, "x.xlsx"), "x.xlsx") == case


@given(numbers())
def test_any_number_comes_back_from_its_words(data: Any) -> None:
    said = data
    if isinstance(data, dict):
        said = {k: v for k, v in data.items() if k in {"low", "mode", "high", "mean", "sd"}}
        said = said or data["value"]
    assert number_from(number_in_words(data)) == said


@pytest.mark.parametrize(
    ("cell", "data"),
    [
        ("20..60", {"low": 20, "high": 60}),
        ("20 … 60", {"low": 20, "high": 60}),
        ("20 - 60", {"low": 20, "high": 60}),
        ("20 to 60", {"low": 20, "high": 60}),
        ("0,5..1,5", {"low": 0.5, "high": 1.5}),
        ("-5..-1", {"low": -5, "high": -1}),
        ("20..30..60", {"low": 20, "mode": 30, "high": 60}),
        ("30 ± 5", {"mean": 30, "sd": 5}),
        ("30 +- 5 in 0..40", {"mean": 30, "sd": 5, "low": 0, "high": 40}),
        (" 7 ", 7),
        (7, 7),
    ],
)
def test_numbers_as_people_write_them(cell: str | int, data: Any) -> None:
    assert number_from(cell) == data


@pytest.mark.parametrize("cell", ["", "many", "1..2..3..4", "20..", "1,000", "nan", "1e999", "3 4"])
def test_words_that_are_no_number(cell: str) -> None:
    with pytest.raises(ValueError, match=r"a number|range"):
        number_from(cell)


def test_the_same_case_makes_the_same_bytes(tmp_path: Path) -> None:
    first = workbook_bytes(CASE, tmp_path / "a.xlsx")
    assert first == workbook_bytes(CASE, tmp_path / "a.xlsx")


def test_a_person_finds_headings_hints_lists_and_tints(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(saved(tmp_path))
    assert book.sheetnames[:3] == ["case", "parties", "interests"]
    page: Any = book["positions"]
    assert page.freeze_panes == "C2"
    assert page.column_dimensions["F"].width == 50
    assert "0 to 100" in page["C1"].comment.text
    parties: Any = book["parties"]
    offered = {str(d.sqref)[:1]: d.formula1 for d in parties.data_validations.dataValidation}
    assert offered["C"] == '"party,mediator,sponsor,ratifier,observer"'
    assert {d.formula1 for d in page.data_validations.dataValidation} >= {
        "parties!$A$2:$A$2000",
        "issues!$A$2:$A$2000",
    }
    assert cell(parties, 2, "draft").value == "influence, alternative"
    assert cell(parties, 3, "draft").value == "yes"
    assert cell(parties, 2, "evidence").value == "e1; influence: e2"
    assert cell(parties, 4, "role").value == "mediator"
    assert cell(parties, 3, "role").value == "party"
    rules = [rule.formula[0] for area in parties.conditional_formatting for rule in area.rules]
    assert any("influence" in rule for rule in rules)


def test_ranges_and_pairs_are_words_in_cells(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(saved(tmp_path))
    assert cell(book["parties"], 2, "influence").value == "20..60"
    assert cell(book["options"], 3, "at").value == "70..80..100"
    assert cell(book["levers"], 2, "effects").value == "norland: 5; suland: 1..3"
    assert cell(book["red_lines"], 3, "then").value == "dam: high"
    assert cell(book["issues"], 2, "reference point").value == "20..60"
    assert cell(book["issues"], 3, "status quo").value == "low"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\t=1", "=cmd|' /C calc'!A0", "#N/A"])
def test_text_that_looks_like_a_formula_is_text(tmp_path: Path, text: str) -> None:
    case = CASE.model_copy(update={"title": text})
    path = saved(tmp_path, case)
    found: Any = openpyxl.load_workbook(path)["case"]["B2"]
    assert (found.data_type, found.value) == ("s", text)
    if text[0] in "=+-@\t":
        assert found.quotePrefix
    assert Xlsx.load(path) == case


def test_what_no_sheet_has_stands_in_the_rest(tmp_path: Path) -> None:
    data = case_data(CASE)
    data["perspectives"] = [
        {
            "id": "south",
            "name": "From the south",
            "changes": {"issues": [{"id": "dam", "odd key": 1}]},
        }
    ]
    case = Case.model_validate(data)
    path = saved(tmp_path, case)
    page: Any = openpyxl.load_workbook(path)["rest"]
    rows = {row[0].value: row[1].value for row in page.iter_rows(min_row=2)}
    assert rows["perspectives[0].name"] == "From the south"
    assert rows['perspectives[0].changes.issues[0]["odd key"]'] == "1"
    assert Xlsx.load(path) == case


def test_it_is_a_format_like_others(tmp_path: Path) -> None:
    path = tmp_path / "c.xlsx"
    save_any(CASE, path)
    assert load_any(path) == CASE


@given(st.text(max_size=30))
def test_other_text_is_no_path(text: str) -> None:
    from detente.formats.xlsx.leaves import path_from, written

    try:
        path = path_from(text)
    except ValueError:
        return
    assert path_from(written(path)) == path

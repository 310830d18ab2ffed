from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from detente.case.numbers import Number
from detente.errors import BadCase
from detente.formats.xlsx.workbook import Xlsx
from tests.formats.workbooks import CASE, calculated, cell, edit, saved


def faults(path: Path) -> tuple[str, ...]:
    with pytest.raises(BadCase) as caught:
        Xlsx.load(path)
    return caught.value.faults


def test_what_a_person_changes_is_what_comes_back(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        cell(book["parties"], 3, "influence").value = "10..20..40"
        cell(book["parties"], 2, "draft").value = "no"
        page = book["positions"]
        page.append(["ostia", "flow", 50, None, 5, "Half each"])
        page.delete_rows(4)
        cell(book["case"], 2, "value").value = "The Ilma"

    case = Xlsx.load(edit(saved(tmp_path), change))
    assert case.title == "The Ilma"
    assert case.parties[1].influence == Number.model_validate({"low": 10, "mode": 20, "high": 40})
    assert case.parties[0].influence is not None
    assert not case.parties[0].influence.draft
    assert case.parties[0].influence.evidence == ("e2",)
    assert [(p.party, p.issue) for p in case.positions] == [
        ("norland", "flow"),
        ("suland", "flow"),
        ("ostia", "flow"),
    ]


def test_rows_may_be_sorted_and_left_blank(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        page = book["parties"]
        rows = [[c.value for c in row] for row in page.iter_rows(min_row=2, max_row=4)]
        for number, row in zip((3, 5, 7), reversed(rows), strict=True):
            for column, value in enumerate(row, start=1):
                page.cell(number, column).value = value
        for number in (2, 4, 6):
            for column in range(1, page.max_column + 1):
                page.cell(number, column).value = None

    case = Xlsx.load(edit(saved(tmp_path), change))
    assert [p.id for p in case.parties] == ["ostia", "suland", "norland"]
    assert case.parties[2] == CASE.parties[0]


def test_every_fault_with_its_cell_at_once(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        cell(book["parties"], 2, "role").value = "mediatr"
        cell(book["parties"], 3, "influence").value = "rather much"
        cell(book["parties"], 3, "veto").value = "perhaps"
        cell(book["positions"], 2, "salience").value = 140
        cell(book["positions"], 3, "option").value = "low"
        cell(book["options"], 2, "issue").value = "dm"
        cell(book["moves"], 2, "direction").value = "never"
        cell(book["evidence"], 3, "credibility").value = 9
        cell(book["levers"], 2, "effects").value = "norland 5"
        cell(book["parties"], 2, "draft").value = "infuence"
        cell(book["case"], 3, "value").value = "May 2031"

    found = faults(edit(saved(tmp_path), change))
    text = "\n".join(found)
    for words in (
        "parties!C2: parties[0].role is 'mediatr'; one of party, mediator",
        "parties!D3 must be a number, a range as 20..60",
        "not 'rather much'",
        "parties!E3 must be yes or no, not 'perhaps'",
        "salience: salience or influence lies between 0 and 100, not 140",
        "options!A2 names the issue 'dm', which is not in the sheet issues; did you mean 'dam'?",
        "moves!D2: moves[0].direction is 'never'",
        "evidence!M3: evidence[1].credibility",
        "levers!F2 must be names with numbers, as egypt: 5; israel: 20..30, not 'norland 5'",
        "parties!L2 names 'infuence', which is no such column; did you mean 'influence'?",
        "case!B3: as_of",
    ):
        assert words in text, (words, text)
    assert any("positions!" in line and "not both" in line for line in found)


def test_a_row_that_lacks_what_it_needs_names_the_row(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        cell(book["parties"], 3, "name").value = None

    (fault,) = faults(edit(saved(tmp_path), change))
    assert fault == "parties!A3: parties[1].name is missing"


def test_a_heading_that_is_nearly_right(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        cell(book["positions"], 1, "salience").value = "salince"

    assert "positions: no column is called 'salince'; did you mean 'salience'?" in faults(
        edit(saved(tmp_path), change)
    )


@pytest.mark.parametrize(
    ("sheet", "old", "new"),
    [("positions", "salience", "how much"), ("parties", "name", "who"), ("case", "value", "text")],
)
def test_a_heading_that_is_another_word(tmp_path: Path, sheet: str, old: str, new: str) -> None:
    def change(book: Any) -> None:
        cell(book[sheet], 1, old).value = new

    (fault,) = faults(edit(saved(tmp_path), change))
    assert fault == (
        f"{sheet}: no column is called {new!r}, and {old!r} is missing; did you mean {old!r}? "
        f"If not, add an empty column {old!r}"
    )


def test_a_changed_heading_is_seen_where_other_columns_were_taken_away(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        page = book["positions"]
        cell(page, 1, "salience").value = "how much"
        for heading in ("basis", "confidence"):
            page.delete_cols(cell(page, 1, heading).column)

    (fault,) = faults(edit(saved(tmp_path), change))
    assert "did you mean 'salience'" in fault


def test_a_column_of_ones_own_is_not_taken_for_one_that_was_taken_away(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        page = book["parties"]
        for heading in ("basis", "confidence"):
            page.delete_cols(cell(page, 1, heading).column)
        page.cell(1, page.max_column + 1).value = "Telephone"
        page.cell(2, page.max_column).value = "555"

    assert Xlsx.load(edit(saved(tmp_path), change)).parties[0].name == CASE.parties[0].name


def test_other_columns_sheets_and_orders_do_not_disturb(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        page = book["parties"]
        page.insert_cols(1)
        page["A1"] = "Telephone"
        page["A2"] = "555"
        page["Z2"] = "a note without a heading"
        book.create_sheet("Minutes")["A1"] = "private"
        book["red_lines"].title = "Red Lines"

    assert Xlsx.load(edit(saved(tmp_path), change)) == CASE


@pytest.mark.parametrize(
    ("heading", "value", "read"),
    [
        ("name", 1978, "1978"),
        ("name", 3.5, "3.5"),
        ("name", dt.datetime(2031, 5, 4), "2031-05-04"),
        ("note", True, "yes"),
    ],
)
def test_cells_that_a_program_turned_into_something_else(
    tmp_path: Path, heading: str, value: Any, read: str
) -> None:
    def change(book: Any) -> None:
        cell(book["parties"], 3, heading).value = value

    party = Xlsx.load(edit(saved(tmp_path), change)).parties[1]
    assert getattr(party, heading) == read


def test_dates_typed_as_dates(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        found = cell(book["case"], 3, "value")
        found.number_format = "General"
        found.value = dt.date(2032, 1, 2)
        cell(book["evidence"], 2, "date").value = 1978

    case = Xlsx.load(edit(saved(tmp_path), change))
    assert case.as_of == dt.date(2032, 1, 2)
    assert case.evidence[0].date == "1978"


def test_fifty_percent_is_fifty(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        found = cell(book["positions"], 2, "salience")
        found.value, found.number_format = 0.55, "0%"

    salience = Xlsx.load(edit(saved(tmp_path), change)).positions[0].salience
    assert salience is not None
    assert salience.value == 55


@pytest.mark.parametrize("word", ["yes", "TRUE", "Y", True])
def test_yes_in_many_forms(tmp_path: Path, word: Any) -> None:
    def change(book: Any) -> None:
        cell(book["parties"], 3, "veto").value = word

    assert Xlsx.load(edit(saved(tmp_path), change)).parties[1].veto is True


def test_a_formula_gives_what_it_was_calculated_to(tmp_path: Path) -> None:
    path = calculated(saved(tmp_path), "positions", "E2", "SUM(40,5)", "45")
    salience = Xlsx.load(path).positions[0].salience
    assert salience is not None
    assert salience.value == 45


def test_a_formula_that_nobody_calculated_and_an_error(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        cell(book["positions"], 2, "salience").value = "=SUM(40,5)"
        cell(book["positions"], 3, "salience").value = "#N/A"

    found = faults(edit(saved(tmp_path), change))
    assert "positions!E2 is a formula whose result is not in the file" in found[0]
    assert found[1] == "positions!E3 holds the error #N/A"


Change = Callable[[Any], None]


def _no_title(book: Any) -> None:
    cell(book["case"], 2, "value").value = None


def _no_ids(book: Any) -> None:
    cell(book["parties"], 1, "id").value = "key"


def _bad_path(book: Any) -> None:
    page = book.create_sheet("rest")
    page.append(["path", "value"])
    page.append(["parties[99].name", "x"])


def _bad_json(book: Any) -> None:
    cell(book["parties"], 2, "more").value = "{"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_no_title, "title"),
        (_no_ids, "parties: no column is called 'key', and 'id' is missing; did you mean 'id'?"),
        (_bad_path, "rest!A2 must be a path into what is there"),
        (_bad_json, "parties!O2 must be JSON; restore it, or clear the cell"),
    ],
)
def test_workbooks_that_lack_something(tmp_path: Path, change: Change, words: str) -> None:
    assert any(words in line for line in faults(edit(saved(tmp_path), change)))


def test_a_workbook_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    openpyxl.Workbook().save(path)
    assert faults(path) == (
        "no sheet of a case: a workbook has sheets such as case, parties, issues",
    )


def test_a_number_taken_out_takes_what_it_rested_on(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        cell(book["parties"], 2, "influence").value = None

    party = Xlsx.load(edit(saved(tmp_path), change)).parties[0]
    assert party.influence is None
    assert party.alternative is not None
    assert party.alternative.draft

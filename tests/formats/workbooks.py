"""A small case for workbooks, and edits as a person makes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from detente.case.case import Case
from detente.formats.xlsx.workbook import Xlsx

CASE = Case.model_validate(
    {
        "title": "Water of the Ilma",
        "as_of": "2031-05-04",
        "parties": [
            {
                "id": "norland",
                "name": "Norland",
                "influence": {"low": 20, "high": 60, "evidence": ["e2"], "draft": True},
                "veto": True,
                "alternative": {"text": "Build the dam alone", "points": 40, "draft": True},
                "needs": [{"text": "Drinking water", "evidence": ["e1"]}],
                "evidence": ["e1"],
            },
            {"id": "suland", "name": "Suland", "influence": 30, "draft": True},
            {"id": "ostia", "name": "Ostia", "role": "mediator"},
        ],
        "issues": [
            {
                "id": "flow",
                "name": "Flow at the border",
                "ends": {"low": "none", "high": "all"},
                "unit": "m³/s",
                "low_value": 0,
                "high_value": 80,
            },
            {
                "id": "dam",
                "name": "Height of the dam",
                "options": [
                    {"id": "low", "name": "Low", "at": 0},
                    {"id": "high", "name": "High", "at": {"low": 70, "mode": 80, "high": 100}},
                ],
            },
        ],
        "positions": [
            {"party": "norland", "issue": "flow", "at": 10, "salience": 90},
            {"party": "suland", "issue": "flow", "at": 80, "salience": 70},
            {"party": "suland", "issue": "dam", "option": "low", "salience": 20},
        ],
        "utilities": [{"party": "norland", "issue": "dam", "values": {"low": 0, "high": 30}}],
        "red_lines": [
            {"id": "least", "kind": "forbid", "party": "suland", "issue": "flow", "below": 20},
            {
                "id": "trade",
                "kind": "link",
                "party": "norland",
                "when": {"issue": "flow", "options": ["x"]},
                "then": {"issue": "dam", "options": ["high"]},
            },
        ],
        "levers": [
            {
                "id": "loan",
                "name": "Loan",
                "giver": "ostia",
                "effects": {"norland": 5, "suland": {"low": 1, "high": 3}},
                "cost": 12,
            }
        ],
        "moves": [
            {"id": "build", "party": "norland", "name": "Build", "direction": "start"},
            {"id": "sue", "party": "suland", "name": "Go to court", "now": False},
        ],
        "preferences": [
            {"party": "norland", "ranking": [["build"], ["-", "sue"], ["build, sue"]]},
            {"party": "suland", "statements": ["not build", "sue if build"]},
        ],
        "status_quo": {"issues": {"flow": 55, "dam": "low"}, "moves": []},
        "reference_point": {"flow": {"low": 20, "high": 60}},
        "evidence": [
            {"id": "e1", "title": "A report", "date": "2031-04"},
            {"id": "e2", "kind": "judgement", "title": "Ours"},
        ],
    }
)


def saved(tmp_path: Path, case: Case = CASE) -> Path:
    """A new workbook of a case."""
    path = tmp_path / "case.xlsx"
    Xlsx.save(case, path)
    return path


def edit(path: Path, change: Callable[[Any], None]) -> Path:
    """Open a workbook, change it, and save it, as a spreadsheet program does."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def cell(page: Any, row: int, heading: str) -> Any:
    """The cell under a heading."""
    for found in page[1]:
        if found.value == heading:
            return page.cell(row, found.column)
    raise AssertionError(f"no column {heading}")


def calculated(path: Path, sheet: str, name: str, formula: str, value: str) -> Path:
    """Put a formula with its result into the XML, as a program that calculates does."""
    import re
    import zipfile

    book = openpyxl.load_workbook(path)
    part = f"xl/worksheets/sheet{book.sheetnames.index(sheet) + 1}.xml"
    with zipfile.ZipFile(path) as archive:
        files = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    xml = files[part].decode()
    new = f'<c r="{name}"><f>{formula}</f><v>{value}</v></c>'
    xml, count = re.subn(rf'<c r="{name}"[^>]*(?:/>|>.*?</c>)', new, xml, count=1, flags=re.DOTALL)
    assert count == 1, "the cell must be there"
    files[part] = xml.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for filename, raw in files.items():
            archive.writestr(filename, raw)
    return path

"""Cases as workbooks: what ``detente convert case.yaml case.xlsx`` and back run."""

from __future__ import annotations

import zipfile
from pathlib import Path

from detente.case.case import Case
from detente.errors import BadCase, InputError, UnsuitableCase
from detente.formats.registry import format
from detente.formats.xlsx.bounds import TooMuch
from detente.formats.xlsx.packing import packed
from detente.formats.xlsx.plan import plan
from detente.formats.xlsx.reading import case_in, read_bytes, sheets_in
from detente.formats.xlsx.updating import updated
from detente.formats.xlsx.writing import new_workbook
from detente.saving import save_bytes


@format(
    name="xlsx",
    suffixes=(".xlsx",),
    what="a case as a workbook for people: a sheet for each section, hints, lists to choose from",
    source="this project",
)
class Xlsx:
    """Everything a case holds goes in and comes back; other columns and sheets stay."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """Whether it is an archive with a workbook in it."""
        if not path.is_file():
            return False
        try:
            with zipfile.ZipFile(path) as archive:
                return "xl/workbook.xml" in archive.NameToInfo
        except Exception:
            # A damaged archive is no workbook, whatever makes the reader say so.
            return path.suffix.lower() == ".xlsx"

    @staticmethod
    def load(path: Path) -> Case:
        """The case in a workbook; every cell that does not fit is a line of the error."""
        return case_in(sheets_in(read_bytes(path), str(path)), str(path))

    @staticmethod
    def save(case: Case, path: Path) -> None:
        """Write a case; over a workbook its formulas, own columns and own sheets stay."""
        save_bytes(workbook_bytes(case, path), path)


def workbook_bytes(case: Case, path: Path) -> bytes:
    """The bytes of a workbook; ``path`` may hold an older one, whose own content is kept.

    Raises
    ------
    InputError
        If the older file is no workbook.
    UnsuitableCase
        If a value is longer than a cell holds, or would not come back as it is.
    """
    cells = plan(case)
    if path.exists():
        old = read_bytes(path)
        sheets = sheets_in(old, str(path))
        try:
            raw = packed(*updated(old, sheets, cells))
        except TooMuch as error:
            raise InputError(f"{path}: {error}") from None
    else:
        raw = packed(new_workbook(cells))
    try:
        back = case_in(sheets_in(raw, path.name), path.name)
    except BadCase as error:
        raise UnsuitableCase(
            f"{path}: the workbook would not give the case back ({error.faults[0]})"
        ) from None
    except InputError as error:
        raise UnsuitableCase(f"{error}; the case is too large for a workbook") from None
    if back != case:
        raise UnsuitableCase(f"{path}: the workbook would not give the case back; not written")
    return raw

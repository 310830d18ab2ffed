"""One cell of a file, and what can be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from detente.formats.xlsx.kinds import CellValue


@dataclass(frozen=True, slots=True)
class FileCell:
    """A cell as it stands in a file: its name (``B5``), its value, the cached one of a formula.

    ``error`` is True where the value is one such as ``#N/A``; ``percent`` where it is shown so.
    """

    name: str
    value: CellValue | None
    formula: bool = False
    error: bool = False
    percent: bool = False

    @property
    def blank(self) -> bool:
        """True where nothing stands in it, blanks aside."""
        if self.formula:
            return False
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())


class Unfit(ValueError):
    """A cell that cannot be read; the message says what is wrong with it."""


def content(cell: FileCell) -> CellValue:
    """The value of a cell that is not blank.

    Raises
    ------
    Unfit
        If it is an error, or a formula that no program has calculated yet.
    """
    if cell.error:
        raise Unfit(f"holds the error {cell.value}")
    if cell.value is None:
        raise Unfit(
            "is a formula whose result is not in the file; "
            "open and save it in a spreadsheet program"
        )
    if cell.percent and isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        # A person who types 50 % means 50, and the file holds 0.5.
        return round(cell.value * 100, 10)
    return cell.value

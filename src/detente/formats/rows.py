"""Tables written as text: comma, semicolon or tab between cells, any line end."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from detente.errors import InputError

MOST_ROWS = 100_000


@dataclass(frozen=True)
class Row:
    """One line of a table: its number in the file, from 1, and its cells without outer blanks."""

    line: int
    cells: tuple[str, ...]


def rows_of(text: str, name: str = "the table") -> list[Row]:
    r"""The rows of a table; blank lines are left out, empty cells at the end of a row too.

    The separator is the one of tab, semicolon and comma that the first line has most of; of
    equals the first named. Messages begin with ``name``.

    Raises
    ------
    InputError
        If there are more than 100,000 rows, or a cell is longer than any is.

    >>> rows_of('a,b\r\r1,"2,3",,\r')
    [Row(line=1, cells=('a', 'b')), Row(line=3, cells=('1', '2,3'))]
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    first = next((line for line in lines.split("\n") if line.strip()), "")
    comma = max("\t;,", key=first.count)
    reader = csv.reader(io.StringIO(lines), delimiter=comma, skipinitialspace=True)
    made: list[Row] = []
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            while stripped and not stripped[-1]:
                stripped.pop()
            if stripped:
                made.append(Row(reader.line_num, tuple(stripped)))
            if len(made) > MOST_ROWS:
                raise InputError(
                    f"{name}: more than {MOST_ROWS:,} rows; no table of this kind has them"
                )
    except csv.Error as error:
        raise InputError(f"{name}: line {reader.line_num}: no table ({error})") from None
    return made

"""A backtest as text for a terminal, and as JSON."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from typing import Any

from detente.backtest.scored import LEVELS, Backtest
from detente.backtest.sheets import WHAT, Sheet, how_it_was_done, sheets

# Where prose is broken, and how wide a table may be before its words are.
_WIDE, _WIDEST = 100, 140


def as_text(found: Backtest) -> str:
    """Tables and notes; what the methods are comes last, so that a row is one line."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out = io.StringIO()
    console = Console(file=out, width=_WIDEST, force_terminal=False, highlight=False, markup=False)
    console.print(Text(how_it_was_done(found)), width=_WIDE)
    for sheet in _narrow(sheets(found)):
        console.print(Text(sheet.title))
        table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
        for number, column in enumerate(sheet.columns):
            left = number == 0 or column == WHAT
            table.add_column(Text(column), justify="left" if left else "right", no_wrap=True)
        for row in sheet.rows:
            table.add_row(*(Text(cell) for cell in row))
        console.print(table)
        if sheet.note:
            console.print(Text(sheet.note), width=_WIDE)
        console.print()
    for note in found.notes:
        console.print(Text(f"- {note}"), width=_WIDE)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def _narrow(tables: tuple[Sheet, ...]) -> list[Sheet]:
    """The tables, with what the methods are in one of its own at the end."""
    made: list[Sheet] = []
    what: list[Sheet] = []
    for sheet in tables:
        if WHAT not in sheet.columns:
            made.append(sheet)
            continue
        at = sheet.columns.index(WHAT)
        columns = sheet.columns[:at] + sheet.columns[at + 1 :]
        rows = tuple(row[:at] + row[at + 1 :] for row in sheet.rows)
        made.append(Sheet(sheet.title, columns, rows, sheet.note))
        named = tuple((row[0], row[at]) for row in sheet.rows)
        what.append(Sheet("What the methods are", (sheet.columns[0], WHAT), named, ""))
    return made + what


def as_json(found: Backtest) -> str:
    """Everything, as one document; numbers are not rounded."""
    data: dict[str, Any] = asdict(found)
    data["levels"] = LEVELS
    for made, one in zip(data["methods"], found.methods, strict=True):
        # A difference is a named tuple, which JSON would write without its names.
        made["against"] = None if one.against is None else one.against._asdict()
        if one.chances is not None:
            made["chances"]["against"] = {
                name: None if d is None else d._asdict() for name, d in one.chances.against.items()
            }
    return json.dumps(data, ensure_ascii=False, indent=1)

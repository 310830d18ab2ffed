"""A backtest as text for a terminal, and as JSON."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from typing import Any

from detente.backtest.scored import LEVELS, Backtest
from detente.backtest.sheets import how_it_was_done, sheets

_WIDE = 140


def as_text(found: Backtest) -> str:
    """Tables and notes."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out = io.StringIO()
    console = Console(file=out, width=_WIDE, force_terminal=False, highlight=False, markup=False)
    console.print(Text(how_it_was_done(found)))
    for sheet in sheets(found):
        console.print(Text(sheet.title))
        table = Table(box=box.SIMPLE_HEAD)
        for number, column in enumerate(sheet.columns):
            # Only what a method is may be broken into lines.
            words = column == "what it is"
            left = words or number == 0
            table.add_column(Text(column), justify="left" if left else "right", no_wrap=not words)
        for row in sheet.rows:
            table.add_row(*(Text(cell) for cell in row))
        console.print(table)
        console.print(Text(sheet.note))
        console.print()
    for note in found.notes:
        console.print(Text(f"- {note}"))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


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

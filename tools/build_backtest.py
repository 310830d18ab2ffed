"""Write the tables of ``docs/explanation/backtest.md`` from a run on a table of resolved issues.

    python tools/build_backtest.py DATA

What stands between the two marks of the page is replaced; the rest is written by hand.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from detente.backtest.evaluate import evaluate
from detente.backtest.resolved import read_resolved
from detente.backtest.sheets import as_markdown, how_it_was_done, sheets

PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "backtest.md"
BEGIN, END = "<!-- tables: tools/build_backtest.py -->", "<!-- end of tables -->"


def with_tables(page: str, tables: str) -> str:
    """The page with other tables between its marks."""
    head, rest = page.split(BEGIN)
    _, tail = rest.split(END)
    return f"{head}{BEGIN}\n\n{tables}\n{END}{tail}"


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description="write the tables of the backtest's page")
    parser.add_argument("data", type=Path, help="a table of resolved issues")
    options = parser.parse_args()
    found = evaluate(read_resolved(options.data), ["all"])
    notes = "\n".join(f"- {note}" for note in found.notes)
    tables = f"{how_it_was_done(found)}\n\n{as_markdown(sheets(found))}\n{notes}\n"
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8"), tables), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Imports run only towards the start of the pipeline; this holds the table of the house."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "detente"
LEAVES = {"errors", "findings", "types", "saving"}
MAY_IMPORT: dict[str, set[str]] = {
    **{leaf: {"errors", "types"} for leaf in LEAVES},
    "reference": LEAVES,
    "documents": LEAVES,
    "engines": LEAVES,
    "maths": LEAVES,
    "evidence": LEAVES | {"documents", "reference"},
    "checks": LEAVES | {"documents", "reference", "evidence"},
    "case": LEAVES | {"evidence", "reference"},
    "analyses": LEAVES | {"case", "maths"},
    "uncertainty": LEAVES | {"case", "maths", "analyses", "engines"},
    "comparing": LEAVES | {"case", "maths", "analyses"},
    "formats": LEAVES | {"case", "evidence"},
    "report": LEAVES | {"documents", "reference", "evidence", "checks", "case", "analyses"},
    "workbench": LEAVES
    | {"documents", "reference", "evidence", "checks", "engines", "case"}
    | {"report"},
    "bulk": LEAVES | {"documents", "evidence", "engines"},
    "configuration": LEAVES,
    "checking": LEAVES
    | {"documents", "reference", "evidence", "checks", "report", "configuration"},
    "checking_cases": LEAVES
    | {"documents", "evidence", "checks", "case", "report", "configuration", "checking"},
    "backtest": LEAVES | {"maths", "formats", "analyses", "report"},
    "backtesting": LEAVES | {"backtest"},
    "solving": LEAVES | {"case", "formats", "analyses"},
    "answering": LEAVES | {"case", "analyses", "engines", "uncertainty", "report"},
    "publishing": LEAVES
    | {"documents", "evidence", "case", "formats", "report", "solving", "answering"},
    "cli_brief": LEAVES | {"cli_options", "cli_reading", "publishing", "checking", "configuration"},
    "converting": LEAVES | {"case", "formats"},
    "cli_backtest": LEAVES | {"cli_options", "backtesting"},
    "cli_compare": LEAVES | {"cli_options", "comparing", "solving"},
    "cli_convert": LEAVES | {"cli_options", "converting"},
    "cli_draft": LEAVES | {"cli_options", "cli_reading", "workbench"},
    "cli_solve": LEAVES | {"cli_options", "solving", "analyses"},
    "exploring": LEAVES | {"case", "analyses", "engines", "uncertainty"},
    "cli_explore": LEAVES | {"cli_options", "cli_solve", "exploring", "solving", "engines"},
    "cli_options": LEAVES | {"workbench"},
    "cli_reading": LEAVES | {"evidence", "checking", "cli_options", "workbench"},
    "cli_check": LEAVES
    | {"evidence", "cli_options", "cli_reading", "workbench", "checking", "checks"}
    | {"configuration", "report", "checking_cases", "case"},
    "cli_case": LEAVES | {"case", "cli_options", "cli_reading"},
    "cli": LEAVES
    | {
        "cli_options",
        "cli_reading",
        "cli_backtest",
        "cli_brief",
        "cli_case",
        "cli_check",
        "cli_compare",
        "cli_convert",
        "cli_draft",
        "cli_explore",
        "cli_solve",
        "checking",
        "configuration",
    }
    | {"workbench", "bulk", "engines", "report"},
}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(source: str) -> set[str]:
    """Rooms of detente that a module imports, inside functions too."""
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "import by full name"
            base = node.module or ""
            names = [f"{base}.{a.name}" for a in node.names] if base == "detente" else [base]
        else:
            continue
        rooms |= {n.split(".")[1] for n in names if n.startswith("detente.")}
    return rooms


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_only_towards_the_start(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        assert imported_rooms(path.read_text()) == set()
        return
    allowed = MAY_IMPORT[here] | {here}
    wrong = imported_rooms(path.read_text()) - allowed - {"__version__"}
    assert not wrong, f"{here} may not import {sorted(wrong)}"


def test_the_reader_of_imports_sees_both_forms() -> None:
    code = "import detente.cli\nfrom detente import report\nfrom detente.evidence.read import read"
    assert imported_rooms(code) == {"cli", "report", "evidence"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_file_grows_past_what_one_can_hold_in_mind(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 400, "split by idea"

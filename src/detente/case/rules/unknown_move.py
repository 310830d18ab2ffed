"""CASE104: a move is named that is not in the case."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule
from detente.case.unknown_ids import unknown_ids

_MOVES = (
    "parties: [{id: norland, name: Norland}]\n"
    "moves: [{id: withdraw, party: norland, name: Withdraw}]\n"
)


@rule(
    code="CASE104",
    name="unknown-move",
    severity="error",
    summary="An expression, a ban, a preference or the status quo names a move that is not there.",
    why="An expression over a move that nobody can make is always false and hides a slip.",
    fix="Correct the id, or add the move.",
    fires=(
        f"{_MOVES}infeasible: [withdraw and invade]",
        f"{_MOVES}preferences: [{{party: norland, ranking: [[withdrw], ['-']]}}]",
        f"{_MOVES}status_quo: {{moves: [invade]}}",
    ),
    silent=(
        f"{_MOVES}infeasible: [not withdraw]\npreferences: [{{party: norland, statements: "
        "[not withdraw]}]\nstatus_quo: {moves: [withdraw]}",
    ),
)
def unknown_move(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each id that names no move."""
    yield from unknown_ids(record, "CASE104", "move", record.moves)

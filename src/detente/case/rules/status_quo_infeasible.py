"""CASE122: where things stand, although they cannot."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.expressions import holds
from detente.case.rule_registry import rule

_MOVES = (
    "parties: [{id: norland, name: Norland}]\n"
    "moves: [{id: stay, party: norland, name: Stay}, {id: go, party: norland, name: Go}]\n"
)


@rule(
    code="CASE122",
    name="status-quo-infeasible",
    severity="error",
    summary="The moves of the status quo are a combination that cannot be.",
    why="What is the case now is possible; either the status quo or the combination is wrong.",
    fix="Correct the moves of the status quo, or the combination named.",
    fires=(
        f"{_MOVES}infeasible: [stay and go]\nstatus_quo: {{moves: [stay, go]}}",
        "parties: [{id: norland, name: Norland}]\n"
        "moves: [{id: stay, party: norland, name: Stay, now: true}]\ninfeasible: [stay]",
    ),
    silent=(
        f"{_MOVES}infeasible: [stay and go]\nstatus_quo: {{moves: [stay]}}",
        f"{_MOVES}infeasible: [stay and go]",
    ),
)
def status_quo_infeasible(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each combination that holds now."""
    if record.now is None:
        return
    for path, text, expression in record.infeasible:
        if holds(expression, record.now):
            now = ", ".join(sorted(record.now)) or "no move"
            quo = record.case.status_quo
            stated = quo is not None and quo.moves is not None
            yield CaseFinding(
                "CASE122",
                "error",
                f"The status quo ({now}) is ruled out by '{text}'.",
                ("status_quo", "moves") if stated else path,
            )

"""CASE108: words that are no expression over moves."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.expressions import BadExpression
from detente.case.rule_registry import rule


@rule(
    code="CASE108",
    name="expression-unreadable",
    severity="error",
    summary="An expression over moves cannot be read.",
    why="What cannot be read is not used, and the states it should rule out stay in.",
    fix="Write moves joined by and, or, not, if and iff, with brackets where needed.",
    fires=(
        "parties: [{id: norland, name: Norland}]\n"
        "moves: [{id: withdraw, party: norland, name: Withdraw}]\ninfeasible: [withdraw and]",
    ),
    silent=(
        "parties: [{id: norland, name: Norland}]\n"
        "moves: [{id: a, party: norland, name: A}, {id: b, party: norland, name: B}]\n"
        "infeasible: ['not (a if b)']",
    ),
)
def expression_unreadable(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each expression, with the place of the first word that does not fit."""
    for path, _, found in record.expressions:
        if isinstance(found, BadExpression):
            yield CaseFinding("CASE108", "error", f"The expression does not read: {found}.", path)

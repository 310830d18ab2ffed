"""CASE121: combinations that cannot be, and between them leave no state."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.feasibility import rules_out_everything
from detente.case.red_line_limits import named_together, smallest_clash
from detente.case.rule_registry import rule

_MOVES = (
    "parties: [{id: norland, name: Norland}]\n"
    "moves: [{id: stay, party: norland, name: Stay}, {id: go, party: norland, name: Go}]\n"
)


@rule(
    code="CASE121",
    name="combinations-rule-out-all",
    severity="error",
    summary="The infeasible combinations rule out every state of the conflict.",
    why="A conflict without a state cannot be analysed; one of the combinations is the wrong way "
    "round.",
    fix="Look at the combinations named: each says what cannot be, not what must be.",
    fires=(f"{_MOVES}infeasible: [stay and go, not go, not stay]",),
    silent=(f"{_MOVES}infeasible: [stay and go, not stay and not go]",),
)
def combinations_rule_out_all(record: CaseRecord) -> Iterator[CaseFinding]:
    """At most one finding, with the fewest combinations that do it."""
    found = record.infeasible
    if not rules_out_everything([e for _, _, e in found]):
        return
    few = smallest_clash(found, lambda some: rules_out_everything([e for _, _, e in some]))
    words = named_together(f"'{text}'" for _, text, _ in few)
    yield CaseFinding(
        "CASE121", "error", f"Every state is ruled out by {words} together.", few[-1][0]
    )

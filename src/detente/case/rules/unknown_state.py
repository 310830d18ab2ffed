"""CASE105: a state is named that the graph does not have."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule
from detente.case.unknown_ids import unknown_ids

_GRAPH = "parties: [{id: norland, name: Norland}]\ngraph: {states: [{id: truce}, {id: war}]}\n"


@rule(
    code="CASE105",
    name="unknown-state",
    severity="error",
    summary="An arc, a preference or the status quo names a state that the graph does not have.",
    why="A change to a state that is not drawn leads nowhere.",
    fix="Correct the id, or add the state to the graph.",
    fires=(
        "parties: [{id: norland, name: Norland}]\ngraph: {states: [{id: truce}, {id: war}], "
        "arcs: [{party: norland, source: war, target: truse}]}",
        f"{_GRAPH}preferences: [{{party: norland, ranking: [[peace], [war]]}}]",
        "status_quo: {state: war}",
    ),
    silent=(
        f"{_GRAPH}preferences: [{{party: norland, ranking: [[truce], [war]]}}]\n"
        "status_quo: {state: war}",
    ),
)
def unknown_state(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each id that names no state."""
    yield from unknown_ids(record, "CASE105", "state", record.states)

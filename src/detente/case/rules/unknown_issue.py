"""CASE102: an issue is named that is not in the case."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule
from detente.case.unknown_ids import unknown_ids


@rule(
    code="CASE102",
    name="unknown-issue",
    severity="error",
    summary="A part of the case names an issue that is not among the issues.",
    why="A position or a red line on no issue says nothing, and is most often a slip of spelling.",
    fix="Correct the id, or add the issue.",
    fires=(
        "parties: [{id: norland, name: Norland}]\n"
        "issues: [{id: water, name: Water}]\n"
        "positions: [{party: norland, issue: watr, at: 20}]",
        "reference_point: {water: 20}",
    ),
    silent=("issues: [{id: water, name: Water}]\nreference_point: {water: 20}",),
)
def unknown_issue(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each id that names no issue."""
    yield from unknown_ids(record, "CASE102", "issue", record.issues)

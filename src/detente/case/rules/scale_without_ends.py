"""CASE112: places on a scale that nobody has explained."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule


@rule(
    code="CASE112",
    name="scale-without-ends",
    severity="warning",
    summary="Places are given on an issue whose ends and options say nothing of the scale.",
    why="A reader cannot tell whether 80 means much or little, nor can two analysts agree.",
    fix="Say what 0 and 100 mean (ends), or place named options on the scale.",
    fires=(
        "parties: [{id: norland, name: Norland}]\nissues: [{id: water, name: Water}]\n"
        "positions: [{party: norland, issue: water, at: 80}]",
    ),
    silent=(
        "parties: [{id: norland, name: Norland}]\n"
        "issues: [{id: water, name: Water, ends: {low: all to Norland, high: none}}]\n"
        "positions: [{party: norland, issue: water, at: 80}]",
        "issues: [{id: water, name: Water}]",
    ),
)
def scale_without_ends(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each issue."""
    used = {p.issue for p in record.case.positions if p.at is not None}
    for number, issue in enumerate(record.case.issues):
        placed = any(o.at is not None for o in issue.options)
        if issue.id in used and issue.ends is None and not placed:
            yield CaseFinding(
                "CASE112",
                "warning",
                f"Positions on {issue.id} are places from 0 to 100, and nothing says what 0 and "
                "100 mean.",
                ("issues", number),
            )

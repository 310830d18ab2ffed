"""CASE115: an issue that matters to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule

_CASE = (
    "parties: [{id: norland, name: Norland}]\n"
    "issues: [{id: water, name: Water, ends: {low: none, high: all}}]\n"
)


@rule(
    code="CASE115",
    name="issue-nobody-cares-about",
    severity="warning",
    summary="No party has a salience above 0, a utility table, a red line or a link on an issue.",
    why="The issue decides nothing, and multiplies the packages to be looked at.",
    fix="Add the positions that are missing, or take the issue out.",
    fires=(_CASE, f"{_CASE}positions: [{{party: norland, issue: water, at: 10, salience: 0}}]"),
    silent=(
        f"{_CASE}positions: [{{party: norland, issue: water, at: 10, salience: 5}}]",
        f"{_CASE}positions: [{{party: norland, issue: water, at: 10}}]",
        f"{_CASE}red_lines: [{{kind: forbid, id: r, party: norland, issue: water, above: 70}}]",
    ),
)
def issue_nobody_cares_about(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each issue; a position whose salience is unknown counts as care."""
    case = record.case
    wanted = {p.issue for p in case.positions if p.salience is None or p.salience.central > 0}
    wanted |= {u.issue for u in case.utilities}
    elsewhere = {"red_lines", "links"}
    wanted |= {r.id for r in record.references if r.kind == "issue" and r.path[0] in elsewhere}
    for number, issue in enumerate(case.issues):
        if issue.id not in wanted:
            yield CaseFinding(
                "CASE115",
                "warning",
                f"Nobody cares about {issue.name}: no salience above 0, table, red line or link.",
                ("issues", number),
            )

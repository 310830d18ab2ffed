"""CASE120: a negotiation in which nobody has to accept."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule

_WATER = "issues: [{id: water, name: Water}]\n"


@rule(
    code="CASE120",
    name="nobody-accepts",
    severity="warning",
    summary="No party has the role 'party', a veto or a vote.",
    why="If nobody has to accept, every package is a deal.",
    fix="Give those who must agree the role 'party', or name voters or veto players.",
    fires=(f"{_WATER}parties: [{{id: norland, name: Norland, role: observer}}]",),
    silent=(
        f"{_WATER}parties: [{{id: norland, name: Norland}}]",
        "parties: [{id: norland, name: Norland, role: observer}]",
    ),
)
def nobody_accepts(record: CaseRecord) -> Iterator[CaseFinding]:
    """At most one finding, in a case with parties and issues."""
    case = record.case
    if case.parties and case.issues and not case.voters and not case.vetoes:
        message = "No party has to accept a deal: none has the role 'party', a veto or a vote."
        yield CaseFinding("CASE120", "warning", message, ("parties",))

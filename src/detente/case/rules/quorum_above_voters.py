"""CASE119: a quorum that cannot be met."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule

_PARTIES = "parties: [{id: norland, name: Norland}, {id: sudland, name: Sudland}]\n"


@rule(
    code="CASE119",
    name="quorum-above-voters",
    severity="error",
    summary="The quorum is larger than the number of voters.",
    why="No deal can ever be accepted.",
    fix="Lower the quorum, or name the voters.",
    fires=(f"{_PARTIES}acceptance: {{quorum: 3}}", "acceptance: {quorum: 1}"),
    silent=(f"{_PARTIES}acceptance: {{quorum: 2}}",),
)
def quorum_above_voters(record: CaseRecord) -> Iterator[CaseFinding]:
    """At most one finding."""
    rule_of_case = record.case.acceptance
    voters = len(record.case.voters)
    if rule_of_case is not None and (rule_of_case.quorum or 0) > voters:
        yield CaseFinding(
            "CASE119",
            "error",
            f"The quorum is {rule_of_case.quorum}, and there {'is' if voters == 1 else 'are'} "
            f"{voters} {'voter' if voters == 1 else 'voters'}.",
            ("acceptance", "quorum"),
        )

"""CASE113: a party that stands nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule

_WATER = "issues: [{id: water, name: Water, ends: {low: none, high: all}}]\n"


@rule(
    code="CASE113",
    name="party-without-position",
    severity="warning",
    summary="A party whose acceptance counts has neither a position nor a utility table.",
    why="Without either, nothing can be said of what it would accept.",
    fix="Add a position with salience, or a utility table, or give it another role.",
    fires=(f"{_WATER}parties: [{{id: norland, name: Norland}}]",),
    silent=(
        f"{_WATER}parties: [{{id: norland, name: Norland}}]\n"
        "positions: [{party: norland, issue: water, at: 10}]",
        f"{_WATER}parties: [{{id: norland, name: Norland, role: observer}}]",
        "parties: [{id: norland, name: Norland}]",
    ),
)
def party_without_position(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each party, in a case that has issues."""
    case = record.case
    if not case.issues:
        return
    heard = {p.party for p in case.positions} | {u.party for u in case.utilities}
    counting = set(case.voters) | set(case.vetoes)
    for number, party in enumerate(case.parties):
        if party.id in counting and party.id not in heard:
            yield CaseFinding(
                "CASE113",
                "warning",
                f"{party.name} must accept a deal and has no position on any issue.",
                ("parties", number),
            )

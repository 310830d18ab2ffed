"""CASE114: a party that cares about nothing, or has not said about what."""

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
    code="CASE114",
    name="salience-all-zero",
    severity="warning",
    summary="All saliences that are given for a party's positions are 0, or none is given.",
    why="A party's points are shared out by salience; with nothing to share, every deal is worth "
    "the same to it.",
    fix="Say how much the party cares about each issue (salience, 0 to 100).",
    fires=(
        f"{_CASE}positions: [{{party: norland, issue: water, at: 10, salience: 0}}]",
        f"{_CASE}positions: [{{party: norland, issue: water, at: 10}}]",
    ),
    silent=(
        f"{_CASE}positions: [{{party: norland, issue: water, at: 10, salience: 5}}]",
        _CASE,
    ),
)
def salience_all_zero(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each party with positions that no utility table covers."""
    first: dict[str, int] = {}
    caring: set[str] = set()
    stated: set[str] = set()
    for number, at in enumerate(record.case.positions):
        if (at.party, at.issue) in record.with_tables:
            continue
        first.setdefault(at.party, number)
        if at.salience is not None:
            stated.add(at.party)
            if at.salience.central > 0:
                caring.add(at.party)
    for party, number in first.items():
        if party not in caring:
            yield CaseFinding(
                "CASE114",
                "warning",
                f"Every salience of {party} is 0."
                if party in stated
                else f"No position of {party} has a salience.",
                ("positions", number),
            )

"""CASE128: a position that stands at no place."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule

_SHOWN = 5
_CASE = (
    "parties: [{id: norland, name: Norland}]\n"
    "issues: [{id: water, name: Water, options: [{id: dam, name: Dam}, "
    "{id: canal, name: Canal}]}]\n"
)


@rule(
    code="CASE128",
    name="position-without-place",
    severity="warning",
    summary="A position has no place on its issue, and no utility table says what options are "
    "worth.",
    why="Words and salience alone do not say which outcomes the party would prefer.",
    fix="Give the position a place (at) or a placed option, or add a utility table.",
    fires=(
        f"{_CASE}positions: [{{party: norland, issue: water, salience: 50}}]",
        f"{_CASE}positions: [{{party: norland, issue: water, option: dam, salience: 50}}]",
    ),
    silent=(
        f"{_CASE}positions: [{{party: norland, issue: water, at: 10, salience: 50}}]",
        f"{_CASE}positions: [{{party: norland, issue: water, option: dam}}]\n"
        "utilities: [{party: norland, issue: water, values: {dam: 9, canal: 2}}]",
    ),
)
def position_without_place(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each party, at the first of its positions of this kind."""
    placed = {
        (issue.id, o.id) for issue in record.case.issues for o in issue.options if o.at is not None
    }
    first: dict[str, int] = {}
    open_on: dict[str, list[str]] = {}
    for number, at in enumerate(record.case.positions):
        known = at.at is not None or (at.issue, at.option) in placed
        if not known and (at.party, at.issue) not in record.with_tables:
            first.setdefault(at.party, number)
            option = f" (the option {at.option} has no place)" if at.option else ""
            open_on.setdefault(at.party, []).append(f"{at.issue}{option}")
    for party, number in first.items():
        more = len(open_on[party]) - _SHOWN
        issues = ", ".join(open_on[party][:_SHOWN]) + (f" and {more} more" if more > 0 else "")
        message = f"No place is known for {party} on {issues}."
        yield CaseFinding("CASE128", "warning", message, ("positions", number))

"""CASE110: an option without a place, for parties that value places."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule

_PARTIES = "parties: [{id: norland, name: Norland}]\n"
_OPTIONS = "options: [{id: dam, name: Dam, at: 10}, {id: canal, name: Canal}]"


@rule(
    code="CASE110",
    name="option-unplaced",
    severity="warning",
    summary="An option has no place, and a party values the issue's options by their places.",
    why="Without a place the option counts as worth nothing to that party, which it never said.",
    fix="Give the option a place (at), or the party a utility table for the issue.",
    fires=(
        f"{_PARTIES}issues: [{{id: water, name: Water, {_OPTIONS}}}]\n"
        "positions: [{party: norland, issue: water, at: 20, salience: 50}]",
    ),
    silent=(
        f"{_PARTIES}issues: [{{id: water, name: Water, {_OPTIONS}}}]\n"
        "positions: [{party: norland, issue: water, at: 20, salience: 50}]\n"
        "utilities: [{party: norland, issue: water, values: {dam: 30, canal: 5}}]",
        f"{_PARTIES}issues: [{{id: water, name: Water, {_OPTIONS}}}]",
    ),
)
def option_unplaced(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each issue, with its unplaced options and the parties concerned."""
    by_place: dict[str, list[str]] = {}
    for at in record.case.positions:
        caring = at.salience is not None and at.salience.central > 0
        placed = at.at is not None or at.option is not None
        if caring and placed and (at.party, at.issue) not in record.with_tables:
            by_place.setdefault(at.issue, []).append(at.party)
    for number, issue in enumerate(record.case.issues):
        unplaced = [o.id for o in issue.options if o.at is None]
        parties = by_place.get(issue.id, [])
        if unplaced and parties:
            more = f" and {len(parties) - 3} more" if len(parties) > 3 else ""
            yield CaseFinding(
                "CASE110",
                "warning",
                f"On {issue.id}, {', '.join(unplaced)} "
                f"{'have no places' if len(unplaced) > 1 else 'has no place'} and would count as "
                f"worth nothing to {', '.join(parties[:3])}{more}.",
                ("issues", number, "options"),
            )

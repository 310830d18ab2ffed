"""CASE111: a position outside everything that is on the table."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.numbers import Number
from detente.case.rule_registry import rule
from detente.case.yaml_reading import Path

_PARTIES = "parties: [{id: norland, name: Norland}]\n"
_OPTIONS = "options: [{id: dam, name: Dam, at: 10}, {id: canal, name: Canal, at: 60}]"


@rule(
    code="CASE111",
    name="place-beyond-options",
    severity="note",
    summary="A position, the status quo or the reference point lies outside all placed options.",
    why="Either an option is missing from the table, or the place is on another scale.",
    fix="Add the option that is meant, or correct the place.",
    fires=(
        f"{_PARTIES}issues: [{{id: water, name: Water, {_OPTIONS}}}]\n"
        "positions: [{party: norland, issue: water, at: 95}]",
        f"issues: [{{id: water, name: Water, {_OPTIONS}}}]\nreference_point: {{water: 0}}",
    ),
    silent=(
        f"{_PARTIES}issues: [{{id: water, name: Water, {_OPTIONS}}}]\n"
        "positions: [{party: norland, issue: water, at: {low: 50, high: 90}}]",
        f"{_PARTIES}issues: [{{id: water, name: Water}}]\n"
        "positions: [{party: norland, issue: water, at: 95}]",
    ),
)
def place_beyond_options(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each place whose whole range lies outside."""
    spans: dict[str, tuple[float, float]] = {}
    for issue in record.case.issues:
        bounds = [o.at.bounds for o in issue.options if o.at is not None]
        if len(bounds) > 1 and len(bounds) == len(issue.options):
            spans[issue.id] = (min(b[0] for b in bounds), max(b[1] for b in bounds))
    case = record.case
    places: list[tuple[Path, str, str, Number | str | None]] = [
        (("positions", n, "at"), f"The position of {p.party}", p.issue, p.at)
        for n, p in enumerate(case.positions)
    ]
    quo = case.status_quo.issues if case.status_quo else {}
    rows: list[tuple[Path, str, str, Number | str | None]] = [
        *places,
        *((("status_quo", "issues", i), "The status quo", i, at) for i, at in quo.items()),
        *(
            (("reference_point", i), "The reference point", i, at)
            for i, at in case.reference_point.items()
        ),
    ]
    for path, what, issue_id, at in rows:
        if not isinstance(at, Number) or issue_id not in spans:
            continue
        (least, most), (low, high) = at.bounds, spans[issue_id]
        if most < low or least > high:
            yield CaseFinding(
                "CASE111",
                "note",
                f"{what} on {issue_id} ({at.central:g}) lies outside its options, which reach "
                f"from {low:g} to {high:g}.",
                path,
            )

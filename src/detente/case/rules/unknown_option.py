"""CASE103: an option is named that its issue does not have."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.near_words import MOST_NEAR, did_you_mean
from detente.case.references import Reference
from detente.case.rule_registry import rule
from detente.case.unknown_ids import unknown_id

_WATER = (
    "parties: [{id: norland, name: Norland}]\n"
    "issues: [{id: water, name: Water, options: [{id: dam, name: Dam}, "
    "{id: canal, name: Canal}]}]\n"
)


@rule(
    code="CASE103",
    name="unknown-option",
    severity="error",
    summary="A part of the case names an option that its issue does not have.",
    why="An outcome that is not on the table cannot be chosen, refused or valued.",
    fix="Correct the id, or add the option to the issue.",
    fires=(
        f"{_WATER}positions: [{{party: norland, issue: water, option: damm}}]",
        f"{_WATER}red_lines: [{{kind: forbid, id: r, party: norland, issue: water, options: [x]}}]",
        f"{_WATER}status_quo: {{issues: {{water: lake}}}}",
    ),
    silent=(
        f"{_WATER}positions: [{{party: norland, issue: water, option: dam}}]",
        f"{_WATER}status_quo: {{issues: {{water: 30}}}}",
    ),
)
def unknown_option(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each issue and each id that is none of its options."""
    used: dict[tuple[str, str], list[Reference]] = {}
    for reference in record.references:
        there = record.options.get(reference.issue)
        if reference.kind == "option" and there is not None and reference.id not in there.ids:
            used.setdefault((reference.issue, reference.id), []).append(reference)
    for number, ((issue, id_), found) in enumerate(used.items()):
        near = did_you_mean(id_, record.options[issue].ids) if number < MOST_NEAR else ""
        yield unknown_id("CASE103", f"option (of {issue})", id_, found, near)

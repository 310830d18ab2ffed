"""CASE109: a utility table that leaves an option out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule

_WATER = (
    "parties: [{id: norland, name: Norland}]\n"
    "issues: [{id: water, name: Water, options: [{id: dam, name: Dam}, "
    "{id: canal, name: Canal}]}]\n"
)


@rule(
    code="CASE109",
    name="option-without-value",
    severity="error",
    summary="A utility table has no value for an option of its issue.",
    why="A table replaces position and salience; what it leaves out has no worth at all.",
    fix="Give each option a value, 0 where it is worth nothing.",
    fires=(f"{_WATER}utilities: [{{party: norland, issue: water, values: {{dam: 30}}}}]",),
    silent=(
        f"{_WATER}utilities: [{{party: norland, issue: water, values: {{dam: 3, canal: 0}}}}]",
    ),
)
def option_without_value(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each table, with all the options it lacks."""
    for number, table in enumerate(record.case.utilities):
        known = record.options.get(table.issue)
        missing = [o for o in known.ids if o not in table.values] if known else []
        if missing:
            yield CaseFinding(
                "CASE109",
                "error",
                f"The utility table of {table.party} on {table.issue} has no value for "
                f"{', '.join(missing)}.",
                ("utilities", number, "values"),
            )

"""CASE133: a perspective that cannot be laid over the case."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.perspectives import misfits
from detente.case.rule_registry import rule

_PARTIES = "parties: [{id: norland, name: Norland}]\n"

# Entries laid over after which further perspectives are left open.
_MOST_ENTRIES = 50_000


@rule(
    code="CASE133",
    name="perspective-does-not-fit",
    severity="error",
    summary="A perspective changes what the case does not have, or to what it cannot be.",
    why="The case cannot be seen with these eyes until the change fits.",
    fix="Give entries of the case's sections, with the id of the entry they change.",
    fires=(
        f"{_PARTIES}perspectives: [{{id: south, name: South, changes: "
        "{parties: [{id: norland, influence: lots}]}}]",
        f"{_PARTIES}perspectives: [{{id: south, name: South, changes: {{partis: [{{id: x}}]}}}}]",
    ),
    silent=(
        f"{_PARTIES}perspectives: [{{id: south, name: South, changes: "
        "{parties: [{id: norland, influence: 20}]}}]",
    ),
)
def perspective_does_not_fit(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each change that does not fit."""
    entries = 0
    for number, perspective in enumerate(record.case.perspectives):
        entries += sum(len(getattr(record.case, s, ())) for s in perspective.changes)
        if number and entries > _MOST_ENTRIES:
            return
        for path, fault in misfits(record.case, perspective):
            yield CaseFinding(
                "CASE133",
                "error",
                f"The perspective {perspective.id} does not fit: {fault}"
                f"{'' if fault.endswith('?') else '.'}",
                ("perspectives", number, *path),
            )

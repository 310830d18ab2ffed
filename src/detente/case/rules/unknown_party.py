"""CASE101: a party is named that is not in the case."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule
from detente.case.unknown_ids import unknown_ids


@rule(
    code="CASE101",
    name="unknown-party",
    severity="error",
    summary="A part of the case names a party that is not among the parties.",
    why="What belongs to nobody cannot be calculated with, and is most often a slip of spelling.",
    fix="Correct the id, or add the party.",
    fires=(
        "parties: [{id: norland, name: Norland}]\n"
        "issues: [{id: water, name: Water}]\n"
        "positions: [{party: norlnad, issue: water, at: 20}]",
        "acceptance: {vetoes: [norland]}",
    ),
    silent=(
        "parties: [{id: norland, name: Norland}]\n"
        "issues: [{id: water, name: Water}]\n"
        "positions: [{party: norland, issue: water, at: 20}]",
    ),
)
def unknown_party(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each id that names no party."""
    yield from unknown_ids(record, "CASE101", "party", record.parties)

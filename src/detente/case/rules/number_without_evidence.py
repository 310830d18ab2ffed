"""CASE132: numbers that rest on nothing."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.numbers import Number
from detente.case.rule_registry import rule
from detente.case.section_lines import listed
from detente.case.yaml_reading import Path


@rule(
    code="CASE132",
    name="number-without-evidence",
    severity="note",
    summary="Entries have numbers with neither evidence nor a basis.",
    why="A number without a source is taken for a fact; a reader must see where it comes from.",
    fix="Cite evidence on the number or its entry, or say what it is (basis: judgement of ...).",
    fires=("parties: [{id: norland, name: Norland, influence: 40}]",),
    silent=(
        "parties: [{id: norland, name: Norland, influence: {value: 40, basis: our judgement}}]",
        "parties: [{id: norland, name: Norland, influence: 40, basis: our judgement}]",
        "parties: [{id: norland, name: Norland}]",
    ),
)
def number_without_evidence(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding a section, at its first number of this kind."""
    based: set[Path] = set()
    bare: list[Path] = []
    for path, entry in record.entries:
        if entry.evidence or entry.basis:
            based.add(path)
        elif isinstance(entry, Number) and not any(path[:n] in based for n in range(1, len(path))):
            bare.append(path)
    yield from listed(
        record, "CASE132", bare, "has numbers", "have numbers", "without evidence or basis"
    )

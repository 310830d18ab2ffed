"""CASE118: a floor that no package reaches."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.red_line import Floor
from detente.case.rule_registry import rule
from detente.case.yaml_reading import Path

_CASE = (
    "parties: [{id: norland, name: Norland}]\n"
    "issues: [{id: water, name: Water, options: [{id: dam, name: Dam}, "
    "{id: canal, name: Canal}]}]\n"
    "utilities: [{party: norland, issue: water, values: {dam: 30, canal: 70}}]\n"
)


@rule(
    code="CASE118",
    name="floor-out-of-reach",
    severity="error",
    summary="A party's floor, or its alternative to agreement, is worth more than any package.",
    why="No deal can be good enough then, whatever the others give.",
    fix="Check that floor, alternative and utilities are in the same points.",
    fires=(
        f"{_CASE}red_lines: [{{kind: floor, id: f, party: norland, points: 80}}]",
        "parties: [{id: norland, name: Norland, alternative: {points: 71}}]\n"
        + _CASE.split("\n", 1)[1],
    ),
    silent=(
        f"{_CASE}red_lines: [{{kind: floor, id: f, party: norland, points: 70}}]",
        "parties: [{id: norland, name: Norland}]\n"
        "red_lines: [{kind: floor, id: f, party: norland, points: 80}]",
    ),
)
def floor_out_of_reach(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each floor or alternative above the sum of the best options."""
    tables = record.tables
    if tables is None or not tables.issues:
        return
    best = np.stack([points.max(axis=0) for points in tables.points]).sum(axis=0)
    best += sum(
        (np.maximum(0, pair.points).max(axis=(0, 1)) for pair in tables.pairs), np.zeros_like(best)
    )
    # The worth of a package is known only where every issue's is.
    known = [bool(row.all()) for row in tables.known]
    row = {id_: number for number, id_ in enumerate(tables.parties)}
    asked: list[tuple[Path, str, str, float]] = [
        (("red_lines", n, "points"), line.party, f"The floor {line.id}", line.points.central)
        for n, line in enumerate(record.case.red_lines)
        if isinstance(line, Floor)
    ]
    for number, party in enumerate(record.case.parties):
        if party.alternative is not None and party.alternative.points is not None:
            path: Path = ("parties", number, "alternative")
            points = party.alternative.points.central
            asked.append((path, party.id, "The alternative to agreement", points))
    for path, party_id, what, points in asked:
        most = best[row[party_id]] / tables.scale
        if known[row[party_id]] and points > most + 1e-9:
            yield CaseFinding(
                "CASE118",
                "error",
                f"{what} of {party_id} asks for {points:g} points, and no package is worth more "
                f"than {most:g} to it.",
                path,
            )

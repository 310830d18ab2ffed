"""CASE106: evidence is cited that is not in the case."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.near_words import MOST_NEAR, did_you_mean
from detente.case.rule_registry import rule


@rule(
    code="CASE106",
    name="unknown-evidence",
    severity="error",
    summary="An entry cites evidence that is not in the list of evidence.",
    why="A claim whose source cannot be looked up is a claim without a source.",
    fix="Correct the id, or add the source to the evidence.",
    fires=("parties: [{id: norland, name: Norland, evidence: [atlas]}]",),
    silent=(
        "parties: [{id: norland, name: Norland, evidence: [atlas]}]\n"
        "evidence: [{id: atlas, title: Atlas of the valley}]",
    ),
)
def unknown_evidence(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each id that names no evidence, at the first entry that cites it."""
    known = {c.id for c in record.case.evidence}
    told: dict[str, CaseFinding] = {}
    for path, entry in record.entries:
        for place, id_ in enumerate(entry.evidence):
            if id_ in known or id_ in told:
                continue
            near = did_you_mean(id_, sorted(known)) if len(told) < MOST_NEAR else ""
            told[id_] = CaseFinding(
                "CASE106",
                "error",
                f"The evidence {id_!r} is cited and not in the case{near or '.'}",
                (*path, "evidence", place),
            )
    yield from told.values()

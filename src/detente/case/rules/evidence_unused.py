"""CASE129: evidence that nothing rests on."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule


@rule(
    code="CASE129",
    name="evidence-unused",
    severity="note",
    summary="A source is in the list of evidence, and no entry cites it.",
    why="Either an entry has lost its source, or the source is left over.",
    fix="Cite it where it belongs (evidence: [id]), or take it out.",
    fires=("evidence: [{id: atlas, title: Atlas of the valley}]",),
    silent=(
        "parties: [{id: norland, name: Norland, evidence: [atlas]}]\n"
        "evidence: [{id: atlas, title: Atlas of the valley}]",
    ),
)
def evidence_unused(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each source; what a perspective cites counts."""
    cited = {id_ for _, entry in record.entries for id_ in entry.evidence}
    for perspective in record.case.perspectives:
        cited |= set(_words(perspective.changes))
    for number, source in enumerate(record.case.evidence):
        if source.id not in cited:
            yield CaseFinding(
                "CASE129",
                "note",
                f"Nothing in the case cites the evidence {source.id}.",
                ("evidence", number),
            )


def _words(data: object) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for inner in data.values():
            yield from _words(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from _words(inner)

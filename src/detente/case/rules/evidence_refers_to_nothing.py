"""CASE130: a source that cannot be looked up."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import rule


@rule(
    code="CASE130",
    name="evidence-refers-to-nothing",
    severity="warning",
    summary="A piece of evidence names no title, publisher, address, words or judgement.",
    why="A reader who doubts the claim has nothing to look up.",
    fix="Say what the source is: title and date, an address, or the exact words; for a judgement "
    "say whose it is (note).",
    fires=("evidence: [{id: atlas}]", "evidence: [{id: mine, kind: judgement}]"),
    silent=(
        "evidence: [{id: atlas, title: Atlas of the valley}]",
        "evidence: [{id: mine, kind: judgement, note: The desk's reading of the talks}]",
    ),
)
def evidence_refers_to_nothing(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding for each source."""
    for number, source in enumerate(record.case.evidence):
        named = (source.title, source.publisher, source.url, source.quote, source.note)
        if source.kind != "document" and not any(named):
            what = "whose judgement it is" if source.kind == "judgement" else "what it is"
            yield CaseFinding(
                "CASE130",
                "warning",
                f"The evidence {source.id} does not say {what}.",
                ("evidence", number),
            )

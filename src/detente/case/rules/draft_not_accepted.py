"""CASE131: what a program drafted and no person has accepted."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.drafts import drafts_among
from detente.case.rule_registry import rule
from detente.case.section_lines import listed


@rule(
    code="CASE131",
    name="draft-not-accepted",
    severity="note",
    summary="Entries are drafts that nobody has accepted yet.",
    why="A draft is a program's reading of documents; whoever uses the case should know.",
    fix="Look at each, correct it, and take it over with detente accept.",
    fires=("parties: [{id: norland, name: Norland, draft: true}]",),
    silent=("parties: [{id: norland, name: Norland}]",),
)
def draft_not_accepted(record: CaseRecord) -> Iterator[CaseFinding]:
    """One finding a section, at its first draft."""
    found = drafts_among(record.entries)
    yield from listed(record, "CASE131", found, "is a draft", "are drafts", "nobody has accepted")

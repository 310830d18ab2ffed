"""Section: does the record hold together? What the checks said, worst first."""

from __future__ import annotations

from detente.report import wording
from detente.report.desk import Desk, Section, render
from detente.report.finding_marks import row_id, worst_first

_KINDS = ("error", "warning", "note")


def tally(desk: Desk) -> str:
    """``1 error, 5 warnings`` – or that nothing was checked, or nothing found."""
    if desk.findings is None:
        return "no checks were run"
    kinds = [f.severity for f in desk.findings]
    counts = [wording.counted(kinds.count(kind), kind) for kind in _KINDS if kind in kinds]
    return ", ".join(counts) or "checks were run and found nothing"


def findings(desk: Desk) -> Section:
    """The findings as rows with the words they rest on."""
    rows = [
        {
            "id": row_id(number),
            "finding": finding,
            "words": desk.cite.listed([(w.document, w.span) for w in finding.witnesses]),
        }
        for number, finding in enumerate(worst_first(desk.findings or ()))
    ]
    status = tally(desk) if desk.findings else ""
    nothing = "" if rows else wording.sentence_case(tally(desk)) + "."
    body = render("sections/findings.html", rows=rows, nothing=nothing)
    return Section(
        "findings", "Findings", "Does the record hold together?", status, body, drafted=False
    )

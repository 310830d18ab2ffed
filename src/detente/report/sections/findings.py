"""Section: does the record hold together? What the checks said, worst first."""

from __future__ import annotations

from detente.report import wording
from detente.report.desk import Desk, Section, render

_ORDER = {"error": 0, "warning": 1, "note": 2}


def tally(desk: Desk) -> str:
    """``1 error, 5 warnings`` – or that nothing was checked, or nothing found."""
    if desk.findings is None:
        return "no checks were run"
    kinds = [f.severity for f in desk.findings]
    counts = [wording.counted(kinds.count(kind), kind) for kind in _ORDER if kind in kinds]
    return ", ".join(counts) or "checks were run and found nothing"


def findings(desk: Desk) -> Section:
    """The findings as rows with the words they rest on."""
    rows = [
        {
            "finding": finding,
            "words": desk.cite.listed([(w.document, w.span) for w in finding.witnesses]),
        }
        for finding in sorted(desk.findings or (), key=lambda f: (_ORDER[f.severity], f.code))
    ]
    status = tally(desk) if desk.findings else ""
    nothing = "" if rows else wording.sentence_case(tally(desk)) + "."
    body = render("sections/findings.html", rows=rows, nothing=nothing)
    return Section(
        "findings", "Findings", "Does the record hold together?", status, body, drafted=False
    )

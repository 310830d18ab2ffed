"""Section: does the case hold together? What the rules about cases said, worst first."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case.case_finding import CaseFinding
from detente.case.rule_registry import case_rules
from detente.report import wording
from detente.report.case.view import CaseView
from detente.report.desk import Section, render

_KINDS = ("error", "warning", "note")


def tally(findings: Sequence[CaseFinding]) -> str:
    """``1 error, 5 warnings``, or that nothing was found."""
    kinds = [finding.severity for finding in findings]
    counts = [wording.counted(kinds.count(kind), kind) for kind in _KINDS if kind in kinds]
    return ", ".join(counts) or "checks were run and found nothing"


def case_findings(view: CaseView, findings: Sequence[CaseFinding]) -> Section:
    """The findings as rows with links to the entries they are about."""
    fixes = {rule.code: rule.fix for rule in case_rules()}
    rows = [
        {
            "finding": finding,
            "fix": finding.fix or fixes.get(finding.code, ""),
            "where": view.link(finding.where) if finding.path else view.link(""),
        }
        for finding in sorted(findings, key=lambda f: _KINDS.index(f.severity))
    ]
    status = tally(findings) if rows else ""
    nothing = "" if rows else wording.sentence_case(tally(findings)) + "."
    body = render("sections/case_findings.html", rows=rows, nothing=nothing)
    return Section("findings", "Findings", "Does the case hold together?", status, body,
                   drafted=False, part="checks", how="made-case")  # fmt: skip

"""Findings as workflow commands, which GitHub shows as annotations beside the lines."""

from __future__ import annotations

from detente.findings import Finding
from detente.report.findings.places import Findings
from detente.report.findings.rule_book import rules_for

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def findings_github(shown: Findings) -> str:
    """One line a finding, as ``::error file=…,line=…,title=…::message``."""
    names = {c.code: c.name for c in rules_for(shown.findings)}
    return "\n".join(_command(shown, f, names) for f in shown.findings)


def _command(shown: Findings, finding: Finding, names: dict[str, str]) -> str:
    properties = {"title": f"{finding.code} {names.get(finding.code, '')}".strip()}
    if finding.witnesses:
        first = finding.witnesses[0]
        document = shown.ledger.document(first.document)
        properties["file"] = shown.path(document)
        if document.id in shown.verbatim:
            place = shown.place(first)
            properties["line"] = str(place.line)
            properties["endLine"] = str(place.end_line)
            if place.line == place.end_line:
                properties["col"] = str(place.column)
                properties["endColumn"] = str(place.end_column)
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = "\n".join(
        part for part in (finding.message, finding.reason, *finding.facts, finding.fix) if part
    )
    return f"::{_LEVELS[finding.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""Findings as one JSON document."""

from __future__ import annotations

import json
from typing import Any

import detente
from detente.findings import Finding, Witness
from detente.report.findings.places import Findings
from detente.report.findings.rule_book import rules_for

SCHEMA = "detente-findings/1"


def findings_json(shown: Findings) -> str:
    """The findings with places, rows and waivers; the same bytes for the same findings."""
    names = {c.code: c.name for c in rules_for(shown.all_findings)}
    out = {
        "schema": SCHEMA,
        "version": detente.__version__,
        "documents": [
            {
                "id": d.id,
                "path": shown.path(d),
                "sha256": d.sha256,
                "text_sha256": d.text_sha256,
                "date": None if d.date is None else d.date.isoformat(),
            }
            for d in shown.ledger.documents
        ],
        "findings": [_finding(shown, f, names) for f in shown.findings],
        "waived": [
            {**_finding(shown, f, names), "waiver": str(w), "waived_because": w.reason}
            for f, w in shown.waived
        ],
        "unused_waivers": [str(w) for w in shown.unused_waivers],
        "faults": list(shown.faults),
        "counts": shown.counted(),
    }
    return json.dumps(out, ensure_ascii=False, indent=1)


def _finding(shown: Findings, finding: Finding, names: dict[str, str]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": names.get(finding.code),
        "severity": finding.severity,
        "message": finding.message,
        "reason": finding.reason,
        "fix": finding.fix,
        "facts": list(finding.facts),
        "witnesses": [_witness(shown, w) for w in finding.witnesses],
    }


def _witness(shown: Findings, witness: Witness) -> dict[str, Any]:
    place = shown.place(witness)
    return {
        "document": witness.document,
        "path": shown.path(shown.ledger.document(witness.document)),
        "start": witness.span.start,
        "end": witness.span.end,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "text": witness.span.text,
        "note": witness.note,
    }

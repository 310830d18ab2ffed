"""Findings as SARIF 2.1.0, the form in which tools and forges exchange them.

Columns count code points (``columnKind``). A region is given where the file holds the text as
it is; for pages, PDF and DOCX the words come as a snippet and the paragraph as a logical place.
"""

from __future__ import annotations

import hashlib
import json
import urllib.parse
from pathlib import PurePath
from typing import Any

import detente
from detente.checks.waivers import Waiver
from detente.findings import Finding, Witness
from detente.report.findings.places import Findings
from detente.report.findings.rule_book import FAMILIES, Rule, rules_for

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def findings_sarif(shown: Findings) -> str:
    """One SARIF log with one run; waived findings are in it, suppressed."""
    rules = rules_for(shown.all_findings)
    numbers = {c.code: i for i, c in enumerate(rules)}
    results = [_result(shown, f, None, numbers) for f in shown.findings]
    results += [_result(shown, f, w, numbers) for f, w in shown.waived]
    run = {
        "tool": {
            "driver": {
                "name": "detente",
                "semanticVersion": detente.__version__,
                "rules": [_rule(c) for c in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {
                "location": {"uri": _uri(shown.path(d))},
                "mimeType": d.media_type,
                "hashes": {"sha-256": d.sha256},
            }
            for d in shown.ledger.documents
        ],
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {rule.why}"},
        "help": {"text": rule.fix},
        "defaultConfiguration": {"level": rule.severity, "enabled": rule.default},
        "properties": {"tags": [FAMILIES[rule.family]]},
    }


def _result(
    shown: Findings, finding: Finding, waiver: Waiver | None, numbers: dict[str, int]
) -> dict[str, Any]:
    lines = [finding.message, finding.reason, *finding.facts, finding.fix]
    out: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": "\n".join(line for line in lines if line)},
        "locations": [_location(shown, w) for w in finding.witnesses[:1]],
        "partialFingerprints": {"words/v1": _fingerprint(finding)},
    }
    if finding.code in numbers:
        out["ruleIndex"] = numbers[finding.code]
    if len(finding.witnesses) > 1:
        out["relatedLocations"] = [
            {"id": i, **_location(shown, w), "message": {"text": w.note or w.span.text}}
            for i, w in enumerate(finding.witnesses[1:], start=1)
        ]
    if waiver is not None:
        out["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": waiver.reason}
        ]
    return out


def _location(shown: Findings, witness: Witness) -> dict[str, Any]:
    document = shown.ledger.document(witness.document)
    physical: dict[str, Any] = {
        "artifactLocation": {
            "uri": _uri(shown.path(document)),
            "index": shown.number(document),
        }
    }
    if document.id in shown.verbatim:
        place = shown.place(witness)
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "snippet": {"text": witness.span.text},
        }
        return {"physicalLocation": physical}
    out: dict[str, Any] = {"physicalLocation": physical}
    paragraph = document.paragraph_at(witness.span.start)
    if paragraph is not None:
        out["logicalLocations"] = [
            {"fullyQualifiedName": f"{document.name} ¶{paragraph.number}", "kind": "element"}
        ]
    return out


def _uri(path: str) -> str:
    """A path as a URI: relative ones stay so, absolute ones get ``file:``."""
    pure = PurePath(path)
    quoted = urllib.parse.quote(pure.as_posix())
    return pure.as_uri() if pure.is_absolute() else quoted


def _fingerprint(finding: Finding) -> str:
    """The same for the same words, wherever in the file they come to stand."""
    words = "\n".join([finding.code, *(w.span.text for w in finding.witnesses)])
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:32]

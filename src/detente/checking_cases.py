"""The chain of ``detente check`` for case files: cases, settings and waivers to findings."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from detente.case.case_finding import CaseFinding, place_of
from detente.case.load import read_case, text_of
from detente.case.rule_registry import CaseRule, case_rules, rules_called
from detente.case.validate import validate
from detente.case.yaml_reading import places
from detente.checking import without_ignored
from detente.checks.select import codes_of as codes_about_documents
from detente.checks.waivers import Waiver, load_waivers, waive
from detente.configuration import Configuration
from detente.documents.document import Document, Paragraph
from detente.errors import BadCase, InputError
from detente.evidence.ledger import Ledger
from detente.findings import Finding, Witness
from detente.report.findings.places import Findings

_CASE_SUFFIXES = (".yaml", ".yml")
_BEGINS_LIKE_A_CASE = re.compile(rb'\s*\{\s*"(?:schema_version|title)"')
_SIDE_FILE = ".waivers"
# A value of a file: quoted words, or words up to what ends them; else the rest of the line.
_VALUE = re.compile(
    r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\n]|\'\')*\'|[^\s,\[\]{}#&*!|>%@`"\'][^,\[\]{}#:\n]*'
)


def is_case(argument: str) -> bool:
    """True if the argument names a case file rather than a document or a ledger."""
    path = Path(argument)
    if path.suffix.lower() in _CASE_SUFFIXES:
        return True
    if path.suffix.lower() != ".json":
        return False
    try:
        with path.open("rb") as file:
            return _BEGINS_LIKE_A_CASE.match(file.read(512)) is not None
    except OSError:
        return False


def check_cases(
    arguments: Sequence[str], settings: Configuration
) -> tuple[Findings, list[InputError]]:
    """What the rules about cases say of files, and the files that are no cases.

    Raises
    ------
    InputError
        If the settings name no rule.
    """
    codes = _codes(settings.select or ("DEFAULT",), "select") - _codes(settings.ignore, "ignore")
    documents: dict[str, Document] = {}
    paths: dict[str, str] = {}
    found: list[Finding] = []
    problems: list[InputError] = []
    waivers = [w for path in settings.waivers for w in load_waivers(path)]
    faults: list[str] = []

    def told(rule: CaseRule, error: Exception) -> None:
        faults.append(f"{rule.code} failed ({type(error).__name__}: {error}); please report it")

    for argument in arguments:
        try:
            text = text_of(Path(argument)).replace("\r\n", "\n")
            case = read_case(text, argument)
        except InputError as error:
            problems.append(error)
            continue
        document = _document(argument, text)
        if document.id in documents:
            continue
        documents[document.id] = document
        paths[document.id] = argument
        said = _findings(validate(case, codes=codes, on_fault=told), document, argument)
        found += sorted(said, key=lambda f: (f.witnesses[0].span.start, f.code))
        beside = Path(f"{argument}{_SIDE_FILE}")
        if beside.is_file():
            waivers += [w.within(document.text_sha256) for w in load_waivers(beside)]
    ledger = Ledger(documents=tuple(documents.values()))
    found = without_ignored(found, settings, paths, _codes)
    return _shown(ledger, found, waivers, paths, faults), problems


def _shown(
    ledger: Ledger,
    found: list[Finding],
    waivers: list[Waiver],
    paths: dict[str, str],
    faults: list[str],
) -> Findings:
    about_cases = {rule.code for rule in case_rules()}
    sorted_out = waive(ledger, found, waivers)
    # Settings are shared with texts, so a waiver for one of those may well be idle here.
    unused = tuple(w for w in sorted_out.unused if w.code in about_cases)
    return Findings(
        ledger,
        sorted_out.findings,
        sorted_out.waived,
        unused,
        paths,
        frozenset(paths),
        tuple(faults),
    )


def _codes(words: Iterable[str], option: str) -> set[str]:
    """Codes of the rules about cases that are meant; a word for other rules means none."""
    codes: set[str] = set()
    for word in words:
        fitting = rules_called(word)
        if not fitting:
            if word.upper().startswith("CASE"):
                raise InputError(f"{option}: no rule is called {word!r} (see detente rules)")
            codes_about_documents((word,), option)
        codes |= {rule.code for rule in fitting}
    return codes


def _document(argument: str, text: str) -> Document:
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    kind = "application/json" if argument.lower().endswith(".json") else "application/yaml"
    whole = (Paragraph(1, 0, len(text)),)
    return Document(Path(argument).name, digest, text, media_type=kind, paragraphs=whole)


def _findings(found: Sequence[CaseFinding], document: Document, argument: str) -> Iterable[Finding]:
    if not found:
        return
    fixes = {rule.code: rule.fix for rule in case_rules()}
    try:
        known = places(document.text, argument)
    except BadCase:  # JSON that is no YAML has no places
        known = {}
    starts = [0, *(m.end() for m in re.finditer("\n", document.text))]
    for finding in found:
        line, column = place_of(finding.path, known)
        start = starts[line - 1] + column - 1
        end = _end(document.text, start)
        note = finding.where if finding.path else ""
        yield Finding(
            finding.code,
            finding.severity,
            finding.message,
            witnesses=(Witness(document.id, document.span(start, end), note),),
            fix=finding.fix or fixes[finding.code],
        )


def _end(text: str, start: int) -> int:
    """Where the value or key at a place ends, on its line."""
    found = _VALUE.match(text, start)
    past = found.end() if found else text.find("\n", start)
    past = len(text) if past < 0 else past
    return start + max(1, len(text[start:past].rstrip()))

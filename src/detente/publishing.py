"""The chain of ``detente brief``: documents or a case to a page, and the page to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from detente.answering import answers_of
from detente.documents.find import STDIN
from detente.documents.sniff import SUFFIXES
from detente.errors import InputError
from detente.saving import save, save_bytes

if TYPE_CHECKING:
    from detente.evidence.ledger import Ledger
    from detente.findings import Finding

Tell = Callable[[str], None]
# Files with these endings are cases or nothing: as a text they would make an empty briefing.
_CASES = (".yaml", ".yml", ".json", ".xml", ".csv", ".tsv", ".gmcr")


def is_case_file(argument: str) -> bool:
    """True if the argument is a case of ours or of another tool, rather than a document."""
    path = Path(argument)
    suffix = path.suffix.lower()
    if argument == STDIN or (suffix in SUFFIXES and not path.is_dir()):
        return False
    if suffix in _CASES and not path.is_dir():
        return True
    from detente.formats.registry import sniffed

    try:
        sniffed(path)
    except InputError:
        return False
    return True


def brief_documents(
    ledger: Ledger,
    *,
    findings: Sequence[Finding] | None = None,
    title: str | None = None,
    tell: Tell = lambda _: None,
) -> str:
    """The briefing of documents: their record, the case drafted from it, and its answers."""
    from detente.case.draft.draft import draft_case
    from detente.report.briefing import write_briefing

    tell("drafting the case")
    case = draft_case(ledger, title=title)
    answers = answers_of(case, tell=tell)
    tell("writing")
    return write_briefing(ledger, findings=findings, title=title, case=case, answers=answers)


def brief_case(path: Path, *, title: str | None = None, tell: Tell = lambda _: None) -> str:
    """The briefing of a case file of ours or of another tool.

    Raises
    ------
    InputError
        If the file cannot be read as a case.
    """
    from detente.case.validate import validate
    from detente.report.case_briefing import write_case_briefing
    from detente.solving import open_case

    tell("reading the case")
    case = open_case(path)
    answers = answers_of(case, tell=tell)
    tell("writing")
    return write_case_briefing(
        case, answers=answers, findings=validate(case), name=path.name, title=title
    )


def publish(html: str, path: Path) -> None:
    """Write a briefing whole or not at all: PDF or DOCX by the suffix, else HTML.

    Raises
    ------
    MissingExtra
        If the package that makes the format is not installed.
    InputError
        If the place cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        from detente.report.pdf import as_pdf

        save_bytes(as_pdf(html), path)
    elif suffix == ".docx":
        from detente.report.word.document import as_docx

        save_bytes(as_docx(html), path)
    else:
        save(html, path)

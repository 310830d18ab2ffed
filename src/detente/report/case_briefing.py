"""The briefing of a case file: the case, what follows from it, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

import detente
from detente.case.case import Case
from detente.case.case_finding import CaseFinding
from detente.evidence.ledger import Ledger
from detente.report import wording
from detente.report.answers import Answer
from detente.report.case.view import CaseView
from detente.report.desk import Desk, Section
from detente.report.page import Frame, page
from detente.report.sections.answers import answer_sections
from detente.report.sections.case_findings import case_findings, tally
from detente.report.sections.evidence import evidence
from detente.report.sections.method import method
from detente.report.sections.positions import positions
from detente.report.sections.questions import questions
from detente.report.summary import summary

_PARTS = {"case": ("The case and its answers", ""), "made": ("How this was made", "")}


def write_case_briefing(
    case: Case,
    *,
    answers: Sequence[Answer] = (),
    findings: Sequence[CaseFinding] = (),
    name: str = "",
    title: str | None = None,
) -> str:
    """The briefing of a case as HTML text.

    Parameters
    ----------
    answers : sequence of Answer
        What the case answers, in the order of :data:`detente.report.answers.PARTS`.
    findings : sequence of CaseFinding
        What the rules about cases said.
    name : str
        The file as the user named it.
    title : str, optional
        The heading; the case's own title if None.
    """
    view = CaseView(case)
    sections = [
        case_findings(view, findings),
        *case_sections(view, answers),
        method(Desk(Ledger()), view),
    ]
    cited = evidence(view)
    if cited is not None:
        sections.append(cited)
    frame = Frame(
        wording.plain(title or "") or wording.plain(case.title) or "Untitled case",
        "case_masthead.html",
        {
            "name": wording.plain(name) or "not named",
            "summary": case.summary or "",
            "background": [
                (word, text)
                for word, text in (
                    ("Profile", case.profile),
                    ("Causes", case.causes),
                    ("Stakeholders", case.stakeholders),
                    ("Dynamics", case.dynamics),
                )
                if text
            ],
            "as_of": "not stated" if case.as_of is None else wording.day(case.as_of.isoformat()),
            "hash": case.sha256[:12],
            "entries": wording.counted(view.entries, "entry", "entries"),
            "sources": len(case.evidence),
            "drafted": view.drafted,
            "findings": tally(findings),
            "made_with": f"Détente {detente.__version__}",
        },
        state=_state(view),
        summary=summary_of(view, answers, sections),
        summary_drafted=bool(view.drafted),
        parts=_PARTS,
    )
    return page(frame, sections)


def case_sections(view: CaseView, answers: Sequence[Answer]) -> list[Section]:
    """Open questions first, then the case, then the answers in their order."""
    asked = questions(view)
    first = [] if asked is None else [asked]
    return [*first, positions(view), *answer_sections(view, answers)]


def summary_of(
    view: CaseView, answers: Sequence[Answer], sections: Sequence[Section]
) -> Markup | None:
    """The answers in short, with the numbers that the sections have on this page."""
    numbers = {section.id: number for number, section in enumerate(sections, 1)}
    return summary(answers, numbers, drafted=bool(view.drafted), asked="questions" in numbers)


def _state(view: CaseView) -> str:
    if view.drafted:
        return f"draft: {wording.counted(view.drafted, 'entry', 'entries')} not accepted"
    return "case as entered: no entry waits for acceptance"

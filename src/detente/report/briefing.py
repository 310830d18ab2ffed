"""The briefing: a ledger as one HTML page that loads nothing and leads every claim to its words.

The page is the same bytes for the same ledger. Everything that comes from a document is
escaped; a content security policy admits only the page's own style and script, by hash.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.case.case import Case
from detente.evidence.ledger import Ledger
from detente.findings import Finding
from detente.report import wording
from detente.report.answers import Answer
from detente.report.brief_sentences import brief_sentences
from detente.report.case.view import CaseView
from detente.report.case_briefing import case_sections, summary_of
from detente.report.desk import Desk, Section
from detente.report.masthead import masthead, title_of
from detente.report.page import Frame, page
from detente.report.page_data import page_data
from detente.report.sections.actors import actors
from detente.report.sections.evidence import evidence
from detente.report.sections.figures import figures
from detente.report.sections.findings import findings as findings_section
from detente.report.sections.leverage import leverage
from detente.report.sections.method import method
from detente.report.sections.stances import stances
from detente.report.sections.statements import statements
from detente.report.sections.terms import terms
from detente.report.sections.timeline import timeline
from detente.report.source_pane import sources

# The order in which a reader needs them; their numbers follow from it.
_SECTIONS: tuple[Callable[[Desk], Section], ...] = (
    findings_section,
    actors,
    stances,
    terms,
    leverage,
    timeline,
    figures,
    statements,
)
_PARTS = {
    "record": ("The record", ""),
    "case": (
        "If the record held",
        "What follows was drafted by rule from the words above and calculated from the draft. "
        "It is no forecast: answer the open questions first, then ask again.",
    ),
    "made": ("How this was made", ""),
}


def write_briefing(
    ledger: Ledger,
    *,
    findings: Sequence[Finding] | None = None,
    title: str | None = None,
    case: Case | None = None,
    answers: Sequence[Answer] = (),
) -> str:
    """The briefing of a ledger as HTML text.

    Parameters
    ----------
    findings : sequence of Finding, optional
        What the checks said. None means that no checks were run, and the page says so; an
        empty sequence means that they were run and found nothing.
    title : str, optional
        The heading; if None the document's own title, of several the earliest dated one's.
    case : Case, optional
        What was drafted from the ledger; without it the page is about the record alone.
    answers : sequence of Answer
        What the case answers, in the order of :data:`detente.report.answers.PARTS`.

    Raises
    ------
    SpanMismatch
        If a span of the ledger or of a finding does not hold its words.
    """
    ledger.verify()
    desk = Desk(ledger, findings)
    given = wording.plain(title or "")
    heading = given or title_of(desk)
    dated = any(d.date is not None for d in ledger.documents)
    view = None if case is None else CaseView(case, desk.cite)
    brief = brief_sentences(desk)
    sections = [build(desk) for build in _SECTIONS]
    if view is not None:
        sections += case_sections(view, answers)
    sections.append(method(desk, view))
    cited = None if view is None else evidence(view)
    if cited is not None:
        sections.append(cited)
    frame = Frame(
        heading,
        "masthead.html",
        masthead(desk, titled_after_one=not given and dated),
        brief=brief,
        summary=None if view is None else summary_of(view, answers, sections),
        summary_drafted=view is not None and bool(view.drafted),
        parts={} if view is None else _PARTS,
    )
    # Last, because the sources are cut where everything above has cited them.
    pane = sources(ledger, desk.cite)
    return page(frame, sections, sources=pane, data=page_data(desk), several=desk.cite.several)

"""The briefing: a ledger as one HTML page that loads nothing and leads every claim to its words.

The page is the same bytes for the same ledger. Everything that comes from a document is
escaped; a content security policy admits only the page's own style and script, by hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Sequence

from detente.evidence.ledger import Ledger
from detente.findings import Finding
from detente.report import wording
from detente.report.brief_sentences import brief_sentences
from detente.report.desk import Desk, Section, package_text, render
from detente.report.masthead import masthead, title_of
from detente.report.page_data import page_data
from detente.report.sections.actors import actors
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
    method,
)


def write_briefing(
    ledger: Ledger, *, findings: Sequence[Finding] | None = None, title: str | None = None
) -> str:
    """The briefing of a ledger as HTML text.

    Parameters
    ----------
    findings : sequence of Finding, optional
        What the checks said. None means that no checks were run, and the page says so; an
        empty sequence means that they were run and found nothing.
    title : str, optional
        The heading; if None the document's own title, of several the earliest dated one's.

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
    brief = brief_sentences(desk)
    sections = [build(desk) for build in _SECTIONS]
    style = package_text("static", "briefing.css").strip()
    script = package_text("static", "briefing.js").strip()
    # Last, because the sources are cut where everything above has cited them.
    pane = sources(ledger, desk.cite)
    page = render(
        "page.html",
        title=heading,
        head=masthead(desk, titled_after_one=not given and dated),
        brief=brief,
        sections=sections,
        sources=pane,
        several=desk.cite.several,
        style=style,
        style_hash=_csp_hash(style),
        script=script,
        script_hash=_csp_hash(script),
        data=page_data(desk),
    )
    return f"{page}\n"


def _csp_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"

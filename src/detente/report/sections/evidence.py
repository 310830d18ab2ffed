"""Section: what the case rests on beside the words of the documents on this page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from detente.case.case_record import entries_of
from detente.case.citation import Citation
from detente.case.faults import written
from detente.report import wording
from detente.report.case.view import CaseView
from detente.report.citations import shown
from detente.report.desk import Section, render

_KINDS = {"document": "words of a document", "source": "public source", "judgement": "judgement"}
_MOST_USES = 8


def evidence(view: CaseView) -> Section | None:
    """One row a source with what uses it; None where there is none."""
    sources = view.unread()
    if not sources:
        return None
    used = _uses(view)
    rows = [_row(view, number, citation, used) for number, citation in sources]
    body = render("sections/evidence.html", rows=rows)
    status = wording.counted(len(rows), "source") + " that the case names"
    return Section("evidence", "Sources", "What the case rests on", status, body,
                   drafted=False, part="made", how="made-case")  # fmt: skip


def _row(
    view: CaseView, number: int, citation: Citation, used: dict[str, list[Markup]]
) -> dict[str, Any]:
    links = used.get(citation.id, [])
    more = len(links) - _MOST_USES
    return {
        "id": f"case-evidence-{number}",
        "name": shown(citation.id),
        "kind": _KINDS[citation.kind],
        "title": shown(_title(citation)),
        "quote": shown(citation.quote or ""),
        "note": shown(citation.note or ""),
        "grade": f"{citation.reliability or '–'}{citation.credibility or '–'}"
        if citation.reliability or citation.credibility
        else "not graded",
        "used": links[:_MOST_USES],
        "more": more if more > 0 else 0,
    }


def _title(citation: Citation) -> str:
    place = ""
    if citation.start is not None and citation.document:
        place = f"characters {citation.start}–{citation.end} of text {citation.document[:12]}…"
    return ", ".join(
        part
        for part in (citation.title, citation.publisher, citation.date, citation.url, place)
        if part
    )


def _uses(view: CaseView) -> dict[str, list[Markup]]:
    found: dict[str, list[Markup]] = {}
    for citing, id_ in _citing(view):
        link = view.link(citing)
        if link not in found.setdefault(id_, []):
            found[id_].append(link)
    return found


def _citing(view: CaseView) -> Iterator[tuple[str, str]]:
    for path, entry in entries_of(view.case):
        for id_ in entry.evidence:
            yield written(path), id_

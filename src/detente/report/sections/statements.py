"""Section: who said what. Quotations in the open, reported speech folded below them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from detente.evidence.items import Quotation, ReportedStatement
from detente.report import wording
from detente.report.citations import shown
from detente.report.desk import Desk, Section, render
from detente.report.reader_limits import none_found

_TYPES = {
    "speech": "reported speech",
    "opinion": "view",
    "document": "document",
    "source_attribution": "source named",
}


def statements(desk: Desk) -> Section:
    """Every quotation and every reported statement, each with its speaker and cue."""
    ledger = desk.ledger
    quotations = [_quotation(desk, q) for q in _by_speaker(desk, ledger.quotations)]
    reported = [_reported(desk, r) for r in _in_text_order(desk, ledger.reported_statements)]
    body = render(
        "sections/statements.html",
        quotations=quotations,
        reported=reported,
        reported_count=wording.counted(len(reported), "reported statement"),
        nothing="" if quotations or reported else none_found(desk, "statement"),
    )
    status = ""
    if quotations or reported:
        lost = desk.speakers.count(None)
        status = (
            f"{wording.counted(len(quotations), 'quotation')} · "
            f"{wording.counted(len(reported), 'reported statement')} · "
            f"{wording.number(lost)} without a speaker"
        )
    return Section("statements", "Statements", "Who said what", status, body)


def _in_text_order(desk: Desk, found: tuple[ReportedStatement, ...]) -> list[ReportedStatement]:
    return sorted(found, key=lambda r: desk.order(r.document, r.content_span))


def _by_speaker(desk: Desk, found: tuple[Quotation, ...]) -> list[Quotation]:
    """Speakers in the order they first speak, their quotations together; the unknown last."""
    ordered = sorted(found, key=lambda q: desk.order(q.document, q.span))
    place = {speaker: i for i, speaker in enumerate(dict.fromkeys(q.speaker for q in ordered))}
    return sorted(ordered, key=lambda q: (q.speaker is None, place[q.speaker]))


def _cue(cue: str | None) -> Markup | str:
    return Markup("<bdi>{}</bdi>").format(shown(cue)) if cue else "no cue"


def _quotation(desk: Desk, item: Quotation) -> dict[str, Any]:
    return {
        "speaker": desk.name(item.speaker, "speaker not found"),
        "found": item.speaker is not None,
        "addressee": desk.name(item.addressee, ""),
        "kind": item.kind,
        "cue": _cue(item.cue),
        "words": desk.cite.words(item.document, item.span),
    }


def _remarks(item: ReportedStatement) -> Iterator[str]:
    """What sets the statement apart from a plain assertion."""
    if item.modality not in (None, "asserted"):
        yield item.modality
    if not item.core:
        yield "weak cue"


def _reported(desk: Desk, item: ReportedStatement) -> dict[str, Any]:
    return {
        "speaker": desk.name(item.speaker, "speaker not found"),
        "found": item.speaker is not None,
        "kind": ", ".join((_TYPES[item.type], *_remarks(item))),
        "cue": desk.cite.bare(item.document, item.cue_span),
        "words": desk.cite.words(item.document, item.content_span),
    }

"""What was read: documents, dates, hashes and counts, at the head of the page."""

from __future__ import annotations

import datetime as dt
from typing import Any

from detente.documents.document import Document
from detente.report import wording
from detente.report.desk import Desk
from detente.report.reader_limits import language_caution
from detente.report.sections.findings import tally
from detente.report.sections.method import record_size


def title_of(desk: Desk) -> str:
    """A title where none is given: that of the document, or of the earliest dated of several."""
    documents = desk.ledger.documents
    if not documents:
        return "No documents"
    dated = [d for d in documents if d.date is not None]
    first = min(dated, key=lambda d: d.date or dt.date.max) if dated else documents[0]
    title = wording.plain(first.title or _first_heading(first)) or "Untitled"
    if dated or len(documents) == 1:
        return title
    return f"{wording.sentence_case(wording.number(len(documents)))} documents: {title} …"


def _first_heading(document: Document) -> str:
    for paragraph in document.paragraphs[:1]:
        if paragraph.kind in ("title", "heading"):
            return document.text[paragraph.start : paragraph.end]
    return document.name


def masthead(desk: Desk, *, titled_after_one: bool = False) -> dict[str, Any]:
    """What the head of the page shows.

    ``titled_after_one`` says that the title is one document's own, so that the line below it
    must speak of the others.
    """
    documents = desk.ledger.documents
    made = desk.ledger.made_by
    size = record_size(desk)
    return {
        "sub": _sub(len(documents), titled_after_one),
        "cautions": _cautions(desk),
        "documents": [_document(desk, d) for d in documents],
        "characters": f"{sum(len(d.text) for d in documents):,}",
        "record": f"{wording.counted(size, 'item')}, each with its words and place"
        if size
        else "no items",
        "findings": tally(desk),
        "read_with": "not stated"
        if made is None
        else f"Détente {made.version}, "
        + ("rules only" if made.model is None else f"rules and {made.model}")
        + ("" if made.tagger_sha256 is None else " and the tagger"),
        "dated": _dated(documents),
    }


def _cautions(desk: Desk) -> list[str]:
    """What a reader must know first where a document is not in English."""
    caution, notes = language_caution(desk), desk.ledger.notes
    if not caution:
        return []
    return [*notes] if any("for English" in note for note in notes) else [caution, *notes]


def _sub(count: int, titled_after_one: bool) -> str:
    if not count:
        return "Nothing was read"
    if titled_after_one and count > 1:
        others = "one other document" if count == 2 else f"{wording.number(count - 1)} others"
        return f"This document and {others}: what they record, in whose words, on what grounds"
    records = "one document records" if count == 1 else f"{wording.number(count)} documents record"
    return f"What {records}, in whose words, and what stands behind it"


def _dated(documents: tuple[Document, ...]) -> str:
    dates = sorted(d.date for d in documents if d.date is not None)
    if not dates:
        return "none stated"
    first, last = wording.day(dates[0].isoformat()), wording.day(dates[-1].isoformat())
    text = first if first == last else f"{first} to {last}"
    missing = len(documents) - len(dates)
    return f"{text}, {wording.number(missing)} without a date" if missing else text


def _document(desk: Desk, document: Document) -> dict[str, str]:
    date = "none stated" if document.date is None else wording.day(document.date.isoformat())
    if document.date is not None and document.date_basis:
        date += f" ({document.date_basis})"
    return {
        "label": desk.cite.label(document),
        "name": document.name,
        "title": document.title or "",
        "size": f"{wording.counted(len(document.text), 'character')}, "
        + wording.counted(len(document.paragraphs), "paragraph"),
        "date": date,
        "publisher": document.publisher or "none stated",
        "hashes": ", ".join(
            f"{h[:12]}…" for h in dict.fromkeys((document.sha256, document.text_sha256))
        ),
        "anchor": f"doc{desk.cite.index(document.id)}",
    }

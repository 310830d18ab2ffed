"""Whether a text reports others or speaks for itself.

A declaration, a treaty, a speech or a transcript is its own source: a figure in it is the
speaker's. Only a text that tells what others said and did owes its reader a source.
"""

from __future__ import annotations

import re

from detente.checks.inside import Spans
from detente.checks.record import Record
from detente.documents.document import Document
from detente.evidence.speech.transcripts import find_turns

_OWN_VOICE = re.compile(r"(?<!\w)(?:we|our|ours|us|I|my|me)(?!\w)")
_MOST_OWN_VOICE = 0.004
"""Share of words in the first person, outside quotations, up to which a text still reports."""
_OWN_DOCUMENT = re.compile(
    r"(?<!\w)(?:statement|declaration|readout|fact\s+sheet|agreement\s+between|treaty|protocol|accord|remarks|"
    r"address|press\s+(?:call|briefing|conference)|news\s+conference|transcript|resolution|"
    r"memorandum|communiqu[eé]|proclamation|executive\s+order|general\s+debate|speech|letter)(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


def reports(record: Record, document: Document) -> bool:
    """True for a text that tells of others: it quotes or cites somebody and is no document of
    theirs by its title, its form or its voice.
    """
    key = f"reports {document.id}"
    if key not in record.memo:
        record.memo[key] = _reports(record, document)
    found: bool = record.memo[key]
    return found


def _reports(record: Record, document: Document) -> bool:
    if states_its_issuer(document) or is_transcript(record, document):
        return False
    speakers = {q.speaker for q in record.quotations(document)}
    speakers |= {s.speaker for s in record.statements(document) if s.core}
    if len(speakers - {None}) < 2:
        return False
    outside = _without_quotations(record, document)
    words = len(_WORD.findall(outside))
    return len(_OWN_VOICE.findall(outside)) <= _MOST_OWN_VOICE * words


def states_its_issuer(document: Document) -> bool:
    """True for a document that is somebody's own by its title, such as a declaration."""
    return _OWN_DOCUMENT.search(_title(document)) is not None


def is_transcript(record: Record, document: Document) -> bool:
    """True for a text of turns with the speakers' labels."""
    key = f"transcript {document.id}"
    if key not in record.memo:
        record.memo[key] = bool(find_turns(document))
    found: bool = record.memo[key]
    return found


def words_of_others(record: Record, document: Document) -> Spans:
    """What may be of another day: the quotations, but not the turns of a transcript, which are
    spoken on its own day.
    """
    if is_transcript(record, document):
        return Spans(())
    return Spans(q.span for q in record.quotations(document))


def _title(document: Document) -> str:
    if document.title:
        return document.title
    return next((document.text[p.start : p.end] for p in document.paragraphs), "")[:200]


def _without_quotations(record: Record, document: Document) -> str:
    parts, at = [], 0
    for quotation in record.quotations(document):
        if quotation.span.start >= at:
            parts.append(document.text[at : quotation.span.start])
            at = quotation.span.end
    return " ".join([*parts, document.text[at:]])

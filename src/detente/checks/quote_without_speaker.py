"""Words in quotation marks that nobody is said to have spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.inside import sentence_number
from detente.checks.record import Record
from detente.checks.registry import check
from detente.checks.sourcing.reporting import reports
from detente.documents.document import Document
from detente.evidence.items import Quotation
from detente.findings import Finding, Witness

_FEWEST_WORDS = 5


@check(
    code="SRC402",
    name="quote-without-speaker",
    severity="warning",
    summary="A sentence stands in quotation marks, and the text does not say whose words it is.",
    why="A quotation without a speaker cannot be checked and may not be one.",
    fix="Name the speaker and the occasion, or take the marks away.",
    fires=(
        "Peru’s foreign minister Ana Soto said talks would resume, and her aide Luis Vega told "
        "reporters that the bridge was open.\n\n“The border was never closed to anybody who had "
        "papers.” The river was high on Monday.",
    ),
    silent=(
        "Peru’s foreign minister Ana Soto said talks would resume, and her aide Luis Vega told "
        "reporters: “The border was never closed to anybody who had papers.”",
        "Peru’s foreign minister Ana Soto spoke of the “humanitarian corridor” on Monday. Her "
        "aide Luis Vega said it was open.",
        "Minister Ana Soto, in Lima: “The border was never closed to anybody who had papers.” Her "
        "aide Luis Vega said the river was high.",
    ),
)
def quote_without_speaker(record: Record) -> Iterator[Finding]:
    """Full quotations with no speaker at all, in texts that report."""
    for document in record.documents:
        if not reports(record, document):
            continue
        for quotation in record.quotations(document):
            spoken = quotation.speaker is not None or quotation.speaker_span is not None
            if spoken or quotation.kind != "full":
                continue
            if len(re.findall(r"\w+", quotation.span.text)) < _FEWEST_WORDS:
                continue
            if _introduced(document, quotation) or _goes_on(record, document, quotation):
                continue
            yield Finding(
                code="SRC402",
                severity="warning",
                message="The text does not say who spoke these words.",
                reason="No speaker stands before, after or inside the quotation.",
                witnesses=(Witness(document.id, quotation.span),),
            )


def _introduced(document: Document, quotation: Quotation) -> bool:
    """True after a colon: what stands before it is meant to say whose words these are."""
    return document.text[: quotation.span.start].rstrip().endswith(":")


def _goes_on(record: Record, document: Document, quotation: Quotation) -> bool:
    """True if somebody speaks in the sentence, or the one before or behind, of its paragraph."""
    sentences = record.sentences(document)
    first = sentence_number(record, document, quotation.span.start)
    last = sentence_number(record, document, quotation.span.end - 1)
    if first is None or last is None:
        return False
    around = sentences[max(0, first - 1) : last + 2]
    near = [s for s in around if s.paragraph == sentences[first].paragraph]
    spoken = [s.cue_span.start for s in record.statements(document) if s.speaker is not None]
    spoken += [
        q.span.start
        for q in record.quotations(document)
        if q.speaker is not None or q.speaker_span is not None
    ]
    return any(s.start <= place < s.end for s in near for place in spoken)

"""One quotation in two wordings."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.record import Record
from detente.checks.registry import check
from detente.checks.sourcing.likeness import reworded
from detente.checks.sourcing.reporting import is_transcript
from detente.evidence.items import Quotation
from detente.findings import Finding, Witness


@check(
    code="SRC405",
    name="quote-differs",
    severity="warning",
    summary="The same words of one speaker are quoted in two wordings.",
    why="Quotation marks promise the very words; at most one of the wordings keeps that promise.",
    fix="Compare both with the recording or transcript.",
    fires=(
        "“We will open the northern bridge before the rains begin,” Minister Ana Soto said.\n---\n"
        "“We will open the northern bridge after the rains begin,” Minister Ana Soto said.",
    ),
    silent=(
        "“We will open the northern bridge before the rains begin,” Minister Ana Soto said.\n---\n"
        "“We will open the northern bridge before the rains begin,” Minister Ana Soto said.",
        "“We will open the northern bridge before the rains begin,” Minister Ana Soto said.\n---\n"
        "“We will open the northern bridge,” Minister Ana Soto said.",
        "“We will open the northern bridge before the rains begin,” Minister Ana Soto said.\n---\n"
        "“We will rebuild the southern road before the elections begin,” Minister Ana Soto said.",
    ),
)
def quote_differs(record: Record) -> Iterator[Finding]:
    """Quotations of one speaker, within and across documents; turns of a transcript left out."""
    quotations: list[Quotation] = []
    for document in record.documents:
        if not is_transcript(record, document):
            quotations += record.quotations(document)
    for one, other in reworded(quotations):
        speakers = {one.speaker, other.speaker} - {None}
        # Alike words of nobody in one text are forms and lists, not one thing said twice.
        if len(speakers) > 1 or (not speakers and one.document == other.document):
            continue
        who = record.name(speakers.pop()) if speakers else "Somebody"
        yield Finding(
            code="SRC405",
            severity="warning",
            message=f"{who} is quoted in two wordings of the same words.",
            reason=f"“{_bare(one)}” and “{_bare(other)}”.",
            witnesses=(Witness(one.document, one.span), Witness(other.document, other.span)),
        )


def _bare(quotation: Quotation) -> str:
    return quotation.span.text.strip('“”"«»')

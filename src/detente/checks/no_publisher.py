"""A text that does not say who published it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.no_date import opening
from detente.checks.record import Record
from detente.checks.registry import check
from detente.checks.sourcing.reporting import states_its_issuer
from detente.findings import Finding


@check(
    code="DOC502",
    name="no-publisher",
    severity="note",
    summary="The document names no publisher and no agency.",
    why="Who publishes a text answers for it; without that every claim in it hangs in the air.",
    fix="Find the publication; keep the page or file that names it.",
    fires=("Peru and Chile agreed on Monday to open the bridge between the two towns.",),
    silent=(
        "LIMA, 4 March 2024 (Reuters) – Peru and Chile agreed on Monday to open the bridge between "
        "the two towns.",
        "Joint Statement of Peru and Chile\n\nPeru and Chile agreed on Monday to open the bridge.",
    ),
)
def no_publisher(record: Record) -> Iterator[Finding]:
    """Documents without a publisher in metadata, byline or dateline, or an issuer by title."""
    for document in record.documents:
        named = document.publisher is not None or "(" in (document.dateline or "")
        if not named and not states_its_issuer(document):
            yield Finding(
                code="DOC502",
                severity="note",
                message="The document names no publisher.",
                reason="Neither its head nor its dateline says whose it is.",
                witnesses=opening(document),
            )

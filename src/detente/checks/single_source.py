"""Several texts, one source."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.figures.measure import VAGUE, content_words
from detente.checks.record import Record
from detente.checks.registry import check
from detente.checks.twins.versions import are_versions
from detente.evidence.items import Quantity
from detente.findings import Finding, Witness

_TOLD = "Peru imported $4 billion worth of Chilean copper in 2023, according to the"


@check(
    code="SRC404",
    name="single-source",
    severity="note",
    summary="Several texts state the same figure, and all that name a source name the same one.",
    why="A figure that is met everywhere looks confirmed; it is as good as its one source.",
    fix="Look for a second, independent count, or say that there is none.",
    fires=(
        f"{_TOLD} World Bank.\n---\nFarmers met in Lima on Monday to talk about prices. The road "
        f"from the mines to the port is closed until Sunday. {_TOLD} World Bank.",
    ),
    silent=(
        f"{_TOLD} World Bank.\n---\n{_TOLD} International Monetary Fund.",
        f"{_TOLD} World Bank.",
    ),
)
def single_source(record: Record) -> Iterator[Finding]:
    """One value of one measure in several documents, with one source among them."""
    told: dict[tuple[object, ...], list[Quantity]] = {}
    for document in record.documents:
        for quantity in record.quantities(document):
            words = content_words(quantity.measures or "")
            if words and not words <= VAGUE:
                values = quantity.unit, quantity.value, quantity.low, quantity.high
                told.setdefault((*values, words), []).append(quantity)
    for group in told.values():
        texts = {q.document for q in group}
        sources = {q.source for q in group} - {None}
        if len(texts) < 2 or len(sources) != 1:
            continue
        if any(are_versions(record, group[0].document, t) for t in texts - {group[0].document}):
            continue
        source = sources.pop()
        yield Finding(
            code="SRC404",
            severity="note",
            message=f"{len(texts)} texts state “{group[0].span.text}”, all on the word of "
            f"{record.name(source)}.",
            reason="No second source is named.",
            witnesses=tuple(Witness(q.document, q.span) for q in group),
        )

"""A figure for which nobody stands."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.record import Record
from detente.checks.registry import check
from detente.checks.sourcing.claimed import is_claim
from detente.checks.sourcing.reporting import reports
from detente.findings import Finding, Witness


@check(
    code="SRC401",
    name="figure-without-source",
    severity="warning",
    summary="A report states a figure and names no source for it.",
    why="Nobody can check the figure, and the next text will cite this one for it. Declarations, "
    "speeches and transcripts are their own source and are left out; so are aims (*seeks to "
    "raise*), votes and figures inside a quotation.",
    fix="Name who counted, and when.",
    fires=(
        "Peru imported $4 billion worth of Chilean copper in 2023. Minister Ana Soto said talks "
        "would resume. Her aide Luis Vega said the bridge was open.",
    ),
    silent=(
        "According to the World Bank, Peru imported $4 billion worth of Chilean copper in 2023. "
        "Minister Ana Soto said talks would resume. Her aide Luis Vega said the bridge was open.",
        "We welcome the $4 billion investment that our two countries agreed on. We thank the host.",
    ),
)
def figure_without_source(record: Record) -> Iterator[Finding]:
    """Figures of a report, outside quotations, with no source in words or by name."""
    for document in record.documents:
        if not reports(record, document):
            continue
        for quantity in record.quantities(document):
            if not is_claim(record, document, quantity):
                continue
            what = quantity.measures or "what it counts"
            yield Finding(
                code="SRC401",
                severity="warning",
                message=f"No source is named for “{quantity.span.text}” ({what}).",
                reason="The text itself is all that stands behind the figure.",
                witnesses=(Witness(document.id, quantity.span),),
            )

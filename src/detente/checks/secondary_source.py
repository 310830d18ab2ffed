"""A figure that came through somebody else's mouth."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.record import Record
from detente.checks.registry import check
from detente.findings import Finding, Witness


@check(
    code="SRC406",
    name="secondary-source",
    severity="note",
    summary="A figure is told after somebody who cites somebody else for it.",
    why="Between the one who counted and the text stands a party that chose the figure.",
    fix="Look the figure up with the one who counted, and cite that.",
    fires=(
        "President Ana Soto said the drought has cost Peru $4 billion in lost output, according "
        "to the World Bank.",
    ),
    silent=("The drought has cost Peru $4 billion, according to the World Bank.",),
)
def secondary_source(record: Record) -> Iterator[Finding]:
    """Figures with a chain of two or more who attribute."""
    for document in record.documents:
        for quantity in record.quantities(document):
            chain = quantity.attribution
            if len(chain) < 2 or len(set(chain)) < 2:
                continue
            teller, source = record.name(chain[0]), record.name(chain[-1])
            words = [quantity.span]
            if quantity.source_span is not None:
                words.append(quantity.source_span)
            yield Finding(
                code="SRC406",
                severity="note",
                message=f"“{quantity.span.text}” is {source}’s figure as {teller} tells it.",
                reason="Whoever cites a figure has chosen it.",
                witnesses=tuple(Witness(document.id, s) for s in words),
            )

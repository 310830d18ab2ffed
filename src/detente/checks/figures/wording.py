"""How a pair of figures that do not agree is told."""

from __future__ import annotations

from detente.checks.figures.pairs import Pair
from detente.checks.record import Record
from detente.evidence.items import Quantity
from detente.findings import Finding, Witness


def told_twice(record: Record, pair: Pair, code: str) -> Finding:
    """One finding: *Frozen assets: “$40 billion” here, “$46 billion” there*."""
    what = pair.one.measures or "The figure"
    across = pair.one.document != pair.other.document
    tellers = [f"“{q.span.text}”" + (_in(record, q) if across else "") for q in _both(pair)]
    return Finding(
        code=code,
        severity="warning",
        message=f"{what[0].upper()}{what[1:]}: {tellers[0]}, but also {tellers[1]}.",
        reason=_reason(record, pair),
        witnesses=tuple(Witness(q.document, q.span) for q in _both(pair)),
    )


def _both(pair: Pair) -> tuple[Quantity, Quantity]:
    return pair.one, pair.other


def _in(record: Record, quantity: Quantity) -> str:
    return f" in {record.document(quantity.document).name}"


def _reason(record: Record, pair: Pair) -> str:
    sources = [q.source and record.name(q.source) for q in _both(pair)]
    if sources[0] != sources[1]:
        first, second = (s or "nobody" for s in sources)
        return f"The first is ascribed to {first}, the second to {second}."
    when = f" as of {pair.one.as_of}" if pair.one.as_of else ""
    return f"Both are told of the same thing{when}."

"""The same words or figure laid to two different sources."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from detente.checks.record import Record
from detente.checks.registry import check
from detente.checks.sourcing.likeness import FEWEST_WORDS, words_of
from detente.checks.twins.sentences import Told, twins
from detente.evidence.items import Quantity, Quotation
from detente.findings import Finding, Witness


@check(
    code="SRC407",
    name="source-differs",
    severity="warning",
    summary="The same words, or the same figure in the same sentence, are laid to two sources.",
    why="Only one of them said it or counted it.",
    fix="Find out who it was; if both, say so in both places.",
    fires=(
        "“We will open the northern bridge before the rains begin,” Minister Ana Soto said.\n---\n"
        "“We will open the northern bridge before the rains begin,” President Luis Vega said.",
        "The drought has cost Peru $4 billion, according to the World Bank.\n---\n"
        "The drought has cost Peru $4 billion, according to the International Monetary Fund.",
    ),
    silent=(
        "“We will open the northern bridge before the rains begin,” Minister Ana Soto said.\n---\n"
        "“We will open the northern bridge before the rains begin,” Soto said.",
        "The drought has cost Peru $4 billion, according to the World Bank.\n---\n"
        "The drought has cost Peru $4 billion, according to the World Bank in June.",
    ),
)
def source_differs(record: Record) -> Iterator[Finding]:
    """Quotations word for word alike, and figures in sentences told twice."""
    yield from _quotations(record)
    yield from _figures(record)


def _quotations(record: Record) -> Iterator[Finding]:
    first: dict[tuple[str, ...], Quotation] = {}
    for document in record.documents:
        for quotation in record.quotations(document):
            words = words_of(quotation)
            if quotation.speaker is None or len(words) < FEWEST_WORDS:
                continue
            known = first.setdefault(words, quotation)
            if known.speaker is not None and _two(record, known.speaker, quotation.speaker):
                yield _finding(record, "The same words", known, quotation)


def _figures(record: Record) -> Iterator[Finding]:
    for pair in twins(record):
        theirs = _figures_in(record, pair.other)
        for one in _figures_in(record, pair.one):
            for other in theirs:
                same = (one.value, one.low, one.unit) == (other.value, other.low, other.unit)
                if same and one.source and other.source and _two(record, one.source, other.source):
                    yield _finding(record, "The same figure", one, other)


def _figures_in(record: Record, told: Told) -> Sequence[Quantity]:
    """The figures of one sentence."""
    quantities = record.quantities(told.document)
    first = bisect.bisect_left(quantities, told.start, key=_start)
    return quantities[first : bisect.bisect_left(quantities, told.end, key=_start)]


def _start(quantity: Quantity) -> int:
    return quantity.span.start


def _two(record: Record, one: str, other: str) -> bool:
    """True if the two are different sources, and neither speaks for the other."""
    if one == other:
        return False
    homes = []
    unnamed = 0
    for actor in (record.actor(one), record.actor(other)):
        if actor is None:
            return False
        unnamed += actor.type == "anonymous_source"
        homes.append({actor.affiliation, *(r.of for r in actor.roles)} - {None})
    # Two without a name may be one.
    return unnamed < 2 and other not in homes[0] and one not in homes[1]


def _finding(
    record: Record, what: str, one: Quotation | Quantity, other: Quotation | Quantity
) -> Finding:
    names = [record.name(i.speaker if isinstance(i, Quotation) else i.source) for i in (one, other)]
    return Finding(
        code="SRC407",
        severity="warning",
        message=f"{what} are laid to {names[0]} and to {names[1]}."
        if isinstance(one, Quotation)
        else f"{what} is laid to {names[0]} and to {names[1]}.",
        reason=f"“{one.span.text.strip('“”')}”",
        witnesses=(_where(one), _where(other)),
    )


def _where(item: Quotation | Quantity) -> Witness:
    span = item.speaker_span if isinstance(item, Quotation) else item.source_span
    return Witness(item.document, span or item.span)

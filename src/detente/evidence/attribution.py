"""Whose words a place in the text is: the chain of those who say it, outermost first."""

from __future__ import annotations

from detente.evidence.items import Quotation, ReportedStatement
from detente.evidence.reading import Reading
from detente.types import Span


def _covering(
    reading: Reading, start: int, end: int
) -> list[tuple[Quotation | ReportedStatement, Span]]:
    """Quotations and statements that hold ``start:end``, the widest first."""
    found: list[tuple[tuple[int, int], Quotation | ReportedStatement, Span]] = []
    for quotation in reading.quotations:
        span = quotation.span
        if span.start <= start and end <= span.end:
            found.append(((span.start - span.end, 0), quotation, span))
    for statement in reading.reported_statements:
        span = statement.content_span
        if span.start <= start and end <= span.end:
            inner = 1 if statement.type == "source_attribution" else 0
            found.append(((span.start - span.end, inner), statement, span))
    found.sort(key=lambda f: f[0])
    return [(item, span) for _, item, span in found]


def attribution(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """Actor ids of those who say the words ``start:end``, outermost reporter first.

    Empty where the narrator speaks, or where no speaker is known. *A cites B's figures* gives
    (A, B). Needs the reading's quotations and reported statements.
    """
    chain: list[str] = []
    for item, _ in _covering(reading, start, end):
        if item.speaker is not None and item.speaker not in chain:
            chain.append(item.speaker)
    return tuple(chain)


def source_of(reading: Reading, start: int, end: int) -> tuple[str | None, Span | None]:
    """The innermost of them: (actor id or None, the words that name it or None)."""
    for item, _ in reversed(_covering(reading, start, end)):
        if item.speaker is not None or item.speaker_span is not None:
            return item.speaker, item.speaker_span
    return None, None

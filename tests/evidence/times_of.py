"""A text's times and figures, written short for tables of known answers."""

from __future__ import annotations

import datetime as dt

from detente.documents.document import Document, Paragraph
from detente.evidence.items import Quantity, TimeExpression
from detente.evidence.quantities import extract_quantities
from detente.evidence.reading import Reading
from detente.evidence.time_expressions import extract_time_expressions

# A Wednesday.
TODAY = dt.date(2024, 5, 15)


def plain(text: str, date: dt.date | None = TODAY) -> Reading:
    """A reading of prose, an empty line between paragraphs, with no actors."""
    paragraphs: list[Paragraph] = []
    start = 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(len(paragraphs) + 1, start, start + len(part)))
        start += len(part) + 2
    return Reading(Document("times.txt", "0" * 64, text, paragraphs=tuple(paragraphs)), date)


def times(text: str, date: dt.date | None = TODAY) -> list[TimeExpression]:
    """The times of ``text``."""
    return extract_time_expressions(plain(text, date))


def values(text: str) -> list[str]:
    """Each time as ``words=value``."""
    return [f"{t.span.text}={t.value}" for t in times(text)]


def days(text: str, date: dt.date | None = TODAY) -> list[str | None]:
    """The days that each time resolves to: one day, ``first..last`` or None."""
    out: list[str | None] = []
    for t in times(text, date):
        if t.resolved is None:
            out.append(None)
        elif t.resolved.first == t.resolved.last:
            out.append(t.resolved.first)
        else:
            out.append(f"{t.resolved.first}..{t.resolved.last}")
    return out


def quantities(text: str) -> list[Quantity]:
    """The figures of ``text``, its times found first."""
    reading = plain(text)
    reading.time_expressions = extract_time_expressions(reading)
    return extract_quantities(reading)


def figures(text: str) -> list[str]:
    """Each figure as ``words=value unit``, a range as ``low..high``, *hundreds* as ``100..``."""
    return [f"{q.span.text}={amount(q)} {q.unit}" for q in quantities(text)]


def amount(q: Quantity) -> str:
    """The number of a figure, without an exponent."""
    if q.value is not None:
        return _plain(q.value)
    return "..".join("" if end is None else _plain(end) for end in (q.low, q.high))


def _plain(number: float) -> str:
    return f"{number:.10f}".rstrip("0").rstrip(".")

"""Sentences told in two documents with another number."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.checks.dates.stated import find_dates
from detente.checks.figures.numbers import NUMBER, number_of
from detente.checks.record import Record
from detente.checks.twins.sentences import Told, twins
from detente.types import Span

_MONTH_OR_DAY = re.compile(
    r"(?i)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
)
_NUMERIC = re.compile(
    r"[\d.,:%–-]+|hundred|thousand|million|billion|trillion|percent", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Retold:
    """``was`` in one telling of a sentence, ``now`` in the other; both numbers."""

    one: Told
    other: Told
    was: Span
    now: Span
    slip: int | None

    @property
    def starts(self) -> range:
        """The places that ``now`` takes up."""
        return range(self.now.start - 12, self.now.end)


def retold_figures(record: Record) -> Iterator[Retold]:
    """Numbers that are the only thing to differ; dates are left to the rule for dates.

    Where the documents are of different days the later may have newer figures, and is left out.
    """
    for pair in twins(record):
        if pair.added or not all(_is_number(a) and _is_number(b) for a, b in pair.changed):
            continue
        days = [d.date for d in (pair.one.document, pair.other.document)]
        if days[0] != days[1] and None not in days:
            continue
        for was, now in pair.changed:
            if in_date(pair.one, was) or in_date(pair.other, now):
                continue
            a, b = _value(pair.one, was), _value(pair.other, now)
            if a is None or b is None or a == b:
                continue
            power = abs(math.log10(a / b)) if a > 0 and b > 0 else 0.0
            step = round(power / 3) * 3
            slip = step if step and abs(power - step) < 0.005 else None
            yield Retold(pair.one, pair.other, was, now, slip)


def in_date(told: Told, span: Span) -> bool:
    """True if the words belong to a date or name a month or weekday."""
    if _MONTH_OR_DAY.fullmatch(span.text):
        return True
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", span.text):
        return True
    return any(
        d.start < span.end and span.start < d.end
        for d in find_dates(told.document.text, told.start, told.end)
    )


def _is_number(span: Span) -> bool:
    words = span.text.replace("-", " ").split()
    return all(_NUMERIC.fullmatch(w) or NUMBER.fullmatch(w) for w in words)


def _value(told: Told, span: Span) -> float | None:
    """The value of the whole number that the changed words are part of."""
    for m in NUMBER.finditer(told.document.text, told.start, told.end):
        if m.start() < span.end and span.start < m.end():
            return number_of(m).value
    return None

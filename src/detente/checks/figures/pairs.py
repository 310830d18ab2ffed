"""Pairs of figures that measure the same and do not agree."""

from __future__ import annotations

import bisect
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from detente.checks.figures.exactness import values_of
from detente.checks.figures.measure import content_words, same_measure
from detente.checks.record import Record
from detente.documents.document import Document
from detente.evidence.items import Quantity

_Key = tuple[str, frozenset[str]]
# A measure that a text states more often than this is a table; only the latest are compared.
_LATEST = 40
# Closer than this two figures are one, rounded by different hands.
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures for one thing, in the order of documents and places."""

    one: Quantity
    other: Quantity

    @property
    def slip(self) -> int | None:
        """3 where one is a thousand times the other, 6 for a million …; None for no such step."""
        a, b = self.one.value, self.other.value
        if not a or not b or a * b < 0:
            return None
        power = abs(math.log10(abs(a) / abs(b)))
        step = round(power / 3) * 3
        return step if step and abs(power - step) < 0.005 else None


def conflicting_pairs(record: Record) -> tuple[Pair, ...]:
    """Every figure with the first earlier one that it contradicts, worked out once a record."""
    if "conflicting figures" not in record.memo:
        record.memo["conflicting figures"] = tuple(_pairs(record))
    found: tuple[Pair, ...] = record.memo["conflicting figures"]
    return found


def _pairs(record: Record) -> Iterator[Pair]:
    by_measure: dict[_Key, list[Quantity]] = {}
    for document in record.documents:
        for key, quantity in _alone(record, document):
            earlier = by_measure.setdefault(key, [])
            for known in earlier[-_LATEST:]:
                if _may_compare(record, known, quantity) and same_measure(record, known, quantity):
                    if _conflict(known, quantity):
                        yield Pair(known, quantity)
                    break
            earlier.append(quantity)


def _alone(record: Record, document: Document) -> Iterator[tuple[_Key, Quantity]]:
    """Figures with their measure, but for those a sentence sets against another (*68 to 32*)."""
    starts = [s.start for s in record.sentences(document)]
    found: list[tuple[_Key, Quantity]] = []
    times: Counter[tuple[int, _Key]] = Counter()
    for quantity in record.quantities(document):
        if quantity.unit is not None and quantity.measures is not None:
            key = (quantity.unit, content_words(quantity.measures))
            found.append((key, quantity))
            times[bisect.bisect_right(starts, quantity.span.start), key] += 1
    for key, quantity in found:
        if times[bisect.bisect_right(starts, quantity.span.start), key] == 1:
            yield key, quantity


def _may_compare(record: Record, one: Quantity, other: Quantity) -> bool:
    """False where a later document may simply have newer figures."""
    if one.document == other.document:
        return True
    days = [record.document(d).date for d in (one.document, other.document)]
    return one.as_of is not None or days[0] == days[1]


def _conflict(one: Quantity, other: Quantity) -> bool:
    a, b = values_of(one), values_of(other)
    if a is None or b is None or a.meets(b):
        return False
    if one.value is not None and other.value is not None:
        return abs(one.value - other.value) > _ROUNDING * max(abs(one.value), abs(other.value))
    return True

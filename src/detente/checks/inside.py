"""Which sentence, or which of many spans, holds a place: by bisection, not by search."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from detente.checks.record import Record
from detente.documents.document import Document
from detente.evidence.tokens import Sentence
from detente.types import Span


class Spans:
    """Spans of one text that can be asked whether they hold a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            # Nested spans are joined, so that the last one begun is the only one to look at.
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def hold(self, place: int) -> bool:
        """True if ``place`` lies in one of them."""
        i = bisect.bisect_right(self._starts, place) - 1
        return i >= 0 and place < self._ends[i]


def sentence_number(record: Record, document: Document, place: int) -> int | None:
    """The number, from 0, of the sentence that holds ``place``; None between sentences."""
    key = f"sentence starts {document.id}"
    if key not in record.memo:
        record.memo[key] = [s.start for s in record.sentences(document)]
    i = bisect.bisect_right(record.memo[key], place) - 1
    return i if i >= 0 and place < record.sentences(document)[i].end else None


def sentence_at(record: Record, document: Document, place: int) -> Sentence | None:
    """The sentence that holds ``place``, None between sentences."""
    number = sentence_number(record, document, place)
    return None if number is None else record.sentences(document)[number]

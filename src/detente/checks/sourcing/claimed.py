"""Figures that a text claims as fact in its own voice."""

from __future__ import annotations

import re

from detente.checks.inside import Spans
from detente.checks.record import Record
from detente.documents.document import Document
from detente.evidence.items import Quantity

# Of an aim, a rule or a plan the text is not asked who counted it.
_AIM = re.compile(
    r"(?<!\w)(?:seeks?|sought|aims?|aimed|plans?|planned|hopes?|wants?|intends?|pledge[sd]?|promise[sd]?|"
    r"agree[sd]?|propose[sd]?|would|must|should|shall|needs?|requires?|required|target(?:s|ed)?|goal|"
    r"demand(?:s|ed)?|threaten(?:s|ed)?|offer(?:s|ed)?)(?!\w)",
    re.IGNORECASE,
)
_NO_COUNT = frozenset({"vote", "point", "seat"})
_CLAUSE_ENDS = ".;:!?\n"
_REACH = 80
_FEWEST = 10
"""Counts below this are seen, not counted."""


def is_claim(record: Record, document: Document, quantity: Quantity) -> bool:
    """True for a figure stated as fact, in nobody's name, outside quotations and headings."""
    if quantity.source or quantity.source_span or quantity.attribution:
        return False
    value = quantity.value if quantity.value is not None else quantity.high
    if value is None or quantity.measures is None or quantity.unit in _NO_COUNT:
        return False
    counted = quantity.unit not in ("percent", "percent_of_GDP") and not _is_money(quantity)
    if counted and value < _FEWEST:
        return False
    if document.text.startswith("-", quantity.span.end):
        # *The 55-member union*: what something is called, not what somebody counted.
        return False
    paragraph = document.paragraph_at(quantity.span.start)
    if paragraph is None or not paragraph.is_prose:
        return False
    if _quoted(record, document).hold(quantity.span.start):
        return False
    return _AIM.search(_clause_before(document.text, quantity.span.start)) is None


def _quoted(record: Record, document: Document) -> Spans:
    key = f"quoted {document.id}"
    if key not in record.memo:
        record.memo[key] = Spans(q.span for q in record.quotations(document))
    found: Spans = record.memo[key]
    return found


def _is_money(quantity: Quantity) -> bool:
    return quantity.unit is not None and len(quantity.unit) == 3 and quantity.unit.isupper()


def _clause_before(text: str, at: int) -> str:
    near = max(0, at - _REACH)
    start = max(text.rfind(mark, near, at) for mark in _CLAUSE_ENDS) + 1
    return text[max(start, near) : at]

"""Documents that are versions of one text."""

from __future__ import annotations

from detente.checks.record import Record

_SHARED = 0.5
_FEWEST_CHARACTERS = 40
_FEWEST_SENTENCES = 3


def are_versions(record: Record, one: str, other: str) -> bool:
    """True if half of the sentences of the shorter document stand in the other, word for word."""
    if one == other:
        return True
    a, b = (_sentences(record, d) for d in (one, other))
    fewest = min(len(a), len(b))
    return fewest >= _FEWEST_SENTENCES and len(a & b) >= _SHARED * fewest


def _sentences(record: Record, document_id: str) -> frozenset[str]:
    key = f"sentence texts {document_id}"
    if key not in record.memo:
        document = record.document(document_id)
        texts = (document.text[s.start : s.end].strip() for s in record.sentences(document))
        record.memo[key] = frozenset(t for t in texts if len(t) >= _FEWEST_CHARACTERS)
    found: frozenset[str] = record.memo[key]
    return found

"""Where words stand in a ledger, and the citations that a draft makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from detente.evidence.ledger import Ledger
from detente.types import Confidence, Span

#: As many places as an entry cites; more would be read by nobody.
MOST_CITED = 6


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a document and the ledger item they came from, if one."""

    document: str
    span: Span
    item: str | None = None


class Citations:
    """Numbers citations in the order in which the draft first needs them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._ids: dict[tuple[str, int, int], str] = {}
        self._made: list[dict[str, Any]] = []

    def cite(self, words: Iterable[Words], *, most: int = MOST_CITED) -> list[str]:
        """Ids of the citations of some words, each place once."""
        ids: dict[str, None] = {}
        for place in words:
            if len(ids) == most:
                break
            ids[self._one(place)] = None
        return list(ids)

    def entry(
        self, words: Iterable[Words], confidence: Confidence, basis: str | None = None
    ) -> dict[str, Any]:
        """What every drafted entry carries.

        Raises
        ------
        ValueError
            Without words: a draft says nothing that no document says.
        """
        evidence = self.cite(words)
        if not evidence:
            raise ValueError("a drafted entry needs words to rest on")
        made: dict[str, Any] = {"evidence": evidence, "draft": True, "confidence": confidence}
        if basis is not None:
            made["basis"] = basis
        return made

    def made(self) -> list[dict[str, Any]]:
        """The citations so far, for the case's evidence."""
        return list(self._made)

    def _one(self, place: Words) -> str:
        key = (place.document, place.span.start, place.span.end)
        known = self._ids.get(key)
        if known is not None:
            return known
        document = self._ledger.document(place.document)
        made = self._ids[key] = f"w{len(self._made) + 1}"
        row: dict[str, Any] = {"id": made, "kind": "document"}
        row["title"] = document.title or document.name
        if document.publisher:
            row["publisher"] = document.publisher
        if document.date is not None:
            row["date"] = document.date.isoformat()
        row |= {
            "document": document.text_sha256,
            "start": place.span.start,
            "end": place.span.end,
            "quote": place.span.text,
        }
        if place.item is not None:
            row["item"] = place.item
        self._made.append(row)
        return made


def least(confidences: Iterable[Confidence]) -> Confidence:
    """The lowest of some confidences; low if there is none."""
    order: tuple[Confidence, ...] = ("low", "medium", "high")
    return min(confidences, key=order.index, default="low")


def greatest(confidences: Iterable[Confidence]) -> Confidence:
    """The highest of some confidences; low if there is none."""
    order: tuple[Confidence, ...] = ("low", "medium", "high")
    return max(confidences, key=order.index, default="low")

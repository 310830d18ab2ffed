"""Marks beside stances and events that a finding rests on: its code, as a link to its row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from detente.evidence.ledger import Ledger
from detente.evidence.tokens import Sentence, split_sentences
from detente.findings import Finding
from detente.types import Span

if TYPE_CHECKING:
    from detente.evidence.items import Event, Stance

_ORDER = {"error": 0, "warning": 1, "note": 2}


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """By severity, then by code, each in the order given."""
    return sorted(findings, key=lambda f: (_ORDER[f.severity], f.code))


def row_id(number: int) -> str:
    """The anchor of a finding's row."""
    return f"finding-{number + 1}"


class FindingMarks:
    """Finds the findings that share their words with an item.

    An item shares them if they overlap its own words, or name in its sentence somebody who
    takes part in it.
    """

    def __init__(self, ledger: Ledger, findings: Sequence[Finding]) -> None:
        self.ledger = ledger
        self._words: dict[str, list[tuple[Span, int]]] = {}
        self._rows = worst_first(findings)
        for number, finding in enumerate(self._rows):
            for witness in finding.witnesses:
                self._words.setdefault(witness.document, []).append((witness.span, number))
        self._sentences: dict[str, tuple[Sentence, ...]] = {}

    def of_stance(self, stance: Stance) -> Markup:
        """The marks of a stance."""
        return self._marks(stance.document, [stance.span], [stance.actor])

    def of_event(self, event: Event) -> Markup:
        """The marks of an event."""
        spans = [s for s in (event.trigger_span, event.time_span, event.place_span) if s]
        return self._marks(event.document, spans, event.participants)

    def _marks(self, document: str, spans: Sequence[Span], actors: Sequence[str]) -> Markup:
        near = self._words.get(document)
        if not near:
            return Markup("")
        named = [*spans, *self._mentions(document, spans[0], actors)]
        numbers = sorted({n for words, n in near if any(words.overlaps(s) for s in named)})
        return Markup("").join(self._mark(n) for n in numbers)

    def _mark(self, number: int) -> Markup:
        finding = self._rows[number]
        return Markup(' <a class="fm {}" href="#{}" title="{}">{}</a>').format(
            finding.severity, row_id(number), finding.message, finding.code
        )

    def _mentions(self, document: str, span: Span, actors: Sequence[str]) -> list[Span]:
        """Where the actors are named in the sentence that ``span`` begins in."""
        sentences = self._sentences.get(document)
        if sentences is None:
            sentences = split_sentences(self.ledger.document(document))
            self._sentences[document] = sentences
        here = next((s for s in sentences if s.start <= span.start < s.end), None)
        if here is None:
            return []
        return [
            m.span
            for actor in actors
            if (known := self.ledger.actor(actor)) is not None
            for m in known.mentions
            if m.document == document and here.start <= m.span.start < here.end
        ]

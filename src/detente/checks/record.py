"""What every rule looks at: the ledger, the day, the table of offices, and views of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from detente.documents.document import Document
from detente.evidence.items import (
    Actor,
    Event,
    Mention,
    Quantity,
    Quotation,
    Relation,
    ReportedStatement,
    Stance,
    Term,
    TimeExpression,
)
from detente.evidence.ledger import Ledger
from detente.evidence.tokens import Sentence, split_sentences

if TYPE_CHECKING:
    from detente.reference.offices import Offices


@dataclass(frozen=True)
class Record:
    """A ledger under examination.

    Attributes
    ----------
    date : datetime.date or None
        The day given by the user for all documents; None leaves each its own
        (see :meth:`date_of`).
    offices : Offices
        Our table of office terms, with the user's rows on top.
    """

    ledger: Ledger
    offices: Offices
    date: dt.date | None = None
    # What rules that share a subject work out once: by name, never part of the answer.
    memo: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order they were given."""
        return self.ledger.documents

    def date_of(self, document: Document) -> dt.date | None:
        """The day the document speaks from: given by the user, else its own, else None."""
        return self.date or document.date

    def document(self, document_id: str) -> Document:
        """The document of that id."""
        return self.ledger.document(document_id)

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor of that id, None for None or an unknown id."""
        return self.ledger.actor(actor_id)

    def name(self, actor_id: str | None, unknown: str = "somebody") -> str:
        """The actor's name, ``unknown`` where there is none."""
        actor = self.actor(actor_id)
        return unknown if actor is None else actor.name

    def quotations(self, document: Document) -> Sequence[Quotation]:
        """The document's quotations, in text order."""
        return self._by_document["quotations"].get(document.id, ())

    def statements(self, document: Document) -> Sequence[ReportedStatement]:
        """The document's reported statements, in text order."""
        return self._by_document["reported_statements"].get(document.id, ())

    def quantities(self, document: Document) -> Sequence[Quantity]:
        """The document's figures, in text order."""
        return self._by_document["quantities"].get(document.id, ())

    def times(self, document: Document) -> Sequence[TimeExpression]:
        """The document's time expressions, in text order."""
        return self._by_document["time_expressions"].get(document.id, ())

    def events(self, document: Document) -> Sequence[Event]:
        """The document's events, in text order."""
        return self._by_document["events"].get(document.id, ())

    def relations(self, document: Document) -> Sequence[Relation]:
        """The document's relations, in text order."""
        return self._by_document["relations"].get(document.id, ())

    def stances(self, document: Document) -> Sequence[Stance]:
        """The document's stances, in text order."""
        return self._by_document["stances"].get(document.id, ())

    def terms(self, document: Document) -> Sequence[Term]:
        """The document's terms, in text order."""
        return self._by_document["terms"].get(document.id, ())

    def mentions(self, document: Document) -> Sequence[tuple[Mention, Actor]]:
        """The document's mentions with their actors, in text order."""
        return self._mentions.get(document.id, ())

    def sentences(self, document: Document) -> tuple[Sentence, ...]:
        """The document's sentences, headings and bullets included."""
        key = f"sentences {document.id}"
        if key not in self.memo:
            self.memo[key] = split_sentences(document)
        found: tuple[Sentence, ...] = self.memo[key]
        return found

    @cached_property
    def _by_document(self) -> Mapping[str, Mapping[str, Sequence[Any]]]:
        out: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for name in _PLACE:
            for item in getattr(self.ledger, name):
                out[name][item.document].append(item)
            for of_document in out[name].values():
                of_document.sort(key=lambda i: (_PLACE[name](i), i.id))
        return out

    @cached_property
    def _mentions(self) -> Mapping[str, Sequence[tuple[Mention, Actor]]]:
        out: dict[str, list[tuple[Mention, Actor]]] = defaultdict(list)
        for actor in self.ledger.actors:
            for mention in actor.mentions:
                out[mention.document].append((mention, actor))
        for pairs in out.values():
            pairs.sort(key=lambda p: (p[0].span.start, -p[0].span.end, p[1].id))
        return out


_PLACE: Mapping[str, Any] = {
    "quotations": lambda i: i.span.start,
    "reported_statements": lambda i: i.cue_span.start,
    "quantities": lambda i: i.span.start,
    "time_expressions": lambda i: i.span.start,
    "events": lambda i: i.trigger_span.start,
    "relations": lambda i: i.span.start,
    "stances": lambda i: i.span.start,
    "terms": lambda i: i.span.start,
}

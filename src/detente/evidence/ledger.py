"""The ledger: every item that reading made, the documents they point into, and how it was made.

JSON has the lists and field names of the annotation scheme, plus ``documents`` and ``made_by``.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import json
import types as pytypes
import typing
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from detente.documents.document import Document, Paragraph
from detente.errors import BadLedger, SpanMismatch
from detente.evidence import items as item_types
from detente.types import Span

SCHEMA = "detente-ledger/1"


@dataclass(frozen=True, slots=True)
class MadeBy:
    """How a ledger was made. ``model`` is None for the rules-only pass.

    ``tagger_sha256`` is of what the tagger learned, None where none read.
    """

    version: str
    model: str | None = None
    model_version: str | None = None
    model_sha256: str | None = None
    tagger_sha256: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Ledger:
    """Evidence from one document or several."""

    documents: tuple[Document, ...] = ()
    actors: tuple[item_types.Actor, ...] = ()
    quotations: tuple[item_types.Quotation, ...] = ()
    reported_statements: tuple[item_types.ReportedStatement, ...] = ()
    quantities: tuple[item_types.Quantity, ...] = ()
    time_expressions: tuple[item_types.TimeExpression, ...] = ()
    events: tuple[item_types.Event, ...] = ()
    relations: tuple[item_types.Relation, ...] = ()
    stances: tuple[item_types.Stance, ...] = ()
    terms: tuple[item_types.Term, ...] = ()
    notes: tuple[str, ...] = ()
    made_by: MadeBy | None = None

    def document(self, document_id: str) -> Document:
        """The document of that id."""
        return self._by_id[document_id]

    def actor(self, actor_id: str | None) -> item_types.Actor | None:
        """The actor of that id, None for None or an unknown id."""
        return self._actors.get(actor_id) if actor_id is not None else None

    @functools.cached_property
    def _by_id(self) -> Mapping[str, Document]:
        return {d.id: d for d in self.documents}

    @functools.cached_property
    def _actors(self) -> Mapping[str, item_types.Actor]:
        return {a.id: a for a in self.actors}

    def items(self) -> Iterator[Any]:
        """Every item but actors, list by list."""
        for name in LISTS[1:]:
            yield from getattr(self, name)

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Every span with the id of its document."""
        for actor in self.actors:
            for mention in actor.mentions:
                yield mention.document, mention.span
            for role in actor.roles:
                yield role.document, role.span
            for merge in actor.merges:
                for span in merge.spans:
                    yield merge.document, span
        for item in self.items():
            for span in _spans_of(item):
                yield item.document, span

    def verify(self) -> None:
        """Assert the evidence rule.

        Raises
        ------
        SpanMismatch
            If a span's words do not stand at its place, or its document is not here.
        """
        for document_id, span in self.spans():
            document = self._by_id.get(document_id)
            if document is None:
                raise SpanMismatch(f"span {span} points into {document_id}, not in this ledger")
            inside = 0 <= span.start < span.end <= len(document.text)
            if not inside or document.text[span.start : span.end] != span.text:
                there = document.text[span.start : span.end]
                raise SpanMismatch(
                    f"{document.name} {span.start}:{span.end} holds {there!r}, not {span.text!r}"
                )

    def to_json(self, *, indent: int | None = 1) -> str:
        """One JSON document, the same bytes for the same ledger.

        Raises
        ------
        SpanMismatch
            If a span does not hold its words.
        """
        self.verify()
        out: dict[str, Any] = {"schema": SCHEMA}
        out["made_by"] = None if self.made_by is None else dataclasses.asdict(self.made_by)
        out["documents"] = [_document_json(d) for d in self.documents]
        for name in LISTS:
            out[name] = [_plain(item) for item in getattr(self, name)]
        out["notes"] = list(self.notes)
        return json.dumps(out, ensure_ascii=False, indent=indent, allow_nan=False)

    @classmethod
    def from_json(cls, data: str | bytes) -> Ledger:
        """Load what :meth:`to_json` wrote, now or before items had all the fields they have now.

        Raises
        ------
        BadLedger
            If it is not JSON, a field is missing or of the wrong type, or a span does not
            hold its words. The message names the place.
        """
        try:
            raw = json.loads(data, parse_constant=_no_number)
        except (ValueError, RecursionError, OverflowError) as error:
            raise BadLedger(
                f"ledger: not JSON ({error}); give what `detente read --json` printed"
            ) from error
        if not isinstance(raw, dict) or raw.get("schema") != SCHEMA:
            found = raw.get("schema") if isinstance(raw, dict) else type(raw).__name__
            raise BadLedger(f"ledger: schema is {found!r}, this version reads {SCHEMA!r}")
        made: dict[str, Any] = {
            "documents": tuple(
                _load_document(d, f"documents[{i}]") for i, d in enumerate(_list(raw, "documents"))
            ),
            "notes": tuple(str(n) for n in _list(raw, "notes")),
            "made_by": _load(MadeBy | None, raw.get("made_by"), "made_by"),
        }
        for name in LISTS:
            made[name] = tuple(
                _load(ITEM_TYPES[name], item, f"{name}[{i}]")
                for i, item in enumerate(_list(raw, name))
            )
        ledger = cls(**made)
        try:
            ledger.verify()
        except SpanMismatch as error:
            raise BadLedger(f"ledger: {error}; the text or the ledger was changed") from error
        return ledger


ITEM_TYPES: Mapping[str, type] = {
    "actors": item_types.Actor,
    "quotations": item_types.Quotation,
    "reported_statements": item_types.ReportedStatement,
    "quantities": item_types.Quantity,
    "time_expressions": item_types.TimeExpression,
    "events": item_types.Event,
    "relations": item_types.Relation,
    "stances": item_types.Stance,
    "terms": item_types.Term,
}
LISTS: tuple[str, ...] = tuple(ITEM_TYPES)


def _spans_of(item: object) -> Iterator[Span]:
    for name in field_names(cast(Any, type(item))):
        value = getattr(item, name)
        if isinstance(value, Span):
            yield value


@functools.cache
def field_names(kind: Hashable) -> tuple[str, ...]:
    """The fields of an item type, in order."""
    return tuple(f.name for f in dataclasses.fields(cast("type[Any]", kind)))


def _plain(value: Any) -> Any:
    """Dataclasses to JSON values; a mention's span is laid flat, as in the scheme."""
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "text": value.text}
    if isinstance(value, item_types.Mention):
        return {
            "start": value.span.start,
            "end": value.span.end,
            "text": value.span.text,
            "kind": value.kind,
            "role": value.role,
            "document": value.document,
            "rule": value.rule,
            "confidence": value.confidence,
        }
    if dataclasses.is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in field_names(cast(Any, type(value)))}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    return value


def _document_json(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "name": document.name,
        "sha256": document.sha256,
        "text_sha256": document.text_sha256,
        "media_type": document.media_type,
        "title": document.title,
        "publisher": document.publisher,
        "dateline": document.dateline,
        "date": None if document.date is None else document.date.isoformat(),
        "date_basis": document.date_basis,
        "language": document.language,
        "warnings": list(document.warnings),
        "paragraphs": [
            {"number": p.number, "start": p.start, "end": p.end, "kind": p.kind}
            for p in document.paragraphs
        ],
        "text": document.text,
    }


def _load_document(raw: Any, where: str) -> Document:
    if not isinstance(raw, dict):
        raise BadLedger(f"ledger: {where} is {type(raw).__name__}, an object is needed")
    date = raw.get("date")
    try:
        document = Document(
            name=_field(raw, "name", str, where),
            sha256=_field(raw, "sha256", str, where),
            text=_field(raw, "text", str, where),
            media_type=raw.get("media_type", "text/plain"),
            title=_optional(raw, "title", where),
            publisher=_optional(raw, "publisher", where),
            dateline=_optional(raw, "dateline", where),
            date=None if date is None else dt.date.fromisoformat(date),
            date_basis=_optional(raw, "date_basis", where),
            language=_optional(raw, "language", where),
            warnings=tuple(raw.get("warnings", ())),
            paragraphs=tuple(
                _load(Paragraph, p, f"{where}.paragraphs[{i}]")
                for i, p in enumerate(raw.get("paragraphs", ()))
            ),
        )
    except (TypeError, ValueError) as error:
        if isinstance(error, BadLedger):
            raise
        raise BadLedger(f"ledger: {where}: {error}") from error
    if raw.get("id") not in (None, document.id):
        raise BadLedger(f"ledger: {where}.id is {raw['id']!r}, but its text has id {document.id!r}")
    return document


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _optional(raw: Mapping[str, Any], name: str, where: str) -> str | None:
    value = raw.get(name)
    if value is not None and not isinstance(value, str):
        raise BadLedger(f"ledger: {where}.{name} must be text or null, got {value!r:.60}")
    return value


def _list(raw: Mapping[str, Any], name: str) -> Sequence[Any]:
    value = raw.get(name)
    if not isinstance(value, list):
        raise BadLedger(f"ledger: {name} is missing or not a list")
    return value


def _field(raw: Mapping[str, Any], name: str, kind: type, where: str) -> Any:
    value = raw.get(name)
    if not isinstance(value, kind):
        raise BadLedger(f"ledger: {where}.{name} must be {kind.__name__}, got {value!r:.60}")
    return value


def _load(kind: Any, raw: Any, where: str) -> Any:
    """Build a value of the annotated type ``kind`` from JSON, strictly."""
    origin = typing.get_origin(kind)
    if origin is Literal:
        if raw not in typing.get_args(kind):
            raise BadLedger(f"ledger: {where} is {raw!r:.60}, not one of {typing.get_args(kind)}")
        return raw
    if origin is pytypes.UnionType or origin is typing.Union:
        options = typing.get_args(kind)
        if raw is None and type(None) in options:
            return None
        return _load(next(o for o in options if o is not type(None)), raw, where)
    if origin is tuple:
        if not isinstance(raw, list):
            raise BadLedger(f"ledger: {where} must be a list, got {raw!r:.60}")
        inner = typing.get_args(kind)[0]
        return tuple(_load(inner, v, f"{where}[{i}]") for i, v in enumerate(raw))
    if dataclasses.is_dataclass(kind):
        if not isinstance(raw, dict):
            raise BadLedger(f"ledger: {where} must be an object, got {raw!r:.60}")
        if kind is item_types.Mention:
            raw = {**raw, "span": {k: raw.get(k) for k in ("start", "end", "text")}}
        hints = _hints(cast(type, kind))
        missing = [
            n for n in hints if n not in raw and n not in _optional_fields(cast(Hashable, kind))
        ]
        if missing:
            raise BadLedger(f"ledger: {where} lacks {', '.join(missing)}")
        return cast(type, kind)(
            **{n: _load(hint, raw[n], f"{where}.{n}") for n, hint in hints.items() if n in raw}
        )
    if kind is float:
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            raise BadLedger(f"ledger: {where} must be a number, got {raw!r:.60}")
        try:
            return float(raw)
        except OverflowError:
            raise BadLedger(f"ledger: {where} is too large a number") from None
    if not isinstance(raw, kind) or (kind is int and isinstance(raw, bool)):
        raise BadLedger(f"ledger: {where} must be {kind.__name__}, got {raw!r:.60}")
    return raw


@functools.cache
def _optional_fields(kind: Hashable) -> frozenset[str]:
    """Fields with an empty default: a ledger that was saved before there were any lacks them."""
    fields = dataclasses.fields(cast("type[Any]", kind))
    return frozenset(f.name for f in fields if f.default is not dataclasses.MISSING)


@functools.cache
def _hints(kind: type) -> Mapping[str, Any]:
    return typing.get_type_hints(kind)

"""What the page's script knows: which items lie on which words."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Any, cast

from markupsafe import Markup

from detente.evidence.items import (
    Event,
    Quantity,
    Quotation,
    Relation,
    ReportedStatement,
    Stance,
    Term,
    TimeExpression,
)
from detente.report import wording
from detente.report.citations import Citations
from detente.report.desk import Desk
from detente.types import Span


def page_data(desk: Desk) -> Markup:
    """JSON that is safe inside a script element.

    ``docs`` names the documents; ``items`` are ``[document, start, end, id, description,
    remark]``; ``parts`` are words that belong to an item without holding it, ``[document,
    start, end, id, part]``; ``actors`` are descriptions, ``mentions`` ``[document, start, end,
    actor]``.
    """
    ledger, cite = desk.ledger, desk.cite
    index = {d.id: i for i, d in enumerate(ledger.documents)}
    items: list[list[Any]] = []
    parts: list[list[Any]] = []
    for item in ledger.items():
        span, document = main_span(item), index[item.document]
        described, remark = _describe(desk, item)
        key = item.id.rsplit("/", 1)[-1]
        items.append([document, span.start, span.end, key, described, remark])
        for name, part in _parts(item):
            parts.append([document, part.start, part.end, key, name])
    mentions = [
        [index[m.document], m.span.start, m.span.end, number]
        for number, actor in enumerate(ledger.actors)
        for m in actor.mentions
    ]
    data = {
        "docs": [
            [_name(cite, i, desk), d.text_sha256[:12]] for i, d in enumerate(ledger.documents)
        ],
        "items": sorted(items, key=lambda i: (i[0], i[1], -i[2], i[3])),
        "parts": sorted(parts),
        "actors": [f"{a.name}, {wording.spaced(a.type)}" for a in ledger.actors],
        "mentions": sorted(mentions),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def main_span(item: Any) -> Span:
    """The words that hold an item."""
    for name in ("span", "content_span", "trigger_span"):
        if hasattr(item, name):
            return cast(Span, getattr(item, name))
    raise TypeError(f"{type(item).__name__} has no words")


def _parts(item: Any) -> Iterator[tuple[str, Span]]:
    main = main_span(item)
    for entry in dataclasses.fields(item):
        part = getattr(item, entry.name)
        if isinstance(part, Span) and part is not main:
            yield entry.name.removesuffix("_span"), part


def _name(cite: Citations, index: int, desk: Desk) -> str:
    document = desk.ledger.documents[index]
    label = cite.label(document)
    return f"{label}, {document.name}" if label else document.name


def _who(desk: Desk, actor_id: str | None, unknown: str) -> str:
    actor = desk.ledger.actor(actor_id)
    return actor.name if actor is not None else actor_id or unknown


def _describe(desk: Desk, item: Any) -> tuple[str, str]:
    """What an item is in a few words, and a remark on it."""
    if isinstance(item, Quotation):
        who = _who(desk, item.speaker, "speaker not found")
        return f"quotation, {item.kind} · {who}", f"cue “{item.cue}”" if item.cue else "no cue"
    if isinstance(item, ReportedStatement):
        who = _who(desk, item.speaker, "speaker not found")
        return f"{wording.spaced(item.type)} · {who}", f"cue “{item.cue}”"
    if isinstance(item, Quantity):
        source = item.attribution[-1] if item.attribution else item.source
        return (
            f"figure · {wording.value(item)} {wording.unit(item.unit)}",
            f"source: {_who(desk, source, 'none given')}",
        )
    if isinstance(item, TimeExpression):
        there = "not resolved" if item.resolved is None else wording.days(item.resolved)
        return f"time · {item.value}", there
    if isinstance(item, Event):
        return f"event, {item.status} · {item.description}", item.place or "place not stated"
    if isinstance(item, Relation):
        arrow = "→" if item.directed else "–"
        ends = f"{_who(desk, item.source, '?')} {arrow} {_who(desk, item.target, '?')}"
        return f"relation · {ends}: {wording.spaced(item.type)}", item.modality
    if isinstance(item, Stance):
        basis = f"{wording.BASIS[item.basis]}, confidence {item.confidence}"
        return f"stance · {_who(desk, item.actor, '?')}: {item.label}", basis
    if isinstance(item, Term):
        return (
            f"{wording.spaced(item.kind)} · {_who(desk, item.by, 'party not stated')}",
            item.status,
        )
    raise TypeError(f"no words for {type(item).__name__}")

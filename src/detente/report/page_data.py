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
from detente.report.naming import actor_name
from detente.types import Span

_SHORT = 48
_STATEMENTS = {
    "speech": "reported speech",
    "opinion": "reported view",
    "document": "document cited",
    "source_attribution": "source named",
}


def page_data(desk: Desk) -> Markup:
    """JSON that is safe inside a script element.

    ``docs`` names the documents; ``items`` are ``[document, start, end, kind, description,
    remark]``; ``parts`` are words that belong to an item without holding it, ``[document,
    start, end, part, whose]``; ``actors`` are descriptions, ``mentions`` ``[document, start,
    end, actor]``.
    """
    ledger, cite = desk.ledger, desk.cite
    index = {d.id: i for i, d in enumerate(ledger.documents)}
    items: list[list[Any]] = []
    parts: list[list[Any]] = []
    for item in ledger.items():
        span, document = main_span(item), index[item.document]
        kind, described, remark = _describe(desk, item)
        items.append([document, span.start, span.end, kind, described, remark])
        for name, part in _parts(item):
            parts.append(
                [document, part.start, part.end, name, f"of the {kind}: {_short(described)}"]
            )
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


def _short(described: str) -> str:
    """Enough of a description to tell which item a part belongs to."""
    return described if len(described) <= _SHORT else described[:_SHORT].rsplit(" ", 1)[0] + " …"


def _describe(desk: Desk, item: Any) -> tuple[str, str, str]:
    """What kind of item it is, what it says in a few words, and a remark on it."""

    def who(actor_id: str | None, unknown: str = "party not stated") -> str:
        return actor_name(desk.ledger, actor_id) or unknown

    if isinstance(item, Quotation):
        remark = f"{item.kind}, cue “{item.cue}”" if item.cue else f"{item.kind}, no cue"
        return "quotation", who(item.speaker, "speaker not found"), remark
    if isinstance(item, ReportedStatement):
        remark = f"cue “{item.cue}”" + (f", {item.modality}" if item.modality else "")
        return _STATEMENTS[item.type], who(item.speaker, "speaker not found"), remark
    if isinstance(item, Quantity):
        sources = [who(a, "") for a in (*item.attribution[-1:], item.source)]
        named = next((s for s in sources if s), "none given")
        return "figure", f"{wording.value(item)} {wording.unit(item.unit)}", f"source: {named}"
    if isinstance(item, TimeExpression):
        there = "no date found" if item.resolved is None else wording.days(item.resolved)
        return "time", wording.spaced(item.type), there
    if isinstance(item, Event):
        where = f"{item.status}, {item.place}" if item.place else item.status
        return "event", desk.clauses.event(item), where
    if isinstance(item, Relation):
        arrow = "→" if item.directed else "–"
        ends = f"{who(item.source)} {arrow} {who(item.target)}"
        return "relation", f"{ends}: {wording.spaced(item.type)}", item.modality
    if isinstance(item, Stance):
        basis = f"{wording.BASIS[item.basis]}, confidence {item.confidence}"
        return "stance", f"{who(item.actor)}: {item.label}", basis
    if isinstance(item, Term):
        return wording.spaced(item.kind), who(item.by), item.status
    raise TypeError(f"no words for {type(item).__name__}")

"""The annotation of the sample text as a ledger, so that the briefing can be built from it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from detente.documents.document import Document
from detente.documents.read import read_document
from detente.evidence.items import Actor, Mention, Role
from detente.evidence.ledger import ITEM_TYPES, Ledger, MadeBy
from detente.types import Span

_RULE = "annotation.hand"


def sample(shared: Path) -> Ledger:
    """Every item of the annotation, in the types of the ledger."""
    gold = json.loads((shared / "seed/gold.json").read_text(encoding="utf-8"))
    document = read_document(shared / "seed/article.txt")
    lists = {
        name: tuple(_item(kind, raw, document) for raw in gold[name])
        for name, kind in ITEM_TYPES.items()
    }
    ledger = Ledger(documents=(document,), made_by=MadeBy("0"), **lists)
    ledger.verify()
    return ledger


def _span(raw: dict[str, Any] | None) -> Span | None:
    return None if raw is None else Span(raw["start"], raw["end"], raw["text"])


def _item(kind: type, raw: dict[str, Any], document: Document) -> Any:
    if kind is Actor:
        roles = [
            Role(document.id, r["title"], r["of"], Span(**r["span"]), _RULE) for r in raw["roles"]
        ]
        mentions = [
            Mention(document.id, Span(m["start"], m["end"], m["text"]), m["kind"], m["role"],
                    _RULE, "high")
            for m in raw["mentions"]
        ]  # fmt: skip
        return Actor(
            raw["id"], raw["name"], raw["type"], raw["affiliation"], tuple(roles), tuple(mentions)
        )
    values: dict[str, Any] = {"document": document.id, "rule": _RULE, "confidence": "high"}
    for entry in dataclasses.fields(kind):
        if entry.name in raw or entry.name not in values:
            value = raw.get(entry.name)
            if entry.name.endswith("span"):
                value = _span(value)
            elif entry.name in ("participants", "about", "attribution"):
                value = tuple(value or ())
            values[entry.name] = value
    return kind(**values)

"""Document -> Ledger: run every extractor in order, then join documents."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from typing import Any

import detente
from detente.documents.document import Document
from detente.evidence.items import Actor
from detente.evidence.ledger import LISTS, Ledger, MadeBy
from detente.evidence.model import Model
from detente.evidence.reading import Reading
from detente.evidence.registry import extractors


def read(document: Document, *, model: Model | None = None, date: dt.date | None = None) -> Ledger:
    """Read one document.

    Parameters
    ----------
    model : Model, optional
        Adds the second pass (see :mod:`detente.evidence.model`); None is rules only.
    date : datetime.date, optional
        The day relative times count from; the document's own date if None.

    Returns
    -------
    Ledger
        Verified: every span holds its words.
    """
    reference = date or document.date
    reading = Reading(document, reference, model.parse(document) if model is not None else None)
    for extractor in extractors():
        found = extractor.extract(reading)
        setattr(reading, extractor.makes, [*getattr(reading, extractor.makes), *found])
    notes = []
    if reference is None and reading.time_expressions:
        notes.append(
            f"{document.name}: no date is stated, so weekdays and relative times stay as written"
        )
    ledger = Ledger(
        documents=(document,),
        notes=tuple(notes),
        made_by=MadeBy(
            version=detente.__version__,
            model=None if model is None else model.name,
            model_version=None if model is None else model.version,
            model_sha256=None if model is None else model.sha256,
            date=None if date is None else date.isoformat(),
        ),
        **{name: tuple(getattr(reading, name)) for name in LISTS},
    )
    ledger.verify()
    return ledger


def join(ledgers: Iterable[Ledger]) -> Ledger:
    """One ledger of several; actors of one id become one, ids of items get their document's.

    Documents with the same text are kept once. Items of a lone document keep their ids.
    """
    unique: dict[str, Ledger] = {}
    for ledger in ledgers:
        for document in ledger.documents:
            unique.setdefault(document.id, ledger)
    parts = list(dict.fromkeys(unique.values()))
    if len(parts) == 1:
        return parts[0]
    actors: dict[str, Actor] = {}
    for part in parts:
        for actor in part.actors:
            known = actors.get(actor.id)
            actors[actor.id] = actor if known is None else _merge(known, actor)
    lists: dict[str, Any] = {
        name: tuple(_qualify(item) for part in parts for item in getattr(part, name))
        for name in LISTS[1:]
    }
    return Ledger(
        documents=tuple(d for part in parts for d in part.documents),
        actors=tuple(actors.values()),
        notes=tuple(n for part in parts for n in part.notes),
        made_by=parts[0].made_by if parts else None,
        **lists,
    )


def _merge(known: Actor, more: Actor) -> Actor:
    name = max(known.name, more.name, key=len) if known.type == "person" else known.name
    return dataclasses.replace(
        known,
        name=name,
        affiliation=known.affiliation or more.affiliation,
        roles=(*known.roles, *more.roles),
        mentions=(*known.mentions, *more.mentions),
    )


def _qualify(item: Any) -> Any:
    """Item ids are unique within a document; across documents they carry the document's id."""
    changes = {"id": f"{item.document}/{item.id}"}
    if getattr(item, "quantity", None):
        changes["quantity"] = f"{item.document}/{item.quantity}"
    return dataclasses.replace(item, **changes)

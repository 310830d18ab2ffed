"""Ledgers of single documents -> one ledger: the same actor everywhere is one actor."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from detente.evidence.items import Actor
from detente.evidence.ledger import LISTS, Ledger
from detente.evidence.merge_evidence import merges_of
from detente.evidence.naming.name_folding import plain, slug
from detente.types import Span


def join(ledgers: Iterable[Ledger]) -> Ledger:
    """One ledger of several.

    Documents with the same text are kept once. States and organisations are one by their
    id. Persons are one by family name unless their given names differ: then each keeps the
    full name as id. Sources without a name stay apart: nothing tells that an official of one
    document is that of another. An actor of several documents says in ``merges`` why it is
    one. Items of a lone document keep their ids; of several, ids carry their document's.
    """
    unique: dict[str, Ledger] = {}
    for ledger in ledgers:
        for document in ledger.documents:
            unique.setdefault(document.id, ledger)
    parts = list(dict.fromkeys(unique.values()))
    if len(parts) == 1:
        return parts[0]
    renamed = [_new_ids(part, parts[:n], parts) for n, part in enumerate(parts)]
    told: dict[str, list[tuple[str, str, Actor]]] = {}
    for part, ids in zip(parts, renamed, strict=True):
        for actor in part.actors:
            told.setdefault(ids.get(actor.id, actor.id), []).extend(_by_document(actor))
    parts = [_rename(part, ids) for part, ids in zip(parts, renamed, strict=True)]
    actors: dict[str, Actor] = {}
    for part in parts:
        for actor in part.actors:
            known = actors.get(actor.id)
            actors[actor.id] = actor if known is None else _merge(known, actor)
    merged = (dataclasses.replace(a, merges=merges_of(told[a.id])) for a in actors.values())
    lists: dict[str, Any] = {
        name: tuple(_qualify(item) for part in parts for item in getattr(part, name))
        for name in LISTS[1:]
    }
    return Ledger(
        documents=tuple(d for part in parts for d in part.documents),
        actors=tuple(merged),
        notes=tuple(n for part in parts for n in part.notes),
        made_by=parts[0].made_by if parts else None,
        **lists,
    )


def given_names_differ(one: str, other: str) -> bool:
    """True if two full names have given names that cannot be the same person's.

    A lone family name, or an initial that fits, differs from nothing.
    """
    first, second = _given(one), _given(other)
    if not first or not second:
        return False
    a, b = plain(first[0]), plain(second[0])
    if len(a) == 1 or len(b) == 1:
        return a[:1] != b[:1]
    # Short forms and second given names: "Joe" and "Joseph", "Ana" and "Ana Maria".
    shared = a.startswith(b[:2]) or b.startswith(a[:2])
    return not shared and not set(map(plain, first)) & set(map(plain, second))


def _given(name: str) -> list[str]:
    return name.replace(".", " ").split()[:-1]


def _by_document(actor: Actor) -> list[tuple[str, str, Actor]]:
    """The actor as each document tells of it, with the document and its id there."""
    was = {m.document: m.was for m in actor.merges}
    found = []
    for document in dict.fromkeys(m.document for m in actor.mentions):
        here = dataclasses.replace(
            actor,
            roles=tuple(r for r in actor.roles if r.document == document),
            mentions=tuple(m for m in actor.mentions if m.document == document),
            merges=(),
        )
        found.append((document, was.get(document, actor.id), here))
    return found


def _new_ids(part: Ledger, before: list[Ledger], parts: list[Ledger]) -> Mapping[str, str]:
    """New ids for persons and unnamed sources of ``part`` who share one with somebody else."""
    out: dict[str, str] = {}
    for actor in part.actors:
        if actor.type == "anonymous_source":
            earlier = sum(a.id == actor.id for p in before for a in p.actors)
            if earlier:
                out[actor.id] = f"{actor.id}-of-text-{earlier + 1}"
        if actor.type != "person":
            continue
        others = [a for p in parts for a in p.actors if a.id == actor.id]
        if any(given_names_differ(actor.name, other.name) for other in others):
            out[actor.id] = f"per:{slug(actor.name)}" if _given(actor.name) else actor.id
    return {old: new for old, new in out.items() if old != new}


def _rename(part: Ledger, ids: Mapping[str, str]) -> Ledger:
    """The same ledger with actor ids changed wherever they stand."""
    if not ids:
        return part
    lists: dict[str, Any] = {
        name: tuple(_swap(item, ids) for item in getattr(part, name)) for name in LISTS
    }
    return dataclasses.replace(part, **lists)


def _swap(value: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, tuple):
        return tuple(_swap(v, ids) for v in value)
    if isinstance(value, Span) or not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        f.name: _swap(getattr(value, f.name), ids) for f in dataclasses.fields(value) if f.init
    }
    return dataclasses.replace(value, **changed)


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
    for name in ("quantity", "same_as"):
        if getattr(item, name, None):
            changes[name] = f"{item.document}/{getattr(item, name)}"
    return dataclasses.replace(item, **changes)

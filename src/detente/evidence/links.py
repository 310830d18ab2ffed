"""The same event or figure told twice: later tellings point at the first one.

Nothing is merged, so that every telling keeps its words; ``same_as`` says which belong
together. Two tellings are linked only where nothing that both state speaks against it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping

from detente.evidence.items import Event, Quantity
from detente.evidence.ledger import Ledger

# Occasions that may be told under another of these words: "the summit", "their meeting".
_FAMILY = {"visit": "meeting", "conflict": "attack"}
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset("more than about over from with that this their which were been have".split())


def link(ledger: Ledger) -> Ledger:
    """The ledger with ``same_as`` set on events and quantities told before."""
    home = _homes(ledger)
    events: list[Event] = []
    first_events: list[Event] = []
    for event in ledger.events:
        first = next((e for e in first_events if _same_event(e, event, home)), None)
        if first is None:
            first_events.append(event)
            events.append(dataclasses.replace(event, same_as=None))
        else:
            events.append(dataclasses.replace(event, same_as=first.id))
    quantities: list[Quantity] = []
    by_value: dict[tuple[object, ...], list[Quantity]] = {}
    for quantity in ledger.quantities:
        key = (quantity.unit, quantity.value, quantity.low, quantity.high)
        earlier = by_value.setdefault(key, [])
        same = next((q for q in earlier if _same_measure(q, quantity)), None)
        if same is None:
            earlier.append(quantity)
        told = None if same is None else same.id
        quantities.append(dataclasses.replace(quantity, same_as=told))
    return dataclasses.replace(ledger, events=tuple(events), quantities=tuple(quantities))


def _homes(ledger: Ledger) -> Mapping[str, str]:
    """Each person's or group's state or body, where the ledger says it."""
    out = {}
    for actor in ledger.actors:
        body = actor.affiliation or next((r.of for r in actor.roles if r.of is not None), None)
        if body is not None:
            out[actor.id] = body
    return out


def _same_event(one: Event, other: Event, home: Mapping[str, str]) -> bool:
    if _FAMILY.get(one.type, one.type) != _FAMILY.get(other.type, other.type):
        return False
    if one.type in ("statement_event", "other") or one.status != other.status:
        return False
    if not _same_time(one, other):
        return False
    if one.place is not None and other.place is not None and one.place != other.place:
        return False
    first, second = (_sides(e, home) for e in (one, other))
    shared = first & second
    if not shared:
        return False
    place_too = one.place is not None and one.place == other.place
    # One named party is too little, unless the place is the same as well.
    return place_too or len(shared) >= 2 or (len(first) == len(second) == 1)


def _same_time(one: Event, other: Event) -> bool:
    """Both times are known and meet; or, in one document, they are the same words."""
    if one.resolved is not None and other.resolved is not None:
        return one.resolved.first <= other.resolved.last and (
            other.resolved.first <= one.resolved.last
        )
    if one.document != other.document or one.relative is None or other.relative is None:
        return False
    return one.relative.casefold() == other.relative.casefold()


def _sides(event: Event, home: Mapping[str, str]) -> set[str]:
    return {home.get(p, p) for p in event.participants}


def _same_measure(one: Quantity, other: Quantity) -> bool:
    if one.about and other.about and not set(one.about) & set(other.about):
        return False
    if one.as_of is not None and other.as_of is not None and one.as_of != other.as_of:
        return False
    first, second = _words(one), _words(other)
    return bool(first & second)


def _words(quantity: Quantity) -> set[str]:
    words = _WORD.findall((quantity.measures or "").casefold())
    return {w[:6] for w in words if w not in _COMMON}

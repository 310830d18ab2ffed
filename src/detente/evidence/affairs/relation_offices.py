"""Good offices: who mediates, brokers or hosts the talks of whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.evidence.affairs.relation_ends import is_deed, is_passive
from detente.evidence.affairs.relation_parties import Pair, Parties
from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import (
    AUXILIARIES,
    PEOPLE,
    after,
    coordinated,
    object_of,
    owners,
)
from detente.evidence.affairs.subjects import subject_of
from detente.evidence.affairs.syntax import Syntax

_OFFICE = frozenset(
    """facilitate facilitates facilitated facilitating host hosts hosted hosting convene convenes
    convened convening mediate mediates mediated mediating broker brokers brokered
    brokering""".split()
)
_TALKS = frozenset(
    """talks talk negotiations negotiation discussions dialogue meeting meetings summit agreement
    agreements deal ceasefire truce peace accord accords conversations contacts consultations round
    rounds process exchange settlement solution resolution""".split()
)
_HYPHENED = frozenset({"brokered", "mediated", "facilitated"})
_NOUNS = frozenset({"mediation", "offices", "auspices", "facilitation"})
_MEDIATORS = frozenset({"mediators", "mediator", "intermediary", "intermediaries"})
# What a third party does to the quarrel of two, or brings to them.
_PEACEMAKING = frozenset(
    """end ends ended ending stop stops stopped stopping resolve resolves resolved resolving settle
    settles settled settling negotiate negotiates negotiated negotiating secure secures secured
    securing deliver delivers delivered delivering achieve achieves achieved achieving sealed
    sealing forge forges forged forging oversee oversees oversaw overseeing witness witnesses
    witnessed witnessing""".split()
)
_BRINGING = frozenset({"bring", "brings", "brought", "bringing", "gather", "gathers", "gathered"})
_TOGETHER = frozenset({"together", "table"})
_QUARRELS = frozenset(
    "war wars conflict fighting dispute hostilities crisis deadlock impasse stalemate".split()
)
_CLAUSES = frozenset({";", ".", ":", "which", "who", "that", "until", "there", "if", "when"})
_SENDING = frozenset({"dispatched", "dispatches", "sent", "sends"})
_PARTS = frozenset({"role", "roles", "part"})
_PLAYING = frozenset({"play", "plays", "played", "playing"})
_STEPPING_IN = frozenset({"intercede", "intercedes", "interceded", "intervened", "intervene"})
_CUES = (
    _PARTS
    | _STEPPING_IN
    | {"broker"}
    | _SENDING
    | _OFFICE
    | _HYPHENED
    | _NOUNS
    | _MEDIATORS
    | _PEACEMAKING
    | _BRINGING
)
_REACH = 8
_THANKS_REACH = 14


@dataclass(frozen=True, slots=True)
class Office:
    """``sources`` mediate for ``targets`` (ids); ``units`` are where those named stand."""

    cue: int
    units: tuple[int, ...]
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    is_verb: bool


def offices(row: Row, parties: Parties, syntax: Syntax | None) -> Iterator[Office]:
    """The mediations of one sentence whose mediator and at least one party are known.

    Parties that the sentence leaves open are the two of the document's only conflict, else its
    two parties; a mediator is no party of its own mediation.
    """
    if row.said.isdisjoint(_CUES):
        return
    for i, unit in enumerate(row.units):
        low = unit.low
        if low not in _CUES:
            continue
        if low in _HYPHENED and row.low(i - 1) in {"-", "–"}:
            third = parties.coloured_by(row, i - 2)
            if third is not None:
                yield from _for_parties(row, i, i + 1, (), (third,), parties, is_verb=False)
        elif low in _OFFICE:
            at = _talks_after(row, i)
            if at is not None and is_deed(row, i, syntax):
                yield from _found(row, i, at, _mediators(row, i, syntax), parties, is_verb=True)
            elif at is None and is_deed(row, i, syntax) and not is_passive(row, i):
                yield from _hosting(row, i, syntax)
        elif low in _PEACEMAKING | _BRINGING:
            if low == "witnessed" and is_passive(row, i):
                yield from _found(row, i, i, after(row, i, {"by"}), parties, is_verb=True)
                continue
            units = _reconciled(row, i)
            if len(_ids(row, units)) > 1 and is_deed(row, i, syntax) and not is_passive(row, i):
                who = _mediators(row, i, syntax)
                sources = _ids(row, who)
                if sources and not set(sources) & set(_ids(row, units)):
                    yield Office(i, (*who, *units), sources, _ids(row, units), True)
        elif low in _NOUNS and (low != "offices" or row.low(i - 1) == "good"):
            owned = i - 1 if low == "offices" else i
            who = owners(row, owned, syntax) or after(row, i, {"of", "by"}, reach=2)
            if who and row[who[0]].actor is None:
                who = _thanked(row, i)  # "thanked Chad for **its** mediation"
            yield from _found(row, i, i, who, parties, is_verb=False)
        elif low in _PARTS and _PLAYING & set(row.words(i - 6, i)):
            at = _talks_after(row, i)
            if row.low(i + 1) == "in" and at is not None:
                who = subject_of(row, i, syntax)
                yield from _found(row, i, at, who, parties, is_verb=True)
        elif low in _STEPPING_IN and {*_TALKS, *_QUARRELS} & set(row.words(i + 1, i + 12)):
            yield from _found(row, i, i, subject_of(row, i, syntax), parties, is_verb=True)
        elif low in _SENDING:
            yield from _sending(row, i, syntax)
        elif low == "broker" and row.low(i - 1) == "honest":
            yield from _found(row, i, i, subject_of(row, i, syntax), parties, is_verb=False)
        elif low in _MEDIATORS and row.low(i - 1) == "as":
            yield from _found(row, i, i, subject_of(row, i - 1, syntax), parties, is_verb=False)


def _hosting(row: Row, i: int, syntax: Syntax | None) -> Iterator[Office]:
    """Who "hosted **the leaders of** two states"."""
    guests = object_of(row, i)
    if not guests or not PEOPLE & set(row.words(i + 1, guests[0])):
        return
    who = _mediators(row, i, syntax)
    sources, targets = _ids(row, who), _ids(row, guests)
    if sources and len(targets) > 1 and not set(sources) & set(targets):
        yield Office(i, (*who, *guests), sources, targets, True)


def _sending(row: Row, i: int, syntax: Syntax | None) -> Iterator[Office]:
    """Who "sent Soto **to Chad and Mali for talks**": to both, so for neither."""
    envoys = [k for k in object_of(row, i) if (a := row[k].actor) and a.type == "person"]
    hosts = after(row, envoys[-1], {"to"}, reach=2) if envoys else []
    follows = row.words(hosts[-1] + 1, hosts[-1] + 5) if hosts else []
    who = _mediators(row, i, syntax)
    sources, targets = _ids(row, who), _ids(row, hosts)
    for_peace = bool(_TALKS & set(follows)) or {"mediate", "broker"} & set(follows)
    if sources and len(targets) > 1 and for_peace and not set(sources) & set(targets):
        yield Office(i, (*who, *hosts), sources, targets, True)


def _reconciled(row: Row, i: int) -> list[int]:
    """The sides whose quarrel or peace the verb at ``i`` is about, or whom it brings together."""
    for k in range(i + 1, min(len(row), i + _REACH)):
        if row.low(k) in _TALKS | _QUARRELS:
            return after(row, k, {"between", "among"}, reach=4) or (
                after(row, k, {"to"}, reach=2) if row.low(i) in _BRINGING else []
            )
        if row.low(k) in _CLAUSES:
            return []
        if row[k].actor is not None:
            sides = coordinated(row, k)
            follows = set(row.words(sides[-1] + 1, sides[-1] + 7))
            if row.low(i) in _BRINGING and follows & _TOGETHER:
                return sides
            if follows & (_TALKS | _QUARRELS) and not row.possessive(sides[-1]):
                return sides if row.low(k + 1) in {"-", "–"} else []
    return []


def _talks_after(row: Row, i: int) -> int | None:
    """Where the talks stand that the verb at ``i`` is about; those of *were hosted* before it."""
    if is_passive(row, i):
        places = range(i - 1, max(-1, i - _REACH), -1)
    else:
        places = range(i + 1, min(len(row), i + _REACH))
    for k in places:
        if row.low(k) in _TALKS:
            return k
        if row.low(k) in {";", ".", ":", "which", "who", "that"}:
            return None
    return None


def _mediators(row: Row, i: int, syntax: Syntax | None) -> list[int]:
    if is_passive(row, i):
        return after(row, i, {"by"})
    if row.low(i).endswith("ing"):
        thanked = _thanked(row, i)
        if thanked:
            return thanked
    return subject_of(row, i, syntax)


def _thanked(row: Row, i: int) -> list[int]:
    """Who is thanked "for … hosting", or had a role "in hosting": right before the preposition."""
    for k in range(i - 1, max(0, i - _THANKS_REACH), -1):
        if row.low(k) in {"for", "in"} and row[k - 1].actor is not None:
            return coordinated(row, k - 1, left=True)
        if row.low(k) in AUXILIARIES or row.low(k) in {",", ";"}:
            return []
    return []


def _found(
    row: Row, i: int, at: int, who: list[int], parties: Parties, *, is_verb: bool
) -> Iterator[Office]:
    sources = _ids(row, who)
    if sources:
        yield from _for_parties(row, i, at, tuple(who), sources, parties, is_verb=is_verb)


def _for_parties(
    row: Row,
    i: int,
    at: int,
    who: tuple[int, ...],
    sources: tuple[str, ...],
    parties: Parties,
    *,
    is_verb: bool,
) -> Iterator[Office]:
    units, targets = _parties_of(row, i, at, sources, parties)
    targets = tuple(t for t in targets if t not in sources)
    if targets:
        yield Office(i, (*who, *units), sources, targets, is_verb)


def _parties_of(
    row: Row, i: int, at: int, sources: tuple[str, ...], parties: Parties
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    for units in (
        after(row, at, {"between", "among"}),
        [k for k in owners(row, at) if k > i or at == i],
        after(row, at, {"with"}, reach=3),
    ):
        named = tuple(w for w in _ids(row, units) if w not in sources)
        if named:
            return tuple(units), named
    for k in range(at - 1, max(-1, at - 2 * _REACH), -1):
        if row.low(k) in _TALKS | _QUARRELS:
            units = after(row, k, {"between", "among"}, reach=2)
            named = tuple(w for w in _ids(row, units) if w not in sources)
            if named:
                return tuple(units), named
    for k in range(at + 1, min(len(row), at + 4)):
        meant = parties.meant_at(row, k)
        if meant is not None:
            pair = _conflict(parties, sources)
            return (k,), pair or meant
    others = [k for k in range(len(row)) if row[k].acts_for not in {None, *sources}]
    if len(_ids(row, others)) == 2 and any(len(coordinated(row, k)) > 1 for k in others):
        return (), _ids(row, others)
    pair = _conflict(parties, sources)
    if pair is None and parties.main is not None and not set(sources) & set(parties.main):
        pair = parties.main
    return (), pair or ()


def _conflict(parties: Parties, sources: tuple[str, ...]) -> Pair | None:
    left = [pair for pair in sorted(parties.conflicts) if not set(pair) & set(sources)]
    return left[0] if len(left) == 1 else None


def _ids(row: Row, units: list[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w for k in units if (w := row[k].acts_for) is not None))

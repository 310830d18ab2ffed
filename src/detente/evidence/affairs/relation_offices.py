"""Good offices: who mediates, brokers or hosts the talks of whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.evidence.affairs.relation_ends import is_deed, is_passive
from detente.evidence.affairs.relation_parties import Pair, Parties
from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import AUXILIARIES, after, coordinated, owners
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
    rounds process exchange settlement solution""".split()
)
_HYPHENED = frozenset({"brokered", "mediated", "facilitated"})
_NOUNS = frozenset({"mediation", "offices", "auspices", "facilitation"})
_MEDIATORS = frozenset({"mediators", "mediator", "intermediary", "intermediaries"})
_CUES = _OFFICE | _HYPHENED | _NOUNS | _MEDIATORS
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
        elif low in _NOUNS and (low != "offices" or row.low(i - 1) == "good"):
            owned = i - 1 if low == "offices" else i
            who = owners(row, owned, syntax) or after(row, i, {"of", "by"}, reach=2)
            yield from _found(row, i, i, who, parties, is_verb=False)
        elif low in _MEDIATORS and row.low(i - 1) == "as":
            yield from _found(row, i, i, subject_of(row, i - 1, syntax), parties, is_verb=False)


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
    for k in range(at + 1, min(len(row), at + 4)):
        meant = parties.meant_at(row, k)
        if meant is not None:
            pair = _conflict(parties, sources)
            return (k,), pair or meant
    pair = _conflict(parties, sources)
    if pair is None and parties.main is not None and not set(sources) & set(parties.main):
        pair = parties.main
    return (), pair or ()


def _conflict(parties: Parties, sources: tuple[str, ...]) -> Pair | None:
    left = [pair for pair in sorted(parties.conflicts) if not set(pair) & set(sources)]
    return left[0] if len(left) == 1 else None


def _ids(row: Row, units: list[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w for k in units if (w := row[k].acts_for) is not None))

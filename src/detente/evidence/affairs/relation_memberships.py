"""Lists of members: "NATO allies such as Chile", "the members of the Council: Chile and Peru"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.evidence.affairs.relation_backing import Backing
from detente.evidence.affairs.relation_self import body_at
from detente.evidence.affairs.rows import Row, Unit
from detente.evidence.affairs.slots import in_phrase

_MEMBERS = frozenset({"members", "member", "allies", "ally", "signatories", "parties"})
_STATES = frozenset({"states", "state", "countries", "country", "nations", "nation", "government"})
_NOUNS = _MEMBERS | _STATES
# A comma alone opens no list: "NATO members, Chile and Peru agreed".
_MARKS = frozenset({":", "-", "–", "—", "("})
_WORDS = frozenset({"including", "like", "namely", "especially", "such"})
_OPENERS = _MARKS | _WORDS
_LONGEST = 12


def memberships(row: Row) -> Iterator[Backing]:
    """The members named after the noun that says of what they are members."""
    groups = [i for i in row.actors if _is_group(row[i])]
    if not groups and row.said.isdisjoint(_NOUNS):
        return
    for i, unit in enumerate(row.units):
        found = _body_and_end(row, i) if i in groups or unit.low in _NOUNS else None
        if found is None:
            continue
        body, k = found
        for at in _listed(row, k):
            who = row[at].acts_for
            actor = row[at].actor
            if who is not None and who != body and actor is not None and actor.type == "state":
                yield Backing(i if unit.kind == "actor" else k, at, "membership", who, body)


def _is_group(unit: Unit) -> bool:
    return unit.actor is not None and unit.actor.type == "group"


def _body_and_end(row: Row, i: int) -> tuple[str, int] | None:
    """The body whose members the noun at ``i`` means, and the last unit of that phrase."""
    unit = row[i]
    if unit.actor is not None and _is_group(unit):
        # One mention for all of "**NATO allies**".
        if unit.low.rsplit(" ", 1)[-1] in _NOUNS and unit.actor.affiliation is not None:
            body = unit.actor.affiliation
            return (body, i) if body.startswith("org:") else None
        return None
    if unit.kind == "word" and unit.low in _STATES and row.low(i + 1) in _OPENERS:
        found = body_at(row, i - 1) if i else None
        return None if found is None else (found, i)
    if unit.kind != "word" or unit.low not in _MEMBERS:
        return None
    if row.low(i + 1) in {"of", "to"}:
        for k in in_phrase(row, i + 2, reach=3):
            body_id = body_at(row, k)
            if body_id is not None:
                return body_id, k
        return None
    before = body_at(row, i - 1) if i else None
    if before is None:
        return None
    return before, i + 1 if row.low(i + 1) in _STATES else i


def _listed(row: Row, k: int) -> list[int]:
    """The actors listed after unit ``k``: directly, or after *such as*, a colon or a dash."""
    j = k + 1
    if row.low(j) in _STATES:
        j += 1
    plain = j < len(row) and row[j].actor is not None
    if not plain:
        j += row.low(j) == "," and row.low(j + 1) in _WORDS
        if row.low(j) not in _OPENERS:
            return []
        j += 1 + (row.low(j) == "such" and row.low(j + 1) == "as")
    found: list[int] = []
    for n in range(j, min(len(row), j + 2 * _LONGEST)):
        if row[n].actor is not None:
            found.append(n)
        elif row.low(n) not in {",", "and", "the", "&", "both"}:
            break
    # One actor after a dash or bracket may be anything.
    return found if plain or len(found) > 1 or row.low(j - 1) in _WORDS | {"as"} else []

"""What one phrase tells: "a Chad-backed force", "Danish troops in Mali"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import in_phrase
from detente.evidence.affairs.standing import Standing
from detente.evidence.reading import Reading

_KINDS = {
    "backed": "alignment",
    "supported": "alignment",
    "sponsored": "alignment",
    "aligned": "alignment",
    "allied": "alignment",
    "trained": "aid_military",
    "armed": "aid_military",
    "funded": "aid",
    "designated": "sanction",
    "sanctioned": "sanction",
    "occupied": "occupation",
}
_NAME_REACH = 3
_LEAVING = frozenset({"withdrawal", "pullout", "departure", "exit", "removal", "return"})
_POSTED = frozenset({"based", "stationed", "deployed", "serving"})
_FORCES = frozenset({"troops", "soldiers", "forces", "personnel", "marines", "bases"})


@dataclass(frozen=True, slots=True)
class Backing:
    """The state at unit ``cue`` backs (or names) ``target``, who stands at unit ``at``."""

    cue: int
    at: int
    type: str
    source: str
    target: str


def backings(reading: Reading, row: Row, standing: Standing) -> Iterator[Backing]:
    """The relations that a participle after a hyphen tells, whoever comes next or before."""
    if row.said.isdisjoint(_KINDS):
        return
    for i, unit in enumerate(row.units):
        kind = _KINDS.get(unit.low)
        if kind is None or i < 2 or row.low(i - 1) not in {"-", "–"}:
            continue
        found = reading.mention_at(row[i - 2].start)
        source = standing.acts_for(found[1].id) if found is not None else None
        at = _named(row, i)
        actor = row[at].actor if at is not None else None
        if source is None or at is None or actor is None:
            continue
        if actor.id != source and row[at].acts_for != source:
            yield Backing(i - 2, at, kind, source, actor.id)


def stationed(row: Row) -> Iterator[Backing]:
    """Forces named with their state, in or leaving another's land: "**Danish troops** in Mali"."""
    for i in row.actors:
        unit = row[i]
        if unit.actor is None or unit.acts_for is None:
            continue
        left = row.low(i + 1) == "from" and _LEAVING & set(row.words(i - 4, i))
        at = i + 1 + (row.low(i + 1) in _POSTED)
        if not left and row.low(at) not in {"in", "on"}:
            continue
        if unit.actor.id == unit.acts_for or unit.low.rsplit(" ", 1)[-1] not in _FORCES:
            continue
        for where in in_phrase(row, at + 1, reach=2):
            land = row[where].acts_for
            if land is not None and land != unit.acts_for:
                yield Backing(i, where, "basing", unit.acts_for, land)


def _named(row: Row, i: int) -> int | None:
    """Who it is: "the **Front** (FRT), a Chad-backed force", else "Chad-backed **Front** men"."""
    k = i - 3
    while row.low(k) in {"a", "an", "the"}:
        k -= 1
    if row.low(k) == ",":
        k -= 1
        if row.low(k) == ")":
            k -= 1
        if k >= 0 and row[k].actor is not None:
            return k
    for j in range(i + 1, min(len(row), i + 1 + _NAME_REACH)):
        if row[j].actor is not None:
            return None if row.possessive(j) else j
        if not row.low(j).isalpha():
            return None
    return None

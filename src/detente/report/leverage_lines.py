"""Which relations become which lines of the leverage map."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from detente.evidence.items import Relation
from detente.report import wording
from detente.report.desk import Desk

MOST_NODES = 15
_MOST_LINES = 30
_MOST_BETWEEN_TWO = 4

_FORCE = "sanction freeze restriction tariff embargo ban attack strike occupation blockade threat"
_TIE = "alliance alignment membership partnership treaty basing mediation recognition"
_GIVEN = "trade energy supply aid arms investment loan debt dependence"
_HOLDS = {
    **dict.fromkeys(_GIVEN.split(), "given"),
    **dict.fromkeys(_TIE.split(), "tie"),
    # Last, so that a freeze of aid is a freeze.
    **dict.fromkeys(_FORCE.split(), "force"),
}
_KINDS = {
    "trade_import": "imports",
    "trade_export": "exports",
    "trade_total": "trade both ways",
    "trade_partner_largest": "largest trade partner",
    "energy_supply": "energy",
    "aid_military": "military aid",
    "aid_nonlethal": "non-lethal aid",
    "aid_humanitarian": "humanitarian aid",
    "sanction": "sanctions",
    "sanction_asset_freeze": "assets frozen",
    "restriction": "restrictions",
    "tariff": "tariffs",
}
_BROKEN = frozenset({"projected", "speculative", "conditional"})
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_SHORT = (("trillion", "tn"), ("billion", "bn"), ("million", "m"))
_BEFORE = {"greater_than": "over ", "less_than": "under ", "about": "about ", "estimated": "est. "}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the map. ``first`` is the relation it cites, ``covers`` how many it stands for.

    ``hold`` is ``given``, ``force`` or ``tie``; ``width`` is in pixels; ``head`` is empty
    without a magnitude.
    """

    first: Relation
    covers: int
    hold: str
    width: float
    broken: bool
    head: str
    sub: str

    @property
    def pair(self) -> tuple[str, str]:
        """The two ends, in the order of the alphabet."""
        return (
            min(self.first.source, self.first.target),
            max(self.first.source, self.first.target),
        )


def hold(relation_type: str) -> str:
    """What sort of hold a type of relation is.

    >>> hold("aid_military"), hold("sanction_asset_freeze"), hold("alliance")
    ('given', 'force', 'tie')
    """
    parts = relation_type.split("_")
    kinds = {_HOLDS[p] for p in parts if p in _HOLDS}
    return "force" if "force" in kinds else "given" if "given" in kinds else "tie"


def has_magnitude(relation: Relation) -> bool:
    """True if the relation carries an amount that a width can show."""
    return relation.value is not None and math.isfinite(relation.value) and relation.value > 0


def lines(desk: Desk) -> list[Line]:
    """The lines to draw, at most as many as stay legible; amounts before hairlines.

    Relations with the same ends, kind and amount are one line, and so are all relations of one
    sort of hold between the same two that carry no amount.
    """
    groups: dict[tuple[object, ...], list[Relation]] = {}
    for relation in desk.ledger.relations:
        if relation.source != relation.target:
            groups.setdefault(_group(relation), []).append(relation)
    drawn = [_line(desk, found) for found in groups.values()]
    drawn = _widths(sorted(drawn, key=lambda line: (not line.head, -(line.first.value or 0))))
    kept_nodes = _best_connected(drawn)
    kept: list[Line] = []
    between: Counter[tuple[str, str]] = Counter()
    for line in drawn:
        ends = set(line.pair)
        if ends <= kept_nodes and between[line.pair] < _MOST_BETWEEN_TWO:
            between[line.pair] += 1
            kept.append(line)
    return kept[:_MOST_LINES]


def _group(relation: Relation) -> tuple[object, ...]:
    ends: tuple[str, ...] = (relation.source, relation.target)
    if not relation.directed:
        ends = tuple(sorted(ends))
    if has_magnitude(relation):
        return (*ends, relation.directed, relation.type, relation.value, relation.unit)
    return (*ends, relation.directed, hold(relation.type), relation.modality in _BROKEN)


def _line(desk: Desk, found: Sequence[Relation]) -> Line:
    first = found[0]
    kinds = list(dict.fromkeys(_KINDS.get(r.type, wording.spaced(r.type)) for r in found))
    sub = kinds[0] if len(kinds) == 1 else ", ".join(kinds[:2])
    if len(kinds) > 2:
        sub += f" and {len(kinds) - 2} more"
    if has_magnitude(first) and first.time:
        sub += f", {wording.plain(first.time)}"
    if first.modality not in ("asserted", "reported"):
        sub += f", {first.modality}"
    head = _short_amount(desk, first) if has_magnitude(first) else ""
    return Line(first, len(found), hold(first.type), 1.1, first.modality in _BROKEN, head, sub)


def _short_amount(desk: Desk, relation: Relation) -> str:
    quantity = desk.quantity(relation.quantity)
    before = _BEFORE[quantity.approx] if quantity is not None and quantity.approx else ""
    words = wording.amount(relation.value or 0.0)
    unit = relation.unit
    if unit in _SYMBOLS:
        for long, short in _SHORT:
            words = words.replace(long, short)
        return f"{before}{_SYMBOLS[unit]}{words}"
    if unit == "percent":
        return f"{before}{words}%"
    return f"{before}{words} {wording.unit(unit)}" if unit else before + words


def _widths(drawn: list[Line]) -> list[Line]:
    """Square root of the amount within a unit; the commonest unit has the widest lines."""
    units = Counter(line.first.unit for line in drawn if line.head)
    if not units:
        return drawn
    main = min(units, key=lambda u: (-units[u], u or ""))
    largest = {
        u: max(line.first.value or 0 for line in drawn if line.head and line.first.unit == u)
        for u in units
    }
    sized: list[Line] = []
    for line in drawn:
        if line.head:
            room = 10.2 if line.first.unit == main else 3.2
            share = math.sqrt((line.first.value or 0) / largest[line.first.unit])
            sized.append(_resized(line, 1.8 + room * share))
        else:
            sized.append(line)
    return sized


def _resized(line: Line, width: float) -> Line:
    return Line(line.first, line.covers, line.hold, width, line.broken, line.head, line.sub)


def _best_connected(drawn: Sequence[Line]) -> set[str]:
    weight: Counter[str] = Counter()
    for line in drawn:
        for end in line.pair:
            weight[end] += 3 if line.head else 1
    ranked = sorted(weight, key=lambda n: (-weight[n], n))
    return set(ranked[:MOST_NODES])

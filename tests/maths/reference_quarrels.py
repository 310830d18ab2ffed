"""Blocking sets, relaxing sets and cheapest levers from the definitions: every subset is tried."""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np

from detente.maths.blocks.lines import Lines
from detente.maths.levers.model import Levers
from detente.maths.packages.model import Booleans, Condition, FloorLine, PackageModel

Sets = set[tuple[int, ...]]
Deal = tuple[int, ...]


def every_deal(model: PackageModel) -> list[Deal]:
    return list(product(*(range(table.shape[0]) for table in model.points)))


def worth(model: PackageModel, deal: Deal, party: int) -> int:
    total = sum(int(model.points[issue][o, party]) for issue, o in enumerate(deal))
    for pair in model.pairs:
        a, b = pair.issues
        total += int(pair.points[deal[a], deal[b], party])
    return total


def keeps(model: PackageModel, deal: Deal, number: int) -> bool:
    """Whether a deal keeps a line: a number of the model's, or beyond them an alternative."""
    if number >= len(model.red_lines):
        party = number - len(model.red_lines)
        return worth(model, deal, party) >= int(model.alternative[party])
    line = model.red_lines[number]
    if isinstance(line, FloorLine):
        return worth(model, deal, line.party) >= line.points
    if isinstance(line, Condition):
        a, b = line.issues
        return not line.when[deal[a]] or bool(line.then[deal[b]])
    return not line.refused[deal[line.issue]]


def families(lines: Lines) -> tuple[Sets, Sets]:
    """All smallest blocking sets, and all smallest relaxing sets."""
    model, size = lines.model, len(lines)
    kept = [
        [keeps(model, deal, int(number)) for number in lines.numbers] for deal in every_deal(model)
    ]

    @cache
    def opens(inside: int) -> bool:
        """Whether a deal stands while only these lines hold."""
        for row in kept:
            accepted = np.ones(model.n_parties, bool)
            for at, fine in enumerate(row):
                if inside >> at & 1 and not fine:
                    accepted[int(lines.holders[at])] = False
            if accepted[model.vetoes].all() and int(accepted[model.voters].sum()) >= model.quorum:
                return True
        return False

    blocking: Sets = set()
    relaxing: Sets = set()
    everything = (1 << size) - 1
    for inside in range(1 << size):
        members = tuple(at for at in range(size) if inside >> at & 1)
        if not opens(inside) and all(opens(inside & ~(1 << m)) for m in members):
            blocking.add(members)
        rest = everything & ~inside
        if opens(rest) and not any(opens(rest | 1 << m) for m in members):
            relaxing.add(members)
    return blocking, relaxing


def cheapest_uses(
    model: PackageModel,
    levers: Levers,
    required: Booleans,
    voters: Booleans,
    quorum: int,
    fixed: dict[int, int],
) -> tuple[int, int, Sets] | None:
    """The least cost, of that the fewest levers, and every use that has both."""
    hard = [n for n, line in enumerate(model.red_lines) if not isinstance(line, FloorLine)]
    rows = []
    for deal in every_deal(model):
        if any(deal[issue] != option for issue, option in fixed.items()):
            continue
        lost = {model.red_lines[n].party for n in hard if not keeps(model, deal, n)}
        rows.append((lost, [worth(model, deal, p) for p in range(model.n_parties)]))
    found: dict[tuple[int, int], Sets] = {}
    for use in product(*(range(int(cap) + 1) for cap in levers.cap)):
        added = [
            sum(u * int(e) for u, e in zip(use, levers.effects[:, p], strict=True))
            for p in range(model.n_parties)
        ]
        for lost, totals in rows:
            yes = [
                p not in lost and totals[p] + added[p] >= int(model.floors[p])
                for p in range(model.n_parties)
            ]
            enough = sum(y for y, v in zip(yes, voters, strict=True) if v) >= quorum
            if enough and all(y for y, r in zip(yes, required, strict=True) if r):
                cost = sum(u * int(c) for u, c in zip(use, levers.cost, strict=True))
                found.setdefault((cost, sum(u > 0 for u in use)), set()).add(use)
                break
    if not found:
        return None
    best = min(found)
    return (*best, found[best])

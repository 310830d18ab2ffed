"""The search through the deals of each draw, compiled: depth first, hopeless branches left."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from numba import njit

from detente.maths.packages.model import Integers

if TYPE_CHECKING:
    from detente.maths.packages.drawn_deals import DealDraws

_BITS = 30


def settle(draws: DealDraws, *, first_only: bool = False) -> tuple[Integers, Integers, Integers]:
    """Counts of deals that all accept and that stand, and Nash's deal, (D,) each.

    With ``first_only`` a draw is left at the first deal that stands.
    """
    count, n = draws.draws, draws.voters.size
    sizes = np.array(draws.shape, np.int64)
    empty = np.zeros((count, 0, n), np.int64)
    points = np.concatenate([empty, *draws.points], axis=1)
    refused = np.concatenate([empty.astype(bool), *draws.refused], axis=1)
    between = np.array([p for p, _ in draws.pairs], np.int64).reshape(-1, 2)
    added = np.concatenate([empty, *(t.reshape(count, -1, n) for _, t in draws.pairs)], axis=1)
    conditions = draws.conditions
    wide = int(sizes.max(initial=1))
    holder = np.array([c.party for c in conditions], np.int64)
    tied = np.array([c.issues for c in conditions], np.int64).reshape(-1, 2)
    when, then = (np.zeros((len(conditions), wide), bool) for _ in range(2))
    for row, line in enumerate(conditions):
        when[row, : line.when.size], then[row, : line.then.size] = line.when, line.then
    found = np.zeros((3, count), np.int64)
    _settle(
        sizes, points, refused, between, added, holder, tied, when, then,
        np.ascontiguousarray(draws.floors), np.ascontiguousarray(draws.origin),
        draws.voters, draws.vetoes, draws.quorum, float(draws.scale), first_only,
        found,
    )  # fmt: skip
    return found[0], found[1], found[2]


_jit: Any = njit(cache=True, nogil=True)


@_jit
def _settle(  # type: ignore[no-untyped-def]
    sizes, points, refused, between, added, holder, tied, when, then, floors, origin, voters,
    vetoes, quorum, scale, first_only, found,
):  # fmt: skip
    """Fill ``found`` with the two counts and Nash's deal of each draw."""
    n, issues = voters.size, sizes.size
    first = np.zeros(issues + 1, np.int64)
    for i in range(issues):
        first[i + 1] = first[i] + sizes[i]
    start = np.zeros(between.shape[0] + 1, np.int64)
    for l in range(between.shape[0]):  # noqa: E741
        start[l + 1] = start[l] + sizes[between[l, 0]] * sizes[between[l, 1]]
    counted = voters | vetoes
    totals = np.zeros((issues + 1, n), np.int64)
    dead = np.zeros((issues + 1, n), np.bool_)
    rest = np.zeros((issues + 1, n), np.int64)
    choice = np.zeros(issues, np.int64)
    for d in range(floors.shape[0]):
        # The most that the issues still open, and all pairs, can add for each party.
        for p in range(n):
            rest[issues, p] = 0
            for l in range(between.shape[0]):  # noqa: E741
                top = added[d, start[l], p]
                for c in range(start[l], start[l + 1]):
                    top = max(top, added[d, c, p])
                rest[issues, p] += top
            for i in range(issues - 1, -1, -1):
                top = points[d, first[i], p]
                for o in range(first[i], first[i + 1]):
                    top = max(top, points[d, o, p])
                rest[i, p] = rest[i + 1, p] + top
        by_all, standing, best, best_deal = 0, 0, 0.0, -1
        depth = 0
        choice[0] = 0
        while depth >= 0:
            if choice[depth] == sizes[depth]:
                depth -= 1
                if depth >= 0:
                    choice[depth] += 1
                continue
            at = first[depth] + choice[depth]
            everyone, veto_ok, ready = True, True, 0
            last = depth + 1 == issues
            for p in range(n):
                totals[depth + 1, p] = totals[depth, p] + points[d, at, p]
                dead[depth + 1, p] = dead[depth, p] or refused[d, at, p]
            if last:
                for l in range(between.shape[0]):  # noqa: E741
                    a, b = between[l, 0], between[l, 1]
                    cell = start[l] + choice[a] * sizes[b] + choice[b]
                    for p in range(n):
                        totals[issues, p] += added[d, cell, p]
                for c in range(holder.size):
                    if when[c, choice[tied[c, 0]]] and not then[c, choice[tied[c, 1]]]:
                        dead[issues, holder[c]] = True
            for p in range(n):
                if not counted[p]:
                    continue
                most = totals[depth + 1, p]
                if not last:
                    most += rest[depth + 1, p]
                if dead[depth + 1, p] or most < floors[d, p]:
                    everyone = False
                    if vetoes[p]:
                        veto_ok = False
                elif voters[p]:
                    ready += 1
            stands = veto_ok and ready >= quorum
            if not everyone and not stands:
                choice[depth] += 1
                continue
            if not last:
                depth += 1
                choice[depth] = 0
                continue
            standing += stands
            if first_only and standing:
                break
            if everyone:
                by_all += 1
                product, gainers = 1.0, 0
                for p in range(n):
                    if not counted[p]:
                        continue
                    gain = totals[issues, p] - origin[d, p]
                    if gain <= 0:
                        product = 0.0
                        break
                    product *= gain / scale
                    gainers += 1
                if gainers:
                    fraction, exponent = math.frexp(product)
                    rounded = math.ldexp(np.rint(math.ldexp(fraction, _BITS)), exponent - _BITS)
                    if rounded > best:
                        best = rounded
                        deal = 0
                        for i in range(issues):
                            deal = deal * sizes[i] + choice[i]
                        best_deal = deal
            choice[depth] += 1
        found[0, d], found[1, d], found[2, d] = by_all, standing, best_deal

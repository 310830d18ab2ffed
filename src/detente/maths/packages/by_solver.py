"""The best deals by whole-number programmes, where the search by weights finds too much to list."""

from __future__ import annotations

import numpy as np

from detente.maths.packages.by_weights import Best, hopeful_above, nothing
from detente.maths.packages.candidates import Search
from detente.maths.packages.criteria import best_shares, product
from detente.maths.packages.layers import Layers, placed
from detente.maths.packages.model import Floats, Integers
from detente.maths.packages.relaxation import Relaxation, Solved, SolverStopped

_CLOSE = 1e-7
_ROUNDS = 60
_MISSED = 60


def _solve(programme: Relaxation, least: Integers) -> tuple[Solved, Integers, Integers] | None:
    """A solution with its deal and totals, added up as integers; None if nothing fits.

    The solver lets a floor be missed by a rounding error; such a deal is ruled out and the next
    one asked for. What it proved of the bound stays true.

    Raises
    ------
    SolverStopped
        If that happens too often.
    """
    for _ in range(_MISSED):
        solved = programme.solve()
        if solved is None:
            return None
        deal, totals = _deal(programme.layers, solved)
        if (totals[0] >= least).all():
            return solved, deal, totals
        programme.rule_out(solved)
    raise SolverStopped("floors are missed by rounding errors in too many deals")


def _deal(layers: Layers, solved: Solved) -> tuple[Integers, Integers]:
    """The deal of a solution and its totals."""
    assert solved.chosen is not None
    totals = np.zeros(layers.parties.size, np.int64)
    state = 0
    for step, option in zip(layers.steps, solved.chosen, strict=True):
        totals += step.adds[state, option]
        state = int(step.then[state, option])
    return placed(layers, solved.chosen[None]), totals[None]


def any_deal(layers: Layers) -> tuple[Integers, Integers] | None:
    """One deal of the layers that reaches every floor, and its totals; None if there is none."""
    if layers.empty:
        return None
    solved = _solve(Relaxation(layers, layers.least, whole=True), layers.least)
    return None if solved is None else solved[1:]


def sum_by_solver(search: Search, weights: tuple[int, ...]) -> Best:
    """A deal with the largest weighted sum of totals; others may tie with it."""
    layers = search.layers
    method = "whole-number programme"
    programme = Relaxation(layers, layers.least, whole=True)
    for party, weight in enumerate(weights):
        programme.cost(programme.first_gain + party, float(weight))
    made = _solve(programme, layers.least)
    if made is None:
        return nothing(search, method)
    bound = made[0].bound * programme.unit + float(np.array(weights, float) @ layers.base)
    return Best(*made[1:], False, bound, method, proven=False)


def product_by_solver(search: Search, weights: tuple[int, ...]) -> Best:
    """A deal with the largest product of positive gains; others may tie with it.

    The logarithm is replaced by tangents at the gains of every solution so far.
    """
    layers = search.layers
    method = "whole-number programme with tangents to the logarithm of gains"
    least = np.maximum(layers.least, layers.base + 1)
    programme = Relaxation(layers, least, whole=True)
    power = np.array(weights, float)
    logs = [programme.column(cost=float(w), high=50.0) for w in power]
    best: tuple[Integers, Integers] | None = None
    bound = np.inf
    for _ in range(_ROUNDS):
        found = _solve(programme, least)
        if found is None:
            return nothing(search, method)
        bound = min(bound, found[0].bound)
        made = found[1:]
        gains = (made[1][0] - layers.base) / programme.unit
        if best is None or _product(layers, made, weights) > _product(layers, best, weights):
            best = made
        if bound <= float(power @ np.log((best[1][0] - layers.base) / programme.unit)) + _CLOSE:
            break
        for party, at in enumerate(gains):
            programme.row(
                [logs[party], programme.first_gain + party], [float(at), -1.0],
                -programme.infinity, float(at * (np.log(at) - 1)),
            )  # fmt: skip
    assert best is not None
    bound += float(power.sum()) * float(np.log(programme.unit))
    return Best(*best, False, bound, method, proven=False)


def _product(layers: Layers, deal: tuple[Integers, Integers], weights: tuple[int, ...]) -> int:
    return product((deal[1][0] - layers.base).tolist(), weights)


def worst_off_by_solver(search: Search, ideals: Integers) -> Best:
    """Deals best for the worst off in shares of ``ideals``, then the second worst, and so on.

    For k = 1, 2 ... the sum of the k smallest shares is made as large as it can be with those
    before it kept; after each the search tries to list all deals that are no worse.
    """
    layers = search.layers
    method = "whole-number programmes for the sum of the k smallest gains, k = 1, 2 ..."
    n = layers.parties.size
    programme = Relaxation(layers, layers.least, whole=True)
    known: list[float] = []
    cuts: list[tuple[Floats, float]] = []
    made = None
    bound = np.nan
    earlier: list[list[int]] = []
    for k in range(1, n + 1):
        columns = _smallest(programme, k, ideals)
        for column in (c for columns_before in earlier for c in columns_before):
            programme.cost(column, 0.0)
        earlier.append(columns)
        solved = _solve(programme, layers.least)
        if solved is None:
            if made is None:
                return nothing(search, method)
            break
        made = solved[1:]
        shares = np.sort((made[1][0] - layers.base) / ideals)
        if k == 1:
            bound = solved[0].bound
        value = float(shares[:k].sum())
        known.append(value)
        # What is reached stays reached; a little less is asked for because of rounding.
        programme.row(
            columns, [float(k)] + [-1.0] * n, value - 1e-6 * abs(value), programme.infinity
        )
        cuts += _cut(layers, k, ideals, shares, value)
        hopeful = hopeful_above(layers.base, ideals, shares)
        corner = layers.base + np.ceil(shares[0] * ideals - 1e-6).astype(np.int64)
        found = search.reaching(
            np.array([c[0] for c in cuts]),
            np.array([c[1] for c in cuts]),
            np.maximum(layers.least, corner),
            hopeful=hopeful,
        )
        if found is not None and found.deals.shape[0]:
            best = best_shares(found.totals - layers.base, ideals)
            return Best(found.deals[best], found.totals[best], True, bound, method)
    assert made is not None
    return Best(*made, False, bound, method, proven=False)


def _smallest(programme: Relaxation, k: int, ideals: Integers) -> list[int]:
    """Add the sum of the k smallest shares to the objective; its variables."""
    level = programme.column(cost=float(k))
    columns = [level]
    for party, ideal in enumerate(ideals):
        below = programme.column(cost=-1.0, low=0.0)
        share = programme.unit / float(ideal)
        programme.row(
            [below, level, programme.first_gain + party], [1.0, -1.0, share],
            0.0, programme.infinity,
        )  # fmt: skip
        columns.append(below)
    return columns


def _cut(
    layers: Layers, k: int, ideals: Integers, shares: Floats, value: float
) -> list[tuple[Floats, float]]:
    """Weights and a bound that every deal meets whose k smallest shares sum to ``value``."""
    corner = layers.base + np.ceil(shares[0] * ideals - 1e-6).astype(np.int64)
    least = np.maximum(layers.least, corner)
    relaxation = Relaxation(layers, least)
    _smallest(relaxation, k, ideals)
    solved = relaxation.solve()
    if solved is None:
        return []
    part = np.clip(np.abs(solved.multipliers[: ideals.size]), 0, 1)
    if abs(part.sum() - k) > 1e-6:
        return []
    own = part * (k / part.sum()) / ideals
    extra = np.maximum(0.0, solved.weights / relaxation.unit - own)
    weights = own + extra
    slack = 1e-7 * (1 + abs(value))
    return [(weights, float(own @ layers.base + value + extra @ least) - slack)]

"""The best deals where there are too many to write out: weights, a bound, and what reaches it.

A relaxation gives weights under which no deal can be worth more than a bound. The search asks for
all deals that come within a small distance of it; if there are none, of a larger distance. The
first that are found contain the best, and everything that ties with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from detente.maths.packages.candidates import Found, Hopeful, Search
from detente.maths.packages.criteria import best_product, best_shares, best_sum
from detente.maths.packages.model import NEVER, Floats, Integers
from detente.maths.packages.relaxation import Relaxation, Solved

_FIRST = 2e-5
# (beginnings looked at, how much wider the next search is): what costs much is widened little.
_WIDER = ((60, 2.5), (1_000, 1.5), (np.inf, 1.25))
_ROUNDS = 40
_CLOSE = 1e-7


@dataclass(frozen=True)
class Best:
    """Deals (N, n_issues) that are equally best with totals (N, n), and what is proven.

    ``complete`` says that all that tie are here, ``proven`` that none is better; else ``bound``
    is what none exceeds.
    """

    deals: Integers
    totals: Integers
    complete: bool
    bound: float
    method: str
    proven: bool = True


def nothing(search: Search, method: str) -> Best:
    """The answer where no deal fits, proven."""
    empty = np.zeros((0, search.layers.n_issues), np.int64)
    return Best(empty, np.zeros((0, search.layers.parties.size), np.int64), True, np.nan, method)


def _deepen(
    search: Search,
    upper: float,
    lowest: float,
    look: Callable[[float], Found | None],
    value: Callable[[Found], Floats],
) -> tuple[Found | None, bool]:
    """Deals worth at least some ``theta`` with the best among them; True if none is missing.

    (None, True) if there is no deal at all, (None, False) if the search gave up.
    """
    distance = max(1e-12, (upper - lowest) * _FIRST)
    theta = max(lowest, upper - distance)
    while True:
        found = look(theta)
        if found is None:
            return None, False
        if found.deals.shape[0]:
            top = float(value(found).max())
            if top >= theta - 1e-9 * (1 + abs(theta)):
                return found, True
            theta = top  # A deal is known; all that are better are within this distance.
        elif theta <= lowest:
            return None, True
        else:
            distance *= next(wider for most, wider in _WIDER if search.looked_at <= most)
            theta = max(lowest, upper - distance)


def sum_by_weights(search: Search, weights: tuple[int, ...]) -> Best | None:
    """Deals with the largest weighted sum of totals; None if the search gave up."""
    layers = search.layers
    count = np.array(weights, float)
    relaxation = Relaxation(layers, layers.least)
    for party, weight in enumerate(weights):
        relaxation.cost(relaxation.first_gain + party, float(weight))
    solved = relaxation.solve()
    method = "bound by linear programme, then every deal that reaches it"
    if solved is None:
        return nothing(search, method)
    floors = layers.least > NEVER // 2
    extra = np.where(floors, np.maximum(0.0, solved.weights - count), 0.0)
    corner = float(extra[floors] @ layers.least[floors])
    upper = solved.value * relaxation.unit + float(count @ layers.base)
    lowest = sum(
        float(np.minimum(0, step.adds @ count).min()) for step in layers.steps
    )  # fmt: skip

    def look(theta: float) -> Found | None:
        bounds = np.array([theta + corner, theta])
        return search.reaching(np.array([count + extra, count]), bounds, layers.least)

    found, whole = _deepen(search, upper, lowest, look, lambda f: f.totals @ count)
    if found is None:
        return nothing(search, method) if whole else None
    best = best_sum(found.totals, weights)
    return Best(found.deals[best], found.totals[best], True, upper, method)


def product_by_weights(search: Search, weights: tuple[int, ...]) -> Best | None:
    """Deals with the largest product of positive gains; None if the search gave up."""
    layers = search.layers
    power = np.array(weights, float)
    least = np.maximum(layers.least, layers.base + 1)
    method = "tangents to the logarithm of gains, then every deal that reaches the bound"
    solved = tangents(Relaxation(layers, least), power)
    if solved is None:
        return nothing(search, method)
    solved_value, weight = solved
    lowest_gain = (least - layers.base).astype(float)

    def look(theta: float) -> Found | None:
        bounds = np.array([least_weighted(weight, power, lowest_gain, theta)])
        bounds += weight @ layers.base

        def hopeful(most: Integers):  # type: ignore[no-untyped-def]
            return np.log(most - layers.base) @ power >= theta - 1e-9 * (1 + abs(theta))

        return search.reaching(weight[None], bounds, least, hopeful=hopeful)

    lowest = float(power @ np.log(lowest_gain))
    found, whole = _deepen(
        search, solved_value, lowest, look, lambda f: np.log(f.totals - layers.base) @ power
    )
    if found is None:
        return nothing(search, method) if whole else None
    best = best_product(found.totals - layers.base, weights)
    return Best(found.deals[best], found.totals[best], True, solved_value, method)


def tangents(relaxation: Relaxation, power: Floats) -> tuple[float, Floats] | None:
    """The largest sum of weighted logs of gains over mixtures, from above, and the weights there.

    The logarithm lies below each of its tangents; tangents are added where the solution lies
    until it is met.
    """
    n, first, unit = relaxation.n, relaxation.first_gain, relaxation.unit
    logs = [relaxation.column(cost=float(power[p]), high=50.0) for p in range(n)]
    centre = None
    solved: Solved | None = None
    for _ in range(_ROUNDS):
        solved = relaxation.solve()
        if solved is None:
            return None
        gains = np.maximum(solved.gains, 1e-9)
        if centre is not None and solved.value <= float(power @ np.log(gains)) + _CLOSE:
            break
        centre = gains
        for party in range(n):
            at = float(gains[party])
            # y <= log(at) - 1 + g / at
            relaxation.row(
                [logs[party], first + party], [at, -1.0], -relaxation.infinity,
                at * (np.log(at) - 1),
            )  # fmt: skip
    assert solved is not None
    return solved.value + float(power.sum()) * float(np.log(unit)), solved.weights


def least_weighted(weight: Floats, power: Floats, lowest: Floats, theta: float) -> float:
    """The least of ``weight . g`` over gains of at least ``lowest`` with log product ``theta``.

    Rounded down. At the least, gains are ``max(lowest, mu power / weight)`` for one ``mu``.
    """
    free = weight > 1e-12
    if not free.all():
        return float(weight @ lowest)
    low, high = 0.0, 1.0
    share = power / weight

    def reached(mu: float) -> float:
        return float(power @ np.log(np.maximum(lowest, mu * share)))

    while reached(high) < theta:
        high *= 2
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if reached(middle) < theta else (low, middle)
    return float(weight @ np.maximum(lowest, low * share))


def worst_off_by_weights(search: Search, ideals: Integers) -> Best | None:
    """Deals best for the worst off in shares of ``ideals``, then the second worst, and so on."""
    layers = search.layers
    method = "bound on the least gain by linear programme, then every deal that reaches it"
    relaxation = Relaxation(layers, layers.least)
    share = relaxation.unit / ideals.astype(float)
    least_share = relaxation.column(cost=1.0)
    for party in range(relaxation.n):
        relaxation.row(
            [least_share, relaxation.first_gain + party], [1.0, -float(share[party])],
            -relaxation.infinity, 0.0,
        )  # fmt: skip
    solved = relaxation.solve()
    if solved is None:
        return nothing(search, method)
    # Every set of weights gives a valid bound; more weight on one party at a time cuts more.
    weights = np.tile(solved.weights, (relaxation.n + 1, 1))
    weights[1:] += np.diag(solved.weights + solved.weights.mean())
    ahead = search.ahead[0][0] - layers.base
    behind = sum((s.adds.min(axis=(0, 1)) for s in layers.steps), -layers.base)
    lowest = float((np.minimum(behind, ahead) / ideals).min())

    def corner(theta: float) -> Integers:
        asked = np.ceil(theta * ideals - 1e-9 * (1 + abs(theta) * ideals)).astype(np.int64)
        made: Integers = np.maximum(layers.least, layers.base + asked)
        return made

    def look(theta: float) -> Found | None:
        at = corner(theta)
        return search.reaching(weights, weights @ at, at)

    def value(found: Found) -> Floats:
        made: Floats = ((found.totals - layers.base) / ideals).min(axis=1)
        return made

    found, whole = _deepen(search, solved.value, lowest, look, value)
    if found is None:
        return nothing(search, method) if whole else None
    best = best_shares(found.totals - layers.base, ideals)
    return Best(found.deals[best], found.totals[best], True, solved.value, method)


def hopeful_above(base: Integers, ideals: Integers, known: Floats) -> Hopeful:
    """Keeps what could still be as good for the worst off as ``known`` sorted shares."""

    def hopeful(most: Integers):  # type: ignore[no-untyped-def]
        shares = np.sort((most - base) / ideals, axis=1)
        undecided = np.ones(shares.shape[0], bool)
        better = np.zeros(shares.shape[0], bool)
        for column, value in enumerate(known):
            better |= undecided & (shares[:, column] > value + 1e-9)
            undecided &= np.abs(shares[:, column] - value) <= 1e-9
        return better | undecided

    return hopeful

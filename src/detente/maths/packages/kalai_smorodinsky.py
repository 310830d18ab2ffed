"""The Kalai-Smorodinsky solution: equal shares of the best that each could get."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from detente.maths.packages.by_solver import worst_off_by_solver
from detente.maths.packages.by_weights import worst_off_by_weights
from detente.maths.packages.choice import Chosen, Room
from detente.maths.packages.criteria import best_shares, best_worst_off
from detente.maths.packages.model import Integers
from detente.maths.packages.settle import CANNOT_TELL, Point, nobody_knows, settle
from detente.maths.packages.utilitarian import most_for


@dataclass(frozen=True)
class Ideals:
    """The largest gain of each party over the deals of a room, (n,), and whether it is proven."""

    gains: Integers
    proven: bool
    there_is_a_deal: bool


def ideals(room: Room) -> Ideals:
    """The best that each party could get from a deal of the room."""
    try:
        return _ideals(room)
    except CANNOT_TELL:
        return Ideals(np.zeros(room.parties.size, np.int64), False, False)


def _ideals(room: Room) -> Ideals:
    if room.written_out or room.by_frontier:
        totals = room.totals if room.written_out else room.frontier
        if totals.shape[0] == 0:
            return Ideals(np.zeros(room.parties.size, np.int64), True, False)
        return Ideals(totals.max(axis=0) - room.base, True, True)
    most = [most_for(room, party) for party in range(room.parties.size)]
    if not all(chosen.deals.size for chosen in most):
        known = all(chosen.complete for chosen in most)
        return Ideals(np.zeros(room.parties.size, np.int64), known, False)
    gains = [round(chosen.value) for chosen in most] - room.base
    return Ideals(gains.astype(np.int64), all(chosen.gap == 0 for chosen in most), True)


def kalai_smorodinsky(room: Room, known: Ideals | None = None) -> Chosen:
    """Deals whose gains as shares of the ideal gains are leximin.

    Ideal gains are taken over the deals of the room: with ``among="all"`` those are the deals
    that are individually rational for everyone. A party that cannot gain has no share: its gain
    decides only among deals that are equally good in the shares of the others. ``value`` is the
    smallest share.

    References
    ----------
    E. Kalai and M. Smorodinsky, Other Solutions to Nash's Bargaining Problem, Econometrica 43
    (1975); for more than two parties and single deals, in leximin order: H. Imai, Individual
    Monotonicity and Lexicographic Maxmin Solution, Econometrica 51 (1983).
    """
    best = ideals(room) if known is None else known
    base, gains = room.base, best.gains
    can = gains > 0

    def pick(totals: Integers) -> Integers:
        made = totals - base
        top = best_shares(made[:, can], gains[can])
        return top[best_worst_off(made[top][:, ~can])]

    def value(totals: Integers) -> float:
        shares = [
            Fraction(int(g), int(i)) for g, i in zip(totals - base, gains, strict=True) if i > 0
        ]
        return float(min(shares, default=Fraction(0)))

    if best.there_is_a_deal and not (can.all() or room.written_out or room.by_frontier):
        return nobody_knows(room, "not found: a party cannot gain, and deals are too many to list")
    divisors = np.maximum(1, gains)
    made = settle(
        room,
        Point(
            pick=pick,
            value=value,
            search=lambda search: worst_off_by_weights(search, divisors),
            solve=lambda search: worst_off_by_solver(search, divisors),
            tolerance=1e-9,
        ),
    )
    if not best.proven and made.method != "none":
        note = "the ideal gains are not proven to be the largest"
        return replace(made, complete=False, note=note)
    return made

"""How every bargaining point is found: write out, read off the frontier, or search.

A point is given by a rule that picks the best rows of gains, exactly, and by two ways of searching
where rows are too many to have at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from detente.maths.packages.by_weights import Best
from detente.maths.packages.candidates import Search
from detente.maths.packages.choice import MOST_LISTED, Chosen, Room
from detente.maths.packages.coalitions import TooManyGroups
from detente.maths.packages.layers import TooLinked
from detente.maths.packages.model import Integers
from detente.maths.packages.relaxation import SolverStopped

NO_DEAL = "there is no deal to choose from"


class Unsettled(RuntimeError):
    """A question about deals to which no answer was found, neither that there is one nor none."""


#: What says that something cannot be found out in a model.
CANNOT_TELL = (TooLinked, TooManyGroups, SolverStopped, Unsettled)


@dataclass(frozen=True)
class Point:
    """A sense of best.

    Parameters
    ----------
    pick : callable
        Places of the best rows among totals (N, n); all that tie.
    value : callable
        What a row of totals (n,) is worth.
    search, solve : callable
        The best of one group's deals by weights (None where that gives up), and by the solver.
    tolerance : float
        A bound this close above the value proves it: less than any two values can differ.
    on_frontier : bool
        Whether the best rows are always efficient.
    """

    pick: Callable[[Integers], Integers]
    value: Callable[[Integers], float]
    search: Callable[[Search], Best | None]
    solve: Callable[[Search], Best]
    tolerance: float = 0.0
    on_frontier: bool = True


def settle(room: Room, point: Point) -> Chosen:
    """The best deals of a room."""
    try:
        if room.written_out:
            return _of_all(room, point)
        if point.on_frontier and room.by_frontier:
            return _of_frontier(room, point)
        return _searched(room, point)
    except CANNOT_TELL as error:
        return nobody_knows(room, f"not found: {error}")


def no_deal(room: Room, method: str, note: str = NO_DEAL) -> Chosen:
    """The answer that there is none, proven."""
    return Chosen(
        np.zeros((0, room.model.n_issues), np.int64),
        np.zeros((0, room.model.n_parties), np.int64),
        np.nan, True, np.nan, 0.0, method, note,
    )  # fmt: skip


def nobody_knows(room: Room, note: str) -> Chosen:
    """No answer, and why."""
    return Chosen(
        np.zeros((0, room.model.n_issues), np.int64),
        np.zeros((0, room.model.n_parties), np.int64),
        np.nan, False, np.nan, np.nan, "none", note,
    )  # fmt: skip


def _of_all(room: Room, point: Point) -> Chosen:
    best = point.pick(room.totals)
    method = "every deal written out"
    if best.size == 0:
        return no_deal(room, method)
    shown = best[:MOST_LISTED]
    deals, totals = room.verified(room.everything.rows(room.inside[shown]), room.totals[shown])
    value = point.value(room.totals[best[0]])
    return _chosen(deals, totals, value, best.size == shown.size, method, best.size)


def _of_frontier(room: Room, point: Point) -> Chosen:
    best = point.pick(room.frontier)
    method = "read off the frontier"
    if best.size == 0:
        return no_deal(room, method)
    deals, whole = room.deals_with(room.frontier[best])
    deals, totals = room.verified(deals, room.model.totals(deals)[:, room.parties])
    return _chosen(deals, totals, point.value(room.frontier[best[0]]), whole, method, None)


def _searched(room: Room, point: Point) -> Chosen:
    found: list[Best] = []
    for search in room.searches:
        made = point.search(search)
        found.append(point.solve(search) if made is None else made)
    method = " / ".join(sorted({best.method for best in found})) or "no option is left"
    there = [best for best in found if best.deals.shape[0]]
    if not there:
        return no_deal(room, method)
    deals = np.concatenate([best.deals for best in there])
    totals = np.concatenate([best.totals for best in there])
    top = point.pick(totals)
    if top.size == 0:
        return no_deal(room, method)
    value = point.value(totals[top[0]])
    unproven = [best.bound for best in there if not best.proven]
    bound = max([value, *unproven])
    gap = bound - value if bound - value > point.tolerance else 0.0
    deals, first = np.unique(deals[top], axis=0, return_index=True)
    deals, totals = room.verified(deals, totals[top][first])
    if not all(best.complete for best in there):
        note = "others may tie with it" if gap == 0 else "not proven to be the best"
        return Chosen(deals, totals, value, False, bound, gap, method, note)
    whole = deals.shape[0] <= MOST_LISTED
    return _chosen(deals[:MOST_LISTED], totals[:MOST_LISTED], value, whole, method, deals.shape[0])


def _chosen(
    deals: Integers, totals: Integers, value: float, whole: bool, method: str, count: int | None
) -> Chosen:
    note = ""
    if not whole:
        some = "more" if count is None else f"{count:,}"
        note = f"{some} deals tie; the first {deals.shape[0]:,} are given"
    return Chosen(deals, totals, value, whole, value, 0.0, method, note)

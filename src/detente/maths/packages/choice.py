"""Deals to choose from, however many there are: written out, or by their frontier, or searched.

``among`` says which: ``"any"`` deal at all; those that ``"all"`` whose acceptance counts accept;
those that stand under the ``"rule"`` of vetoes and quorum. Gains are counted for everyone whose
acceptance counts, also for those who are outvoted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from detente.maths.packages.candidates import Search
from detente.maths.packages.coalitions import smallest_groups
from detente.maths.packages.dominance import efficient, merged
from detente.maths.packages.enumeration import MOST_DEALS, Enumeration
from detente.maths.packages.frontier import Frontier, frontier_of
from detente.maths.packages.layers import Layers, layers_of
from detente.maths.packages.model import Booleans, Integers, PackageModel

Among = Literal["any", "all", "rule"]
#: Parties up to which the frontier is the way to every other answer.
FEW_PARTIES = 3
#: Deals that tie beyond which only the first are given.
MOST_LISTED = 500


@dataclass(frozen=True)
class Chosen:
    """Deals that are equally best, and what is proven of them.

    Parameters
    ----------
    deals, totals : integer arrays of shape (n_deals, n_issues) and (n_deals, n_parties)
        In the order of the deals' option numbers; totals of all parties, added up anew.
    value : float
        What they are worth in the sense asked for; nan if there are none.
    complete : bool
        True if they are proven best and no deal that ties is missing.
    bound, gap : float
        What no deal can exceed, and how far that is from ``value``; 0 where it is proven.
    method : str
    note : str
        Why there are none, or what is missing.
    """

    deals: Integers
    totals: Integers
    value: float
    complete: bool
    bound: float
    gap: float
    method: str
    note: str = ""


class NotVerified(AssertionError):
    """A deal does not hold in the model that it was found for: a fault of the program."""


class Room:
    """The deals among which a model's answers are looked for."""

    def __init__(
        self, model: PackageModel, among: Among = "all", *, most_deals: int = MOST_DEALS
    ) -> None:
        self.model, self.among = model, among
        self._most_deals = most_deals

    @cached_property
    def parties(self) -> Integers:
        """Those whose gains count: everyone whose acceptance does, or all where nobody's does."""
        counted = self.model.counted
        return counted if counted.size else np.arange(self.model.n_parties)

    @property
    def written_out(self) -> bool:
        """True where every deal is looked at."""
        return self.model.n_deals <= self._most_deals

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Groups of parties; a deal is in here if all of one group accept it."""
        if self.among == "any":
            return ((),)
        if self.among == "all":
            return (tuple(int(p) for p in self.model.counted),)
        return smallest_groups(self.model)

    @cached_property
    def everything(self) -> Enumeration:
        """All deals written out; only where :attr:`written_out`."""
        return Enumeration(self.model)

    @cached_property
    def inside(self) -> Integers:
        """Numbers of the deals in here, where all are written out."""
        return np.flatnonzero(self._mask()).astype(np.int64)

    def _mask(self) -> Booleans:
        if self.among == "any":
            return np.ones(self.model.n_deals, bool)
        if self.among == "all":
            return self.everything.accepted_by([int(p) for p in self.model.counted])
        return self.everything.stands

    @cached_property
    def totals(self) -> Integers:
        """Totals of the deals in here, (n_deals, n), where all are written out."""
        return np.ascontiguousarray(self.everything.totals[self.parties][:, self.inside].T)

    @property
    def base(self) -> Integers:
        """Where gains are counted from, (n,)."""
        return self.model.alternative[self.parties]

    # More than can be written out

    @cached_property
    def layers(self) -> tuple[Layers, ...]:
        """Issues as steps, once for each group that can agree at all."""
        made = (layers_of(self.model, group, self.parties) for group in self.groups)
        return tuple(layers for layers in made if not layers.empty)

    @cached_property
    def searches(self) -> tuple[Search, ...]:
        """The same, ready to be searched."""
        return tuple(Search(layers) for layers in self.layers)

    @cached_property
    def frontiers(self) -> tuple[Frontier, ...]:
        """The frontier of each group."""
        return tuple(frontier_of(layers) for layers in self.layers)

    @property
    def by_frontier(self) -> bool:
        """True where answers are read off the frontier."""
        return not self.written_out and self.parties.size <= FEW_PARTIES and self.frontier_whole

    @cached_property
    def frontier_whole(self) -> bool:
        """True where the frontier is known to be complete."""
        return self.written_out or not any(f.truncated for f in self.frontiers)

    @cached_property
    def frontier(self) -> Integers:
        """Efficient totals in rising order, (F, n), each once."""
        if self.written_out:
            rows = self.totals[self.is_efficient]
        else:
            empty = np.zeros((0, self.parties.size), np.int64)
            rows = np.concatenate([empty, *(f.totals for f in self.frontiers)])
            if len(self.frontiers) > 1:
                rows = rows[efficient(rows)]
        first, _ = merged(rows, np.ones(rows.shape[0], np.int64))
        return rows[first]

    @cached_property
    def is_efficient(self) -> Booleans:
        """True for the efficient among the deals in here, where all are written out."""
        return efficient(self.totals)

    @cached_property
    def n_efficient(self) -> int | None:
        """How many deals are efficient; None where deals of several groups would be mixed up."""
        if self.written_out:
            return int(self.is_efficient.sum())
        if len(self.frontiers) > 1 or not self.frontier_whole:
            return None
        return sum(int(f.counts.sum()) for f in self.frontiers)

    def deals_with(self, totals: Integers) -> tuple[Integers, bool]:
        """Deals in here with the totals of one of the rows, and whether none is left out."""
        if self.written_out:
            at = [np.flatnonzero((self.totals == row).all(axis=1)) for row in totals]
            found = np.sort(np.concatenate([np.zeros(0, np.int64), *at]))
            whole = found.size <= MOST_LISTED
            return self.everything.rows(self.inside[found[:MOST_LISTED]]), whole
        parts = [np.zeros((0, self.model.n_issues), np.int64)]
        for frontier in self.frontiers:
            for row in totals:
                for number in np.flatnonzero((frontier.totals == row).all(axis=1)):
                    parts.append(frontier.deals_at(int(number), MOST_LISTED + 1))
        deals = np.unique(np.concatenate(parts), axis=0)
        return deals[:MOST_LISTED], deals.shape[0] <= MOST_LISTED

    def verified(self, deals: Integers, totals: Integers) -> tuple[Integers, Integers]:
        """Deals in order of their option numbers with the totals of all parties, checked.

        Raises
        ------
        NotVerified
            If a deal's totals differ from those given, or it does not belong in here.
        """
        order = np.lexsort(deals.T[::-1]) if deals.size else np.arange(deals.shape[0])
        deals, totals = deals[order], totals[order]
        full = self.model.totals(deals)
        accepted = self.model.accepts(deals)
        if self.among == "all":
            belongs = bool(accepted[:, self.model.counted].all())
        else:
            belongs = self.among == "any" or bool(self.model.stands(accepted).all())
        if not belongs or (full[:, self.parties] != totals).any():
            raise NotVerified("a deal that was found does not hold when it is added up again")
        return deals, full

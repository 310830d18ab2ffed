"""All deals written out in arrays: exact counts, and everything else for models of modest size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np

from detente.maths.packages.model import (
    Booleans,
    Condition,
    FloorLine,
    Integers,
    PackageModel,
    RefusedOptions,
)

#: Deals up to which everything is written out.
MOST_DEALS = 200_000


@dataclass(frozen=True)
class Enumeration:
    """Every deal of a model, numbered with the last issue running fastest."""

    model: PackageModel

    @cached_property
    def shape(self) -> tuple[int, ...]:
        """Number of options of each issue."""
        return tuple(table.shape[0] for table in self.model.points)

    @cached_property
    def totals(self) -> Integers:
        """What each deal is worth to each party, (n_parties, n_deals)."""
        return all_totals(self.model)

    def options(self, issue: int, deals: Integers | None = None) -> Integers:
        """The option that deals take on an issue; of all deals where none are given."""
        inner = prod(self.shape[issue + 1 :])
        at = np.arange(self.model.n_deals) if deals is None else deals
        return at // inner % self.shape[issue]

    def rows(self, deals: Integers) -> Integers:
        """Deals as rows of option numbers, (n_deals, n_issues)."""
        made = np.empty((deals.size, len(self.shape)), np.int64)
        for issue in range(len(self.shape)):
            made[:, issue] = self.options(issue, deals)
        return made

    def keeps(self, line: RefusedOptions | FloorLine | Condition) -> Booleans:
        """True where a deal keeps a red line, (n_deals,)."""
        if isinstance(line, FloorLine):
            above: Booleans = self.totals[line.party] >= line.points
            return above
        if isinstance(line, RefusedOptions):
            kept: Booleans = ~line.refused[self.options(line.issue)]
            return kept
        a, b = line.issues
        held: Booleans = ~line.when[self.options(a)] | line.then[self.options(b)]
        return held

    @cached_property
    def accepts(self) -> Booleans:
        """True where a party accepts a deal, (n_parties, n_deals)."""
        made: Booleans = np.asarray(self.totals >= self.model.floors[:, None])
        for line in self.model.red_lines:
            if not isinstance(line, FloorLine):
                np.logical_and(made[line.party], self.keeps(line), out=made[line.party])
        return made

    @cached_property
    def stands(self) -> Booleans:
        """True where a deal has every veto player and the quorum, (n_deals,)."""
        return stands(self.accepts, self.model.voters, self.model.vetoes, self.model.quorum)

    def accepted_by(self, parties: Sequence[int]) -> Booleans:
        """True where all of some parties accept a deal, (n_deals,)."""
        return np.asarray(self.accepts[list(parties)].all(axis=0), bool)


def stands(accepts: Booleans, voters: Booleans, vetoes: Booleans, quorum: int) -> Booleans:
    """True where a deal stands, from who accepts it, (n_parties, n_deals)."""
    made: Booleans = accepts[voters].sum(axis=0) >= quorum
    made &= accepts[vetoes].all(axis=0)
    return made


def all_totals(model: PackageModel) -> Integers:
    """Totals of every deal, (n_parties, n_deals), the last issue running fastest."""
    made = np.zeros((model.n_parties, 1), np.int64)
    for table in model.points:
        made = (made[:, :, None] + table.T[:, None, :]).reshape(model.n_parties, -1)
    shape = tuple(table.shape[0] for table in model.points)
    for pair in model.pairs:
        (a, b), points = pair.issues, pair.points
        if a > b:
            a, b, points = b, a, points.transpose(1, 0, 2)
        outer, between, inner = prod(shape[:a]), prod(shape[a + 1 : b]), prod(shape[b + 1 :])
        grid = made.reshape(model.n_parties, outer, shape[a], between, shape[b], inner)
        grid += points.transpose(2, 0, 1)[:, None, :, None, :, None]
    return made

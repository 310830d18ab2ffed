"""What becomes of the deals of one negotiation in many draws of all its numbers.

Points, floors, what is refused and what pairs of options add may all differ from draw to draw;
who votes, who has a veto and the conditions between issues do not. Compiled where numba is
there; numpy gives the same bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np

from detente.maths.packages.model import Booleans, Condition, Floats, Integers

# Products of gains this close, as a part of their size, tie: 30 bits of 53.
_BITS = 30


@dataclass(frozen=True)
class DealDraws:
    """D draws of the numbers of a negotiation with n parties.

    Parameters
    ----------
    points : sequence of integer arrays of shape (D, n_options, n), one for each issue
    pairs : sequence of ((issue a, issue b), integer array (D, n_options a, n_options b, n))
    floors : integer array of shape (D, n)
        The least each accepts, ``NEVER`` where it asks for nothing.
    origin : integer array of shape (D, n)
        What gains are counted from.
    refusals : sequence of (party, issue, boolean array of shape (D, n_options))
    conditions : sequence of Condition
    voters, vetoes : boolean arrays of shape (n,)
    quorum : int
    scale : int
        Points of one unit; only the size of numbers depends on it.
    """

    points: Sequence[Integers]
    pairs: Sequence[tuple[tuple[int, int], Integers]]
    floors: Integers
    origin: Integers
    refusals: Sequence[tuple[int, int, Booleans]]
    conditions: Sequence[Condition]
    voters: Booleans
    vetoes: Booleans
    quorum: int
    scale: int = 1

    @cached_property
    def shape(self) -> tuple[int, ...]:
        """Number of options of each issue."""
        return tuple(int(table.shape[1]) for table in self.points)

    @cached_property
    def n_deals(self) -> int:
        """How many deals there are."""
        return prod(self.shape)

    @property
    def draws(self) -> int:
        """How many draws there are."""
        return int(self.floors.shape[0])

    @cached_property
    def counted(self) -> Booleans:
        """Parties whose acceptance counts."""
        made: Booleans = self.voters | self.vetoes
        return made

    @cached_property
    def refused(self) -> tuple[Booleans, ...]:
        """Of each issue what a party refuses, (D, n_options, n)."""
        n = self.voters.size
        made = [np.zeros((self.draws, options, n), bool) for options in self.shape]
        for party, issue, table in self.refusals:
            made[issue][:, :, party] |= table
        return tuple(made)

    def accepts(self, deals: Integers) -> Booleans:
        """True where a party accepts a deal in a draw, (D, n_deals, n); deals are rows."""
        totals = self.totals(deals)
        made: Booleans = totals >= self.floors[:, None, :]
        for issue, table in enumerate(self.refused):
            made &= ~table[:, deals[:, issue], :]
        for line in self.conditions:
            a, b = line.issues
            made[:, :, line.party] &= ~line.when[deals[:, a]] | line.then[deals[:, b]]
        return made

    def totals(self, deals: Integers) -> Integers:
        """What deals are worth, (D, n_deals, n)."""
        made = np.zeros((self.draws, deals.shape[0], self.voters.size), np.int64)
        for issue, table in enumerate(self.points):
            made += table[:, deals[:, issue], :]
        for (a, b), table in self.pairs:
            made += table[:, deals[:, a], deals[:, b], :]
        return made

    def outcomes(self, deals: Integers) -> tuple[Booleans, Booleans]:
        """Whether all whose acceptance counts accept, and whether it stands, (D, n_deals) each."""
        accepted = self.accepts(deals)
        stands = accepted[:, :, self.voters].sum(axis=2) >= self.quorum
        stands &= accepted[:, :, self.vetoes].all(axis=2)
        return np.asarray(accepted[:, :, self.counted].all(axis=2)), np.asarray(stands)


@dataclass(frozen=True)
class Settled:
    """For each draw how many deals all accept, how many stand, and Nash's deal, -1 if none.

    A deal's number counts with the last issue running fastest; of deals that tie the first.
    """

    by_all: Integers
    standing: Integers
    nash: Integers


def settle_draws(draws: DealDraws, *, compiled: bool | None = None) -> Settled:
    """Go through every deal of every draw that could stand.

    ``compiled`` says whether to use numba; by default where it is there.
    """
    if compiled is not False:
        try:
            from detente.maths.packages import drawn_deals_kernel as kernel
        except ImportError:  # numba lags behind new Python versions; numpy gives the same bits
            pass
        else:
            return Settled(*kernel.settle(draws))
    return _by_numpy(draws)


def some_stand(draws: DealDraws, *, compiled: bool | None = None) -> Booleans:
    """Whether any deal stands, (D,): as :func:`settle_draws`, and sooner."""
    if compiled is not False:
        try:
            from detente.maths.packages import drawn_deals_kernel as kernel
        except ImportError:
            pass
        else:
            return np.asarray(kernel.settle(draws, first_only=True)[1] > 0)
    return np.asarray(_by_numpy(draws).standing > 0)


def deals_from_numbers(numbers: Integers, shape: Sequence[int]) -> Integers:
    """Deals as rows of option numbers, from their own numbers."""
    return np.stack(np.unravel_index(numbers, tuple(shape)), axis=1).astype(np.int64)


def rounded(products: Floats) -> Floats:
    """Products with ties made equal."""
    fraction, exponent = np.frexp(products)
    made: Floats = np.ldexp(np.rint(np.ldexp(fraction, _BITS)), exponent - _BITS)
    return made


def _by_numpy(draws: DealDraws) -> Settled:
    count = draws.draws
    by_all, standing = np.zeros(count, np.int64), np.zeros(count, np.int64)
    nash = np.full(count, -1, np.int64)
    every = deals_from_numbers(np.arange(draws.n_deals), draws.shape)
    counted = np.flatnonzero(draws.counted)
    for at in range(count):
        one = _one(draws, at)
        all_accept, stands = (found[0] for found in one.outcomes(every))
        by_all[at], standing[at] = all_accept.sum(), stands.sum()
        deals = np.flatnonzero(all_accept)
        gains = one.totals(every[deals])[0] - one.origin[0]
        product = np.ones(deals.size)
        for party in counted:
            product = np.where(gains[:, party] > 0, product * (gains[:, party] / draws.scale), 0.0)
        product = rounded(product)
        if product.size and product.max() > 0 and counted.size:
            nash[at] = deals[int(np.argmax(product))]
    return Settled(by_all, standing, nash)


def _one(draws: DealDraws, at: int) -> DealDraws:
    part = slice(at, at + 1)
    return DealDraws(
        [table[part] for table in draws.points],
        [(between, table[part]) for between, table in draws.pairs],
        draws.floors[part], draws.origin[part],
        [(party, issue, table[part]) for party, issue, table in draws.refusals],
        draws.conditions, draws.voters, draws.vetoes, draws.quorum, draws.scale,
    )  # fmt: skip

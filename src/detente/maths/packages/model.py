"""A negotiation over several issues, as integers; no object is ever made for one outcome.

A *deal* takes one option of every issue; deals are rows of option numbers, (n_deals, n_issues).
A party's total is the sum of its points for the options, plus what pairs of options add. It
accepts a deal that is worth at least its floor and breaks none of its own red lines. A deal
*stands* if every veto player and at least ``quorum`` voters accept it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

#: Less than any total: the floor of a party that asks for nothing.
NEVER = -(1 << 60)
#: Totals beyond this could overflow where they are weighted or added up.
MOST_POINTS = 1 << 52


@dataclass(frozen=True)
class RefusedOptions:
    """A red line: ``party`` accepts no deal with these options, (n_options,) of ``issue``."""

    party: int
    issue: int
    refused: Booleans


@dataclass(frozen=True)
class FloorLine:
    """A red line: ``party`` accepts no deal worth less than ``points`` to it."""

    party: int
    points: int


@dataclass(frozen=True)
class Condition:
    """A red line: with an option of ``when``, ``party`` accepts only those of ``then``."""

    party: int
    issues: tuple[int, int]
    when: Booleans
    then: Booleans


@dataclass(frozen=True)
class Pair:
    """What pairs of options of two issues add, (n_options a, n_options b, n_parties)."""

    issues: tuple[int, int]
    points: Integers


RedLine = RefusedOptions | FloorLine | Condition


@dataclass(frozen=True)
class PackageModel:
    """Issues, parties, what they ask for, and when a deal stands.

    Parameters
    ----------
    points : tuple of integer arrays of shape (n_options, n_parties)
        One for each issue.
    alternative : integer array of shape (n_parties,)
        What no agreement is worth; gains are counted from here.
    has_alternative : boolean array of shape (n_parties,)
        False: the party would take any deal that breaks none of its red lines, and its gains
        are counted from the number in ``alternative`` all the same.
    red_lines : tuple of RefusedOptions, FloorLine or Condition
        In a fixed order, so that they can be named by number.
    pairs : tuple of Pair
    voters, vetoes : boolean arrays of shape (n_parties,)
    quorum : int
        How many voters must accept, those with a veto included.

    Raises
    ------
    ValueError
        If shapes do not fit, an issue has no options, or totals could overflow.
    """

    points: tuple[Integers, ...]
    alternative: Integers
    has_alternative: Booleans
    voters: Booleans
    vetoes: Booleans
    quorum: int
    red_lines: tuple[RedLine, ...] = ()
    pairs: tuple[Pair, ...] = ()

    def __post_init__(self) -> None:
        n = self.n_parties
        for name in ("has_alternative", "voters", "vetoes"):
            if getattr(self, name).shape != (n,):
                raise ValueError(f"{name} needs {n} values, one a party")
        for number, table in enumerate(self.points):
            if table.ndim != 2 or table.shape[0] < 1 or table.shape[1] != n:
                raise ValueError(f"points[{number}] has shape {table.shape}; needs (options, {n})")
        for line in self.red_lines:
            if isinstance(line, RefusedOptions):
                self._fits(line.refused.shape, (line.issue,))
            elif isinstance(line, Condition):
                self._fits(line.when.shape + line.then.shape, line.issues)
        for pair in self.pairs:
            self._fits(pair.points.shape[:2], pair.issues)
            if pair.issues[0] == pair.issues[1] or pair.points.shape[2] != n:
                raise ValueError(f"a pair table of {pair.issues} needs two issues and {n} parties")
        largest = sum(int(np.abs(table).max(initial=0)) for table in self.points)
        largest += sum(int(np.abs(pair.points).max(initial=0)) for pair in self.pairs)
        largest += int(np.abs(self.alternative).max(initial=0))
        if largest > MOST_POINTS:
            raise ValueError("points are too large to be added exactly; use a smaller scale")

    def _fits(self, shape: tuple[int, ...], issues: tuple[int, ...]) -> None:
        if shape != tuple(self.points[issue].shape[0] for issue in issues):
            raise ValueError(f"a table of shape {shape} does not fit the options of {issues}")

    @property
    def n_parties(self) -> int:
        """How many parties there are."""
        return int(self.alternative.size)

    @property
    def n_issues(self) -> int:
        """How many issues there are."""
        return len(self.points)

    @cached_property
    def n_deals(self) -> int:
        """How many deals there are, acceptable or not."""
        return prod(table.shape[0] for table in self.points)

    @cached_property
    def counted(self) -> Integers:
        """Numbers of the parties whose acceptance counts: voters and veto players."""
        return np.flatnonzero(self.voters | self.vetoes).astype(np.int64)

    @cached_property
    def floors(self) -> Integers:
        """The least a party accepts: its alternative or its highest floor, else ``NEVER``."""
        floors = np.where(self.has_alternative, self.alternative, NEVER).astype(np.int64)
        for line in self.red_lines:
            if isinstance(line, FloorLine):
                floors[line.party] = max(floors[line.party], line.points)
        return floors

    def totals(self, deals: Integers) -> Integers:
        """What each deal is worth to each party, (n_deals, n_parties)."""
        made = np.zeros((deals.shape[0], self.n_parties), np.int64)
        for issue, table in enumerate(self.points):
            made += table[deals[:, issue]]
        for pair in self.pairs:
            a, b = pair.issues
            made += pair.points[deals[:, a], deals[:, b]]
        return made

    def keeps(self, deals: Integers) -> Booleans:
        """True where a deal keeps a red line, (n_deals, n_red_lines)."""
        kept = np.ones((deals.shape[0], len(self.red_lines)), bool)
        totals = self.totals(deals)
        for number, line in enumerate(self.red_lines):
            if isinstance(line, FloorLine):
                kept[:, number] = totals[:, line.party] >= line.points
            elif isinstance(line, RefusedOptions):
                kept[:, number] = ~line.refused[deals[:, line.issue]]
            else:
                a, b = line.issues
                kept[:, number] = ~line.when[deals[:, a]] | line.then[deals[:, b]]
        return kept

    def accepts(self, deals: Integers) -> Booleans:
        """True where a party accepts a deal, (n_deals, n_parties)."""
        made: Booleans = self.totals(deals) >= self.floors
        kept = self.keeps(deals)
        for number, line in enumerate(self.red_lines):
            made[:, line.party] &= kept[:, number]
        return made

    def stands(self, accepted: Booleans) -> Booleans:
        """True where a deal stands, given who accepts it, (n_deals, n_parties)."""
        enough: Booleans = accepted[:, self.voters].sum(axis=1) >= self.quorum
        enough &= accepted[:, self.vetoes].all(axis=1)
        return enough

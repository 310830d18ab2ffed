"""All efficient deals by going through the issues one by one.

Of two beginnings that leave the same state, one that is dominated can be part of no efficient
deal, whatever follows; and one that cannot reach a floor any more can be dropped. Both are exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from detente.maths.packages.dominance import efficient, is_packable, merged
from detente.maths.packages.layers import Layers, best_after, placed
from detente.maths.packages.model import NEVER, Booleans, Integers

#: Beginnings kept at once; more are cut off and the answer says so.
MOST_POINTS = 300_000
_FEW_STATES = 24

_Goal = tuple[int, Integers, tuple[int, ...]]


@dataclass(frozen=True)
class _Kept:
    """Beginnings after a step: state (N,), totals (N, n), how many of each, and their origin."""

    state: Integers
    totals: Integers
    counts: Integers
    before: Integers
    option: Integers


@dataclass(frozen=True)
class Frontier:
    """Efficient totals of the counted parties in rising order, (F, n), and deals that give them.

    ``counts`` (F,) says how many deals give the same totals (as floats beyond 2^53 they would
    not be exact; they are integers). ``truncated``: beginnings were cut off, so that efficient
    deals may be missing and some of these may not be efficient.
    """

    totals: Integers
    counts: Integers
    truncated: bool
    layers: Layers
    kept: tuple[_Kept, ...]

    def deals(self) -> Integers:
        """One deal for each of the totals, (F, n_issues)."""
        at = np.arange(self.totals.shape[0])
        chosen = np.empty((at.size, len(self.kept)), np.int64)
        for column in reversed(range(len(self.kept))):
            chosen[:, column] = self.kept[column].option[at]
            at = self.kept[column].before[at]
        return placed(self.layers, chosen)

    def deals_at(self, number: int, most: int) -> Integers:
        """Deals with the totals of a row, at most ``most``, (n_deals, n_issues)."""
        if not self.kept:
            return placed(self.layers, np.zeros((1, 0), np.int64))
        goals: list[_Goal] = [(0, self.totals[number], ())]
        for column in range(len(self.kept) - 1, -1, -1):
            # Every goal is reached by some beginning, so cutting here leaves as many at the end.
            goals = [made for goal in goals for made in self._origins(column, *goal)][:most]
        chosen = np.array([goal[2] for goal in goals], np.int64).reshape(len(goals), -1)
        return placed(self.layers, chosen)

    def _origins(
        self, column: int, state: int, total: Integers, after: tuple[int, ...]
    ) -> list[_Goal]:
        """Beginnings before a step that lead to a state and totals, with the options from there."""
        before, option = np.nonzero(self.layers.steps[column].then == state)
        rests = total - self.layers.steps[column].adds[before, option]
        found: list[_Goal] = []
        for b, o, rest in zip(before.tolist(), option.tolist(), rests, strict=True):
            if self._key(b, rest) in self._keys[column]:
                found.append((b, rest, (o, *after)))
        return found

    @staticmethod
    def _key(state: int, totals: Integers) -> bytes:
        return state.to_bytes(8, "little") + totals.tobytes()

    @cached_property
    def _keys(self) -> tuple[set[bytes], ...]:
        """Per step, the beginnings before it."""
        start = {self._key(0, np.zeros(self.layers.parties.size, np.int64))}
        return (
            start,
            *(
                {self._key(s, t) for s, t in zip(k.state.tolist(), k.totals, strict=True)}
                for k in self.kept[:-1]
            ),
        )


def frontier_of(layers: Layers, *, most: int = MOST_POINTS) -> Frontier:
    """Efficient deals among those of the layers that reach ``layers.least``.

    Parameters
    ----------
    most : int
        Beginnings kept after a step. Where there are more, those with the largest sums of
        shares of each party's best are kept, and the answer is marked as truncated.
    """
    n = layers.parties.size
    now = _Kept(
        np.zeros(1, np.int64), np.zeros((1, n), np.int64), np.ones(1, np.int64),
        np.zeros(1, np.int64), np.zeros(1, np.int64),
    )  # fmt: skip
    kept: list[_Kept] = []
    truncated = False
    ahead = best_after(layers)
    for column, step in enumerate(layers.steps):
        grown = _grown(now, step.then, step.adds, ahead[column + 1], layers.least)
        one_state = not grown.state.any()
        # Putting rows in order costs much where numbers are large, but then few rows are equal.
        late = one_state and not is_packable(grown.totals)
        if late:
            stays = efficient(grown.totals)
            grown = _at(grown, np.flatnonzero(stays), grown.counts[stays])
        first, counts = merged(np.c_[grown.state, grown.totals], grown.counts)
        grown = _at(grown, first, counts)
        if not late:
            stays = _efficient_by_state(grown)
            grown = _at(grown, np.flatnonzero(stays), grown.counts[stays])
        if grown.state.size > most:
            truncated = True
            hopes = grown.totals + ahead[column + 1][grown.state]
            shares = (hopes / np.maximum(1, hopes.max(axis=0) - hopes.min(axis=0))).sum(axis=1)
            best = np.sort(np.argsort(-shares, kind="stable")[:most])
            grown = _at(grown, best, grown.counts[best])
        kept.append(grown)
        now = grown
    return Frontier(now.totals, now.counts, truncated, layers, tuple(kept))


def _grown(now: _Kept, then: Integers, adds: Integers, ahead: Integers, least: Integers) -> _Kept:
    parts: list[tuple[Integers, Integers, Integers]] = []
    for option in range(then.shape[1]):
        after = then[now.state, option]
        totals = now.totals + adds[now.state, option]
        fits = (after >= 0) & (totals + ahead[after] >= least).all(axis=1)
        # A state from which nothing follows has NEVER ahead and a party without a floor too.
        fits &= (ahead[after] > NEVER // 2).all(axis=1)
        at = np.flatnonzero(fits)
        parts.append((at, after[at], totals[at]))
    at = np.concatenate([p[0] for p in parts] or [np.zeros(0, np.int64)])
    sizes = [p[0].size for p in parts]
    return _Kept(
        np.concatenate([p[1] for p in parts] or [np.zeros(0, np.int64)]),
        np.concatenate([p[2] for p in parts] or [now.totals[:0]]),
        now.counts[at],
        at,
        np.repeat(np.arange(len(parts)), sizes),
    )


def _at(kept: _Kept, places: Integers, counts: Integers) -> _Kept:
    return _Kept(
        kept.state[places], kept.totals[places], counts, kept.before[places], kept.option[places]
    )


def _efficient_by_state(kept: _Kept) -> Booleans:
    if kept.state.size == 0 or kept.state[0] == kept.state[-1]:
        # Rows are ordered by state, so all have the same one.
        return efficient(kept.totals)
    starts = np.flatnonzero(np.r_[True, kept.state[1:] != kept.state[:-1]])
    if starts.size > _FEW_STATES:
        # A row with another state is better in one of the two first columns, worse in the other.
        return efficient(np.c_[kept.state, -kept.state, kept.totals])
    stays = np.zeros(kept.state.size, bool)
    for first, last in zip(starts, np.r_[starts[1:], kept.state.size], strict=True):
        stays[first:last] = efficient(kept.totals[first:last])
    return stays

"""A distribution of outcomes on a scale of 0 to 100, cut into cells one point wide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from detente.maths.pressure.weights import Floats

Ints = npt.NDArray[np.int64]

#: Cell k holds what rounds to k (halves to the even number, so that 0 and 100 mirror).
PLACES: Floats = np.arange(101.0)
#: Levels at which :func:`asked_for` looks.
LEVELS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
# Sums of masses are rounded: so much less than what is asked for is as much.
_NEAR = 1e-9


@dataclass(frozen=True)
class Settlement:
    """Where one issue, or each of many, may end: a mass for each whole number from 0 to 100.

    Parameters
    ----------
    masses : array of shape (..., 101)
        Sum to 1 along the last axis; nan throughout where nothing can be said.
    asked : tuple of pairs of float
        What an interval has to hold so that intervals of a level hold the level on average, as
        (level, asked); see :func:`asked_for`. Empty: the level itself.

    Examples
    --------
    >>> masses = np.zeros(101)
    >>> masses[[0, 50, 100]] = 0.25, 0.6, 0.15
    >>> one = Settlement(masses)
    >>> float(one.mean), float(one.quantile(0.5)), one.interval(0.8).tolist()
    (45.0, 50.0, [0.0, 50.0])
    """

    masses: Floats
    asked: tuple[tuple[float, float], ...] = field(default=())

    def __post_init__(self) -> None:
        if self.masses.shape[-1:] != (101,):
            raise ValueError(f"masses are of shape (..., 101), not {self.masses.shape}")

    @property
    def mean(self) -> Floats:
        """The mean, of shape (...)."""
        return np.asarray(self.masses @ PLACES)

    def cdf(self, x: npt.ArrayLike) -> Floats:
        """The chance of ending at x or below, in whole cells; x broadcasts to (...)."""
        at = np.floor(np.clip(np.asarray(x, dtype=np.float64), -1, 100)).astype(np.int64)
        sums = np.concatenate(
            [np.zeros((*self.masses.shape[:-1], 1)), np.cumsum(self.masses, axis=-1)], axis=-1
        )
        shape = np.broadcast_shapes(sums.shape[:-1], at.shape)
        sums = np.broadcast_to(sums, (*shape, 102))
        places = np.broadcast_to(at, shape)[..., None] + 1
        return np.asarray(np.minimum(np.take_along_axis(sums, places, axis=-1)[..., 0], 1.0))

    def quantile(self, q: float) -> Floats:
        """The least place at or below which a chance of at least q lies; shape (...)."""
        if not 0 < q < 1:
            raise ValueError(f"a quantile lies between 0 and 1, not at {q}")
        at = (np.cumsum(self.masses, axis=-1) >= q - _NEAR).argmax(axis=-1).astype(np.float64)
        return np.asarray(np.where(np.isnan(self.masses).any(axis=-1), np.nan, at))

    def interval(self, level: float) -> Floats:
        """The shortest interval for a level: lower and upper end, of shape (..., 2).

        Not central: one end is often an end of the scale. Of equally short intervals the one
        with the greatest mass counts, of those the lowest.
        """
        if not 0 < level < 1:
            raise ValueError(f"a level lies between 0 and 1, not at {level}")
        least = self._asked(level)
        flat = self.masses.reshape(-1, 101)
        most, start = _greatest_masses(flat)
        width = (most >= least - _NEAR).argmax(axis=1)
        low = start[np.arange(len(flat)), width]
        ends = np.stack([low, low + width], axis=-1).astype(np.float64)
        ends[np.isnan(flat).any(axis=1)] = np.nan
        return np.asarray(ends.reshape(*self.masses.shape[:-1], 2))

    def nested(
        self, levels: Sequence[float], first: float = 0.8
    ) -> tuple[tuple[float, float], ...]:
        """Intervals of one distribution for levels that rise, each inside the next.

        The one for ``first`` is the shortest; a lower level has the shortest inside that, a
        higher one the shortest around it. Shortest intervals by themselves need not lie inside
        each other where the masses have several heaps.

        Raises
        ------
        ValueError
            If there are several distributions, or the levels do not rise.
        """
        if self.masses.shape != (101,) or list(levels) != sorted(set(levels)):
            raise ValueError("nested intervals are of one distribution, for levels that rise")
        made = {first: _ends(self.interval(first))}
        for level in sorted((x for x in levels if x < first), reverse=True):
            made[level] = self._within(level, made[min(x for x in made if x > level)])
        for level in (x for x in levels if x > first):
            made[level] = self._around(level, made[max(x for x in made if x < level)])
        return tuple(made[level] for level in levels)

    def _within(self, level: float, outer: tuple[float, float]) -> tuple[float, float]:
        inside = (outer[0] <= PLACES) & (outer[1] >= PLACES)
        kept = Settlement(np.where(inside, self.masses, 0.0), self.asked)
        return _ends(kept.interval(level))

    def _around(self, level: float, inner: tuple[float, float]) -> tuple[float, float]:
        sums = np.concatenate([[0.0], np.cumsum(self.masses)])
        lows, highs = np.arange(int(inner[0]) + 1), np.arange(int(inner[1]), 101)
        held = sums[highs + 1] - sums[lows][:, None]
        enough = held >= min(self._asked(level), float(held.max())) - _NEAR
        width = np.where(enough, highs - lows[:, None], 101)
        # Of equally short ones the one with the greatest mass, of those the lowest.
        best = np.lexsort((np.round(-held, 12).ravel(), width.ravel()))[0]
        low, high = divmod(int(best), len(highs))
        return float(lows[low]), float(highs[high])

    def _asked(self, level: float) -> float:
        if not self.asked:
            return level
        levels, asked = zip((0.0, 0.0), *self.asked, (1.0, 1.0), strict=True)
        return float(np.interp(level, levels, asked))

    def sample(self, rng: np.random.Generator, size: int) -> Floats:
        """Whole numbers drawn from each distribution, of shape (size, ...).

        Raises
        ------
        ValueError
            If nothing can be said of one of them.
        """
        if np.isnan(self.masses).any():
            raise ValueError("no distribution to draw from where nobody has a position")
        sums = np.cumsum(self.masses.reshape(-1, 101), axis=1)
        draws = rng.random((len(sums), size)) * sums[:, -1:]
        found = [np.searchsorted(s, d, side="right") for s, d in zip(sums, draws, strict=True)]
        places = np.minimum(np.array(found, dtype=np.float64).reshape(len(sums), size), 100.0)
        return np.asarray(places.T.reshape(size, *self.masses.shape[:-1]))


def _ends(interval: Floats) -> tuple[float, float]:
    low, high = interval
    return float(low), float(high)


def asked_for(masses: Floats, levels: Sequence[float] = LEVELS) -> tuple[tuple[float, float], ...]:
    """What to ask of shortest intervals so that on average over rows they hold each level.

    Masses come in lumps, so the shortest interval that holds at least 80 % holds more, by how
    much differing from row to row. Asking for a little less makes up for it on average. No
    outcome is looked at.

    Parameters
    ----------
    masses : array of shape (n, 101)
        What was predicted for issues of the population.
    levels : sequence of float
        Levels between 0 and 1.

    Returns
    -------
    tuple of pairs
        (level, asked), in the order of the levels.
    """
    most, _ = _greatest_masses(masses)
    steps = np.arange(0.005, 1.0, 0.005)
    held = np.array([_held(most, step) for step in steps])
    return tuple(
        (float(level), round(float(steps[np.abs(held - level).argmin()]), 3)) for level in levels
    )


def _held(most: Floats, least: float) -> float:
    width = (most >= least - _NEAR).argmax(axis=1)
    return float(most[np.arange(len(most)), width].mean())


def _greatest_masses(masses: Floats) -> tuple[Floats, Ints]:
    """For rows and widths from 0 to 100: the greatest mass an interval holds, and where from."""
    sums = np.concatenate([np.zeros((len(masses), 1)), np.cumsum(masses, axis=1)], axis=1)
    most = np.empty((len(masses), 101))
    start = np.empty((len(masses), 101), dtype=np.int64)
    row = np.arange(len(masses))
    for width in range(101):
        held = sums[:, width + 1 :] - sums[:, : 101 - width]
        # Rounded, so that which of equal masses comes first does not hang on the last bit.
        start[:, width] = np.round(held, 12).argmax(axis=1)
        most[:, width] = held[row, start[:, width]]
    return most, start

"""Scenario discovery: boxes of the uncertain numbers in which an outcome is common.

PRIM, the patient rule induction method of J. H. Friedman and N. I. Fisher, Statistics and
Computing 9 (1999): a box round all draws is peeled, a little at a time, on the side that leaves
the outcome most common; then pasted, where widening makes it commoner still. The measures of a
box are those of B. P. Bryant and R. J. Lempert, Technological Forecasting and Social Change 77
(2010): coverage (how much of the outcome lies in it), density (how common it is there), and for
each side that is cut a quasi-p-value (how easily chance would make the cut look as good).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]

_PEEL, _PASTE = 0.05, 0.01
# A side that chance would cut as well more often than this is no part of the story.
_BY_CHANCE = 0.05
# A box that adds less of the outcome than this is not worth a sentence.
_LEAST_ADDED = 0.1


@dataclass(frozen=True)
class Box:
    """``low`` and ``high`` (n_numbers,), infinite where nothing is cut, both ends inside.

    ``coverage`` is the share of draws with the outcome that lie in the box, ``density`` the
    share of draws in the box that have it, ``mass`` the share of draws in the box; ``by_chance``
    (n_numbers,) the quasi-p-values, nan where nothing is cut.
    """

    low: Floats
    high: Floats
    coverage: float
    density: float
    mass: float
    by_chance: Floats

    @property
    def cut(self) -> list[int]:
        """Numbers that the box cuts."""
        return np.flatnonzero(np.isfinite(self.low) | np.isfinite(self.high)).tolist()


def boxes(
    numbers: npt.ArrayLike, outcome: npt.ArrayLike, *, most: int = 3, least_mass: float = 0.05
) -> list[Box]:
    """Boxes one after the other, each found among the draws that no earlier one holds.

    Parameters
    ----------
    numbers : array of shape (n_draws, n_numbers)
    outcome : boolean array of shape (n_draws,)
    most : int
        Boxes to look for at the most.
    least_mass : float
        Share of all draws that a box must hold.

    Returns
    -------
    list of Box
        A later box is measured on the draws that no earlier one holds, its coverage as a share
        of the outcome in all draws; none adds less than a tenth. Nothing where no box makes the
        outcome commoner than it is anyway, or where it always or never comes.

    Raises
    ------
    ValueError
        If shapes do not fit.
    """
    drawn, wanted = np.asarray(numbers, dtype=float), np.asarray(outcome, dtype=bool)
    if drawn.ndim != 2 or wanted.shape != drawn.shape[:1]:
        raise ValueError(f"numbers {drawn.shape} and outcome {wanted.shape} do not fit")
    made: list[Box] = []
    left = np.ones(wanted.size, bool)
    usual = wanted.mean() if wanted.size else 0.0
    while len(made) < most and 0 < usual < 1 and wanted[left].any() and not wanted[left].all():
        if left.mean() <= 2 * least_mass:
            break
        path = trajectory(drawn[left], wanted[left], least_mass=least_mass / left.mean())
        low, high = _best(drawn[left], wanted[left], path)
        low, high = _without_chance(drawn[left], wanted[left], low, high)
        low, high = _pasted(drawn[left], wanted[left], low, high)
        box = measured(drawn[left], wanted[left], low, high)
        share = wanted[left].sum() / wanted.sum()
        box = replace(box, coverage=box.coverage * share, mass=box.mass * left.mean())
        if not box.cut or box.density <= usual or box.coverage < _LEAST_ADDED:
            break
        made.append(box)
        left[inside(drawn, low, high)] = False
    return made


def inside(numbers: Floats, low: Floats, high: Floats) -> Booleans:
    """Which draws lie in a box, (n_draws,)."""
    return np.asarray(((numbers >= low) & (numbers <= high)).all(axis=1), dtype=np.bool_)


def measured(numbers: Floats, outcome: Booleans, low: Floats, high: Floats) -> Box:
    """A box with its measures on these draws."""
    within = inside(numbers, low, high)
    hits = int((within & outcome).sum())
    return Box(
        low,
        high,
        hits / max(1, int(outcome.sum())),
        hits / max(1, int(within.sum())),
        float(within.mean()),
        _by_chance(numbers, outcome, low, high),
    )


def trajectory(
    numbers: Floats, outcome: Booleans, *, least_mass: float
) -> list[tuple[Floats, Floats]]:
    """Boxes of one peeling, from the whole to the smallest, as low and high ends."""
    n_draws, n_numbers = numbers.shape
    low, high = np.full(n_numbers, -np.inf), np.full(n_numbers, np.inf)
    made = [(low.copy(), high.copy())]
    rows = np.arange(n_draws)
    while True:
        here, hit = numbers[rows], outcome[rows]
        if hit.all():
            return made
        best: tuple[float, int, bool, float] | None = None
        for number in range(n_numbers):
            for upper in (False, True):
                edge = _edge(here[:, number], upper, _PEEL)
                if edge is None:
                    continue
                keep = here[:, number] <= edge if upper else here[:, number] >= edge
                if keep.sum() < max(1.0, least_mass * n_draws):
                    continue
                density = float(hit[keep].mean())
                if best is None or density > best[0]:
                    best = density, number, upper, edge
        if best is None:
            return made
        _, number, upper, edge = best
        (high if upper else low)[number] = edge
        rows = rows[here[:, number] <= edge] if upper else rows[here[:, number] >= edge]
        made.append((low.copy(), high.copy()))


def _edge(column: Floats, upper: bool, part: float) -> float | None:
    """The outermost value kept where a part of the draws, and all that tie with them, go."""
    ordered = np.sort(column)
    count = max(1, int(part * ordered.size))
    if upper:
        rest = ordered[ordered < ordered[-count]]
        return float(rest[-1]) if rest.size else None
    rest = ordered[ordered > ordered[count - 1]]
    return float(rest[0]) if rest.size else None


def _best(
    numbers: Floats, outcome: Booleans, path: list[tuple[Floats, Floats]]
) -> tuple[Floats, Floats]:
    """The box of a trajectory that is large and dense: the one with the most hits beyond chance.

    That is the weighted relative accuracy of N. Lavrač, P. Flach and B. Zupan (ILP 1999); it is
    largest at the very box, where the outcome comes in one box and nowhere else.
    """
    scores = []
    for low, high in path:
        within = inside(numbers, low, high)
        scores.append((within & outcome).sum() - outcome.mean() * within.sum())
    return path[int(np.argmax(scores))]


def _pasted(numbers: Floats, outcome: Booleans, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """A box widened side by side for as long as the outcome becomes no rarer in it."""
    low, high = low.copy(), high.copy()
    while True:
        within = inside(numbers, low, high)
        size = int(within.sum())
        density = float(outcome[within].mean())
        best: tuple[float, int, bool, float] | None = None
        for number in np.flatnonzero(np.isfinite(low) | np.isfinite(high)).tolist():
            for upper in (False, True):
                end = high[number] if upper else low[number]
                if not np.isfinite(end):
                    continue
                wide_low, wide_high = low.copy(), high.copy()
                wide_low[number], wide_high[number] = (
                    (low[number], np.inf) if upper else (-np.inf, high[number])
                )
                column = numbers[inside(numbers, wide_low, wide_high), number]
                beyond = np.sort(column[column > end] if upper else -column[column < end])
                if not beyond.size:
                    continue
                edge = beyond[min(beyond.size, max(1, int(_PASTE * size))) - 1]
                edge = float(edge if upper else -edge)
                (wide_high if upper else wide_low)[number] = edge
                more = inside(numbers, wide_low, wide_high)
                made = float(outcome[more].mean())
                if made >= density and (best is None or made > best[0]):
                    best = made, number, upper, edge
        if best is None:
            return low, high
        _, number, upper, edge = best
        (high if upper else low)[number] = edge


def _without_chance(
    numbers: Floats, outcome: Booleans, low: Floats, high: Floats
) -> tuple[Floats, Floats]:
    """A box without the cuts that chance would make as well, the weakest taken away first."""
    low, high = low.copy(), high.copy()
    while True:
        chance = _by_chance(numbers, outcome, low, high)
        if np.isnan(chance).all() or np.nanmax(chance) <= _BY_CHANCE:
            return low, high
        worst = int(np.nanargmax(chance))
        low[worst], high[worst] = -np.inf, np.inf


def _by_chance(numbers: Floats, outcome: Booleans, low: Floats, high: Floats) -> Floats:
    """Quasi-p-values: the chance of as many hits in the box if a cut changed nothing."""
    from scipy.stats import binom

    within = inside(numbers, low, high)
    size, hits = int(within.sum()), int((within & outcome).sum())
    made = np.full(low.size, np.nan)
    for number in np.flatnonzero(np.isfinite(low) | np.isfinite(high)).tolist():
        without_low, without_high = low.copy(), high.copy()
        without_low[number], without_high[number] = -np.inf, np.inf
        wider = inside(numbers, without_low, without_high)
        made[number] = binom.sf(hits - 1, size, outcome[wider].mean())
    return made

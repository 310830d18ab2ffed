"""Sobol' indices: which share of the spread of an answer each number brings about.

I. M. Sobol', Mathematics and Computers in Simulation 55 (2001); A. Saltelli and others, Computer
Physics Communications 181 (2010), for the design and the estimators. The analysis is SALib's.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

import numpy as np
import numpy.typing as npt

from detente.errors import MissingExtra

Floats = npt.NDArray[np.float64]

_RESAMPLES = 200


@dataclass(frozen=True)
class SobolIndices:
    """Shares of the variance, each (n_numbers,).

    ``first`` is what a number does by itself, ``total`` what it does by itself and together with
    others. Margins are half-widths of intervals at 95 % by resampling the base points.
    """

    first: Floats
    first_margin: Floats
    total: Floats
    total_margin: Floats


def saltelli_points(n_numbers: int, n_base: int, seed: int) -> Floats:
    """Points of Saltelli's design in the unit cube, (n_base × (n_numbers + 2), n_numbers).

    A row of one scrambled Sobol' sequence, then that row with each number in turn taken from
    a second one, then the second row; this for each of ``n_base`` rows.

    Raises
    ------
    ValueError
        If ``n_base`` is not a power of two: the sequence is balanced for those only.
    """
    from scipy.stats import qmc

    if n_numbers < 1 or n_base < 2 or n_base & (n_base - 1):
        raise ValueError(f"{n_base} base points are no power of two above 1, or no numbers given")
    both = qmc.Sobol(2 * n_numbers, scramble=True, seed=seed).random(n_base)
    first, second = both[:, :n_numbers], both[:, n_numbers:]
    made = np.repeat(first[:, None, :], n_numbers + 2, axis=1)
    each = np.arange(n_numbers)
    made[:, each + 1, each] = second
    made[:, -1] = second
    return np.ascontiguousarray(made.reshape(-1, n_numbers), dtype=np.float64)


def sobol_indices(answers: npt.ArrayLike, n_numbers: int, seed: int) -> SobolIndices | None:
    """The indices from the answers at the points of :func:`saltelli_points`, in their order.

    None if the answer is the same at every point: then there is no spread to share out.

    Raises
    ------
    ValueError
        If the answers are not as many as the points, or one of them is not finite.
    MissingExtra
        If SALib is not installed (extra ``sensitivity``).
    """
    told = np.asarray(answers, dtype=np.float64)
    if told.ndim != 1 or not told.size or told.size % (n_numbers + 2):
        raise ValueError(f"{told.shape} answers do not fit {n_numbers} numbers")
    if not np.isfinite(told).all():
        raise ValueError("an answer is not a finite number")
    sobol = _analysis()
    if np.ptp(told) <= 1e-12 * max(1.0, float(np.abs(told).max())):
        return None
    problem = {
        "num_vars": n_numbers,
        "names": [str(number) for number in range(n_numbers)],
        "bounds": [[0.0, 1.0]] * n_numbers,
    }
    # SALib takes 0 for "no seed" and would draw from the global state; this is never 0.
    resampling = 1 + int(np.random.SeedSequence([seed, 1]).generate_state(1)[0])
    made = sobol.analyze(
        problem, told, calc_second_order=False, num_resamples=_RESAMPLES, seed=resampling
    )
    return SobolIndices(
        *(np.array(made[name], dtype=float) for name in ("S1", "S1_conf", "ST", "ST_conf"))
    )


def _analysis() -> ModuleType:
    try:
        from SALib.analyze import sobol
    except ImportError:
        raise MissingExtra("SALib", "sensitivity", "Sobol' indices") from None
    module: ModuleType = sobol
    return module

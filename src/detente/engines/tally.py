"""What is kept of many draws: counts, sums, extremes, and the rows of the first few.

Tallies of parts of a run are added to the tally of the whole. Integers and exact sums make that
independent of how the run was cut; rows stand in the order of the draws when the parts are added
in their order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from detente.engines.exact_sums import ExactSums

Arrays = dict[str, NDArray[Any]]
"""Named arrays: what a chunk answers with, and what lies in its file."""


@dataclass(slots=True)
class Tally:
    """Counts, sums, extremes and rows of some draws, each by name.

    Parameters
    ----------
    draws : int
        How many draws it is about.
    counts : dict of int64 arrays
        In how many draws something was so; also histograms, as counts of bins.
    sums : dict of ExactSums
        Sums over the draws.
    lowest, highest : dict of arrays
        Entry by entry over the draws.
    rows : dict of arrays
        First axis: the kept draws in order.
    """

    draws: int = 0
    counts: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    sums: dict[str, ExactSums] = field(default_factory=dict)
    lowest: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    highest: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    rows: dict[str, NDArray[Any]] = field(default_factory=dict)

    def to_arrays(self) -> Arrays:
        """Return everything as named arrays."""
        arrays: Arrays = {"draws": np.array(self.draws, np.int64)}
        arrays |= {f"count/{name}": array for name, array in self.counts.items()}
        arrays |= {f"sum/{name}": sums.limbs() for name, sums in self.sums.items()}
        arrays |= {f"lowest/{name}": array for name, array in self.lowest.items()}
        arrays |= {f"highest/{name}": array for name, array in self.highest.items()}
        return arrays | {f"row/{name}": array for name, array in self.rows.items()}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Tally:
        """Return the tally that :meth:`to_arrays` was taken of."""
        parts: dict[str, Arrays] = {}
        for key, array in arrays.items():
            kind, _, name = key.partition("/")
            parts.setdefault(kind, {})[name] = array
        return cls(
            int(arrays["draws"]),
            parts.get("count", {}),
            {name: ExactSums.from_limbs(limbs) for name, limbs in parts.get("sum", {}).items()},
            parts.get("lowest", {}),
            parts.get("highest", {}),
            parts.get("row", {}),
        )


def tally(
    draws: int,
    *,
    counts: Mapping[str, ArrayLike] | None = None,
    sums: Mapping[str, ArrayLike] | None = None,
    extremes: Mapping[str, ArrayLike] | None = None,
    rows: Mapping[str, ArrayLike] | None = None,
) -> Tally:
    """Make the tally of one block of draws.

    Parameters
    ----------
    draws : int
        How many draws the block has.
    counts : mapping of integer arrays, optional
        Already counted over the draws; booleans and floats are refused.
    sums : mapping of arrays of shape (draws, ...), optional
        A row for each draw; they are added without rounding. None may be infinite or NaN: count
        the draws without an answer, and leave them out.
    extremes : mapping of arrays of shape (draws, ...), optional
        A row for each draw; the lowest and the highest are kept, NaN is passed over.
    rows : mapping of arrays of shape (draws, ...), optional
        A row for each draw, kept as they are for as many draws as the plan says.

    Returns
    -------
    Tally

    Raises
    ------
    ValueError
        If an array has another length than ``draws``, or counts are not integers. Sums may have
        fewer rows than there are draws.

    Examples
    --------
    >>> made = tally(3, counts={"agreed": 2}, sums={"price": [1.0, 2.0, 4.0]})
    >>> int(made.counts["agreed"]), float(made.sums["price"].values())
    (2, 7.0)
    """
    made = Tally(draws)
    for name, value in (counts or {}).items():
        array = np.asarray(value)
        if array.dtype.kind not in "iu":
            raise ValueError(f"count {name}: integers are needed, not {array.dtype}")
        made.counts[name] = array.astype(np.int64)
    for name, value in (sums or {}).items():
        made.sums[name] = ExactSums.of(value)
    for name, value in (extremes or {}).items():
        array = _rows(name, value, draws).astype(np.float64)
        made.lowest[name] = np.fmin.reduce(array, axis=0, initial=np.inf)
        made.highest[name] = np.fmax.reduce(array, axis=0, initial=-np.inf)
    for name, value in (rows or {}).items():
        made.rows[name] = _rows(name, value, draws)
    return made


def _rows(name: str, value: ArrayLike, draws: int) -> NDArray[Any]:
    array = np.asarray(value)
    if array.ndim == 0 or len(array) != draws:
        raise ValueError(f"{name}: one row for each of {draws} draws is needed, not {array.shape}")
    return array


class TallySum:
    """Adds tallies up; the memory it needs does not grow with how many there are, besides rows."""

    def __init__(self) -> None:
        self._sum: Tally | None = None
        self._rows: dict[str, list[NDArray[Any]]] = {}

    def add(self, part: Tally) -> None:
        """Add the tally of the next part of the run.

        Raises
        ------
        ValueError
            If it has other names or shapes than those before.
        """
        total = self._sum
        if total is None:
            # Copies, since the sum is changed in place.
            self._sum = total = Tally(
                0,
                {name: np.zeros_like(array) for name, array in part.counts.items()},
                {name: ExactSums(sums.shape) for name, sums in part.sums.items()},
                {name: array.copy() for name, array in part.lowest.items()},
                {name: array.copy() for name, array in part.highest.items()},
            )
            self._rows = {name: [] for name in part.rows}
        for mine, new in (
            (total.counts, part.counts),
            (total.sums, part.sums),
            (total.lowest, part.lowest),
            (total.highest, part.highest),
            (self._rows, part.rows),
        ):
            if mine.keys() != new.keys():
                raise ValueError("parts of one run answer with different names")
        total.draws += part.draws
        for name, array in part.counts.items():
            if array.shape != total.counts[name].shape:
                raise ValueError(f"count {name}: shape {array.shape} in one part of the run only")
            total.counts[name] += array
        for name, sums in part.sums.items():
            total.sums[name].merge(sums)
        for name in part.lowest:
            total.lowest[name] = np.fmin(total.lowest[name], part.lowest[name])
            total.highest[name] = np.fmax(total.highest[name], part.highest[name])
        for name, array in part.rows.items():
            if len(array):
                self._rows[name].append(array)
            elif not self._rows[name]:
                self._rows[name] = [array]  # so that no rows at all still have their type

    def total(self) -> Tally:
        """Return the sum of all that was added."""
        if self._sum is None:
            return Tally()
        total = self._sum
        total.rows = {name: np.concatenate(parts) for name, parts in self._rows.items()}
        return total

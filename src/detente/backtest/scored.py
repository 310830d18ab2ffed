"""What a backtest found of one method, and of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.maths.scoring.grouped import Difference

Floats = npt.NDArray[np.float64]

#: Levels of the intervals whose coverage is counted.
LEVELS = (0.5, 0.8, 0.95)


@dataclass(frozen=True)
class PartScore:
    """Mean absolute error on some of the issues, such as those of one era."""

    n: int
    mae: float


@dataclass(frozen=True)
class Chances:
    """Scores that only a method has that gives chances.

    ``coverage`` and ``width`` belong to ``LEVELS``; ``width_at_80`` is the mean width of the
    method's shortest intervals at that nominal level at which just 80 % of the outcomes lie
    inside, so that methods can be compared at one coverage; None if no level gets there. ``pit``
    has ten bins. ``against`` compares the CRPS with that of other methods.
    """

    log_score: float
    coverage: tuple[float, ...]
    width: tuple[float, ...]
    width_at_80: float | None
    pit: tuple[float, ...]
    against: Mapping[str, Difference | None]


@dataclass(frozen=True)
class Scored:
    """One method's scores; all in points of the scale but ``within_10``, a share.

    ``n`` counts the issues on which the method has an answer; all is about these. The forecast
    of a method that gives chances is its median. ``crps`` of a point is its absolute error.
    ``against`` is the difference of absolute errors to the compromise on the same issues.
    """

    name: str
    what: str
    n: int
    mae: float
    median_error: float
    within_10: float
    bias: float
    crps: float
    against: Difference | None
    eras: Mapping[str, PartScore]
    procedures: Mapping[str, PartScore]
    chances: Chances | None = None


@dataclass(frozen=True)
class Backtest:
    """Every method on one table of resolved issues; ``notes`` say what was left out and why."""

    source: str
    digest: str
    issues: int
    groups: int
    seed: int
    folds: int
    repeats: int
    methods: tuple[Scored, ...]
    notes: tuple[str, ...]

    def __getitem__(self, name: str) -> Scored:
        """The method of a name; KeyError if it did not run."""
        for one in self.methods:
            if one.name == name:
                return one
        raise KeyError(name)

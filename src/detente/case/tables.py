"""The case as arrays: what every calculation starts from.

Points are integers (``points × scale``), so that comparisons are exact. Where a party has a
utility table for an issue, the table counts; else an option is worth
``weight × (1 − |place − position| / 100)``, where a party's weights are its saliences scaled to
sum to 100. So the best package there could be is worth 100 points to everyone.

The scale is the smallest at which every number of the case is whole. Where none up to 10^9 is,
points are rounded up and what parties ask for (alternatives, floors) down, so that a tie is
acceptable. No sum of scaled points exceeds 2^52.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.case.option_places import IssueOptions

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Refusal:
    """A named red line: the party's deal must not have any of these options."""

    id: str
    party: int
    issue: int
    refused: Booleans  # (n_options,)


@dataclass(frozen=True)
class LeastPoints:
    """A named floor: at least this many points (scaled) for the party."""

    id: str
    party: int
    points: int


@dataclass(frozen=True)
class Condition:
    """A named link: an option of ``when`` asks for one of ``then``."""

    id: str
    party: int
    issues: tuple[int, int]
    when: Booleans  # (n_options of the first issue,)
    then: Booleans  # (n_options of the second issue,)


@dataclass(frozen=True)
class PairPoints:
    """What pairs of options of two issues add: scaled points, (n_options a, n_options b, P)."""

    id: str
    issues: tuple[int, int]
    points: Integers


@dataclass(frozen=True)
class LeverTable:
    """Levers: scaled effects (L, P), scaled costs (L,), caps (L,), whether by amount (L,)."""

    ids: tuple[str, ...]
    givers: tuple[int, ...]
    effects: Integers
    cost: Integers
    cost_known: Booleans
    cap: Integers
    transfer: Booleans


@dataclass(frozen=True)
class Tables:
    """Arrays of a case; P parties and I issues in the order of the file.

    ``position``, ``salience`` (P, I) and ``influence`` (P,) hold nan where the case says nothing.
    ``points[i]`` is (n_options, P), scaled by ``scale``; ``known`` (P, I) is False where neither
    a table nor a position with salience is given, and the points there are 0. ``alternative``
    (P,) is scaled points, 0 where ``has_alternative`` is False.
    """

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    options: tuple[IssueOptions, ...]
    position: Floats
    salience: Floats
    influence: Floats
    points: tuple[Integers, ...]
    known: Booleans
    scale: int
    alternative: Integers
    has_alternative: Booleans
    refusals: tuple[Refusal, ...]
    floors: tuple[LeastPoints, ...]
    conditions: tuple[Condition, ...]
    pairs: tuple[PairPoints, ...]
    voters: Booleans
    vetoes: Booleans
    quorum: int
    levers: LeverTable

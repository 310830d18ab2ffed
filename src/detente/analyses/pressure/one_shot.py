"""What every one-shot method says of an issue, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale
from detente.case.tables import Booleans
from detente.maths.pressure.baselines import Plurality, midrange, plurality
from detente.maths.pressure.compromise import weighted_mean
from detente.maths.pressure.nash_on_a_scale import (
    NashOnAScale,
    nash_at_a_level,
    nash_at_a_point,
)
from detente.maths.pressure.weighted_median import Median, median_lock, weighted_median


@dataclass(frozen=True)
class OneShot:
    """Places by method; ``locked`` are parties that alone cannot move the median."""

    compromise: float
    plain_mean: float
    salience_mean: float
    median: Median
    locked: Booleans
    nash: NashOnAScale
    nash_from_reference: NashOnAScale
    midrange: float
    plurality: Plurality

    @property
    def median_range(self) -> tuple[float, float]:
        """Lower and upper median."""
        return float(self.median.lower), float(self.median.upper)

    @property
    def plurality_range(self) -> tuple[float, float]:
        """Least and greatest of the places with the most weight."""
        return float(self.plurality.lower), float(self.plurality.upper)


def one_shot(issue: IssueOnAScale) -> OneShot:
    """Every one-shot method on an issue; weights are influence times salience."""
    x, w = issue.position, issue.weight
    return OneShot(
        compromise=issue.settlement,
        plain_mean=float(weighted_mean(x)),
        salience_mean=float(weighted_mean(x, issue.salience)),
        median=weighted_median(x, w),
        locked=median_lock(x, w),
        nash=nash_at_a_level(x, w),
        nash_from_reference=nash_at_a_point(x, w, issue.reference),
        midrange=float(midrange(x, w)),
        plurality=plurality(x, w),
    )

"""Intervals made from a run's sums cover the truth as often as they say."""

from __future__ import annotations

from fractions import Fraction

import pytest
from scipy import stats

from detente.engines.blocks import Plan
from detente.engines.draws import run_draws
from detente.engines.serial import Serial
from tests.engines.examples import mean_of_normals

RUNS = 400
DRAWS = 200
TRUTH = 3.0


@pytest.fixture(scope="module")
def runs() -> list[tuple[Fraction, Fraction]]:
    """Mean and variance of the draws of each run, unrounded."""
    found = []
    for seed in range(RUNS):
        plan = Plan(DRAWS, 64, seed)
        sums = run_draws(mean_of_normals, TRUTH, plan, engine=Serial(), blocks=4).tally.sums
        (total,), (squares,) = sums["x"].fractions(), sums["xx"].fractions()
        mean = total / DRAWS
        found.append((mean, (squares - total * mean) / (DRAWS - 1)))
    return found


def test_coverage_of_95_percent_intervals(runs: list[tuple[Fraction, Fraction]]) -> None:
    """Under exact coverage the count is binomial; outside these bounds it is in 0.1 % of cases."""
    student = stats.t.ppf(0.975, DRAWS - 1)
    covered = sum(
        abs(float(mean - Fraction(TRUTH))) <= student * float(variance / DRAWS) ** 0.5
        for mean, variance in runs
    )
    low, high = stats.binom.interval(0.999, RUNS, 0.95)
    assert low <= covered <= high


def test_estimates_of_different_seeds_are_independent(
    runs: list[tuple[Fraction, Fraction]],
) -> None:
    """The variance of the estimates is that of a mean of so many independent draws."""
    ratio = (RUNS - 1) * stats.tvar([float(mean) for mean, _ in runs]) / (2.0**2 / DRAWS)
    assert stats.chi2.ppf(0.0005, RUNS - 1) < ratio < stats.chi2.ppf(0.9995, RUNS - 1)

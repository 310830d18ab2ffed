"""Distributions against scipy.stats, and their ends."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from detente.case.numbers import Number
from detente.uncertainty.distribution import Distribution, ppf

U = np.concatenate([[1e-9, 1e-4], np.linspace(0.01, 0.99, 99), [1 - 1e-4, 1 - 1e-9]])
SCALE = (0.0, 100.0)


def number(**given: float) -> Number:
    return Number.model_validate(given)


def made(**given: float) -> Distribution:
    found = Distribution.of(number(**given), SCALE)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("given", "frozen"),
    [
        ({"low": 20, "high": 60}, stats.uniform(20, 40)),
        ({"low": 20, "mode": 30, "high": 60}, stats.triang(0.25, 20, 40)),
        ({"low": 20, "mode": 20, "high": 60}, stats.triang(0.0, 20, 40)),
        ({"low": 20, "mode": 60, "high": 60}, stats.triang(1.0, 20, 40)),
        ({"mean": 50, "sd": 5, "low": 44, "high": 52}, stats.truncnorm(-1.2, 0.4, 50, 5)),
        # A place is cut at the ends of its scale, too.
        ({"mean": 95, "sd": 10}, stats.truncnorm(-9.5, 0.5, 95, 10)),
        ({"mean": 95, "sd": 10, "low": 90}, stats.truncnorm(-0.5, 0.5, 95, 10)),
    ],
)
def test_values_are_those_of_scipy(given: dict[str, float], frozen: object) -> None:
    one = made(**given)
    expected = frozen.ppf(U)  # type: ignore[attr-defined]
    assert one.ppf(U) == pytest.approx(expected, rel=1e-9, abs=1e-7)
    assert ppf([one, one], np.stack([U, U], axis=1))[:, 1] == pytest.approx(expected, abs=1e-7)


def test_an_uncut_normal_has_no_ends_and_a_plausible_range() -> None:
    one = Distribution.of(number(mean=3, sd=2), (-math.inf, math.inf))
    assert one is not None
    assert one.ppf(U) == pytest.approx(stats.norm(3, 2).ppf(U), abs=1e-7)
    assert one.plausible == pytest.approx(stats.norm(3, 2).interval(0.9))


def test_what_can_be_one_value_only_is_not_uncertain() -> None:
    assert Distribution.of(number(value=3), SCALE) is None
    assert Distribution.of(number(low=3, high=3), SCALE) is None
    assert Distribution.of(number(mean=100, sd=5, low=100), SCALE) is None


def test_a_cut_takes_tails_away_and_heaps_nothing_on_the_ends() -> None:
    found = made(mean=95, sd=10).ppf(np.random.default_rng(0).random(2_000))
    assert (found < 100).all()
    assert np.unique(found).size == found.size

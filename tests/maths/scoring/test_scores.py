"""Scores against closed forms, brute force and forecasts that are known to be right."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from detente.maths.pressure.settlement import normal_in_cells
from detente.maths.scoring.scores import covered, crps, log_score, pit_histogram


def one_cell(place: int) -> np.ndarray:
    masses = np.zeros((1, 101))
    masses[0, place] = 1.0
    return masses


@given(st.integers(0, 100), st.floats(0, 100))
def test_the_crps_of_a_point_is_its_absolute_error(place: int, outcome: float) -> None:
    assert crps(one_cell(place), [outcome])[0] == pytest.approx(abs(place - outcome), abs=1e-9)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=8), st.floats(0, 100))
def test_the_crps_of_some_places_is_their_closed_form(places: list[int], outcome: float) -> None:
    """E|X - y| - E|X - X'| / 2 (Gneiting and Raftery 2007, eq. 21)."""
    masses = np.bincount(places, minlength=101)[None] / len(places)
    x = np.array(places)
    expected = np.abs(x - outcome).mean() - np.abs(x[:, None] - x).mean() / 2
    assert crps(masses, [outcome])[0] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("outcome", [40.0, 50.0, 65.0, 80.0])
def test_the_crps_of_a_normal_forecast_is_its_closed_form(outcome: float) -> None:
    """Gneiting and Raftery 2007, p. 367; cells of a point are a tenth of the width wide."""
    mean, width = 50.0, 10.0
    z = (outcome - mean) / width
    exact = width * (z * (2 * norm.cdf(z) - 1) + 2 * norm.pdf(z) - 1 / np.sqrt(np.pi))
    found = crps(normal_in_cells(np.array([mean]), width), [outcome])[0]
    assert found == pytest.approx(exact, abs=0.01)


def test_the_truth_has_the_least_crps_and_log_score_on_average() -> None:
    rng = np.random.default_rng(1)
    true = rng.dirichlet(np.full(101, 0.3))
    outcome = np.arange(101.0)
    for score in (crps, log_score):
        best = true @ score(np.tile(true, (101, 1)), outcome)
        for _ in range(20):
            other = 0.7 * true + 0.3 * rng.dirichlet(np.full(101, 0.3))
            assert true @ score(np.tile(other, (101, 1)), outcome) > best


def test_the_log_score_is_never_infinite() -> None:
    assert log_score(one_cell(0), [100.0])[0] == pytest.approx(-np.log(0.01 / 101))
    assert log_score(one_cell(7), [7.4])[0] == pytest.approx(-np.log(0.99 + 0.01 / 101))


def test_ends_of_an_interval_count_as_inside() -> None:
    ends = np.array([[10, 20], [10, 20], [10, 20], [10, 20]], dtype=float)
    assert covered(ends, [10, 20, 9, 20.6]).tolist() == [True, True, False, False]


def test_intervals_of_a_known_distribution_cover_what_they_say() -> None:
    masses = normal_in_cells(np.array([50.0]), 12.0)[0]
    drawn = np.random.default_rng(2).choice(101, 40_000, p=masses)
    inside = np.abs(np.arange(101) - 50) <= 15
    share = covered(np.tile([35.0, 65.0], (40_000, 1)), drawn).mean()
    assert share == pytest.approx(masses[inside].sum(), abs=0.01)


def test_the_pit_of_a_right_forecast_is_flat() -> None:
    rng = np.random.default_rng(3)
    masses = rng.dirichlet(np.full(101, 0.05), 200)
    rows = np.repeat(masses, 101, axis=0)
    outcome = np.tile(np.arange(101), 200)
    # Every outcome as often as its mass says: the expectation, without draws.
    many = np.array([pit_histogram(rows[i : i + 1], outcome[i : i + 1]) for i in range(0, 2_020)])
    weights = masses[:20].reshape(-1)
    assert weights @ many / 20 == pytest.approx(np.full(10, 0.1), abs=1e-9)


def test_the_pit_shows_a_forecast_that_is_too_low_or_too_sure() -> None:
    assert pit_histogram(np.full((1, 101), 1 / 101), [100.0])[-1] == pytest.approx(1.0)
    sure = np.tile(one_cell(50), (4, 1))
    bins = pit_histogram(sure, [0.0, 20.0, 80.0, 100.0])
    assert bins == pytest.approx([0.5, *[0.0] * 8, 0.5])
    assert pit_histogram(one_cell(50), [50.0]) == pytest.approx(np.full(10, 0.1))

"""Nash's bargaining solution on one scale."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.maths.pressure.compromise import weighted_mean
from detente.maths.pressure.nash_on_a_scale import nash_at_a_level, nash_at_a_point
from detente.maths.pressure.weighted_median import weighted_median
from tests.maths.pressure.reference_scales import (
    Rows,
    actors,
    best_on_a_grid,
    columns,
    log_product,
)

Utility = Literal["linear", "quadratic"]
utilities = st.sampled_from(["linear", "quadratic"])
there = actors.filter(lambda rows: any(x is not None and w for x, w in rows))


def reaches(rows: Rows, utility: str, level: float) -> list[float]:
    spare = 1 - level
    return [100 * (spare if utility == "linear" else spare**0.5)] * len(rows)


@given(there, utilities, st.sampled_from([-5.0, -0.5, 0.0, 0.3, 0.6, 0.9]))
def test_nothing_on_a_grid_is_better_than_the_place_at_a_level(
    rows: Rows, utility: Utility, level: float
) -> None:
    found = nash_at_a_level(*columns(rows), level=level, utility=utility)
    reach = reaches(rows, utility, level)
    best = best_on_a_grid(rows, reach, utility, 0.5)
    assert bool(found.known)
    if not found.feasible:
        assert np.isnan(found.place)
        assert best == -np.inf
    else:
        assert log_product(float(found.place), rows, reach, utility) >= best - 1e-9


@given(there, utilities, st.integers(0, 20).map(lambda k: 5.0 * k))
def test_nothing_on_a_grid_is_better_than_the_place_over_a_point(
    rows: Rows, utility: Utility, point: float
) -> None:
    found = nash_at_a_point(*columns(rows), point, utility=utility)
    reach = [0.0 if x is None else abs(point - x) for x, _ in rows]
    best = best_on_a_grid(rows, reach, utility, 0.5)
    # All stand on one side of the point, and none on it, or nobody can gain.
    sides = {np.sign(x - point) for x, w in rows if x is not None and w}
    assert bool(found.feasible) == (sides in ({1}, {-1}))
    if found.feasible:
        assert log_product(float(found.place), rows, reach, utility) >= best - 1e-9
    else:
        assert np.isnan(found.place)
        assert best == -np.inf


def test_two_of_equal_power_meet_where_the_formula_says() -> None:
    # Gains over a point d below both: (x - d) for the farther one, and for the nearer one
    # 2a - d - x above its place a; their product is largest at a. With quadratic utility the
    # derivative of log((a-d)^2 - (x-a)^2) + log((b-d)^2 - (b-x)^2) is 0.
    assert float(nash_at_a_point([40.0, 80.0], None, 0.0).place) == 40.0
    x = float(nash_at_a_point([40.0, 80.0], None, 0.0, utility="quadratic").place)
    assert (x - 40) / (1600 - (x - 40) ** 2) == pytest.approx((80 - x) / (6400 - (80 - x) ** 2))
    # With power 3 to 1 at level 0 on a scale of 100: 3/(100 - x) = 1/(100 - (90 - x)).
    assert float(nash_at_a_level([0.0, 90.0], [3, 1]).place) == pytest.approx(17.5, abs=1e-9)
    # Equal power and equal reach: the middle.
    assert float(nash_at_a_level([10.0, 90.0], utility="quadratic").place) == pytest.approx(50.0)


@given(there)
def test_with_a_very_bad_disagreement_it_is_the_mean_or_the_median(rows: Rows) -> None:
    position, weight = columns(rows)
    bad = nash_at_a_level(position, weight, level=-1e9, utility="quadratic")
    assert float(bad.place) == pytest.approx(float(weighted_mean(position, weight)), abs=1e-4)
    low, high = weighted_median(position, weight)
    linear = float(nash_at_a_level(position, weight, level=-1e9).place)
    assert float(low) - 1e-4 <= linear <= float(high) + 1e-4


@given(there, utilities, st.permutations(range(8)), st.integers(1, 9), st.integers(1, 7))
def test_order_and_units_do_not_matter(
    rows: Rows, utility: Utility, order: list[int], factor: int, stretch: int
) -> None:
    position, weight = columns(rows)
    order = [i for i in order if i < len(rows)]
    found = nash_at_a_level(position, weight, level=0.2, utility=utility)
    stretched = nash_at_a_level(
        stretch * position + 3, weight, level=0.2, utility=utility, width=100.0 * stretch
    )
    mirrored = nash_at_a_level(100 - position, weight, level=0.2, utility=utility)
    turned = nash_at_a_level(position[order], weight[order], level=0.2, utility=utility)
    weighed = nash_at_a_level(position, weight * factor / 7, level=0.2, utility=utility)
    for again, place in (
        (stretched, (stretched.place - 3) / stretch),
        (mirrored, 100 - mirrored.place),
        (turned, turned.place),
        (weighed, weighed.place),
    ):
        assert bool(again.feasible) == bool(found.feasible)
        # The product is flat at its top; half the digits of a place are sure.
        np.testing.assert_allclose(np.asarray(place), found.place, atol=1e-6)


def test_what_is_not_known_or_not_possible_is_said_by_draw() -> None:
    position = np.array([[40.0, 80.0], [40.0, 80.0], [40.0, 80.0], [np.nan, np.nan]])
    found = nash_at_a_point(position, None, [0.0, 60.0, np.nan, 0.0])
    assert found.known.tolist() == [True, True, False, False]
    assert found.feasible.tolist() == [True, False, False, False]
    np.testing.assert_equal(found.place, [40.0, np.nan, np.nan, np.nan])
    # Who has no weight need not gain.
    assert nash_at_a_point([40.0, 80.0], [0, 1], 60.0).feasible
    assert not nash_at_a_level([40.0, 80.0], level=1.0).feasible
    assert nash_at_a_level(np.zeros((3, 0))).place.shape == (3,)

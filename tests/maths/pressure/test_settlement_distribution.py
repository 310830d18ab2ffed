"""Masses in cells: quantiles, intervals and draws against brute force and known distributions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.maths.pressure.settlement_distribution import LEVELS, Settlement, asked_for

#: A few lumps, as many counts as places drawn.
MASSES = st.lists(st.integers(0, 100), min_size=1, max_size=12).map(
    lambda places: np.bincount(places, minlength=101) / len(places)
)


@given(MASSES, st.floats(0.01, 0.99))
def test_the_interval_is_the_shortest_that_holds_the_level(
    masses: np.ndarray, level: float
) -> None:
    low, high = Settlement(masses).interval(level)
    assert masses[int(low) : int(high) + 1].sum() >= level - 1e-8
    sums = np.concatenate([[0.0], np.cumsum(masses)])
    for width in range(int(high - low)):
        assert (sums[width + 1 :] - sums[: 101 - width]).max() < level


@given(MASSES, st.floats(0.01, 0.99))
def test_quantile_and_distribution_function_are_inverse(masses: np.ndarray, q: float) -> None:
    one = Settlement(masses)
    at = float(one.quantile(q))
    assert one.cdf(at) >= q - 1e-8
    assert at == 0 or one.cdf(at - 1) < q


def test_the_distribution_function_steps_at_whole_numbers() -> None:
    masses = np.zeros(101)
    masses[[0, 10, 100]] = 0.2, 0.5, 0.3
    one = Settlement(masses)
    for x, chance in ((-5, 0), (-0.1, 0), (0, 0.2), (9.9, 0.2), (10, 0.7), (99, 0.7), (300, 1)):
        assert one.cdf(x) == pytest.approx(chance)
    assert float(one.mean) == pytest.approx(35)
    assert one.cdf([0, 10]).tolist() == pytest.approx([0.2, 0.7])


def test_of_equal_intervals_the_lowest_counts() -> None:
    masses = np.zeros(101)
    masses[[10, 20, 30]] = 1 / 3
    assert Settlement(masses).interval(0.5).tolist() == [10, 20]


def test_the_even_distribution_is_known() -> None:
    one = Settlement(np.full(101, 1 / 101))
    assert float(one.mean) == pytest.approx(50)
    assert float(one.quantile(0.5)) == 50
    low, high = one.interval(0.8)
    assert high - low + 1 == 81  # 81 / 101 is the first share of cells above 0.8


def test_many_at_once_are_the_same_one_by_one() -> None:
    rng = np.random.default_rng(1)
    masses = rng.dirichlet(np.full(101, 0.1), (3, 4))
    every = Settlement(masses, ((0.5, 0.4), (0.8, 0.7)))
    for index in np.ndindex(3, 4):
        one = Settlement(masses[index], every.asked)
        assert every.interval(0.8)[index].tolist() == one.interval(0.8).tolist()
        assert every.quantile(0.3)[index] == one.quantile(0.3)
        assert every.cdf(33)[index] == one.cdf(33)


def test_draws_are_as_frequent_as_their_masses() -> None:
    masses = np.zeros((2, 101))
    masses[0, [0, 70]] = 0.25, 0.75
    masses[1, 100] = 1.0
    drawn = Settlement(masses).sample(np.random.default_rng(3), 20_000)
    assert drawn.shape == (20_000, 2)
    assert set(drawn[:, 0]) == {0.0, 70.0}
    # Four standard errors of a share of a quarter.
    assert (drawn[:, 0] == 0).mean() == pytest.approx(0.25, abs=4 * (0.1875 / 20_000) ** 0.5)
    assert (drawn[:, 1] == 100).all()
    again = Settlement(masses).sample(np.random.default_rng(3), 20_000)
    assert (drawn == again).all()


def test_asking_for_less_holds_the_level_on_average() -> None:
    rng = np.random.default_rng(2)
    masses = rng.dirichlet(np.full(101, 0.05), 400)
    asked = asked_for(masses)
    assert [level for level, _ in asked] == list(LEVELS)
    for level, least in asked:
        assert least < level
        ends = Settlement(masses, asked).interval(level).astype(int)
        held = [m[low : high + 1].sum() for m, (low, high) in zip(masses, ends, strict=True)]
        assert np.mean(held) == pytest.approx(level, abs=0.01)


def test_nothing_is_said_of_what_is_unknown() -> None:
    masses = np.full((2, 101), 1 / 101)
    masses[1] = np.nan
    two = Settlement(masses)
    assert np.isnan(two.quantile(0.5)).tolist() == [False, True]
    assert np.isnan(two.interval(0.5)).tolist() == [[False, False], [True, True]]
    assert np.isnan(two.cdf(50)).tolist() == [False, True]
    with pytest.raises(ValueError, match="no distribution to draw from"):
        two.sample(np.random.default_rng(0), 1)


def test_what_makes_no_sense_is_refused() -> None:
    one = Settlement(np.full(101, 1 / 101))
    with pytest.raises(ValueError, match="a quantile lies between 0 and 1"):
        one.quantile(1.0)
    with pytest.raises(ValueError, match="a level lies between 0 and 1"):
        one.interval(0)
    with pytest.raises(ValueError, match=r"shape \(\.\.\., 101\)"):
        Settlement(np.ones(100))


@given(st.integers(0, 2**32 - 1), st.integers(1, 6))
def test_nested_intervals_lie_in_each_other_and_none_shorter_would_do(
    seed: int, heaps: int
) -> None:
    rng = np.random.default_rng(seed)
    masses = np.zeros(101)
    masses[rng.choice(101, heaps, replace=False)] = rng.dirichlet(np.ones(heaps))
    one = Settlement(0.9 * masses + 0.1 * rng.dirichlet(np.ones(101)))
    levels = (0.5, 0.8, 0.95)
    half, eighty, most = one.nested(levels)
    assert list(eighty) == one.interval(0.8).tolist()
    assert most[0] <= eighty[0] <= half[0] <= half[1] <= eighty[1] <= most[1]

    def held(low: float, high: float) -> float:
        return float(one.masses[int(low) : int(high) + 1].sum())

    def shortest(level: float, lows: range, highs: range) -> int:
        return min(
            high - low
            for low in lows
            for high in highs
            if low <= high and held(low, high) >= level - 1e-9
        )

    low, high = int(eighty[0]), int(eighty[1])
    inside = range(low, high + 1)
    assert half[1] - half[0] == shortest(0.5, inside, inside)
    assert most[1] - most[0] == shortest(0.95, range(low + 1), range(high, 101))


def test_shortest_intervals_alone_need_not_lie_in_each_other() -> None:
    masses = np.zeros(101)
    masses[[0, 30, 60, 100]] = 0.3, 0.25, 0.05, 0.4
    one = Settlement(masses)
    # 55 % lies from 0 to 30, 70 % from 30 to 100, and of the latter 45 % from 60 on.
    assert one.interval(0.5).tolist() == [0, 30]
    assert one.interval(0.7).tolist() == [30, 100]
    assert one.nested((0.5, 0.7), first=0.7) == ((30.0, 100.0), (30.0, 100.0))
    with pytest.raises(ValueError, match="rise"):
        one.nested((0.8, 0.5))

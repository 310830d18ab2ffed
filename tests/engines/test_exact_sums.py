from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.engines.exact_sums import ExactSums

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(FINITE, max_size=40))
def test_it_is_the_exact_sum_rounded_once(numbers: list[float]) -> None:
    sums = ExactSums()
    sums.add_rows(np.array(numbers))
    exact = sum((Fraction(x) for x in numbers), Fraction(0))
    assert sums.fractions() == [exact]
    try:
        nearest = float(exact)
    except OverflowError:
        nearest = -math.inf if exact < 0 else math.inf
    assert float(sums.values()) == nearest


@given(st.lists(FINITE, max_size=20), st.randoms(use_true_random=False), st.integers(0, 20))
def test_order_and_grouping_change_no_bit(numbers: list[float], random: object, cut: int) -> None:
    shuffled = list(numbers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    whole = ExactSums.of(numbers)
    parts = ExactSums.of(shuffled[:cut])
    parts.merge(ExactSums.from_limbs(ExactSums.of(shuffled[cut:]).limbs()))
    assert parts.limbs().tolist() == whole.limbs().tolist()


@given(st.lists(st.floats(-1e300, 1e300), min_size=1, max_size=20))
def test_it_agrees_with_fsum(numbers: list[float]) -> None:
    assert float(ExactSums.of(numbers).values()) == math.fsum(numbers)


def test_the_ends_of_the_range() -> None:
    largest, smallest = np.finfo(float).max, 5e-324
    assert float(ExactSums.of([largest, smallest, -largest]).values()) == smallest
    assert float(ExactSums.of([largest] * 5).values()) == math.inf
    assert float(ExactSums.of([-largest] * 5).values()) == -math.inf
    many = ExactSums.of(np.full(100_000, largest))
    many.add_rows(np.full(100_000, -largest))
    assert float(many.values()) == 0.0


def test_each_entry_has_its_own_sum() -> None:
    rows = np.random.default_rng(3).normal(size=(500, 2, 3)) * 10.0 ** np.arange(3)
    sums = ExactSums.of(rows)
    assert sums.shape == (2, 3)
    for i in range(2):
        for j in range(3):
            assert sums.values()[i, j] == math.fsum(rows[:, i, j])


def test_no_rows() -> None:
    assert ExactSums.of(np.empty((0, 2))).values().tolist() == [0.0, 0.0]


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="infinite or NaN"):
        ExactSums.of([1.0, bad])


def test_other_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="shape"):
        ExactSums((2,)).add_rows(np.ones((4, 3)))
    with pytest.raises(ValueError, match="shape"):
        ExactSums((2,)).merge(ExactSums((3,)))
    with pytest.raises(ValueError, match="no limbs"):
        ExactSums.from_limbs(np.zeros((3, 2), np.int64))

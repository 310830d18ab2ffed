"""The smallest change that flips an answer, and one number at a time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.maths.sensitivity.flip import PLAUSIBLE, pair_flips, single_flips
from detente.maths.sensitivity.tornado import HIGH, LOW, tornado, tornado_points

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]
START = np.array([0.5, 0.5, 0.5])


def at(rows: Floats, start: Floats = START) -> Floats:
    return np.where(np.isnan(rows), start, rows)


def test_a_threshold_is_found_from_both_sides() -> None:
    flips = single_flips(START, lambda rows: (at(rows)[:, 1] > 0.8).astype(np.int64))
    assert [(f.numbers, f.ways, f.answer) for f in flips] == [((1,), (1,), 1)]
    assert flips[0].change == pytest.approx(0.3, abs=1e-6)
    assert flips[0].shares[0] > 0.8
    flips = single_flips(START, lambda rows: (at(rows)[:, 1] > 0.2).astype(np.int64))
    assert flips[0].shares[0] <= 0.2
    assert flips[0].change == pytest.approx(0.3, abs=1e-6)


def test_a_change_beyond_what_is_plausible_is_none() -> None:
    assert single_flips(START, lambda rows: (at(rows)[:, 0] > 0.995).astype(np.int64)) == []


def test_nothing_flips_what_does_not_hang_on_the_numbers() -> None:
    def ask(rows: Floats) -> Labels:
        return np.zeros(len(rows), np.int64)

    assert single_flips(START, ask) == []
    assert pair_flips(START, ask, [0, 1, 2], []) == []


def test_the_nearest_comes_first_and_says_what_the_answer_becomes() -> None:
    def ask(rows: Floats) -> Labels:
        x = at(rows)
        return np.where(x[:, 0] < 0.1, 2, np.where(x[:, 2] > 0.6, 1, 0)).astype(np.int64)

    flips = single_flips(START, ask)
    assert [(f.numbers, f.ways, f.answer) for f in flips] == [((2,), (1,), 1), ((0,), (-1,), 2)]


def test_two_numbers_together() -> None:
    def ask(rows: Floats) -> Labels:
        x = at(rows)
        return (x[:, 0] - x[:, 2] > 0.6).astype(np.int64)

    assert single_flips(START, ask) == []
    (pair,) = pair_flips(START, ask, [0, 1, 2], [])
    assert pair.numbers == (0, 2)
    assert pair.ways == (1, -1)
    assert pair.change == pytest.approx(0.3, abs=1e-6)


def test_a_pair_that_one_of_them_does_alone_is_left_out() -> None:
    def ask(rows: Floats) -> Labels:
        return (at(rows)[:, 0] > 0.7).astype(np.int64)

    singles = single_flips(START, ask)
    assert pair_flips(START, ask, [0, 1], singles) == []


def test_a_number_at_the_edge_of_what_is_plausible_can_only_go_back() -> None:
    start = np.array([1.0])
    flips = single_flips(start, lambda rows: (at(rows, start)[:, 0] < 0.4).astype(np.int64))
    (flip,) = flips
    assert flip.ways == (-1,)
    assert flip.change == pytest.approx(0.6, abs=1e-6)


@settings(max_examples=200, deadline=None)
@given(
    start=st.lists(st.floats(0.05, 0.95), min_size=2, max_size=4),
    weights=st.lists(st.integers(-3, 3), min_size=4, max_size=4),
    bar=st.floats(-2, 2),
)
def test_flips_of_a_weighted_sum_are_those_of_algebra(
    start: list[float], weights: list[int], bar: float
) -> None:
    begin, w = np.array(start), np.array(weights[: len(start)], dtype=float)
    base = bool(begin @ w > bar)

    def ask(rows: Floats) -> Labels:
        made: Labels = (at(rows, begin) @ w > bar).astype(np.int64)
        return made

    found = {flip.numbers[0]: flip for flip in single_flips(begin, ask)}
    for number, weight in enumerate(w):
        # Where x_number has to be so that the sum stands at the bar.
        wanted = begin[number] + (bar - begin @ w) / weight if weight else np.nan
        low, high = PLAUSIBLE
        if low + 1e-6 < wanted < high - 1e-6:
            assert found[number].shares[0] == pytest.approx(wanted, abs=1e-6)
        elif not low - 1e-6 <= wanted <= high + 1e-6:
            assert number not in found
    for flip in found.values():
        row = np.full((1, begin.size), np.nan)
        row[0, flip.numbers[0]] = flip.shares[0]
        assert bool(ask(row)[0]) != base


def test_a_tornado_of_a_sum() -> None:
    weights = np.array([1.0, -10.0, 3.0])
    made = tornado(at(tornado_points(3)) @ weights)
    assert made.base == pytest.approx(-3)
    assert made.order.tolist() == [1, 2, 0]
    assert made.low - made.base == pytest.approx(weights * (LOW - 0.5))
    assert made.high - made.base == pytest.approx(weights * (HIGH - 0.5))


def test_a_tornado_with_answers_that_are_not_known() -> None:
    made = tornado([1.0, np.nan, 1.0, 3.0, 1.0])
    assert made.order.tolist() == [1, 0]
    with pytest.raises(ValueError, match="do not fit"):
        tornado([1.0, 2.0])

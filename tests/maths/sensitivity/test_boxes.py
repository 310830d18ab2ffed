"""PRIM finds the boxes that were put there, and none where there is none."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from scipy.stats import qmc

from detente.maths.sensitivity.prim import boxes, inside, measured, trajectory


def drawn(count: int, numbers: int, seed: int) -> npt.NDArray[np.float64]:
    return np.asarray(qmc.Sobol(numbers, seed=seed).random(count))


@pytest.mark.parametrize("seed", range(6))
def test_a_box_is_recovered_with_its_edges(seed: int) -> None:
    points = drawn(4096, 5, seed)
    true = (points[:, 1] > 0.6) & (points[:, 3] < 0.5)
    (box, *more) = boxes(points, true)
    assert box.cut == [1, 3]
    assert box.low[1] == pytest.approx(0.6, abs=0.02)
    assert box.high[3] == pytest.approx(0.5, abs=0.02)
    assert not np.isfinite([box.high[1], box.low[3]]).any()
    # The edge lies within one peel, a twentieth of the draws.
    assert box.coverage > 0.95
    assert box.density > 0.95
    assert more == []


@pytest.mark.parametrize("seed", range(4))
def test_a_box_under_noise(seed: int) -> None:
    points = drawn(4096, 6, seed)
    rng = np.random.default_rng(seed)
    in_box = (points[:, 0] > 0.7) & (points[:, 2] > 0.4)
    outcome = rng.random(4096) < np.where(in_box, 0.9, 0.1)
    box = boxes(points, outcome, most=1)[0]
    assert box.cut == [0, 2]
    assert box.low[[0, 2]] == pytest.approx([0.7, 0.4], abs=0.06)
    assert box.density == pytest.approx(0.9, abs=0.06)
    assert box.mass == pytest.approx(0.18, abs=0.03)


def test_two_boxes_one_after_the_other() -> None:
    points = drawn(8192, 3, 1)
    true = (points[:, 0] < 0.3) | ((points[:, 1] > 0.8) & (points[:, 0] > 0.6))
    first, second = boxes(points, true, most=2)
    assert first.cut == [0]
    assert first.high[0] == pytest.approx(0.3, abs=0.02)
    assert 1 in second.cut
    assert second.low[1] == pytest.approx(0.8, abs=0.03)


@pytest.mark.parametrize("seed", range(8))
def test_chance_alone_makes_no_box_that_says_much(seed: int) -> None:
    rng = np.random.default_rng(seed)
    points, outcome = rng.random((2000, 4)), rng.random(2000) < 0.3
    for box in boxes(points, outcome):
        assert box.density < 0.42


@pytest.mark.parametrize("always", [True, False])
def test_nothing_to_tell_where_it_always_or_never_comes(always: bool) -> None:
    assert boxes(drawn(256, 2, 0), np.full(256, always)) == []


def test_measures_are_those_of_counting() -> None:
    points = np.array([[0.0], [1.0], [2.0], [3.0]])
    outcome = np.array([True, False, True, True])
    box = measured(points, outcome, np.array([1.5]), np.array([np.inf]))
    assert (box.coverage, box.density, box.mass) == (2 / 3, 1.0, 0.5)
    # Two hits of two by chance, if three of four hit anyway.
    assert box.by_chance[0] == pytest.approx(0.75**2)


def test_each_peel_is_a_twentieth_and_makes_the_outcome_no_rarer_than_any_other() -> None:
    points = np.linspace(0, 1, 1000)[:, None]
    path = trajectory(points, points[:, 0] > 0.9, least_mass=0.1)
    sizes = [int(inside(points, low, high).sum()) for low, high in path]
    assert sizes[0] == 1000
    assert sizes[1] == 950
    assert all(before > after for before, after in pairwise(sizes))
    assert all(low[0] <= 0.91 for low, _ in path)


def test_numbers_that_many_draws_share_are_peeled_together() -> None:
    rng = np.random.default_rng(0)
    points = np.stack([rng.integers(0, 3, 1000).astype(float), rng.random(1000)], axis=1)
    (box, *_) = boxes(points, points[:, 0] == 2)
    assert box.cut == [0]
    assert box.low[0] == 2
    assert (box.coverage, box.density) == (1, 1)


def test_what_does_not_fit_is_said() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        boxes(np.zeros((3, 1)), np.zeros(2, bool))

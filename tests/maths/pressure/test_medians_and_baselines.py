"""The weighted median, who can move it, and the baselines."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.maths.pressure.baselines import constant, midrange, plurality
from detente.maths.pressure.weighted_median import median_lock, weighted_median
from detente.maths.pressure.weights import Floats
from tests.maths.pressure.reference_scales import Rows, actors, columns, heaviest, winners


@given(actors)
def test_no_majority_of_weight_would_leave_the_median(rows: Rows) -> None:
    known, found = winners(rows), weighted_median(*columns(rows))
    if known is None:
        assert np.isnan(np.array([*found, found.midpoint])).all()
        assert not found.tied
    else:
        assert (float(found.lower), float(found.upper)) == known
        assert bool(found.tied) == (known[0] < known[1])


@given(actors)
def test_without_weights_the_midpoint_is_the_median_of_textbooks(rows: Rows) -> None:
    position, _ = columns(rows)
    there = position[~np.isnan(position)]
    found = float(weighted_median(position).midpoint)
    assert np.isnan(found) if not there.size else found == np.median(there)


@given(actors, st.permutations(range(8)), st.integers(1, 9), st.integers(1, 7))
def test_order_and_units_do_not_matter(
    rows: Rows, order: list[int], factor: int, stretch: int
) -> None:
    position, weight = columns(rows)
    order = [i for i in order if i < len(rows)]
    methods: tuple[Callable[[Floats, Floats], tuple[Floats, Floats]], ...] = (
        weighted_median,
        plurality,
    )
    for method in methods:
        low, high = method(position, weight)
        for pair in (
            method(position[order], weight[order]),
            method(position, weight * factor / 7),
            [(x - 3) / stretch for x in method(stretch * position + 3, weight)],
            [100 - x for x in method(100 - position, weight)][::-1],
        ):
            np.testing.assert_allclose(np.array(pair), np.array([low, high]), rtol=1e-12)


@given(actors, st.integers(0, 7))
def test_who_is_locked_moves_nothing_from_anywhere(rows: Rows, who: int) -> None:
    position, weight = columns(rows)
    who %= len(rows)
    now = weighted_median(position, weight)
    locked = median_lock(position, weight)
    if np.isnan(position[who]):
        assert not locked[who]
        return
    moves = False
    for place in range(0, 101, 5):
        moved = position.copy()
        moved[who] = place
        then = weighted_median(moved, weight)
        moves |= (float(then.lower), float(then.upper)) != (float(now.lower), float(now.upper))
    if not np.isnan(now.lower):
        assert bool(locked[who]) == (not moves)


@given(actors)
def test_plurality_and_midrange_are_those_of_the_definition(rows: Rows) -> None:
    position, weight = columns(rows)
    known, found = heaviest(rows), plurality(position, weight)
    middle = float(midrange(position, weight))
    if known is None:
        assert np.isnan([float(found.lower), float(found.upper), middle]).all()
        return
    assert (float(found.lower), float(found.upper)) == known
    there = [x for x, w in rows if x is not None and w]
    assert middle == (min(there) + max(there)) / 2


def test_sums_of_tenths_that_are_a_half_are_a_tie() -> None:
    # 0.1 + 0.2 is more than 0.3 in floating point.
    found = weighted_median([0.0, 10.0, 20.0], [0.1, 0.2, 0.3])
    assert (float(found.lower), float(found.upper)) == (10.0, 20.0)
    most = plurality([0.0, 0.0, 20.0], [0.1, 0.2, 0.3])
    assert (float(most.lower), float(most.upper)) == (0.0, 20.0)


def test_many_draws_are_each_as_alone() -> None:
    rng = np.random.default_rng(1)
    position = rng.integers(0, 101, (3, 5_000, 9)).astype(float)
    position[rng.random(position.shape) < 0.2] = np.nan
    weight = rng.integers(0, 5, position.shape).astype(float)
    found, most = weighted_median(position, weight), plurality(position, weight)
    assert found.lower.shape == most.upper.shape == (3, 5_000)
    for at in ((0, 0), (1, 4_999), (2, 2_500)):
        alone = weighted_median(position[at], weight[at])
        np.testing.assert_equal([found.lower[at], found.upper[at]], list(map(float, alone)))
        one = plurality(position[at], weight[at])
        np.testing.assert_equal([most.lower[at], most.upper[at]], list(map(float, one)))


def test_an_axis_without_actors_has_no_place() -> None:
    nobody = np.zeros((2, 0))
    assert np.isnan(weighted_median(nobody).lower).all()
    assert np.isnan(plurality(nobody).upper).all()
    assert np.isnan(midrange(nobody)).all()
    assert constant(nobody, 40.0).tolist() == [40.0, 40.0]
    assert median_lock(nobody).shape == (2, 0)
    with pytest.raises(ValueError, match="0 or more"):
        weighted_median([1.0], [-1.0])

"""The compromise mean and what follows from it in closed form."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.maths.pressure.compromise import (
    compromise,
    mean_bounds,
    move_needed,
    weight_shares,
    weighted_mean,
)
from detente.maths.pressure.weights import Floats
from tests.maths.pressure.reference_scales import Rows, actors, columns, mean


@given(actors)
def test_it_is_the_mean_of_the_definition(rows: Rows) -> None:
    position, weight = columns(rows)
    known, found = mean(rows), float(weighted_mean(position, weight))
    assert np.isnan(found) if known is None else found == pytest.approx(float(known), abs=1e-12)


@given(actors, st.permutations(range(8)), st.integers(1, 9), st.integers(1, 7))
def test_order_and_units_do_not_matter(
    rows: Rows, order: list[int], factor: int, stretch: int
) -> None:
    position, weight = columns(rows)
    found = weighted_mean(position, weight)
    order = [i for i in order if i < len(rows)]

    def same(one: Floats, other: Floats) -> bool:
        return bool(np.allclose(one, other, rtol=1e-12, atol=1e-9, equal_nan=True))

    assert same(weighted_mean(position[order], weight[order]), found)
    assert same(weighted_mean(position, weight * factor / 7), found)
    assert same(weighted_mean(stretch * position + 3, weight), stretch * found + 3)
    assert same(weighted_mean(100 - position, weight), 100 - found)


def test_draws_come_first_and_weights_broadcast() -> None:
    rng = np.random.default_rng(0)
    position = rng.uniform(0, 100, (4, 3, 5))
    position[0, 0] = np.nan
    influence, salience = rng.uniform(0, 9, 5), rng.uniform(0, 1, (3, 1))
    found = compromise(position, influence, salience)
    assert found.shape == (4, 3)
    assert np.isnan(found[0, 0])
    alone = weighted_mean(position[2, 1], influence * salience[1])
    assert found[2, 1] == pytest.approx(float(alone))
    assert weighted_mean(np.zeros((7, 0))).shape == (7,)


@given(actors, st.integers(0, 7), st.integers(-30, 30))
def test_a_move_shifts_the_mean_by_its_share(rows: Rows, who: int, move: int) -> None:
    position, weight = columns(rows)
    who %= len(rows)
    share = weight_shares(position, weight)
    before = weighted_mean(position, weight)
    position[who] += move
    after = weighted_mean(position, weight)
    assert float(after - before) == pytest.approx(float(share[who] * move), abs=1e-9, nan_ok=True)


@given(actors, st.integers(0, 100))
def test_the_move_needed_brings_the_mean_there(rows: Rows, wanted: int) -> None:
    position, weight = columns(rows)
    to = move_needed(position, weight, float(wanted))
    for who, place in enumerate(to):
        if np.isnan(position[who]) or not weight[who]:
            assert np.isnan(place)
            continue
        moved = position.copy()
        moved[who] = place
        assert float(weighted_mean(moved, weight)) == pytest.approx(wanted, abs=1e-6)


@given(actors, st.lists(st.integers(0, 3), min_size=8, max_size=8))
def test_bounds_are_those_of_every_corner(rows: Rows, more: list[int]) -> None:
    rows = rows[:6]
    position, low = columns(rows)
    high = low + more[: len(rows)]
    corners = [
        float(weighted_mean(position, np.array(corner)))
        for corner in itertools.product(*zip(low, high, strict=True))
    ]
    known = [m for m in corners if not np.isnan(m)]
    least, greatest = mean_bounds(position, low, high)
    if not known:
        assert np.isnan(least)
        assert np.isnan(greatest)
    else:
        assert float(least) == pytest.approx(min(known), abs=1e-9)
        assert float(greatest) == pytest.approx(max(known), abs=1e-9)


def test_what_is_no_weight_or_place_is_refused() -> None:
    for weight in ([-1, 2], [np.nan, 1], [np.inf, 1]):
        with pytest.raises(ValueError, match="weights are finite numbers of 0 or more"):
            weighted_mean([0.0, 1.0], weight)
    with pytest.raises(ValueError, match="positions are finite"):
        weighted_mean([np.inf, 1.0])
    with pytest.raises(ValueError, match="axis of actors"):
        weighted_mean(3.0)
    with pytest.raises(ValueError, match="least weight is above its greatest"):
        mean_bounds([0.0, 1.0], [2, 1], [1, 1])
    assert float(weighted_mean([np.nan, 4.0], [np.nan, 1])) == 4.0

"""Draws depend on the seed and their number alone, and fill the space as their sampler says."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import qmc

from detente.engines.blocks import Plan
from detente.errors import InputError
from detente.uncertainty.draws import SAMPLERS, Sampler, check_sampler, uniforms


def drawn(sampler: Sampler, order: list[int], seed: int = 5) -> dict[int, bytes]:
    plan = Plan(40, 8, seed)
    return {n: uniforms(plan.block(n, None), sampler, 3).tobytes() for n in order}


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_a_block_is_the_same_whatever_came_before(sampler: Sampler) -> None:
    whole = drawn(sampler, [0, 1, 2, 3, 4])
    assert drawn(sampler, [3, 1, 4, 0, 2]) == whole
    assert drawn(sampler, [2])[2] == whole[2]
    assert len(set(whole.values())) == 5
    assert drawn(sampler, [0], seed=6)[0] != whole[0]


def test_sobol_blocks_are_slices_of_one_scrambled_sequence() -> None:
    plan = Plan(64, 16, 9)
    made = np.concatenate([uniforms(plan.block(n, None), "sobol", 2) for n in range(4)])
    # Each of 64 equal slices of each axis holds one point, which no four sequences would do.
    for column in made.T:
        assert sorted((column * 64).astype(int)) == list(range(64))
    chance = np.random.Generator(np.random.PCG64DXSM(np.random.SeedSequence(9)))
    assert made == pytest.approx(qmc.Sobol(2, scramble=True, seed=chance).random(64), abs=1e-15)


def test_a_latin_hypercube_has_a_point_in_every_slice_of_a_block() -> None:
    made = uniforms(Plan(20, 20, 1).block(0, None), "lhs", 4)
    for column in made.T:
        assert sorted((column * 20).astype(int)) == list(range(20))


def test_what_a_sampler_cannot_give_is_refused() -> None:
    with pytest.raises(InputError, match="sampler 'dice'"):
        check_sampler("dice", 10, 1)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="monte-carlo"):
        check_sampler("sobol", 1 << 31, 1)

"""Values of uncertain numbers: by chance, by Sobol's sequence, or in Latin hypercubes.

What a draw is depends on the seed and its number alone, never on how a run was cut. By chance
each block of draws has its random stream. Sobol's sequence (scrambled with the seed) is one for
the whole run, of which blocks are consecutive slices. A Latin hypercube is made for each block,
so that memory does not grow with the run; a run of one block is one hypercube.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np

from detente.case.case import Case
from detente.engines.blocks import Block
from detente.errors import InputError
from detente.uncertainty.distribution import Floats
from detente.uncertainty.parameters import Parameters

Sampler = Literal["monte-carlo", "sobol", "lhs"]
SAMPLERS: tuple[Sampler, ...] = ("monte-carlo", "sobol", "lhs")
#: Sobol's sequence has this many points.
MOST_SOBOL = 1 << 30
#: Uniforms stay off the ends, where a normal distribution is infinite.
_LEAST, _MOST = 2.0**-54, 1 - 2.0**-53


@dataclass(frozen=True, eq=False)
class Spec:
    """What all blocks of a run share: the case, its uncertain numbers, how they are drawn.

    ``leading`` names what the run counts, where that is found out before it begins.
    """

    case: Case
    parameters: Parameters
    sampler: Sampler = "monte-carlo"
    leading: tuple[Any, ...] = ()

    @cached_property
    def _key(self) -> tuple[object, ...]:
        return self.case.sha256, self.parameters, self.sampler, self.leading

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spec) and self._key == other._key


def check_sampler(sampler: Sampler, draws: int, dimensions: int) -> None:
    """Refuse what a sampler cannot give.

    Raises
    ------
    InputError
        If there is no such sampler, or Sobol's sequence is too short for the run.
    """
    if sampler not in SAMPLERS:
        raise InputError(f"no sampler {sampler!r}; there are {', '.join(SAMPLERS)}")
    if sampler == "sobol" and (draws > MOST_SOBOL or dimensions > 21_201):
        raise InputError(
            f"Sobol's sequence gives up to {MOST_SOBOL:,} draws of up to 21,201 numbers; "
            "take --sampler monte-carlo"
        )


def values_of(block: Block[Spec]) -> Floats:
    """The values of a block's draws, (size, k)."""
    spec = block.context
    return spec.parameters.ppf(uniforms(block, spec.sampler, spec.parameters.dimensions))


def uniforms(block: Block[Any], sampler: Sampler, dimensions: int) -> Floats:
    """Uniforms of a block, (size, dimensions), strictly between 0 and 1."""
    if not dimensions:
        return np.zeros((block.size, 0))
    if sampler == "monte-carlo":
        made = block.rng().random((block.size, dimensions))
    elif sampler == "lhs":
        from scipy.stats import qmc

        made = qmc.LatinHypercube(dimensions, seed=block.rng()).random(block.size)
    else:
        made = _sobol(block.seed, dimensions, block.first, block.size)
    return np.clip(made, _LEAST, _MOST)


#: The sequence that was last used and where it stands: blocks of a chunk follow each other.
_standing: dict[tuple[int, int], tuple[Any, int]] = {}


def _sobol(seed: int, dimensions: int, first: int, size: int) -> Floats:
    from scipy.stats import qmc

    engine, at = _standing.pop((seed, dimensions), (None, 0))
    if engine is None or at > first:
        chance = np.random.Generator(np.random.PCG64DXSM(np.random.SeedSequence(seed)))
        engine, at = qmc.Sobol(dimensions, scramble=True, seed=chance), 0
    if first > at:
        engine.fast_forward(first - at)
    made = _any_number(engine, size)
    _standing.clear()
    _standing[seed, dimensions] = engine, first + size
    return made


def _any_number(engine: Any, size: int) -> Floats:
    """The next points; that their number is no power of 2 is said in the answer, once."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return np.asarray(engine.random(size), np.float64)


#: Draws that find out, before a run begins, what it should count; the same for every seed.
_PILOT, _ENDS = 128, 40


def pilot_values(used: Parameters) -> Floats:
    """A few hundred rows of values that reach all over: (m, k).

    The central values first, then each number at its plausible ends with all others central (for
    as many numbers as fit), then evenly spread draws. They depend on no seed, so that what a run
    counts does not either.
    """
    rows = [used.central]
    for column, one in list(enumerate(used.each))[:_ENDS]:
        for end in one.distribution.plausible:
            row = used.central.copy()
            row[column] = end
            rows.append(row)
    made = np.array(rows)
    if not used.dimensions:
        return made
    from scipy.stats import qmc

    even = qmc.Sobol(min(used.dimensions, 21_201), scramble=False).random(_PILOT)[1:]
    return np.concatenate([made, used.ppf(np.clip(even, _LEAST, _MOST))])

"""Published decisions on one scale, with what others calculated for them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from detente.maths.pressure.weights import Floats
from tests.maths.pressure.published_scales import EC_EMISSIONS


class Decision(NamedTuple):
    """Places, capabilities and saliences of actors."""

    position: Floats
    capability: Floats
    salience: Floats


NAMES = tuple(name for name, *_ in EC_EMISSIONS)


def emissions() -> Decision:
    """Years of delay for emission standards: Scholz, Calbert and Smith 2011, Table 1."""
    rows = np.array([numbers for _, *numbers in EC_EMISSIONS], dtype=np.float64)
    return Decision(rows[:, 1], rows[:, 0], rows[:, 2])


#: Means after rounds 1 to 10 of the authors' programme in its port to Python.
CODE_MEANS = (
    7.461314378277189,
    7.552500865855845,
    7.590144997451547,
    7.358130531334201,
    7.3491739896752115,
    7.414877545372958,
    7.510457183677219,
    7.5724470975503,
    7.324989065683666,
    7.242130958473938,
)


def random_decision(rng: np.random.Generator, n: int) -> Decision:
    """Places that often coincide, any capabilities and saliences."""
    position = rng.uniform(0, 100, n)
    if rng.random() < 0.5:
        position = (rng.integers(0, 13, n) * (100 / 12)).astype(np.float64)
    return Decision(position, rng.uniform(0.1, 1, n), rng.uniform(0.05, 1, n))

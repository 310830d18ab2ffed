"""Random streams: one for each numbered piece of work, whoever runs it and when."""

from __future__ import annotations

import numpy as np


def chunk_rng(root: int, chunk: int) -> np.random.Generator:
    """Return the random stream of piece ``chunk`` of the run with the seed ``root``.

    Streams of different pieces do not overlap in practice, and none depends on how many others
    there are [1]_. In a run of draws the piece is a block of draws, see
    :mod:`detente.engines.blocks`.

    Parameters
    ----------
    root : int
        The seed of the run, at least 0.
    chunk : int
        The number of the piece, from 0.

    References
    ----------
    .. [1] numpy, "Parallel Random Number Generation", section "SeedSequence spawning".

    Examples
    --------
    >>> chunk_rng(7, 3).random() == chunk_rng(7, 3).random()
    True
    """
    sequence = np.random.SeedSequence(root, spawn_key=(chunk,))
    return np.random.Generator(np.random.PCG64DXSM(sequence))

"""An estimate of how many deals are acceptable where they cannot be counted."""

from __future__ import annotations

from math import sqrt

import numpy as np

from detente.maths.packages.model import PackageModel


def estimate_share(
    model: PackageModel, *, rng: np.random.Generator, size: int = 50_000
) -> tuple[float, float, float]:
    """Share of deals that all accept, share that stands, and the standard error of the larger.

    From ``size`` deals drawn evenly; the error is of one share near the larger of the two, at
    least that of a single deal.
    """
    deals = np.stack([rng.integers(0, t.shape[0], size) for t in model.points], axis=1)
    accepted = model.accepts(deals.astype(np.int64))
    by_all = float(accepted[:, model.counted].all(axis=1).mean())
    standing = float(model.stands(accepted).mean())
    share = min(1 - 1 / size, max(by_all, standing, 1 / size))
    return by_all, standing, sqrt(share * (1 - share) / size)

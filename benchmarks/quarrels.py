"""Large negotiations made at random, hard to settle, for the benchmarks of blocks and levers."""

from __future__ import annotations

import numpy as np

from detente.maths.levers.model import Levers
from detente.maths.packages.model import Condition, PackageModel, RedLine, RefusedOptions


def large_quarrel(
    issues: int,
    options: int,
    parties: int,
    lines: int,
    *,
    seed: int = 0,
    refused: float = 0.4,
    floor: tuple[float, float] = (0.5, 0.55),
    quorum: int | None = None,
) -> PackageModel:
    """Each party refuses what it likes least; ``lines`` count the alternatives.

    ``refused`` is the share of options that a refusal names, ``floor`` the range of alternatives
    as shares of the best package. With a quorum the first two parties hold vetoes.
    """
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.ones(issues), parties) * 100
    points = tuple(
        np.rint(rng.integers(0, 101, (options, parties)) * weights[:, issue] / 10).astype(np.int64)
        for issue in range(issues)
    )
    best = sum((table.max(axis=0) for table in points), np.zeros(parties, np.int64))
    made: list[RedLine] = []
    for _ in range(lines - parties):
        party = int(rng.integers(parties))
        a, b = (int(i) for i in rng.choice(issues, 2, replace=False))
        worst = np.argsort(points[a][:, party])
        mask = np.zeros(options, bool)
        if rng.random() < 0.6:
            mask[worst[: int(options * refused)]] = True
            made.append(RefusedOptions(party, a, mask))
        else:
            mask[worst[: options // 2]] = True
            then = np.zeros(options, bool)
            then[np.argsort(-points[b][:, party])[: options // 2]] = True
            made.append(Condition(party, (a, b), mask, then))
    return PackageModel(
        points,
        (best * rng.uniform(*floor, parties)).astype(np.int64),
        np.ones(parties, bool),
        np.ones(parties, bool),
        np.arange(parties) < 2 if quorum else np.ones(parties, bool),
        quorum or parties,
        tuple(made),
    )


def levers_for(model: PackageModel, count: int, *, seed: int = 0, transfers: int = 0) -> Levers:
    """Levers that each help about a third of the parties and hurt a few."""
    rng = np.random.default_rng(seed)
    shape = (count, model.n_parties)
    effects = rng.integers(0, 60, shape) * (rng.random(shape) < 0.3)
    effects -= rng.integers(0, 20, shape) * (rng.random(shape) < 0.1)
    cap = np.where(np.arange(count) < count - transfers, 1, 10)
    return Levers(effects.astype(np.int64), rng.integers(1, 20, count), cap.astype(np.int64))

"""Deals of many draws: compiled and numpy give the same bits, and what each draw's model says."""

from __future__ import annotations

import numpy as np
import pytest

from detente.maths.packages.choice import Room
from detente.maths.packages.drawn_deals import (
    DealDraws,
    deals_from_numbers,
    settle_draws,
    some_stand,
)
from detente.maths.packages.enumeration import Enumeration
from detente.maths.packages.model import (
    NEVER,
    Condition,
    FloorLine,
    Integers,
    PackageModel,
    Pair,
    RefusedOptions,
)
from detente.maths.packages.nash import nash
from tests.maths.random_packages import random_model


def random_draws(seed: int, count: int = 12) -> DealDraws:
    rng = np.random.default_rng(seed)
    n, shape = int(rng.integers(2, 5)), tuple(int(s) for s in rng.integers(1, 4, 3))
    floors = rng.integers(10, 45, (count, n))
    floors[:, rng.random(n) < 0.3] = NEVER
    voters = rng.random(n) < 0.7
    return DealDraws(
        points=[rng.integers(0, 30, (count, size, n)) for size in shape],
        pairs=[((0, 2), rng.integers(-9, 9, (count, shape[0], shape[2], n)))],
        floors=floors,
        origin=np.where(floors == NEVER, 0, floors),
        refusals=[(0, 1, rng.random((count, shape[1])) < 0.3)],
        conditions=[
            Condition(n - 1, (0, 1), rng.random(shape[0]) < 0.4, rng.random(shape[1]) < 0.6)
        ],
        voters=voters,
        vetoes=rng.random(n) < 0.3,
        quorum=int(rng.integers(0, voters.sum() + 2)),
        scale=10,
    )


@pytest.mark.parametrize("seed", range(80))
def test_every_draw_is_what_its_model_says(seed: int) -> None:
    draws = random_draws(seed)
    found = settle_draws(draws)
    plain = settle_draws(draws, compiled=False)
    for name in ("by_all", "standing", "nash"):
        assert (getattr(found, name) == getattr(plain, name)).all(), name
    assert (some_stand(draws) == (found.standing > 0)).all()
    assert (some_stand(draws, compiled=False) == (found.standing > 0)).all()
    for at in range(draws.draws):
        least = draws.floors[at]
        model = PackageModel(
            points=tuple(t[at] for t in draws.points),
            alternative=draws.origin[at],
            has_alternative=np.zeros(least.size, bool),
            voters=draws.voters,
            vetoes=draws.vetoes,
            quorum=draws.quorum,
            red_lines=(
                RefusedOptions(0, 1, draws.refusals[0][2][at]),
                *draws.conditions,
                *(FloorLine(p, int(x)) for p, x in enumerate(least) if x > NEVER),
            ),
            pairs=(Pair((0, 2), draws.pairs[0][1][at]),),
        )
        every = Enumeration(model)
        accepted = every.accepts[model.counted].all(axis=0)
        assert found.standing[at] == every.stands.sum()
        assert found.by_all[at] == accepted.sum()
        gains = every.totals[model.counted] - model.alternative[model.counted][:, None]
        good = accepted & (gains > 0).all(axis=0)
        if not model.counted.size or not good.any():
            assert found.nash[at] == -1
        else:
            product = np.where(good, np.prod(gains.astype(object), axis=0), 0)
            assert found.nash[at] == int(np.argmax(product))


def test_numbers_and_rows_of_deals_fit() -> None:
    rows = deals_from_numbers(np.arange(12), (2, 3, 2))
    assert rows[:3].tolist() == [[0, 0, 0], [0, 0, 1], [0, 1, 0]]


def test_a_tie_goes_to_the_first_deal_whatever_the_order_of_factors() -> None:
    # 7 x 11 x 13 in two orders: floats multiply to the same only once rounded.
    points = np.array([[[7, 11, 13], [13, 7, 11]]]) * 10**9 // 10
    yes = np.ones(3, bool)
    draws = DealDraws([points], [], np.zeros((1, 3), np.int64), np.zeros((1, 3), np.int64), [], [],
                      yes, yes, 3, 10**9)  # fmt: skip
    assert settle_draws(draws).nash.tolist() == [0]
    assert settle_draws(draws, compiled=False).nash.tolist() == [0]


def of_model(model: PackageModel, points: list[Integers], alternatives: Integers) -> DealDraws:
    """Draws of a model's points and alternatives; all else is as in the model."""
    count = alternatives.shape[0]
    floors = np.where(model.has_alternative, alternatives, NEVER)
    for line in model.red_lines:
        if isinstance(line, FloorLine):
            floors[:, line.party] = np.maximum(floors[:, line.party], line.points)
    return DealDraws(
        points=points,
        pairs=[(p.issues, np.repeat(p.points[None], count, axis=0)) for p in model.pairs],
        floors=floors,
        origin=alternatives,
        refusals=[
            (line.party, line.issue, np.repeat(line.refused[None], count, axis=0))
            for line in model.red_lines
            if isinstance(line, RefusedOptions)
        ],
        conditions=[line for line in model.red_lines if isinstance(line, Condition)],
        voters=model.voters,
        vetoes=model.vetoes,
        quorum=model.quorum,
    )


@pytest.mark.parametrize("compiled", [None, False])
def test_draws_are_counted_and_settled_like_models_one_by_one(compiled: bool | None) -> None:
    rng = np.random.default_rng(8)
    for _ in range(12):
        model = random_model(rng, most_deals=80)
        points = [np.stack([t, t + rng.integers(0, 4, t.shape), t * 2]) for t in model.points]
        alternatives = np.stack([model.alternative, model.alternative - 1, model.alternative * 2])
        drawn = settle_draws(of_model(model, points, alternatives), compiled=compiled)
        for draw in range(3):
            one = PackageModel(
                tuple(table[draw] for table in points), alternatives[draw],
                model.has_alternative, model.voters, model.vetoes, model.quorum,
                model.red_lines, model.pairs,
            )  # fmt: skip
            room = Room(one, "all")
            assert drawn.by_all[draw] == room.inside.size
            assert drawn.standing[draw] == Room(one, "rule").inside.size
            best = nash(room).deals
            place = -1
            if best.size:
                place = int(np.ravel_multi_index(tuple(best[0]), room.everything.shape))
            assert drawn.nash[draw] == place

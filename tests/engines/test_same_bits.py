"""The same seed gives the same bits on every engine, however the run is cut."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from detente.engines.blocks import Block, Plan
from detente.engines.draws import run_draws
from detente.engines.engine import Engine
from detente.engines.processes import Processes
from detente.engines.ray_cluster import RayCluster
from detente.engines.seeds import chunk_rng
from detente.engines.serial import Serial
from detente.engines.tally import Tally
from tests.engines.examples import bits, fail_in_block_3, walk

PLAN = Plan(draws=5_003, per_block=64, seed=11, keep=200)


@pytest.fixture(scope="module")
def expected() -> str:
    return bits(run_draws(walk, 1.5, PLAN, engine=Serial(), blocks=1))


@pytest.mark.parametrize("blocks", [2, 7, 79, 1000, None])
def test_serial(expected: str, blocks: int | None) -> None:
    assert bits(run_draws(walk, 1.5, PLAN, engine=Serial(), blocks=blocks)) == expected


@pytest.mark.parametrize(("workers", "blocks"), [(1, 5), (2, 3), (4, 1), (4, None)])
def test_processes(expected: str, workers: int, blocks: int | None) -> None:
    assert bits(run_draws(walk, 1.5, PLAN, engine=Processes(workers), blocks=blocks)) == expected


@pytest.mark.parametrize("blocks", [1, 6, None])
def test_ray(expected: str, cluster: RayCluster, blocks: int | None) -> None:
    assert bits(run_draws(walk, 1.5, PLAN, engine=cluster, blocks=blocks)) == expected


def test_the_default_engine(expected: str) -> None:
    assert bits(run_draws(walk, 1.5, PLAN)) == expected


def test_the_answer_is_that_of_its_definition() -> None:
    """A loop over the blocks as the documentation defines them, added with Python's integers."""
    answer = run_draws(walk, 1.5, PLAN).tally
    total = [0, 0, 0]
    positive = np.zeros(3, int)
    rows = []
    for number in range(79):
        size = min(64, PLAN.draws - 64 * number)
        rng = np.random.Generator(
            np.random.PCG64DXSM(np.random.SeedSequence(11, spawn_key=(number,)))
        )
        wild = np.exp(rng.normal(0.0, 30.0, (size, 3)))
        value = np.where(rng.random((size, 3)) < 0.5, wild, -wild) + 1.5
        rows.append(value)
        positive += (value > 0).sum(axis=0)
        for row, column in itertools.product(range(size), range(3)):
            top, bottom = float(value[row, column]).as_integer_ratio()
            total[column] += top * (2**1074 // bottom)
    every = np.concatenate(rows)
    assert answer.draws == len(every) == 5_003
    assert answer.counts["positive"].tolist() == positive.tolist()
    assert answer.sums["value"].values().tolist() == [t / 2**1074 for t in total]
    assert answer.lowest["value"].tolist() == every.min(axis=0).tolist()
    assert answer.highest["value"].tolist() == every.max(axis=0).tolist()
    assert answer.rows["value"].tolist() == every[:200].tolist()
    assert answer.rows["number"].tolist() == list(range(200))


def test_another_seed_gives_other_draws(expected: str) -> None:
    other = Plan(draws=5_003, per_block=64, seed=12, keep=200)
    assert bits(run_draws(walk, 1.5, other)) != expected


def test_a_longer_run_begins_with_the_shorter_one() -> None:
    short = run_draws(walk, 1.5, Plan(640, 64, 11, keep=640)).tally.rows["value"]
    long = run_draws(walk, 1.5, Plan(1280, 64, 11, keep=640)).tally.rows["value"]
    assert short.tolist() == long.tolist()


def test_streams_of_blocks_differ() -> None:
    first = {int(chunk_rng(5, number).integers(2**62)) for number in range(1000)}
    assert len(first) == 1000
    assert chunk_rng(5, 1).random() != chunk_rng(6, 1).random()


@pytest.mark.parametrize("blocks", [1, 4, 79])
@pytest.mark.parametrize("engine", [Serial(), Processes(2)], ids=["serial", "processes"])
def test_which_draws_fail_does_not_depend_on_how_the_run_is_cut(
    engine: Engine, blocks: int
) -> None:
    drawn = run_draws(fail_in_block_3, 1.5, PLAN, engine=engine, blocks=blocks)
    assert not drawn.complete
    assert [(f.first, f.stop, f.reason) for f in drawn.failures] == [
        (192, 256, "ValueError: no answer here")
    ]
    assert drawn.tally.draws == 5_003 - 64
    everything = run_draws(walk, 1.5, PLAN)
    assert everything.complete
    block = walk(PLAN.block(3, 1.5))
    total = drawn.tally.sums["value"]
    total.merge(block.sums["value"])
    assert total.limbs().tolist() == everything.tally.sums["value"].limbs().tolist()


def test_all_failing_is_said_of_every_block() -> None:
    drawn = run_draws(_fails, 0.0, Plan(100, 30, 0))
    assert drawn.tally.draws == 0
    assert [(f.first, f.stop) for f in drawn.failures] == [(0, 30), (30, 60), (60, 90), (90, 100)]


def _fails(block: Block[float]) -> Tally:
    raise ArithmeticError("never")

"""Blocks and chunks: how a run is cut."""

from __future__ import annotations

import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.engines import by_name
from detente.engines.blocks import Block, Plan
from detente.engines.choice import available_cpus
from detente.engines.chunk_size import blocks_per_chunk, seconds_per_block
from detente.engines.processes import Processes
from detente.engines.ray_cluster import RayCluster
from detente.engines.serial import Serial
from detente.errors import InputError


@given(st.integers(1, 5000), st.integers(1, 300), st.integers(1, 50), st.integers(0, 6000))
def test_every_draw_is_in_one_block_and_every_block_in_one_chunk(
    draws: int, per_block: int, blocks: int, keep: int
) -> None:
    plan = Plan(draws, per_block, 0, keep)
    chunks = plan.chunks("context", blocks)
    made = list(chunks)
    assert len(made) == len(chunks)
    assert len({chunk.id for chunk in made}) == len(made)
    assert [chunk.id for chunk in made] == sorted(chunk.id for chunk in made)
    every = [block for chunk in made for block in chunk.spec.blocks()]
    assert [b.number for b in every] == list(range(plan.blocks))
    seen = [n for b in every for n in range(b.first, b.first + b.size)]
    assert seen == list(range(draws))
    assert sum(b.keep for b in every) == min(keep, draws)
    assert all(b == plan.block(b.number, "context") for b in every)
    assert sum(chunk.spec.draws for chunk in made) == draws


@pytest.mark.parametrize(
    ("plan", "said"),
    [((0, 1, 0), "draws is 0"), ((1, 0, 0), "per block is 0"), ((1, 1, -1), "seed is -1")],
)
def test_numbers_out_of_range_are_one_line(plan: tuple[int, int, int], said: str) -> None:
    with pytest.raises(InputError, match=f"^{said}; at least"):
        Plan(*plan)


def test_chunks_take_about_a_second() -> None:
    plan = Plan(10**9, 1000, 0)
    assert blocks_per_chunk(plan, 0.004, 2) == 250
    assert blocks_per_chunk(plan, 3.0, 2) == 1
    assert blocks_per_chunk(plan, 0.004, 2, seconds_per_chunk=60.0) == 15_000


def test_each_worker_gets_several_chunks() -> None:
    plan = Plan(80_000, 1000, 0)
    assert blocks_per_chunk(plan, 1e-6, 2) == 10
    assert blocks_per_chunk(plan, 1e-6, 100) == 1


def test_a_block_is_timed() -> None:
    plan = Plan(100, 10, 0)
    seconds = seconds_per_block(_sleep, plan, 0.02)
    assert 0.02 <= seconds < 2.0


def test_a_slow_block_is_timed_once() -> None:
    calls: list[int] = []

    def slow(block: Block[None]) -> None:
        calls.append(block.number)
        time.sleep(0.6)

    assert seconds_per_block(slow, Plan(100, 10, 0), None) >= 0.6
    assert calls == [0]


def test_a_block_that_fails_is_not_timed() -> None:
    assert seconds_per_block(_fail, Plan(100, 10, 0), None) == 0.0
    assert blocks_per_chunk(Plan(100, 10, 0), 0.0, 2) == 1


def _sleep(block: Block[float]) -> None:
    time.sleep(block.context)


def _fail(block: Block[None]) -> None:
    raise ValueError


def test_engines_by_name() -> None:
    assert isinstance(by_name("serial"), Serial)
    assert isinstance(by_name("serial", 1), Serial)
    two = by_name("processes", 2)
    assert isinstance(two, Processes)
    assert two.workers == 2
    every = by_name("processes")
    assert isinstance(every, Processes)
    assert every.workers == available_cpus()


def test_ray_by_name(ray_installed: None) -> None:
    engine = by_name("ray", 3)
    assert isinstance(engine, RayCluster)
    assert engine.workers == 3


def test_little_work_stays_in_this_process() -> None:
    assert isinstance(by_name(None, 2, seconds=0.5), Serial)
    assert isinstance(by_name(None, 2, seconds=60.0), Processes)
    assert isinstance(by_name(None, 2), Processes)
    assert isinstance(by_name(None, 1, seconds=60.0), Serial)


def test_processors_that_this_process_may_not_use_do_not_count() -> None:
    if not hasattr(os, "sched_setaffinity"):
        pytest.skip("processes cannot be bound to processors here")
    before = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(before)})
        assert available_cpus() == 1
    finally:
        os.sched_setaffinity(0, before)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ({"name": "dask"}, "engine dask: there is none; choose from serial, processes, ray"),
        ({"name": "processes", "workers": 0}, "0 workers: at least 1"),
        ({"name": "serial", "workers": 2}, "2 workers: the engine serial has one"),
        ({"name": "processes", "address": "h:1"}, "goes with the engine ray only"),
        ({"address": "h:1"}, "goes with the engine ray only"),
    ],
)
def test_what_does_not_fit_is_one_line(call: dict[str, object], said: str) -> None:
    with pytest.raises(InputError, match=said):
        by_name(**call)  # type: ignore[arg-type]
